//! Appraisal of a brief: everything that an answer consists of.

use super::fitting::{CheckedBrief, UnknownId};
use super::missing_answers::assumed_answers;
use super::offers::{self, Shapes};
use super::reasons::{self, Figures};
use super::scenario::{self, Scenario};
use super::verdict::{self, Ruling};
use super::{conflicts, flags, needed, questions, referral, triangle};
use crate::model::{
    Appraisal, Brief, Earnings, Memo, Promises, Quantiles, Question, Terms, Verdict,
};

/// Answers whether the shop should take the project.
///
/// The same brief and terms always give the same answer, to the last bit, on every machine.
///
/// # Errors
/// All services, promises and purposes of the brief that the terms do not have.
pub fn appraise(brief: &Brief, terms: &Terms) -> Result<Appraisal, Vec<UnknownId>> {
    Ok(terms.check(brief)?.appraise())
}

impl CheckedBrief<'_> {
    /// Answers whether the shop should take the project: see [`appraise()`].
    pub fn appraise(self) -> Appraisal {
        let CheckedBrief { brief, terms } = self;
        let items = scenario::items(brief, terms);
        let asked = Scenario::new(brief, terms, &items);
        let shapes = Shapes::new(brief, terms, &items);
        let job = asked.job();

        let ruling = verdict::ruling(&asked, &shapes);
        let questions = questions::questions(brief, &asked, &shapes, ruling);
        let verdict = decided(ruling, &questions);

        // A figure that is certain is found to a billionth only, and quantiles must not fall.
        let quantiles = |quantile: &dyn Fn(f64) -> f64| {
            let p50 = quantile(0.5);
            let p80 = quantile(0.8).max(p50);
            let p90 = quantile(0.9).max(p80);
            Quantiles { p50, p80, p90 }
        };
        let total = quantiles(&|p| job.total_quantile(p));
        let weeks = quantiles(&|p| job.weeks_quantile(p));
        let earning = |p: f64| job.earning_quantile(p, total);
        let earns_per_hour = match (earning(0.1), earning(0.5), earning(0.9)) {
            (Some(p10), Some(p50), Some(p90)) => {
                let p50 = p50.max(p10);
                let p90 = p90.max(p50);
                Some(Earnings { p10, p50, p90 })
            }
            _ => None,
        };
        let figures = Figures {
            verdict,
            odds: job.odds(),
            stops: flags::stops(brief, &asked),
            broken: scenario::broken_promises(brief, terms),
            hours: quantiles(&|p| job.effort_quantile(p)),
            total,
            care_hours: asked.unpaid_care(),
            weeks,
            price: Quantiles {
                p50: job.price_of(total.p50),
                p80: job.price_of(total.p80),
                p90: job.price_of(total.p90),
            },
        };
        let offers = if verdict == Verdict::Take {
            Vec::new()
        } else {
            let passes = ruling.leaning == Some(Verdict::Take);
            offers::offers(brief, terms, asked, &shapes, passes, figures.price.p50)
        };
        // A brief without wishes needs nothing.
        let needed = if items.is_empty() {
            None
        } else {
            needed::needed(&asked, weeks)
        };
        Appraisal {
            leaning: ruling.leaning,
            confidence: asked.confidence,
            flags: flags::flags(brief, terms, &asked, weeks.p80),
            earns_per_hour,
            needed,
            triangle: triangle::triangle(brief, &asked, &items, needed),
            reasons: reasons::reasons(brief, &asked, &figures),
            offers,
            questions,
            conflicts: conflicts::conflicts(brief, &asked, &items, figures.odds),
            referral: referral::referral(brief, terms, &asked, &items),
            assumed: assumed_answers(brief, &asked),
            settled: Memo::default(),
            verdict: figures.verdict,
            odds: figures.odds,
            promises: Promises {
                broken: figures.broken,
            },
            stops: figures.stops,
            hours: figures.hours,
            care_hours: figures.care_hours,
            weeks: figures.weeks,
            price: figures.price,
        }
    }
}

/// Returns the verdict: to ask first if a single unanswered question could still decide.
fn decided(ruling: Ruling, questions: &[Question]) -> Verdict {
    if questions.iter().any(Question::is_decisive) {
        Verdict::Ask
    } else {
        ruling.verdict
    }
}

/// Verdict and odds of a brief without reasons, offers or questions.
pub(super) struct Judgement {
    pub verdict: Verdict,
    pub both: Option<f64>,
}

/// Returns the verdict and odds of a brief whose names the terms have.
pub(super) fn judgement(brief: &Brief, terms: &Terms) -> Judgement {
    let items = scenario::items(brief, terms);
    let scenario = Scenario::new(brief, terms, &items);
    let shapes = Shapes::new(brief, terms, &items);
    let ruling = verdict::ruling(&scenario, &shapes);
    let questions = questions::questions(brief, &scenario, &shapes, ruling);
    Judgement {
        verdict: decided(ruling, &questions),
        both: scenario.job().both(),
    }
}
