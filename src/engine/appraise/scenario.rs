//! A brief seen under the terms: the brief's words turned into hours, owners and answers.
//!
//! Everything the answer is made of starts from a [`Scenario`]. Changing an answer changes a copy of
//! it and nothing else, which is what makes offers and questions cheap.

use super::stops::{self, Stops};
use crate::appraise::job::{Job, Load, Pace, Work};
use crate::math::insert;
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Costs, Deadline, Estimate, Existing, Keepable, Pay, Payer,
    PerKind, Priority, Relationship, Service, Size, SoFar, Terms, Want, Within, defaults,
};
use std::ops::Range;

/// A wish seen under the terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Where the wish stands in the brief.
    pub wish: usize,
    /// Where the service stands in the terms; none for a wish of the client's own.
    pub service: Option<usize>,
    /// What one of it takes, with the rounds of changes that are expected.
    pub each: Estimate,
    /// How many of it.
    pub count: u32,
    /// The care it brings, in hours a month.
    pub care: PerKind<f64>,
    /// Whether that care grows with the count.
    pub care_scales: bool,
    /// How much it matters.
    pub priority: Priority,
    /// Whether it serves the purpose.
    pub serves: bool,
    /// The class in which it is left out: see [`Item::class`].
    pub class: u32,
    /// The weeks that it lasts however many work on it.
    pub least_weeks: f64,
    /// What others charge for one of it.
    pub charges: Costs,
    /// One of it stays, whatever is left out.
    pub stays: bool,
}

impl Item {
    /// The class of the wishes that stay.
    pub const MUST: u32 = 4;

    /// In which order a wish is left out: 0 first. What another one needs is left out no earlier than
    /// that.
    fn own_class(&self) -> u32 {
        match (self.priority, self.serves) {
            (Priority::Could, false) => 0,
            (Priority::Should, false) => 1,
            (Priority::Could, true) => 2,
            (Priority::Should, true) => 3,
            (Priority::Must, _) => Item::MUST,
        }
    }

    /// The likely hours of all of it.
    pub fn likely(&self) -> f64 {
        self.each.likely * f64::from(self.count)
    }

    /// The care that all of it brings, in hours a month.
    pub fn care_per_month(&self, kind: CareKind) -> f64 {
        let times = if self.care_scales { self.count } else { 1 };
        self.care[kind] * f64::from(times)
    }

    /// The figures that are summed up, and the count: by them items come in the canonical order.
    fn key(&self) -> [f64; 8] {
        let estimate = self.estimate();
        let [content, updates, hosting, help] = CareKind::ALL.map(|kind| self.care_per_month(kind));
        [
            estimate.mean(),
            estimate.excess_variance(),
            estimate.likely,
            content,
            updates,
            hosting,
            help,
            f64::from(self.count),
        ]
    }

    /// The estimate of all of it.
    pub fn estimate(&self) -> Estimate {
        self.each.times(f64::from(self.count))
    }

    /// What one of it takes where it goes on top of something that nobody has looked at: the range
    /// reaches at least four times the likely hours.
    ///
    /// Source: reading takes 47 to 62 % of the effort of changing what others wrote; that estimates forget it is
    /// an assumption.
    pub fn each_unseen(&self) -> Estimate {
        Estimate {
            high: self.each.high.max(UNSEEN * self.each.likely),
            ..self.each
        }
    }

    /// What one of it takes.
    pub fn each_of(&self, unseen: bool) -> Estimate {
        if unseen {
            self.each_unseen()
        } else {
            self.each
        }
    }
}

/// How many times the likely hours a range reaches where nobody has looked. Assumption.
const UNSEEN: f64 = 4.0;

/// Those of some items whose class is one of these, in their order.
pub(crate) fn of_class(items: &[Item], classes: Range<u32>) -> Vec<Item> {
    let mut chosen = Vec::new();
    for item in items {
        if classes.contains(&item.class) {
            chosen.push(*item);
        }
    }
    chosen
}

/// The musts, and what they need.
pub(crate) fn musts(items: &[Item]) -> Vec<Item> {
    of_class(items, Item::MUST..Item::MUST + 1)
}

