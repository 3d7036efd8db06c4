//! Import of briefs: from a link, from a saved file, or from all that was saved of a desk.

use super::card::Card;
use crate::config::{Config, read_brief, read_saved};
use crate::desk::browser;
use crate::desk::parts::ImportSource;
use crate::engine::{Brief, Deadline, appraise};
use crate::i18n::Speech;
use crate::share;
use serde_json::Value;

/// Briefs of a link or a file.
pub struct Import {
    /// Briefs.
    pub cards: Vec<Card>,
    /// Difference from what the client sent or saw, if there is one.
    pub notice: Option<ImportNotice>,
}

/// Difference between an imported brief and what the client sent or saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportNotice {
    /// Wishes that are not in these terms were left out.
    UnknownWishes,
    /// The client's calculator had other terms.
    OtherTerms,
}

/// Reason why there is no brief in a link or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file cannot be read.
    Unreadable,
    /// The file has no brief.
    NoBrief,
    /// The link is of a later version.
    NewerLink,
    /// The link is not whole.
    BrokenLink,
    /// The brief has names that these terms do not have.
    UnknownNames,
}

impl ImportNotice {
    /// Key of its message.
    fn key(self) -> &'static str {
        match self {
            ImportNotice::UnknownWishes => "briefs.unknown",
            ImportNotice::OtherTerms => "briefs.other-terms",
        }
    }
}

impl ImportError {
    /// Key of its message.
    fn key(self) -> &'static str {
        match self {
            ImportError::Unreadable => "briefs.no-file",
            ImportError::NoBrief => "briefs.no-brief",
            ImportError::NewerLink => "briefs.newer",
            ImportError::BrokenLink => "briefs.broken",
            ImportError::UnknownNames => "briefs.unknown-names",
        }
    }
}

/// Briefs of several links and files.
#[derive(Default)]
pub struct ImportReport {
    /// Briefs of all of them.
    pub cards: Vec<Card>,
    /// Messages about them.
    pub messages: Vec<String>,
    /// True if one of them failed.
    pub has_error: bool,
}

/// Imports the briefs of several links and files.
pub fn import_all(sources: Vec<ImportSource>, config: &Config, speech: &Speech) -> ImportReport {
    let mut report = ImportReport::default();
    for ImportSource { name, text } in sources {
        let key = match import(&text.unwrap_or_default(), config) {
            Ok(Import { cards, notice }) => {
                report.cards.extend(cards);
                notice.map(ImportNotice::key)
            }
            Err(error) => {
                report.has_error = true;
                Some(error.key())
            }
        };
        let message = key.map(|key| speech.say(key));
        report.messages.extend(message.map(|message| {
            if name.is_empty() {
                message
            } else {
                speech.with("briefs.of-file", &[("name", &name), ("notice", &message)])
            }
        }));
    }
    report
}

/// Imports the briefs of a text: a link, a file saved by the calculator or this desk, or plain JSON.
fn import(text: &str, config: &Config) -> Result<Import, ImportError> {
    match text.trim().trim_start_matches('\u{feff}') {
        "" => Err(ImportError::Unreadable),
        file if file.starts_with(['{', '[']) => Ok(Import {
            cards: import_file(file, config)?,
            notice: None,
        }),
        link => import_link(link, config),
    }
}

/// Returns the link of a client that is in the page's address.
pub fn pending_link() -> Option<String> {
    share::in_fragment(&browser::fragment(), share::KEY).map(str::to_owned)
}

fn import_file(text: &str, config: &Config) -> Result<Vec<Card>, ImportError> {
    if text.starts_with('[') {
        return serde_json::from_str(text).map_err(|_| ImportError::NoBrief);
    }
    let brief = match read_saved(text) {
        Ok(saved) => saved.brief,
        Err(_) => read_brief(text, &config.terms).map_err(|_| ImportError::NoBrief)?,
    };
    // Any empty object would be a brief that asks for nothing.
    if brief == Brief::default() {
        return Err(ImportError::NoBrief);
    }
    Ok(vec![Card::new(String::new(), to_json(&brief, config)?)])
}

fn import_link(text: &str, config: &Config) -> Result<Import, ImportError> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let link = fragment
        .split('&')
        .find_map(|part| part.strip_prefix(share::KEY)?.split_once('='))
        .map_or(fragment, |(_, link)| link);
    let linked = share::read(link, &config.terms).map_err(|refusal| match refusal {
        share::Refusal::Newer => ImportError::NewerLink,
        share::Refusal::Broken => ImportError::BrokenLink,
    })?;
    let mut brief = linked.brief;
    if let Some(date) = linked.date.as_deref() {
        brief.deadline =
            browser::days_until(date).map(|days| Deadline::within((days / 7.0).max(0.0)));
    }
    let notice = match (linked.unknown.is_empty(), linked.other_terms) {
        (false, _) => Some(ImportNotice::UnknownWishes),
        (true, true) => Some(ImportNotice::OtherTerms),
        (true, false) => None,
    };
    let card = Card::new(String::new(), to_json(&brief, config)?);
    Ok(Import {
        cards: vec![card],
        notice,
    })
}

/// Returns the brief as JSON if these terms have all of its names.
fn to_json(brief: &Brief, config: &Config) -> Result<Value, ImportError> {
    appraise(brief, &config.terms).map_err(|_| ImportError::UnknownNames)?;
    serde_json::to_value(brief).map_err(|_| ImportError::NoBrief)
}
