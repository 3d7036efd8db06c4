//! The calibration of the odds: for each tenth, how often a yes came true.

use crate::engine::{Band, Outcome, record};
use crate::i18n::{Speech, speak};
use yew::prelude::*;

/// Props of [`Calibration`].
#[derive(Properties, Clone, PartialEq)]
pub struct CalibrationProps {
    /// Words.
    pub speech: Speech,
    /// Outcomes that are known.
    pub outcomes: Vec<Outcome>,
}

/// The table of odds given and outcomes, by tenths.
#[component]
pub fn Calibration(props: &CalibrationProps) -> Html {
    let CalibrationProps { speech, outcomes } = props;
    let record = record(outcomes);
    if record.count == 0 {
        return html! { <p class="hint">{ speech.say("log.nothing-yet") }</p> };
    }
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
            <tbody>{ for record.bands.iter().map(|band| row(speech, band)) }</tbody>
        </table>
    }
}

fn row(speech: &Speech, band: &Band) -> Html {
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let (count, of) = (band.came_true.to_string(), band.count.to_string());
    let (low, high) = (percent(band.interval.low), percent(band.interval.high));
    html! {
        <tr>
            <th scope="row">{ speak::odds(speech, f64::from(band.tenths) / 10.0) }</th>
            <td>{ speech.with("log.of", &[("n", &count), ("of", &of)]) }</td>
            <td>{ speech.with("log.range", &[("low", &low), ("high", &high)]) }</td>
            <td>{ speech.of("log.finding.{}", band.finding.name()) }</td>
        </tr>
    }
}
