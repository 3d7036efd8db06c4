//! The appraisal: the whole answer for one brief, as data. The engine does not speak; the words
//! are made elsewhere.

use super::brief::{Brief, Contact, Existing, Pay, Payer, Relationship};
use super::budget::Budget;
use super::care::{CareKind, CareOwner};
use super::deadline::Deadline;
use super::flag::Flag;
use super::topic::Topic;
use serde::{Deserialize, Deserializer, Serialize};

/// The whole answer for one brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Appraisal {
    /// The answer.
    pub verdict: Verdict,
    /// What the answer would be on the assumptions, where the verdict is `ask`; else the verdict.
    /// None without a wish.
    pub leaning: Option<Verdict>,
    /// The odds at which the answer is yes: 0.5 to 0.9.
    pub confidence: f64,
    /// The chance of passing each test.
    pub odds: Odds,
    /// The promises that are expected.
    pub promises: Promises,
    /// Conditions that this shop never accepts and that are there.
    pub stops: Vec<Flag>,
    /// Conditions that warn. None of them has a number.
    pub flags: Vec<Flag>,
    /// Work, in person-hours.
    pub hours: Quantiles,
    /// Unpaid care in likely person-hours, over the months that the terms count it.
    pub care_hours: f64,
    /// From today to delivery, in weeks.
    pub weeks: Quantiles,
    /// The fixed price that pays with that chance, in the terms' currency.
    pub price: Quantiles,
    /// What an hour really earns once the unpaid care is counted, in the terms' currency.
    /// None without a budget, and of a gift.
    pub earns_per_hour: Option<Earnings>,
    /// What a yes takes of the brief as it stands. None where no money and no date would do.
    pub needed: Option<Needed>,
    /// What is given as a share of what is needed at the confidence: 1 or more is enough.
    pub triangle: Triangle,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Changed briefs that reach the confidence: those within reach first, then by how little they
    /// change; a study last. At most five.
    pub offers: Vec<Offer>,
    /// What was not said and could change the answer, the most decisive first.
    pub questions: Vec<Question>,
    /// Answers that contradict one another.
    pub conflicts: Vec<Conflict>,
    /// Who may be better placed, whatever the verdict. None where no partner serves a must.
    pub referral: Option<Referral>,
    /// What was not said and had to be taken for something.
    pub assumed: Vec<Assumed>,
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

/// The odds of the tests, each from 0 to 1; `None` for a test whose answer was not said.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Odds {
    /// The chance of being on time. None without a deadline.
    pub time: Option<f64>,
    /// The chance that the job pays a modest income. None without a budget.
    pub money: Option<f64>,
    /// The chance of both, or of the one that was said. None where neither was.
    pub both: Option<f64>,
}

/// The promises that are expected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promises {
    /// The ids of those that nobody can keep.
    pub broken: Vec<String>,
}

/// Values not exceeded in 5, 8 and 9 of 10 cases. Nothing beyond is published: the curve's far
/// tail failed on projects that were kept aside.
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
    /// The value not exceeded with chance `p`, where it is one of these.
    pub fn at(&self, p: f64) -> Option<f64> {
        [(0.5, self.p50), (0.8, self.p80), (0.9, self.p90)]
            .into_iter()
            .find_map(|(known, value)| (known == p).then_some(value))
    }
}

/// What an hour earns, in the terms' currency.
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

/// The money and the date that make a yes of a brief as it stands: whoever is told no by the odds lacks
/// at least one of them, and whoever raises what they lack to it is told yes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Needed {
    /// The money, in the unit of the deal: a fixed price, a monthly fee or a cap in the terms' currency,
    /// of a gift person-hours. None by the hour without a cap.
    pub money: Option<f64>,
    /// The weeks, counted as the date that was asked for. None where there is no date.
    pub weeks: Option<f64>,
}

/// What is given as a share of what is needed at the confidence: 1 or more is enough.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Triangle {
    /// Budget over the money that is needed. None where one of the two is.
    pub money: Option<f64>,
    /// Deadline over the weeks that are needed. None where one of the two is.
    pub time: Option<f64>,
    /// The largest share of the wishes' hours that reaches the confidence, from 0 to 1. None
    /// where nothing is wished for, or neither budget nor deadline was said.
    pub scope: Option<f64>,
}

