//! Lattice of quadrature points: overruns of all jobs at once.

use super::SHARED;
use crate::math::{logit, normal, normal_quantile};
use libm::sqrt;

/// Korobov lattice: its number of points and its generator. Of all generators up to half the number
/// of points this one has the least error for smooth functions of thirteen variables (criterion P₂,
/// later variables weighted by 0.35).
pub(super) type Lattice = (usize, usize);

/// Lattice of every published chance. Chances for a dozen jobs are within half a percentage point of a
/// simulation.
pub(super) const FINE: Lattice = (509, 129);

/// Lattice that tells sets apart which are far from the confidence. Chances are within two percentage
/// points.
pub(super) const COARSE: Lattice = (127, 7);

/// Overruns of jobs at every point, on the logistic scale.
pub(super) struct Points {
    /// Overruns of each job at every point.
    z: Vec<Vec<f64>>,
    /// Number of points.
    pub count: usize,
}

impl Points {
    /// Returns the points for this many jobs.
    pub fn new(jobs: usize, (count, generator): Lattice) -> Points {
        let mut step = 1;
        let shared: Vec<f64> = figures(step, count).collect();
        let z = (0..jobs).map(|_| {
            step = step * generator % count;
            let own = figures(step, count);
            let mixed = shared
                .iter()
                .zip(own)
                .map(|(shared, own)| sqrt(SHARED) * shared + sqrt(1.0 - SHARED) * own);
            mixed.map(|x| logit(normal(x))).collect()
        });
        Points {
            z: z.collect(),
            count,
        }
    }

    /// Returns the overruns of a job, by its index.
    pub fn of(&self, place: usize) -> &[f64] {
        self.z.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Standard normal quantiles of evenly spaced chances, in the order of a step of the lattice.
fn figures(step: usize, count: usize) -> impl Iterator<Item = f64> {
    (0..count).map(move |point| {
        let place = (point * step % count) as f64;
        normal_quantile((place + 0.5) / count as f64)
    })
}
