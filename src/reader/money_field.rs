//! Amount in the text of a field.

use super::language::Language;
use super::money::Amount;
use super::senses::Role;
use super::text::Text;
use super::token::Class;

/// Returns the amount in the text of a field: the only one, or the sum of those joined by "and".
///
/// `shop` is the currency of the field: `$` and `kr` mean its own kind. `None` if there is no
/// amount, more than one, or half of one.
pub fn amount(text: &str, language: &Language, shop: &str) -> Option<Amount> {
    let text = language.tag_words(text);
    let mut found = text.amounts(shop).into_iter();
    let mut last = found.next()?;
    if text.is_halved(last.start) {
        return None;
    }
    let mut amount = last.amount.clone();
    for next in found {
        let (of, other) = (&last.amount, &next.amount);
        if text.is_plus(last.end, next.start) {
            amount = sum(&amount, other)?;
        } else if (of.low, of.high) != (other.low, other.high)
            || text.has_words(last.end, next.start)
        {
            return None;
        }
        last = next;
    }
    amount.tax = text.tax(0..text.tokens.all.len());
    Some(amount)
}

/// Returns the sum of two amounts. `None` for limits, for different currencies or intervals, and for
/// numbers so different that one of them counts something else: 2,000 and 3 pages.
fn sum(one: &Amount, other: &Amount) -> Option<Amount> {
    let is_limit = other.top || other.least;
    let are_money = one.currency.is_some() && other.currency.is_some();
    let is_like = one.high.min(other.high) * 50.0 >= one.high.max(other.high);
    let currency = one.currency.as_ref().or(other.currency.as_ref());
    let is_same = |amount: &Amount| {
        amount
            .currency
            .as_ref()
            .is_none_or(|code| Some(code) == currency)
    };
    let fits = one.per == other.per && is_same(one) && is_same(other) && (are_money || is_like);
    (fits && !is_limit).then(|| Amount {
        low: one.low + other.low,
        high: one.high + other.high,
        currency: currency.cloned(),
        other: None,
        to: other.to,
        ..one.clone()
    })
}

/// Returns `true` if a text without an amount offers a share of what a thing earns, or of the company:
/// "equity", "20% of the profits".
pub fn is_share(text: &str, language: &Language) -> bool {
    let text = language.tag_words(text);
    let says = |at: usize| text.role(at, Role::Share).is_some();
    text.amounts("").is_empty() && (0..text.tokens.all.len()).any(says)
}

impl Text<'_> {
    /// Returns `true` if a range of tokens has words.
    fn has_words(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.tokens.class(at) == Some(Class::Word))
    }

    /// Returns `true` if a range of tokens has an "and" or a plus.
    fn is_plus(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.tokens.is_sign(at, '+') || self.role(at, Role::And).is_some())
    }

    /// Returns `true` if "half of" precedes an index.
    fn is_halved(&self, at: usize) -> bool {
        let mut before = self.before(at);
        while let Some(at) = before {
            if self.role(at, Role::Half).is_some() {
                return true;
            }
            before = self
                .before(at)
                .filter(|_| self.any(at, &[Role::Filler, Role::The]).is_some());
        }
        false
    }
}
