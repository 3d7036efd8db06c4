//! The real calculator, with the configuration in the editor.

use crate::desk::browser;
use gloo::events::EventListener;
use yew::prelude::*;

/// Props of [`Preview`].
#[derive(Properties, Clone, PartialEq)]
pub struct PreviewProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Configuration as JSON text, without a problem.
    pub config: AttrValue,
    /// Audience: `visitor` or `shop`.
    pub audience: AttrValue,
    /// Called with the brief after every change of an answer, as JSON text.
    pub on_brief: Callback<String>,
    /// Text while the calculator loads.
    pub waiting: AttrValue,
}

/// Delay of the calculator after the last keystroke, in milliseconds.
const DEBOUNCE: u32 = 200;

/// A calculator with a configuration.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(props.config.clone(), move |config| {
            let config = config.clone();
            let configure = move || {
                if let Some(element) = element.cast::<web_sys::Element>() {
                    browser::configure(&element, &config);
                }
            };
            let wait = if first.replace(false) {
                configure();
                None
            } else {
                Some(gloo::timers::callback::Timeout::new(DEBOUNCE, configure))
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
