//! Builder of virtual elements: `el("p", "hint").message(speech, "reply.hint")`.
//!
//! Yew's `html!` expands into the construction of every element at every place it is used, and the
//! visitor loads all of it. A builder constructs an element in one place, and its callers pass only
//! what differs.

use crate::i18n::Words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind};
use yew::virtual_dom::{VComp, VNode, VTag, VText};

/// Builder of a virtual element. The element in the document is a `web_sys::Element`.
pub struct Element(Box<VTag>);

/// Starts an element with a tag name and a `class` attribute, which is omitted if empty.
pub fn el(name: &'static str, class: &'static str) -> Element {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.attributes = Attributes::Dynamic {
            keys: &["class"],
            values: [Some(AttributeOrProperty::Static(class))].into(),
        };
    }
    Element(Box::new(tag))
}

/// Starts a fragment: siblings without a parent, taken out by [`Element::content`].
pub fn group() -> Element {
    el("", "")
}

/// Starts a landmark of the calculator: a `::part` for styles, and a labelled `section` for screen
/// readers.
pub fn region(name: &'static str, label: String) -> Element {
    el("section", name)
        .attr("part", name)
        .attr("aria-label", label)
}

/// Node of a component: a view with hooks. A view without hooks is a plain function.
pub fn component<C: BaseComponent>(props: C::Properties) -> Html {
    VComp::new::<C>(Rc::new(props), None).into()
}

/// Moves the focus to an element, if it can take it.
pub fn focus(place: &NodeRef) {
    if let Some(element) = place.cast::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Opens the fold around an element, if there is one, and moves the focus to the element.
pub fn reveal(place: web_sys::Element) {
    if let Ok(Some(fold)) = place.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    let _ = place.unchecked_into::<web_sys::HtmlElement>().focus();
}

/// Brings the visitor to a heading: scrolls the top of its container to the top of the screen, and
/// moves the focus to it. `around` is a selector of the container, such as `section`.
pub fn arrive(heading: &NodeRef, around: &str) {
    focus(heading);
    if let Some(heading) = heading.cast::<web_sys::Element>() {
        to_top(&heading, around);
    }
}

/// Scrolls the top of an element's container to the top of the screen.
pub fn to_top(element: &web_sys::Element, around: &str) {
    if let Ok(Some(around)) = element.closest(around) {
        around.scroll_into_view();
    }
}

/// Starts a button labelled with the message of a key.
pub fn button(class: &'static str, words: &Words, key: &str, on_click: &Callback<()>) -> Element {
    el("button", class)
        .attr("type", "button")
        .on_click(on_click)
        .message(words, key)
}

/// Event listener of an element.
struct On {
    kind: ListenerKind,
    then: Handler,
}

/// Callback of a listener, by its argument.
enum Handler {
    Unit(Callback<()>),
    /// Receives the value of the event's target.
    Value(Callback<String>),
    Event(Callback<Event>),
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        match &self.then {
            Handler::Unit(then) => then.emit(()),
            Handler::Value(then) => {
                if let Some(field) = event.target() {
                    // A text area and a select have a `value` like an input: one cast for the three.
                    then.emit(field.unchecked_into::<web_sys::HtmlInputElement>().value());
                }
            }
            Handler::Event(then) => then.emit(event),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl Element {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Element {
        self.set(name, value.into())
    }

    /// Sets an attribute if there is a value.
    pub fn maybe_attr(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Element {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    fn set(mut self, name: &'static str, value: AttrValue) -> Element {
        let attributes = self.0.attributes.get_mut_index_map();
        attributes.insert(name.into(), AttributeOrProperty::Attribute(value));
        self
    }

    /// Sets the key that identifies the element among its siblings when they are reordered.
    pub fn key(mut self, key: impl Into<Key>) -> Element {
        self.0.key = Some(key.into());
        self
    }

    /// Binds a reference, which resolves to the element once it is in the document.
    pub fn node_ref(mut self, place: &NodeRef) -> Element {
        self.0.node_ref = place.clone();
        self
    }

    /// Sets the value of a field.
    pub fn value(mut self, value: AttrValue) -> Element {
        self.0.set_value(Some(value));
        self
    }

    /// Sets the checked state of a checkbox or radio button.
    pub fn checked(mut self, checked: bool) -> Element {
        self.0.set_checked(checked);
        self
    }

    /// Sets the state of an option of a `select`, also after the visitor has chosen another.
    pub fn selected(mut self, selected: bool) -> Element {
        let attributes = self.0.attributes.get_mut_index_map();
        let property = AttributeOrProperty::Property(selected.into());
        attributes.insert("selected".into(), property);
        self
    }

    /// Appends an element.
    pub fn child(self, child: Element) -> Element {
        self.node(child.into())
    }

    /// Appends an element, or an empty node in its place: the siblings after it keep their identity.
    pub fn maybe_child(self, child: Option<Element>) -> Element {
        self.node(child.map_or_else(Html::default, Html::from))
    }

    /// Appends elements.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::child)
    }

    /// Appends a text node.
    pub fn text(self, text: impl Into<AttrValue>) -> Element {
        self.node(VText::new(text.into()).into())
    }

    /// Appends the message of a key as a text node.
    pub fn message(self, words: &Words, key: &str) -> Element {
        self.text(words.get(key))
    }

    /// Appends a component or any other node of Yew.
    pub fn node(mut self, child: Html) -> Element {
        self.0.add_child(child);
        self
    }

    /// Returns the children without the element itself.
    pub fn content(self) -> Html {
        self.0.into_children().unwrap_or_default()
    }

    /// Listens to clicks.
    pub fn on_click(self, then: &Callback<()>) -> Element {
        self.listen(ListenerKind::onclick, Handler::Unit(then.clone()))
    }

    /// Listens to changes of a checkbox or radio button.
    pub fn on_change(self, then: &Callback<()>) -> Element {
        self.listen(ListenerKind::onchange, Handler::Unit(then.clone()))
    }

    /// Listens to input into a field, and passes on its value.
    pub fn on_input(self, then: &Callback<String>) -> Element {
        self.listen(ListenerKind::oninput, Handler::Value(then.clone()))
    }

    /// Listens to the choice of an option of a `select`, and passes on its value.
    pub fn on_select(self, then: &Callback<String>) -> Element {
        self.listen(ListenerKind::onchange, Handler::Value(then.clone()))
    }

    /// Listens to an event of any kind, and passes it on.
    pub fn on(self, kind: ListenerKind, then: &Callback<Event>) -> Element {
        self.listen(kind, Handler::Event(then.clone()))
    }

    fn listen(mut self, kind: ListenerKind, then: Handler) -> Element {
        self.0.add_listener(Rc::new(On { kind, then }));
        self
    }
}

impl From<Element> for VNode {
    fn from(element: Element) -> VNode {
        (*element.0).into()
    }
}
