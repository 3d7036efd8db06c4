//! The sheets of a workbook, of which one has the list.

use crate::desk::learning::spreadsheet::read;
use crate::desk::parts::{Table, select};
use crate::i18n::Speech;
use crate::widget::element::el;
use yew::prelude::*;

/// The first sheet with jobs in it, or else the first.
pub fn filled(tables: &[Table]) -> Option<&Table> {
    let has_jobs = |table: &&Table| {
        let list = read(&table.text);
        !list.jobs.is_empty() || !list.tracked.is_empty()
    };
    tables.iter().find(has_jobs).or(tables.first())
}

/// The choice of a sheet, as long as the list is one of them. Passes on its text.
pub fn table_choice(
    speech: &Speech,
    tables: &[Table],
    list: &str,
    on_table: &Callback<String>,
) -> Html {
    let Some(at) = tables.iter().position(|table| table.text == list) else {
        return Html::default();
    };
    if tables.len() < 2 {
        return Html::default();
    }
    let names = tables.iter().enumerate();
    let names = names.map(|(at, table)| (at.to_string(), table.name.clone()));
    let texts: Vec<String> = tables.iter().map(|table| table.text.clone()).collect();
    let on_choice = on_table.reform(move |at: String| {
        let at: usize = at.parse().unwrap_or_default();
        texts.get(at).cloned().unwrap_or_default()
    });
    let choice = select(names, &at.to_string(), &on_choice).attr("id", "jobs-table");
    el("div", "field")
        .child(
            el("label", "")
                .attr("for", "jobs-table")
                .message(speech, "jobs.table"),
        )
        .child(choice)
        .into()
}
