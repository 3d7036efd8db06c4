//! Amounts in words: exact, approximate, and as detailed as the shop discloses prices.

use super::quantity;
use super::words::Words;
use crate::engine::{Amount, Budget, PriceDisplay, Quantiles, Tax, Terms, rounding};

/// Formats a budget with exact amounts.
pub fn budget(words: &Words, terms: &Terms, budget: Budget) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    deal(words, terms, budget, &money)
}

/// Formats a budget, with `money` for its amounts.
fn deal(words: &Words, terms: &Terms, budget: Budget, money: &dyn Fn(f64) -> String) -> String {
    let said = |amount: Amount| match amount {
        Amount::Exact(amount) => Some(money(amount)),
        Amount::Range { from, to } => Some(range(words, terms, (from, to))),
        Amount::Unsaid {} => None,
    };
    match budget {
        Budget::Fixed(amount) => said(amount).unwrap_or_else(|| words.get("money.fixed.unsaid")),
        Budget::Monthly(amount) => match said(amount) {
            Some(amount) => words.format("money.monthly", &[("amount", &amount)]),
            None => words.get("money.monthly.unsaid"),
        },
        Budget::Hourly { rate, cap } => match (rate, cap) {
            (None, None) => words.get("money.hourly"),
            (None, Some(cap)) => words.format("money.capped", &[("amount", &money(cap))]),
            (Some(rate), None) => words.format("money.rate", &[("rate", &money(rate))]),
            (Some(rate), Some(cap)) => words.format(
                "money.rate.capped",
                &[("rate", &money(rate)), ("amount", &money(cap))],
            ),
        },
        Budget::Gift { hours, months } => gift(words, hours, months),
    }
}

/// Formats a gift of hours, and of care over some months.
fn gift(words: &Words, hours: Option<f64>, months: Option<f64>) -> String {
    let hours = hours.map(|hours| quantity::hours(words, hours));
    let months = months.map(|months| quantity::months(words, months));
    match (hours, months) {
        (None, None) => words.get("money.gift"),
        (Some(hours), None) => words.format("money.gift.hours", &[("hours", &hours)]),
        (None, Some(months)) => words.format("money.gift.months", &[("months", &months)]),
        (Some(hours), Some(months)) => {
            words.format("money.gift.both", &[("hours", &hours), ("months", &months)])
        }
    }
}

/// Formats an approximate amount of money: two significant digits.
pub fn roughly(words: &Words, terms: &Terms, amount: f64) -> String {
    words.money(rounding::two_digits(amount), &terms.currency)
}

/// Formats a range of amounts.
pub fn range(words: &Words, terms: &Terms, (low, high): (f64, f64)) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    words.format(
        "money.range",
        &[("low", &money(low)), ("high", &money(high))],
    )
}

/// Formats a price as the shop discloses it: the amount, or the range around it. `None` if the shop
/// discloses no amounts.
pub fn disclosed(words: &Words, terms: &Terms, amount: f64) -> Option<String> {
    match words.show() {
        PriceDisplay::Prices => Some(words.money(amount, &terms.currency)),
        PriceDisplay::Ranges => Some(range(words, terms, rounding::enclosing_range(amount))),
        PriceDisplay::Ratios => None,
    }
}

/// Formats the money needed in the unit of a deal, as the shop discloses it; for a gift, the hours.
/// `None` if the shop discloses no amounts and there is none to compare with.
pub fn needed(words: &Words, terms: &Terms, given: Option<Budget>, needed: f64) -> Option<String> {
    if let Some(Budget::Gift { .. }) = given {
        // Rounded up, as fewer would not suffice.
        return Some(quantity::hours(words, needed.ceil()));
    }
    let Some(amount) = disclosed(words, terms, needed) else {
        let times = needed / given?.amount()?;
        let n = words.number(times, 1);
        return times
            .is_finite()
            .then(|| words.format("needed.ratio", &[("n", &n)]));
    };
    Some(match given {
        Some(Budget::Monthly(_)) => words.format("money.monthly", &[("amount", &amount)]),
        _ => amount,
    })
}

/// Adds to an amount whether tax is included, if the terms say so.
pub fn taxed(words: &Words, terms: &Terms, amount: String) -> String {
    match tax(words, terms) {
        Some(tax) => words.format("money.taxed", &[("amount", &amount), ("tax", &tax)]),
        None => amount,
    }
}

/// Formats a typical price as the shop discloses it; by the month for a monthly deal. `None` if the
/// shop discloses no amounts.
pub fn usually(
    words: &Words,
    terms: &Terms,
    (low, high): (f64, f64),
    deal: Option<Budget>,
) -> Option<String> {
    span(words, terms, (low, high), deal, rounding::two_digits)
}

/// Formats the price of a [ballpark](crate::engine::Ballpark) as the shop discloses it; by the month
/// for a monthly deal. `None` if the shop discloses no amounts.
pub fn ballpark(
    words: &Words,
    terms: &Terms,
    price: (f64, f64),
    deal: Option<Budget>,
) -> Option<String> {
    // Rounded again, the upper end might not be enough.
    span(words, terms, price, deal, |enough| enough)
}

