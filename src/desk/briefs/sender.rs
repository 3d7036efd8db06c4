//! The sender of a message, and the day on which it was written: from the head of a mail, pasted or in
//! a file, or else from its last lines.

use super::phone::{begins_with_phone, called_phone, is_one, phone};
use crate::calendar::civil_from_days;
use crate::draft::days;
use crate::mail::Mail;

/// The sender of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailSender {
    /// Name, or else address; empty if not known.
    pub name: String,
    /// E-mail address, telephone number or both; empty if not known.
    pub reach: String,
    /// Day on which it was written, as in 2026-03-31. `None` if not known.
    pub day: Option<String>,
}

/// Labels in the head of a mail as programs paste it, in the languages around us.
const FROM: &str = "from|fra|von|dari|de|van|från|da";
const DATE: &str =
    "date|sent|dato|sendt|datum|gesendet|tanggal|dikirim|envoyé|enviado|verzonden|skickat|inviato";
const SUBJECT: &str =
    "subject|emne|betreff|subjek|perihal|objet|asunto|onderwerp|ämne|oggetto|assunto";
const OTHER: &str = "to|til|an|kepada|à|para|aan|till|a|cc|bcc|kopi|reply-to|svar til|antwort an|attachments|vedhæftet|anlagen";

/// Words before a name at the end of a message, the longer of two first.
const FAREWELLS: &str = "med venlig hilsen|de bedste hilsner|bedste hilsner|mange hilsner|venlig hilsen|hilsen|mvh|vh|kh\
    |best regards|kind regards|warm regards|many thanks|best wishes|all the best|yours sincerely|yours faithfully\
    |yours truly|yours|sincerely|regards|thanks|cheers|best\
    |mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|herzliche grüße|viele grüße|beste grüße|liebe grüße\
    |mit besten grüßen|mit freundlichen grüssen|freundliche grüsse|viele grüsse|liebe grüsse|schöne grüße|lieben gruß\
    |schönen gruß|viele liebe grüße|grüße|grüsse|gruß|gruss|mfg|vg|lg|hormat kami|salam hormat|terima kasih|salam\
    |bien cordialement|cordialement|bien à vous|meilleures salutations|salutations|saludos cordiales|un cordial saludo\
    |un saludo|saludos|atentamente|met vriendelijke groeten|met vriendelijke groet|vriendelijke groeten|vriendelijke groet\
    |hartelijke groeten|groeten|groetjes|groet|mvg|z poważaniem|serdecznie pozdrawiam|pozdrawiam|pozdrowienia\
    |atenciosamente|cordialmente|um abraço|abraços|abraço|att|saygılarımla|saygılarımızla|sevgiler|selamlar";

/// Words before the name of somebody who signs for others, in small letters.
const ON_BEHALF: &str = "i.a.|i. a.|i.v.|i. v.|i.o.|p.p.|ppa.|p.v.|pp ";

/// Last lines of a message in which a name behind a slash is a signature, as Danes write it: "/Mette". Assumption.
const SIGNED: usize = 6;

/// Beginnings of the names of months in English, Danish, German and Indonesian.
const MONTHS: [&str; 12] = [
    "jan",
    "feb",
    "mar|mär",
    "apr",
    "may|maj|mai|mei",
    "jun",
    "jul",
    "aug|agu",
    "sep",
    "oct|okt",
    "nov",
    "dec|dez|des",
];

/// Takes the head off a mail that was pasted: with sender, and with day or subject. `None` for a text
/// without one.
pub fn headed(text: &str) -> Option<Mail> {
    let mut mail = Mail::default();
    let (mut is_sent, mut labels) = (false, 0);
    let mut lines = text.trim_start().split_inclusive('\n');
    let mut at = text.len() - text.trim_start().len();
    for line in &mut lines {
        let said = line.trim();
        // A folded line, or the one above what is forwarded.
        if line.starts_with([' ', '\t']) && labels > 0 && !said.is_empty() || said.starts_with("--")
        {
            at += line.len();
            continue;
        }
        let Some((label, value)) = said.split_once(':') else {
            break;
        };
        let label = label.trim_matches('*').trim().to_lowercase();
        let value = value.trim_matches('*').trim().to_owned();
        if is_one(FROM, &label) {
            (mail.sender, is_sent) = (value, true);
        } else if is_one(DATE, &label) {
            mail.date = value;
        } else if is_one(SUBJECT, &label) {
            mail.subject = value;
        } else if !is_one(OTHER, &label) {
            break;
        }
        labels += 1;
        at += line.len();
    }
    if !is_sent || labels < 2 {
        return None;
    }
    let (name, address) = addressed(&mail.sender);
    (mail.sender, mail.address) = (name, address);
    mail.text = text.get(at..)?.trim().to_owned();
    Some(mail)
}

