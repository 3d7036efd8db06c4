//! Engine values in words: names, quantities, answers, verdicts, reasons, changes, agreements.

pub use super::agreement::agreement;
pub use super::amount::budget;
pub use super::answer::{pay, rounds, wished};
pub use super::change::{accepted, change, changes, offered};
pub use super::headline::{
    as_it_stands, ballpark_basis, headline, main_reason, short_verdict, verdict_in_bar,
};
pub use super::names::{counted, name, promise, service, wish, with_count};
pub use super::need::{NeedInWords, if_open, needed, needed_in_head, needed_of, takes, to_settle};
pub use super::quantity::{
    deadline, exact_hours, hours, months, odds, odds_under, weeks, weeks_range,
};
pub use super::reason::{reason, reason_to_client, reason_to_shop};
pub use super::verdict::{partner, question, referral, sentences, to_the_shop, verdict};
