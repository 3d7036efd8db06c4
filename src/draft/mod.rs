//! Drafts: a brief while it is typed, and the fields that need correction.
//!
//! Fields hold text, so that a half-typed `7,` is not rewritten. [`Draft::read`] returns the brief
//! as far as it can be understood, and the fields that cannot.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod brief;
mod bullets;
mod characters;
mod date;
mod fields;
mod interpretation;
mod list;
mod number;
mod prices;
mod prose;
mod table;
mod taken;
mod text;

pub use date::days;
pub use fields::{
    BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline, DraftWish, FieldProblem,
};
pub use interpretation::{Due, Interpretation, Reading, Sum, exact};
pub use list::{Line, MOST_LINES, lines, total};
pub use number::{Separators, money, number};
pub use prose::is_prose;
pub use text::TypedText;
