//! One of a few: native radio buttons that look like one divided button.

use yew::prelude::*;

/// A choice of one.
#[derive(Properties, Clone, PartialEq)]
pub struct ChoiceProps {
    /// Its name among the choices of the calculator; ids are made of it.
    pub id: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// What helps to choose.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Whether the legend is there for listeners only, because a heading shows it.
    #[prop_or_default]
    pub quiet: bool,
    /// One below the other instead of side by side.
    #[prop_or_default]
    pub stacked: bool,
    /// The values with their words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// Called with the value that was chosen.
    pub on_choose: Callback<AttrValue>,
}

/// A choice of one.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let hint_id = (!props.hint.is_empty()).then(|| format!("{}-hint", props.id));
    let options = props.options.iter().map(|(value, label)| {
        let onchange = {
            let (value, on_choose) = (value.clone(), props.on_choose.clone());
            Callback::from(move |_: Event| on_choose.emit(value.clone()))
        };
        html! {
            <label class="option" key={value.to_string()}>
                <input type="radio" name={props.id.clone()} value={value.clone()} checked={*value == props.chosen} {onchange} />
                <span>{ label.clone() }</span>
            </label>
        }
    });
    html! {
        <fieldset class={classes!("choice", props.stacked.then_some("stacked"))} aria-describedby={hint_id.clone()}>
            <legend class={classes!(props.quiet.then_some("for-listeners"))}>{ props.legend.clone() }</legend>
            if let Some(id) = hint_id {
                <p class="hint" {id}>{ props.hint.clone() }</p>
            }
            <div class="options">{ for options }</div>
        </fieldset>
    }
}
