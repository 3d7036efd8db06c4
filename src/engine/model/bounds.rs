//! Bounds of every quantity: far above any job of a small shop, yet low enough that nothing
//! overflows. They apply to documents, links and typed amounts and dates, and to offers.

/// Maximum amount of money, in the terms' currency. Assumption.
pub const MOST_MONEY: f64 = 1e12;

/// Maximum hours of one piece of work. Assumption.
pub const MOST_HOURS: f64 = 1e6;

/// The most hours of one point of an estimate, as a bare number of hours doubles. Assumption,
/// derived from [`MOST_HOURS`].
pub const MOST_OF_A_POINT: f64 = 2.0 * MOST_HOURS;

/// The latest date, in weeks from today. Assumption.
pub const MOST_WEEKS: f64 = 1e5;

/// Maximum number of months over which care is counted or given: fifty years. Assumption.
pub const MOST_MONTHS: f64 = 600.0;

/// Maximum number of rounds of changes that are counted. Assumption.
pub const MOST_ROUNDS: f64 = 100.0;

/// The fewest and the most stages of payment. Assumption.
pub const STAGES_RANGE: (f64, f64) = (2.0, 100.0);

/// Minimum amount that is distinguished from zero. Assumption.
pub const LEAST: f64 = 1e-9;

/// Maximum count of one wish. Assumption.
pub const MOST_OF_A_WISH: f64 = 10_000.0;

/// Maximum number of members of a list, such as the wishes of a brief. Assumption.
pub const MOST_MEMBERS: usize = 500;

/// Range of the `confidence` that terms may ask for. Assumption.
pub const CONFIDENCE_RANGE: (f64, f64) = (0.5, 0.9);
