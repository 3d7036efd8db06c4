//! Root component, which outlives the calculators in it: Yew never frees what listens in a root element.

use super::app::{App, AppProps};
use yew::prelude::*;

/// Properties of [`Root`].
#[derive(Properties, Clone, PartialEq)]
pub struct RootProps {
    /// Number of calculators that there have been before: each one has a state of its own.
    pub turn: u32,
    /// Properties of the calculator, if there is one.
    pub app: Option<AppProps>,
}

/// Calculator, or nothing.
#[component]
pub fn Root(props: &RootProps) -> Html {
    props.app.as_ref().map_or_else(Html::default, |app| {
        html! { <App key={props.turn} ..app.clone() /> }
    })
}
