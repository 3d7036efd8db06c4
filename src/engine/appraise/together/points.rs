//! Lattice of quadrature points: overruns of all jobs at once.

use super::SHARED;
use crate::math::{logit, normal, normal_quantile};
use libm::sqrt;

/// Number of points. With this many, chances for a dozen jobs are within half a percentage point of
/// a simulation.
pub(super) const POINTS: usize = 509;

/// Generator of the Korobov lattice. Of all up to half the number of points it has the least error
/// for smooth functions of thirteen variables (criterion P₂, later variables weighted by 0.35).
const KOROBOV: usize = 129;

/// Overruns of jobs at every point, on the logistic scale.
pub(super) struct Points {
    /// Overruns of each job at every point.
    z: Vec<Vec<f64>>,
}

impl Points {
    /// Returns the points for this many jobs.
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

    /// Returns the overruns of a job, by its index.
    pub fn of(&self, place: usize) -> &[f64] {
        self.z.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Standard normal quantiles of evenly spaced chances, in the order of a step of the lattice.
fn figures(step: usize) -> impl Iterator<Item = f64> {
    (0..POINTS).map(move |point| {
        let place = (point * step % POINTS) as f64;
        normal_quantile((place + 0.5) / POINTS as f64)
    })
}
