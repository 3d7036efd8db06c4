//! The calibration of the odds: for each tenth, how often a yes came true, and the curve of all of it.

use crate::engine::{CalibrationBin, Outcome, Reliability, calibration, reliability};
use crate::i18n::{Speech, speak};
use crate::picture::{reliability as picture, text};
use crate::widget::element::{Element, el, group};
use yew::prelude::*;

/// Number of outcomes from which on a curve says something. Assumption: as with a row of the table.
const ENOUGH: usize = 5;

/// The table of odds given and outcomes that are known, by tenths.
pub fn calibration_table(speech: &Speech, outcomes: &[Outcome]) -> Html {
    let record = calibration(outcomes);
    if record.count == 0 {
        return el("p", "hint").message(speech, "log.nothing-yet").into();
    }
    let heads = [
        "log.column.said",
        "log.column.true",
        "log.column.range",
        "log.column.finding",
    ];
    let heads = heads.map(|key| el("th", "").attr("scope", "col").message(speech, key));
    let rows = record.bins.iter().map(|bin| row(speech, bin));
    let table = el("table", "figures")
        .child(el("caption", "").message(speech, "log.held"))
        .child(el("thead", "").child(el("tr", "").children(heads)))
        .child(el("tbody", "").children(rows));
    let brier = record.brier.filter(|_| record.count >= ENOUGH);
    group()
        .child(table)
        .maybe_child(brier.map(|brier| curve(speech, brier, &reliability(outcomes))))
        .content()
}

/// The reliability curve, and the Brier score in plain words.
fn curve(speech: &Speech, brier: f64, curve: &Reliability) -> Element {
    let shapes = picture::shapes(curve);
    let [left, _, _, bottom] = picture::SQUARE.map(text);
    let (start, end) = (picture::place(0.0, 0.0), picture::place(1.0, 1.0));
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let path = |class, d: String| el("path", class).attr("d", d);
    let label = |x: f64, y: f64, anchor: &'static str, words: &str| {
        el("text", "")
            .attr("x", text(x))
            .attr("y", text(y))
            .attr("text-anchor", anchor)
            .text(words.to_owned())
    };
    let ticks = picture::TICKS.into_iter().flat_map(|share| {
        let at = picture::place(share, share);
        let words = speech.format("log.percent", &[("n", &percent(share))]);
        [
            label(at.x, start.y + 22.0, "middle", &words),
            label(start.x - 8.0, at.y + 5.0, "end", &words),
        ]
    });
    let points = shapes.points.iter().zip(&curve.points);
    let points = points.map(|(place, point)| {
        // A dot's area grows with its jobs.
        let radius = text((8.0 + 4.0 * point.count as f64).sqrt().min(14.0));
        el("circle", "")
            .attr("cx", text(place.x))
            .attr("cy", text(place.y))
            .attr("r", radius)
    });
    let axes = format!("M{left},{}V{bottom}H{}", text(end.y), text(end.x));
    let right = [start.x, start.y, end.x, end.y].map(text);
    let right = format!("M{},{}L{},{}", right[0], right[1], right[2], right[3]);
    let picture = el("svg", "")
        .attr("viewBox", picture::CANVAS.view_box())
        .attr("role", "img")
        .attr("aria-label", speech.get("log.curve.label"))
        .child(path("band", shapes.band))
        .child(path("axes", axes))
        .child(path("right", right))
        .child(path("curve", shapes.curve))
        .children(points)
        .children(ticks);
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
    el("figure", "reliability").child(picture).child(
        el("figcaption", "")
            .child(el("p", "").message(speech, "log.curve"))
            .child(el("p", "").text(speech.format("log.score", &parts))),
    )
}

fn row(speech: &Speech, band: &CalibrationBin) -> Element {
    let percent = |share: f64| speech.number((share * 100.0).round(), 0);
    let (count, of) = (band.came_true.to_string(), band.count.to_string());
    let (low, high) = (percent(band.interval.low), percent(band.interval.high));
    let cells = [
        speech.format("log.of", &[("n", &count), ("of", &of)]),
        speech.format("log.range", &[("low", &low), ("high", &high)]),
        speech.get_for("log.finding.{}", band.finding.name()),
    ];
    let said = speak::odds(speech, f64::from(band.tenths) / 10.0);
    el("tr", "")
        .child(el("th", "").attr("scope", "row").text(said))
        .children(cells.map(|cell| el("td", "").text(cell)))
}
