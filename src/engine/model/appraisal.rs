//! The appraisal: the whole answer for one brief, as kinds and numbers. Wording is left to the
//! callers.

use super::brief::{Brief, Contact, Existing, Pay, Payer, Relationship};
use super::budget::Budget;
use super::care::{CareKind, CareOwner};
use super::deadline::Deadline;
use super::flag::Flag;
use super::terms::Terms;
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
}

names! {
    /// The answer to "should we take this project?".
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

/// Odds of the tests, each from 0 to 1; `None` for a test whose answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Odds {
    /// Chance of being on time. `None` without a deadline.
    pub time: Option<f64>,
    /// Chance that the job pays a modest income. `None` without a budget.
    pub money: Option<f64>,
    /// Chance of passing both, or the only one that has an answer. `None` if neither has.
    pub both: Option<f64>,
}

/// Promises that the client expects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promises {
    /// Ids of those that nobody can keep.
    pub broken: Vec<String>,
}

/// Values not exceeded in 5, 8 and 9 of 10 cases. Nothing beyond is published, because the far tail
/// of the curve failed on held-out projects.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantiles {
    /// Not exceeded in 5 of 10 cases.
    pub p50: f64,
    /// Not exceeded in 8 of 10 cases.
    pub p80: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
}

impl Quantiles {
    /// Returns the published value not exceeded with chance `p`, if it is one of these.
    pub fn at(&self, p: f64) -> Option<f64> {
        [(0.5, self.p50), (0.8, self.p80), (0.9, self.p90)]
            .into_iter()
            .find_map(|(known, value)| (known == p).then_some(value))
    }
}

/// Earnings of an hour, in the terms' currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Earnings {
    /// Not exceeded in 1 of 10 cases.
    pub p10: f64,
    /// Not exceeded in 5 of 10 cases.
    pub p50: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
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

