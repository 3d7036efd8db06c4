//! The notice of a file that belongs to another tool, with a button that takes it there.

use super::backup;
use super::kind::{Kind, cards};
use crate::desk::browser;
use crate::desk::learning::log::LogEntry;
use crate::desk::sheet::keep_floor;
use crate::i18n::Speech;
use crate::widget::element::{button, el};
use serde_json::{Value, json};
use yew::prelude::*;

/// A file that was opened in a tool that is not its own.
#[derive(Clone, PartialEq)]
pub struct Misplaced {
    kind: Kind,
    text: String,
}

impl Misplaced {
    /// A file that does not belong where it was opened, if it is none of these kinds.
    pub fn unless(text: &str, is_its: impl Fn(Kind) -> bool) -> Option<Misplaced> {
        let kind = Kind::of(text);
        (!is_its(kind)).then(|| Misplaced {
            kind,
            text: text.to_owned(),
        })
    }

    /// Returns `true` for a possible list of jobs: a text of lines with columns.
    fn is_list(&self) -> bool {
        let lines = self.text.lines().filter(|line| !line.trim().is_empty());
        let columns = |line: &str| line.contains([',', ';', '\t', '|']);
        self.kind == Kind::Text && lines.take(2).filter(|line| columns(line)).count() == 2
    }

    /// Key of the message that names its kind.
    fn key(&self) -> &'static str {
        match self.kind {
            Kind::Text if self.is_list() => "door.jobs",
            Kind::Terms => "door.terms",
            Kind::Briefs(_) => "door.briefs",
            Kind::Log => "door.log",
            Kind::Workbook => "jobs.workbook",
            Kind::Calendar => "door.calendar",
            Kind::Json | Kind::Backup => "door.other",
            Kind::Text => "door.text",
        }
    }

    /// Key of the button that takes it where it belongs, if it belongs anywhere.
    fn way(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Terms => Some("door.terms.open"),
            Kind::Briefs(_) => Some("door.briefs.open"),
            Kind::Log => Some("door.log.open"),
            Kind::Backup => Some("door.backup.open"),
            Kind::Text if self.is_list() => Some("door.jobs.open"),
            Kind::Workbook | Kind::Calendar | Kind::Json | Kind::Text => None,
        }
    }

    /// Stores it by its kind, and shows the tool that has it.
    fn take(&self) {
        let appended = |name: &str, mut new: Vec<Value>| {
            let mut all: Vec<Value> = browser::stored(name).unwrap_or_default();
            new.retain(|one| !all.contains(one));
            all.append(&mut new);
            browser::replace(name, Some(&Value::Array(all).to_string()));
        };
        match self.kind {
            Kind::Terms => {
                let read: Value = serde_json::from_str(&self.text).unwrap_or_default();
                let mut config = match read.get("terms") {
                    Some(_) => read,
                    None => json!({ "terms": read }),
                };
                // Published terms have no floor rate: the one that only this device knows stays.
                if let Some(own) = browser::stored("config") {
                    keep_floor(&mut config, &own);
                }
                browser::replace("config", Some(&config.to_string()));
                browser::go_to("terms");
            }
            Kind::Briefs(_) => {
                appended("briefs", cards(&self.text, &browser::today()));
                browser::go_to("briefs");
            }
            Kind::Log => {
                let text = self.text.trim_start_matches('\u{feff}');
                let mut entries: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
                entries
                    .retain(|entry| serde_json::from_str::<LogEntry>(&entry.to_string()).is_ok());
                appended("log", entries);
                browser::go_to("log");
            }
            Kind::Backup => backup::bring_back(&self.text),
            Kind::Text if self.is_list() => {
                browser::replace("jobs", Some(&self.text));
                browser::go_to("jobs");
            }
            Kind::Workbook | Kind::Calendar | Kind::Json | Kind::Text => {}
        }
    }
}

/// The place where a calendar belongs.
pub fn calendar(speech: &Speech) -> String {
    let place = speech.get("capacity");
    speech.format("door.calendar", &[("place", &place)])
}

/// The notice of a file that belongs to another tool, if one was opened.
pub fn misplaced_notice(speech: &Speech, file: &UseStateHandle<Option<Misplaced>>) -> Html {
    let notice = (**file).as_ref().map(|misplaced| {
        let said = match misplaced.kind {
            Kind::Briefs(n) => speech.plural("door.briefs", n as f64, &[]),
            Kind::Backup => backup::contents(speech, &misplaced.text),
            Kind::Calendar => calendar(speech),
            _ => speech.get(misplaced.key()),
        };
        let way = misplaced.way().map(|key| {
            let (file, misplaced) = (file.clone(), misplaced.clone());
            let on_take = Callback::from(move |()| {
                misplaced.take();
                file.set(None);
            });
            button("", speech, key, &on_take)
        });
        el("p", "row problem").text(said).maybe_child(way)
    });
    el("div", "")
        .attr("role", "status")
        .maybe_child(notice)
        .into()
}
