//! Clients' enquiries: a table of them with their appraisals, a panel with one of them and its
//! calculator, and up to four side by side.

#[cfg(feature = "widget")]
mod appraised;
mod card;
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
mod state;
#[cfg(feature = "widget")]
mod table;

#[cfg(feature = "widget")]
pub(super) use appraised::AppraisedBrief;
pub use card::{Answer, Asked, Card, Proposed, State, date};
pub use column::Column;
#[cfg(feature = "widget")]
pub(super) use list::{BRIEFS, BriefList, BriefListProps};
#[cfg(feature = "widget")]
pub(super) use panel::{CALCULATOR, address};
pub use sender::{Sender, headed};
#[cfg(feature = "widget")]
pub(super) use state::{Cards, DeskAction, editing};
