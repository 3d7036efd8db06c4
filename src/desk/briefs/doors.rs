//! How a brief comes to the desk: by a link, by a file, or with all that was saved from a desk.

use super::card::Card;
use crate::config::{Config, read_brief, read_saved};
use crate::desk::browser;
use crate::engine::{Brief, Deadline, appraise};
use crate::share;
use serde_json::Value;

/// What a text has brought: the briefs, and the key of what must be known of them, or nothing.
pub type Brought = (Vec<Card>, &'static str);

/// The briefs in a text: a link, a file that the calculator or this desk has saved, or plain JSON.
///
/// # Errors
/// The key of what is wrong.
pub fn brought(text: &str, config: &Config) -> Result<Brought, &'static str> {
    match text.trim().trim_start_matches('\u{feff}') {
        "" => Err("briefs.no-file"),
        file if file.starts_with(['{', '[']) => Ok((saved(file, config)?, "")),
        link => linked(link, config),
    }
}

/// The word of a client's link in the address of the page.
pub fn at_the_door() -> Option<String> {
    share::in_fragment(&browser::fragment(), share::KEY).map(str::to_owned)
}

/// The briefs of a file.
fn saved(text: &str, config: &Config) -> Result<Vec<Card>, &'static str> {
    if text.starts_with('[') {
        return serde_json::from_str(text).map_err(|_| "briefs.no-brief");
    }
    let brief = match read_saved(text) {
        Ok(saved) => saved.brief,
        Err(_) => read_brief(text, &config.terms).map_err(|_| "briefs.no-brief")?,
    };
    // Any empty object would be a brief that asks for nothing.
    if brief == Brief::default() {
        return Err("briefs.no-brief");
    }
    Ok(vec![Card::new(String::new(), as_json(&brief, config)?)])
}

/// The brief of a link.
fn linked(text: &str, config: &Config) -> Result<Brought, &'static str> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let word = fragment
        .split('&')
        .find_map(|part| part.strip_prefix(share::KEY)?.split_once('='))
        .map_or(fragment, |(_, word)| word);
    let linked = share::read(word, &config.terms).map_err(|refusal| match refusal {
        share::Refusal::Newer => "briefs.newer",
        share::Refusal::Broken => "briefs.broken",
    })?;
    let mut brief = linked.brief;
    if let Some(date) = linked.date.as_deref() {
        brief.deadline =
            browser::days_until(date).map(|days| Deadline::Weeks((days / 7.0).max(0.0)));
    }
    let notice = match (linked.unknown.is_empty(), linked.other_terms) {
        (false, _) => "briefs.unknown",
        (true, true) => "briefs.other-terms",
        (true, false) => "",
    };
    let card = Card::new(String::new(), as_json(&brief, config)?);
    Ok((vec![card], notice))
}

/// The brief as JSON, if these terms know all of its names.
fn as_json(brief: &Brief, config: &Config) -> Result<Value, &'static str> {
    appraise(brief, &config.terms).map_err(|_| "briefs.unknown-names")?;
    serde_json::to_value(brief).map_err(|_| "briefs.no-brief")
}
