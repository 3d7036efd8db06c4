//! Lessons of delivered jobs: the cards they are read from, and the hours of each service.

use super::finished::{ServiceHours, by_service};
use crate::config::read_terms;
use crate::desk::briefs::{BRIEFS, Card};
use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// The stored cards, read anew whenever a tool is shown, and after another tab has changed them.
#[hook]
pub fn use_cards(is_shown: bool) -> Rc<Vec<Card>> {
    let changes = use_state(|| 0);
    {
        let changes = changes.clone();
        use_stored_elsewhere(BRIEFS, move || changes.set(*changes + 1));
    }
    use_memo((is_shown, *changes), |_| browser::stored_list(BRIEFS))
}

/// The table of hours of each service in delivered jobs, beside those of the terms. `None` without one.
pub fn service_hours(speech: &Speech, cards: &[Card], config: &Value) -> Option<Element> {
    let terms = read_terms(&config.get("terms")?.to_string()).ok()?;
    let services = by_service(cards, &terms);
    let row = |told: &ServiceHours| {
        let name = speak::service(speech, &terms, &told.service);
        let cells = [
            speech.number(f64::from(told.count), 0),
            speech.number(told.took, 1),
            speech.number(told.said, 1),
        ];
        el("tr", "")
            .child(el("th", "").attr("scope", "row").text(name))
            .children(cells.map(|cell| el("td", "").text(cell)))
    };
    let heads = [
        "jobs.services.name",
        "jobs.services.count",
        "jobs.services.took",
        "jobs.services.said",
    ];
    let heads = heads.map(|key| el("th", "").attr("scope", "col").message(speech, key));
    (!services.is_empty()).then(|| {
        el("table", "figures")
            .child(el("caption", "").message(speech, "jobs.services"))
            .child(el("thead", "").child(el("tr", "").children(heads)))
            .child(el("tbody", "").children(services.iter().map(row)))
    })
}
