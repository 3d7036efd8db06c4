//! Words of the triangle's corners.

use super::side::{Given, Side};
use crate::engine::{Budget, Change, PriceDisplay};
use crate::i18n::{Speech, amount, speak};
use crate::picture::triangle::Corner;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};

/// Formats the money given relative to the money needed, as the shop discloses prices.
pub fn money_words(case: &Case, money: &Side) -> String {
    let Case { terms, speech, .. } = case;
    let amount = |value: f64| speech.money(value, &terms.currency);
    let deal = |value: f64| match case.brief.budget {
        Some(Budget::Monthly(_)) => speech.format("money.monthly", &[("amount", &amount(value))]),
        _ => amount(value),
    };
    let needed = money
        .enough
        .filter(|_| speech.show() != PriceDisplay::Ratios);
    let Some(needed) = needed else {
        return match (money.given, money.ratio()) {
            (Given::Unsaid, _) => speech.get("triangle.unsaid.ratio"),
            (Given::Unlimited, _) => speech.get("triangle.no-limit.ratio"),
            (Given::Some(_), Some(share)) => {
                speech.format("triangle.ratio", &[("n", &amount::percent(speech, share))])
            }
            (Given::Some(given), None) => deal(given),
        };
    };
    let asked = match speech.show() {
        PriceDisplay::Ranges => amount::disclosed(speech, terms, needed).unwrap_or_default(),
        PriceDisplay::Prices | PriceDisplay::Ratios => deal(needed),
    };
    match (money.given, speech.show()) {
        (Given::Unsaid, _) => speech.format("triangle.unsaid", &[("needed", &asked)]),
        (Given::Unlimited, _) => speech.format("triangle.no-limit", &[("needed", &asked)]),
        (Given::Some(given), PriceDisplay::Ranges) => {
            given_of_needed(speech, money, &deal(given), &asked)
        }
        (Given::Some(given), PriceDisplay::Prices | PriceDisplay::Ratios) => {
            given_of_needed(speech, money, &deal(given), &speech.number(needed, 2))
        }
    }
}

/// Formats the time given relative to the time needed: both as days if a date was asked for.
pub fn time_words(case: &Case, time: &Side) -> String {
    let speech = &case.speech;
    let weeks = |value: f64| {
        let day = case.day_in(value);
        day.unwrap_or_else(|| speak::weeks(speech, value))
    };
    let Some(needed) = time.enough else {
        return match time.given {
            Given::Unsaid => speech.get("triangle.unsaid.ratio"),
            Given::Unlimited => speech.get("date.open"),
            Given::Some(given) => weeks(given),
        };
    };
    match time.given {
        Given::Unsaid => speech.format("triangle.unsaid", &[("needed", &weeks(needed))]),
        Given::Unlimited => speech.format("triangle.no-date", &[("needed", &weeks(needed))]),
        Given::Some(given) => {
            let needed = case.day_in(needed);
            let needed =
                needed.unwrap_or_else(|| speech.number(time.enough.unwrap_or_default(), 3));
            given_of_needed(speech, time, &weeks(given), &needed)
        }
    }
}

/// Formats the part of the wishes that fits into money and time: as items if it is known which
/// would have to wait, otherwise as a share.
pub fn scope_words(case: &Case, scope: Option<f64>) -> String {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let Some(share) = scope else {
        return speech.get("triangle.unsaid.ratio");
    };
    if share >= 1.0 {
        return speech.get("triangle.scope.all");
    }
    // Wishes that wait, if nothing else has to change.
    let left = appraisal.offers.iter().find_map(|offer| {
        let names = offer.changes.iter().map(|change| match change {
            Change::LeaveOut { wish, count, of } if count == of => {
                let wish = brief.wishes.get(*wish)?;
                Some(speak::wish(speech, terms, &wish.want))
            }
            _ => None,
        });
        let names: Option<Vec<String>> = names.collect();
        names.filter(|names| !names.is_empty())
    });
    match left {
        Some(names) => speech.format("triangle.scope.without", &[("names", &speech.list(&names))]),
        // Nobody can have a part of a single thing.
        None if share <= 0.0 || brief.wishes.len() == 1 => speech.get("triangle.scope.none"),
        None => speech.format(
            "triangle.scope.ratio",
            &[("n", &amount::percent(speech, share))],
        ),
    }
}

/// Words of a corner, with a mark if it falls short.
pub fn state(speech: &Speech, words: String, is_short: bool) -> Element {
    let state = el("span", "").text(words);
    if is_short {
        let short = el("span", "short").message(speech, "triangle.short");
        state.text(" ").child(short)
    } else {
        state
    }
}

/// Returns the key of a corner's name.
pub fn label(corner: Corner) -> &'static str {
    match corner {
        Corner::Money => "corner.money",
        Corner::Time => "corner.time",
        Corner::Scope => "corner.scope",
    }
}

/// Returns the sentence about an amount given relative to the amount needed.
fn given_of_needed(speech: &Speech, side: &Side, given: &str, needed: &str) -> String {
    let key = if side.is_below() {
        "triangle.of"
    } else if side.given.amount() == side.enough || !side.holds {
        // Less might do as well: the amount given is part of the question. And what only suffices
        // with open points settled is not called enough next to odds that fall short.
        return given.to_owned();
    } else {
        "triangle.of.enough"
    };
    speech.format(key, &[("given", given), ("needed", needed)])
}