/// Why the answer is what it is, with the numbers that its sentence needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// A condition that this shop never accepts.
    Stop {
        /// Which.
        stop: Flag,
    },
    /// A promise that nobody can keep.
    Promise {
        /// Its id.
        promise: String,
    },
    /// The money.
    Budget {
        /// How much the odds gain without a limit to it.
        lift: f64,
        /// What was offered, as a fixed price or its like over the care months, in the terms' currency.
        money: f64,
        /// By the hour, the price of an hour that was offered, in the terms' currency, where it is below
        /// what an hour must bring.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// The hours that it pays for.
        pays_hours: f64,
        /// The hours of work and unpaid care, as often more as less.
        total_p50: f64,
        /// The hours of work and unpaid care, more in 2 of 10 cases.
        total_p80: f64,
    },
    /// The date.
    Deadline {
        /// How much the odds gain without one.
        lift: f64,
        /// The weeks asked for.
        weeks: f64,
        /// The weeks it takes, as often more as less.
        p50: f64,
        /// The weeks it takes, more in 2 of 10 cases.
        p80: f64,
    },
    /// Care that nobody pays for.
    Care {
        /// How much the odds gain if it is paid for.
        lift: f64,
        /// Its kinds.
        kinds: Vec<CareKind>,
        /// Its likely hours over the care months.
        hours: f64,
        /// The hours of the work itself, as often more as less.
        work_p50: f64,
        /// Over how many months it is counted.
        months: f64,
        /// False where some of it was only assumed to be the shop's.
        said: bool,
    },
    /// Content that is not ready.
    Content {
        /// How much the odds gain if it is.
        lift: f64,
        /// The wait it usually means, in weeks.
        weeks: f64,
    },
    /// Contact that is not daily.
    Contact {
        /// How much the odds gain if it is.
        lift: f64,
        /// What was said.
        contact: Option<Contact>,
        /// False where it was only assumed.
        said: bool,
    },
    /// Delivery in one go.
    Phases {
        /// How much the odds gain in phases.
        lift: f64,
        /// False where it was only assumed.
        said: bool,
    },
    /// Something that nobody of the shop has looked at.
    Existing {
        /// How much the odds gain if somebody has.
        lift: f64,
    },
    /// Pay that may never come.
    Pay {
        /// How much the odds gain if all were paid before. None of a share: nothing comes in.
        lift: Option<f64>,
        /// When the money comes.
        pay: Pay,
        /// The chance that what is not yet paid never comes: 0 to 0.5.
        unpaid: f64,
        /// False where it was only assumed.
        said: bool,
    },
    /// The cost of a bid that others are likelier to win.
    Bid {
        /// How much the odds gain without it.
        lift: f64,
        /// The person-hours of all bids that it takes to get one such job.
        hours: f64,
        /// The chance to get it: above 0, at most 1.
        chance: f64,
    },
    /// Charges of others, where the shop pays it.
    Costs {
        /// How much the odds gain if the client pays it.
        lift: f64,
        /// Amount that it comes to, in the terms' currency.
        money: f64,
    },
    /// Rounds of changes beyond those in the price.
    Rounds {
        /// How much the odds gain without them.
        lift: f64,
        /// How many are expected.
        rounds: u32,
        /// How many are in the price.
        included: u32,
    },
    /// Work that lasts its time, however many do it.
    #[serde(rename = "leastWeeks")]
    LeastWeeks {
        /// How much the odds gain if it did not.
        lift: f64,
        /// The weeks that it lasts.
        weeks: f64,
    },
    /// Somebody outside who must do their part first.
    Depends {
        /// How much the odds gain without.
        lift: f64,
        /// The wait it usually means, in weeks.
        weeks: f64,
    },
    /// A job that brings too little to be begun.
    Smallest {
        /// Money that it brings, in the terms' currency.
        money: f64,
        /// The least that a job must bring, in the terms' currency.
        smallest: f64,
    },
    /// A test that holds, where the answer is `take`.
    TimeHolds {
        /// Its odds.
        odds: f64,
        /// The weeks it takes, more in 2 of 10 cases.
        p80: f64,
        /// The weeks given. None: there is no date.
        weeks: Option<f64>,
    },
    /// A test that holds, where the answer is `take`.
    MoneyHolds {
        /// Its odds.
        odds: f64,
        /// The price that pays in 8 of 10 cases.
        p80: f64,
    },
    /// Every promise that is expected can be kept, where the answer is `take`.
    PromisesHold {
        /// How many are expected.
        count: usize,
    },
}

impl Reason {
    /// How much the odds gain if it is repaired. None where it is no matter of odds.
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

/// A changed brief that reaches the confidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// What kind of change it is.
    pub id: OfferId,
    /// Every change, repairs first.
    pub changes: Vec<Change>,
    /// The changed brief.
    pub brief: Brief,
    /// Its odds.
    pub odds: Odds,
    /// Whether it lies within the terms' reach; else it is what a yes would take.
    pub within: bool,
}

