//! The form: fields of a configuration, each with its problems beside it.

mod field;
mod things;

pub use field::FormField;
pub use things::{Examples, ListOf, Things};
