//! The configurator: its beginning, the form with the calculator beside it, and the files to take away.

use super::dock::Dock;
use super::form::{Shown, body, next, pill, unplaced};
use super::preview::TermsPreview;
use super::ready::Beginning;
use super::take_away::TakeAway;
use crate::desk::browser;
use crate::desk::sheet::{Edit, Editor, Sheet};
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
    /// The one before the last step, if it had none either.
    pub before: Option<Rc<Value>>,
    /// True if there is a step to undo, and one to do again.
    pub can_go: (bool, bool),
    /// True while no other tool is shown.
    pub is_shown: bool,
    /// The editor.
    pub editor: UseReducerDispatcher<Editor>,
}

/// The configurator.
#[component]
pub fn Configurator(props: &ConfiguratorProps) -> Html {
    let ConfiguratorProps {
        sheet,
        good,
        before,
        can_go,
        is_shown,
        editor,
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
    {
        let on_edit = sheet.on_edit.clone();
        use_effect_with(*is_shown, move |is_shown| {
            let on_key = Callback::from(move |is_redo| {
                on_edit.emit(if is_redo { Edit::Redo } else { Edit::Undo });
            });
            let listener = is_shown.then(|| browser::on_undo(on_key));
            move || drop(listener)
        });
    }
    html! {
        <div>
            <Beginning sheet={sheet.clone()} {editor} />
            <div class="bench">
                <div><Form sheet={sheet.clone()} brief={(*brief).clone()} shown={shown.clone()} /></div>
                <aside class="beside" aria-label={sheet.speech.get("preview.title")}>
                    <TermsPreview sheet={sheet.clone()} good={good.clone()} floor={*floor} step={shown.step()} {on_brief} />
                </aside>
            </div>
            <Dock
                sheet={sheet.clone()} good={good.clone()} {before} {can_go} brief={(*brief).clone()} on_mend={on_mend.clone()}
            />
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
            <nav aria-label={speech.get("form.parts")}>
                <ul class="parts">
                    { for Shown::ALL.map(|part| pill(sheet, part, **shown, shown)) }
                </ul>
            </nav>
            { unplaced(sheet) }
            <section class="part" aria-labelledby="part-title" key={shown.id()}>
                <div class="row">
                    <h3 id="part-title" tabindex="-1">{ speech.get_for("part.{}", shown.id()) }</h3>
                    <span class="tag">{ speech.get("form.public") }</span>
                </div>
                <p class="hint">{ speech.get_for("part.{}.lead", shown.id()) }</p>
                { body(sheet, **shown, brief.as_deref()) }
                { next(speech, **shown, Callback::from({ let shown = shown.clone(); move |part| {
                    went_on.replace(true);
                    shown.set(part);
                } })) }
            </section>
        </>
    }
}
