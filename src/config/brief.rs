//! The brief as a document.

use super::allowed::{names, ranges};
use super::ids::{Ids, known};
use super::reader::{Object, Place, Problems, quoted};
use super::values::{estimate, per_kind};
use crate::engine::{
    Brief, Budget, CareOwner, Conditions, Contact, Deadline, PerKind, Priority, Relationship, Size,
    Want, Wish,
};
use crate::json::Value;

/// Reads a brief, whose names must be among those that are known.
pub(super) fn brief(place: &Place, problems: &mut Problems, ids: &Ids) -> Option<Brief> {
    let brief = place.object(problems, names::BRIEF)?;
    let purpose = brief.read("purpose", |place| {
        let purpose = place.text(problems)?;
        if let Some(ids) = &ids.purposes {
            known(problems, &place.at, &purpose, "purposes of the terms", ids);
        }
        Some(purpose)
    });
    let wishes = brief.read("wishes", |place| {
        let wishes: Vec<Option<Wish>> = place
            .list(problems)?
            .iter()
            .map(|place| wish(place, problems, ids.services.as_deref()))
            .collect();
        wishes.into_iter().collect::<Option<Vec<Wish>>>()
    });
    let care = brief.read("care", |place| owners(&place, problems));
    let promises = brief.read("promises", |place| promises(&place, problems, ids));
    let conditions = brief.read("conditions", |place| conditions(&place, problems));
    let relationship = brief.read("relationship", |place| {
        place.one_of(
            problems,
            &Relationship::ALL.map(|relationship| (relationship.name(), relationship)),
        )
    });
    let deadline = brief.read("deadline", |place| deadline(&place, problems));
    let budget = brief.read("budget", |place| budget(&place, problems));
    let cash_needed = brief.read("cashNeeded", |place| place.yes_or_no(problems));
    Some(Brief {
        purpose: purpose?,
        wishes: wishes?.unwrap_or_default(),
        care: care?.unwrap_or_default(),
        promises: promises?.unwrap_or_default(),
        conditions: conditions?.unwrap_or_default(),
        relationship: relationship?,
        deadline: deadline?,
        budget: budget?,
        cash_needed: cash_needed?,
    })
}

fn wish(place: &Place, problems: &mut Problems, services: Option<&[&str]>) -> Option<Wish> {
    let wish = place.object(problems, names::WISH)?;
    let want = want(&wish, problems, services);
    let count = wish.read("count", |place| {
        let count = place.number(problems, ranges::COUNT, "")?;
        if count.fract() == 0.0 {
            Some(count as u32)
        } else {
            place.wants(problems, "a whole number")
        }
    });
    let priority = wish.read("priority", |place| {
        place.one_of(
            problems,
            &Priority::ALL.map(|priority| (priority.name(), priority)),
        )
    });
    let serves = wish.read("servesPurpose", |place| place.yes_or_no(problems));
    Some(Wish {
        want: want?,
        count: count?.unwrap_or(1),
        priority: priority?.unwrap_or_default(),
        serves_purpose: serves?,
    })
}

/// A service of the terms, or a name with a size or with hours.
fn want(wish: &Object, problems: &mut Problems, services: Option<&[&str]>) -> Option<Want> {
    let own = ["name", "size", "hours"]
        .into_iter()
        .find_map(|key| wish.optional(key));
    match (wish.optional("service"), own) {
        (Some(service), None) => {
            let id = service.text(problems)?;
            if let Some(services) = services {
                known(
                    problems,
                    &service.at,
                    &id,
                    "services of the terms",
                    services,
                );
            }
            Some(Want::Service { service: id })
        }
        (Some(_), Some(own)) => {
            problems.note(
                &own.at,
                "a wish is either a service or one of the client's own, not both",
            );
            None
        }
        (None, None) => {
            problems.note(
                wish.at(),
                "a wish needs a service, or a name with a size or hours",
            );
            None
        }
        (None, Some(_)) => {
            // One that was just added has no name yet.
            let name = wish
                .required(problems, "name")
                .and_then(|place| place.any_text(problems));
            match (wish.optional("size"), wish.optional("hours")) {
                (Some(size), None) => {
                    let size = size.one_of(problems, &Size::ALL.map(|size| (size.name(), size)));
                    Some(Want::Sized {
                        name: name?,
                        size: size?,
                    })
                }
                (None, Some(hours)) => {
                    let hours = estimate(&hours, problems);
                    Some(Want::Estimated {
                        name: name?,
                        hours: hours?,
                    })
                }
                (Some(_), Some(hours)) => {
                    problems.note(
                        &hours.at,
                        "a wish of the client's own has a size or hours, not both",
                    );
                    None
                }
                (None, None) => {
                    problems.note(
                        wish.at(),
                        "a wish of the client's own needs a size or hours",
                    );
                    None
                }
            }
        }
    }
}

