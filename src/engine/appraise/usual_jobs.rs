//! Usual jobs of a shop: figures before any question is asked.

use super::job::Job;
use super::offers::settled_repair;
use super::scenario::{self, Scenario};
use super::solver::{self, MoneyAndDate};
use crate::model::{Brief, Service, Terms, Want, Wish};
use crate::rounding::{half_week_up, three_digits_up};
use serde::Serialize;

/// Number of services that count as usual if none is marked. Assumption.
const FIRST: usize = 5;

/// Usual job: one service alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsualJob {
    /// Id of the service.
    pub service: String,
    /// Fixed price that pays, in the terms' currency, as quoted to a client.
    pub price: TypicalRange,
    /// Weeks from today to delivery.
    pub weeks: TypicalRange,
}

/// Values not exceeded in 5 and in 8 of 10 cases.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TypicalRange {
    /// Not exceeded in 5 of 10 cases.
    pub p50: f64,
    /// Not exceeded in 8 of 10 cases.
    pub p80: f64,
}

/// Returns every usual service of the terms (the first five if none is marked), each alone as a
/// must: with an owner for its care, content ready, weekly contact, in phases.
///
/// ```
/// # use takeon_engine::{Estimate, Service, Team, Terms, usual_jobs};
/// let terms = Terms {
///     floor_rate: 70.0,
///     ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![
///         Service { usual: true, ..Service::new("logo", Estimate::bare(10.0)) },
///         Service::new("poster", Estimate::bare(5.0)),
///     ])
/// };
/// let usual = usual_jobs(&terms);
/// assert_eq!(usual.len(), 1);
/// // Ten hours, in phases: half of such jobs take more than 1.15 · e^-0.12 = 1.02 times as many.
/// assert_eq!(usual[0].price.p50.round(), 714.0);
/// ```
pub fn usual_jobs(terms: &Terms) -> Vec<UsualJob> {
    usual_services(terms)
        .map(|service| alone(service, terms))
        .collect()
}

/// Returns the id of every [usual](usual_jobs) service of the terms, with the ballpark of a brief
/// that wishes for it alone.
pub fn usual_ballparks(terms: &Terms) -> Vec<(String, Ballpark)> {
    usual_services(terms)
        .map(|service| (service.id.clone(), ballpark(&only(service), terms)))
        .collect()
}

fn usual_services(terms: &Terms) -> impl Iterator<Item = &Service> {
    let any = terms.services.iter().any(|service| service.usual);
    let shown = move |service: &&Service| service.usual || !any && service.size_of.is_none();
    let most = if any { terms.services.len() } else { FIRST };
    terms.services.iter().filter(shown).take(most)
}

/// Returns a brief that wishes for a service alone.
fn only(service: &Service) -> Brief {
    let want = Want::Service {
        service: service.id.clone(),
    };
    Brief {
        wishes: Wish::only(want),
        ..Brief::default()
    }
}

/// Price and weeks of an unfinished brief, as ranges. The lower ends are not exceeded in 5 of 10
/// cases.
///
/// The upper ends together are a yes, if the missing answers turn out as assumed: they are rounded
/// up as in an offer. Where no money and no date would do, they are not exceeded in 8 of 10 cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ballpark {
    /// Fixed price, in the terms' currency, as quoted to a client.
    pub price: (f64, f64),
    /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
    pub weeks: (f64, f64),
}

/// Returns the price and the weeks of an unfinished brief, whatever money and date it names: missing
/// answers about care, content, contact and phases are as in [`usual_jobs`], so that answers that
/// are still to come do not count against the client.
///
/// ```
/// # use takeon_engine::{Brief, Budget, Deadline, Estimate, Service, Team, Terms, Verdict, Want, Wish};
/// # use takeon_engine::{appraise, ballpark, usual_jobs};
/// let logo = Service::new("logo", Estimate::bare(10.0));
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![logo]);
/// let wish = Wish::new(Want::Service { service: "logo".into() });
/// let mut brief = Brief { wishes: vec![wish], ..Brief::default() };
/// let ballpark = ballpark(&brief, &terms);
/// assert_eq!(ballpark.price.0, usual_jobs(&terms)[0].price.p50);
/// // Whoever brings the upper ends can only be asked to settle what is still open.
/// brief.budget = Some(Budget::fixed(ballpark.price.1));
/// brief.deadline = Some(Deadline::within(ballpark.weeks.1));
/// let settled = &appraise(&brief, &terms).unwrap().offers[0];
/// assert_eq!((settled.brief.budget, settled.brief.deadline), (brief.budget, brief.deadline));
/// ```
pub fn ballpark(brief: &Brief, terms: &Terms) -> Ballpark {
    let items = scenario::items(brief, terms);
    let asked = Scenario::new(brief, terms, &items).as_usual();
    let job = asked.job();
    let (price, weeks) = figures(&job);
    let deal = solver::deal_or_fixed(&asked);
    let pair = pair(&asked, &job);
    let money = pair.amount.map(|amount| {
        let enough = deal.with_amount(three_digits_up(amount.max(job.least_amount(deal))));
        enough.over(terms.care_months)
    });
    Ballpark {
        price: (
            price.p50,
            money.flatten().unwrap_or(three_digits_up(price.p80)),
        ),
        weeks: (weeks.p50, half_week_up(pair.weeks.unwrap_or(weeks.p80))),
    }
}

/// Returns the money and the date that are a yes together, each test at the same odds.
fn pair(asked: &Scenario, job: &Job) -> MoneyAndDate {
    solver::pair(asked, job, asked.confidence).unwrap_or_default()
}

/// Returns the approximate odds of not exceeding the upper end of a [ballpark](Ballpark::price).
pub(super) fn upper_odds(brief: &Brief, terms: &Terms) -> f64 {
    const WITHOUT: f64 = 0.8;
    let items = scenario::items(brief, terms);
    let asked = Scenario::new(brief, terms, &items).as_usual();
    let job = asked.job();
    let pair = pair(&asked, &job);
    if pair.amount.is_none() {
        return WITHOUT;
    }
    let paid = solver::changed(&asked, &job, pair).with_deadline(None);
    // Two tests at these odds are passed together at the confidence, whatever they have in common;
    // only money that is sure to suffice has higher ones.
    let most = (1.0 + asked.confidence) / 2.0;
    paid.odds_if_paid()
        .money
        .map_or(WITHOUT, |odds| odds.min(most))
}

/// Returns the prices of an unfinished brief that are not exceeded in half of the cases, and at
/// other odds.
pub(super) fn prices(brief: &Brief, terms: &Terms, odds: f64) -> (f64, f64) {
    let items = scenario::items(brief, terms);
    let job = Scenario::new(brief, terms, &items).as_usual().job();
    let at = |p| job.price_of(job.total_quantile(p));
    (at(0.5), at(odds))
}

pub(super) fn alone(service: &Service, terms: &Terms) -> UsualJob {
    let brief = only(service);
    let items = scenario::items(&brief, terms);
    let job = settled_repair(&Scenario::new(&brief, terms, &items)).job();
    let (price, weeks) = figures(&job);
    UsualJob {
        service: service.id.clone(),
        price,
        weeks,
    }
}

/// Returns the price and the weeks of a job.
pub(super) fn figures(job: &Job) -> (TypicalRange, TypicalRange) {
    let typical = |quantile: &dyn Fn(f64) -> f64| TypicalRange {
        p50: quantile(0.5),
        p80: quantile(0.8),
    };
    (
        typical(&|p| job.price_of(job.total_quantile(p))),
        typical(&|p| job.weeks_quantile(p)),
    )
}
