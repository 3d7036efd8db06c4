//! Affordable services: single services that the money buys, for a client whose wishes it does not.

use super::appraisal::judgement;
use super::fitting::CheckedBrief;
use super::lasting::{LASTING, lasts};
use super::offers::{alone, date_within};
use super::pace::Pace;
use super::scenario::{self, Scenario, serves};
use super::solver;
use super::usual_jobs::{TypicalRange, figures};
use crate::math::insert;
use crate::model::bounds::MOST_WEEKS;
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Deadline, Existing, Service, Terms, Verdict, Want, Wish,
};
use crate::rounding::{half_week_up, three_digits_up};
use serde::Serialize;

/// Maximum number of services returned. Assumption.
const MOST: usize = 3;

/// Minimum share of the wishes' likely hours that is still an answer to them. Assumption.
const LEAST_SHARE: f64 = 0.1;

/// Service that the money and the date of a brief suffice for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AffordableService {
    /// Id of the service.
    pub service: String,
    /// Fixed price that pays, in the terms' currency, as quoted to a client.
    pub price: TypicalRange,
    /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
    pub weeks: TypicalRange,
    /// Odds of both tests, or of the money alone if there is no date; at least the confidence.
    pub both: f64,
    /// Brief of this service alone, which is a yes. Its money is the least that is enough, and its
    /// date the one asked for, or a later one if no service is a yes by that date.
    pub brief: Brief,
}

impl CheckedBrief<'_> {
    /// Returns at most three services, each of which the money and the date of the brief suffice
    /// for on its own.
    ///
    /// The nearest to the request come first: services that were wished for or that serve the same
    /// purpose by other means, then those that serve the purpose (if none was given, one that the
    /// wishes serve). Among equals the usual ones precede, then the largest. Of those that only share
    /// a purpose, what is neither usual nor brings care, as photographs, comes only if nothing else
    /// is a yes: it often serves any purpose, and goes with another service. If none is a yes by
    /// the date, those that a date within reach suffices for get a later one, with which the usual
    /// price is enough.
    ///
    /// Unowned care is the client's. Other missing answers, and those that rule out a yes, are
    /// settled as in an offer.
    ///
    /// Left out are the only wish, what is larger than the wishes or below a tenth of them, what
    /// was said not to serve the purpose, what needs another service, and what is about an existing
    /// thing that the shop has not seen; if a purpose is known, also what neither serves it nor was
    /// wished for; and if all wishes last for months, also what does not. Empty without an amount of
    /// money, and for a job under way.
    ///
    /// ```
    /// # use takeon_engine::{Brief, Budget, Deadline, Estimate, Service, Team, Terms, Want, Wish};
    /// let terms = Terms {
    ///     floor_rate: 70.0,
    ///     ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![
    ///         Service::new("logo", Estimate::bare(10.0)),
    ///         Service::new("shop", Estimate::bare(80.0)),
    ///     ])
    /// };
    /// let brief = Brief {
    ///     wishes: Wish::only(Want::Service { service: "shop".to_owned() }),
    ///     budget: Some(Budget::fixed(1500.0)),
    ///     deadline: Some(Deadline::within(8.0)),
    ///     ..Brief::default()
    /// };
    /// let affordable = terms.check(&brief).unwrap().affordable_services();
    /// assert_eq!(affordable.len(), 1);
    /// assert_eq!(affordable[0].service, "logo");
    /// assert!(affordable[0].both >= 0.8);
    /// ```
    pub fn affordable_services(self) -> Vec<AffordableService> {
        let CheckedBrief { brief, terms } = self;
        let mut affordable = Vec::new();
        if brief.budget.and_then(Budget::amount).is_none() || brief.so_far.is_some() {
            return affordable;
        }
        let items = scenario::items(brief, terms);
        let wished = scenario::likely(&items);
        let pace = Scenario::new(brief, terms, &items).pace;
        let lasts = lasts(brief, terms);
        let mut candidates = Vec::new();
        for service in &terms.services {
            let hours = service.hours.likely;
            let is_near =
                brief.wishes.is_empty() || hours <= wished && hours >= LEAST_SHARE * wished;
            let is_kind = !lasts || service.least_weeks >= LASTING;
            if !is_near || !is_kind || !is_candidate(service, brief) {
                continue;
            }
            let rank = rank(service, brief, terms);
            if rank == FAR {
                continue;
            }
            let key = (rank, !service.usual, -hours);
            insert(&mut candidates, (key, service), |a, b| a.0 < b.0);
        }
        let loose = candidates.partition_point(|((rank, ..), _)| *rank < LOOSE);
        let (near, loose) = candidates.split_at(loose);
        let dates = [Date::Said, Date::WithinReach];
        for (date, candidates) in [near, loose]
            .into_iter()
            .flat_map(|it| dates.map(|on| (on, it)))
        {
            for (_, service) in candidates {
                if affordable.len() < MOST
                    && let Some(found) = bought(service, brief, terms, pace, date)
                {
                    affordable.push(found);
                }
            }
            if !affordable.is_empty() {
                break;
            }
        }
        affordable
    }
}

/// Date by which a service is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Date {
    /// Date asked for.
    Said,
    /// A later one, if a sufficient date is within reach of the one asked for.
    WithinReach,
}

