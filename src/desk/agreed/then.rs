//! Terms of then: those under which an answer went out or a job was agreed, kept on this device by their fingerprints.

use crate::config::{read_brief, read_config};
use crate::desk::browser;
use crate::desk::cards::Card;
use crate::desk::sheet::public;
use crate::encoding::fingerprint;
use crate::engine::{Terms, appraise, odds_in_head};
use crate::i18n::{Speech, speak};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Name in storage.
const PAST: &str = "past";

/// Most terms that are kept, the last ones that something went out under. Assumption: older links are rarely opened.
const MOST: usize = 10;

/// Terms with their fingerprint.
#[derive(Serialize, Deserialize)]
struct Kept {
    print: String,
    terms: Value,
}

/// Fingerprint of the terms of a configuration, which is JSON text, as far as they are public: from it
/// nobody can find out the floor rate by trying.
pub fn print(text: &str) -> String {
    let config: Value = serde_json::from_str(text).unwrap_or_default();
    let terms = public(&config, false).get("terms").map(Value::to_string);
    fingerprint([&*terms.unwrap_or_default()])
}

/// Keeps the terms of a configuration, which is JSON text, under their fingerprint.
pub fn keep(print: &str, text: &str) {
    let mut all: Vec<Kept> = browser::stored_list(PAST);
    if all.last().is_some_and(|last| last.print == print) {
        return;
    }
    let config: Value = serde_json::from_str(text).unwrap_or_default();
    let Some(terms) = config.get("terms").cloned() else {
        return;
    };
    all.retain(|kept| kept.print != print);
    all.push(Kept {
        print: print.to_owned(),
        terms,
    });
    let many = all.len().saturating_sub(MOST);
    all.drain(..many);
    browser::store(PAST, &all);
}

/// The terms with a fingerprint, if they were kept.
fn terms_of(print: &str) -> Option<Terms> {
    let all: Vec<Kept> = browser::stored_list(PAST);
    let kept = all.into_iter().find(|kept| kept.print == print)?;
    let config = read_config(&json!({ "terms": kept.terms }).to_string()).ok()?;
    Some(config.terms)
}

/// The answer to a card as of today, in days from 1 January 1970, by the terms of then with a fingerprint. `None` where they are
/// not known any more, or did not know a name of it.
pub fn by_terms_of(speech: &Speech, print: &str, card: &Card, today: i64) -> Option<String> {
    let terms = terms_of(print).filter(|terms| !card.is_foreign(&terms.currency))?;
    let asked = read_brief(&card.brief.to_string(), &terms).ok()?;
    let brief = card.brief_on(today, &asked);
    let appraisal = appraise(&brief, &terms).ok()?;
    let odds = odds_in_head(&brief, &terms, &appraisal).both.map_or_else(
        || speech.get("test.unknown"),
        |odds| speak::odds(speech, odds),
    );
    let values = [
        (
            "verdict",
            speak::to_the_shop(speech, &brief, appraisal.verdict),
        ),
        ("odds", odds),
        ("weeks", speak::weeks(speech, appraisal.weeks.p80)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    Some(speech.format("told.then", &values))
}
