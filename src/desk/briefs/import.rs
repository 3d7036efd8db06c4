//! Import of briefs: from a link, from a saved file, or from all that was saved of a desk.

use super::sender::{MailSender, headed};
use crate::config::{Config, read_brief, read_saved};
use crate::desk::browser;
use crate::desk::cards::Card;
use crate::desk::door::{calendar, kind::Kind};
use crate::desk::parts::ImportSource;
use crate::desk::words::LANGUAGES;
use crate::draft::days;
use crate::engine::{Brief, Deadline, appraise};
use crate::i18n::Speech;
use crate::mail::{self, Mail};
use crate::share;
use serde_json::Value;

/// Briefs of a link or a file.
pub struct Import {
    /// Briefs.
    pub cards: Vec<Card>,
    /// Difference from the brief that the client sent or saw, if there is one.
    pub notice: Option<ImportNotice>,
}

/// Difference between an imported brief and the one that the client sent or saw.
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
    /// The file is of a kind that cannot be read.
    Kind,
    /// The file is a calendar of somebody's time.
    Calendar,
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
    /// Its message.
    fn message(self, speech: &Speech) -> String {
        match self {
            ImportError::Calendar => calendar(speech),
            _ => speech.get(self.key()),
        }
    }

    /// Key of its message.
    fn key(self) -> &'static str {
        match self {
            ImportError::Unreadable => "briefs.no-file",
            ImportError::Kind => "briefs.kind",
            ImportError::Calendar => "door.calendar",
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
    for ImportSource { name, text, .. } in sources {
        let text = text.unwrap_or_default();
        // Nothing was pasted.
        if name.is_empty() && text.trim().is_empty() {
            continue;
        }
        let message = match import(&text, config) {
            Ok(Import { mut cards, notice }) => {
                if let [card] = &mut *cards
                    && card.name.is_empty()
                {
                    card.name = named(&name);
                }
                if let [card] = &mut *cards {
                    write_in(card, &text);
                }
                report.cards.extend(cards);
                notice.map(|notice| speech.get(notice.key()))
            }
            Err(error) => {
                report.has_error = true;
                Some(error.message(speech))
            }
        };
        report.messages.extend(message.map(|message| {
            if name.is_empty() {
                message
            } else {
                speech.format("briefs.of-file", &[("name", &name), ("notice", &message)])
            }
        }));
    }
    report
}

/// Adds to a card the words that its link came with, their writer and their day.
fn write_in(card: &mut Card, text: &str) {
    let is_mail = card.message.is_empty() && text.trim().contains(char::is_whitespace);
    if !is_mail || is_json(text) {
        return;
    }
    let mail = headed(text).unwrap_or_else(|| Mail {
        text: text.trim().to_owned(),
        ..Mail::default()
    });
    let sender = MailSender::of(&mail, browser::day());
    card.message = mail.words();
    card.subject = mail.subject;
    card.reach = sender.reach;
    if !sender.name.is_empty() {
        card.name = sender.name;
    }
    if let Some(day) = sender.day {
        card.day = day;
    }
}

/// Returns `true` for an object or a list of JSON, and not for a mail that begins with “[External]”.
fn is_json(text: &str) -> bool {
    let value = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
    value.is_ok_and(|value| value.is_object() || value.is_array())
}

/// Message of a source that is neither a link nor a brief, but has words.
pub fn message(source: &ImportSource) -> Option<Mail> {
    let text = source.text.as_deref().unwrap_or_default().trim();
    let is_ours = is_json(text) || text.contains(&["#", share::KEY, "="].concat());
    let is_link = !text.contains(char::is_whitespace);
    if is_ours || is_link && source.name.is_empty() || mail::is_of_time(text) {
        return None;
    }
    let mail = match source.name.is_empty() {
        true => Mail {
            text: text.to_owned(),
            ..Mail::default()
        },
        false => source.mail.clone()?,
    };
    let is_headless = mail.sender.is_empty();
    Some(
        if is_headless {
            headed(&mail.text)
        } else {
            None
        }
        .unwrap_or(mail),
    )
}

/// Returns the brief of a message, by what the reader says of it on the day of its arrival, as in 2026-03-31. One of which
/// nothing could be read is an enquiry too.
pub fn heard(
    mail: &Mail,
    (sender, day): (&MailSender, &str),
    file: &str,
    answer: Option<&str>,
    config: &Config,
) -> Card {
    let answer: Value = answer
        .and_then(|answer| serde_json::from_str(answer).ok())
        .unwrap_or_default();
    let brief = answer.get("brief").map(Value::to_string);
    let brief = brief.and_then(|brief| read_brief(&brief, &config.terms).ok());
    let found = answer.get("found").and_then(Value::as_array);
    let by = found.and_then(|found| found.iter().find_map(|found| found.get("date")?.as_str()));
    let file = named(file.rsplit_once('.').map_or(file, |(name, _)| name));
    let names = [&sender.name, &mail.subject, &file];
    let name = names.into_iter().find(|name| !name.is_empty());
    let brief = to_json(&brief.unwrap_or_default(), config).unwrap_or_default();
    let is_other = |found: &&Value| {
        let currency = found.get("currency").and_then(Value::as_str);
        currency.is_some_and(|code| code != config.terms.currency)
    };
    let elsewhere = found.and_then(|found| found.iter().find(is_other)?.get("text")?.as_str());
    let lang = answer.get("language").and_then(Value::as_str);
    let lang = lang.and_then(|lang| lang.split('-').next());
    let is_ours = |lang: &&str| LANGUAGES.iter().any(|(known, _)| known == lang);
    Card {
        by: by.map(str::to_owned),
        lang: lang.filter(is_ours).unwrap_or_default().to_owned(),
        reach: sender.reach.clone(),
        message: mail.words(),
        subject: mail.subject.clone(),
        elsewhere: elsewhere.unwrap_or_default().to_owned(),
        stamp: share::stamp(&config.terms),
        ..Card::new(name.cloned().unwrap_or_default(), day.to_owned(), brief)
    }
}