/// Formats a price from `low` to `high`, of which the second is rounded by `round`.
fn span(
    words: &Words,
    terms: &Terms,
    (low, high): (f64, f64),
    deal: Option<Budget>,
    round: fn(f64) -> f64,
) -> Option<String> {
    let months = match deal {
        Some(Budget::Monthly(_)) => terms.care_months,
        _ => 1.0,
    };
    let (low, high) = (low / months, high / months);
    let (low, high) = match words.show() {
        PriceDisplay::Prices if low < high => (rounding::two_digits(low), round(high)),
        PriceDisplay::Prices => (round(high), round(high)),
        PriceDisplay::Ranges => (
            rounding::enclosing_range(low).0,
            rounding::enclosing_range(high).1,
        ),
        PriceDisplay::Ratios => return None,
    };
    let price = if low < high {
        range(words, terms, (low, high))
    } else {
        words.money(high, &terms.currency)
    };
    Some(match deal {
        Some(Budget::Monthly(_)) => words.format("money.monthly", &[("amount", &price)]),
        _ => price,
    })
}

/// Formats hourly work with its likely total.
pub fn hourly(words: &Words, terms: &Terms, rate: f64, pays: &Quantiles) -> String {
    let roughly = |amount| roughly(words, terms, amount);
    match words.show() {
        PriceDisplay::Prices => words.format(
            "change.hourly",
            &[
                ("rate", &words.money(rate, &terms.currency)),
                ("p50", &roughly(pays.p50)),
                ("p80", &roughly(pays.p80)),
                ("p90", &roughly(pays.p90)),
            ],
        ),
        PriceDisplay::Ranges => {
            let low = rounding::enclosing_range(pays.p50).0;
            let high = rounding::enclosing_range(pays.p80).1;
            words.format(
                "change.hourly.range",
                &[("range", &range(words, terms, (low, high)))],
            )
        }
        PriceDisplay::Ratios => words.get("change.hourly.ratio"),
    }
}

/// Formats hourly work at the shop's rate with its likely total: the median, and the amount that is
/// enough at the confidence.
pub fn about_by_the_hour(words: &Words, terms: &Terms, likely: (f64, f64)) -> String {
    match usually(words, terms, likely, None) {
        Some(range) => words.format("change.hourly.range", &[("range", &range)]),
        None => words.get("change.hourly.ratio"),
    }
}

/// Formats the budget that is asked in place of another, as the shop discloses prices.
pub fn offered(words: &Words, terms: &Terms, from: Option<Budget>, to: Budget) -> String {
    if is_hidden(words, to) {
        return ratio(words, from, to);
    }
    let money = |amount| disclosed(words, terms, amount).unwrap_or_default();
    deal(words, terms, to, &money)
}

/// Returns `true` if a budget has an amount that the shop does not disclose.
fn is_hidden(words: &Words, budget: Budget) -> bool {
    let has_rate = matches!(budget, Budget::Hourly { rate: Some(_), .. });
    words.show() == PriceDisplay::Ratios && (budget.amount().is_some() || has_rate)
}

/// Formats a changed budget, including or excluding tax.
pub fn budget_change(words: &Words, terms: &Terms, from: Option<Budget>, to: Budget) -> String {
    let from = from.filter(|from| from.is_said());
    if is_hidden(words, to) {
        return ratio(words, from, to);
    }
    let asked = offered(words, terms, from, to);
    let change = match from {
        None => words.format("change.budget.fill", &[("to", &asked)]),
        Some(from) => match limits(from, to) {
            Some((from, to)) => {
                let from = words.money(from, &terms.currency);
                let to = disclosed(words, terms, to).unwrap_or_default();
                words.format("change.cap", &[("from", &from), ("to", &to)])
            }
            None => {
                let from = budget(words, terms, from);
                words.format("change.budget", &[("from", &from), ("to", &asked)])
            }
        },
    };
    match tax(words, terms) {
        Some(tax) => words.format("change.taxed", &[("change", &change), ("tax", &tax)]),
        None => change,
    }
}

/// Returns the limits of two deals by the hour that differ in nothing else.
fn limits(from: Budget, to: Budget) -> Option<(f64, f64)> {
    match (from, to) {
        (
            Budget::Hourly { rate, cap },
            Budget::Hourly {
                rate: other,
                cap: limit,
            },
        ) if rate == other => cap.zip(limit),
        _ => None,
    }
}

/// Formats a changed budget as a multiple of the original.
fn ratio(words: &Words, from: Option<Budget>, to: Budget) -> String {
    let alike = from.filter(|from| std::mem::discriminant(from) == std::mem::discriminant(&to));
    let ratio = alike
        .and_then(Budget::amount)
        .zip(to.amount())
        .map(|(from, to)| to / from)
        .filter(|ratio| ratio.is_finite());
    match ratio {
        Some(ratio) => words.format("change.budget.ratio", &[("n", &words.number(ratio, 1))]),
        None => words.get("change.budget.enough"),
    }
}

/// Formats the tax treatment of prices. `None` if the terms have none.
pub fn tax(words: &Words, terms: &Terms) -> Option<String> {
    terms.tax.map(|tax| {
        words.get(match tax {
            Tax::Excluded => "tax.excluded",
            Tax::Included => "tax.included",
        })
    })
}

/// Formats a share in whole per cent.
pub fn percent(words: &Words, share: f64) -> String {
    words.number(rounding::whole_percent(share), 0)
}
