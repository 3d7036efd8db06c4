//! Discovery: a small paid study as a job of its own, where too much is unknown for a price.
//!
//! Documents call the offer `discovery` and what it changes a `study`; both names are there to stay.

use super::amended::Amended;
use super::needed;
use super::repair::{self, Care};
use crate::appraise::job::Pace;
use crate::appraise::scenario::{self, Item, Scenario};
use crate::model::bounds::MOST_HOURS;
use crate::model::{Brief, Budget, Change, Deadline, Estimate, Priority, Want, Wish};

/// The share of the job's likely hours that a study takes.
///
/// Source: about 10 % of the build (medium.com/earlybird-software, Starting with discovery).
const SHARE: f64 = 0.1;

/// The least hours of a study. Assumption.
const LEAST_HOURS: f64 = 8.0;

/// The name of the wish; the words for it are made elsewhere.
const NAME: &str = "discovery";

/// Returns a study of the job, where the job is not written down or the shop's ranges are wide.
pub(super) fn discovery(
    asked: &Brief,
    items: &[Item],
    scenario: &Scenario,
    pace: Pace,
) -> Option<Amended> {
    // Ranges are wide where they are wider than half to double.
    let wide = scenario.work.excess > 0.0;
    let vague = asked.conditions.written == Some(false) || wide;
    if !vague {
        return None;
    }
    let likely = scenario::likely(items);
    let hours = (SHARE * likely).max(LEAST_HOURS);
    if hours > MOST_HOURS {
        return None;
    }
    let mut brief = repair::without_wishes(asked);
    brief.wishes = vec![Wish {
        priority: Priority::Must,
        ..Wish::new(Want::Estimated {
            name: NAME.to_owned(),
            hours: Estimate::bare(hours),
        })
    }];
    brief.deadline = Some(Deadline::Open);
    let study = Amended {
        brief,
        changes: vec![Change::Study { hours }],
    };
    let terms = scenario.terms;
    let mut study = repair::repaired_brief(study, terms, Care::Repaired, pace);
    let items = scenario::items(&study.brief, terms);
    let exact = needed::price(&Scenario::new(&study.brief, terms, &items))?.amount?;
    study.set_price(Budget::fixed(0.0), exact);
    Some(study)
}
