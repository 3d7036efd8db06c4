//! Two versions of the brief side by side: one that was set aside, and the current one.

use super::figures::table;
use crate::engine::{Appraisal, Brief};
use crate::i18n::{Phrasing, amount, brief_rows, speak};
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el};
use yew::prelude::*;

/// Version of the brief that was set aside, with what can be done with it.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// Brief and appraisal of the version, if one was set aside.
    pub other: Option<(Shared<Brief>, Shared<Appraisal>)>,
    /// Called to set the current version aside.
    pub on_set: Callback<()>,
    /// Called to swap the two versions.
    pub on_swap: Callback<()>,
    /// Called to discard the version that was set aside.
    pub on_forget: Callback<()>,
}

/// Table of the two versions, or a button that sets one aside.
pub fn versions(case: &Case, aside: &Aside) -> Element {
    let speech = &case.speech;
    let Some((brief, appraisal)) = &aside.other else {
        let set = button("quiet", speech, "versions.set", &aside.on_set);
        return el("section", "versions").child(set);
    };
    let before = told(case, brief, appraisal).into_iter();
    let now = told(case, &case.brief, &case.appraisal);
    let rows = before.zip(now).map(|((key, before), (_, now))| {
        el("tr", if before == now { "" } else { "other" })
            .key(key)
            .child(el("th", "").attr("scope", "row").message(speech, key))
            .child(el("td", "").text(before))
            .child(el("td", "").text(now))
    });
    let rows = el("tbody", "").children(rows);
    el("section", "figures versions")
        .child(el("h3", "").message(speech, "versions.title"))
        .child(table(speech, ["versions.aside", "versions.now"], rows))
        .child(
            el("div", "kept-ways")
                .child(button("quiet", speech, "versions.swap", &aside.on_swap))
                .child(button("quiet", speech, "versions.forget", &aside.on_forget)),
        )
}

/// Rows of one version: the keys of their names, and their values.
fn told(case: &Case, brief: &Brief, appraisal: &Appraisal) -> Vec<(&'static str, String)> {
    let Case { speech, terms, .. } = case;
    let unsaid = || speech.say("test.unknown");
    let odds = |odds: Option<f64>| odds.map_or_else(unsaid, |odds| speak::odds(speech, odds));
    let rows = brief_rows(speech, terms, brief, None, Phrasing::Names);
    let row = |label: &str| rows.iter().find(|row| row.label == label);
    let values = |label| row(label).map_or(&[][..], |row| &row.values);
    let limit = |label| values(label).first().cloned().unwrap_or_else(unsaid);
    let mut told = vec![
        ("step.wishes", speech.list(values("step.wishes"))),
        ("step.budget", limit("step.budget")),
        ("step.date", limit("step.date")),
        ("test.money", odds(appraisal.odds.money)),
        ("test.time", odds(appraisal.odds.time)),
        ("figures.weeks", speak::weeks(speech, appraisal.weeks.p80)),
    ];
    let price = (appraisal.price.p80, appraisal.price.p80);
    let price = amount::usually(speech, terms, price, brief.budget);
    told.extend(price.map(|price| ("figures.price", price)));
    told
}
