//! The picture of a factor: the learned and the borrowed curve, with a dot for every job.

use crate::engine::Spread;
use crate::i18n::Speech;
use crate::picture::{overruns, text};
use yew::prelude::*;

/// Most dots: more of them are a line.
const MOST: usize = 500;

/// Props of [`factor_curves`].
#[derive(Clone, PartialEq)]
pub struct FactorCurvesProps {
    /// Words.
    pub speech: Speech,
    /// Description for those who do not see it.
    pub label: String,
    /// Learned factor.
    pub own: Spread,
    /// Borrowed factor.
    pub borrowed: Spread,
    /// Factors of the jobs.
    pub ratios: Vec<f64>,
}

/// The learned and the borrowed curve, with a dot for every job.
pub fn factor_curves(props: &FactorCurvesProps) -> Html {
    let FactorCurvesProps {
        speech,
        label,
        own,
        borrowed,
        ratios,
    } = props;
    let curves = overruns::curves(&[*borrowed, *own]);
    let base = text(overruns::BASE);
    let dot = |ratio: &f64| {
        html! { <circle cx={text(overruns::x(*ratio))} cy={base.clone()} r="5" /> }
    };
    let tick = |ratio: f64| {
        let x = text(overruns::x(ratio));
        html! {
            <g class="tick-mark">
                <line x1={x.clone()} y1={base.clone()} x2={x.clone()} y2={text(overruns::BASE + 6.0)} />
                <text {x} y={text(overruns::BASE + 26.0)} text-anchor="middle">
                    { speech.format("jobs.times", &[("n", &speech.number(ratio, 1))]) }
                </text>
            </g>
        }
    };
    html! {
        <svg class="overruns" viewBox={overruns::CANVAS.view_box()} role="img" aria-label={label.clone()}>
            <path class="borrowed" d={curves[0].clone()} />
            <path class="own" d={curves[1].clone()} />
            <line class="base" x1="0" y1={base.clone()} x2={text(overruns::CANVAS.width)} y2={base.clone()} />
            { for overruns::TICKS.map(tick) }
            <g class="dots">{ for ratios.iter().take(MOST).map(dot) }</g>
        </svg>
    }
}
