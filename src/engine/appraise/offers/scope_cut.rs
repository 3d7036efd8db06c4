//! Scope cuts: which wishes to leave for a second phase, by branch and bound.
//!
//! Wishes are left out class by class, those that do not serve the purpose first, and a class is
//! emptied before the next is touched. Musts stay, so do the needs of a wish that stays, and one
//! unit of what serves the purpose best if no must does. Within the last class the search branches
//! over the counts to leave out, wish by wish. A greedy cut gives the first bound; a branch is
//! pruned if the remaining work could not suffice, or would lose as many likely hours as the best
//! cut so far. The result is exact for up to 16 wishes of a class whose hours alone decide what
//! suffices. Beyond, the search ends after a fixed number of steps with the best cut found so far,
//! which suffices too but may lose a little more than necessary.
//!
//! Source: Land & Doig, An automatic method of solving discrete programming problems (1960).

use super::amended::Amended;
use super::class_cut::ClassCut;
use super::shapes::Shapes;
use crate::appraise::load::{Load, Work};
use crate::appraise::scenario::{self, Item, Scenario, of_class};
use crate::math::insert;
use crate::math::smallest;
use crate::model::{Brief, Change, MEAN_OF_HALF_TO_DOUBLE};
use std::cell::Cell;

/// Number of wishes in a class up to which the choice is exact: two to the sixteenth choices, with
/// the branches that lead to them, are fewer than [`EXACT_STEPS`]. If counts above 1 make more
/// choices than that, the search ends there too.
const EXACT_UP_TO: usize = 16;

/// Maximum number of steps of an exact search.
const EXACT_STEPS: u32 = 1 << 17;

/// Maximum number of steps otherwise, and for a mere test whether a cut is within reach.
const STEPS: u32 = 16_384;

/// Steps charged for a cut whose sufficiency takes computing its odds.
const STEPS_PER_ODDS: u32 = 128;

/// Tolerance for equal losses, in hours.
const TOLERANCE: f64 = 1e-9;

/// Returns the items in the order of their wishes: among choices that lose as much, the first
/// wishes are left out.
fn in_order_of_brief(items: &[Item]) -> Vec<Item> {
    let mut ordered = Vec::new();
    for item in items {
        insert(&mut ordered, *item, |a, b| a.wish < b.wish);
    }
    ordered
}

/// Returns the brief with the fewest likely hours left out that reaches the confidence, after the
/// repairs in `repaired`. `last` is the first class cut that suffices.
pub(crate) fn scope_cut(
    brief: &Brief,
    shapes: &Shapes,
    repaired: &Scenario,
    last: &ClassCut,
) -> Amended {
    let (cut, _) = best(shapes, repaired, last, f64::NEG_INFINITY);
    let mut cut = cut.into_iter();
    let mut left = vec![0; brief.wishes.len()];
    for item in in_order_of_brief(&shapes.items) {
        let count = match item.class {
            class if class < last.class => item.most_left_out(),
            class if class == last.class => cut.next().unwrap_or(0),
            _ => 0,
        };
        if let Some(left) = left.get_mut(item.wish) {
            *left = count;
        }
    }
    without(brief, &left)
}

/// Returns the likely hours left out before the last class.
fn lost_before(items: &[Item], last: &ClassCut) -> f64 {
    let before = items.iter().filter(|item| item.class < last.class);
    before
        .map(|item| item.each.likely * f64::from(item.most_left_out()))
        .sum()
}

/// Returns `true` if some sufficient cut leaves out no more than the shop's share of the likely
/// hours.
pub(crate) fn is_within(shapes: &Shapes, repaired: &Scenario, last: &ClassCut) -> bool {
    let most = repaired.terms.stretch.scope * scenario::likely(&shapes.items);
    let limit = most - lost_before(&shapes.items, last);
    if limit < 0.0 {
        return false;
    }
    let (_, loss) = best(shapes, repaired, last, limit);
    loss <= limit + TOLERANCE
}

/// Returns the brief with only its musts and their needs.
pub(crate) fn musts_alone(brief: &Brief, items: &[Item]) -> Amended {
    let mut left = vec![0; brief.wishes.len()];
    for item in items {
        if let Some(left) = left.get_mut(item.wish)
            && item.class < Item::MUST
        {
            *left = item.count;
        }
    }
    without(brief, &left)
}

/// Returns the brief with this many units of each wish left out.
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

