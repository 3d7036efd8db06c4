//! The triangle: money, time and scope, what is given on what is needed. Corners can be dragged,
//! tapped, slid and typed; what they say is said in the brief.

use super::AnswerProps;
use crate::decimal;
use crate::draft::{BudgetKind, DeadlineKind, Draft};
use crate::engine::{Budget, Deadline, Needed, Show, Topic, needed};
use crate::i18n::{Speech, openly};
use crate::picture::triangle::{CANVAS, Corner, given, needed as needed_corners};
use crate::picture::{Canvas, Point, points, round, text};
use crate::widget::app::typed;
use crate::widget::steps::step_of;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use yew::prelude::*;

/// Weeks are dragged in halves.
const HALF_A_WEEK: f64 = 0.5;

/// How much of something is given.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Given {
    /// It was not said.
    Unsaid,
    /// As much as it takes.
    Unlimited,
    /// So much.
    Some(f64),
}

/// A corner that can be moved.
#[derive(Clone, PartialEq)]
struct Side {
    /// How much is given, in its unit.
    given: Given,
    /// How much is needed, in the same unit.
    needed: f64,
    /// In which steps it is moved.
    step: f64,
}

impl Side {
    /// What is given over what is needed. None where it was not said.
    fn ratio(&self) -> Option<f64> {
        match self.given {
            Given::Unsaid => None,
            Given::Unlimited => Some(f64::INFINITY),
            Given::Some(_) if self.needed <= 0.0 => Some(f64::INFINITY),
            Given::Some(given) => Some(given / self.needed),
        }
    }

    /// What a ratio on the axis means, in its unit.
    fn of_ratio(&self, ratio: f64) -> f64 {
        round::to(ratio * self.needed, self.step)
    }

    fn last(&self) -> f64 {
        round::last(self.needed, self.step)
    }

    /// Where the slider stands: on what is needed until something was said.
    fn slid(&self) -> f64 {
        match self.given {
            Given::Unsaid => self.of_ratio(1.0),
            Given::Unlimited => self.last(),
            Given::Some(given) => given,
        }
    }
}

/// Money and time as they stand, and how what is said of them comes into the draft.
fn sides(props: &AnswerProps, needed: &Needed) -> [Side; 2] {
    let amount = needed.amount(props.brief.budget);
    let money = Side {
        given: match props.brief.budget {
            None => Given::Unsaid,
            Some(budget) => budget.amount().map_or(Given::Unlimited, Given::Some),
        },
        needed: amount,
        step: round::step(amount),
    };
    let time = Side {
        given: match props.brief.deadline {
            None => Given::Unsaid,
            Some(Deadline::Open) => Given::Unlimited,
            Some(Deadline::Weeks(weeks)) => Given::Some(weeks),
        },
        needed: needed.weeks,
        step: HALF_A_WEEK,
    };
    [money, time]
}

/// The draft in which a corner was given such a text.
fn said(draft: &Draft, corner: Corner, words: String) -> Draft {
    let mut draft = draft.clone();
    match corner {
        Corner::Money => {
            draft.budget.kind.get_or_insert(BudgetKind::Fixed);
            draft.budget.amount = words;
        }
        Corner::Time => {
            draft.deadline.kind = Some(DeadlineKind::Weeks);
            draft.deadline.weeks = words;
        }
        Corner::Scope => {}
    }
    draft
}

