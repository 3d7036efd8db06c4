//! Fewer wishes: which of them to leave for a second phase.
//!
//! Wishes are left out class by class, what does not serve the purpose first, and a class is
//! emptied before the next is touched. Musts stay, and at least one wish stays. Inside the last
//! class it is the choice with the fewest likely hours lost that suffices; a count may be cut in
//! part. That choice is exact for up to 16 wishes of a class. Beyond, the search ends after a
//! fixed number of steps with the best choice found so far, which suffices too but may lose a
//! little more than it must.

use super::super::job::Work;
use super::super::order::{order, sum};
use super::super::quadrature::smallest;
use super::super::scene::{self, Item, Scene};
use super::super::{Brief, Change, MEAN_OF_HALF_TO_DOUBLE, Priority, Terms};

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

/// In which order a wish is left out: 0 first. None: it stays.
fn class(item: &Item) -> Option<usize> {
    match (item.priority, item.serves) {
        (Priority::Must, _) => None,
        (Priority::Could, false) => Some(0),
        (Priority::Should, false) => Some(1),
        (Priority::Could, true) => Some(2),
        (Priority::Should, true) => Some(3),
    }
}

/// The items of each class that has any, in the order in which they are left out.
fn classes(items: &[Item]) -> Vec<Vec<Item>> {
    let mut classes = Vec::new();
    for wanted in 0..4 {
        let mut of_class = items.to_vec();
        of_class.retain(|item| class(item) == Some(wanted));
        if !of_class.is_empty() {
            classes.push(of_class);
        }
    }
    classes
}

/// The items without those of a class.
fn leave(items: &mut Vec<Item>, class: &[Item]) {
    items.retain(|item| class.iter().all(|left| left.wish != item.wish));
}

/// What stays as one class after another is left out. Where there is no must, one of some wish of
/// the last class stays: each of those with the least work is tried.
pub(crate) fn emptied(brief: &Brief, terms: &Terms, items: &[Item]) -> Vec<Work> {
    let work = |items: &[Item]| scene::work(terms, &brief.promises, items);
    let mut stays = items.to_vec();
    let mut works = Vec::new();
    for class in &classes(items) {
        leave(&mut stays, class);
        if !stays.is_empty() {
            works.push(work(&stays));
            continue;
        }
        for unit in units(class) {
            works.push(work(&[unit]));
        }
    }
    works
}

/// One of each wish, those with the least work first; at most as many as are chosen from exactly.
fn units(class: &[Item]) -> Vec<Item> {
    let means: Vec<f64> = class.iter().map(|item| item.each.mean()).collect();
    let mut units: Vec<Item> = Vec::new();
    for at in order(&means) {
        let mut unit = class[at];
        unit.count = 1;
        let is_new = units.last().is_none_or(|last| last.each != unit.each);
        if is_new && units.len() < EXACT_UP_TO {
            units.push(unit);
        }
    }
    units
}

/// The brief with the fewest likely hours left out that reaches the confidence, after the repairs
/// that `repaired` stands for. None where leaving out cannot suffice.
pub(crate) fn less(
    brief: &Brief,
    items: &[Item],
    repaired: &Scene,
) -> Option<(Brief, Vec<Change>)> {
    let suffices = |stays: &[Item]| {
        let work = scene::work(repaired.terms, &brief.promises, stays);
        repaired.with_work(work).suffices()
    };
    let mut rest = items.to_vec();
    for class in &classes(items) {
        leave(&mut rest, class);
        // Where nothing else stays, one of this class does.
        let kept = if rest.is_empty() {
            units(class).into_iter().find(|unit| suffices(&[*unit]))
        } else {
            None
        };
        if kept.is_some() || !rest.is_empty() && suffices(&rest) {
            let mut most: Vec<u32> = Vec::new();
            for item in class {
                let keeps = kept.is_some_and(|kept| kept.wish == item.wish);
                most.push(item.count - u32::from(keeps));
            }
            let cut = Search::new(class, &rest, brief, repaired).best(most);
            return Some(without(brief, items, &rest, class, &cut));
        }
    }
    None
}

