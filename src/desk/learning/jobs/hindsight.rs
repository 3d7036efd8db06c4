//! Back-test of the lesson on the shop's own past, each job left out in turn.

use crate::engine::{Backtest, Coverage};
use crate::i18n::Speech;
use yew::prelude::*;

/// A share that is said, and the message and the count of it.
type Said = (f64, &'static str, fn(Coverage) -> usize);

const SAID: [Said; 3] = [
    (0.5, "jobs.held.half", |held| held.p50),
    (0.8, "jobs.held.eight", |held| held.p80),
    (0.9, "jobs.held.nine", |held| held.p90),
];

/// The sentence about P80, and the table of the estimates that held. A single job has no others to be foretold from.
pub fn hindsight(speech: &Speech, backtest: Backtest) -> Html {
    if backtest.jobs < 2 {
        return Html::default();
    }
    let count = |count: usize| speech.number(count as f64, 0);
    let of = |held: usize| {
        speech.format(
            "log.of",
            &[("n", &count(held)), ("of", &count(backtest.jobs))],
        )
    };
    let should = |share: f64| share * backtest.jobs as f64;
    let sentence = speech.format(
        "jobs.held.lead",
        &[
            ("jobs", &count(backtest.jobs)),
            ("should", &speech.number(should(0.8), 0)),
            ("learned", &count(backtest.learned.p80)),
            ("borrowed", &count(backtest.borrowed.p80)),
        ],
    );
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let distances = [
        ("plain", percent(backtest.errors.plain)),
        ("borrowed", percent(backtest.errors.borrowed)),
        ("learned", percent(backtest.errors.learned)),
    ];
    let distances = distances
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let row = |(share, title, held): Said| {
        html! {
            <tr>
                <th scope="row">{ speech.get(title) }</th>
                <td>{ speech.number(should(share), 1) }</td>
                <td>{ of(held(backtest.learned)) }</td>
                <td>{ of(held(backtest.borrowed)) }</td>
            </tr>
        }
    };
    html! {
        <>
            <h4>{ speech.get("jobs.held") }</h4>
            <p>{ sentence }</p>
            <table class="figures">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.get("jobs.held.should") }</th>
                        <th scope="col">{ speech.get("jobs.held.learned") }</th>
                        <th scope="col">{ speech.get("jobs.borrowed") }</th>
                    </tr>
                </thead>
                <tbody>{ for SAID.into_iter().map(row) }</tbody>
            </table>
            <p>{ speech.format("jobs.distance", &distances) }</p>
            <p class="hint">{ speech.get("jobs.held.hint") }</p>
        </>
    }
}
