//! Button that asks for the letter, and the letter in its place.

use super::props::ReplyProps;
use crate::i18n::key;
use crate::widget::case::Case;
use crate::widget::deferred::LaterState;
use crate::widget::element::{Element, el};
use crate::widget::placeholder::waiting;
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Button, or the letter once the visitor has asked for it. Empty until there is a subject.
pub fn start(reply: &ReplyProps, rest: LaterState) -> Html {
    let case = &reply.case;
    if case.brief.wishes.is_empty() && reply.edited.is_none() {
        return Html::default();
    }
    let place = el("section", "reply");
    if !reply.open {
        let start = el("button", "main")
            .attr("type", "button")
            .on_click(&reply.on_open)
            .text(words(case, "reply.start.{}"));
        return place.child(start).maybe_child(booking(case, "")).into();
    }
    match rest.loaded() {
        Some(later) => place.node((later.reply)(reply.clone())),
        None => place.child(waiting(rest, &case.speech, &reply.host)),
    }
    .into()
}

/// Returns the link to the page where a visitor can book a talk, with a query. None where the shop has none.
pub(super) fn booking(case: &Case, query: &str) -> Option<Element> {
    let page = case.terms.shop.booking.as_deref();
    let page = page.filter(|_| case.audience == Audience::Visitor)?;
    let joined = match (query, page.contains('?')) {
        ("", _) => "",
        (_, true) => "&",
        (_, false) => "?",
    };
    let link = el("a", "quiet")
        .attr("href", [page, joined, query].concat())
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .message(&case.speech, "reply.booking");
    Some(link)
}

/// Returns the message of a key such as `reply.start.{}` for the audience.
pub(super) fn words(case: &Case, pattern: &str) -> String {
    let who = match case.audience {
        Audience::Shop => "shop",
        Audience::Visitor => "visitor",
    };
    let shop = [("shop", case.terms.shop.name.as_str())];
    case.speech.with(&key(pattern, who), &shop)
}
