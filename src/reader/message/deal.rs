//! Recognition of the deal: the amount that is the budget, and the day or duration that is the
//! deadline.

use super::{
    ASK, BITS, DUE, FoundValue, HOURLY, MONTHLY, MUST, NOT, NOT_DUE, NOT_PAYS, PAST, PAYS, RATE,
    Reader, STRONG, WISH, is_unspaced,
};
use crate::engine::{Amount, Budget, Deadline};
use crate::reader::cues::Hit;
use crate::reader::money::{self, Per};
use crate::reader::senses::Role;
use crate::reader::time::{self, Moment, Sure};
use crate::reader::token::Class;

/// Maximum number of words in a note. Assumption.
const NOTE: usize = 20;

impl Reader<'_> {
    /// Reads the budget.
    pub(super) fn money(&mut self, amounts: &[money::Found], moments: &[time::Found]) {
        let mut best: Vec<(u32, &money::Found)> = Vec::new();
        let is_large = |found: &money::Found| !found.is_bare || found.number.scale >= 1000.0;
        let is_other = |found: &money::Found| {
            self.place(found.at).is_aside || self.sentence(found.at) & NOT_PAYS != 0
        };
        let counted = amounts
            .iter()
            .filter(|found| is_large(found) && !is_other(found));
        let count = counted.count();
        for found in amounts {
            let place = self.place(found.at);
            if place.is_aside || found.amount.per == Per::Other || found.amount.high <= 0.0 {
                continue;
            }
            // "4,000 left of 12,000".
            let mut before = self.hits_in(found.at.saturating_sub(4), found.at);
            if before.any(|hit| self.key(hit) == "left" && hit.to == found.at) {
                continue;
            }
            let (clause, sentence) = (self.clause(found.at), self.sentence(found.at));
            let is_label = self.is_label(found.start, PAYS);
            // "The rival's price is 3,200": the label belongs to something else.
            let is_others = |hit: &Hit| {
                self.key(hit) == "notBudget" && self.place(hit.from).clause == place.clause
            };
            let from = found.start.saturating_sub(6);
            let is_others = clause & NOT_PAYS != 0
                && (!is_label || self.hits_in(from, found.start).any(is_others));
            if is_others {
                continue;
            }
            // "Not more than" is said of nothing else, where money is meant.
            let is_limit = clause & NOT != 0 && found.amount.least;
            let is_large = is_large(found);
            let pays = if is_limit { PAYS } else { 0 };
            let (clause, sentence) = (clause | pays, sentence | pays);
            let is_alone =
                is_large && count == 1 && (self.is_alone(found.start, found.end) || self.is_note());
            if found.is_bare
                && !((sentence & PAYS != 0 || is_alone || is_large && found.amount.top)
                    && self.may_be_money(found, moments, is_label))
            {
                continue;
            }
            let weight = match () {
                () if is_label && self.text.tokens.is_sign(found.start.wrapping_sub(1), ':') => 6,
                // The word itself, rather than only "we have".
                () if clause & STRONG != 0 => 5,
                () if is_label => 3,
                () if clause & PAYS != 0 => 3,
                () if sentence & PAYS != 0 => 2,
                () if sentence & NOT_PAYS != 0 => continue,
                () if sentence & (ASK | HOURLY) != 0 || is_alone => 1,
                () if is_large && found.amount.top => 1,
                () => continue,
            };
            best.push((weight, found));
        }
        let Some(top) = best.iter().map(|(weight, _)| *weight).max() else {
            return;
        };
        best.retain(|(weight, _)| *weight == top || top == 3 && *weight == 2);
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
        let value = |found: &money::Found| (found.amount.low, found.amount.high, found.amount.per);
        let mut chosen = first;
        if let Some((_, other)) = best.iter().find(|(_, other)| value(other) != value(first)) {
            let between = self.hits.iter().any(|hit| {
                (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
            });
            let is_hour = other.amount.per == Per::Hour || first.amount.per == Per::Hour;
            if between {
                chosen = other;
            } else if !is_hour {
                let (start, end) = (first.start, other.end);
                return self.unclear("budget", "two-amounts", start, end);
            }
        }
        let amount = &chosen.amount;
        let near = self.sentence(chosen.at);
        let money = if amount.low < amount.high {
            Amount::Range {
                from: amount.low,
                to: amount.high,
            }
        } else {
            Amount::Exact(amount.high)
        };
        // "1,200 now and 200 a month later" is not 1,200 a month.
        let is_monthly = self.clause(chosen.at) & MONTHLY != 0
            && !amounts.iter().any(|other| {
                other.amount.per == Per::Month
                    && self.place(other.at).clause == self.place(chosen.at).clause
            });
        let budget = match amount.per {
            Per::Month => Budget::Monthly(money),
            Per::Hour => Budget::Hourly {
                rate: Some(amount.high),
                cap: None,
            },
            _ if near & RATE != 0 => Budget::Hourly {
                rate: Some(amount.high),
                cap: None,
            },
            _ if near & HOURLY != 0 => Budget::Hourly {
                rate: None,
                cap: Some(amount.high),
            },
            _ if is_monthly => Budget::Monthly(money),
            _ => Budget::Fixed(money),
        };
        let (start, end, currency) = (chosen.start, chosen.end, amount.currency.clone());
        // A share next to money does not replace it.
        self.read.found.retain(|found| found.field != "pay");
        self.deal.push(start);
        self.found(
            "budget",
            FoundValue::Budget { budget, currency },
            start,
            end,
        );
    }

    /// Returns `true` if a sentence consists of little more than these words.
    fn is_alone(&self, start: usize, end: usize) -> bool {
        let (from, to) = self.bounds(start);
        if to - from > 40 {
            return false;
        }
        let is_word = |at: &usize| self.text.tokens.class(*at) == Some(Class::Word);
        let words = (from..to).filter(|at| is_word(at) && !(start..end).contains(at));
        words.take(3).count() <= 2
    }

    /// Returns `true` if the message is a single short sentence with a wish, as somebody notes it during
    /// a call: "Landing page, 20,000, by 1 May".
    fn is_note(&self) -> bool {
        let tokens = &self.text.tokens;
        let is_word = |at: &usize| tokens.class(*at) == Some(Class::Word);
        let is_short = (0..tokens.all.len()).filter(is_word).nth(NOTE).is_none();
        let is_single = self.places.last().is_some_and(|place| place.sentence == 0);
        is_short && is_single && self.sentence(0) & WISH != 0
    }

    /// Returns `true` for a start date: "from 1 February".
    fn is_start(&self, at: usize) -> bool {
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
    fn may_be_money(&self, found: &money::Found, moments: &[time::Found], is_label: bool) -> bool {
        let tokens = &self.text.tokens;
        let first = moments.partition_point(|moment| moment.end <= found.at);
        let near = moments
            .iter()
            .skip(first)
            .take_while(|moment| moment.start < found.number.to);
        let mut near = near;
        if near.any(|moment| moment.sure > Sure::Weak) {
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
        if found.at > 0 && is_number(found.at - 1)
            || is_number(found.end)
            || joined(found.end) && is_number(found.end + 1)
            || tokens.is_sign(found.end, ':') && is_number(found.end + 1)
        {
            return false;
        }
        // "We have 15 employees" is not a label.
        let clause = self.place(found.at).clause;
        let mut near = self.hits_in(found.at.saturating_sub(12), found.at);
        let has = near.any(|hit| self.place(hit.from).clause == clause && self.key(hit) == "has");
        let is_year = number.digits == 4
            && !number.is_scaled
            && (1980.0..2050.0).contains(&number.value)
            && found.amount.low == found.amount.high
            && !found.amount.top
            && !found.amount.about;
        let is_large = number.scale >= 1000.0 || found.amount.high >= 100.0;
        // Counters exclude money.
        const COUNTERS: &str = "人名社件個枚頁店台年月日時点種回本冊室席校歳坪ペ";
        let next = tokens.word(found.end);
        let pays = || self.says_at(found.end, "budget") || self.says_at(found.end, "left");
        let is_paid = self.clause(found.at) & PAYS != 0 && !has && number.scale >= 1000.0;
        let counts = !is_paid
            && tokens.class(found.end) == Some(Class::Word)
            && self.text.mark_at(found.end).is_none()
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

    /// Reads the deadline.
    pub(super) fn date(&mut self, amounts: &[money::Found], moments: &[time::Found]) {
        let mut best: Vec<(i32, time::Found)> = Vec::new();
        let mut soon = None;
        let mut open = None;
        let mut back = None;
        let (mut range, mut is_weekly) = (None, false);
        let is_only = moments.len() == 1 && self.is_note();
        for (at, &found) in moments.iter().enumerate() {
            if self.place(found.start).is_aside {
                continue;
            }
            if found.is_back {
                back = back.or(Some(found));
                continue;
            }
            // "1 February to 31 July" ends with its end.
            let is_day = |found: &time::Found| matches!(found.moment, Moment::Day { .. });
            let leads = |next: &&time::Found| {
                (found.end..=found.end + 1).contains(&next.start)
                    && is_day(next)
                    && self.text.to_end(found.end, true).is_some()
            };
            // "Open from Tuesday to Sunday" recurs every week.
            let is_weekday = |found: &time::Found| {
                matches!(found.moment, Moment::Day { day, since } if day == since)
                    && found.sure == Sure::Some
            };
            if std::mem::take(&mut is_weekly) {
                continue;
            }
            if let Some(next) = moments.get(at + 1).filter(leads).filter(|_| is_day(&found)) {
                is_weekly = is_weekday(&found) && is_weekday(next);
                range = range.or(Some(found.start)).filter(|_| !is_weekly);
                continue;
            }
            let found = time::Found {
                start: range.take().unwrap_or(found.start),
                ..found
            };
            let (clause, sentence) = (
                self.clause(found.end - 1) | self.clause(found.start),
                self.sentence(found.start),
            );
            let is_label = self.is_label(found.start, DUE);
            match found.moment {
                Moment::Open => {
                    if is_label || found.end - found.start > 1 {
                        open = open.or(Some(found));
                    }
                    continue;
                }
                // "We pay half at once."
                Moment::Soon if clause & PAYS != 0 && clause & DUE == 0 => continue,
                Moment::Soon => {
                    let is_strong = is_label
                        || clause & DUE != 0
                        || sentence & (DUE | ASK) != 0
                        || found.end - found.start > 1;
                    soon = soon.or(is_strong.then_some(found));
                    continue;
                }
                Moment::Day { day, .. } if day < self.today => continue,
                _ => {}
            }
            let from = amounts.partition_point(|amount| amount.end <= found.start);
            let mut near = amounts
                .iter()
                .skip(from)
                .take_while(|amount| amount.at < found.end);
            let is_money =
                near.any(|amount| !amount.is_bare || sentence & PAYS != 0 && sentence & DUE == 0);
            if is_money && found.sure < Sure::Full
                || clause & NOT_DUE != 0 && !is_label
                || clause & PAST != 0
            {
                continue;
            }
            // "Not before April" is the start of a range.
            let denied = |hit: &Hit| self.key(hit) == "not" && hit.to == found.start;
            if self.text.role(found.start, Role::Before).is_some()
                && self
                    .hits_in(found.start.saturating_sub(4), found.start)
                    .any(denied)
            {
                continue;
            }
            // A day without a year that has just passed more likely means that one than the next.
            let has_year = (found.start..found.end).any(|at| self.text.year(at).is_some());
            let is_over = matches!(found.moment, Moment::Day { day, .. } if day - self.today > 320);
            if is_over && !has_year && !is_label && !found.is_limit {
                continue;
            }
            let is_length = matches!(found.moment, Moment::Length { .. });
            let weight = match found.sure {
                Sure::Full if is_length => 0,
                Sure::Full => 1,
                Sure::Some => 0,
                Sure::Weak => -2,
            };
            let near = match () {
                () if is_label => 6,
                () if sentence & (NOT | NOT_DUE | PAYS | NOT_PAYS) == 0
                    && found.sure == Sure::Full
                    && !self.is_start(found.start)
                    && self.is_alone(found.start, found.end) =>
                {
                    3
                }
                () if clause & DUE != 0 => 3,
                () if is_only && sentence & (NOT | NOT_DUE) == 0 && !self.is_start(found.start) => {
                    3
                }
                () if sentence & DUE != 0 => 2,
                () if sentence & ASK != 0 && sentence & NOT_DUE == 0 => {
                    1 + i32::from(sentence & WISH != 0 && found.is_limit)
                }
                () => 0,
            };
            let limit = i32::from(found.is_limit);
            let away = if sentence & NOT_DUE != 0 { -2 } else { 0 };
            let sum = weight + near + limit + away;
            if sum >= 3 || is_label {
                best.push((sum, found));
            }
        }
        // A restatement replaces the first date.
        let is_rather = |at: usize| {
            let from = self.hits.partition_point(|hit| hit.from + 3 < at);
            let mut near = self
                .hits
                .iter()
                .skip(from)
                .take_while(|hit| hit.from <= at + 1);
            near.any(|hit| self.key(hit) == "rather")
        };
        if let Some(chosen) = best
            .iter()
            .map(|(_, found)| *found)
            .find(|found| is_rather(found.start))
        {
            best = vec![(9, chosen)];
        }
        let Some(top) = best.iter().map(|(sum, _)| *sum).max() else {
            if let Some(found) = open {
                self.found(
                    "deadline",
                    FoundValue::Deadline {
                        deadline: Deadline::Open,
                        day: None,
                    },
                    found.start,
                    found.end,
                );
            } else if let Some(found) = soon {
                self.unclear("deadline", "no-date", found.start, found.end);
            }
            return;
        };
        best.retain(|(sum, _)| *sum == top || *sum + 1 == top && top < 6);
        let Some((_, first)) = best.first().copied() else {
            return;
        };
        let days = |found: &time::Found| found.moment.days(self.today);
        let mut chosen = first;
        if let Some((_, other)) = best
            .iter()
            .rev()
            .find(|(_, other)| days(other) != days(&first))
        {
            let is_rather = self.hits.iter().any(|hit| {
                (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
            });
            let (a, b) = (
                best.first().map_or(0, |(sum, _)| *sum),
                best.iter()
                    .rev()
                    .find(|(_, found)| days(found) == days(other))
                    .map_or(0, |(sum, _)| *sum),
            );
            if is_rather
                || b > a
                    && first.sure <= other.sure
                    && self.place(first.start).sentence != self.place(other.start).sentence
            {
                chosen = *other;
            } else if a <= b || self.place(first.start).sentence == self.place(other.start).sentence
            {
                let (start, end) = (first.start, other.end);
                return self.unclear("deadline", "two-dates", start, end);
            }
        }
        let Some(mut ahead) = chosen.moment.days(self.today) else {
            return;
        };
        let mut day = match chosen.moment {
            Moment::Day { day, .. } => Some(day),
            _ => None,
        };
        // "We open on 1 June. Two weeks earlier it should be online."
        let near = |found: &time::Found| {
            let sentence = self.place(chosen.start).sentence;
            (sentence..=sentence + 1).contains(&self.place(found.start).sentence)
                && found.start >= chosen.end
                && self.sentence(found.start) & (DUE | MUST) != 0
                && self.sentence(found.start) & NOT_DUE == 0
        };
        let end = self.bounds(self.bounds(chosen.end).1).1;
        let earlier = (chosen.end..end.min(chosen.end + 60)).find(|at| {
            self.text.role(*at, Role::Earlier).is_some()
                && self.sentence(*at) & (DUE | MUST) != 0
                && self.sentence(*at) & NOT_DUE == 0
                && self.place(*at).sentence > self.place(chosen.start).sentence
        });
        let back = back.filter(near);
        if let Some(at) = earlier.filter(|_| back.is_none()) {
            return self.unclear("deadline", "which-date", chosen.start, at + 1);
        }
        if let Some(found) = back {
            let earlier = found.moment.days(self.today).unwrap_or(0.0);
            if day.is_none() || earlier >= ahead {
                return self.unclear("deadline", "which-date", chosen.start, found.end);
            }
            ahead -= earlier;
            day = day.map(|day| day - earlier.ceil() as i64);
            chosen.end = found.end;
            self.deal.push(found.start);
        }
        self.deal.push(chosen.start);
        self.found(
            "deadline",
            FoundValue::Deadline {
                deadline: Deadline::within(ahead / 7.0),
                day,
            },
            chosen.start,
            chosen.end,
        );
    }
}
