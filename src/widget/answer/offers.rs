//! Ways to a yes: offers in one line each, with their figures and a button that tries them on.

use super::affordable;
use super::editing::Trial;
use super::verdict;
use crate::engine::{
    Appraisal, Brief, Budget, Change, Deadline, Offer, OfferKind, PriceDisplay, Verdict,
    is_yes_once_settled, rounding,
};
use crate::i18n::{Speech, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el};
use crate::widget::setup::Audience;
use crate::widget::steps::owner;

/// Most ways that are open: the others are folded.
const MOST: usize = 3;

/// Most points to settle first that are listed in a line. Assumption.
const FEW: usize = 2;

/// Ways to a yes, and services that the money buys. While one is tried on, the others stay, and can
/// be tried on instead.
pub fn offers(case: &Case, trial: &Trial) -> Option<Element> {
    let (asked, appraisal): (&Brief, &Appraisal) = match &trial.tried {
        Some(tried) => (&tried.asked, &tried.appraisal),
        None => (&case.brief, &case.appraisal),
    };
    // A likely yes needs no way to one.
    if leaning(appraisal) == Verdict::Take {
        return None;
    }
    let Case { terms, speech, .. } = case;
    let is_yes = is_yes_once_settled(asked, appraisal);
    let buys = affordable::affordable_offers(asked, terms, appraisal);
    // Affordable services are searched among all services.
    let offers = appraisal.offers.iter();
    let offers: Vec<Offer> = offers
        .filter(|offer| offer.kind != OfferKind::Start || buys.is_empty())
        // A monthly fee costs more than a sum that is already enough.
        .filter(|offer| offer.kind != OfferKind::Retainer || !is_yes)
        .map(|offer| match case.audience {
            Audience::Shop => offer.clone(),
            Audience::Visitor => offer.clone().at_published_rate(terms),
        })
        .collect();
    let offers: Vec<&Offer> = offers.iter().collect();
    if offers.is_empty() && buys.is_empty() {
        return None;
    }
    let shared = shared(&offers);
    let way = |offer: &&Offer| {
        let (mut line, mut result) = speak::offered(speech, terms, asked, offer);
        if offer.kind == OfferKind::Retainer {
            let months = speak::months(speech, terms.care_months);
            let months = speech.format("takes.months", &[("months", &months)]);
            line = speak::sentences(&[line, months]);
        }
        let weeks = offer.brief.deadline.map(Deadline::weeks);
        if let Some(day) = weeks.and_then(|weeks| case.day_in(weeks)) {
            result.pop();
            result.push(day);
        }
        Way {
            title: named(speech, asked, offer),
            line,
            settled: settled(case, asked, offer, &shared),
            result: resulting(speech, result, offer),
            offer: (*offer).clone(),
        }
    };
    let (near, far): (Vec<&Offer>, Vec<&Offer>) = offers.iter().partition(|offer| offer.within);
    let bought = buys.iter().map(|(offer, found)| Way {
        title: speak::service(speech, terms, &found.service),
        line: note(case, &found.service),
        settled: Vec::new(),
        result: resulting(
            speech,
            affordable::result(speech, terms, asked, found),
            offer,
        ),
        offer: offer.clone(),
    });
    let groups = [
        (speech.get("offers.title"), near.iter().map(way).collect()),
        (affordable::title(speech, terms, asked), bought.collect()),
        (speech.get("offers.far"), far.iter().map(way).collect()),
    ];
    let common = in_words(case, asked, &shared);
    let mut common = settling(speech, "offers.shared", common);
    let mut room = MOST;
    let mut section = el("section", "offers");
    for (index, (title, ways)) in groups.into_iter().enumerate() {
        let ways: Vec<Way> = ways;
        if ways.is_empty() {
            continue;
        }
        // One of the distant ways stays visible next to the affordable services.
        let kept = usize::from(index == 1 && !far.is_empty());
        let open = room.saturating_sub(kept).min(ways.len());
        room -= open;
        let common = match index {
            // These count on the usual answers.
            1 if open > 0 => {
                let basis = speak::ballpark_basis(speech, asked);
                Some(el("p", "changes").text(basis))
            }
            1 => None,
            _ => common.take(),
        };
        section = section.child(group(case, trial, asked, title, &ways, open, common));
    }
    Some(section)
}

