//! Findings of a message, put together to a brief.

use super::{Read, Said};
use crate::engine::{
    AsManyAsItTakes, Brief, CareDuty, CareKind, CareOwner, Conditions, Contact, Existing, Pay,
    Relationship, Rounds, Terms, Topic,
};

impl Read {
    /// The brief that was found, in the terms' currency. What was said in another currency is left out.
    pub fn brief(&self, terms: &Terms) -> Brief {
        let mut brief = Brief::default();
        for found in &self.found {
            let (group, name) = found.field.split_once('/').unwrap_or((&found.field, ""));
            match (&found.value, group) {
                (Said::Budget { budget, currency }, _)
                    if currency
                        .as_deref()
                        .is_none_or(|code| code == terms.currency) =>
                {
                    brief.budget = Some(*budget)
                }
                (Said::Deadline { deadline, .. }, _) => brief.deadline = Some(*deadline),
                (Said::Wish(wish), _) => brief.wishes.push(wish.clone()),
                (Said::Is(true), "promises") => brief.promises.push(name.to_owned()),
                (Said::Is(is), "conditions") => condition(&mut brief, name, *is),
                (Said::Choice(value), "conditions") if name == "contact" => {
                    brief.conditions.contact = Contact::from_name(value)
                }
                (Said::Choice(value), "conditions") if name == "rounds" => {
                    brief.conditions.rounds = AsManyAsItTakes::from_name(value).map(Rounds::Open)
                }
                (Said::Count(count), "conditions") => {
                    brief.conditions.rounds = Some(Rounds::Counted(*count))
                }
                (Said::Choice(value), "pay") => {
                    brief.pay = Some(if value == "share" {
                        Pay::Share
                    } else {
                        Pay::Later
                    })
                }
                (Said::Choice(value), "existing") => brief.existing = Existing::from_name(value),
                (Said::Choice(value), "relationship") => {
                    brief.relationship = Relationship::from_name(value)
                }
                (Said::Choice(value), "purpose") => brief.purpose = Some(value.clone()),
                (Said::Choice(value), "care") => {
                    if let (Some(kind), Some(owner)) =
                        (CareKind::from_name(name), CareOwner::from_name(value))
                    {
                        brief.care[kind] = CareDuty::by(owner);
                    }
                }
                _ => {}
            }
        }
        brief
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