/// Branch-and-bound search within one class.
struct Search<'a> {
    /// Wishes of the class.
    units: &'a [Unit],
    /// Load that stays, whatever is cut.
    rest: Load,
    /// Upper bound of the work, in hours, that can suffice.
    most: f64,
    /// True if that much work always suffices, because no choice widens the ranges, has a least
    /// duration, costs the shop anything or needs another.
    plain: bool,
    /// Scenario after the repairs.
    repaired: &'a Scenario<'a>,
    /// Units of each wish left out in the best cut so far.
    best: Vec<u32>,
    /// Likely hours that it loses, plus a tolerance: see [`Search::loss`].
    best_loss: f64,
    /// Loss that is good enough to end the search.
    enough: f64,
    /// Remaining steps.
    steps: u32,
}

/// Wish of the class.
struct Unit {
    /// Its item.
    item: Item,
    /// Estimate of one unit, in hours.
    base: f64,
    /// Indices in the class of the wishes that it needs: one unit of each service must stay.
    needs: Vec<usize>,
    /// Most units that may be left out.
    may_go: u32,
    /// Units left out in the current cut.
    cut: Cell<u32>,
    /// Least hours lost per hour of estimate, by this wish or a later one.
    least_loss: f64,
    /// Estimate that the later wishes could lose, in hours.
    behind: f64,
}

impl Unit {
    /// Returns the number of units that stay.
    fn stays(&self) -> u32 {
        self.item.count - self.cut.get()
    }

    /// Returns the likely hours of one unit.
    fn likely(&self) -> f64 {
        self.item.each.likely
    }

    /// Returns the estimate that this wish and the later ones could lose.
    fn could_go(&self) -> f64 {
        self.base * f64::from(self.may_go) + self.behind
    }
}

impl Item {
    /// Returns the most units that may be left out.
    fn most_left_out(&self) -> u32 {
        self.count - u32::from(self.stays)
    }
}

/// Returns the wishes of a class, with everything left out that may be.
fn units_of(class: &[Item], repaired: &Scenario) -> Vec<Unit> {
    let mut units = Vec::new();
    for (at, item) in class.iter().enumerate() {
        let each = item.each_of(repaired.is_unseen());
        units.push(Unit {
            item: *item,
            base: each.mean() / MEAN_OF_HALF_TO_DOUBLE,
            needs: scenario::needs(class, at, repaired.terms),
            may_go: item.most_left_out(),
            cut: Cell::new(item.most_left_out()),
            least_loss: 0.0,
            behind: 0.0,
        });
    }
    let (mut least_loss, mut behind) = (f64::INFINITY, 0.0);
    for unit in units.iter_mut().rev() {
        if unit.base > 0.0 {
            least_loss = least_loss.min(unit.likely() / unit.base);
        }
        unit.least_loss = least_loss;
        unit.behind = behind;
        behind = unit.could_go();
    }
    units
}

/// Returns the units of each wish of the last class to leave out, and the likely hours lost: the
/// fewest, or no more than `enough`. If nothing better is found, everything that may go.
fn best(shapes: &Shapes, repaired: &Scenario, last: &ClassCut, enough: f64) -> (Vec<u32>, f64) {
    let class = in_order_of_brief(&of_class(&shapes.items, last.class..last.class + 1));
    let units = &units_of(&class, repaired);
    let mut rest = shapes.fixed;
    for item in &shapes.items {
        if item.class > last.class {
            rest.add(item, item.count);
        } else if item.class < last.class {
            rest.add(item, u32::from(item.stays));
        }
    }
    let unseen = repaired.is_unseen();
    let mut plain = true;
    let mut widest = rest.work(unseen).excess;
    let mut kept = 0.0;
    for unit in units {
        let Item {
            least_weeks,
            charges,
            ..
        } = unit.item;
        let count = f64::from(unit.item.count);
        let excess = unit.item.each_of(unseen).excess_variance();
        widest += (excess * count * count).max(0.0);
        kept += unit.base * f64::from(unit.item.count - unit.may_go);
        plain &= least_weeks <= rest.least_weeks
            && charges.once + charges.monthly <= 0.0
            && unit.needs.is_empty();
    }
    // Odds fall as work grows, so the search is for the least inverse.
    let guess = 1.0 / repaired.work().base();
    let most = smallest(repaired.confidence, guess, &|inverse| {
        let work = Work {
            mean: MEAN_OF_HALF_TO_DOUBLE / inverse,
            excess: 0.0,
        };
        let load = Load {
            seen: work,
            unseen: work,
            ..rest
        };
        repaired.with_load(load).job().both().unwrap_or(0.0)
    });
    let mut search = Search {
        units,
        rest,
        most: most.map_or(0.0, |inverse| 1.0 / inverse),
        plain: plain && widest <= 0.0,
        repaired,
        best: Vec::new(),
        best_loss: f64::INFINITY,
        enough,
        steps: if units.len() <= EXACT_UP_TO && enough < 0.0 {
            EXACT_STEPS
        } else {
            STEPS
        },
    };
    search.record(search.loss());
    if search.greedy() {
        search.record(search.loss().min(search.best_loss));
    }
    let could_go = units.first().map_or(0.0, Unit::could_go);
    search.branch(units, rest.work(unseen).base() + kept + could_go, 0.0);
    (search.best, search.best_loss)
}

