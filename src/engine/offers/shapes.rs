//! The other shapes a job could have: its musts alone, other means, fewer wishes.
//!
//! They depend on the wishes only, so they are worked out once and serve every answer that is
//! tried on afterwards.

use super::super::job::Work;
use super::super::order::sum;
use super::super::scene::{self, Item};
use super::super::{Brief, Priority, Terms};
use super::{less, means};

/// The other shapes a job could have.
pub(crate) struct Shapes {
    /// Nothing is wished for.
    pub is_empty: bool,
    /// The musts alone, where there are musts and other wishes.
    pub musts: Option<Work>,
    /// Every exchangeable wish by other means, where there is one.
    pub exchanged: Option<Work>,
    /// What stays as one class of wishes after another is left out, to the least that may stay.
    pub emptied: Vec<Work>,
    /// A partner serves a must, or the only wish.
    pub partner_serves_a_must: bool,
    /// A partner serves at least half of the must hours, or the only wish.
    pub partner_serves_half_of_the_musts: bool,
}

impl Shapes {
    /// The other shapes of a brief.
    pub fn new(brief: &Brief, terms: &Terms, items: &[Item]) -> Shapes {
        let mut musts = items.iter().filter(|item| item.priority == Priority::Must);
        let has_both = musts.clone().next().is_some() && musts.clone().count() < items.len();
        let exchanged = means::exchanged(brief, terms).map(|(brief, _)| {
            scene::work(
                terms,
                &brief.promises,
                &mut scene::items(&brief, terms).iter(),
            )
        });
        let central = central(items);
        let hours = |items: &[&Item]| sum(&mut items.iter().map(|item| item.likely()));
        let all = hours(&central);
        let served = |partner: &super::super::Partner| -> Vec<&Item> {
            central
                .iter()
                .copied()
                .filter(|item| is_served(item, terms, &partner.services))
                .collect()
        };
        Shapes {
            is_empty: items.is_empty(),
            musts: has_both.then(|| scene::work(terms, &brief.promises, &mut musts)),
            exchanged,
            emptied: less::emptied(brief, terms, items),
            partner_serves_a_must: terms
                .partners
                .iter()
                .any(|partner| !served(partner).is_empty()),
            partner_serves_half_of_the_musts: terms.partners.iter().any(|partner| {
                let served = served(partner);
                !served.is_empty() && 2.0 * hours(&served) >= all
            }),
        }
    }
}

/// The musts, or the only wish whatever its priority.
pub(crate) fn central(items: &[Item]) -> Vec<&Item> {
    let only = items.len() == 1;
    items
        .iter()
        .filter(|item| only || item.priority == Priority::Must)
        .collect()
}

/// Whether a wish is one of these services.
pub(crate) fn is_served(item: &Item, terms: &Terms, services: &[String]) -> bool {
    item.service
        .and_then(|at| terms.services.get(at))
        .is_some_and(|service| services.contains(&service.id))
}
