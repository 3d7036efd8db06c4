//! Numbers in digits: the double that is nearest to what was written, and the shortest text that is
//! read as the same double.
//!
//! The language's own reader and writer give the same. They carry tables of 12 kB that no compression
//! makes smaller, and a reader of ours for long numbers may be slow.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

use std::iter::repeat;

/// Digits beyond these only tell whether something follows: the longest exact decimal between two
/// doubles has 767.
const MOST_DIGITS: usize = 770;

/// Powers of ten from this one on are beyond every double, on either side.
const FARTHEST: i64 = 400;

/// The shortest digits that are read as this double, without an exponent: 12.5, 3, 0.001.
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
    // One digit stands before the point, so that it moves by the exponent.
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
        // What is no number is a word.
        Err(_) => shortest.to_owned(),
    }
}

/// Returns the same text with another sign between whole and fraction, as a visitor would type it.
///
/// ```
/// # use takeon::decimal::localized;
/// assert_eq!(localized(12.5, ','), "12,5");
/// assert_eq!(localized(1500.0, ','), "1500");
/// ```
pub fn localized(value: f64, point: char) -> String {
    text(value).replace('.', point.encode_utf8(&mut [0; 4]))
}

/// The double nearest to a decimal number, of two as near the even one.
///
/// A number is an optional sign, digits with or without a point among them, and an optional
/// exponent. What is too large for a double is infinite. `None` for any other text.
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

/// The exponent that some digits with an optional sign stand for. One too large to matter is cut.
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

/// The double nearest to these digits times this power of ten.
fn nearest(digits: &mut dyn Iterator<Item = u32>, power: i64) -> f64 {
    let (mut short, mut significant, mut power) = (0_u64, Vec::new(), power);
    let mut cut = false;
    for digit in digits.skip_while(|digit| *digit == 0) {
        if significant.len() < MOST_DIGITS {
            short = short.saturating_mul(10).saturating_add(u64::from(digit));
            significant.push(digit);
        } else {
            cut |= digit != 0;
            power = power.saturating_add(1);
        }
    }
    if cut {
        // Whatever it was: it only has to be more than nothing.
        significant.push(1);
        power = power.saturating_sub(1);
    }
    let first = power.saturating_add(significant.len() as i64);
    if short == 0 || first < -FARTHEST {
        0.0
    } else if first > FARTHEST {
        f64::INFINITY
    } else if short < 1 << 53 && power.abs() <= 22 {
        // Both are exact, so that one rounding is all there is.
        let ten = (0..power.abs()).fold(1.0, |ten, _| ten * 10.0);
        if power < 0 {
            short as f64 / ten
        } else {
            short as f64 * ten
        }
    } else {
        rounded(&significant, power)
    }
}

/// The same where it takes whole numbers of any length: the fraction `digits · 10^power` as bits.
fn rounded(digits: &[u32], power: i64) -> f64 {
    let mut top = Whole(Vec::new());
    for digit in digits {
        top.times(10, *digit);
    }
    let mut bottom = Whole(vec![1]);
    let tens = power.unsigned_abs();
    if power < 0 {
        bottom.grow(10, tens);
    } else {
        top.grow(10, tens);
    }
    // The fraction lies between 2^exponent and its double once top is at least bottom and less than
    // its double.
    let mut exponent = top.bits() - bottom.bits();
    if exponent < 0 {
        top.grow(2, exponent.unsigned_abs());
    } else {
        bottom.grow(2, exponent.unsigned_abs());
    }
    if top.is_below(&bottom) {
        top.times(2, 0);
        exponent -= 1;
    }
    // 53 bits from the first; fewer where the last would lie beyond the smallest double.
    let kept = 53.min(exponent + 1075);
    if kept < 0 {
        return 0.0;
    }
    let mut bits = 0_u64;
    for _ in 0..kept {
        bits *= 2;
        if !top.is_below(&bottom) {
            top.subtract(&bottom);
            bits += 1;
        }
        top.times(2, 0);
    }
    // What is left is at least half of the last bit where top is at least bottom.
    let is_half = !bottom.is_below(&top);
    if !top.is_below(&bottom) && (bits % 2 == 1 || !is_half) {
        bits += 1;
    }
    let shift = exponent + 1 - kept;
    let factor = if shift < 0 { 0.5 } else { 2.0 };
    (0..shift.abs()).fold(bits as f64, |value, _| value * factor)
}

/// A whole number of any length, from its lowest 32 bits up, without zeros at its end.
struct Whole(Vec<u32>);

impl Whole {
    /// Makes it `factor` times as large and adds `more`.
    fn times(&mut self, factor: u32, more: u32) {
        let mut carried = u64::from(more);
        for part in &mut self.0 {
            carried += u64::from(*part) * u64::from(factor);
            *part = carried as u32;
            carried >>= 32;
        }
        if carried > 0 {
            self.0.push(carried as u32);
        }
    }

    /// Makes it `base` times as large, so many times over.
    fn grow(&mut self, base: u32, times: u64) {
        // Nine at once: 10^9 is the largest power of ten that fits.
        for _ in 0..times / 9 {
            self.times(base.pow(9), 0);
        }
        for _ in 0..times % 9 {
            self.times(base, 0);
        }
    }

    /// Takes another away, which is not larger.
    fn subtract(&mut self, other: &Whole) {
        let mut borrowed = false;
        let others = other.0.iter().copied().chain(repeat(0));
        for (part, other) in self.0.iter_mut().zip(others) {
            let (less, under) = part.overflowing_sub(other);
            let (less, below) = less.overflowing_sub(u32::from(borrowed));
            (*part, borrowed) = (less, under || below);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Whether it is less than another.
    fn is_below(&self, other: &Whole) -> bool {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
            .is_lt()
    }

    /// How many bits it takes.
    fn bits(&self) -> i64 {
        let last = self.0.last().map_or(0, |part| 32 - part.leading_zeros());
        32 * (self.0.len() as i64 - 1) + i64::from(last)
    }
}
