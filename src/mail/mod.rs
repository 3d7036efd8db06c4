//! Messages in files: a text, a mail (`.eml`) or a calendar entry (`.ics`).

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod busy;
mod calendar;
mod charset;
mod encoded;
mod html;
mod message;
mod moment;
mod part;
mod repeat;

pub use busy::{BusyTime, busy_times};
pub use calendar::{is_calendar, is_of_time};
pub use charset::Decode;
pub use message::Mail;

use charset::decoded;
use part::{Part, is_mail};

/// Maximum number of bytes of a file that are read. Assumption: a larger mail has pictures, after
/// its text.
pub const MOST_BYTES: usize = 4_000_000;

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
        _ if is_mail(file) => Part::parse(file).mail(decode),
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

/// Returns the names of the files that are attached to a mail.
///
/// ```
/// # use takeon::mail::attached;
/// let file = b"From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b\r\n\
///     Content-Disposition: attachment; filename=\"brief.pdf\"\r\n\r\n%PDF\r\n--b--\r\n";
/// assert_eq!(attached(file, &|_, _| None), ["brief.pdf"]);
/// assert!(attached(b"No mail at all.", &|_, _| None).is_empty());
/// ```
pub fn attached(file: &[u8], decode: Decode) -> Vec<String> {
    let file = file.get(..MOST_BYTES).unwrap_or(file);
    match is_mail(file) {
        true => Part::parse(file).attached(decode),
        false => Vec::new(),
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
    fn a_mail_of_several_parts_has_its_plain_text() {
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
    fn a_mail_of_html_has_its_visible_text() {
        let mail = mail(
            "From: ada@example.org\nSubject: Site\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHN0eWxlPnAge308L3N0eWxlPjxwPkEgc2hvcCAmYW1wOyBh\nIGJsb2c8YnI+Zm9yICYjODM2NDsyMDAwPC9wPg==\n",
        );
        assert_eq!(mail.sender, "ada@example.org");
        assert_eq!(mail.text, "A shop & a blog\nfor €2000");
    }

    #[test]
    fn the_address_of_a_form_is_that_of_its_reply_to() {
        let mail = mail(
            "From: Site <noreply@example.com>\nReply-To: Ada <ada@example.org>\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n\nA shop",
        );
        assert_eq!(mail.address, "ada@example.org");
        assert_eq!(mail.date, "Tue, 10 Nov 2026 09:00:00 +0100");
    }

    #[test]
    fn text_files_are_opened_and_pictures_are_not() {
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
    fn a_calendar_entry_has_its_description_and_day() {
        let mail = mail(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER;CN=\"Ada\":mailto:ada@example.org\nSUMMARY:Launch\\, new\n  site\nDTSTART;VALUE=DATE:20270301\nDESCRIPTION:We need a shop\\nfor 3000 EUR\nEND:VEVENT\nEND:VCALENDAR\n",
        );
        assert_eq!(mail.subject, "Launch, new site");
        assert_eq!(mail.sender, "Ada");
        assert_eq!(mail.text, "We need a shop\nfor 3000 EUR\n\n2027-03-01");
    }

    #[test]
    fn the_day_of_an_invitation_is_not_that_of_its_time_zone_or_alarm() {
        let mail = mail(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:Ours\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19701025T030000\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T000000\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nBEGIN:VALARM\nDESCRIPTION:REMINDER\nEND:VALARM\nDTSTART;TZID=Europe/Berlin:20270301T090000\nSUMMARY:Launch\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20280101T090000\nDESCRIPTION:Another\nEND:VEVENT\nEND:VCALENDAR\n",
        );
        assert_eq!(mail.text, "Launch\n\n2027-03-01");
    }

    #[test]
    fn a_boundary_may_be_a_prefix_of_another() {
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
    fn no_file_causes_a_panic() {
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
