//! Words of the ready-made shops, fetched for a language that is chosen.

use super::edit::Edit;
use super::editor::Editor;
use super::languages::ENGLISH;
use crate::desk::browser;
use std::rc::Rc;
use yew::prelude::*;

/// Fetches the words of a language for the editor, and goes on once they are there. Those of a language that the ready-made shops
/// do not have are none.
pub fn learn(
    editor: UseReducerDispatcher<Editor>,
    tag: String,
    then: impl FnOnce(&UseReducerDispatcher<Editor>) + 'static,
) {
    if tag == ENGLISH {
        return then(&editor);
    }
    let address = format!("./terms/words/{tag}.json");
    let then = std::cell::Cell::new(Some(then));
    let on_text = Callback::from(move |text: Option<String>| {
        let words = text.and_then(|text| serde_json::from_str(&text).ok());
        editor.dispatch(Edit::Learn(tag.clone(), Rc::new(words.unwrap_or_default())));
        if let Some(then) = then.take() {
            then(&editor);
        }
    });
    browser::fetch_text(address, on_text);
}
