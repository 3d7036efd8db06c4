//! Referral: who is better placed, and for what.

use super::offers::{central, is_served};
use super::order::sum;
use super::scene::{Item, Scene};
use super::{CareKind, Partner, Referral, Terms};

/// The partner that serves most must hours (or the only wish), of equals the first in the terms.
/// None where no partner serves any.
pub(crate) fn referral(terms: &Terms, scene: &Scene, items: &[Item]) -> Option<Referral> {
    let central = central(items);
    let hours = |partner: &Partner| {
        sum(&mut central
            .iter()
            .filter(|item| is_served(item, terms, &partner.services))
            .map(|item| item.likely()))
    };
    let serves = |partner: &&Partner| {
        central
            .iter()
            .any(|item| is_served(item, terms, &partner.services))
    };
    // Of equals `max_by` would give the last.
    let best = terms
        .partners
        .iter()
        .rev()
        .filter(serves)
        .max_by(|a, b| hours(a).total_cmp(&hours(b)))?;
    let wished = |id: &&String| {
        items.iter().any(|item| {
            item.service
                .and_then(|at| terms.services.get(at))
                .is_some_and(|service| service.id == **id)
        })
    };
    let services = best.services.iter().filter(wished).cloned();
    let care = CareKind::ALL
        .into_iter()
        .filter(|kind| scene.care[*kind] > 0.0 && best.care.contains(kind))
        .map(|kind| kind.id().to_owned());
    Some(Referral {
        partner: best.id.clone(),
        covers: services.chain(care).collect(),
    })
}
