//! Recognition of dates in digits: 2027-03-01, 1.3.27, 3/1, 3/1-27.

use super::day::Parts;
use crate::reader::text::Text;
use crate::reader::token::Class;

impl Text<'_> {
    /// Reads two or three numbers with the same separator.
    pub(super) fn numeric(&self, at: usize, parts: &mut Parts) -> Option<usize> {
        if parts.day.is_some() || parts.month.is_some() || parts.year.is_some() {
            return None;
        }
        let first = self.tokens.digits(at)?;
        if first.len() == 8 && first.starts_with("20") {
            let number = |from: usize, to: usize| first.get(from..to)?.parse::<i64>().ok();
            (parts.year, parts.month, parts.day) = (number(0, 4), number(4, 6), number(6, 8));
            return Some(at + 1);
        }
        let Some(Class::Sign(sign @ ('.' | '/' | '-'))) = self
            .tokens
            .class(at + 1)
            .filter(|_| self.tokens.is_glued(at + 1))
        else {
            return None;
        };
        // "15. 2. 2027" has spaces where others have none.
        let is_near = |at: usize| self.tokens.is_glued(at) || sign == '.';
        let second = self
            .tokens
            .digits(at + 2)
            .filter(|second| is_near(at + 2) && second.len() <= 2)?;
        let number = |digits: &str| digits.parse::<i64>().ok();
        let third = self.tokens.digits(at + 4).filter(|_| {
            self.tokens.is_sign(at + 3, sign) && self.tokens.is_glued(at + 3) && is_near(at + 4)
        });
        if let Some(third) = third.filter(|third| {
            third.len() == 2 || third.len() == 4 || first.len() == 4 && third.len() <= 2
        }) {
            if first.len() == 4 {
                (parts.year, parts.month, parts.day) =
                    (number(first), number(second), number(third));
            } else if first.len() <= 2 {
                let year = number(third)? + if third.len() == 2 { 2000 } else { 0 };
                parts.year = Some(year);
                self.ordered(number(first)?, number(second)?, sign, parts);
            } else {
                return None;
            }
            return Some(at + 5);
        }
        if sign == '/'
            && let Some(year) = self.year_behind_dash(at + 3)
        {
            parts.year = Some(year);
            self.ordered(number(first)?, number(second)?, sign, parts);
            return Some(at + 5);
        }
        // Two numbers: the second must not continue.
        let goes_on = self.tokens.digits(at + 4).is_some()
            && self.tokens.is_glued(at + 3)
            && self.tokens.is_glued(at + 4);
        if first.len() > 2 || goes_on || sign == '.' && !self.tokens.is_glued(at + 2) {
            return None;
        }
        self.ordered(number(first)?, number(second)?, sign, parts);
        parts.is_short = true;
        // The point behind "15.1."
        Some(if sign == '.' {
            self.past_point(at + 3)
        } else {
            at + 3
        })
    }

    /// Reads the year behind a dash, as in the Danish "1/5-27". Where the month comes first, nobody writes so; and in
    /// "1/5-6/5" another day follows.
    ///
    /// Assumption: a number of two digits from 20 to 59 is a year there, and no day.
    fn year_behind_dash(&self, at: usize) -> Option<i64> {
        let is_next =
            |at: usize, sign: char| self.tokens.is_sign(at, sign) && self.tokens.is_glued(at);
        let digits = self.tokens.digits(at + 1)?;
        let goes_on = ['/', '.', '-'].into_iter().any(|sign| {
            is_next(at + 2, sign)
                && self.tokens.digits(at + 3).is_some()
                && self.tokens.is_glued(at + 3)
        });
        if self.language.month_first
            || !is_next(at, '-')
            || !self.tokens.is_glued(at + 1)
            || goes_on
        {
            return None;
        }
        let year = digits.parse::<i64>().ok()?;
        match digits.len() {
            2 => (20..60).contains(&year).then_some(2000 + year),
            4 => (2000..2100).contains(&year).then_some(year),
            _ => None,
        }
    }

    /// Assigns day and month in the order of the language, or in the only one that is possible.
    fn ordered(&self, first: i64, second: i64, sign: char, parts: &mut Parts) {
        let month_first = self.language.month_first && sign != '.';
        let (day, month) = if first <= 12 && (month_first || second > 12) {
            (second, first)
        } else {
            (first, second)
        };
        (parts.day, parts.month) = (Some(day), Some(month));
        // In English this is ambiguous.
        parts.is_either = self.language.tag == "en"
            && sign != '.'
            && first != second
            && first <= 12
            && second <= 12;
    }
}
