//! Visible text of HTML, line by line.

/// Invisible elements.
const HIDDEN: [&str; 4] = ["style", "script", "head", "title"];

/// Block elements.
const LINES: [&str; 15] = [
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "table",
    "blockquote",
    "hr",
    "section",
];

/// Named character references that are frequent in mails.
const NAMED: [(&str, &str); 8] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("euro", "€"),
    ("pound", "£"),
];

/// Returns the text of HTML without creating any element.
pub fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    let mut hidden: Option<&str> = None;
    while let Some((before, after)) = rest.split_once('<') {
        if hidden.is_none() {
            say(&mut text, before);
        }
        let (tag, after) = match after.strip_prefix("!--") {
            Some(comment) => ("", comment.split_once("-->").map_or("", |(_, after)| after)),
            None => after.split_once('>').unwrap_or((after, "")),
        };
        rest = after;
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let name = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match hidden {
            Some(known) => {
                if is_end && known == name {
                    hidden = None;
                }
            }
            None => {
                hidden = HIDDEN.into_iter().find(|known| *known == name && !is_end);
                let begins = LINES.contains(&&*name);
                if begins && !text.is_empty() && !text.ends_with('\n') {
                    text.truncate(text.trim_end_matches(' ').len());
                    text.push('\n');
                }
                // Cells of a row.
                if !begins
                    && (name == "td" || name == "th")
                    && !text.is_empty()
                    && !text.ends_with(char::is_whitespace)
                {
                    text.push(' ');
                }
            }
        }
    }
    if hidden.is_none() {
        say(&mut text, rest);
    }
    text
}

/// Appends words, collapsing spaces and resolving character references.
fn say(text: &mut String, words: &str) {
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c.is_ascii_whitespace() {
            if !text.is_empty() && !text.ends_with(char::is_whitespace) {
                text.push(' ');
            }
            continue;
        }
        // No name is longer.
        let end = rest
            .bytes()
            .take(10)
            .position(|byte| byte == b';')
            .filter(|_| c == '&');
        let known = end.and_then(|end| Some((character(rest.get(..end)?)?, rest.get(end + 1..)?)));
        match known {
            Some((known, after)) => {
                text.push_str(&known);
                rest = after;
            }
            None => text.push(c),
        }
    }
}

fn character(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).map(String::from);
    }
    let (_, known) = NAMED.iter().find(|(known, _)| *known == name)?;
    Some((*known).to_owned())
}
