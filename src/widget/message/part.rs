//! Part that reads messages, from text to a draft.

use super::content::said;
use super::panel::{MOST, Panel, is_in_shop_currency};
use crate::draft::Draft;
use crate::mail;
use crate::reader::{Language, Shop, language_of, names, read};
use crate::widget::client_message::{ClientMessage, MessageUpdate};
use crate::widget::deferred::{MessageLanguage, MessagePart, ResultsProps};
use crate::widget::element::component;
use crate::widget::setup::Setup;
use std::rc::Rc;

/// Functions of the part.
pub const MESSAGE_PART: MessagePart = MessagePart {
    language,
    read: read_message,
    panel: component::<Panel>,
    open,
    read_language,
};

/// Reads the lists of words of a language.
fn read_language(tag: &str, lists: &[String]) -> Option<MessageLanguage> {
    let texts: Vec<&str> = lists.iter().map(String::as_str).collect();
    let names = lists.iter().flat_map(|list| names(list)).collect();
    Some(MessageLanguage {
        tag: tag.to_owned(),
        languages: Rc::new(vec![Language::read(tag, &texts)?]),
        names: Rc::new(vec![(tag.to_owned(), names)]),
    })
}

/// Returns the text that is read.
fn read_words(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(MOST)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// Returns the tag of the language of a message if the calculator has it, otherwise that of the
/// page.
fn language(text: &str, setup: &Setup) -> String {
    let tag = language_of(read_words(text)).filter(|tag| {
        let mut known = setup.languages.iter();
        known.any(|(known, _)| known == tag)
    });
    tag.map_or_else(|| setup.spoken.clone(), str::to_owned)
}

/// Opens the file that a message comes in.
fn open(props: &ResultsProps) -> MessageUpdate {
    let mut message = match &props.state.message {
        Some(heard) => ClientMessage::clone(heard),
        None => ClientMessage::new("".into(), Rc::default()),
    };
    let file = message.file.take().unwrap_or_default();
    let mail = mail::open(&file, &|bytes, charset| props.host.decode(bytes, charset));
    message.is_unreadable = mail.is_none();
    message.text = mail.unwrap_or_default().words().into();
    MessageUpdate {
        message,
        draft: None,
    }
}

/// Reads a message, and takes over its findings.
fn read_message(props: &ResultsProps, language: &MessageLanguage) -> Option<MessageUpdate> {
    let ResultsProps { setup, state, .. } = props;
    let heard = state.message.as_ref()?;
    let shop = Shop {
        terms: &setup.terms,
        words: &language.names,
    };
    let text = read_words(&heard.text);
    let read = read(
        text,
        &language.languages,
        Some(&language.tag),
        setup.today,
        shop,
    );
    let said = said(&read, setup);
    let before = if heard.is_known {
        Rc::clone(&heard.before)
    } else {
        Rc::clone(&state.draft)
    };
    let draft = (!heard.is_known).then(|| {
        let mut draft = Draft::clone(&before);
        for found in read
            .found
            .iter()
            .filter(|found| is_in_shop_currency(&found.value, setup))
        {
            draft.take(&found.field, &said);
        }
        for wish in &said.wishes {
            if !draft.wishes_for(wish) {
                draft.add(&setup.terms, wish.clone());
            }
        }
        draft
    });
    Some(MessageUpdate {
        message: ClientMessage {
            before,
            said: Rc::new(said),
            read: Some(Rc::new(read)),
            ..ClientMessage::clone(heard)
        },
        draft,
    })
}
