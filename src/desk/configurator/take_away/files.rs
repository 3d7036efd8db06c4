//! The first step: the calculator's files and the terms.

use crate::desk::browser;
use crate::desk::configurator::form::{Shown, state};
use crate::desk::sheet::{self, Edit, Sheet};
use yew::prelude::*;

/// Props of [`files`].
#[derive(Clone, PartialEq)]
pub struct FilesProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// True if the floor rate is public.
    pub floor: bool,
    /// Called to change that.
    pub on_floor: Callback<bool>,
    /// Called to show a part with a problem.
    pub on_mend: Callback<Shown>,
}

/// The buttons that save the calculator and the terms.
pub fn files(props: &FilesProps) -> Html {
    let FilesProps {
        sheet,
        floor,
        on_floor,
        on_mend,
    } = props;
    let (speech, floor) = (&sheet.speech, *floor);
    let has_floor = sheet::at(&sheet.config, "/terms/floorRate").is_some();
    let onchange = on_floor.reform(move |_: Event| !floor);
    let on_save = {
        let config = sheet.config.clone();
        sheet.on_edit.reform(move |_: MouseEvent| {
            browser::save("terms.json", &sheet::pretty(&sheet::public(&config, floor)));
            Edit::Publish
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
                    <span class="problem">{ state(sheet, on_mend) }</span>
                }
            </p>
            <p class="hint">{ speech.say("take.public") }</p>
        </>
    }
}
