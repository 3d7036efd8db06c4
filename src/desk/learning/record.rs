//! A log of verdicts: what was said, what came of it, and whether 8 in 10 meant 8 in 10.

use crate::desk::parts::{Arrival, OpenFile, Typed, dropped, over};
use crate::engine::{Band, Outcome, Verdict, record};
use crate::host::browser;
use crate::i18n::{Speech, speak};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// Under which name the log is kept.
const KEPT: &str = "log";

/// What was said of one job, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The day on which it was said, as in 2026-03-31.
    pub day: String,
    /// What the job is called.
    pub name: String,
    /// The id of the verdict.
    pub verdict: String,
    /// The odds that were said, from 0 to 1.
    pub odds: f64,
    /// Whether it was in time and paid. Absent: not known yet, or not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_true: Option<bool>,
}

impl Said {
    /// What is said today.
    pub fn new(name: String, verdict: Verdict, odds: f64) -> Said {
        Said {
            day: browser::today(),
            name,
            verdict: verdict.name().to_owned(),
            odds,
            came_true: None,
        }
    }
}

/// Adds to the log.
pub fn note(said: Said) {
    let mut log = kept();
    log.push(said);
    keep(&log);
}

/// What is in the log.
fn kept() -> Vec<Said> {
    let text = browser::kept(KEPT).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Writes the log.
fn keep(log: &[Said]) {
    browser::keep(KEPT, serde_json::to_string(log).ok().as_deref());
}

/// The log.
#[derive(Properties, Clone, PartialEq)]
pub struct LogProps {
    /// The words.
    pub speech: Speech,
}

/// The log of verdicts.
#[component]
pub fn Log(props: &LogProps) -> Html {
    let speech = &props.speech;
    let log = use_state(|| Rc::new(kept()));
    {
        let log = log.setter();
        use_effect_with((), move |()| {
            let read = Callback::from(move |()| log.set(Rc::new(kept())));
            let watching = browser::on_kept(KEPT, read);
            move || drop(watching)
        });
    }
    let name = use_state(String::new);
    let trouble = use_state(|| false);
    let set = {
        let log = log.clone();
        Callback::from(move |changed: Vec<Said>| {
            keep(&changed);
            log.set(Rc::new(changed));
        })
    };
    let verdict = use_state(|| Verdict::Take);
    let tenths = use_state(|| 8_u8);
    let onsubmit = {
        let (set, log, name, verdict, tenths) = (
            set.clone(),
            log.clone(),
            name.clone(),
            verdict.clone(),
            tenths.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut changed = (**log).clone();
            let odds = f64::from(*tenths) / 10.0;
            changed.push(Said::new((*name).clone(), *verdict, odds));
            set.emit(changed);
            name.set(String::new());
        })
    };
    let on_arrival = {
        let (set, log, trouble) = (set.clone(), log.clone(), trouble.clone());
        Callback::from(move |arrivals: Vec<Arrival>| {
            let read = |Arrival { text, .. }| serde_json::from_str::<Vec<Said>>(&text?).ok();
            let read: Vec<_> = arrivals.into_iter().map(read).collect();
            trouble.set(read.contains(&None));
            // What is noted here already stays.
            let mut changed = (**log).clone();
            for mut said in read.into_iter().flatten() {
                said.retain(|said| !changed.contains(said));
                changed.append(&mut said);
            }
            set.emit(changed);
        })
    };
    let save = {
        let log = log.clone();
        Callback::from(move |_: MouseEvent| {
            browser::save(
                "verdicts.json",
                &(serde_json::to_string_pretty(&**log).unwrap_or_default() + "\n"),
            );
        })
    };
    let rows = log.iter().enumerate().rev().map(|(index, said)| {
        let outcome = |value: Option<bool>, key: &str| {
            let (set, log) = (set.clone(), log.clone());
            let onchange = Callback::from(move |_: Event| {
                let mut changed = (**log).clone();
                if let Some(said) = changed.get_mut(index) {
                    said.came_true = value;
                }
                set.emit(changed);
            });
            html! {
                <label class="option">
                    <input type="radio" name={format!("outcome-{index}")} checked={said.came_true == value} {onchange} />
                    <span>{ speech.say(key) }</span>
                </label>
            }
        };
        let on_remove = {
            let (set, log) = (set.clone(), log.clone());
            Callback::from(move |_: MouseEvent| {
                let mut changed = (**log).clone();
                changed.remove(index);
                set.emit(changed);
            })
        };
        let verdict = Verdict::from_name(&said.verdict);
        html! {
            <li class="noted" key={index}>
                <div>
                    <strong>{ if said.name.is_empty() { speech.say("log.unnamed") } else { said.name.clone() } }</strong>
                    <span class="hint">
                        { speech.with("log.said", &[
                            ("day", &said.day),
                            ("verdict", &verdict.map(|verdict| speech.of("shop.verdict.{}", verdict.name())).unwrap_or_default()),
                            ("odds", &speak::odds(speech, said.odds)),
                        ]) }
                    </span>
                </div>
                <fieldset class="options">
                    <legend class="for-listeners">{ speech.with("log.outcome", &[("name", &said.name)]) }</legend>
                    { outcome(Some(true), "log.yes") }
                    { outcome(Some(false), "log.no") }
                    { outcome(None, "log.open") }
                </fieldset>
                <button type="button" class="quiet" onclick={on_remove}>{ speech.with("form.remove", &[("name", &said.name)]) }</button>
            </li>
        }
    });
    let outcomes: Vec<Outcome> = log
        .iter()
        .filter_map(|said| Outcome::new(said.odds, said.came_true?).ok())
        .collect();
    html! {
        <div class="log" ondrop={dropped(on_arrival.clone())} ondragover={over()}>
            <form class="row" {onsubmit}>
                <div class="field wide">
                    <label for="log-name">{ speech.say("log.name") }</label>
                    <Typed id="log-name" value={(*name).clone()} on_value={Callback::from(move |text| name.set(text))} />
                </div>
                <div class="field">
                    <label for="log-verdict">{ speech.say("log.verdict") }</label>
                    <select id="log-verdict" onchange={Callback::from({ let verdict = verdict.clone(); move |event: Event| {
                        let word = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
                        if let Some(known) = Verdict::from_name(&word) { verdict.set(known); }
                    } })}>
                        { for Verdict::ALL.map(|one| html! { <option value={one.name()} selected={one == *verdict}>{ speech.of("shop.verdict.{}", one.name()) }</option> }) }
                    </select>
                </div>
                <div class="field">
                    <label for="log-odds">{ speech.say("log.odds") }</label>
                    <select id="log-odds" onchange={Callback::from({ let tenths = tenths.clone(); move |event: Event| {
                        let word = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
                        if let Ok(known) = word.parse() { tenths.set(known); }
                    } })}>
                        { for (0..=10_u8).map(|n| html! { <option value={n.to_string()} selected={n == *tenths}>{ speak::odds(speech, f64::from(n) / 10.0) }</option> }) }
                    </select>
                </div>
                <button class="strong">{ speech.say("log.add") }</button>
            </form>
            { held(speech, &outcomes) }
            <ul class="list">{ for rows }</ul>
            <div class="row">
                <OpenFile label={speech.say("log.import")} accept=".json,application/json" {on_arrival} />
                if !log.is_empty() {
                    <button type="button" onclick={save}>{ speech.say("log.save") }</button>
                }
                if *trouble {
                    <p class="problem" role="alert">{ speech.say("import.trouble") }</p>
                }
            </div>
        </div>
    }
}

