//! A brief as rows of text, for whoever lists what was asked.

use super::words::{Words, key};
use super::{amount, answer, names, quantity};
use crate::engine::{Brief, CareKind, Deadline, SoFar, Terms, Topic, Wish};

/// One row of a brief: a part of it and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefRow {
    /// The kind of row.
    pub kind: RowKind,
    /// The subject that it answers; the part of the brief for those of several. None for the promises.
    pub topic: Option<Topic>,
    /// The key of the message that names this part of the brief.
    pub label: String,
    /// The answers in words. Empty where nothing was said.
    pub values: Vec<String>,
}

/// A kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A part with one value at most.
    Value,
    /// A part with any number of values.
    List,
    /// A limit, date or budget: that it was not said is worth a word too.
    Limit,
    /// A question of how to work together, with its answer.
    Answer,
}

/// A point of view from which rows are said, and their length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrasing {
    /// The calculator says them to the visitor, who is "you".
    Page,
    /// As on a page, and of wishes only the names.
    Names,
    /// The client says them to the shop, which is "you".
    Letter,
}

/// Returns every row of a brief, in the order in which it is asked for, with those of which nothing
/// was said. `date` is the date that was asked for, where it was one and no number of weeks.
pub fn brief_rows(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    date: Option<&str>,
    phrasing: Phrasing,
) -> Vec<BriefRow> {
    use RowKind::{Answer, Limit, List, Value};

    let row = |kind, topic, label: &str, values| BriefRow {
        kind,
        topic,
        label: label.to_owned(),
        values,
    };
    let one = |value: Option<String>| Vec::from_iter(value);
    let purpose = brief.purpose.as_ref().and_then(|id| {
        let known = terms.purposes.iter().find(|known| known.id == *id)?;
        Some(names::name(words, &known.label, id))
    });
    let wish = |asked: &Wish| match phrasing {
        Phrasing::Names => names::wish(words, terms, &asked.want),
        Phrasing::Page | Phrasing::Letter => answer::wished(words, terms, asked),
    };
    let care = |kind: CareKind| {
        let duty = brief.care[kind];
        let pattern = match phrasing {
            Phrasing::Page | Phrasing::Names => "change.care.{}",
            Phrasing::Letter => "letter.care.{}",
        };
        let key = duty.by.map_or("care.unnamed".to_owned(), |owner| {
            key(pattern, owner.name())
        });
        let kind = words.of("care.{}", kind.name());
        let owned = words.with(&key, &[("kind", &kind)]);
        (!duty.is_unsaid()).then(|| answer::care(words, owned, duty))
    };
    let promise = |id: &String| names::promise(words, terms, id);
    let date = brief.deadline.map(|deadline| match (deadline, date) {
        (Deadline::Weeks { .. }, Some(date)) => date.to_owned(),
        (deadline, _) => quantity::deadline(words, deadline),
    });
    let budget = |budget| amount::budget(words, terms, budget);
    let answer = |topic: Topic, answer: Option<String>| {
        row(
            Answer,
            Some(topic),
            &key("topic.{}", topic.name()),
            one(answer),
        )
    };
    let named = |pattern: &str, name: Option<&str>| name.map(|name| words.of(pattern, name));
    let conditions = &brief.conditions;
    let condition = |topic: Topic| {
        let said = match topic {
            Topic::Contact => named("contact.{}", conditions.contact.map(|said| said.name())),
            _ => conditions
                .said(topic)
                .map(|yes| words.say(if yes { "answer.yes" } else { "answer.no" })),
        };
        answer(topic, said)
    };

    // A new field of the brief is a line here, but for conditions that are answered with yes or no.
    let mut rows = vec![
        row(Value, Some(Topic::Purpose), "step.purpose", one(purpose)),
        row(
            List,
            Some(Topic::Wishes),
            "step.wishes",
            brief.wishes.iter().map(wish).collect(),
        ),
        row(
            List,
            Some(Topic::Content),
            "step.care",
            CareKind::ALL.into_iter().filter_map(care).collect(),
        ),
        row(
            List,
            None,
            "step.promises",
            brief.promises.iter().map(promise).collect(),
        ),
        row(Limit, Some(Topic::Deadline), "step.date", one(date)),
        row(
            Limit,
            Some(Topic::Budget),
            "step.budget",
            one(brief.budget.map(budget)),
        ),
    ];
    rows.extend(Topic::CONDITIONS.map(condition));
    rows.extend([
        answer(
            Topic::Rounds,
            conditions
                .rounds
                .map(|rounds| answer::rounds(words, rounds)),
        ),
        answer(
            Topic::Existing,
            named("existing.{}", brief.existing.map(|said| said.name())),
        ),
        answer(Topic::Pay, brief.pay.map(|pay| answer::pay(words, pay))),
        answer(
            Topic::Costs,
            named("costs.{}", brief.costs.map(|said| said.name())),
        ),
        answer(
            Topic::Relationship,
            named(
                "relationship.{}",
                brief.relationship.map(|said| said.name()),
            ),
        ),
        row(
            List,
            // It is said where the other conditions are.
            Some(Topic::Relationship),
            "sofar.title",
            brief
                .so_far
                .map(|so_far| begun(words, terms, so_far, phrasing))
                .unwrap_or_default(),
        ),
    ]);
    rows
}

/// Lists what was done of a job already; the hours of the shop stay with it.
fn begun(words: &Words, terms: &Terms, so_far: SoFar, phrasing: Phrasing) -> Vec<String> {
    let hours = words.count("sofar.spent", so_far.hours.round(), &[]);
    let paid = words.money(so_far.paid, &terms.currency);
    let done = amount::percent(words, so_far.done);
    let mut said = vec![
        words.with("sofar.received", &[("money", &paid)]),
        words.with("sofar.share", &[("n", &done)]),
    ];
    if phrasing != Phrasing::Letter {
        said.insert(0, hours);
    }
    said
}
