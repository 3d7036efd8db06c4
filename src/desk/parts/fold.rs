//! A fold whose content is made once it is opened.

use crate::widget::element::el;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Props of [`Fold`].
#[derive(Properties, Clone, PartialEq)]
pub struct FoldProps {
    /// Title.
    pub title: AttrValue,
    /// Content, while it is open.
    pub content: Html,
    /// Called when it is opened or closed.
    #[prop_or_default]
    pub on_open: Callback<bool>,
}

/// A fold, closed at first.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let is_open = use_state(|| false);
    let on_toggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let fold = event.target_unchecked_into::<web_sys::Element>();
            is_open.set(fold.has_attribute("open"));
        })
    };
    {
        // Once the content is there, or gone.
        let on_open = props.on_open.clone();
        use_effect_with(*is_open, move |is_open| on_open.emit(*is_open));
    }
    let content = if *is_open {
        props.content.clone()
    } else {
        Html::default()
    };
    el("details", "more")
        .on(ListenerKind::ontoggle, &on_toggle)
        .child(el("summary", "").text(props.title.to_string()))
        .node(content)
        .into()
}
