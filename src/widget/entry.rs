//! Entry of the session history for the answer where it covers the questions: Back returns to them.

use super::deferred::ResultsProps;
use super::state::Action;
use yew::prelude::*;

/// Adds the entry when the visitor opens the answer, and closes the answer when they go back.
#[hook]
pub fn use_entry(props: &ResultsProps) {
    let ResultsProps { host, state, .. } = props;
    // An answer that was restored or came by a link is where the visitor arrived. One that is shown
    // before that was opened by the visitor.
    let was_shown = use_mut_ref(|| !state.answer_shown);
    {
        let host = host.clone();
        let now = (state.answer_shown, state.is_restored);
        use_effect_with(now, move |(is_shown, is_restored)| {
            let was_shown = was_shown.replace(*is_shown || !is_restored);
            if *is_shown && !was_shown {
                host.push_entry();
            }
        });
    }
    let state = state.dispatcher();
    use_effect_with(host.clone(), move |host| {
        let then = Callback::from(move |()| state.dispatch(Action::ShowAnswer(false)));
        let subscription = host.on_entry_left(then);
        move || drop(subscription)
    });
}
