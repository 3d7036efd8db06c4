//! A corner of the triangle in words, to slide and to type.

use super::{Given, Side, exact, is_short, stands};
use crate::decimal;
use crate::i18n::Speech;
use crate::widget::element::{Element, el};
use crate::widget::parts::{problem, problem_id, wrong};
use yew::prelude::*;

/// A corner in words, to slide and to type.
pub struct Slider {
    /// Its name among the sliders of the calculator.
    pub id: &'static str,
    /// The name of the corner.
    pub label: String,
    /// What is given of what is needed.
    pub words: String,
    /// What is typed into the field, with its unit.
    pub field: String,
    /// What is said where what was typed cannot be read.
    pub problem: String,
    /// How it stands.
    pub side: Side,
    /// What was typed.
    pub typed: String,
    /// Called with the value to which it was slid.
    pub on_set: Callback<f64>,
    /// Called with what was typed.
    pub on_input: Callback<String>,
}

/// A corner in words, to slide and to type.
pub fn slider(speech: &Speech, slider: Slider) -> Element {
    let Slider {
        id, side, on_set, ..
    } = slider;
    let on_slide = Callback::from(move |value: String| {
        if let Some(value) = decimal::number(&value) {
            on_set.emit(value);
        }
    });
    let is_wrong = exact(side.given).is_none() && !slider.typed.trim().is_empty();
    let problem_id = is_wrong.then(|| problem_id(id));
    let label = el("label", "corner-name")
        .attr("for", id)
        .text(slider.label);
    let range = el("input", "")
        .attr("type", "range")
        .attr("id", id)
        .attr("min", "0")
        .attr("max", decimal::text(side.last()))
        .attr("step", decimal::text(side.step))
        .value(decimal::text(side.slid()).into())
        .attr("aria-valuetext", slider.words.clone())
        .on_input(&on_slide);
    let text = el("input", "")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-label", slider.field)
        .value(slider.typed.into())
        .on_input(&slider.on_input);
    let class = if side.given == Given::Unsaid {
        "slide unsaid"
    } else {
        "slide"
    };
    let words = stands(speech, slider.words, is_short(side.ratio()));
    el("div", "corner")
        .child(el("p", "").child(label).child(words))
        .child(
            el("div", class)
                .child(range)
                .child(wrong(text, problem_id.as_ref())),
        )
        .maybe_child(problem_id.map(|id| problem((id, slider.problem))))
}
