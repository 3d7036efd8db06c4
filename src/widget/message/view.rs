//! View of a message that was handed over: loading progress, then its findings.

use super::marks::words;
use crate::widget::client_message::MessageUpdate;
use crate::widget::deferred::{MessageLanguage, MessageReader, ResultsProps};
use crate::widget::element::{button, el, focus, region};
use crate::widget::setup::Audience;
use crate::widget::state::{Action, dispatching};
use yew::prelude::*;

/// Returns the missing piece for reading the message: the tag of a language, or an empty one for
/// the part itself.
fn wanted(props: &ResultsProps) -> Option<String> {
    let heard = props.state.message.as_ref()?;
    let Some(part) = props.reader.part else {
        return Some(String::new());
    };
    if heard.file.is_some() || heard.is_unreadable || heard.read.is_some() {
        return None;
    }
    let tag = (part.language)(&heard.text, &props.setup);
    language(&props.reader, &tag).is_none().then_some(tag)
}

/// Returns the language with a tag, if it is loaded.
fn language<'a>(reader: &'a MessageReader, tag: &str) -> Option<&'a MessageLanguage> {
    reader.languages.iter().find(|language| language.tag == tag)
}

/// Takes the next step: opens the file, or reads the words.
fn update(props: &ResultsProps) -> Option<MessageUpdate> {
    let heard = props.state.message.as_ref()?;
    let part = props.reader.part?;
    if heard.file.is_some() {
        return Some((part.open)(props));
    }
    if heard.read.is_some() || heard.is_unreadable {
        return None;
    }
    let tag = (part.language)(&heard.text, &props.setup);
    (part.read)(props, language(&props.reader, &tag)?)
}

/// Message, with its findings once it is read.
#[component]
pub fn Messages(props: &ResultsProps) -> Html {
    let ResultsProps {
        host,
        state,
        setup,
        reader,
        ..
    } = props;
    let speech = &setup.speech;
    let title_key = match setup.audience {
        Audience::Visitor => "message.title",
        Audience::Shop => "shop.message.title",
    };
    let wanted = wanted(props);
    let title = use_node_ref();
    {
        let title = title.clone();
        let text = state.message.as_ref().map(|heard| heard.text.clone());
        let is_known = state.message.as_ref().is_some_and(|heard| heard.is_known);
        use_effect_with(text, move |_| {
            if !is_known {
                focus(&title);
            }
        });
    }
    {
        let host = host.clone();
        use_effect_with(wanted.clone(), move |wanted| {
            if let Some(tag) = wanted {
                host.emit_read(tag);
            }
        });
    }
    {
        let (props, state) = (props.clone(), state.dispatcher());
        let now = (props.state.message.clone(), reader.clone());
        use_effect_with(now, move |_| {
            if let Some(update) = update(&props) {
                state.dispatch(Action::UpdateMessage(Box::new(update)));
            }
        });
    }
    let Some(heard) = &state.message else {
        return Html::default();
    };
    let panel = reader.part.filter(|_| heard.read.is_some());
    let inside = match (panel, wanted) {
        (Some(part), _) => (part.panel)(props.clone()),
        _ if heard.is_unreadable => el("p", "note").message(speech, "message.unreadable").into(),
        (None, Some(tag)) if reader.has_failed => {
            let host = host.clone();
            let again = Callback::from(move |()| host.emit_read(&tag));
            el("div", "note")
                .attr("role", "alert")
                .child(el("p", "").message(speech, "message.lacking"))
                .child(button("quiet", speech, "shell.again", &again))
                .into()
        }
        _ => el("p", "hint")
            .attr("role", "status")
            .message(speech, "message.reading")
            .into(),
    };
    // A message is never lost while it cannot be read.
    let plain =
        (panel.is_none() && !heard.text.is_empty()).then(|| words().text(heard.text.clone()));
    let away = dispatching(state, |()| Action::Message(None));
    region("message", speech.get(title_key))
        .child(
            el("div", "message-head")
                .child(
                    el("h3", "")
                        .attr("tabindex", "-1")
                        .node_ref(&title)
                        .message(speech, title_key),
                )
                .child(button("quiet", speech, "message.away", &away)),
        )
        .node(inside)
        .maybe_child(plain)
        .into()
}
