//! Scenarios: a brief under the terms, as hours, owners and answers.
//!
//! Every answer is computed from a [`Scenario`]. Changing an answer changes a copy of it and
//! nothing else, which makes offers and questions cheap.

use super::fitting::CheckedBrief;
pub(crate) use super::items::{Item, items, likely, musts, needs, of_class, serves};
pub(crate) use super::load::load;
use super::load::{Load, Work};
use super::pace::Pace;
use super::stops::{self, Stops};
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Deadline, Existing, Flag, Keepable, Pay, Payer,
    PerCareKind, Progress, Relationship, ResponseTime, Terms, defaults,
};

/// Brief in numbers: everything the odds depend on, and what could change them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario<'a> {
    /// Terms of the shop.
    pub terms: &'a Terms,
    /// Load of the wishes.
    pub load: Load,
    /// Existing thing that the job builds on.
    pub existing: Option<Existing>,
    /// Care in hours a month, weighted by response time.
    pub care: PerCareKind<f64>,
    /// Care in hours a month, unweighted.
    pub care_said: PerCareKind<f64>,
    /// Owner of each kind of care.
    pub owners: PerCareKind<Option<CareOwner>>,
    /// Kinds of care that must be given within a day or hours.
    pub urgent: PerCareKind<bool>,
    /// Answers about working together that move the odds.
    pub pace: Pace,
    /// Timing of the payments.
    pub pay: Option<Pay>,
    /// Payer of third-party charges.
    pub payer: Option<Payer>,
    /// Deal, with or without an amount.
    pub deal: Option<Budget>,
    /// Latest acceptable delivery.
    pub deadline: Option<Deadline>,
    /// Progress of a job that is under way.
    pub so_far: Option<Progress>,
    /// Person-hours of all the bids that it takes to win one such job.
    pub bid: f64,
    /// Relationship between client and shop.
    pub relationship: Relationship,
    /// True if everything is paid in advance, whatever the client said.
    pub paid_before: bool,
    /// True if the smallest acceptable amount does not apply.
    pub may_be_small: bool,
    /// Odds at which the answer is yes.
    pub confidence: f64,
    /// True if a promise is expected that nobody can keep.
    pub broken: bool,
    /// Stops of the brief, except those that answers to questions can change.
    pub said_stops: Stops,
}

impl CheckedBrief<'_> {
    /// Returns the third-party charges that the shop pays for the job, in the terms' currency: monthly
    /// ones over the months for which care is counted.
    pub fn charges(self) -> f64 {
        let items = items(self.brief, self.terms);
        Scenario::new(self.brief, self.terms, &items).costs()
    }
}