/// Returns the wish for a service, if any.
fn wish<'a>(service: &Service, brief: &'a Brief) -> Option<&'a Wish> {
    let is_of =
        |wish: &&Wish| matches!(&wish.want, Want::Service { service: id } if *id == service.id);
    brief.wishes.iter().find(is_of)
}

/// Returns `true` if a service could be asked for instead.
fn is_candidate(service: &Service, brief: &Brief) -> bool {
    let wish = wish(service, brief);
    let is_unwanted = wish.is_some_and(|wish| wish.serves_purpose == Some(false));
    let is_refused = wish.is_some() && brief.wishes.len() == 1;
    let is_blind = service.changes && brief.existing != Some(Existing::Seen);
    !(is_unwanted || is_refused || is_blind) && service.needs.is_empty()
}

/// Distance from which a service is only an answer if no nearer one is.
const LOOSE: u32 = 3;

/// Distance from which a service is no answer to a request.
const FAR: u32 = 4;

/// Returns the distance of a service from the request: 0 is nearest.
fn rank(service: &Service, brief: &Brief, terms: &Terms) -> u32 {
    let (mut is_wished, mut is_alternative, mut shares) = (false, false, false);
    let mut is_purpose_known = brief.purpose.is_some();
    let mut serves_purpose = None;
    for wish in &brief.wishes {
        let Want::Service { service: id } = &wish.want else {
            continue;
        };
        if *id == service.id {
            is_wished = true;
            serves_purpose = wish.serves_purpose;
        } else if wish.serves_purpose != Some(false)
            && let Some(known) = terms.service(id)
        {
            is_alternative |= known.alternatives.contains(&service.id)
                || known.is_a(&service.id)
                || service.is_a(known.size_of.as_ref().unwrap_or(id));
            for purpose in known.serves.iter().flatten() {
                is_purpose_known = true;
                shares |= serves(service, Some(purpose));
            }
        }
    }
    let is_on_purpose = serves_purpose.unwrap_or(match &brief.purpose {
        Some(purpose) => serves(service, Some(purpose)),
        None => brief.wishes.is_empty() || is_wished || shares,
    });
    // Companions of other services, such as photographs, often serve any purpose, and leave nothing
    // to look after.
    let is_kept = CareKind::ALL
        .into_iter()
        .any(|kind| service.care[kind] > 0.0);
    let is_loose = !(service.usual || is_kept || brief.wishes.is_empty());
    match (is_on_purpose, is_wished || is_alternative) {
        (true, true) => 0,
        (true, false) if is_loose => LOOSE,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) if is_purpose_known => FAR,
        (false, false) if is_loose => LOOSE,
        (false, false) => 2,
    }
}

/// Returns the least sufficient money, rounded up, but no more than was given. A client is not
/// asked for the whole budget if less will do.
fn least_budget(scenario: &Scenario) -> Option<Budget> {
    let deal = scenario.deal?;
    let least = match deal {
        Budget::Fixed(_) | Budget::Monthly(_) => solver::price(scenario),
        Budget::Hourly { .. } | Budget::Gift { .. } => None,
    };
    let least = least.and_then(|needed| needed.amount).map(three_digits_up);
    Some(match least {
        Some(least) if Some(least) < deal.amount() => deal.with_amount(least),
        _ => deal,
    })
}

/// Returns the weeks to a later date, in half weeks. `None` if no date within reach suffices.
///
/// The first date that suffices may need all of the money. Whoever waits anyway is better served by
/// the usual price, for which both tests have the same odds: that takes little longer.
fn later_date(scenario: &Scenario) -> Option<f64> {
    let job = scenario.job();
    if !date_within(scenario, &job) {
        return None;
    }
    let first = solver::date(scenario)?;
    let pair = solver::pair(scenario, &job, scenario.confidence);
    let usual = pair.and_then(|pair| pair.weeks).unwrap_or(first);
    Some(half_week_up(usual.max(first).min(MOST_WEEKS)))
}

/// Returns the service alone, if that is a yes.
fn bought(
    service: &Service,
    asked: &Brief,
    terms: &Terms,
    pace: Pace,
    date: Date,
) -> Option<AffordableService> {
    let mut brief = asked.clone();
    brief.deadline = asked.deadline.or(Some(Deadline::Open));
    for kind in CareKind::ALL {
        let by = &mut brief.care[kind].by;
        *by = by.or(Some(CareOwner::Client));
    }
    let mut brief = alone(&brief, service, terms, pace);
    let items = scenario::items(&brief, terms);
    let mut scenario = Scenario::new(&brief, terms, &items);
    if date == Date::WithinReach {
        brief.deadline = Some(solver::later(&scenario, later_date(&scenario)?));
        scenario.deadline = brief.deadline;
    }
    // Most services fail here, which is faster than a verdict.
    if !scenario.suffices() || judgement(&brief, terms).verdict != Verdict::Take {
        return None;
    }
    let cheaper = Brief {
        budget: least_budget(&scenario),
        ..brief.clone()
    };
    if judgement(&cheaper, terms).verdict == Verdict::Take {
        scenario.deal = cheaper.budget;
        brief = cheaper;
    }
    let job = scenario.job();
    let both = job.both()?;
    let (price, weeks) = figures(&job);
    Some(AffordableService {
        service: service.id.clone(),
        price,
        weeks,
        both,
        brief,
    })
}
