//! The first step: the calculator's files and the terms.

use crate::desk::browser;
use crate::desk::configurator::form::{Shown, state};
use crate::desk::configurator::made_up::made_up;
use crate::desk::sheet::{self, Edit, Sheet};
use serde_json::json;
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
    /// Called to show a part with a problem.
    pub on_mend: Callback<Shown>,
}

/// The buttons that save the calculator and the terms. In one's own house the calculator is there already.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps {
        sheet,
        floor,
        on_floor,
        on_mend,
    } = props;
    let (speech, floor) = (&sheet.speech, *floor);
    let is_missing = use_state(|| false);
    let has_floor = sheet::at(&sheet.config, "/terms/floorRate").is_some();
    let onchange = on_floor.reform(move |_: Event| !floor);
    let terms = {
        let config = sheet.config.clone();
        move || sheet::pretty(&sheet::public(&config, floor))
    };
    let on_archive = {
        let (terms, is_missing) = (terms.clone(), is_missing.setter());
        sheet.on_edit.reform(move |_: MouseEvent| {
            let files = json!({ "terms.json": terms() }).to_string();
            let is_missing = is_missing.clone();
            browser::save_archive(&files, move |done| is_missing.set(done.is_none()));
            Edit::Publish
        })
    };
    let on_save = sheet.on_edit.reform(move |_: MouseEvent| {
        browser::save("terms.json", &terms());
        Edit::Publish
    });
    let has_problems = !sheet.problems.is_empty();
    let is_own = browser::is_own_house();
    let (title, lead) = match is_own {
        true => ("take.files.own", "take.files.own.lead"),
        false => ("take.files", "take.files.lead"),
    };
    html! {
        <>
            <h4>{ speech.get(title) }</h4>
            <p class="hint">{ speech.get(lead) }</p>
            if has_floor {
                <label class="tick">
                    <input type="checkbox" checked={floor} {onchange} />
                    <span>{ speech.get("take.floor") }</span>
                </label>
            }
            <p class="row">
                if !is_own {
                    <button type="button" class="strong" disabled={has_problems} onclick={on_archive}>
                        { speech.get("take.archive") }
                    </button>
                }
                <button type="button" class={if is_own { "strong" } else { "" }} disabled={has_problems} onclick={on_save}>
                    { speech.get("take.save") }
                </button>
                if has_problems {
                    <span class="problem">{ state(sheet, on_mend) }</span>
                }
            </p>
            if *is_missing {
                <p class="problem" role="alert">{ speech.get("take.archive.none") }</p>
            }
            <p class="hint">{ speech.get("take.public") }</p>
            { made_up(sheet).map_or_else(Html::default, Html::from) }
        </>
    }
}
