//! Parts of a mail (RFC 2045 to 2047): header, nested parts and text.

use super::charset::{Decode, decoded};
use super::encoded::{self, base64, quoted_printable};
use super::html;
use super::message::{Mail, tidy};

/// Maximum depth of nested parts that are read. Assumption: forwarded mails are not nested deeper.
const DEPTH: usize = 6;

/// Mail, or a part of one.
pub(super) struct Part<'a> {
    /// Names in lower case, with unfolded values.
    header: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    /// Splits bytes into header and body.
    pub fn parse(bytes: &'a [u8]) -> Part<'a> {
        let mut header: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in lines(bytes) {
            at += line.len();
            let line = String::from_utf8_lossy(line);
            let line = line.trim_end_matches(['\r', '\n']);
            if line.is_empty() {
                break;
            }
            match (line.starts_with([' ', '\t']), header.last_mut()) {
                (true, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                _ => {
                    if let Some((name, value)) = line.split_once(':') {
                        header.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                    }
                }
            }
        }
        Part {
            header,
            body: bytes.get(at..).unwrap_or_default(),
        }
    }

    /// Returns the value of a header field, empty without one.
    fn field(&self, name: &str) -> &str {
        let field = self.header.iter().find(|(known, _)| known == name);
        field.map_or("", |(_, value)| value)
    }

    /// Returns the message of a whole mail.
    pub fn mail(&self, decode: Decode) -> Mail {
        let sender = encoded::words(self.field("from"), decode);
        // A form sends in its own name, and says here whose answers it is.
        let address = [self.field("reply-to"), &sender]
            .into_iter()
            .map(address_of)
            .find(|address| address.contains('@'));
        Mail {
            subject: encoded::words(self.field("subject"), decode)
                .trim()
                .to_owned(),
            sender: name_of(&sender),
            address: address.unwrap_or_default(),
            date: self.field("date").to_owned(),
            text: tidy(&self.text(decode, DEPTH).unwrap_or_default()),
        }
    }

    /// Returns the text of a part, preferring plain text. `None` for a picture or another file.
    fn text(&self, decode: Decode, depth: usize) -> Option<String> {
        let kind = self.field("content-type").to_ascii_lowercase();
        let parameter = |name| parameter(self.field("content-type"), name);
        if self
            .field("content-disposition")
            .to_ascii_lowercase()
            .starts_with("attachment")
        {
            return None;
        }
        if kind.starts_with("multipart/") {
            if depth == 0 {
                return None;
            }
            let parts = self.parts(&parameter("boundary")?);
            let texts = parts
                .iter()
                .map(|part| (part.is_plain(), part.text(decode, depth - 1)));
            let texts: Vec<(bool, String)> = texts
                .filter_map(|(is_plain, text)| Some((is_plain, text?)))
                .collect();
            if kind.starts_with("multipart/alternative") {
                let plain = texts
                    .iter()
                    .find(|(is_plain, text)| *is_plain && !text.trim().is_empty());
                return plain.or(texts.last()).map(|(_, text)| text.clone());
            }
            let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
            return (!texts.is_empty()).then(|| texts.join("\n"));
        }
        if kind.starts_with("message/") {
            return (depth > 0)
                .then(|| Part::parse(self.body).text(decode, depth - 1))
                .flatten();
        }
        let is_html = kind.starts_with("text/html");
        if !(kind.is_empty() || kind.starts_with("text/plain") || is_html) {
            return None;
        }
        let bytes = match &*self.field("content-transfer-encoding").to_ascii_lowercase() {
            "base64" => base64(self.body),
            "quoted-printable" => quoted_printable(self.body),
            _ => self.body.to_vec(),
        };
        let text = decoded(&bytes, &parameter("charset").unwrap_or_default(), decode);
        Some(if is_html { html::text(&text) } else { text })
    }

    /// Returns the names of the files in the mail.
    pub fn attached(&self, decode: Decode) -> Vec<String> {
        let mut names = Vec::new();
        self.collect_attached(decode, DEPTH, &mut names);
        names
    }

    fn collect_attached(&self, decode: Decode, depth: usize, names: &mut Vec<String>) {
        let kind = self.field("content-type");
        let is_of_parts = kind.to_ascii_lowercase().starts_with("multipart/");
        match parameter(kind, "boundary") {
            Some(boundary) if is_of_parts && depth > 0 => {
                for part in self.parts(&boundary) {
                    part.collect_attached(decode, depth - 1, names);
                }
            }
            _ => {
                let name = parameter(self.field("content-disposition"), "filename");
                let name = name.or_else(|| parameter(kind, "name"));
                names.extend(name.map(|name| encoded::words(&name, decode)));
            }
        }
    }

    fn is_plain(&self) -> bool {
        let kind = self.field("content-type").to_ascii_lowercase();
        kind.is_empty() || kind.starts_with("text/plain")
    }

    /// Returns the parts between boundaries.
    fn parts(&self, boundary: &str) -> Vec<Part<'a>> {
        let delimiter = ["--", boundary].concat();
        let mut parts = Vec::new();
        let (mut at, mut begin) = (0, None);
        for line in lines(self.body) {
            // White space may follow a boundary, and two dashes the last one: RFC 2046, 5.1.1.
            let after = line.strip_prefix(delimiter.as_bytes());
            let after = after.map(<[u8]>::trim_ascii);
            if let Some(after @ (b"" | b"--")) = after {
                let part = begin.and_then(|begin| self.body.get(begin..at));
                parts.extend(part.map(Part::parse));
                begin = Some(at + line.len());
                if !after.is_empty() {
                    return parts;
                }
            }
            at += line.len();
        }
        // A truncated mail has no final boundary.
        let part = begin.and_then(|begin| self.body.get(begin..));
        parts.extend(part.map(Part::parse));
        parts
    }
}

/// Iterates over lines with their ends.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

/// Returns a parameter of a field: `text/plain; charset="utf-8"`.
fn parameter(field: &str, name: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|pair| {
        let (known, value) = pair.split_once('=')?;
        let value = value.trim().trim_matches('"');
        known
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.to_owned())
    })
}

/// Returns the address in `"Ada L." <ada@example.org>`.
fn address_of(sender: &str) -> String {
    let (_, address) = sender.split_once('<').unwrap_or((sender, sender));
    let (address, _) = address.split_once('>').unwrap_or((address, ""));
    address.trim().to_owned()
}

/// Returns the name in an address, or else the address: `"Ada L." <ada@example.org>`.
fn name_of(sender: &str) -> String {
    let (name, _) = sender.split_once('<').unwrap_or((sender, sender));
    let name = name.trim().trim_matches('"').trim();
    if name.is_empty() {
        address_of(sender)
    } else {
        name.to_owned()
    }
}

/// Returns `true` for bytes that begin with a mail header.
pub(super) fn is_mail(file: &[u8]) -> bool {
    let names = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "delivered-to",
        "x-",
        "content-type",
        "dkim-signature",
        "reply-to",
        "sender",
        "authentication-results",
        "arc-",
    ];
    let lines = file.split(|byte| *byte == b'\n');
    let mut known = 0;
    for line in lines.take(8) {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            // A folded line, or the end of the header.
            if line.first().is_some_and(|byte| b" \t".contains(byte)) && known > 0 {
                continue;
            }
            break;
        };
        let name =
            String::from_utf8_lossy(line.get(..colon).unwrap_or_default()).to_ascii_lowercase();
        let is_known = names
            .iter()
            .any(|known| name == *known || known.ends_with('-') && name.starts_with(known));
        if !is_known && known == 0 {
            return false;
        }
        known += usize::from(is_known);
    }
    known >= 2
}
