//! The figure of the triangle, with corners that can be dragged and tapped.

use super::{Given, Side};
use crate::picture::triangle::{CANVAS, Corner, given, needed as needed_corners};
use crate::picture::{Canvas, Point, points, text};
use crate::widget::element::{Element, el};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// The figure.
#[derive(Properties, Clone, PartialEq)]
pub struct DrawingProps {
    /// What it shows, in a few words.
    pub name: String,
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

    let on_tap = |moved: &Callback<Option<Point>>| {
        let drawing = drawing.clone();
        moved.reform(move |event: Event| Shown::of(&drawing)?.under(event.unchecked_ref()))
    };
    let on_scope = props.on_scope.reform(|_: Event| ());
    let on_grip = |grip: &NodeRef, moved| Holding {
        held: held.clone(),
        drawing: drawing.clone(),
        grip: grip.clone(),
        moved,
    };
    let names = Corner::ALL.iter().zip(&props.labels).map(|(corner, name)| {
        let at = corner.label();
        el("text", "")
            .attr("x", text(at.x))
            .attr("y", text(at.y))
            .attr("text-anchor", "middle")
            .text(name.clone())
    });
    let polygon = |class, corners: Option<[Point; 3]>| {
        let corners = corners.map(|corners| points(&corners)).unwrap_or_default();
        el("polygon", class).attr("points", corners)
    };
    let grip = circle(Corner::Scope, props.scope, "grip tap", "20");
    let scope = el("g", handle_class(props.scope))
        .on(ListenerKind::onclick, &on_scope)
        .child(circle(Corner::Scope, props.scope, "knob", "5"))
        .child(grip);
    let class = match *held {
        Some(_) => "triangle-drawing held",
        None => "triangle-drawing",
    };
    el("svg", class)
        .node_ref(&drawing)
        .attr("viewBox", CANVAS.view_box())
        .attr("role", "img")
        .attr("aria-label", props.name.clone())
        .child(axis(Corner::Money, &on_tap(&on_money)))
        .child(axis(Corner::Time, &on_tap(&on_time)))
        .child(axis(Corner::Scope, &on_scope))
        .child(polygon("given", given(ratios)))
        .child(polygon("needed", Some(needed_corners())))
        .children(names)
        .child(scope)
        .child(handle(Corner::Time, ratios[1], on_grip(&grips[1], on_time)))
        .child(handle(
            Corner::Money,
            ratios[0],
            on_grip(&grips[0], on_money),
        ))
        .into()
}

/// The way that a corner goes, broad enough to be tapped.
fn axis(corner: Corner, on_tap: &Callback<Event>) -> Element {
    let [from, to] = corner.axis();
    let line = |class| {
        el("line", class)
            .attr("x1", text(from.x))
            .attr("y1", text(from.y))
            .attr("x2", text(to.x))
            .attr("y2", text(to.y))
    };
    el("g", "")
        .child(line("axis"))
        .child(line("way").on(ListenerKind::onclick, on_tap))
}

/// A circle where a corner stands.
fn circle(
    corner: Corner,
    ratio: Option<f64>,
    class: &'static str,
    radius: &'static str,
) -> Element {
    let at = corner.point(ratio.unwrap_or(1.0));
    el("circle", class)
        .attr("cx", text(at.x))
        .attr("cy", text(at.y))
        .attr("r", radius)
}

/// What it takes to hold a corner and to move it.
#[derive(Clone)]
struct Holding {
    held: UseStateHandle<Option<Held>>,
    drawing: NodeRef,
    grip: NodeRef,
    /// Called with the point under the pointer.
    moved: Callback<Option<Point>>,
}

impl Holding {
    /// A pointer goes down.
    fn take(&self, event: &PointerEvent) {
        let grip = self.grip.cast::<web_sys::Element>();
        if let (0, None, Some(grip), Some(shown)) =
            (event.button(), *self.held, grip, Shown::of(&self.drawing))
            // A pointer that has gone by now is not held.
            && grip.set_pointer_capture(event.pointer_id()).is_ok()
        {
            let pointer = event.pointer_id();
            self.held.set(Some(Held { pointer, shown }));
        }
    }

    /// It moves.
    fn move_on(&self, event: &PointerEvent) {
        if let Some(held) = self.by(event) {
            self.moved.emit(held.shown.under(event));
        }
    }

    /// It goes up, or is lost.
    fn let_go(&self, event: &PointerEvent) {
        if self.by(event).is_some() {
            self.held.set(None);
        }
    }

    /// What is held by this pointer.
    fn by(&self, event: &PointerEvent) -> Option<Held> {
        self.held.filter(|held| held.pointer == event.pointer_id())
    }
}

/// A corner to hold.
fn handle(corner: Corner, ratio: Option<f64>, holding: Holding) -> Element {
    let knob = circle(corner, ratio, "knob", "7");
    let grip = circle(corner, ratio, "grip", "20").node_ref(&holding.grip);
    let on = |then: fn(&Holding, &PointerEvent)| {
        let holding = holding.clone();
        Callback::from(move |event: Event| then(&holding, event.unchecked_ref()))
    };
    let let_go = on(Holding::let_go);
    let grip = grip
        .on(ListenerKind::onpointerdown, &on(Holding::take))
        .on(ListenerKind::onpointermove, &on(Holding::move_on))
        .on(ListenerKind::onpointerup, &let_go)
        .on(ListenerKind::onpointercancel, &let_go)
        .on(ListenerKind::onlostpointercapture, &let_go);
    el("g", handle_class(ratio)).child(knob).child(grip)
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
