//! Ways to a yes: offers in one line each, with what they come to and a button that tries them on.

use crate::engine::{Appraisal, Brief, Budget, Change, Offer, OfferId, Show, rounding};
use crate::i18n::{Speech, speak};
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el};
use crate::widget::state::Tried;
use yew::Callback;

/// Greatest number of ways that are open: the others are behind one line.
const MOST: usize = 3;

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

/// Ways to a yes. While one is tried on, the others stay, and can be tried on instead.
pub fn offers(case: &Case, trial: &Trial) -> Option<Element> {
    let (asked, appraisal): (&Brief, &Appraisal) = match &trial.tried {
        Some(tried) => (&tried.asked, &tried.appraisal),
        None => (&case.brief, &case.appraisal),
    };
    let offers = &appraisal.offers;
    if offers.is_empty() {
        return None;
    }
    let speech = &case.speech;
    let ways = Ways {
        case,
        trial,
        asked,
        shared: shared(offers),
    };
    let (near, far): (Vec<&Offer>, Vec<&Offer>) = offers.iter().partition(|offer| offer.within);
    let common: Vec<String> = ways
        .shared
        .iter()
        .map(|change| speak::change(speech, &case.terms, asked, change))
        .collect();
    let common = (!common.is_empty()).then(|| {
        let changes = common.join(" · ");
        el("p", "hint").text(speech.with("offers.shared", &[("changes", &changes)]))
    });
    let groups = [("offers.title", near), ("offers.far", far)];
    let groups = groups.into_iter().filter(|(_, offers)| !offers.is_empty());
    let mut room = MOST;
    let mut common = common;
    let groups: Vec<Element> = groups
        .map(|(title, offers)| {
            let open = room.min(offers.len());
            room -= open;
            group(&ways, title, &offers, open, common.take())
        })
        .collect();
    Some(el("section", "offers").children(groups))
}

/// Offers for one brief.
struct Ways<'a> {
    case: &'a Case,
    trial: &'a Trial,
    /// Brief that they change.
    asked: &'a Brief,
    /// Changes that all of them have.
    shared: Vec<Change>,
}

/// Offers under a title, so many of them open and the others behind one line.
fn group(
    ways: &Ways,
    title: &str,
    offers: &[&Offer],
    open: usize,
    common: Option<Element>,
) -> Element {
    let speech = &ways.case.speech;
    let (open, folded) = offers.split_at(open.min(offers.len()));
    let cards = |offers: &[&Offer]| {
        let cards = offers.iter().map(|offer| card(ways, offer));
        el("ul", "").children(cards)
    };
    // What is folded stays in sight while it is tried on.
    let is_on = folded.iter().any(|offer| is_on(ways.trial, offer));
    let folded = (!folded.is_empty()).then(|| {
        let title = speech.count("offers.more", folded.len() as f64, &[]);
        el("details", "")
            .maybe_attr("open", is_on.then_some(""))
            .child(el("summary", "").text(title))
            .child(cards(folded))
    });
    el("div", "offers-group")
        .key(title)
        .child(el("h3", "").message(speech, title))
        .maybe_child(common)
        .maybe_child((!open.is_empty()).then(|| cards(open)))
        .maybe_child(folded)
}

/// Returns the changes that every offer has, if there are several.
fn shared(offers: &[Offer]) -> Vec<Change> {
    let [first, others @ ..] = offers else {
        return Vec::new();
    };
    let is_shared = |change: &&Change| {
        // Money and date are what an offer comes to.
        let is_result = matches!(change, Change::Budget { .. } | Change::Deadline { .. });
        !is_result && others.iter().all(|offer| offer.changes.contains(change))
    };
    if others.is_empty() {
        return Vec::new();
    }
    first.changes.iter().filter(is_shared).cloned().collect()
}

/// Returns `true` if an offer is tried on.
fn is_on(trial: &Trial, offer: &Offer) -> bool {
    let tried = trial.tried.as_ref();
    tried.is_some_and(|tried| tried.offer.id == offer.id)
}

/// Card of an offer: its title, one line, what it comes to, and a button.
fn card(ways: &Ways, offer: &Offer) -> Element {
    let Ways {
        case, trial, asked, ..
    } = ways;
    let Case { terms, speech, .. } = case;
    let on = is_on(trial, offer);
    let (line, mut result) = speak::offered(speech, terms, asked, offer, &ways.shared);
    result.extend(offer.odds.both.map(|odds| speak::odds(speech, odds)));
    // To somebody who named no budget it is no other one.
    let title = match offer.id {
        OfferId::Price | OfferId::Both if !asked.budget.is_some_and(Budget::is_said) => {
            speech.say("offers.takes")
        }
        id => speech.of("offer.{}", id.name()),
    };
    let what = el("div", "")
        .child(el("h4", "").text(title))
        .maybe_child((!line.is_empty()).then(|| el("p", "changes").text(line)))
        .child(el("p", "offer-result").text(result.join(" · ")));
    el("li", if on { "offer on" } else { "offer" })
        .key(offer.id.name())
        .attr("part", "offer")
        .child(what)
        .maybe_child(try_on(ways, offer, on))
}

/// Button that tries an offer on or takes it off, unless that would reveal a price which the shop does not
/// show.
fn try_on(ways: &Ways, offer: &Offer, on: bool) -> Option<Element> {
    let Ways {
        case, trial, asked, ..
    } = ways;
    let speech = &case.speech;
    let is_priced = offer.brief.budget != asked.budget;
    if speech.show() == Show::Ratios && is_priced {
        return None;
    }
    let (key, on_click) = if on {
        ("offers.on", trial.on_take_off.clone())
    } else {
        let offer = tried_on(speech, offer, asked);
        ("offers.try", trial.on_try.reform(move |()| offer.clone()))
    };
    let button = button(if on { "try on" } else { "try" }, speech, key, &on_click);
    Some(button.attr("aria-pressed", if on { "true" } else { "false" }))
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
