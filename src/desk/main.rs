//! The entry of the owner's tools, which Trunk builds.

use takeon::desk::Mounted;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The tools on the page.
#[wasm_bindgen]
pub struct Desk(Mounted);

/// Starts the tools in a language, by its messages as JSON; in English without them. `english` is the JSON text of the English
/// messages of this part.
#[wasm_bindgen]
pub fn start(lang: String, english: String, messages: Option<String>) -> Option<Desk> {
    Mounted::new(lang, english, messages).map(Desk)
}

#[wasm_bindgen]
impl Desk {
    /// Adds the deferred part, with its English messages.
    pub fn join(&mut self, english: String) {
        self.0.join(english);
    }
}

fn main() {}
