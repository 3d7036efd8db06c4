//! Questions: what was not said, ranked by what it could change.

use super::offers::Shapes;
use super::order::insert;
use super::scene::Scene;
use super::verdict::leaning;
use super::{
    Assumed, Assumption, Brief, CareKind, CareOwner, Contact, Halfway, Question, Relationship,
    Topic, Verdict,
};

/// One question decides where the answers that would change the verdict weigh as much together.
pub(crate) const DECISIVE: f64 = 0.25;

/// A swing below this is the noise of the integral.
const NOTICEABLE: f64 = 1e-6;

/// How likely each owner of a kind of care is thought to be. Assumption.
const OWNER_WEIGHTS: [(CareOwner, f64); 3] = [
    (CareOwner::UsUnpaid, 0.5),
    (CareOwner::Client, 0.3),
    (CareOwner::UsPaid, 0.2),
];

/// The same where the shop does not sell that care. Assumption.
const OWNER_WEIGHTS_UNSOLD: [(CareOwner, f64); 2] =
    [(CareOwner::UsUnpaid, 0.5), (CareOwner::Client, 0.5)];

/// How likely it is thought to be that content is ready. Assumption.
const CONTENT_WEIGHTS: [(bool, f64); 2] = [(true, 0.5), (false, 0.5)];

/// How likely each rhythm of contact is thought to be. Assumption.
const CONTACT_WEIGHTS: [(Contact, f64); 3] = [
    (Contact::Daily, 0.2),
    (Contact::Weekly, 0.5),
    (Contact::Rarely, 0.3),
];

/// How likely delivery in phases is thought to be. Assumption.
const PHASED_WEIGHTS: [(bool, f64); 2] = [(true, 0.5), (false, 0.5)];

/// What was not said, most decisive first. `now` is the verdict without an answer.
///
/// What is missing altogether comes first, then what has weights, by flips and then by swing;
/// then what shapes the job though it moves no odds. What can change nothing is not asked.
pub(crate) fn questions(
    brief: &Brief,
    scene: &Scene,
    shapes: &Shapes,
    now: Option<Verdict>,
) -> Vec<Question> {
    let bare = |id| Question {
        id,
        flips: 0.0,
        swing: 0.0,
    };
    let missing = [
        (brief.wishes.is_empty(), Topic::Wishes),
        (brief.budget.is_none(), Topic::Budget),
        (brief.deadline.is_none(), Topic::Deadline),
    ];
    let shaping = [
        (
            brief.purpose.is_none() && !scene.terms.purposes.is_empty(),
            Topic::Purpose,
        ),
        (brief.conditions.decider.is_none(), Topic::Decider),
        (brief.conditions.written.is_none(), Topic::Written),
    ];
    let mut weighed = Vec::new();
    for (id, answers) in answers(scene) {
        let question = weigh(id, &answers, shapes, now);
        if question.flips > 0.0 || question.swing > NOTICEABLE {
            insert(&mut weighed, question, |a, b| {
                b.flips
                    .total_cmp(&a.flips)
                    .then(b.swing.total_cmp(&a.swing))
            });
        }
    }
    let asked = |list: [(bool, Topic); 3]| {
        list.into_iter()
            .filter(|(open, _)| *open)
            .map(move |(_, id)| bare(id))
    };
    asked(missing)
        .chain(weighed)
        .chain(asked(shaping))
        .collect()
}

/// For each thing that was not said and has weights, the scene of every answer with its weight.
fn answers<'a>(scene: &Scene<'a>) -> Vec<(Topic, Vec<(Scene<'a>, f64)>)> {
    let mut questions = Vec::new();
    let care = |kind: CareKind, weights: &[(CareOwner, f64)]| {
        let answer = |(owner, weight): &(CareOwner, f64)| {
            let mut answered = *scene;
            answered.owners[kind] = Some(*owner);
            (answered, *weight)
        };
        weights.iter().map(answer).collect::<Vec<_>>()
    };
    for kind in CareKind::ALL {
        if scene.owners[kind].is_none() && scene.care[kind] > 0.0 {
            let sold = scene.terms.care[kind].offered;
            let weights: &[_] = if sold {
                &OWNER_WEIGHTS
            } else {
                &OWNER_WEIGHTS_UNSOLD
            };
            questions.push((Topic::of_care(kind), care(kind, weights)));
        }
    }
    if scene.pace.content_ready.is_none() {
        let answer = |(ready, weight)| {
            let mut answered = *scene;
            answered.pace.content_ready = Some(ready);
            (answered, weight)
        };
        questions.push((
            Topic::ContentReady,
            CONTENT_WEIGHTS.into_iter().map(answer).collect(),
        ));
    }
    if scene.pace.contact.is_none() {
        let answer = |(contact, weight)| {
            let mut answered = *scene;
            answered.pace.contact = Some(contact);
            (answered, weight)
        };
        questions.push((
            Topic::Contact,
            CONTACT_WEIGHTS.into_iter().map(answer).collect(),
        ));
    }
    if scene.pace.phased.is_none() {
        let answer = |(phased, weight)| {
            let mut answered = *scene;
            answered.pace.phased = Some(phased);
            (answered, weight)
        };
        questions.push((
            Topic::Phased,
            PHASED_WEIGHTS.into_iter().map(answer).collect(),
        ));
    }
    questions
}

fn weigh(id: Topic, answers: &[(Scene, f64)], shapes: &Shapes, now: Option<Verdict>) -> Question {
    let mut flips = 0.0;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for (scene, weight) in answers {
        let both = scene.job().both();
        if leaning(scene, shapes, both) != now {
            flips += weight;
        }
        if let Some(both) = both {
            (least, most) = (least.min(both), most.max(both));
        }
    }
    Question {
        id,
        flips,
        swing: if most > least { most - least } else { 0.0 },
    }
}

/// What was not said and had to be taken for something.
pub(crate) fn assumed(brief: &Brief, scene: &Scene) -> Vec<Assumed> {
    let mut assumed = Vec::new();
    let mut take = |id, value| assumed.push(Assumed { id, value });
    for kind in CareKind::ALL {
        if scene.owners[kind].is_none() && scene.care[kind] > 0.0 {
            take(Topic::of_care(kind), Assumption::Owner(CareOwner::UsUnpaid));
        }
    }
    if !brief.wishes.is_empty() {
        if scene.pace.content_ready.is_none() {
            take(Topic::ContentReady, Assumption::YesOrNo(true));
        }
        if scene.pace.contact.is_none() {
            take(Topic::Contact, Assumption::Contact(Contact::Weekly));
        }
        if scene.pace.phased.is_none() {
            take(Topic::Phased, Assumption::Halfway(Halfway::Usual));
        }
    }
    if brief.relationship.is_none() {
        take(
            Topic::Relationship,
            Assumption::Relationship(Relationship::Stranger),
        );
    }
    assumed
}
