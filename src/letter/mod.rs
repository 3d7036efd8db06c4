//! Letters: an appraisal as the paragraphs of a reply.
//!
//! Every sentence is a message of the language. Amounts, times and names are written out before
//! they are put into it.
//!
//! A letter reveals nothing that only the shop may know: neither earnings, nor the floor rate, nor
//! figures that it follows from. Every price is the floor rate times hours. So a letter to a client
//! - has no hours of work or care, except those of a gift, which has no price,
//! - makes one offer: a fixed price and an hourly one of the same work would give the floor rate
//!   away, because the rate is published,
//! - asks a client who offers too little for an hour for the shop's rate, not for the floor rate,
//! - rounds the cost of work to two digits, and only the price that it asks to three.
//!
//! Somebody who has all other terms can still search for the floor rate at which the engine gives
//! such a price. That holds for every price that is made of published hours, however it is rounded.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod acceptance;
mod builder;
mod client;
mod mail;
mod merge;
mod offer;
mod phrases;
mod proposal;
mod reasons;
mod refusal;
mod request;
mod sender;
mod shop;
mod submission;

pub use mail::{MOST_MAIL, mailto};
pub use merge::merged;
pub use proposal::proposal;
pub use request::{Author, Letter, Request, Signature, Tone};
pub use sender::{MissingContact, Sender, sender};
pub use submission::{Submission, booked, media_type};

/// Writes a letter.
pub fn write(request: &Request) -> Letter {
    match request.writer {
        Author::Shop => shop::letter(request),
        Author::Client => client::letter(request),
    }
}
