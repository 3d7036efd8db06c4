//! The looks of the calculator on the shop's page: colour, font, light or dark, language.

use crate::desk::browser;
use crate::desk::configurator::looks::{Looks, colour, contrast};
use crate::desk::parts::Typed;
use crate::desk::sheet::languages::READ;
use crate::desk::sheet::{Edit, Sheet};
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
    let select = |id: &'static str,
                  key: &str,
                  options: Vec<(String, String)>,
                  chosen: &str,
                  set: fn(&mut Looks, String)| {
        let onchange = change(set).reform(|event: Event| {
            event
                .target_unchecked_into::<web_sys::HtmlSelectElement>()
                .value()
        });
        html! {
            <div class="field">
                <label for={id}>{ speech.say(key) }</label>
                <div class="typed">
                    <select {id} {onchange}>
                        { for options.into_iter().map(|(value, name)| html! {
                            <option value={value.clone()} selected={value == chosen}>{ name }</option>
                        }) }
                    </select>
                </div>
            </div>
        }
    };
    let as_page = || (String::new(), speech.say("look.as-page"));
    let fonts = FONTS.map(|(font, name)| (font.to_owned(), name.to_owned()));
    let themes = [("light", "preview.light"), ("dark", "preview.dark")];
    let themes = themes.map(|(theme, key)| (theme.to_owned(), speech.say(key)));
    let languages = READ.map(|tag| (tag.to_owned(), browser::language_name(tag, speech.lang())));
    let with = |options: &[(String, String)]| [&[as_page()], options].concat();
    let on_colour = change(|looks, colour| looks.accent = colour);
    let oninput = on_colour.reform(|event: InputEvent| {
        event
            .target_unchecked_into::<web_sys::HtmlInputElement>()
            .value()
    });
    let is_wrong = !looks.accent.is_empty() && colour(&looks.accent).is_none();
    let note = match contrast(looks.accent.trim()) {
        Some([light, dark]) => {
            let ratio = |ratio: f64| speech.number(ratio, 1);
            let told = |key: &str, (value, is_enough): (f64, bool)| {
                let how = match is_enough {
                    true => "look.readable",
                    false => "look.shifted",
                };
                let theme = speech.say(key);
                speech.with(how, &[("theme", &theme), ("ratio", &ratio(value))])
            };
            [told("preview.light", light), told("preview.dark", dark)].join(" ")
        }
        None if is_wrong => speech.say("look.no-colour"),
        None => speech.say("look.colour.hint"),
    };
    html! {
        <>
            <div class="field">
                <label for="look-accent">{ speech.say("look.colour") }</label>
                <div class="typed">
                    <input type="color" aria-label={speech.say("look.colour.pick")} value={colour(&looks.accent).unwrap_or_else(|| OWN.to_owned())} {oninput} />
                    <Typed id="look-accent" value={looks.accent.clone()} on_value={on_colour} described={Some(AttrValue::from("look-accent-note"))} wrong={is_wrong} />
                </div>
                <p class={if is_wrong { "problem" } else { "hint" }} id="look-accent-note">{ note }</p>
            </div>
            { select("look-font", "look.font", with(&fonts), &looks.font, |looks, font| looks.font = font) }
            { select("look-theme", "look.theme", with(&themes), &looks.theme, |looks, theme| looks.theme = theme) }
            { select("look-lang", "look.lang", with(&languages), &looks.lang, |looks, lang| looks.lang = lang) }
        </>
    }
}
