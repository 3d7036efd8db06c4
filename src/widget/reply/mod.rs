//! The reply: a letter to change and send, behind a button so that it is not in the answer's way.

mod link;
mod post;
mod sheet;
mod ways;

pub use link::date;

use super::case::Case;
use super::element::{Element, component, el, focus};
use super::host::Host;
use super::parts::{Choice, choice, options};
use super::setup::Audience;
use crate::config::Edited;
use crate::draft::Draft;
use crate::i18n::key;
use crate::letter::{self, Letter, Request, Sender, Tone};
use crate::shared::Shared;
use post::{Post, PostProps};
use std::rc::Rc;
use ways::{Ways, WaysProps};
use yew::prelude::*;

/// Reply to one brief, or about it.
#[derive(Properties, Clone, PartialEq)]
pub struct ReplyProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub draft: Rc<Draft>,
    /// Letter, if the visitor changed it.
    pub edited: Option<Shared<Edited>>,
    /// Called with the letter as it was changed, or with none to have it written anew.
    pub on_letter: Callback<Option<Edited>>,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

/// Choices about how a letter is written.
#[derive(Clone, Copy, Default, PartialEq)]
struct Manner {
    tone: Tone,
    /// `true` to say how sure the answer is.
    odds: bool,
}

/// Letter with the ways it leaves, once the visitor asks for it.
#[component]
pub fn Reply(props: &ReplyProps) -> Html {
    let ReplyProps {
        case,
        draft,
        edited,
        on_letter,
        host,
    } = props;
    let Case { terms, speech, .. } = case;
    let open = use_state(|| false);
    let manner = use_state(Manner::default);
    let heading = use_node_ref();
    let paper = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with(*open, move |open| {
            if *open {
                focus(&heading);
            }
        });
    }
    if case.brief.wishes.is_empty() && edited.is_none() {
        return Html::default();
    }
    let shop = [("shop", terms.shop.name.as_str())];
    let who = match case.audience {
        Audience::Shop => "shop",
        Audience::Visitor => "visitor",
    };
    if !*open {
        let start = el("button", "main")
            .attr("type", "button")
            .on_click(&Callback::from(move |()| open.set(true)))
            .text(speech.with(&key("reply.start.{}", who), &shop));
        return el("section", "reply").child(start).into();
    }

    let written = written(props, *manner);
    let text = edited
        .as_ref()
        .map_or_else(|| written.text.clone(), |edited| edited.text.clone());
    let sheet = sheet::sheet(speech, &text, &paper, &{
        let (written, edited) = (written.text.clone(), edited.clone());
        on_letter.reform(move |text| sheet::edited(text, &written, edited.as_deref()))
    });
    let outdated = edited
        .as_ref()
        .filter(|edited| edited.of != written.text)
        .map(|edited| sheet::outdated(speech, edited, &written.text, on_letter));
    let letter = Letter { text, ..written };
    let is_client = case.audience == Audience::Visitor;
    let post = terms.shop.inbox.clone().filter(|_| is_client).map(|inbox| {
        component::<Post>(PostProps {
            case: case.clone(),
            draft: Rc::clone(draft),
            letter: letter.clone(),
            inbox,
            host: host.clone(),
        })
    });
    let ways = component::<Ways>(WaysProps {
        case: case.clone(),
        draft: Rc::clone(draft),
        letter,
        paper,
        to: terms.shop.email.clone().filter(|_| is_client),
        link: link::address(case, draft, &**host, &case.brief),
        host: host.clone(),
    });
    let title = el("h3", "")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text(speech.with(&key("reply.title.{}", who), &shop));
    el("section", "reply")
        .child(title)
        .child(el("p", "hint").message(speech, "reply.hint"))
        .child(choices(case, &manner))
        // A live region must be there before it says anything.
        .child(el("div", "").attr("role", "status").maybe_child(outdated))
        .child(sheet)
        .node(post.unwrap_or_default())
        .node(ways)
        .into()
}

/// Returns the letter as it is written from the appraisal: by the shop for the client, or by the client
/// for the shop.
fn written(props: &ReplyProps, manner: Manner) -> Letter {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        audience,
    } = &props.case;
    let (sender, proposed) = match audience {
        Audience::Shop => {
            let proposal = letter::proposal(appraisal);
            (
                Sender::Shop,
                proposal.map_or(&**brief, |offer| &offer.brief),
            )
        }
        Audience::Visitor => (Sender::Client, &**brief),
    };
    let link = link::address(&props.case, &props.draft, &*props.host, proposed);
    letter::write(&Request {
        words: speech,
        terms,
        brief,
        appraisal,
        sender,
        tone: manner.tone,
        odds: manner.odds,
        date: link::date(&props.case, &props.draft, brief),
        link: link.as_deref(),
    })
}

/// Choices of the tone and of the odds.
fn choices(case: &Case, manner: &UseStateHandle<Manner>) -> Element {
    let speech = &case.speech;
    let Manner { tone, odds } = **manner;
    let tones = choice(Choice {
        id: "reply-tone".to_owned(),
        legend: speech.say("reply.tone"),
        quiet: true,
        options: options(speech, "tone.{}", &Tone::NAMES),
        chosen: tone.name().into(),
        on_select: {
            let manner = manner.clone();
            Callback::from(move |id: AttrValue| {
                let tone = Tone::from_name(&id).unwrap_or_default();
                manner.set(Manner { tone, ..*manner });
            })
        },
        ..Choice::default()
    });
    let with_odds = choice(Choice {
        id: "reply-odds".to_owned(),
        legend: speech.say("reply.odds"),
        quiet: true,
        options: options(speech, "reply.odds.{}", &["yes", "no"]),
        chosen: if odds { "yes" } else { "no" }.into(),
        on_select: {
            let manner = manner.clone();
            Callback::from(move |chosen: AttrValue| {
                let odds = chosen == "yes";
                manner.set(Manner { odds, ..*manner });
            })
        },
        ..Choice::default()
    });
    el("div", "reply-choices").child(tones).child(with_odds)
}
