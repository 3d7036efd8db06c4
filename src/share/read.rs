//! A link as a brief: whatever comes, it is a brief or a refusal.

use super::word::decode;
use super::{CONDITIONS, MOST, stamp};
use crate::decimal;
use crate::engine::bounds::{
    MOST_MEMBERS, MOST_MONEY, MOST_OF_A_POINT, MOST_OF_A_WISH, MOST_WEEKS,
};
use crate::engine::{
    Brief, Budget, CareKind, CareOwner, Conditions, Contact, Deadline, Estimate, Priority,
    Relationship, Size, Terms, Want, Wish, fitted,
};

/// The content of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The brief, as far as these terms know its names.
    pub brief: Brief,
    /// The day that was asked for, as `2027-01-15`, instead of weeks: the brief has no deadline then.
    pub date: Option<String>,
    /// The names that these terms do not know.
    pub unknown: Vec<String>,
    /// True for a link that was made with other terms.
    pub other_terms: bool,
}

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It comes from a later version.
    Newer,
    /// It is cut off, or is no link of ours.
    Broken,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Refusal::Newer => "the link comes from a later version",
            Refusal::Broken => "the link is cut off, or is none of ours",
        })
    }
}

impl std::error::Error for Refusal {}

/// Reads the word of a link.
///
/// # Errors
/// A link that opens nothing, with the reason. No text makes it panic.
pub fn read(link: &str, terms: &Terms) -> Result<Linked, Refusal> {
    // Measured before anything is made of it.
    if link.len() > MOST {
        return Err(Refusal::Broken);
    }
    let (version, rest) = link.split_once('.').ok_or(Refusal::Broken)?;
    match (version, version.parse::<u32>()) {
        ("1", _) => version_1(rest, terms).ok_or(Refusal::Broken),
        (_, Ok(2..)) => Err(Refusal::Newer),
        _ => Err(Refusal::Broken),
    }
}

/// Reads version 1. None where it is broken.
fn version_1(rest: &str, terms: &Terms) -> Option<Linked> {
    let mut parts = rest.strip_suffix("~z")?.split('~');
    let made_with = parts.next()?;
    if made_with.len() != 6 || !made_with.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut brief = Brief::default();
    let mut date = None;
    for part in parts {
        let (key, value) = part.split_once('_')?;
        match key {
            "p" => brief.purpose = Some(decode(value)?),
            "w" | "o" => {
                let (name, rest) = value.split_once('_').unwrap_or((value, ""));
                let name = decode(name)?;
                let (want, said) = if key == "o" {
                    let (size, said) = rest.split_once('_').unwrap_or((rest, ""));
                    (own(name, size)?, said)
                } else {
                    (Want::Service { service: name }, rest)
                };
                brief.wishes.push(wish(want, said)?);
            }
            "c" => {
                let owners = letters(value, CareKind::ALL.len())?;
                for (kind, owner) in CareKind::ALL.into_iter().zip(owners) {
                    brief.care[kind] = self::owner(owner)?;
                }
            }
            "e" => {
                for id in value.split('_') {
                    let id = decode(id)?;
                    if !brief.promises.contains(&id) {
                        brief.promises.push(id);
                    }
                }
            }
            "k" => brief.conditions = conditions(value)?,
            "r" => brief.relationship = Some(relationship(value)?),
            "d" if value == "open" => brief.deadline = Some(Deadline::Open),
            "d" if is_date(value) => date = Some(value.to_owned()),
            "d" => brief.deadline = Some(Deadline::Weeks(number(value, MOST_WEEKS)?)),
            "b" => brief.budget = Some(budget(value)?),
            _ => return None,
        }
    }
    let (brief, unknown) = fitted(brief, terms);
    if brief.wishes.len().max(brief.promises.len()) > MOST_MEMBERS {
        return None;
    }
    Some(Linked {
        brief,
        date,
        unknown,
        other_terms: made_with != stamp(terms),
    })
}

/// A number from 0 to `most`, in digits.
fn number(text: &str, most: f64) -> Option<f64> {
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = decimal::number(text).filter(|_| digits)?;
    (value <= most).then_some(value)
}

/// So many letters, each an answer.
fn letters(value: &str, count: usize) -> Option<impl Iterator<Item = char>> {
    (value.chars().count() == count).then(|| value.chars())
}

/// Returns `true` for a text in the shape of a date. The draft says if there is such a day.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A wish of the client's own, with its size or its hours.
fn own(name: String, size: &str) -> Option<Want> {
    let size = match size {
        "s" => Size::Small,
        "m" => Size::Medium,
        "l" => Size::Large,
        hours => {
            let mut points = hours.split('-').map(|point| number(point, MOST_OF_A_POINT));
            let (low, likely, high) = (points.next()??, points.next()??, points.next()??);
            let rises = low <= likely && likely <= high && points.next().is_none();
            let hours = Estimate { low, likely, high };
            return rises.then_some(Want::Estimated { name, hours });
        }
    };
    Some(Want::Sized { name, size })
}

/// A wish with what is said of it beyond the usual.
fn wish(want: Want, said: &str) -> Option<Wish> {
    let mut wish = Wish {
        want,
        count: 1,
        priority: Priority::default(),
        serves_purpose: None,
    };
    for said in said.split('_').filter(|_| !said.is_empty()) {
        match said {
            "m" => wish.priority = Priority::Must,
            "c" => wish.priority = Priority::Could,
            "y" => wish.serves_purpose = Some(true),
            "n" => wish.serves_purpose = Some(false),
            count => {
                let count = number(count, MOST_OF_A_WISH).filter(|count| count.fract() == 0.0)?;
                wish.count = (count >= 1.0).then_some(count as u32)?;
            }
        }
    }
    Some(wish)
}

fn owner(letter: char) -> Option<Option<CareOwner>> {
    Some(match letter {
        '-' => None,
        'c' => Some(CareOwner::Client),
        'p' => Some(CareOwner::UsPaid),
        'x' => Some(CareOwner::Partner),
        'u' => Some(CareOwner::UsUnpaid),
        _ => return None,
    })
}

fn conditions(value: &str) -> Option<Conditions> {
    let answers = letters(value, CONDITIONS.len())?;
    let mut conditions = Conditions::default();
    for (topic, letter) in CONDITIONS.into_iter().zip(answers) {
        match (conditions.yes_or_no(topic), letter) {
            (_, '-') => {}
            (Some(answer), 'y') => *answer = Some(true),
            (Some(answer), 'n') => *answer = Some(false),
            (None, 'd') => conditions.contact = Some(Contact::Daily),
            (None, 'w') => conditions.contact = Some(Contact::Weekly),
            (None, 'r') => conditions.contact = Some(Contact::Rarely),
            _ => return None,
        }
    }
    Some(conditions)
}

fn relationship(value: &str) -> Option<Relationship> {
    Some(match value {
        "s" => Relationship::Stranger,
        "r" => Relationship::Referred,
        "c" => Relationship::Client,
        "f" => Relationship::Friend,
        _ => return None,
    })
}

fn budget(value: &str) -> Option<Budget> {
    if value == "h" {
        return Some(Budget::Hourly { cap: None });
    }
    let (amount, deal) = value.split_once('_').unwrap_or((value, ""));
    let amount = number(amount, MOST_MONEY)?;
    Some(match deal {
        "" => Budget::Fixed(amount),
        "m" => Budget::Monthly(amount),
        "h" => Budget::Hourly { cap: Some(amount) },
        _ => return None,
    })
}
