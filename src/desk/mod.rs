//! The desk, a page of tools for the owner of a shop: the configurator, the lessons of finished
//! jobs, a log of verdicts, clients' briefs, and counting without a server.
//!
//! They are a program of their own, so that no visitor of a shop's page loads any of them. All work
//! stays on this device.
//!
//! | tool | module |
//! | --- | --- |
//! | the terms of the shop | [`configurator`] |
//! | finished jobs, and the log of verdicts | [`learning`] |
//! | clients' briefs, and what comes after the yes | [`briefs`], [`agreed`] |
//! | which of them, and when | [`capacity`] |
//! | counting without a server | `insight` |
//!
//! `app` shows one of them at a time; all but the first are a part of the program that is loaded `later`. The files are in layers:
//! each imports from its own and from those before it.
//!
//! 1. the page (`browser`, `hooks`), encodings of files (`encoding`) and [`words`], also for a client (`client`)
//! 2. the data: the configuration in the editor ([`sheet`]), and enquiries with the jobs that they became ([`cards`])
//! 3. small components (`parts`)
//! 4. the tools, and files that are opened in the wrong one ([`door`])
//! 5. the deferred part (`later`), the root component (`app`) and its handle (`mounted`)
//!
//! Modules that need no browser are tested without one, and public for that.

pub mod agreed;
#[cfg(feature = "widget")]
mod app;
pub mod briefs;
#[cfg(feature = "widget")]
mod browser;
pub mod capacity;
pub mod cards;
#[cfg(feature = "widget")]
mod client;
pub mod configurator;
pub mod door;
#[cfg(feature = "widget")]
pub mod encoding;
#[cfg(feature = "widget")]
mod hooks;
#[cfg(feature = "widget")]
mod insight;
#[cfg(feature = "widget")]
mod later;
pub mod learning;
#[cfg(feature = "widget")]
mod mounted;
#[cfg(feature = "widget")]
mod parts;
pub mod proposal;
pub mod sheet;
pub mod words;

#[cfg(feature = "widget")]
pub use mounted::Mounted;
