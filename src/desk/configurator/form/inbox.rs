//! Inbox: its address, the shape in which messages go there, and of a form its name.

use super::meaning::meant;
use crate::desk::parts::Typed;
use crate::desk::sheet::Sheet;
use serde_json::{Value, json};
use yew::prelude::*;

/// The shape that holds where none is said.
const DEFAULT: &str = "json";
/// The shape in which a form may have a name.
const FORM: &str = "form";

/// An inbox as it is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Address, or an empty text.
    pub url: String,
    /// Name of the shape.
    pub shape: String,
    /// Name of the form, or an empty text.
    pub form: String,
}

impl Filled {
    /// Reads the inbox of a configuration.
    pub fn of(value: Option<&Value>) -> Filled {
        let member = |name: &str| value.and_then(|value| value.get(name)?.as_str());
        let said = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Filled {
            url: said(member("url").or(value.and_then(Value::as_str))),
            shape: member("as").unwrap_or(DEFAULT).to_owned(),
            form: said(member("form")),
        }
    }

    /// Returns it as a configuration says it, as short as it can. None where there is no inbox.
    pub fn written(&self) -> Option<Value> {
        if self.url.is_empty() && self.shape == DEFAULT {
            return None;
        }
        if self.shape == DEFAULT {
            return Some(json!(self.url));
        }
        let mut written = json!({ "url": self.url, "as": self.shape });
        if self.shape == FORM && !self.form.is_empty() {
            written["form"] = json!(self.form);
        }
        Some(written)
    }
}

/// Address, shape and name of an inbox.
pub fn inbox(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    shapes: &[(&'static str, String)],
    value: Option<&Value>,
    described: Option<AttrValue>,
    wrong: bool,
) -> Html {
    let filled = Filled::of(value);
    let speech = &sheet.speech;
    let set = {
        let (sheet, pointer) = (sheet.clone(), pointer.to_owned());
        move |filled: Filled| sheet.set(&pointer, filled.written())
    };
    let on_url = {
        let (set, filled) = (set.clone(), filled.clone());
        Callback::from(move |url| {
            set(Filled {
                url,
                ..filled.clone()
            });
        })
    };
    let on_done = {
        let (set, filled, pointer) = (set.clone(), filled.clone(), pointer.to_owned());
        Callback::from(move |()| {
            if let Some(url) = meant(&pointer, &filled.url) {
                set(Filled {
                    url,
                    ..filled.clone()
                });
            }
        })
    };
    let on_shape = {
        let (set, filled) = (set.clone(), filled.clone());
        Callback::from(move |event: Event| {
            let shape = event
                .target_unchecked_into::<web_sys::HtmlSelectElement>()
                .value();
            set(Filled {
                shape,
                ..filled.clone()
            });
        })
    };
    let on_form = {
        let filled = filled.clone();
        Callback::from(move |form| {
            set(Filled {
                form,
                ..filled.clone()
            });
        })
    };
    let is_form = filled.shape == FORM;
    html! {
        <>
            <Typed id={id.to_owned()} value={filled.url.clone()} on_value={on_url} {on_done} {described} {wrong} />
            <select aria-label={speech.get("inbox.as")} onchange={on_shape}>
                { for shapes.iter().map(|(shape, key)| html! {
                    <option value={*shape} selected={*shape == filled.shape}>{ speech.get(key) }</option>
                }) }
            </select>
            if is_form {
                <label for={format!("{id}-form")}>{ speech.get("inbox.name") }</label>
                <Typed id={format!("{id}-form")} value={filled.form.clone()} on_value={on_form} />
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inbox_is_written_as_short_as_it_can() {
        for value in [
            json!("https://hooks.example/a"),
            json!({ "url": "https://hooks.example/a", "as": "text" }),
            json!({ "url": "https://site.example/", "as": "form", "form": "takeon" }),
        ] {
            assert_eq!(Filled::of(Some(&value)).written(), Some(value));
        }
        assert_eq!(Filled::of(None).written(), None);
        let plain = json!({ "url": "https://hooks.example/a", "as": "json" });
        let written = Filled::of(Some(&plain)).written();
        assert_eq!(written, Some(json!("https://hooks.example/a")));
    }
}
