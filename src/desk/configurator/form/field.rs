//! Fields of the form: each with its control, label, hint and unit, and its problems.

use super::controls::{choice, one_of, points, stops, ticks};
use super::inbox::inbox;
use super::inbox_test::InboxTest;
use super::meaning::meant;
use super::said::{Said, SaidLines};
use crate::desk::configurator::control::{Control, Field};
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
    let labels = field.labels();
    let label = first(speech, &labels);
    let hint = label.map(|label| format!("{label}.hint"));
    let hint = hint
        .filter(|key| speech.has(key))
        .map(|key| speech.get(&key));
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
    let label = label.map(|label| speech.get(label));
    let is_group = matches!(
        control,
        Control::Points(..) | Control::Ids(_) | Control::Names(_) | Control::Stops(_)
    );
    let is_tick = control == Control::Tick;
    let is_figure = matches!(control, Control::Number | Control::Points(..));
    let input = Input {
        sheet,
        base,
        pointer: &pointer,
        id: &id,
        value: value.as_ref(),
        is_money: field.is_money(),
        described: described.clone(),
        wrong,
    };
    let control = input.view(control);
    let unit =
        html! { if let Some(unit) = unit(sheet, field) { <span class="unit">{ unit }</span> } };
    let assumed = html! {
        if is_figure && sheet.is_assumed(&pointer) {
            <span class="tag">{ speech.get("form.assumed") }</span>
        }
    };
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

/// Fields of the object at a pointer: those that are asked at once, and those that are folded.
pub fn fields(
    sheet: &Sheet,
    base: &str,
    (at_once, folded): (Vec<Field>, Vec<Field>),
    is_asked: impl Fn(&Field) -> bool,
) -> Html {
    let rows = |fields: Vec<Field>| -> Vec<Html> {
        let asked = fields.into_iter().filter(&is_asked);
        let row = |field: Field| {
            let key = field.at.to_string();
            html! { <FormField {key} sheet={sheet.clone()} base={base.to_owned()} {field} /> }
        };
        asked.map(row).collect()
    };
    let (at_once, folded) = (rows(at_once), rows(folded));
    html! {
        <>
            { for at_once }
            if !folded.is_empty() {
                <details class="more">
                    <summary>{ sheet.speech.get("form.more") }</summary>
                    { for folded }
                </details>
            }
        </>
    }
}

/// Input of a field.
struct Input<'a> {
    sheet: &'a Sheet,
    base: &'a str,
    pointer: &'a str,
    id: &'a str,
    value: Option<&'a Value>,
    is_money: bool,
    described: Option<AttrValue>,
    wrong: bool,
}

impl Input<'_> {
    fn view(self, control: Control) -> Html {
        let Input {
            sheet,
            base,
            pointer,
            id,
            value,
            is_money,
            described,
            wrong,
        } = self;
        let id_ = id.to_owned();
        match control {
            Control::Said => html! {
                <Said sheet={sheet.clone()} pointer={pointer.to_owned()} id={id_} {described} {wrong} />
            },
            Control::Text => {
                let (sheet_, pointer_) = (sheet.clone(), pointer.to_owned());
                let on_value = Callback::from(move |text: String| {
                    let is_said = !text.is_empty();
                    sheet_.set(&pointer_, is_said.then_some(Value::String(text)));
                });
                let value = sheet::text(&sheet.config, pointer).to_owned();
                let on_done = {
                    let (sheet, pointer, value) =
                        (sheet.clone(), pointer.to_owned(), value.clone());
                    Callback::from(move |()| {
                        if let Some(meant) = meant(&pointer, &value) {
                            sheet.set(&pointer, Some(Value::String(meant)));
                        }
                    })
                };
                html! { <Typed id={id_} {value} {on_value} {on_done} {described} {wrong} /> }
            }
            Control::Number => {
                let speech = &sheet.speech;
                let (sheet, pointer, value) = (sheet.clone(), pointer.to_owned(), value.cloned());
                let on_value = Callback::from(move |value| sheet.set(&pointer, value));
                let speech = speech.clone();
                html! { <NumberOf {speech} id={id_} {value} {on_value} {is_money} {described} {wrong} /> }
            }
            Control::Tick => {
                let (sheet, pointer) = (sheet.clone(), pointer.to_owned());
                let checked = value.and_then(Value::as_bool).unwrap_or(false);
                let onchange =
                    Callback::from(move |_: Event| sheet.set(&pointer, Some(json!(!checked))));
                html! { <input type="checkbox" id={id_} {checked} {onchange} aria-describedby={described} /> }
            }
            Control::Choice(choices) => {
                choice(sheet, pointer, id, choices, value, described, wrong)
            }
            Control::Points(names, has_bare) => points(
                sheet,
                pointer,
                id,
                names,
                (has_bare, is_money),
                value,
                wrong,
            ),
            Control::Inbox(shapes) => html! {
                <>
                    { inbox(sheet, pointer, id, &shapes, value, described, wrong) }
                    <InboxTest sheet={sheet.clone()} inbox={value.cloned()} />
                </>
            },
            Control::Stops(names) => stops(sheet, pointer, id, names, value),
            Control::Lines => html! {
                <SaidLines sheet={sheet.clone()} pointer={pointer.to_owned()} id={id_} {described} {wrong} />
            },
            Control::Id(list) => {
                let none = [(String::new(), sheet.speech.get("form.none"))];
                let options = none.into_iter().chain(things(sheet, base, list));
                one_of(sheet, pointer, id, options.collect(), described)
            }
            Control::Ids(list) => ticks(sheet, pointer, id, things(sheet, base, list), value),
            Control::Names(names) => {
                let names = names.iter();
                let options = names.map(|(name, key)| ((*name).to_owned(), sheet.speech.get(key)));
                ticks(sheet, pointer, id, options.collect(), value)
            }
        }
    }
}

/// Returns the ids and names of the things of a list, but for the one at a pointer.
fn things(sheet: &Sheet, base: &str, list: &str) -> Vec<(String, String)> {
    let list = format!("/terms/{list}");
    let things = sheet::list(&sheet.config, &list).iter().enumerate();
    let option = |(index, thing): (usize, &Value)| {
        let id = thing.get("id")?.as_str()?.to_owned();
        let name = sheet::text(&sheet.config, &format!("{list}/{index}/name")).to_owned();
        // Nothing stands in for itself.
        (format!("{list}/{index}") != base)
            .then(|| (id.clone(), if name.is_empty() { id } else { name }))
    };
    things.filter_map(option).collect()
}

/// Returns the unit of a field in words, if it has one.
fn unit(sheet: &Sheet, field: &Field) -> Option<String> {
    let speech = &sheet.speech;
    let units = field.units();
    let key = first(speech, &units)?;
    let currency = sheet::text(&sheet.config, "/terms/currency");
    // Rates are what an hour brings, and have no tax in them whatever prices have.
    let is_rate = ["/terms/rate", "/terms/floorRate"].contains(&&*field.at);
    let tax = match sheet::text(&sheet.config, "/terms/tax") {
        "included" if is_rate => speech.get("tax.excluded"),
        tax @ ("excluded" | "included") => speech.get_for("tax.{}", tax),
        _ => speech.get("tax.unsaid.short"),
    };
    Some(speech.format(key, &[("currency", currency), ("tax", &tax)]))
}

/// The id of the field at a pointer.
pub fn id(pointer: &str) -> String {
    format!("field{}", pointer.replace('/', "-"))
}
