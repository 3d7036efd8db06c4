//! Rounding of exact figures for readers.
//!
//! Every rounding policy of the program is here, so that two figures on one page are rounded alike
//! or differ for a reason. The engine rounds only the figures of offers; all others stay exact
//! until they are displayed.
//!
//! | policy | direction | to | example | for |
//! | --- | --- | --- | --- | --- |
//! | [`three_digits_up`] | up | three significant digits | 2411 → 2420 | the price that an offer asks |
//! | [`half_week_up`] | up | half a week | 3.1 → 3.5 | the date that an offer asks |
//! | [`two_digits`] | nearest | two significant digits | 2411 → 2400 | an amount that is meant roughly |
//! | [`half_week`] | nearest | half a week | 3.1 → 3 | a time in words |
//! | [`whole_percent`] | nearest | a hundredth | 0.123 → 12 | a share, to 999 at most |
//! | [`enclosing_range`] | both | half of the first digit | 3790 → 3500 to 4000 | a price of which only the range is said |
//! | [`nearest_multiple`], [`multiple_up`] | nearest, up | a given step | 1517, 50 → 1500, 1550 | a value that is dragged |
//! | [`drag_step`] | down | 1, 2 or 5 times a power of ten | 2410 → 50 | the step in which it is dragged |
//! | [`round_down`] | down | 1, 2 or 5 times a power of ten | 2410 → 2000 | an amount to pick from |
//!
//! Up is the cautious direction: a price or a date that an offer asks must still reach the confidence.

/// Rounds up to a whole number. The last bits of a product or a quotient must not lift a number that
/// is whole: `1.1 * 100.0` is above 110.
fn whole_up(number: f64) -> f64 {
    (number * (1.0 - 1e-12)).ceil()
}

/// Rounds up to three significant digits, and to no less than a hundredth. Returns 0 for 0 and
/// below.
///
/// ```
/// # use takeon_engine::rounding::three_digits_up;
/// assert_eq!(three_digits_up(2411.0), 2420.0);
/// assert_eq!(three_digits_up(0.123), 0.13);
/// assert_eq!(three_digits_up(86.1), 86.1);
/// assert_eq!(three_digits_up(0.0), 0.0);
/// ```
pub fn three_digits_up(amount: f64) -> f64 {
    if amount <= 0.0 {
        return 0.0;
    }
    // Whole powers of ten are exact, and dividing by one gives the nearest decimal number.
    let (mut unit, mut parts) = (1.0, 1.0);
    while amount / unit >= 1000.0 {
        unit *= 10.0;
    }
    while amount * parts < 100.0 && parts < 100.0 {
        parts *= 10.0;
    }
    whole_up(amount * parts / unit) * unit / parts
}

/// Rounds up to half a week.
///
/// ```
/// # use takeon_engine::rounding::half_week_up;
/// assert_eq!(half_week_up(3.1), 3.5);
/// assert_eq!(half_week_up(3.5), 3.5);
/// ```
pub fn half_week_up(weeks: f64) -> f64 {
    // A search ends slightly above the root.
    const HAIR: f64 = 1e-9;
    (weeks * 2.0 - HAIR).ceil().max(0.0) / 2.0
}

/// Rounds an amount to two significant digits, one below 10 to a whole number.
///
/// ```
/// # use takeon_engine::rounding::two_digits;
/// assert_eq!(two_digits(2411.0), 2400.0);
/// assert_eq!(two_digits(7.4), 7.0);
/// ```
pub fn two_digits(amount: f64) -> f64 {
    if amount < 10.0 {
        return amount.round();
    }
    nearest_multiple(amount, power_of_ten(amount) / 10.0)
}

/// Rounds to the nearest half week.
///
/// ```
/// # use takeon_engine::rounding::half_week;
/// assert_eq!(half_week(3.1), 3.0);
/// assert_eq!(half_week(3.3), 3.5);
/// ```
pub fn half_week(weeks: f64) -> f64 {
    (weeks * 2.0).round() / 2.0
}

/// Returns a share in whole hundredths, 999 at most.
///
/// ```
/// # use takeon_engine::rounding::whole_percent;
/// assert_eq!(whole_percent(0.123), 12.0);
/// assert_eq!(whole_percent(1e9), 999.0);
/// ```
pub fn whole_percent(share: f64) -> f64 {
    (share * 100.0).round().min(999.0)
}

/// Returns the range around an amount, between multiples of half the unit of its first digit: 3,500
/// to 4,000 for 3,790. The range around 0 is empty, and so is that around infinity.
///
/// ```
/// # use takeon_engine::rounding::enclosing_range;
/// assert_eq!(enclosing_range(3790.0), (3500.0, 4000.0));
/// assert_eq!(enclosing_range(4000.0), (4000.0, 4500.0));
/// assert_eq!(enclosing_range(85.0), (85.0, 90.0));
/// assert_eq!(enclosing_range(0.0), (0.0, 0.0));
/// ```
pub fn enclosing_range(amount: f64) -> (f64, f64) {
    if amount <= 0.0 {
        return (0.0, 0.0);
    }
    if !amount.is_finite() {
        return (amount, amount);
    }
    let mut unit = 0.5;
    while unit * 20.0 <= amount {
        unit *= 10.0;
    }
    while unit * 2.0 > amount {
        unit /= 10.0;
    }
    let low = (amount / unit).floor() * unit;
    (low, low + unit)
}

