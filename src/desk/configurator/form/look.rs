//! The looks of the calculator on the shop's page: colour, font, light or dark, language.

use crate::desk::browser;
use crate::desk::parts::{Typed, TypedProps, select};
use crate::desk::sheet::languages::READ;
use crate::desk::sheet::looks::{Looks, colour, contrast};
use crate::desk::sheet::{Edit, Sheet};
use crate::widget::element::{component, el, group};
use yew::prelude::*;

/// Colour that the calculator has by itself.
const OWN: &str = "#1f6f5c";

/// Fonts that devices have, as CSS names them, each with its name for people.
const FONTS: [(&str, &str); 4] = [
    ("system-ui, sans-serif", "system-ui"),
    ("Georgia, serif", "Georgia"),
    ("Verdana, sans-serif", "Verdana"),
    ("ui-monospace, monospace", "monospace"),
];

/// The fields of the looks.
pub fn look(sheet: &Sheet) -> Html {
    let (speech, looks) = (&sheet.speech, &sheet.looks);
    let change = |set: fn(&mut Looks, String)| {
        let (on_edit, looks) = (sheet.on_edit.clone(), (**looks).clone());
        Callback::from(move |value: String| {
            let mut changed = looks.clone();
            set(&mut changed, value);
            on_edit.emit(Edit::Look(changed));
        })
    };
    let choice = |id: &'static str, key: &str, options: &[(String, String)], chosen: &str, set| {
        let as_page = (String::new(), speech.get("look.as-page"));
        let options = [&[as_page], options].concat();
        el("div", "field")
            .child(el("label", "").attr("for", id).message(speech, key))
            .child(el("div", "typed").child(select(options, chosen, &change(set)).attr("id", id)))
    };
    let fonts = FONTS.map(|(font, name)| (font.to_owned(), name.to_owned()));
    let themes = [("light", "preview.light"), ("dark", "preview.dark")];
    let themes = themes.map(|(theme, key)| (theme.to_owned(), speech.get(key)));
    let languages = READ.map(|tag| (tag.to_owned(), browser::language_name(tag, speech.lang())));
    let on_colour = change(|looks, colour| looks.accent = colour);
    let is_wrong = !looks.accent.is_empty() && colour(&looks.accent).is_none();
    let note = match contrast(looks.accent.trim()) {
        Some([light, dark]) => {
            let ratio = |ratio: f64| speech.number(ratio, 1);
            let sentence = |key: &str, (value, is_enough): (f64, bool)| {
                let how = match is_enough {
                    true => "look.readable",
                    false => "look.shifted",
                };
                let theme = speech.get(key);
                speech.format(how, &[("theme", &theme), ("ratio", &ratio(value))])
            };
            [
                sentence("preview.light", light),
                sentence("preview.dark", dark),
            ]
            .join(" ")
        }
        None if is_wrong => speech.get("look.no-colour"),
        None => speech.get("look.colour.hint"),
    };
    let typed = TypedProps {
        id: "look-accent".into(),
        value: looks.accent.clone().into(),
        on_value: on_colour.clone(),
        on_done: Callback::noop(),
        described: Some("look-accent-note".into()),
        wrong: is_wrong,
        label: None,
        placeholder: None,
        lang: None,
        mode: "text".into(),
    };
    let own = colour(&looks.accent).unwrap_or_else(|| OWN.to_owned());
    let accent = el("div", "field")
        .child(
            el("label", "")
                .attr("for", "look-accent")
                .message(speech, "look.colour"),
        )
        .child(
            el("div", "typed")
                .child(
                    el("input", "")
                        .attr("type", "color")
                        .attr("aria-label", speech.get("look.colour.pick"))
                        .value(own.into())
                        .on_input(&on_colour),
                )
                .node(component::<Typed>(typed)),
        )
        .child(
            el("p", if is_wrong { "problem" } else { "hint" })
                .attr("id", "look-accent-note")
                .text(note),
        );
    group()
        .child(accent)
        .child(choice(
            "look-font",
            "look.font",
            &fonts,
            &looks.font,
            |looks, font| looks.font = font,
        ))
        .child(choice(
            "look-theme",
            "look.theme",
            &themes,
            &looks.theme,
            |looks, theme| looks.theme = theme,
        ))
        .child(choice(
            "look-lang",
            "look.lang",
            &languages,
            &looks.lang,
            |looks, lang| looks.lang = lang,
        ))
        .content()
}
