//! Portfolio: several jobs of one shop at once, with the chance that all of them are in time and
//! the revenue of their hours.
//!
//! # Scheduling rule
//! Hours go to the job with the earliest deadline first, day by day. A job gets at most
//! [`Team::hours_per_week`](crate::Team::hours_per_week) of a week's hours, and the remainder goes to
//! the next one. Within a working day hours are spread evenly. A job that has not begun waits for
//! [`Team::starts_in_weeks`](crate::Team::starts_in_weeks), one that has begun does not. Nothing is
//! known beforehand: a job that overruns takes its hours from those behind it.
//!
//! That shops work like this is an assumption. Earliest deadline first makes the fewest jobs late if
//! nothing is known beforehand, and it needs no plan.
//!
//! # One job of several
//! Given the remaining capacity, a job behaves as it does alone: it is ready once it has got its
//! estimate times its schedule factor, and has waited its wait times that factor. It takes its
//! estimate times its overrun away from the others. So a single job, in weeks with the hours that one
//! job gets, has the odds of its appraisal.
//!
//! # Correlation
//! Optimism persists: of the variance of `ln` overrun, [`SHARED_VARIANCE`] is common to all jobs of
//! one shop. The overrun of each job keeps its log-logistic distribution; with that share `s`, its
//! normal score is `√s · g + √(1 − s) · e`, with `g` common to all jobs and `e` independent (a
//! Gaussian copula). Schedule factors have no further common part: an assumption.
//!
//! # Quadrature
//! Chances are means over fixed points of a lattice, the same for every answer. Nothing is drawn at
//! random. Lateness is in closed form at each point, so that few points suffice.
//! `tests/portfolio.rs` compares with a simulation that draws everything.

mod capacity;
mod lattice;
mod prospect;
mod schedule;
mod selection;
mod totals;

pub use capacity::Capacity;
pub use lattice::SHARED_VARIANCE;
pub use prospect::Prospect;
pub use schedule::{PortfolioJob, QUARTER_WEEKS};
pub use selection::{MOST_CANDIDATES, best_jobs};
pub use totals::{Portfolio, portfolio};
