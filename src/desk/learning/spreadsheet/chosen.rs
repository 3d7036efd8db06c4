//! Chosen columns of a spreadsheet, and notes on how they are read.

use serde::{Deserialize, Serialize};

/// The columns that matter, by their indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Name of the job.
    pub name: Option<usize>,
    /// Estimated hours.
    pub estimated: Option<usize>,
    /// Actual hours.
    pub actual: Option<usize>,
    /// Price.
    pub price: Option<usize>,
    /// Planned weeks.
    #[serde(default)]
    pub planned_weeks: Option<usize>,
    /// Actual weeks.
    #[serde(default)]
    pub actual_weeks: Option<usize>,
}

impl Chosen {
    /// Returns `true` if a column is one of them.
    pub(super) fn contains(&self, column: usize) -> bool {
        let hours = [self.estimated, self.actual];
        let weeks = [self.planned_weeks, self.actual_weeks];
        let mut all = [self.name, self.price]
            .into_iter()
            .chain(hours)
            .chain(weeks);
        all.any(|it| it == Some(column))
    }
}

/// Something that was read in a way that should be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Seconds were read as hours.
    Seconds,
    /// Milliseconds were read as hours.
    Milliseconds,
    /// Days were read as hours of eight a day.
    Days,
    /// A range was read at its middle.
    Ranges,
    /// Each row of a job has the same estimate, which is counted once.
    Once,
    /// Each row of a job has the same estimate, which is counted once for each of its periods.
    OncePerPeriod,
    /// Each entry of a task has the estimate of the task, which is counted once.
    OnceEach,
    /// Numbers were read as hours that may be minutes.
    Minutes,
    /// The jobs stand in columns.
    Turned,
    /// Several columns have one head, and none of them was taken.
    Twins,
}
