//! The appraisal: the whole answer for one brief, as kinds and numbers. Wording is left to the
//! callers.

use super::brief::{Brief, Contact, Existing, Pay, Payer, Relationship};
use super::budget::Budget;
use super::care::CareOwner;
use super::deadline::Deadline;
use super::flag::Flag;
use super::memo::Memo;
use super::odds::{Earnings, Odds, Quantiles};
use super::offer::Offer;
use super::reason::Reason;
use super::topic::Topic;
use serde::{Deserialize, Deserializer, Serialize};

/// The whole answer for one brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Appraisal {
    /// The answer.
    pub verdict: Verdict,
    /// Answer on the assumptions if the verdict is `ask`, otherwise the verdict. `None` without a
    /// wish.
    pub leaning: Option<Verdict>,
    /// Odds at which the answer is yes: 0.5 to 0.9.
    pub confidence: f64,
    /// Chance of passing each test.
    pub odds: Odds,
    /// Promises that the client expects.
    pub promises: Promises,
    /// Conditions of this brief that the shop never accepts.
    pub stops: Vec<Flag>,
    /// Conditions that warn. None of them has a number.
    pub flags: Vec<Flag>,
    /// Work, in person-hours.
    pub hours: Quantiles,
    /// Likely person-hours of unpaid care over the months for which the terms count it.
    pub care_hours: f64,
    /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
    pub weeks: Quantiles,
    /// Fixed price that pays with that chance, in the terms' currency.
    pub price: Quantiles,
    /// Real earnings of an hour once unpaid care is counted, in the terms' currency. `None` without
    /// a budget, and for a gift.
    pub earns_per_hour: Option<Earnings>,
    /// Money and date that a yes to the unchanged brief needs. `None` if no money and no date would
    /// do.
    pub needed: Option<Needed>,
    /// Budget, time and scope relative to the need at the confidence: 1 or more is enough.
    pub triangle: Triangle,
    /// Reasons for the verdict, weightiest first.
    pub reasons: Vec<Reason>,
    /// Changed briefs that reach the confidence: those within reach first, then by how little they
    /// change; a study last. At most five.
    pub offers: Vec<Offer>,
    /// Unanswered questions that could change the answer, most decisive first.
    pub questions: Vec<Question>,
    /// Answers that contradict one another.
    pub conflicts: Vec<Conflict>,
    /// Partner who may be better placed, whatever the verdict. `None` if no partner serves a must.
    pub referral: Option<Referral>,
    /// Assumptions in place of missing answers.
    pub assumed: Vec<AssumedAnswer>,
    /// The brief that was appraised with its open points settled, if the head counts on that.
    #[serde(skip)]
    pub(crate) settled: Memo<Option<Settled>>,
}

/// Brief with its open points settled.
#[derive(Debug)]
pub(crate) struct Settled {
    /// The brief, with the money and date that then make a yes.
    pub brief: Brief,
    /// Odds of the money and date that were said.
    pub odds: Odds,
}

impl Appraisal {
    /// Returns `true` if no answer can be given yet.
    pub fn is_waiting(&self) -> bool {
        self.verdict == Verdict::Ask && self.missing_topics().next().is_some()
    }

    /// Iterates over the topics without which no answer can be given, most decisive first.
    pub fn missing_topics(&self) -> impl Iterator<Item = Topic> {
        let topics = self.questions.iter().map(|question| question.topic);
        topics.filter(|topic| self.is_missing(*topic))
    }

    /// Returns `true` if no answer can be given before this is known.
    pub fn is_missing(&self, topic: Topic) -> bool {
        match topic {
            Topic::Wishes | Topic::Budget | Topic::Deadline | Topic::Size | Topic::GiftHours => {
                true
            }
            Topic::Existing => self.is_unseen(),
            _ => false,
        }
    }

    /// Returns `true` if it builds on something that nobody at the shop has looked at.
    pub fn is_unseen(&self) -> bool {
        self.flags.contains(&Flag::Unseen)
    }
}

