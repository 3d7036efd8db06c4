//! Start: the largest single service that the money buys, if nothing else is within reach.

use super::amended::Amended;
use super::repair::{self, Care};
use crate::appraise::pace::Pace;
use crate::appraise::scenario::{self, Scenario};
use crate::model::{Brief, Change, Service, Terms, Want, Wish};

/// Returns the brief with one service in place of its wishes, repaired: the largest that serves the
/// purpose, needs no other and reaches the confidence. `None` if there is none, or without a
/// purpose or money.
pub(super) fn start(asked: &Brief, terms: &Terms, pace: Pace) -> Option<Amended> {
    let purpose = asked.purpose.as_ref()?;
    asked.budget?.amount()?;
    let mut largest: Option<(&Service, Amended)> = None;
    for service in &terms.services {
        let is_larger = largest
            .as_ref()
            .is_none_or(|(known, _)| service.hours.likely > known.hours.likely);
        // A service about an existing thing is no start of anything.
        let is_start = service.needs.is_empty() && !service.changes;
        if !is_larger || !is_start || !scenario::serves(service, Some(purpose)) {
            continue;
        }
        let amended = one(asked, service);
        let amended = repair::repaired_brief(amended, terms, Care::Repaired, pace);
        let items = scenario::items(&amended.brief, terms);
        if Scenario::new(&amended.brief, terms, &items).suffices() {
            largest = Some((service, amended));
        }
    }
    largest.map(|(_, amended)| amended)
}

/// Returns the brief with one service in place of its wishes: its care unchanged, everything else
/// settled and repaired.
pub(crate) fn alone(asked: &Brief, service: &Service, terms: &Terms, pace: Pace) -> Brief {
    let pace = pace.settled();
    repair::repaired_brief(one(asked, service), terms, Care::Carried, pace).brief
}

fn one(asked: &Brief, service: &Service) -> Amended {
    let want = Want::Service {
        service: service.id.clone(),
    };
    Amended {
        brief: Brief {
            wishes: Wish::only(want),
            ..asked.clone()
        },
        changes: vec![Change::Start {
            service: service.id.clone(),
        }],
    }
}
