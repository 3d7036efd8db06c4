//! A text to copy, such as a snippet or a policy.

use crate::desk::browser;
use crate::i18n::Speech;
use yew::prelude::*;

/// Props of [`Code`].
#[derive(Properties, Clone, PartialEq)]
pub struct CodeProps {
    /// Words.
    pub speech: Speech,
    /// Title.
    pub title: AttrValue,
    /// Text.
    pub text: AttrValue,
}

/// A text with a button that copies it.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let copied = use_state(|| None::<bool>);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.to_string());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy(
                text.clone(),
                Callback::from(move |done| copied.set(Some(done))),
            );
        })
    };
    {
        // The status is that of the text on the screen.
        let copied = copied.clone();
        use_effect_with(props.text.clone(), move |_| copied.set(None));
    }
    let status = match *copied {
        None => "",
        Some(true) => "code.copied",
        Some(false) => "code.by-hand",
    };
    html! {
        <figure class="code">
            <figcaption>
                <span>{ props.title.clone() }</span>
                <span class="said" role="status">{ if status.is_empty() { String::new() } else { props.speech.get(status) } }</span>
                <button type="button" class="small" {onclick}>
                    { props.speech.get("code.copy") }<span class="for-listeners">{ ": " }{ props.title.clone() }</span>
                </button>
            </figcaption>
            <pre tabindex="0" role="region" aria-label={props.title.clone()}><code>{ props.text.clone() }</code></pre>
        </figure>
    }
}
