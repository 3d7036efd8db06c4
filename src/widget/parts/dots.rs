//! Odds as a row of ten dots. The words stand beside it, so it is for the eyes only.

use crate::engine::spoken_tenths;
use yew::prelude::*;

/// Odds, from 0 to 1, as dots: in one colour where they are enough and in another where not.
pub fn dots(odds: f64, enough: bool) -> Html {
    let full = spoken_tenths(odds);
    let dots = (0..10_u8).map(|index| {
        let x = (u32::from(index) * 10 + 5).to_string();
        html! { <circle cx={x} cy="5" r="3.6" class={if index < full { "full" } else { "empty" }} /> }
    });
    html! {
        <svg class={classes!("dots", if enough { "enough" } else { "short" })} viewBox="0 0 100 10" aria-hidden="true">
            { for dots }
        </svg>
    }
}
