//! An input for several lines of text.

use yew::prelude::*;

/// Props of [`Lines`].
#[derive(Properties, Clone, PartialEq)]
pub struct LinesProps {
    /// Id of the input.
    pub id: AttrValue,
    /// The lines.
    pub lines: Vec<String>,
    /// Called after every keystroke with the lines that are not empty.
    pub on_lines: Callback<Vec<String>>,
    /// Id of its description.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// True if a line has a problem.
    #[prop_or_default]
    pub wrong: bool,
}

/// An input for several lines of text.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    // The text stays as typed, with the empty line in which the next one begins.
    let typed = use_state(String::new);
    let value = if lines_of(&typed) == props.lines {
        (*typed).clone()
    } else {
        props.lines.join("\n")
    };
    let on_lines = props.on_lines.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let text = event
            .target_unchecked_into::<web_sys::HtmlTextAreaElement>()
            .value();
        on_lines.emit(lines_of(&text));
        typed.set(text);
    });
    html! {
        <textarea
            id={props.id.clone()} {value} {oninput} rows="3" autocomplete="off"
            aria-describedby={props.described.clone()} aria-invalid={props.wrong.then_some("true")}
        />
    }
}

/// The lines of a text that are not empty.
fn lines_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
