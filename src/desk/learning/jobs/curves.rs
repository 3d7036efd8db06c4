//! The picture of overruns: the learned and the borrowed curve, with a dot for every job.

use crate::desk::learning::spreadsheet::FinishedJob;
use crate::engine::{Spread, defaults};
use crate::i18n::Speech;
use crate::picture::{overruns, text};
use yew::prelude::*;

/// Props of [`OverrunCurves`].
#[derive(Properties, Clone, PartialEq)]
pub struct OverrunCurvesProps {
    /// Words.
    pub speech: Speech,
    /// Learned overrun.
    pub own: Spread,
    /// Finished jobs.
    pub jobs: Vec<FinishedJob>,
}

/// The learned and the borrowed curve, with a dot for every job.
#[component]
pub fn OverrunCurves(props: &OverrunCurvesProps) -> Html {
    let OverrunCurvesProps { speech, own, jobs } = props;
    let curves = overruns::curves(&[defaults::OVERRUN, *own]);
    let base = text(overruns::BASE);
    let dot = |job: &FinishedJob| {
        html! { <circle cx={text(overruns::x(job.job.ratio()))} cy={base.clone()} r="5" /> }
    };
    let tick = |ratio: f64| {
        let x = text(overruns::x(ratio));
        html! {
            <g class="tick-mark">
                <line x1={x.clone()} y1={base.clone()} x2={x.clone()} y2={text(overruns::BASE + 6.0)} />
                <text {x} y={text(overruns::BASE + 26.0)} text-anchor="middle">
                    { speech.with("jobs.times", &[("n", &speech.number(ratio, 1))]) }
                </text>
            </g>
        }
    };
    html! {
        <svg class="overruns" viewBox={overruns::CANVAS.view_box()} role="img" aria-label={speech.say("jobs.picture")}>
            <path class="borrowed" d={curves[0].clone()} />
            <path class="own" d={curves[1].clone()} />
            <line class="base" x1="0" y1={base.clone()} x2={text(overruns::CANVAS.width)} y2={base.clone()} />
            { for overruns::TICKS.map(tick) }
            <g class="dots">{ for jobs.iter().map(dot) }</g>
        </svg>
    }
}
