//! The deferred part of the tools: all of them but the first, and all that appraises in that.
//!
//! It is called only through the pointers of [`Later`], so the call graph has no edges into
//! its code, and the build can put it into a file of its own: see `script/wasm/README.md`. The
//! page loads it when it is idle, or when one of these tools is opened.

use super::briefs::{BriefList, BriefListProps};
use super::browser;
use super::configurator::{effect, send_test, verdicts};
use super::insight::{Insight, InsightProps};
use super::learning::{Jobs, JobsProps, Log, LogProps};
use super::sheet::Appraiser;
use crate::i18n::Speech;
use crate::widget::element::{button, component, el};
use yew::prelude::*;

/// Functions of the deferred part.
#[derive(Clone, Copy)]
pub struct Later {
    /// Appraisals of the configuration, for the first tool.
    pub appraiser: Appraiser,
    /// The list of enquiries.
    pub briefs: fn(BriefListProps) -> Html,
    /// The list of finished jobs.
    pub jobs: fn(JobsProps) -> Html,
    /// The log of verdicts.
    pub log: fn(LogProps) -> Html,
    /// The counters of verdicts.
    pub insight: fn(InsightProps) -> Html,
}

/// The deferred part. Only the export that adds it may reach this.
pub const LATER: Later = Later {
    appraiser: Appraiser {
        effect,
        verdicts,
        send_test,
    },
    briefs: component::<BriefList>,
    jobs: component::<Jobs>,
    log: component::<Log>,
    insight: component::<Insight>,
};

impl PartialEq for Later {
    /// There is only one deferred part.
    fn eq(&self, _: &Later) -> bool {
        true
    }
}

/// Props of [`Waiting`].
#[derive(Properties, Clone, PartialEq)]
pub struct WaitingProps {
    /// Words.
    pub speech: Speech,
}

/// The placeholder of a tool whose code is on its way, with a retry after a failure.
#[component]
pub fn Waiting(props: &WaitingProps) -> Html {
    let speech = &props.speech;
    let is_lacking = use_state(|| false);
    let ask = {
        let is_lacking = is_lacking.setter();
        Callback::from(move |()| {
            let setter = is_lacking.clone();
            is_lacking.set(false);
            browser::load_later(move |answer| setter.set(answer.is_none()));
        })
    };
    {
        let ask = ask.clone();
        use_effect_with((), move |()| ask.emit(()));
    }
    if !*is_lacking {
        return el("p", "hint")
            .attr("role", "status")
            .message(speech, "rest.awaited")
            .into();
    }
    el("div", "row problem")
        .attr("role", "alert")
        .child(el("p", "").message(speech, "rest.lacking"))
        .child(button("", speech, "shell.again", &ask))
        .into()
}
