//! The calibration of the odds: for each tenth, how often a yes came true, and the curve of all of it.

use crate::engine::{Band, Outcome, Reliability, record, reliability};
use crate::i18n::{Speech, speak};
use crate::picture::{reliability as picture, text};
use yew::prelude::*;

/// Number of outcomes from which on a curve says something. Assumption: as with a row of the table.
const ENOUGH: usize = 5;

/// The table of odds given and outcomes that are known, by tenths.
pub fn calibration(speech: &Speech, outcomes: &[Outcome]) -> Html {
    let record = record(outcomes);
    if record.count == 0 {
        return html! { <p class="hint">{ speech.say("log.nothing-yet") }</p> };
    }
    html! {
        <>
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
        if let Some(brier) = record.brier.filter(|_| record.count >= ENOUGH) {
            { curve(speech, brier, &reliability(outcomes)) }
        }
        </>
    }
}

/// The reliability curve, and the Brier score in plain words.
fn curve(speech: &Speech, brier: f64, curve: &Reliability) -> Html {
    let shapes = picture::shapes(curve);
    let [left, _, _, bottom] = picture::SQUARE.map(text);
    let (start, end) = (picture::place(0.0, 0.0), picture::place(1.0, 1.0));
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let tick = |share: f64| {
        let at = picture::place(share, share);
        let words = speech.with("log.percent", &[("n", &percent(share))]);
        html! {
            <>
                <text x={text(at.x)} y={text(start.y + 22.0)} text-anchor="middle">{ words.clone() }</text>
                <text x={text(start.x - 8.0)} y={text(at.y + 5.0)} text-anchor="end">{ words }</text>
            </>
        }
    };
    let points = shapes
        .points
        .iter()
        .zip(&curve.points)
        .map(|(place, point)| {
            // A dot's area grows with its jobs.
            let radius = text((8.0 + 4.0 * point.count as f64).sqrt().min(14.0));
            html! { <circle cx={text(place.x)} cy={text(place.y)} r={radius} /> }
        });
    let score = |share: f64| speech.number(share, 2);
    let parts = [
        ("score", score(brier)),
        ("off", score(curve.miscalibration)),
        ("apart", score(curve.discrimination)),
        ("chance", score(curve.uncertainty)),
    ];
    let parts = parts
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    html! {
        <figure class="reliability">
            <svg viewBox={picture::CANVAS.view_box()} role="img" aria-label={speech.say("log.curve.label")}>
                <path class="band" d={shapes.band} />
                <path class="axes" d={format!("M{left},{}V{bottom}H{}", text(end.y), text(end.x))} />
                <path class="right" d={format!("M{},{}L{},{}", text(start.x), text(start.y), text(end.x), text(end.y))} />
                <path class="curve" d={shapes.curve} />
                { for points }
                { for picture::TICKS.map(tick) }
            </svg>
            <figcaption>
                <p>{ speech.say("log.curve") }</p>
                <p>{ speech.with("log.score", &parts) }</p>
            </figcaption>
        </figure>
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
