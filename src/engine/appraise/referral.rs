//! Referral: who is better placed, and for what.

use crate::appraise::scenario::{self, Item, Scenario};
use crate::model::{CareKind, Partner, Referral, Terms};

/// The musts, or the only wish whatever its priority.
pub(crate) fn central(items: &[Item]) -> Vec<Item> {
    if items.len() == 1 {
        items.to_vec()
    } else {
        scenario::musts(items)
    }
}

/// The likely hours of those wishes that a partner serves. None where they serve none.
pub(crate) fn served_hours(partner: &Partner, wishes: &[Item], terms: &Terms) -> Option<f64> {
    let (mut served, mut hours) = (false, 0.0);
    for item in wishes {
        let service = item.service.and_then(|at| terms.services.get(at));
        if service.is_some_and(|service| partner.services.contains(&service.id)) {
            served = true;
            hours += item.likely();
        }
    }
    served.then_some(hours)
}

/// The partner that serves most must hours (or the only wish), of equals the first in the terms.
/// None where no partner serves any.
pub(crate) fn referral(terms: &Terms, scenario: &Scenario, items: &[Item]) -> Option<Referral> {
    let central = central(items);
    let mut best: Option<(&Partner, f64)> = None;
    for partner in &terms.partners {
        if let Some(hours) = served_hours(partner, &central, terms)
            && best.is_none_or(|(_, most)| hours > most)
        {
            best = Some((partner, hours));
        }
    }
    let (partner, _) = best?;
    let mut covers = Vec::new();
    for id in &partner.services {
        let wished = |item: &Item| item.service.and_then(|at| terms.services.get(at));
        if items
            .iter()
            .any(|item| wished(item).is_some_and(|service| service.id == *id))
        {
            covers.push(id.clone());
        }
    }
    for kind in CareKind::ALL {
        if scenario.care[kind] > 0.0 && partner.care.contains(&kind) {
            covers.push(kind.name().to_owned());
        }
    }
    Some(Referral {
        partner: partner.id.clone(),
        covers,
    })
}
