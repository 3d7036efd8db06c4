//! Entries of the log, and their storage on this device.

use crate::desk::browser;
use crate::engine::Verdict;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::Reducible;

/// Name of the log in storage.
pub const LOG: &str = "log";

/// A verdict that was given, and the outcome of the job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LogEntry {
    /// Day of the verdict, as in 2026-03-31.
    pub day: String,
    /// Name of the job.
    pub name: String,
    /// Name of the verdict.
    pub verdict: String,
    /// Odds that were given, from 0 to 1.
    pub odds: f64,
    /// True if the job was in time and paid. Absent: not known yet, or not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_true: Option<bool>,
    /// Days of delay, below 0 where it was early. Absent: not known, or there was no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<i64>,
    /// True if every hour brought the least that one must. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<bool>,
}

impl LogEntry {
    /// A verdict that is given today.
    pub fn new(name: String, verdict: Verdict, odds: f64) -> LogEntry {
        LogEntry {
            day: browser::today(),
            name,
            verdict: verdict.name().to_owned(),
            odds,
            came_true: None,
            late: None,
            paid: None,
        }
    }
}

/// Returns the entries that are stored on this device.
pub fn stored() -> Vec<LogEntry> {
    browser::stored_list(LOG)
}

/// Appends an entry to the stored log.
pub fn append(entry: LogEntry) {
    let mut entries = stored();
    entries.push(entry);
    store(&entries);
}

/// Puts the outcome of a job into the stored log: in the place of the entry of the same name and day, or
/// else of one with that name that is still open.
pub fn settle(entry: LogEntry) {
    let mut entries = stored();
    let last = |is_it: fn(&LogEntry, &LogEntry) -> bool| {
        let is_it = |other: &LogEntry| other.name == entry.name && is_it(other, &entry);
        entries.iter().rposition(is_it)
    };
    // A job of the same name may be open beside one whose outcome is corrected.
    let place = last(|other, entry| other.day == entry.day)
        .or_else(|| last(|other, _| other.came_true.is_none()));
    match place.and_then(|place| entries.get_mut(place)) {
        Some(same) => *same = entry,
        None => entries.push(entry),
    }
    browser::replace(LOG, serde_json::to_string(&entries).ok().as_deref());
}

/// State of the log.
#[derive(PartialEq)]
pub struct LogState {
    /// Entries, the oldest first.
    pub entries: Rc<Vec<LogEntry>>,
    /// True if this device's storage has these entries already.
    pub is_stored: bool,
}

/// Change of the log.
pub enum LogAction {
    /// Appends an entry.
    Add(LogEntry),
    /// Appends the entries of other logs that are not in this one.
    Merge(Vec<Vec<LogEntry>>),
    /// Sets the outcome of the entry at an index.
    SetOutcome(usize, Option<bool>),
    /// Removes the entry at an index.
    Remove(usize),
    /// Loads the entries that this device's storage has.
    Load(Vec<LogEntry>),
}

impl LogState {
    /// The entries that this device's storage has.
    pub fn stored(entries: Vec<LogEntry>) -> LogState {
        LogState {
            entries: Rc::new(entries),
            is_stored: true,
        }
    }
}

impl Reducible for LogState {
    type Action = LogAction;

    fn reduce(self: Rc<LogState>, action: LogAction) -> Rc<LogState> {
        let mut entries = (*self.entries).clone();
        match action {
            LogAction::Add(entry) => entries.push(entry),
            LogAction::Merge(logs) => {
                for mut log in logs {
                    log.retain(|entry| !entries.contains(entry));
                    entries.append(&mut log);
                }
            }
            LogAction::SetOutcome(index, came_true) => {
                if let Some(entry) = entries.get_mut(index) {
                    entry.came_true = came_true;
                }
            }
            LogAction::Remove(index) => {
                if index < entries.len() {
                    entries.remove(index);
                }
            }
            LogAction::Load(entries) => return Rc::new(LogState::stored(entries)),
        }
        Rc::new(LogState {
            entries: Rc::new(entries),
            is_stored: false,
        })
    }
}
/// Stores the log, and with it the members that a later version has written there.
pub fn store(entries: &[LogEntry]) {
    let (_, unread) = browser::stored_members::<LogEntry>(LOG);
    browser::store_members(LOG, entries, &unread);
}
