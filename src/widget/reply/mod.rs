//! The reply: a letter to edit and send, behind a button. Everything but the button is loaded last.

mod post;
pub mod props;
mod sheet;
mod signature;
mod start;
mod ways;

pub use start::start;

use super::answer::{affordable, answers, offers};
use super::case::Case;
use super::element::{Element, arrive, component, el, group};
use super::link;
use super::parts::{Choice, choice, options, tick};
use super::setup::Audience;
use super::state::{Change, Merge};
use crate::config::{EditedLetter, TypedSignature};
use crate::engine::{Offer, OfferKind};
use crate::i18n::speak;
use crate::letter::{self, Author, Letter, MissingContact, Request, Signature, Tone};
use post::{Post, PostProps};
use props::ReplyProps;
use signature::{Places, signature};
use std::iter;
use std::rc::Rc;
use ways::{Ways, WaysProps};
use yew::prelude::*;

/// Letter with the ways to send it.
#[component]
pub fn Reply(props: &ReplyProps) -> Html {
    let ReplyProps {
        case,
        editing,
        edited,
        on_letter,
        host,
        ..
    } = props;
    let Case { terms, speech, .. } = case;
    let tone = use_state(Tone::default);
    let heading = use_node_ref();
    let paper = use_node_ref();
    let end = use_node_ref();
    let is_new = use_mut_ref(|| true);
    {
        let (heading, end) = (heading.clone(), end.clone());
        use_effect_with(props.asked, move |asked| {
            let is_new = is_new.replace(false);
            if is_new && *asked > 0 {
                arrive(&heading, "section");
            } else if let Some(end) = end.cast::<web_sys::Element>() {
                end.scroll_into_view();
            }
        });
    }
    let is_client = case.audience == Audience::Visitor;
    let written = written(props, &props.signed, *tone);
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
    let on_sign = signing(props, *tone);
    let inbox = terms.shop.inbox.clone().filter(|_| is_client);
    let is_posted = inbox.is_some();
    let post = inbox.map(|inbox| {
        component::<Post>(PostProps {
            case: case.clone(),
            draft: Rc::clone(&editing.draft),
            letter: letter.clone(),
            signed: Rc::clone(&props.signed),
            on_sign: on_sign.clone(),
            inbox,
            host: host.clone(),
        })
    });
    let signature = (is_client && !is_posted).then(|| {
        let fields = (MissingContact::default(), &Places::default());
        el("div", "post")
            .child(el("p", "hint").message(speech, "sender.optional"))
            .child(signature(speech, &props.signed, &on_sign, fields))
    });
    let ways = component::<Ways>(WaysProps {
        case: case.clone(),
        draft: Rc::clone(&editing.draft),
        letter,
        signed: Rc::clone(&props.signed),
        paper,
        is_posted,
        to: terms.shop.email.clone().filter(|_| is_client),
        link: link::address(case, &**host, &case.brief),
        host: host.clone(),
    });
    let title = el("h3", "")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text(start::words(case, "reply.title.{}"));
    let choices = if is_client {
        accepts(props, &on_sign)
    } else {
        Some(tones(case, &tone))
    };
    let told = answers::answers(case, editing)
        .filter(|_| is_client)
        .map(|told| {
            el("details", "more")
                .child(el("summary", "").message(speech, "told.title"))
                .child(told)
        });
    group()
        .child(title)
        .child(el("p", "hint").message(speech, "reply.hint"))
        .maybe_child(choices)
        // A live region must exist before its text to be announced.
        .child(el("div", "").attr("role", "status").maybe_child(outdated))
        .child(sheet)
        .maybe_child(told)
        .child(
            el("div", "")
                .node_ref(&end)
                .maybe_child(signature)
                .node(post.unwrap_or_default())
                .node(ways),
        )
        .content()
}

