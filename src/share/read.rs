//! Parser of links: any text gives a brief or a refusal.

use super::format::{CONDITIONS, DEPOSIT, MOST, stamp};
use super::name::decode;
use crate::decimal;
use crate::engine::bounds::{
    LEAST, MOST_HOURS, MOST_MEMBERS, MOST_MONEY, MOST_MONTHS, MOST_OF_A_POINT, MOST_OF_A_WISH,
    MOST_ROUNDS, MOST_WEEKS, STAGES_RANGE,
};
use crate::engine::{
    Amount, Brief, Budget, CareDuty, CareKind, CareOwner, Contact, Costs, CountedFrom, Deadline,
    Estimate, Existing, Pay, Payer, PerCareKind, Priority, Progress, Relationship, ResponseTime,
    Rounds, Size, Terms, Want, Wish, fit_to_terms,
};

/// Content of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkContent {
    /// The brief, without names that these terms do not have.
    pub brief: Brief,
    /// Date that was asked for, as `2027-01-15`, in place of weeks: the brief then has no deadline.
    pub date: Option<String>,
    /// Names that these terms do not have.
    pub unknown: Vec<String>,
    /// True if the link was made with other terms.
    pub other_terms: bool,
}

/// Reason for refusing a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The link is from a later version.
    Newer,
    /// The link is truncated, or not one of ours.
    Broken,
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            LinkError::Newer => "the link comes from a later version",
            LinkError::Broken => "the link is cut off, or is none of ours",
        })
    }
}

impl std::error::Error for LinkError {}

/// Parses the word of a link.
///
/// # Errors
/// The reason for refusing it. No text makes this panic.
pub fn read(link: &str, terms: &Terms) -> Result<LinkContent, LinkError> {
    // Checked before anything is allocated.
    if link.len() > MOST {
        return Err(LinkError::Broken);
    }
    let (version, rest) = link.split_once('.').ok_or(LinkError::Broken)?;
    let conditions = match (version, version.parse::<u32>()) {
        ("1", _) => conditions_1,
        ("2", _) => conditions,
        (_, Ok(3..)) => return Err(LinkError::Newer),
        _ => return Err(LinkError::Broken),
    };
    linked(rest, conditions, terms).ok_or(LinkError::Broken)
}

/// Parser of the conditions of working together into a brief. `None` if they are broken.
type ReadConditions = fn(&str, &mut Brief) -> Option<()>;

/// Parses everything after the version. `None` if it is broken.
fn linked(rest: &str, conditions: ReadConditions, terms: &Terms) -> Option<LinkContent> {
    let mut parts = rest.strip_suffix("~z")?.split('~');
    let made_with = parts.next()?;
    if made_with.len() != 6 || !made_with.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut brief = Brief::default();
    let mut date = None;
    let mut seen = Vec::new();
    for part in parts {
        let (key, value) = part.split_once('_')?;
        // Only wishes are many: of two dates or budgets neither would be the one that was meant.
        if !matches!(key, "w" | "o") && seen.contains(&key) {
            return None;
        }
        seen.push(key);
        match key {
            "p" => brief.purpose = Some(decode(value)?),
            "w" | "o" => {
                let (name, rest) = value.split_once('_').unwrap_or((value, ""));
                let name = decode(name)?;
                let (want, details) = if key == "o" {
                    let (size, details) = rest.split_once('_').unwrap_or((rest, ""));
                    (own(name, size)?, details)
                } else {
                    (Want::Service { service: name }, rest)
                };
                brief.wishes.push(wish(want, details)?);
            }
            "on" => brief.existing = Some(Existing::from_name(value)?),
            "c" => brief.care = care(value)?,
            "e" => {
                for id in value.split('_') {
                    let id = decode(id)?;
                    if !brief.promises.contains(&id) {
                        brief.promises.push(id);
                    }
                }
            }
            "k" => conditions(value, &mut brief)?,
            "rounds" => brief.conditions.rounds = Some(rounds(value)?),
            "pay" => brief.pay = Some(pay(value)?),
            "costs" => brief.costs = Some(Payer::from_name(value)?),
            "r" => brief.relationship = Some(relationship(value)?),
            "d" if value == "open" => brief.deadline = Some(Deadline::Open),
            "d" if is_date(value) => date = Some(value.to_owned()),
            "d" => brief.deadline = Some(weeks(value)?),
            "b" => brief.budget = Some(budget(value)?),
            "sofar" => brief.so_far = Some(so_far(value)?),
            _ => return None,
        }
    }
    let (brief, unknown) = fit_to_terms(brief, terms);
    if brief.wishes.len().max(brief.promises.len()) > MOST_MEMBERS {
        return None;
    }
    Some(LinkContent {
        brief,
        date,
        unknown,
        other_terms: made_with != stamp(terms),
    })
}

