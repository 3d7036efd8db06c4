//! The workbench: where the work begins, the form with the calculator beside it, and the way out.

use super::form::{Shown, Unplaced, body, next, pill, state};
use super::ready::Ready;
use super::take_away::TakeAway;
use crate::desk::browser;
use crate::desk::parts::Preview;
use crate::desk::sheet::{self, Sheet};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// The configurator.
#[derive(Properties, Clone, PartialEq)]
pub struct ConfiguratorProps {
    /// What is worked on.
    pub sheet: Sheet,
    /// The last configuration without a problem.
    pub good: Rc<Value>,
    /// Whether there is something to go back to.
    pub can_go_back: bool,
}

/// The configurator.
#[component]
pub fn Configurator(props: &ConfiguratorProps) -> Html {
    let ConfiguratorProps {
        sheet,
        good,
        can_go_back,
    } = props;
    let speech = &sheet.speech;
    let shown = use_state(|| Shown::ALL[0]);
    // Who goes on at the end of a part begins at the head of the next.
    let went_on = use_mut_ref(|| false);
    {
        let went_on = went_on.clone();
        use_effect_with(*shown, move |_| {
            if went_on.replace(false) {
                browser::focus("part-title");
            }
        });
    }
    let brief = use_state(|| None::<String>);
    let owner = use_state(|| false);
    let floor = use_state(|| false);

    let config = if *owner {
        (**good).clone()
    } else {
        sheet::public(good, *floor)
    };
    let text = use_memo((good.clone(), *owner, *floor), |_| config.to_string());
    let on_brief = {
        let brief = brief.clone();
        Callback::from(move |text| brief.set(Some(text)))
    };
    let audience = |value: &'static str, key: &str, is_owner: bool| {
        let (on, owner) = (*owner == is_owner, owner.clone());
        let onchange = Callback::from(move |_: Event| owner.set(is_owner));
        html! {
            <label class="option">
                <input type="radio" name="preview-audience" {value} checked={on} {onchange} />
                <span>{ speech.say(key) }</span>
            </label>
        }
    };
    html! {
        <div>
            <Ready sheet={sheet.clone()} can_go_back={*can_go_back} />
            <div class="bench">
                <div>
                    <nav aria-label={speech.say("form.parts")}>
                        <ul class="parts">
                            { for Shown::ALL.map(|part| pill(sheet, part, *shown, &shown)) }
                        </ul>
                    </nav>
                    <Unplaced sheet={sheet.clone()} />
                    <section class="part" aria-labelledby="part-title" key={shown.id()}>
                        <div class="row">
                            <h3 id="part-title" tabindex="-1">{ speech.say(shown.title()) }</h3>
                            <span class="tag">{ speech.say("form.public") }</span>
                        </div>
                        <p class="hint">{ speech.say(shown.lead()) }</p>
                        { body(sheet, *shown, brief.as_deref()) }
                        { next(speech, *shown, Callback::from({ let shown = shown.clone(); move |part| {
                            went_on.replace(true);
                            shown.set(part);
                        } })) }
                    </section>
                </div>
                <aside class="beside" aria-label={speech.say("preview.title")}>
                    <div class="row between">
                        <p class="hint" role="status">{ state(sheet) }</p>
                        <fieldset class="options">
                            <legend class="for-listeners">{ speech.say("preview.audience") }</legend>
                            { audience("visitor", "preview.visitor", false) }
                            { audience("shop", "preview.shop", true) }
                        </fieldset>
                    </div>
                    <Preview
                        id="preview" config={(*text).clone()} audience={if *owner { "shop" } else { "visitor" }}
                        {on_brief} waiting={speech.say("preview.waiting")}
                    />
                </aside>
            </div>
            <TakeAway sheet={sheet.clone()} floor={*floor} on_floor={Callback::from(move |on| floor.set(on))} />
        </div>
    }
}
