//! Usual jobs of a shop: figures before any question is asked.

use super::job::Job;
use super::offers::settled_repair;
use super::scenario::{self, Scenario};
use crate::model::{Brief, Service, Terms, Want, Wish};
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
    let any = terms.services.iter().any(|service| service.usual);
    let shown = |service: &&Service| service.usual || !any && service.size_of.is_none();
    let most = if any { terms.services.len() } else { FIRST };
    let services = terms.services.iter().filter(shown).take(most);
    services.map(|service| alone(service, terms)).collect()
}

/// Returns the price and the weeks of an unfinished brief: missing answers about care, content,
/// contact and phases are as in [`usual_jobs`]. So the figures of one wish are those of its usual job,
/// and answers that are still to come do not count against the client.
///
/// ```
/// # use takeon_engine::{Brief, Estimate, Service, Team, Terms, Want, Wish, ballpark, usual_jobs};
/// let logo = Service::new("logo", Estimate::bare(10.0));
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![logo]);
/// let wish = Wish::new(Want::Service { service: "logo".into() });
/// let brief = Brief { wishes: vec![wish], ..Brief::default() };
/// assert_eq!(ballpark(&brief, &terms).0, usual_jobs(&terms)[0].price);
/// ```
pub fn ballpark(brief: &Brief, terms: &Terms) -> (TypicalRange, TypicalRange) {
    let items = scenario::items(brief, terms);
    let asked = Scenario::new(brief, terms, &items);
    figures(&asked.as_usual().job())
}

pub(super) fn alone(service: &Service, terms: &Terms) -> UsualJob {
    let want = Want::Service {
        service: service.id.clone(),
    };
    let brief = Brief {
        wishes: Wish::only(want),
        ..Brief::default()
    };
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
