//! Words about date and money, and their meaning.

use super::date::days;
use super::fields::{BudgetKind, DeadlineKind, Draft, DraftDeadline, FieldProblem};
use crate::engine::{Pay, Terms};
use crate::reader::{
    Amount, Language, Moment, Per, amount, either, is_now, is_share, is_unknown, when,
};

/// Maximum number of weeks that a bare number means: a larger one is a year or a day. Assumption:
/// two years.
const MOST_BARE_WEEKS: f64 = 104.0;

/// Language, place and time in which a draft is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Language that it was typed in.
    pub language: &'a Language,
    /// Terms of the shop, with its currency and its tax.
    pub terms: &'a Terms,
    /// Day from which "within" is counted, in days from 1 January 1970.
    pub today: i64,
}

/// Meaning of the words about date and money, as far as they are understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// Date, or `None` if it is empty or not understood.
    pub when: Option<Due>,
    /// Both days, where the figures of a date can mean two.
    pub either: Option<[i64; 2]>,
    /// Sum in the field of the amount, or `None` if it is empty or not understood.
    pub sum: Option<Sum>,
    /// Problem that keeps the sum from a comparison with the shop's prices, if there is one.
    pub mismatch: Option<FieldProblem>,
    /// Payment that the field of the amount names in the place of one: a share.
    pub pay: Option<Pay>,
}

/// Date as it was put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// Within a range of weeks.
    Weeks {
        /// Lower end.
        low: f64,
        /// Upper end, equal to the lower one if it is not a range.
        high: f64,
    },
    /// Day, in days from 1 January 1970.
    Day(i64),
    /// As soon as possible.
    Soon,
    /// No date.
    Open,
    /// No answer yet.
    Unknown,
}

/// Sum of money as it was put, in the shop's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// Kind of deal, if the words name one.
    pub kind: Option<BudgetKind>,
    /// Lower end.
    pub low: f64,
    /// Upper end, equal to the lower one if it is not a range.
    pub high: f64,
    /// Alternative amount, if `1.500` can be read in two ways.
    pub other: Option<f64>,
}

impl Interpretation {
    /// Reads the words of a draft.
    pub fn of(draft: &Draft, reading: Reading) -> Interpretation {
        let budget = &draft.budget;
        let has_amount = !matches!(budget.kind, Some(BudgetKind::Gift | BudgetKind::Unknown));
        let sum = has_amount.then(|| Sum::read(&budget.amount, reading));
        let Reading {
            language, today, ..
        } = reading;
        Interpretation {
            when: Due::of(&draft.deadline, reading),
            either: match draft.deadline.kind {
                Some(DeadlineKind::Text) => either(&draft.deadline.text, language, today),
                _ => None,
            },
            sum: sum.flatten(),
            mismatch: has_amount
                .then(|| mismatch(&budget.amount, reading))
                .flatten(),
            pay: (has_amount && is_share(&budget.amount, language)).then_some(Pay::Share),
        }
    }
}

impl Due {
    /// Reads the words of a deadline.
    pub(super) fn of(typed: &DraftDeadline, reading: Reading) -> Option<Due> {
        match typed.kind? {
            DeadlineKind::Open => Some(Due::Open),
            DeadlineKind::Date => days(&typed.date).map(Due::Day),
            DeadlineKind::Weeks => {
                let (low, high) = ends(&typed.text, reading)?;
                Some(Due::Weeks { low, high })
            }
            DeadlineKind::Text => Due::read(&typed.text, reading),
        }
    }

    /// Reads words about a date.
    pub(super) fn read(text: &str, reading: Reading) -> Option<Due> {
        let text = &in_figures(text);
        bare_weeks(text, reading).or_else(|| {
            let Reading {
                language, today, ..
            } = reading;
            if is_unknown(text, language) {
                return Some(Due::Unknown);
            }
            if is_now(text, language) {
                return Some(Due::Soon);
            }
            let moment = when(text, language, today)?.moment;
            Some(match moment {
                Moment::Day { day, .. } => Due::Day(day),
                Moment::Length { unit, low, .. } => {
                    let high = low;
                    let weeks = |moment: Moment| moment.days(today).map(|days| days / 7.0);
                    Due::Weeks {
                        low: weeks(Moment::Length { unit, low, high })?,
                        high: weeks(moment)?,
                    }
                }
                Moment::Open => Due::Open,
                Moment::Soon => Due::Soon,
            })
        })
    }
}