/// Whether a service serves a purpose. One that says nothing of it serves any.
pub(crate) fn serves(service: &Service, purpose: Option<&String>) -> bool {
    match (purpose, &service.serves) {
        (Some(purpose), Some(served)) => served.contains(purpose),
        _ => true,
    }
}

/// The wishes of the brief seen under the terms. A service that the terms do not have is no work.
///
/// They come in one canonical order, whatever theirs was in the brief, so that their sums are the
/// same to the last bit. Equals stay in the order of the brief.
pub(crate) fn items(brief: &Brief, terms: &Terms) -> Vec<Item> {
    let rounds = rounds_factor(brief, terms);
    let mut items = Vec::new();
    let mut keys = Vec::new();
    let mut order = Vec::new();
    for (index, wish) in brief.wishes.iter().enumerate() {
        let mut item = Item {
            wish: index,
            service: None,
            each: Estimate::NONE,
            count: wish.count,
            care: terms.own_care,
            care_scales: false,
            priority: wish.priority,
            serves: true,
            class: 0,
            least_weeks: 0.0,
            charges: Costs::default(),
            stays: false,
        };
        match &wish.want {
            Want::Sized { size, .. } => item.each = terms.size(*size),
            Want::Estimated { hours, .. } => item.each = *hours,
            Want::Service { service } => {
                item.care = PerKind::default();
                for (at, known) in terms.services.iter().enumerate() {
                    if known.id == *service {
                        item.service = Some(at);
                        item.each = known.hours;
                        item.care = known.care;
                        item.care_scales = known.care_scales;
                        item.serves = serves(known, brief.purpose.as_ref());
                        item.least_weeks = known.least_weeks;
                        item.charges = known.costs;
                        break;
                    }
                }
            }
        }
        item.each = item.each.times(rounds);
        item.least_weeks = wish.least_weeks.unwrap_or(item.least_weeks);
        item.charges = wish.costs.unwrap_or(item.charges);
        if let Some(serves) = wish.serves_purpose {
            item.serves = serves;
        }
        item.class = item.own_class();
        keys.push(item.key());
        items.push(item);
        // The keys once, and places instead of items: there may be hundreds.
        insert(&mut order, index, |a, b| keys.get(*a) < keys.get(*b));
    }
    let item = |at: usize| items.get(at).copied();
    let mut items: Vec<Item> = order.into_iter().filter_map(item).collect();
    raise_what_is_needed(&mut items, terms);
    keep_what_serves(&mut items, terms);
    items
}

/// Marks the wishes of which one stays, whatever is left out: where no must serves the purpose the one
/// that does with the most likely hours apiece, where none does and there is no must any such; and what
/// it needs.
fn keep_what_serves(items: &mut [Item], terms: &Terms) {
    let is_must = |item: &Item| item.priority == Priority::Must;
    if items.iter().any(|item| is_must(item) && item.serves) {
        return;
    }
    let any_serves = items.iter().any(|item| item.serves);
    if !any_serves && items.iter().any(is_must) {
        return;
    }
    let mut kept: Option<(usize, Item)> = None;
    for (at, item) in items.iter().enumerate() {
        let is_candidate = item.serves || !any_serves;
        let is_larger = kept.is_none_or(|(_, best)| {
            // Of equals the first in the canonical order, so that the order of wishes changes nothing.
            item.each.likely > best.each.likely
        });
        if is_candidate && is_larger {
            kept = Some((at, *item));
        }
    }
    let mut next = Vec::from_iter(kept.map(|(at, _)| at));
    while let Some(at) = next.pop() {
        let Some(item) = items.get_mut(at).filter(|item| !item.stays) else {
            continue;
        };
        item.stays = true;
        next.append(&mut needs(items, at, terms));
    }
}

