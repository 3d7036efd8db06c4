//! The configurator: its beginning, the form with the calculator beside it, and the files to take away.

use super::form::{Shown, body, next, pill, state, unplaced};
use super::ready::Beginning;
use super::take_away::TakeAway;
use crate::desk::browser;
use crate::desk::parts::Preview;
use crate::desk::sheet::{self, Sheet};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Configurator`].
#[derive(Properties, Clone, PartialEq)]
pub struct ConfiguratorProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Last configuration without a problem.
    pub good: Rc<Value>,
    /// True if a configuration was replaced.
    pub can_undo: bool,
}

/// The configurator.
#[component]
pub fn Configurator(props: &ConfiguratorProps) -> Html {
    let ConfiguratorProps {
        sheet,
        good,
        can_undo,
    } = props;
    let brief = use_state(|| None::<AttrValue>);
    let on_brief = {
        let brief = brief.setter();
        Callback::from(move |text: String| brief.set(Some(text.into())))
    };
    let floor = use_state(|| false);
    let on_floor = {
        let floor = floor.setter();
        Callback::from(move |is_public| floor.set(is_public))
    };
    let shown = use_state(|| Shown::ALL[0]);
    let on_mend = {
        let shown = shown.clone();
        Callback::from(move |part: Shown| {
            shown.set(part);
            // Once the part is there.
            let focus = || {
                browser::focus("part-title");
            };
            gloo::timers::callback::Timeout::new(0, focus).forget();
        })
    };
    html! {
        <div>
            <Beginning sheet={sheet.clone()} {can_undo} />
            <div class="bench">
                <div><Form sheet={sheet.clone()} brief={(*brief).clone()} shown={shown.clone()} /></div>
                <aside class="beside" aria-label={sheet.speech.say("preview.title")}>
                    <TermsPreview sheet={sheet.clone()} good={good.clone()} floor={*floor} {on_brief} on_mend={on_mend.clone()} />
                </aside>
            </div>
            <TakeAway sheet={sheet.clone()} floor={*floor} {on_floor} {on_mend} />
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct FormProps {
    sheet: Sheet,
    /// Brief of the calculator beside the form, as JSON text.
    brief: Option<AttrValue>,
    /// The part that is shown.
    shown: UseStateHandle<Shown>,
}

/// The form, one of its parts at a time.
#[component]
fn Form(props: &FormProps) -> Html {
    let FormProps {
        sheet,
        brief,
        shown,
    } = props;
    let speech = &sheet.speech;
    // After the last field of a part, the focus goes to the heading of the next one.
    let went_on = use_mut_ref(|| false);
    {
        let went_on = went_on.clone();
        use_effect_with(**shown, move |_| {
            if went_on.replace(false) {
                browser::focus("part-title");
            }
        });
    }
    html! {
        <>
            <nav aria-label={speech.say("form.parts")}>
                <ul class="parts">
                    { for Shown::ALL.map(|part| pill(sheet, part, **shown, shown)) }
                </ul>
            </nav>
            { unplaced(sheet) }
            <section class="part" aria-labelledby="part-title" key={shown.id()}>
                <div class="row">
                    <h3 id="part-title" tabindex="-1">{ speech.of("part.{}", shown.id()) }</h3>
                    <span class="tag">{ speech.say("form.public") }</span>
                </div>
                <p class="hint">{ speech.of("part.{}.lead", shown.id()) }</p>
                { body(sheet, **shown, brief.as_deref()) }
                { next(speech, **shown, Callback::from({ let shown = shown.clone(); move |part| {
                    went_on.replace(true);
                    shown.set(part);
                } })) }
            </section>
        </>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct TermsPreviewProps {
    sheet: Sheet,
    /// Last configuration without a problem.
    good: Rc<Value>,
    /// True if the floor rate is public.
    floor: bool,
    /// Called with the brief after every change of an answer, as JSON text.
    on_brief: Callback<String>,
    /// Called to show a part with a problem.
    on_mend: Callback<Shown>,
}

/// The calculator with the terms, as a visitor or the shop sees it.
#[component]
fn TermsPreview(props: &TermsPreviewProps) -> Html {
    let TermsPreviewProps {
        sheet,
        good,
        floor,
        on_brief,
        on_mend,
    } = props;
    let speech = &sheet.speech;
    let is_shop = use_state(|| false);
    let config = use_memo(
        (good.clone(), *is_shop, *floor),
        |(good, is_shop, floor)| {
            if *is_shop {
                good.to_string()
            } else {
                sheet::public(good, *floor).to_string()
            }
        },
    );
    let audience = |value: &'static str, key: &str, is_its: bool| {
        let (checked, is_shop) = (*is_shop == is_its, is_shop.setter());
        let onchange = Callback::from(move |_: Event| is_shop.set(is_its));
        html! {
            <label class="option">
                <input type="radio" name="preview-audience" {value} {checked} {onchange} />
                <span>{ speech.say(key) }</span>
            </label>
        }
    };
    html! {
        <>
            <div class="row between">
                <p class="hint" role="status">{ state(sheet, on_mend) }</p>
                <fieldset class="options">
                    <legend class="for-listeners">{ speech.say("preview.audience") }</legend>
                    { audience("visitor", "preview.visitor", false) }
                    { audience("shop", "preview.shop", true) }
                </fieldset>
            </div>
            <Preview
                id="preview" config={(*config).clone()} audience={if *is_shop { "shop" } else { "visitor" }}
                {on_brief} waiting={speech.say("preview.waiting")}
            />
        </>
    }
}
