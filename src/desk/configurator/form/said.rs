//! A text of the terms in each language that visitors read, one of them at a time.

use crate::desk::browser;
use crate::desk::parts::{Lines, LinesProps, Typed};
use crate::desk::sheet::languages::{in_language, relined, text_in};
use crate::desk::sheet::{self, Edit, Sheet};
use crate::widget::element::el;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

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
    let chosen = use_state(|| None::<String>);
    let other = besides(sheet, &chosen);
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
    let is_empty = |tag: &str| !main.is_empty() && text_in(&sheet.config, pointer, tag).is_empty();
    let tongues = tongues(sheet, &chosen, other.as_deref(), is_empty);
    let placeholder = (other.is_some() && !main.is_empty()).then(|| AttrValue::from(main.clone()));
    html! {
        <div class="said-in">
            <Typed id={id.clone()} {value} {on_value} {described} {wrong} {placeholder} lang={other.clone().or(sheet.languages.first().cloned()).map(AttrValue::from)} />
            { tongues }
        </div>
    }
}

/// The language of a tab that was chosen besides the main one, if visitors read it.
fn besides(sheet: &Sheet, chosen: &UseStateHandle<Option<String>>) -> Option<String> {
    let others = sheet.languages.get(1..).unwrap_or_default();
    (**chosen).clone().filter(|tag| others.contains(tag))
}

/// A small tab for each language, where there are several. `other` is the one that is shown, if it is not the main one, and
/// `is_empty` tells in which others nothing is said.
fn tongues(
    sheet: &Sheet,
    chosen: &UseStateHandle<Option<String>>,
    other: Option<&str>,
    is_empty: impl Fn(&str) -> bool,
) -> Html {
    let Some((first, [_, ..])) = sheet.languages.split_first() else {
        return Html::default();
    };
    let speech = &sheet.speech;
    let name = |tag: &str| browser::language_name(tag, speech.lang());
    let tab = |(index, tag): (usize, &String)| {
        let is_shown = other.map_or(index == 0, |other| other == tag);
        let on_click = {
            let (chosen, tag) = (chosen.setter(), (index > 0).then(|| tag.clone()));
            Callback::from(move |()| chosen.set(tag.clone()))
        };
        let shown = (index > 0 && is_empty(tag))
            .then(|| speech.format("said.shown", &[("language", &name(first))]));
        let label = [Some(name(tag)), shown].into_iter().flatten();
        el("button", "tongue")
            .key(tag.clone())
            .attr("type", "button")
            .attr("aria-pressed", if is_shown { "true" } else { "false" })
            .on_click(&on_click)
            .text(label.collect::<Vec<_>>().join(": "))
    };
    el("div", "tongues")
        .attr("role", "group")
        .attr("aria-label", speech.get("said.languages"))
        .children(sheet.languages.iter().enumerate().map(tab))
        .into()
}

/// An input for several texts, one in each line, with a small tab for each language where there are several.
#[component]
pub fn SaidLines(props: &SaidProps) -> Html {
    let SaidProps {
        sheet,
        pointer,
        id,
        described,
        wrong,
    } = props;
    let chosen = use_state(|| None::<String>);
    let other = besides(sheet, &chosen);
    let texts = sheet::list(&sheet.config, pointer).to_vec();
    let lines = texts.iter().map(|text| in_language(text, other.as_deref()));
    let on_lines = {
        let (sheet, pointer) = (sheet.clone(), pointer.to_string());
        let (texts, other) = (texts.clone(), other.clone());
        Callback::from(move |lines: Vec<String>| {
            let texts = relined(&texts, &lines, other.as_deref());
            sheet.set(&pointer, (!texts.is_empty()).then_some(Value::Array(texts)));
        })
    };
    let is_empty = |tag: &str| texts.iter().any(|text| text.get(tag).is_none());
    let lines = LinesProps {
        id: id.clone(),
        lines: lines.collect(),
        on_lines,
        described: described.clone(),
        wrong: *wrong,
    };
    // Another language has another text.
    let key = other.clone().unwrap_or_default();
    let lines = VComp::new::<Lines>(Rc::new(lines), Some(key.into()));
    el("div", "said-in")
        .node(lines.into())
        .node(tongues(sheet, &chosen, other.as_deref(), is_empty))
        .into()
}
