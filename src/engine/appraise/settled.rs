//! Open points settled: the offer or the figures that make a yes once it is agreed how to work.

use super::needed::sufficient;
use super::offers::Shapes;
use super::pace::Pace;
use super::scenario::{self, Scenario};
use super::usual_jobs::{Ballpark, ballpark};
use super::verdict::is_better_referred;
use crate::model::{
    Appraisal, Brief, Budget, CareKind, CareOwner, Change, Deadline, Needed, Odds, Offer,
    OfferKind, PriceDisplay, Settled, Terms, Verdict,
};

/// Share of the price needed below which a price counts as less. Assumption.
const LESS: f64 = 0.95;

/// Returns the first offer if it is a yes to the wishes, money and date of the brief and to all that
/// was said, and only settles what is still open about how the work is done.
pub fn once_settled<'a>(brief: &Brief, appraisal: &'a Appraisal) -> Option<&'a Offer> {
    let offer = appraisal.offers.first()?;
    let only_settles = offer.within
        && offer.kind != OfferKind::Discovery
        && offer.changes.iter().all(Change::is_settling)
        && !offer.changes.iter().any(Change::is_against_an_answer)
        && appraisal.stops.is_empty();
    (is_new_and_known(brief, appraisal) && only_settles).then_some(offer)
}

/// Returns `true` if the wishes, money and date of the brief are a yes once it is agreed how to
/// work: by an offer that only settles that, or as long as no open answer goes against it.
pub fn is_yes_once_settled(brief: &Brief, appraisal: &Appraisal) -> bool {
    match appraisal.leaning {
        Some(Verdict::Reshape) => once_settled(brief, appraisal).is_some(),
        Some(Verdict::Take) => {
            appraisal.verdict == Verdict::Ask && is_new_and_known(brief, appraisal)
        }
        _ => false,
    }
}

fn is_new_and_known(brief: &Brief, appraisal: &Appraisal) -> bool {
    brief.so_far.is_none() && !appraisal.is_waiting()
}

/// Returns the odds that the head of an answer is about: with the open points settled where it counts
/// on that, otherwise those of the brief as it stands.
pub fn odds_in_head(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Odds {
    if let Some(offer) = once_settled(brief, appraisal) {
        return offer.odds;
    }
    raised(brief, terms, appraisal).map_or(appraisal.odds, |settled| settled.odds)
}

/// Returns the odds of a brief with the answers that are missing as usual.
fn odds_as_usual(brief: &Brief, terms: &Terms) -> Odds {
    let usual = with_usual_answers(brief);
    let items = scenario::items(&usual, terms);
    Scenario::new(&usual, terms, &items).job().odds()
}

/// Returns the brief with the open points settled, and with the money and date that then make a
/// yes. `None` if settling them makes little difference.
pub fn settled_brief(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Option<Brief> {
    let Some(offer) = once_settled(brief, appraisal) else {
        return raised_and_settled(brief, terms, appraisal).cloned();
    };
    // Less than was said may be enough.
    let less = at_ballpark(brief, terms, appraisal)
        .filter(|ballpark| amount(ballpark) <= amount(brief) && weeks(ballpark) <= weeks(brief));
    Some(less.unwrap_or_else(|| offer.brief.clone()))
}

/// Returns the [`settled_brief`], where the head of an answer counts on it. A shop that does not
/// `show` amounts counts only on an offer that settles points and changes nothing else.
pub fn settled_in_head(
    brief: &Brief,
    terms: &Terms,
    appraisal: &Appraisal,
    show: PriceDisplay,
) -> Option<Brief> {
    let is_shown = show != PriceDisplay::Ratios || once_settled(brief, appraisal).is_some();
    settled_brief(brief, terms, appraisal).filter(|_| is_shown)
}

/// Returns the money and date that make a yes with the open points settled, where the head of an
/// answer counts on that.
pub fn settled_needs(
    brief: &Brief,
    terms: &Terms,
    appraisal: &Appraisal,
    show: PriceDisplay,
) -> Option<Needed> {
    settled_in_head(brief, terms, appraisal, show).map(|settled| Needed::of(&settled))
}

/// Returns the money and date that the head of an answer names for a yes: with the open points
/// settled where it counts on that, otherwise those that are [`sufficient`].
pub fn need_in_head(
    brief: &Brief,
    terms: &Terms,
    appraisal: &Appraisal,
    show: PriceDisplay,
) -> Option<Needed> {
    settled_needs(brief, terms, appraisal, show).or_else(|| sufficient(brief, terms, appraisal))
}

/// Returns the brief with the money and date of the first offer that settles the open points, if a
/// yes needs much more without that: assumptions alone should not count against a client. Where the
/// offers are too far from the money that was said to be listed, they are those of the ballpark.
pub fn raised_and_settled<'a>(
    brief: &Brief,
    terms: &Terms,
    appraisal: &'a Appraisal,
) -> Option<&'a Brief> {
    raised(brief, terms, appraisal).map(|settled| &settled.brief)
}

