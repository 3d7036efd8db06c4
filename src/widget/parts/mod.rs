//! Small components shared by steps and answer.

mod choice;
mod dots;
mod field;
mod foot;
mod mark;
mod number;
mod status;
mod tick;

pub use choice::{Choice, Outcome, choice, options};
pub use dots::dots;
pub use field::{InputField, field, problem, problem_id, wrong};
pub use foot::foot;
pub use mark::{icon, mark};
pub use number::{NumberField, NumberFieldProps};
pub use status::status;
pub use tick::tick;
