//! Fewer wishes: which of them to leave for a second phase.
//!
//! Wishes are left out class by class, what does not serve the purpose first, and a class is
//! emptied before the next is touched. Musts stay, and at least one wish stays. Inside the last
//! class it is the choice with the fewest likely hours lost that suffices; a count may be cut in
//! part. That choice is exact for up to 16 wishes of a class. Beyond, the search ends after a
//! fixed number of steps with the best choice found so far, which suffices too but may lose a
//! little more than it must.

use super::super::job::Work;
use super::super::order::{Sum, insert};
use super::super::quadrature::smallest;
use super::super::scene::{self, Item, Scene, only};
use super::super::{Brief, Change, MEAN_OF_HALF_TO_DOUBLE, Priority, Terms};
use super::Changed;

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

/// The class of the wishes that stay.
const MUSTS: u32 = 4;

/// In which order a wish is left out: 0 first.
fn class(item: &Item) -> u32 {
    match (item.priority, item.serves) {
        (Priority::Could, false) => 0,
        (Priority::Should, false) => 1,
        (Priority::Could, true) => 2,
        (Priority::Should, true) => 3,
        (Priority::Must, _) => MUSTS,
    }
}

/// What stays as one class after another is left out. Where there is no must, one of some wish of
/// the last class stays: each of those with the least work is tried.
pub(crate) fn emptied(brief: &Brief, terms: &Terms, items: &[Item]) -> Vec<Work> {
    let mut works = Vec::new();
    let mut add = |stays: &[Item]| works.push(scene::work(terms, &brief.promises, stays));
    for left in 0..MUSTS {
        let of_class = only(items, &|item| class(item) == left);
        let stays = only(items, &|item| class(item) > left);
        if of_class.is_empty() {
            continue;
        }
        if !stays.is_empty() {
            add(&stays);
            continue;
        }
        for unit in units(&of_class) {
            add(&[unit]);
        }
    }
    works
}

/// One of each wish, those with the least work first; at most as many as are chosen from exactly.
fn units(class: &[Item]) -> Vec<Item> {
    let mut ordered = Vec::new();
    for item in class {
        let unit = Item { count: 1, ..*item };
        insert(&mut ordered, unit, |a, b| {
            a.each.mean().total_cmp(&b.each.mean()).is_lt()
        });
    }
    ordered.dedup_by(|unit, last| unit.each == last.each);
    ordered.truncate(EXACT_UP_TO);
    ordered
}

/// The brief with the fewest likely hours left out that reaches the confidence, after the repairs
/// that `repaired` stands for. None where leaving out cannot suffice.
pub(crate) fn less(brief: &Brief, items: &[Item], repaired: &Scene) -> Option<Changed> {
    let suffices = |stays: &[Item]| {
        let work = scene::work(repaired.terms, &brief.promises, stays);
        repaired.with_work(work).suffices()
    };
    for last in 0..MUSTS {
        let of_class = only(items, &|item| class(item) == last);
        let rest = only(items, &|item| class(item) > last);
        if of_class.is_empty() {
            continue;
        }
        // Where nothing else stays, one of this class does.
        let kept = if rest.is_empty() {
            units(&of_class).into_iter().find(|unit| suffices(&[*unit]))
        } else {
            None
        };
        if kept.is_some() || !rest.is_empty() && suffices(&rest) {
            let mut most = Vec::new();
            for item in &of_class {
                let keeps = kept.is_some_and(|kept| kept.wish == item.wish);
                most.push(item.count - u32::from(keeps));
            }
            let mut best = best(&of_class, &rest, brief, repaired, most).into_iter();
            let mut left = Vec::new();
            for item in items {
                left.push(match class(item) {
                    gone if gone < last => item.count,
                    cut if cut == last => best.next().unwrap_or(0),
                    _ => 0,
                });
            }
            return Some(without(brief, &left));
        }
    }
    None
}

/// The brief with its musts alone.
pub(crate) fn musts_alone(brief: &Brief) -> Changed {
    let mut left = Vec::new();
    for wish in &brief.wishes {
        let is_must = wish.priority == Priority::Must;
        left.push(if is_must { 0 } else { wish.count });
    }
    without(brief, &left)
}

/// The brief with so many of each wish left out.
fn without(brief: &Brief, left: &[u32]) -> Changed {
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
    (changed, changes)
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
    repaired: &'a Scene<'a>,
    /// At least one of the class must stay.
    keeps_one: bool,
    best: Vec<u32>,
    best_loss: f64,
    /// How many more steps are taken.
    steps: u32,
}

/// A wish of the class.
struct Unit {
    /// The hours lost with one of it.
    likely: f64,
    /// The estimate of one.
    base: f64,
    /// The excess variance of one.
    excess: f64,
    /// How many are wished for.
    count: u32,
    /// The least hours lost per hour of estimate, by this wish or one behind it.
    least_loss: f64,
    /// The estimate that could be left out behind it.
    behind: f64,
}

