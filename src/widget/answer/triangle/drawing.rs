//! The figure of the triangle, with corners that can be dragged and tapped.

use super::{Given, Side};
use crate::picture::triangle::{CANVAS, Corner, given, needed as needed_corners};
use crate::picture::{Canvas, Point, points, text};
use gloo::events::{EventListener, EventListenerOptions};
use yew::prelude::*;

/// The figure.
#[derive(Properties, Clone, PartialEq)]
pub struct DrawingProps {
    /// What it shows, in a few words.
    pub name: AttrValue,
    /// The names of the corners.
    pub labels: [String; 3],
    /// The corner of money.
    pub money: Side,
    /// The corner of time.
    pub time: Side,
    /// The share of the wishes that fits, from 0 to 1. None where it cannot be told.
    pub scope: Option<f64>,
    /// Called with the amount to which the corner was moved.
    pub on_money: Callback<f64>,
    /// Called with the weeks to which the corner was moved.
    pub on_time: Callback<f64>,
    /// Called when the corner of scope is tapped.
    pub on_scope: Callback<()>,
}

/// The figure. For those who do not see it the lines beside it say the same, and their sliders and
/// fields do the same.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
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
