//! Recognition of numbers in digits, in words and in both.

use super::senses::Role;
use super::text::Text;
use super::token::Class;
use crate::decimal;

/// Number in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its value.
    pub value: f64,
    /// Value if its only mark is read as the other separator: 1.500 is 1500, or 1.5.
    pub other: Option<f64>,
    /// Number of its leading digits, 0 if it is all words.
    pub digits: usize,
    /// True if its digits are grouped, or it was multiplied, so that its magnitude is unambiguous.
    pub is_scaled: bool,
    /// Last factor that it was multiplied by, or 1.
    pub scale: f64,
    /// Index after it.
    pub to: usize,
}

impl Text<'_> {
    /// Returns the number at an index.
    pub(super) fn number(&self, from: usize) -> Option<Number> {
        // "Half a million".
        if let Some(next) = self
            .role(from, Role::Half)
            .or_else(|| self.role(self.article(from)?.1, Role::Half))
        {
            let next = self.article(next).map_or(next, |(_, next)| next);
            let (times, to) = self.times(next).filter(|(times, _)| *times >= 1000.0)?;
            return Some(Number {
                value: times / 2.0,
                other: None,
                digits: 0,
                is_scaled: true,
                scale: times,
                to,
            });
        }
        let mut parts: Vec<f64> = Vec::new();
        let mut found = Number {
            value: 0.0,
            other: None,
            digits: 0,
            is_scaled: false,
            scale: 1.0,
            to: from,
        };
        let (mut at, mut joined, mut after_times) = (from, false, false);
        // No number has more words than these.
        for _ in 0..16 {
            let last = parts.last().copied();
            if let Some(digits) = self.digits(at) {
                let continues = after_times
                    && self.tokens.is_glued(at)
                    && last.is_some_and(|last| digits.value < last);
                if last.is_some() && !continues {
                    break;
                }
                if last.is_none() {
                    found = digits;
                }
                parts.push(digits.value);
                (at, after_times, joined) = (digits.to, false, false);
            } else if let Some((value, next)) = self.times(at).filter(|(_, next)| {
                !self.is_letter(at)
                    || found.digits > 0
                        && (self.tokens.is_glued(at)
                            || self.tokens.is_glued(*next) && self.currency_word(*next).is_some())
            }) {
                let mut sum = None;
                while let Some(part) = parts
                    .last()
                    .copied()
                    .filter(|part| *part < value || sum.is_none() && parts.len() == 1)
                {
                    sum = Some(sum.unwrap_or(0.0) + part);
                    parts.pop();
                }
                // "A thousand" has no factor, and "0k" has the factor 0.
                parts.push(sum.unwrap_or(1.0) * value);
                found.scale = value;
                found.is_scaled |= value >= 1000.0;
                found.other = found.other.filter(|_| value < 1000.0);
                (at, after_times, joined) = (self.past_short(at, next), true, false);
            } else if let Some((value, next)) =
                self.word(at, last, joined, found.digits > 0 && !after_times)
            {
                parts.push(value);
                (at, after_times, joined) = (next, false, false);
            } else if let Some(next) = self.role(at, Role::AndHalf).filter(|_| last.is_some()) {
                if let Some(last) = parts.last_mut() {
                    *last += 0.5 * if after_times { found.scale } else { 1.0 };
                }
                (at, joined) = (next, false);
            } else if let Some(next) = self
                .role(at, Role::And)
                .filter(|_| last.is_some() && !joined && (found.digits == 0 || after_times))
            {
                let follows = self.word(next, last, true, false).is_some()
                    || after_times && self.times(next).is_some();
                if !follows {
                    break;
                }
                (at, joined) = (next, true);
                continue;
            } else {
                break;
            }
            found.to = at;
            found.value = parts.iter().sum();
        }
        (!parts.is_empty()).then_some(found)
    }

    /// Returns the number word at an index, if it may follow the last part of a number.
    fn word(
        &self,
        at: usize,
        last: Option<f64>,
        joined: bool,
        behind_digits: bool,
    ) -> Option<(f64, usize)> {
        if behind_digits {
            return None;
        }
        let article = |at| {
            let (value, next) = self.article(at)?;
            (last.is_some()
                || self.role(next, Role::AndHalf).is_some()
                || self.times(next).is_some_and(|(times, _)| times >= 100.0))
            .then_some((value, next))
        };
        let (value, next) = self.number_word(at).or_else(|| article(at))?;
        let fits = match last {
            None => true,
            Some(last) => {
                (20.0..100.0).contains(&last)
                    && (last / 10.0).fract() == 0.0
                    && (1.0..10.0).contains(&value)
                    || last >= 1000.0 && value < 1000.0
                    || (100.0..1000.0).contains(&last) && value < 100.0
                    || last == 10.0 && value < 10.0 && self.tokens.is_glued(at)
                    || joined && last < 10.0 && (20.0..100.0).contains(&value)
            }
        };
        fits.then_some((value, next))
    }

    /// Returns the index after the point of an abbreviation such as "Mio.", if a currency follows.
    fn past_short(&self, at: usize, next: usize) -> usize {
        let is_short = self.tokens.word(at).len() <= 4 && next == at + 1;
        let goes_on =
            self.currency_word(next + 1).is_some() || self.role(next + 1, Role::Filler).is_some();
        if is_short && goes_on {
            self.past_point(next)
        } else {
            next
        }
    }

    /// Returns the number in digits at an index, with its marks. `None` for other things, such as
    /// 1.2.2027.
    pub(super) fn digits(&self, from: usize) -> Option<Number> {
        let first = self.tokens.digits(from)?;
        let mut groups = vec![first];
        let mut marks: Vec<char> = Vec::new();
        let mut to = from + 1;
        while groups.len() < 8 {
            let spaced = self.tokens.digits(to).filter(|next| {
                !self.tokens.is_glued(to)
                    && next.len() == 3
                    && !first.starts_with('0')
                    && first.len() <= 3
                    && marks.iter().all(|mark| *mark == ' ')
            });
            if let Some(next) = spaced {
                groups.push(next);
                marks.push(' ');
                to += 1;
                continue;
            }
            let Some(Class::Sign(mark @ ('.' | ',' | '\'' | '٫' | '٬' | '·'))) =
                self.tokens.class(to).filter(|_| self.tokens.is_glued(to))
            else {
                break;
            };
            let Some(next) = self.tokens.digits(to + 1) else {
                break;
            };
            // Cents after a comma and a space, before a currency.
            let cents = mark == ',' && next.len() == 2 && self.currency_word(to + 2).is_some();
            if !self.tokens.is_glued(to + 1) && !cents {
                break;
            }
            groups.push(next);
            marks.push(mark);
            to += 2;
        }
        let mut found = self.grouped(&groups, &marks)?;
        // "1.500,-" and "1.500,00" are the same.
        let dash = self.tokens.is_sign(to, ',') || self.tokens.is_sign(to, '.');
        if dash
            && self.tokens.is_glued(to)
            && self.tokens.is_sign(to + 1, '-')
            && self.tokens.is_glued(to + 1)
            && self.tokens.digits(to + 2).is_none()
        {
            to += 2 + usize::from(self.tokens.is_sign(to + 2, '-'));
        }
        found.to = to;
        Some(found)
    }

    fn grouped(&self, groups: &[&str], marks: &[char]) -> Option<Number> {
        let (first, rest) = groups.split_first()?;
        let (last, middle) = groups.split_last()?;
        let thousands = |groups: &[&str]| groups.iter().all(|group| group.len() == 3);
        let starts = !first.is_empty() && first.len() <= 3 && !first.starts_with('0');
        // As in India: 1,00,000.
        let lakhs = middle.iter().skip(1).all(|group| group.len() == 2)
            && middle.len() > 1
            && first.len() <= 2
            && last.len() == 3;
        let is_same = marks.windows(2).all(|pair| pair.first() == pair.last());
        let mark = marks.last().copied();
        let (whole, fraction) = match mark {
            None => (groups, ""),
            Some('٫') if marks.iter().filter(|mark| **mark == '٫').count() == 1 => {
                (middle, *last)
            }
            Some(_) if is_same && starts && (thousands(rest) || lakhs) => (groups, ""),
            Some(' ' | '٬' | '·') => return None,
            Some(mark) if marks.iter().filter(|other| **other == mark).count() == 1 => {
                (middle, *last)
            }
            Some(_) => return None,
        };
        let (_, tail) = whole.split_first()?;
        let is_grouped = tail.is_empty() || lakhs || thousands(tail);
        if !is_grouped || whole.concat().len() > 15 {
            return None;
        }
        let value = |whole: &[&str], fraction: &str| {
            decimal::number(&[&whole.concat(), ".", fraction, "0"].concat())
        };
        let is_decimal = !fraction.is_empty();
        let other = match marks {
            [mark @ ('.' | ',')] if !is_decimal && *mark == self.language.point => {
                value(middle, last)
            }
            _ => None,
        };
        Some(Number {
            value: value(whole, fraction)?,
            other,
            digits: first.len(),
            is_scaled: tail.len() + usize::from(is_decimal) > 0,
            scale: 1.0,
            to: 0,
        })
    }
}
