//! The real calculator, with the configuration in the editor.

use crate::desk::browser;
use crate::desk::sheet::looks::{Looks, colour, family};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// A page with the calculator as visitors meet it.
#[derive(Clone, Default, PartialEq)]
pub struct OnPage {
    /// Looks.
    pub looks: Rc<Looks>,
    /// Language; empty for that of the tools.
    pub lang: AttrValue,
    /// Example that it begins with, and a mark that no other calculator here has.
    pub example: Option<(usize, AttrValue)>,
    /// Step of the questions that it is to show, or `answer`; empty for the one that it shows.
    pub step: &'static str,
}

/// Props of [`Preview`].
#[derive(Properties, Clone, PartialEq)]
pub struct PreviewProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Configuration as JSON text, without a problem.
    pub config: AttrValue,
    /// Audience: `visitor` or `shop`.
    pub audience: AttrValue,
    /// The page that it is seen on.
    #[prop_or_default]
    pub on_page: OnPage,
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
                Some(Timeout::new(DEBOUNCE, configure))
            };
            move || drop(wait)
        });
    }
    {
        let element = element.clone();
        use_effect_with(Rc::clone(&props.on_page.looks), move |looks| {
            if let Some(element) = element.cast::<web_sys::Element>() {
                let properties = [
                    ("--takeon-accent", colour(&looks.accent).unwrap_or_default()),
                    ("--takeon-font", family(&looks.font).unwrap_or_default()),
                ];
                browser::dress(&element, &properties, &looks.theme);
            }
        });
    }
    {
        let (element, example) = (element.clone(), props.on_page.example.clone());
        use_effect_with((), move |()| {
            let listener = example.zip(element.cast::<web_sys::Element>());
            let listener = listener.map(|((index, _), element)| {
                let calculator = element.clone();
                EventListener::new(&element, "takeon-ready", move |_| {
                    press(calculator.clone(), index, TRIES)
                })
            });
            move || drop(listener)
        });
    }
    {
        let element = element.clone();
        use_effect_with(props.on_page.step, move |step| {
            let calculator = element.cast::<web_sys::Element>();
            if let Some(calculator) = calculator.filter(|_| !step.is_empty()) {
                go_to(&calculator, step);
            }
        });
    }
    {
        let element = element.clone();
        use_effect_with(props.on_brief.clone(), move |on_brief| {
            let on_brief = on_brief.clone();
            let listener = element.cast::<web_sys::Element>().map(|element| {
                let calculator = element.clone();
                EventListener::new(&element, "takeon-change", move |event| {
                    show(&calculator, SETTLED);
                    if let Some(brief) = browser::detail(event, "brief") {
                        on_brief.emit(brief);
                    }
                })
            });
            move || drop(listener)
        });
    }
    // The mark keeps a calculator that begins with an example from the answers of one before it.
    let mark = props.on_page.example.as_ref().map(|(_, mark)| mark.clone());
    let lang = Some(props.on_page.lang.clone()).filter(|lang| !lang.is_empty());
    html! {
        <takeon-calculator id={props.id.clone()} ref={element} audience={props.audience.clone()} {lang} config-src={mark}>
            <p>{ props.waiting.clone() }</p>
        </takeon-calculator>
    }
}

/// Number of times that an example is looked for, and the time between, in milliseconds.
const TRIES: u32 = 20;
const WAIT: u32 = 50;

/// Time after which a calculator has gone to an answer, and after which it is shown in any case, in milliseconds.
const SETTLED: u32 = 100;
const AT_LAST: u32 = 3000;

/// Shows a calculator after a time, in milliseconds.
fn show(calculator: &web_sys::Element, after: u32) {
    let calculator = calculator.clone();
    Timeout::new(after, move || browser::show(&calculator)).forget();
}

/// Goes to a step, or to the answer: from the sentence of the start by way of the steps.
fn go_to(calculator: &web_sys::Element, step: &'static str) {
    if browser::press_step(calculator, step) {
        show(calculator, SETTLED);
    } else if step != "answer" && browser::press_step(calculator, "") {
        let calculator = calculator.clone();
        let press = move || {
            browser::press_step(&calculator, step);
            show(&calculator, SETTLED);
        };
        Timeout::new(SETTLED, press).forget();
    }
}

/// Presses an example once it is there.
fn press(calculator: web_sys::Element, index: usize, tries: u32) {
    if browser::press_example(&calculator, index) {
        show(&calculator, AT_LAST);
    } else if tries > 0 {
        Timeout::new(WAIT, move || press(calculator, index, tries - 1)).forget();
    }
}
