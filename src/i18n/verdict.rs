//! The verdict in words, with the missing answers, the need for a yes, and the referral.

use super::words::{Words, key};
use super::{amount, names, quantity};
use crate::engine::{
    Appraisal, Brief, Budget, Deadline, Partner, PriceDisplay, Terms, Topic, Verdict, rounding,
    sufficient,
};

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

/// Formats the money and the date that a yes to the unchanged brief needs. `None` if neither falls
/// short, if more of them would not suffice, or if the shop does not disclose them.
pub fn needed(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Option<String> {
    let keys = ["needed.both", "needed.money", "needed.weeks"];
    needed_as(words, terms, brief, appraisal, keys)
}

/// The same in other messages: with money and weeks, with money, with weeks.
pub(super) fn needed_as(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
    [both, alone, time]: [&str; 3],
) -> Option<String> {
    let needed = sufficient(brief, terms, appraisal)?;
    let (money, weeks) = needed_of(words, terms, brief, appraisal);
    let money = money.map(|money| match needed.money {
        Some(_) if words.show() != PriceDisplay::Ratios && !is_gift(brief) => {
            amount::taxed(words, terms, money)
        }
        _ => money,
    });
    let is_short = |ratio: Option<f64>| ratio.is_none_or(|ratio| ratio < 1.0);
    let triangle = appraisal.triangle;
    let is_short = (needed.money.is_some() && is_short(triangle.money))
        || (needed.weeks.is_some() && is_short(triangle.time));
    if !is_short {
        return None;
    }
    // A side that is enough is not named: it would be less than what was offered.
    let offered = brief.budget.and_then(Budget::amount);
    let money = money.filter(|_| offered.is_none_or(|offered| needed.money > Some(offered)));
    let given = brief.deadline.map(Deadline::weeks);
    let weeks = weeks.filter(|_| given.is_none_or(|given| needed.weeks > Some(given)));
    match (money, weeks) {
        (Some(money), Some(weeks)) => {
            Some(words.format(both, &[("money", &money), ("weeks", &weeks)]))
        }
        (Some(money), None) => Some(words.format(alone, &[("money", &money)])),
        (None, Some(weeks)) => Some(words.format(time, &[("weeks", &weeks)])),
        (None, None) => None,
    }
}

fn is_gift(brief: &Brief) -> bool {
    matches!(brief.budget, Some(Budget::Gift { .. }))
}

/// Formats the money, without mentioning tax, and the date that together make the unchanged brief a
/// yes. `None` if more would not suffice, as with a promise that nobody can keep, or if the shop
/// does not disclose them.
pub fn needed_of(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> (Option<String>, Option<String>) {
    let would_do = appraisal.stops.is_empty() && appraisal.promises.broken.is_empty();
    let Some(needed) = sufficient(brief, terms, appraisal).filter(|_| would_do) else {
        return (None, None);
    };
    let money = needed.money;
    let money = money.and_then(|money| amount::needed(words, terms, brief.budget, money));
    let weeks = needed.weeks.filter(|_| !is_ongoing(brief));
    let weeks = weeks.map(|weeks| {
        let from = brief.deadline.map(Deadline::from).unwrap_or_default();
        // A date of any day that is kept is spoken as that date is.
        let weeks = words.plural("weeks", rounding::half_week(weeks), &[]);
        quantity::counted(words, weeks, from)
    });
    (money, weeks)
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

/// Returns `true` for work that is paid each month and has no date: it is never finished, so that no
/// weeks count.
pub fn is_ongoing(brief: &Brief) -> bool {
    let is_monthly = matches!(brief.budget, Some(Budget::Monthly(_)));
    is_monthly && brief.deadline.is_none_or(|date| date.weeks().is_infinite())
}
