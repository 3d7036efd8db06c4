//! The finished jobs one by one: their hours, their weeks.

use crate::desk::learning::spreadsheet::FinishedJob;
use crate::i18n::Speech;
use yew::prelude::*;

/// The table of the jobs that have hours.
pub fn hours_rows(speech: &Speech, jobs: &[FinishedJob], currency: &str) -> Html {
    let row = |row: &FinishedJob| {
        let hours = row.job.hours?;
        let per_hour = row.price.map(|price| match currency.len() {
            3 => speech.money(price / hours.actual(), currency),
            _ => speech.number(price / hours.actual(), 2),
        });
        let figures = [
            speech.number(hours.estimated(), 1),
            speech.number(hours.actual(), 1),
            speech.number(hours.ratio(), 2),
            per_hour.unwrap_or_default(),
        ];
        Some(line(speech, row, &figures))
    };
    let heads = ["jobs.estimated", "jobs.actual", "jobs.ratio", "jobs.earned"];
    table(
        speech,
        &heads,
        jobs.iter().filter_map(row).take(MOST).collect(),
    )
}

/// The table of the jobs that have weeks.
pub fn weeks_rows(speech: &Speech, jobs: &[FinishedJob], wait: f64) -> Html {
    let row = |row: &FinishedJob| {
        let weeks = row.job.weeks?;
        let figures = [
            speech.number(weeks.planned(), 1),
            speech.number(weeks.planned() + wait, 1),
            speech.number(weeks.actual(), 1),
            speech.number(weeks.ratio(wait), 2),
        ];
        Some(line(speech, row, &figures))
    };
    let heads = [
        "jobs.weeks.planned",
        "jobs.weeks.waited",
        "jobs.actual",
        "jobs.ratio",
    ];
    table(
        speech,
        &heads,
        jobs.iter().filter_map(row).take(MOST).collect(),
    )
}

/// Most rows of a table: people with more know them from their own list.
const MOST: usize = 500;

fn table(speech: &Speech, heads: &[&str], rows: Vec<Html>) -> Html {
    let head = |key: &&str| html! { <th scope="col">{ speech.get(key) }</th> };
    html! {
        <table class="figures jobs-of">
            <thead>
                <tr>
                    <th scope="col">{ speech.get("field.name") }</th>
                    { for heads.iter().map(head) }
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The name of a job, or the number of its row.
pub fn called(speech: &Speech, row: &FinishedJob) -> String {
    match row.name.is_empty() {
        true => speech.format("jobs.row", &[("line", &row.line.to_string())]),
        false => row.name.clone(),
    }
}

/// The line of a job, by its name or the number of its row.
fn line(speech: &Speech, row: &FinishedJob, figures: &[String]) -> Html {
    html! {
        <tr>
            <th scope="row">{ called(speech, row) }</th>
            { for figures.iter().map(|figure| html! { <td>{ figure }</td> }) }
        </tr>
    }
}
