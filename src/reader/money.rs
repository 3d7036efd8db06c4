//! Recognition of amounts of money.

use super::numbers::Number;
use super::senses::{Role, TimeUnit};
use super::text::Text;
use super::token::Class;
use crate::engine::Tax;
use std::ops::Range;

/// Payment interval of an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    /// Once.
    #[default]
    Once,
    /// Every month.
    Month,
    /// Every hour of work.
    Hour,
    /// Another unit, such as a day, a year or a piece.
    Other,
}

/// Amount of money in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Lower end, at least 0.
    pub low: f64,
    /// Upper end, equal to the lower one for a single amount.
    pub high: f64,
    /// Code of its currency, or `None` if there is none in the text.
    pub currency: Option<String>,
    /// Payment interval.
    pub per: Per,
    /// True for an upper limit.
    pub top: bool,
    /// True for a lower limit.
    pub least: bool,
    /// True for an approximation.
    pub about: bool,
    /// Tax treatment, if the text names it.
    pub tax: Option<Tax>,
    /// Alternative reading of the digits: 1.500 is 1500, or 1.5.
    pub other: Option<f64>,
    /// Start, in UTF-16 units.
    pub from: usize,
    /// End.
    pub to: usize,
}

/// Amount with its tokens.
#[derive(Clone, Debug)]
pub(super) struct FoundAmount {
    pub amount: Amount,
    /// First token, including preceding words that belong to it.
    pub start: usize,
    /// First token of the amount itself.
    pub at: usize,
    /// Token after it.
    pub end: usize,
    /// True before a unit of time or a percent sign, which exclude money unless it has a currency.
    pub is_bare: bool,
    /// Its number.
    pub number: Number,
}

/// Part of an amount: a number with its currency.
struct Part {
    number: Number,
    /// Index in the currencies of the language.
    money: Option<usize>,
    to: usize,
}

