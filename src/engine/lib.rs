//! Brief and terms in, appraisal out: should this shop take this project?
//!
//! The answer is *yes* where three tests hold with the confidence that the shop asks for: the job
//! is done **in time**, it **pays** a modest income, and every **promise** that is expected can be
//! kept. Everything else says why, and what a yes would take.
//!
//! # The model, in order
//!
//! 1. **Effort.** A [`Brief`] names wishes, each a service of the [`Terms`] or the client's own.
//!    Their [`Estimate`]s add up to a base, in hours. What jobs really took, as a share of their
//!    estimate, is the *overrun*: a distribution borrowed from finished projects, or
//!    [`learned`](learned_overrun) from the shop's own. Effort is base times overrun.
//! 2. **Care.** What is live has to be looked after: content, updates, hosting, help. Whatever
//!    nobody is named for is the shop's, unpaid, for a year. These hours count against the job.
//! 3. **Money.** The job pays if every hour of work, unpaid care and bidding brings at least the floor
//!    rate, once what others charge is paid. By the hour the rate must be worth it, and what is given
//!    away no more than is free. What is not yet paid may never come.
//! 4. **Time.** The plan is the base at the team's hours a week, and what every job waits. How much
//!    longer it takes follows the overrun a little, and has a spread of its own; content that is not
//!    ready and somebody outside each add a wait.
//! 5. **Odds.** Both tests share one overrun, so the chance of passing both is one integral over
//!    it. Nothing is drawn at random.
//! 6. **The answer.** A [`Verdict`], with the [`Reason`]s against (what each would be worth
//!    repaired), what is [`Needed`], [`Offer`]s (changed briefs that reach the confidence),
//!    [`Question`]s (what was not said and could change the verdict, or moves the figures),
//!    [`Conflict`]s and, where somebody else is better placed, a [`Referral`]. It asks first only where
//!    an answer matters: where the kindest answer to everything would still be no, it says no.
//!
//! # An example to check by hand
//!
//! One wish of 10 hours, for a team that gives it 10 hours a week from next week on.
//!
//! ```
//! use takeon_engine::{
//!     Brief, Budget, Deadline, Estimate, OfferKind, Priority, Stretch, Team, Terms, Verdict, Want,
//!     Wish, appraise, defaults,
//! };
//!
//! let terms = Terms {
//!     floor_rate: 70.0,
//!     stretch: Stretch { money: 2.0, ..defaults::STRETCH },
//!     ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(10.0), vec![])
//! };
//! let page = Want::Estimated {
//!     name: "A page for a fair".to_owned(),
//!     hours: Estimate::bare(10.0),
//! };
//! let brief = Brief {
//!     wishes: vec![Wish { priority: Priority::Must, ..Wish::new(page) }],
//!     deadline: Some(Deadline::Open),
//!     budget: Some(Budget::fixed(805.0)),
//!     ..Brief::default()
//! };
//! let appraisal = appraise(&brief, &terms).unwrap();
//! let about = |figure: f64| (figure * 100.0).round() / 100.0;
//!
//! // Half of such jobs take more than 1.15 times their estimate, one in ten more than 1.91 times.
//! assert_eq!(about(appraisal.hours.p50), 11.5);
//! assert_eq!(about(appraisal.hours.p90), 19.1);
//! // Each of these hours must bring 70, so a price of 805 pays in one of two cases …
//! assert_eq!(about(appraisal.price.p50), 805.0);
//! assert_eq!(appraisal.odds.money.map(about), Some(0.5));
//! // … and an hour then earns 70 as often as not.
//! assert_eq!(appraisal.earns_per_hour.map(|earned| about(earned.p50)), Some(70.0));
//! // One week until the start; then one week of work and the two that every job waits, 1.25 times as long.
//! assert_eq!(about(appraisal.weeks.p50), 4.75);
//!
//! // 5 in 10 is not the 8 in 10 that a shop asks for; a price that reaches it is within twice the
//! // budget, as far as this shop would go.
//! assert_eq!(appraisal.verdict, Verdict::Reshape);
//! let price = appraisal.offers.iter().find(|offer| offer.kind == OfferKind::Price).unwrap();
//! assert!(price.within && price.odds.both >= Some(0.8));
//! ```
//!
//! # Conventions
//!
//! - Hours are person-hours, weeks and months are calendar ones, money is in the currency of the
//!   terms. Two people working one eight-hour day are 16 hours.
//! - Odds, confidence and shares run from 0 to 1. A factor of 1 is as estimated, as planned, as
//!   expected.
//! - Weeks are counted from the same day as the deadline, without one from today; hours a month
//!   over [`Terms::care_months`].
//! - P50, P80 and P90 are not exceeded in 5, 8 and 9 of 10 cases. What an hour *earns* falls as
//!   effort rises, and is counted upwards all the same: its P10 is the bad case.
//! - `None` in a brief is *not said*, never *no*. `None` in an appraisal is *unknown*: odds
//!   of a test whose answer was not said, a share of nothing. Where something had to be taken for
//!   something else, it is listed under [`Appraisal::assumed`].
//! - Spreads are log-logistic: `ln X = ln median + scale · z` with `z = ln(u / (1 − u))`, `u`
//!   uniform from 0 to 1. Every integral is taken over the `z` of the overrun.
//! - The engine has no texts. It returns kinds and numbers; sentences are made elsewhere.
//! - The same brief and terms give the same bytes natively and in every browser: `ln`, `exp` and
//!   `pow` are those of `libm`, and nothing reads a clock or draws random numbers.
//! - For terms and briefs within [`bounds`] nothing overflows. Nothing here panics.
//!
//! # Where to read on
//!
//! [`Brief`] and [`Terms`] are what goes in, [`Appraisal`] is what comes out. [`defaults`] has what
//! holds where the terms are silent, with the source of every figure, and [`conflicts`] the rules
//! by which answers contradict one another. [`Terms::check`] is where a brief can be refused; a
//! [`CheckedBrief`] then tells what each [answer](CheckedBrief::outcomes) to a question does, what
//! [goes into writing](CheckedBrief::agreement), what a [change](CheckedBrief::change_effect) costs
//! and what the budget [buys](CheckedBrief::affordable_services). [`curve`] and [`wished_hours`]
//! are what pictures are drawn from. [`portfolio`] works out several jobs at once, and
//! [`best_jobs`] which of them to take. [`learned_overrun`], [`learned_schedule`],
//! [`leave_one_out`], [`calibration()`] and [`reliability()`] look back: what the shop's own jobs
//! took, how well that would have predicted them, and how often past odds came true.

