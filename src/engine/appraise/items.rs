//! The wishes of a brief seen under the terms: their hours, their class and what they bring.

use crate::appraise::job::Load;
use crate::math::insert;
use crate::model::{
    Brief, CareKind, Costs, Estimate, Keepable, PerKind, Priority, Service, Size, Terms, Want,
};
use std::ops::Range;

/// A wish seen under the terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Where the wish stands in the brief.
    pub wish: usize,
    /// Where the service stands in the terms; none for a wish of the client's own.
    pub service: Option<usize>,
    /// What one of it takes, with the rounds of changes that are expected.
    pub each: Estimate,
    /// How many of it.
    pub count: u32,
    /// The care it brings, in hours a month.
    pub care: PerKind<f64>,
    /// Whether that care grows with the count.
    pub care_scales: bool,
    /// How much it matters.
    pub priority: Priority,
    /// Whether it serves the purpose.
    pub serves: bool,
    /// The class in which it is left out: see [`Item::class`].
    pub class: u32,
    /// The weeks that it lasts however many work on it.
    pub least_weeks: f64,
    /// Charges of others for one of it.
    pub charges: Costs,
    /// One of it stays, whatever is left out.
    pub stays: bool,
}

impl Item {
    /// The class of the wishes that stay.
    pub const MUST: u32 = 4;

    /// In which order a wish is left out: 0 first. What another one needs is left out no earlier than
    /// that.
    fn own_class(&self) -> u32 {
        match (self.priority, self.serves) {
            (Priority::Could, false) => 0,
            (Priority::Should, false) => 1,
            (Priority::Could, true) => 2,
            (Priority::Should, true) => 3,
            (Priority::Must, _) => Item::MUST,
        }
    }

    /// The likely hours of all of it.
    pub fn likely(&self) -> f64 {
        self.each.likely * f64::from(self.count)
    }

    /// The care that all of it brings, in hours a month.
    pub fn care_per_month(&self, kind: CareKind) -> f64 {
        let times = if self.care_scales { self.count } else { 1 };
        self.care[kind] * f64::from(times)
    }

    /// The figures that are summed up, and the count: by them items come in the canonical order.
    fn key(&self) -> [f64; 8] {
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
        ]
    }

    /// The estimate of all of it.
    pub fn estimate(&self) -> Estimate {
        self.each.times(f64::from(self.count))
    }

    /// What one of it takes where it goes on top of something that nobody has looked at: the range
    /// reaches at least four times the likely hours.
    ///
    /// Source: reading takes 47 to 62 % of the effort of changing what others wrote; that estimates forget it is
    /// an assumption.
    pub fn each_unseen(&self) -> Estimate {
        Estimate {
            high: self.each.high.max(UNSEEN * self.each.likely),
            ..self.each
        }
    }

    /// What one of it takes.
    pub fn each_of(&self, unseen: bool) -> Estimate {
        if unseen {
            self.each_unseen()
        } else {
            self.each
        }
    }
}

/// How many times the likely hours a range reaches where nobody has looked. Assumption.
const UNSEEN: f64 = 4.0;

/// Those of some items whose class is one of these, in their order.
pub(crate) fn of_class(items: &[Item], classes: Range<u32>) -> Vec<Item> {
    let mut chosen = Vec::new();
    for item in items {
        if classes.contains(&item.class) {
            chosen.push(*item);
        }
    }
    chosen
}

/// The musts, and what they need.
pub(crate) fn musts(items: &[Item]) -> Vec<Item> {
    of_class(items, Item::MUST..Item::MUST + 1)
}

/// Whether a service serves a purpose. One that says nothing of it serves any.
pub(crate) fn serves(service: &Service, purpose: Option<&String>) -> bool {
    match (purpose, &service.serves) {
        (Some(purpose), Some(served)) => served.contains(purpose),
        _ => true,
    }
}

/// The wishes of the brief seen under the terms. A service that the terms do not have is no work.
///
/// They come in one canonical order, whatever theirs was in the brief, so that their sums are the
/// same to the last bit. Equals stay in the order of the brief.
pub(crate) fn items(brief: &Brief, terms: &Terms) -> Vec<Item> {
    let rounds = rounds_factor(brief, terms);
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
                item.care = PerKind::default();
                for (at, known) in terms.services.iter().enumerate() {
                    if known.id == *service {
                        item.service = Some(at);
                        item.each = known.hours;
                        item.care = known.care;
                        item.care_scales = known.care_scales;
                        item.serves = serves(known, brief.purpose.as_ref());
                        item.least_weeks = known.least_weeks;
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
        // The keys once, and places instead of items: there may be hundreds.
        insert(&mut order, index, |a, b| keys.get(*a) < keys.get(*b));
    }
    let item = |at: usize| items.get(at).copied();
    let mut items: Vec<Item> = order.into_iter().filter_map(item).collect();
    raise_what_is_needed(&mut items, terms);
    keep_what_serves(&mut items, terms);
    items
}

/// Marks the wishes of which one stays, whatever is left out: where no must serves the purpose the one
/// that does with the most likely hours apiece, where none does and there is no must any such; and what
/// it needs.
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
            // Of equals the first in the canonical order, so that the order of wishes changes nothing.
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

/// Puts what another wish needs into that wish's class, where that is left out later.
fn raise_what_is_needed(items: &mut [Item], terms: &Terms) {
    // Each round carries a class one need further; no chain is longer than the list.
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

/// The places of the items that one of them cannot be without.
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

/// The factor on the wishes' hours for rounds of changes beyond those in the price.
fn rounds_factor(brief: &Brief, terms: &Terms) -> f64 {
    let expected = brief.conditions.rounds.and_then(|rounds| rounds.count());
    let above = expected.unwrap_or(0).saturating_sub(terms.rounds.included);
    1.0 + terms.rounds.share * f64::from(above)
}

impl Terms {
    /// What a wish of this size takes. Where nobody can say: as a medium one, from half a small to two
    /// large ones.
    pub fn size(&self, size: Size) -> Estimate {
        let medium = self.sizes.medium.likely;
        match size {
            Size::Small => self.sizes.small,
            Size::Medium => self.sizes.medium,
            Size::Large => self.sizes.large,
            Size::Unknown => Estimate {
                low: (self.sizes.small.likely / 2.0).min(medium),
                likely: medium,
                high: (2.0 * self.sizes.large.likely).max(medium),
            },
        }
    }
}

/// What some items, the overhead and the priced promises that are expected bring with them.
pub(crate) fn load(terms: &Terms, promises: &[String], items: &[Item]) -> Load {
    let mut load = Load::default();
    let mut add = |hours: Estimate| {
        load.seen.add(hours);
        load.unseen.add(hours);
    };
    add(terms.overhead);
    // In the order of the terms: that of the brief changes nothing, to the last bit.
    for promise in &terms.promises {
        if let Keepable::Priced(hours) = promise.keepable
            && promises.contains(&promise.id)
        {
            add(hours);
        }
    }
    for item in items {
        load.add(item, item.count);
    }
    load
}

impl Load {
    /// Adds so many of an item.
    pub fn add(&mut self, item: &Item, count: u32) {
        if count == 0 {
            return;
        }
        let count = f64::from(count);
        self.seen.add(item.each.times(count));
        self.unseen.add(item.each_unseen().times(count));
        self.charges.once += item.charges.once * count;
        self.charges.monthly += item.charges.monthly * count;
        self.least_weeks = self.least_weeks.max(item.least_weeks);
    }
}

/// The likely hours of some items.
pub(crate) fn likely(items: &[Item]) -> f64 {
    items.iter().map(Item::likely).sum()
}