/// Whether what was said held, tenth by tenth.
fn held(speech: &Speech, outcomes: &[Outcome]) -> Html {
    let record = record(outcomes);
    if record.count == 0 {
        return html! { <p class="hint">{ speech.say("log.nothing-yet") }</p> };
    }
    let row = |band: &Band| {
        let tenth = f64::from(band.tenths) / 10.0;
        let percent = |share: f64| speech.number((share * 100.0).round(), 0);
        let came_true = speech.with(
            "log.of",
            &[
                ("n", &band.came_true.to_string()),
                ("of", &band.count.to_string()),
            ],
        );
        let range = speech.with(
            "log.range",
            &[
                ("low", &percent(band.interval.low)),
                ("high", &percent(band.interval.high)),
            ],
        );
        html! {
            <tr>
                <th scope="row">{ speak::odds(speech, tenth) }</th>
                <td>{ came_true }</td>
                <td>{ range }</td>
                <td>{ speech.of("log.finding.{}", band.finding.name()) }</td>
            </tr>
        }
    };
    html! {
        <table class="figures">
            <caption>{ speech.say("log.held") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ speech.say("log.column.said") }</th>
                    <th scope="col">{ speech.say("log.column.true") }</th>
                    <th scope="col">{ speech.say("log.column.range") }</th>
                    <th scope="col">{ speech.say("log.column.finding") }</th>
                </tr>
            </thead>
            <tbody>{ for record.bands.iter().map(row) }</tbody>
        </table>
    }
}
