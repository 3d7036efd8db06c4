//! Typed text of a draft: saved word for word, converted into another language, and compared.

use super::date::days;
use super::fields::{BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline};
use super::interpretation::{Due, Interpretation, Reading, Sum, ends};
use crate::calendar;
use crate::decimal;
use crate::engine::{Budget, CareKind, CountedFrom, Want};
use serde::Serialize;
use std::borrow::Cow;

/// Texts typed about date and budget, word for word. An empty text was not typed.
///
/// Its JSON is the list of its texts, in this order. A shorter list is from a former version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "[String; TypedText::COUNT]")]
pub struct TypedText {
    /// Name of the kind of deadline ([`DeadlineKind`]).
    pub deadline_kind: String,
    /// Words about the date, or number of weeks.
    pub weeks: String,
    /// Date.
    pub date: String,
    /// Name of the kind of deal ([`BudgetKind`]).
    pub budget_kind: String,
    /// Amount of money.
    pub amount: String,
    /// Price of an hour.
    pub rate: String,
    /// Hours of a gift.
    pub hours: String,
    /// Months of a gift.
    pub months: String,
    /// Name of the day from which weeks are counted ([`CountedFrom`]).
    pub counted_from: String,
}

impl TypedText {
    /// Number of texts.
    pub const COUNT: usize = 9;
}

impl From<[String; TypedText::COUNT]> for TypedText {
    fn from(texts: [String; TypedText::COUNT]) -> TypedText {
        let [
            deadline_kind,
            weeks,
            date,
            budget_kind,
            amount,
            rate,
            hours,
            months,
            counted_from,
        ] = texts;
        TypedText {
            deadline_kind,
            weeks,
            date,
            budget_kind,
            amount,
            rate,
            hours,
            months,
            counted_from,
        }
    }
}

impl From<TypedText> for [String; TypedText::COUNT] {
    fn from(typed: TypedText) -> [String; TypedText::COUNT] {
        [
            typed.deadline_kind,
            typed.weeks,
            typed.date,
            typed.budget_kind,
            typed.amount,
            typed.rate,
            typed.hours,
            typed.months,
            typed.counted_from,
        ]
    }
}

impl Draft {
    /// Returns the texts typed about date and budget. `day` is the date that the words about it
    /// meant, if any: next year they would mean another.
    pub fn typed(&self, day: Option<&str>) -> TypedText {
        let Draft {
            deadline, budget, ..
        } = self;
        let kind = deadline.kind.map(DeadlineKind::name);
        let deal = budget.kind.map(BudgetKind::name);
        TypedText {
            deadline_kind: kind.unwrap_or_default().to_owned(),
            weeks: deadline.text.clone(),
            date: day.unwrap_or(&deadline.date).to_owned(),
            budget_kind: deal.unwrap_or_default().to_owned(),
            amount: budget.amount.clone(),
            rate: budget.rate.clone(),
            hours: budget.hours.clone(),
            months: budget.months.clone(),
            counted_from: deadline.from.name().to_owned(),
        }
    }

    /// Restores texts typed earlier ([`Draft::typed`]), such as a range or something that was not
    /// understood. A date is always restored, because its weeks pass; the others only if they still
    /// read as the same brief: another language reads `1.500` differently.
    pub fn retyped(self, typed: TypedText, reading: Reading) -> Draft {
        let deadline = DraftDeadline {
            kind: DeadlineKind::from_name(&typed.deadline_kind),
            text: typed.weeks,
            from: CountedFrom::from_name(&typed.counted_from).unwrap_or(self.deadline.from),
            ..DraftDeadline::default()
        };
        let day = days(&typed.date).map(Due::Day);
        let deadline = match deadline.kind {
            // The same words may mean another day by now.
            Some(DeadlineKind::Text) if day.is_some() && Due::of(&deadline, reading) != day => {
                DraftDeadline::date(typed.date)
            }
            Some(DeadlineKind::Date) => DraftDeadline::date(typed.date),
            _ => deadline,
        };
        let again = Draft {
            deadline,
            budget: DraftBudget {
                kind: BudgetKind::from_name(&typed.budget_kind),
                amount: typed.amount,
                rate: typed.rate,
                hours: typed.hours,
                months: typed.months,
            },
            ..self.clone()
        };
        let (before, now) = (self.read(reading).0, again.read(reading).0);
        let mut draft = self;
        let is_date = again.deadline.kind == Some(DeadlineKind::Date)
            || matches!(Due::of(&again.deadline, reading), Some(Due::Day(_)));
        if is_date || now.deadline == before.deadline {
            draft.deadline = again.deadline;
        }
        // A former version read a range of a fixed price as its lower end.
        let lower = |budget: Budget| match budget.amount() {
            Some(amount) => budget.with_amount(amount),
            None => budget,
        };
        if now.budget == before.budget || now.budget.map(lower) == before.budget {
            draft.budget = again.budget;
        }
        draft
    }

