//! The conversation: up to seven short steps, one thing at a time, the budget last.

mod ask;
mod budget;
mod care;
mod conditions;
mod conversation;
mod date;
mod mend;
mod more;
mod ours;
mod promises;
mod props;
mod step;
mod wish;
mod wishes;

pub use ask::{Ask, ask, care_kind, is_a_choice, value_of};
pub use conversation::{Conversation, ConversationProps};
pub use props::StepProps;
pub use step::step_of;
