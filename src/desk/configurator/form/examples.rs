//! The examples that a visitor can start from, out of the calculator beside the form.

use super::field::id;
use crate::desk::parts::Typed;
use crate::desk::sheet::{self, Edit, Sheet};
use serde_json::{Value, json};
use yew::prelude::*;

/// The examples that a visitor can start from.
#[derive(Properties, Clone, PartialEq)]
pub struct ExamplesProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Brief in the calculator beside it, as JSON text.
    pub brief: Option<AttrValue>,
}

/// The examples that a visitor can start from.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let ExamplesProps { sheet, brief } = props;
    let speech = &sheet.speech;
    let rows = sheet::list(&sheet.config, "/examples").iter().enumerate().map(|(index, _)| {
        let base = format!("/examples/{index}");
        let field = format!("{base}/name");
        let on_value = {
            let (on_edit, field) = (sheet.on_edit.clone(), field.clone());
            Callback::from(move |text: String| on_edit.emit(Edit::Set(field.clone(), Value::String(text))))
        };
        let on_remove = sheet.on_edit.reform(move |_: MouseEvent| Edit::Take("/examples".to_owned(), index));
        let name = sheet::text(&sheet.config, &field).to_owned();
        html! {
            <li class="field" key={index}>
                <label for={id(&field)}>{ speech.say("field.example") }</label>
                <div class="typed">
                    <Typed id={id(&field)} value={name.clone()} {on_value} />
                    <button type="button" class="quiet" onclick={on_remove}>{ speech.with("form.remove", &[("name", &name)]) }</button>
                </div>
                { for sheet.problems_at(&base).iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }
            </li>
        }
    });
    let add = brief.clone().map(|brief| {
        let (on_edit, name) = (sheet.on_edit.clone(), speech.say("add.example.name"));
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok(brief) = serde_json::from_str::<Value>(&brief) {
                on_edit.emit(Edit::Add(
                    "/examples".to_owned(),
                    json!({ "name": name, "brief": brief }),
                ));
            }
        });
        html! { <button type="button" {onclick}>{ speech.say("add.example") }</button> }
    });
    html! {
        <>
            <ul>{ for rows }</ul>
            { add.unwrap_or_else(|| html! { <p class="hint">{ speech.say("add.example.how") }</p> }) }
        </>
    }
}