/// Reason for the answer, with the numbers for its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// Condition that the shop never accepts.
    Stop {
        /// The condition.
        stop: Flag,
    },
    /// Promise that nobody can keep.
    Promise {
        /// Its id.
        promise: String,
    },
    /// Too little money.
    Budget {
        /// Gain in odds without a limit to the money.
        lift: f64,
        /// Offered money as a fixed price, or its equivalent over the care months, in the terms'
        /// currency.
        money: f64,
        /// Offered price of an hour, in the terms' currency, if an hourly job pays less than an
        /// hour must bring.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// Hours that the money pays for.
        pays_hours: f64,
        /// Hours of work and unpaid care, median.
        total_p50: f64,
        /// Hours of work and unpaid care, exceeded in 2 of 10 cases.
        total_p80: f64,
    },
    /// Too close a date.
    Deadline {
        /// Gain in odds without a date.
        lift: f64,
        /// Weeks that were asked for.
        weeks: f64,
        /// Weeks it takes, median.
        p50: f64,
        /// Weeks it takes, exceeded in 2 of 10 cases.
        p80: f64,
    },
    /// Care that nobody pays for.
    Care {
        /// Gain in odds if it is paid for.
        lift: f64,
        /// Its kinds.
        kinds: Vec<CareKind>,
        /// Its likely hours over the care months.
        hours: f64,
        /// Hours of the work itself, median.
        work_p50: f64,
        /// Months over which it is counted.
        months: f64,
        /// False if some of it was only assumed to be the shop's.
        said: bool,
    },
    /// Content that is not ready.
    Content {
        /// Gain in odds if it is ready.
        lift: f64,
        /// Usual wait in weeks.
        weeks: f64,
    },
    /// Contact that is not daily.
    Contact {
        /// Gain in odds with daily contact.
        lift: f64,
        /// The client's answer, if any.
        contact: Option<Contact>,
        /// False if it was only assumed.
        said: bool,
    },
    /// Delivery in one go.
    Phases {
        /// Gain in odds with phases.
        lift: f64,
        /// False if it was only assumed.
        said: bool,
    },
    /// Existing thing that nobody at the shop has looked at.
    Existing {
        /// Gain in odds once somebody has.
        lift: f64,
    },
    /// Pay that may never come.
    Pay {
        /// Gain in odds if everything were paid in advance. `None` for a share, which brings no
        /// money.
        lift: Option<f64>,
        /// Timing of the payments.
        pay: Pay,
        /// Chance that outstanding payments never come: 0 to 0.5.
        unpaid: f64,
        /// False if it was only assumed.
        said: bool,
    },
    /// Cost of a bid that rivals are likelier to win.
    Bid {
        /// Gain in odds without a bid.
        lift: f64,
        /// Person-hours of all the bids that it takes to win one such job.
        hours: f64,
        /// Chance of winning it: above 0, at most 1.
        chance: f64,
    },
    /// Third-party charges, if the shop pays them.
    Costs {
        /// Gain in odds if the client pays them.
        lift: f64,
        /// Their total, in the terms' currency.
        money: f64,
    },
    /// Rounds of changes beyond those in the price.
    Rounds {
        /// Gain in odds without them.
        lift: f64,
        /// Expected rounds.
        rounds: u32,
        /// Rounds in the price.
        included: u32,
    },
    /// Work with a least duration, however many people share it.
    #[serde(rename = "leastWeeks")]
    LeastWeeks {
        /// Gain in odds without the least duration.
        lift: f64,
        /// Least duration in weeks.
        weeks: f64,
    },
    /// Somebody outside who must do their part first.
    Depends {
        /// Gain in odds without them.
        lift: f64,
        /// Usual wait in weeks.
        weeks: f64,
    },
    /// Job that brings too little to be worth starting.
    Smallest {
        /// Money that it brings, in the terms' currency.
        money: f64,
        /// Smallest acceptable amount, in the terms' currency.
        smallest: f64,
    },
    /// Date that holds, if the answer is `take`.
    TimeHolds {
        /// Its odds.
        odds: f64,
        /// Weeks it takes, exceeded in 2 of 10 cases.
        p80: f64,
        /// Weeks given, or `None` if there is no date.
        weeks: Option<f64>,
    },
    /// Money that holds, if the answer is `take`.
    MoneyHolds {
        /// Its odds.
        odds: f64,
        /// Price that pays in 8 of 10 cases.
        p80: f64,
    },
    /// Promises that can all be kept, if the answer is `take`.
    PromisesHold {
        /// Number of promises.
        count: usize,
    },
}

impl Reason {
    /// Returns the gain in odds if it is repaired, or `None` if odds do not come into it.
    pub fn lift(&self) -> Option<f64> {
        match self {
            Reason::Budget { lift, .. }
            | Reason::Deadline { lift, .. }
            | Reason::Care { lift, .. }
            | Reason::Content { lift, .. }
            | Reason::Contact { lift, .. }
            | Reason::Phases { lift, .. }
            | Reason::Existing { lift }
            | Reason::Bid { lift, .. }
            | Reason::Costs { lift, .. }
            | Reason::Rounds { lift, .. }
            | Reason::LeastWeeks { lift, .. }
            | Reason::Depends { lift, .. } => Some(*lift),
            Reason::Pay { lift, .. } => *lift,
            Reason::Stop { .. }
            | Reason::Promise { .. }
            | Reason::Smallest { .. }
            | Reason::TimeHolds { .. }
            | Reason::MoneyHolds { .. }
            | Reason::PromisesHold { .. } => None,
        }
    }
}

/// Changed brief that reaches the confidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Kind of offer.
    #[serde(rename = "id")]
    pub kind: OfferKind,
    /// Every change, repairs first.
    pub changes: Vec<Change>,
    /// The changed brief.
    pub brief: Brief,
    /// Its odds.
    pub odds: Odds,
    /// True if it lies within the terms' reach; otherwise it shows what a yes would take.
    pub within: bool,
}

