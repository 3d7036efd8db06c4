//! A brief as rows of text, for whoever lists what was asked.

use super::words::{Words, key};
use super::{amount, speak};
use crate::engine::{Brief, CareKind, Contact, Deadline, Relationship, Terms, Topic, Wish};

/// One row of a brief: a part of it and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefRow {
    /// The kind of row.
    pub kind: RowKind,
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

    let row = |kind, label: &str, values| BriefRow {
        kind,
        label: label.to_owned(),
        values,
    };
    let one = |value: Option<String>| Vec::from_iter(value);
    let purpose = brief.purpose.as_ref().and_then(|id| {
        let known = terms.purposes.iter().find(|known| known.id == *id)?;
        Some(speak::name(words, &known.label, id))
    });
    let wish = |asked: &Wish| match phrasing {
        Phrasing::Names => speak::wish(words, terms, &asked.want),
        Phrasing::Page | Phrasing::Letter => speak::wished(words, terms, asked),
    };
    let care = |kind: CareKind| {
        let owner = brief.care[kind]?;
        let pattern = match phrasing {
            Phrasing::Page | Phrasing::Names => "change.care.{}",
            Phrasing::Letter => "letter.care.{}",
        };
        let kind = words.of("care.{}", kind.name());
        Some(words.with(&key(pattern, owner.name()), &[("kind", &kind)]))
    };
    let promise = |id: &String| speak::promise(words, terms, id);
    let date = brief.deadline.map(|deadline| match (deadline, date) {
        (Deadline::Weeks(_), Some(date)) => date.to_owned(),
        (deadline, _) => speak::deadline(words, deadline),
    });
    let budget = |budget| amount::budget(words, terms, budget);
    let answer = |topic: Topic, answer: Option<String>| {
        let answer = answer.map(|key| words.say(&key));
        row(Answer, &key("topic.{}", topic.name()), one(answer))
    };
    let yes_or_no = |answer: Option<bool>| {
        answer.map(|yes| if yes { "answer.yes" } else { "answer.no" }.to_owned())
    };
    let contact = |contact: Contact| key("contact.{}", contact.name());
    let relationship = |known: Relationship| key("relationship.{}", known.name());
    let condition = |topic: Topic| match topic {
        Topic::Contact => answer(topic, brief.conditions.contact.map(contact)),
        _ => answer(topic, yes_or_no(brief.conditions.said(topic))),
    };

    // A new field of the brief is a line here, but for conditions that are answered with yes or no.
    let mut rows = vec![
        row(Value, "step.purpose", one(purpose)),
        row(List, "step.wishes", brief.wishes.iter().map(wish).collect()),
        row(
            List,
            "step.care",
            CareKind::ALL.into_iter().filter_map(care).collect(),
        ),
        row(
            List,
            "step.promises",
            brief.promises.iter().map(promise).collect(),
        ),
        row(Limit, "step.date", one(date)),
        row(Limit, "step.budget", one(brief.budget.map(budget))),
    ];
    rows.extend(Topic::CONDITIONS.map(condition));
    rows.push(answer(
        Topic::Relationship,
        brief.relationship.map(relationship),
    ));
    rows
}