names! {
    /// A kind of offer.
    pub enum OfferId {
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
        /// A monthly fee that carries the work and its care.
        Retainer = "retainer",
        /// By the hour.
        Hourly = "hourly",
        /// A limit to unpaid care.
        Limit = "limit",
        /// What the money buys.
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
        /// Which.
        stop: Flag,
    },
    /// A promise that nobody can keep is not expected any more.
    Promise {
        /// Its id.
        promise: String,
    },
    /// Somebody else looks after a kind of care, or somebody is named at all.
    Care {
        /// Which kind.
        kind: CareKind,
        /// What was said.
        from: Option<CareOwner>,
        /// Who it is now.
        to: CareOwner,
    },
    /// Content is ready before the start.
    ContentReady {
        /// What was said.
        from: Option<bool>,
    },
    /// The client can be reached so often.
    Contact {
        /// What was said.
        from: Option<Contact>,
        /// What it is now.
        to: Contact,
    },
    /// It is delivered in phases.
    Phased {
        /// What was said.
        from: Option<bool>,
    },
    /// Some of a wish, or all of it, is left for a second phase.
    LeaveOut {
        /// Where the wish stands in the brief that was asked, counted from 0.
        wish: usize,
        /// How many of it are left out.
        count: u32,
        /// How many were wished for.
        of: u32,
    },
    /// A service is exchanged for another that serves the same purpose.
    Exchange {
        /// Where the wish stands in the brief, counted from 0.
        wish: usize,
        /// The id of the service that was wished for.
        from: String,
        /// The id of the service it is exchanged for.
        to: String,
    },
    /// Another budget.
    Budget {
        /// What was said.
        from: Option<Budget>,
        /// What it takes, rounded up to three significant digits.
        to: Budget,
        /// What it takes, before rounding, in the terms' currency.
        exact: f64,
    },
    /// Another date.
    Deadline {
        /// What was said.
        from: Option<Deadline>,
        /// What it takes, rounded up to half a week.
        to: Deadline,
        /// What it takes, before rounding, in weeks.
        exact: f64,
    },
    /// A small paid study as a job of its own.
    Study {
        /// Its likely hours.
        hours: f64,
    },
    /// The money comes at other times.
    Pay {
        /// What was said.
        from: Option<Pay>,
        /// What it is now.
        to: Pay,
    },
    /// The client pays what others charge.
    Costs,
    /// By the hour, with what that is likely to come to.
    Hourly {
        /// What was said.
        from: Option<Budget>,
        /// The price of an hour, in the terms' currency.
        rate: f64,
        /// Payment by the client, in the terms' currency.
        pays: Quantiles,
    },
    /// So many hours a month of a kind of care for nothing; further ones are billed.
    Limit {
        /// Which kind.
        kind: CareKind,
        /// The hours a month that it was.
        from: f64,
        /// The hours a month that it is now.
        to: f64,
    },
    /// One service in place of all wishes.
    Start {
        /// Its id.
        service: String,
    },
}

/// Something that was not said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// What was not said.
    pub id: Topic,
    /// The weight of the answers that would change the verdict: 0 to 1.
    pub flips: f64,
    /// The largest less the smallest odds over its answers: 0 to 1.
    pub swing: f64,
    /// How far its answers move the figures: `ln` of the largest over the smallest price, or weeks,
    /// whichever is more; at least 0.
    pub moves: f64,
}

/// Answers that contradict one another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The id of the rule.
    pub id: &'static str,
}

/// Who is better placed, and for what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Referral {
    /// The id of the partner.
    pub partner: String,
    /// The ids of the wished services that they serve, then of the kinds of care that they take on.
    pub covers: Vec<String>,
}

/// What was not said, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumed {
    /// What was not said.
    pub id: Topic,
    /// What it was taken for.
    pub value: Assumption,
}

/// Who pays and who does something are written alike; what it is about tells them apart.
impl<'de> Deserialize<'de> for Assumed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Assumed, D::Error> {
        #[derive(Deserialize)]
        struct Members {
            id: Topic,
            value: Assumption,
        }
        let Members { id, value } = Members::deserialize(deserializer)?;
        let value = match (id, value) {
            (Topic::Costs, Assumption::Owner(CareOwner::Client)) => {
                Assumption::Payer(Payer::Client)
            }
            _ => value,
        };
        Ok(Assumed { id, value })
    }
}

/// What something that was not said is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Assumption {
    /// Who looks after it.
    Owner(CareOwner),
    /// Yes or no.
    YesOrNo(bool),
    /// How often the client can be reached.
    Contact(Contact),
    /// Who the client is to the shop.
    Relationship(Relationship),
    /// Existing thing that it goes on top of.
    Existing(Existing),
    /// When the money comes.
    Pay(Pay),
    /// Payer of what others charge.
    Payer(Payer),
    /// Halfway: as if half were delivered in phases and half in one go.
    Halfway(Halfway),
}

names! {
    /// Between the answers.
    pub enum Halfway {
        /// As usual: neither of the answers.
        Usual = "usual",
    }
}
