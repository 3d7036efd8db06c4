//! The strip of weeks: the hours of each, and those that jobs take of it.

use super::hours::{Hours, Week};
use crate::desk::cards::date;
use crate::desk::parts::NumberOf;
use crate::desk::sheet::plain;
use crate::i18n::Speech;
use crate::picture::text;
use serde_json::Value;
use yew::prelude::*;

/// Height of the picture of a week.
const HEIGHT: f64 = 100.0;

/// Props of [`strip`].
#[derive(Clone, PartialEq)]
pub struct StripProps {
    /// Words.
    pub speech: Speech,
    /// Hours as they are stored.
    pub hours: Hours,
    /// Weeks.
    pub weeks: Vec<Week>,
    /// Length of the first week that is left, as a share of it.
    pub first: f64,
    /// Names of the jobs.
    pub names: Vec<String>,
    /// Hours of each job in each week.
    pub spread: Vec<Vec<f64>>,
    /// Number of jobs that are ours already: they are the first.
    pub taken: usize,
    /// Called with other hours.
    pub on_hours: Callback<Hours>,
}

/// The strip of weeks.
pub fn strip(props: &StripProps) -> Html {
    let speech = &props.speech;
    let highest = props.weeks.iter().map(|week| week.hours);
    let highest = highest.fold(1.0, f64::max);
    let week = |(place, week): (usize, &Week)| {
        let day = speech.date(week.monday, false);
        let label = speech.format("capacity.week", &[("day", &day)]);
        // The sum of nothing is −0.
        let given = props.spread.iter().filter_map(|job| job.get(place));
        let given = given.fold(0.0, |sum, hours| sum + hours);
        // Of a week that has begun there is a part left.
        let left = if place == 0 { props.first } else { 1.0 };
        let values = [
            ("hours", speech.number(week.hours * left, 0)),
            ("given", speech.number(given, 0)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let id = format!("capacity-{}", date(week.monday));
        let on_value = {
            let (hours, on_hours) = (props.hours.clone(), props.on_hours.clone());
            let monday = date(week.monday);
            Callback::from(move |value: Option<Value>| {
                let mut hours = hours.clone();
                match value.as_ref().map(Value::as_f64) {
                    None => _ = hours.weeks.remove(&monday),
                    Some(Some(typed)) if typed >= 0.0 => {
                        hours.weeks.insert(monday.clone(), typed);
                    }
                    Some(_) => return,
                }
                on_hours.emit(hours);
            })
        };
        let is_gap = week.hours <= 0.0;
        html! {
            <li key={week.monday} class={classes!(is_gap.then_some("gap"))}>
                { picture(props, place, week, highest) }
                <label for={id.clone()}>
                    <span class="for-listeners">{ label }</span>
                    <span aria-hidden="true">{ day }</span>
                </label>
                <NumberOf speech={speech.clone()} {id} value={week.typed.map(plain)} {on_value} />
                <span class="hint">{ speech.format("capacity.week.given", &values) }</span>
            </li>
        }
    };
    html! {
        <>
            <div class="weeks-around" tabindex="0" role="region" aria-label={speech.get("capacity.weeks")}>
                <ol class="weeks">{ for props.weeks.iter().enumerate().map(week) }</ol>
            </div>
            <p class="hint">{ speech.get("capacity.weeks.hint") }</p>
        </>
    }
}

/// The hours of a week, from the ground up, and those that jobs take of them.
fn picture(props: &StripProps, place: usize, week: &Week, highest: f64) -> Html {
    let height = |hours: f64| HEIGHT * hours / highest;
    let left = if place == 0 { props.first } else { 1.0 };
    let mut top = HEIGHT;
    let block = |(job, hours): (usize, f64)| {
        top -= height(hours);
        let name = props.names.get(job).cloned().unwrap_or_default();
        let class = match (job < props.taken, job % 2) {
            (true, _) => "ours",
            (false, 0) => "one",
            (false, _) => "other",
        };
        html! {
            <rect class={class} x="4" y={text(top)} width="52" height={text(height(hours))}><title>{ name }</title></rect>
        }
    };
    let given = props.spread.iter().enumerate();
    let given = given.filter_map(|(job, weeks)| Some((job, *weeks.get(place)?)));
    let given: Vec<(usize, f64)> = given.filter(|(_, hours)| *hours > 0.0).collect();
    html! {
        <svg viewBox="0 0 60 101" aria-hidden="true">
            <rect class="room" x="4" y={text(HEIGHT - height(week.hours * left))} width="52" height={text(height(week.hours * left))} />
            { for given.into_iter().map(block) }
            <line x1="0" y1="100.5" x2="60" y2="100.5" />
        </svg>
    }
}