/// The name and the address of `"Ada L." <ada@example.org>`, the address also as Outlook writes it.
fn addressed(sender: &str) -> (String, String) {
    let sender = sender.replace(['[', '('], "<").replace("mailto:", "");
    let (name, address) = sender.split_once('<').unwrap_or((&sender, &sender));
    let address = address
        .split(['>', ']', ')', ' '])
        .next()
        .unwrap_or_default();
    let address = if address.contains('@') { address } else { "" };
    let name = name.trim().trim_matches(['"', '\'', '*']).trim();
    let name = if name.is_empty() { address } else { name };
    (name.to_owned(), address.to_owned())
}

impl MailSender {
    /// The sender of a message that came on a day, in days from 1 January 1970, or before it.
    pub fn of(mail: &Mail, today: i64) -> MailSender {
        let (name, phone) = farewell(&mail.text);
        let phone = phone
            .or_else(|| called_phone(&mail.text))
            .unwrap_or_default();
        let address = match mail.address.is_empty() {
            true => address_in(&mail.text),
            false => mail.address.clone(),
        };
        let day = day_in(&mail.date).filter(|day| days(day).is_some_and(|day| day <= today));
        let reach: Vec<String> = [address, phone]
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect();
        MailSender {
            name: match mail.sender.is_empty() {
                true => name,
                false => mail.sender.clone(),
            },
            reach: reach.join(", "),
            day,
        }
    }
}

/// The first address in a text.
fn address_in(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || "<>()[],;:\"".contains(c));
    let words = words.map(|word| word.trim_end_matches(['.', '!', '?']));
    let is_address = |word: &&str| {
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.contains('@')
        })
    };
    { words }.find(is_address).unwrap_or_default().to_owned()
}

