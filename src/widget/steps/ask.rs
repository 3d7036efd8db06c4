//! Question about a topic with its answers, both in its step and among the questions of the answer.

use super::props::StepProps;
use crate::draft::Draft;
use crate::engine::{
    Answer, CareOwner, Contact, Existing, Pay, Payer, Relationship, Rounds, Terms, Topic,
};
use crate::i18n::{Speech, amount, key, speak};
use crate::widget::element::Element;
use crate::widget::parts::{Choice, Outcome, choice, options};
use crate::widget::setup::Audience;
use crate::widget::state::Change;
use std::rc::Rc;
use yew::prelude::*;

/// Question about a topic.
pub struct Ask<'a> {
    /// Topic of the question.
    pub topic: Topic,
    /// Prefix of its id, so that the same question in two places has two.
    pub place: &'static str,
    /// Reader of the question.
    pub audience: Audience,
    /// Terms of the shop.
    pub terms: &'a Terms,
    /// Words of the visitor's language.
    pub speech: &'a Speech,
    /// Draft as it was typed.
    pub draft: &'a Rc<Draft>,
    /// Called with a change of the draft.
    pub on_edit: &'a Callback<Change<Draft>>,
    /// `true` to leave the legend to screen readers, because a heading has it.
    pub quiet: bool,
    /// Outcomes of its answers; empty if none are shown.
    pub outcomes: Vec<Outcome>,
    /// Assumption in place of an answer, shown instead of the hint.
    pub assumed: Option<String>,
}

/// Returns `true` if a topic has a few answers to choose from; the others need their step.
pub fn is_a_choice(topic: Topic) -> bool {
    !matches!(
        topic,
        Topic::Wishes | Topic::Size | Topic::Budget | Topic::GiftHours | Topic::Deadline
    )
}

/// Answers about the timing of payments. The number of stages is a usual one; assumption.
const PAY: [Pay; 5] = [
    Pay::Deposit,
    Pay::Stages(3),
    Pay::End,
    Pay::Later,
    Pay::Share,
];

/// Names of these answers.
const PAYS: [&str; 5] = ["deposit", "stages", "end", "later", "share"];

/// Answers about the expected rounds of changes, by name.
const ROUNDS: [(&str, Rounds); 4] = [
    ("1", Rounds::Counted(1)),
    ("2", Rounds::Counted(2)),
    ("3", Rounds::Counted(3)),
    ("open", Rounds::OPEN),
];

/// Returns the name of the answer about the timing of payments.
fn paid(pay: Pay) -> &'static str {
    match pay {
        Pay::Deposit => "deposit",
        Pay::Stages(_) => "stages",
        Pay::End => "end",
        Pay::Later => "later",
        Pay::Share => "share",
    }
}

/// Question in its step.
pub fn ask_in_step(topic: Topic, step: &StepProps) -> Element {
    in_step(topic, step, Vec::new())
}

/// Question in its step with these outcomes of its answers.
pub fn in_step(topic: Topic, step: &StepProps, outcomes: Vec<Outcome>) -> Element {
    ask(Ask {
        topic,
        place: "step",
        audience: step.audience,
        terms: &step.terms,
        speech: &step.speech,
        draft: &step.draft,
        on_edit: &step.on_edit,
        // The heading of its own step asks for the purpose.
        quiet: topic == Topic::Purpose,
        outcomes,
        assumed: None,
    })
}

/// Question with its answers.
pub fn ask(question: Ask) -> Element {
    let Ask {
        topic,
        audience,
        terms,
        speech,
        ..
    } = question;
    let draft = question.draft;
    let id = topic.name().replace('.', "-");
    choice(Choice {
        id: [question.place, "-", &id].concat(),
        legend: asked(topic, question.assumed.is_some(), audience, speech),
        hint: question
            .assumed
            .unwrap_or_else(|| hint(topic, terms, speech)),
        quiet: question.quiet,
        stacked: topic == Topic::Purpose,
        options: answers(topic, audience, terms, speech, draft),
        outcomes: question.outcomes,
        chosen: chosen(topic, draft),
        on_select: question
            .on_edit
            .reform(move |id: AttrValue| Change::new(move |draft| choose(topic, draft, &id))),
    })
    .key(topic.name())
}

/// Returns the question in words: for care its kind, unless it stands `alone`.
fn asked(topic: Topic, alone: bool, audience: Audience, speech: &Speech) -> String {
    match topic.care_kind() {
        Some(kind) if !alone => speech.get_for("care.{}", kind.name()),
        _ => {
            let named = |pattern| key(pattern, topic.name());
            audience.says(speech, &named("topic.{}"), &named("shop.topic.{}"))
        }
    }
}

/// Names who looks after something; to the shop its client is one of several.
pub fn owner(audience: Audience, speech: &Speech, owner: CareOwner) -> String {
    let plain = key("owner.{}", owner.name());
    audience.says(speech, &plain, &key("shop.owner.{}", owner.name()))
}

