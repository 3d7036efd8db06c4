//! What pictures are drawn from: how a figure is spread, and what a yes needs.

use super::job::Work;
use super::scene::{self, Scene};
use super::{Brief, Budget, Terms};

/// The chances at which a curve is told: closer where it bends, and those that are published.
const CHANCES: [f64; 23] = [
    0.02, 0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.26, 0.32, 0.38, 0.44, 0.5, 0.56, 0.62, 0.68, 0.74,
    0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98,
];

/// A figure that is not known for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The fixed price that pays, in the terms' currency.
    Price,
    /// From today to delivery, in weeks.
    Weeks,
    /// Work, in person-hours.
    Hours,
}

impl Figure {
    /// Every figure, in the order in which they are shown.
    pub const ALL: [Figure; 3] = [Figure::Price, Figure::Weeks, Figure::Hours];

    /// The name in documents.
    pub fn id(self) -> &'static str {
        match self {
            Figure::Price => "price",
            Figure::Weeks => "weeks",
            Figure::Hours => "hours",
        }
    }
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// The value, in the unit of the figure.
    pub value: f64,
    /// The chance that it is not exceeded: above 0, below 1.
    pub chance: f64,
}

/// How a figure of this brief is spread: values with the chance that they are not exceeded, from
/// 2 to 98 in 100, both rising. Equal values where it is known for certain.
///
/// At 5, 8 and 9 of 10 they are those of the [`Appraisal`](super::Appraisal). What lies beyond P90
/// is for the shape of a curve only and is not to be put into words: that tail failed on projects
/// that were kept aside. A service that the terms do not have is no work.
pub fn curve(brief: &Brief, terms: &Terms, figure: Figure) -> Vec<CurvePoint> {
    let items = scene::items(brief, terms);
    let job = Scene::new(brief, terms, &items).job();
    let mut least = 0.0_f64;
    CHANCES
        .into_iter()
        .map(|chance| {
            let value = match figure {
                Figure::Price => terms.floor_rate * job.total_quantile(chance),
                Figure::Weeks => job.weeks_quantile(chance),
                Figure::Hours => job.effort_quantile(chance),
            };
            // What is known for certain is looked for to a billionth only.
            least = least.max(value);
            CurvePoint {
                value: least,
                chance,
            }
        })
        .collect()
}

/// What a yes needs at the confidence, test by test: the other side of the
/// [`Triangle`](super::Triangle), whose corners are what is given over this.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needed {
    /// The fixed price that pays with the confidence, in the terms' currency.
    pub price: f64,
    /// From today to delivery with the confidence, in weeks.
    pub weeks: f64,
    /// The work that the wishes alone come to in 5 of 10 cases, in person-hours.
    pub wishes: f64,
    /// The months over which a monthly fee is paid.
    months: f64,
}

impl Needed {
    /// The amount that is needed of such a deal: the price, or a fee a month. Not said: the price.
    pub fn amount(&self, deal: Option<Budget>) -> f64 {
        match deal {
            Some(Budget::Monthly(_)) => self.price / self.months,
            Some(Budget::Fixed(_) | Budget::Hourly { .. }) | None => self.price,
        }
    }
}

/// What a yes to this brief needs. A service that the terms do not have is no work.
pub fn needed(brief: &Brief, terms: &Terms) -> Needed {
    let items = scene::items(brief, terms);
    let scene = Scene::new(brief, terms, &items);
    let job = scene.job();
    let mean = scene::sum(items.iter().map(|item| item.estimate().mean()));
    let wished = Work::new(mean, 0.0).base;
    let share = if scene.work.base > 0.0 {
        wished / scene.work.base
    } else {
        0.0
    };
    Needed {
        price: terms.floor_rate * job.total_quantile(scene.confidence),
        weeks: job.weeks_quantile(scene.confidence),
        wishes: share * job.effort_quantile(0.5),
        months: terms.care_months,
    }
}
