//! Decimal numbers are parsed into the same doubles as by the standard library.
//!
//! The usual bar for such readers is nigeltao/parse-number-fxx-test-data, some five million lines. No
//! registry that this project uses has it, and so the kinds of numbers in it are made here: every
//! number of half precision, numbers around every power of two and of ten, exponents around the ends
//! of machine integers, what lies half-way between two doubles, and numbers of chance. The standard
//! library's reader, which takes another algorithm than ours (Eisel and Lemire's), says what each of
//! them is. More than five million are tried by:
//!
//! ```sh
//! TAKEON_DECIMALS=900000 cargo test --test decimal
//! ```

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

#[path = "common/chance.rs"]
mod chance;

use chance::Chance;
use takeon::decimal::number;

/// Returns a positive double of any magnitude.
fn double(chance: &mut Chance) -> f64 {
    f64::from_bits(chance.below(f64::INFINITY.to_bits() - 1) + 1)
}

/// Number of trials of each kind. `TAKEON_DECIMALS` raises it.
fn rounds() -> u64 {
    let asked = std::env::var("TAKEON_DECIMALS").ok();
    asked.map_or(30_000, |count| count.parse().unwrap())
}

#[track_caller]
fn same(text: &str) {
    let expected: f64 = text.parse().unwrap();
    let found = number(text).map(f64::to_bits);
    assert_eq!(found, Some(expected.to_bits()), "{text}");
}

/// Returns the decimal half-way between a double and the next, in full.
fn between(double: f64) -> String {
    let next = f64::from_bits(double.to_bits() + 1);
    let digits = |value: f64| -> Vec<u8> {
        let text = format!("{value:01400.1080}");
        text.bytes()
            .filter(|byte| *byte != b'.')
            .map(|byte| byte - b'0')
            .collect()
    };
    let mut sum = digits(double);
    let mut merged = 0;
    for (a, b) in sum.iter_mut().zip(digits(next)).rev() {
        let both = *a + b + merged;
        (*a, merged) = (both % 10, both / 10);
    }
    let mut left = 0;
    for digit in &mut sum {
        let both = left * 10 + *digit;
        (*digit, left) = (both / 2, both % 2);
    }
    let text: String = sum.iter().map(|digit| char::from(digit + b'0')).collect();
    assert_eq!(left, 0);
    let (whole, fraction) = text.split_at(text.len() - 1080);
    format!("{whole}.{fraction}")
}

#[test]
fn numbers_as_people_and_programs_write_them_are_read() {
    let mut chance = Chance(1);
    for _ in 0..rounds() {
        let double = double(&mut chance);
        same(&format!("{double:e}"));
        same(&format!("{:.*e}", chance.below(20) as usize, double));
        let money = chance.below(1_000_000_000) as f64 / 100.0;
        same(&money.to_string());
        same(&format!("-{:.1}", money * 1e9));
        let digits = chance.bits();
        let exponent = chance.below(700) as i64 - 350;
        same(&format!("{digits}e{exponent}"));
        same(&format!(
            "{}.{digits}E{}",
            chance.below(1000),
            exponent % 30
        ));
    }
}

#[test]
fn numbers_between_two_doubles_are_rounded_like_the_standard_library() {
    let mut chance = Chance(2);
    for round in 0..rounds() / 30 {
        let double = match round % 3 {
            0 => double(&mut chance),
            // Subnormal numbers.
            1 => f64::from_bits(chance.below(1 << (1 + round % 53)).max(1)),
            _ => (chance.below(1 << 53) as f64) * 2.0_f64.powi(chance.below(80) as i32 - 40),
        };
        let middle = between(double);
        same(&middle);
        same(&format!("{middle}1"));
        same(&format!("{middle}{}1", "0".repeat(3000)));
        let last = middle.trim_end_matches('0').len() - 1;
        if let Some(less @ 0..) = middle.as_bytes()[last].checked_sub(b'1') {
            let below = format!("{}{less}99999", &middle[..last]);
            same(&below);
        }
    }
}