/// The triangle with its three lines.
pub fn triangle(props: &AnswerProps) -> Html {
    let speech = &props.speech;
    let needed = needed(&props.brief, &props.terms, &props.appraisal);
    let [money, time] = sides(props, &needed);
    let on_type = |corner: Corner| {
        let (draft, on_edit) = (Rc::clone(&props.draft), props.on_edit.clone());
        Callback::from(move |words: String| on_edit.emit(said(&draft, corner, words)))
    };
    let on_set = |corner: Corner| {
        let (speech, on_type) = (speech.clone(), on_type(corner));
        Callback::from(move |value: f64| on_type.emit(typed(&speech, value)))
    };
    let on_wishes = props.on_go.reform(|()| step_of(Topic::Wishes));
    let amount = |value: f64| speech.money(value, &props.terms.currency);
    let is_monthly = matches!(props.brief.budget, Some(Budget::Monthly(_)));
    let money_words = {
        let deal = |value: f64| match props.brief.budget {
            Some(Budget::Monthly(_)) => speech.with("money.monthly", &[("amount", &amount(value))]),
            Some(Budget::Fixed(_) | Budget::Hourly { .. }) | None => amount(value),
        };
        let shown = round::amount_beside(money.needed, exact(money.given));
        let ranged = || openly::amount(speech, &props.terms, money.needed).unwrap_or_default();
        match (speech.show(), money.given) {
            (Show::Ratios, Given::Unsaid) => speech.say("triangle.unsaid.ratio"),
            (Show::Ratios, Given::Unlimited) => speech.say("triangle.no-limit.ratio"),
            (Show::Ratios, Given::Some(_)) => {
                let share = money.ratio().unwrap_or_default();
                speech.with("triangle.ratio", &[("n", &openly::percent(speech, share))])
            }
            (Show::Ranges, Given::Some(given)) => beside(speech, &money, &deal(given), &ranged()),
            (Show::Ranges, Given::Unsaid) => {
                speech.with("triangle.unsaid", &[("needed", &ranged())])
            }
            (Show::Ranges, Given::Unlimited) => {
                speech.with("triangle.no-limit", &[("needed", &ranged())])
            }
            (Show::Prices, Given::Unsaid) => {
                speech.with("triangle.unsaid", &[("needed", &deal(shown))])
            }
            (Show::Prices, Given::Unlimited) => {
                speech.with("triangle.no-limit", &[("needed", &deal(shown))])
            }
            (Show::Prices, Given::Some(given)) => {
                beside(speech, &money, &deal(given), &speech.number(shown, 2))
            }
        }
    };
    let time_words = {
        let weeks = |value: f64| speech.count("weeks", value, &[]);
        let shown = round::weeks_beside(time.needed, exact(time.given));
        match time.given {
            Given::Unsaid => speech.with("triangle.unsaid", &[("needed", &weeks(shown))]),
            Given::Unlimited => speech.with("triangle.no-date", &[("needed", &weeks(shown))]),
            Given::Some(given) => beside(speech, &time, &weeks(given), &speech.number(shown, 3)),
        }
    };
    let scope = props.appraisal.triangle.scope;
    let scope_words = match scope {
        Some(share) if speech.show() == Show::Ratios => speech.with(
            "triangle.scope.ratio",
            &[("n", &openly::percent(speech, share.min(1.0)))],
        ),
        None if speech.show() == Show::Ratios => speech.say("triangle.unsaid.ratio"),
        None => speech.count("triangle.scope.unsaid", needed.wishes.round(), &[]),
        Some(share) => {
            let (hours, fitting) = round::hours_that_fit(needed.wishes, share);
            let key = if share < 1.0 {
                "triangle.scope"
            } else {
                "triangle.scope.all"
            };
            speech.count(key, hours, &[("fits", &speech.number(fitting, 1))])
        }
    };
    let field = if is_monthly {
        "triangle.money.monthly"
    } else {
        "triangle.money"
    };
    let money_field = speech.with(field, &[("currency", &props.terms.currency)]);
    let draft = &props.draft;
    let amount_typed = draft.budget.kind.map(|_| draft.budget.amount.clone());
    let weeks_typed = match draft.deadline.kind {
        Some(DeadlineKind::Weeks) => Some(draft.deadline.weeks.clone()),
        // A date counts in days: in weeks it has no end.
        Some(DeadlineKind::Date) => {
            exact(time.given).map(|weeks| typed(speech, round::to(weeks, 0.1)))
        }
        Some(DeadlineKind::Open) | None => None,
    };
    html! {
        <section class="triangle">
            <h3>{ speech.say("triangle.title") }<small>{ speech.say("triangle.note") }</small></h3>
            <div class="triangle-sides">
                <Drawing
                    name={speech.say("triangle.name")} labels={Corner::ALL.map(|corner| speech.say(label(corner)))}
                    money={money.clone()} time={time.clone()} {scope}
                    on_money={on_set(Corner::Money)} on_time={on_set(Corner::Time)} on_scope={on_wishes.clone()}
                />
                <div class="corners">
                    <Slider
                        id="triangle-money" label={speech.say("corner.money")} words={money_words} field={money_field}
                        short={speech.say("triangle.short")} side={money} typed={amount_typed.unwrap_or_default()}
                        problem={speech.say("problem.amount")} on_set={on_set(Corner::Money)} on_type={on_type(Corner::Money)}
                    />
                    <Slider
                        id="triangle-time" label={speech.say("corner.time")} words={time_words} field={speech.say("triangle.time")}
                        short={speech.say("triangle.short")} side={time} typed={weeks_typed.unwrap_or_default()}
                        problem={speech.say("problem.weeks")} on_set={on_set(Corner::Time)} on_type={on_type(Corner::Time)}
                    />
                    <div class="corner">
                        <p>
                            <span class="corner-name">{ speech.say("corner.scope") }</span>
                            <span>
                                { scope_words }
                                if scope.is_some_and(|share| share < 1.0) {
                                    { " " }<span class="short">{ speech.say("triangle.short") }</span>
                                }
                            </span>
                        </p>
                        <button class="quiet" type="button" onclick={on_wishes.reform(|_: MouseEvent| ())}>
                            { speech.say("triangle.wishes") }
                        </button>
                    </div>
                </div>
            </div>
        </section>
    }
}

