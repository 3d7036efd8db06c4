//! When a job must be delivered.

use serde::{Deserialize, Serialize};

/// When it must be delivered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Written", into = "Written")]
pub enum Deadline {
    /// Within so many weeks, at least 0.
    Weeks {
        /// The weeks.
        weeks: f64,
        /// The day from which they are counted.
        from: CountedFrom,
    },
    /// There is no date.
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
        /// The day on which the content is there.
        Content = "content",
    }
}

impl Deadline {
    /// Returns a date in so many weeks from today, at least 0.
    pub fn within(weeks: f64) -> Deadline {
        Deadline::Weeks {
            weeks,
            from: CountedFrom::Today,
        }
    }

    /// The weeks, or infinity where there is no date.
    pub fn weeks(self) -> f64 {
        match self {
            Deadline::Weeks { weeks, .. } => weeks,
            Deadline::Open => f64::INFINITY,
        }
    }

    /// The day from which the weeks are counted.
    pub fn from(self) -> CountedFrom {
        match self {
            Deadline::Weeks { from, .. } => from,
            Deadline::Open => CountedFrom::Today,
        }
    }

    /// The same date in other weeks. Where there is none, from today.
    pub fn with_weeks(self, weeks: f64) -> Deadline {
        Deadline::Weeks {
            weeks,
            from: self.from(),
        }
    }
}

/// A deadline as documents have it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Deadline"))]
#[serde(untagged)]
enum Written {
    /// Within so many weeks, at least 0.
    Weeks {
        /// The weeks.
        weeks: f64,
        /// The day from which they are counted.
        #[serde(default, skip_serializing_if = "is_today")]
        from: CountedFrom,
    },
    /// There is no date.
    Open(NoDate),
}

names! {
    /// No date.
    enum NoDate {
        /// There is no date.
        Open = "open",
    }
}

fn is_today(from: &CountedFrom) -> bool {
    *from == CountedFrom::Today
}

impl From<Written> for Deadline {
    fn from(written: Written) -> Deadline {
        match written {
            Written::Weeks { weeks, from } => Deadline::Weeks { weeks, from },
            Written::Open(_) => Deadline::Open,
        }
    }
}

impl From<Deadline> for Written {
    fn from(deadline: Deadline) -> Written {
        match deadline {
            Deadline::Weeks { weeks, from } => Written::Weeks { weeks, from },
            Deadline::Open => Written::Open(NoDate::Open),
        }
    }
}
