//! The bar that stays in sight: steps back, the state of the terms, the effect of the last edit, and the way to the code.

use super::form::{Shown, state};
use super::made_up::made_up_count;
use crate::desk::browser;
use crate::desk::sheet::{Edit, Sheet};
use crate::widget::element::{button, el};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Dock`].
#[derive(Properties, Clone, PartialEq)]
pub struct DockProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Last configuration without a problem.
    pub good: Rc<Value>,
    /// The one before the last step.
    pub before: Option<Rc<Value>>,
    /// True if there is a step to undo, and one to do again.
    pub can_go: (bool, bool),
    /// Brief of the calculator beside the form, as JSON text.
    pub brief: Option<AttrValue>,
    /// Called to show a part with a problem.
    pub on_mend: Callback<Shown>,
}

/// Rest after the last edit before its effect is said, in milliseconds: enquiries are appraised twice for it.
const REST: u32 = 400;

/// The bar.
#[component]
pub fn Dock(props: &DockProps) -> Html {
    let DockProps {
        sheet,
        good,
        before,
        can_go: (can_undo, can_redo),
        brief,
        on_mend,
    } = props;
    let speech = &sheet.speech;
    let did = use_state(String::new);
    {
        let (did, speech) = (did.setter(), speech.clone());
        let state = (
            before.clone(),
            Rc::clone(good),
            brief.clone(),
            sheet.appraiser,
        );
        use_effect_with(state, move |(before, good, brief, appraiser)| {
            let (before, good) = (before.clone(), Rc::clone(good));
            let (brief, appraiser) = (brief.clone(), *appraiser);
            let wait = Timeout::new(REST, move || {
                let before = before.filter(|before| *before != good);
                let line = before.zip(appraiser).and_then(|(before, appraiser)| {
                    (appraiser.effect)(&speech, (&before, &good), brief.as_deref())
                });
                did.set(line.unwrap_or_default());
            });
            move || drop(wait)
        });
    }
    let step = |edit: fn() -> Edit| sheet.on_edit.reform(move |()| edit());
    let disabled = |can: &bool| (!can).then_some("");
    let on_code = Callback::from(|()| {
        browser::focus("take-away-title");
    });
    el("div", "dock")
        .child(
            button("quiet", speech, "undo", &step(|| Edit::Undo))
                .maybe_attr("disabled", disabled(can_undo)),
        )
        .child(
            button("quiet", speech, "undo.again", &step(|| Edit::Redo))
                .maybe_attr("disabled", disabled(can_redo)),
        )
        .child(
            el("div", "did")
                .child(
                    el("p", "hint")
                        .attr("role", "status")
                        .node(state(sheet, on_mend)),
                )
                .maybe_child(made_up_count(sheet))
                .child(el("p", "hint").attr("role", "status").text((*did).clone())),
        )
        .child(button("strong", speech, "take.code", &on_code))
        .into()
}
