//! Briefs to start from, for whoever does not know where to begin.

use crate::config::Example;
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// Briefs to start from.
#[derive(Properties, Clone, PartialEq)]
pub struct ExamplesProps {
    /// The words.
    pub speech: Speech,
    /// The briefs.
    pub examples: Rc<Vec<Example>>,
    /// Called with the place of the one that was chosen.
    pub on_choose: Callback<usize>,
}

/// Briefs to start from.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let ExamplesProps {
        speech, examples, ..
    } = props;
    if examples.is_empty() {
        return Html::default();
    }
    let chips = examples.iter().enumerate().map(|(index, example)| {
        let onclick = props.on_choose.reform(move |_: MouseEvent| index);
        html! {
            <li key={index}>
                <button class="chip" type="button" {onclick}>{ speech.text(&example.name).to_owned() }</button>
            </li>
        }
    });
    html! {
        <section class="examples">
            <h3>{ speech.say("examples.title") }</h3>
            <ul class="chips">{ for chips }</ul>
        </section>
    }
}
