//! Discovery: a study before a price, as a small paid job of its own.
//!
//! Documents call the offer `discovery` and its change a `study`; both names are fixed.

use super::amended::Amended;
use super::shapes::Shapes;
use crate::appraise::scenario::{self, Scenario};
use crate::model::bounds::MOST_HOURS;
use crate::model::{
    Brief, Budget, CareDuty, CareKind, CareOwner, Change, Deadline, Estimate, Existing,
    PerCareKind, Relationship, Want, Wish,
};

/// Share of the job's likely hours that a study takes.
///
/// Source: about 10 % of the build (medium.com/earlybird-software, Starting with discovery).
const SHARE: f64 = 0.1;

/// Minimum hours of a study. Assumption.
const LEAST_HOURS: f64 = 8.0;

/// Minimum hours of a look at an existing thing. Assumption.
const LEAST_HOURS_OF_A_LOOK: f64 = 2.0;

/// Maximum cost of a study, as a share of the median price. Assumption.
const MOST_OF_THE_PRICE: f64 = 0.25;

/// Name of the wish; its wording is made elsewhere.
const NAME: &str = "discovery";

/// Returns an hourly study of the job if its size is uncertain: it is not written down, builds on
/// something unseen, has a wish of unknown size, or the shop's ranges are wide. `None` for a gift,
/// and if the study would cost too much of the price or more than the budget. `price` is the median
/// price.
pub(super) fn discovery(
    asked: &Brief,
    shapes: &Shapes,
    scenario: &Scenario,
    price: f64,
) -> Option<Amended> {
    let unseen = scenario.is_unseen();
    // Wider than half to double.
    let wide = scenario.work().excess > 0.0;
    let vague = shapes.is_unwritten || unseen || shapes.has_unknown_size() || wide;
    if !vague || scenario.is_gift() {
        return None;
    }
    let least = if unseen {
        LEAST_HOURS_OF_A_LOOK
    } else {
        LEAST_HOURS
    };
    let hours = (SHARE * scenario::likely(&shapes.items)).max(least);
    let cost = scenario.job().quoted(hours * scenario.terms.rate);
    let budget = scenario.budget().filter(|_| !scenario.is_share());
    let budget = budget.and_then(|budget| budget.over(scenario.terms.care_months));
    let is_dear = cost > MOST_OF_THE_PRICE * price || budget.is_some_and(|budget| cost > budget);
    if hours > MOST_HOURS || is_dear {
        return None;
    }
    let mut brief = Brief {
        wishes: Wish::only(Want::Estimated {
            name: NAME.to_owned(),
            hours: Estimate::bare(hours),
        }),
        existing: Some(Existing::None),
        promises: Vec::new(),
        costs: None,
        relationship: asked.relationship.or(Some(Relationship::Stranger)),
        deadline: Some(Deadline::Open),
        budget: Some(Budget::HOURLY),
        so_far: None,
        ..asked.clone()
    };
    brief.care = PerCareKind::default();
    for kind in CareKind::ALL {
        if scenario.terms.own_care[kind] > 0.0 {
            brief.care[kind] = CareDuty::by(CareOwner::Client);
        }
    }
    let changes = vec![
        Change::Study { hours },
        Change::Budget {
            from: None,
            to: Budget::HOURLY,
            exact: cost,
        },
    ];
    Some(Amended { brief, changes })
}
