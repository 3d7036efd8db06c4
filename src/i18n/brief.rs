//! A brief as rows of text, for any view that lists it.

use super::words::{Words, key};
use super::{amount, answer, names, quantity};
use crate::engine::{Brief, CareKind, Progress, Terms, Topic, Wish};

/// Row of a brief: one part of it, with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefRow {
    /// Kind of row.
    pub kind: RowKind,
    /// Topic that it answers, for several topics their part of the brief. `None` for the promises.
    pub topic: Option<Topic>,
    /// Key of the message that names this part of the brief.
    pub label: String,
    /// Answers in words, empty if there are none.
    pub values: Vec<String>,
}

/// Kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Part with at most one value.
    Value,
    /// Part with any number of values.
    List,
    /// Limit, date or budget, whose absence is worth a word too.
    Limit,
    /// Question about working together, with its answer.
    Answer,
}

/// Perspective and length of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrasing {
    /// The calculator addresses the visitor as "you".
    Page,
    /// As on a page, but with only the names of wishes.
    Names,
    /// The client addresses the shop as "you".
    Letter,
}

/// Returns every row of a brief in the order of the questions, including those without an answer.
/// `date` is the date asked for, if it was a date rather than a number of weeks, or the words for none.
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
        let keys = match phrasing {
            Phrasing::Page | Phrasing::Names => answer::CARE_ON_PAGE,
            Phrasing::Letter => answer::CARE_IN_LETTER,
        };
        let owned = match duty.by {
            Some(owner) => answer::owned(words, terms, keys, kind, owner),
            None => {
                let kind = words.get_for("care.{}", kind.name());
                words.format("care.unnamed", &[("kind", &kind)])
            }
        };
        (!duty.is_unsaid()).then(|| answer::care(words, owned, duty))
    };
    let promise = |id: &String| names::promise(words, terms, id);
    let date = brief.deadline.map(|deadline| match (deadline, date) {
        (_, Some(date)) => date.to_owned(),
        (deadline, None) => quantity::deadline(words, deadline),
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
    let named = |pattern: &str, name: Option<&str>| name.map(|name| words.get_for(pattern, name));
    let conditions = &brief.conditions;
    let condition = |topic: Topic| {
        let said = match topic {
            Topic::Contact => named("contact.{}", conditions.contact.map(|said| said.name())),
            _ => conditions
                .said(topic)
                .map(|yes| words.get(if yes { "answer.yes" } else { "answer.no" })),
        };
        answer(topic, said)
    };

    // A new field of the brief is a line here, except for yes-or-no conditions.
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
            // Listed with the other conditions.
            Some(Topic::Relationship),
            "sofar.title",
            brief
                .so_far
                .map(|so_far| progress(words, terms, so_far, phrasing))
                .unwrap_or_default(),
        ),
    ]);
    rows
}

/// Lists the progress of a job. A letter leaves out the hours of the shop and zeros.
fn progress(words: &Words, terms: &Terms, so_far: Progress, phrasing: Phrasing) -> Vec<String> {
    let is_letter = phrasing == Phrasing::Letter;
    let mut said = Vec::new();
    if !is_letter {
        said.push(words.plural("sofar.spent", so_far.hours.round(), &[]));
    }
    if !is_letter || so_far.paid > 0.0 {
        let paid = words.money(so_far.paid, &terms.currency);
        said.push(words.format("sofar.received", &[("money", &paid)]));
    }
    if !is_letter || so_far.done > 0.0 {
        let done = amount::percent(words, so_far.done);
        said.push(words.format("sofar.share", &[("n", &done)]));
    }
    said
}
