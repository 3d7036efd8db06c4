//! "What you told us": the visitor's answers, with links to their questions.

use super::editing::Editing;
use crate::i18n::{BriefRow, Phrasing, brief_rows};
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el};
use crate::widget::link::answered_date;
use crate::widget::steps::{Step, step_of};

/// List of the answers, each with a button to change it. `None` if there are none.
pub fn answers(case: &Case, editing: &Editing) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        ..
    } = case;
    let date = answered_date(case, &editing.draft, brief);
    let rows = brief_rows(speech, terms, brief, date.as_deref(), Phrasing::Page);
    let said: Vec<Element> = rows
        .iter()
        .filter(|row| !row.values.is_empty())
        .map(|row| answer(case, editing, row))
        .collect();
    (!said.is_empty()).then(|| el("dl", "told").children(said))
}

/// One answer: its name, its value, and the link.
fn answer(case: &Case, editing: &Editing, row: &BriefRow) -> Element {
    let Case { terms, speech, .. } = case;
    let there = match row.topic {
        Some(topic) => step_of(topic, terms),
        None => Step::Promises.index(terms),
    };
    let label = speech.get(&row.label);
    let heard = [": ", &label].concat();
    let on_click = editing.on_go.reform(move |()| there);
    let change = button("quiet", speech, "assumed.change", &on_click)
        .child(el("span", "for-listeners").text(heard));
    let values = row.values.iter();
    el("div", "")
        .key(row.label.clone())
        .child(el("dt", "").text(label))
        .children(values.map(|value| el("dd", "").text(value.clone())))
        .child(el("dd", "told-change").child(change))
}
