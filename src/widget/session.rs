//! Session of a visitor: restores an earlier brief, reports changes to the page, and follows links.

use super::deferred::ResultsProps;
use super::element::Element;
use super::entry::use_entry;
use super::link_notice::{link_notice, linked};
use super::report::use_report;
use super::restore::use_restored;
use super::state::{Action, dispatching};
use yew::prelude::*;

/// Invisible part of every calculator.
#[component]
pub fn Session(props: &ResultsProps) -> Html {
    let ResultsProps {
        host, setup, state, ..
    } = props;
    use_restored(props);
    use_report(props);
    use_entry(props);
    {
        // The page may follow another link later.
        let (host, setup, state) = (host.clone(), setup.clone(), state.clone());
        use_effect_with(setup.clone(), move |_| {
            let page = host.clone();
            let subscription = host.on_fragment_change(Callback::from(move |()| {
                if let Some(link) = page.link() {
                    state.dispatch(Action::FollowLink(linked(&link, &setup)));
                }
            }));
            move || drop(subscription)
        });
    }
    Html::default()
}

/// Banner about a link, with its actions.
pub fn banner(props: &ResultsProps) -> Element {
    let ResultsProps {
        host, setup, state, ..
    } = props;
    let decide = |action: fn(()) -> Action| {
        let (decided, host) = (dispatching(state, action), host.clone());
        Callback::from(move |()| {
            host.remove_link();
            decided.emit(());
        })
    };
    let (on_open, on_leave) = (
        decide(|()| Action::OpenLink),
        decide(|()| Action::LeaveLink),
    );
    link_notice(&setup.speech, &state.link_notice, &on_open, &on_leave)
}
