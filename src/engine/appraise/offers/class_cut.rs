//! Class cuts: what remains as one class of wishes after another is left out.

use crate::appraise::load::{Load, load};
use crate::appraise::scenario::Item;
use crate::model::{Brief, Terms};

/// The wishes without one class and those before it, of which only the least that may stay is left.
#[derive(Clone, Copy)]
pub(crate) struct ClassCut {
    /// Last class that is left out.
    pub class: u32,
    /// Remaining load.
    pub load: Load,
}

/// Returns the remaining load after each class is left out in turn.
pub(crate) fn class_cuts(brief: &Brief, terms: &Terms, items: &[Item]) -> Vec<ClassCut> {
    let mut cuts = Vec::new();
    for class in 0..Item::MUST {
        let mut stays = Vec::new();
        let mut empties = false;
        for item in items {
            if item.class > class {
                stays.push(*item);
            } else {
                empties |= item.class == class;
                if item.stays {
                    stays.push(Item { count: 1, ..*item });
                }
            }
        }
        if empties && !stays.is_empty() {
            cuts.push(ClassCut {
                class,
                load: load(terms, &brief.promises, &stays),
            });
        }
    }
    cuts
}
