//! The third step: the texts for the page's security policy and privacy notice.

use crate::desk::configurator::snippets::{Way, policy};
use crate::desk::parts::Code;
use crate::i18n::Speech;
use yew::prelude::*;

/// Props of [`policy_texts`].
#[derive(Clone, PartialEq)]
pub struct PolicyProps {
    /// Words.
    pub speech: Speech,
    /// Words of the visitors, who read the notice.
    pub visitors: Speech,
    /// Way to build the page.
    pub way: Way,
    /// Address of the folder with the files.
    pub folder: AttrValue,
    /// Address that messages are posted to; empty if they are not.
    pub inbox: AttrValue,
}

/// The security policy and the privacy notice.
pub fn policy_texts(props: &PolicyProps) -> Html {
    let PolicyProps {
        speech,
        visitors,
        way,
        folder,
        inbox,
    } = props;
    let privacy = match inbox.is_empty() {
        true => "take.privacy",
        false => "take.privacy.inbox",
    };
    html! {
        <>
            <h4>{ speech.get("take.policy") }</h4>
            <p class="hint">{ speech.get("take.policy.lead") }</p>
            <Code speech={speech.clone()} title={speech.get("take.policy.code")} text={policy(*way, folder, inbox)} />
            <p class="hint">{ speech.get("take.privacy.lead") }</p>
            <Code speech={speech.clone()} title={speech.get("take.privacy.code")} text={visitors.get(privacy)} />
        </>
    }
}