/// Parses a number from 0 to `most`.
fn number(text: &str, most: f64) -> Option<f64> {
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = decimal::number(text).filter(|_| digits)?;
    (value <= most).then_some(value)
}

/// Parses a whole number within a range.
fn whole(text: &str, (least, most): (f64, f64)) -> Option<u32> {
    let value = number(text, most).filter(|value| value.fract() == 0.0)?;
    (value >= least).then_some(value as u32)
}

/// Parses numbers separated by `-`, each with its own maximum.
fn numbers<const N: usize>(text: &str, most: [f64; N]) -> Option<[f64; N]> {
    let mut numbers = most;
    let mut texts = text.split('-');
    for number in &mut numbers {
        *number = self::number(texts.next()?, *number)?;
    }
    texts.next().is_none().then_some(numbers)
}

/// Returns `true` for a text in the format of a date. The draft checks that the day exists.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Parses a wish of the client's own, with its size or its hours.
fn own(name: String, size: &str) -> Option<Want> {
    let size = match size {
        "s" => Size::Small,
        "m" => Size::Medium,
        "l" => Size::Large,
        "u" => Size::Unknown,
        hours => {
            let [low, likely, high] = numbers(hours, [MOST_OF_A_POINT; 3])?;
            let rises = low <= likely && likely <= high;
            let hours = Estimate { low, likely, high };
            return rises.then_some(Want::Estimated { name, hours });
        }
    };
    Some(Want::Sized { name, size })
}

/// Parses a wish with everything that differs from the default.
fn wish(want: Want, details: &str) -> Option<Wish> {
    let mut wish = Wish::new(want);
    for details in details.split('_').filter(|_| !details.is_empty()) {
        match details {
            "m" => wish.priority = Priority::Must,
            "c" => wish.priority = Priority::Could,
            "y" => wish.serves_purpose = Some(true),
            "n" => wish.serves_purpose = Some(false),
            _ => match details.split_once('-') {
                Some(("l", text)) => {
                    let text = decode(text)?;
                    wish.like = (!text.trim().is_empty()).then_some(text);
                }
                Some(("t", weeks)) => wish.least_weeks = Some(number(weeks, MOST_WEEKS)?),
                Some(("e", costs)) => {
                    let [once, monthly] = numbers(costs, [MOST_MONEY; 2])?;
                    wish.costs = Some(Costs { once, monthly });
                }
                _ => wish.count = whole(details, (1.0, MOST_OF_A_WISH))?,
            },
        }
    }
    Some(wish)
}

