//! What own finished jobs teach: paste or drop a list, see its curve beside the borrowed one, and put
//! it into the terms.

use super::spreadsheet::{self, FinishedJob, RowError, RowErrorKind};
use crate::desk::browser;
use crate::desk::parts::{OpenFile, dropped, last, over, plain};
use crate::desk::sheet::{self, Edit, Sheet};
use crate::engine::{Learned, OwnJob, OwnJobError, Spread, defaults, learned};
use crate::i18n::Speech;
use crate::picture::{overruns, text};
use serde_json::{Value, json};
use yew::prelude::*;

/// Under which name the list is kept.
const KEPT: &str = "jobs";

/// Where what they teach stands in the terms.
const OVERRUN: &str = "/terms/overrun";

/// The list of own jobs.
#[derive(Properties, Clone, PartialEq)]
pub struct JobsProps {
    /// What is worked on.
    pub sheet: Sheet,
}

/// The list of own jobs and what it teaches.
#[component]
pub fn Jobs(props: &JobsProps) -> Html {
    let speech = &props.sheet.speech;
    let typed = use_state(|| browser::stored_text(KEPT).unwrap_or_default());
    let set = {
        let typed = typed.clone();
        Callback::from(move |text: String| {
            browser::store_text(
                KEPT,
                Some(&text)
                    .filter(|text| !text.is_empty())
                    .map(String::as_str),
            );
            typed.set(text);
        })
    };
    // What was there before all of it was exchanged, and whether what is there now came from a file:
    // that can be had again, and the way back leads past it.
    let before = use_state(|| None::<String>);
    let of_file = use_mut_ref(|| false);
    {
        let (typed, of_file) = (typed.setter(), of_file.clone());
        use_effect_with((), move |()| {
            let read = Callback::from(move |()| {
                of_file.replace(false);
                typed.set(browser::stored_text(KEPT).unwrap_or_default());
            });
            let watching = browser::on_stored(KEPT, read);
            move || drop(watching)
        });
    }
    let unreadable = use_state(|| false);
    let exchange = {
        let (set, typed, before) = (set.clone(), typed.clone(), before.clone());
        let of_file = of_file.clone();
        Callback::from(move |text: String| {
            if (!of_file.replace(false) || before.is_none()) && !typed.is_empty() {
                before.set(Some((*typed).clone()));
            }
            set.emit(text);
        })
    };
    let on_arrival = {
        let (exchange, unreadable) = (exchange.clone(), unreadable.setter());
        let of_file = of_file.clone();
        last(Callback::from(move |text: Option<String>| {
            unreadable.set(text.is_none());
            if let Some(text) = text {
                exchange.emit(text);
                of_file.replace(true);
            }
        }))
    };
    let undo = before.as_ref().map(|text| {
        let (text, set, before) = (text.clone(), set.clone(), before.setter());
        let (typed, of_file) = ((*typed).clone(), of_file.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            of_file.replace(false);
            before.set(Some(typed.clone()).filter(|typed| !typed.is_empty()));
            set.emit(text.clone());
        });
        html! { <button type="button" class="quiet" {onclick}>{ speech.say("ready.undo") }</button> }
    });
    let oninput = set.reform(move |event: InputEvent| {
        of_file.replace(false);
        event
            .target_unchecked_into::<web_sys::HtmlTextAreaElement>()
            .value()
    });
    let read = spreadsheet::read(&typed);
    let jobs: Vec<OwnJob> = read.jobs.iter().map(|row| row.job).collect();
    let save = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| browser::save("jobs.csv", &typed))
    };
    html! {
        <div class="jobs">
            <div class="field" ondrop={dropped(on_arrival.clone())} ondragover={over()}>
                <label for="jobs-text">{ speech.say("jobs.paste") }</label>
                <textarea id="jobs-text" rows="8" spellcheck="false" value={(*typed).clone()} {oninput} aria-describedby="jobs-hint"
                    placeholder={speech.say("jobs.example")} />
                <p class="hint" id="jobs-hint">{ speech.say("jobs.hint") }</p>
                <div class="row">
                    <OpenFile label={speech.say("jobs.open")} accept=".csv,.tsv,.txt,text/csv" {on_arrival} />
                    if !typed.is_empty() {
                        <button type="button" onclick={save}>{ speech.say("jobs.save") }</button>
                        <button type="button" class="quiet" onclick={exchange.reform(|_: MouseEvent| String::new())}>{ speech.say("jobs.clear") }</button>
                    }
                    { undo }
                </div>
                if *unreadable {
                    <p class="problem" role="alert">{ speech.say("briefs.no-file") }</p>
                }
            </div>
            { errors(speech, &read.errors) }
            if let Some(learned) = learned(&jobs) {
                { taught(&props.sheet, learned, &read.jobs) }
            }
        </div>
    }
}

