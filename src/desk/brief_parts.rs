//! Two briefs side by side, and what taking one first does to the calendar of the others.

use super::brief_card::Answered;
use crate::config::Config;
use crate::engine::{Appraisal, Terms, appraise};
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
    // A phone lays rows out in two columns, and would take a table for none then: hence the roles.
    let titled = |title: String, cell: &dyn Fn(&Answered) -> Html| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ title }</th>
                { for briefs.iter().map(|brief| html! { <td role="cell">{ cell(brief) }</td> }) }
            </tr>
        }
    };
    let row = |key: &str, cell: &dyn Fn(&Answered) -> Html| titled(speech.say(key), cell);
    let tax = openly::tax(speech, terms);
    let taxed = |plain: &str, taxed: &str| match &tax {
        Some(tax) => speech.with(taxed, &[("tax", tax)]),
        None => speech.say(plain),
    };
    let price = taxed("briefs.row.price", "briefs.row.price.taxed");
    let earns = taxed("briefs.row.earns", "briefs.row.earns.taxed");
    html! {
        <section aria-labelledby="beside-title">
            <h3 id="beside-title">{ speech.say("briefs.beside.title") }</h3>
            <table class="figures beside-of" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for briefs.iter().map(|brief| html! { <th scope="col" role="columnheader">{ &brief.name }</th> }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                        { row("briefs.row.verdict", &|brief| html! { speech.say(&format!("shop.verdict.{}", brief.appraisal.verdict.id())) }) }
                        { row("test.time", &|brief| html! { odds(brief.appraisal.odds.time) }) }
                        { row("test.money", &|brief| html! { odds(brief.appraisal.odds.money) }) }
                        { titled(price, &|brief| html! { range(speak::roughly(speech, terms, brief.appraisal.price.p50), speak::roughly(speech, terms, brief.appraisal.price.p80)) }) }
                        { row("briefs.row.weeks", &|brief| html! { range(speak::weeks(speech, brief.appraisal.weeks.p50), speak::weeks(speech, brief.appraisal.weeks.p80)) }) }
                        { row("briefs.row.hours", &|brief| html! { range(speak::hours(speech, brief.appraisal.hours.p50), speak::hours(speech, brief.appraisal.hours.p80)) }) }
                        { row("briefs.row.care", &|brief| html! { match brief.appraisal.care_hours.round() {
                            hours if hours > 0.0 => speak::hours(speech, hours),
                            _ => speech.say("briefs.none"),
                        } }) }
                        { titled(earns, &|brief| html! {
                            brief.appraisal.earns_per_hour.map_or_else(|| speech.say("test.unknown"), |earns| speak::roughly(speech, terms, earns.p50))
                        }) }
                        { row("briefs.row.why", &|brief| list(brief.appraisal.reasons.iter().take(3).map(|reason| speak::reason(speech, terms, reason)))) }
                        { row("briefs.row.yes", &|brief| list(brief.appraisal.offers.first().into_iter().flat_map(|offer| speak::changes(speech, terms, &brief.brief, offer)))) }
                </tbody>
            </table>
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
    let cell = |appraisal: &Appraisal| {
        let odds = appraisal.odds.time.map_or_else(
            || speech.say("test.unknown"),
            |odds| speak::odds(speech, odds),
        );
        let verdict = speech.say(&format!("shop.verdict.{}", appraisal.verdict.id()));
        let weeks = speak::weeks(speech, appraisal.weeks.p80);
        html! {
            <td>
                { weeks }
                <span class="hint">{ speech.with("briefs.calendar.odds", &[("odds", &odds)]) }</span>
                <span class="hint">{ verdict }</span>
            </td>
        }
    };
    let others = briefs.iter().filter(|brief| brief.index != taken.index);
    let rows = others.map(|brief| {
        let then = appraise(&brief.brief, &later).ok();
        html! {
            <tr key={brief.index}>
                <th scope="row">{ &brief.name }</th>
                { cell(&brief.appraisal) }
                { then.as_ref().map(cell).unwrap_or_default() }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="calendar-title" class="calendar">
            <h3 id="calendar-title">{ speech.say("briefs.calendar") }</h3>
            <p class="row first">
                <label for="calendar-first">{ speech.say("briefs.calendar.first") }</label>
                <select id="calendar-first" {onchange}>
                    { for briefs.iter().map(|brief| html! { <option value={brief.index.to_string()} selected={brief.index == taken.index}>{ &brief.name }</option> }) }
                </select>
            </p>
            <p class="hint">{ speech.with("briefs.calendar.lead", &[("weeks", &speak::weeks(speech, taken.appraisal.weeks.p80))]) }</p>
            <table class="figures calendar-of">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.say("briefs.calendar.now") }</th>
                        <th scope="col">{ speech.say("briefs.calendar.then") }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
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
