//! The brief: what the client asks for.
//!
//! Absent always means *not said*, never *no*. Effort is worked out without looking at the
//! budget, because experts' estimates bend towards a budget they have seen and they do not
//! notice. Source: Jørgensen & Sjøberg, The impact of customer expectation on software
//! development effort estimates (2004).

use super::budget::Budget;
use super::care::{CareDuty, PerKind};
use super::deadline::Deadline;
use super::estimate::Estimate;
use super::topic::Topic;
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// What the client asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Brief {
    /// What the client wants to achieve: the id of one of the terms' purposes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What the client wants. Their order changes nothing but ties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
    /// Existing thing that it goes on top of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub existing: Option<Existing>,
    /// Care once it is live. A kind that nobody is named for is the shop's, unpaid.
    #[serde(default, skip_serializing_if = "nothing_said")]
    pub care: PerKind<CareDuty>,
    /// What the client expects to be promised: ids of the terms' promises, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<String>,
    /// How the two would work together.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub conditions: Conditions,
    /// When the money comes. Not said: it counts as with a deposit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// Payer of what others charge for the wishes. Not said: the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Payer>,
    /// Who the client is to the shop. Not said: a stranger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<Relationship>,
    /// When it must be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// What the client would pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Part that was done of it already, where the shop is in it.
    #[serde(rename = "sofar", skip_serializing_if = "Option::is_none")]
    pub so_far: Option<SoFar>,
    /// Knowledge of the shop alone. It never leaves the shop.
    #[serde(default, skip_serializing_if = "Ours::is_empty")]
    pub ours: Ours,
    /// Whether the shop needs the money. It never changes a verdict: it is answered with
    /// what the job would really earn an hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_needed: Option<bool>,
}

fn nothing_said(care: &PerKind<CareDuty>) -> bool {
    *care == PerKind::default()
}

/// One thing the client wants.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wish {
    /// What is wanted.
    #[serde(flatten)]
    pub want: Want,
    /// How many of it: a whole number, at least 1. Not said: 1.
    #[serde(default = "one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 10000)))]
    pub count: u32,
    /// How much it matters. Not said: `should`.
    #[serde(default)]
    pub priority: Priority,
    /// Whether it serves the purpose. Not said: taken from what the service serves where a
    /// purpose was said, else it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serves_purpose: Option<bool>,
    /// What the client points at: something it is to be like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// The weeks that it lasts however many work on it, at least 0. Not said: the service's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_weeks: Option<f64>,
    /// Charges of others for one of it. Not said: what they charge for the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Costs>,
}

fn one() -> u32 {
    1
}

/// The members that a wish may have. With them it needs no `flatten` to be read, which would
/// read its numbers as another type first.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Members {
    service: Option<String>,
    name: Option<String>,
    size: Option<Size>,
    hours: Option<Estimate>,
    #[serde(default = "one")]
    count: u32,
    #[serde(default)]
    priority: Priority,
    serves_purpose: Option<bool>,
    like: Option<String>,
    least_weeks: Option<f64>,
    costs: Option<Costs>,
}

impl<'de> Deserialize<'de> for Wish {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Wish, D::Error> {
        let wish = Members::deserialize(deserializer)?;
        let want = match (wish.service, wish.name, wish.size, wish.hours) {
            (Some(service), None, None, None) => Want::Service { service },
            (None, Some(name), Some(size), None) => Want::Sized { name, size },
            (None, Some(name), None, Some(hours)) => Want::Estimated { name, hours },
            _ => {
                return Err(D::Error::custom(
                    "a wish needs a service, or a name with a size or hours",
                ));
            }
        };
        Ok(Wish {
            want,
            count: wish.count,
            priority: wish.priority,
            serves_purpose: wish.serves_purpose,
            like: wish.like,
            least_weeks: wish.least_weeks,
            costs: wish.costs,
        })
    }
}

impl Wish {
    /// Returns a list of one wish: a must.
    pub fn only(want: Want) -> Vec<Wish> {
        vec![Wish {
            priority: Priority::Must,
            ..Wish::new(want)
        }]
    }

    /// Returns a wish for one of something that should be there.
    pub fn new(want: Want) -> Wish {
        Wish {
            want,
            count: 1,
            priority: Priority::default(),
            serves_purpose: None,
            like: None,
            least_weeks: None,
            costs: None,
        }
    }
}

/// Charges of others for a thing, in the terms' currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Costs {
    /// Once, at least 0.
    #[serde(default)]
    pub once: f64,
    /// Every month for as long as care is counted, at least 0.
    #[serde(default)]
    pub monthly: f64,
}

names! {
    /// Existing thing that a job goes on top of.
    pub enum Existing {
        /// Nothing: it begins anew.
        None = "none",
        /// Something that the shop has looked at.
        Seen = "seen",
        /// Something that nobody of the shop has looked at.
        Unseen = "unseen",
    }
}

names! {
    /// Payer of something.
    pub enum Payer {
        /// The client.
        Client = "client",
        /// The shop.
        Us = "us",
    }
}

/// A service of the terms, or something of the client's own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Want {
    /// A service of the terms.
    Service {
        /// The id of a service of the terms.
        service: String,
    },
    /// Something of the client's own, as large as one of the terms' sizes.
    Sized {
        /// What the client calls it. Empty: it has no name yet.
        name: String,
        /// How large it is.
        size: Size,
    },
    /// Something of the client's own, with hours.
    Estimated {
        /// What the client calls it. Empty: it has no name yet.
        name: String,
        /// What it takes, in person-hours.
        hours: Estimate,
    },
}

