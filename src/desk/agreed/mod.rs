//! After the yes: a job as it was agreed, its growth, its progress and its delivery.

#[cfg(feature = "widget")]
mod delivery;
#[cfg(feature = "widget")]
mod fields;
mod finished;
#[cfg(feature = "widget")]
mod grown;
mod growth;
mod hours;
#[cfg(feature = "widget")]
mod lessons;
#[cfg(feature = "widget")]
mod panel;
#[cfg(feature = "widget")]
mod price;
#[cfg(feature = "widget")]
mod progress;
#[cfg(feature = "widget")]
mod props;
#[cfg(feature = "widget")]
mod then;
#[cfg(feature = "widget")]
mod way;

pub use finished::{ServiceHours, by_service, finished};
pub use growth::{Growth, growth, letter};
pub use hours::hours;
#[cfg(feature = "widget")]
pub(super) use lessons::service_hours;
#[cfg(feature = "widget")]
pub(super) use panel::{AgreedPanel, use_agreed};
#[cfg(feature = "widget")]
pub(super) use props::AgreedProps;
#[cfg(feature = "widget")]
pub(super) use then::{by_terms_of, keep, print};
