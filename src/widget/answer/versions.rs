//! Two versions of the brief side by side: the one set aside, and the current one.

use super::editing::Aside;
use super::figures::table;
use crate::i18n::{Phrasing, amount, brief_rows, speak};
use crate::widget::case::Case;
use crate::widget::element::{button, el, group};
use yew::prelude::*;

/// Table of the two versions, if one was set aside.
pub fn versions(case: &Case, aside: &Aside) -> Html {
    let speech = &case.speech;
    let Some((brief, appraisal)) = &aside.other else {
        return Html::default();
    };
    let other = Case {
        brief: brief.clone(),
        appraisal: appraisal.clone(),
        ..case.clone()
    };
    let before = rows(&other).into_iter();
    let now = rows(case);
    let (other, same): (Vec<_>, Vec<_>) = before
        .zip(now)
        .partition(|(before, now)| before.said != now.said);
    // Equal rows are shown only if there are no others.
    let rows = if other.is_empty() { same } else { other };
    let rows = rows.into_iter().map(|(before, now)| {
        let cell = |one: &VersionRow, other: &VersionRow| {
            let better = one
                .worth
                .zip(other.worth)
                .is_some_and(|(one, other)| one > other);
            el("td", if better { "enough" } else { "" }).text(one.said.clone())
        };
        el("tr", "")
            .key(before.key)
            .child(
                el("th", "")
                    .attr("scope", "row")
                    .message(speech, before.key),
            )
            .child(cell(&before, &now))
            .child(cell(&now, &before))
    });
    let rows = el("tbody", "").children(rows);
    group()
        .child(el("h3", "").message(speech, "versions.title"))
        .child(table(speech, ["versions.aside", "versions.now"], rows))
        .child(
            el("div", "kept-ways")
                .child(button("quiet", speech, "versions.swap", &aside.on_swap))
                .child(button("quiet", speech, "versions.forget", &aside.on_forget)),
        )
        .content()
}

/// Row of one version.
struct VersionRow {
    /// Key of its name.
    key: &'static str,
    /// Value in words.
    said: String,
    /// Value as a number, if more of it is better for the client.
    worth: Option<f64>,
}

/// Rows of one version, with the figures of its head.
fn rows(case: &Case) -> Vec<VersionRow> {
    let Case {
        speech,
        terms,
        brief,
        ..
    } = case;
    let Case { appraisal, .. } = &case.in_head();
    let unsaid = || speech.get("test.unknown");
    let odds = |odds: Option<f64>| odds.map_or_else(unsaid, |odds| speak::odds(speech, odds));
    let rows = brief_rows(speech, terms, brief, None, Phrasing::Names);
    let row = |label: &str| rows.iter().find(|row| row.label == label);
    let values = |label| row(label).map_or(&[][..], |row| &row.values);
    let limit = |label| values(label).first().cloned().unwrap_or_else(unsaid);
    let version_row = |key, said, worth| VersionRow { key, said, worth };
    let price = (appraisal.price.p80, appraisal.price.p80);
    let price = amount::usually(speech, terms, price, brief.budget);
    let price = price.map(|price| version_row("figures.price", price, Some(-appraisal.price.p80)));
    let weeks = appraisal.weeks.p80;
    let stands = speak::verdict_in_bar(speech, brief, &case.appraisal);
    let both = appraisal.odds.both;
    [
        version_row("region.answer", stands, both),
        version_row("takes.both", odds(both), both),
        version_row("step.wishes", speech.list(values("step.wishes")), None),
        version_row("step.budget", limit("step.budget"), None),
        version_row("step.date", limit("step.date"), None),
        version_row(
            "test.money",
            odds(appraisal.odds.money),
            appraisal.odds.money,
        ),
        version_row("test.time", odds(appraisal.odds.time), appraisal.odds.time),
        version_row("figures.weeks", speak::weeks(speech, weeks), Some(-weeks)),
    ]
    .into_iter()
    .chain(price)
    .collect()
}
