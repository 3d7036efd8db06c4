//! Services of the page around a calculator, as a trait implemented by [`crate::host`], so that
//! views do not depend on a browser.

use crate::config::SavedBrief;
use crate::engine::{Appraisal, Brief};
use crate::letter::{Letter, Sender};
use crate::shared::Shared;
use std::any::Any;
use yew::Callback;

/// Page around a calculator, with its device.
pub trait Host {
    /// Returns the address that opens a link.
    fn link_address(&self, link: &str) -> String;

    /// Returns the link in the page's address, if any.
    fn link(&self) -> Option<String>;

    /// Removes the link from the page's address, and nothing else.
    fn remove_link(&self);

    /// Subscribes to fragment changes; dropping the returned guard unsubscribes.
    fn on_fragment_change(&self, then: Callback<()>) -> Subscription;

    /// Adds an entry for the answer to the session history, if it covers the questions.
    fn push_entry(&self);

    /// Goes back from that entry, or returns `false` if it is not the current one.
    fn pop_entry(&self) -> bool;

    /// Subscribes to returns from that entry; dropping the returned guard unsubscribes.
    fn on_entry_left(&self, then: Callback<()>) -> Subscription;

    /// Copies a text to the clipboard, and calls `then` with `false` if that was refused.
    fn copy(&self, text: String, then: Callback<bool>);

    /// Posts a body of a media type, plain text if absent, and calls `then` with `false` if it was not accepted.
    fn post(&self, url: &str, media_type: Option<&'static str>, body: String, then: Callback<bool>);

    /// Returns `true` in a frame, where saving, printing and opening mails may fail silently.
    fn is_framed(&self) -> bool;

    /// Prints a text alone. Does nothing if the page forbids it.
    fn print(&self, text: &str);

    /// Saves a text to a file in the visitor's downloads. Does nothing if the page forbids it.
    fn save_file(&self, name: &str, text: &str);

    /// Reads a file, and calls `then` with its text: empty if it is too large or unreadable.
    fn read_file(&self, file: web_sys::File, then: Callback<String>);

    /// Reads at most this many bytes of a file, and calls `then` with them, or with none if it is
    /// unreadable.
    fn read_bytes(&self, file: web_sys::File, most: usize, then: Callback<Vec<u8>>);

    /// Decodes bytes in a charset, or returns `None` if the browser does not support it.
    fn decode(&self, bytes: &[u8], charset: &str) -> Option<String>;

    /// Returns what the shell has saved of an earlier calculator in the same element, if any.
    fn saved(&self) -> Option<SavedBrief>;

    /// Returns the brief that is stored on this device, if any.
    fn stored(&self) -> Option<SavedBrief>;

    /// Stores a brief on this device, or removes the stored one. Returns `false` if that failed:
    /// storage may be full.
    fn store(&self, saved: Option<&SavedBrief>) -> bool;

    /// Subscribes to removals of the stored brief in another tab; dropping the returned guard
    /// unsubscribes.
    fn on_removal(&self, then: Callback<()>) -> Subscription;

    /// Emits `takeon-complete`: the calculator is whole, and an earlier brief is restored.
    fn emit_complete(&self);

    /// Emits `takeon-read`: requests the part that reads messages, and the word lists of the
    /// language with this tag unless it is empty.
    fn emit_read(&self, tag: &str);

    /// Emits `takeon-saved` with everything that the visitor typed, for the shell to restore.
    fn emit_saved(&self, saved: &SavedBrief);

    /// Emits `takeon-change` with a brief and its appraisal.
    fn emit_change(&self, brief: &Brief, appraisal: &Appraisal);

    /// Emits `takeon-share` with the address that opens a brief.
    fn emit_share(&self, address: &str, brief: &Brief);

    /// Emits `takeon-send`. Returns `false` if the host page cancelled it.
    fn emit_send(&self, message: &Message) -> bool;
}

/// Letter on its way out, with the brief and the appraisal that it is about.
#[derive(Clone, PartialEq)]
pub struct Message {
    /// Brief as it was typed.
    pub brief: Shared<Brief>,
    /// Appraisal of that brief.
    pub appraisal: Shared<Appraisal>,
    /// Letter as the visitor changed it.
    pub letter: Letter,
    /// Sender, if they can be answered.
    pub sender: Option<Sender>,
}

/// Guard of a subscription, which ends when it is dropped.
pub type Subscription = Box<dyn Any>;