/// The key of a corner's name.
fn label(corner: Corner) -> &'static str {
    match corner {
        Corner::Money => "corner.money",
        Corner::Time => "corner.time",
        Corner::Scope => "corner.scope",
    }
}

fn exact(given: Given) -> Option<f64> {
    match given {
        Given::Some(given) => Some(given),
        Given::Unsaid | Given::Unlimited => None,
    }
}

/// What is given of what is needed, in a sentence.
fn beside(speech: &Speech, side: &Side, given: &str, needed: &str) -> String {
    let key = if is_short(side.ratio()) {
        "triangle.of"
    } else {
        "triangle.of.enough"
    };
    speech.with(key, &[("given", given), ("needed", needed)])
}

fn is_short(ratio: Option<f64>) -> bool {
    ratio.is_some_and(|ratio| ratio < 1.0)
}

/// The figure.
#[derive(Properties, Clone, PartialEq)]
struct DrawingProps {
    /// What it shows, in a few words.
    name: AttrValue,
    /// The names of the corners.
    labels: [String; 3],
    /// The corner of money.
    money: Side,
    /// The corner of time.
    time: Side,
    /// The share of the wishes that fits, from 0 to 1. None where it cannot be told.
    scope: Option<f64>,
    /// Called with the amount to which the corner was moved.
    on_money: Callback<f64>,
    /// Called with the weeks to which the corner was moved.
    on_time: Callback<f64>,
    /// Called when the corner of scope is tapped.
    on_scope: Callback<()>,
}

