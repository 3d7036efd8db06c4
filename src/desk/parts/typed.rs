//! A line of text to type.

use yew::prelude::*;

/// A line of text.
#[derive(Properties, Clone, PartialEq)]
pub struct TypedProps {
    /// Its id.
    pub id: AttrValue,
    /// What is in it.
    pub value: AttrValue,
    /// Called with what is typed.
    pub on_value: Callback<String>,
    /// The id of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub wrong: bool,
    /// What it is called, where no label says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Which keyboard a phone shows.
    #[prop_or("text".into())]
    pub mode: AttrValue,
}

/// A line of text.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let on_value = props.on_value.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        on_value.emit(
            event
                .target_unchecked_into::<web_sys::HtmlInputElement>()
                .value(),
        );
    });
    html! {
        <input
            type="text" id={props.id.clone()} value={props.value.clone()} {oninput} autocomplete="off" inputmode={props.mode.clone()} aria-label={props.label.clone()}
            aria-describedby={props.described.clone()} aria-invalid={props.wrong.then_some("true")}
        />
    }
}
