//! The small parts that steps and answer are made of.

mod bar;
mod choice;
mod dots;
mod field;
mod mark;
mod range;

pub use bar::bar;
pub use choice::Choice;
pub use dots::dots;
pub use field::Field;
pub use mark::mark;
pub use range::range_note;
