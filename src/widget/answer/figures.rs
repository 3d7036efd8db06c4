//! Figures: the medians and 80th percentiles of price, weeks and hours.

use crate::engine::PriceDisplay;
use crate::i18n::{Words, amount, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::setup::Audience;

/// Table of the figures.
pub fn figures(case: &Case) -> Element {
    let Case {
        terms,
        speech,
        appraisal,
        ..
    } = case;
    let (price, weeks, hours) = (appraisal.price, appraisal.weeks, appraisal.hours);
    // The price of a job under way is that of the remaining work, and the budget that of all of it.
    let name = match case.brief.so_far {
        Some(_) => "figures.price.left",
        None => "figures.price",
    };
    let price_row = |tax| row(speech, name, tax);
    let tax = amount::tax(speech, terms);
    let usually =
        |price| amount::usually(speech, terms, price, case.brief.budget).unwrap_or_default();
    let price = match speech.show() {
        PriceDisplay::Prices => Some(two(
            price_row(tax),
            usually((price.p50, price.p50)),
            usually((price.p80, price.p80)),
        )),
        PriceDisplay::Ranges => Some(one(price_row(tax), usually((price.p50, price.p80)))),
        PriceDisplay::Ratios => None,
    };
    let weeks = (!case.brief.is_ongoing()).then(|| {
        two(
            row(speech, "figures.weeks", None),
            speak::weeks(speech, weeks.p50),
            speak::weeks(speech, weeks.p80),
        )
    });
    // Hours next to a price would reveal the shop's rate.
    let hours_shown = case.audience == Audience::Shop && speech.show() != PriceDisplay::Ratios;
    let hours = hours_shown.then(|| {
        two(
            row(speech, "figures.hours", None),
            speak::hours(speech, hours.p50),
            speak::hours(speech, hours.p80),
        )
    });
    let care = (hours_shown && appraisal.care_hours > 0.0).then(|| {
        let months = speak::months(speech, terms.care_months);
        let note = speech.format("figures.care.note", &[("months", &months)]);
        one(
            row(speech, "figures.care", Some(note)),
            speak::hours(speech, appraisal.care_hours),
        )
    });
    let rows = el("tbody", "")
        .maybe_child(price)
        .maybe_child(weeks)
        .maybe_child(hours)
        .maybe_child(care);
    el("div", "figures").child(table(speech, ["figures.half", "figures.eight"], rows))
}

/// Row with a name and a note, without its values.
fn row(words: &Words, key: &str, note: Option<String>) -> Element {
    let note = note.map(|note| el("small", "").text([" ", &note].concat()));
    let name = el("th", "").attr("scope", "row").message(words, key);
    el("tr", "").child(name.maybe_child(note))
}

/// Row with its two values.
fn two(row: Element, half: String, eight: String) -> Element {
    row.child(el("td", "").text(half))
        .child(el("td", "").text(eight))
}

/// Row with one value across both columns.
fn one(row: Element, value: String) -> Element {
    row.child(el("td", "").attr("colspan", "2").text(value))
}

/// Table whose rows have two values, each column with its own heading.
pub fn table(words: &Words, headings: [&str; 2], rows: Element) -> Element {
    let headings = headings.map(|key| el("th", "").attr("scope", "col").message(words, key));
    let head = el("tr", "").child(el("td", "")).children(headings);
    el("table", "")
        .child(el("thead", "").child(head))
        .child(rows)
}