impl<'a> Scenario<'a> {
    /// Returns the scenario of a brief under the terms.
    pub fn new(brief: &Brief, terms: &'a Terms, items: &[Item]) -> Scenario<'a> {
        let mut owners = PerCareKind::default();
        let mut urgent = PerCareKind::default();
        let mut care_said = PerCareKind::default();
        let mut care = PerCareKind::default();
        for kind in CareKind::ALL {
            let said = brief.care[kind];
            owners[kind] = said.by;
            urgent[kind] = said.within.is_some();
            let brought: f64 = items.iter().map(|item| item.care_per_month(kind)).sum();
            care_said[kind] = said.hours.unwrap_or(brought);
            care[kind] = care_said[kind] * urgency(said.within);
        }
        let conditions = brief.conditions;
        Scenario {
            terms,
            load: load(terms, &brief.promises, items),
            existing: brief.existing,
            care,
            care_said,
            owners,
            urgent,
            pace: Pace::of(&conditions),
            pay: brief.pay,
            payer: brief.costs,
            deal: brief.budget,
            deadline: brief.deadline,
            so_far: brief.so_far,
            bid: match (brief.ours.bid_hours, brief.ours.rivals) {
                (Some(hours), Some(rivals)) => hours / terms.wins.against(rivals),
                _ => 0.0,
            },
            relationship: brief.relationship.unwrap_or_default(),
            paid_before: false,
            may_be_small: false,
            confidence: confidence(brief, terms),
            broken: brief.promises.iter().any(|id| is_broken(id, terms)),
            said_stops: stops::said(brief, terms),
        }
    }

    /// Returns the work, which depends on whether anybody has seen the existing thing.
    pub fn work(&self) -> Work {
        self.load.work(self.is_unseen())
    }

    /// Returns `true` if it builds on something that nobody at the shop has looked at.
    pub fn is_unseen(&self) -> bool {
        self.existing == Some(Existing::Unseen)
    }

    /// Returns the budget if it has an amount. A share is no money, whatever else was said.
    pub fn budget(&self) -> Option<Budget> {
        if self.is_share() {
            Some(Budget::fixed(0.0))
        } else {
            self.deal.filter(|deal| deal.is_said())
        }
    }

    /// Returns `true` if the hours are a gift.
    pub fn is_gift(&self) -> bool {
        matches!(self.deal, Some(Budget::Gift { .. }))
    }

    /// Returns `true` if a share of its earnings is offered in place of money.
    pub fn is_share(&self) -> bool {
        self.pay == Some(Pay::Share) && !self.is_gift()
    }

    /// Returns `true` if a share is offered without an amount.
    pub fn is_share_of_nothing(&self) -> bool {
        self.is_share() && self.deal.is_none_or(|deal| !deal.is_said())
    }

    /// Returns `true` if the money comes at the end, later or as a share.
    pub fn is_paid_late(&self) -> bool {
        matches!(self.pay, Some(Pay::End | Pay::Later | Pay::Share)) && !self.is_gift()
    }

    /// Returns the months over which care and monthly charges are counted.
    pub fn months(&self) -> f64 {
        match self.deal {
            Some(Budget::Gift {
                months: Some(months),
                ..
            }) => months,
            _ => self.terms.care_months,
        }
    }

    /// Returns the third-party charges that the shop pays, in the terms' currency.
    pub fn costs(&self) -> f64 {
        match self.payer {
            Some(Payer::Us) => self.load.charges.once + self.load.charges.monthly * self.months(),
            Some(Payer::Client) | None => 0.0,
        }
    }

    /// Returns `true` if there are third-party charges.
    pub fn has_charges(&self) -> bool {
        self.load.charges.once + self.load.charges.monthly > 0.0
    }

    /// Returns the chance that outstanding payments never come, and the largest share that is
    /// worked and not yet paid, each from 0 to 1. If the timing is missing, a deposit is assumed.
    pub fn risk(&self) -> (f64, f64) {
        /// Upper limit of a doubled chance. Assumption.
        const MOST_UNPAID: f64 = 0.5;
        let unpaid = self.terms.unpaid.with(self.relationship);
        let (unpaid, open) = match self.pay {
            None | Some(Pay::Deposit) => (unpaid, 2.0 / 3.0),
            Some(Pay::Stages(stages)) => (unpaid, 1.0 / f64::from(stages)),
            Some(Pay::End) => (unpaid, 1.0),
            Some(Pay::Later) => ((2.0 * unpaid).min(MOST_UNPAID), 1.0),
            Some(Pay::Share) => (0.0, 1.0),
        };
        match self.deal {
            _ if self.paid_before => (0.0, 0.0),
            Some(Budget::Gift { .. }) => (0.0, 0.0),
            Some(Budget::Monthly(_)) => (unpaid, 1.0 / self.terms.care_months),
            _ => (unpaid, open),
        }
    }

    /// Returns the stops of the scenario.
    pub fn stops(&self) -> Stops {
        let mut stops = self.said_stops;
        if self.is_paid_late() {
            stops.add(Flag::NoDeposit, self.terms);
        }
        if self.is_on_call() {
            stops.add(Flag::OnCall, self.terms);
        }
        stops
    }

    /// Returns `true` if care has a response time and neither the client nor a partner gives it.
    pub fn is_on_call(&self) -> bool {
        CareKind::ALL
            .into_iter()
            .any(|kind| self.urgent[kind] && !self.is_elsewhere(kind))
    }

    /// Returns `true` if the client or a partner gives this kind of care.
    pub fn is_elsewhere(&self, kind: CareKind) -> bool {
        self.owners[kind].is_some_and(CareOwner::is_elsewhere)
    }

    /// Returns `true` if the bid takes more of an hourly job than it may, as no hour pays for it.
    pub fn is_dear_to_get(&self) -> bool {
        /// Most a bid may take, as a share of the work. Assumption.
        const MOST_BID: f64 = 0.1;
        self.bid > MOST_BID * self.work().base()
    }

    /// Returns `true` if the shop gives this kind of care unpaid.
    pub fn is_unpaid(&self, kind: CareKind) -> bool {
        matches!(self.owners[kind], None | Some(CareOwner::UsUnpaid))
    }

    /// Returns the kinds of care that the shop gives unpaid.
    pub fn unpaid_kinds(&self) -> Vec<CareKind> {
        let mut kinds = Vec::new();
        for kind in CareKind::ALL {
            if self.care[kind] > 0.0 && self.is_unpaid(kind) {
                kinds.push(kind);
            }
        }
        kinds
    }

    /// Returns the hours of a kind of care over the months for which it is counted.
    pub fn care_hours(&self, kind: CareKind) -> f64 {
        self.care[kind] * self.months()
    }

    /// Returns the hours of unpaid care over the months for which it is counted.
    pub fn unpaid_care(&self) -> f64 {
        let kinds = self.unpaid_kinds();
        let hours = kinds.iter().map(|kind| self.care_hours(*kind));
        // An empty sum is -0, which would be serialised as such.
        hours.fold(0.0, |sum, hours| sum + hours)
    }

    /// Returns the scenario with all unpaid care paid.
    pub fn care_paid(mut self) -> Scenario<'a> {
        for kind in CareKind::ALL {
            if self.is_unpaid(kind) {
                self.owners[kind] = Some(CareOwner::UsPaid);
            }
        }
        self
    }

