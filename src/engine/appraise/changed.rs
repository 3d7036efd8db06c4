//! Change: what it does to a job that was said yes to.

use super::offers::{Shapes, offers};
use super::scenario::{self, Scenario};
use super::{UnknownId, fitting};
use crate::model::{Brief, Odds, Offer, OfferId, SoFar, Terms};
use serde::Serialize;

/// What a change does to a job that was said yes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Changed {
    /// How much more work it is at the confidence, in person-hours. Below 0 where it is less.
    pub hours: f64,
    /// How much more money it takes at the confidence, in the terms' currency, as a client is told it.
    pub money: f64,
    /// How much later it is delivered at the confidence, in weeks.
    pub weeks: f64,
    /// The odds at the price and the date that were agreed.
    pub odds: Odds,
    /// What brings them back to the confidence: more money, more time, or less of something else. Empty
    /// where they have it.
    pub offers: Vec<Offer>,
}

/// Returns what a change does: `agreed` is the brief that was said yes to, with what was done of it so
/// far, `now` the one that is wanted now. No change gives no difference, to the byte.
///
/// What was done stays done: of a job that has grown it is a smaller share. The price and the date are
/// those that were agreed.
///
/// # Errors
/// Every service, promise and purpose that the briefs name and the terms do not have.
pub fn changed(agreed: &Brief, now: &Brief, terms: &Terms) -> Result<Changed, Vec<UnknownId>> {
    let mut unknown = fitting::unknown_ids(agreed, terms);
    unknown.append(&mut fitting::unknown_ids(now, terms));
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let before_items = scenario::items(agreed, terms);
    let before = Scenario::new(agreed, terms, &before_items);
    let mut brief = Brief {
        budget: agreed.budget,
        deadline: agreed.deadline,
        pay: agreed.pay,
        so_far: agreed.so_far,
        ..now.clone()
    };
    let items = scenario::items(&brief, terms);
    let (was, is) = (
        before.work().base(),
        Scenario::new(&brief, terms, &items).work().base(),
    );
    brief.so_far = agreed.so_far.map(|so_far| SoFar {
        done: share(so_far.done, was, is),
        ..so_far
    });
    let after = Scenario::new(&brief, terms, &items);
    let p = before.confidence;
    let figures = |scenario: &Scenario| {
        let job = scenario.job();
        (
            job.effort_quantile(p),
            job.price_of(job.total_quantile(p)),
            job.weeks_quantile(p),
        )
    };
    let (then, now) = (figures(&before), figures(&after));
    let shapes = Shapes::new(&brief, terms, &items);
    let mut back = Vec::new();
    if !after.suffices() {
        let price = after.job().price_of(after.job().total_quantile(0.5));
        back = offers(&brief, terms, after, &shapes, false, price);
        back.retain(|offer| {
            matches!(
                offer.id,
                OfferId::Price | OfferId::Time | OfferId::Both | OfferId::Less
            )
        });
    }
    Ok(Changed {
        hours: now.0 - then.0,
        money: now.1 - then.1,
        weeks: now.2 - then.2,
        odds: after.job().odds(),
        offers: back,
    })
}

/// The share of the work that is done, once the work is another.
fn share(done: f64, was: f64, is: f64) -> f64 {
    /// As much as may be done of a job that goes on.
    const NEARLY_ALL: f64 = 0.999;
    if is > 0.0 {
        (done * (was / is)).min(NEARLY_ALL.max(done))
    } else {
        done
    }
}
