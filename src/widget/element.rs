//! Elements, put together call by call: `el("p", "hint").say(speech, "reply.hint")`.
//!
//! Yew's `html!` writes out at every place how an element is made, and the visitor loads all of it.
//! Here that is written once, and a place says only what it shows.

use crate::i18n::Words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind};
use yew::virtual_dom::{VComp, VNode, VTag, VText};

/// An element that is being put together.
pub struct El(Box<VTag>);

/// An element of this name, with these classes; an empty text for none.
pub fn el(name: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.attributes = Attributes::Dynamic {
            keys: &["class"],
            values: [Some(AttributeOrProperty::Static(class))].into(),
        };
    }
    El(Box::new(tag))
}

/// Elements side by side with none around them: their [`El::content`].
pub fn group() -> El {
    el("", "")
}

/// A part of the calculator that can be found by its name: for styles, and as `label` for listeners.
pub fn region(name: &'static str, label: String) -> El {
    el("section", name)
        .attr("part", name)
        .attr("aria-label", label)
}

/// A component: what remembers something between two looks at it.
pub fn component<C: BaseComponent>(props: C::Properties) -> Html {
    VComp::new::<C>(Rc::new(props), None).into()
}

/// Takes the focus to an element. What cannot take it leaves it where it was.
pub fn focus(place: &NodeRef) {
    if let Some(element) = place.cast::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// A button with a word on it.
pub fn button(class: &'static str, words: &Words, key: &str, on_click: &Callback<()>) -> El {
    el("button", class)
        .attr("type", "button")
        .on_click(on_click)
        .say(words, key)
}

/// Something that happened to an element.
struct On {
    kind: ListenerKind,
    then: Then,
}

/// Who is told, and what.
enum Then {
    Done(Callback<()>),
    Typed(Callback<String>),
    Event(Callback<Event>),
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        match &self.then {
            Then::Done(then) => then.emit(()),
            Then::Typed(then) => {
                if let Some(field) = event.target() {
                    // Whatever is typed into or chosen from has a value.
                    then.emit(field.unchecked_into::<web_sys::HtmlInputElement>().value());
                }
            }
            Then::Event(then) => then.emit(event),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> El {
        self.set(name, value.into())
    }

    /// Sets an attribute, if it has a value.
    pub fn maybe_attr(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> El {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        let attributes = self.0.attributes.get_mut_index_map();
        attributes.insert(name.into(), AttributeOrProperty::Attribute(value));
        self
    }

    /// What tells it from its siblings when they change places.
    pub fn key(mut self, key: impl Into<Key>) -> El {
        self.0.key = Some(key.into());
        self
    }

    /// Where the element can be found once it is there.
    pub fn found_by(mut self, place: &NodeRef) -> El {
        self.0.node_ref = place.clone();
        self
    }

    /// What stands in a field.
    pub fn value(mut self, value: AttrValue) -> El {
        self.0.set_value(Some(value));
        self
    }

    /// Whether a box is ticked or an option chosen.
    pub fn checked(mut self, checked: bool) -> El {
        self.0.set_checked(checked);
        self
    }

    /// Puts an element behind what is in it.
    pub fn with(self, child: El) -> El {
        self.html(child.into())
    }

    /// Puts an element behind what is in it, or keeps its place, so that those behind it stay the same.
    pub fn maybe(self, child: Option<El>) -> El {
        self.html(child.map_or_else(Html::default, Html::from))
    }

    /// Puts elements behind what is in it.
    pub fn each(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::with)
    }

    /// Puts a text behind what is in it.
    pub fn text(self, text: impl Into<AttrValue>) -> El {
        self.html(VText::new(text.into()).into())
    }

    /// Puts the message of a key behind what is in it.
    pub fn say(self, words: &Words, key: &str) -> El {
        self.text(words.say(key))
    }

    /// Puts a component, or anything else that Yew shows, behind what is in it.
    pub fn html(mut self, child: Html) -> El {
        self.0.add_child(child);
        self
    }

    /// What is in it, without itself.
    pub fn content(self) -> Html {
        self.0.into_children().unwrap_or_default()
    }

    /// Tells of a click.
    pub fn on_click(self, then: &Callback<()>) -> El {
        self.listen(ListenerKind::onclick, Then::Done(then.clone()))
    }

    /// Tells that a box was ticked or an option chosen.
    pub fn on_tick(self, then: &Callback<()>) -> El {
        self.listen(ListenerKind::onchange, Then::Done(then.clone()))
    }

    /// Tells what stands in a field with every letter.
    pub fn on_type(self, then: &Callback<String>) -> El {
        self.listen(ListenerKind::oninput, Then::Typed(then.clone()))
    }

    /// Tells the value that was chosen from a list.
    pub fn on_choose(self, then: &Callback<String>) -> El {
        self.listen(ListenerKind::onchange, Then::Typed(then.clone()))
    }

    /// Hands over an event of any other kind.
    pub fn on(self, kind: ListenerKind, then: &Callback<Event>) -> El {
        self.listen(kind, Then::Event(then.clone()))
    }

    fn listen(mut self, kind: ListenerKind, then: Then) -> El {
        self.0.add_listener(Rc::new(On { kind, then }));
        self
    }
}

impl From<El> for VNode {
    fn from(element: El) -> VNode {
        (*element.0).into()
    }
}
