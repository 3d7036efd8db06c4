//! The tools on the page, as a handle for their loader.

use super::app::{Tools, ToolsProps};
use super::later::LATER;
use super::{browser, words};
use yew::prelude::*;

/// Calculators that may be mounted beside the tools before their numbers meet. Assumption: more than anybody
/// opens before the page is loaded anew.
const CALCULATORS: usize = 256;

/// Nothing, to take a number.
#[component]
fn Nothing() -> Html {
    Html::default()
}

/// The tools on the page.
pub struct Mounted {
    handle: yew::AppHandle<Tools>,
    lang: String,
    /// English messages of the parts that are loaded, as JSON texts.
    english: Vec<String>,
    messages: Option<String>,
}

impl Mounted {
    /// Renders the tools into the page's element for them, in a language by its messages, in English without them. `None` if the
    /// page has no such element.
    pub fn new(lang: String, english: String, messages: Option<String>) -> Option<Mounted> {
        // Yew numbers its roots from 1 in each program, and finds by that number which of them an event is for:
        // with the number of a calculator's, a click in that would press a button of the tools.
        for place in (0..CALCULATORS).filter_map(|_| browser::detached()) {
            yew::Renderer::<Nothing>::with_root(place)
                .render()
                .destroy();
        }
        let english = vec![english];
        let props = ToolsProps {
            speech: words::speech(
                &english,
                &lang,
                messages.as_deref(),
                browser::numbers(&lang),
            ),
            later: None,
        };
        let root = browser::element("desk")?;
        Some(Mounted {
            handle: yew::Renderer::<Tools>::with_root_and_props(root, props).render(),
            lang,
            english,
            messages,
        })
    }

    /// Adds the deferred part, with its English messages.
    pub fn join(&mut self, english: String) {
        self.english.push(english);
        let numbers = browser::numbers(&self.lang);
        self.handle.update(ToolsProps {
            speech: words::speech(&self.english, &self.lang, self.messages.as_deref(), numbers),
            later: Some(LATER),
        });
    }
}
