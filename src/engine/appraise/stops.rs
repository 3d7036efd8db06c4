//! Stops: conditions that the shop never accepts.
//!
//! Some depend on answers that are being tried (timing of payments, owners of care), so they are
//! evaluated for each scenario. The others follow from the brief.

use crate::model::{Brief, Flag, Rivals, Rounds, Terms};

/// Presence and kinds of stops.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stops {
    /// True if there is any.
    pub any: bool,
    /// True if one of them means no, rather than naming what must change.
    pub hard: bool,
    /// True if one of them is known only to the shop, so that no offer lifts it.
    pub ours: bool,
}

impl Stops {
    /// Adds a condition of the brief, if it is a stop.
    pub fn add(&mut self, flag: Flag, terms: &Terms) {
        if let Some(lift) = liftable(flag, terms) {
            self.any = true;
            self.hard |= !lift;
            self.ours |= flag.is_internal();
        }
    }
}

/// Returns `true` if a stop can be lifted by a change, `false` if it means no, and `None` if these
/// terms do not list it. Open rounds are always a stop.
pub(super) fn liftable(flag: Flag, terms: &Terms) -> Option<bool> {
    let listed = terms.stops.iter().find(|stop| stop.flag == flag);
    let listed = listed.map(|stop| stop.lift);
    listed.or((flag == Flag::OpenRounds).then_some(true))
}

/// Returns the stops of a brief, except those that answers to questions can change.
pub(super) fn said(brief: &Brief, terms: &Terms) -> Stops {
    let mut stops = Stops::default();
    for flag in Flag::STOPPABLE {
        if is_said(flag, brief) {
            stops.add(flag, terms);
        }
    }
    stops
}

/// Returns `true` if an answer of the brief raises the flag. A missing answer is not *no*.
pub(super) fn is_said(flag: Flag, brief: &Brief) -> bool {
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