#![deny(clippy::indexing_slicing, clippy::string_slice)]
#![forbid(unsafe_code)]

#[macro_use]
mod names;

mod appraise;
pub mod math;
mod model;
mod record;
pub mod rounding;

pub use appraise::conflicts;
pub use appraise::{
    AddOnPrice, AffordableService, Answer, AnswerOutcome, Ballpark, Capacity, ChangeEffect,
    CheckedBrief, Clause, CurvePoint, Figure, IdPosition, MOST_CANDIDATES, Outlook, Payment,
    Portfolio, PortfolioJob, Prospect, QUARTER_WEEKS, SHARED_VARIANCE, Shortfalls, TypicalRange,
    UnknownId, UsualJob, add_on_prices, appraise, ballpark, best_jobs, curve, falls_short,
    fit_to_terms, is_yes_once_settled, lifted_tenths, need_in_head, odds_in_head, once_settled,
    portfolio, raised_and_settled, settled_brief, settled_in_head, settled_needs, shortfalls,
    sufficient, usual_ballparks, usual_jobs, wish_prices, wished_hours, with_usual_answers,
    without_start,
};
pub use model::*;
pub use names::Names;
pub use record::{
    Backtest, Calibration, CalibrationBin, CalibrationFinding, ConfidenceInterval, Coverage,
    ForecastErrors, InvalidOdds, Learned, LeaveOneOut, Outcome, OwnHours, OwnJob, OwnJobError,
    OwnWeeks, Reliability, ReliabilityPoint, calibration, learned_overrun, learned_schedule,
    leave_one_out, reliability, spoken_tenths,
};
