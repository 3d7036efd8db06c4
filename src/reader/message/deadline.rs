//! Recognition of the deadline among the days and durations of a message.

use super::{ASK, DUE, FoundValue, MUST, NOT, NOT_DUE, NOT_PAYS, PAST, PAYS, Reader, WISH};
use crate::engine::Deadline;
use crate::reader::cues::Hit;
use crate::reader::money;
use crate::reader::senses::Role;
use crate::reader::time::{self, Certainty, Moment};

impl Reader<'_> {
    /// Reads the deadline.
    pub(super) fn date(&mut self, amounts: &[money::FoundAmount], moments: &[time::FoundMoment]) {
        let mut best: Vec<(i32, time::FoundMoment)> = Vec::new();
        let mut soon = None;
        let mut open = None;
        let mut back = None;
        let (mut range, mut is_weekly) = (None, false);
        let is_only = moments.len() == 1 && self.is_note();
        for (at, &found) in moments.iter().enumerate() {
            if self.position(found.start).is_aside {
                continue;
            }
            if found.is_back {
                back = back.or(Some(found));
                continue;
            }
            // "1 February to 31 July" ends with its end.
            let is_day = |found: &time::FoundMoment| matches!(found.moment, Moment::Day { .. });
            let leads = |next: &&time::FoundMoment| {
                (found.end..=found.end + 1).contains(&next.start)
                    && is_day(next)
                    && self.text.to_end(found.end, true).is_some()
            };
            // "Open from Tuesday to Sunday" recurs every week.
            let is_weekday = |found: &time::FoundMoment| {
                matches!(found.moment, Moment::Day { day, since } if day == since)
                    && found.certainty == Certainty::Partial
            };
            if std::mem::take(&mut is_weekly) {
                continue;
            }
            if let Some(next) = moments.get(at + 1).filter(leads).filter(|_| is_day(&found)) {
                is_weekly = is_weekday(&found) && is_weekday(next);
                range = range.or(Some(found.start)).filter(|_| !is_weekly);
                continue;
            }
            let found = time::FoundMoment {
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
            if is_money && found.certainty < Certainty::Full
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
            let weight = match found.certainty {
                Certainty::Full if is_length => 0,
                Certainty::Full => 1,
                Certainty::Partial => 0,
                Certainty::Weak => -2,
            };
            let near = match () {
                () if is_label => 6,
                () if sentence & (NOT | NOT_DUE | PAYS | NOT_PAYS) == 0
                    && found.certainty == Certainty::Full
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
        let days = |found: &time::FoundMoment| found.moment.days(self.today);
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
                    && first.certainty <= other.certainty
                    && self.position(first.start).sentence != self.position(other.start).sentence
            {
                chosen = *other;
            } else if a <= b
                || self.position(first.start).sentence == self.position(other.start).sentence
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
        let near = |found: &time::FoundMoment| {
            let sentence = self.position(chosen.start).sentence;
            (sentence..=sentence + 1).contains(&self.position(found.start).sentence)
                && found.start >= chosen.end
                && self.sentence(found.start) & (DUE | MUST) != 0
                && self.sentence(found.start) & NOT_DUE == 0
        };
        let end = self.bounds(self.bounds(chosen.end).1).1;
        let earlier = (chosen.end..end.min(chosen.end + 60)).find(|at| {
            self.text.role(*at, Role::Earlier).is_some()
                && self.sentence(*at) & (DUE | MUST) != 0
                && self.sentence(*at) & NOT_DUE == 0
                && self.position(*at).sentence > self.position(chosen.start).sentence
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