/// Returns the verdict, or the one that an unfinished answer leans to.
fn leaning(appraisal: &Appraisal) -> Verdict {
    match appraisal.verdict {
        Verdict::Ask => appraisal.leaning.unwrap_or(Verdict::Ask),
        verdict => verdict,
    }
}

/// Last line of a no, with a way on: a partner, or the shop nonetheless.
pub fn elsewhere(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        appraisal,
        audience,
        ..
    } = case;
    if *audience == Audience::Shop || appraisal.verdict != Verdict::Decline {
        return None;
    }
    let referral = appraisal.referral.as_ref();
    let partner = referral.and_then(|referral| terms.partner(&referral.partner));
    let line = el("p", "elsewhere");
    Some(match partner {
        Some(partner) => line
            .text([&speak::partner(speech, partner), " "].concat())
            .maybe_child(verdict::link(speech, partner)),
        None => line.message(speech, "offers.elsewhere"),
    })
}

/// Offer in words.
struct Way {
    title: String,
    /// Request in one line.
    line: String,
    /// Points to settle first, apart from those that all offers share.
    settled: Vec<String>,
    /// Result: money, date and odds.
    result: String,
    offer: Offer,
}

/// Returns the name of an offer. It is not called another budget without one in the brief, nor within
/// the range of that one.
pub fn named(speech: &Speech, asked: &Brief, offer: &Offer) -> String {
    let is_said = asked.budget.is_some_and(Budget::is_said);
    match offer.kind {
        OfferKind::Price | OfferKind::Both if !is_said => speech.get("offers.takes"),
        OfferKind::Price if offer.is_within_range(asked) => speech.get("offers.takes"),
        id => speech.get_for("offer.{}", id.name()),
    }
}

/// Formats the result of an offer, with its odds.
fn resulting(speech: &Speech, mut result: Vec<String>, offer: &Offer) -> String {
    result.extend(offer.odds.both.map(|odds| speak::odds(speech, odds)));
    // A line breaks behind a dot, and never begins with one.
    result.join("\u{a0}· ")
}

/// Formats changes.
fn in_words(case: &Case, asked: &Brief, changes: &[Change]) -> Vec<String> {
    let speech = &case.speech;
    let changes = changes.iter().map(|change| match change {
        // The shop reads of its client.
        Change::Care { kind, to, .. } if case.audience == Audience::Shop => {
            let kind = speech.get_for("care.{}", kind.name());
            let to = owner(case.audience, speech, *to);
            speech.format("letter.line", &[("name", &kind), ("value", &to)])
        }
        _ => speak::change(speech, &case.terms, asked, change),
    });
    changes.collect()
}

/// Lists the points that an offer settles first, apart from those that all offers share.
fn settled(case: &Case, asked: &Brief, offer: &Offer, shared: &[Change]) -> Vec<String> {
    let changes = offer.changes.iter();
    let own = changes.filter(|change| change.is_settling() && !shared.contains(change));
    let own: Vec<Change> = own.cloned().collect();
    in_words(case, asked, &own)
}

/// Points to settle first: a line or two, folded if there are more.
fn settling(speech: &Speech, title: &str, settled: Vec<String>) -> Option<Element> {
    if settled.len() <= FEW {
        let line = speech.format(title, &[("changes", &settled.join(" · "))]);
        return (!settled.is_empty()).then(|| el("p", "changes").text(line));
    }
    let count = speech.plural("offers.things", settled.len() as f64, &[]);
    let title = speech.format(title, &[("changes", &count)]);
    let settled = settled.into_iter().map(|change| el("li", "").text(change));
    Some(
        el("details", "settled")
            .child(el("summary", "").text(title))
            .child(el("ul", "").children(settled)),
    )
}

