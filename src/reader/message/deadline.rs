//! Recognition of the deadline among the days and durations of a message.

use super::{ASK, DUE, FoundValue, MUST, NOT, NOT_DUE, NOT_PAYS, PAST, PAYS, Reader, WISH};
use crate::engine::Deadline;
use crate::reader::cues::Hit;
use crate::reader::money::FoundAmount;
use crate::reader::senses::Role;
use crate::reader::time::{Certainty, FoundMoment, Moment};

/// Least score of a date that counts as the deadline without being labelled.
const LEAST_SCORE: i32 = 3;

/// Score of a date that is labelled as the deadline.
const LABELLED: i32 = 6;

/// Moments that may be the deadline.
#[derive(Default)]
struct Candidates {
    /// Days and durations with their scores.
    dates: Vec<(i32, FoundMoment)>,
    /// First statement that it is urgent.
    soon: Option<FoundMoment>,
    /// First statement that there is no deadline.
    open: Option<FoundMoment>,
    /// First duration before another day: "two weeks earlier".
    earlier: Option<FoundMoment>,
}

fn is_day(found: &FoundMoment) -> bool {
    matches!(found.moment, Moment::Day { .. })
}

/// Returns `true` for a day of the week without a date.
fn is_weekday(found: &FoundMoment) -> bool {
    matches!(found.moment, Moment::Day { day, since } if day == since)
        && found.certainty == Certainty::Partial
}

