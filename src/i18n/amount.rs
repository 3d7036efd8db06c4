//! Amounts in words: as they are, roughly, and as openly as the shop says what it asks.

use super::words::Words;
use crate::engine::{Budget, Show, Tax, Terms, rounding};

/// Says a budget as it is.
pub fn budget(words: &Words, terms: &Terms, budget: Budget) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    match budget {
        Budget::Fixed(amount) => money(amount),
        Budget::Monthly(amount) => words.with("money.monthly", &[("amount", &money(amount))]),
        Budget::Hourly { cap: None } => words.say("money.hourly"),
        Budget::Hourly { cap: Some(cap) } => words.with("money.capped", &[("amount", &money(cap))]),
    }
}

/// Says an amount of money that is only meant roughly: two significant digits.
pub fn roughly(words: &Words, terms: &Terms, amount: f64) -> String {
    words.money(rounding::two_digits(amount), &terms.currency)
}

/// Says a range of amounts.
pub fn range(words: &Words, terms: &Terms, (low, high): (f64, f64)) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    words.with(
        "money.range",
        &[("low", &money(low)), ("high", &money(high))],
    )
}

/// Says an amount that the shop asks: the amount, or the range around it. `None` where the shop says
/// no amounts.
pub fn disclosed(words: &Words, terms: &Terms, amount: f64) -> Option<String> {
    match words.show() {
        Show::Prices => Some(words.money(amount, &terms.currency)),
        Show::Ranges => Some(range(words, terms, rounding::enclosing_range(amount))),
        Show::Ratios => None,
    }
}

/// Says that another budget than this one is asked, with or without tax.
pub fn budget_change(words: &Words, terms: &Terms, from: Option<Budget>, to: Budget) -> String {
    let asked = match (to, to.amount()) {
        (_, None) => budget(words, terms, to),
        (_, Some(_)) if words.show() == Show::Ratios => return ratio(words, from, to),
        (Budget::Monthly(_), Some(to)) => words.with(
            "money.monthly",
            &[("amount", &disclosed(words, terms, to).unwrap_or_default())],
        ),
        (Budget::Hourly { .. }, Some(to)) => words.with(
            "money.capped",
            &[("amount", &disclosed(words, terms, to).unwrap_or_default())],
        ),
        (Budget::Fixed(_), Some(to)) => disclosed(words, terms, to).unwrap_or_default(),
    };
    let change = match from {
        None => words.with("change.budget.fill", &[("to", &asked)]),
        Some(from) => {
            let from = budget(words, terms, from);
            words.with("change.budget", &[("from", &from), ("to", &asked)])
        }
    };
    match tax(words, terms) {
        Some(tax) => words.with("change.taxed", &[("change", &change), ("tax", &tax)]),
        None => change,
    }
}

/// Says another budget as a multiple of the one that was said.
fn ratio(words: &Words, from: Option<Budget>, to: Budget) -> String {
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

/// Says whether prices are with tax. `None` where the terms do not.
pub fn tax(words: &Words, terms: &Terms) -> Option<String> {
    terms.tax.map(|tax| {
        words.say(match tax {
            Tax::Excluded => "tax.excluded",
            Tax::Included => "tax.included",
        })
    })
}

/// Says a share in whole hundredths.
pub fn percent(words: &Words, share: f64) -> String {
    words.number(rounding::whole_percent(share), 0)
}
