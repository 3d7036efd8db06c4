//! Clients' enquiries: a table of them with their appraisals, a panel with one of them and its
//! calculator, and up to four side by side.

mod column;
#[cfg(feature = "widget")]
mod comparison;
#[cfg(feature = "widget")]
mod folds;
#[cfg(feature = "widget")]
mod import;
#[cfg(feature = "widget")]
mod list;
#[cfg(feature = "widget")]
mod order;
#[cfg(feature = "widget")]
mod panel;
mod phone;
#[cfg(feature = "widget")]
mod props;
#[cfg(feature = "widget")]
mod reply;
#[cfg(feature = "widget")]
mod row;
#[cfg(feature = "widget")]
mod samples;
mod sender;
#[cfg(feature = "widget")]
mod sources;
#[cfg(feature = "widget")]
mod table;
#[cfg(any(feature = "widget", test))]
mod tax;

pub use column::Column;
#[cfg(feature = "widget")]
pub(super) use list::{BriefList, BriefListProps};
pub use sender::{MailSender, headed};
