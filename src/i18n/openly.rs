//! What the shop asks, said as openly as it wants to: the amount, a range around it, or no amount.

use super::{Words, speak};
use crate::engine::{Budget, Show, Tax, Terms, rounding};

/// From one amount to another.
pub fn from_to(words: &Words, terms: &Terms, (low, high): (f64, f64)) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    words.with(
        "money.range",
        &[("low", &money(low)), ("high", &money(high))],
    )
}

/// An amount that the shop asks. None where no amount is said.
pub fn amount(words: &Words, terms: &Terms, amount: f64) -> Option<String> {
    match words.show() {
        Show::Prices => Some(words.money(amount, &terms.currency)),
        Show::Ranges => Some(from_to(words, terms, rounding::enclosing_range(amount))),
        Show::Ratios => None,
    }
}

/// Another budget than was said, with or without tax.
pub fn budget(words: &Words, terms: &Terms, from: Option<Budget>, to: Budget) -> String {
    let asked = match (to, to.amount()) {
        (_, None) => speak::budget(words, terms, to),
        (_, Some(_)) if words.show() == Show::Ratios => return more(words, from, to),
        (Budget::Monthly(_), Some(to)) => words.with(
            "money.monthly",
            &[("amount", &amount(words, terms, to).unwrap_or_default())],
        ),
        (Budget::Hourly { .. }, Some(to)) => words.with(
            "money.capped",
            &[("amount", &amount(words, terms, to).unwrap_or_default())],
        ),
        (Budget::Fixed(_), Some(to)) => amount(words, terms, to).unwrap_or_default(),
    };
    let change = match from {
        None => words.with("change.budget.fill", &[("to", &asked)]),
        Some(from) => {
            let from = speak::budget(words, terms, from);
            words.with("change.budget", &[("from", &from), ("to", &asked)])
        }
    };
    match tax(words, terms) {
        Some(tax) => words.with("change.taxed", &[("change", &change), ("tax", &tax)]),
        None => change,
    }
}

/// Another budget as a share of the one that was said.
fn more(words: &Words, from: Option<Budget>, to: Budget) -> String {
    let alike = from.filter(|from| std::mem::discriminant(from) == std::mem::discriminant(&to));
    let ratio = alike
        .and_then(Budget::amount)
        .zip(to.amount())
        .map(|(from, to)| to / from)
        .filter(|ratio| ratio.is_finite());
    match ratio {
        Some(ratio) => words.with("change.budget.ratio", &[("n", &words.number(ratio, 1))]),
        None => words.say("change.budget.enough"),
    }
}

/// Whether prices are with tax, where the terms say so.
pub fn tax(words: &Words, terms: &Terms) -> Option<String> {
    terms.tax.map(|tax| {
        words.say(match tax {
            Tax::Excluded => "tax.excluded",
            Tax::Included => "tax.included",
        })
    })
}

/// A share in whole hundredths.
pub fn percent(words: &Words, share: f64) -> String {
    words.number(rounding::whole_percent(share), 0)
}
