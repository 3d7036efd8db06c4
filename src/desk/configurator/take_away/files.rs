//! The first step: the calculator's files and the terms.

use crate::desk::browser;
use crate::desk::configurator::form::state;
use crate::desk::sheet::{self, Sheet};
use yew::prelude::*;

/// Props of [`Files`].
#[derive(Properties, Clone, PartialEq)]
pub struct FilesProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// True if the floor rate is public.
    pub floor: bool,
    /// Called to change that.
    pub on_floor: Callback<bool>,
}

/// The buttons that save the calculator and the terms.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps {
        sheet,
        floor,
        on_floor,
    } = props;
    let (speech, floor) = (&sheet.speech, *floor);
    let has_floor = sheet::at(&sheet.config, "/terms/floorRate").is_some();
    let onchange = on_floor.reform(move |_: Event| !floor);
    let on_save = {
        let config = sheet.config.clone();
        Callback::from(move |_: MouseEvent| {
            browser::save("terms.json", &sheet::pretty(&sheet::public(&config, floor)))
        })
    };
    let has_problems = !sheet.problems.is_empty();
    html! {
        <>
            <h4>{ speech.say("take.files") }</h4>
            <p class="hint">{ speech.say("take.files.lead") }</p>
            if has_floor {
                <label class="tick">
                    <input type="checkbox" checked={floor} {onchange} />
                    <span>{ speech.say("take.floor") }</span>
                </label>
            }
            <p class="row">
                <a class="button" href="./takeon.zip" download="takeon.zip">{ speech.say("take.archive") }</a>
                <button type="button" class="strong" disabled={has_problems} onclick={on_save}>
                    { speech.say("take.save") }
                </button>
                if has_problems {
                    <span class="problem">{ state(sheet) }</span>
                }
            </p>
            <p class="hint">{ speech.say("take.public") }</p>
        </>
    }
}
