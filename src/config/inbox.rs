//! The inbox as a document: an address, or an address with the shape of messages.

use super::describe::{document, name, text};
use super::names::NameSet;
use super::read::Read;
use super::shapes::{TEXT, URL};
use super::table::{Either, Fallback, Kind, OBJECT, Object, Sentence, Short};
use crate::engine::{Inbox, InboxShape};
use crate::json::Value;

document! {
    /// The address, and the shape in which messages come there.
    static ADDRESS_AND_SHAPE = Object {
        wanted: "an address that begins with https:// or http://, or {\"url\": …}",
        ..OBJECT
    };
    /// Address that a message is posted to.
    required "url": text(&URL);
    /// Shape of the message.
    optional "as": name(NameSet::of::<InboxShape>()).or(Fallback::Name("json"));
    /// Name of the form in the shape of a form, where the inbox has several: Netlify knows forms by it.
    optional "form": text(&TEXT);
}

static INBOX_OR_ADDRESS: Either = Either {
    name: "Inbox",
    sentence: Sentence::new("An address that messages are posted to, or one with their shape."),
    short: Short::Text(
        &URL,
        Sentence::new("The address alone: messages come as JSON."),
    ),
    object: &ADDRESS_AND_SHAPE,
};

/// An address that messages are posted to, with or without their shape.
pub const INBOX: Kind = Kind::Either(&INBOX_OR_ADDRESS);

impl Read for Inbox {
    fn read(value: &Value) -> Inbox {
        let member = |name| value.member(name);
        Inbox {
            url: String::read(member("url").unwrap_or(value)),
            shape: member("as").map(InboxShape::read).unwrap_or_default(),
            form: member("form").map(String::read),
        }
    }

    fn absent(_: Fallback) -> Inbox {
        Inbox::read(&Value::Null)
    }
}
