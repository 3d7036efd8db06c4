//! Missing answers that move the odds: those possible, their weights, and the assumption.

use crate::appraise::scenario::Scenario;
use crate::model::{
    AssumedAnswer, Assumption, Brief, CareKind, CareOwner, Contact, Existing, Midpoint, Pay, Payer,
    Relationship, Topic,
};

/// Answer that is tried in place of a missing one.
#[derive(Clone, Copy)]
pub(crate) enum TriedAnswer {
    Owner(CareOwner),
    ContentReady(bool),
    Contact(Contact),
    Phased(bool),
    Existing(Existing),
    Pay(Pay),
    Depends(bool),
    Costs(Payer),
}

/// Answers with the weight of each. Every weight is an assumption.
type WeightedAnswers = &'static [(TriedAnswer, f64)];

/// Existing things that the job may build on.
const EXISTING: WeightedAnswers = &[
    (TriedAnswer::Existing(Existing::None), 0.6),
    (TriedAnswer::Existing(Existing::Seen), 0.2),
    (TriedAnswer::Existing(Existing::Unseen), 0.2),
];

/// Timings of the payments.
const PAYS: WeightedAnswers = &[
    (TriedAnswer::Pay(Pay::Deposit), 0.4),
    (TriedAnswer::Pay(Pay::Stages(3)), 0.3),
    (TriedAnswer::Pay(Pay::End), 0.3),
];

/// Dependence on somebody outside.
const DEPENDS: WeightedAnswers = &[
    (TriedAnswer::Depends(false), 0.8),
    (TriedAnswer::Depends(true), 0.2),
];

/// Payers of third-party charges.
const COSTS: WeightedAnswers = &[
    (TriedAnswer::Costs(Payer::Client), 0.7),
    (TriedAnswer::Costs(Payer::Us), 0.3),
];

/// Owners of a kind of care.
const OWNERS: WeightedAnswers = &[
    (TriedAnswer::Owner(CareOwner::UsUnpaid), 0.5),
    (TriedAnswer::Owner(CareOwner::Client), 0.3),
    (TriedAnswer::Owner(CareOwner::UsPaid), 0.2),
];

/// The same if the shop does not sell that care.
const OWNERS_UNSOLD: WeightedAnswers = &[
    (TriedAnswer::Owner(CareOwner::UsUnpaid), 0.5),
    (TriedAnswer::Owner(CareOwner::Client), 0.5),
];

/// Readiness of the content.
const CONTENT_READY: WeightedAnswers = &[
    (TriedAnswer::ContentReady(true), 0.5),
    (TriedAnswer::ContentReady(false), 0.5),
];

/// Availability of the client.
const CONTACTS: WeightedAnswers = &[
    (TriedAnswer::Contact(Contact::Daily), 0.2),
    (TriedAnswer::Contact(Contact::Weekly), 0.5),
    (TriedAnswer::Contact(Contact::Rarely), 0.3),
];

/// Delivery in phases or in one go.
const PHASED: WeightedAnswers = &[
    (TriedAnswer::Phased(true), 0.5),
    (TriedAnswer::Phased(false), 0.5),
];

/// Missing answer that moves the odds.
pub(crate) struct MissingAnswer {
    pub topic: Topic,
    /// Kind of care, if it is about one.
    kind: Option<CareKind>,
    pub answers: WeightedAnswers,
    assumed: Assumption,
}

impl MissingAnswer {
    /// Returns `true` if an answer equals the assumption.
    pub fn is_assumed(&self, answer: TriedAnswer) -> bool {
        match (answer, self.assumed) {
            (TriedAnswer::Owner(owner), Assumption::Owner(assumed)) => owner == assumed,
            (
                TriedAnswer::ContentReady(yes) | TriedAnswer::Depends(yes),
                Assumption::YesOrNo(assumed),
            ) => yes == assumed,
            (TriedAnswer::Contact(contact), Assumption::Contact(assumed)) => contact == assumed,
            (TriedAnswer::Existing(existing), Assumption::Existing(assumed)) => existing == assumed,
            (TriedAnswer::Pay(pay), Assumption::Pay(assumed)) => pay == assumed,
            (TriedAnswer::Costs(payer), Assumption::Payer(assumed)) => payer == assumed,
            _ => false,
        }
    }