/// Returns the shop's note on a service.
fn note(case: &Case, service: &str) -> String {
    let service = case.terms.service(service);
    let note = service.and_then(|service| service.label.note.as_ref());
    note.map_or("", |note| case.speech.text(note)).to_owned()
}

/// Ways under a title, the first ones open and the others folded.
fn group(
    case: &Case,
    trial: &Trial,
    asked: &Brief,
    title: String,
    ways: &[Way],
    open: usize,
    common: Option<Element>,
) -> Element {
    let (open, folded) = ways.split_at(open.min(ways.len()));
    let cards = |ways: &[Way]| {
        let cards = ways.iter().map(|way| card(case, trial, asked, way));
        el("ul", "").children(cards)
    };
    // A folded way stays visible while it is tried on.
    let is_on = folded.iter().any(|way| is_on(trial, &way.offer));
    let folded = (!folded.is_empty()).then(|| {
        let title = case.speech.plural("offers.more", folded.len() as f64, &[]);
        el("details", "")
            .maybe_attr("open", is_on.then_some(""))
            .child(el("summary", "").text(title))
            .child(cards(folded))
    });
    el("div", "offers-group")
        .key(&*title)
        .child(el("h3", "").text(title.clone()))
        .maybe_child(common)
        .maybe_child((!open.is_empty()).then(|| cards(open)))
        .maybe_child(folded)
}

/// Returns the changes that every offer has, if there are several.
fn shared(offers: &[&Offer]) -> Vec<Change> {
    let [first, others @ ..] = offers else {
        return Vec::new();
    };
    let is_shared = |change: &&Change| {
        change.is_settling() && others.iter().all(|offer| offer.changes.contains(change))
    };
    if others.is_empty() {
        return Vec::new();
    }
    first.changes.iter().filter(is_shared).cloned().collect()
}

/// Returns `true` if an offer is tried on.
fn is_on(trial: &Trial, offer: &Offer) -> bool {
    let tried = trial.tried.as_ref();
    tried
        .is_some_and(|tried| tried.offer.kind == offer.kind && tried.offer.changes == offer.changes)
}

/// Card of an offer: its title, one line, its result, and a button.
fn card(case: &Case, trial: &Trial, asked: &Brief, way: &Way) -> Element {
    let Way {
        title,
        line,
        settled,
        result,
        offer,
    } = way;
    let on = is_on(trial, offer);
    let what = el("div", "")
        .child(el("h4", "").text(title.clone()))
        .maybe_child((!line.is_empty()).then(|| el("p", "changes").text(line.clone())))
        .maybe_child(settling(&case.speech, "offers.settled", settled.clone()))
        .child(el("p", "offer-result").text(result.clone()));
    el("li", if on { "offer on" } else { "offer" })
        .key(&**title)
        .attr("part", "offer")
        .child(what)
        .maybe_child(try_on(case, trial, asked, offer, on))
}

/// Button that tries an offer on or takes it off, unless that would reveal a price which the shop
/// does not disclose.
fn try_on(case: &Case, trial: &Trial, asked: &Brief, offer: &Offer, on: bool) -> Option<Element> {
    let speech = &case.speech;
    let is_priced = offer.brief.budget != asked.budget;
    if speech.show() == PriceDisplay::Ratios && is_priced {
        return None;
    }
    let (key, on_click) = if on {
        ("offers.on", trial.on_take_off.clone())
    } else {
        let offer = tried_on(speech, offer, asked);
        ("offers.try", trial.on_try.reform(move |()| offer.clone()))
    };
    let off = on.then(|| {
        let off = [": ", &speech.get("offers.off")].concat();
        el("span", "for-listeners").text(off)
    });
    let class = if on { "try on" } else { "try" };
    Some(button(class, speech, key, &on_click).maybe_child(off))
}

/// Returns the offer in the form that is tried on: at the upper end of its range if only ranges are
/// disclosed.
fn tried_on(speech: &Speech, offer: &Offer, asked: &Brief) -> Offer {
    let mut offer = offer.clone();
    if speech.show() == PriceDisplay::Ranges && offer.brief.budget != asked.budget {
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
