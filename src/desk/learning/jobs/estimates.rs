//! Jobs that were added up from entries, each with a field for its estimate.

use crate::desk::learning::spreadsheet::{Estimates, JobList, Tracked};
use crate::desk::parts::NumberOf;
use crate::desk::sheet::plain;
use crate::i18n::Speech;
use serde_json::Value;
use yew::prelude::*;

/// Most jobs that are asked about, those with the most hours.
const MOST: usize = 200;

/// The jobs whose estimates are to be typed.
pub fn asked_estimates(
    speech: &Speech,
    list: &JobList,
    estimates: &Estimates,
    on_estimates: &Callback<Estimates>,
) -> Html {
    if list.tracked.is_empty() {
        return Html::default();
    }
    let mut jobs: Vec<&Tracked> = list.tracked.iter().collect();
    if jobs.len() > MOST {
        jobs.sort_by(|a, b| b.hours.total_cmp(&a.hours));
        jobs.truncate(MOST);
    }
    let entries: usize = list.tracked.iter().map(|job| job.entries).sum();
    let entries = speech.number(entries as f64, 0);
    let values = [("entries", entries.as_str())];
    let line = |(place, job): (usize, &&Tracked)| {
        let id = format!("jobs-estimate-{place}");
        let on_value = {
            let (estimates, on_estimates) = (estimates.clone(), on_estimates.clone());
            let name = job.name.clone();
            Callback::from(move |value: Option<Value>| {
                let mut estimates = estimates.clone();
                match value.as_ref().map(Value::as_f64) {
                    None => _ = estimates.remove(&name),
                    Some(Some(hours)) if hours >= 0.0 => {
                        estimates.insert(name.clone(), hours);
                    }
                    Some(_) => return,
                }
                on_estimates.emit(estimates);
            })
        };
        let hours = speech.number(job.hours, 1);
        let values = [("hours", hours.as_str())];
        html! {
            <li key={job.name.clone()}>
                <label for={id.clone()}>
                    { &job.name }
                    <span class="hint">{ speech.plural("jobs.tracked.hours", job.entries as f64, &values) }</span>
                </label>
                <NumberOf speech={speech.clone()} {id} value={estimates.get(&job.name).copied().map(plain)} {on_value} />
            </li>
        }
    };
    html! {
        <section class="estimates" aria-labelledby="jobs-estimates">
            <h3 id="jobs-estimates">{ speech.plural("jobs.tracked", list.tracked.len() as f64, &values) }</h3>
            <p class="hint">{ speech.get("jobs.tracked.lead") }</p>
            <ul>{ for jobs.iter().enumerate().map(line) }</ul>
        </section>
    }
}