/// The brief with so many of each wish of a class left out, and whatever is neither in the class nor
/// among the rest.
fn without(
    brief: &Brief,
    items: &[Item],
    rest: &[Item],
    class: &[Item],
    cut: &[u32],
) -> (Brief, Vec<Change>) {
    let mut changed = brief.clone();
    let mut changes = Vec::new();
    for (wish, item) in changed.wishes.iter_mut().zip(items) {
        let is_it = |other: &Item| other.wish == item.wish;
        let count = match class.iter().position(is_it) {
            Some(at) => cut[at],
            None if rest.iter().any(is_it) => 0,
            None => item.count,
        };
        if count > 0 {
            changes.push(Change::LeaveOut {
                wish: item.wish,
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
    class: &'a [Item],
    /// The work of what stays whatever is cut.
    rest: Work,
    /// The wishes of the class: hours lost, estimate and excess variance of one of each.
    units: Vec<Unit>,
    /// The most work, in hours, that could suffice.
    most: f64,
    /// Whether that much work always suffices, because no choice widens the ranges.
    plain: bool,
    repaired: &'a Scene<'a>,
    /// At least one of the class must stay.
    keeps_one: bool,
    /// The least hours lost per hour of estimate from here on, by position.
    least_loss: Vec<f64>,
    /// The estimate that could still be left out from here on, by position.
    could_go: Vec<f64>,
    best: Option<Vec<u32>>,
    best_loss: f64,
    steps: u32,
    limit: u32,
}

struct Unit {
    likely: f64,
    base: f64,
    excess: f64,
    count: u32,
}

impl<'a> Search<'a> {
    fn new(class: &'a [Item], rest: &[Item], brief: &Brief, repaired: &'a Scene<'a>) -> Search<'a> {
        let keeps_one = rest.is_empty();
        let units: Vec<Unit> = class
            .iter()
            .map(|item| Unit {
                likely: item.each.likely,
                base: item.each.mean() / MEAN_OF_HALF_TO_DOUBLE,
                excess: item.each.excess_variance(),
                count: item.count,
            })
            .collect();
        let rest = scene::work(repaired.terms, &brief.promises, rest);
        let widest = rest.excess
            + sum(&mut units.iter().map(|unit| {
                (unit.excess * f64::from(unit.count) * f64::from(unit.count)).max(0.0)
            }));
        let narrow = |base: f64| {
            repaired
                .with_work(Work { base, excess: 0.0 })
                .job()
                .both()
                .unwrap_or(0.0)
        };
        // Odds fall as work grows, so the most work is looked for as the least of its inverse.
        let most = smallest(repaired.confidence, 1.0 / repaired.work.base, &|inverse| {
            narrow(1.0 / inverse)
        })
        .map_or(0.0, |inverse| 1.0 / inverse);
        let mut least_loss = vec![f64::INFINITY; units.len() + 1];
        let mut could_go = vec![0.0; units.len() + 1];
        for (at, unit) in units.iter().enumerate().rev() {
            let loss = if unit.base > 0.0 {
                unit.likely / unit.base
            } else {
                f64::INFINITY
            };
            least_loss[at] = loss.min(least_loss[at + 1]);
            could_go[at] = unit.base * f64::from(unit.count) + could_go[at + 1];
        }
        let limit = if class.len() <= EXACT_UP_TO {
            EXACT_STEPS
        } else {
            STEPS
        };
        Search {
            class,
            rest,
            units,
            most,
            plain: widest <= 0.0,
            repaired,
            keeps_one,
            least_loss,
            could_go,
            best: None,
            best_loss: f64::INFINITY,
            steps: 0,
            limit,
        }
    }

    /// The cut with the fewest likely hours lost; `fallback` where nothing better was found.
    fn best(mut self, fallback: Vec<u32>) -> Vec<u32> {
        self.best_loss = self.loss(&fallback) + SAME_HOURS;
        if let Some(greedy) = self.greedy() {
            self.best_loss = self.best_loss.min(self.loss(&greedy) + SAME_HOURS);
            self.best = Some(greedy);
        }
        let base = self.rest.base + self.could_go[0];
        self.descend(&mut Vec::with_capacity(self.class.len()), base, 0.0);
        self.best.unwrap_or(fallback)
    }

    fn loss(&self, cut: &[u32]) -> f64 {
        self.units
            .iter()
            .zip(cut)
            .map(|(unit, cut)| unit.likely * f64::from(*cut))
            .sum()
    }

    /// Whether what stays reaches the confidence.
    fn suffices(&self, cut: &[u32], base: f64) -> bool {
        if self.keeps_one
            && self
                .units
                .iter()
                .zip(cut)
                .all(|(unit, cut)| unit.count == *cut)
        {
            return false;
        }
        if self.plain {
            return base <= self.most * (1.0 - SAME_HOURS);
        }
        let excess = self.rest.excess
            + sum(&mut self.units.iter().enumerate().map(|(at, unit)| {
                let stays = f64::from(unit.count - cut.get(at).copied().unwrap_or(0));
                unit.excess * stays * stays
            }));
        let work = Work { base, excess };
        self.repaired.with_work(work).suffices()
    }

    /// A good cut to begin with: whole wishes that cost least per hour of estimate, then as few as
    /// suffice.
    fn greedy(&self) -> Option<Vec<u32>> {
        let largest_first: Vec<f64> = self.units.iter().map(|unit| -unit.base).collect();
        let order = order(&largest_first);
        let mut cut = vec![0; self.units.len()];
        let base = |cut: &[u32]| {
            self.rest.base
                + self
                    .units
                    .iter()
                    .zip(cut)
                    .map(|(unit, cut)| unit.base * f64::from(unit.count - cut))
                    .sum::<f64>()
        };
        for at in &order {
            cut[*at] = self.units[*at].count;
            if self.suffices(&cut, base(&cut)) {
                for at in &order {
                    while cut[*at] > 0 {
                        cut[*at] -= 1;
                        if !self.suffices(&cut, base(&cut)) {
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

    /// Tries every cut from here on that could lose less than the best, the first wishes of the
    /// brief first, so that of equals the one that leaves out earlier wishes is found.
    fn descend(&mut self, cut: &mut Vec<u32>, base: f64, loss: f64) {
        self.steps += 1;
        if self.steps > self.limit {
            return;
        }
        let at = cut.len();
        let too_much = base - self.most;
        // What is still to go loses at least this much; the margin is for ranges that widen.
        if too_much > self.could_go[at] * (1.0 + 1e-9) {
            return;
        }
        let floor = if too_much > 0.0 {
            too_much * self.least_loss[at]
        } else {
            0.0
        };
        if loss + floor * (1.0 - 1e-9) >= self.best_loss {
            return;
        }
        if at == self.units.len() {
            if self.suffices(cut, base) {
                self.best_loss = loss - SAME_HOURS;
                self.best = Some(cut.clone());
            }
            return;
        }
        let (likely, unit_base, count) = {
            let unit = &self.units[at];
            (unit.likely, unit.base, unit.count)
        };
        // Fewer than `least` cannot suffice, more than `most` lose more than the best.
        let least = ((too_much - self.could_go[at + 1]) / unit_base - SAME_HOURS).ceil();
        let most = ((self.best_loss - loss) / likely).floor();
        let least = if least > 0.0 { least as u32 } else { 0 };
        let most = if most < f64::from(count) {
            most as u32
        } else {
            count
        };
        for left in (least..=most).rev() {
            let left_hours = f64::from(left);
            cut.push(left);
            self.descend(
                cut,
                base - unit_base * left_hours,
                loss + likely * left_hours,
            );
            cut.pop();
        }
    }
}
