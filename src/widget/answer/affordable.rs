//! Services that the money buys, for a client whose wishes it does not.

use crate::engine::{
    AffordableService, Appraisal, Brief, Change, Odds, Offer, OfferKind, PriceDisplay, Terms,
    Verdict,
};
use crate::i18n::{Speech, amount, speak};

/// Returns the services that the money buys, each as an offer of its own; empty unless the answer
/// is no.
pub fn affordable_offers(
    brief: &Brief,
    terms: &Terms,
    appraisal: &Appraisal,
) -> Vec<(Offer, AffordableService)> {
    if !matches!(appraisal.verdict, Verdict::Refer | Verdict::Decline) {
        return Vec::new();
    }
    let checked = terms.check(brief);
    let affordable = checked.map(|brief| brief.affordable_services());
    let affordable = affordable.unwrap_or_default().into_iter();
    let buys = affordable.map(|found| (offer(&found), found));
    buys.collect()
}

fn offer(found: &AffordableService) -> Offer {
    Offer {
        kind: OfferKind::Start,
        changes: vec![Change::Start {
            service: found.service.clone(),
        }],
        brief: found.brief.clone(),
        odds: Odds {
            time: None,
            money: None,
            both: Some(found.both),
        },
        within: true,
    }
}

/// Returns the title of these services, with the money if it was given as a sum.
pub fn title(speech: &Speech, terms: &Terms, brief: &Brief) -> String {
    match brief.budget {
        Some(budget) => speech.format(
            "buys.title",
            &[("money", &amount::budget(speech, terms, budget))],
        ),
        None => speech.get("offer.start"),
    }
}

/// Formats the figures of a service: the money that is enough, as openly as the shop says it, and the
/// weeks.
pub fn result(
    speech: &Speech,
    terms: &Terms,
    brief: &Brief,
    found: &AffordableService,
) -> Vec<String> {
    let is_open = speech.show() != PriceDisplay::Ratios;
    let price = found.brief.budget.filter(|_| is_open);
    let price = price.map(|to| amount::offered(speech, terms, brief.budget, to));
    // A later date is said if nothing can be had by the one asked for.
    let later = (found.brief.deadline != brief.deadline)
        .then_some(found.brief.deadline)
        .flatten()
        .filter(|date| date.weeks().is_finite());
    let weeks = match later {
        Some(to) => {
            let change = Change::Deadline {
                from: brief.deadline,
                to,
                exact: to.weeks(),
            };
            speak::change(speech, terms, brief, &change)
        }
        None => speak::weeks(speech, found.weeks.p80),
    };
    let weeks = Some(weeks).filter(|_| !found.brief.is_ongoing());
    price.into_iter().chain(weeks).collect()
}
