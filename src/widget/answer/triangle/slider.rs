//! A corner of the triangle in words, to slide and to type.

use super::{Given, Side, exact, is_short};
use crate::decimal;
use yew::prelude::*;

/// A corner in words, to slide and to type.
#[derive(Properties, Clone, PartialEq)]
pub struct SliderProps {
    /// Its name among the sliders of the calculator.
    pub id: AttrValue,
    /// The name of the corner.
    pub label: AttrValue,
    /// What is given of what is needed.
    pub words: AttrValue,
    /// What is typed into the field, with its unit.
    pub field: AttrValue,
    /// What is said where it falls short.
    pub short: AttrValue,
    /// What is said where what was typed cannot be read.
    pub problem: AttrValue,
    /// How it stands.
    pub side: Side,
    /// What was typed.
    pub typed: AttrValue,
    /// Called with the value to which it was slid.
    pub on_set: Callback<f64>,
    /// Called with what was typed.
    pub on_type: Callback<String>,
}

/// A corner in words, to slide and to type.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
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
