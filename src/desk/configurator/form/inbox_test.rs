//! A message to the inbox that nobody has asked for, as a test of its arrival.

use crate::config::read_config;
use crate::desk::sheet::Sheet;
use crate::engine::appraise;
use crate::host;
use crate::i18n::Speech;
use crate::letter::{Letter, Sender, Submission, media_type};
use crate::widget::element::{button, el};
use serde_json::Value;
use yew::prelude::*;

/// Props of [`InboxTest`].
#[derive(Properties, Clone, PartialEq)]
pub struct InboxTestProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// The inbox, as the configuration has it.
    pub inbox: Option<Value>,
}

/// The button that sends a test, in the shape of the inbox, and its result.
#[component]
pub fn InboxTest(props: &InboxTestProps) -> Html {
    let InboxTestProps { sheet, inbox } = props;
    let speech = &sheet.speech;
    let arrived = use_state(|| None::<bool>);
    {
        let arrived = arrived.setter();
        use_effect_with(inbox.clone(), move |_| arrived.set(None));
    }
    let on_test = {
        let (sheet, arrived) = (sheet.clone(), arrived.clone());
        Callback::from(move |()| {
            let setter = arrived.setter();
            let then = Callback::from(move |done| setter.set(Some(done)));
            let is_sent = sheet
                .appraiser
                .is_some_and(|appraiser| (appraiser.send_test)(&sheet.speech, &sheet.config, then));
            if !is_sent {
                arrived.set(Some(false));
            }
        })
    };
    if inbox.is_none() {
        return Html::default();
    }
    let said = match *arrived {
        None => String::new(),
        Some(true) => speech.get("inbox.test.arrived"),
        Some(false) => speech.get("inbox.test.lost"),
    };
    let cannot = !sheet.problems.is_empty() || sheet.appraiser.is_none();
    el("p", "row")
        .child(
            button("small", speech, "inbox.test", &on_test)
                .maybe_attr("disabled", cannot.then_some("")),
        )
        .child(el("span", "hint").attr("role", "status").text(said))
        .into()
}

/// Sends a test to the inbox of a configuration, with the first example as its brief. Returns `false` if there is nothing to send.
pub fn send_test(speech: &Speech, config: &Value, then: Callback<bool>) -> bool {
    let Ok(config) = read_config(&config.to_string()) else {
        return false;
    };
    let brief = config.examples.first().map(|example| example.brief.clone());
    let brief = brief.unwrap_or_default();
    let (Some(inbox), Ok(appraisal)) = (&config.terms.shop.inbox, appraise(&brief, &config.terms))
    else {
        return false;
    };
    let posted = Submission {
        schema: 1,
        brief: &brief,
        appraisal: &appraisal,
        letter: &Letter {
            subject: speech.get("inbox.test.subject"),
            text: speech.get("inbox.test.text"),
        },
        sender: Some(&Sender {
            name: "Takeon".to_owned(),
            email: config.terms.shop.email.clone(),
            phone: None,
        }),
    };
    let (url, media_type) = (inbox.url.clone(), media_type(inbox.shape));
    host::post(url, media_type, posted.body(inbox), then);
    true
}
