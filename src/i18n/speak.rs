//! Engine values in words: names, odds, reasons, changes.

use super::amount;
use super::words::{Words, key};
use crate::engine::{
    Appraisal, Brief, Change, Deadline, Label, Offer, Partner, Reason, Show, Terms, Topic, Verdict,
    Want, Wish, rounding, spoken_tenths,
};

/// The odds as they are spoken: "about 3 in 10", never 31.4 %.
pub fn odds(words: &Words, odds: f64) -> String {
    match spoken_tenths(odds) {
        0 => words.say("odds.none"),
        10.. => words.say("odds.all"),
        n => words.with("odds.some", &[("n", &words.number(f64::from(n), 0))]),
    }
}

/// Returns the name of a labelled thing, else its id in plain letters.
pub fn name(words: &Words, label: &Label, id: &str) -> String {
    match &label.name {
        Some(name) => words.text(name).to_owned(),
        None => {
            let spaced = id.replace(['-', '_'], " ");
            let mut letters = spaced.chars();
            letters.next().map_or_else(String::new, |first| {
                [first.to_ascii_uppercase()]
                    .into_iter()
                    .chain(letters)
                    .collect()
            })
        }
    }
}

/// Returns the name of a service.
pub fn service(words: &Words, terms: &Terms, id: &str) -> String {
    terms
        .service(id)
        .map_or_else(|| id.to_owned(), |service| name(words, &service.label, id))
}

/// Returns the name of a promise.
pub fn promise(words: &Words, terms: &Terms, id: &str) -> String {
    terms
        .promise(id)
        .map_or_else(|| id.to_owned(), |promise| name(words, &promise.label, id))
}

/// Returns the name of a wish.
pub fn wish(words: &Words, terms: &Terms, want: &Want) -> String {
    match want {
        Want::Service { service: id } => service(words, terms, id),
        Want::Sized { name, .. } | Want::Estimated { name, .. } => match name.trim() {
            "" => words.say("wishes.own"),
            // The one wish that the engine makes itself.
            "discovery" => words.say("discovery"),
            _ => name.clone(),
        },
    }
}

/// A wish with how many of it and how much it matters.
pub fn wished(words: &Words, terms: &Terms, asked: &Wish) -> String {
    words.with(
        "letter.wish",
        &[
            ("count", &words.number(f64::from(asked.count), 0)),
            ("name", &wish(words, terms, &asked.want)),
            ("priority", &words.of("priority.{}", asked.priority.name())),
        ],
    )
}

/// A deadline in words.
pub fn deadline(words: &Words, deadline: Deadline) -> String {
    match deadline {
        Deadline::Weeks(n) => weeks(words, n),
        Deadline::Open => words.say("date.open"),
    }
}

/// Some weeks, to the half.
pub fn weeks(words: &Words, weeks: f64) -> String {
    words.count("weeks", rounding::half_week(weeks), &[])
}

/// Some hours, whole.
pub fn hours(words: &Words, hours: f64) -> String {
    words.count("hours", hours.round(), &[])
}

/// Some months, whole.
pub fn months(words: &Words, months: f64) -> String {
    words.count("months", months.round(), &[])
}

/// The verdict in a sentence.
pub fn verdict(words: &Words, appraisal: &Appraisal) -> String {
    if appraisal.verdict == Verdict::Ask && !missing(words, appraisal).is_empty() {
        return words.say("verdict.missing");
    }
    words.of("verdict.{}", appraisal.verdict.name())
}

