//! A text to copy, such as a snippet or a policy.

use crate::desk::browser;
use crate::i18n::Speech;
use yew::prelude::*;

/// A text to copy or to keep as a file.
#[derive(Properties, Clone, PartialEq)]
pub struct CodeProps {
    /// The words.
    pub speech: Speech,
    /// What it is.
    pub title: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// A text to copy.
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
        // Another text has not been copied yet.
        let copied = copied.clone();
        use_effect_with(props.text.clone(), move |_| copied.set(None));
    }
    let said = match *copied {
        None => "",
        Some(true) => "code.copied",
        Some(false) => "code.by-hand",
    };
    html! {
        <figure class="code">
            <figcaption>
                <span>{ props.title.clone() }</span>
                <span class="said" role="status">{ if said.is_empty() { String::new() } else { props.speech.say(said) } }</span>
                <button type="button" class="small" {onclick}>
                    { props.speech.say("code.copy") }<span class="for-listeners">{ ": " }{ props.title.clone() }</span>
                </button>
            </figcaption>
            <pre tabindex="0" role="region" aria-label={props.title.clone()}><code>{ props.text.clone() }</code></pre>
        </figure>
    }
}
