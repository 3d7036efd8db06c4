//! Deadlines of jobs.

use serde::{Deserialize, Serialize};

/// Latest acceptable delivery.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "DeadlineRepr", into = "DeadlineRepr")]
pub enum Deadline {
    /// Date in this many weeks, at least 0.
    Weeks {
        /// Number of weeks.
        weeks: f64,
        /// Day from which the weeks are counted.
        from: CountedFrom,
    },
    /// No date.
    Open,
}

names! {
    /// The day from which weeks are counted.
    #[derive(Default)]
    pub enum CountedFrom {
        /// Today.
        Today = "today" #[default],
        /// The start of the work.
        Start = "start",
        /// The day on which the content is ready.
        Content = "content",
    }
}

impl Deadline {
    /// Returns a date this many weeks from today, at least 0.
    pub fn within(weeks: f64) -> Deadline {
        Deadline::Weeks {
            weeks,
            from: CountedFrom::Today,
        }
    }

    /// Returns the weeks, or infinity if there is no date.
    pub fn weeks(self) -> f64 {
        match self {
            Deadline::Weeks { weeks, .. } => weeks,
            Deadline::Open => f64::INFINITY,
        }
    }

    /// Returns the day from which the weeks are counted.
    pub fn from(self) -> CountedFrom {
        match self {
            Deadline::Weeks { from, .. } => from,
            Deadline::Open => CountedFrom::Today,
        }
    }

    /// Returns a date in other weeks, counted from the same day, or from today if there was no
    /// date.
    pub fn with_weeks(self, weeks: f64) -> Deadline {
        Deadline::Weeks {
            weeks,
            from: self.from(),
        }
    }
}

/// Deadline in the form of documents.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Deadline"))]
#[serde(untagged, deny_unknown_fields)]
enum DeadlineRepr {
    /// Date in this many weeks, at least 0.
    Weeks {
        /// Number of weeks.
        weeks: f64,
        /// Day from which the weeks are counted.
        #[serde(default, skip_serializing_if = "is_today")]
        from: CountedFrom,
    },
    /// No date.
    Open(NoDate),
}

names! {
    /// No date.
    enum NoDate {
        /// No date.
        Open = "open",
    }
}

fn is_today(from: &CountedFrom) -> bool {
    *from == CountedFrom::Today
}

impl From<DeadlineRepr> for Deadline {
    fn from(written: DeadlineRepr) -> Deadline {
        match written {
            DeadlineRepr::Weeks { weeks, from } => Deadline::Weeks { weeks, from },
            DeadlineRepr::Open(_) => Deadline::Open,
        }
    }
}

impl From<Deadline> for DeadlineRepr {
    fn from(deadline: Deadline) -> DeadlineRepr {
        match deadline {
            Deadline::Weeks { weeks, from } => DeadlineRepr::Weeks { weeks, from },
            Deadline::Open => DeadlineRepr::Open(NoDate::Open),
        }
    }
}
