//! Errors of the list, one message for each cause.

use crate::desk::learning::spreadsheet::{RowError, RowErrorKind};
use crate::engine::OwnJobError;
use crate::i18n::Speech;
use yew::prelude::*;

/// Most messages.
const MOST: usize = 5;

/// Errors in some of all rows of the list.
pub fn row_errors(speech: &Speech, errors: &[RowError], all: usize) -> Html {
    let what = |kind: RowErrorKind| {
        speech.get(match kind {
            RowErrorKind::NoFigures => "jobs.wrong.none",
            RowErrorKind::NoEstimate => "jobs.wrong.no-estimate",
            RowErrorKind::NoActual => "jobs.wrong.no-actual",
            RowErrorKind::NoName => "jobs.wrong.no-name",
            RowErrorKind::MoneyBudget => "jobs.wrong.money",
            RowErrorKind::Money => "jobs.wrong.sums",
            RowErrorKind::Outline => "jobs.wrong.outline",
            RowErrorKind::Price => "jobs.wrong.price",
            RowErrorKind::Figures(OwnJobError::EstimatedHours) => "jobs.wrong.estimated",
            RowErrorKind::Figures(OwnJobError::ActualHours) => "jobs.wrong.actual",
            RowErrorKind::Figures(OwnJobError::HoursTooFarApart) => "jobs.wrong.apart",
            RowErrorKind::Figures(OwnJobError::PlannedWeeks) => "jobs.wrong.weeks.planned",
            RowErrorKind::Figures(OwnJobError::ActualWeeks) => "jobs.wrong.weeks.actual",
            RowErrorKind::Figures(OwnJobError::WeeksTooFarApart) => "jobs.wrong.weeks.apart",
        })
    };
    // One message for each kind, in the order in which they are met.
    let mut kinds: Vec<(RowErrorKind, Vec<usize>)> = Vec::new();
    for error in errors {
        match kinds.iter_mut().find(|(kind, _)| *kind == error.kind) {
            Some((_, lines)) => lines.push(error.line),
            None => kinds.push((error.kind, vec![error.line])),
        }
    }
    let rest = kinds.split_off(kinds.len().min(MOST));
    let rest: usize = rest.iter().map(|(_, lines)| lines.len()).sum();
    let all = all.to_string();
    let row = |(kind, of_kind): &(RowErrorKind, Vec<usize>)| {
        let values = [
            ("lines", lines(of_kind)),
            ("what", what(*kind)),
            ("all", all.clone()),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        html! { <li class="problem">{ speech.plural("jobs.wrong", of_kind.len() as f64, &values) }</li> }
    };
    html! {
        <div role="status">
            if !kinds.is_empty() {
                <ul class="unplaced">
                    { for kinds.iter().map(row) }
                    if rest > 0 {
                        <li class="problem">{ speech.plural("jobs.wrong.more", rest as f64, &[]) }</li>
                    }
                </ul>
            }
        </div>
    }
}

/// Lines of a list, those in a row as a range, and no more than five of these.
pub fn lines(lines: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *line => *last = *line,
            _ => ranges.push((*line, *line)),
        }
    }
    let range = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    };
    let said: Vec<String> = ranges.iter().take(5).map(range).collect();
    let more = if ranges.len() > 5 { ", …" } else { "" };
    said.join(", ") + more
}