/// Returns the answers about who does or pays something; the shop reads of its client.
fn parties(
    audience: Audience,
    speech: &Speech,
    pattern: &str,
    names: &[&'static str],
) -> Vec<(AttrValue, String)> {
    let mut parties = options(speech, pattern, names);
    for (id, said) in &mut parties {
        if *id == CareOwner::Client.name() {
            *said = audience.says(speech, &key(pattern, id), "shop.owner.client");
        }
    }
    parties
}

/// Returns a description of a kind of care, with its price if the shop discloses it.
fn hint(topic: Topic, terms: &Terms, speech: &Speech) -> String {
    let Some(kind) = topic.care_kind() else {
        return String::new();
    };
    let hint = speech.get_for("care.{}.hint", kind.name());
    let care = &terms.care[kind];
    let price = care.price_per_month.filter(|_| care.offered);
    match price.and_then(|price| amount::disclosed(speech, terms, price)) {
        None => hint,
        Some(price) => [hint, speech.format("care.sold", &[("price", &price)])].join(" "),
    }
}

/// Returns the values of the answers with their words.
fn answers(
    topic: Topic,
    audience: Audience,
    terms: &Terms,
    speech: &Speech,
    draft: &Draft,
) -> Vec<(AttrValue, String)> {
    if let Some(kind) = topic.care_kind() {
        // Care that the shop does not sell cannot be chosen, but stays if it was chosen before.
        let mut owners = parties(audience, speech, "owner.{}", &CareOwner::NAMES);
        let sold = terms.care[kind].offered || draft.care[kind].by == Some(CareOwner::UsPaid);
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
        Topic::Existing => {
            // A thing to be changed exists.
            let mut existing = options(speech, "existing.{}", &Existing::NAMES);
            let is_kept = !is_change(terms, draft) || draft.existing == Some(Existing::None);
            existing.retain(|(id, _)| is_kept || *id != Existing::None.name());
            existing
        }
        Topic::Pay => options(speech, "pay.{}", &PAYS),
        Topic::Costs => parties(audience, speech, "costs.{}", &Payer::NAMES),
        Topic::Rounds => ROUNDS
            .map(|(id, rounds)| (id.into(), speak::rounds(speech, rounds)))
            .into(),
        _ => options(speech, "answer.{}", &["yes", "no"]),
    }
}

/// Returns `true` if a draft is about an existing thing.
pub fn is_change(terms: &Terms, draft: &Draft) -> bool {
    let wants = draft.wishes.iter().map(|wish| &wish.want);
    terms.is_change(draft.purpose.as_deref(), wants)
}

/// Returns the value of an answer of the engine in the options.
pub fn value_of(answer: &Answer) -> AttrValue {
    match answer {
        Answer::Owner(owner) => owner.name().into(),
        Answer::YesOrNo(yes) => word(Some(*yes)).into(),
        Answer::Contact(contact) => contact.name().into(),
        Answer::Relationship(relationship) => relationship.name().into(),
        Answer::Existing(existing) => existing.name().into(),
        Answer::Pay(pay) => paid(*pay).into(),
        Answer::Payer(payer) => payer.name().into(),
        Answer::Rounds(rounds) => named(*rounds).into(),
        Answer::Size(size) => size.name().into(),
        Answer::Purpose(purpose) => purpose.clone().into(),
    }
}

/// Returns the name of the answer about the expected rounds; empty for an unusual number.
fn named(rounds: Rounds) -> &'static str {
    let mut known = ROUNDS.iter();
    known
        .find(|(_, known)| *known == rounds)
        .map_or("", |(name, _)| name)
}

/// Returns `true` if a topic with a few answers was answered.
pub fn is_answered(topic: Topic, draft: &Draft) -> bool {
    match topic {
        // Unusual numbers count too.
        Topic::Rounds => draft.conditions.rounds.is_some(),
        _ => !chosen(topic, draft).is_empty(),
    }
}

/// Returns the value of the answer in the draft; empty if there is none.
fn chosen(topic: Topic, draft: &Draft) -> AttrValue {
    if let Some(kind) = topic.care_kind() {
        return draft.care[kind].by.map_or("", CareOwner::name).into();
    }
    match topic {
        Topic::Purpose => draft.purpose.clone().unwrap_or_default().into(),
        Topic::Contact => draft.conditions.contact.map_or("", Contact::name).into(),
        Topic::Relationship => draft.relationship.map_or("", Relationship::name).into(),
        Topic::Existing => draft.existing.map_or("", Existing::name).into(),
        Topic::Pay => draft.pay.map_or("", paid).into(),
        Topic::Costs => draft.costs.map_or("", Payer::name).into(),
        Topic::Rounds => draft.conditions.rounds.map_or("", named).into(),
        Topic::CashNeeded => word(draft.cash_needed).into(),
        _ => word(draft.conditions.said(topic)).into(),
    }
}

/// Returns the value of a yes or no.
fn word(answer: Option<bool>) -> &'static str {
    answer.map_or("", |yes| if yes { "yes" } else { "no" })
}

/// Writes an answer into the draft.
fn choose(topic: Topic, draft: &mut Draft, id: &str) {
    if let Some(kind) = topic.care_kind() {
        draft.care[kind].by = CareOwner::from_name(id);
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
        Topic::Existing => draft.existing = Existing::from_name(id),
        Topic::Pay => draft.pay = PAY.into_iter().find(|pay| paid(*pay) == id),
        Topic::Costs => draft.costs = Payer::from_name(id),
        Topic::Rounds => {
            let known = ROUNDS.iter().find(|(known, _)| *known == id);
            draft.conditions.rounds = known.map(|(_, rounds)| *rounds);
        }
        Topic::CashNeeded => draft.cash_needed = Some(id == "yes"),
        _ => {
            if let Some(answer) = draft.conditions.yes_or_no(topic) {
                *answer = Some(id == "yes");
            }
        }
    }
}
