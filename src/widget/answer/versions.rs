//! Two versions of the brief side by side: one that was set aside, and the one at hand.

use super::AnswerProps;
use super::figures::table;
use crate::engine::{Appraisal, Brief, rounding};
use crate::i18n::{Phrasing, amount, brief_rows, speak};
use crate::shared::Shared;
use crate::widget::element::{Element, button, el};
use yew::prelude::*;

/// What can be done with another version of the brief.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// The other version with its answer, if one was set aside.
    pub other: Option<(Shared<Brief>, Shared<Appraisal>)>,
    /// Called to set this version aside.
    pub on_set: Callback<()>,
    /// Called to change the two for one another.
    pub on_swap: Callback<()>,
    /// Called to forget the other.
    pub on_forget: Callback<()>,
}

/// The two versions in a table, or the way to set one aside.
pub fn versions(props: &AnswerProps) -> Element {
    let AnswerProps { speech, aside, .. } = props;
    let Some((brief, appraisal)) = &aside.other else {
        let set = button("quiet", speech, "versions.set", &aside.on_set);
        return el("section", "versions").child(set);
    };
    let before = told(props, brief, appraisal).into_iter();
    let now = told(props, &props.brief, &props.appraisal);
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

/// What there is to tell of one version, by the key of what it is called.
fn told(props: &AnswerProps, brief: &Brief, appraisal: &Appraisal) -> Vec<(&'static str, String)> {
    let AnswerProps { speech, terms, .. } = props;
    let unsaid = || speech.say("test.unknown");
    let odds = |odds: Option<f64>| odds.map_or_else(unsaid, |odds| speak::odds(speech, odds));
    let rows = brief_rows(speech, terms, brief, None, Phrasing::Names);
    let said = |label: &str| rows.iter().find(|row| row.label == label);
    let values = |label| said(label).map_or(&[][..], |row| &row.values);
    let limit = |label| values(label).first().cloned().unwrap_or_else(unsaid);
    let mut told = vec![
        ("step.wishes", speech.list(values("step.wishes"))),
        ("step.budget", limit("step.budget")),
        ("step.date", limit("step.date")),
        ("test.money", odds(appraisal.odds.money)),
        ("test.time", odds(appraisal.odds.time)),
        ("figures.weeks", speak::weeks(speech, appraisal.weeks.p80)),
    ];
    let price = amount::disclosed(speech, terms, rounding::two_digits(appraisal.price.p80));
    told.extend(price.map(|price| ("figures.price", price)));
    told
}