/// The name of a client, from that of a file: without the suffix of the calculator.
fn named(file: &str) -> String {
    let name = file.strip_suffix(".json").unwrap_or(file);
    let name = name.strip_suffix(".takeon").unwrap_or(name);
    let ours = ["brief", "enquiry", "takeon"];
    let name = name.replace(['-', '_'], " ");
    if ours.contains(&name.as_str()) {
        String::new()
    } else {
        name.trim().to_owned()
    }
}

/// Imports the briefs of a text: a link, a file saved by the calculator or this desk, or plain JSON.
fn import(text: &str, config: &Config) -> Result<Import, ImportError> {
    match text.trim().trim_start_matches('\u{feff}') {
        "" => Err(ImportError::Unreadable),
        file if mail::is_of_time(file) => Err(ImportError::Calendar),
        file if Kind::of(file) == Kind::Workbook
            || file.contains('\0')
            || file.starts_with("%PDF-") =>
        {
            Err(ImportError::Kind)
        }
        file if is_json(file) => Ok(Import {
            cards: import_file(file, config)?,
            notice: None,
        }),
        link => import_link(link, config),
    }
}

/// Returns the fragment of the page's address, if there is a client's link in it.
pub fn pending_link() -> Option<String> {
    let fragment = browser::fragment();
    share::in_fragment(&fragment, share::KEY).map(|_| ["#", &fragment].concat())
}

fn import_file(text: &str, config: &Config) -> Result<Vec<Card>, ImportError> {
    if text.starts_with('[') {
        let cards: Vec<Card> = serde_json::from_str(text).map_err(|_| ImportError::NoBrief)?;
        let is_brief = |card: &Card| card.brief.is_object();
        return Some(cards)
            .filter(|cards| cards.iter().all(is_brief))
            .ok_or(ImportError::NoBrief);
    }
    let message = posted(text);
    let (brief, letter, signed) = match (read_saved(text), &message) {
        (Ok(saved), _) => (saved.brief, saved.letter, saved.signed),
        (Err(_), Some(message)) => {
            let brief = message.get("brief").map(Value::to_string);
            let brief = brief.and_then(|brief| read_brief(&brief, &config.terms).ok());
            (brief.ok_or(ImportError::UnknownNames)?, None, None)
        }
        (Err(_), None) => {
            let brief = read_brief(text, &config.terms).map_err(|_| ImportError::NoBrief)?;
            (brief, None, None)
        }
    };
    // Any empty object would be a brief that asks for nothing.
    if brief == Brief::default() {
        return Err(ImportError::NoBrief);
    }
    let mut card = Card {
        stamp: share::stamp(&config.terms),
        ..Card::new(String::new(), browser::today(), to_json(&brief, config)?)
    };
    if let Some(signed) = signed {
        (card.name, card.reach) = (signed.name, signed.reach);
    }
    card.message = letter.map(|letter| letter.text).unwrap_or_default();
    if let Some(message) = &message {
        let said = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
        let reach: Vec<&str> = ["/sender/email", "/sender/phone"]
            .into_iter()
            .filter_map(said)
            .collect();
        card.name = said("/sender/name").unwrap_or_default().to_owned();
        card.reach = reach.join(", ");
        card.message = said("/letter/text").unwrap_or_default().to_owned();
    }
    Ok(vec![card])
}

/// The message that a calculator has posted to an inbox, if a text is one.
fn posted(text: &str) -> Option<Value> {
    let message: Value = serde_json::from_str(text).ok()?;
    let is_message = message.get("schema").is_some() && message.get("brief").is_some();
    is_message.then_some(message)
}

fn import_link(text: &str, config: &Config) -> Result<Import, ImportError> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let further = || {
        let mut parts = fragment.split('&');
        let link = parts.find_map(|part| part.strip_prefix(share::KEY)?.split_once('='));
        link.map_or(fragment, |(_, link)| link).to_owned()
    };
    let link = share::in_fragment(fragment, share::KEY).unwrap_or_else(further);
    let linked = share::read(&link, &config.terms).map_err(|refusal| match refusal {
        share::LinkError::Newer => ImportError::NewerLink,
        share::LinkError::Broken => ImportError::BrokenLink,
    })?;
    let mut brief = linked.brief;
    if let Some(date) = linked.date.as_deref() {
        let left = days(date).map(|day| ((day - browser::day()) as f64 / 7.0).max(0.0));
        brief.deadline = left.map(Deadline::within);
    }
    let notice = match (linked.unknown.is_empty(), linked.other_terms) {
        (false, _) => Some(ImportNotice::UnknownWishes),
        (true, true) => Some(ImportNotice::OtherTerms),
        (true, false) => None,
    };
    let card = Card::new(String::new(), browser::today(), to_json(&brief, config)?);
    Ok(Import {
        cards: vec![Card {
            by: linked.date,
            sent_answer: share::sent_answer(text),
            stamp: if linked.other_terms {
                String::new()
            } else {
                share::stamp(&config.terms)
            },
            ..card
        }],
        notice,
    })
}

/// Returns the brief as JSON if these terms have all of its names.
fn to_json(brief: &Brief, config: &Config) -> Result<Value, ImportError> {
    appraise(brief, &config.terms).map_err(|_| ImportError::UnknownNames)?;
    serde_json::to_value(brief).map_err(|_| ImportError::NoBrief)
}