#[test]
fn every_number_of_half_precision_is_read() {
    let mut count = 0;
    for bits in 0..0x7c00_u32 {
        let (exponent, fraction) = (bits >> 10, f64::from(bits & 0x3ff));
        let double = match exponent {
            0 => fraction * 2.0_f64.powi(-24),
            _ => (1024.0 + fraction) * 2.0_f64.powi(exponent as i32 - 25),
        };
        // All of its digits.
        let text = format!("{double:.24}");
        assert_eq!(number(&text), Some(double), "{text}");
        same(&format!("-{double:e}"));
        count += 1;
    }
    assert_eq!(count, 31_744);
}

#[test]
fn numbers_around_every_power_of_two_are_read() {
    for exponent in 0..2047_u64 {
        let power = (exponent << 52).max(1);
        for bits in [power - 1, power, power + 1] {
            let double = f64::from_bits(bits);
            same(&format!("{double:e}"));
            for digits in [15, 16, 17, 18, 19, 24] {
                same(&format!("{double:.digits$e}"));
            }
        }
        // The distance between doubles changes here.
        same(&between(f64::from_bits(power - 1)));
        same(&between(f64::from_bits(power)));
    }
    for bit in 0..52 {
        let double = f64::from_bits(1 << bit);
        same(&format!("{double:e}"));
        same(&between(double));
    }
}

#[test]
fn numbers_around_every_power_of_ten_are_read() {
    for exponent in -360..=330 {
        for digits in ["1", "2", "5", "9", "11", "99", "999999999999999999"] {
            same(&format!("{digits}e{exponent}"));
        }
        // 2^53 and 2^64, where digits no longer fit into a double and into a machine word.
        for last in 0..10 {
            same(&format!("900719925474099{last}e{exponent}"));
            same(&format!("1844674407370955161{last}e{exponent}"));
            same(&format!("0.1844674407370955161{last}00e{exponent}"));
        }
    }
}

#[test]
fn integers_and_exponents_around_the_ends_of_machine_integers_are_read() {
    for bits in [7, 8, 15, 16, 31, 32, 53, 63, 64, 65, 127] {
        let end = 1_u128 << bits;
        for integer in end - 2..=end + 2 {
            same(&integer.to_string());
            same(&format!("-{integer}.0"));
            same(&format!("{integer}.5"));
            for digits in ["0", "1", "9.99", "0.0001", "123456789012345678901234567890"] {
                same(&format!("{digits}e{integer}"));
                same(&format!("{digits}E+{integer}"));
                same(&format!("{digits}e-{integer}"));
            }
        }
    }
}

#[test]
fn numbers_at_the_limits_of_doubles_are_read() {
    for text in [
        "0",
        "-0",
        "0.0",
        "00.100",
        ".5",
        "5.",
        "+1.5",
        "0e99999999999999999999",
        "1e309",
        "-1e309",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "179769313486231580793728971405301e276",
        "5e-324",
        "2.5e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1e-99999999999999999999",
        "1e99999999999999999999",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "2.2250738585072014e-308",
        "9007199254740993",
        "9007199254740992.999999999999999",
        "9007199254740993.0000000001",
        "1e22",
        "1e23",
        "123456789012345678e22",
        "8.5e-22",
        "9.5e-23",
    ] {
        same(text);
    }
    same(&format!("0.{}1e400", "0".repeat(399)));
    same(&format!("1{}e-400", "0".repeat(400)));
    same(&format!("{}e-99999", "7".repeat(100_000)));
    same(&format!("0.{}7", "0".repeat(100_000)));
}

#[test]
fn malformed_numbers_are_rejected() {
    for text in [
        "", "-", "+", ".", "e5", "1e", "1e+", "1e1.5", "1.2.3", "1,5", " 1", "1 ", "--1", "0x10",
        "inf", "NaN", "infinity", "1_000", "١", "1e-", "-.e1",
    ] {
        assert_eq!(number(text), None, "{text:?}");
    }
}