/// The figure. For those who do not see it the lines beside it say the same, and their sliders and
/// fields do the same.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let drawing = use_node_ref();
    let grips = [use_node_ref(), use_node_ref()];
    let held = use_state(|| None::<Held>);
    let ratios = [props.money.ratio(), props.time.ratio(), props.scope];
    {
        // A finger on a corner drags it and does not scroll the page. `touch-action` says so too,
        // but not every browser heeds it inside a drawing.
        let grips = grips.clone();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listeners: Vec<EventListener> = grips
                .iter()
                .filter_map(|grip| grip.cast::<web_sys::Element>())
                .map(|grip| {
                    EventListener::new_with_options(&grip, "touchstart", options, |touch| {
                        touch.prevent_default();
                    })
                })
                .collect();
            move || drop(listeners)
        });
    }

    // What a corner's way to a point means, told only when it is something new.
    let moved = |corner: Corner, side: &Side, on_set: &Callback<f64>| {
        let (side, on_set) = (side.clone(), on_set.clone());
        Callback::from(move |point: Option<Point>| {
            if let Some(point) = point {
                let value = side.of_ratio(corner.ratio(point));
                if side.given != Given::Some(value) {
                    on_set.emit(value);
                }
            }
        })
    };
    let on_money = moved(Corner::Money, &props.money, &props.on_money);
    let on_time = moved(Corner::Time, &props.time, &props.on_time);

    let axis = |corner: Corner, onclick: Callback<MouseEvent>| {
        let [from, to] = corner.axis().map(|point| (text(point.x), text(point.y)));
        html! {
            <g>
                <line class="axis" x1={from.0.clone()} y1={from.1.clone()} x2={to.0.clone()} y2={to.1.clone()} />
                <line class="way" x1={from.0} y1={from.1} x2={to.0} y2={to.1} {onclick} />
            </g>
        }
    };
    let tapped = |moved: &Callback<Option<Point>>| {
        let drawing = drawing.clone();
        moved.reform(move |event: MouseEvent| Shown::of(&drawing)?.under(&event))
    };
    let handle = |corner: Corner,
                  ratio: Option<f64>,
                  grip: &NodeRef,
                  moved: &Callback<Option<Point>>| {
        let onpointerdown = {
            let (held, drawing, grip) = (held.clone(), drawing.clone(), grip.clone());
            Callback::from(move |event: PointerEvent| {
                let grip = grip.cast::<web_sys::Element>();
                if let (0, None, Some(grip), Some(shown)) =
                    (event.button(), *held, grip, Shown::of(&drawing))
                    // A pointer that has gone by now is not held.
                    && grip.set_pointer_capture(event.pointer_id()).is_ok()
                {
                    let pointer = event.pointer_id();
                    held.set(Some(Held { pointer, shown }));
                }
            })
        };
        let onpointermove = {
            let (held, moved) = (held.clone(), moved.clone());
            Callback::from(move |event: PointerEvent| {
                if let Some(held) = held.filter(|held| held.pointer == event.pointer_id()) {
                    moved.emit(held.shown.under(&event));
                }
            })
        };
        let let_go = {
            let held = held.clone();
            Callback::from(move |event: PointerEvent| {
                if held.is_some_and(|held| held.pointer == event.pointer_id()) {
                    held.set(None);
                }
            })
        };
        let at = corner.point(ratio.unwrap_or(1.0));
        let (cx, cy) = (text(at.x), text(at.y));
        html! {
            <g class={handle_class(ratio)}>
                <circle class="knob" cx={cx.clone()} cy={cy.clone()} r="7" />
                <circle
                    ref={grip.clone()} class="grip" {cx} {cy} r="20" {onpointerdown} {onpointermove}
                    onpointerup={let_go.clone()} onpointercancel={let_go.clone()} onlostpointercapture={let_go}
                />
            </g>
        }
    };
    let names = Corner::ALL.iter().zip(&props.labels).map(|(corner, name)| {
        let at = corner.label();
        html! { <text x={text(at.x)} y={text(at.y)} text-anchor="middle">{ name.clone() }</text> }
    });
    let scope = Corner::Scope.point(props.scope.unwrap_or(1.0));
    let on_scope = props.on_scope.reform(|_: MouseEvent| ());
    html! {
        <svg
            ref={drawing.clone()} class={classes!("triangle-drawing", held.is_some().then_some("held"))}
            viewBox={CANVAS.view_box()} role="img" aria-label={props.name.clone()}
        >
            { axis(Corner::Money, tapped(&on_money)) }
            { axis(Corner::Time, tapped(&on_time)) }
            { axis(Corner::Scope, on_scope.clone()) }
            <polygon class="given" points={given(ratios).map(|given| points(&given)).unwrap_or_default()} />
            <polygon class="needed" points={points(&needed_corners())} />
            { for names }
            <g class={handle_class(props.scope)} onclick={on_scope}>
                <circle class="knob" cx={text(scope.x)} cy={text(scope.y)} r="5" />
                <circle class="grip tap" cx={text(scope.x)} cy={text(scope.y)} r="20" />
            </g>
            { handle(Corner::Time, ratios[1], &grips[1], &on_time) }
            { handle(Corner::Money, ratios[0], &grips[0], &on_money) }
        </svg>
    }
}