/// Puts what another wish needs into that wish's class, where that is left out later.
fn raise_what_is_needed(items: &mut [Item], terms: &Terms) {
    // Each round carries a class one need further; no chain is longer than the list.
    for _ in 0..items.len() {
        let mut raised = false;
        for at in 0..items.len() {
            let Some(class) = items.get(at).map(|item| item.class) else {
                continue;
            };
            for needed in needs(items, at, terms) {
                if let Some(item) = items.get_mut(needed)
                    && item.class < class
                {
                    item.class = class;
                    raised = true;
                }
            }
        }
        if !raised {
            break;
        }
    }
}

/// The places of the items that one of them cannot be without.
pub(crate) fn needs(items: &[Item], at: usize, terms: &Terms) -> Vec<usize> {
    let service = |item: &Item| item.service.and_then(|at| terms.services.get(at));
    let mut places = Vec::new();
    let Some(needs) = items
        .get(at)
        .and_then(service)
        .map(|service| &service.needs)
        .filter(|needs| !needs.is_empty())
    else {
        return places;
    };
    for (place, item) in items.iter().enumerate() {
        if place != at && service(item).is_some_and(|known| needs.contains(&known.id)) {
            places.push(place);
        }
    }
    places
}

/// The factor on the wishes' hours for rounds of changes beyond those in the price.
fn rounds_factor(brief: &Brief, terms: &Terms) -> f64 {
    let expected = brief.conditions.rounds.and_then(|rounds| rounds.count());
    let above = expected.unwrap_or(0).saturating_sub(terms.rounds.included);
    1.0 + terms.rounds.share * f64::from(above)
}

impl Terms {
    /// What a wish of this size takes. Where nobody can say: as a medium one, from half a small to two
    /// large ones.
    pub fn size(&self, size: Size) -> Estimate {
        let medium = self.sizes.medium.likely;
        match size {
            Size::Small => self.sizes.small,
            Size::Medium => self.sizes.medium,
            Size::Large => self.sizes.large,
            Size::Unknown => Estimate {
                low: (self.sizes.small.likely / 2.0).min(medium),
                likely: medium,
                high: (2.0 * self.sizes.large.likely).max(medium),
            },
        }
    }
}

/// What some items, the overhead and the priced promises that are expected bring with them.
pub(crate) fn load(terms: &Terms, promises: &[String], items: &[Item]) -> Load {
    let mut load = Load::default();
    let mut add = |hours: Estimate| {
        load.seen.add(hours);
        load.unseen.add(hours);
    };
    add(terms.overhead);
    // In the order of the terms: that of the brief changes nothing, to the last bit.
    for promise in &terms.promises {
        if let Keepable::Priced(hours) = promise.keepable
            && promises.contains(&promise.id)
        {
            add(hours);
        }
    }
    for item in items {
        load.add(item, item.count);
    }
    load
}

impl Load {
    /// Adds so many of an item.
    pub fn add(&mut self, item: &Item, count: u32) {
        if count == 0 {
            return;
        }
        let count = f64::from(count);
        self.seen.add(item.each.times(count));
        self.unseen.add(item.each_unseen().times(count));
        self.charges.once += item.charges.once * count;
        self.charges.monthly += item.charges.monthly * count;
        self.least_weeks = self.least_weeks.max(item.least_weeks);
    }
}

/// The likely hours of some items.
pub(crate) fn likely(items: &[Item]) -> f64 {
    items.iter().map(Item::likely).sum()
}

/// The factor on the hours of care for how soon it must be given.
fn urgency(within: Option<Within>) -> f64 {
    match within {
        None => 1.0,
        Some(Within::Day) => defaults::CARE_WITHIN_A_DAY,
        Some(Within::Hours) => defaults::CARE_WITHIN_HOURS,
    }
}

/// A brief in numbers: what the odds are made of, and what would change them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario<'a> {
    /// What the shop works by.
    pub terms: &'a Terms,
    /// What the wishes bring with them.
    pub load: Load,
    /// What it goes on top of.
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
    /// Who pays what others charge.
    pub payer: Option<Payer>,
    /// The deal, with an amount or without.
    pub deal: Option<Budget>,
    /// When it must be delivered.
    pub deadline: Option<Deadline>,
    /// What was done of it already.
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

    /// What others charge and the shop pays, in the terms' currency.
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
