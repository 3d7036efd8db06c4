//! Engine values in words: names, quantities, answers, verdicts, reasons, changes, agreements.

pub use super::agreement::agreement;
pub use super::amount::budget;
pub use super::answer::{pay, rounds, wished};
pub use super::change::{accepted, change, changes, offered};
pub use super::headline::{
    as_it_stands, ballpark_basis, headline, if_open, lifted_tenths, main_reason, needed_in_head,
    settled_needs, short_verdict, takes, to_settle, verdict_in_bar,
};
pub use super::names::{name, promise, service, wish};
pub use super::quantity::{
    deadline, exact_hours, hours, months, odds, odds_under, weeks, weeks_range,
};
pub use super::reason::{reason, reason_to_client, reason_to_shop};
pub use super::verdict::{
    is_ongoing, needed, needed_of, partner, question, referral, sentences, to_the_shop, verdict,
};
