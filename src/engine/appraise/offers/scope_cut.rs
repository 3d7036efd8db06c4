//! Scope cuts: which wishes to leave for a second phase, by branch and bound.
//!
//! Wishes are left out class by class, what does not serve the purpose first, and a class is
//! emptied before the next is touched. Musts stay, and at least one wish stays. Inside the last
//! class the search goes through the counts to leave out, wish by wish. A greedy cut gives the first
//! bound; a branch is pruned where what is left could not suffice, or would lose as many likely
//! hours as the best cut so far. The result is exact for up to 16 wishes of a class. Beyond, the
//! search ends after a fixed number of steps with the best cut found so far, which suffices too but
//! may lose a little more than it must.
//!
//! Source: Land & Doig, An automatic method of solving discrete programming problems (1960).

use super::amended::Amended;
use crate::appraise::job::Work;
use crate::appraise::scenario::{self, Item, Scenario, of_class};
use crate::math::insert;
use crate::math::smallest;
use crate::model::{Brief, Change, MEAN_OF_HALF_TO_DOUBLE, Priority, Terms};
use std::cell::Cell;

/// Up to so many wishes of a class the choice is exact: two to the sixteenth choices, with the
/// branches that lead to them, are fewer than [`EXACT_STEPS`]. Where counts above 1 make more
/// choices than that, the search ends there too.
const EXACT_UP_TO: usize = 16;

/// The most steps of an exact search.
const EXACT_STEPS: u32 = 1 << 17;

/// The most steps beyond.
const STEPS: u32 = 20_000;

/// Two losses are the same where they differ by less, in hours.
const SAME_HOURS: f64 = 1e-9;

/// A step of leaving out one class after another: the least that may stay of a class.
#[derive(Clone, Copy)]
pub(crate) struct Emptied {
    /// The last class that is left out.
    class: u32,
    /// The one wish of the class, of which one stays where nothing else does.
    kept: Option<Item>,
    /// What stays.
    pub work: Work,
}

/// What stays as one class after another is left out. Where there is no must, one of some wish of
/// the last class stays: each of those with the least work is tried.
pub(crate) fn emptied(brief: &Brief, terms: &Terms, items: &[Item]) -> Vec<Emptied> {
    let mut emptied = Vec::new();
    for class in 0..Item::MUST {
        let mut add = |kept, stays: &[Item]| {
            emptied.push(Emptied {
                class,
                kept,
                work: scenario::work(terms, &brief.promises, stays),
            });
        };
        let left = in_order_of_brief(&of_class(items, class..class + 1));
        let stays = of_class(items, class + 1..Item::MUST + 1);
        if left.is_empty() {
            continue;
        }
        if !stays.is_empty() {
            add(None, &stays);
            continue;
        }
        for unit in units(&left) {
            add(Some(unit), &[unit]);
        }
    }
    emptied
}

/// Items in the order of their wishes: of choices that lose as much, the first wishes are left out.
fn in_order_of_brief(items: &[Item]) -> Vec<Item> {
    let mut ordered = Vec::new();
    for item in items {
        insert(&mut ordered, *item, |a, b| a.wish < b.wish);
    }
    ordered
}

/// One of each wish, those with the least work first; at most as many as are chosen from exactly.
fn units(class: &[Item]) -> Vec<Item> {
    let mut least_first = Vec::new();
    for item in class {
        insert(&mut least_first, item, |a, b| {
            a.each.mean().total_cmp(&b.each.mean()).is_lt()
        });
    }
    let mut units: Vec<Item> = Vec::new();
    for item in least_first {
        let is_new = units.last().is_none_or(|last| last.each != item.each);
        if is_new && units.len() < EXACT_UP_TO {
            units.push(Item { count: 1, ..*item });
        }
    }
    units
}

/// The brief with the fewest likely hours left out that reaches the confidence, after the repairs
/// that `repaired` stands for. `last` is the first step that suffices.
pub(crate) fn scope_cut(
    brief: &Brief,
    items: &[Item],
    repaired: &Scenario,
    last: &Emptied,
) -> Amended {
    let mut cut = best(brief, items, repaired, last).into_iter();
    let mut left = vec![0; brief.wishes.len()];
    for item in in_order_of_brief(items) {
        let count = match item.class() {
            class if class < last.class => item.count,
            class if class == last.class => cut.next().unwrap_or(0),
            _ => 0,
        };
        if let Some(left) = left.get_mut(item.wish) {
            *left = count;
        }
    }
    without(brief, &left)
}

