//! Two briefs side by side, and what taking one first does to the calendar of the others.

use super::brief_list::Answered;
use crate::config::Config;
use crate::engine::{Terms, appraise};
use crate::i18n::{Speech, openly, speak};
use std::rc::Rc;
use yew::prelude::*;

/// Some briefs of the desk.
#[derive(Properties, Clone, PartialEq)]
pub struct BriefsProps {
    /// The words.
    pub speech: Speech,
    /// What the shop works by.
    pub config: Rc<Config>,
    /// The briefs with their answers.
    pub briefs: Vec<Answered>,
}

/// Two briefs side by side.
#[component]
pub fn Beside(props: &BriefsProps) -> Html {
    let BriefsProps {
        speech,
        config,
        briefs,
    } = props;
    let terms = &config.terms;
    let odds = |odds: Option<f64>| {
        odds.map_or_else(
            || speech.say("test.unknown"),
            |odds| speak::odds(speech, odds),
        )
    };
    let range =
        |low: String, high: String| speech.with("money.range", &[("low", &low), ("high", &high)]);
    let row = |key: &str, cell: &dyn Fn(&Answered) -> Html| {
        html! {
            <tr>
                <th scope="row">{ speech.say(key) }</th>
                { for briefs.iter().map(|brief| html! { <td>{ cell(brief) }</td> }) }
            </tr>
        }
    };
    let price = match openly::tax(speech, terms) {
        Some(tax) => speech.with("briefs.row.price.taxed", &[("tax", &tax)]),
        None => speech.say("briefs.row.price"),
    };
    html! {
        <section aria-labelledby="beside-title">
            <h3 id="beside-title">{ speech.say("briefs.beside.title") }</h3>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="beside-title">
                <table class="figures full">
                    <thead>
                        <tr>
                            <td></td>
                            { for briefs.iter().map(|brief| html! { <th scope="col">{ &brief.name }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { row("briefs.row.verdict", &|brief| html! { speech.say(&format!("shop.verdict.{}", brief.appraisal.verdict.id())) }) }
                        { row("test.time", &|brief| html! { odds(brief.appraisal.odds.time) }) }
                        { row("test.money", &|brief| html! { odds(brief.appraisal.odds.money) }) }
                        <tr>
                            <th scope="row">{ price }</th>
                            { for briefs.iter().map(|brief| html! {
                                <td>{ range(speak::roughly(speech, terms, brief.appraisal.price.p50), speak::roughly(speech, terms, brief.appraisal.price.p80)) }</td>
                            }) }
                        </tr>
                        { row("briefs.row.weeks", &|brief| html! { range(speak::weeks(speech, brief.appraisal.weeks.p50), speak::weeks(speech, brief.appraisal.weeks.p80)) }) }
                        { row("briefs.row.hours", &|brief| html! { range(speak::hours(speech, brief.appraisal.hours.p50), speak::hours(speech, brief.appraisal.hours.p80)) }) }
                        { row("briefs.row.care", &|brief| html! { match brief.appraisal.care_hours.round() {
                            hours if hours > 0.0 => speak::hours(speech, hours),
                            _ => speech.say("briefs.none"),
                        } }) }
                        { row("briefs.row.earns", &|brief| html! {
                            brief.appraisal.earns_per_hour.map_or_else(|| speech.say("test.unknown"), |earns| speak::roughly(speech, terms, earns.p50))
                        }) }
                        { row("briefs.row.why", &|brief| list(brief.appraisal.reasons.iter().take(3).map(|reason| speak::reason(speech, terms, reason)))) }
                        { row("briefs.row.yes", &|brief| list(brief.appraisal.offers.first().into_iter().flat_map(|offer| speak::changes(speech, terms, &brief.brief, offer)))) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn list(lines: impl Iterator<Item = String>) -> Html {
    html! { <ul class="lines">{ for lines.map(|line| html! { <li>{ line }</li> }) }</ul> }
}

/// What taking one brief first does to the others.
#[component]
pub fn Calendar(props: &BriefsProps) -> Html {
    let BriefsProps {
        speech,
        config,
        briefs,
    } = props;
    let first = use_state(|| briefs[0].index);
    let taken = briefs
        .iter()
        .find(|brief| brief.index == *first)
        .unwrap_or(&briefs[0]);
    let onchange = {
        let first = first.clone();
        Callback::from(move |event: Event| {
            let word = event
                .target_unchecked_into::<web_sys::HtmlSelectElement>()
                .value();
            if let Ok(index) = word.parse() {
                first.set(index);
            }
        })
    };
    let later = after(&config.terms, taken);
    let rows = briefs
        .iter()
        .filter(|brief| brief.index != taken.index)
        .map(|brief| {
            let now = &brief.appraisal;
            let then = appraise(&brief.brief, &later).ok();
            let odds = |odds: Option<f64>| {
                odds.map_or_else(
                    || speech.say("test.unknown"),
                    |odds| speak::odds(speech, odds),
                )
            };
            html! {
                <tr key={brief.index}>
                    <th scope="row">{ &brief.name }</th>
                    <td>{ speak::weeks(speech, now.weeks.p80) }</td>
                    <td>{ odds(now.odds.time) }</td>
                    if let Some(then) = then {
                        <td>{ speak::weeks(speech, then.weeks.p80) }</td>
                        <td>{ odds(then.odds.time) }</td>
                        <td>{ speech.say(&format!("shop.verdict.{}", then.verdict.id())) }</td>
                    }
                </tr>
            }
        });
    html! {
        <section aria-labelledby="calendar-title" class="calendar">
            <h3 id="calendar-title">{ speech.say("briefs.calendar") }</h3>
            <p class="row">
                <label for="calendar-first">{ speech.say("briefs.calendar.first") }</label>
                <select id="calendar-first" {onchange}>
                    { for briefs.iter().map(|brief| html! { <option value={brief.index.to_string()} selected={brief.index == taken.index}>{ &brief.name }</option> }) }
                </select>
            </p>
            <p class="hint">{ speech.with("briefs.calendar.lead", &[("weeks", &speak::weeks(speech, taken.appraisal.weeks.p80))]) }</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="calendar-title">
                <table class="figures full">
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{ speech.say("briefs.calendar.now") }</th>
                            <th scope="col">{ speech.say("test.time") }</th>
                            <th scope="col">{ speech.say("briefs.calendar.then") }</th>
                            <th scope="col">{ speech.say("test.time") }</th>
                            <th scope="col">{ speech.say("briefs.row.verdict") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The terms as they are once a job is taken: the next one starts when this one is ready in 8 of 10
/// cases.
fn after(terms: &Terms, taken: &Answered) -> Terms {
    let mut later = terms.clone();
    later.team.starts_in_weeks = taken.appraisal.weeks.p80;
    later
}
