//! Discovery: a small paid study as a job of its own, where too much is unknown for a price.
//!
//! Documents call the offer `discovery` and what it changes a `study`; both names are there to stay.

use super::super::bounds::MOST_HOURS;
use super::super::scene::{self, Scene};
use super::super::{Budget, Change, Deadline, Estimate, Offer, OfferId, Priority, Want, Wish};
use super::repair::{self, Care};
use super::{Offering, needed, set_price};

/// The share of the job's likely hours that a study takes.
///
/// Source: about 10 % of the build (medium.com/earlybird-software, Starting with discovery).
const SHARE: f64 = 0.1;

/// The least hours of a study. Assumption.
const LEAST_HOURS: f64 = 8.0;

/// The name of the wish; the words for it are made elsewhere.
const NAME: &str = "discovery";

/// The offer of a study, where the job is not written down or the shop's ranges are wide.
pub(super) fn discovery(offering: &Offering) -> Option<Offer> {
    // Ranges are wide where they are wider than half to double.
    let wide = offering.asked.work.excess > 0.0;
    let vague = offering.brief.conditions.written == Some(false) || wide;
    if !vague {
        return None;
    }
    let likely = scene::likely(offering.items);
    let hours = (SHARE * likely).max(LEAST_HOURS);
    if hours > MOST_HOURS {
        return None;
    }
    let mut brief = repair::without_wishes(offering.brief);
    brief.wishes = vec![Wish {
        want: Want::Estimated {
            name: NAME.to_owned(),
            hours: Estimate::bare(hours),
        },
        count: 1,
        priority: Priority::Must,
        serves_purpose: None,
    }];
    brief.deadline = Some(Deadline::Open);
    let study = vec![Change::Study { hours }];
    let pace = offering.ways.repaired.pace;
    let mut changed = repair::repaired_brief((brief, study), offering.terms, Care::Repaired, pace);
    let items = scene::items(&changed.0, offering.terms);
    let exact = needed::price(&Scene::new(&changed.0, offering.terms, &items))?.amount?;
    set_price(&mut changed, Budget::Fixed(0.0), exact);
    offering.offer(OfferId::Discovery, changed, false)
}
