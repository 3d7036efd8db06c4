//! One question with its answers: the same in its step and where the answer asks for it.

use super::StepProps;
use crate::draft::Draft;
use crate::engine::{CareKind, CareOwner, Conditions, Contact, Relationship, Terms, Topic};
use crate::i18n::{Speech, speak};
use crate::widget::parts::Choice;
use std::rc::Rc;
use yew::prelude::*;

/// One question.
#[derive(Properties, Clone, PartialEq)]
pub struct AskProps {
    /// What is asked.
    pub topic: Topic,
    /// Where it is asked, so that the same question at two places has two names.
    pub place: AttrValue,
    /// What the shop works by.
    pub terms: Rc<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was typed.
    pub draft: Rc<Draft>,
    /// Called with what was typed now.
    pub on_edit: Callback<Draft>,
    /// Whether the question is there for listeners only, because a heading shows it.
    #[prop_or_default]
    pub quiet: bool,
}

impl AskProps {
    /// The question as a step asks it.
    pub fn in_step(topic: Topic, step: &StepProps) -> AskProps {
        AskProps {
            topic,
            place: "step".into(),
            terms: Rc::clone(&step.terms),
            speech: step.speech.clone(),
            draft: Rc::clone(&step.draft),
            on_edit: step.on_edit.clone(),
            quiet: false,
        }
    }
}

/// Whether a topic is asked with a few answers to choose from; the others need their step.
pub fn is_a_choice(topic: Topic) -> bool {
    !matches!(topic, Topic::Wishes | Topic::Budget | Topic::Deadline)
}

/// One question with its answers.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let AskProps {
        topic,
        terms,
        speech,
        draft,
        ..
    } = props;
    let topic = *topic;
    let options = answers(topic, terms, speech, draft);
    let (draft, on_edit) = (Rc::clone(draft), props.on_edit.clone());
    let chosen = chosen(topic, &draft);
    let on_choose = Callback::from(move |id: AttrValue| {
        let mut draft = (*draft).clone();
        choose(topic, &mut draft, &id);
        on_edit.emit(draft);
    });
    html! {
        <Choice
            id={format!("{}-{}", props.place, topic.id().replace('.', "-"))} legend={question(topic, speech)}
            hint={hint(topic, terms, speech)} quiet={props.quiet} stacked={topic == Topic::Purpose}
            {options} {chosen} {on_choose}
        />
    }
}

fn care_kind(topic: Topic) -> Option<CareKind> {
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

fn question(topic: Topic, speech: &Speech) -> String {
    match care_kind(topic) {
        Some(kind) => speech.say(&format!("care.{}", kind.id())),
        None => speech.say(&format!("topic.{}", topic.id())),
    }
}

/// What the kind of care is, and what the shop sells it for.
fn hint(topic: Topic, terms: &Terms, speech: &Speech) -> String {
    let Some(kind) = care_kind(topic) else {
        return String::new();
    };
    let id = kind.id();
    let price = terms.care[kind]
        .price_per_month
        .filter(|_| terms.care[kind].offered);
    let sold = price.map(|price| {
        speech.with(
            "care.sold",
            &[("price", &speech.money(price, &terms.currency))],
        )
    });
    [Some(speech.say(&format!("care.{id}.hint"))), sold]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn answers(
    topic: Topic,
    terms: &Terms,
    speech: &Speech,
    draft: &Draft,
) -> Vec<(AttrValue, AttrValue)> {
    let said = |id: &str, key: String| {
        (
            AttrValue::from(id.to_owned()),
            AttrValue::from(speech.say(&key)),
        )
    };
    if let Some(kind) = care_kind(topic) {
        // What the shop does not sell cannot be chosen, unless it was.
        let offered = |owner: &CareOwner| {
            *owner != CareOwner::UsPaid
                || terms.care[kind].offered
                || draft.care[kind] == Some(*owner)
        };
        let owners = CareOwner::ALL.into_iter().filter(offered);
        return owners
            .map(|owner| said(owner.id(), format!("owner.{}", owner.id())))
            .collect();
    }
    match topic {
        Topic::Purpose => terms
            .purposes
            .iter()
            .map(|purpose| {
                (
                    purpose.id.clone().into(),
                    speak::name(speech, &purpose.label, &purpose.id).into(),
                )
            })
            .collect(),
        Topic::Contact => Contact::ALL
            .map(|contact| said(contact.id(), format!("contact.{}", contact.id())))
            .to_vec(),
        Topic::Relationship => Relationship::ALL
            .map(|relationship| {
                said(
                    relationship.id(),
                    format!("relationship.{}", relationship.id()),
                )
            })
            .to_vec(),
        Topic::Phased => ["yes", "no"]
            .map(|id| said(id, format!("phased.{id}")))
            .to_vec(),
        _ => ["yes", "no"]
            .map(|id| said(id, format!("answer.{id}")))
            .to_vec(),
    }
}

fn chosen(topic: Topic, draft: &Draft) -> AttrValue {
    if let Some(kind) = care_kind(topic) {
        return draft.care[kind].map_or("", CareOwner::id).into();
    }
    match topic {
        Topic::Purpose => draft.purpose.clone().unwrap_or_default().into(),
        Topic::Contact => draft.conditions.contact.map_or("", Contact::id).into(),
        Topic::Relationship => draft.relationship.map_or("", Relationship::id).into(),
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
        draft.care[kind] = CareOwner::ALL.into_iter().find(|owner| owner.id() == id);
        return;
    }
    match topic {
        Topic::Purpose => draft.purpose = Some(id.to_owned()),
        Topic::Contact => {
            draft.conditions.contact = Contact::ALL.into_iter().find(|contact| contact.id() == id);
        }
        Topic::Relationship => {
            draft.relationship = Relationship::ALL.into_iter().find(|known| known.id() == id);
        }
        Topic::CashNeeded => draft.cash_needed = Some(id == "yes"),
        _ => {
            if let Some(answer) = yes_or_no(topic, &mut draft.conditions) {
                *answer = Some(id == "yes");
            }
        }
    }
}
