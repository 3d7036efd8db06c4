//! Outcomes: the effect of each answer to a question.

use super::appraisal::{Judgement, judgement};
use super::fitting::CheckedBrief;
use super::scenario::{self, Scenario};
use super::verdict;
use crate::model::{
    Brief, CareOwner, Contact, Existing, Pay, Payer, Relationship, Rounds, Size, Terms, Topic,
    Verdict, Want,
};
use serde::Serialize;

/// Answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Answer {
    /// Owner of care.
    Owner(CareOwner),
    /// Yes or no.
    YesOrNo(bool),
    /// Availability of the client.
    Contact(Contact),
    /// Relationship between client and shop.
    Relationship(Relationship),
    /// Existing thing that the job builds on.
    Existing(Existing),
    /// Timing of the payments.
    Pay(Pay),
    /// Payer of third-party charges.
    Payer(Payer),
    /// Rounds of changes.
    Rounds(Rounds),
    /// Size of all wishes of unknown size.
    Size(Size),
    /// Id of a purpose of the terms.
    Purpose(String),
}

/// Effect of an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerOutcome {
    /// The answer.
    pub answer: Answer,
    /// Resulting verdict.
    pub verdict: Verdict,
    /// Resulting odds of both tests, or of the only one that has an answer. `None` if neither has.
    pub both: Option<f64>,
}

/// Odds that result from an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The answer.
    pub answer: Answer,
    /// Odds of both tests, or of the only one that has an answer. `None` if neither has.
    pub both: Option<f64>,
    /// True if the tests that have an answer then hold, with every promise and condition.
    pub passes: bool,
}

impl CheckedBrief<'_> {
    /// Returns each possible answer to a question with the resulting verdict and odds, so that a button
    /// can announce its effect. An existing answer is replaced. Empty for topics without a list of
    /// answers, such as the budget.
    pub fn outcomes(self, question: Topic) -> Vec<AnswerOutcome> {
        let CheckedBrief { brief, terms } = self;
        let mut outcomes = Vec::new();
        for answer in answers(terms, question) {
            let answered = answered(brief, question, &answer);
            let Judgement { verdict, both } = judgement(&answered, terms);
            outcomes.push(AnswerOutcome {
                answer,
                verdict,
                both,
            });
        }
        outcomes
    }

    /// Returns the odds at which the answer is yes, from 0 to 1: those of the terms, or higher ones
    /// for a friend, and in doubt.
    pub fn confidence(self) -> f64 {
        scenario::confidence(self.brief, self.terms)
    }

    /// Returns the odds that result from each possible answer to a question: as
    /// [`outcomes`](Self::outcomes) without the verdict, in a hundredth of the time.
    pub fn outlook(self, question: Topic) -> Vec<Outlook> {
        let CheckedBrief { brief, terms } = self;
        let outlook = answers(terms, question).into_iter().map(|answer| {
            let answered = answered(brief, question, &answer);
            let items = scenario::items(&answered, terms);
            let scenario = Scenario::new(&answered, terms, &items);
            let job = scenario.job();
            Outlook {
                answer,
                both: job.both(),
                passes: verdict::passes(&scenario, &job),
            }
        });
        outlook.collect()
    }
}

/// Returns the possible answers to a question.
fn answers(terms: &Terms, question: Topic) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut add = |answer| answers.push(answer);
    match question {
        Topic::Content | Topic::Updates | Topic::Hosting | Topic::Help => {
            for owner in CareOwner::ALL {
                add(Answer::Owner(owner));
            }
        }
        Topic::Contact => {
            for contact in Contact::ALL {
                add(Answer::Contact(contact));
            }
        }
        Topic::Relationship => {
            for relationship in Relationship::ALL {
                add(Answer::Relationship(relationship));
            }
        }
        Topic::Existing => {
            for existing in Existing::ALL {
                add(Answer::Existing(existing));
            }
        }
        Topic::Costs => {
            for payer in Payer::ALL {
                add(Answer::Payer(payer));
            }
        }
        Topic::Size => {
            for size in [Size::Small, Size::Medium, Size::Large] {
                add(Answer::Size(size));
            }
        }
        Topic::Pay => {
            let pays = [
                Pay::Deposit,
                Pay::Stages(3),
                Pay::End,
                Pay::Later,
                Pay::Share,
            ];
            for pay in pays {
                add(Answer::Pay(pay));
            }
        }
        Topic::Rounds => {
            let included = Rounds::Counted(terms.rounds.included);
            for rounds in [included, Rounds::OPEN] {
                add(Answer::Rounds(rounds));
            }
        }
        Topic::Purpose => {
            for purpose in &terms.purposes {
                add(Answer::Purpose(purpose.id.clone()));
            }
        }
        Topic::Wishes | Topic::Budget | Topic::Deadline | Topic::GiftHours | Topic::CashNeeded => {}
        Topic::ContentReady
        | Topic::Phased
        | Topic::Decider
        | Topic::Written
        | Topic::OpenToAdvice
        | Topic::FreeSample
        | Topic::Depends
        | Topic::GoBetween => {
            for yes in [true, false] {
                add(Answer::YesOrNo(yes));
            }
        }
    }
    answers
}

/// Returns the brief with an answer.
fn answered(brief: &Brief, question: Topic, answer: &Answer) -> Brief {
    let mut brief = brief.clone();
    match answer {
        Answer::Owner(owner) => {
            if let Some(kind) = question.care_kind() {
                brief.care[kind].by = Some(*owner);
            }
        }
        Answer::YesOrNo(yes) => {
            if let Some(answer) = brief.conditions.yes_or_no(question) {
                *answer = Some(*yes);
            }
        }
        Answer::Contact(contact) => brief.conditions.contact = Some(*contact),
        Answer::Relationship(relationship) => brief.relationship = Some(*relationship),
        Answer::Existing(existing) => brief.existing = Some(*existing),
        Answer::Pay(pay) => brief.pay = Some(*pay),
        Answer::Payer(payer) => brief.costs = Some(*payer),
        Answer::Rounds(rounds) => brief.conditions.rounds = Some(*rounds),
        Answer::Purpose(purpose) => brief.purpose = Some(purpose.clone()),
        Answer::Size(known) => {
            for wish in &mut brief.wishes {
                if let Want::Sized { size, .. } = &mut wish.want
                    && *size == Size::Unknown
                {
                    *size = *known;
                }
            }
        }
    }
    brief
}
