//! The entry of the owner's tools, which Trunk builds.

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the tools in a language, by its messages as JSON; in English without them.
#[wasm_bindgen]
pub fn start(lang: &str, messages: Option<String>) {
    takeon::desk::start(lang, messages.as_deref());
}

fn main() {}