impl Search<'_> {
    /// Records the current cut as the best.
    fn record(&mut self, loss: f64) {
        self.best.clear();
        for unit in self.units {
            self.best.push(unit.cut.get());
        }
        self.best_loss = loss;
    }

    /// Returns the likely hours lost, plus a tolerance, so that equal losses compare as equal.
    fn loss(&self) -> f64 {
        let mut loss = 0.0;
        for unit in self.units {
            loss += unit.likely() * f64::from(unit.cut.get());
        }
        loss + TOLERANCE
    }

    /// Returns `true` if the needs of everything that stays are met.
    fn has_its_needs(&self) -> bool {
        let stays = |place: &usize| {
            let service = self.units.get(*place).map(|unit| unit.item.service);
            let mut same = self.units.iter();
            same.any(|unit| Some(unit.item.service) == service && unit.stays() > 0)
        };
        let mut units = self.units.iter();
        units.all(|unit| unit.stays() == 0 || unit.needs.iter().all(stays))
    }

    /// Returns `true` if the remaining work reaches the confidence.
    fn is_enough(&self) -> bool {
        let mut load = self.rest;
        for unit in self.units {
            load.add(&unit.item, unit.stays());
        }
        if self.plain {
            let base = load.work(self.repaired.is_unseen()).base();
            return base <= self.most * (1.0 - TOLERANCE);
        }
        self.has_its_needs() && self.repaired.with_load(load).suffices()
    }

    /// Finds an initial cut greedily: whole wishes, the largest first, then as few of each as
    /// suffice. Returns `true` if there is one.
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
        if !largest_first
            .iter()
            .any(|unit| is_enough(unit, unit.may_go))
        {
            return false;
        }
        for unit in largest_first {
            let (mut too_few, mut enough) = (None, unit.cut.get());
            while enough > too_few.map_or(0, |cut: u32| cut + 1) {
                let least = too_few.map_or(0, |cut| cut + 1);
                let middle = least + (enough - least) / 2;
                if is_enough(unit, middle) {
                    enough = middle
                } else {
                    too_few = Some(middle)
                }
            }
            unit.cut.set(enough);
        }
        true
    }

    /// Branches over the counts of these wishes that could lose less than the best cut, the
    /// smallest wishes first, so that among equals the cut with smaller ones is found.
    fn branch(&mut self, units: &[Unit], base: f64, loss: f64) {
        if self.steps == 0 || self.best_loss <= self.enough {
            return;
        }
        self.steps -= 1;
        let too_much = base - self.most;
        let Some((unit, behind)) = units.split_first() else {
            if !self.plain {
                self.steps = self.steps.saturating_sub(STEPS_PER_ODDS);
            }
            if too_much <= 0.0 && loss < self.best_loss && self.is_enough() {
                self.record(loss - TOLERANCE);
            }
            return;
        };
        // The remaining cut loses at least this much; the margin is for ranges that widen.
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
        let least = ((too_much - unit.behind) / unit.base - TOLERANCE).ceil();
        let most = ((self.best_loss - loss) / unit.likely()).floor();
        let least = if least > 0.0 { least as u32 } else { 0 };
        let most = if most < f64::from(unit.may_go) {
            most as u32
        } else {
            unit.may_go
        };
        for left in (least..=most).rev() {
            let left_hours = f64::from(left);
            unit.cut.set(left);
            self.branch(
                behind,
                base - unit.base * left_hours,
                loss + unit.likely() * left_hours,
            );
        }
    }
}
