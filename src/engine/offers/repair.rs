//! Repairs: what every offer puts right first.
//!
//! A stop is lifted, a broken promise is removed, unpaid care gets an owner, and what was not said
//! about the pace is settled.

use super::super::job::Pace;
use super::super::scene::{self, Scene};
use super::super::{
    Brief, CareKind, CareOwner, Change, Conditions, Contact, Flag, Priority, Relationship, Terms,
    Want, Wish,
};

/// The scene after the repairs: they leave no unpaid care, no broken promise and no stop.
pub(crate) fn repaired<'a>(scene: &Scene<'a>) -> Scene<'a> {
    let mut repaired = scene.care_paid().with_pace(settled(scene.pace));
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

/// Which of the repairs to make.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Unpaid care gets an owner.
    Repaired,
    /// Care stays as it is, because a monthly fee carries it.
    Carried,
}

/// Repairs the brief and says what was changed.
pub(crate) fn repair(brief: &mut Brief, terms: &Terms, care: Care) -> Vec<Change> {
    let mut changes = Vec::new();
    for stop in scene::stops(brief, terms) {
        lift(&mut brief.conditions, stop);
        changes.push(Change::Lift { stop });
    }
    for promise in scene::broken_promises(brief, terms) {
        changes.push(Change::Promise { promise });
    }
    brief.promises.retain(|id| !scene::is_broken(id, terms));
    if care == Care::Repaired {
        let items = scene::items(brief, terms);
        let scene = Scene::new(brief, terms, &items);
        for kind in scene.unpaid_kinds() {
            let to = owner(brief, terms, kind);
            changes.push(Change::Care {
                kind,
                from: brief.care[kind],
                to,
            });
            brief.care[kind] = Some(to);
        }
    }
    let pace = Pace {
        content_ready: brief.conditions.content_ready,
        contact: brief.conditions.contact,
        phased: brief.conditions.phased,
    };
    set_pace(brief, settled(pace), &mut changes);
    changes
}

/// Sets the answers about the pace and adds which of them changed.
pub(crate) fn set_pace(brief: &mut Brief, pace: Pace, changes: &mut Vec<Change>) {
    let asked = brief.conditions;
    brief.conditions.content_ready = pace.content_ready;
    brief.conditions.contact = pace.contact;
    brief.conditions.phased = pace.phased;
    if asked.content_ready != pace.content_ready {
        changes.push(Change::ContentReady {
            from: asked.content_ready,
        });
    }
    if let Some(to) = pace.contact
        && asked.contact != Some(to)
    {
        changes.push(Change::Contact {
            from: asked.contact,
            to,
        });
    }
    if asked.phased != pace.phased {
        changes.push(Change::Phased { from: asked.phased });
    }
}

fn lift(conditions: &mut Conditions, stop: Flag) {
    match stop {
        Flag::NoDecider => conditions.decider = Some(true),
        Flag::NotWritten => conditions.written = Some(true),
        Flag::NotOpenToAdvice => conditions.open_to_advice = Some(true),
        Flag::NoDeposit => conditions.deposit = Some(true),
        Flag::FreeSample => conditions.free_sample = Some(false),
        // These two come from figures and are never stops.
        Flag::CareUnderpriced | Flag::LongerThanCareMonths => {}
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

/// The brief with its musts alone.
pub(crate) fn musts_alone(brief: &Brief) -> (Brief, Vec<Change>) {
    let is_must = |wish: &Wish| wish.priority == Priority::Must;
    let mut changed = brief.clone();
    changed.wishes.retain(is_must);
    let mut changes = Vec::new();
    for (index, wish) in brief.wishes.iter().enumerate() {
        if !is_must(wish) {
            changes.push(Change::LeaveOut {
                wish: index,
                count: wish.count,
                of: wish.count,
            });
        }
    }
    (changed, changes)
}
