//! Odds as a row of ten dots. They repeat the words next to them, so they are hidden from screen
//! readers.

use crate::engine::spoken_tenths;
use crate::widget::element::{Element, el};

/// Odds, from 0 to 1, as dots, coloured by `enough`. Odds below the confidence always have fewer
/// dots than it.
pub fn dots(odds: f64, confidence: f64, enough: bool) -> Element {
    let full = spoken_tenths(odds);
    let full = if odds < confidence && f64::from(full) >= confidence * 10.0 {
        full.saturating_sub(1)
    } else {
        full
    };
    let dots = (0..10_u8).map(|index| {
        el("circle", if index < full { "full" } else { "empty" })
            .attr("cx", (u32::from(index) * 10 + 5).to_string())
            .attr("cy", "5")
            .attr("r", "3.6")
    });
    el("svg", if enough { "dots enough" } else { "dots short" })
        .attr("viewBox", "0 0 100 10")
        .attr("aria-hidden", "true")
        .children(dots)
}
