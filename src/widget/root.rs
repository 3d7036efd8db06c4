//! What stays in the page when one calculator goes and another one comes.

use super::app::{App, AppProps};
use yew::prelude::*;

/// What the root shows.
#[derive(Properties, Clone, PartialEq)]
pub struct RootProps {
    /// How many calculators there have been before: each one begins anew.
    pub turn: u32,
    /// The calculator, if there is one.
    pub app: Option<AppProps>,
}

/// A calculator, or nothing.
#[component]
pub fn Root(props: &RootProps) -> Html {
    props.app.as_ref().map_or_else(Html::default, |app| {
        html! { <App key={props.turn} ..app.clone() /> }
    })
}
