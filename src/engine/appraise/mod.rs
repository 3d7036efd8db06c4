//! From a brief and terms to an appraisal.

mod add_on_prices;
mod affordable;
mod agreement;
mod appraisal;
mod change_effect;
pub mod conflicts;
mod curves;
mod fitting;
mod flags;
mod items;
mod job;
mod lasting;
mod load;
mod missing_answers;
mod needed;
mod obstacles;
mod offers;
mod outcomes;
mod pace;
mod portfolio;
mod questions;
mod reasons;
mod referral;
mod scenario;
mod settled;
mod shortfalls;
mod solver;
mod stops;
mod triangle;
mod usual_jobs;
mod verdict;

pub use add_on_prices::{AddOnPrice, add_on_prices, wish_prices};
pub use affordable::AffordableService;
pub use agreement::{Clause, Payment};
pub use appraisal::appraise;
pub use change_effect::ChangeEffect;
pub use curves::{CurvePoint, Figure, curve, wished_hours};
pub use fitting::{CheckedBrief, IdPosition, UnknownId, fit_to_terms};
pub use lasting::without_start;
pub use needed::sufficient;
pub use outcomes::{Answer, AnswerOutcome, Outlook};
pub use portfolio::{
    Capacity, MOST_CANDIDATES, Portfolio, PortfolioJob, Prospect, QUARTER_WEEKS, SHARED_VARIANCE,
    best_jobs, portfolio,
};
pub use reasons::lifted_tenths;
pub use settled::{
    is_yes_once_settled, need_in_head, odds_in_head, once_settled, raised_and_settled,
    settled_brief, settled_in_head, settled_needs, with_usual_answers,
};
pub use shortfalls::{Shortfalls, falls_short, shortfalls};
pub use usual_jobs::{Ballpark, TypicalRange, UsualJob, ballpark, usual_ballparks, usual_jobs};
