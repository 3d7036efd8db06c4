//! The triangle: money, time and scope relative to the need. Corners can be dragged, tapped, slid
//! and typed, and each of these changes the draft.

mod drag;
mod drawing;
mod side;
mod slider;
mod words;

use super::editing::Editing;
use crate::draft::{BudgetKind, DeadlineKind, Draft};
use crate::engine::rounding;
use crate::engine::{Budget, Topic, sufficient};
use crate::i18n::Speech;
use crate::picture::triangle::Corner;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, component, el};
use crate::widget::localized::typed;
use crate::widget::state::Change;
use crate::widget::steps::step_of;
use drawing::{Drawing, DrawingProps};
use side::{Side, is_short};
use slider::{Slider, slider};
use yew::prelude::*;

/// Step of a date in weeks, whose days would be endless decimals.
const TENTH_OF_A_WEEK: f64 = 0.1;

/// Triangle with its three lines.
pub fn triangle(case: &Case, editing: &Editing) -> Element {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let enough = sufficient(brief, terms, appraisal);
    let money = side::money(brief, appraisal, enough, terms.care_months);
    let time = side::time(brief, appraisal, enough);
    let scope = appraisal.triangle.scope;
    let wishes = step_of(Topic::Wishes, terms);
    let on_wishes = editing.on_go.reform(move |()| wishes);
    let drawing = component::<Drawing>(DrawingProps {
        name: speech.get("triangle.name"),
        labels: Corner::ALL.map(|corner| speech.get(words::label(corner))),
        money: money.clone(),
        time: time.clone(),
        scope,
        on_money: on_set(speech, editing, Corner::Money),
        on_time: on_set(speech, editing, Corner::Time),
        on_scope: on_wishes.clone(),
    });
    let corners = el("div", "corners")
        .child(slider(speech, money_slider(case, editing, money)))
        .child(slider(speech, time_slider(speech, editing, time)))
        .child(scope_corner(case, scope, &on_wishes));
    el("div", "triangle")
        .child(el("p", "hint").message(speech, "triangle.note"))
        .child(el("div", "triangle-sides").node(drawing).child(corners))
}

/// Slider of money.
fn money_slider(case: &Case, editing: &Editing, side: Side) -> Slider {
    let Case { terms, speech, .. } = case;
    let field = match case.brief.budget {
        Some(Budget::Monthly(_)) => "triangle.money.monthly",
        _ => "triangle.money",
    };
    let budget = &editing.draft.budget;
    Slider {
        id: "triangle-money",
        label: speech.get("corner.money"),
        words: words::money_words(case, &side),
        field: speech.format(field, &[("currency", &terms.currency)]),
        problem: speech.get("problem.amount"),
        side,
        typed: match budget.kind {
            Some(BudgetKind::Gift | BudgetKind::Unknown) => String::new(),
            _ => budget.amount.clone(),
        },
        on_set: on_set(speech, editing, Corner::Money),
        on_input: on_input(editing, Corner::Money),
    }
}

/// Slider of time.
fn time_slider(speech: &Speech, editing: &Editing, side: Side) -> Slider {
    let deadline = &editing.draft.deadline;
    let typed = match deadline.kind {
        Some(DeadlineKind::Weeks | DeadlineKind::Text) => Some(deadline.text.clone()),
        Some(DeadlineKind::Date) => {
            let weeks = side.given.amount();
            weeks.map(|weeks| typed(speech, rounding::nearest_multiple(weeks, TENTH_OF_A_WEEK)))
        }
        Some(DeadlineKind::Open) | None => None,
    };
    Slider {
        id: "triangle-time",
        label: speech.get("corner.time"),
        words: words::time_words(speech, &side),
        field: speech.get("triangle.time"),
        problem: speech.get("problem.when"),
        side,
        typed: typed.unwrap_or_default(),
        on_set: on_set(speech, editing, Corner::Time),
        on_input: on_input(editing, Corner::Time),
    }
}

/// Corner of scope in words, with a link to the wishes.
fn scope_corner(case: &Case, scope: Option<f64>, on_wishes: &Callback<()>) -> Element {
    let speech = &case.speech;
    let name = el("span", "corner-name").message(speech, "corner.scope");
    let words = words::scope_words(case, scope);
    let state = words::state(speech, words, is_short(scope));
    el("div", "corner")
        .child(el("p", "").child(name).child(state))
        .child(button("quiet", speech, "triangle.wishes", on_wishes))
}

/// Callback that writes a text into the field of a corner.
fn on_input(editing: &Editing, corner: Corner) -> Callback<String> {
    let on_edit = &editing.on_edit;
    on_edit.reform(move |text| Change::new(move |draft| write(draft, corner, text)))
}

/// Callback that writes an amount, in the unit of a corner, into its field.
fn on_set(speech: &Speech, editing: &Editing, corner: Corner) -> Callback<f64> {
    let speech = speech.clone();
    editing.on_edit.reform(move |value: f64| {
        let text = typed(&speech, value);
        Change::new(move |draft: &mut Draft| match corner {
            Corner::Time => draft.deadline = draft.deadline.weeks(text),
            Corner::Money | Corner::Scope => write(draft, corner, text),
        })
    })
}

/// Writes a text into the field of a corner.
fn write(draft: &mut Draft, corner: Corner, text: String) {
    match corner {
        Corner::Money => draft.budget = draft.budget.typed(text),
        Corner::Time => draft.deadline = draft.deadline.typed(text),
        Corner::Scope => {}
    }
}
