//! An input for a line of text.

use yew::prelude::*;

/// Props of [`Typed`].
#[derive(Properties, Clone, PartialEq)]
pub struct TypedProps {
    /// Id of the input.
    pub id: AttrValue,
    /// Text.
    pub value: AttrValue,
    /// Called with the text after every keystroke.
    pub on_value: Callback<String>,
    /// Called when the text is done.
    #[prop_or_default]
    pub on_done: Callback<()>,
    /// Id of its description.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// True if the text has a problem.
    #[prop_or_default]
    pub wrong: bool,
    /// Name for assistive technology, if the page has no label for it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Text shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Tag of the language that is typed, where it is not that of the page.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Kind of keyboard on a phone, as the attribute `inputmode` has it.
    #[prop_or("text".into())]
    pub mode: AttrValue,
}

/// An input for a line of text.
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
    let onchange = props.on_done.reform(|_: Event| ());
    html! {
        <input
            {onchange} type="text" id={props.id.clone()} value={props.value.clone()} {oninput} autocomplete="off" inputmode={props.mode.clone()} placeholder={props.placeholder.clone()} lang={props.lang.clone()} aria-label={props.label.clone()}
            aria-describedby={props.described.clone()} aria-invalid={props.wrong.then_some("true")}
        />
    }
}
