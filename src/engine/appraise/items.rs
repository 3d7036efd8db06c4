//! Items: the wishes of a brief under the terms, with their hours, class and care.

use super::lasting::{LASTING, lasts};
use crate::math::insert;
use crate::model::{Brief, CareKind, Costs, Estimate, PerCareKind, Priority, Service, Terms, Want};
use std::ops::Range;

/// Wish under the terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Index of the wish in the brief.
    pub wish: usize,
    /// Index of the service in the terms, or `None` for a wish of the client's own.
    pub service: Option<usize>,
    /// Effort for one unit, with the expected rounds of changes.
    pub each: Estimate,
    /// Number of units.
    pub count: u32,
    /// Care it brings, in hours a month.
    pub care: PerCareKind<f64>,
    /// True if that care grows with the count.
    pub care_scales: bool,
    /// Importance to the client.
    pub priority: Priority,
    /// True if it serves the purpose.
    pub serves: bool,
    /// Class in which it is left out: see [`Item::class`].
    pub class: u32,
    /// Least duration in weeks, however many people work on it.
    pub least_weeks: f64,
    /// Third-party charges for one unit.
    pub charges: Costs,
    /// True if one unit stays, whatever is left out.
    pub stays: bool,
}

impl Item {
    /// Class of the wishes that stay.
    pub const MUST: u32 = 4;

    /// Returns the class by the wish itself, before its needs are considered: 0 is left out first.
    fn own_class(&self) -> u32 {
        match (self.priority, self.serves) {
            (Priority::Could, false) => 0,
            (Priority::Should, false) => 1,
            (Priority::Could, true) => 2,
            (Priority::Should, true) => 3,
            (Priority::Must, _) => Item::MUST,
        }
    }

    /// Returns the likely hours of all units.
    pub fn likely(&self) -> f64 {
        self.each.likely * f64::from(self.count)
    }

    /// Returns the care that all units bring, in hours a month.
    pub fn care_per_month(&self, kind: CareKind) -> f64 {
        let times = if self.care_scales { self.count } else { 1 };
        self.care[kind] * f64::from(times)
    }

    /// Returns the sort key of the canonical order: the count and every figure that is summed.
    fn key(&self) -> [f64; 10] {
        let estimate = self.estimate();
        let [content, updates, hosting, help] = CareKind::ALL.map(|kind| self.care_per_month(kind));
        [
            estimate.mean(),
            estimate.excess_variance(),
            estimate.likely,
            content,
            updates,
            hosting,
            help,
            f64::from(self.count),
            self.charges.once,
            self.charges.monthly,
        ]
    }

    /// Returns the estimate of all units.
    pub fn estimate(&self) -> Estimate {
        self.each.times(f64::from(self.count))
    }

    /// Returns the effort for one unit on top of something that nobody has looked at: the high
    /// hours are at least four times the likely ones.
    ///
    /// Source: reading takes 47 to 62 % of the effort of changing what others wrote; that estimates
    /// neglect it is an assumption.
    pub fn each_unseen(&self) -> Estimate {
        Estimate {
            high: self.each.high.max(UNSEEN * self.each.likely),
            ..self.each
        }
    }

    /// Returns the effort for one unit.
    pub fn each_of(&self, unseen: bool) -> Estimate {
        if unseen {
            self.each_unseen()
        } else {
            self.each
        }
    }
}

/// Least ratio of high to likely hours on top of something unseen. Assumption.
const UNSEEN: f64 = 4.0;

/// Returns the items with one of these classes, in their order.
pub(crate) fn of_class(items: &[Item], classes: Range<u32>) -> Vec<Item> {
    let mut chosen = Vec::new();
    for item in items {
        if classes.contains(&item.class) {
            chosen.push(*item);
        }
    }
    chosen
}

/// Returns the musts and their needs.
pub(crate) fn musts(items: &[Item]) -> Vec<Item> {
    of_class(items, Item::MUST..Item::MUST + 1)
}

/// Returns `true` if a service serves a purpose. One that names no purposes serves any.
pub(crate) fn serves(service: &Service, purpose: Option<&String>) -> bool {
    match (purpose, &service.serves) {
        (Some(purpose), Some(served)) => served.contains(purpose),
        _ => true,
    }
}