/// The wishes of a class, in their order.
fn units_of(class: &[Item]) -> Vec<Unit> {
    let mut units = Vec::new();
    let (mut least_loss, mut behind) = (f64::INFINITY, 0.0);
    for item in class.iter().rev() {
        let (likely, base) = (item.each.likely, item.each.mean() / MEAN_OF_HALF_TO_DOUBLE);
        if base > 0.0 {
            least_loss = least_loss.min(likely / base);
        }
        units.push(Unit {
            likely,
            base,
            excess: item.each.excess_variance(),
            count: item.count,
            least_loss,
            behind,
        });
        behind += base * f64::from(item.count);
    }
    units.reverse();
    units
}

/// The cut of a class with the fewest likely hours lost; `fallback` where nothing better was found.
fn best(
    class: &[Item],
    rest: &[Item],
    brief: &Brief,
    repaired: &Scene,
    fallback: Vec<u32>,
) -> Vec<u32> {
    let units = &units_of(class);
    let keeps_one = rest.is_empty();
    let rest = scene::work(repaired.terms, &brief.promises, rest);
    let mut widest = Sum::default();
    for unit in units {
        let count = f64::from(unit.count);
        widest.add((unit.excess * count * count).max(0.0));
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
        plain: rest.excess + widest.total() <= 0.0,
        repaired,
        keeps_one,
        best: fallback,
        best_loss: f64::INFINITY,
        steps: if class.len() <= EXACT_UP_TO {
            EXACT_STEPS
        } else {
            STEPS
        },
    };
    search.best_loss = search.loss(&search.best) + SAME_HOURS;
    if let Some(greedy) = search.greedy() {
        search.best_loss = search.best_loss.min(search.loss(&greedy) + SAME_HOURS);
        search.best = greedy;
    }
    let base = rest.base + units.first().map_or(0.0, Unit::could_go);
    search.descend(units, &mut Vec::new(), base, 0.0);
    search.best
}

impl Unit {
    /// The estimate that could be left out from here on.
    fn could_go(&self) -> f64 {
        self.base * f64::from(self.count) + self.behind
    }
}

impl Search<'_> {
    /// The likely hours lost.
    fn loss(&self, cut: &[u32]) -> f64 {
        let mut loss = 0.0;
        for (unit, cut) in self.units.iter().zip(cut) {
            loss += unit.likely * f64::from(*cut);
        }
        loss
    }

    /// Whether what stays reaches the confidence. `base` is its estimate.
    fn suffices(&self, cut: &[u32], base: f64) -> bool {
        let mut stays = self
            .units
            .iter()
            .zip(cut)
            .map(|(unit, cut)| unit.count - cut);
        if self.keeps_one && stays.all(|count| count == 0) {
            return false;
        }
        if self.plain {
            return base <= self.most * (1.0 - SAME_HOURS);
        }
        let mut excess = Sum::default();
        for (unit, cut) in self.units.iter().zip(cut) {
            let count = f64::from(unit.count - cut);
            excess.add(unit.excess * count * count);
        }
        let excess = self.rest.excess + excess.total();
        let work = Work { base, excess };
        self.repaired.with_work(work).suffices()
    }

    /// Whether what stays reaches the confidence.
    fn is_enough(&self, cut: &[u32]) -> bool {
        let mut base = 0.0;
        for (unit, cut) in self.units.iter().zip(cut) {
            base += unit.base * f64::from(unit.count - cut);
        }
        self.suffices(cut, self.rest.base + base)
    }

    /// A good cut to begin with: whole wishes that cost least per hour of estimate, then as few as
    /// suffice.
    fn greedy(&self) -> Option<Vec<u32>> {
        let (mut largest_first, mut cut) = (Vec::new(), Vec::new());
        for at in 0..self.units.len() {
            insert(&mut largest_first, at, |a, b| {
                self.units[*b].base.total_cmp(&self.units[*a].base).is_lt()
            });
            cut.push(0);
        }
        for at in &largest_first {
            cut[*at] = self.units[*at].count;
            if self.is_enough(&cut) {
                for at in &largest_first {
                    while cut[*at] > 0 {
                        cut[*at] -= 1;
                        if !self.is_enough(&cut) {
                            cut[*at] += 1;
                            break;
                        }
                    }
                }
                return Some(cut);
            }
        }
        None
    }

    /// Tries every cut of these wishes that could lose less than the best, the first wishes of the
    /// brief first, so that of equals the one that leaves out earlier wishes is found. `cut` are
    /// the wishes before them.
    fn descend(&mut self, units: &[Unit], cut: &mut Vec<u32>, base: f64, loss: f64) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let too_much = base - self.most;
        let Some((unit, behind)) = units.split_first() else {
            if too_much <= 0.0 && loss < self.best_loss && self.suffices(cut, base) {
                self.best_loss = loss - SAME_HOURS;
                self.best = cut.clone();
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
            cut.push(left);
            self.descend(
                behind,
                cut,
                base - unit.base * left_hours,
                loss + unit.likely * left_hours,
            );
            cut.pop();
        }
    }
}
