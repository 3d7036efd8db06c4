//! Defaults of the terms, each with its source or the word *assumption*.

use super::factors::{IncludedRounds, Schedule, Spread, Stretch};

/// The floor rate as a share of the rate. Assumption.
pub const FLOOR_SHARE: f64 = 0.85;

/// Odds at which a shop says yes. Assumption: 8 in 10, the furthest quantile at which the borrowed
/// overruns held on projects they were not fitted to.
pub const CONFIDENCE: f64 = 0.8;

/// Least odds for a client who is a friend, or if somebody at the shop has a doubt. Assumption: 9
/// in 10.
pub const CONFIDENCE_TO_BE_SURE: f64 = 0.9;

/// Distance an offer may go from the request. Assumption.
pub const STRETCH: Stretch = Stretch {
    money: 1.5,
    time: 1.5,
    scope: 0.5,
};

/// Weeks by which an offer may always miss the date asked for, however near it is. Assumption.
pub const GRACE_WEEKS: f64 = 2.0;

/// Weeks until the team can start. Assumption.
pub const STARTS_IN_WEEKS: f64 = 1.0;

/// Months over which care is counted. Assumption: the first year.
pub const CARE_MONTHS: f64 = 12.0;

/// Care actually needed, as a share of the expected. Assumption.
pub const CARE_SPREAD: Spread = Spread {
    median: 1.0,
    p90: 2.0,
};

/// Actual effort as a share of the estimate.
///
/// Source: random-effects fit to 205 finished projects in three public data sets (Moløkken-Østvold
/// & Jørgensen 2004, Moløkken-Østvold & Furulund 2007, Kitchenham et al. 2002). On 55 projects
/// kept aside, 80 % ended at or below its P80.
pub const OVERRUN: Spread = Spread {
    median: 1.15,
    p90: 1.91,
};

/// Actual duration against the plan. Provisional: on average over the kinds of shops that could be
/// found 8 in 10 jobs ended at or below its P80, for single kinds anywhere from about 6 to nearly 10.
///
/// Source: leave-one-set-out fit to 404 projects of four sets: Kitchenham et al. 2002,
/// Moløkken-Østvold & Jørgensen 2004, Little 2006, and 100 paid grants of the Web3 Foundation (public
/// repositories, Apache-2.0). A wait of 2 weeks gains 8.6 log units over none (90 % interval 0.9 to 3.4
/// weeks).
pub const SCHEDULE: Schedule = Schedule {
    spread: Spread {
        median: 1.25,
        p90: 2.45,
    },
    wait: 2.0,
};

/// Delay by somebody outside, in weeks. Assumption: as for content.
pub const DEPEND_WAIT: Spread = Spread {
    median: 3.0,
    p90: 6.0,
};

/// Hours of unpaid care included in an hourly job. Assumption.
pub const CARE_FREE: f64 = 8.0;

/// Rounds of changes in the price, and the work that each further one adds. Assumption.
pub const ROUNDS: IncludedRounds = IncludedRounds {
    included: 2,
    share: 0.1,
};

/// Factor on the hours of care that must be given within a day. Assumption.
pub const CARE_WITHIN_A_DAY: f64 = 1.25;

/// Factor on the hours of care that must be given within hours. Assumption.
pub const CARE_WITHIN_HOURS: f64 = 1.5;

/// Delay by content that is not ready, in weeks.
///
/// Source: a range of 2 to 6 weeks published by an agency (esilverstrike.com, how much time does a
/// website take to build).
pub const CONTENT_WAIT: Spread = Spread {
    median: 3.0,
    p90: 6.0,
};

/// Likely hours of a small, a medium and a large wish of the client's own. Assumption.
pub const SIZES: [f64; 3] = [8.0, 30.0, 80.0];
