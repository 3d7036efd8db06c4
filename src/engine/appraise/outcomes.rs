//! Outcomes: where each answer to a question leads.

use super::scenario::{self, Scenario};
use super::{Answered, fitting, verdict, weighed};
use crate::model::{
    Brief, CareOwner, Contact, Existing, Pay, Payer, Relationship, Rounds, Size, Terms, Topic,
    Verdict, Want,
};
use crate::{CareKind, UnknownId};
use serde::Serialize;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Answer {
    /// Who looks after it.
    Owner(CareOwner),
    /// Yes or no.
    YesOrNo(bool),
    /// How often the client can be reached.
    Contact(Contact),
    /// Who the client is to the shop.
    Relationship(Relationship),
    /// Existing thing that it goes on top of.
    Existing(Existing),
    /// When the money comes.
    Pay(Pay),
    /// Payer of what others charge.
    Payer(Payer),
    /// Rounds of changes.
    Rounds(Rounds),
    /// How large every wish is of which nobody could say.
    Size(Size),
    /// The id of a purpose of the terms.
    Purpose(String),
}

/// What follows from an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerOutcome {
    /// The answer.
    pub answer: Answer,
    /// The verdict that would follow.
    pub verdict: Verdict,
    /// The odds of both tests, or of the one that was said, that would follow. None where neither was.
    pub both: Option<f64>,
}

/// Returns each possible answer to a question, with the verdict and the odds that would follow: so that a
/// button can say where it leads. What was said already is answered anew. Empty for what has no list of
/// answers, such as the budget.
///
/// # Errors
/// Every service, promise and purpose that the brief names and the terms do not have.
pub fn outcomes(
    brief: &Brief,
    terms: &Terms,
    question: Topic,
) -> Result<Vec<AnswerOutcome>, Vec<UnknownId>> {
    let unknown = fitting::unknown_ids(brief, terms);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut outcomes = Vec::new();
    for answer in answers(terms, question) {
        let answered = answered(brief, question, &answer);
        let Answered { verdict, both } = weighed(&answered, terms);
        outcomes.push(AnswerOutcome {
            answer,
            verdict,
            both,
        });
    }
    Ok(outcomes)
}

/// Odds that follow from an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The answer.
    pub answer: Answer,
    /// The odds of both tests, or of the one that was said. None where neither was.
    pub both: Option<f64>,
    /// True if the tests that were said then hold, with every promise and condition.
    pub passes: bool,
}

/// Returns the odds that follow from each possible answer to a question: what [`outcomes`] gives without
/// the verdict, in a hundredth of the time. Empty where a name of the brief is none of the terms.
pub fn outlook(brief: &Brief, terms: &Terms, question: Topic) -> Vec<Outlook> {
    if !fitting::unknown_ids(brief, terms).is_empty() {
        return Vec::new();
    }
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

/// The possible answers to a question.
fn answers(terms: &Terms, question: Topic) -> Vec<Answer> {
    fn all<T: Copy>(values: &[T], answer: impl Fn(T) -> Answer) -> Vec<Answer> {
        values.iter().map(|value| answer(*value)).collect()
    }
    match question {
        Topic::Content | Topic::Updates | Topic::Hosting | Topic::Help => {
            all(&CareOwner::ALL, Answer::Owner)
        }
        Topic::Contact => all(&Contact::ALL, Answer::Contact),
        Topic::Relationship => all(&Relationship::ALL, Answer::Relationship),
        Topic::Existing => all(&Existing::ALL, Answer::Existing),
        Topic::Costs => all(&Payer::ALL, Answer::Payer),
        Topic::Size => all(&[Size::Small, Size::Medium, Size::Large], Answer::Size),
        Topic::Pay => all(
            &[
                Pay::Deposit,
                Pay::Stages(3),
                Pay::End,
                Pay::Later,
                Pay::Share,
            ],
            Answer::Pay,
        ),
        Topic::Rounds => {
            let included = Rounds::Counted(terms.rounds.included);
            all(&[included, Rounds::OPEN], Answer::Rounds)
        }
        Topic::Purpose => {
            let purposes = terms.purposes.iter();
            purposes
                .map(|purpose| Answer::Purpose(purpose.id.clone()))
                .collect()
        }
        Topic::Wishes | Topic::Budget | Topic::Deadline | Topic::GiftHours | Topic::CashNeeded => {
            Vec::new()
        }
        Topic::ContentReady
        | Topic::Phased
        | Topic::Decider
        | Topic::Written
        | Topic::OpenToAdvice
        | Topic::FreeSample
        | Topic::Depends
        | Topic::GoBetween => all(&[true, false], Answer::YesOrNo),
    }
}

/// The brief with an answer.
fn answered(brief: &Brief, question: Topic, answer: &Answer) -> Brief {
    let mut brief = brief.clone();
    match answer {
        Answer::Owner(owner) => {
            for kind in CareKind::ALL {
                if Topic::of_care(kind) == question {
                    brief.care[kind].by = Some(*owner);
                }
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
