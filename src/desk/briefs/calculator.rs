//! The calculator of the desk: for a brief told by telephone, and for one that is on the desk.

use crate::desk::browser;
use crate::desk::hooks::use_fragment_change;
use crate::desk::parts::Preview;
use crate::i18n::Speech;
use crate::share;
use serde_json::Value;
use yew::prelude::*;

/// Id of the calculator, and key of the links that it opens.
pub const CALCULATOR: &str = "desk-calculator";

/// Returns `true` if the page's address has a link for the calculator.
fn has_link() -> bool {
    share::in_fragment(&browser::fragment(), &share::key(CALCULATOR)).is_some()
}

/// Props of [`BriefCalculator`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefCalculatorProps {
    /// Words.
    pub speech: Speech,
    /// Configuration as JSON text.
    pub config: AttrValue,
    /// Index and name of the brief that is open, if it is on the desk.
    pub opened: Option<(usize, String)>,
    /// Called when a new calculator opens the requested brief.
    pub on_opened: Callback<()>,
    /// Called with the brief after every change of an answer.
    pub on_brief: Callback<Value>,
    /// Called to add a brief to the desk.
    pub on_put: Callback<Value>,
    /// Called to replace the content of the brief at an index.
    pub on_rewrite: Callback<(usize, Value)>,
}

/// The calculator of the desk.
#[component]
pub fn BriefCalculator(props: &BriefCalculatorProps) -> Html {
    let BriefCalculatorProps {
        speech,
        config,
        opened,
        on_opened,
        on_put,
        on_rewrite,
        ..
    } = props;
    let is_open = use_state(has_link);
    let brief = use_state(|| None::<Value>);
    // Key of the calculator: an untouched one is replaced by a new one, which opens the link.
    let generation = use_state(|| 0);
    let details = use_node_ref();
    {
        let (is_open, generation) = (is_open.setter(), generation.clone());
        let (brief, details, on_opened) = (brief.clone(), details.clone(), on_opened.clone());
        use_fragment_change(move || {
            if !has_link() {
                return;
            }
            is_open.set(true);
            if brief.is_none() {
                generation.set(*generation + 1);
                on_opened.emit(());
            }
            if let Some(details) = details.cast::<web_sys::Element>() {
                details.scroll_into_view();
            }
        });
    }
    let on_brief = {
        let (brief, on_brief) = (brief.setter(), props.on_brief.clone());
        Callback::from(move |text: String| {
            let answered: Option<Value> = serde_json::from_str(&text).ok();
            if let Some(answered) = &answered {
                on_brief.emit(answered.clone());
            }
            brief.set(answered);
        })
    };
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details = event.target_unchecked_into::<web_sys::Element>();
            is_open.set(details.has_attribute("open"));
        })
    };
    // Hands the brief over, so that the calculator counts as untouched again.
    let handing = |on_brief: Callback<Value>| {
        let brief = brief.clone();
        Callback::from(move |_: MouseEvent| {
            let answered = (*brief).clone();
            brief.set(None);
            if let Some(answered) = answered {
                on_brief.emit(answered);
            }
        })
    };
    let disabled = brief.is_none();
    let rewrite = opened.clone().map(|(index, name)| {
        let onclick = handing(on_rewrite.reform(move |brief| (index, brief)));
        let label = speech.with("briefs.rewrite", &[("name", &name)]);
        html! { <button type="button" {disabled} {onclick}>{ label }</button> }
    });
    html! {
        <details class="more" ref={details} open={*is_open} {ontoggle}>
            <summary>{ speech.say("briefs.ask") }</summary>
            <p class="hint">{ speech.say("briefs.ask.lead") }</p>
            <Preview
                key={*generation} id={CALCULATOR} config={config.clone()} audience="shop" {on_brief}
                waiting={speech.say("preview.waiting")}
            />
            <p class="row">
                <button type="button" class="strong" {disabled} onclick={handing(on_put.clone())}>
                    { speech.say("briefs.put") }
                </button>
                { rewrite }
            </p>
        </details>
    }
}