impl Reader<'_> {
    /// Reads the deadline.
    pub(super) fn read_deadline(&mut self, amounts: &[FoundAmount], moments: &[FoundMoment]) {
        let Candidates {
            mut dates,
            soon,
            open,
            earlier,
        } = self.deadline_candidates(amounts, moments);
        // A restatement replaces the first date.
        if let Some(&(_, restated)) = dates.iter().find(|(_, found)| self.is_restated(found)) {
            dates = vec![(LABELLED, restated)];
        }
        let top = dates.iter().map(|(score, _)| *score).max();
        dates.retain(|(score, _)| {
            top == Some(*score) || top == Some(*score + 1) && top < Some(LABELLED)
        });
        let Some(&(score, first)) = dates.first() else {
            if let Some(found) = open {
                self.found_deadline(Deadline::Open, None, found.start, found.end);
            } else if let Some(found) = soon {
                self.unclear(
                    ("deadline", "no-date"),
                    (found.start, found.end),
                    Vec::new(),
                );
            }
            return;
        };
        let days = |found: &FoundMoment| found.moment.days(self.today);
        let other = dates.iter().rfind(|(_, other)| days(other) != days(&first));
        let chosen = match other {
            Some(&(other_score, other)) => {
                let is_same_sentence =
                    self.position(first.start).sentence == self.position(other.start).sentence;
                let is_rather = self.hits.iter().any(|hit| {
                    (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
                });
                let is_better =
                    other_score > score && first.certainty <= other.certainty && !is_same_sentence;
                if is_rather || is_better {
                    other
                } else if score <= other_score || is_same_sentence {
                    let choices = [first, other].map(|found| self.deadline_value(&found));
                    let choices = choices.into_iter().flatten().collect();
                    let places = (first.start, other.end);
                    return self.unclear(("deadline", "two-dates"), places, choices);
                } else {
                    first
                }
            }
            None => first,
        };
        self.set_deadline(chosen, earlier);
    }

    /// Collects the moments that may be the deadline.
    fn deadline_candidates(&self, amounts: &[FoundAmount], moments: &[FoundMoment]) -> Candidates {
        let mut candidates = Candidates::default();
        let (mut range, mut is_weekly) = (None, false);
        let is_only = moments.len() == 1 && self.is_note();
        for (at, &found) in moments.iter().enumerate() {
            if self.position(found.start).is_aside {
                continue;
            }
            if found.is_back {
                candidates.earlier = candidates.earlier.or(Some(found));
                continue;
            }
            if std::mem::take(&mut is_weekly) {
                continue;
            }
            // "1 February to 31 July" ends with its end.
            let leads = |next: &&FoundMoment| {
                (found.end..=found.end + 1).contains(&next.start)
                    && is_day(&found)
                    && is_day(next)
                    && self.text.to_end(found.end, true).is_some()
            };
            if let Some(next) = moments.get(at + 1).filter(leads) {
                // "Open from Tuesday to Sunday" recurs every week.
                is_weekly = is_weekday(&found) && is_weekday(next);
                range = range.or(Some(found.start)).filter(|_| !is_weekly);
                continue;
            }
            let found = FoundMoment {
                start: range.take().unwrap_or(found.start),
                ..found
            };
            let is_phrase = found.end - found.start > 1;
            let is_label = self.is_label(found.start, DUE);
            match found.moment {
                Moment::Open if is_label || is_phrase => {
                    candidates.open = candidates.open.or(Some(found));
                }
                Moment::Soon => {
                    let clause = self.clauses(&found);
                    // "We pay half at once."
                    let is_payment = clause & PAYS != 0 && clause & DUE == 0;
                    let is_asked = (clause | self.sentence(found.start)) & DUE != 0
                        || self.sentence(found.start) & ASK != 0;
                    let is_clause = self.is_clause(found.start, found.end);
                    if !is_payment && (is_label || is_asked || is_phrase || is_clause) {
                        candidates.soon = candidates.soon.or(Some(found));
                    }
                }
                Moment::Open => {}
                Moment::Day { day, .. } if day < self.today => {}
                _ => {
                    let score = self.deadline_score(&found, amounts, is_only);
                    candidates.dates.extend(score.map(|score| (score, found)));
                }
            }
        }
        candidates
    }

    /// Returns the meanings in the clauses of a moment.
    fn clauses(&self, found: &FoundMoment) -> u32 {
        self.clause(found.end - 1) | self.clause(found.start)
    }

    /// Returns the score of a day or duration as the deadline. `None` if it is the date of something
    /// else, or if too little suggests that it is not.
    fn deadline_score(
        &self,
        found: &FoundMoment,
        amounts: &[FoundAmount],
        is_only: bool,
    ) -> Option<i32> {
        let (clause, sentence) = (self.clauses(found), self.sentence(found.start));
        let is_label = self.is_label(found.start, DUE);
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
            return None;
        }
        // "Not before April" is the start of a range.
        let denied = |hit: &Hit| self.key(hit) == "not" && hit.to == found.start;
        let mut before = self.hits_in(found.start.saturating_sub(4), found.start);
        let is_denied = self.text.role(found.start, Role::Before).is_some() && before.any(denied);
        let is_not_before = |at: usize| self.text.role(at, Role::NotBefore).is_some();
        let before = self.text.longest_before(found.start);
        if is_denied || is_not_before(found.end) || before.is_some_and(is_not_before) {
            return None;
        }
        // A day without a year that has just passed more likely means that one than the next.
        let has_year = (found.start..found.end).any(|at| self.text.year(at).is_some());
        let is_over = matches!(found.moment, Moment::Day { day, .. } if day - self.today > 320);
        if is_over && !has_year && !is_label && !found.is_limit {
            return None;
        }
        let is_length = matches!(found.moment, Moment::Length { .. });
        // "A photographer for two days" is an amount of work.
        let lasts = |hit: &Hit| self.key(hit) == "lasts" && hit.to >= found.start;
        let mut near = self.hits_in(found.start.saturating_sub(2), found.end + 1);
        if is_length && !is_label && near.any(lasts) {
            return None;
        }
        let weight = match found.certainty {
            Certainty::Full if is_length => 0,
            Certainty::Full => 1,
            Certainty::Partial => 0,
            Certainty::Weak => -2,
        };
        let is_sentence_of_its_own = sentence & (NOT | NOT_DUE | PAYS | NOT_PAYS) == 0
            && found.certainty == Certainty::Full
            && !self.is_start(found.start)
            && self.is_alone(found.start, found.end);
        let is_only =
            is_only && clause & NOT == 0 && sentence & NOT_DUE == 0 && !self.is_start(found.start);
        let context = if is_label {
            LABELLED
        } else if is_sentence_of_its_own || clause & DUE != 0 || is_only {
            3
        } else if sentence & DUE != 0 {
            2
        } else if sentence & ASK != 0 && sentence & NOT_DUE == 0 {
            1 + i32::from(sentence & WISH != 0 && found.is_limit)
        } else {
            0
        };
        let limit = i32::from(found.is_limit);
        let other = if sentence & NOT_DUE != 0 { -2 } else { 0 };
        let score = weight + context + limit + other;
        (score >= LEAST_SCORE || is_label).then_some(score)
    }

    /// Returns a moment as a deadline, if it has a date.
    fn deadline_value(&self, found: &FoundMoment) -> Option<FoundValue> {
        let ahead = found.moment.days(self.today)?;
        let day = match found.moment {
            Moment::Day { day, .. } => Some(day),
            _ => None,
        };
        Some(FoundValue::Deadline {
            deadline: Deadline::within(ahead / 7.0),
            day,
        })
    }

    /// Returns `true` if a moment restates an earlier one: "or rather".
    fn is_restated(&self, found: &FoundMoment) -> bool {
        let from = self.hits.partition_point(|hit| hit.from + 3 < found.start);
        let mut near = self
            .hits
            .iter()
            .skip(from)
            .take_while(|hit| hit.from <= found.start + 1);
        near.any(|hit| self.key(hit) == "rather")
    }

    /// Records a moment as the deadline, less the duration before it that is needed, if any.
    fn set_deadline(&mut self, mut chosen: FoundMoment, earlier: Option<FoundMoment>) {
        let Some(mut ahead) = chosen.moment.days(self.today) else {
            return;
        };
        let mut day = match chosen.moment {
            Moment::Day { day, .. } => Some(day),
            _ => None,
        };
        // "We open on 1 June. Two weeks earlier it should be online."
        let is_due =
            |at: usize| self.sentence(at) & (DUE | MUST) != 0 && self.sentence(at) & NOT_DUE == 0;
        let sentence = self.position(chosen.start).sentence;
        let earlier = earlier.filter(|found| {
            (sentence..=sentence + 1).contains(&self.position(found.start).sentence)
                && found.start >= chosen.end
                && is_due(found.start)
        });
        if let Some(earlier) = earlier {
            let days = earlier.moment.days(self.today).unwrap_or(0.0);
            if day.is_none() || days >= ahead {
                let places = (chosen.start, earlier.end);
                return self.unclear(("deadline", "which-date"), places, Vec::new());
            }
            ahead -= days;
            day = day.map(|day| day - days.ceil() as i64);
            chosen.end = earlier.end;
            self.deal.push(earlier.start);
        } else {
            let end = self.bounds(self.bounds(chosen.end).1).1;
            let unknown = (chosen.end..end.min(chosen.end + 60)).find(|at| {
                self.text.role(*at, Role::Earlier).is_some()
                    && is_due(*at)
                    && self.position(*at).sentence > sentence
            });
            if let Some(at) = unknown {
                let places = (chosen.start, at + 1);
                return self.unclear(("deadline", "which-date"), places, Vec::new());
            }
        }
        self.deal.push(chosen.start);
        let deadline = Deadline::within(ahead / 7.0);
        self.found_deadline(deadline, day, chosen.start, chosen.end);
    }

    fn found_deadline(&mut self, deadline: Deadline, day: Option<i64>, start: usize, end: usize) {
        let value = FoundValue::Deadline { deadline, day };
        self.found("deadline", value, start, end);
    }
}
