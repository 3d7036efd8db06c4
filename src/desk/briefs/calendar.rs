//! The calendar of the desk: weeks and odds of the other briefs, before and after one is taken.

use super::appraised::{AppraisedBrief, AppraisedProps};
use crate::engine::{Appraisal, Brief, Terms, appraise};
use crate::i18n::{Speech, speak};
use yew::prelude::*;

/// The table of the other briefs, before and after the selected one is taken.
#[component]
pub fn Calendar(props: &AppraisedProps) -> Html {
    let AppraisedProps {
        speech,
        config,
        briefs,
    } = props;
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details = event.target_unchecked_into::<web_sys::Element>();
            is_open.set(details.has_attribute("open"));
        })
    };
    let selected = use_state(|| briefs[0].index);
    let taken = briefs
        .iter()
        .find(|brief| brief.index == *selected)
        .unwrap_or(&briefs[0]);
    let onchange = {
        let selected = selected.setter();
        Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<web_sys::HtmlSelectElement>();
            if let Ok(index) = select.value().parse() {
                selected.set(index);
            }
        })
    };
    let option = |brief: &AppraisedBrief| {
        let is_taken = brief.index == taken.index;
        html! { <option value={brief.index.to_string()} selected={is_taken}>{ &brief.name }</option> }
    };
    let terms = after(&config.terms, taken);
    let row = |brief: &AppraisedBrief| {
        let then = appraise(&brief.brief, &terms).ok();
        html! {
            <tr key={brief.index}>
                <th scope="row">{ &brief.name }</th>
                { cell(speech, &brief.brief, &brief.appraisal) }
                { then.map(|then| cell(speech, &brief.brief, &then)).unwrap_or_default() }
            </tr>
        }
    };
    let others = briefs.iter().filter(|brief| brief.index != taken.index);
    let weeks = speak::weeks(speech, taken.appraisal.weeks.p80);
    html! {
        <details class="more calendar" {ontoggle}>
            <summary>{ speech.say("briefs.calendar") }</summary>
            if *is_open {
            <p class="row first">
                <label for="calendar-first">{ speech.say("briefs.calendar.first") }</label>
                <select id="calendar-first" {onchange}>{ for briefs.iter().map(option) }</select>
            </p>
            <p class="hint">{ speech.with("briefs.calendar.lead", &[("weeks", &weeks)]) }</p>
            <table class="figures calendar-of">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.say("briefs.calendar.now") }</th>
                        <th scope="col">{ speech.say("briefs.calendar.then") }</th>
                    </tr>
                </thead>
                <tbody>{ for others.map(row) }</tbody>
            </table>
            }
        </details>
    }
}

fn cell(speech: &Speech, brief: &Brief, appraisal: &Appraisal) -> Html {
    let odds = appraisal.odds.time.map_or_else(
        || speech.say("test.unknown"),
        |odds| speak::odds(speech, odds),
    );
    html! {
        <td>
            { speak::weeks(speech, appraisal.weeks.p80) }
            <span class="hint">{ speech.with("briefs.calendar.odds", &[("odds", &odds)]) }</span>
            <span class="hint">{ speak::to_the_shop(speech, brief, appraisal.verdict) }</span>
        </td>
    }
}

/// Returns the terms after a job is taken: the next one starts once this one is ready in 8 of 10
/// cases.
fn after(terms: &Terms, taken: &AppraisedBrief) -> Terms {
    let mut later = terms.clone();
    later.team.starts_in_weeks = taken.appraisal.weeks.p80;
    later
}
