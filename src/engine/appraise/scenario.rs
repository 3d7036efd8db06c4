//! A brief seen under the terms: the brief's words turned into hours, owners and answers.
//!
//! Everything the answer is made of starts from a [`Scenario`]. Changing an answer changes a copy of
//! it and nothing else, which is what makes offers and questions cheap.

pub(crate) use super::items::{Item, items, likely, load, musts, needs, of_class, serves};
use super::stops::{self, Stops};
use crate::appraise::job::{Job, Load, Pace, Work};
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Deadline, Existing, Keepable, Pay, Payer, PerKind,
    Relationship, SoFar, Terms, Within, defaults,
};

/// A brief in numbers: what the odds are made of, and what would change them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario<'a> {
    /// What the shop works by.
    pub terms: &'a Terms,
    /// What the wishes bring with them.
    pub load: Load,
    /// Existing thing that it goes on top of.
    pub existing: Option<Existing>,
    /// The care, in hours a month; more of it where it must be given soon.
    pub care: PerKind<f64>,
    /// The care, in hours a month, however soon it must be given.
    pub care_said: PerKind<f64>,
    /// Who looks after each kind of it.
    pub owners: PerKind<Option<CareOwner>>,
    /// The kinds of it that must be given within a day or hours.
    pub urgent: PerKind<bool>,
    /// The answers about working together that move the odds.
    pub pace: Pace,
    /// When the money comes.
    pub pay: Option<Pay>,
    /// Payer of what others charge.
    pub payer: Option<Payer>,
    /// The deal, with an amount or without.
    pub deal: Option<Budget>,
    /// When it must be delivered.
    pub deadline: Option<Deadline>,
    /// Part that was done of it already.
    pub so_far: Option<SoFar>,
    /// Person-hours of all bids that it takes to get one such job.
    pub bid: f64,
    /// Who the client is to the shop.
    pub relationship: Relationship,
    /// All is paid before, whatever was said of it.
    pub paid_before: bool,
    /// It may bring as little as it does.
    pub may_be_small: bool,
    /// The odds at which the answer is yes.
    pub confidence: f64,
    /// A promise is expected that nobody can keep.
    pub broken: bool,
    /// The conditions that the shop never accepts, but for those that answers to questions change.
    pub said_stops: Stops,
}

