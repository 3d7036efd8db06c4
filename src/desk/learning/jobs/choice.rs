//! The columns of the list with their meanings, over its first rows.

use crate::desk::learning::spreadsheet::{Chosen, JobList, Note};
use crate::i18n::Speech;
use yew::prelude::*;

/// Meaning of a column: its name in messages, and its place among the chosen ones.
type Meaning = (&'static str, fn(&mut Chosen) -> &mut Option<usize>);

const MEANINGS: [Meaning; 6] = [
    ("name", |chosen| &mut chosen.name),
    ("estimated", |chosen| &mut chosen.estimated),
    ("actual", |chosen| &mut chosen.actual),
    ("price", |chosen| &mut chosen.price),
    ("planned", |chosen| &mut chosen.planned_weeks),
    ("weeks", |chosen| &mut chosen.actual_weeks),
];

/// The line of selects, the first rows under it, and the notes on their reading.
pub fn column_choice(speech: &Speech, list: &JobList, on_chosen: &Callback<Chosen>) -> Html {
    if list.heads.len() < 2 {
        return Html::default();
    }
    let title = |column: usize| {
        let number = (column + 1).to_string();
        match list.heads.get(column) {
            Some(head) if !head.is_empty() && list.has_twin(column) => {
                speech.format("jobs.column.twin", &[("name", head), ("n", &number)])
            }
            Some(head) if !head.is_empty() => head.clone(),
            _ => speech.format("jobs.column", &[("n", &number)]),
        }
    };
    let select = |(name, place): &Meaning| {
        let mut chosen = list.chosen;
        let current = *place(&mut chosen);
        let place = *place;
        let onchange = on_chosen.reform(move |event: Event| {
            let select = event.target_unchecked_into::<web_sys::HtmlSelectElement>();
            let mut chosen = chosen;
            *place(&mut chosen) = select.value().parse().ok();
            chosen
        });
        let option = |column: usize| {
            html! {
                <option value={column.to_string()} selected={current == Some(column)}>{ title(column) }</option>
            }
        };
        let id = format!("jobs-column-{name}");
        html! {
            <th scope="col">
                <label for={id.clone()}>{ speech.get_for("jobs.column.{}", name) }</label>
                <select {id} {onchange}>
                    <option value="" selected={current.is_none()}>{ speech.get("jobs.column.none") }</option>
                    { for (0..list.heads.len()).map(option) }
                </select>
            </th>
        }
    };
    let cell = |row: &Vec<String>, column: Option<usize>| {
        let cell = column.and_then(|column| row.get(column)).cloned();
        html! { <td>{ cell.unwrap_or_default() }</td> }
    };
    let row = |row: &Vec<String>| {
        let mut chosen = list.chosen;
        html! { <tr>{ for MEANINGS.iter().map(|(_, place)| cell(row, *place(&mut chosen))) }</tr> }
    };
    let note = |note: &Note| {
        let key = match note {
            Note::Seconds => "jobs.note.seconds",
            Note::Milliseconds => "jobs.note.milliseconds",
            Note::Days => "jobs.note.days",
            Note::Ranges => "jobs.note.ranges",
            Note::Once => "jobs.note.once",
            Note::OncePerPeriod => "jobs.note.once-per-period",
            Note::OnceEach => "jobs.note.once-each",
            Note::Minutes => "jobs.note.minutes",
            Note::Turned => "jobs.note.turned",
            Note::Twins => "jobs.note.twins",
        };
        html! { <p class="hint">{ speech.get(key) }</p> }
    };
    html! {
        <fieldset class="columns">
            <legend>{ speech.get("jobs.columns") }</legend>
            <table class="figures">
                <thead><tr>{ for MEANINGS.iter().map(select) }</tr></thead>
                <tbody>{ for list.sample.iter().map(row) }</tbody>
            </table>
            <div role="status">{ for list.notes.iter().map(note) }</div>
        </fieldset>
    }
}