impl Offer {
    /// Returns the offer as a client may read it: who offers too little for an hour is asked for the rate of the
    /// terms rather than the floor rate, which is the shop's own.
    #[must_use]
    pub fn at_published_rate(mut self, terms: &Terms) -> Offer {
        for change in &mut self.changes {
            if let Change::Budget { from, to, exact } = change
                && let Budget::Hourly { rate, .. } = to
                && rate.is_some()
                && !matches!(from, Some(Budget::Hourly { rate: asked, .. }) if asked == rate)
            {
                *exact = terms.rate / terms.net_factor();
                *rate = Some(*exact);
                self.brief.budget = Some(*to);
            }
        }
        self
    }
}

names! {
    /// Kind of offer.
    pub enum OfferKind {
        /// The repairs alone suffice.
        Repair = "repair",
        /// Pay in stages.
        Plan = "plan",
        /// Other ways of working together.
        Conditions = "conditions",
        /// More money.
        Price = "price",
        /// A later date.
        Time = "time",
        /// More money and a later date.
        Both = "both",
        /// Some wishes left for a second phase.
        Less = "less",
        /// The musts alone, with the money and the date that they need.
        Phase = "phase",
        /// Other means to the same purpose.
        Means = "means",
        /// A monthly fee that covers the work and its care.
        Retainer = "retainer",
        /// By the hour.
        Hourly = "hourly",
        /// A limit to unpaid care.
        Limit = "limit",
        /// As much as the money buys.
        Start = "start",
        /// A small paid study first.
        Discovery = "discovery",
    }
}

/// One change of an offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Change {
    /// A condition that the shop never accepts is lifted.
    Lift {
        /// The condition.
        stop: Flag,
    },
    /// A promise that nobody can keep is no longer expected.
    Promise {
        /// Its id.
        promise: String,
    },
    /// A kind of care gets another owner, or its first.
    Care {
        /// Kind of care.
        kind: CareKind,
        /// Previous owner, if any was named.
        from: Option<CareOwner>,
        /// New owner.
        to: CareOwner,
    },
    /// Content is ready before the start.
    ContentReady {
        /// Previous answer, if any.
        from: Option<bool>,
    },
    /// The client can be reached this often.
    Contact {
        /// Previous answer, if any.
        from: Option<Contact>,
        /// New answer.
        to: Contact,
    },
    /// It is delivered in phases.
    Phased {
        /// Previous answer, if any.
        from: Option<bool>,
    },
    /// Some of a wish, or all of it, is left for a second phase.
    LeaveOut {
        /// Index of the wish in the original brief.
        wish: usize,
        /// Number of units left out.
        count: u32,
        /// Number of units wished for.
        of: u32,
    },
    /// A service is exchanged for another that serves the same purpose.
    Exchange {
        /// Index of the wish in the brief.
        wish: usize,
        /// Id of the wished service.
        from: String,
        /// Id of the service that replaces it.
        to: String,
    },
    /// Another budget.
    Budget {
        /// Previous budget, if any.
        from: Option<Budget>,
        /// New budget, rounded up to three significant digits.
        to: Budget,
        /// Amount before rounding, in the terms' currency.
        exact: f64,
    },
    /// Another date.
    Deadline {
        /// Previous deadline, if any.
        from: Option<Deadline>,
        /// New deadline, rounded up to half a week.
        to: Deadline,
        /// Weeks before rounding.
        exact: f64,
    },
    /// A small paid study as a job of its own.
    Study {
        /// Its likely hours.
        hours: f64,
    },
    /// The payments have another timing.
    Pay {
        /// Previous timing, if any.
        from: Option<Pay>,
        /// New timing.
        to: Pay,
    },
    /// The client pays third-party charges.
    Costs,
    /// Work by the hour, with its likely total.
    Hourly {
        /// Previous budget, if any.
        from: Option<Budget>,
        /// The price of an hour, in the terms' currency.
        rate: f64,
        /// Payment by the client, in the terms' currency.
        pays: Quantiles,
    },
    /// A kind of care has a monthly limit of free hours; further ones are billed.
    Limit {
        /// Kind of care.
        kind: CareKind,
        /// Previous hours a month.
        from: f64,
        /// New hours a month.
        to: f64,
    },
    /// One service replaces all wishes.
    Start {
        /// Its id.
        service: String,
    },
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

/// Payers and owners of care share the names `client` and so on; the topic tells them apart.
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
