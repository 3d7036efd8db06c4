//! The archive of briefs, and the file with all of them.

use super::card::Card;
use crate::desk::browser;
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Archive`].
#[derive(Properties, Clone, PartialEq)]
pub struct ArchiveProps {
    /// Words.
    pub speech: Speech,
    /// All briefs.
    pub cards: Rc<Vec<Card>>,
    /// Rows of the briefs in the archive.
    pub rows: Vec<Html>,
}

/// The buttons that save all briefs and show the archive, and the archive.
#[component]
pub fn Archive(props: &ArchiveProps) -> Html {
    let ArchiveProps {
        speech,
        cards,
        rows,
    } = props;
    let is_open = use_state(|| false);
    let on_save = {
        let cards = Rc::clone(cards);
        Callback::from(move |_: MouseEvent| {
            let text = serde_json::to_string_pretty(&*cards).unwrap_or_default();
            browser::save("briefs.json", &(text + "\n"));
        })
    };
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <>
            <div class="row">
                if !cards.is_empty() {
                    <button type="button" onclick={on_save}>{ speech.say("briefs.save") }</button>
                }
                if !rows.is_empty() {
                    <button type="button" class="quiet" aria-expanded={is_open.to_string()} onclick={on_toggle}>
                        { speech.count("briefs.archive", rows.len() as f64, &[]) }
                    </button>
                }
            </div>
            if *is_open {
                <ul class="list">{ for rows.iter().cloned() }</ul>
            }
        </>
    }
}