/// Returns the multiple of a step that is nearest to a value. The step must be a whole number, or one
/// over a whole number.
///
/// ```
/// # use takeon_engine::rounding::nearest_multiple;
/// assert_eq!(nearest_multiple(1517.0, 50.0), 1500.0);
/// assert_eq!(nearest_multiple(0.31, 0.1), 0.3);
/// ```
pub fn nearest_multiple(value: f64, step: f64) -> f64 {
    let steps = (value / step).round();
    // A tenth is not exact, but ten of them are one: dividing gives 3 tenths as 0.3.
    if step < 1.0 {
        steps / (1.0 / step).round()
    } else {
        steps * step
    }
}

/// Returns the first multiple of a step that is no less than a value.
///
/// ```
/// # use takeon_engine::rounding::multiple_up;
/// assert_eq!(multiple_up(1517.0, 50.0), 1550.0);
/// assert_eq!(multiple_up(0.31, 0.1), 0.4);
/// assert_eq!(multiple_up(0.07, 0.01), 0.07);
/// ```
pub fn multiple_up(value: f64, step: f64) -> f64 {
    nearest_multiple(whole_up(value / step) * step, step)
}

/// Approximate number of steps from 0 to the amount needed.
const STEPS: f64 = 50.0;

/// Returns the step for dragging an amount: from the series 1, 2, 5, 10, 20, …, about a fiftieth of
/// the amount needed, or 1 if none is needed.
///
/// ```
/// # use takeon_engine::rounding::drag_step;
/// assert_eq!(drag_step(2410.0), 50.0);
/// assert_eq!(drag_step(1010.0), 20.0);
/// assert_eq!(drag_step(0.0), 1.0);
/// ```
pub fn drag_step(needed: f64) -> f64 {
    let fine = needed / STEPS;
    if !(fine > 0.0 && fine.is_finite()) {
        return 1.0;
    }
    round_down(fine * 1.1)
}

/// Rounds down to 1, 2 or 5 times a power of ten. An amount must be above 0 and finite.
///
/// ```
/// # use takeon_engine::rounding::round_down;
/// assert_eq!(round_down(2410.0), 2000.0);
/// assert_eq!(round_down(1000.0), 1000.0);
/// assert_eq!(round_down(999.0), 500.0);
/// ```
pub fn round_down(amount: f64) -> f64 {
    let unit = power_of_ten(amount);
    [5.0, 2.0]
        .into_iter()
        .map(|times| times * unit)
        .find(|round| *round <= amount)
        .unwrap_or(unit)
}

/// Returns the largest power of ten that is no more than an amount above 0.
fn power_of_ten(amount: f64) -> f64 {
    let mut power = 1.0_f64;
    while power * 10.0 <= amount && power.is_finite() {
        power *= 10.0;
    }
    while power > amount {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use libm::pow;

    /// Figures from a thousandth to a thousand million, about four to each power of ten.
    fn figures() -> impl Iterator<Item = f64> {
        (-12..36).map(|quarter| pow(10.0, f64::from(quarter) / 4.0))
    }

    #[test]
    fn the_figures_of_an_offer_are_rounded_up_by_little() {
        for exact in figures() {
            let rounded = three_digits_up(exact);
            assert!(rounded >= exact * (1.0 - 1e-12), "{exact}: {rounded}");
            assert!(
                rounded - exact <= (exact / 100.0).max(0.01),
                "{exact}: {rounded}"
            );
            assert_eq!(three_digits_up(rounded), rounded, "{exact}");
        }
        for hundredths in 1..=9_999 {
            let amount = f64::from(hundredths) / 100.0;
            if hundredths < 1_000 || hundredths % 10 == 0 {
                assert_eq!(three_digits_up(amount), amount);
            }
            assert_eq!(multiple_up(amount, 0.01), amount);
        }
        assert_eq!(
            [0.0, 0.2, 0.5, 7.01].map(half_week_up),
            [0.0, 0.5, 0.5, 7.5]
        );
    }

    #[test]
    fn two_digits_are_within_a_twentieth_of_the_amount() {
        for exact in figures().filter(|exact| *exact >= 10.0) {
            let rounded = two_digits(exact);
            assert!(
                (rounded - exact).abs() <= exact / 19.0,
                "{exact}: {rounded}"
            );
        }
    }

    #[test]
    fn a_range_encloses_its_amount() {
        // Below 1 the ends are decimals that no double is exactly.
        for exact in figures().filter(|exact| *exact >= 1.0) {
            let (low, high) = enclosing_range(exact);
            assert!(low <= exact && exact < high, "{exact}: {low} to {high}");
            assert!(high - low <= exact / 2.0, "{exact}: {low} to {high}");
        }
    }

    #[test]
    fn there_are_between_twenty_and_a_hundred_steps_to_what_is_needed() {
        for needed in [
            0.03, 1.0, 9.99, 10.0, 47.0, 1010.0, 1999.0, 2410.0, 5100.0, 1e9,
        ] {
            let steps = needed / drag_step(needed);
            assert!((20.0..=130.0).contains(&steps), "{needed}: {steps}");
        }
    }
}
