//! The verdict: the first rule that applies.

use crate::appraise::job::Job;
use crate::appraise::offers::{Shapes, Ways};
use crate::appraise::scenario::Scenario;
use crate::appraise::solver::unlimited;
use crate::model::{Amount, Budget, CareKind, CareOwner, Contact, Deadline, Existing, Verdict};

/// Verdict of the rules, before considering that a single question could still decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ruling {
    /// The answer.
    pub verdict: Verdict,
    /// Answer on the assumptions if the verdict is to ask, otherwise the verdict. `None` without a
    /// wish.
    pub leaning: Option<Verdict>,
    /// True if no further answer could change it.
    pub is_final: bool,
    /// True if the tests that have an answer give the leaning, so that confirming the assumptions
    /// would not change it.
    pub stands: bool,
}

/// Applies the rules to a scenario:
///
/// 1. A stop of the terms that cannot be lifted → decline.
/// 2. No wish → ask.
/// 3. The kindest answers to everything that was not said still give refer or decline → that.
/// 4. Something without which no job is taken was not said → ask.
/// 5. to 9. See [`judged`].
///
/// A single question that could still decide is left to the caller: see
/// [`appraise`](crate::appraise()).
pub(crate) fn ruling(scenario: &Scenario, shapes: &Shapes) -> Ruling {
    let settled = |verdict| Ruling {
        verdict,
        leaning: Some(verdict),
        is_final: true,
        stands: false,
    };
    if scenario.stops().hard {
        return settled(Verdict::Decline);
    }
    if shapes.is_empty() {
        return Ruling {
            verdict: Verdict::Ask,
            leaning: None,
            is_final: false,
            stands: false,
        };
    }
    let is_said = scenario.budget().is_some() || scenario.deadline.is_some();
    let is_known = !scenario.is_unseen() && !shapes.has_unknown_size();
    let plain = is_said.then(|| judged(scenario, shapes));
    let leaning = match plain {
        // Kinder answers would not make it worse, once the size of the job is known.
        Some(verdict @ (Verdict::Take | Verdict::Reshape)) if is_known => verdict,
        _ => match kindest(scenario, shapes) {
            verdict @ (Verdict::Refer | Verdict::Decline) => return settled(verdict),
            verdict => plain.unwrap_or(verdict),
        },
    };
    Ruling {
        verdict: if missing(scenario, shapes).any() {
            Verdict::Ask
        } else {
            leaning
        },
        leaning: Some(leaning),
        is_final: false,
        stands: plain.is_some() && matches!(leaning, Verdict::Take | Verdict::Reshape),
    }
}

/// Missing answers without which no job is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    /// Nobody has looked at the existing thing.
    pub existing: bool,
    /// The size of a wish is unknown.
    pub size: bool,
    /// The money of any deal but a gift.
    pub budget: bool,
    /// The hours of a gift.
    pub gift_hours: bool,
    /// The date of a job that is paid neither by the hour nor by the month.
    pub deadline: bool,
}

impl Missing {
    fn any(self) -> bool {
        self != Missing::default()
    }
}

/// Returns the missing answers without which no job is taken.
pub(crate) fn missing(scenario: &Scenario, shapes: &Shapes) -> Missing {
    let no_money = scenario.budget().is_none();
    let runs_on = matches!(
        scenario.deal,
        Some(Budget::Hourly { .. } | Budget::Monthly(_))
    );
    Missing {
        existing: scenario.is_unseen(),
        size: shapes.has_unknown_size(),
        budget: no_money && !scenario.is_gift(),
        gift_hours: no_money && scenario.is_gift(),
        deadline: scenario.deadline.is_none() && !runs_on,
    }
}

/// Judges the tests that have an answer, without asking:
///
/// 5. No promise broken, no stop, not too small and the odds reach the confidence → take.
/// 6. Care that is neither paid nor sold outweighs the work, a partner serves a must, and the budget
///    is no monthly fee → refer.
/// 7. An offer is within reach → reshape.
/// 8. A partner serves half of the musts, or any must of a job that is too small → refer.
/// 9. Decline.
fn judged(scenario: &Scenario, shapes: &Shapes) -> Verdict {
    let job = scenario.job();
    let is_too_small = job.is_too_small();
    if passes(scenario, &job) {
        Verdict::Take
    } else if is_better_referred(scenario, shapes, &job) {
        Verdict::Refer
    } else if Ways::new(*scenario, shapes).any_within_reach() {
        Verdict::Reshape
    } else if shapes.partner_serves_half_of_the_musts
        || is_too_small && shapes.partner_serves_a_must
    {
        Verdict::Refer
    } else {
        Verdict::Decline
    }
}

/// Returns `true` if a job that is not taken is for a partner, whatever its money and date: rule 6.
pub(crate) fn is_better_referred(scenario: &Scenario, shapes: &Shapes, job: &Job) -> bool {
    shapes.partner_serves_a_must
        && !matches!(scenario.deal, Some(Budget::Monthly(_)))
        && unsold_care(scenario) > job.whole_effort_quantile(0.5)
}

/// Returns `true` if every answer holds: the rule for taking a job.
pub(crate) fn passes(scenario: &Scenario, job: &Job) -> bool {
    !scenario.broken
        && !scenario.stops().any
        && !job.is_too_small()
        && job.reaches(scenario.confidence)
}

/// Judges the kindest answer to every missing one: no limit to the money, no date, the existing
/// thing seen, unknown sizes medium, care the client's, content ready, phases, daily contact,
/// payment in advance.
fn kindest(scenario: &Scenario, shapes: &Shapes) -> Verdict {
    let mut kindest = *scenario;
    let mut shapes = shapes;
    if let Some(medium) = &shapes.as_medium {
        kindest.load = medium.0;
        shapes = &medium.1;
    }
    if kindest.is_unseen() {
        kindest.existing = Some(Existing::Seen);
    }
    for kind in CareKind::ALL {
        kindest.owners[kind] = kindest.owners[kind].or(Some(CareOwner::Client));
    }
    let pace = &mut kindest.pace;
    pace.content_ready = pace.content_ready.or(Some(true));
    pace.phased = pace.phased.or(Some(true));
    pace.contact = pace.contact.or(Some(Contact::Daily));
    kindest.deadline = kindest.deadline.or(Some(Deadline::Open));
    if kindest.pay.is_none() {
        kindest.pay_in_advance();
    }
    // Kinder answers make an hourly job smaller; its smallness must not be due to them.
    kindest.may_be_small = matches!(kindest.deal, Some(Budget::Hourly { cap: None, .. }));
    match kindest.deal {
        _ if kindest.budget().is_some() => judged(&kindest, shapes),
        Some(deal) => judged(&kindest.with_deal(Some(unlimited(deal))), shapes),
        None => {
            let of = |deal| judged(&kindest.with_deal(Some(unlimited(deal))), shapes);
            let fixed = of(Budget::Fixed(Amount::Unsaid {}));
            match fixed {
                Verdict::Take => fixed,
                _ => fixed.min(of(Budget::Monthly(Amount::Unsaid {}))),
            }
        }
    }
}

/// Returns the hours of unpaid care that the shop does not sell.
fn unsold_care(scenario: &Scenario) -> f64 {
    let mut hours = 0.0;
    for kind in scenario.unpaid_kinds() {
        if !scenario.terms.care[kind].offered {
            hours += scenario.care_hours(kind);
        }
    }
    hours
}
