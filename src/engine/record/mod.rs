//! Retrospect: learning from finished jobs, backtests of it, and the calibration of past odds.

mod calibration;
mod learning;
mod leave_one_out;
mod own_jobs;
mod reliability;

pub use calibration::{
    Calibration, CalibrationBin, CalibrationFinding, ConfidenceInterval, InvalidOdds, Outcome,
    calibration, spoken_tenths,
};
pub use learning::{Learned, learned_overrun, learned_schedule};
pub use leave_one_out::{Backtest, Coverage, ForecastErrors, LeaveOneOut, leave_one_out};
pub use own_jobs::{OwnHours, OwnJob, OwnJobError, OwnWeeks};
pub use reliability::{Reliability, ReliabilityPoint, reliability};