/// Reads weeks from a bare number or range: whole, or with a half. "23.12" is a day.
fn bare_weeks(text: &str, reading: Reading) -> Option<Due> {
    let text = text.trim();
    let is_bare = |c: char| c.is_numeric() || c.is_whitespace() || ".,-–—~〜～٫".contains(c);
    let is_week = |weeks: f64| (weeks * 2.0).fract() == 0.0 && weeks <= MOST_BARE_WEEKS;
    if !text.chars().all(is_bare) || text.ends_with('.') || days(text).is_some() {
        return None;
    }
    let (low, high) = ends(text, reading)?;
    (low > 0.0 && is_week(low) && is_week(high)).then_some(Due::Weeks { low, high })
}

impl Sum {
    /// A sum that is not known yet.
    pub const UNKNOWN: Sum = Sum {
        kind: Some(BudgetKind::Unknown),
        low: 0.0,
        high: 0.0,
        other: None,
    };

    /// Reads words about money.
    pub(super) fn read(text: &str, reading: Reading) -> Option<Sum> {
        if is_unknown(text, reading.language) {
            return Some(Sum::UNKNOWN);
        }
        let Amount {
            low,
            high,
            per,
            other,
            ..
        } = amount_of(text, reading)?;
        let kind = match per {
            Per::Once => None,
            Per::Month => Some(BudgetKind::Monthly),
            Per::Hour => Some(BudgetKind::Hourly),
            Per::Other => return None,
        };
        Some(Sum {
            kind,
            low,
            high,
            other,
        })
    }
}

/// Returns the ends of a number or a range, which are equal for a single number. `None` for
/// negative amounts, and for money in another currency than the shop's.
pub(super) fn ends(text: &str, reading: Reading) -> Option<(f64, f64)> {
    amount_of(text, reading).map(|amount| (amount.low, amount.high))
}

/// Returns a text with its vulgar fractions written out: "2½" as 2.5.
fn in_figures(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let fraction = match c {
            '¼' => ".25",
            '½' => ".5",
            '¾' => ".75",
            _ => {
                plain.push(c);
                continue;
            }
        };
        let whole = plain.trim_end().len();
        if plain.trim_end().ends_with(char::is_numeric) {
            plain.truncate(whole);
        } else {
            plain.push('0');
        }
        plain.push_str(fraction);
    }
    plain
}

/// Returns the number that was typed, in figures or in words. `None` for a range, a negative
/// number, and money in another currency than the shop's.
///
/// ```
/// # use takeon::draft::{Reading, exact};
/// # use takeon::engine::{Team, Terms};
/// # use takeon::reader::Language;
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), Vec::new());
/// let german = Language::read("de", &["{\"point\":\",\"}"]).unwrap();
/// let reading = Reading { language: &german, terms: &terms, today: 0 };
/// assert_eq!(exact("1.500", reading), Some(1500.0));
/// assert_eq!(exact("2½", reading), Some(2.5));
/// assert_eq!(exact("soon", reading), None);
/// ```
pub fn exact(text: &str, reading: Reading) -> Option<f64> {
    let (low, high) = ends(text, reading)?;
    (low == high).then_some(low)
}

/// Returns the amount in a text as the shop quotes its prices, with tax or without.
fn amount_of(text: &str, reading: Reading) -> Option<Amount> {
    let text = &in_figures(text.trim());
    let amount = amount(text, reading.language, &reading.terms.currency)?;
    let factor = factor(&amount, reading.terms).ok()?;
    (!text.starts_with(['-', '−'])).then(|| Amount {
        low: amount.low * factor,
        high: amount.high * factor,
        other: amount.other.map(|other| other * factor),
        ..amount
    })
}

/// Returns the reason why a sum cannot be compared with the shop's prices, if there is one.
fn mismatch(text: &str, reading: Reading) -> Option<FieldProblem> {
    let amount = amount(text.trim(), reading.language, &reading.terms.currency)?;
    factor(&amount, reading.terms).err()
}

/// Returns the factor from an amount to one as the shop quotes its prices.
fn factor(amount: &Amount, terms: &Terms) -> Result<f64, FieldProblem> {
    let currency = amount.currency.as_deref();
    if currency.is_some_and(|currency| currency != terms.currency) {
        return Err(FieldProblem::Currency);
    }
    let factor = amount.tax.map_or(Some(1.0), |tax| terms.quoted_factor(tax));
    factor.ok_or(FieldProblem::Tax)
}
