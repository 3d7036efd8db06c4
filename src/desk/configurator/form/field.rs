//! One field of the form: what is said, its label, hint and unit, and its problems.

use super::controls::{choice, points, ticks};
use crate::desk::configurator::fields::{Control, Field};
use crate::desk::parts::{NumberOf, Typed};
use crate::desk::sheet::{self, Sheet};
use crate::desk::words::first;
use serde_json::{Value, json};
use yew::prelude::*;

/// One field of the form.
#[derive(Properties, Clone, PartialEq)]
pub struct FieldProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// The pointer of the object to which the field belongs.
    #[prop_or_default]
    pub base: AttrValue,
    /// The field.
    pub field: Field,
}

/// One field of the form, with its label, hint, unit and problems.
#[component]
pub fn FormField(props: &FieldProps) -> Html {
    let FieldProps { sheet, base, field } = props;
    let speech = &sheet.speech;
    let pointer = format!("{base}{}", field.at);
    let id = id(&pointer);
    let problems = sheet.problems_at(&pointer);
    let Some(control) = field.control() else {
        return Html::default();
    };
    let note = format!("{id}-note");
    let hint = first(speech, &field.hints(), &[]);
    let is_described = !problems.is_empty() || hint.is_some();
    let described = is_described.then(|| AttrValue::from(note.clone()));
    let value = sheet::at(&sheet.config, &pointer).cloned();
    let wrong = !problems.is_empty();
    let notes = html! {
        if is_described {
            <div class="notes" id={note}>
                { for problems.iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }
                if let Some(hint) = hint {
                    <p class="hint">{ hint }</p>
                }
            </div>
        }
    };
    let label = first(speech, &field.labels(), &[]);
    let is_group = matches!(
        control,
        Control::Points(..) | Control::Ids(_) | Control::Names(_)
    );
    let is_tick = control == Control::Tick;
    let is_figure = matches!(control, Control::Number | Control::Points(..));
    let control = match control {
        Control::Text => {
            let (sheet_, pointer) = (sheet.clone(), pointer.clone());
            // A name must be said: where it is in other languages too, those stay while it is typed anew.
            let stays = pointer.ends_with("/name") && value.as_ref().is_some_and(Value::is_object);
            let on_value = Callback::from(move |text: String| {
                let is_said = stays || !text.is_empty();
                sheet_.set(&pointer, is_said.then_some(Value::String(text)));
            });
            let value = sheet::text(&sheet.config, &format!("{base}{}", field.at)).to_owned();
            html! { <Typed id={id.clone()} {value} {on_value} described={described.clone()} {wrong} /> }
        }
        Control::Number => {
            let (sheet, pointer) = (sheet.clone(), pointer.clone());
            let on_value = Callback::from(move |value| sheet.set(&pointer, value));
            html! { <NumberOf id={id.clone()} {value} {on_value} described={described.clone()} {wrong} /> }
        }
        Control::Choice(choices) => choice(
            sheet,
            &pointer,
            &id,
            choices,
            value.as_ref(),
            described.clone(),
            wrong,
        ),
        Control::Tick => {
            let (sheet, pointer) = (sheet.clone(), pointer.clone());
            let checked = value.as_ref().and_then(Value::as_bool).unwrap_or(false);
            let onchange =
                Callback::from(move |_: Event| sheet.set(&pointer, Some(json!(!checked))));
            html! { <input type="checkbox" id={id.clone()} {checked} {onchange} aria-describedby={described.clone()} /> }
        }
        Control::Points(names, has_bare) => {
            points(sheet, &pointer, &id, names, has_bare, value.as_ref(), wrong)
        }
        Control::Ids(list) => {
            let list = &format!("/terms/{list}");
            let things = sheet::list(&sheet.config, list).iter().enumerate();
            let options = things.filter_map(|(index, thing)| {
                let id = thing.get("id")?.as_str()?.to_owned();
                let name = sheet::text(&sheet.config, &format!("{list}/{index}/name")).to_owned();
                // Nothing stands in for itself.
                (format!("{list}/{index}") != *base)
                    .then(|| (id.clone(), if name.is_empty() { id } else { name }))
            });
            ticks(sheet, &pointer, &id, options.collect(), value.as_ref())
        }
        Control::Names(names) => {
            let options = names
                .iter()
                .map(|(name, key)| ((*name).to_owned(), speech.say(key)));
            ticks(sheet, &pointer, &id, options.collect(), value.as_ref())
        }
    };
    let currency = sheet::text(&sheet.config, "/terms/currency");
    let tax = match sheet::text(&sheet.config, "/terms/tax") {
        tax @ ("excluded" | "included") => speech.of("tax.{}", tax),
        _ => speech.say("tax.unsaid.short"),
    };
    let unit = first(
        speech,
        &field.units(),
        &[("currency", currency), ("tax", &tax)],
    );
    let assumed = html! {
        if is_figure && sheet.is_assumed(&pointer) {
            <span class="tag">{ speech.say("form.assumed") }</span>
        }
    };
    let unit = html! { if let Some(unit) = unit { <span class="unit">{ unit }</span> } };
    match (is_group, is_tick) {
        (true, _) => html! {
            <fieldset class="field" aria-describedby={described.clone()}>
                <legend>{ label }</legend>
                <div class="typed">{ control }{ assumed }</div>
                { notes }
            </fieldset>
        },
        (_, true) => html! {
            <div class="field">
                <label class="tick" for={id.clone()}>{ control }<span>{ label }</span></label>
                { notes }
            </div>
        },
        _ => html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <div class="typed">{ control }{ unit }{ assumed }</div>
                { notes }
            </div>
        },
    }
}

/// The id of the field at a pointer.
pub fn id(pointer: &str) -> String {
    format!("field{}", pointer.replace('/', "-"))
}