fn handle_class(ratio: Option<f64>) -> &'static str {
    match ratio {
        None => "handle unsaid",
        Some(ratio) if ratio < 1.0 => "handle short",
        Some(_) => "handle enough",
    }
}

/// A corner that is held.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    /// The pointer that holds it.
    pointer: i32,
    /// Where the drawing was when it was taken hold of. If other odds make what stands above it
    /// longer, the drawing moves: the corner then goes on as if it had not, and does not tremble.
    shown: Shown,
}

/// Where the drawing is shown in the window.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    corner: Point,
    size: Canvas,
}

impl Shown {
    fn of(drawing: &NodeRef) -> Option<Shown> {
        let shown = drawing
            .cast::<web_sys::Element>()?
            .get_bounding_client_rect();
        Some(Shown {
            corner: Point {
                x: shown.left(),
                y: shown.top(),
            },
            size: Canvas {
                width: shown.width(),
                height: shown.height(),
            },
        })
    }

    /// The point of the picture under the pointer.
    fn under(self, event: &MouseEvent) -> Option<Point> {
        let at = Point {
            x: f64::from(event.client_x()) - self.corner.x,
            y: f64::from(event.client_y()) - self.corner.y,
        };
        CANVAS.under(at, self.size)
    }
}

/// A corner in words, to slide and to type.
#[derive(Properties, Clone, PartialEq)]
struct SliderProps {
    /// Its name among the sliders of the calculator.
    id: AttrValue,
    /// The name of the corner.
    label: AttrValue,
    /// What is given of what is needed.
    words: AttrValue,
    /// What is typed into the field, with its unit.
    field: AttrValue,
    /// What is said where it falls short.
    short: AttrValue,
    /// What is said where what was typed cannot be read.
    problem: AttrValue,
    /// How it stands.
    side: Side,
    /// What was typed.
    typed: AttrValue,
    /// Called with the value to which it was slid.
    on_set: Callback<f64>,
    /// Called with what was typed.
    on_type: Callback<String>,
}

/// A corner in words, to slide and to type.
#[component]
fn Slider(props: &SliderProps) -> Html {
    let SliderProps { id, side, .. } = props;
    let value = |event: &InputEvent| {
        event
            .target_unchecked_into::<web_sys::HtmlInputElement>()
            .value()
    };
    let on_slide = {
        let on_set = props.on_set.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = decimal::number(&value(&event)) {
                on_set.emit(value);
            }
        })
    };
    let oninput = props.on_type.reform(move |event: InputEvent| value(&event));
    let is_short = is_short(side.ratio());
    let is_wrong = exact(side.given).is_none() && !props.typed.trim().is_empty();
    let problem_id = is_wrong.then(|| format!("{id}-problem"));
    html! {
        <div class="corner">
            <p>
                <label class="corner-name" for={id.clone()}>{ props.label.clone() }</label>
                <span>
                    { props.words.clone() }
                    if is_short {
                        { " " }<span class="short">{ props.short.clone() }</span>
                    }
                </span>
            </p>
            <div class={classes!("slide", (side.given == Given::Unsaid).then_some("unsaid"))}>
                <input
                    type="range" id={id.clone()} min="0" max={decimal::text(side.last())} step={decimal::text(side.step)}
                    value={decimal::text(side.slid())} aria-valuetext={props.words.clone()} oninput={on_slide}
                />
                <input
                    type="text" inputmode="decimal" autocomplete="off" aria-label={props.field.clone()}
                    value={props.typed.clone()} {oninput} aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={problem_id.clone()}
                />
            </div>
            if let Some(id) = problem_id {
                <p class="problem" {id}>{ props.problem.clone() }</p>
            }
        </div>
    }
}