/// Returns the wishes of the brief under the terms. A service that the terms do not have counts as
/// no work.
///
/// They are in canonical order, whatever their order in the brief, so that their sums are the same
/// to the last bit. Equals keep the order of the brief.
pub(crate) fn items(brief: &Brief, terms: &Terms) -> Vec<Item> {
    let rounds = rounds_factor(brief, terms);
    let lasts = lasts(brief, terms);
    let mut items = Vec::new();
    let mut keys = Vec::new();
    let mut order = Vec::new();
    for (index, wish) in brief.wishes.iter().enumerate() {
        let mut item = Item {
            wish: index,
            service: None,
            each: Estimate::NONE,
            count: wish.count,
            care: terms.own_care,
            care_scales: false,
            priority: wish.priority,
            serves: true,
            class: 0,
            least_weeks: 0.0,
            charges: Costs::default(),
            stays: false,
        };
        match &wish.want {
            Want::Sized { size, .. } => item.each = terms.size(*size),
            Want::Estimated { hours, .. } => item.each = *hours,
            Want::Service { service } => {
                item.care = PerCareKind::default();
                for (at, known) in terms.services.iter().enumerate() {
                    if known.id == *service {
                        item.service = Some(at);
                        item.each = known.hours;
                        item.care = known.care;
                        item.care_scales = known.care_scales;
                        item.serves = serves(known, brief.purpose.as_ref());
                        // A date is that of the things: a year of upkeep begins with them.
                        if lasts || known.least_weeks < LASTING {
                            item.least_weeks = known.least_weeks;
                        }
                        item.charges = known.costs;
                        break;
                    }
                }
            }
        }
        item.each = item.each.times(rounds);
        item.least_weeks = wish.least_weeks.unwrap_or(item.least_weeks);
        item.charges = wish.costs.unwrap_or(item.charges);
        if let Some(serves) = wish.serves_purpose {
            item.serves = serves;
        }
        item.class = item.own_class();
        keys.push(item.key());
        items.push(item);
        // Keys are computed once and indices moved instead of items, as there may be hundreds.
        insert(&mut order, index, |a, b| keys.get(*a) < keys.get(*b));
    }
    let item = |at: usize| items.get(at).copied();
    let mut items: Vec<Item> = order.into_iter().filter_map(item).collect();
    raise_what_is_needed(&mut items, terms);
    keep_what_serves(&mut items, terms);
    items
}

/// Marks the wishes of which one unit stays, whatever is left out, so that a cut never misses the
/// point of the job: the wish that serves the purpose with the most likely hours per unit, unless a
/// must serves it; if nothing serves it and there is no must, the largest wish; and the needs of
/// either.
fn keep_what_serves(items: &mut [Item], terms: &Terms) {
    let is_must = |item: &Item| item.priority == Priority::Must;
    if items.iter().any(|item| is_must(item) && item.serves) {
        return;
    }
    let any_serves = items.iter().any(|item| item.serves);
    if !any_serves && items.iter().any(is_must) {
        return;
    }
    let mut kept: Option<(usize, Item)> = None;
    for (at, item) in items.iter().enumerate() {
        let is_candidate = item.serves || !any_serves;
        let is_larger = kept.is_none_or(|(_, best)| {
            // Among equals the first in canonical order, so that the order of wishes changes
            // nothing.
            item.each.likely > best.each.likely
        });
        if is_candidate && is_larger {
            kept = Some((at, *item));
        }
    }
    let mut next = Vec::from_iter(kept.map(|(at, _)| at));
    while let Some(at) = next.pop() {
        let Some(item) = items.get_mut(at).filter(|item| !item.stays) else {
            continue;
        };
        item.stays = true;
        next.append(&mut needs(items, at, terms));
    }
}

/// Raises the class of each wish to that of the wishes that need it.
fn raise_what_is_needed(items: &mut [Item], terms: &Terms) {
    // Each round propagates a class by one need; no chain is longer than the list.
    for _ in 0..items.len() {
        let mut raised = false;
        for at in 0..items.len() {
            let Some(class) = items.get(at).map(|item| item.class) else {
                continue;
            };
            for needed in needs(items, at, terms) {
                if let Some(item) = items.get_mut(needed)
                    && item.class < class
                {
                    item.class = class;
                    raised = true;
                }
            }
        }
        if !raised {
            break;
        }
    }
}

/// Returns the indices of the items that one of them requires.
pub(crate) fn needs(items: &[Item], at: usize, terms: &Terms) -> Vec<usize> {
    let service = |item: &Item| item.service.and_then(|at| terms.services.get(at));
    let mut places = Vec::new();
    let Some(needs) = items
        .get(at)
        .and_then(service)
        .map(|service| &service.needs)
        .filter(|needs| !needs.is_empty())
    else {
        return places;
    };
    for (place, item) in items.iter().enumerate() {
        if place != at && service(item).is_some_and(|known| needs.iter().any(|id| known.is_a(id))) {
            places.push(place);
        }
    }
    places
}

/// Returns the factor on the wishes' hours for rounds of changes beyond those in the price.
fn rounds_factor(brief: &Brief, terms: &Terms) -> f64 {
    let expected = brief.conditions.rounds.and_then(|rounds| rounds.count());
    let above = expected.unwrap_or(0).saturating_sub(terms.rounds.included);
    1.0 + terms.rounds.share * f64::from(above)
}

/// Returns the likely hours of some items.
pub(crate) fn likely(items: &[Item]) -> f64 {
    items.iter().map(Item::likely).sum()
}
