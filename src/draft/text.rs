//! The text of a draft: kept word for word, written as another language does, and compared.

use super::{
    BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline, Separators, by_id, range,
};
use crate::decimal;
use crate::engine::Want;

impl Draft {
    /// What was typed about date and budget: kind, weeks and date, kind and amount.
    pub fn typed(&self) -> [String; 5] {
        let Draft {
            deadline, budget, ..
        } = self;
        [
            deadline.kind.map(DeadlineKind::id).unwrap_or_default(),
            &deadline.weeks,
            &deadline.date,
            budget.kind.map(BudgetKind::id).unwrap_or_default(),
            &budget.amount,
        ]
        .map(str::to_owned)
    }

    /// Puts back what was typed once ([`Draft::typed`]), a range or what nobody understood. A date
    /// comes back in any case, since its weeks pass; the rest where it still reads as the same brief:
    /// another language reads `1.500` otherwise.
    pub fn retyped(self, typed: [String; 5], separators: Separators, today: i64) -> Draft {
        let [deadline, weeks, date, budget, amount] = typed;
        let again = Draft {
            deadline: DraftDeadline {
                kind: by_id(&DeadlineKind::ALL, DeadlineKind::id, &deadline),
                weeks,
                date,
            },
            budget: DraftBudget {
                kind: by_id(&BudgetKind::ALL, BudgetKind::id, &budget),
                amount,
            },
            ..self.clone()
        };
        let (before, now) = (
            self.read(separators, today).0,
            again.read(separators, today).0,
        );
        let mut draft = self;
        if again.deadline.kind == Some(DeadlineKind::Date) || now.deadline == before.deadline {
            draft.deadline = again.deadline;
        }
        if now.budget == before.budget {
            draft.budget = again.budget;
        }
        draft
    }

    /// The draft as it is typed in another language: what stands between whole and fraction, and
    /// between thousands, is written otherwise, and everything else is as it was. It means the same.
    pub fn rewritten(&self, from: Separators, to: Separators) -> Draft {
        let sign = |sign: char| match sign {
            _ if sign == from.decimal => to.decimal,
            _ if sign == from.group => to.group,
            _ => sign,
        };
        let plainly = |value: f64| decimal::localized(value, to.decimal);
        let rewrite = |text: &mut String| {
            // What nobody understands stays as it was typed.
            let Some((low, high)) = range(text, from) else {
                return;
            };
            let is_same = |text: &String| range(text, to) == Some((low, high));
            let written: String = text.chars().map(sign).collect();
            if is_same(&written) {
                *text = written;
            } else if !is_same(text) {
                *text = if low == high {
                    plainly(low)
                } else {
                    [plainly(low), plainly(high)].join("–")
                };
            }
        };
        let mut draft = self.clone();
        draft
            .wishes
            .iter_mut()
            .for_each(|wish| rewrite(&mut wish.count));
        rewrite(&mut draft.deadline.weeks);
        rewrite(&mut draft.budget.amount);
        draft
    }

    /// The one text that is typed letter by letter and differs between two drafts, by its place among
    /// all such texts. None if anything else differs, or more than one.
    pub fn typed_in(&self, other: &Draft) -> Option<usize> {
        if self.without_text() != other.without_text() {
            return None;
        }
        let (ours, theirs) = (self.texts(), other.texts());
        let mut places = (0..ours.len()).filter(|&place| ours[place] != theirs[place]);
        let place = places.next()?;
        places.next().is_none().then_some(place)
    }

    /// What is typed letter by letter.
    fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for wish in &self.wishes {
            texts.push(&wish.count);
            if let Want::Sized { name, .. } | Want::Estimated { name, .. } = &wish.want {
                texts.push(name);
            }
        }
        texts.extend([
            self.deadline.weeks.as_str(),
            &self.deadline.date,
            &self.budget.amount,
        ]);
        texts
    }

    /// The draft without these.
    fn without_text(&self) -> Draft {
        let mut draft = self.clone();
        for wish in &mut draft.wishes {
            wish.count.clear();
            if let Want::Sized { name, .. } | Want::Estimated { name, .. } = &mut wish.want {
                name.clear();
            }
        }
        draft.deadline.weeks.clear();
        draft.deadline.date.clear();
        draft.budget.amount.clear();
        draft
    }
}
