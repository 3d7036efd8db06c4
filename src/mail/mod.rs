//! Messages in files: a text, a mail (`.eml`) or a calendar entry (`.ics`).

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod busy;
mod calendar;
mod encoded;
mod html;
mod moment;
mod repeat;

pub use busy::{BusyTime, busy_times};
use encoded::{base64, quoted_printable};

/// The most bytes of a file that are read. Assumption: a larger mail has pictures, after its text.
pub const MOST_BYTES: usize = 4_000_000;

/// The most nested parts of a mail that are read. Assumption: forwarded mails are not nested
/// deeper.
const DEPTH: usize = 6;

/// Message with its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Subject, or title of the calendar entry. Empty without one.
    pub subject: String,
    /// Sender's name, or else address. Empty for a text file.
    pub sender: String,
    /// Sender's address, if it is known: that to which an answer goes.
    pub address: String,
    /// Day and time of sending, as they stand in the mail. Empty without them.
    pub date: String,
    /// Text.
    pub text: String,
}

/// Decoder of bytes in a charset, such as `windows-1252`. A browser provides it.
pub type Decode<'a> = &'a dyn Fn(&[u8], &str) -> Option<String>;

/// Reads the message in a file. Returns `None` if it has no text: a picture, a program, an empty
/// file.
///
/// ```
/// # use takeon::mail::open;
/// let file = b"From: Ada <ada@example.org>\r\nSubject: A shop\r\n\r\nWe need a shop.";
/// let mail = open(file, &|_, _| None).unwrap();
/// assert_eq!((&*mail.sender, &*mail.subject, &*mail.text), ("Ada", "A shop", "We need a shop."));
/// ```
pub fn open(file: &[u8], decode: Decode) -> Option<Mail> {
    let file = file.get(..MOST_BYTES).unwrap_or(file);
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mail = match file {
        _ if calendar::is(file) => calendar::open(&decoded(file, "utf-8", decode)),
        _ if is_mail(file) => Part::of(file).mail(decode),
        [0xff, 0xfe, ..] => Mail::plain(decode(file, "utf-16le")?),
        [0xfe, 0xff, ..] => Mail::plain(decode(file, "utf-16be")?),
        // Text has no such byte, and a PDF may begin with text of its own.
        _ if file.contains(&0) || file.starts_with(b"%PDF-") => return None,
        _ => Mail::plain(decoded(file, "utf-8", decode)),
    };
    let has_words = |c: char| c.is_alphanumeric();
    // Text that was decoded wrongly is full of such characters.
    let strange = mail
        .text
        .chars()
        .filter(|c| *c == '\u{fffd}' || c.is_control() && !c.is_whitespace());
    let is_text = strange.count() * 20 <= mail.text.chars().count();
    (is_text && mail.text.chars().any(has_words)).then_some(mail)
}

impl Mail {
    fn plain(text: String) -> Mail {
        Mail {
            text: tidy(&text),
            ..Mail::default()
        }
    }

    /// Returns the text, preceded by the subject if that adds anything: people put their request
    /// there.
    pub fn words(&self) -> String {
        if self.subject.is_empty() || self.text.contains(&self.subject) {
            self.text.clone()
        } else {
            [&self.subject, "\n\n", &self.text].concat()
        }
    }

    /// Returns the subject, or else the sender. Empty for a text file.
    pub fn name(&self) -> &str {
        if self.subject.is_empty() {
            &self.sender
        } else {
            &self.subject
        }
    }
}

/// Returns a text with normalised line breaks, trimmed.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

/// Decodes bytes: as UTF-8 if they are, otherwise in the charset, or else in the most frequent one
/// of the West.
fn decoded(bytes: &[u8], charset: &str, decode: Decode) -> String {
    let is_utf8 = charset.is_empty()
        || charset.eq_ignore_ascii_case("utf-8")
        || charset.eq_ignore_ascii_case("us-ascii");
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf8 => text.to_owned(),
        _ => {
            let charset = if is_utf8 { "windows-1252" } else { charset };
            decode(bytes, charset).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
        }
    }
}

