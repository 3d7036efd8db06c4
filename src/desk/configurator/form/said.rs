//! A text of the terms in each language that visitors read, one of them at a time.

use crate::desk::browser;
use crate::desk::parts::Typed;
use crate::desk::sheet::languages::text_in;
use crate::desk::sheet::{self, Edit, Sheet};
use serde_json::Value;
use yew::prelude::*;

/// Props of [`Said`].
#[derive(Properties, Clone, PartialEq)]
pub struct SaidProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Pointer to the text.
    pub pointer: AttrValue,
    /// Id of the input.
    pub id: AttrValue,
    /// Id of its description.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// True if the text has a problem.
    #[prop_or_default]
    pub wrong: bool,
}

/// An input for a text, with a small tab for each language where there are several.
#[component]
pub fn Said(props: &SaidProps) -> Html {
    let SaidProps {
        sheet,
        pointer,
        id,
        described,
        wrong,
    } = props;
    let speech = &sheet.speech;
    let chosen = use_state(|| None::<String>);
    let others = sheet.languages.get(1..).unwrap_or_default();
    let other = (*chosen).clone().filter(|tag| others.contains(tag));
    let main = sheet::text(&sheet.config, pointer).to_owned();
    let value = match &other {
        Some(tag) => text_in(&sheet.config, pointer, tag).to_owned(),
        None => main.clone(),
    };
    let on_value = {
        let (sheet, pointer, other) = (sheet.clone(), pointer.to_string(), other.clone());
        Callback::from(move |text: String| match &other {
            Some(tag) => sheet
                .on_edit
                .emit(Edit::Say(pointer.clone(), tag.clone(), text)),
            None => {
                // A name must be said: where it is in other languages too, those stay while it is typed anew.
                let is_translated =
                    sheet::at(&sheet.config, &pointer).is_some_and(Value::is_object);
                let is_said = !text.is_empty() || is_translated && pointer.ends_with("/name");
                sheet.set(&pointer, is_said.then_some(Value::String(text)));
            }
        })
    };
    let name = |tag: &str| browser::language_name(tag, speech.lang());
    let first = sheet
        .languages
        .first()
        .map(|tag| name(tag))
        .unwrap_or_default();
    let tab = |(index, tag): (usize, &String)| {
        let is_empty =
            index > 0 && !main.is_empty() && text_in(&sheet.config, pointer, tag).is_empty();
        let is_shown = other.as_ref().map_or(index == 0, |other| other == tag);
        let onclick = {
            let (chosen, tag) = (chosen.clone(), (index > 0).then(|| tag.clone()));
            Callback::from(move |_: MouseEvent| chosen.set(tag.clone()))
        };
        html! {
            <button type="button" class="tongue" key={tag.clone()} aria-pressed={is_shown.to_string()} {onclick}>
                { name(tag) }
                if is_empty {
                    { ": " }{ speech.format("said.shown", &[("language", &first)]) }
                }
            </button>
        }
    };
    let placeholder = (other.is_some() && !main.is_empty()).then(|| AttrValue::from(main.clone()));
    html! {
        <div class="said-in">
            <Typed id={id.clone()} {value} {on_value} {described} {wrong} {placeholder} lang={other.clone().or(sheet.languages.first().cloned()).map(AttrValue::from)} />
            if !others.is_empty() {
                <div class="tongues" role="group" aria-label={speech.get("said.languages")}>
                    { for sheet.languages.iter().enumerate().map(tab) }
                </div>
            }
        </div>
    }
}
