//! The factor that finished jobs teach, beside the borrowed one, and the way into the terms.

use super::curves::{FactorCurvesProps, factor_curves};
use super::hindsight::hindsight;
use super::rows::{called, hours_rows, weeks_rows};
use super::subject::Subject;
use crate::desk::learning::spreadsheet::FinishedJob;
use crate::desk::sheet::{self, Edit, Sheet};
use crate::engine::{Backtest, Learned, Spread};
use crate::i18n::{Speech, speak};
use serde_json::Value;
use yew::prelude::*;

/// Props of [`lesson`].
#[derive(Clone, PartialEq)]
pub struct LessonProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Subject.
    pub subject: Subject,
    /// Factor learned from the jobs.
    pub learned: Learned<Spread>,
    /// Counts of how often it would have held.
    pub backtest: Backtest,
    /// Finished jobs.
    pub jobs: Vec<FinishedJob>,
    /// Code of the currency of their prices; empty where there are several.
    pub currency: String,
}

/// The factor learned from finished jobs: how much longer work or the calendar takes.
pub fn lesson(props: &LessonProps) -> Html {
    let LessonProps {
        sheet,
        subject,
        learned,
        backtest,
        jobs,
        currency,
    } = props;
    let speech = &sheet.speech;
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let ratios = jobs.iter().filter_map(|row| subject.ratio(&row.job));
    let (id, picture, rows) = match subject {
        Subject::Hours => ("taught-hours", "jobs.picture", "jobs.rows"),
        Subject::Weeks { .. } => ("taught-weeks", "jobs.weeks.picture", "jobs.weeks.rows"),
    };
    html! {
        <section class="taught" aria-labelledby={id}>
            <h3 {id}>{ title(speech, *subject, learned) }</h3>
            <p class="hint">
                { speech.format("jobs.weights", &[("own", &percent(learned.own)), ("borrowed", &percent(learned.borrowed))]) }
            </p>
            { caution(speech, *subject) }
            { factor_curves(&FactorCurvesProps {
                speech: speech.clone(), label: speech.get(picture), own: learned.factor,
                borrowed: subject.borrowed(), ratios: ratios.collect(),
            }) }
            { factors(speech, *subject, learned.factor) }
            { adoption(sheet, *subject, learned, jobs) }
            { hindsight(speech, *backtest) }
            <details>
                <summary>{ speech.get(rows) }</summary>
                {
                    match subject {
                        Subject::Hours => hours_rows(speech, jobs, currency),
                        Subject::Weeks { wait } => weeks_rows(speech, jobs, *wait),
                    }
                }
            </details>
        </section>
    }
}

fn title(speech: &Speech, subject: Subject, learned: &Learned<Spread>) -> String {
    let ratio = speech.number(learned.own_ratio, 2);
    let count = speech.plural("jobs.count", learned.jobs as f64, &[]);
    let values = [("jobs", count.as_str()), ("ratio", ratio.as_str())];
    match subject {
        Subject::Hours => speech.format("jobs.taught", &values),
        Subject::Weeks { wait: 0.0 } => speech.format("jobs.weeks.taught.no-wait", &values),
        Subject::Weeks { wait } => {
            let [jobs, ratio] = values;
            let wait = speak::weeks(speech, wait);
            speech.format("jobs.weeks.taught", &[jobs, ratio, ("wait", &wait)])
        }
    }
}

/// The words of caution about the calendar.
fn caution(speech: &Speech, subject: Subject) -> Html {
    let Subject::Weeks { wait } = subject else {
        return Html::default();
    };
    let weeks = speak::weeks(speech, wait);
    html! {
        <>
            if wait > 0.0 {
                <p class="hint">{ speech.format("jobs.weeks.wait", &[("wait", &weeks)]) }</p>
            }
            <p class="hint">{ speech.get("jobs.weeks.provisional") }</p>
        </>
    }
}

/// The table of the learned and the borrowed factor.
fn factors(speech: &Speech, subject: Subject, own: Spread) -> Html {
    let row = |key: Html, title: &str, factor: Spread| {
        html! {
            <tr>
                <th scope="row">{ key }{ speech.get(title) }</th>
                <td>{ speech.number(factor.median, 2) }</td>
                <td>{ speech.number(factor.p90, 2) }</td>
            </tr>
        }
    };
    html! {
        <table class="figures">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ speech.get("jobs.half") }</th>
                    <th scope="col">{ speech.get("jobs.nine") }</th>
                </tr>
            </thead>
            <tbody>
                { row(html! { <span class="key own"></span> }, "jobs.together", own) }
                { row(html! { <span class="key borrowed"></span> }, "jobs.borrowed", subject.borrowed()) }
            </tbody>
        </table>
    }
}

/// The button that puts the factor into the terms, or takes it out again.
fn adoption(
    sheet: &Sheet,
    subject: Subject,
    learned: &Learned<Spread>,
    jobs: &[FinishedJob],
) -> Html {
    let speech = &sheet.speech;
    // Jobs that took a small part of their estimates, or a multiple, are more often columns mistaken.
    let odd = match (0.3..=4.0).contains(&learned.own_ratio) {
        true => subject.oddest(jobs).map(|(job, ratio)| {
            let ratio = speech.number(ratio, 2);
            speech.format(
                "jobs.odd.job",
                &[("job", &called(speech, job)), ("ratio", &ratio)],
            )
        }),
        false => {
            let ratio = speech.number(learned.own_ratio, 2);
            Some(speech.format("jobs.odd", &[("ratio", &ratio)]))
        }
    };
    let (value, pointer) = (subject.value(learned.factor), subject.pointer());
    let is_adopted =
        sheet::at(&sheet.config, pointer).map(Value::to_string) == Some(value.to_string());
    let on_adopt = {
        let (on_edit, record) = (sheet.on_edit.clone(), subject.record(learned));
        Callback::from(move |_: MouseEvent| {
            on_edit.emit(Edit::Set(pointer.to_owned(), value.clone()));
            if let Some((pointer, record)) = &record {
                on_edit.emit(Edit::Set((*pointer).to_owned(), record.clone()));
            }
        })
    };
    let on_remove = sheet
        .on_edit
        .reform(move |_: MouseEvent| Edit::Unset(pointer.to_owned()));
    let (is_in, put_in, take_out) = match subject {
        Subject::Hours => ("jobs.is-in", "jobs.put-in", "jobs.take-out"),
        Subject::Weeks { .. } => (
            "jobs.weeks.is-in",
            "jobs.weeks.put-in",
            "jobs.weeks.take-out",
        ),
    };
    html! {
        <p class="row" role="status">
            if is_adopted {
                <strong>{ speech.get(is_in) }</strong>
                <button type="button" class="quiet" onclick={on_remove}>{ speech.get(take_out) }</button>
            } else if let Some(odd) = odd {
                <span class="problem">{ odd }</span>
                <button type="button" onclick={on_adopt}>{ speech.get("jobs.odd.put-in") }</button>
            } else {
                <button type="button" class="strong" onclick={on_adopt}>{ speech.get(put_in) }</button>
            }
        </p>
    }
}