names! {
    /// The answer to "should we take this project?".
    // In ascending order, the kindest first.
    #[derive(PartialOrd, Ord)]
    pub enum Verdict {
        /// Take it.
        Take = "take",
        /// Change its shape.
        Reshape = "reshape",
        /// Send the client to somebody better placed.
        Refer = "refer",
        /// Say no.
        Decline = "decline",
        /// Ask first.
        Ask = "ask",
    }
}

/// Promises that the client expects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promises {
    /// Ids of those that nobody can keep.
    pub broken: Vec<String>,
}

/// Money and date that turn an unchanged brief into a yes. A brief that fails on its odds is short
/// of at least one of them, and raising what falls short to this figure makes it pass.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Needed {
    /// Money in the unit of the deal: a fixed price, monthly fee or cap in the terms' currency, or
    /// person-hours of a gift. `None` for hourly work without a cap.
    pub money: Option<f64>,
    /// Weeks, counted from the same day as the deadline. `None` if there is no date.
    pub weeks: Option<f64>,
}

impl Needed {
    /// Returns the money and the weeks of a brief.
    pub fn of(brief: &Brief) -> Needed {
        let weeks = brief.deadline.map(Deadline::weeks);
        Needed {
            money: brief.budget.and_then(Budget::amount),
            weeks: weeks.filter(|weeks| weeks.is_finite()),
        }
    }
}

/// Budget, time and scope relative to the need at the confidence: 1 or more is enough.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Triangle {
    /// Budget over the money needed. `None` if either is missing.
    pub money: Option<f64>,
    /// Deadline over the weeks needed. `None` if either is missing.
    pub time: Option<f64>,
    /// Largest share of the wished hours that reaches the confidence, from 0 to 1. `None` without
    /// wishes, or with neither budget nor deadline.
    pub scope: Option<f64>,
}

/// Question that was left unanswered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Topic of the question.
    #[serde(rename = "id")]
    pub topic: Topic,
    /// Weight of the answers that would turn a yes into a no, or a no into a yes: 0 to 1.
    pub flips: f64,
    /// Largest minus smallest odds over its answers: 0 to 1.
    pub swing: f64,
    /// Spread of the figures over its answers: `ln` of the largest over the smallest price or
    /// duration, whichever is more; at least 0.
    pub moves: f64,
}

/// Answers that contradict one another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// Id of the rule.
    pub id: &'static str,
}

/// Partner who is better placed for some wishes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Referral {
    /// The id of the partner.
    pub partner: String,
    /// Ids of the wished services that the partner provides, then of the kinds of care.
    pub covers: Vec<String>,
}

/// Assumption in place of a missing answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssumedAnswer {
    /// Topic without an answer.
    #[serde(rename = "id")]
    pub topic: Topic,
    /// Assumed answer.
    pub value: Assumption,
}

/// Owners of care, payers and relationships share the name `client`; the topic tells them apart.
impl<'de> Deserialize<'de> for AssumedAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AssumedAnswer, D::Error> {
        #[derive(Deserialize)]
        struct AssumedAnswerRepr {
            id: Topic,
            value: Assumption,
        }
        let AssumedAnswerRepr { id: topic, value } = AssumedAnswerRepr::deserialize(deserializer)?;
        let value = match (topic, value) {
            (Topic::Costs, Assumption::Owner(CareOwner::Client)) => {
                Assumption::Payer(Payer::Client)
            }
            (Topic::Relationship, Assumption::Owner(CareOwner::Client)) => {
                Assumption::Relationship(Relationship::Client)
            }
            _ => value,
        };
        Ok(AssumedAnswer { topic, value })
    }
}

/// Assumed answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Assumption {
    /// Owner of care.
    Owner(CareOwner),
    /// Yes or no.
    YesOrNo(bool),
    /// Availability of the client.
    Contact(Contact),
    /// Relationship between client and shop.
    Relationship(Relationship),
    /// Existing thing that the job builds on.
    Existing(Existing),
    /// Timing of the payments.
    Pay(Pay),
    /// Payer of third-party charges.
    Payer(Payer),
    /// Midpoint: as if half were delivered in phases and half in one go.
    Midpoint(Midpoint),
}

names! {
    /// Midpoint between the answers.
    pub enum Midpoint {
        /// Neither of the answers.
        Usual = "usual",
    }
}