/// The name in the last lines of a text, empty if there is none, and the telephone number below it.
fn farewell(text: &str) -> (String, Option<String>) {
    let lines: Vec<&str> = text
        .lines()
        .flat_map(parted)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let signed = lines
        .iter()
        .enumerate()
        .rev()
        .take(SIGNED)
        .find_map(|(at, line)| {
            let name = line.strip_prefix('/')?.trim_start();
            let is_it = is_name(named(name));
            is_it.then(|| (at, name.to_owned()))
        });
    let parting = lines.iter().enumerate().rev().find_map(|(at, line)| {
        let lower = line.to_lowercase();
        let farewell = FAREWELLS.split('|').find(|known| {
            let rest = lower.strip_prefix(*known);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        // Letters may have other lengths in lower case: counted, not measured.
        let rest: String = line.chars().skip(farewell.chars().count()).collect();
        Some((
            at,
            rest.trim_matches(|c: char| !c.is_alphanumeric()).to_owned(),
        ))
    });
    // Below a farewell there may be a slash before the name, and above it there is none.
    let last = |a: (usize, String), b: (usize, String)| if a.0 >= b.0 { a } else { b };
    let parting = match (signed, parting) {
        (Some(signed), Some(parting)) => Some(last(signed, parting)),
        (signed, parting) => signed.or(parting),
    };
    let Some((at, rest)) = parting else {
        return Default::default();
    };
    let after = lines.get(at + 1..).unwrap_or_default();
    let name = match rest.is_empty() {
        true => after.first().map(|line| named(line)).unwrap_or_default(),
        false => named(&rest),
    };
    let lower = name.to_lowercase();
    let on_behalf = ON_BEHALF.split('|').find(|words| lower.starts_with(words));
    let name = on_behalf
        .and_then(|words| name.get(words.len()..))
        .unwrap_or(name);
    let name = name.trim_start();
    let name = if is_name(name) { name } else { "" };
    let below = lines.get(at..).unwrap_or_default().iter().take(9);
    let phone = { below }.find_map(|line| phone(line, 8));
    (name.to_owned(), phone)
}

/// The name in a line: an address, a number or a place may precede or follow it. Empty if there is none.
fn named(line: &str) -> &str {
    let address = |part: &str| part.split(' ').any(|word| word.contains('@'));
    let parts = line.split([',', '<', '(', '|', ';', ':']).map(|part| {
        let last = part.rsplit_once(' ').map_or("", |(before, _)| before);
        let part = if address(part) { last } else { part };
        let end = part.find(|c: char| c.is_ascii_digit() || c == '+');
        let part = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
        // "Ada Lovelace, tlf. 20 30 40 50", "Ada Lovelace tlf. 20 30 40 50"
        let end = part
            .char_indices()
            .filter(|(_, c)| *c == ' ')
            .map(|(at, _)| at)
            .find(|at| part.get(*at..).is_some_and(begins_with_phone));
        let part = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
        part.trim_matches(|c: char| !c.is_alphanumeric())
    });
    { parts }
        .find(|part| {
            let lower = part.to_lowercase();
            let is_signed = ON_BEHALF.split('|').any(|words| lower.starts_with(words));
            is_name(part) || is_signed
        })
        .unwrap_or_default()
}

/// A line before and from a farewell in it, behind the end of a sentence: "How much is a logo? Thanks, Ada".
fn parted(line: &str) -> [&str; 2] {
    let ends = line.char_indices().filter(|(_, c)| ".!?".contains(*c));
    let begins = |at: &usize| {
        let rest = line.get(*at..).unwrap_or_default();
        let lower = rest.trim_start().to_lowercase();
        let mut farewells = FAREWELLS
            .split('|')
            .filter_map(|known| lower.strip_prefix(known));
        let signed = rest.trim_start().strip_prefix('/');
        let is_signed = signed.is_some_and(|name| is_name(named(name)));
        rest.starts_with(' ') && (is_signed || farewells.any(|rest| rest.starts_with([' ', ','])))
    };
    let at = ends.map(|(at, c)| at + c.len_utf8()).find(begins);
    let (before, after) = line.split_at(at.unwrap_or(line.len()));
    [before, after]
}

/// Returns `true` for a few words with capitals.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_plain = |c: char| c.is_alphabetic() || " .-'’".contains(c);
    (1..=5).contains(&words.len())
        && words.iter().filter(is_capital).count() * 2 > words.len()
        && text.chars().all(is_plain)
}

/// The day in a text such as `Fri, 13 Nov 2026 22:47`, `24. november 2026 09:12` or `2026-11-24`, as in
/// 2026-03-31. `None` where it could be one of two.
fn day_in(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let month_of = |word: &&str| {
        let is_it = |names: &&str| names.split('|').any(|name| word.starts_with(name));
        MONTHS.iter().position(is_it).map(|at| at + 1)
    };
    let number = |word: Option<&&str>| word.and_then(|word| word.parse::<usize>().ok());
    let is_year = |year: &usize| (1990..2100).contains(year);
    let at = words
        .iter()
        .position(|word| number(Some(word)).filter(is_year).is_some() && word.len() == 4)?;
    let year = number(words.get(at))?;
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let (month, day) = match at {
        // As ISO 8601 has it, alone or first in the text.
        0 => (number(words.get(1))?, number(words.get(2))?),
        _ => match (before(2), before(1)) {
            (Some(day), Some(month)) if month_of(month).is_some() => {
                (month_of(month)?, number(Some(day))?)
            }
            (Some(month), Some(day)) if month_of(month).is_some() => {
                (month_of(month)?, number(Some(day))?)
            }
            (first, second) => match (number(first)?, number(second)?) {
                (day, month) if day > 12 || lower.contains('.') => (month, day),
                (month, day) if day > 12 || day == month => (month, day),
                _ => return None,
            },
        },
    };
    let date = format!("{year}-{month:02}-{day:02}");
    // No 31 February.
    let known = days(&date).map(civil_from_days);
    known
        .filter(|known| *known == (year as i64, month as i64, day as i64))
        .map(|_| date)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn sender(text: &str) -> (MailSender, String) {
        let mail = headed(text).unwrap_or_else(|| Mail {
            text: text.to_owned(),
            ..Mail::default()
        });
        (
            MailSender::of(&mail, days("2026-11-30").unwrap()),
            mail.text,
        )
    }

    #[test]
    fn a_pasted_mail_says_who_wrote_it_and_when() {
        for (text, name, reach, day) in [
            (
                "From: Sarah Whitcombe <sarah@kiln.example>\nDate: Fri, 13 Nov 2026 22:47\nSubject: New website\n\nHello",
                "Sarah Whitcombe",
                "sarah@kiln.example",
                Some("2026-11-13"),
            ),
            (
                "Fra: Mette Sørensen <mette@kro.example>\nSendt: 24. november 2026 09:12\nTil: Fjordlys\nEmne: Ny side\n\nHej\n\nMvh Mette\nTlf. 20 30 40 50",
                "Mette Sørensen",
                "mette@kro.example, 20 30 40 50",
                Some("2026-11-24"),
            ),
            (
                "-----Ursprüngliche Nachricht-----\nVon: \"Dr. Weiß\" [mailto:weiss@praxis.example]\nGesendet: Dienstag, 3. März 2026 08:00\nBetreff: Praxis\n\nGuten Tag",
                "Dr. Weiß",
                "weiss@praxis.example",
                Some("2026-03-03"),
            ),
            (
                "From: bo@example.org\nSent: Tuesday, November 24, 2026 9:12 AM\n\nHi",
                "bo@example.org",
                "bo@example.org",
                Some("2026-11-24"),
            ),
            // It could be May or April, and nothing is sent tomorrow.
            ("From: Bo\nSent: 04/05/2026 9:12\n\nHi", "Bo", "", None),
            ("From: Bo\nDate: 2026-12-24\n\nHi", "Bo", "", None),
        ] {
            let (sender, rest) = sender(text);
            assert_eq!(
                (&*sender.name, &*sender.reach, sender.day.as_deref()),
                (name, reach, day),
                "{text}"
            );
            assert!(
                !rest.contains("20:") && rest.starts_with(['H', 'G']),
                "{rest}"
            );
        }
    }

    #[test]
    fn the_last_lines_say_who_wrote_it_where_nothing_else_does() {
        for (text, name, reach) in [
            ("Vi vil have en side.\n\nMvh Jonas", "Jonas", ""),
            (
                "Wir suchen eine Website.\n\nMit freundlichen Grüßen\nDr. Anna von Berg\nTel. +49 30 1234567\nanna@berg.example",
                "Dr. Anna von Berg",
                "anna@berg.example, +49 30 1234567",
            ),
            ("We need a shop.\nThanks in advance for your offer", "", ""),
            (
                "Guten Tag.\nFreundliche Grüße\ni.A. Petra Sommer",
                "Petra Sommer",
                "",
            ),
            ("Hej, hvad koster et logo? Mvh Jens", "Jens", ""),
            (
                "Vi har 30.000 kr. Hilsen Bo Vest, bo@vest.example",
                "Bo Vest",
                "bo@vest.example",
            ),
            (
                "We sell cups. Thanks for your time. We need a shop.",
                "",
                "",
            ),
            ("We sell 12345678 cups.\nBest, Ada", "Ada", ""),
            ("Note: from May on\nTo: be done", "", ""),
            (
                "Vi vil have en side.\nHilsen Lone Dahl <lone@dahl.example>",
                "Lone Dahl",
                "lone@dahl.example",
            ),
            (
                "Mvh Lone Dahl lone@dahl.example",
                "Lone Dahl",
                "lone@dahl.example",
            ),
            ("Best, Ada Hill (Kiln Ltd)", "Ada Hill", ""),
            (
                "Wir suchen eine Website. Tel. 040 123456. Gruß, Eva Lang",
                "Eva Lang",
                "040 123456",
            ),
            ("Viele Grüße aus Hamburg, Eva Lang", "Eva Lang", ""),
            (
                "Je cherche un site.\nBien cordialement,\nPaul Durand",
                "Paul Durand",
                "",
            ),
            ("Busco una web. Saludos, Ana Ruiz", "Ana Ruiz", ""),
            ("Met vriendelijke groet,\nJan de Vries", "Jan de Vries", ""),
            ("Szukam strony. Pozdrawiam, Ewa Nowak", "Ewa Nowak", ""),
            ("Quero um site.\nAtenciosamente,\nAna Lima", "Ana Lima", ""),
            ("Saygılarımla,\nAyşe Demir", "Ayşe Demir", ""),
            ("Mvh Ada Hill tlf. 22 33 44 55", "Ada Hill", "22 33 44 55"),
            (
                "Vi vil have en side.\n\n/Mette, 51 23 45 67",
                "Mette",
                "51 23 45 67",
            ),
            ("Ring endelig. /Mette Dahl", "Mette Dahl", ""),
            (
                "Vi vil have en side.\n/ Bo Vest\nVest & Søn\nbo@vest.example",
                "Bo Vest",
                "bo@vest.example",
            ),
            ("Mvh Mette, 51 23 45 67", "Mette", "51 23 45 67"),
            ("Venlig hilsen\n/Mette", "Mette", ""),
            ("Se siden:\n/kontakt\n/Om os/priser", "", ""),
        ] {
            let (sender, rest) = sender(text);
            assert_eq!(
                (&*sender.name, &*sender.reach, sender.day),
                (name, reach, None),
                "{text}"
            );
            assert_eq!(rest, text);
        }
    }
}
