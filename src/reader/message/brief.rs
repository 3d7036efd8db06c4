//! Assembly of a brief from the findings in a message.

use super::findings::{Finding, Findings, FoundValue};
use crate::engine::{
    Brief, CareDuty, CareKind, CareOwner, Conditions, Contact, Existing, Pay, Relationship, Rounds,
    Terms, Topic, Unlimited, without_start,
};

impl Findings {
    /// Returns findings of a single value.
    pub fn of(field: &str, value: FoundValue) -> Findings {
        let found = Finding {
            field: field.to_owned(),
            value,
            from: 0,
            to: 0,
        };
        Findings {
            found: vec![found],
            ..Findings::default()
        }
    }

    /// Returns the brief that was found, in the terms' currency. Amounts in another currency are
    /// left out.
    pub fn brief(&self, terms: &Terms) -> Brief {
        let mut brief = Brief::default();
        for found in &self.found {
            let (group, name) = found.field.split_once('/').unwrap_or((&found.field, ""));
            match (&found.value, group) {
                (FoundValue::Budget { budget, currency }, _)
                    if currency
                        .as_deref()
                        .is_none_or(|code| code == terms.currency) =>
                {
                    brief.budget = Some(*budget)
                }
                (FoundValue::Deadline { deadline, .. }, _) => brief.deadline = Some(*deadline),
                (FoundValue::Wish(wish), _) => brief.wishes.push(wish.clone()),
                (FoundValue::Is(true), "promises") => brief.promises.push(name.to_owned()),
                (FoundValue::Is(is), "conditions") => condition(&mut brief, name, *is),
                (FoundValue::Choice(value), "conditions") if name == "contact" => {
                    brief.conditions.contact = Contact::from_name(value)
                }
                (FoundValue::Choice(value), "conditions") if name == "rounds" => {
                    brief.conditions.rounds = Unlimited::from_name(value).map(Rounds::Open)
                }
                (FoundValue::Count(count), "conditions") => {
                    brief.conditions.rounds = Some(Rounds::Counted(*count))
                }
                (FoundValue::Choice(value), "pay") => {
                    brief.pay = Some(if value == "share" {
                        Pay::Share
                    } else {
                        Pay::Later
                    })
                }
                (FoundValue::Stages(stages), _) => brief.pay = Some(Pay::Stages(*stages)),
                (FoundValue::Choice(value), "existing") => {
                    brief.existing = Existing::from_name(value)
                }
                (FoundValue::Choice(value), "relationship") => {
                    brief.relationship = Relationship::from_name(value)
                }
                (FoundValue::Choice(value), "purpose") => brief.purpose = Some(value.clone()),
                (FoundValue::Choice(value), "care") => {
                    if let (Some(kind), Some(owner)) =
                        (CareKind::from_name(name), CareOwner::from_name(value))
                    {
                        brief.care[kind] = CareDuty::by(owner);
                    }
                }
                _ => {}
            }
        }
        without_start(brief, terms)
    }
}

fn condition(brief: &mut Brief, name: &str, is: bool) {
    if name == "deposit" {
        brief.pay = Some(if is { Pay::Deposit } else { Pay::End });
    } else if let Some(topic) = Topic::from_name(&["conditions.", name].concat()) {
        let conditions: &mut Conditions = &mut brief.conditions;
        if let Some(answer) = conditions.yes_or_no(topic) {
            *answer = Some(is);
        }
    }
}