/// Explains the verdict to the visitor, in a sentence or two.
pub fn lead(words: &Words, appraisal: &Appraisal) -> String {
    let missing = missing(words, appraisal);
    match appraisal.verdict {
        Verdict::Ask if !missing.is_empty() => {
            let waits = words.with("lead.waits", &[("missing", &words.list(&missing))]);
            sentences(&[waits, leaning(words, appraisal)])
        }
        Verdict::Ask => leaning(words, appraisal),
        Verdict::Take => words.say("lead.take"),
        // The sentence that names the partner stands in its place.
        Verdict::Refer => String::new(),
        Verdict::Decline => words.say("lead.decline"),
        Verdict::Reshape => {
            let short = |odds: Option<f64>| odds.is_some_and(|odds| odds < appraisal.confidence);
            let key = match (
                !appraisal.promises.broken.is_empty(),
                short(appraisal.odds.money),
                short(appraisal.odds.time),
            ) {
                (true, false, false) => "lead.promises",
                (false, true, false) => "lead.money",
                (false, false, true) => "lead.time",
                _ => "lead.reshape",
            };
            words.say(key)
        }
    }
}

/// Whole sentences one after the other; an empty one is none.
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

fn leaning(words: &Words, appraisal: &Appraisal) -> String {
    appraisal
        .leaning
        .map(|leaning| words.of("lead.leaning.{}", leaning.name()))
        .unwrap_or_default()
}

/// Lists the answers that are missing altogether.
fn missing(words: &Words, appraisal: &Appraisal) -> Vec<String> {
    appraisal
        .questions
        .iter()
        .filter(|question| matches!(question.id, Topic::Wishes | Topic::Budget | Topic::Deadline))
        .map(|question| words.of("missing.{}", question.id.name()))
        .collect()
}

/// Names the partner who is better placed, with the shop's interest in the same breath. None where
/// that is not what the answer leans to.
pub fn referral(words: &Words, terms: &Terms, appraisal: &Appraisal) -> Option<String> {
    if appraisal.leaning != Some(Verdict::Refer) {
        return None;
    }
    let partner = terms.partner(&appraisal.referral.as_ref()?.partner)?;
    Some(self::partner(words, partner))
}

/// Recommends a partner, with the shop's interest in them in the same breath.
pub fn partner(words: &Words, partner: &Partner) -> String {
    let name = name(words, &partner.label, &partner.id);
    match &partner.disclosure {
        Some(disclosure) => words.with(
            "refer.disclosed",
            &[("partner", &name), ("disclosure", words.text(disclosure))],
        ),
        None => words.with("refer.plain", &[("partner", &name)]),
    }
}

/// A reason in a sentence with its numbers.
pub fn reason(words: &Words, terms: &Terms, reason: &Reason) -> String {
    match reason {
        Reason::Stop { stop } => words.of("reason.stop.{}", stop.name()),
        Reason::Promise { promise: id } => {
            words.with("reason.promise", &[("promise", &promise(words, terms, id))])
        }
        Reason::Budget {
            pays_hours,
            total_p80,
            ..
        } if words.show() == Show::Ratios => words.with(
            "reason.budget.ratio",
            &[("n", &amount::percent(words, pays_hours / total_p80))],
        ),
        Reason::Budget {
            money,
            pays_hours,
            total_p50,
            total_p80,
            ..
        } => words.with(
            "reason.budget",
            &[
                ("p50", &hours(words, *total_p50)),
                ("p80", &words.number(total_p80.round(), 0)),
                ("money", &words.money(*money, &terms.currency)),
                ("pays", &words.number(pays_hours.round(), 0)),
            ],
        ),
        Reason::Deadline {
            weeks: given,
            p50,
            p80,
            ..
        } => words.with(
            "reason.deadline",
            &[
                ("p50", &weeks(words, *p50)),
                ("p80", &weeks(words, *p80)),
                ("weeks", &weeks(words, *given)),
            ],
        ),
        Reason::Care {
            kinds,
            hours: care,
            work_p50,
            months: counted,
            ..
        } => {
            let kinds: Vec<String> = kinds
                .iter()
                .map(|kind| words.of("care.{}.inline", kind.name()))
                .collect();
            let (key, n) = match words.show() {
                Show::Prices | Show::Ranges => ("reason.care", String::new()),
                Show::Ratios => ("reason.care.ratio", amount::percent(words, care / work_p50)),
            };
            words.with(
                key,
                &[
                    ("kinds", &words.list(&kinds)),
                    ("hours", &hours(words, *care)),
                    ("months", &months(words, *counted)),
                    ("work", &hours(words, *work_p50)),
                    ("n", &n),
                ],
            )
        }
        Reason::Content { weeks: wait, .. } => {
            words.with("reason.content", &[("weeks", &weeks(words, *wait))])
        }
        Reason::Contact { .. } => words.say("reason.contact"),
        Reason::Phases { .. } => words.say("reason.phases"),
        Reason::TimeHolds {
            p80, weeks: None, ..
        } => words.with("reason.time-holds", &[("p80", &weeks(words, *p80))]),
        Reason::TimeHolds {
            p80,
            weeks: Some(given),
            ..
        } => words.with(
            "reason.time-holds.of",
            &[
                ("p80", &weeks(words, *p80)),
                ("weeks", &weeks(words, *given)),
            ],
        ),
        Reason::MoneyHolds { p80, .. } => match words.show() {
            Show::Prices => words.with(
                "reason.money-holds",
                &[("p80", &amount::roughly(words, terms, *p80))],
            ),
            Show::Ranges | Show::Ratios => words.say("reason.money-holds.plain"),
        },
        Reason::PromisesHold { .. } => words.say("reason.promises-hold"),
    }
}

