//! Calendar entries (RFC 5545): description and time.

use super::message::Mail;

/// Returns `true` for bytes that begin a calendar.
pub fn is(file: &[u8]) -> bool {
    file.get(..15)
        .is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

/// Returns `true` for the text of a calendar.
pub fn is_calendar(file: &str) -> bool {
    is(file.trim_start_matches('\u{feff}').trim_start().as_bytes())
}

/// Returns `true` for a calendar of somebody's time rather than an entry that is a message: of several entries,
/// or of one in which nobody wrote anything. Recurrences of an entry are one with it.
///
/// ```
/// # use takeon::mail::is_of_time;
/// let entry = "BEGIN:VEVENT\nSUMMARY:Holidays\nDTSTART;VALUE=DATE:20270301\nEND:VEVENT\n";
/// let message = "BEGIN:VEVENT\nSUMMARY:A shop\nDESCRIPTION:We need a shop\nEND:VEVENT\n";
/// let calendar = |entries: &str| format!("BEGIN:VCALENDAR\n{entries}END:VCALENDAR\n");
/// assert!(is_of_time(&calendar(entry)));
/// assert!(!is_of_time(&calendar(message)));
/// assert!(is_of_time(&calendar(&[message, entry].concat())));
/// assert!(!is_of_time("We need a shop."));
/// ```
pub fn is_of_time(file: &str) -> bool {
    if !is_calendar(file) {
        return false;
    }
    let file = unfolded(file);
    let entries = entries(&file, &["VEVENT", "VTODO"]);
    let value = |entry: &[Property], name: &str| {
        let property = entry.iter().find(|property| property.name == name);
        property.map_or_else(String::new, |property| property.value.to_owned())
    };
    let Some(first) = entries.first() else {
        return true;
    };
    let id = value(first, "UID");
    let is_same = |entry: &Vec<Property>| !id.is_empty() && value(entry, "UID") == id;
    let is_written = ["DESCRIPTION", "ORGANIZER"]
        .iter()
        .any(|name| !value(first, name).is_empty());
    !is_written || !entries.iter().skip(1).all(is_same)
}

/// Reads the first event or task of a calendar: its description, and the day on which it is due or
/// else begins.
pub fn open(file: &str) -> Mail {
    let mut mail = Mail::default();
    let (mut due, mut start) = (None, None);
    let file = unfolded(file);
    let entries = entries(&file, &["VEVENT", "VTODO"]);
    for property in entries.into_iter().next().unwrap_or_default() {
        let value = property.value;
        match &*property.name {
            "SUMMARY" => mail.subject = unescaped(value),
            "DESCRIPTION" => mail.text = unescaped(value),
            "ORGANIZER" => mail.sender = organizer(property.parameters, value),
            "DUE" => due = day(value),
            "DTSTART" => start = day(value),
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

/// Property of an entry.
pub struct Property<'a> {
    /// Name in capitals.
    pub name: String,
    /// Parameters, separated by semicolons.
    pub parameters: &'a str,
    /// Value without surrounding space.
    pub value: &'a str,
}

/// Returns the properties of each component with one of these names in an unfolded calendar, without
/// those of components within it: an alarm has times and a text of its own, as time zones have.
pub fn entries<'a>(file: &'a str, names: &[&str]) -> Vec<Vec<Property<'a>>> {
    let mut entries: Vec<Vec<Property>> = Vec::new();
    // Number of open components, from the entry inwards.
    let mut depth = 0;
    for property in file.lines().filter_map(property) {
        let has = |name: &&str| property.value.eq_ignore_ascii_case(name);
        match (&*property.name, depth) {
            ("BEGIN", 0) if names.iter().any(has) => {
                entries.push(Vec::new());
                depth = 1;
            }
            ("BEGIN", 1..) => depth += 1,
            ("END", 1..) => depth -= 1,
            (_, 1) => {
                if let Some(entry) = entries.last_mut() {
                    entry.push(property);
                }
            }
            _ => {}
        }
    }
    entries
}

/// Parses a line.
fn property(line: &str) -> Option<Property<'_>> {
    // A colon between quotes belongs to a parameter.
    let mut in_quotes = false;
    let colon = line.find(|c| {
        in_quotes ^= c == '"';
        c == ':' && !in_quotes
    })?;
    let (name, value) = line.split_at_checked(colon)?;
    let (name, parameters) = name.split_once(';').unwrap_or((name, ""));
    Some(Property {
        name: name.to_ascii_uppercase(),
        parameters,
        value: value.get(1..)?.trim(),
    })
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
