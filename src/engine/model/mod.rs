//! The vocabulary: input, output and defaults. It knows nothing of how an answer is found.

mod appraisal;
pub mod bounds;
mod brief;
mod budget;
mod care;
mod deadline;
pub mod defaults;
mod estimate;
mod factors;
mod flag;
mod memo;
mod odds;
mod offer;
mod reason;
mod shop;
mod terms;
mod topic;

pub use appraisal::*;
pub use brief::*;
pub use budget::{Amount, Budget};
pub use care::*;
pub use deadline::{CountedFrom, Deadline};
pub use estimate::Estimate;
pub(crate) use estimate::MEAN_OF_HALF_TO_DOUBLE;
pub(crate) use factors::OVERRUN_WEIGHT;
pub use factors::{IncludedRounds, Schedule, Spread, Stretch};
pub use flag::{Flag, Stop};
pub(crate) use memo::Memo;
pub use odds::{Earnings, Odds, Quantiles};
pub use offer::{Change, Offer, OfferKind};
pub use reason::Reason;
pub use shop::{Inbox, InboxShape, Label, LocalizedText, PriceDisplay, Shop, Tax};
pub use terms::*;
pub use topic::Topic;