/// The brief with its musts alone.
pub(crate) fn musts_alone(brief: &Brief) -> Amended {
    let mut left = Vec::new();
    for wish in &brief.wishes {
        let is_must = wish.priority == Priority::Must;
        left.push(if is_must { 0 } else { wish.count });
    }
    without(brief, &left)
}

/// The brief with so many of each wish left out.
fn without(brief: &Brief, left: &[u32]) -> Amended {
    let mut changed = brief.clone();
    let mut changes = Vec::new();
    for (at, (wish, left)) in changed.wishes.iter_mut().zip(left).enumerate() {
        let count = *left;
        if count > 0 {
            changes.push(Change::LeaveOut {
                wish: at,
                count,
                of: wish.count,
            });
            wish.count -= count;
        }
    }
    changed.wishes.retain(|wish| wish.count > 0);
    Amended {
        brief: changed,
        changes,
    }
}

/// The search for the cut inside one class.
struct Search<'a> {
    /// The wishes of the class.
    units: &'a [Unit],
    /// The work of what stays whatever is cut.
    rest: Work,
    /// The most work, in hours, that could suffice.
    most: f64,
    /// Whether that much work always suffices, because no choice widens the ranges.
    plain: bool,
    /// The scenario after the repairs.
    repaired: &'a Scenario<'a>,
    /// At least one of the class must stay.
    keeps_one: bool,
    /// How many of each wish are left out in the best cut so far.
    best: Vec<u32>,
    /// The likely hours that it loses, and a little: see [`Search::loss`].
    best_loss: f64,
    /// How many more steps are taken.
    steps: u32,
}

/// A wish of the class.
struct Unit {
    /// The hours lost with one of it.
    likely: f64,
    /// The estimate of one, in hours.
    base: f64,
    /// The excess variance of one, in square hours.
    excess: f64,
    /// How many are wished for.
    count: u32,
    /// How many are left out in the cut that is looked at.
    cut: Cell<u32>,
    /// The least hours lost per hour of estimate, by this wish or one behind it.
    least_loss: f64,
    /// The estimate that could be left out behind it, in hours.
    behind: f64,
}

impl Unit {
    /// How many stay.
    fn stays(&self) -> f64 {
        f64::from(self.count - self.cut.get())
    }

    /// The excess variance of so many.
    fn excess_of(&self, count: f64) -> f64 {
        self.excess * count * count
    }

    /// The estimate that could be left out from here on.
    fn could_go(&self) -> f64 {
        self.base * f64::from(self.count) + self.behind
    }
}

/// The wishes of a class. All are left out but the one that is kept.
fn units_of(class: &[Item], kept: Option<Item>) -> Vec<Unit> {
    let mut units = Vec::new();
    for item in class {
        let keeps = kept.is_some_and(|kept| kept.wish == item.wish);
        units.push(Unit {
            likely: item.each.likely,
            base: item.each.mean() / MEAN_OF_HALF_TO_DOUBLE,
            excess: item.each.excess_variance(),
            count: item.count,
            cut: Cell::new(item.count - u32::from(keeps)),
            least_loss: 0.0,
            behind: 0.0,
        });
    }
    let (mut least_loss, mut behind) = (f64::INFINITY, 0.0);
    for unit in units.iter_mut().rev() {
        if unit.base > 0.0 {
            least_loss = least_loss.min(unit.likely / unit.base);
        }
        unit.least_loss = least_loss;
        unit.behind = behind;
        behind = unit.could_go();
    }
    units
}

/// How many of each wish of the last class to leave out: the fewest likely hours lost. All but the
/// one that is kept where nothing better is found.
fn best(brief: &Brief, items: &[Item], repaired: &Scenario, last: &Emptied) -> Vec<u32> {
    let class = in_order_of_brief(&of_class(items, last.class..last.class + 1));
    let units = &units_of(&class, last.kept);
    let stays = of_class(items, last.class + 1..Item::MUST + 1);
    let rest = scenario::work(repaired.terms, &brief.promises, &stays);
    let mut widest = 0.0;
    for unit in units {
        widest += unit.excess_of(f64::from(unit.count)).max(0.0);
    }
    // Odds fall as work grows, so the most work is looked for as the least of its inverse.
    let most = smallest(repaired.confidence, 1.0 / repaired.work.base, &|inverse| {
        let work = Work {
            base: 1.0 / inverse,
            excess: 0.0,
        };
        repaired.with_work(work).job().both().unwrap_or(0.0)
    });
    let mut search = Search {
        units,
        rest,
        most: most.map_or(0.0, |inverse| 1.0 / inverse),
        plain: rest.excess + widest <= 0.0,
        repaired,
        keeps_one: last.kept.is_some(),
        best: Vec::new(),
        best_loss: f64::INFINITY,
        steps: if units.len() <= EXACT_UP_TO {
            EXACT_STEPS
        } else {
            STEPS
        },
    };
    search.note(search.loss());
    if search.greedy() {
        search.note(search.loss().min(search.best_loss));
    }
    let base = rest.base + units.first().map_or(0.0, Unit::could_go);
    search.branch(units, base, 0.0);
    search.best
}

