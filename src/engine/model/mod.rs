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
mod terms;
mod topic;

pub use appraisal::*;
pub use brief::*;
pub use budget::{Amount, Budget};
pub use care::*;
pub use deadline::{CountedFrom, Deadline};
pub use estimate::Estimate;
pub(crate) use estimate::MEAN_OF_HALF_TO_DOUBLE;
pub use factors::{Schedule, Spread, Stretch};
pub use flag::{Flag, Stop};
pub use terms::*;
pub use topic::Topic;
