//! Lessons of delivered jobs: the hours of each service.

use super::finished::{ServiceHours, by_service};
use crate::config::read_terms;
use crate::desk::cards::Card;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use serde_json::Value;

/// The table of hours of each service in delivered jobs, beside those of the terms. `None` without one.
pub fn service_hours(speech: &Speech, cards: &[Card], config: &Value) -> Option<Element> {
    let terms = read_terms(&config.get("terms")?.to_string()).ok()?;
    let services = by_service(cards, &terms);
    let row = |hours: &ServiceHours| {
        let name = speak::service(speech, &terms, &hours.service);
        let cells = [
            speech.number(f64::from(hours.count), 0),
            speech.number(hours.took, 1),
            speech.number(hours.said, 1),
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
