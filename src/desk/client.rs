//! Words for texts that go out to a client: in any of the languages that the tools speak.

use super::{browser, words};
use crate::i18n::Speech;
use crate::shared::Shared;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Words for a client, and the choice of their language.
pub struct ClientWords {
    /// Words.
    pub words: Speech,
    chosen: Callback<String>,
}

/// The words of a language: those of the tools where none is named, and until they have come.
#[hook]
pub fn use_words(speech: &Speech, lang: &str) -> Speech {
    let words = use_state(|| speech.clone());
    // Of several that were asked for the last one counts, whichever comes last.
    let asked = use_mut_ref(String::new);
    {
        let (setter, own) = (words.setter(), speech.clone());
        let spoken = words.lang().to_owned();
        use_effect_with(lang.to_owned(), move |lang| {
            let lang = if lang.is_empty() { own.lang() } else { lang }.to_owned();
            asked.replace(lang.clone());
            if lang == spoken {
                return;
            }
            browser::words(&lang.clone(), move |messages: Option<String>| {
                if *asked.borrow() != lang {
                    return;
                }
                let numbers = browser::numbers(&lang);
                setter.set(Shared::new(own.in_language(
                    &lang,
                    messages.as_deref(),
                    numbers,
                )));
            });
        });
    }
    (*words).clone()
}

/// The words for a client in a language: those of the tools where none is known. `on_lang` is called with
/// another that is chosen.
#[hook]
pub fn use_client_words(speech: &Speech, lang: &str, on_lang: &Callback<String>) -> ClientWords {
    ClientWords {
        words: use_words(speech, lang),
        chosen: on_lang.clone(),
    }
}

impl ClientWords {
    /// The field that chooses the language. `id` is that of its `select`.
    pub fn choice(&self, speech: &Speech, id: &'static str) -> Element {
        let option = |(tag, name): (&'static str, &'static str)| {
            el("option", "")
                .attr("value", tag)
                .attr("lang", tag)
                .text(name)
                .selected(tag == self.words.lang())
        };
        let select = el("select", "")
            .attr("id", id)
            .on_select(&self.chosen)
            .children(words::LANGUAGES.map(option));
        el("div", "field")
            .child(
                el("label", "")
                    .attr("for", id)
                    .message(speech, "client.language"),
            )
            .child(select)
    }
}