/// Returns the brief with its open points settled and the figures that then make a yes, as
/// [`raised_and_settled`] does, with the odds of the money and date that were said. Computed once for
/// an appraisal, so `brief` and `terms` must be those that were appraised.
pub(super) fn raised<'a>(
    brief: &Brief,
    terms: &Terms,
    appraisal: &'a Appraisal,
) -> Option<&'a Settled> {
    let settled = appraisal.settled.get_or_compute(|| {
        Some(Settled {
            brief: raise(brief, terms, appraisal)?,
            odds: odds_as_usual(brief, terms),
        })
    });
    settled.as_ref()
}

fn raise(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Option<Brief> {
    let is_enough = appraisal.leaning == Some(Verdict::Take) && !appraisal.is_waiting();
    if appraisal.assumed.is_empty() || is_enough {
        return None;
    }
    let needed = sufficient(brief, terms, appraisal)?.money?;
    let items = scenario::items(brief, terms);
    let scenario = Scenario::new(brief, terms, &items);
    // Nobody who brings these figures may be referred all the same, unless told so at once.
    let is_referred = || {
        let shapes = Shapes::new(brief, terms, &items);
        is_better_referred(&scenario, &shapes, &scenario.job())
    };
    if appraisal.verdict != Verdict::Refer && is_referred() {
        return None;
    }
    let is_raised = |offer: &&Offer| {
        let raises = matches!(
            offer.kind,
            OfferKind::Price | OfferKind::Time | OfferKind::Both
        );
        let is_open = !offer.changes.iter().any(Change::is_against_an_answer);
        // An offer of more time alone names no money.
        raises && is_open && amount(&offer.brief).is_some()
    };
    let mut raised = appraisal.offers.iter().filter(is_raised);
    let settled = match raised.find(|offer| offer.changes.iter().any(Change::is_settling)) {
        Some(offer) => offer.brief.clone(),
        None if appraisal.offers.iter().any(|offer| is_raised(&offer)) => return None,
        None => at_ballpark(brief, terms, appraisal)?,
    };
    let is_less = amount(&settled)? < LESS * needed;
    let date = weeks(&settled).filter(|weeks| weeks.is_finite());
    let is_more = amount(brief) < amount(&settled) || weeks(brief) < date;
    (is_less && is_more).then_some(settled)
}

/// Returns the brief with the money and weeks of its ballpark.
fn at_ballpark(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Option<Brief> {
    let is_price = matches!(brief.budget, None | Some(Budget::Fixed(_)));
    let is_open = appraisal.stops.is_empty() && appraisal.promises.broken.is_empty();
    if !(is_price && is_open && brief.so_far.is_none()) {
        return None;
    }
    let Ballpark { price, weeks } = ballpark(brief, terms);
    let deadline = match brief.deadline {
        Some(Deadline::Open) => Deadline::Open,
        Some(asked) => asked.with_weeks(weeks.1),
        None => Deadline::within(weeks.1),
    };
    Some(Brief {
        budget: Some(Budget::fixed(price.1)),
        deadline: Some(deadline),
        ..brief.clone()
    })
}

/// Returns the brief with the answers that are missing about how the work is done as a
/// [ballpark] has them.
pub fn with_usual_answers(brief: &Brief) -> Brief {
    let mut usual = brief.clone();
    for kind in CareKind::ALL {
        let owner = &mut usual.care[kind].by;
        *owner = owner.or(Some(CareOwner::Client));
    }
    let conditions = &mut usual.conditions;
    let pace = Pace::of(conditions).settled();
    conditions.content_ready = pace.content_ready;
    conditions.contact = pace.contact;
    conditions.phased = pace.phased;
    usual
}

fn amount(brief: &Brief) -> Option<f64> {
    brief.budget.and_then(Budget::amount)
}

fn weeks(brief: &Brief) -> Option<f64> {
    brief.deadline.map(Deadline::weeks)
}
