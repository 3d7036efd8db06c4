//! Change: the effect of changed wishes on a job that was agreed.

use super::fitting::{CheckedBrief, UnknownId};
use super::offers::{Shapes, offers};
use super::scenario::{self, Scenario};
use crate::model::{Brief, Odds, Offer, OfferKind};
use serde::Serialize;

/// Effect of a change on a job that was agreed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeEffect {
    /// Additional effort at the confidence, in person-hours. Negative if it is less.
    pub hours: f64,
    /// Additional money at the confidence, in the terms' currency, as quoted to a client.
    pub money: f64,
    /// Later delivery at the confidence, in weeks.
    pub weeks: f64,
    /// Odds at the price and the date that were agreed.
    pub odds: Odds,
    /// Ways back to the confidence: more money, more time, or less of something else. Empty if the
    /// odds reach it.
    pub offers: Vec<Offer>,
}

impl CheckedBrief<'_> {
    /// Returns the effect of changing this brief, which was agreed, into `now`. It may have made
    /// progress. Equal briefs give exactly no difference.
    ///
    /// Finished work stays finished: it is a smaller share of a job that has grown. The price and the
    /// date are those that were agreed.
    ///
    /// # Errors
    /// All services, promises and purposes of `now` that the terms do not have.
    pub fn change_effect(self, now: &Brief) -> Result<ChangeEffect, Vec<UnknownId>> {
        let CheckedBrief {
            brief: agreed,
            terms,
        } = self;
        let CheckedBrief { brief: now, .. } = terms.check(now)?;
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
        brief.so_far = agreed.so_far.map(|so_far| so_far.rescaled(was, is));
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
                    offer.kind,
                    OfferKind::Price | OfferKind::Time | OfferKind::Both | OfferKind::Less
                )
            });
        }
        Ok(ChangeEffect {
            hours: now.0 - then.0,
            money: now.1 - then.1,
            weeks: now.2 - then.2,
            odds: after.job().odds(),
            offers: back,
        })
    }
}
