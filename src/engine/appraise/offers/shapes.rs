//! The other shapes a job could have: its musts alone, other means, fewer wishes.
//!
//! They depend on the wishes only, so they are worked out once and serve every answer that is
//! tried on afterwards.

use super::means;
use super::scope_cut::{self, Emptied};
use crate::appraise::job::Work;
use crate::appraise::referral::{central, served_hours};
use crate::appraise::scenario::{self, Item};
use crate::model::{Brief, Terms};

/// The other shapes a job could have.
pub(crate) struct Shapes {
    /// Nothing is wished for.
    pub is_empty: bool,
    /// The musts alone, where there are musts and other wishes.
    pub musts: Option<Work>,
    /// Every exchangeable wish by other means, where there is one.
    pub exchanged: Option<Work>,
    /// What stays as one class of wishes after another is left out, to the least that may stay.
    pub emptied: Vec<Emptied>,
    /// A partner serves a must, or the only wish.
    pub partner_serves_a_must: bool,
    /// A partner serves at least half of the must hours, or the only wish.
    pub partner_serves_half_of_the_musts: bool,
}

impl Shapes {
    /// The other shapes of a brief.
    pub fn new(brief: &Brief, terms: &Terms, items: &[Item]) -> Shapes {
        let work = |items: &[Item]| scenario::work(terms, &brief.promises, items);
        let musts = scenario::musts(items);
        let has_both = !musts.is_empty() && musts.len() < items.len();
        let exchanged = means::exchanged(brief, terms)
            .map(|amended| work(&scenario::items(&amended.brief, terms)));
        let central = central(items);
        let all = scenario::likely(&central);
        let (mut serves_one, mut serves_half) = (false, false);
        for partner in &terms.partners {
            if let Some(hours) = served_hours(partner, &central, terms) {
                serves_one = true;
                serves_half |= 2.0 * hours >= all;
            }
        }
        Shapes {
            is_empty: items.is_empty(),
            musts: has_both.then(|| work(&musts)),
            exchanged,
            emptied: scope_cut::emptied(brief, terms, items),
            partner_serves_a_must: serves_one,
            partner_serves_half_of_the_musts: serves_half,
        }
    }
}
