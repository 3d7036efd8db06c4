//! Calendar entries (RFC 5545): description and time.

use super::Mail;

/// Returns `true` for bytes that begin a calendar.
pub fn is(file: &[u8]) -> bool {
    file.get(..15)
        .is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

/// Reads the first entry of a calendar: its description, and the day of its end or else of its
/// start.
pub fn open(file: &str) -> Mail {
    let mut mail = Mail::default();
    let (mut due, mut start) = (None, None);
    for line in unfolded(file).lines() {
        let Some((name, parameters, value)) = property(line) else {
            continue;
        };
        match &*name.to_ascii_uppercase() {
            "SUMMARY" if mail.subject.is_empty() => mail.subject = unescaped(value),
            "DESCRIPTION" if mail.text.is_empty() => mail.text = unescaped(value),
            "ORGANIZER" if mail.sender.is_empty() => mail.sender = organizer(parameters, value),
            "DUE" => due = due.or(day(value)),
            "DTSTART" => start = start.or(day(value)),
            "END"
                if value.eq_ignore_ascii_case("VEVENT") || value.eq_ignore_ascii_case("VTODO") =>
            {
                break;
            }
            _ => {}
        }
    }
    if mail.text.is_empty() {
        mail.text.clone_from(&mail.subject);
    }
    if let Some(day) = due.or(start) {
        mail.text.push_str("\n\n");
        mail.text.push_str(&day);
    }
    mail
}

/// The text of a calendar with a line for each property: one that goes on begins with a space.
pub fn unfolded(file: &str) -> String {
    file.replace("\r\n", "\n")
        .replace("\n ", "")
        .replace("\n\t", "")
}

/// Name, parameters and value of a line.
pub fn property(line: &str) -> Option<(&str, &str, &str)> {
    // A colon between quotes belongs to a parameter.
    let mut in_quotes = false;
    let colon = line.find(|c| {
        in_quotes ^= c == '"';
        c == ':' && !in_quotes
    })?;
    let (name, value) = line.split_at_checked(colon)?;
    let (name, parameters) = name.split_once(';').unwrap_or((name, ""));
    Some((name, parameters, value.get(1..)?))
}

/// Unescapes a calendar text: `\n` for a line break, `\,` for a comma.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c) => text.push(c),
                None => {}
            },
            _ => text.push(c),
        }
    }
    text.trim().to_owned()
}

/// Returns the name of the organizer, or else the address.
fn organizer(parameters: &str, value: &str) -> String {
    let name = parameters
        .split(';')
        .find_map(|pair| pair.strip_prefix("CN="));
    let address = value
        .trim_start_matches("mailto:")
        .trim_start_matches("MAILTO:");
    name.map_or(address, |name| name.trim_matches('"'))
        .trim()
        .to_owned()
}

/// Returns a day in readable form: 2027-03-01 for `20270301T090000Z`.
fn day(value: &str) -> Option<String> {
    let digits = value
        .get(..8)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?);
    Some([year, month, day].join("-"))
}
