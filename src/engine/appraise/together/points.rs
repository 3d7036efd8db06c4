//! Fixed points: overruns of all jobs at once, spread over all that may come.

use super::SHARED;
use crate::math::{logit, normal, normal_quantile};
use libm::sqrt;

/// Number of points. With so many, chances of a dozen jobs are within half a point of those that a
/// simulation finds.
pub(super) const POINTS: usize = 1021;

/// Multiplier of the lattice. Of all up to half the number of points it has the least error on smooth
/// functions of thirteen figures (the criterion P₂ of Korobov's lattices, later figures weighted 0.35).
const KOROBOV: usize = 414;

/// The overruns of some jobs at every point, on the logistic scale.
pub(super) struct Points {
    /// For each job in turn, its overrun at every point.
    z: Vec<Vec<f64>>,
}

impl Points {
    /// The points for so many jobs.
    pub fn new(jobs: usize) -> Points {
        let mut step = 1;
        let shared: Vec<f64> = figures(step).collect();
        let z = (0..jobs).map(|_| {
            step = step * KOROBOV % POINTS;
            let own = figures(step);
            let mixed = shared
                .iter()
                .zip(own)
                .map(|(shared, own)| sqrt(SHARED) * shared + sqrt(1.0 - SHARED) * own);
            mixed.map(|x| logit(normal(x))).collect()
        });
        Points { z: z.collect() }
    }

    /// The overruns of a job, by its place in the order.
    pub fn of(&self, place: usize) -> &[f64] {
        self.z.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Standard normal figures at evenly spread chances, in the order of a step of the lattice.
fn figures(step: usize) -> impl Iterator<Item = f64> {
    (0..POINTS).map(move |point| {
        let place = (point * step % POINTS) as f64;
        normal_quantile((place + 0.5) / POINTS as f64)
    })
}
