//! Curves: the distributions of figures.

use crate::appraise::job::WAITS;
use crate::appraise::load::Work;
use crate::appraise::scenario::{self, Scenario};
use crate::math::insert;
use crate::model::{Appraisal, Brief, Terms};

/// Approximate chances at which a curve is evaluated: closer where it bends.
const CHANCES: [f64; 20] = [
    0.02, 0.03, 0.05, 0.07, 0.1, 0.14, 0.19, 0.25, 0.31, 0.37, 0.44, 0.56, 0.62, 0.68, 0.74, 0.85,
    0.925, 0.95, 0.97, 0.98,
];

/// Least distance of a point from a published one.
const APART: f64 = 0.02;

names! {
    /// Uncertain figure.
    pub enum Figure {
        /// Fixed price that pays, in the terms' currency.
        Price = "price",
        /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
        Weeks = "weeks",
        /// Work, in person-hours.
        Hours = "hours",
    }
}

/// Point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Value, in the unit of the figure.
    pub value: f64,
    /// Chance that it is not exceeded: above 0, below 1.
    pub chance: f64,
}

/// Returns the distribution of a figure: values with the chance that they are not exceeded, both
/// ascending, from about 2 to 98 in 100. `appraisal` is that of the brief; its P50, P80 and P90 are
/// among the points.
///
/// If content is not ready, or somebody outside must do their part first, the wait is represented
/// by five values. The weeks are then evaluated at the five chances of these alone, P50 and P90
/// among them, because a denser curve would show five humps that no job has.
///
/// Beyond P90 the curve only gives a shape and must not be quoted, because its tail failed on
/// held-out projects. A figure that is certain has three points of one value. A service that the
/// terms do not have counts as no work.
pub fn curve(
    brief: &Brief,
    terms: &Terms,
    appraisal: &Appraisal,
    figure: Figure,
) -> Vec<CurvePoint> {
    let items = scenario::items(brief, terms);
    let job = Scenario::new(brief, terms, &items).job();
    if figure == Figure::Weeks && job.has_waits() {
        return WAITS
            .map(|chance| CurvePoint {
                value: job.weeks_at(chance, appraisal.weeks),
                chance,
            })
            .to_vec();
    }
    let published = match figure {
        Figure::Price => appraisal.price,
        Figure::Weeks => appraisal.weeks,
        Figure::Hours => appraisal.hours,
    };
    let mut points: Vec<CurvePoint> = Vec::new();
    let put = |points: &mut _, point| {
        insert(points, point, |a: &CurvePoint, b| {
            a.value.total_cmp(&b.value).is_lt()
        });
    };
    for chance in [0.5, 0.8, 0.9] {
        if let Some(value) = published.at(chance) {
            put(&mut points, CurvePoint { value, chance });
        }
    }
    if published.p90 > published.p50 {
        // Finding a quantile takes ten integrals, finding the chance of a value takes one.
        let looked_at = CHANCES.into_iter().map(|about| match figure {
            Figure::Price => {
                let hours = job.rough_total(about);
                CurvePoint {
                    value: job.price_of(hours),
                    chance: job.odds_of_total(hours),
                }
            }
            Figure::Weeks => {
                let weeks = job.start() + job.rough_weeks(about);
                CurvePoint {
                    value: weeks,
                    chance: job.odds_within(weeks),
                }
            }
            Figure::Hours => CurvePoint {
                value: job.effort_quantile(about),
                chance: about,
            },
        });
        let is_known = |chance: f64| {
            points
                .iter()
                .any(|point| (point.chance - chance).abs() < APART)
        };
        let between: Vec<CurvePoint> = looked_at.filter(|point| !is_known(point.chance)).collect();
        for point in between {
            put(&mut points, point);
        }
    }
    points.retain(|point| point.chance > 0.0 && point.chance < 1.0);
    points
}

/// Returns the median effort for the wishes alone, in person-hours, without overhead and promises.
/// `appraisal` is that of the brief. A service that the terms do not have counts as no work.
pub fn wished_hours(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> f64 {
    let items = scenario::items(brief, terms);
    let all = Scenario::new(brief, terms, &items).work().base();
    let mean = items.iter().map(|item| item.estimate().mean()).sum();
    if all > 0.0 {
        Work { mean, excess: 0.0 }.base() / all * appraisal.hours.p50
    } else {
        0.0
    }
}
