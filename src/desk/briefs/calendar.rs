//! The calendar of the desk: what taking one brief first does to the others.

use super::card::{Answered, BriefsProps};
use crate::engine::{Appraisal, Terms, appraise};
use crate::i18n::speak;
use yew::prelude::*;

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
        let verdict = speech.of("shop.verdict.{}", appraisal.verdict.name());
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
