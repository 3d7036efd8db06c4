//! Sets of jobs for less and less certainty: the cost in odds of one more of them.

use crate::engine::{Capacity, Prospect, best_jobs, portfolio};

/// Certainties below that of the shop for which a set is looked for, from 0 to 1. Assumption: nobody would
/// choose between more of them, nor take a set that is late more often than that.
const LESS: [f64; 3] = [0.65, 0.5, 0.35];

/// A set of jobs.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Places of the jobs among those asked for, rising.
    pub places: Vec<usize>,
    /// Odds from 0 to 1 that every job with a date ahead is in time, those taken already too. `None`
    /// without any.
    pub all: Option<f64>,
    /// Revenue of the jobs asked for, without tax and third-party charges, in the terms' currency.
    pub brings: f64,
}

/// The best sets with the shop's confidence, from 0 to 1, and with less: each has more jobs than the one
/// before. The first may be of no jobs.
pub fn ladder(
    taken: &[Prospect],
    asked: &[Prospect],
    capacity: &Capacity,
    confidence: f64,
) -> Vec<Rung> {
    let rung = |places: Vec<usize>| {
        let jobs: Vec<Prospect> = places
            .iter()
            .filter_map(|at| asked.get(*at))
            .copied()
            .collect();
        Rung {
            all: portfolio(&[taken, &jobs].concat(), capacity).all,
            brings: jobs.iter().map(Prospect::brings).sum(),
            places,
        }
    };
    let mut rungs = vec![rung(best_jobs(taken, asked, capacity, confidence))];
    for less in LESS.into_iter().filter(|less| *less < confidence) {
        let before = rungs.last().map_or(0, |rung| rung.places.len());
        // With all of them in the set there is nothing left to search.
        if before == asked.len() {
            break;
        }
        let places = best_jobs(taken, asked, capacity, less);
        if places.len() > before {
            rungs.push(rung(places));
        }
    }
    rungs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_brief;
    use crate::engine::{Team, Terms};
    use serde_json::json;

    #[test]
    fn every_rung_has_more_jobs_and_less_certainty() {
        let terms = Terms::new("Six of us", "EUR", 85.0, Team::new(25.0), vec![]);
        let job = |hours: f64, weeks: f64| {
            let brief = json!({
                "wishes": [{"name": "A site", "hours": hours}], "deadline": {"weeks": weeks},
                "budget": {"fixed": hours * 150.0}, "conditions": {"contentReady": true},
            });
            {
                let brief = read_brief(&brief.to_string(), &terms).unwrap();
                terms.check(&brief).unwrap().prospect()
            }
        };
        let asked: Vec<Prospect> = (0..8)
            .map(|n| job(40.0 + 10.0 * f64::from(n), 8.0 + f64::from(n)))
            .collect();
        let rungs = ladder(&[], &asked, &Capacity::even(75.0), 0.8);
        assert!(rungs.len() > 1, "{rungs:?}");
        assert!(rungs[0].all.unwrap() >= 0.8, "{rungs:?}");
        for pair in rungs.windows(2) {
            assert!(pair[1].places.len() > pair[0].places.len());
            assert!(pair[1].all < pair[0].all && pair[1].brings > pair[0].brings);
        }
        // With room for all of them there is nothing to choose.
        assert_eq!(ladder(&[], &asked, &Capacity::even(1e4), 0.3).len(), 1);
    }
}
