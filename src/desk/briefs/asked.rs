//! The calculator on the desk: for a brief that is told by telephone, and for one that lies here.

use super::card::CALCULATOR;
use crate::desk::browser;
use crate::desk::parts::Preview;
use crate::i18n::Speech;
use crate::share;
use serde_json::Value;
use yew::prelude::*;

/// The calculator on the desk.
#[derive(Properties, Clone, PartialEq)]
pub struct AskedProps {
    /// The words.
    pub speech: Speech,
    /// The configuration as JSON text.
    pub config: String,
    /// The brief of the desk that is open: its place and its name.
    pub under: Option<(usize, String)>,
    /// Called when a calculator opens what it was asked for.
    pub on_opened: Callback<()>,
    /// Called with every brief that is asked for.
    pub on_brief: Callback<Value>,
    /// Called with a brief to put on the desk.
    pub on_put: Callback<Value>,
    /// Called with a brief to put in the place of one that lies there.
    pub on_rewrite: Callback<(usize, Value)>,
}

/// The calculator on the desk: for a brief that is told by telephone, and for one that lies here.
#[component]
pub fn Asked(props: &AskedProps) -> Html {
    let speech = &props.speech;
    let linked = || share::in_fragment(&browser::fragment(), &share::key(CALCULATOR)).is_some();
    let open = use_state(linked);
    let brief = use_state(|| None::<Value>);
    // A calculator in which nothing was done makes room for what is opened.
    let turn = use_state(|| 0);
    let details = use_node_ref();
    {
        let (open, turn, details) = (open.setter(), turn.clone(), details.clone());
        let untouched = brief.is_none();
        let on_opened = props.on_opened.clone();
        use_effect_with((untouched, *turn), move |_| {
            let watching = browser::on_fragment(Callback::from(move |()| {
                if linked() {
                    open.set(true);
                    if untouched {
                        turn.set(*turn + 1);
                        on_opened.emit(());
                    }
                    if let Some(details) = details.cast::<web_sys::Element>() {
                        details.scroll_into_view();
                    }
                }
            }));
            move || drop(watching)
        });
    }
    let on_brief = {
        let (brief, on_brief) = (brief.setter(), props.on_brief.clone());
        Callback::from(move |text: String| {
            let told: Option<Value> = serde_json::from_str(&text).ok();
            told.iter().for_each(|told| on_brief.emit(told.clone()));
            brief.set(told);
        })
    };
    let put = {
        let (brief, on_put) = (brief.clone(), props.on_put.clone());
        Callback::from(move |_: MouseEvent| {
            (*brief)
                .clone()
                .into_iter()
                .for_each(|brief| on_put.emit(brief));
            brief.set(None);
        })
    };
    let disabled = brief.is_none();
    let rewrite = props.under.clone().map(|(index, name)| {
        let (brief, on_rewrite) = (brief.clone(), props.on_rewrite.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            (*brief)
                .clone()
                .into_iter()
                .for_each(|brief| on_rewrite.emit((index, brief)));
            brief.set(None);
        });
        let label = speech.with("briefs.rewrite", &[("name", &name)]);
        html! { <button type="button" {disabled} {onclick}>{ label }</button> }
    });
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let details = event.target_unchecked_into::<web_sys::Element>();
            open.set(details.has_attribute("open"));
        })
    };
    html! {
        <details class="more" ref={details} open={*open} {ontoggle}>
            <summary>{ speech.say("briefs.ask") }</summary>
            <p class="hint">{ speech.say("briefs.ask.lead") }</p>
            <Preview key={*turn} id={CALCULATOR} config={props.config.clone()} audience="shop" {on_brief} waiting={speech.say("preview.waiting")} />
            <p class="row">
                <button type="button" class="strong" {disabled} onclick={put}>{ speech.say("briefs.put") }</button>
                { rewrite }
            </p>
        </details>
    }
}
