//! Curves: densities of price, delivery and work, with budget and date marked on them.

use crate::engine::{Budget, Figure, PriceDisplay, curve, sufficient};
use crate::i18n::{Speech, amount, speak};
use crate::picture::curve::{Curve, Labels, curve as drawn};
use crate::picture::{Point, text, width};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::parts::{Choice, choice};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Widths of the drawings, in units, with their classes: one for a narrow column and one for a wide
/// one.
const WIDTHS: [(f64, &str); 2] = [(270.0, "curve narrow"), (470.0, "curve wide")];

/// Width of bold text over that of plain text. Assumption: true of common sans-serif fonts.
const BOLD: f64 = 1.1;

/// Words on a curve.
struct CurveWords {
    half: String,
    eight: String,
    mark: Option<String>,
}

/// Curve of one figure at a time, to choose; the table of figures has the same numbers.
#[component]
pub fn Curves(case: &Case) -> Html {
    let speech = &case.speech;
    let chosen = use_state(|| Figure::Price);
    // The curves of price and hours would reveal amounts.
    let figures = match speech.show() {
        PriceDisplay::Prices if case.brief.is_ongoing() => &[Figure::Price][..],
        // Hours next to a price would reveal the shop's rate.
        PriceDisplay::Prices if case.audience == Audience::Shop => &Figure::ALL[..],
        PriceDisplay::Prices => &[Figure::Price, Figure::Weeks],
        PriceDisplay::Ranges | PriceDisplay::Ratios => &[Figure::Weeks],
    };
    let known = figures.iter().find(|figure| **figure == *chosen);
    let figure = known.or(figures.first()).copied().unwrap_or(*chosen);
    let points = use_memo((case.clone(), figure), |(case, figure)| {
        let mut points = curve(&case.brief, &case.terms, &case.appraisal, *figure);
        for point in &mut points {
            point.value /= months(case, *figure);
        }
        points
    });
    let quantiles = quantiles(case, figure);
    let mark = mark(case, figure);
    let needed = needed(case, figure);
    let words = CurveWords {
        half: speech.format(
            "curve.half",
            &[("value", &said(case, figure, quantiles[0]))],
        ),
        eight: speech.format(
            "curve.eight",
            &[("value", &said(case, figure, quantiles[1]))],
        ),
        mark: mark.and_then(|mark| marked(case, figure, mark)),
    };
    let labels = Labels {
        half: width(&words.half),
        eight: width(&words.eight),
        mark: words.mark.as_deref().map_or(0.0, width) * BOLD,
    };
    let name = speech.get(match figure {
        Figure::Price => "curve.price",
        Figure::Weeks => "curve.weeks",
        Figure::Hours => "curve.hours",
    });
    let mut is_needed_shown = false;
    let drawings = WIDTHS.iter().filter_map(|(width, class)| {
        let curve = drawn(&points, quantiles, mark, needed, *width, labels)?;
        is_needed_shown |= curve.needed.is_some();
        Some(drawing(class, &name, &curve, &words))
    });
    let drawings: Vec<Element> = drawings.collect();
    let note = is_needed_shown.then(|| el("p", "hint").message(speech, "triangle.note"));
    let options = figures.iter();
    let options = options.map(|figure| (figure.name().into(), title(speech, *figure)));
    let choice = choice(Choice {
        id: "curve".to_owned(),
        legend: speech.get("curve.legend"),
        quiet: true,
        options: options.collect(),
        chosen: figure.name().into(),
        on_select: Callback::from(move |id: AttrValue| {
            let figure = Figure::from_name(&id);
            chosen.set(figure.unwrap_or(*chosen));
        }),
        ..Choice::default()
    });
    el("section", "curves")
        .child(choice)
        .children(drawings)
        .maybe_child(note)
        .into()
}

/// Returns the name of a figure.
fn title(speech: &Speech, figure: Figure) -> String {
    speech.get(match figure {
        Figure::Price => "figures.price",
        Figure::Weeks => "figures.weeks",
        Figure::Hours => "figures.hours",
    })
}