impl Text<'_> {
    /// Returns every amount, in the order of the text.
    pub(super) fn amounts(&self, shop: &str) -> Vec<FoundAmount> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.tokens.all.len() {
            if let Some(next) = self.role(at, Role::Vague) {
                // "A few thousand" is not a number.
                at = self.number(next).map_or(at, |number| number.to - 1) + 1;
                continue;
            }
            if self.says_nothing(at) {
                at += 1;
                continue;
            }
            match self.amount_at(at, shop) {
                Some(found) => {
                    at = found.end.max(at + 1);
                    all.push(found);
                }
                None => at += 1,
            }
        }
        all
    }

    fn amount_at(&self, at: usize, shop: &str) -> Option<FoundAmount> {
        // A number does not begin inside another word or number.
        let behind_digits = at > 0
            && self.tokens.is_glued(at)
            && matches!(self.tokens.class(at - 1), Some(Class::Digits));
        let first = self.part(at).filter(|_| !behind_digits)?;
        // "Five figures" is no sum.
        let behind = first.to + usize::from(self.tokens.is_sign(first.to, '-'));
        if self.role(behind, Role::Figures).is_some() {
            return None;
        }
        let mut per = Per::Once;
        let (mut start, mut between) = (at, false);
        let (mut top, mut least, mut about) = (false, false, false);
        while let Some(before) = self.before(start) {
            let leads = |one| {
                self.any(one, &[Role::Top, Role::About, Role::Least, Role::Between])
                    .is_some()
            };
            if self.role(before, Role::Top).is_some() {
                top = true;
            } else if self.role(before, Role::Least).is_some() {
                least = true;
            } else if self.role(before, Role::About).is_some() {
                about = true;
            } else if self.role(before, Role::Between).is_some() {
                between = true;
            } else if self.role(before, Role::Monthly).is_some()
                && self.tokens.digits(before.wrapping_sub(1)).is_none()
            {
                per = Per::Month;
            } else if self.any(before, &[Role::Filler, Role::The]).is_none()
                || !self.before(before).is_some_and(leads)
            {
                break;
            }
            start = before;
        }
        let mut end = first.to;
        let (mut low, mut high, mut money) = (first.number.value, first.number.value, first.money);
        let mut number = first.number;
        if let Some(second) = self
            .to_end(first.to, between)
            .and_then(|next| self.part(next))
        {
            let value = second.number.value;
            // In 2-3k both ends are in thousands, as in 8-10.000.
            let is_plain = first.number.scale < 1000.0 && first.number.value < 1000.0;
            let scale = second.number.scale;
            if is_plain && scale >= 1000.0 && low * scale <= value {
                low *= scale;
            } else if is_plain && value >= 1000.0 && low * 1000.0 <= value {
                low *= 1000.0;
            }
            if low <= value {
                (high, end, money) = (value, second.to, second.money.or(money));
                number = second.number;
            } else {
                low = first.number.value;
            }
        }
        // "2,000 euros, 2,500 at most", "2,000 euros, at most 2,500"
        if low == high && self.tokens.is_sign(end, ',') && !top {
            let before = self.role(end + 1, Role::Top);
            if let Some(second) = self.part(before.unwrap_or(end + 1))
                && second.number.value > high
                && second.number.value <= 3.0 * high
                && (before.is_some() || self.role(second.to, Role::Top).is_some())
            {
                (high, end, money) = (second.number.value, second.to, second.money.or(money));
            }
        }
        loop {
            let behind = self.past_point(end);
            let is_about = |next: &usize| money.is_some() && self.number(*next).is_none();
            if let Some(next) = self.role(end, Role::Top) {
                (top, end) = (true, next);
            } else if let Some(next) = self.role(end, Role::About).filter(is_about) {
                (about, end) = (true, next);
            } else if self.currency_word(behind).is_some() && money.is_none() {
                let (value, next) = self.currency(behind)?;
                (money, end) = (Some(value), next);
            } else {
                break;
            }
        }
        // A point after an abbreviation belongs to it, and any other ends the sentence: "3.000 €.
        // Die Texte".
        let is_short = end.checked_sub(1).is_some_and(|last| {
            self.tokens.class(last) == Some(Class::Word) && self.tokens.word(last).len() <= 3
        });
        let behind = if is_short { self.past_point(end) } else { end };
        if let Some((value, next)) = self.per(behind).or_else(|| self.per(end)) {
            (per, end) = (value, next);
        } else if per == Per::Once && self.is_rate(start) {
            per = Per::Hour;
        }
        let is_bare = money.is_none();
        let measures = self
            .unit(end)
            .is_some_and(|_| !self.is_letter(end) || self.tokens.is_glued(end))
            || self.tokens.is_sign(end, '%')
            || self.duration_word(end).is_some();
        if is_bare && measures && per == Per::Once {
            return None;
        }
        let (from, to) = self.tokens.utf16_range(start, end);
        let bracket = usize::from(self.tokens.is_sign(end, '(') || self.tokens.is_sign(end, ','));
        let around = self.before(start).unwrap_or(start)..end + bracket + 1;
        let tax = self.tax(around);
        let other = number.other.filter(|_| low == high);
        let currency = money.map(|at| self.code(at, shop));
        let amount = Amount {
            low,
            high,
            currency,
            per,
            top,
            least,
            about,
            tax,
            other,
            from,
            to,
        };
        Some(FoundAmount {
            amount,
            start,
            at,
            end,
            is_bare,
            number,
        })
    }

    /// Returns a number with a currency before or after it, or neither.
    fn part(&self, at: usize) -> Option<Part> {
        let before = self.currency(at);
        let start = before.map_or(at, |(_, next)| next);
        let number = self.number(start).or_else(|| {
            // "A dollar", but no other article.
            let (value, next) = self.article(start)?;
            self.currency_word(next)?;
            Some(Number {
                value,
                other: None,
                digits: 0,
                is_scaled: true,
                scale: 1.0,
                to: next,
            })
        })?;
        let mut number = number;
        // "25 TEUR", "TEUR 25": a thousand and the money in one word.
        let thousand = before.and_then(|_| self.times(at));
        if let Some((times, _)) = thousand.filter(|_| !number.is_scaled) {
            (number.value, number.scale) = (number.value * times, times);
            number.is_scaled = true;
        }
        let mut to = number.to;
        let within = to
            .checked_sub(1)
            .filter(|last| self.times(*last).is_some())
            .and_then(|last| self.currency_word(last));
        let after = self.currency(to).or_else(|| {
            let next = self.any(to, &[Role::Filler])?;
            self.currency(next)
                .filter(|(_, next)| self.number(*next).is_none())
        });
        let after = after.or(within);
        // A code after it belongs to the next amount if a number follows and this one has its
        // currency.
        let after = after.filter(|(_, next)| before.is_none() || self.number(*next).is_none());
        if let Some((_, next)) = after {
            to = next;
        }
        let money = match (
            before.map(|(money, _)| money),
            after.map(|(money, _)| money),
        ) {
            (Some(one), Some(other)) => Some(self.clearer(one, other)),
            (one, other) => one.or(other),
        };
        Some(Part { number, money, to })
    }

    /// Returns the currency at an index: a sign, a code, or both.
    fn currency(&self, at: usize) -> Option<(usize, usize)> {
        let (first, next) = self.money(at)?;
        match self.money(next) {
            Some((second, next)) => Some((self.clearer(first, second), next)),
            None => Some((first, next)),
        }
    }

    fn money(&self, at: usize) -> Option<(usize, usize)> {
        let (value, next) = self.currency_word(at)?;
        if self.is_marked(at) && self.is_code(at, value) {
            return None;
        }
        // The point of "Rs. 20" belongs to it, that of a sentence does not.
        let behind = self.past_point(next);
        let is_short = behind > next
            && self.tokens.word(at).len() <= 4
            && (self.tokens.class(behind) == Some(Class::Digits)
                || self.tokens.class(next.wrapping_sub(1)) == Some(Class::Word)
                    && self.tokens.word(at).len() <= 2);
        Some((value, if is_short { behind } else { next }))
    }

    /// Returns `true` if a word has more than the letters from A to Z: the Danish "års" is no ARS.
    fn is_marked(&self, at: usize) -> bool {
        let token = self.tokens.all.get(at);
        token.is_some_and(|token| token.bytes.1 - token.bytes.0 != token.folded.1 - token.folded.0)
    }

    /// Returns `true` if a word for money is the code of its currency.
    fn is_code(&self, at: usize, value: usize) -> bool {
        let code = self.language.money.get(value);
        code.is_some_and(|code| code.eq_ignore_ascii_case(self.tokens.word(at)))
    }

    /// Returns the less ambiguous of two words for money.
    fn clearer(&self, one: usize, other: usize) -> usize {
        let count = |at: usize| {
            self.language
                .money
                .get(at)
                .map_or(usize::MAX, |codes| codes.len())
        };
        if count(other) < count(one) {
            other
        } else {
            one
        }
    }

    /// Returns the currency code that a word means to a shop.
    fn code(&self, at: usize, shop: &str) -> String {
        let codes = self.language.money.get(at).map_or("", String::as_str);
        let own = codes.split(' ').find(|code| *code == shop);
        own.or_else(|| codes.split(' ').next())
            .unwrap_or_default()
            .to_owned()
    }

    /// Returns the index after the words that lead to the upper end of a range.
    pub(super) fn to_end(&self, at: usize, between: bool) -> Option<usize> {
        let sign = ['-', '~', '…']
            .iter()
            .any(|sign| self.tokens.is_sign(at, *sign));
        if sign {
            // "Vier- bis fünftausend"
            return self.role(at + 1, Role::To).or(Some(at + 1));
        }
        if self.tokens.is_sign(at, ',')
            && let Some(next) = self.role(at + 1, Role::Or)
        {
            return Some(next);
        }
        let dots = self.tokens.is_sign(at, '.') && self.tokens.is_sign(at + 1, '.');
        if dots {
            return Some(at + 2 + usize::from(self.tokens.is_sign(at + 2, '.')));
        }
        let next = self.any(
            at,
            if between {
                &[Role::And, Role::To, Role::Or]
            } else {
                &[Role::To, Role::Or]
            },
        )?;
        // "Up to between …" does not exist; an article does.
        Some(self.any(next, &[Role::The, Role::About]).unwrap_or(next))
    }

    /// Returns the tax treatment that phrases at these indices name, if it is only one.
    pub(super) fn tax(&self, at: Range<usize>) -> Option<Tax> {
        let names = |role| at.clone().any(|at| self.role(at, role).is_some());
        match (names(Role::Taxed), names(Role::Untaxed)) {
            (true, false) => Some(Tax::Included),
            (false, true) => Some(Tax::Excluded),
            _ => None,
        }
    }

    /// Returns `true` for an amount after a number of hours: "10 hours at 80".
    fn is_rate(&self, at: usize) -> bool {
        let rate = self.longest_before(at);
        let Some(rate) = rate.filter(|at| self.role(*at, Role::Rate).is_some()) else {
            return false;
        };
        let end = rate - usize::from(rate > 0 && self.tokens.is_sign(rate - 1, '.'));
        let unit = self.longest_before(end).filter(|at| {
            let unit = self.unit(*at);
            unit.is_some_and(|(unit, _)| unit == TimeUnit::Hour)
        });
        unit.is_some_and(|unit| {
            let mut before = (1..=3).filter_map(|back| self.number(unit.checked_sub(back)?));
            before.any(|number| number.to == unit)
        })
    }

    /// Returns the payment interval, if it is at this index.
    fn per(&self, at: usize) -> Option<(Per, usize)> {
        if let Some(next) = self.role(at, Role::Monthly) {
            return Some((Per::Month, next));
        }
        if let Some(next) = self.role(at, Role::Hourly) {
            return Some((Per::Hour, next));
        }
        let each = if self.tokens.is_sign(at, '/') {
            Some(at + 1)
        } else {
            self.role(at, Role::Each)
                .or_else(|| Some(self.article(at)?.1))
        };
        let each = each?;
        let Some((unit, next)) = self.unit(each) else {
            // "80 € per page", but no article that may precede anything.
            let is_each = self.tokens.is_sign(at, '/')
                || self.article(at).is_none() && self.any(at, &[Role::Filler, Role::The]).is_none();
            let is_thing =
                self.tokens.class(each) == Some(Class::Word) && self.tag_at(each).is_none();
            return (is_each && is_thing).then_some((Per::Other, each));
        };
        Some((
            match unit {
                TimeUnit::Hour => Per::Hour,
                TimeUnit::Month => Per::Month,
                _ => Per::Other,
            },
            next,
        ))
    }
}
