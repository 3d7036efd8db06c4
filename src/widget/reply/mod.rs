//! The reply: a letter to change and send, behind a button so that it is not in the answer's way.

mod post;
mod ways;

use super::answer::AnswerProps;
use super::element::{button, component, el, focus};
use super::parts::{Choice, choice, options};
use super::setup::Audience;
use crate::config::Edited;
use crate::draft::{DeadlineKind, by_id};
use crate::engine::{Brief, Deadline};
use crate::i18n::key;
use crate::letter::{self, Letter, Request, Sender, Tone};
use crate::share;
use post::{Post, PostProps};
use ways::{Ways, WaysProps};
use yew::prelude::*;

/// The reply.
#[component]
pub fn Reply(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        brief,
        appraisal,
        letter: edited,
        on_letter,
        ..
    } = props;
    let open = use_state(|| false);
    let tone = use_state(Tone::default);
    let odds = use_state(|| false);
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
    if brief.wishes.is_empty() && edited.is_none() {
        return Html::default();
    }
    let (sender, who) = match props.audience {
        Audience::Shop => (Sender::Shop, "shop"),
        Audience::Visitor => (Sender::Client, "visitor"),
    };
    let shop = [("shop", terms.shop.name.as_str())];
    if !*open {
        let open = open.clone();
        let start = el("button", "main")
            .attr("type", "button")
            .on_click(&Callback::from(move |()| open.set(true)))
            .text(speech.with(&key("reply.start.{}", who), &shop));
        return el("section", "reply").child(start).into();
    }

    let proposed = match sender {
        Sender::Shop => letter::proposal(appraisal).map_or(&**brief, |offer| &offer.brief),
        Sender::Client => brief,
    };
    let link = address(props, proposed);
    let letter = letter::write(&Request {
        words: speech,
        terms,
        brief,
        appraisal,
        sender,
        tone: *tone,
        odds: *odds,
        date: date(props, brief),
        link: link.as_deref(),
    });
    let text = edited
        .as_ref()
        .map_or_else(|| letter.text.clone(), |edited| edited.text.clone());
    let has_changed = edited
        .as_ref()
        .is_some_and(|edited| edited.of != letter.text);

    let tones = choice(Choice {
        id: "reply-tone".to_owned(),
        legend: speech.say("reply.tone"),
        quiet: true,
        options: options(speech, "tone.{}", &Tone::ALL.map(Tone::id)),
        chosen: tone.id().into(),
        on_select: Callback::from(move |id: AttrValue| {
            let chosen = by_id(&Tone::ALL, Tone::id, &id);
            tone.set(chosen.unwrap_or_default());
        }),
        ..Choice::default()
    });
    let with_odds = choice(Choice {
        id: "reply-odds".to_owned(),
        legend: speech.say("reply.odds"),
        quiet: true,
        options: options(speech, "reply.odds.{}", &["yes", "no"]),
        chosen: if *odds { "yes" } else { "no" }.into(),
        on_select: Callback::from(move |chosen: AttrValue| odds.set(chosen == "yes")),
        ..Choice::default()
    });
    let on_input = {
        let letter = letter.text.clone();
        let of = edited
            .as_ref()
            .map_or_else(|| letter.clone(), |edited| edited.of.clone());
        on_letter.reform(move |text: String| {
            // What is as it was written is not changed, and goes along with the answer again.
            let of = of.clone();
            (text != letter).then_some(Edited { text, of })
        })
    };
    let changed = has_changed.then(|| {
        let anew = on_letter.reform(|()| None);
        let kept = Edited {
            text: text.clone(),
            of: letter.text.clone(),
        };
        let keep = on_letter.reform(move |()| Some(kept.clone()));
        el("div", "note")
            .child(el("p", "").message(speech, "reply.changed"))
            .child(button("quiet", speech, "reply.anew", &anew))
            .child(button("quiet", speech, "nav.keep-mine", &keep))
    });
    let sheet = el("textarea", "paper")
        .node_ref(&paper)
        .attr("aria-label", speech.say("reply.text"))
        .attr("rows", rows(&text))
        .attr("spellcheck", "true")
        // With all else it must fit into what is kept.
        .attr("maxlength", "20000")
        .value(text.clone().into())
        .on_input(&on_input);
    let letter = Letter { text, ..letter };
    let is_client = sender == Sender::Client;
    let post = terms.shop.inbox.clone().filter(|_| is_client).map(|inbox| {
        component::<Post>(PostProps {
            answer: props.clone(),
            letter: letter.clone(),
            inbox,
        })
    });
    let ways = component::<Ways>(WaysProps {
        answer: props.clone(),
        letter,
        paper,
        to: terms.shop.email.clone().filter(|_| is_client),
        link: address(props, brief),
    });
    let title = el("h3", "")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text(speech.with(&key("reply.title.{}", who), &shop));
    el("section", "reply")
        .child(title)
        .child(el("p", "hint").message(speech, "reply.hint"))
        .child(el("div", "reply-choices").child(tones).child(with_odds))
        // There before it says anything, so that it is heard.
        .child(el("div", "").attr("role", "status").maybe_child(changed))
        .child(sheet)
        .node(post.unwrap_or_default())
        .node(ways)
        .into()
}

/// The date that was asked for, where one was and this brief still asks for it.
fn date<'a>(props: &'a AnswerProps, brief: &Brief) -> Option<&'a str> {
    let asked = &props.draft.deadline;
    let is_asked = asked.kind == Some(DeadlineKind::Date)
        && matches!(brief.deadline, Some(Deadline::Weeks(_)))
        && brief.deadline == props.brief.deadline;
    is_asked.then_some(asked.date.as_str())
}

/// The address that opens a brief. None where it would be too long.
fn address(props: &AnswerProps, brief: &Brief) -> Option<String> {
    let link = share::link(brief, date(props, brief), &props.terms)?;
    Some(props.page.address.emit(link))
}

/// How many lines show a letter whole, in a column as wide as ours.
fn rows(text: &str) -> String {
    /// How many characters a line has room for, nearly.
    const COLUMN: usize = 48;
    let lines: usize = text
        .lines()
        .map(|line| 1 + line.chars().count() / COLUMN)
        .sum();
    lines.clamp(8, 60).to_string()
}
