//! Looking back: what finished jobs teach, and how past odds held.

mod calibration;
mod own_jobs;

pub use calibration::{Band, Finding, Interval, NotOdds, Outcome, Record, record, spoken_tenths};
pub use own_jobs::{Learned, OwnJob, OwnJobError, learned};
