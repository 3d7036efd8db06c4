//! The triangle: money, time and scope relative to the need. Corners can be dragged, tapped, slid
//! and typed, and each of these changes the draft.

mod drag;
mod drawing;
mod side;
mod slider;
mod words;

use super::editing::Editing;
use crate::calendar;
use crate::draft::{BudgetKind, DeadlineKind, Draft, DraftDeadline, days};
use crate::engine::{Budget, Pay, Topic, need_in_head, once_settled, settled_needs};
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

/// Triangle with its three lines.
pub fn triangle(case: &Case, editing: &Editing) -> Element {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    // One screen has one need: that of the heading.
    let enough = need_in_head(brief, terms, appraisal, speech.show());
    let settled = settled_needs(brief, terms, appraisal, speech.show());
    let needed = settled.or(appraisal.needed);
    let money = side::money(brief, appraisal, needed, enough, terms.care_months);
    let time = side::time(brief, appraisal, needed, enough);
    // All of it fits if points only have to be settled.
    let scope = match once_settled(brief, appraisal) {
        Some(_) => Some(1.0),
        None => appraisal.triangle.scope,
    };
    let wishes = step_of(Topic::Wishes, terms);
    let on_wishes = editing.on_go.reform(move |()| wishes);
    let drawing = component::<Drawing>(DrawingProps {
        name: speech.get("triangle.name"),
        labels: Corner::ALL.map(|corner| speech.get(words::label(corner))),
        money: money.clone(),
        time: time.clone(),
        scope,
        on_money: on_set(case, editing, Corner::Money),
        on_time: on_set(case, editing, Corner::Time),
        on_scope: on_wishes.clone(),
    });
    let has_time = !brief.is_ongoing();
    let time = has_time.then(|| slider(speech, time_slider(case, editing, time)));
    let corners = el("div", "corners")
        .child(slider(speech, money_slider(case, editing, money)))
        .maybe_child(time)
        .child(scope_corner(case, scope, &on_wishes));
    // Without time there is no triangle, but still money and scope to play with.
    let note = has_time.then(|| el("p", "hint").message(speech, "triangle.note"));
    let drawing = if has_time { drawing } else { Html::default() };
    el("div", "triangle")
        .maybe_child(note)
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
        // A share of earnings is an answer without an amount.
        problem: (case.brief.pay != Some(Pay::Share)).then(|| speech.get("problem.amount")),
        side,
        typed: match budget.kind {
            Some(BudgetKind::Gift | BudgetKind::Unknown) => String::new(),
            _ => budget.amount.clone(),
        },
        on_set: on_set(case, editing, Corner::Money),
        on_input: on_input(editing, Corner::Money),
    }
}

/// Slider of time.
fn time_slider(case: &Case, editing: &Editing, side: Side) -> Slider {
    let speech = &case.speech;
    let deadline = &editing.draft.deadline;
    let typed = match deadline.kind {
        Some(DeadlineKind::Weeks | DeadlineKind::Text) => Some(deadline.text.clone()),
        Some(DeadlineKind::Date) => days(&deadline.date).map(|day| speech.date(day, false)),
        Some(DeadlineKind::Open) | None => None,
    };
    Slider {
        id: "triangle-time",
        label: speech.get("corner.time"),
        words: words::time_words(case, &side),
        field: speech.get("triangle.time"),
        problem: Some(speech.get("problem.when")),
        side,
        typed: typed.unwrap_or_default(),
        on_set: on_set(case, editing, Corner::Time),
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

/// Callback that writes an amount, in the unit of a corner, into its field. A date stays a date.
fn on_set(case: &Case, editing: &Editing, corner: Corner) -> Callback<f64> {
    let speech = case.speech.clone();
    let today = case.date.as_ref().map(|_| case.today);
    editing.on_edit.reform(move |value: f64| {
        let text = typed(&speech, value);
        let day = today.map(|today| calendar::to_iso(today + (value * 7.0).round() as i64));
        Change::new(move |draft: &mut Draft| match (corner, day) {
            (Corner::Time, Some(day)) if value > 0.0 => draft.deadline = DraftDeadline::date(day),
            (Corner::Time, _) => draft.deadline = draft.deadline.weeks(text),
            (Corner::Money | Corner::Scope, _) => write(draft, corner, text),
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