    /// Returns the draft in another language. Text that means the same there is kept, except for
    /// its separators; other text is written anew from its meaning, and text that is not understood
    /// is kept.
    pub fn rewritten(&self, from: Reading, to: Reading) -> Draft {
        let plainly = |low: f64, high: f64| {
            let plainly = |value: f64| decimal::localized(value, to.language.point());
            if low < high {
                [plainly(low), plainly(high)].join("–")
            } else {
                plainly(low)
            }
        };
        let rewrite = |text: &mut String| {
            if let Some((low, high)) = ends(text, from) {
                let means = |text: &str| ends(text, to) == Some((low, high));
                *text = same(text, from, to, means).unwrap_or_else(|| plainly(low, high));
            }
        };
        let said = Interpretation::of(self, from);
        let mut draft = self.clone();
        for wish in &mut draft.wishes {
            rewrite(&mut wish.count);
        }
        let budget = &mut draft.budget;
        for text in [&mut budget.rate, &mut budget.hours, &mut budget.months] {
            rewrite(text);
        }
        if let Some(sum) = said.sum {
            let means = |text: &str| {
                let again = Sum::read(text, to);
                again.is_some_and(|again| Sum { other: None, ..sum } == again)
            };
            if let Some(same) = same(&budget.amount, from, to, means) {
                budget.amount = same;
            } else {
                budget.amount = plainly(sum.low, sum.high);
                if sum.kind.is_some() {
                    budget.kind = sum.kind;
                }
                if sum.kind == Some(BudgetKind::Hourly) {
                    budget.rate = std::mem::take(&mut budget.amount);
                }
            }
        }
        match (self.deadline.kind, said.when) {
            (Some(DeadlineKind::Weeks), Some(_)) => rewrite(&mut draft.deadline.text),
            (Some(DeadlineKind::Text), Some(when)) => {
                let means = |text: &str| Due::read(text, to) == Some(when);
                draft.deadline = match same(&self.deadline.text, from, to, means) {
                    Some(same) => self.deadline.typed(same),
                    None => match when {
                        Due::Weeks { low, high } => self.deadline.weeks(plainly(low, high)),
                        Due::Day(day) => DraftDeadline::date(calendar::to_iso(day)),
                        Due::Soon | Due::Open => DraftDeadline::open(),
                        Due::Unknown => DraftDeadline::default(),
                    },
                };
            }
            _ => {}
        }
        draft
    }

    /// Returns the index of the only typed text or number in which two drafts differ. `None` if
    /// anything else differs, or more than one.
    pub fn typed_in(&self, other: &Draft) -> Option<usize> {
        if self.without_text() != other.without_text() {
            return None;
        }
        let (ours, theirs) = (self.texts(), other.texts());
        let mut differ = ours
            .iter()
            .zip(&theirs)
            .enumerate()
            .filter(|(_, (ours, theirs))| ours != theirs);
        let (place, _) = differ.next()?;
        differ.next().is_none().then_some(place)
    }

    /// Lists the fields that are typed character by character: texts, and numbers that are kept as
    /// text.
    fn texts(&self) -> Vec<Cow<'_, str>> {
        let mut texts: Vec<&str> = Vec::new();
        for wish in &self.wishes {
            texts.extend([&wish.count, &wish.like].map(String::as_str));
            if let Want::Sized { name, .. } | Want::Estimated { name, .. } = &wish.want {
                texts.push(name);
            }
        }
        let DraftBudget {
            amount,
            rate,
            hours,
            months,
            ..
        } = &self.budget;
        let DraftDeadline { text, date, .. } = &self.deadline;
        texts.extend([text, date, amount, rate, hours, months].map(String::as_str));
        let typed = |value: Option<f64>| value.map_or_else(String::new, decimal::text).into();
        let mut all: Vec<Cow<str>> = texts.into_iter().map(Cow::from).collect();
        for wish in &self.wishes {
            let costs = wish.costs.unwrap_or_default();
            all.extend([wish.least_weeks, Some(costs.once), Some(costs.monthly)].map(typed));
        }
        all.extend(CareKind::ALL.map(|kind| typed(self.care[kind].hours)));
        let so_far = self.so_far.unwrap_or_default();
        let so_far = [so_far.hours, so_far.paid, so_far.done].map(|part| typed(Some(part)));
        all.extend(so_far);
        all.push(typed(self.ours.bid_hours));
        all
    }

    /// Returns the draft without these.
    fn without_text(&self) -> Draft {
        let mut draft = self.clone();
        for wish in &mut draft.wishes {
            wish.count.clear();
            wish.like.clear();
            if let Want::Sized { name, .. } | Want::Estimated { name, .. } = &mut wish.want {
                name.clear();
            }
        }
        for wish in &mut draft.wishes {
            (wish.least_weeks, wish.costs) = (None, None);
        }
        for kind in CareKind::ALL {
            draft.care[kind].hours = None;
        }
        draft.so_far = None;
        draft.ours.bid_hours = None;
        // The first character of an answer makes it one.
        if draft.deadline.kind == Some(DeadlineKind::Text) {
            draft.deadline.kind = None;
        }
        draft.deadline.text.clear();
        draft.deadline.date.clear();
        draft.budget = DraftBudget {
            kind: draft.budget.kind,
            ..DraftBudget::default()
        };
        draft
    }
}

/// Returns a text with the separators of another language, or unchanged, whichever has the same
/// meaning there.
fn same(text: &str, from: Reading, to: Reading, means: impl Fn(&str) -> bool) -> Option<String> {
    let is_sign = |at: usize| matches!(text.as_bytes().get(at), Some(b'.' | b','));
    let other = |(at, sign): (usize, char)| match sign {
        // Consecutive dots lead to the upper end of a range.
        _ if is_sign(at + 1) || is_sign(at.wrapping_sub(1)) => sign,
        '.' => ',',
        ',' => '.',
        sign => sign,
    };
    let is_other = from.language.point() != to.language.point();
    let swapped: String = text.char_indices().map(other).collect();
    [swapped, text.to_owned()]
        .into_iter()
        .skip(usize::from(!is_other))
        .find(|text| means(text))
}
