//! The brief: what the client asks for.
//!
//! Absent always means *not said*, never *no*. Effort is worked out without looking at the
//! budget, because experts' estimates bend towards a budget they have seen and they do not
//! notice. Source: Jørgensen & Sjøberg, The impact of customer expectation on software
//! development effort estimates (2004).

use super::budget::Budget;
use super::care::{CareDuty, PerCareKind};
use super::deadline::Deadline;
use super::estimate::Estimate;
use super::topic::Topic;
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// Request of a client for a project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Brief {
    /// Purpose of the client: the id of one of the terms' purposes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Things the client wants. Their order only breaks ties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
    /// Existing thing that the job builds on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub existing: Option<Existing>,
    /// Care after delivery. A kind without an owner falls to the shop, unpaid.
    #[serde(default, skip_serializing_if = "nothing_said")]
    pub care: PerCareKind<CareDuty>,
    /// Promises the client expects: ids of the terms' promises, without duplicates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<String>,
    /// Conditions of working together.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub conditions: Conditions,
    /// Timing of the payments. If absent, a deposit is assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// Payer of third-party charges. If absent, the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Payer>,
    /// Relationship between client and shop. If absent, a stranger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<Relationship>,
    /// Latest acceptable delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Payment the client has in mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Progress so far, of a job that is under way.
    #[serde(rename = "sofar", skip_serializing_if = "Option::is_none")]
    pub so_far: Option<Progress>,
    /// Facts that only the shop knows. They never leave the shop.
    #[serde(default, skip_serializing_if = "ShopFacts::is_empty")]
    pub ours: ShopFacts,
    /// True if the shop needs the money. It never changes the verdict; the answer then adds what an
    /// hour of this job would really earn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_needed: Option<bool>,
}

impl Brief {
    /// Returns `true` for work that is paid each month and has no date: it is never finished, so
    /// that no weeks count.
    pub fn is_ongoing(&self) -> bool {
        let is_monthly = matches!(self.budget, Some(Budget::Monthly(_)));
        is_monthly && self.deadline.is_none_or(|date| date.weeks().is_infinite())
    }
}

fn nothing_said(care: &PerCareKind<CareDuty>) -> bool {
    *care == PerCareKind::default()
}

/// One thing the client wants.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wish {
    /// Subject of the wish.
    #[serde(flatten)]
    pub want: Want,
    /// Number of units: a whole number, at least 1. Defaults to 1.
    #[serde(default = "one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 10000)))]
    pub count: u32,
    /// Importance to the client. Defaults to `should`.
    #[serde(default)]
    pub priority: Priority,
    /// True if it serves the purpose. If absent, derived from the purposes that the service serves,
    /// or true if the brief has no purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serves_purpose: Option<bool>,
    /// Model the client points at: something it is to be like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// Least duration in weeks, however many people work on it, at least 0. If absent, the
    /// service's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_weeks: Option<f64>,
    /// Third-party charges for one unit. If absent, the service's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Costs>,
}

fn one() -> u32 {
    1
}

/// Members of a wish. Listing them avoids `flatten`, which would buffer numbers as another type
/// first.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WishRepr {
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
        let wish = WishRepr::deserialize(deserializer)?;
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

    /// Returns a wish for one unit, with the default priority.
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

/// Third-party charges, in the terms' currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// One-off charge, at least 0.
    #[serde(default)]
    pub once: f64,
    /// Monthly charge for as long as care is counted, at least 0.
    #[serde(default)]
    pub monthly: f64,
}

