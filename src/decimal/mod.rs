//! Conversion between decimal numbers and doubles, correctly rounded: to the nearest double, ties
//! to even, and to the shortest text that is parsed as the same double.
//!
//! The standard library uses the algorithm of Eisel and Lemire, with 12 kB of incompressible
//! tables. Here short numbers take Clinger's fast path, and all others a long division of big
//! integers, which may be slow.
//!
//! Source: William D. Clinger, [How to read floating point numbers
//! accurately](https://doi.org/10.1145/93548.93557), 1990.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

use std::iter::repeat;

/// Number of significant digits, after which only a sticky digit matters: the longest decimal that
/// lies exactly half-way between two doubles has 767.
const MOST_DIGITS: usize = 770;

/// Exponent from which powers of ten are out of the range of doubles, either way.
const FARTHEST: i64 = 400;

/// Returns the shortest digits that are parsed as this double, without an exponent: 12.5, 3, 0.001.
///
/// ```
/// # use takeon::decimal::text;
/// assert_eq!(text(1e21), "1000000000000000000000");
/// assert_eq!(text(-0.000_001_5), "-0.0000015");
/// ```
pub fn text(value: f64) -> String {
    let mut buffer = zmij::Buffer::new();
    let shortest = buffer.format(value);
    let Some((mantissa, exponent)) = shortest.split_once('e') else {
        return shortest.strip_suffix(".0").unwrap_or(shortest).to_owned();
    };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", mantissa),
    };
    // One digit is before the point, which moves by the exponent.
    let digits = mantissa.replace('.', "");
    match exponent.parse::<i32>() {
        Ok(right @ 0..) => {
            let zeros = "0".repeat((right as usize + 1).saturating_sub(digits.len()));
            [sign, &digits, &zeros].concat()
        }
        Ok(left) => {
            let zeros = "0".repeat(left.unsigned_abs() as usize - 1);
            [sign, "0.", &zeros, &digits].concat()
        }
        // Infinity and NaN.
        Err(_) => shortest.to_owned(),
    }
}

/// Returns the same text with another decimal separator, as a visitor would type it.
///
/// ```
/// # use takeon::decimal::localized;
/// assert_eq!(localized(12.5, ','), "12,5");
/// assert_eq!(localized(1500.0, ','), "1500");
/// ```
pub fn localized(value: f64, point: char) -> String {
    text(value).replace('.', point.encode_utf8(&mut [0; 4]))
}

/// Returns the double nearest to a decimal number, with ties to even (IEEE 754's roundTiesToEven).
///
/// A number is an optional sign, digits with an optional point among them, and an optional
/// exponent. A number too large for a double is infinite. Returns `None` for any other text.
///
/// ```
/// # use takeon::decimal::number;
/// assert_eq!(number("12.50"), Some(12.5));
/// assert_eq!(number("-1e3"), Some(-1000.0));
/// assert_eq!(number("twelve"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, power(exponent)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let written = || whole.bytes().chain(fraction.bytes());
    if written().next().is_none() || !written().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = nearest(
        &mut written().map(|byte| u32::from(byte - b'0')),
        exponent.saturating_sub_unsigned(fraction.len() as u64),
    );
    Some(if negative { -size } else { size })
}

/// Returns the exponent of digits with an optional sign, saturated if it is too large to matter.
fn power(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0_i64, |size, byte| {
        size.saturating_mul(10)
            .saturating_add(i64::from(byte - b'0'))
    });
    Some(if text.starts_with('-') { -size } else { size })
}