fn errors(speech: &Speech, errors: &[RowError]) -> Html {
    let message = |wrong: RowErrorKind| {
        speech.say(match wrong {
            RowErrorKind::TooShort => "jobs.wrong.short",
            RowErrorKind::Price => "jobs.wrong.price",
            RowErrorKind::Hours(OwnJobError::Estimated) => "jobs.wrong.estimated",
            RowErrorKind::Hours(OwnJobError::Actual) => "jobs.wrong.actual",
            RowErrorKind::Hours(OwnJobError::TooFarApart) => "jobs.wrong.apart",
        })
    };
    let row = |error: &RowError| {
        let line = error.line.to_string();
        html! { <li class="problem">{ speech.with("jobs.wrong", &[("line", &line), ("what", &message(error.kind))]) }</li> }
    };
    html! {
        <div role="status">
            if !errors.is_empty() {
                <ul class="unplaced">{ for errors.iter().map(row) }</ul>
            }
        </div>
    }
}

fn taught(sheet: &Sheet, learned: Learned, rows: &[FinishedJob]) -> Html {
    let speech = &sheet.speech;
    let ratio = |value: f64| speech.number(value, 2);
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let rounded = |value: f64| plain((value * 1000.0).round() / 1000.0);
    let spread =
        json!({ "median": rounded(learned.overrun.median), "p90": rounded(learned.overrun.p90) });
    let is_in = sheet::at(&sheet.config, OVERRUN).map(Value::to_string) == Some(spread.to_string());
    let put = sheet
        .on_edit
        .reform(move |_: MouseEvent| Edit::Set(OVERRUN.to_owned(), spread.clone()));
    let take = sheet
        .on_edit
        .reform(|_: MouseEvent| Edit::Unset(OVERRUN.to_owned()));
    let jobs = speech.count("jobs.count", learned.jobs as f64, &[]);
    html! {
        <section class="taught" aria-labelledby="taught-title">
            <h3 id="taught-title">{ speech.with("jobs.taught", &[("jobs", &jobs), ("ratio", &ratio(learned.own_ratio))]) }</h3>
            <p class="hint">
                { speech.with("jobs.weights", &[("own", &percent(learned.own)), ("borrowed", &percent(learned.borrowed))]) }
            </p>
            { picture(speech, learned.overrun, rows) }
            <table class="figures">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.say("jobs.half") }</th>
                        <th scope="col">{ speech.say("jobs.nine") }</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row"><span class="key own"></span>{ speech.say("jobs.together") }</th>
                        <td>{ ratio(learned.overrun.median) }</td>
                        <td>{ ratio(learned.overrun.p90) }</td>
                    </tr>
                    <tr>
                        <th scope="row"><span class="key borrowed"></span>{ speech.say("jobs.borrowed") }</th>
                        <td>{ ratio(defaults::OVERRUN.median) }</td>
                        <td>{ ratio(defaults::OVERRUN.p90) }</td>
                    </tr>
                </tbody>
            </table>
            <p class="row" role="status">
                if is_in {
                    <strong>{ speech.say("jobs.is-in") }</strong>
                    <button type="button" class="quiet" onclick={take}>{ speech.say("jobs.take-out") }</button>
                } else {
                    <button type="button" class="strong" onclick={put}>{ speech.say("jobs.put-in") }</button>
                }
            </p>
            <details>
                <summary>{ speech.say("jobs.rows") }</summary>
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
                    <tbody>{ for rows.iter().map(|row| job(speech, row, sheet::text(&sheet.config, "/terms/currency"))) }</tbody>
                </table>
            </details>
        </section>
    }
}

fn job(speech: &Speech, row: &FinishedJob, currency: &str) -> Html {
    let name = if row.name.is_empty() {
        speech.with("jobs.row", &[("line", &row.line.to_string())])
    } else {
        row.name.clone()
    };
    let hours = |hours: f64| speech.number(hours, 1);
    // What an hour of it brought.
    let earned = row.price.map(|price| match currency.len() {
        3 => speech.money(price / row.job.actual(), currency),
        _ => speech.number(price / row.job.actual(), 2),
    });
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td>{ hours(row.job.estimated()) }</td>
            <td>{ hours(row.job.actual()) }</td>
            <td>{ speech.number(row.job.ratio(), 2) }</td>
            <td>{ earned.unwrap_or_default() }</td>
        </tr>
    }
}

/// Both curves, with a dot for every job.
fn picture(speech: &Speech, own: Spread, rows: &[FinishedJob]) -> Html {
    let drawn = overruns::curves(&[defaults::OVERRUN, own]);
    let base = text(overruns::BASE);
    let dots = rows.iter().map(|row| {
        html! { <circle cx={text(overruns::x(row.job.ratio()))} cy={base.clone()} r="5" /> }
    });
    let ticks = overruns::TICKS.map(|tick| {
        let x = text(overruns::x(tick));
        html! {
            <g class="tick-mark">
                <line x1={x.clone()} y1={base.clone()} x2={x.clone()} y2={text(overruns::BASE + 6.0)} />
                <text {x} y={text(overruns::BASE + 26.0)} text-anchor="middle">{ speech.with("jobs.times", &[("n", &speech.number(tick, 1))]) }</text>
            </g>
        }
    });
    html! {
        <svg class="overruns" viewBox={overruns::CANVAS.view_box()} role="img" aria-label={speech.say("jobs.picture")}>
            <path class="borrowed" d={drawn[0].clone()} />
            <path class="own" d={drawn[1].clone()} />
            <line class="base" x1="0" y1={base.clone()} x2={text(overruns::CANVAS.width)} y2={base.clone()} />
            { for ticks }
            <g class="dots">{ for dots }</g>
        </svg>
    }
}
