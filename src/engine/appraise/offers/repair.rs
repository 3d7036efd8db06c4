//! Repairs: what every offer puts right first.
//!
//! A stop is lifted, a broken promise is removed, unpaid care gets an owner, and what was not said
//! about the pace is settled.

use super::amended::Amended;
use crate::appraise::job::Pace;
use crate::appraise::scenario::{self, Scenario};
use crate::model::{
    Brief, CareKind, CareOwner, Change, Conditions, Contact, Flag, Relationship, Terms, Want,
};

/// The scenario after the repairs: they leave no unpaid care, no broken promise and no stop.
pub(crate) fn repaired<'a>(scenario: &Scenario<'a>) -> Scenario<'a> {
    let mut repaired = scenario.care_paid().with_pace(settled(scenario.pace));
    repaired.broken = false;
    repaired.stopped = false;
    repaired
}

/// What was not said about the pace, settled: content ready, weekly contact, in phases.
pub(crate) fn settled(pace: Pace) -> Pace {
    Pace {
        content_ready: pace.content_ready.or(Some(true)),
        contact: pace.contact.or(Some(Contact::Weekly)),
        phased: pace.phased.or(Some(true)),
    }
}

/// The pace with some of: content ready before the start, delivery in phases, daily contact.
pub(crate) fn eased(pace: Pace, [content, phases, daily]: [bool; 3]) -> Pace {
    Pace {
        content_ready: if content {
            Some(true)
        } else {
            pace.content_ready
        },
        phased: if phases { Some(true) } else { pace.phased },
        contact: if daily {
            Some(Contact::Daily)
        } else {
            pace.contact
        },
    }
}

/// Which of the repairs to make.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Unpaid care gets an owner.
    Repaired,
    /// Care stays as it is, because a monthly fee carries it.
    Carried,
}

/// The brief repaired and at this pace. The repairs come first among the changes.
pub(crate) fn repaired_brief(amended: Amended, terms: &Terms, care: Care, pace: Pace) -> Amended {
    let Amended {
        mut brief,
        changes: mut own,
    } = amended;
    let mut changes = Vec::new();
    for stop in scenario::stops(&brief, terms) {
        lift(&mut brief.conditions, stop);
        changes.push(Change::Lift { stop });
    }
    for promise in std::mem::take(&mut brief.promises) {
        if scenario::is_broken(&promise, terms) {
            changes.push(Change::Promise { promise });
        } else {
            brief.promises.push(promise);
        }
    }
    if care == Care::Repaired {
        let items = scenario::items(&brief, terms);
        let scenario = Scenario::new(&brief, terms, &items);
        for kind in scenario.unpaid_kinds() {
            let to = owner(&brief, terms, kind);
            changes.push(Change::Care {
                kind,
                from: brief.care[kind].by,
                to,
            });
            brief.care[kind].by = Some(to);
        }
    }
    let conditions = &mut brief.conditions;
    let from = conditions.content_ready;
    if from != pace.content_ready {
        conditions.content_ready = pace.content_ready;
        changes.push(Change::ContentReady { from });
    }
    let from = conditions.contact;
    if let Some(to) = pace.contact
        && from != Some(to)
    {
        conditions.contact = Some(to);
        changes.push(Change::Contact { from, to });
    }
    let from = conditions.phased;
    if from != pace.phased {
        conditions.phased = pace.phased;
        changes.push(Change::Phased { from });
    }
    changes.append(&mut own);
    Amended { brief, changes }
}

fn lift(conditions: &mut Conditions, stop: Flag) {
    if let Some((topic, warns)) = stop.condition()
        && let Some(answer) = conditions.yes_or_no(topic)
    {
        *answer = Some(!warns);
    }
}

/// Who takes over a kind of care: the shop where it sells it, else a partner who serves a wished
/// service, else the client.
fn owner(brief: &Brief, terms: &Terms, kind: CareKind) -> CareOwner {
    let wished = |id: &String| {
        brief
            .wishes
            .iter()
            .any(|wish| matches!(&wish.want, Want::Service { service } if service == id))
    };
    if terms.care[kind].offered {
        CareOwner::UsPaid
    } else if terms
        .partners
        .iter()
        .any(|partner| partner.care.contains(&kind) && partner.services.iter().any(wished))
    {
        CareOwner::Partner
    } else {
        CareOwner::Client
    }
}

/// The conditions and the relationship of a brief without its wishes: what a study starts from.
pub(crate) fn without_wishes(brief: &Brief) -> Brief {
    Brief {
        purpose: brief.purpose.clone(),
        conditions: brief.conditions,
        relationship: brief.relationship.or(Some(Relationship::Stranger)),
        cash_needed: brief.cash_needed,
        ..Brief::default()
    }
}