/// Returns the double nearest to these digits times this power of ten.
fn nearest(digits: &mut dyn Iterator<Item = u32>, power: i64) -> f64 {
    let (mut short, mut significant, mut power) = (0_u64, Vec::new(), power);
    let mut is_truncated = false;
    for digit in digits.skip_while(|digit| *digit == 0) {
        if significant.len() < MOST_DIGITS {
            short = short.saturating_mul(10).saturating_add(u64::from(digit));
            significant.push(digit);
        } else {
            is_truncated |= digit != 0;
            power = power.saturating_add(1);
        }
    }
    if is_truncated {
        // Sticky digit: only whether it is more than 0 matters.
        significant.push(1);
        power = power.saturating_sub(1);
    }
    let first = power.saturating_add(significant.len() as i64);
    if short == 0 || first < -FARTHEST {
        0.0
    } else if first > FARTHEST {
        f64::INFINITY
    } else if short < 1 << 53 && power.abs() <= 22 {
        // Clinger's fast path: digits and power are exact as doubles, so one operation rounds once.
        let ten = (0..power.abs()).fold(1.0, |ten, _| ten * 10.0);
        if power < 0 {
            short as f64 / ten
        } else {
            short as f64 * ten
        }
    } else {
        divided(&significant, power)
    }
}

/// Computes the double by long division in base 2: `digits · 10^power` is a fraction of two big
/// integers, whose first 53 bits are the double, rounded half to even by the remainder.
fn divided(digits: &[u32], power: i64) -> f64 {
    let mut top = BigUint(Vec::new());
    for digit in digits {
        top.mul_add(10, *digit);
    }
    let mut bottom = BigUint(vec![1]);
    let tens = power.unsigned_abs();
    if power < 0 {
        bottom.mul_pow(10, tens);
    } else {
        top.mul_pow(10, tens);
    }
    // The fraction is between 2^exponent and its double once top is at least bottom and less than
    // its double.
    let mut exponent = top.bits() - bottom.bits();
    if exponent < 0 {
        top.mul_pow(2, exponent.unsigned_abs());
    } else {
        bottom.mul_pow(2, exponent.unsigned_abs());
    }
    if top.is_below(&bottom) {
        top.mul_add(2, 0);
        exponent -= 1;
    }
    // 53 bits from the first; fewer if the last would be below the smallest double.
    let precision = 53.min(exponent + 1075);
    if precision < 0 {
        return 0.0;
    }
    let mut bits = 0_u64;
    for _ in 0..precision {
        bits *= 2;
        if !top.is_below(&bottom) {
            top.subtract(&bottom);
            bits += 1;
        }
        top.mul_add(2, 0);
    }
    // The remainder is at least half of the last bit if top is at least bottom.
    let is_tie = !bottom.is_below(&top);
    if !top.is_below(&bottom) && (bits % 2 == 1 || !is_tie) {
        bits += 1;
    }
    let shift = exponent + 1 - precision;
    let factor = if shift < 0 { 0.5 } else { 2.0 };
    (0..shift.abs()).fold(bits as f64, |value, _| value * factor)
}

/// Unsigned integer of any length: limbs of 32 bits, the lowest first, without trailing zeros.
struct BigUint(Vec<u32>);

impl BigUint {
    /// Multiplies by a factor and adds a term.
    fn mul_add(&mut self, factor: u32, term: u32) {
        let mut carry = u64::from(term);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Multiplies by a power of a base, which is at most 10.
    fn mul_pow(&mut self, base: u32, exponent: u64) {
        // Nine at a time: 10^9 is the largest power of ten that fits.
        for _ in 0..exponent / 9 {
            self.mul_add(base.pow(9), 0);
        }
        for _ in 0..exponent % 9 {
            self.mul_add(base, 0);
        }
    }

    /// Subtracts another, which must not be larger.
    fn subtract(&mut self, other: &BigUint) {
        let mut borrow = false;
        let others = other.0.iter().copied().chain(repeat(0));
        for (limb, other) in self.0.iter_mut().zip(others) {
            let (less, under) = limb.overflowing_sub(other);
            let (less, below) = less.overflowing_sub(u32::from(borrow));
            (*limb, borrow) = (less, under || below);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Returns `true` if it is less than another.
    fn is_below(&self, other: &BigUint) -> bool {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
            .is_lt()
    }

    /// Returns the number of bits.
    fn bits(&self) -> i64 {
        let last = self.0.last().map_or(0, |limb| 32 - limb.leading_zeros());
        32 * (self.0.len() as i64 - 1) + i64::from(last)
    }
}
