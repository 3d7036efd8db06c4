//! Offers as cards: what changes, how sure it then is, and a tap that tries one on.

use super::AnswerProps;
use super::notes::list;
use crate::engine::{Brief, Budget, Offer, Show, Verdict, rounding};
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, button, el};

/// The offers; the one that is tried on stays in sight until it is taken off.
pub fn offers(props: &AnswerProps) -> Option<Element> {
    let appraisal = &props.appraisal;
    let tried = props.tried.as_ref();
    if tried.is_none() && appraisal.offers.is_empty() {
        return None;
    }
    let near =
        appraisal.offers.iter().any(|offer| offer.within) || appraisal.verdict == Verdict::Ask;
    let title = if near || tried.is_some() {
        "offers.title"
    } else {
        "offers.far"
    };
    let tried = tried.map(|tried| card(props, &tried.offer, &tried.asked, true));
    let offers = appraisal.offers.iter();
    let offers = offers.map(|offer| card(props, offer, &props.brief, false).key(offer.id.name()));
    list(
        "offers",
        &props.speech,
        title,
        tried.into_iter().chain(offers).collect(),
    )
}

/// An offer, with the way to try it on, or to take it `off` again.
fn card(props: &AnswerProps, offer: &Offer, asked: &Brief, off: bool) -> Element {
    let AnswerProps { terms, speech, .. } = props;
    let button = if off {
        Some(button("try on", speech, "offers.off", &props.on_take_off))
    } else if speech.show() == Show::Ratios && offer.brief.budget != asked.budget {
        // To try it on is to be told the price.
        None
    } else {
        let offer = tried_on(speech, offer, asked);
        let on_click = props.on_try.reform(move |()| offer.clone());
        Some(button("try", speech, "offers.try", &on_click))
    };
    let id = offer.id.name();
    let changes = speak::changes(speech, terms, asked, offer).into_iter();
    let odds = offer.odds.both.map(|odds| speak::odds(speech, odds));
    let what = el("div", "")
        .child(el("h4", "").text(speech.of("offer.{}", id)))
        .child(el("ul", "changes").children(changes.map(|change| el("li", "").text(change))))
        .maybe_child(odds.map(|odds| el("p", "offer-odds").text(odds)));
    el("li", if off { "offer on" } else { "offer" })
        .attr("part", "offer")
        .child(what)
        .maybe_child(button)
}

/// The offer as it is tried on: where only ranges are said, at the upper end of its range.
fn tried_on(speech: &Speech, offer: &Offer, asked: &Brief) -> Offer {
    let mut offer = offer.clone();
    if speech.show() == Show::Ranges && offer.brief.budget != asked.budget {
        let upper = |amount: f64| rounding::enclosing_range(amount).1;
        offer.brief.budget = offer.brief.budget.map(|budget| match budget {
            Budget::Fixed(amount) => Budget::Fixed(upper(amount)),
            Budget::Monthly(fee) => Budget::Monthly(upper(fee)),
            Budget::Hourly { cap } => Budget::Hourly {
                cap: cap.map(upper),
            },
        });
    }
    offer
}