/// Returns the generated letter: from the shop to the client, or from the client to the shop.
fn written(props: &ReplyProps, signed: &TypedSignature, tone: Tone) -> Letter {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        audience,
        ..
    } = &props.case;
    let (writer, proposed) = match audience {
        Audience::Shop => {
            let proposal = letter::proposal(terms, appraisal);
            (Author::Shop, proposal.map(|offer| offer.brief))
        }
        Audience::Visitor => (Author::Client, None),
    };
    let accepts: Vec<String> = accepted(props, signed).map(str::to_owned).collect();
    let proposed = proposed.as_ref().unwrap_or(brief);
    let link = link::address(&props.case, &*props.host, proposed);
    let date = match audience {
        Audience::Shop => link::spoken_date(&props.case, brief),
        Audience::Visitor => link::answered_date(&props.case, &props.editing.draft, brief),
    };
    letter::write(&Request {
        words: speech,
        terms,
        brief,
        appraisal,
        writer,
        signature: Signature {
            name: &signed.name,
            reach: &signed.reach,
            accepts: &accepts,
        },
        tone,
        date: date.as_deref(),
        open: &props.open_questions,
        link: link.as_deref(),
        hello: None,
    })
}

/// Iterates over the ids of the offers that the visitor could accept, with the one that is tried
/// on.
fn accepted<'a>(
    props: &'a ReplyProps,
    signed: &'a TypedSignature,
) -> impl Iterator<Item = &'a str> {
    let tried = props.trial.tried.as_ref();
    let tried = tried.map(|tried| tried.offer.kind.name());
    signed.accepts.iter().map(String::as_str).chain(tried)
}

/// Callback that signs the letter, even an edited one.
fn signing(props: &ReplyProps, tone: Tone) -> Callback<Change<TypedSignature>> {
    let letter = props.clone();
    let merge: Merge = Rc::new(move |edited, before, after| {
        let [before, after] = [before, after].map(|signed| written(&letter, signed, tone).text);
        let merged = |text: &str| letter::merged(text, &before, &after);
        let text = merged(&edited.text)?;
        let of = merged(&edited.of).unwrap_or_else(|| edited.of.clone());
        Some(EditedLetter { text, of })
    });
    props
        .on_sign
        .reform(move |change| (change, Rc::clone(&merge)))
}

/// Ways to a yes, each with a checkbox for the client's acceptance. `None` if there are none.
fn accepts(props: &ReplyProps, on_sign: &Callback<Change<TypedSignature>>) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = &props.case;
    let tried = props.trial.tried.as_ref();
    // Affordable services have prices of their own, and are listed once they are tried on.
    let buys = affordable::affordable_offers(brief, terms, appraisal);
    let is_listed = |offer: &&Offer| {
        let is_tried = || tried.is_some_and(|tried| tried.offer == **offer);
        offer.kind != OfferKind::Start || buys.is_empty() || is_tried()
    };
    let ways = appraisal.offers.iter().filter(is_listed).map(|offer| {
        let id = offer.kind.name();
        let is_accepted = accepted(props, &props.signed).any(|known| known == id);
        let on_sign = on_sign.reform(move |()| {
            Change::new(move |signed: &mut TypedSignature| {
                if is_accepted {
                    signed.accepts.retain(|known| known != id);
                } else {
                    signed.accepts.push(id.to_owned());
                }
            })
        });
        let off = tried.filter(|tried| tried.offer.kind == offer.kind);
        let off = off.map(|_| props.trial.on_take_off.clone());
        let on_change = Callback::from(move |()| {
            on_sign.emit(());
            if let Some(off) = &off {
                off.emit(());
            }
        });
        // In one line, as in the answer.
        let offer = offer.clone().at_published_rate(terms);
        let (line, result) = speak::offered(speech, terms, brief, &offer);
        let name = Some(line).filter(|line| !line.is_empty());
        let name = name.unwrap_or_else(|| offers::named(speech, brief, &offer));
        let words = iter::once(name).chain(result).collect::<Vec<_>>();
        tick("accept", is_accepted, words.join(" · "), &on_change).key(id)
    });
    let ways: Vec<Element> = ways.collect();
    (!ways.is_empty()).then(|| {
        el("fieldset", "accepts")
            .child(el("legend", "").message(speech, "letter.client.accepts"))
            .children(ways)
    })
}

/// Choice of the tone.
fn tones(case: &Case, tone: &UseStateHandle<Tone>) -> Element {
    let speech = &case.speech;
    let tones = choice(Choice {
        id: "reply-tone".to_owned(),
        legend: speech.get("reply.tone"),
        quiet: true,
        options: options(speech, "tone.{}", &Tone::NAMES),
        chosen: tone.name().into(),
        on_select: {
            let tone = tone.clone();
            Callback::from(move |id: AttrValue| tone.set(Tone::from_name(&id).unwrap_or_default()))
        },
        ..Choice::default()
    });
    el("div", "reply-choices").child(tones)
}
