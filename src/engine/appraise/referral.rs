//! Referral: the partner who serves the client better.

use crate::appraise::scenario::{Item, Scenario};
use crate::model::{Brief, CareKind, Partner, Priority, Referral, Terms};

/// Returns the musts, or the only wish whatever its priority.
pub(crate) fn central(items: &[Item]) -> Vec<Item> {
    if items.len() == 1 {
        items.to_vec()
    } else {
        let mut musts = items.to_vec();
        musts.retain(|item| item.priority == Priority::Must);
        musts
    }
}

/// Returns `true` if a partner provides the service of a wish, or the wish serves the given purpose
/// and the partner covers it.
fn serves(partner: &Partner, item: &Item, purpose: Option<&String>, terms: &Terms) -> bool {
    let service = item.service.and_then(|at| terms.services.get(at));
    service.is_some_and(|service| partner.services.iter().any(|id| service.is_a(id)))
        || item.serves && purpose.is_some_and(|purpose| partner.purposes.contains(purpose))
}

/// Returns the likely hours of the wishes that a partner serves, or `None` if there are none.
pub(crate) fn served_hours(
    partner: &Partner,
    wishes: &[Item],
    brief: &Brief,
    terms: &Terms,
) -> Option<f64> {
    let (mut served, mut hours) = (false, 0.0);
    for item in wishes {
        if serves(partner, item, brief.purpose.as_ref(), terms) {
            served = true;
            hours += item.likely();
        }
    }
    served.then_some(hours)
}

/// Returns the partner that serves most must hours (or the only wish), the first in the terms among
/// equals. `None` if no partner serves any.
pub(crate) fn referral(
    brief: &Brief,
    terms: &Terms,
    scenario: &Scenario,
    items: &[Item],
) -> Option<Referral> {
    let central = central(items);
    let mut best: Option<(&Partner, f64)> = None;
    for partner in &terms.partners {
        if let Some(hours) = served_hours(partner, &central, brief, terms)
            && best.is_none_or(|(_, most)| hours > most)
        {
            best = Some((partner, hours));
        }
    }
    let (partner, _) = best?;
    let mut covers = Vec::new();
    for service in &terms.services {
        let is_served = items.iter().any(|item| {
            let wished = item.service.and_then(|at| terms.services.get(at));
            wished.is_some_and(|wished| wished.id == service.id)
                && serves(partner, item, brief.purpose.as_ref(), terms)
        });
        if is_served {
            covers.push(service.id.clone());
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
