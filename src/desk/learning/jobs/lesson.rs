//! The overrun that finished jobs teach, beside the borrowed one, and the way into the terms.

use super::curves::OverrunCurves;
use crate::desk::learning::spreadsheet::FinishedJob;
use crate::desk::parts::plain;
use crate::desk::sheet::{self, Edit, Sheet};
use crate::engine::{Learned, Spread, defaults};
use crate::i18n::Speech;
use serde_json::{Value, json};
use yew::prelude::*;

/// Pointer to the overrun of the terms.
const OVERRUN: &str = "/terms/overrun";

/// Props of [`Lesson`].
#[derive(Properties, Clone, PartialEq)]
pub struct LessonProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Overrun learned from the jobs.
    pub learned: Learned,
    /// Finished jobs.
    pub jobs: Vec<FinishedJob>,
}

/// The overrun learned from finished jobs.
#[component]
pub fn Lesson(props: &LessonProps) -> Html {
    let LessonProps {
        sheet,
        learned,
        jobs,
    } = props;
    let speech = &sheet.speech;
    let ratio = speech.number(learned.own_ratio, 2);
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let count = speech.count("jobs.count", learned.jobs as f64, &[]);
    html! {
        <section class="taught" aria-labelledby="taught-title">
            <h3 id="taught-title">{ speech.with("jobs.taught", &[("jobs", &count), ("ratio", &ratio)]) }</h3>
            <p class="hint">
                { speech.with("jobs.weights", &[("own", &percent(learned.own)), ("borrowed", &percent(learned.borrowed))]) }
            </p>
            <OverrunCurves speech={speech.clone()} own={learned.overrun} jobs={jobs.clone()} />
            { overruns(speech, learned.overrun) }
            { adoption(sheet, learned.overrun) }
            <details>
                <summary>{ speech.say("jobs.rows") }</summary>
                { table(speech, jobs, sheet::text(&sheet.config, "/terms/currency")) }
            </details>
        </section>
    }
}

/// The table of the learned and the borrowed overrun.
fn overruns(speech: &Speech, own: Spread) -> Html {
    let row = |key: Html, title: &str, overrun: Spread| {
        html! {
            <tr>
                <th scope="row">{ key }{ speech.say(title) }</th>
                <td>{ speech.number(overrun.median, 2) }</td>
                <td>{ speech.number(overrun.p90, 2) }</td>
            </tr>
        }
    };
    html! {
        <table class="figures">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ speech.say("jobs.half") }</th>
                    <th scope="col">{ speech.say("jobs.nine") }</th>
                </tr>
            </thead>
            <tbody>
                { row(html! { <span class="key own"></span> }, "jobs.together", own) }
                { row(html! { <span class="key borrowed"></span> }, "jobs.borrowed", defaults::OVERRUN) }
            </tbody>
        </table>
    }
}

/// The button that puts the overrun into the terms, or takes it out again.
fn adoption(sheet: &Sheet, overrun: Spread) -> Html {
    let speech = &sheet.speech;
    let rounded = |value: f64| plain((value * 1000.0).round() / 1000.0);
    let overrun = json!({ "median": rounded(overrun.median), "p90": rounded(overrun.p90) });
    let is_adopted =
        sheet::at(&sheet.config, OVERRUN).map(Value::to_string) == Some(overrun.to_string());
    let on_adopt = sheet
        .on_edit
        .reform(move |_: MouseEvent| Edit::Set(OVERRUN.to_owned(), overrun.clone()));
    let on_remove = sheet
        .on_edit
        .reform(|_: MouseEvent| Edit::Unset(OVERRUN.to_owned()));
    html! {
        <p class="row" role="status">
            if is_adopted {
                <strong>{ speech.say("jobs.is-in") }</strong>
                <button type="button" class="quiet" onclick={on_remove}>{ speech.say("jobs.take-out") }</button>
            } else {
                <button type="button" class="strong" onclick={on_adopt}>{ speech.say("jobs.put-in") }</button>
            }
        </p>
    }
}

/// The table of the jobs.
fn table(speech: &Speech, jobs: &[FinishedJob], currency: &str) -> Html {
    let row = |job: &FinishedJob| {
        let name = if job.name.is_empty() {
            speech.with("jobs.row", &[("line", &job.line.to_string())])
        } else {
            job.name.clone()
        };
        let hours = job.job;
        let per_hour = job.price.map(|price| match currency.len() {
            3 => speech.money(price / hours.actual(), currency),
            _ => speech.number(price / hours.actual(), 2),
        });
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ speech.number(hours.estimated(), 1) }</td>
                <td>{ speech.number(hours.actual(), 1) }</td>
                <td>{ speech.number(hours.ratio(), 2) }</td>
                <td>{ per_hour.unwrap_or_default() }</td>
            </tr>
        }
    };
    html! {
        <table class="figures jobs-of">
            <thead>
                <tr>
                    <th scope="col">{ speech.say("field.name") }</th>
                    <th scope="col">{ speech.say("jobs.estimated") }</th>
                    <th scope="col">{ speech.say("jobs.actual") }</th>
                    <th scope="col">{ speech.say("jobs.ratio") }</th>
                    <th scope="col">{ speech.say("jobs.earned") }</th>
                </tr>
            </thead>
            <tbody>{ for jobs.iter().map(row) }</tbody>
        </table>
    }
}
