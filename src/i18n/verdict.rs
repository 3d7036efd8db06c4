//! The verdict in words, with the missing answers, the need for a yes, and the referral.

use super::names;
use super::words::{Words, key};
use crate::engine::{Appraisal, Brief, Partner, Terms, Topic, Verdict};

/// Returns the verdict in a sentence. For a job that is under way it is about finishing it.
pub fn verdict(words: &Words, brief: &Brief, appraisal: &Appraisal) -> String {
    match appraisal.verdict {
        Verdict::Ask if !missing(words, appraisal).is_empty() => words.get("verdict.missing"),
        Verdict::Ask => words.get("verdict.ask"),
        verdict => words.get(&key(
            by_progress(brief, "verdict.{}", "verdict.sofar.{}"),
            verdict.name(),
        )),
    }
}

/// Returns the verdict from the shop to itself, in a word or two.
pub fn to_the_shop(words: &Words, brief: &Brief, verdict: Verdict) -> String {
    match verdict {
        Verdict::Ask => words.get("shop.verdict.ask"),
        _ => words.get_for(
            by_progress(brief, "shop.verdict.{}", "shop.sofar.{}"),
            verdict.name(),
        ),
    }
}

/// Selects a pattern: for a new job, or for one that is under way.
pub fn by_progress(brief: &Brief, new: &'static str, old: &'static str) -> &'static str {
    if brief.so_far.is_some() { old } else { new }
}

/// Joins whole sentences, skipping empty ones.
pub fn sentences(sentences: &[String]) -> String {
    let mut text = String::new();
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        // Japanese and Chinese put nothing between two sentences.
        if !text.is_empty() && !text.ends_with('。') {
            text.push(' ');
        }
        text.push_str(sentence);
    }
    text
}

/// Returns the answer on the assumptions, or an empty text if there is none.
pub fn leaning(words: &Words, appraisal: &Appraisal) -> String {
    appraisal
        .leaning
        .map(|leaning| words.get_for("lead.leaning.{}", leaning.name()))
        .unwrap_or_default()
}

/// Lists the answers without which there is no verdict.
fn missing(words: &Words, appraisal: &Appraisal) -> Vec<String> {
    let topics = appraisal.missing_topics();
    topics
        .map(|topic| words.get_for("missing.{}", topic.name()))
        .collect()
}

/// Asks about a topic. For an existing thing that was not seen, asks to see it.
pub fn question(words: &Words, appraisal: &Appraisal, topic: Topic) -> String {
    match topic {
        Topic::Existing if appraisal.is_unseen() => words.get("topic.look"),
        _ => words.get_for("topic.{}", topic.name()),
    }
}

/// Names the partner, with the shop's interest in the same breath. `None` if the answer does not
/// lean to a referral.
pub fn referral(words: &Words, terms: &Terms, appraisal: &Appraisal) -> Option<String> {
    if appraisal.leaning != Some(Verdict::Refer) {
        return None;
    }
    let partner = terms.partner(&appraisal.referral.as_ref()?.partner)?;
    Some(self::partner(words, partner))
}

/// Recommends a partner, with the shop's interest in them in the same breath.
pub fn partner(words: &Words, partner: &Partner) -> String {
    let name = names::name(words, &partner.label, &partner.id);
    match &partner.disclosure {
        Some(disclosure) => words.format(
            "refer.disclosed",
            &[("partner", &name), ("disclosure", words.text(disclosure))],
        ),
        None => words.format("refer.plain", &[("partner", &name)]),
    }
}