/// Parses the care of each kind: a letter for the owner, then hours and response time, if any.
fn care(value: &str) -> Option<PerCareKind<CareDuty>> {
    let mut care = PerCareKind::default();
    let mut rest = value;
    for kind in CareKind::ALL {
        let mut letters = rest.chars();
        let by = match letters.next()? {
            '-' => None,
            'c' => Some(CareOwner::Client),
            'p' => Some(CareOwner::UsPaid),
            'x' => Some(CareOwner::Partner),
            'u' => Some(CareOwner::UsUnpaid),
            _ => return None,
        };
        rest = letters.as_str();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'));
        let (hours, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let within = match after.chars().next() {
            Some('d') => Some(ResponseTime::Day),
            Some('h') => Some(ResponseTime::Hours),
            _ => None,
        };
        rest = after.get(usize::from(within.is_some())..)?;
        let hours = match hours {
            "" => None,
            hours => Some(number(hours, MOST_HOURS)?),
        };
        care[kind] = CareDuty { by, hours, within };
    }
    rest.is_empty().then_some(care)
}

/// Parses the conditions of version 1, which have a deposit among them.
fn conditions_1(value: &str, brief: &mut Brief) -> Option<()> {
    let (before, rest) = value.split_at_checked(DEPOSIT)?;
    let (deposit, after) = rest.split_at_checked(1)?;
    brief.pay = match deposit {
        "y" => Some(Pay::Deposit),
        "n" => Some(Pay::End),
        "-" => None,
        _ => return None,
    };
    // Newer conditions are left unanswered.
    let new = "-".repeat(CONDITIONS.len() - DEPOSIT - 1);
    conditions(&[before, after, &new].concat(), brief)
}

fn conditions(value: &str, brief: &mut Brief) -> Option<()> {
    if value.len() != CONDITIONS.len() {
        return None;
    }
    let conditions = &mut brief.conditions;
    for (topic, letter) in CONDITIONS.into_iter().zip(value.chars()) {
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
    Some(())
}

fn rounds(value: &str) -> Option<Rounds> {
    if value == "open" {
        return Some(Rounds::OPEN);
    }
    whole(value, (0.0, MOST_ROUNDS)).map(Rounds::Counted)
}

fn pay(value: &str) -> Option<Pay> {
    Some(match value {
        "deposit" => Pay::Deposit,
        "end" => Pay::End,
        "later" => Pay::Later,
        "share" => Pay::Share,
        stages => Pay::Stages(whole(stages, STAGES_RANGE)?),
    })
}

fn weeks(value: &str) -> Option<Deadline> {
    let (weeks, from) = match value.split_once('_') {
        Some((weeks, from)) => (weeks, CountedFrom::from_name(from)?),
        None => (value, CountedFrom::Today),
    };
    let weeks = number(weeks, MOST_WEEKS)?;
    Some(Deadline::Weeks { weeks, from })
}

fn so_far(value: &str) -> Option<Progress> {
    let [hours, paid, done] = numbers(value, [MOST_HOURS, MOST_MONEY, 1.0])?;
    (done < 1.0).then_some(Progress { hours, paid, done })
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

/// Parses an amount, a `_`, and the letter of a deal with a number of its own: each is optional.
fn budget(value: &str) -> Option<Budget> {
    let (amount, deal) = match value.split_once('_') {
        Some((amount, deal)) => (Some(amount), deal),
        None if value.starts_with(|c: char| c.is_ascii_alphabetic()) => (None, value),
        None => (Some(value), "f"),
    };
    let up_to = |most| match amount {
        Some(amount) => number(amount, most).map(Some),
        None => Some(None),
    };
    let (kind, own) = deal.split_at_checked(1)?;
    let from_to = |least, most| match own {
        "" => Some(None),
        own => number(own, most).filter(|own| *own >= least).map(Some),
    };
    Some(match (kind, amount) {
        ("f" | "m", _) if !own.is_empty() => return None,
        ("f", Some(range)) if range.contains('-') => {
            let [from, to] = numbers(range, [MOST_MONEY; 2])?;
            Budget::Fixed((from <= to).then_some(Amount::Range { from, to })?)
        }
        ("f", _) => Budget::Fixed(self::amount(up_to(MOST_MONEY)?)),
        ("m", _) => Budget::Monthly(self::amount(up_to(MOST_MONEY)?)),
        ("h", _) => Budget::Hourly {
            rate: from_to(LEAST, MOST_MONEY)?,
            cap: up_to(MOST_MONEY)?,
        },
        ("g", _) => Budget::Gift {
            hours: up_to(MOST_HOURS)?,
            months: from_to(1.0, MOST_MONTHS)?,
        },
        _ => return None,
    })
}

fn amount(amount: Option<f64>) -> Amount {
    amount.map_or(Amount::Unsaid {}, Amount::Exact)
}
