//! Need: the money and the date that make a yes, in words.

use super::words::Words;
use super::{amount, quantity};
use crate::engine::{
    Appraisal, Brief, Budget, Deadline, Needed, PriceDisplay, Terms, falls_short,
    raised_and_settled, rounding, settled_in_head, sufficient,
};

/// Money and date that make a yes, in words: each as far as it is known and disclosed.
#[derive(Default)]
pub struct NeedInWords {
    /// The money.
    pub money: Option<String>,
    /// The date.
    pub weeks: Option<String>,
}

impl NeedInWords {
    /// Returns only what a brief lacks. A side that is enough would be less than what was offered.
    pub(super) fn missing(self, brief: &Brief, needed: Needed) -> NeedInWords {
        let money = brief.budget.and_then(Budget::amount);
        let weeks = brief.deadline.map(Deadline::weeks);
        let is_short = |said: Option<f64>, needed| said.is_none_or(|said| needed > Some(said));
        NeedInWords {
            money: self.money.filter(|_| is_short(money, needed.money)),
            weeks: self.weeks.filter(|_| is_short(weeks, needed.weeks)),
        }
    }

    /// Returns the sentence about it: the message with both, with money, or with weeks.
    pub(super) fn sentence(
        &self,
        words: &Words,
        [both, money, weeks]: [&str; 3],
    ) -> Option<String> {
        Some(match (&self.money, &self.weeks) {
            (Some(money), Some(weeks)) => words.format(both, &[("money", money), ("weeks", weeks)]),
            (Some(sum), None) => words.format(money, &[("money", sum)]),
            (None, Some(date)) => words.format(weeks, &[("weeks", date)]),
            (None, None) => return None,
        })
    }
}

/// Formats the money, without mentioning tax, and the date that together make the unchanged brief a
/// yes. `None` if more would not suffice, as with a promise that nobody can keep, or if the shop
/// does not disclose them.
pub fn needed_of(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> NeedInWords {
    let would_do = appraisal.stops.is_empty() && appraisal.promises.broken.is_empty();
    let Some(needed) = sufficient(brief, terms, appraisal).filter(|_| would_do) else {
        return NeedInWords::default();
    };
    let money = needed.money;
    let money = money.and_then(|money| amount::needed(words, terms, brief.budget, money));
    let weeks = needed.weeks.filter(|_| !brief.is_ongoing());
    let weeks = weeks.map(|weeks| {
        let from = brief.deadline.map(Deadline::from).unwrap_or_default();
        // A date of any day that is kept is spoken as that date is.
        let weeks = words.plural("weeks", rounding::half_week(weeks), &[]);
        quantity::counted(words, weeks, from)
    });
    NeedInWords { money, weeks }
}

/// Formats the money and the date that a yes to the unchanged brief needs. `None` if neither falls
/// short, if more of them would not suffice, or if the shop does not disclose them.
pub fn needed(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Option<String> {
    let keys = ["needed.both", "needed.money", "needed.weeks"];
    needed_as(words, terms, brief, appraisal, keys)
}

/// Formats the money and date that make a yes while points stay open.
pub fn if_open(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Option<String> {
    let stays = ["stays.both", "stays.money", "stays.weeks"];
    needed_as(words, terms, brief, appraisal, stays)
}

/// The same in other messages: with money and weeks, with money, with weeks.
pub(super) fn needed_as(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
    keys: [&str; 3],
) -> Option<String> {
    let needed = sufficient(brief, terms, appraisal)?;
    let NeedInWords { money, weeks } = needed_of(words, terms, brief, appraisal);
    let money = money.map(|money| match needed.money {
        Some(_) if words.show() != PriceDisplay::Ratios && !is_gift(brief) => {
            amount::taxed(words, terms, money)
        }
        _ => money,
    });
    let is_short = |ratio: Option<f64>| ratio.is_none_or(|ratio| ratio < 1.0);
    let triangle = appraisal.triangle;
    let is_short = (needed.money.is_some() && is_short(triangle.money))
        || (needed.weeks.is_some() && is_short(triangle.time));
    if !is_short {
        return None;
    }
    let in_words = NeedInWords { money, weeks };
    in_words.missing(brief, needed).sentence(words, keys)
}

fn is_gift(brief: &Brief) -> bool {
    matches!(brief.budget, Some(Budget::Gift { .. }))
}

/// Formats the money and date that a yes takes and the brief lacks, without mentioning tax. `None` if
/// neither falls short.
pub fn takes(words: &Words, terms: &Terms, brief: &Brief, appraisal: &Appraisal) -> Option<String> {
    if !falls_short(brief, terms, appraisal) {
        return None;
    }
    let needed = sufficient(brief, terms, appraisal)?;
    let missing = needed_of(words, terms, brief, appraisal).missing(brief, needed);
    missing.sentence(words, ["takes.figures", "takes.money", "takes.weeks"])
}

/// Formats the money and date that make a yes with the open points settled, if a yes needs much more
/// without that.
pub fn to_settle(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Option<String> {
    let is_shown = words.show() != PriceDisplay::Ratios;
    let settled = raised_and_settled(brief, terms, appraisal).filter(|_| is_shown)?;
    let said = [
        "takes.settled",
        "takes.settled.money",
        "takes.settled.weeks",
    ];
    let missing = figures(words, terms, brief, settled).missing(brief, Needed::of(settled));
    missing.sentence(words, said)
}

/// Formats the money and date that make a yes, with the open points settled where the heading says
/// so: a table below it has the same figures.
pub fn needed_in_head(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> NeedInWords {
    match settled_in_head(brief, terms, appraisal, words.show()) {
        Some(settled) => figures(words, terms, brief, &settled),
        None => needed_of(words, terms, brief, appraisal),
    }
}

/// Formats money and date of an offer's brief, as it is offered instead of another.
fn figures(words: &Words, terms: &Terms, brief: &Brief, offered: &Brief) -> NeedInWords {
    let budget = offered.budget;
    let money = budget.map(|budget| amount::offered(words, terms, brief.budget, budget));
    let date = offered.deadline.filter(|date| date.weeks().is_finite());
    NeedInWords {
        money,
        weeks: date.map(|date| quantity::deadline(words, date)),
    }
}
