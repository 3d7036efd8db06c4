//! Brief and terms in, appraisal out.

mod appraisal;
mod brief;
mod care;
pub mod conflicts;
pub mod defaults;
mod estimate;
mod job;
mod log_logistic;
mod offers;
mod own_jobs;
mod quadrature;
mod questions;
mod reasons;
mod record;
mod referral;
mod scene;
mod terms;
mod triangle;
mod verdict;

pub use appraisal::*;
pub use brief::*;
pub use care::*;
pub use estimate::Estimate;
pub(crate) use estimate::MEAN_OF_HALF_TO_DOUBLE;
pub use job::Odds;
pub use own_jobs::{Learned, OwnJob, OwnJobError, learned};
pub use record::{Band, Finding, Interval, NotOdds, Outcome, Record, record, spoken_tenths};
pub use scene::UnknownId;
pub use terms::*;

use offers::{Offering, Shapes};
use scene::Scene;

/// Answers whether the shop should take the project.
///
/// The same brief and terms always give the same answer, to the last bit, on every machine.
///
/// # Errors
/// Every service, promise and purpose that the brief names and the terms do not have.
pub fn appraise(brief: &Brief, terms: &Terms) -> Result<Appraisal, Vec<UnknownId>> {
    let unknown = scene::unknown_ids(brief, terms);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let items = scene::items(brief, terms);
    let asked = Scene::new(brief, terms, &items);
    let shapes = Shapes::new(brief, terms, &items);
    let job = asked.job();

    let stops = scene::stops(brief, terms);
    let leaning = verdict::leaning(&asked, &shapes);
    let questions = questions::questions(brief, &asked, &shapes, leaning);
    let missing = items.is_empty() || brief.budget.is_none() || brief.deadline.is_none();
    let decisive = questions
        .iter()
        .any(|question| question.flips >= questions::DECISIVE);
    let verdict = match leaning {
        Some(leaning) if !stops.is_empty() || !(missing || decisive) => leaning,
        _ => Verdict::Ask,
    };

    let offers = if verdict == Verdict::Take {
        Vec::new()
    } else {
        Offering {
            brief,
            terms,
            items: &items,
            asked,
            shapes: &shapes,
        }
        .all(leaning == Some(Verdict::Take))
    };

    let quantiles = |quantile: &dyn Fn(f64) -> f64| Quantiles {
        p50: quantile(0.5),
        p80: quantile(0.8),
        p90: quantile(0.9),
    };
    let total = quantiles(&|p| job.total_quantile(p));
    let weeks = quantiles(&|p| job.weeks_quantile(p));
    let earning = |p: f64| job.earning_quantile(p);
    let earns_per_hour = match (earning(0.1), earning(0.5), earning(0.9)) {
        (Some(p10), Some(p50), Some(p90)) => Some(Earnings { p10, p50, p90 }),
        _ => None,
    };
    let mut appraisal = Appraisal {
        verdict,
        leaning,
        confidence: asked.confidence,
        odds: job.odds(),
        promises: Promises {
            broken: scene::broken_promises(brief, terms),
        },
        stops,
        flags: reasons::flags(brief, terms, &asked, weeks.p80),
        hours: quantiles(&|p| job.effort_quantile(p)),
        care_hours: asked.unpaid_care(),
        weeks,
        price: Quantiles {
            p50: terms.floor_rate * total.p50,
            p80: terms.floor_rate * total.p80,
            p90: terms.floor_rate * total.p90,
        },
        earns_per_hour,
        triangle: triangle::triangle(brief, &asked, &items),
        reasons: Vec::new(),
        offers,
        questions,
        conflicts: conflicts::conflicts(brief, &asked, &items),
        referral: (leaning == Some(Verdict::Refer))
            .then(|| referral::referral(terms, &asked, &items))
            .flatten(),
        assumed: questions::assumed(brief, &asked),
    };
    appraisal.reasons = reasons::reasons(brief, terms, &asked, &appraisal);
    Ok(appraisal)
}
