//! Waits of a job: for content, and for somebody outside.

use crate::math::LogLogistic;
use crate::model::Spread;

/// Chances at which a wait is evaluated, each equally likely.
pub(crate) const WAITS: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];

/// Number of combined waits: five for content with five for somebody outside.
pub(super) const MOST_WAITS: usize = WAITS.len() * WAITS.len();

/// Equally likely waits of a job, in weeks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waits {
    weeks: [f64; MOST_WAITS],
    count: usize,
}

impl Waits {
    /// Returns the waits for content and for somebody outside, or one of 0 weeks if there is none.
    pub fn new(content: Option<Spread>, outside: Option<Spread>) -> Waits {
        let mut waits = Waits {
            weeks: [0.0; MOST_WAITS],
            count: 1,
        };
        for spread in [content, outside].into_iter().flatten() {
            let wait = LogLogistic::new(spread);
            let before = waits;
            waits.count = 0;
            for first in before.all() {
                for second in WAITS {
                    if let Some(weeks) = waits.weeks.get_mut(waits.count) {
                        *weeks = first + wait.quantile(second);
                        waits.count += 1;
                    }
                }
            }
        }
        waits
    }

    /// Returns the array of waits, and how many of its elements are in use.
    pub fn parts(&self) -> ([f64; MOST_WAITS], usize) {
        (self.weeks, self.count)
    }

    /// Returns the number of waits.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Iterates over the waits.
    pub fn all(&self) -> impl Iterator<Item = f64> {
        self.weeks.into_iter().take(self.count)
    }

    /// Returns `true` if there is something to wait for.
    pub fn is_any(&self) -> bool {
        self.count > 1
    }

    /// Returns the median wait.
    pub fn middle(&self) -> f64 {
        // Each list of five has its median in the middle, and so have their sums.
        self.weeks.get(self.count / 2).copied().unwrap_or_default()
    }
}
