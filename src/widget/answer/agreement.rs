//! Points to put in writing, for a shop that says yes: a list to read, and to copy as plain text.

use super::editing::Trial;
use crate::engine::{Change, Verdict};
use crate::i18n::speak;
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{button, component, el};
use crate::widget::host::Host;
use crate::widget::link::spoken_date;
use crate::widget::parts::status;
use crate::widget::reply::props::ReplyProps;
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Lines to put in writing, with the page that copies them.
#[derive(Properties, Clone, PartialEq)]
pub struct AgreementProps {
    case: Case,
    lines: Vec<String>,
    host: Shared<dyn Host>,
}

/// Returns `true` if it is shown: to a shop that says yes.
pub fn is_shown(case: &Case) -> bool {
    case.audience == Audience::Shop && case.appraisal.verdict == Verdict::Take
}

/// Points to put in writing, to read and to copy. Wishes left out by an offer that is tried on are
/// listed as a second phase.
pub fn agreement(case: &Case, trial: &Trial, reply: &ReplyProps) -> Html {
    let Case {
        terms,
        speech,
        brief,
        ..
    } = case;
    let left_out = trial.tried.iter().flat_map(|tried| {
        tried
            .offer
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::LeaveOut { wish, .. } => tried.asked.wishes.get(*wish),
                _ => None,
            })
    });
    let later: Vec<String> = left_out
        .map(|wish| speak::wish(speech, terms, &wish.want))
        .collect();
    let clauses = terms
        .check(brief)
        .map(|checked| checked.agreement())
        .unwrap_or_default();
    let date = spoken_date(case, brief);
    component::<Agreement>(AgreementProps {
        case: case.clone(),
        lines: speak::agreement(speech, terms, brief, &clauses, &later, date.as_deref()),
        host: reply.host.clone(),
    })
}

/// Lines to put in writing, and a button that copies them.
#[component]
pub fn Agreement(props: &AgreementProps) -> Html {
    let AgreementProps { case, lines, host } = props;
    let speech = &case.speech;
    // Result of the last copy, if any.
    let copied = use_state(|| None::<bool>);
    let by_hand = use_node_ref();
    {
        let copied = copied.clone();
        // The result does not apply to another list.
        use_effect_with(lines.clone(), move |_| {
            if copied.is_some() {
                copied.set(None);
            }
        });
    }
    let text = lines
        .iter()
        .fold(speech.get("agreement.title"), |text, line| {
            [&text, "\n– ", line].concat()
        });
    let on_copy = {
        let (host, copied, text) = (host.clone(), copied.clone(), text.clone());
        Callback::from(move |()| {
            let copied = copied.clone();
            host.copy(
                text.clone(),
                Callback::from(move |done| copied.set(Some(done))),
            );
        })
    };
    {
        let by_hand = by_hand.clone();
        use_effect_with(*copied, move |copied| {
            if let (Some(false), Some(text)) =
                (copied, by_hand.cast::<web_sys::HtmlTextAreaElement>())
            {
                let _ = text.focus();
                text.select();
            }
        });
    }
    let said = copied.map(|copied| {
        speech.get(if copied {
            "reply.copied"
        } else {
            "reply.by-hand"
        })
    });
    let selected = (*copied == Some(false)).then(|| {
        el("textarea", "shown-text")
            .node_ref(&by_hand)
            .attr("readonly", "readonly")
            .attr("rows", "8")
            .attr("aria-label", speech.get("agreement.title"))
            .value(text.into())
    });
    el("section", "written")
        .child(el("h3", "").message(speech, "agreement.title"))
        .child(el("ul", "").children(lines.iter().map(|line| el("li", "").text(line.clone()))))
        .child(button("quiet", speech, "reply.copy", &on_copy))
        .maybe_child(selected)
        .child(status(said))
        .into()
}
