//! The reliability curve of past odds, and the decomposition of their Brier score.
//!
//! Source: Dimitriadis, Gneiting and Jordan, Stable reliability diagrams for probabilistic
//! classifiers (CORP), PNAS 118 (2021), doi 10.1073/pnas.2016191118. Its bins are found by isotonic
//! regression: nobody has to choose them, and no other choice scores better.

use super::calibration::{ConfidenceInterval, Outcome};

/// Reliability curve: odds and the shares that came true, pooled as isotonic regression requires.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reliability {
    /// Points of the curve, one for each value of the odds, lowest first.
    pub points: Vec<ReliabilityPoint>,
    /// Miscalibration: the part of the Brier score that is due to odds being too high or too low,
    /// at least 0.
    pub miscalibration: f64,
    /// Discrimination: the reduction by telling one job from another, at least 0.
    pub discrimination: f64,
    /// Uncertainty: the score of a forecast that always gives the share that came true, from 0 to
    /// 0.25.
    ///
    /// The Brier score is `miscalibration − discrimination + uncertainty`.
    pub uncertainty: f64,
}

/// Odds and the share of outcomes that came true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliabilityPoint {
    /// Odds that were given: 0 to 1.
    pub said: f64,
    /// Number of outcomes, at least 1.
    pub count: usize,
    /// Share that came true, pooled with neighbours: 0 to 1, and never less than at lower odds.
    pub share: f64,
    /// Consistency interval: it contains the share in 9 of 10 records of this size if all odds are
    /// right.
    pub consistent: ConfidenceInterval,
}

/// Number of simulated records.
const DRAWS: usize = 1_000;

/// Returns the reliability curve. Without outcomes it has no point, and its parts are 0. Their
/// order changes nothing, and the same outcomes give the same curve.
///
/// Odds of 9 in 10 came true less often than odds of 6 in 10, which the curve attributes to chance:
///
/// ```
/// # use takeon_engine::{InvalidOdds, Outcome, reliability};
/// let outcomes = [(0.6, true), (0.6, true), (0.6, false), (0.9, true), (0.9, false)]
///     .map(|(said, came_true)| Outcome::new(said, came_true));
/// let outcomes = outcomes.into_iter().collect::<Result<Vec<Outcome>, InvalidOdds>>()?;
/// let curve = reliability(&outcomes);
/// assert_eq!(curve.points.len(), 2);
/// assert_eq!((curve.points[0].share, curve.points[1].share), (0.6, 0.6));
/// assert_eq!(curve.discrimination, 0.0);
/// # Ok::<(), InvalidOdds>(())
/// ```
pub fn reliability(outcomes: &[Outcome]) -> Reliability {
    let groups = grouped(outcomes);
    let count: usize = groups.iter().map(|group| group.count).sum();
    if count == 0 {
        return Reliability::default();
    }
    let shares = isotonic(&groups);
    let overall = groups.iter().map(|group| group.hits).sum::<usize>() as f64 / count as f64;
    let score = |given: &dyn Fn(usize, &Group) -> f64| {
        let sums = groups.iter().enumerate();
        let sum: f64 = sums.map(|(n, group)| group.squares(given(n, group))).sum();
        sum / count as f64
    };
    let recalibrated = score(&|n, _| at(&shares, n));
    let uncertainty = score(&|_, _| overall);
    let bands = consistent(&groups);
    let point = |(n, group): (usize, &Group)| ReliabilityPoint {
        said: group.said,
        count: group.count,
        share: at(&shares, n),
        consistent: bands.get(n).copied().unwrap_or(ConfidenceInterval {
            low: 0.0,
            high: 1.0,
        }),
    };
    Reliability {
        points: groups.iter().enumerate().map(point).collect(),
        // Isotonic regression scores at least as well as both; the last bits need not.
        miscalibration: (score(&|_, group| group.said) - recalibrated).max(0.0),
        discrimination: (uncertainty - recalibrated).max(0.0),
        uncertainty,
    }
}

/// Outcomes with the same odds.
struct Group {
    said: f64,
    count: usize,
    hits: usize,
}

impl Group {
    /// Returns the sum of squared distances between given odds and the outcomes.
    fn squares(&self, given: f64) -> f64 {
        let (hits, misses) = (self.hits as f64, (self.count - self.hits) as f64);
        hits * (1.0 - given) * (1.0 - given) + misses * given * given
    }
}

fn grouped(outcomes: &[Outcome]) -> Vec<Group> {
    let mut outcomes = outcomes.to_vec();
    outcomes.sort_unstable_by(|a, b| a.said().total_cmp(&b.said()));
    let group = |alike: &[Outcome]| {
        Some(Group {
            said: alike.first()?.said(),
            count: alike.len(),
            hits: alike.iter().filter(|outcome| outcome.came_true()).count(),
        })
    };
    outcomes
        .chunk_by(|a, b| a.said() == b.said())
        .filter_map(group)
        .collect()
}

fn at(shares: &[f64], n: usize) -> f64 {
    shares.get(n).copied().unwrap_or_default()
}

/// Returns the non-decreasing shares closest to the outcomes, by pooling adjacent violators.
fn isotonic(groups: &[Group]) -> Vec<f64> {
    pooled(groups.iter().map(|group| (group.hits, group.count)))
}

/// Returns the non-decreasing shares closest to pairs of hits and counts, by the
/// pool-adjacent-violators algorithm.
fn pooled(groups: impl Iterator<Item = (usize, usize)>) -> Vec<f64> {
    // Hits, outcomes and groups of each block. A product of two counts may exceed the 32 bits of a
    // `usize` in wasm.
    let mut blocks: Vec<(u64, u64, usize)> = Vec::new();
    for (hits, count) in groups {
        let mut block = (hits as u64, count as u64, 1);
        // Shares are compared as whole numbers: hits · count, crosswise.
        while let Some(last) = blocks.pop_if(|last| last.0 * block.1 >= block.0 * last.1) {
            block = (last.0 + block.0, last.1 + block.1, last.2 + block.2);
        }
        blocks.push(block);
    }
    let share = |(hits, count, groups)| std::iter::repeat_n(hits as f64 / count as f64, groups);
    blocks.into_iter().flat_map(share).collect()
}

/// Returns, for each value of the odds, the range of 9 in 10 simulated curves with correct odds.
fn consistent(groups: &[Group]) -> Vec<ConfidenceInterval> {
    let mut random = Random(0);
    let mut shares: Vec<Vec<f64>> = groups.iter().map(|_| Vec::with_capacity(DRAWS)).collect();
    for _ in 0..DRAWS {
        let drawn = groups.iter().map(|group| {
            let hit = (0..group.count).filter(|_| random.next() < group.said);
            (hit.count(), group.count)
        });
        let curve = pooled(drawn.collect::<Vec<_>>().into_iter());
        for (all, share) in shares.iter_mut().zip(curve) {
            all.push(share);
        }
    }
    let interval = |mut all: Vec<f64>| {
        all.sort_unstable_by(f64::total_cmp);
        ConfidenceInterval {
            low: at(&all, DRAWS / 20),
            high: at(&all, DRAWS - 1 - DRAWS / 20),
        }
    };
    shares.into_iter().map(interval).collect()
}

/// Pseudorandom numbers with a fixed seed.
///
/// Source: SplitMix64, in Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014).
struct Random(u64);

impl Random {
    /// Returns the next number, from 0 up to but not including 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
