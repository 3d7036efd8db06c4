//! Curves: how price, delivery and work usually end, with budget and date marked on them.

use super::AnswerProps;
use crate::engine::{Budget, Deadline, Figure, Show, curve};
use crate::i18n::{Speech, amount, speak};
use crate::picture::curve::{Curve, Labels, curve as drawn};
use crate::picture::{Point, text, width};
use crate::widget::element::{Element, el};
use crate::widget::parts::{Choice, choice};
use yew::prelude::*;

/// How wide the drawings are, in units: one for a narrow place and one for a wide one.
const WIDTHS: [(f64, &str); 2] = [(270.0, "curve narrow"), (470.0, "curve wide")];

/// How much wider bold text is.
const BOLD: f64 = 1.1;

/// The words on a curve.
struct Said {
    half: String,
    eight: String,
    mark: Option<String>,
}

/// One curve at a time, by choice: its figures stand in the table as well.
#[component]
pub fn Curves(props: &AnswerProps) -> Html {
    let speech = &props.speech;
    let shown = use_state(|| Figure::Price);
    // Price and work would say amounts.
    let figures = match speech.show() {
        Show::Prices => &Figure::ALL[..],
        Show::Ranges | Show::Ratios => &[Figure::Weeks],
    };
    let figure = if figures.contains(&shown) {
        *shown
    } else {
        figures[0]
    };
    let points = use_memo(
        (
            props.brief.clone(),
            props.appraisal.clone(),
            props.terms.clone(),
            figure,
        ),
        |(brief, appraisal, terms, figure)| curve(brief, terms, appraisal, *figure),
    );
    let known = match figure {
        Figure::Price => props.appraisal.price,
        Figure::Weeks => props.appraisal.weeks,
        Figure::Hours => props.appraisal.hours,
    };
    let said = |value: f64| match figure {
        Figure::Price => amount::roughly(speech, &props.terms, value),
        Figure::Weeks => speak::weeks(speech, value),
        Figure::Hours => speak::hours(speech, value),
    };
    let (mark, given, odds) = match figure {
        Figure::Price => {
            let (amount, months) = match props.brief.budget {
                Some(Budget::Monthly(fee)) => (Some(fee), Some(props.terms.care_months)),
                budget => (budget.and_then(Budget::amount), None),
            };
            let given = amount.map(|amount| {
                let amount = speech.money(amount, &props.terms.currency);
                match months {
                    Some(_) => speech.with("money.monthly", &[("amount", &amount)]),
                    None => amount,
                }
            });
            let mark = amount.map(|amount| amount * months.unwrap_or(1.0));
            (mark, given, props.appraisal.odds.money)
        }
        Figure::Weeks => {
            let weeks = props.brief.deadline.map(Deadline::weeks);
            let weeks = weeks.filter(|weeks| weeks.is_finite());
            let given = weeks.map(|weeks| speech.count("weeks", weeks, &[]));
            (weeks, given, props.appraisal.odds.time)
        }
        Figure::Hours => (None, None, None),
    };
    let given = given.zip(odds).map(|(given, odds)| {
        let odds = speak::odds(speech, odds);
        speech.with("curve.mark", &[("given", &given), ("odds", &odds)])
    });
    let words = Said {
        half: speech.with("curve.half", &[("value", &said(known.p50))]),
        eight: speech.with("curve.eight", &[("value", &said(known.p80))]),
        mark: mark.and(given),
    };
    let labels = Labels {
        half: width(&words.half),
        eight: width(&words.eight),
        mark: words.mark.as_deref().map_or(0.0, width) * BOLD,
    };
    let name = speech.say(match figure {
        Figure::Price => "curve.price",
        Figure::Weeks => "curve.weeks",
        Figure::Hours => "curve.hours",
    });
    let drawings = WIDTHS.iter().filter_map(|(width, class)| {
        let curve = drawn(&points, [known.p50, known.p80], mark, *width, labels)?;
        Some(drawing(class, &name, &curve, &words))
    });
    let options = figures.iter();
    let options = options.map(|figure| (figure.name().into(), title(speech, *figure)));
    let choice = choice(Choice {
        id: "curve".to_owned(),
        legend: speech.say("curve.legend"),
        options: options.collect(),
        chosen: figure.name().into(),
        on_select: Callback::from(move |id: AttrValue| {
            let figure = Figure::from_name(&id);
            shown.set(figure.unwrap_or(*shown));
        }),
        ..Choice::default()
    });
    el("section", "curves")
        .child(choice)
        .children(drawings)
        .into()
}

fn title(speech: &Speech, figure: Figure) -> String {
    speech.say(match figure {
        Figure::Price => "figures.price",
        Figure::Weeks => "figures.weeks",
        Figure::Hours => "figures.hours",
    })
}

/// One curve, for a narrow place or a wide one. The table of figures says the same to those who do
/// not see it.
fn drawing(class: &'static str, name: &str, curve: &Curve, words: &Said) -> Element {
    let Curve {
        canvas, base, mark, ..
    } = curve;
    let line = |class, (x1, y1): (f64, f64), (x2, y2): (f64, f64)| {
        el("line", class)
            .attr("x1", text(x1))
            .attr("y1", text(y1))
            .attr("x2", text(x2))
            .attr("y2", text(y2))
    };
    let label = |at: Point, anchor: &'static str, words: &str| {
        el("text", "")
            .attr("x", text(at.x))
            .attr("y", text(at.y))
            .attr("text-anchor", anchor)
            .text(words.to_owned())
    };
    let ticks = curve.ticks.iter().zip([&words.half, &words.eight]);
    let ticks = ticks.map(|(tick, words)| {
        el("g", "tick-mark")
            .child(line("", (tick.x, *base), (tick.x, base + 6.0)))
            .child(label(tick.label, "middle", words))
    });
    let marked = mark.as_ref().zip(words.mark.as_ref()).map(|(mark, words)| {
        let anchor = if mark.ends { "end" } else { "start" };
        let up = (!mark.beyond).then(|| line("", (mark.x, mark.top), (mark.x, *base)));
        el("g", "given-mark")
            .maybe_child(up)
            .child(label(mark.label, anchor, words))
    });
    let path = |class, d: &String| el("path", class).attr("d", d.clone());
    el("svg", class)
        .key(class)
        .attr("viewBox", canvas.view_box())
        .attr("role", "img")
        .attr("aria-label", name.to_owned())
        .maybe_child(curve.filled.as_ref().map(|filled| path("filled", filled)))
        .child(path("line", &curve.line))
        .child(line("base", (0.0, *base), (canvas.width, *base)))
        .children(ticks)
        .maybe_child(marked)
}