impl Search<'_> {
    /// Keeps the cut that is looked at as the best.
    fn note(&mut self, loss: f64) {
        self.best.clear();
        for unit in self.units {
            self.best.push(unit.cut.get());
        }
        self.best_loss = loss;
    }

    /// The likely hours lost, and a little: what loses as much is as good.
    fn loss(&self) -> f64 {
        let mut loss = 0.0;
        for unit in self.units {
            loss += unit.likely * f64::from(unit.cut.get());
        }
        loss + SAME_HOURS
    }

    /// Whether what stays reaches the confidence. `base` is its estimate.
    fn suffices(&self, base: f64) -> bool {
        if self.keeps_one && self.units.iter().all(|unit| unit.stays() == 0.0) {
            return false;
        }
        if self.plain {
            return base <= self.most * (1.0 - SAME_HOURS);
        }
        let mut excess = 0.0;
        for unit in self.units {
            excess += unit.excess_of(unit.stays());
        }
        let work = Work {
            base,
            excess: self.rest.excess + excess,
        };
        self.repaired.with_work(work).suffices()
    }

    /// Whether what stays reaches the confidence.
    fn is_enough(&self) -> bool {
        let mut base = 0.0;
        for unit in self.units {
            base += unit.base * unit.stays();
        }
        self.suffices(self.rest.base + base)
    }

    /// Looks for a good cut to begin with: whole wishes, the largest first, then as few of each as
    /// suffice. Whether there is one.
    fn greedy(&self) -> bool {
        let mut largest_first = Vec::new();
        for unit in self.units {
            unit.cut.set(0);
            insert(&mut largest_first, unit, |a, b| {
                b.base.total_cmp(&a.base).is_lt()
            });
        }
        let is_enough = |unit: &Unit, cut: u32| {
            unit.cut.set(cut);
            self.is_enough()
        };
        if !largest_first.iter().any(|unit| is_enough(unit, unit.count)) {
            return false;
        }
        for unit in largest_first {
            while unit.cut.get() > 0 {
                let cut = unit.cut.get();
                if !is_enough(unit, cut - 1) {
                    unit.cut.set(cut);
                    break;
                }
            }
        }
        true
    }

    /// Branches over the counts of these wishes that could lose less than the best cut, the smallest
    /// wishes first, so that of equals the cut that leaves out smaller ones is found.
    fn branch(&mut self, units: &[Unit], base: f64, loss: f64) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let too_much = base - self.most;
        let Some((unit, behind)) = units.split_first() else {
            if too_much <= 0.0 && loss < self.best_loss && self.suffices(base) {
                self.note(loss - SAME_HOURS);
            }
            return;
        };
        // What is still to go loses at least this much; the margin is for ranges that widen.
        if too_much > unit.could_go() * (1.0 + 1e-9) {
            return;
        }
        let floor = if too_much > 0.0 {
            too_much * unit.least_loss
        } else {
            0.0
        };
        if loss + floor * (1.0 - 1e-9) >= self.best_loss {
            return;
        }
        // Fewer than `least` cannot suffice, more than `most` lose more than the best.
        let least = ((too_much - unit.behind) / unit.base - SAME_HOURS).ceil();
        let most = ((self.best_loss - loss) / unit.likely).floor();
        let least = if least > 0.0 { least as u32 } else { 0 };
        let most = if most < f64::from(unit.count) {
            most as u32
        } else {
            unit.count
        };
        for left in (least..=most).rev() {
            let left_hours = f64::from(left);
            unit.cut.set(left);
            self.branch(
                behind,
                base - unit.base * left_hours,
                loss + unit.likely * left_hours,
            );
        }
    }
}
