//! Odds as a row of ten dots. The words stand beside it, so it is for the eyes only.

use crate::engine::spoken_tenths;
use yew::prelude::*;

/// Odds as dots.
#[derive(Properties, Clone, PartialEq)]
pub struct DotsProps {
    /// The odds, from 0 to 1.
    pub odds: f64,
    /// Whether they are enough.
    pub enough: bool,
}

/// Odds as dots.
#[component]
pub fn Dots(props: &DotsProps) -> Html {
    let full = spoken_tenths(props.odds);
    let dots = (0..10_u8).map(|index| {
        let x = (u32::from(index) * 10 + 5).to_string();
        html! { <circle cx={x} cy="5" r="3.6" class={if index < full { "full" } else { "empty" }} /> }
    });
    html! {
        <svg class={classes!("dots", if props.enough { "enough" } else { "short" })} viewBox="0 0 100 10" aria-hidden="true">
            { for dots }
        </svg>
    }
}
