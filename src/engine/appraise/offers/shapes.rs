//! Alternative shapes of a job: its musts alone, other means, fewer wishes.
//!
//! They depend on the wishes only, so they are computed once and serve every answer that is tried
//! afterwards.

use super::class_cut::{self, ClassCut};
use super::means;
use crate::appraise::load::Load;
use crate::appraise::referral::{central, served_hours};
use crate::appraise::scenario::{self, Item};
use crate::model::{Brief, Priority, Size, Terms, Want};

/// Alternative shapes of a job.
pub(crate) struct Shapes {
    /// Its wishes.
    pub items: Vec<Item>,
    /// Overhead and expected promises that take extra hours.
    pub fixed: Load,
    /// True if a wish is a must.
    pub has_musts: bool,
    /// True if the job is said not to be written down.
    pub is_unwritten: bool,
    /// Musts and their needs alone, if there are other wishes.
    pub musts: Option<Load>,
    /// Every exchangeable wish by other means, if there is one.
    pub exchanged: Option<Load>,
    /// Remaining load as one class of wishes after another is left out.
    pub class_cuts: Vec<ClassCut>,
    /// True if a partner serves a must, or the only wish.
    pub partner_serves_a_must: bool,
    /// True if a partner serves at least half of the must hours, or the only wish.
    pub partner_serves_half_of_the_musts: bool,
    /// Load and shapes of the same job with wishes of unknown size as medium ones, if there are
    /// any.
    pub as_medium: Option<Box<(Load, Shapes)>>,
}

impl Shapes {
    /// Returns the alternative shapes of a brief.
    pub fn new(brief: &Brief, terms: &Terms, items: &[Item]) -> Shapes {
        let load = |items: &[Item]| scenario::load(terms, &brief.promises, items);
        let musts = scenario::musts(items);
        let has_both = !musts.is_empty() && musts.len() < items.len();
        let exchanged = means::exchanged(brief, terms)
            .map(|amended| load(&scenario::items(&amended.brief, terms)));
        let central = central(items);
        let all = scenario::likely(&central);
        let (mut serves_one, mut serves_half) = (false, false);
        for partner in &terms.partners {
            if let Some(hours) = served_hours(partner, &central, brief, terms) {
                serves_one = true;
                serves_half |= 2.0 * hours >= all;
            }
        }
        Shapes {
            items: items.to_vec(),
            fixed: load(&[]),
            has_musts: items.iter().any(|item| item.priority == Priority::Must),
            is_unwritten: brief.conditions.written == Some(false),
            musts: has_both.then(|| load(&musts)),
            exchanged,
            class_cuts: class_cut::class_cuts(brief, terms, items),
            partner_serves_a_must: serves_one,
            partner_serves_half_of_the_musts: serves_half,
            as_medium: as_medium(brief).map(|brief| {
                let items = scenario::items(&brief, terms);
                let load = scenario::load(terms, &brief.promises, &items);
                Box::new((load, Shapes::new(&brief, terms, &items)))
            }),
        }
    }

    /// Returns `true` if there are no wishes.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns `true` if a wish has an unknown size.
    pub fn has_unknown_size(&self) -> bool {
        self.as_medium.is_some()
    }
}

/// Returns the brief with wishes of unknown size as medium ones, if there are any.
fn as_medium(brief: &Brief) -> Option<Brief> {
    let mut medium = brief.clone();
    let mut any = false;
    for wish in &mut medium.wishes {
        if let Want::Sized { size, .. } = &mut wish.want
            && *size == Size::Unknown
        {
            *size = Size::Medium;
            any = true;
        }
    }
    any.then_some(medium)
}
