//! Corner of the triangle in words, with a slider and a field.

use super::side::{Given, Side};
use super::words::state;
use crate::decimal;
use crate::i18n::Speech;
use crate::widget::element::{Element, el};
use crate::widget::parts::{problem, problem_id, wrong};
use yew::prelude::*;

/// Corner in words, with a slider and a field.
pub struct Slider {
    /// Identifier among the sliders of the calculator.
    pub id: &'static str,
    /// Name of the corner.
    pub label: String,
    /// Sentence about the amounts given and needed.
    pub words: String,
    /// Label of the field, with its unit.
    pub field: String,
    /// Message if the field cannot be understood.
    pub problem: Option<String>,
    /// Amounts given and needed.
    pub side: Side,
    /// Text of the field.
    pub typed: String,
    /// Called with the amount that it was moved to.
    pub on_set: Callback<f64>,
    /// Called with the text of the field.
    pub on_input: Callback<String>,
}

/// Number of characters from which a text needs a broader field: a day. Assumption.
const LONG: usize = 7;

/// Words, slider and field of a corner.
pub fn slider(speech: &Speech, slider: Slider) -> Element {
    let Slider {
        id, side, on_set, ..
    } = slider;
    let on_slide = Callback::from(move |value: String| {
        if let Some(value) = decimal::number(&value) {
            on_set.emit(value);
        }
    });
    let is_unread = side.given == Given::Unsaid && !slider.typed.trim().is_empty();
    let wrongly = slider.problem.filter(|_| is_unread);
    let problem_id = wrongly.is_some().then(|| problem_id(id));
    let label = el("label", "corner-name")
        .attr("for", id)
        .text(slider.label);
    let range = el("input", "")
        .attr("type", "range")
        .attr("id", id)
        .attr("min", "0")
        .attr("max", decimal::text(side.greatest()))
        .attr("step", decimal::text(side.step))
        .value(decimal::text(side.slider_value()).into())
        .attr("aria-valuetext", slider.words.clone())
        .on_input(&on_slide);
    let class = match side.given {
        Given::Unsaid => "slide unsaid",
        _ if slider.typed.chars().count() > LONG => "slide long",
        _ => "slide",
    };
    let text = el("input", "")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-label", slider.field)
        .value(slider.typed.into())
        .on_input(&slider.on_input);
    let words = state(speech, slider.words, side.is_short());
    el("div", "corner")
        .child(el("p", "").child(label).child(words))
        .child(
            el("div", class)
                .child(range)
                .child(wrong(text, problem_id.as_ref())),
        )
        .maybe_child(problem_id.zip(wrongly).map(problem))
}
