//! The real calculator beside what is worked on.

use crate::desk::browser;
use gloo::events::EventListener;
use yew::prelude::*;

/// A calculator with a configuration.
#[derive(Properties, Clone, PartialEq)]
pub struct PreviewProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The configuration as JSON text, without a problem.
    pub config: AttrValue,
    /// Who is spoken to: `visitor` or `shop`.
    pub audience: AttrValue,
    /// Called with the brief that was answered, as JSON text.
    pub on_brief: Callback<String>,
    /// What stands there while there is no calculator.
    pub waiting: AttrValue,
}

/// How long nothing must be typed before the calculator changes, in milliseconds.
const SETTLED: u32 = 200;

/// A calculator with a configuration.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(props.config.clone(), move |config| {
            let config = config.clone();
            let hand_over = move || {
                if let Some(element) = element.cast::<web_sys::Element>() {
                    browser::configure(&element, &config);
                }
            };
            let wait = if first.replace(false) {
                hand_over();
                None
            } else {
                Some(gloo::timers::callback::Timeout::new(SETTLED, hand_over))
            };
            move || drop(wait)
        });
    }
    {
        let element = element.clone();
        use_effect_with(props.on_brief.clone(), move |on_brief| {
            let on_brief = on_brief.clone();
            let listener = element.cast::<web_sys::Element>().map(|element| {
                EventListener::new(&element, "takeon-change", move |event| {
                    if let Some(brief) = browser::detail(event, "brief") {
                        on_brief.emit(brief);
                    }
                })
            });
            move || drop(listener)
        });
    }
    html! {
        <takeon-calculator id={props.id.clone()} ref={element} audience={props.audience.clone()}>
            <p>{ props.waiting.clone() }</p>
        </takeon-calculator>
    }
}