names! {
    /// How large a wish of the client's own is; the terms say how many hours that means.
    pub enum Size {
        /// A day or so.
        Small = "small",
        /// A few days.
        Medium = "medium",
        /// A couple of weeks.
        Large = "large",
        /// Nobody can say yet: anything from half a small one to two large ones.
        Unknown = "unknown",
    }
}

names! {
    /// How much a wish matters (MoSCoW, without the won'ts).
    #[derive(Default, PartialOrd, Ord)]
    pub enum Priority {
        /// Without it the rest is worth nothing.
        Must = "must",
        /// It belongs to the job, but the job lives without it.
        Should = "should" #[default],
        /// It would be nice.
        Could = "could",
    }
}

/// How the two would work together. Absent is not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Conditions {
    /// Texts and pictures are ready before the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_ready: Option<bool>,
    /// How often the client can be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// It may be delivered in phases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phased: Option<bool>,
    /// One person decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decider: Option<bool>,
    /// What is wanted is written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<bool>,
    /// The client is open to advice on what serves the purpose best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_to_advice: Option<bool>,
    /// A free sample is expected first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_sample: Option<bool>,
    /// How many rounds of changes are expected in the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Rounds>,
    /// Somebody outside must do their part first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depends: Option<bool>,
    /// A go-between asks: somebody who speaks for somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub go_between: Option<bool>,
}

/// Rounds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Rounds {
    /// So many.
    Counted(#[cfg_attr(feature = "schema", schemars(range(max = 100)))] u32),
    /// As many as it takes.
    Open(AsManyAsItTakes),
}

names! {
    /// No end.
    pub enum AsManyAsItTakes {
        /// As many as it takes.
        Open = "open",
    }
}

impl Rounds {
    /// As many as it takes.
    pub const OPEN: Rounds = Rounds::Open(AsManyAsItTakes::Open);

    /// The number of rounds. None where they are open.
    pub fn count(self) -> Option<u32> {
        match self {
            Rounds::Counted(count) => Some(count),
            Rounds::Open(_) => None,
        }
    }
}

/// When the money comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Pay {
    /// A deposit before the start.
    Deposit,
    /// In so many stages: 2 or more.
    Stages(#[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))] u32),
    /// All of it at the end.
    End,
    /// Later than that, such as when it earns.
    Later,
    /// A share of what it will earn, in place of money.
    Share,
}

/// Part that was done of a job already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct SoFar {
    /// Person-hours spent, at least 0.
    #[serde(default)]
    pub hours: f64,
    /// Money received, at least 0, in the terms' currency.
    #[serde(default)]
    pub paid: f64,
    /// The share of the work that is done: from 0 up to, not including, 1.
    #[serde(default)]
    pub done: f64,
}

/// Knowledge of the shop alone. It never leaves the shop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Ours {
    /// Rivals: others who are asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Rivals>,
    /// Person-hours that a bid takes, at least 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bid_hours: Option<f64>,
    /// It is what the shop does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fit: Option<bool>,
    /// It is lawful.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lawful: Option<bool>,
    /// Somebody of the shop has a doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<bool>,
}

impl Ours {
    /// Returns `true` if nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Ours::default()
    }
}

names! {
    /// Rivals: others who are asked for the same job.
    pub enum Rivals {
        /// Nobody.
        None = "none",
        /// A few others.
        Few = "few",
        /// Anybody who answers a call.
        Open = "open",
        /// Others, one of whom has it already by all signs.
        Insider = "insider",
    }
}

impl Conditions {
    /// Returns `true` if nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Conditions::default()
    }

    /// Returns the answer to a condition that is answered with yes or no. None for other topics.
    pub fn yes_or_no(&mut self, topic: Topic) -> Option<&mut Option<bool>> {
        match topic {
            Topic::ContentReady => Some(&mut self.content_ready),
            Topic::Phased => Some(&mut self.phased),
            Topic::Decider => Some(&mut self.decider),
            Topic::Written => Some(&mut self.written),
            Topic::OpenToAdvice => Some(&mut self.open_to_advice),
            Topic::FreeSample => Some(&mut self.free_sample),
            Topic::Depends => Some(&mut self.depends),
            Topic::GoBetween => Some(&mut self.go_between),
            _ => None,
        }
    }

    /// Returns what was said to a condition that is answered with yes or no.
    pub fn said(mut self, topic: Topic) -> Option<bool> {
        self.yes_or_no(topic).and_then(|answer| *answer)
    }
}

names! {
    /// How often the client can be reached.
    pub enum Contact {
        /// On any working day.
        Daily = "daily",
        /// About once a week.
        Weekly = "weekly",
        /// Less often.
        Rarely = "rarely",
    }
}

names! {
    /// Who the client is to the shop.
    #[derive(Default)]
    pub enum Relationship {
        /// Nobody the shop knows.
        Stranger = "stranger" #[default],
        /// Sent by somebody the shop knows.
        Referred = "referred",
        /// A client already.
        Client = "client",
        /// A friend: better to keep the friend and lose the money than to fail them.
        Friend = "friend",
    }
}