impl<'a> Scenario<'a> {
    /// The brief seen under the terms.
    pub fn new(brief: &Brief, terms: &'a Terms, items: &[Item]) -> Scenario<'a> {
        let mut owners = PerKind::default();
        let mut urgent = PerKind::default();
        let mut care_said = PerKind::default();
        let mut care = PerKind::default();
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
            pace: Pace {
                content_ready: conditions.content_ready,
                contact: conditions.contact,
                phased: conditions.phased,
                depends: conditions.depends,
            },
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

    /// The work, as far as anybody has looked at what is there.
    pub fn work(&self) -> Work {
        self.load.work(self.is_unseen())
    }

    /// Returns `true` if it goes on top of something that nobody of the shop has looked at.
    pub fn is_unseen(&self) -> bool {
        self.existing == Some(Existing::Unseen)
    }

    /// The budget, as far as an amount was said. A share is no money, whatever else was said.
    pub fn budget(&self) -> Option<Budget> {
        if self.is_share() {
            Some(Budget::fixed(0.0))
        } else {
            self.deal.filter(|deal| deal.is_said())
        }
    }

    /// Returns `true` if hours are given for nothing.
    pub fn is_gift(&self) -> bool {
        matches!(self.deal, Some(Budget::Gift { .. }))
    }

    /// Returns `true` if a share of what it will earn is offered in place of money.
    pub fn is_share(&self) -> bool {
        self.pay == Some(Pay::Share) && !self.is_gift()
    }

    /// Returns `true` if a share is offered and no amount beside it.
    pub fn is_share_of_nothing(&self) -> bool {
        self.is_share() && self.deal.is_none_or(|deal| !deal.is_said())
    }

    /// Returns `true` if the money comes at the end, later or as a share.
    pub fn is_paid_late(&self) -> bool {
        matches!(self.pay, Some(Pay::End | Pay::Later | Pay::Share)) && !self.is_gift()
    }

    /// Over how many months care is counted, and what others charge by the month.
    pub fn months(&self) -> f64 {
        match self.deal {
            Some(Budget::Gift {
                months: Some(months),
                ..
            }) => months,
            _ => self.terms.care_months,
        }
    }

    /// Charges of others that the shop pays, in the terms' currency.
    pub fn costs(&self) -> f64 {
        match self.payer {
            Some(Payer::Us) => self.load.charges.once + self.load.charges.monthly * self.months(),
            Some(Payer::Client) | None => 0.0,
        }
    }

    /// Returns `true` if others charge anything.
    pub fn has_charges(&self) -> bool {
        self.load.charges.once + self.load.charges.monthly > 0.0
    }

    /// The chance that what is not yet paid never comes, and the largest share that is worked and not
    /// yet paid, each from 0 to 1. What was not said counts as a deposit.
    pub fn risk(&self) -> (f64, f64) {
        /// The most that a doubled chance comes to. Assumption.
        const MOST_UNPAID: f64 = 0.5;
        let unpaid = match self.relationship {
            Relationship::Stranger => self.terms.unpaid.stranger,
            Relationship::Referred | Relationship::Client | Relationship::Friend => {
                self.terms.unpaid.known
            }
        };
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

    /// The job in numbers.
    pub fn job(&self) -> Job {
        Job::new(self)
    }

    /// Whether the tests that were said are passed with the confidence by a job that is not too small
    /// to be begun.
    pub fn suffices(&self) -> bool {
        let job = self.job();
        !job.is_too_small() && job.reaches(self.confidence)
    }

    /// The conditions that the shop never accepts and that are there.
    pub fn stops(&self) -> Stops {
        stops::present(self)
    }

    /// Whether the shop does this kind of care for nothing.
    pub fn is_unpaid(&self, kind: CareKind) -> bool {
        matches!(self.owners[kind], None | Some(CareOwner::UsUnpaid))
    }

    /// The kinds of care that there are and the shop does for nothing.
    pub fn unpaid_kinds(&self) -> Vec<CareKind> {
        let mut kinds = Vec::new();
        for kind in CareKind::ALL {
            if self.care[kind] > 0.0 && self.is_unpaid(kind) {
                kinds.push(kind);
            }
        }
        kinds
    }

    /// The hours of a kind of care over the months it is counted.
    pub fn care_hours(&self, kind: CareKind) -> f64 {
        self.care[kind] * self.months()
    }

    /// The hours of unpaid care over the months it is counted.
    pub fn unpaid_care(&self) -> f64 {
        let kinds = self.unpaid_kinds();
        let hours = kinds.iter().map(|kind| self.care_hours(*kind));
        // A sum of nothing is -0, which would be written so.
        hours.fold(0.0, |sum, hours| sum + hours)
    }

    /// The same scenario with every kind of unpaid care paid for.
    pub fn care_paid(mut self) -> Scenario<'a> {
        for kind in CareKind::ALL {
            if self.is_unpaid(kind) {
                self.owners[kind] = Some(CareOwner::UsPaid);
            }
        }
        self
    }

    /// The same scenario where what was not said is as usual: care has an owner, and the pace is settled.
    pub fn as_usual(mut self) -> Scenario<'a> {
        for kind in CareKind::ALL {
            self.owners[kind] = self.owners[kind].or(Some(CareOwner::Client));
        }
        self.pace = self.pace.settled();
        self
    }

    /// The same scenario for other work with the same care.
    #[inline(never)] // A copy at each of its places would be larger.
    pub fn with_load(mut self, load: Load) -> Scenario<'a> {
        self.load = load;
        self
    }

    /// The same scenario at another pace.
    #[inline(never)] // As above.
    pub fn with_pace(mut self, pace: Pace) -> Scenario<'a> {
        self.pace = pace;
        self
    }

    /// Gives care of the shop's in its own time.
    pub fn take_time(&mut self) {
        for kind in CareKind::ALL {
            let elsewhere = matches!(
                self.owners[kind],
                Some(CareOwner::Client | CareOwner::Partner)
            );
            if !elsewhere {
                self.urgent[kind] = false;
                self.care[kind] = self.care_said[kind];
            }
        }
    }

    /// Counts all money as paid before.
    pub fn pay_in_advance(&mut self) {
        self.paid_before = true;
    }

    /// The same scenario for another deal.
    pub fn with_deal(mut self, deal: Option<Budget>) -> Scenario<'a> {
        self.deal = deal;
        self
    }
}

/// The odds at which the answer is yes.
fn confidence(brief: &Brief, terms: &Terms) -> f64 {
    if brief.relationship == Some(Relationship::Friend) || brief.ours.doubt == Some(true) {
        terms.confidence.max(defaults::CONFIDENCE_TO_BE_SURE)
    } else {
        terms.confidence
    }
}

/// Whether nobody can keep a promise.
pub(crate) fn is_broken(promise: &str, terms: &Terms) -> bool {
    terms
        .promise(promise)
        .is_some_and(|promise| promise.keepable == Keepable::Never)
}

/// The promises that are expected and that nobody can keep.
pub(crate) fn broken_promises(brief: &Brief, terms: &Terms) -> Vec<String> {
    let mut broken = Vec::new();
    for id in &brief.promises {
        if is_broken(id, terms) {
            broken.push(id.clone());
        }
    }
    broken
}

/// The factor on the hours of care for how soon it must be given.
fn urgency(within: Option<Within>) -> f64 {
    match within {
        None => 1.0,
        Some(Within::Day) => defaults::CARE_WITHIN_A_DAY,
        Some(Within::Hours) => defaults::CARE_WITHIN_HOURS,
    }
}
