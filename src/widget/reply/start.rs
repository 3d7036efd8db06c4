//! Button that asks for the letter, and the letter in its place.

use super::props::ReplyProps;
use crate::i18n::key;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Button, or the letter once it is open. Empty until there is a subject.
pub fn start(reply: &ReplyProps, letter: fn(ReplyProps) -> Html) -> Html {
    let case = &reply.case;
    if case.brief.wishes.is_empty() && reply.edited.is_none() {
        return Html::default();
    }
    let place = el("section", "reply").attr("part", "reply");
    if !reply.open {
        let start = el("button", "main")
            .attr("type", "button")
            .on_click(&reply.on_open)
            .text(words(case, "reply.start.{}"));
        let booking = booking_page(case).map(|page| booking(case, page.to_owned()));
        return place.child(start).maybe_child(booking).into();
    }
    place.node(letter(reply.clone())).into()
}

/// Link to an address of the shop's booking page.
pub(super) fn booking(case: &Case, address: String) -> Element {
    el("a", "quiet")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .message(&case.speech, "reply.booking")
}

/// Returns the address of the shop's booking page, if the shop has one and a visitor reads the answer.
pub(super) fn booking_page(case: &Case) -> Option<&str> {
    let page = case.terms.shop.booking.as_deref();
    page.filter(|_| case.audience == Audience::Visitor)
}

/// Returns the message of a key such as `reply.start.{}` for the audience.
pub(super) fn words(case: &Case, pattern: &str) -> String {
    let who = match case.audience {
        Audience::Shop => "shop",
        Audience::Visitor => "visitor",
    };
    let shop = [("shop", case.terms.shop.name.as_str())];
    case.speech.format(&key(pattern, who), &shop)
}
