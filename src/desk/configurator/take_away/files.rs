//! The first step: the calculator's files and the terms.

use crate::desk::browser;
use crate::desk::configurator::form::{Shown, state};
use crate::desk::sheet::{self, Edit, Sheet};
use crate::widget::element::el;
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
            { made_up(sheet) }
        </>
    }
}

/// What of the ready-made shop nobody can be reached by: addresses that are kept free for examples, and the partners behind them.
fn made_up(sheet: &Sheet) -> Html {
    /// End of the hosts that nobody has. Source: RFC 2606, section 2.
    const NOBODY: &str = ".example";
    let config = &sheet.config;
    let is_made_up = |pointer: &str| sheet::text(config, pointer).contains(NOBODY);
    let shop = [
        "/terms/shop/email",
        "/terms/shop/url",
        "/terms/shop/page",
        "/terms/shop/booking",
    ];
    let shop = shop.into_iter().filter(|pointer| is_made_up(pointer));
    let shop = shop.map(|pointer| sheet::text(config, pointer).to_owned());
    let partners = 0..sheet::list(config, "/terms/partners").len();
    let partners = partners
        .map(|index| format!("/terms/partners/{index}"))
        .filter(|partner| is_made_up(&format!("{partner}/url")))
        .map(|partner| sheet::text(config, &format!("{partner}/name")).to_owned());
    let names: Vec<String> = shop.chain(partners).collect();
    if names.is_empty() {
        return Html::default();
    }
    let names = sheet.speech.list(&names);
    el("p", "problem")
        .attr("role", "status")
        .text(sheet.speech.format("take.made-up", &[("names", &names)]))
        .into()
}
