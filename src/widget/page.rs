//! What the page around a calculator does for it. The host does it; nothing here knows how.

use crate::config::Saved;
use crate::engine::{Appraisal, Brief};
use crate::letter::Letter;
use crate::shared::Shared;
use std::any::Any;
use yew::prelude::*;

/// What the page around a calculator does for it.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// Gives the address that opens a link, from the link's own word.
    pub address: Callback<String, String>,
    /// Gives the link that the page was opened with, or has come to.
    pub linked: Callback<(), Option<String>>,
    /// Called with whom to tell that the page may have come to another link, for as long as what is
    /// given back is held.
    pub watch: Callback<Callback<()>, Watching>,
    /// Called to take the link out of the page's address, and nothing else of it.
    pub forget: Callback<()>,
    /// Called with a text to copy, and with whom to tell whether it could be.
    pub copy: Callback<(String, Callback<bool>)>,
    /// Called with an address and what to post to it, and with whom to tell whether it has arrived.
    pub post: Callback<(String, Message, Callback<bool>)>,
    /// Called with a text to print.
    pub print: Callback<String>,
    /// Called with the name and the text of a file to save.
    pub save: Callback<(String, String)>,
    /// Called with a file that was chosen, and with whom to tell its text.
    pub read: Callback<(web_sys::File, Callback<String>)>,
    /// Called with the brief to keep on this device, or with none to forget it. Absent where nothing
    /// can be kept.
    pub keep: Option<Callback<Option<Saved>>>,
    /// Called when all of the calculator stands there.
    pub on_whole: Callback<()>,
    /// Called with everything that the visitor typed, to be brought back if the calculator goes.
    pub on_saved: Callback<Saved>,
    /// Called with what the visitor asks now, and the answer to it.
    pub on_change: Callback<(Shared<Brief>, Shared<Appraisal>)>,
    /// Called with a link that the visitor wants to share, and its brief.
    pub on_share: Callback<(String, Brief)>,
    /// Called with what the visitor is about to send. Whether it is for us to go on.
    pub on_send: Callback<Message, bool>,
}

/// What a visitor sends: what was asked, the answer to it, and the letter.
pub type Message = (Shared<Brief>, Shared<Appraisal>, Letter);

/// What watches, until it is dropped.
pub type Watching = Box<dyn Any>;
