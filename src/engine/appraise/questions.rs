//! Questions: what was not said, ranked by what it could change.

use crate::appraise::offers::Shapes;
use crate::appraise::scenario::Scenario;
use crate::appraise::verdict::leaning;
use crate::math::insert;
use crate::model::{
    Assumed, Assumption, Brief, CareKind, CareOwner, Conditions, Contact, Halfway, Question,
    Relationship, Topic, Verdict,
};

/// One question decides where the answers that would change the verdict weigh as much together.
pub(crate) const DECISIVE: f64 = 0.25;

/// A swing below this is the noise of the integral.
const NOTICEABLE: f64 = 1e-6;

/// An answer to something that was not said.
#[derive(Clone, Copy)]
enum Answer {
    Owner(CareOwner),
    ContentReady(bool),
    Contact(Contact),
    Phased(bool),
}

/// Answers with how likely each is thought to be. Every weight is our assumption.
type Answers = &'static [(Answer, f64)];

/// Who looks after a kind of care.
const OWNERS: Answers = &[
    (Answer::Owner(CareOwner::UsUnpaid), 0.5),
    (Answer::Owner(CareOwner::Client), 0.3),
    (Answer::Owner(CareOwner::UsPaid), 0.2),
];

/// The same where the shop does not sell that care.
const OWNERS_UNSOLD: Answers = &[
    (Answer::Owner(CareOwner::UsUnpaid), 0.5),
    (Answer::Owner(CareOwner::Client), 0.5),
];

/// Whether content is ready.
const CONTENT_READY: Answers = &[
    (Answer::ContentReady(true), 0.5),
    (Answer::ContentReady(false), 0.5),
];

/// How often the client can be reached.
const CONTACTS: Answers = &[
    (Answer::Contact(Contact::Daily), 0.2),
    (Answer::Contact(Contact::Weekly), 0.5),
    (Answer::Contact(Contact::Rarely), 0.3),
];

/// Whether it may be delivered in phases.
const PHASED: Answers = &[(Answer::Phased(true), 0.5), (Answer::Phased(false), 0.5)];

/// Something that was not said and moves the odds.
struct Unsaid {
    id: Topic,
    /// The kind of care, where it is about one.
    kind: Option<CareKind>,
    answers: Answers,
    assumed: Assumption,
}

/// What was not said and moves the odds.
fn unsaid(scenario: &Scenario) -> Vec<Unsaid> {
    let mut unsaid = Vec::new();
    let mut add = |id, kind, answers, assumed| {
        unsaid.push(Unsaid {
            id,
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
        let assumed = Assumption::Halfway(Halfway::Usual);
        add(Topic::Phased, None, PHASED, assumed);
    }
    unsaid
}

/// What was not said, most decisive first. `now` is the verdict without an answer.
///
/// What is missing altogether comes first, then what has weights, by flips and then by swing;
/// then what shapes the job though it moves no odds. What can change nothing is not asked.
pub(crate) fn questions(
    brief: &Brief,
    scenario: &Scenario,
    shapes: &Shapes,
    now: Option<Verdict>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let ask = |questions: &mut Vec<Question>, is_open: bool, id: Topic| {
        if is_open {
            let (flips, swing) = (0.0, 0.0);
            questions.push(Question {
                id,
                flips,
                swing,
                moves: 0.0,
            });
        }
    };
    ask(&mut questions, brief.wishes.is_empty(), Topic::Wishes);
    ask(&mut questions, brief.budget.is_none(), Topic::Budget);
    ask(&mut questions, brief.deadline.is_none(), Topic::Deadline);
    let weighs = |question: &Question| question.flips > 0.0 || question.swing > NOTICEABLE;
    for open in unsaid(scenario) {
        let question = weigh(&open, scenario, shapes, now);
        if weighs(&question) {
            insert(&mut questions, question, |a, b| {
                weighs(b) && (a.flips > b.flips || a.flips == b.flips && a.swing > b.swing)
            });
        }
    }
    let no_purpose = brief.purpose.is_none() && !scenario.terms.purposes.is_empty();
    let Conditions {
        decider, written, ..
    } = brief.conditions;
    ask(&mut questions, no_purpose, Topic::Purpose);
    ask(&mut questions, decider.is_none(), Topic::Decider);
    ask(&mut questions, written.is_none(), Topic::Written);
    questions
}

/// What the answers to a question would change.
fn weigh(open: &Unsaid, scenario: &Scenario, shapes: &Shapes, now: Option<Verdict>) -> Question {
    let mut flips = 0.0;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for (answer, weight) in open.answers {
        let mut scenario = *scenario;
        match *answer {
            Answer::Owner(owner) => {
                if let Some(kind) = open.kind {
                    scenario.owners[kind] = Some(owner);
                }
            }
            Answer::ContentReady(ready) => scenario.pace.content_ready = Some(ready),
            Answer::Contact(contact) => scenario.pace.contact = Some(contact),
            Answer::Phased(phased) => scenario.pace.phased = Some(phased),
        }
        let both = scenario.job().both();
        if leaning(&scenario, shapes, both) != now {
            flips += weight;
        }
        if let Some(both) = both {
            (least, most) = (least.min(both), most.max(both));
        }
    }
    Question {
        id: open.id,
        flips,
        swing: if most > least { most - least } else { 0.0 },
        moves: 0.0,
    }
}

/// What was not said and had to be taken for something.
pub(crate) fn assumed(brief: &Brief, scenario: &Scenario) -> Vec<Assumed> {
    let mut assumed = Vec::new();
    if !brief.wishes.is_empty() {
        for open in unsaid(scenario) {
            assumed.push(Assumed {
                id: open.id,
                value: open.assumed,
            });
        }
    }
    if brief.relationship.is_none() {
        assumed.push(Assumed {
            id: Topic::Relationship,
            value: Assumption::Relationship(Relationship::Stranger),
        });
    }
    assumed
}
