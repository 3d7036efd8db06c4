//! Clients' enquiries and the jobs that they became: cards, agreements, appraisals, and the state of the desk with them.

#[cfg(feature = "widget")]
mod address;
mod agreement;
#[cfg(feature = "widget")]
mod appraised;
mod card;
mod day;
mod job;
mod needs;
#[cfg(feature = "widget")]
mod state;
#[cfg(feature = "widget")]
mod stored;

#[cfg(feature = "widget")]
pub(super) use address::{CALCULATOR, address};
pub use agreement::{SO_FAR, likely, set_price};
#[cfg(feature = "widget")]
pub(super) use appraised::{AppraisedBrief, AppraisedProps, EnquiryProps, use_appraised};
pub use card::{Asked, Card, EnquiryState, GivenAnswer, Proposed};
pub use day::date;
#[cfg(feature = "widget")]
pub(super) use day::said_day;
pub use job::{Agreed, Delivered, Outcome};
pub use needs::{Needs, in_head, settled_as_in};
#[cfg(feature = "widget")]
pub(super) use state::{Cards, DeskAction, DeskState, Direction, MOST_COMPARED, Panel, editing};
#[cfg(feature = "widget")]
pub(super) use stored::{BRIEFS, use_cards, use_desk};
