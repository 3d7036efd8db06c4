//! The reply to an enquiry: in the client's language, with their name, and to their address.

use super::row::elsewhere;
use super::sender::is_name;
use crate::desk::browser;
use crate::desk::cards::{Card, EnquiryProps, editing};
use crate::desk::client::use_client_words;
use crate::engine::{Deadline, Topic};
use crate::i18n::{Speech, Words};
use crate::letter::{self, Author, Letter, Request, Signature, Tone, mailto};
use crate::share;
use crate::widget::element::{button, el};
use yew::prelude::*;

/// The reply to an enquiry.
#[component]
pub fn Reply(props: &EnquiryProps) -> Html {
    let EnquiryProps {
        speech,
        card,
        on_action,
        ..
    } = props;
    let editing = |change| editing(on_action, props.appraised.index, change);
    let client = use_client_words(speech, &card.lang, &editing(|card, lang| card.lang = lang));
    let tone = use_state(Tone::default);
    let status = use_state(|| None::<&'static str>);
    let written = written(props, &client.words, *tone);
    let text = match card.reply.as_str() {
        "" => written.text.clone(),
        own => own.to_owned(),
    };
    {
        let status = status.setter();
        use_effect_with(text.clone(), move |_| status.set(None));
    }
    let tones = Tone::ALL.map(|one| {
        el("option", "")
            .attr("value", one.name())
            .text(speech.get_for("tone.{}", one.name()))
            .selected(one == *tone)
    });
    let on_tone = {
        let tone = tone.setter();
        Callback::from(move |name: String| tone.set(Tone::from_name(&name).unwrap_or_default()))
    };
    let tone = el("div", "field")
        .child(
            el("label", "")
                .attr("for", "reply-tone")
                .message(speech, "reply.tone"),
        )
        .child(
            el("select", "")
                .attr("id", "reply-tone")
                .on_select(&on_tone)
                .children(tones),
        );
    let paper = el("textarea", "letter")
        .attr("id", "reply-text")
        .attr("rows", "14")
        .attr("lang", client.words.lang().to_owned())
        .attr("aria-label", speech.get("reply.text"))
        .value(text.clone().into())
        .on_input(&editing(|card, text| card.reply = text));
    let anew = (!card.reply.is_empty()).then(|| {
        let on_anew = editing(|card, _| card.reply.clear()).reform(|()| String::new());
        button("quiet", speech, "reply.anew", &on_anew)
    });
    let copying = |said: &'static str| {
        let (text, status) = (text.clone(), status.setter());
        Callback::from(move |()| {
            let status = status.clone();
            browser::copy(
                text.clone(),
                Callback::from(move |done| {
                    status.set(Some(if done { said } else { "code.by-hand" }))
                }),
            );
        })
    };
    let letter = Letter {
        subject: written.subject,
        text: text.clone(),
    };
    let to = address(card);
    let mail = match mailto(to.as_deref(), &letter) {
        Some(address) => el("a", "button strong")
            .attr("href", address)
            .message(speech, "reply.mail"),
        None => button("strong", speech, "reply.mail", &copying("reply.long")),
    };
    let head = match &to {
        Some(to) => speech.format("reply.to", &[("address", to), ("subject", &letter.subject)]),
        None => speech.format("reply.to.nobody", &[("subject", &letter.subject)]),
    };
    el("div", "about")
        .child(
            el("div", "pair")
                .child(client.choice(speech, "reply-language"))
                .child(tone),
        )
        .child(el("p", "hint").attr("id", "reply-to").text(head))
        .child(paper)
        .child(
            el("p", "row")
                .child(mail)
                .child(button("", speech, "reply.copy", &copying("reply.copied")))
                .maybe_child(anew),
        )
        .child(
            el("p", "said")
                .attr("role", "status")
                .text(status.map(|key| speech.get(key)).unwrap_or_default()),
        )
        .into()
}

/// The e-mail address in the contact of a client.
fn address(card: &Card) -> Option<String> {
    letter::sender("-", &card.reach).ok()?.email
}

/// The letter as it is written for the shop.
fn written(props: &EnquiryProps, words: &Speech, tone: Tone) -> Letter {
    let EnquiryProps {
        config,
        today,
        appraised,
        card,
        ..
    } = props;
    let (brief, appraisal) = (&appraised.brief, &appraised.appraisal);
    let terms = &config.terms;
    let offer = letter::proposal(terms, appraisal);
    let proposed = offer.as_ref().map_or(&**brief, |offer| &offer.brief);
    let has_date = matches!(brief.deadline, Some(Deadline::Weeks { .. }));
    let wanted = appraised.wanted.filter(|day| has_date && day >= today);
    let date = wanted.map(|day| browser::long_date(words.lang(), day));
    let by = card.by.as_deref();
    let by = by.filter(|_| wanted.is_some() && proposed.deadline == brief.deadline);
    let link = terms.shop.page.as_ref().and_then(|page| {
        let link = share::client_link(proposed, by, terms)?;
        Some(share::address(page, share::KEY, &link))
    });
    let hello = hello(props, words, tone);
    // An amount in another currency is asked for in the shop's own, not anew.
    let open: Vec<_> = elsewhere(words, card, config, "reply.elsewhere")
        .map(|question| (Topic::Budget, question))
        .into_iter()
        .collect();
    let letter = letter::write(&Request {
        words,
        terms,
        brief,
        appraisal,
        writer: Author::Shop,
        signature: Signature::default(),
        tone,
        date: date.as_deref(),
        open: &open,
        link: link.as_deref(),
        hello: hello.as_deref(),
    });
    Letter {
        subject: subject(card).unwrap_or(letter.subject),
        text: letter.text,
    }
}

/// The greeting with the client's name. `None` if that is not known.
fn hello(props: &EnquiryProps, words: &Words, tone: Tone) -> Option<String> {
    let name = props.card.name.trim();
    let key = match tone {
        _ if props.appraised.brief.so_far.is_some() => "reply.hello.sofar",
        Tone::Warm => "reply.hello.warm",
        Tone::Plain | Tone::Brief => "reply.hello",
    };
    let is_known = is_name(name) && name != props.card.subject;
    is_known.then(|| words.format(key, &[("name", name)]))
}

/// The subject of an answer to the client's mail.
fn subject(card: &Card) -> Option<String> {
    let subject = card.subject.trim();
    let is_answer = |prefix: &str| subject.to_lowercase().starts_with(prefix);
    match subject {
        "" => None,
        _ if ["re:", "sv:", "aw:", "bls:"].into_iter().any(is_answer) => Some(subject.to_owned()),
        _ => Some(["Re: ", subject].concat()),
    }
}
