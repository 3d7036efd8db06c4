//! Root component, which outlives its calculators: Yew never frees the listeners of a root element.

use super::app::{App, AppProps};
use yew::prelude::*;

/// Properties of [`Root`].
#[derive(Properties, Clone, PartialEq)]
pub struct RootProps {
    /// Number of calculators before: each one has a state of its own.
    pub generation: u32,
    /// Properties of the calculator, if there is one.
    pub app: Option<AppProps>,
}

/// Calculator, or nothing.
#[component]
pub fn Root(props: &RootProps) -> Html {
    props.app.as_ref().map_or_else(Html::default, |app| {
        html! { <App key={props.generation} ..app.clone() /> }
    })
}
