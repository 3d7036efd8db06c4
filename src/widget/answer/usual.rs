//! Usual jobs of the shop with their prices and weeks, before the first answer.

use super::editing::Editing;
use crate::draft::{Draft, DraftWish};
use crate::engine::{Ballpark, Deadline, PriceDisplay, Topic, usual_ballparks};
use crate::i18n::speak;
use crate::widget::additions;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::state::Change;
use crate::widget::steps::step_of;
use yew::Callback;

/// Table of the usual jobs, each with a button that wishes for it. `on_begin` is called before.
pub fn usual_table(case: &Case, editing: &Editing, on_begin: &Callback<()>) -> Option<Element> {
    let speech = &case.speech;
    let (jobs, _) = jobs(case);
    if jobs.is_empty() {
        return None;
    }
    let heading = |key: &str| el("th", "").attr("scope", "col").message(speech, key);
    let price = match speech.show() {
        PriceDisplay::Prices => Some(heading("usual.price")),
        PriceDisplay::Ranges => Some(heading("usual.range")),
        PriceDisplay::Ratios => None,
    };
    let head = el("tr", "")
        .child(el("td", ""))
        .maybe_child(price)
        .maybe_child((!case.brief.is_ongoing()).then(|| heading("usual.weeks")));
    let rows = jobs
        .iter()
        .map(|(id, figures)| row(case, editing, on_begin, id, figures));
    Some(
        el("table", "usual")
            .child(el("thead", "").child(head))
            .child(el("tbody", "").children(rows)),
    )
}

/// Returns the usual jobs, and `true` if they are only those that the client's money buys by the
/// client's date. All of them if it buys none.
pub fn jobs(case: &Case) -> (Vec<(String, Ballpark)>, bool) {
    let all = usual_ballparks(&case.terms);
    let budget = case.brief.budget;
    let Some(sum) = budget.and_then(|budget| budget.over(case.terms.care_months)) else {
        return (all, false);
    };
    let weeks = case.brief.deadline.map_or(f64::INFINITY, Deadline::weeks);
    let fits = |(_, job): &&(String, Ballpark)| job.price.1 <= sum && job.weeks.1 <= weeks;
    let fitting: Vec<_> = all.iter().filter(fits).cloned().collect();
    let is_some = !fitting.is_empty() && fitting.len() < all.len();
    (if is_some { fitting } else { all }, is_some)
}

/// Row of the usual job of a service.
fn row(
    case: &Case,
    editing: &Editing,
    on_begin: &Callback<()>,
    id: &str,
    figures: &Ballpark,
) -> Element {
    let Case { terms, speech, .. } = case;
    let service = terms.service(id);
    let name = speak::service(speech, terms, id);
    let note = service.and_then(|service| service.label.note.as_ref());
    let note = note.map(|note| el("small", "").text(speech.text(note).to_owned()));
    let (service, on_begin, on_edit) = (id.to_owned(), on_begin.clone(), editing.on_edit.clone());
    // The sentence goes on with its next blank, which may be a screen above the table.
    let goes_on = editing.step.is_none() && !editing.draft.deadline.is_answered();
    let date = step_of(Topic::Deadline, terms);
    let on_date = goes_on.then(|| editing.on_go.reform(move |()| date));
    let wished_under = terms.clone();
    let on_click = Callback::from(move |()| {
        let (wish, terms) = (DraftWish::service(&service), wished_under.clone());
        on_begin.emit(());
        on_edit.emit(Change::new(move |draft: &mut Draft| {
            draft.add(&terms, wish)
        }));
        if let Some(on_date) = &on_date {
            on_date.emit(());
        }
    });
    let button = el("button", "")
        .attr("type", "button")
        .text(name)
        // The list of wishes has a button of the same name.
        .child(el("span", "for-listeners").text([": ", &speech.get("usual.begin")].concat()));
    let price = additions::price(speech, terms, figures.price, case.brief.budget);
    let weeks = (!case.brief.is_ongoing()).then(|| speak::weeks(speech, figures.weeks.1));
    // The whole row can be tapped: presses of its button bubble to it.
    el("tr", "")
        .key(id)
        .on_click(&on_click)
        .child(
            el("th", "")
                .attr("scope", "row")
                .child(button)
                .maybe_child(note),
        )
        .maybe_child(price.map(|price| el("td", "").text(price)))
        .maybe_child(weeks.map(|weeks| el("td", "").text(weeks)))
}
