//! Drawing of the triangle, whose corners can be dragged and tapped.

use super::drag::{Drag, Frame, Handle, use_no_scrolling};
use super::side::{Given, Side};
use crate::picture::triangle::{CANVAS, Corner, given, needed as needed_corners};
use crate::picture::{Point, points, text};
use crate::widget::element::{Element, el};
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Drawing of the triangle.
#[derive(Properties, Clone, PartialEq)]
pub struct DrawingProps {
    /// Accessible name.
    pub name: String,
    /// Names of the corners.
    pub labels: [String; 3],
    /// Corner of money.
    pub money: Side,
    /// Corner of time.
    pub time: Side,
    /// Share of the wishes that fits, from 0 to 1, if it can be known.
    pub scope: Option<f64>,
    /// Called with the amount that the corner of money was moved to.
    pub on_money: Callback<f64>,
    /// Called with the weeks that the corner of time was moved to.
    pub on_time: Callback<f64>,
    /// Called when the corner of scope is tapped.
    pub on_scope: Callback<()>,
}

/// Drawing of the triangle. The lines next to it have the same content, and their sliders and
/// fields the same functions, for screen readers and keyboards.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let drawing = use_node_ref();
    let grips = [use_node_ref(), use_node_ref()];
    let drag = use_state(|| None::<Drag>);
    let (money, time) = (props.money.ratio(), props.time.ratio());
    use_no_scrolling(&grips);
    let on_money = on_move(Corner::Money, &props.money, &props.on_money);
    let on_time = on_move(Corner::Time, &props.time, &props.on_time);

    let on_tap = |on_move: &Callback<Option<Point>>| {
        let drawing = drawing.clone();
        on_move.reform(move |event: Event| Frame::of(&drawing)?.under(event.unchecked_ref()))
    };
    let on_scope = props.on_scope.reform(|_: Event| ());
    let handle = |grip: &NodeRef, on_move| Handle {
        drag: drag.clone(),
        drawing: drawing.clone(),
        grip: grip.clone(),
        on_move,
    };
    let grip = circle(Corner::Scope, props.scope, "grip tap", "20");
    let scope = el("g", handle_class(props.scope))
        .on(ListenerKind::onclick, &on_scope)
        .child(circle(Corner::Scope, props.scope, "knob", "5"))
        .child(grip);
    let class = match *drag {
        Some(_) => "triangle-drawing held",
        None => "triangle-drawing",
    };
    let [money_grip, time_grip] = &grips;
    el("svg", class)
        .node_ref(&drawing)
        .attr("viewBox", CANVAS.view_box())
        .attr("role", "img")
        .attr("aria-label", props.name.clone())
        .child(axis(Corner::Money, &on_tap(&on_money)))
        .child(axis(Corner::Time, &on_tap(&on_time)))
        .child(axis(Corner::Scope, &on_scope))
        .child(polygon("given", given([money, time, props.scope])))
        .child(polygon("needed", Some(needed_corners())))
        .children(names(&props.labels))
        .child(scope)
        .child(dragged(Corner::Time, time, handle(time_grip, on_time)))
        .child(dragged(Corner::Money, money, handle(money_grip, on_money)))
        .into()
}

/// Callback for points on the axis of a corner, which passes on their amounts unless they are
/// unchanged.
fn on_move(corner: Corner, side: &Side, on_set: &Callback<f64>) -> Callback<Option<Point>> {
    let (side, on_set) = (side.clone(), on_set.clone());
    Callback::from(move |point: Option<Point>| {
        if let Some(point) = point {
            let value = side.at_ratio(corner.ratio(point));
            if side.given != Given::Some(value) {
                on_set.emit(value);
            }
        }
    })
}

/// Names of the corners.
fn names(labels: &[String; 3]) -> impl Iterator<Item = Element> {
    Corner::ALL.iter().zip(labels).map(|(corner, name)| {
        let at = corner.label();
        el("text", "")
            .attr("x", text(at.x))
            .attr("y", text(at.y))
            .attr("text-anchor", "middle")
            .text(name.clone())
    })
}

/// Triangle between three corners; an empty one if they are unknown. A path, because CSS can
/// animate it.
fn polygon(class: &'static str, corners: Option<[Point; 3]>) -> Element {
    let corners = corners.map(|corners| ["M", &points(&corners), "Z"].concat());
    el("path", class).attr("d", corners.unwrap_or_default())
}

/// Axis that a corner moves on, broad enough to be tapped.
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

/// Circle at a corner.
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

/// Corner that can be dragged.
fn dragged(corner: Corner, ratio: Option<f64>, handle: Handle) -> Element {
    let knob = circle(corner, ratio, "knob", "7");
    let grip = circle(corner, ratio, "grip", "20").node_ref(&handle.grip);
    let on = |then: fn(&Handle, &PointerEvent)| {
        let handle = handle.clone();
        Callback::from(move |event: Event| then(&handle, event.unchecked_ref()))
    };
    let end = on(Handle::end);
    let grip = grip
        .on(ListenerKind::onpointerdown, &on(Handle::start))
        .on(ListenerKind::onpointermove, &on(Handle::follow))
        .on(ListenerKind::onpointerup, &end)
        .on(ListenerKind::onpointercancel, &end)
        .on(ListenerKind::onlostpointercapture, &end);
    el("g", handle_class(ratio)).child(knob).child(grip)
}

fn handle_class(ratio: Option<f64>) -> &'static str {
    match ratio {
        None => "handle unsaid",
        Some(ratio) if ratio < 1.0 => "handle short",
        Some(_) => "handle enough",
    }
}
