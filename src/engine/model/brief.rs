//! The brief: what the client asks for.
//!
//! Absent always means *not said*, never *no*. Effort is worked out without looking at the
//! budget, because experts' estimates bend towards a budget they have seen and they do not
//! notice. Source: Jørgensen & Sjøberg, The impact of customer expectation on software
//! development effort estimates (2004).

use super::care::{CareOwner, PerKind};
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
    /// Who looks after it once it is live. A kind that nobody is named for is the shop's, unpaid.
    #[serde(default, skip_serializing_if = "nothing_said")]
    pub care: PerKind<Option<CareOwner>>,
    /// What the client expects to be promised: ids of the terms' promises, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<String>,
    /// How the two would work together.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub conditions: Conditions,
    /// Who the client is to the shop. Not said: a stranger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<Relationship>,
    /// When it must be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// What the client would pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Whether the shop needs the money. It never changes a verdict: it is answered with
    /// what the job would really earn an hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_needed: Option<bool>,
}

fn nothing_said(care: &PerKind<Option<CareOwner>>) -> bool {
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
        })
    }
}

impl Wish {
    /// Returns a wish for one of something that should be there.
    pub fn new(want: Want) -> Wish {
        Wish {
            want,
            count: 1,
            priority: Priority::default(),
            serves_purpose: None,
        }
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
    /// A deposit is paid before the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit: Option<bool>,
    /// A free sample is expected first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_sample: Option<bool>,
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
            Topic::Deposit => Some(&mut self.deposit),
            Topic::FreeSample => Some(&mut self.free_sample),
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

/// When it must be delivered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Deadline {
    /// Within so many weeks from today, at least 0.
    Weeks(f64),
    /// There is no date.
    Open,
}

impl Deadline {
    /// The weeks from today, or infinity where there is no date.
    pub fn weeks(self) -> f64 {
        match self {
            Deadline::Weeks(weeks) => weeks,
            Deadline::Open => f64::INFINITY,
        }
    }
}

/// What the client would pay, in the terms' currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Budget {
    /// One amount for all of it, at least 0.
    Fixed(f64),
    /// A retainer: so much a month for as long as the terms count care, at least 0.
    Monthly(f64),
    /// By the hour, at the shop's rate.
    Hourly {
        /// The most it may come to, at least 0. Absent: no limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        cap: Option<f64>,
    },
}

impl Budget {
    /// The amount that can be raised: fixed price, monthly fee or cap. None by the hour without a cap.
    pub fn amount(self) -> Option<f64> {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => Some(amount),
            Budget::Hourly { cap } => cap,
        }
    }

    /// What it comes to over so many months, in the terms' currency. None by the hour without a cap.
    pub fn over(self, months: f64) -> Option<f64> {
        match self {
            Budget::Monthly(fee) => Some(fee * months),
            Budget::Fixed(_) | Budget::Hourly { .. } => self.amount(),
        }
    }

    /// The same kind of deal for another amount. By the hour without a cap it stays as it is.
    pub fn with_amount(self, amount: f64) -> Budget {
        match self {
            Budget::Fixed(_) => Budget::Fixed(amount),
            Budget::Monthly(_) => Budget::Monthly(amount),
            Budget::Hourly { cap } => Budget::Hourly {
                cap: cap.map(|_| amount),
            },
        }
    }
}
