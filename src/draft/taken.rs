//! Single answers, copied from one draft into another: from a message, or to undo that.

use super::fields::{Draft, DraftWish};
use crate::engine::{CareKind, Topic, Want};

impl Draft {
    /// Copies the answer to one field from another draft, even if it is empty. The field is named
    /// as by the reader of messages, such as `care/hosting`; wishes are not copied this way,
    /// because they are independent of each other.
    ///
    /// ```
    /// # use takeon::draft::{Draft, DraftDeadline};
    /// let mut said = Draft::default();
    /// said.deadline = DraftDeadline::open();
    /// let mut draft = Draft::default();
    /// draft.take("deadline", &said);
    /// assert_eq!(draft, said);
    /// ```
    pub fn take(&mut self, field: &str, from: &Draft) {
        let (group, name) = field.split_once('/').unwrap_or((field, ""));
        match group {
            "budget" => self.budget.clone_from(&from.budget),
            "deadline" => self.deadline.clone_from(&from.deadline),
            "purpose" => self.purpose.clone_from(&from.purpose),
            "existing" => self.existing = from.existing,
            "relationship" => self.relationship = from.relationship,
            "costs" => self.costs = from.costs,
            "pay" => self.pay = from.pay,
            "promises" => {
                self.promises.retain(|known| known != name);
                if from.promises.iter().any(|known| known == name) {
                    self.promises.push(name.to_owned());
                }
            }
            "care" => {
                if let Some(kind) = CareKind::from_name(name) {
                    self.care[kind] = from.care[kind];
                }
            }
            "conditions" => match name {
                "deposit" => self.pay = from.pay,
                "contact" => self.conditions.contact = from.conditions.contact,
                "rounds" => self.conditions.rounds = from.conditions.rounds,
                _ => {
                    let topic = Topic::from_name(&["conditions.", name].concat());
                    let answer =
                        topic.and_then(|topic| Some((topic, self.conditions.yes_or_no(topic)?)));
                    if let Some((topic, answer)) = answer {
                        *answer = from.conditions.said(topic);
                    }
                }
            },
            _ => {}
        }
    }

    /// Returns `true` if both drafts have the same answer to a field.
    pub fn agrees(&self, field: &str, with: &Draft) -> bool {
        let mut taken = self.clone();
        taken.take(field, with);
        taken == *self
    }

    /// Returns `true` if the same thing is wished for, whatever the count and size.
    pub fn wishes_for(&self, wish: &DraftWish) -> bool {
        self.wishes.iter().any(|known| known.is_same(wish))
    }

    /// Removes the wishes for the same thing.
    pub fn give_up(&mut self, wish: &DraftWish) {
        self.wishes.retain(|known| !known.is_same(wish));
    }
}

impl DraftWish {
    fn is_same(&self, other: &DraftWish) -> bool {
        let name = |want: &Want| match want {
            Want::Service { service } => (true, service.clone()),
            Want::Sized { name, .. } | Want::Estimated { name, .. } => (false, name.clone()),
        };
        name(&self.want) == name(&other.want)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftBudget, DraftDeadline};
    use crate::engine::{CareDuty, CareOwner, Conditions, Pay, Relationship};

    #[test]
    fn one_answer_is_taken_and_undone() {
        let mut said = Draft {
            purpose: Some("sell".to_owned()),
            promises: vec!["training".to_owned()],
            conditions: Conditions {
                content_ready: Some(true),
                ..Conditions::default()
            },
            pay: Some(Pay::Deposit),
            relationship: Some(Relationship::ALL[0]),
            deadline: DraftDeadline::date("2027-03-31".to_owned()),
            budget: DraftBudget::default().typed("3000".to_owned()),
            ..Draft::default()
        };
        said.care[CareKind::Hosting] = CareDuty::by(CareOwner::Client);
        let fields = [
            "purpose",
            "promises/training",
            "conditions/contentReady",
            "conditions/deposit",
            "relationship",
            "deadline",
            "budget",
            "care/hosting",
        ];
        let mut draft = Draft::default();
        for field in fields {
            assert!(!draft.agrees(field, &said), "{field}");
            draft.take(field, &said);
            assert!(draft.agrees(field, &said), "{field}");
        }
        assert_eq!(draft, said);
        for field in fields {
            draft.take(field, &Draft::default());
        }
        assert_eq!(draft, Draft::default());
    }

    #[test]
    fn a_wish_is_identified_regardless_of_its_count() {
        let counted = DraftWish {
            count: "3".to_owned(),
            ..DraftWish::service("blog")
        };
        let mut draft = Draft {
            wishes: vec![counted, DraftWish::own("blog")],
            ..Draft::default()
        };
        assert!(draft.wishes_for(&DraftWish::service("blog")));
        draft.give_up(&DraftWish::service("blog"));
        assert_eq!(
            draft.wishes,
            [DraftWish {
                priority: crate::engine::Priority::default(),
                ..DraftWish::own("blog")
            }]
        );
    }
}