    /// Returns the scenario with defaults for missing answers: care has an owner, and the pace is
    /// settled.
    pub fn as_usual(mut self) -> Scenario<'a> {
        for kind in CareKind::ALL {
            self.owners[kind] = self.owners[kind].or(Some(CareOwner::Client));
        }
        self.pace = self.pace.settled();
        self
    }

    /// Returns the scenario with other work and the same care.
    #[inline(never)] // A copy at each of its places would be larger.
    pub fn with_load(mut self, load: Load) -> Scenario<'a> {
        self.load = load;
        self
    }

    /// Returns the scenario at another pace.
    #[inline(never)] // As above.
    pub fn with_pace(mut self, pace: Pace) -> Scenario<'a> {
        self.pace = pace;
        self
    }

    /// Removes the response times of the shop's care.
    pub fn drop_response_times(&mut self) {
        for kind in CareKind::ALL {
            if !self.is_elsewhere(kind) {
                self.urgent[kind] = false;
                self.care[kind] = self.care_said[kind];
            }
        }
    }

    /// Treats all money as paid in advance.
    pub fn pay_in_advance(&mut self) {
        self.paid_before = true;
    }

    /// Returns the scenario for another deal.
    pub fn with_deal(mut self, deal: Option<Budget>) -> Scenario<'a> {
        self.deal = deal;
        self
    }
}

/// Returns the odds at which the answer is yes.
pub(crate) fn confidence(brief: &Brief, terms: &Terms) -> f64 {
    if brief.relationship == Some(Relationship::Friend) || brief.ours.doubt == Some(true) {
        terms.confidence.max(defaults::CONFIDENCE_TO_BE_SURE)
    } else {
        terms.confidence
    }
}

/// Returns `true` if nobody can keep a promise.
pub(crate) fn is_broken(promise: &str, terms: &Terms) -> bool {
    terms
        .promise(promise)
        .is_some_and(|promise| promise.keepable == Keepable::Never)
}

/// Returns the ids of the expected promises that nobody can keep.
pub(crate) fn broken_promises(brief: &Brief, terms: &Terms) -> Vec<String> {
    let mut broken = Vec::new();
    for id in &brief.promises {
        if is_broken(id, terms) {
            broken.push(id.clone());
        }
    }
    broken
}

/// Returns the factor on the hours of care for its response time.
fn urgency(within: Option<ResponseTime>) -> f64 {
    match within {
        None => 1.0,
        Some(ResponseTime::Day) => defaults::CARE_WITHIN_A_DAY,
        Some(ResponseTime::Hours) => defaults::CARE_WITHIN_HOURS,
    }
}