/// Returns `true` for bytes that begin with a mail header.
fn is_mail(file: &[u8]) -> bool {
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

/// Mail, or a part of one.
struct Part<'a> {
    /// Names in lower case, with unfolded values.
    header: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Part<'a> {
        let mut header: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(rest.len(), |end| end + 1);
            at += length;
            let line = String::from_utf8_lossy(rest.get(..length).unwrap_or_default());
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

    fn field(&self, name: &str) -> &str {
        let field = self.header.iter().find(|(known, _)| known == name);
        field.map_or("", |(_, value)| value)
    }

    fn mail(&self, decode: Decode) -> Mail {
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
                .then(|| Part::of(self.body).text(decode, depth - 1))
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

    fn is_plain(&self) -> bool {
        let kind = self.field("content-type").to_ascii_lowercase();
        kind.is_empty() || kind.starts_with("text/plain")
    }

    /// Returns the parts between boundaries.
    fn parts(&self, boundary: &str) -> Vec<Part<'a>> {
        let line = ["--", boundary].concat();
        let mut parts = Vec::new();
        let (mut at, mut begin) = (0, None);
        while let Some(rest) = self.body.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(rest.len(), |end| end + 1);
            // White space may follow a boundary, and two dashes the last one: RFC 2046, 5.1.1.
            let after = rest
                .get(..length)
                .unwrap_or_default()
                .strip_prefix(line.as_bytes());
            let after = after.map(<[u8]>::trim_ascii);
            if let Some(after @ (b"" | b"--")) = after {
                let part = begin.and_then(|begin| self.body.get(begin..at));
                parts.extend(part.map(Part::of));
                begin = Some(at + length);
                if !after.is_empty() {
                    return parts;
                }
            }
            at += length;
        }
        // A truncated mail has no final boundary.
        let part = begin.and_then(|begin| self.body.get(begin..));
        parts.extend(part.map(Part::of));
        parts
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes Latin 1, the only charset besides UTF-8 in these tests.
    fn latin(bytes: &[u8], charset: &str) -> Option<String> {
        let known = ["iso-8859-1", "windows-1252"];
        known
            .contains(&&*charset.to_ascii_lowercase())
            .then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
    }

    fn opened(file: &[u8]) -> Option<Mail> {
        open(file, &latin)
    }

    fn mail(file: &str) -> Mail {
        opened(file.replace('\n', "\r\n").as_bytes()).unwrap()
    }

    #[test]
    fn a_mail_of_several_parts_says_its_plain_words() {
        let mail = mail(
            "Received: from a\n\tby b\nFrom: =?utf-8?q?J=C3=BCrgen_M?= <j@example.org>\nSubject: =?UTF-8?B?TmV1ZXIg?=\n =?UTF-8?B?U2hvcA==?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"out\"\n\nnobody reads this\n--out\nContent-Type: multipart/alternative;\n boundary=in\n\n--in\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nWir m=F6chten einen Shop f=\n=FCr B=FCcher.\n--in\nContent-Type: text/html\n\n<p>Wir</p>\n--in--\n--out\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--out--\n",
        );
        assert_eq!(mail.subject, "Neuer Shop");
        assert_eq!(mail.sender, "Jürgen M");
        assert_eq!(mail.address, "j@example.org");
        assert_eq!(mail.text, "Wir möchten einen Shop für Bücher.");
        assert_eq!(mail.name(), "Neuer Shop");
        assert_eq!(
            mail.words(),
            "Neuer Shop\n\nWir möchten einen Shop für Bücher."
        );
    }

    #[test]
    fn a_mail_of_html_says_what_is_seen() {
        let mail = mail(
            "From: ada@example.org\nSubject: Site\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHN0eWxlPnAge308L3N0eWxlPjxwPkEgc2hvcCAmYW1wOyBh\nIGJsb2c8YnI+Zm9yICYjODM2NDsyMDAwPC9wPg==\n",
        );
        assert_eq!(mail.sender, "ada@example.org");
        assert_eq!(mail.text, "A shop & a blog\nfor €2000");
    }

    #[test]
    fn a_form_says_to_whom_an_answer_goes() {
        let mail = mail(
            "From: Site <noreply@example.com>\nReply-To: Ada <ada@example.org>\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n\nA shop",
        );
        assert_eq!(mail.address, "ada@example.org");
        assert_eq!(mail.date, "Tue, 10 Nov 2026 09:00:00 +0100");
    }

    #[test]
    fn a_text_is_a_text_and_a_picture_is_none() {
        assert_eq!(mail("We need:\na shop").text, "We need:\na shop");
        assert_eq!(mail("Note: a shop\nMore: soon").subject, "");
        assert_eq!(opened(b"Caf\xe9 site").unwrap().text, "Café site");
        assert_eq!(opened(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
        assert_eq!(opened(b"%PDF-1.4 hello"), None);
        assert_eq!(opened(b""), None);
        assert_eq!(opened(b" \n--\n"), None);
        assert_eq!(opened(&[0x81; 100]), None);
    }

    #[test]
    fn an_entry_of_a_calendar_says_what_and_when() {
        let mail = mail(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER;CN=\"Ada\":mailto:ada@example.org\nSUMMARY:Launch\\, new\n  site\nDTSTART;VALUE=DATE:20270301\nDESCRIPTION:We need a shop\\nfor 3000 EUR\nEND:VEVENT\nEND:VCALENDAR\n",
        );
        assert_eq!(mail.subject, "Launch, new site");
        assert_eq!(mail.sender, "Ada");
        assert_eq!(mail.text, "We need a shop\nfor 3000 EUR\n\n2027-03-01");
    }

    #[test]
    fn an_invitation_is_dated_by_itself_and_not_by_its_time_zone_or_alarm() {
        let mail = mail(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:Ours\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19701025T030000\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T000000\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nBEGIN:VALARM\nDESCRIPTION:REMINDER\nEND:VALARM\nDTSTART;TZID=Europe/Berlin:20270301T090000\nSUMMARY:Launch\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20280101T090000\nDESCRIPTION:Another\nEND:VEVENT\nEND:VCALENDAR\n",
        );
        assert_eq!(mail.text, "Launch\n\n2027-03-01");
    }

    #[test]
    fn a_boundary_may_begin_another() {
        let mail = mail(
            "From: a@example.org\nSubject: Site\nContent-Type: multipart/mixed; boundary=out\n\n--out \nContent-Type: multipart/alternative; boundary=out2\n\n--out2\nContent-Type: text/plain\n\nWe need a shop.\n--out2\nContent-Type: text/html\n\n<p>We need a shop.</p>\n--out2--\n--out-3\n--out\nContent-Type: text/plain\n\nSoon.\n--out--\nnobody reads this\n",
        );
        assert_eq!(mail.text, "We need a shop.\n\nSoon.");
    }

    #[test]
    fn a_character_may_be_split_over_encoded_words() {
        let mail = mail(
            "From: =?utf-8?q?J=C3?= =?UTF-8?b?vHJnZW4=?= =?iso-8859-1?q?_M=FCller?= <j@example.org>\nSubject: =?utf-8?b?R3LD?=\n =?utf-8?q?=BC=C3=9Fe?= an =?broken =?utf-8?q?Sie?=\n\nWe need a shop.",
        );
        assert_eq!(mail.sender, "Jürgen Müller");
        assert_eq!(mail.subject, "Grüße an =?broken Sie");
    }

    #[test]
    fn nothing_makes_it_panic() {
        let seed: Vec<u8> = "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Transfer-Encoding: base64\n\n=?utf-8?b?äö=?=\n<p &#99999999;&\n--x--\nBEGIN:VCALENDAR:;\\"
            .bytes()
            .collect();
        let mut state = 1_u32;
        for _ in 0..4000 {
            let mut file = seed.clone();
            for _ in 0..6 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (state >> 8) as usize % file.len();
                match state % 3 {
                    0 => file[at] = (state >> 16) as u8,
                    1 => file.truncate(at.max(1)),
                    _ => file.extend_from_within(..at),
                }
            }
            let _ = opened(&file);
            let _ = calendar::open(&String::from_utf8_lossy(&file));
            let _ = busy_times(&String::from_utf8_lossy(&file), 20_000..20_100);
            let _ = html::text(&String::from_utf8_lossy(&file));
            let _ = encoded::words(&String::from_utf8_lossy(&file), &latin);
        }
    }
}