fn owners(place: &Place, problems: &mut Problems) -> Option<PerKind<Option<CareOwner>>> {
    per_kind(place, problems, |place, problems| {
        place
            .one_of(problems, &CareOwner::ALL.map(|owner| (owner.name(), owner)))
            .map(Some)
    })
}

fn promises(place: &Place, problems: &mut Problems, ids: &Ids) -> Option<Vec<String>> {
    let mut promises: Vec<String> = Vec::new();
    let mut right = true;
    for member in place.list(problems)? {
        let Some(id) = member.text(problems) else {
            right = false;
            continue;
        };
        if let Some(ids) = &ids.promises {
            known(problems, &member.at, &id, "promises of the terms", ids);
        }
        if promises.contains(&id) {
            problems.note(
                &member.at,
                format!("{} is there twice; once is enough", quoted(&id)),
            );
        }
        promises.push(id);
    }
    right.then_some(promises)
}

fn conditions(place: &Place, problems: &mut Problems) -> Option<Conditions> {
    let conditions = place.object(problems, names::CONDITIONS)?;
    let contact = conditions.read("contact", |place| {
        place.one_of(
            problems,
            &Contact::ALL.map(|contact| (contact.name(), contact)),
        )
    });
    let mut answer = |key| conditions.read(key, |place| place.yes_or_no(problems));
    let content_ready = answer("contentReady");
    let phased = answer("phased");
    let decider = answer("decider");
    let written = answer("written");
    let open_to_advice = answer("openToAdvice");
    let deposit = answer("deposit");
    let free_sample = answer("freeSample");
    Some(Conditions {
        content_ready: content_ready?,
        contact: contact?,
        phased: phased?,
        decider: decider?,
        written: written?,
        open_to_advice: open_to_advice?,
        deposit: deposit?,
        free_sample: free_sample?,
    })
}

fn deadline(place: &Place, problems: &mut Problems) -> Option<Deadline> {
    if !matches!(place.value, Value::Object(_)) {
        return place
            .one_of(problems, &[("open", ())])
            .map(|()| Deadline::Open);
    }
    let deadline = place.object(problems, names::DEADLINE)?;
    let weeks = deadline.required(problems, "weeks")?;
    weeks
        .number(problems, ranges::WEEKS, " weeks")
        .map(Deadline::Weeks)
}

fn budget(place: &Place, problems: &mut Problems) -> Option<Budget> {
    let wanted = "{\"fixed\": …}, {\"monthly\": …} or {\"hourly\": {…}}";
    if !matches!(place.value, Value::Object(_)) {
        return place.wants(problems, wanted);
    }
    let budget = place.object(problems, names::BUDGET)?;
    let range = ranges::MONEY;
    let fixed = budget.read("fixed", |place| place.number(problems, range, ""));
    let monthly = budget.read("monthly", |place| place.number(problems, range, " a month"));
    let hourly = budget.read("hourly", |place| {
        let hourly = place.object(problems, names::HOURLY)?;
        hourly.read("cap", |place| place.number(problems, range, ""))
    });
    match (fixed?, monthly?, hourly?) {
        (Some(amount), None, None) => Some(Budget::Fixed(amount)),
        (None, Some(amount), None) => Some(Budget::Monthly(amount)),
        (None, None, Some(cap)) => Some(Budget::Hourly { cap }),
        _ => {
            problems.note(&place.at, format!("must be one of {wanted}"));
            None
        }
    }
}
