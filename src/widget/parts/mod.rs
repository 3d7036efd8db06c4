//! The small parts that steps and answer are made of.

mod bar;
mod choice;
mod dots;
mod field;
mod mark;
mod range;

pub use bar::Bar;
pub use choice::Choice;
pub use dots::Dots;
pub use field::Field;
pub use mark::Mark;
pub use range::Range;
