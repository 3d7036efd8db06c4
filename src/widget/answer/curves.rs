//! Curves: how price, delivery and work usually end, with budget and date marked on them.

use super::AnswerProps;
use crate::engine::{Budget, Deadline, Figure, Show, curve};
use crate::i18n::{Speech, speak};
use crate::picture::curve::{Curve, Labels, curve as drawn};
use crate::picture::{text, width};
use crate::widget::parts::Choice;
use yew::prelude::*;

/// How wide the drawings are, in units: one for a narrow place and one for a wide one.
const WIDTHS: [(f64, &str); 2] = [(270.0, "narrow"), (470.0, "wide")];

/// How much wider bold text is.
const BOLD: f64 = 1.1;

/// The words on a curve.
#[derive(Clone, PartialEq)]
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
    let open = match speech.show() {
        Show::Prices => &Figure::ALL[..],
        Show::Ranges | Show::Ratios => &[Figure::Weeks],
    };
    let figure = if open.contains(&shown) {
        *shown
    } else {
        open[0]
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
        Figure::Price => speak::roughly(speech, &props.terms, value),
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
        Some(html! {
            <Drawing key={*class} class={*class} {curve} words={words.clone()} name={name.clone()} />
        })
    });
    let options: Vec<_> = open
        .iter()
        .map(|figure| (figure.id().into(), title(speech, *figure).into()))
        .collect();
    let on_choose = Callback::from(move |id: AttrValue| {
        if let Some(figure) = Figure::ALL
            .into_iter()
            .find(|figure| figure.id() == id.as_str())
        {
            shown.set(figure);
        }
    });
    html! {
        <section class="curves">
            <Choice
                id="curve" legend={speech.say("curve.legend")} options={options} chosen={figure.id()} {on_choose}
            />
            { for drawings }
        </section>
    }
}

fn title(speech: &Speech, figure: Figure) -> String {
    speech.say(match figure {
        Figure::Price => "figures.price",
        Figure::Weeks => "figures.weeks",
        Figure::Hours => "figures.hours",
    })
}

/// One curve.
#[derive(Properties, Clone, PartialEq)]
struct DrawingProps {
    /// For which place it is: `narrow` or `wide`.
    class: AttrValue,
    /// What it shows, in a few words.
    name: AttrValue,
    /// What is drawn.
    curve: Curve,
    /// The words on it.
    words: Said,
}

/// One curve. The table of figures says the same to those who do not see it.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let Curve {
        canvas,
        base,
        line,
        filled,
        mark,
        ticks,
    } = &props.curve;
    let base_line = text(*base);
    let tick = |at: usize, words: &str| {
        let tick = ticks[at];
        html! {
            <g class="tick-mark">
                <line x1={text(tick.x)} y1={base_line.clone()} x2={text(tick.x)} y2={text(base + 6.0)} />
                <text x={text(tick.label.x)} y={text(tick.label.y)} text-anchor="middle">{ words }</text>
            </g>
        }
    };
    let marked = mark.zip(props.words.mark.clone()).map(|(mark, words)| {
        html! {
            <g class="given-mark">
                if !mark.beyond {
                    <line x1={text(mark.x)} y1={text(mark.top)} x2={text(mark.x)} y2={base_line.clone()} />
                }
                <text x={text(mark.label.x)} y={text(mark.label.y)} text-anchor={if mark.ends { "end" } else { "start" }}>{ words }</text>
            </g>
        }
    });
    html! {
        <svg class={classes!("curve", props.class.to_string())} viewBox={canvas.view_box()} role="img" aria-label={props.name.clone()}>
            if let Some(filled) = filled.clone() {
                <path class="filled" d={filled} />
            }
            <path class="line" d={line.clone()} />
            <line class="base" x1="0" y1={base_line.clone()} x2={text(canvas.width)} y2={base_line.clone()} />
            { tick(0, &props.words.half) }
            { tick(1, &props.words.eight) }
            { marked }
        </svg>
    }
}
