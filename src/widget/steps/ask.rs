//! One question with its answers: the same in its step and where the answer asks for it.

use super::StepProps;
use crate::draft::Draft;
use crate::engine::{CareKind, CareOwner, Conditions, Contact, Relationship, Terms, Topic};
use crate::i18n::{Speech, amount, speak};
use crate::widget::element::Element;
use crate::widget::parts::{Choice, choice, options};
use std::rc::Rc;
use yew::prelude::*;

/// One question.
pub struct Ask<'a> {
    /// What is asked.
    pub topic: Topic,
    /// Where it is asked, so that the same question at two places has two names.
    pub place: &'static str,
    /// What the shop works by.
    pub terms: &'a Terms,
    /// The words.
    pub speech: &'a Speech,
    /// What was typed.
    pub draft: &'a Rc<Draft>,
    /// Called with what was typed now.
    pub on_edit: &'a Callback<Draft>,
    /// Whether the question is there for listeners only, because a heading shows it.
    pub quiet: bool,
}

/// Whether a topic is asked with a few answers to choose from; the others need their step.
pub fn is_a_choice(topic: Topic) -> bool {
    !matches!(topic, Topic::Wishes | Topic::Budget | Topic::Deadline)
}

/// A question as its step asks it.
pub fn ask_in_step(topic: Topic, step: &StepProps) -> Element {
    ask(&Ask {
        topic,
        place: "step",
        terms: &step.terms,
        speech: &step.speech,
        draft: &step.draft,
        on_edit: &step.on_edit,
        // The purpose has a step of its own, whose heading asks for it.
        quiet: topic == Topic::Purpose,
    })
}

/// One question with its answers.
pub fn ask(question: &Ask) -> Element {
    let Ask {
        topic,
        terms,
        speech,
        ..
    } = *question;
    let (draft, on_edit) = (Rc::clone(question.draft), question.on_edit.clone());
    let id = topic.name().replace('.', "-");
    choice(Choice {
        id: [question.place, "-", &id].concat(),
        legend: asked(topic, speech),
        hint: hint(topic, terms, speech),
        quiet: question.quiet,
        stacked: topic == Topic::Purpose,
        options: answers(topic, terms, speech, &draft),
        chosen: chosen(topic, &draft),
        on_select: Callback::from(move |id: AttrValue| {
            let mut draft = (*draft).clone();
            choose(topic, &mut draft, &id);
            on_edit.emit(draft);
        }),
    })
    .key(topic.name())
}

/// The kind of care that a topic is about. None where it is about something else.
pub fn care_kind(topic: Topic) -> Option<CareKind> {
    CareKind::ALL
        .into_iter()
        .find(|kind| Topic::of_care(*kind) == topic)
}

/// Where the answer to a yes-or-no condition is kept.
fn yes_or_no(topic: Topic, conditions: &mut Conditions) -> Option<&mut Option<bool>> {
    match topic {
        Topic::ContentReady => Some(&mut conditions.content_ready),
        Topic::Phased => Some(&mut conditions.phased),
        Topic::Decider => Some(&mut conditions.decider),
        Topic::Written => Some(&mut conditions.written),
        Topic::OpenToAdvice => Some(&mut conditions.open_to_advice),
        Topic::Deposit => Some(&mut conditions.deposit),
        Topic::FreeSample => Some(&mut conditions.free_sample),
        _ => None,
    }
}

fn asked(topic: Topic, speech: &Speech) -> String {
    match care_kind(topic) {
        Some(kind) => speech.of("care.{}", kind.name()),
        None => speech.of("topic.{}", topic.name()),
    }
}

/// What the kind of care is, and what the shop sells it for.
fn hint(topic: Topic, terms: &Terms, speech: &Speech) -> String {
    let Some(kind) = care_kind(topic) else {
        return String::new();
    };
    let hint = speech.of("care.{}.hint", kind.name());
    let care = &terms.care[kind];
    let price = care.price_per_month.filter(|_| care.offered);
    match price.and_then(|price| amount::disclosed(speech, terms, price)) {
        None => hint,
        Some(price) => [hint, speech.with("care.sold", &[("price", &price)])].join(" "),
    }
}

fn answers(
    topic: Topic,
    terms: &Terms,
    speech: &Speech,
    draft: &Draft,
) -> Vec<(AttrValue, String)> {
    if let Some(kind) = care_kind(topic) {
        // What the shop does not sell cannot be chosen, unless it was.
        let mut owners = options(speech, "owner.{}", &CareOwner::NAMES);
        let sold = terms.care[kind].offered || draft.care[kind] == Some(CareOwner::UsPaid);
        owners.retain(|(id, _)| sold || *id != CareOwner::UsPaid.name());
        return owners;
    }
    match topic {
        Topic::Purpose => terms
            .purposes
            .iter()
            .map(|purpose| {
                let name = speak::name(speech, &purpose.label, &purpose.id);
                (purpose.id.clone().into(), name)
            })
            .collect(),
        Topic::Contact => options(speech, "contact.{}", &Contact::NAMES),
        Topic::Relationship => options(speech, "relationship.{}", &Relationship::NAMES),
        Topic::Phased => options(speech, "phased.{}", &["yes", "no"]),
        _ => options(speech, "answer.{}", &["yes", "no"]),
    }
}

fn chosen(topic: Topic, draft: &Draft) -> AttrValue {
    if let Some(kind) = care_kind(topic) {
        return draft.care[kind].map_or("", CareOwner::name).into();
    }
    match topic {
        Topic::Purpose => draft.purpose.clone().unwrap_or_default().into(),
        Topic::Contact => draft.conditions.contact.map_or("", Contact::name).into(),
        Topic::Relationship => draft.relationship.map_or("", Relationship::name).into(),
        Topic::CashNeeded => word(draft.cash_needed).into(),
        _ => {
            let mut conditions = draft.conditions;
            word(yes_or_no(topic, &mut conditions).and_then(|answer| *answer)).into()
        }
    }
}

fn word(answer: Option<bool>) -> &'static str {
    answer.map_or("", |yes| if yes { "yes" } else { "no" })
}

fn choose(topic: Topic, draft: &mut Draft, id: &str) {
    if let Some(kind) = care_kind(topic) {
        draft.care[kind] = CareOwner::from_name(id);
        return;
    }
    match topic {
        Topic::Purpose => draft.purpose = Some(id.to_owned()),
        Topic::Contact => {
            draft.conditions.contact = Contact::from_name(id);
        }
        Topic::Relationship => {
            draft.relationship = Relationship::from_name(id);
        }
        Topic::CashNeeded => draft.cash_needed = Some(id == "yes"),
        _ => {
            if let Some(answer) = yes_or_no(topic, &mut draft.conditions) {
                *answer = Some(id == "yes");
            }
        }
    }
}