    /// Returns the scenario with an answer.
    pub fn answered<'a>(&self, scenario: &Scenario<'a>, answer: TriedAnswer) -> Scenario<'a> {
        let mut scenario = *scenario;
        match answer {
            TriedAnswer::Owner(owner) => {
                if let Some(kind) = self.kind {
                    scenario.owners[kind] = Some(owner);
                }
            }
            TriedAnswer::ContentReady(ready) => scenario.pace.content_ready = Some(ready),
            TriedAnswer::Contact(contact) => scenario.pace.contact = Some(contact),
            TriedAnswer::Phased(phased) => scenario.pace.phased = Some(phased),
            TriedAnswer::Existing(existing) => scenario.existing = Some(existing),
            TriedAnswer::Pay(pay) => scenario.pay = Some(pay),
            TriedAnswer::Depends(depends) => scenario.pace.depends = Some(depends),
            TriedAnswer::Costs(payer) => scenario.payer = Some(payer),
        }
        scenario
    }
}

/// Returns the missing answers that move the odds.
pub(crate) fn missing_answers(scenario: &Scenario) -> Vec<MissingAnswer> {
    let mut missing = Vec::new();
    let mut add = |topic, kind, answers, assumed| {
        missing.push(MissingAnswer {
            topic,
            kind,
            answers,
            assumed,
        });
    };
    for kind in CareKind::ALL {
        if scenario.owners[kind].is_none() && scenario.care[kind] > 0.0 {
            let answers = if scenario.terms.care[kind].offered {
                OWNERS
            } else {
                OWNERS_UNSOLD
            };
            let assumed = Assumption::Owner(CareOwner::UsUnpaid);
            add(Topic::of_care(kind), Some(kind), answers, assumed);
        }
    }
    let pace = scenario.pace;
    if pace.content_ready.is_none() {
        let assumed = Assumption::YesOrNo(true);
        add(Topic::ContentReady, None, CONTENT_READY, assumed);
    }
    if pace.contact.is_none() {
        let assumed = Assumption::Contact(Contact::Weekly);
        add(Topic::Contact, None, CONTACTS, assumed);
    }
    if pace.phased.is_none() {
        let assumed = Assumption::Midpoint(Midpoint::Usual);
        add(Topic::Phased, None, PHASED, assumed);
    }
    if scenario.existing.is_none() {
        let assumed = Assumption::Existing(Existing::None);
        add(Topic::Existing, None, EXISTING, assumed);
    }
    if scenario.pay.is_none() && !scenario.is_gift() {
        let assumed = Assumption::Pay(Pay::Deposit);
        add(Topic::Pay, None, PAYS, assumed);
    }
    if pace.depends.is_none() {
        let assumed = Assumption::YesOrNo(false);
        add(Topic::Depends, None, DEPENDS, assumed);
    }
    if scenario.payer.is_none() && scenario.has_charges() {
        let assumed = Assumption::Payer(Payer::Client);
        add(Topic::Costs, None, COSTS, assumed);
    }
    missing
}

/// Returns the assumptions in place of missing answers.
pub(crate) fn assumed_answers(brief: &Brief, scenario: &Scenario) -> Vec<AssumedAnswer> {
    let mut assumed = Vec::new();
    if !brief.wishes.is_empty() {
        // Without outstanding payments nothing is assumed about their timing.
        let is_assumed = |open: &MissingAnswer| open.topic != Topic::Pay || scenario.risk().0 > 0.0;
        for open in missing_answers(scenario).into_iter().filter(is_assumed) {
            assumed.push(AssumedAnswer {
                topic: open.topic,
                value: open.assumed,
            });
        }
    }
    if brief.relationship.is_none() {
        assumed.push(AssumedAnswer {
            topic: Topic::Relationship,
            value: Assumption::Relationship(Relationship::Stranger),
        });
    }
    assumed
}
