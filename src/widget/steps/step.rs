//! Steps of the conversation.

use crate::draft::Draft;
use crate::engine::{CareKind, Service, Terms, Topic};

/// Step of the conversation, in order; terms may leave some out. Requirements of a verdict come
/// first, then everything else it depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Purpose of the project.
    Purpose,
    /// Wishes.
    Wishes,
    /// Deadline.
    Date,
    /// Budget.
    Budget,
    /// Care after the launch.
    Care,
    /// Expected promises.
    Promises,
    /// Conditions of the work.
    Conditions,
}

impl Step {
    /// Every step in order.
    const ALL: [Step; 7] = [
        Step::Purpose,
        Step::Wishes,
        Step::Date,
        Step::Budget,
        Step::Care,
        Step::Promises,
        Step::Conditions,
    ];

    /// Returns the name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Step::Purpose => "purpose",
            Step::Wishes => "wishes",
            Step::Care => "care",
            Step::Promises => "promises",
            Step::Conditions => "conditions",
            Step::Date => "date",
            Step::Budget => "budget",
        }
    }

    /// Returns `true` if there is anything to ask under these terms.
    fn is_asked(self, terms: &Terms) -> bool {
        match self {
            Step::Purpose => !terms.purposes.is_empty(),
            Step::Care => CareKind::ALL.into_iter().any(|kind| {
                let brings = |service: &Service| service.care[kind] > 0.0;
                terms.own_care[kind] > 0.0 || terms.services.iter().any(brings)
            }),
            Step::Promises => !terms.promises.is_empty(),
            Step::Wishes | Step::Conditions | Step::Date | Step::Budget => true,
        }
    }

    /// Returns the steps under these terms. There is always one.
    pub fn all(terms: &Terms) -> Vec<Step> {
        let is_asked = |step: &Step| step.is_asked(terms);
        Step::ALL.into_iter().filter(is_asked).collect()
    }

    /// Returns the index of the first step that is not answered; that of the first one if all are.
    pub fn first_open(terms: &Terms, draft: &Draft) -> usize {
        let all = Step::all(terms);
        let open = all.iter().position(|step| !step.is_answered(draft));
        open.unwrap_or_default()
    }

    /// Returns the index under these terms; that of the first step if this one is left out.
    pub fn index(self, terms: &Terms) -> usize {
        let mut all = Step::all(terms).into_iter();
        all.position(|step| step == self).unwrap_or_default()
    }

    /// Returns `true` if anything was answered.
    pub fn is_answered(self, draft: &Draft) -> bool {
        match self {
            Step::Purpose => draft.purpose.is_some(),
            Step::Wishes => !draft.wishes.is_empty() || draft.existing.is_some(),
            Step::Care => draft.care != Default::default(),
            Step::Promises => !draft.promises.is_empty(),
            Step::Conditions => {
                !draft.conditions.is_empty()
                    || draft.pay.is_some()
                    || draft.costs.is_some()
                    || draft.relationship.is_some()
            }
            Step::Date => draft.deadline.is_answered(),
            Step::Budget => draft.budget.is_answered(),
        }
    }

    /// Returns the draft without the answers of this step.
    pub fn cleared(self, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        match self {
            Step::Purpose => draft.purpose = None,
            // Wishes are not removed in bulk: each has its own button.
            Step::Wishes => draft.existing = None,
            Step::Care => draft.care = Default::default(),
            Step::Promises => draft.promises.clear(),
            Step::Conditions => {
                draft.conditions = Default::default();
                draft.pay = None;
                draft.costs = None;
                draft.relationship = None;
            }
            Step::Date => draft.deadline = Default::default(),
            Step::Budget => draft.budget = Default::default(),
        }
        draft
    }
}

/// Returns the index of the step that asks about a topic under these terms.
pub fn step_of(topic: Topic, terms: &Terms) -> usize {
    let step = match topic {
        Topic::Purpose => Step::Purpose,
        Topic::Wishes | Topic::Size | Topic::Existing => Step::Wishes,
        Topic::Content | Topic::Updates | Topic::Hosting | Topic::Help => Step::Care,
        Topic::Deadline => Step::Date,
        Topic::Budget | Topic::GiftHours => Step::Budget,
        // The others are about working together.
        _ => Step::Conditions,
    };
    step.index(terms)
}
