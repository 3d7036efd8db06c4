//! Round numbers: steps to drag in, and figures that stand beside one another without
//! contradiction.

use libm::{floor, log10, pow};

/// In about so many steps what is needed is reached.
const STEPS: f64 = 50.0;

/// The steps in which an amount is dragged: 1, 2 or 5 times a power of ten, about a fiftieth of
/// what is needed. 1 where nothing is needed.
///
/// ```
/// # use takeon::picture::round::step;
/// assert_eq!(step(2410.0), 50.0);
/// assert_eq!(step(1010.0), 20.0);
/// assert_eq!(step(0.0), 1.0);
/// ```
pub fn step(needed: f64) -> f64 {
    let fine = needed / STEPS;
    if !(fine > 0.0 && fine.is_finite()) {
        return 1.0;
    }
    let unit = pow(10.0, floor(log10(fine) + 0.05));
    [5.0, 2.0]
        .into_iter()
        .map(|times| times * unit)
        .find(|step| *step <= fine * 1.1)
        .unwrap_or(unit)
}

/// The nearest of these steps.
pub fn to(value: f64, step: f64) -> f64 {
    let steps = (value / step).round();
    // A tenth is not exact, but ten of them are one: divided, 3 tenths are 0.3.
    if step < 1.0 {
        steps / (1.0 / step).round()
    } else {
        steps * step
    }
}

/// The last step to which something is dragged: half as much again as what is needed.
pub fn last(needed: f64, step: f64) -> f64 {
    to((super::triangle::MOST * needed / step).ceil() * step, step).max(step)
}

/// An amount of money with so many significant digits.
fn significant(amount: f64, digits: i32) -> f64 {
    if amount <= 0.0 {
        return 0.0;
    }
    to(
        amount,
        pow(10.0, floor(log10(amount)) + 1.0 - f64::from(digits)),
    )
}

/// An amount that is needed, as roughly as it can be put beside what is given: two significant
/// digits, unless that would make too little look like enough, or enough like too little.
///
/// ```
/// # use takeon::picture::round::amount_beside;
/// assert_eq!(amount_beside(2412.0, Some(1500.0)), 2400.0);
/// assert_eq!(amount_beside(2412.0, Some(2400.0)), 2410.0);
/// assert_eq!(amount_beside(2412.0, None), 2400.0);
/// ```
pub fn amount_beside(needed: f64, given: Option<f64>) -> f64 {
    beside(
        needed,
        given,
        [2, 3, 4, 6].map(|digits| significant(needed, digits)),
    )
}

/// Weeks that are needed: to the half, or finer where that would contradict.
pub fn weeks_beside(needed: f64, given: Option<f64>) -> f64 {
    beside(
        needed,
        given,
        [2.0, 10.0, 100.0, 1000.0].map(|parts| (needed * parts).round() / parts),
    )
}

/// The roughest that says the same of what is given as the exact number does.
fn beside(exact: f64, given: Option<f64>, rough: [f64; 4]) -> f64 {
    let says_the_same =
        |rough: &f64| given.is_none_or(|given| (given >= *rough) == (given >= exact));
    rough.into_iter().find(says_the_same).unwrap_or(exact)
}

/// How many hours there are, and how many of them fit, where `share` of them does: whole hours, or
/// tenths where whole ones would make too few look like enough.
///
/// ```
/// # use takeon::picture::round::hours_that_fit;
/// assert_eq!(hours_that_fit(10.2, 0.8), (10.0, 8.0));
/// assert_eq!(hours_that_fit(4.4, 0.96), (4.4, 4.2));
/// assert_eq!(hours_that_fit(10.2, 1.0), (10.0, 10.0));
/// ```
pub fn hours_that_fit(hours: f64, share: f64) -> (f64, f64) {
    let fitting = hours * share;
    let whole = (
        hours.round(),
        if share < 1.0 {
            floor(fitting)
        } else {
            hours.round()
        },
    );
    if share >= 1.0 || whole.1 < whole.0 {
        return whole;
    }
    ((hours * 10.0).ceil() / 10.0, floor(fitting * 10.0) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_between_twenty_and_a_hundred_steps_to_what_is_needed() {
        for needed in [
            0.03, 1.0, 9.99, 10.0, 47.0, 1010.0, 1999.0, 2410.0, 5100.0, 1e9,
        ] {
            let steps = needed / step(needed);
            assert!((20.0..=130.0).contains(&steps), "{needed}: {steps}");
        }
    }

    #[test]
    fn steps_are_round_to_the_last_digit() {
        assert_eq!(to(0.31, 0.1), 0.3);
        assert_eq!(to(1517.0, 50.0), 1500.0);
        assert_eq!(last(2410.0, 50.0), 3650.0);
        assert_eq!(last(2.3, 0.5), 3.5);
        assert_eq!(last(0.0, 1.0), 1.0);
    }

    #[test]
    fn no_rounding_contradicts_what_is_given() {
        for given in [0.0, 0.4, 2.3, 2.399, 2.4, 2.5, 2.6, 99.0] {
            for exact in [0.1, 2.35, 2.4, 2.41, 2.4499, 2.5, 2.6, 240.0] {
                for shown in [
                    amount_beside(exact, Some(given)),
                    weeks_beside(exact, Some(given)),
                ] {
                    assert_eq!(
                        given >= shown,
                        given >= exact,
                        "{given} of {exact}: {shown}"
                    );
                }
            }
        }
    }
}
