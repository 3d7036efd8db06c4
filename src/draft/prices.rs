//! Prices at the ends of pasted lines.

use super::characters::{BULLETS, digit, is_letter};
use super::number::money;

/// Number of lines with a price from which they are a list of prices. Assumption: in a message there
/// are a budget and one more.
const PRICED: usize = 3;

/// Returns each line without the price at its end, and that price, in a list of prices; otherwise
/// only `None`.
pub(super) fn prices<'a>(rows: &[&'a str]) -> Vec<Option<(&'a str, f64)>> {
    let prices: Vec<_> = rows.iter().map(|row| priced(row)).collect();
    let count = prices.iter().flatten().count();
    if count >= PRICED.min(rows.len().max(2)) && 2 * count >= rows.len() {
        prices
    } else {
        vec![None; rows.len()]
    }
}

/// Returns the index of the line that adds up the others.
pub(super) fn total_at(prices: &[Option<(&str, f64)>]) -> Option<usize> {
    let all: f64 = prices.iter().flatten().map(|(_, price)| price).sum();
    let is_total = |price: &Option<(&str, f64)>| {
        price.is_some_and(|(_, price)| (all - 2.0 * price).abs() < 0.01 * price)
    };
    let count = prices.iter().flatten().count();
    prices.iter().rposition(is_total).filter(|_| count > 2)
}

/// Smallest number without a currency that is a price rather than a count. Assumption.
const LEAST_PRICE: f64 = 100.0;

/// Returns a line without the price at its end, and that price: "SEO: 900", "Shop €1,200", "Texts EUR
/// 1500".
fn priced(line: &str) -> Option<(&str, f64)> {
    let between = |c: char| c.is_whitespace() || matches!(c, ';' | '|');
    let line = line.trim_end_matches(|c: char| between(c) || matches!(c, '.' | ','));
    let starts = line.char_indices().filter(|(at, c)| {
        let before = line.get(..*at).and_then(|text| text.chars().next_back());
        !between(*c) && before.is_some_and(between)
    });
    let mut found = None;
    for (at, _) in starts.collect::<Vec<_>>().into_iter().rev().take(3) {
        let (name, price) = line.split_at_checked(at)?;
        let price = price.replace([';', '|'], " ");
        let is_plain = price
            .chars()
            .all(|c| digit(c).is_some() || ",. ".contains(c));
        // "3 1500" is a count and a price, "1 500" one number.
        let groups = price.split_whitespace().skip(1);
        let is_one = groups
            .filter(|group| group.chars().all(|c| digit(c).is_some()))
            .all(|group| group.len() == 3 || !is_plain);
        if let Some(amount) = money(&price)
            && is_one
            && (amount >= LEAST_PRICE || !is_plain && amount > 0.0)
        {
            found = Some((name, amount));
        }
    }
    let (name, amount) = found?;
    let ends = |c: char| between(c) || BULLETS.contains(c) || matches!(c, ':' | '：' | '=' | ',');
    let name = name.trim_end_matches(ends);
    name.chars().any(is_letter).then_some((name, amount))
}
