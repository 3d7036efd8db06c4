//! Menu of actions on the whole brief: to undo, begin again, keep, save and open it.

use super::deferred::{Keeping, ResultsProps};
use super::element::Element;
use super::handlers::hand_over;
use super::localized::brief_file;
use super::notice::Notice;
use super::restore::reopened;
use super::state::{Action, dispatching};
use super::toolbar::{Toolbar, toolbar};
use crate::config::read_saved;
use crate::draft::Draft;
use web_sys::File;
use yew::Callback;

/// Content of the menu.
pub fn menu_content(props: &ResultsProps, keeping: &Keeping) -> Element {
    let ResultsProps { setup, state, .. } = props;
    let (saved, opened) = (props.clone(), props.clone());
    toolbar(Toolbar {
        speech: &setup.speech,
        has_draft: *state.draft != Draft::default(),
        on_undo: (!state.past.is_empty()).then(|| dispatching(state, |()| Action::Undo)),
        on_restart: dispatching(state, |()| Action::Restart),
        keep: state.keep,
        on_keep: keeping
            .can_keep
            .then(|| dispatching(state, Action::KeepOnDevice)),
        on_save: Callback::from(move |()| save(&saved)),
        on_file: Callback::from(move |file| open(&opened, file)),
        spoken: &setup.spoken,
        languages: &setup.languages,
        on_language: &keeping.on_language,
    })
}

fn save(
    ResultsProps {
        host,
        state,
        evaluation,
        ..
    }: &ResultsProps,
) {
    let (name, text) = match &state.tried {
        Some(tried) => brief_file(&tried.asked, &tried.before, tried.date.as_deref()),
        None => {
            let day = evaluation.echoes.day.as_deref();
            brief_file(&evaluation.brief, &evaluation.draft, day)
        }
    };
    host.save_file(&name, &text);
}

fn open(props: &ResultsProps, file: File) {
    if !file.name().to_ascii_lowercase().ends_with(".json") {
        return hand_over(props, file);
    }
    let (setup, state) = (props.setup.clone(), props.state.clone());
    let on_read = Callback::from(move |text: String| {
        state.dispatch(match read_saved(&text) {
            Ok(saved) => {
                let (draft, notice) = reopened(&saved, &setup);
                Action::Load(draft, notice)
            }
            Err(_) => Action::Notice(Notice::new("file.broken")),
        });
    });
    props.host.read_file(file, on_read);
}
