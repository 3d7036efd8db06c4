//! Enquiries and jobs that the list of the capacity leaves out, each with its reason.

use crate::desk::cards::{Card, EnquiryState};
use crate::engine::Brief;
use crate::i18n::Speech;

/// Reason why an enquiry or a job is not in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// It is in another currency than the terms.
    Currency,
    /// It names something that the terms do not have.
    Names,
    /// It asks for nothing yet.
    Wishes,
    /// It has no budget: it would never be late and pay anything, and the best set would be full of them.
    Budget,
}

impl Unlisted {
    /// All of them, in the order in which they are told.
    pub const ALL: [Unlisted; 4] = [
        Unlisted::Currency,
        Unlisted::Names,
        Unlisted::Wishes,
        Unlisted::Budget,
    ];

    /// The reason that keeps a card out of the list, under terms in a currency. `brief` is the card's, `None`
    /// where it cannot be judged. A job that runs takes its hours at any pay.
    pub fn of(card: &Card, brief: Option<&Brief>, currency: &str) -> Option<Unlisted> {
        let Some(brief) = brief else {
            return Some(match card.is_foreign(currency) {
                true => Unlisted::Currency,
                false => Unlisted::Names,
            });
        };
        match card.state == EnquiryState::Won {
            true => None,
            false if brief.wishes.is_empty() => Some(Unlisted::Wishes),
            false => brief.budget.is_none().then_some(Unlisted::Budget),
        }
    }

    /// A sentence with the names of those that are left out for this reason.
    pub fn sentence(self, speech: &Speech, currency: &str, names: &[String]) -> String {
        let quoted = |name: &String| speech.format("letter.name", &[("name", name)]);
        let names: Vec<String> = names.iter().map(quoted).collect();
        let names = speech.list(&names);
        let ours = ("ours", currency);
        let names = ("names", &*names);
        match self {
            Unlisted::Currency => speech.format("capacity.unlisted.currency", &[ours, names]),
            Unlisted::Names => speech.format("capacity.unlisted.names", &[names]),
            Unlisted::Wishes => speech.format("capacity.unlisted.wishes", &[names]),
            Unlisted::Budget => speech.format("capacity.unlisted.budget", &[names]),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_brief;
    use crate::engine::{Team, Terms};
    use serde_json::{Value, json};

    #[test]
    fn what_is_left_out_has_a_reason() {
        let terms = Terms::new("Nord", "DKK", 850.0, Team::new(20.0), vec![]);
        let wishes = json!([{"name": "Fair", "hours": 40}]);
        let of = |state: EnquiryState, currency: &str, brief: Value| {
            let card = Card {
                state,
                currency: currency.into(),
                ..Card::new("Fair".into(), "2026-03-01".into(), brief)
            };
            let read = read_brief(&card.brief.to_string(), &terms).ok();
            let read = read.filter(|_| !card.is_foreign("DKK"));
            Unlisted::of(&card, read.as_ref(), "DKK")
        };
        let whole = || json!({"wishes": wishes, "budget": {"fixed": 9000}});
        let unknown = json!({"wishes": [{"service": "moon"}], "budget": {"fixed": 9000}});
        let dear = json!({"wishes": wishes});
        let empty = json!({"budget": {"fixed": 9000}});
        assert_eq!(of(EnquiryState::New, "DKK", whole()), None);
        for state in [EnquiryState::New, EnquiryState::Won] {
            assert_eq!(of(state, "EUR", whole()), Some(Unlisted::Currency));
            assert_eq!(of(state, "DKK", unknown.clone()), Some(Unlisted::Names));
        }
        assert_eq!(
            of(EnquiryState::New, "DKK", dear.clone()),
            Some(Unlisted::Budget)
        );
        assert_eq!(of(EnquiryState::Won, "DKK", dear), None);
        assert_eq!(
            of(EnquiryState::Answered, "DKK", empty),
            Some(Unlisted::Wishes)
        );
    }
}