/// Returns the median and the 80th percentile of a figure, in its unit.
fn quantiles(case: &Case, figure: Figure) -> [f64; 2] {
    let known = match figure {
        Figure::Price => case.appraisal.price,
        Figure::Weeks => case.appraisal.weeks,
        Figure::Hours => case.appraisal.hours,
    };
    let months = months(case, figure);
    [known.p50 / months, known.p80 / months]
}

/// Returns the months over which a price is counted: those of a monthly deal, otherwise one.
fn months(case: &Case, figure: Figure) -> f64 {
    match (figure, case.brief.budget) {
        (Figure::Price, Some(Budget::Monthly(_))) => case.terms.care_months,
        _ => 1.0,
    }
}

/// Formats a value of a figure.
fn said(case: &Case, figure: Figure, value: f64) -> String {
    let Case { terms, speech, .. } = case;
    match figure {
        Figure::Price => {
            let price = (value, value);
            amount::usually(speech, terms, price, None).unwrap_or_default()
        }
        Figure::Weeks => speak::weeks(speech, value),
        Figure::Hours => speak::hours(speech, value),
    }
}

/// Returns the budget or the deadline on the axis of a figure, in its unit.
fn mark(case: &Case, figure: Figure) -> Option<f64> {
    match figure {
        Figure::Price => {
            // For a share, or at too low a rate, no amount suffices.
            case.appraisal.needed?;
            let sum = case.brief.budget?.over(case.terms.care_months)?;
            Some(still_to_come(case, sum) / months(case, figure))
        }
        Figure::Weeks => {
            let weeks = case.brief.deadline?.weeks();
            weeks.is_finite().then_some(weeks)
        }
        Figure::Hours => None,
    }
}

/// Returns the outstanding part of an amount: the prices of a job under way are those of the
/// remaining work.
fn still_to_come(case: &Case, money: f64) -> f64 {
    let paid = case.brief.so_far.map_or(0.0, |so_far| so_far.paid);
    (money - paid).max(0.0)
}

/// Returns the need of a yes on the axis of a figure, in its unit. `None` for a gift, whose hours
/// are not on the axis of prices.
fn needed(case: &Case, figure: Figure) -> Option<f64> {
    let needed = sufficient(&case.brief, &case.terms, &case.appraisal)?;
    match (figure, case.brief.budget) {
        (Figure::Price, Some(Budget::Gift { .. })) => None,
        (Figure::Price, _) => {
            let months = months(case, figure);
            Some(still_to_come(case, needed.money? * months) / months)
        }
        (Figure::Weeks, _) => needed.weeks,
        (Figure::Hours, _) => None,
    }
}

/// Returns the label of a mark: the budget or the deadline, and its odds.
fn marked(case: &Case, figure: Figure, mark: f64) -> Option<String> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let money = |amount: f64| speech.money(amount, &terms.currency);
    let (given, odds) = match figure {
        Figure::Price => {
            let given = match brief.budget {
                Some(budget @ Budget::Monthly(_)) => amount::budget(speech, terms, budget),
                _ => money(mark),
            };
            (given, appraisal.odds.money)
        }
        Figure::Weeks => (speech.plural("weeks", mark, &[]), appraisal.odds.time),
        Figure::Hours => return None,
    };
    let odds = speak::odds_under(speech, odds?, appraisal.confidence);
    Some(speech.format("curve.mark", &[("given", &given), ("odds", &odds)]))
}

/// Drawing of a curve, for a narrow or a wide column. Screen readers have the table of figures
/// instead.
fn drawing(class: &'static str, name: &str, curve: &Curve, words: &CurveWords) -> Element {
    let Curve {
        canvas,
        base,
        mark,
        needed,
        ..
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
        let up = (!mark.beyond).then(|| {
            let way = ["M", &text(mark.x), " ", &text(mark.top), "V", &text(*base)].concat();
            el("path", "").attr("d", way)
        });
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
        .maybe_child(needed.map(|x| line("needed-mark", (x, base / 4.0), (x, *base))))
        .maybe_child(marked)
}
