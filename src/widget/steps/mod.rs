//! Questions: a sentence to fill in, or one subject at a time in short steps.

mod ask;
mod blank;
mod budget;
mod care;
mod conditions;
mod conversation;
mod date;
mod error_summary;
mod fold;
mod index;
mod outcomes;
mod paste;
mod promises;
mod props;
mod query;
mod shop_only;
mod start;
mod step;
mod wish;
mod wish_details;
mod wishes;

pub use ask::{Ask, ask, is_a_choice, is_answered, owner};
pub use blank::{BlankProps, BlankQuestions};
pub use conversation::{Conversation, ConversationProps};
pub use outcomes::outcomes;
pub use props::StepProps;
pub use start::{Start, StartProps};
pub use step::{Step, step_of};