/// Lists the changes of an offer, the one that it is named for first. `asked` is the brief that it
/// changes.
pub fn changes(words: &Words, terms: &Terms, asked: &Brief, offer: &Offer) -> Vec<String> {
    // Repairs stand first in the offer, and what makes it this offer comes last.
    offer
        .changes
        .iter()
        .rev()
        .map(|change| self::change(words, terms, asked, change))
        .collect()
}

fn change(words: &Words, terms: &Terms, asked: &Brief, change: &Change) -> String {
    let wished = |at: usize| {
        asked
            .wishes
            .get(at)
            .map(|asked| wish(words, terms, &asked.want))
            .unwrap_or_default()
    };
    match change {
        Change::Lift { stop } => words.of("change.lift.{}", stop.name()),
        Change::Promise { promise: id } => {
            words.with("change.promise", &[("promise", &promise(words, terms, id))])
        }
        Change::Care { kind, to, .. } => words.with(
            &key("change.care.{}", to.name()),
            &[("kind", &words.of("care.{}", kind.name()))],
        ),
        Change::ContentReady { .. } => words.say("change.content-ready"),
        Change::Contact { to, .. } => words.of("change.contact.{}", to.name()),
        Change::Phased { .. } => words.say("change.phased"),
        Change::LeaveOut { wish, count, of } if count == of => {
            words.with("change.leave-out", &[("name", &wished(*wish))])
        }
        Change::LeaveOut { wish, count, of } => words.with(
            "change.leave-out.some",
            &[
                ("name", &wished(*wish)),
                ("count", &words.number(f64::from(*count), 0)),
                ("of", &words.number(f64::from(*of), 0)),
            ],
        ),
        Change::Exchange { from, to, .. } => words.with(
            "change.exchange",
            &[
                ("from", &service(words, terms, from)),
                ("to", &service(words, terms, to)),
            ],
        ),
        Change::Budget { from, to, .. } => amount::budget_change(words, terms, *from, *to),
        Change::Deadline { from, to, .. } => {
            let said = |deadline: &Deadline| weeks(words, deadline.weeks());
            match from {
                None => words.with("change.deadline.fill", &[("to", &said(to))]),
                Some(from) => words.with(
                    "change.deadline",
                    &[("from", &said(from)), ("to", &said(to))],
                ),
            }
        }
        Change::Study { .. } if words.show() == Show::Ratios => words.say("offer.discovery"),
        Change::Study { hours: likely } => {
            words.with("change.study", &[("hours", &hours(words, *likely))])
        }
    }
}
