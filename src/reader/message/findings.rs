//! Findings in a message: values of a brief, each with its words.

use crate::engine::{Budget, Deadline, Pay, Wish, bounds};
use serde::{Serialize, Serializer};

/// Findings in a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Tag of the language that it was read in, or `None` if it was not recognised, and nothing was
    /// read.
    pub language: Option<String>,
    /// Values that were found, in the order of the message.
    pub found: Vec<Finding>,
    /// Fields with ambiguous or incalculable statements.
    pub unclear: Vec<Unclear>,
}

/// Value found in a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Field of a brief, such as `budget`, `care/hosting` or `conditions/contentReady`.
    pub field: String,
    /// Value.
    pub value: FoundValue,
    /// Start of its words, in UTF-16 units.
    pub from: usize,
    /// End of its words.
    pub to: usize,
}

/// Ambiguous or incalculable statement about a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Unclear {
    /// Field.
    pub field: &'static str,
    /// Start of its words, in UTF-16 units.
    pub from: usize,
    /// End of its words.
    pub to: usize,
    /// Reason: `two-amounts`, `two-dates`, `no-date` or `which-date`.
    pub why: &'static str,
    /// Values of which the message does not say the right one; none if they cannot be calculated.
    pub choices: Vec<FoundValue>,
}

/// Value of a brief. Its JSON is that of a brief, without additional data.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundValue {
    /// Payment the client has in mind.
    Budget {
        /// Deal and amount, in the currency of the message.
        budget: Budget,
        /// Currency code, if there is one.
        currency: Option<String>,
    },
    /// Latest acceptable delivery.
    Deadline {
        /// Weeks, or that there is no date.
        deadline: Deadline,
        /// Day, if there is one, in days from 1 January 1970.
        day: Option<i64>,
    },
    /// Wish.
    Wish(Wish),
    /// Yes or no.
    Is(bool),
    /// One of several names.
    Choice(String),
    /// Number.
    Count(u32),
    /// Payment in this many stages.
    Stages(u32),
}

impl FoundValue {
    /// Returns `true` unless an amount or a date is beyond the [`bounds`]: a document or a link with
    /// it would be refused.
    pub(super) fn is_bounded(&self) -> bool {
        match self {
            FoundValue::Budget { budget, .. } => {
                let rate = match budget {
                    Budget::Hourly { rate, .. } => *rate,
                    _ => None,
                };
                let amounts = [budget.amount(), budget.most(), rate];
                amounts
                    .into_iter()
                    .flatten()
                    .all(|amount| amount <= bounds::MOST_MONEY)
            }
            FoundValue::Deadline { deadline, .. } => {
                *deadline == Deadline::Open || deadline.weeks() <= bounds::MOST_WEEKS
            }
            _ => true,
        }
    }
}

impl Serialize for FoundValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FoundValue::Budget { budget, .. } => budget.serialize(serializer),
            FoundValue::Deadline { deadline, .. } => deadline.serialize(serializer),
            FoundValue::Wish(wish) => wish.serialize(serializer),
            FoundValue::Is(is) => is.serialize(serializer),
            FoundValue::Choice(value) => value.serialize(serializer),
            FoundValue::Count(count) => count.serialize(serializer),
            FoundValue::Stages(stages) => Pay::Stages(*stages).serialize(serializer),
        }
    }
}
