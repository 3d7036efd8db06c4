//! The root of the tree.
use yew::prelude::*;

/// What the host hands to the root.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// The agency's JSON text.
    pub config: AttrValue,
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let n = use_state(|| 0u32);
    let onclick = {
        let n = n.clone();
        Callback::from(move |_: MouseEvent| {
            let next = *n + 1;
            n.set(next)
        })
    };
    html! { <button {onclick}>{ *n }{ props.config.len() }</button> }
}
