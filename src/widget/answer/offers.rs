//! Offers as cards: their changes, their odds, and a button that tries one on.

use super::notes::list;
use crate::engine::{Brief, Budget, Offer, Show, Verdict, rounding};
use crate::i18n::{Speech, speak};
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el};
use crate::widget::state::Tried;
use yew::Callback;

/// Offer that is tried on, with the ways to try one on and to take it off.
#[derive(Clone, PartialEq)]
pub struct Trial {
    /// Offer that is tried on, if any.
    pub tried: Option<Shared<Tried>>,
    /// Called with the offer to try on.
    pub on_try: Callback<Offer>,
    /// Called to take it off.
    pub on_take_off: Callback<()>,
}

/// Offers; the one that is tried on stays in sight until it is taken off.
pub fn offers(case: &Case, trial: &Trial) -> Option<Element> {
    let appraisal = &case.appraisal;
    let tried = trial.tried.as_ref();
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
    let tried = tried.map(|tried| {
        let button = button("try on", &case.speech, "offers.off", &trial.on_take_off);
        card(case, "offer on", &tried.offer, &tried.asked, Some(button))
    });
    let offers = appraisal.offers.iter().map(|offer| {
        let button = try_on(case, offer, &trial.on_try);
        card(case, "offer", offer, &case.brief, button).key(offer.id.name())
    });
    list(
        "offers",
        &case.speech,
        title,
        tried.into_iter().chain(offers).collect(),
    )
}

/// Button that tries an offer on, unless that would reveal a price which the shop does not show.
fn try_on(case: &Case, offer: &Offer, on_try: &Callback<Offer>) -> Option<Element> {
    let speech = &case.speech;
    let is_priced = offer.brief.budget != case.brief.budget;
    if speech.show() == Show::Ratios && is_priced {
        return None;
    }
    let offer = tried_on(speech, offer, &case.brief);
    let on_click = on_try.reform(move |()| offer.clone());
    Some(button("try", speech, "offers.try", &on_click))
}

/// Card of an offer: its changes to the brief that was `asked`, its odds, and a button.
fn card(
    case: &Case,
    class: &'static str,
    offer: &Offer,
    asked: &Brief,
    button: Option<Element>,
) -> Element {
    let Case { terms, speech, .. } = case;
    let id = offer.id.name();
    let changes = speak::changes(speech, terms, asked, offer).into_iter();
    let odds = offer.odds.both.map(|odds| speak::odds(speech, odds));
    let what = el("div", "")
        .child(el("h4", "").text(speech.of("offer.{}", id)))
        .child(el("ul", "changes").children(changes.map(|change| el("li", "").text(change))))
        .maybe_child(odds.map(|odds| el("p", "offer-odds").text(odds)));
    el("li", class)
        .attr("part", "offer")
        .child(what)
        .maybe_child(button)
}

/// Returns the offer as it is tried on: at the upper end of its range where only ranges are shown.
fn tried_on(speech: &Speech, offer: &Offer, asked: &Brief) -> Offer {
    let mut offer = offer.clone();
    if speech.show() == Show::Ranges && offer.brief.budget != asked.budget {
        let upper = |amount: f64| rounding::enclosing_range(amount).1;
        offer.brief.budget = offer.brief.budget.map(|budget| match budget {
            Budget::Hourly { rate, cap } => Budget::Hourly {
                rate: rate.map(upper),
                cap: cap.map(upper),
            },
            budget => budget
                .amount()
                .map_or(budget, |amount| budget.with_amount(upper(amount))),
        });
    }
    offer
}