names! {
    /// Existing thing that a job builds on.
    pub enum Existing {
        /// Nothing: it starts from scratch.
        None = "none",
        /// Something that the shop has looked at.
        Seen = "seen",
        /// Something that nobody at the shop has looked at.
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

/// Service of the terms, or something of the client's own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Want {
    /// Service of the terms.
    Service {
        /// Id of the service.
        service: String,
    },
    /// Something of the client's own, in one of the terms' sizes.
    Sized {
        /// The client's name for it; empty if it has none yet.
        name: String,
        /// Its size.
        size: Size,
    },
    /// Something of the client's own, with an estimate.
    Estimated {
        /// The client's name for it; empty if it has none yet.
        name: String,
        /// Its effort, in person-hours.
        hours: Estimate,
    },
}

names! {
    /// Size of a wish of the client's own; the terms say how many hours it means.
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
    /// Importance of a wish (MoSCoW, without the won'ts).
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

/// Conditions of working together. Absent is not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Conditions {
    /// Texts and pictures are ready before the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_ready: Option<bool>,
    /// Availability of the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// It may be delivered in phases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phased: Option<bool>,
    /// One person decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decider: Option<bool>,
    /// The request is written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<bool>,
    /// The client is open to advice on what serves the purpose best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_to_advice: Option<bool>,
    /// A free sample is expected first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_sample: Option<bool>,
    /// Rounds of changes expected in the price.
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
    /// A fixed number.
    Counted(#[cfg_attr(feature = "schema", schemars(range(max = 100)))] u32),
    /// As many as it takes.
    Open(Unlimited),
}

names! {
    /// Unlimited rounds.
    pub enum Unlimited {
        /// As many as it takes.
        Open = "open",
    }
}

impl Rounds {
    /// As many as it takes.
    pub const OPEN: Rounds = Rounds::Open(Unlimited::Open);

    /// Returns the number of rounds, or `None` if they are open.
    pub fn count(self) -> Option<u32> {
        match self {
            Rounds::Counted(count) => Some(count),
            Rounds::Open(_) => None,
        }
    }
}

/// Timing of the payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Pay {
    /// A deposit before the start.
    Deposit,
    /// This many stages: 2 or more.
    Stages(#[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))] u32),
    /// Everything at the end.
    End,
    /// Later than that, such as once it earns.
    Later,
    /// A share of its earnings, in place of money.
    Share,
}

impl Pay {
    /// Numbers of stages that are offered, the fewest first. Assumption.
    pub const STAGES: [u32; 4] = [2, 3, 4, 6];
}

/// Progress of a job that is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Person-hours spent, at least 0.
    #[serde(default)]
    pub hours: f64,
    /// Money received, at least 0, in the terms' currency.
    #[serde(default)]
    pub paid: f64,
    /// Share of the work that is done: from 0 up to, but not including, 1.
    #[serde(default)]
    pub done: f64,
}

impl Progress {
    /// Largest share that is done of a job that goes on.
    const NEARLY_ALL: f64 = 0.999;

    /// Returns the progress of the same job after its work has changed from `was` to `is`, both at least 0
    /// and in the same unit. Finished work stays finished: it is another share of the new work.
    ///
    /// The share grows to 0.999 at most, or stays where it was if it was larger. It does not change if `is` is 0.
    ///
    /// ```
    /// use takeon_engine::Progress;
    ///
    /// let half = Progress { done: 0.5, ..Progress::default() };
    /// assert_eq!(half.rescaled(40.0, 80.0).done, 0.25);
    /// assert_eq!(half.rescaled(80.0, 40.0).done, 0.999);
    /// ```
    pub fn rescaled(self, was: f64, is: f64) -> Progress {
        if is > 0.0 {
            let share = self.done * (was / is);
            Progress {
                done: share.min(Self::NEARLY_ALL.max(self.done)),
                ..self
            }
        } else {
            self
        }
    }
}

/// Facts that only the shop knows. They never leave the shop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShopFacts {
    /// Rivals for the job.
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
    /// Somebody at the shop has a doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<bool>,
}

impl ShopFacts {
    /// Returns `true` if nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == ShopFacts::default()
    }
}

names! {
    /// Rivals for the same job.
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

    /// Returns the answer to a yes-or-no condition, or `None` for other topics.
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

    /// Returns the answer to a yes-or-no condition, if any was given.
    pub fn said(mut self, topic: Topic) -> Option<bool> {
        self.yes_or_no(topic).and_then(|answer| *answer)
    }
}

names! {
    /// Availability of the client.
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
    /// Relationship between client and shop.
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
