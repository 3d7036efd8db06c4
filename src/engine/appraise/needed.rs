//! The figures that a yes needs: the other side of the triangle.

use crate::appraise::job::Work;
use crate::appraise::scenario::{self, Scenario};
use crate::model::{Appraisal, Brief, Budget, Terms};

/// What a yes needs at the confidence, test by test: the other side of the
/// [`Triangle`](crate::Triangle), whose corners are what is given over this.
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

/// What a yes to this brief needs, test by test. `known` is the answer to it. A service that the
/// terms do not have is no work.
pub fn needed(brief: &Brief, terms: &Terms, known: &Appraisal) -> Needed {
    let items = scenario::items(brief, terms);
    let scenario = Scenario::new(brief, terms, &items);
    let job = scenario.job();
    let mean = items.iter().map(|item| item.estimate().mean()).sum();
    let wished = Work::new(mean, 0.0).base;
    let share = if scenario.work.base > 0.0 {
        wished / scenario.work.base
    } else {
        0.0
    };
    Needed {
        price: job.price_at(scenario.confidence, known.price),
        weeks: job.weeks_at(scenario.confidence, known.weeks),
        wishes: share * known.hours.p50,
        months: terms.care_months,
    }
}
