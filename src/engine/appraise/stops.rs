//! Stops: conditions that the shop never accepts.
//!
//! Some depend on answers that are tried on (when the money comes, who gives care); they are looked at
//! anew for each. The others are known from the brief.

use super::scenario::Scenario;
use crate::model::{Brief, CareKind, CareOwner, Flag, Rivals, Rounds, Terms};

/// Whether there are conditions that the shop never accepts, and of which kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stops {
    /// There is one.
    pub any: bool,
    /// One of them is answered with no, instead of with what must change.
    pub hard: bool,
    /// One of them is about what only the shop knows: no offer lifts it.
    pub ours: bool,
}

impl Stops {
    /// Adds a condition that is there, if it is a stop.
    fn add(&mut self, flag: Flag, terms: &Terms) {
        if let Some(lift) = liftable(flag, terms) {
            self.any = true;
            self.hard |= !lift;
            self.ours |= flag.is_ours();
        }
    }
}

/// Whether a stop says what must change instead of no. None for what is no stop of these terms. Open
/// rounds always are one.
fn liftable(flag: Flag, terms: &Terms) -> Option<bool> {
    let listed = terms.stops.iter().find(|stop| stop.flag == flag);
    let listed = listed.map(|stop| stop.lift);
    listed.or((flag == Flag::OpenRounds).then_some(true))
}

/// The stops of a brief, but for those that answers to questions change.
pub(super) fn said(brief: &Brief, terms: &Terms) -> Stops {
    let mut stops = Stops::default();
    for flag in Flag::STOPPABLE {
        if is_said(flag, brief) {
            stops.add(flag, terms);
        }
    }
    stops
}

/// All stops of a scenario.
pub(super) fn present(scenario: &Scenario) -> Stops {
    let mut stops = scenario.said_stops;
    if scenario.is_paid_late() {
        stops.add(Flag::NoDeposit, scenario.terms);
    }
    if is_on_call(scenario) {
        stops.add(Flag::OnCall, scenario.terms);
    }
    stops
}

/// Returns `true` if a condition warns by what the brief says. Not said is not *no*.
fn is_said(flag: Flag, brief: &Brief) -> bool {
    let ours = &brief.ours;
    match flag {
        Flag::OpenRounds => brief.conditions.rounds == Some(Rounds::OPEN),
        Flag::Unlawful => ours.lawful == Some(false),
        Flag::OutsideWhatWeDo => ours.fit == Some(false),
        Flag::OpenCall => ours.rivals == Some(Rivals::Open),
        Flag::Insider => ours.rivals == Some(Rivals::Insider),
        _ => flag
            .condition()
            .is_some_and(|(topic, warns)| brief.conditions.said(topic) == Some(warns)),
    }
}

/// Returns `true` if care must be given soon and neither the client nor a partner gives it.
pub(super) fn is_on_call(scenario: &Scenario) -> bool {
    CareKind::ALL.into_iter().any(|kind| {
        let elsewhere = matches!(
            scenario.owners[kind],
            Some(CareOwner::Client | CareOwner::Partner)
        );
        scenario.urgent[kind] && !elsewhere
    })
}

/// The conditions that warn: those that terms may never accept, and that are there.
pub(super) fn warnings(brief: &Brief, scenario: &Scenario) -> Vec<Flag> {
    let mut flags = Vec::new();
    for flag in Flag::STOPPABLE {
        let is_there = match flag {
            Flag::NoDeposit => scenario.is_paid_late(),
            Flag::OnCall => is_on_call(scenario),
            _ => is_said(flag, brief),
        };
        if is_there {
            flags.push(flag);
        }
    }
    flags
}

/// The conditions that this shop never accepts and that are there.
pub(super) fn stops(brief: &Brief, scenario: &Scenario) -> Vec<Flag> {
    let mut flags = warnings(brief, scenario);
    flags.retain(|flag| liftable(*flag, scenario.terms).is_some());
    flags
}
