//! Recognition of the budget among the amounts of a message.

use super::{
    ASK, BITS, Finding, FoundValue, HOURLY, MONTHLY, NOT, NOT_PAYS, PAYS, RATE, Reader, STRONG,
    WISH, is_unspaced,
};
use crate::engine::{Amount, Budget};
use crate::reader::cues::Hit;
use crate::reader::money::{FoundAmount, Per};
use crate::reader::senses::Role;
use crate::reader::time::{Certainty, FoundMoment};
use crate::reader::token::Class;

/// Maximum number of words in a note. Assumption.
const NOTE: usize = 20;

/// Returns `true` for an amount that is certainly money, such as one with tax, or in the thousands.
fn is_large(found: &FoundAmount) -> bool {
    let amount = &found.amount;
    let is_thousands = found.number.scale >= 1000.0 || amount.about && amount.high >= 1000.0;
    !found.is_bare || is_thousands || amount.tax.is_some()
}

impl Reader<'_> {
    /// Reads the budget.
    pub(super) fn read_budget(&mut self, amounts: &[FoundAmount], moments: &[FoundMoment]) {
        let is_other = |found: &FoundAmount| {
            self.position(found.at).is_aside || self.sentence(found.at) & NOT_PAYS != 0
        };
        let large = amounts.iter().filter(|found| is_large(found));
        let is_only = large.filter(|found| !is_other(found)).count() == 1;
        let score = |found| Some((self.budget_score(found, moments, is_only)?, found));
        let mut best: Vec<(u32, &FoundAmount)> = amounts.iter().filter_map(score).collect();
        let Some(top) = best.iter().map(|(score, _)| *score).max() else {
            return;
        };
        best.retain(|(score, _)| *score == top || top == 3 && *score == 2);
        // A price next to a monthly fee pays for the work.
        if best.iter().any(|(_, found)| found.amount.per == Per::Once) {
            best.retain(|(_, found)| found.amount.per != Per::Month);
        }
        // The price of a loaf is not a second budget.
        let most = best.iter().map(|(_, found)| found.amount.high);
        let most = most.fold(0.0, f64::max);
        best.retain(|(_, found)| found.amount.high * 20.0 > most);
        let Some((_, first)) = best.first().copied() else {
            return;
        };
        let value = |found: &FoundAmount| (found.amount.low, found.amount.high, found.amount.per);
        let mut chosen = first;
        if let Some((_, other)) = best.iter().find(|(_, other)| value(other) != value(first)) {
            let is_rather = self.hits.iter().any(|hit| {
                (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
            });
            let is_hour = other.amount.per == Per::Hour || first.amount.per == Per::Hour;
            if is_rather {
                chosen = other;
            } else if !is_hour {
                let choices = [first, other].map(|found| self.budget_value(found, amounts));
                let places = (first.start, other.end);
                return self.unclear(("budget", "two-amounts"), places, choices.to_vec());
            }
        }
        let value = self.budget_value(chosen, amounts);
        // A share next to money does not replace it.
        let is_share =
            |found: &Finding| matches!(found.value, FoundValue::Choice(_)) && found.field == "pay";
        self.read.found.retain(|found| !is_share(found));
        self.deal.push(chosen.start);
        self.found("budget", value, chosen.start, chosen.end);
    }

    /// Returns the score of an amount as the budget. `None` if it is money for something else, or if
    /// too little suggests that it is not. `is_only` is true if there is only one large amount.
    fn budget_score(
        &self,
        found: &FoundAmount,
        moments: &[FoundMoment],
        is_only: bool,
    ) -> Option<u32> {
        let position = self.position(found.at);
        if position.is_aside || found.amount.per == Per::Other || found.amount.high <= 0.0 {
            return None;
        }
        // "4,000 left of 12,000".
        let mut before = self.hits_in(found.at.saturating_sub(4), found.at);
        if before.any(|hit| self.key(hit) == "left" && hit.to == found.at) {
            return None;
        }
        let (clause, sentence) = (self.clause(found.at), self.sentence(found.at));
        let is_label = self.is_label(found.start, PAYS);
        // "The rival's price is 3,200": the label belongs to something else.
        let is_others = |hit: &Hit| {
            self.key(hit) == "notBudget" && self.position(hit.from).clause == position.clause
        };
        let from = found.start.saturating_sub(6);
        if clause & NOT_PAYS != 0 && (!is_label || self.hits_in(from, found.start).any(is_others)) {
            return None;
        }
        // "Not more than" is said of nothing else, where money is meant.
        let is_limit = clause & NOT != 0 && found.amount.least;
        let pays = if is_limit { PAYS } else { 0 };
        let (clause, sentence) = (clause | pays, sentence | pays);
        let is_large_limit = is_large(found) && found.amount.top;
        let is_alone = is_only
            && is_large(found)
            && (self.is_alone(found.start, found.end)
                || self.is_clause(found.start, found.end)
                || self.is_note());
        let is_meant = sentence & PAYS != 0 || is_alone || is_large_limit;
        if found.is_bare && !(is_meant && self.may_be_money(found, moments, is_label)) {
            return None;
        }
        if is_label && self.text.tokens.is_sign(found.start.wrapping_sub(1), ':') {
            Some(6)
        } else if clause & STRONG != 0 {
            // The word itself, rather than only "we have".
            Some(5)
        } else if is_label || clause & PAYS != 0 {
            Some(3)
        } else if sentence & PAYS != 0 {
            Some(2)
        } else if sentence & NOT_PAYS != 0 {
            None
        } else {
            let is_asked = sentence & (ASK | HOURLY) != 0;
            (is_asked || is_alone || is_large_limit).then_some(1)
        }
    }

    /// Returns an amount as a budget.
    fn budget_value(&self, found: &FoundAmount, amounts: &[FoundAmount]) -> FoundValue {
        FoundValue::Budget {
            budget: self.deal_of(found, amounts),
            currency: found.amount.currency.clone(),
        }
    }

    /// Returns the deal of an amount, from the words around it.
    fn deal_of(&self, found: &FoundAmount, amounts: &[FoundAmount]) -> Budget {
        let tax = found.amount.tax;
        let factor = tax.and_then(|tax| self.shop.terms.quoted_factor(tax));
        let quoted = |amount: f64| amount * factor.unwrap_or(1.0);
        let (low, high) = (quoted(found.amount.low), quoted(found.amount.high));
        let money = if low < high {
            Amount::Range {
                from: low,
                to: high,
            }
        } else {
            Amount::Exact(high)
        };
        // "1,200 now and 200 a month later" is not 1,200 a month.
        let is_monthly = self.clause(found.at) & MONTHLY != 0
            && !amounts.iter().any(|other| {
                other.amount.per == Per::Month
                    && self.position(other.at).clause == self.position(found.at).clause
            });
        let near = self.sentence(found.at);
        match found.amount.per {
            Per::Month => Budget::Monthly(money),
            Per::Hour => Budget::Hourly {
                rate: Some(high),
                cap: None,
            },
            _ if near & RATE != 0 => Budget::Hourly {
                rate: Some(high),
                cap: None,
            },
            _ if near & HOURLY != 0 => Budget::Hourly {
                rate: None,
                cap: Some(high),
            },
            _ if is_monthly => Budget::Monthly(money),
            _ => Budget::Fixed(money),
        }
    }

    /// Returns `true` if a sentence consists of little more than these words.
    pub(super) fn is_alone(&self, start: usize, end: usize) -> bool {
        let (from, to) = self.bounds(start);
        if to - from > 40 {
            return false;
        }
        let is_word = |at: &usize| self.text.tokens.class(*at) == Some(Class::Word);
        let words = (from..to).filter(|at| is_word(at) && !(start..end).contains(at));
        words.take(3).count() <= 2
    }

    /// Returns `true` if a clause consists of these words: "Around 4k, …".
    pub(super) fn is_clause(&self, start: usize, end: usize) -> bool {
        let clause = self.position(start).clause;
        let is_other = |at: usize| {
            self.position(at).clause == clause
                && matches!(
                    self.text.tokens.class(at),
                    Some(Class::Word | Class::Digits)
                )
        };
        !(start > 0 && is_other(start - 1) || is_other(end))
    }

    /// Returns `true` if the message is a single short sentence with a wish, as somebody notes it during
    /// a call: "Landing page, 20,000, by 1 May".
    pub(super) fn is_note(&self) -> bool {
        let tokens = &self.text.tokens;
        let is_word = |at: &usize| tokens.class(*at) == Some(Class::Word);
        let is_short = (0..tokens.all.len()).filter(is_word).nth(NOTE).is_none();
        let is_single = self
            .positions
            .last()
            .is_some_and(|position| position.sentence == 0);
        is_short && is_single && self.sentence(0) & WISH != 0
    }

    /// Returns `true` for a start date: "from 1 February".
    pub(super) fn is_start(&self, at: usize) -> bool {
        let text = &self.text;
        text.before(at)
            .is_some_and(|before| text.role(before, Role::After).is_some())
            || text.role(at, Role::After).is_some() && text.role(at, Role::By).is_none()
    }

    /// Returns `true` if a phrase of this kind immediately precedes a position, apart from a colon.
    pub(super) fn is_label(&self, at: usize, bit: u32) -> bool {
        let Some((name, _)) = BITS.iter().find(|(_, known)| *known == bit) else {
            return false;
        };
        let from = self.hits.partition_point(|hit| hit.from + 12 < at);
        let near = self.hits.iter().skip(from).take_while(|hit| hit.from < at);
        let says_nothing = |at: usize| {
            const SMALL: [Role; 8] = [
                Role::Filler,
                Role::The,
                Role::Between,
                Role::By,
                Role::Within,
                Role::About,
                Role::Top,
                Role::Before,
            ];
            let is_sign = matches!(
                self.text.tokens.class(at),
                Some(Class::Sign(':' | '-' | '=' | '?') | Class::Break)
            );
            is_sign || self.text.any(at, &SMALL).is_some()
        };
        let ends_label = |at: usize| {
            matches!(
                self.text.tokens.class(at),
                Some(Class::Sign(':' | '?') | Class::Break)
            )
        };
        near.filter(|hit| self.key(hit) == *name).any(|hit| {
            hit.to <= at
                && (hit.to..at).all(says_nothing)
                && (hit.to + 1 >= at || (hit.to..at).any(ends_label))
        })
    }

    /// Returns `true` if a number without a currency may be an amount of money.
    fn may_be_money(&self, found: &FoundAmount, moments: &[FoundMoment], is_label: bool) -> bool {
        let tokens = &self.text.tokens;
        let first = moments.partition_point(|moment| moment.end <= found.at);
        let near = moments
            .iter()
            .skip(first)
            .take_while(|moment| moment.start < found.number.to);
        let mut near = near;
        if near.any(|moment| moment.certainty > Certainty::Weak) {
            return false;
        }
        let number = &found.number;
        // "One" and "two" usually count other things.
        if number.digits == 0 && found.amount.high < 100.0 {
            return false;
        }
        let is_number = |at: usize| tokens.digits(at).is_some();
        let joined = |at: usize| tokens.is_sign(at, '-') || tokens.is_sign(at, '/');
        // A telephone number, a date, an hour.
        let before = found.start.wrapping_sub(1);
        let digits = tokens.digits(found.at).unwrap_or_default();
        if digits.len() > 1 && digits.starts_with('0')
            || digits.len() >= 7 && !digits.ends_with("000")
            || joined(before) && is_number(before.wrapping_sub(1))
            || found.at > 0 && is_number(found.at - 1)
            || is_number(found.end)
            || joined(found.end) && is_number(found.end + 1)
            || tokens.is_sign(found.end, ':') && is_number(found.end + 1)
        {
            return false;
        }
        // "We have 15 employees" is not a label.
        let clause = self.position(found.at).clause;
        let mut near = self.hits_in(found.at.saturating_sub(12), found.at);
        let has =
            near.any(|hit| self.position(hit.from).clause == clause && self.key(hit) == "has");
        let is_year = number.digits == 4
            && !number.is_scaled
            && (1980.0..2050.0).contains(&number.value)
            && found.amount.low == found.amount.high
            && !found.amount.top
            && !found.amount.about;
        // Fees by the month may be small.
        let is_large =
            number.scale >= 1000.0 || found.amount.high >= 100.0 || found.amount.per == Per::Month;
        // Counters exclude money.
        const COUNTERS: &str = "人名社件個枚頁店台年月日時点種回本冊室席校歳坪ペ";
        let next = tokens.word(found.end);
        let pays = || self.says_at(found.end, "budget") || self.says_at(found.end, "left");
        let is_paid = self.clause(found.at) & PAYS != 0 && !has && number.scale >= 1000.0;
        let counts = !is_paid
            && tokens.class(found.end) == Some(Class::Word)
            && (self.text.tag_at(found.end).is_none()
                || self.text.role(found.end, Role::Share).is_some())
            && if is_unspaced(next) {
                COUNTERS.contains(next)
            } else {
                next.len() > 3 && !pays()
            };
        if is_label && !has {
            return !(counts && found.amount.high < 100.0);
        }
        !is_year && is_large && !counts
    }
}
