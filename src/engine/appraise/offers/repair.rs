//! Repairs: the changes that precede every offer.
//!
//! Stops are lifted, broken promises removed, unpaid care gets an owner, and missing answers about
//! the pace are settled.

use super::amended::Amended;
use crate::appraise::flags;
use crate::appraise::pace::Pace;
use crate::appraise::scenario::{self, Scenario};
use crate::appraise::stops::Stops;
use crate::model::{
    Brief, CareKind, CareOwner, Change, Contact, Flag, Pay, Payer, Rounds, Terms, Want,
};

/// Returns the scenario after the repairs: without unpaid care, broken promises or stops.
pub(crate) fn repaired<'a>(scenario: &Scenario<'a>) -> Scenario<'a> {
    let mut repaired = scenario.care_paid().with_pace(scenario.pace.settled());
    if scenario.is_share() || scenario.is_paid_late() && is_stop(Flag::NoDeposit, scenario.terms) {
        repaired.pay = Some(Pay::Deposit);
    }
    repaired.broken = false;
    repaired.said_stops = Stops::default();
    if is_stop(Flag::OnCall, scenario.terms) {
        repaired.drop_response_times();
    }
    repaired
}

/// Returns `true` if the terms list a condition as a stop.
fn is_stop(flag: Flag, terms: &Terms) -> bool {
    terms.stops.iter().any(|stop| stop.flag == flag)
}

/// Returns the pace with a choice of: content ready before the start, delivery in phases, daily
/// contact.
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
        depends: pace.depends,
    }
}

/// Treatment of care in a repair.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Unpaid care gets an owner.
    Repaired,
    /// Care is unchanged, because a monthly fee carries it.
    Carried,
}

/// Returns the repaired brief at this pace. The repairs come first among the changes.
pub(crate) fn repaired_brief(amended: Amended, terms: &Terms, care: Care, pace: Pace) -> Amended {
    let Amended {
        mut brief,
        changes: mut own,
    } = amended;
    let mut changes = Vec::new();
    let items = scenario::items(&brief, terms);
    let asked = Scenario::new(&brief, terms, &items);
    for stop in flags::stops(&brief, &asked) {
        // No offer lifts a stop that only the shop knows of.
        if lift(&mut brief, &asked, stop) {
            changes.push(Change::Lift { stop });
        }
    }
    if asked.is_share() && brief.pay == Some(Pay::Share) {
        brief.pay = Some(Pay::Deposit);
        changes.push(Change::Pay {
            from: Some(Pay::Share),
            to: Pay::Deposit,
        });
    }
    for promise in std::mem::take(&mut brief.promises) {
        if scenario::is_broken(&promise, terms) {
            changes.push(Change::Promise { promise });
        } else {
            brief.promises.push(promise);
        }
    }
    // Unanswered it could still change the verdict; an offer leaves nothing that could.
    if asked.payer.is_none() && asked.has_charges() {
        brief.costs = Some(Payer::Client);
        changes.push(Change::Costs);
    }
    if care == Care::Repaired {
        for kind in asked.unpaid_kinds() {
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

/// Lifts a stop. Returns `false` for one that only the shop could lift.
fn lift(brief: &mut Brief, asked: &Scenario, stop: Flag) -> bool {
    match stop {
        Flag::NoDeposit => brief.pay = Some(Pay::Deposit),
        Flag::OpenRounds => {
            brief.conditions.rounds = Some(Rounds::Counted(asked.terms.rounds.included));
        }
        Flag::OnCall => {
            for kind in CareKind::ALL {
                if !asked.is_elsewhere(kind) {
                    brief.care[kind].within = None;
                }
            }
        }
        _ => {
            let Some((topic, warns)) = stop.condition() else {
                return false;
            };
            if let Some(answer) = brief.conditions.yes_or_no(topic) {
                *answer = Some(!warns);
            }
        }
    }
    true
}

/// Returns the new owner of a kind of care: the shop if it sells it, else a partner who serves a
/// wished service, else the client.
fn owner(brief: &Brief, terms: &Terms, kind: CareKind) -> CareOwner {
    let wished = |id: &String| {
        brief.wishes.iter().any(|wish| match &wish.want {
            Want::Service { service } => {
                service == id || terms.service(service).is_some_and(|known| known.is_a(id))
            }
            Want::Sized { .. } | Want::Estimated { .. } => false,
        })
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
