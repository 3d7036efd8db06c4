//! Capacity: the hours that all jobs share.

/// Hours available to a shop, week by week.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Remaining part of the first week: above 0, at most 1.
    pub first: f64,
    /// Hours a week from this week on, each at least 0. The first is that of a whole week.
    pub weeks: Vec<f64>,
    /// Hours of every later week, at least 0.
    pub usual: f64,
}

impl Capacity {
    /// Returns a capacity of the same hours in every week, at least 0.
    pub fn even(hours: f64) -> Capacity {
        Capacity {
            first: 1.0,
            weeks: Vec::new(),
            usual: hours,
        }
    }
}
