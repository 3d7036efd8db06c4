//! A field to type a number or a name into, with its label, hint and problem.

use yew::prelude::*;

/// A field to type into.
#[derive(Properties, Clone, PartialEq)]
pub struct FieldProps {
    /// Its name among the fields of the calculator.
    pub id: AttrValue,
    /// What is typed.
    pub label: AttrValue,
    /// What was typed.
    pub value: AttrValue,
    /// What stands behind it, such as a unit or "without tax".
    #[prop_or_default]
    pub suffix: AttrValue,
    /// Whether it is a number.
    #[prop_or_default]
    pub numeric: bool,
    /// Whether it is a date, for which browsers have a field of their own.
    #[prop_or_default]
    pub date: bool,
    /// What is wrong with what was typed.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Called with what was typed.
    pub on_type: Callback<String>,
}

/// A field to type into.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let problem_id = props
        .problem
        .is_some()
        .then(|| format!("{}-problem", props.id));
    let oninput = props.on_type.reform(|event: InputEvent| {
        event
            .target_unchecked_into::<web_sys::HtmlInputElement>()
            .value()
    });
    html! {
        <div class={classes!("field", (props.numeric || props.date).then_some("numeric"))}>
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <div class="entry">
                <input
                    id={props.id.clone()} type={if props.date { "date" } else { "text" }} value={props.value.clone()} {oninput} autocomplete="off"
                    inputmode={props.numeric.then_some("decimal")}
                    aria-invalid={props.problem.is_some().then_some("true")}
                    aria-describedby={problem_id.clone()}
                />
                if !props.suffix.is_empty() {
                    <span class="suffix">{ props.suffix.clone() }</span>
                }
            </div>
            if let (Some(id), Some(problem)) = (problem_id, props.problem.clone()) {
                <p class="problem" {id}>{ problem }</p>
            }
        </div>
    }
}
