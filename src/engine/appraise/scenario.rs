//! A brief seen under the terms: the brief's words turned into hours, owners and answers.
//!
//! Everything the answer is made of starts from a [`Scenario`]. Changing an answer changes a copy of
//! it and nothing else, which is what makes offers and questions cheap.

use crate::appraise::job::{Job, Pace, Work};
use crate::math::insert;
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Deadline, Estimate, Flag, Keepable, PerKind, Priority,
    Relationship, Service, Size, Terms, Want, defaults,
};
use std::ops::Range;

/// A wish seen under the terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Where the wish stands in the brief.
    pub wish: usize,
    /// Where the service stands in the terms; none for a wish of the client's own.
    pub service: Option<usize>,
    /// What one of it takes.
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
}

impl Item {
    /// The class of the wishes that stay.
    pub const MUST: u32 = 4;

    /// In which order a wish is left out: 0 first.
    pub fn class(&self) -> u32 {
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
    #[inline(never)] // Twice in a comparison it would be larger.
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

    /// Returns whether it comes before another item in the canonical order.
    fn is_before(&self, other: &Item) -> bool {
        self.key() < other.key()
    }

    /// The estimate of all of it.
    pub fn estimate(&self) -> Estimate {
        self.each.times(f64::from(self.count))
    }
}

/// Those of some items whose class is one of these, in their order.
pub(crate) fn of_class(items: &[Item], classes: Range<u32>) -> Vec<Item> {
    let mut chosen = Vec::new();
    for item in items {
        if classes.contains(&item.class()) {
            chosen.push(*item);
        }
    }
    chosen
}

/// The musts.
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
    let mut items = Vec::new();
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
                        break;
                    }
                }
            }
        }
        if let Some(serves) = wish.serves_purpose {
            item.serves = serves;
        }
        insert(&mut items, item, Item::is_before);
    }
    items
}

impl Terms {
    /// What a wish of this size takes.
    pub fn size(&self, size: Size) -> Estimate {
        match size {
            Size::Small => self.sizes.small,
            Size::Medium => self.sizes.medium,
            Size::Large => self.sizes.large,
            Size::Unknown => {
                let (small, medium, large) =
                    (self.sizes.small, self.sizes.medium, self.sizes.large);
                Estimate {
                    low: (small.likely / 2.0).min(medium.likely),
                    likely: medium.likely,
                    high: (2.0 * large.likely).max(medium.likely),
                }
            }
        }
    }
}

/// The work of some items, of the overhead and of the priced promises that are expected.
pub(crate) fn work(terms: &Terms, promises: &[String], items: &[Item]) -> Work {
    let (mut mean, mut excess) = (0.0, 0.0);
    let mut add = |estimate: Estimate| {
        mean += estimate.mean();
        excess += estimate.excess_variance();
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
        add(item.estimate());
    }
    Work::new(mean, excess)
}

/// The likely hours of some items.
pub(crate) fn likely(items: &[Item]) -> f64 {
    items.iter().map(Item::likely).sum()
}

/// The care that some items bring, in hours a month.
pub(crate) fn care_per_month(items: &[Item]) -> PerKind<f64> {
    let mut care = PerKind::default();
    for kind in CareKind::ALL {
        care[kind] = items.iter().map(|item| item.care_per_month(kind)).sum();
    }
    care
}

/// A brief in numbers: what the odds are made of, and what would change them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario<'a> {
    /// What the shop works by.
    pub terms: &'a Terms,
    /// The hours.
    pub work: Work,
    /// The care that the wishes bring, in hours a month.
    pub care: PerKind<f64>,
    /// Who looks after each kind of it.
    pub owners: PerKind<Option<CareOwner>>,
    /// The answers about working together that move the odds.
    pub pace: Pace,
    /// What the client would pay.
    pub budget: Option<Budget>,
    /// When it must be delivered.
    pub deadline: Option<Deadline>,
    /// The odds at which the answer is yes.
    pub confidence: f64,
    /// A promise is expected that nobody can keep.
    pub broken: bool,
    /// There is a condition that the shop never accepts.
    pub stopped: bool,
}

impl<'a> Scenario<'a> {
    /// The brief seen under the terms.
    pub fn new(brief: &Brief, terms: &'a Terms, items: &[Item]) -> Scenario<'a> {
        Scenario {
            terms,
            work: work(terms, &brief.promises, items),
            care: care_per_month(items),
            owners: owners(brief),
            pace: Pace {
                content_ready: brief.conditions.content_ready,
                contact: brief.conditions.contact,
                phased: brief.conditions.phased,
            },
            budget: brief.budget,
            deadline: brief.deadline,
            confidence: confidence(terms, brief.relationship),
            broken: brief.promises.iter().any(|id| is_broken(id, terms)),
            stopped: !stops(brief, terms).is_empty(),
        }
    }

    /// The job in numbers.
    pub fn job(&self) -> Job {
        Job::new(
            self.terms,
            self.work,
            self.unpaid_care(),
            self.pace,
            self.budget,
            self.deadline,
        )
    }

    /// Whether the tests that were said are passed with the confidence.
    pub fn suffices(&self) -> bool {
        self.job().reaches(self.confidence)
    }

    /// Whether the shop does this kind of care for nothing.
    pub fn is_unpaid(&self, kind: CareKind) -> bool {
        matches!(self.owners[kind], None | Some(CareOwner::UsUnpaid))
    }

    /// The kinds of care that the wishes bring and the shop does for nothing.
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
        self.care[kind] * self.terms.care_months
    }

    /// The hours of unpaid care over the months it is counted.
    pub fn unpaid_care(&self) -> f64 {
        let kinds = self.unpaid_kinds();
        kinds.iter().map(|kind| self.care_hours(*kind)).sum()
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
    pub fn with_work(mut self, work: Work) -> Scenario<'a> {
        self.work = work;
        self
    }

    /// The same scenario at another pace.
    #[inline(never)] // As above.
    pub fn with_pace(mut self, pace: Pace) -> Scenario<'a> {
        self.pace = pace;
        self
    }
}

/// Who was named for each kind of care.
fn owners(brief: &Brief) -> PerKind<Option<CareOwner>> {
    let mut owners = PerKind::default();
    for kind in CareKind::ALL {
        owners[kind] = brief.care[kind].by;
    }
    owners
}

/// The odds at which the answer is yes.
pub(crate) fn confidence(terms: &Terms, relationship: Option<Relationship>) -> f64 {
    if relationship == Some(Relationship::Friend) {
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

/// The conditions that warn, as they were said: those that this shop never accepts, or the others.
pub(crate) fn said_flags(brief: &Brief, terms: &Terms, stops: bool) -> Vec<Flag> {
    let mut flags = Vec::new();
    for flag in Flag::STOPPABLE {
        // Not said is not *no*.
        let holds = flag
            .condition()
            .is_some_and(|(topic, warns)| brief.conditions.said(topic) == Some(warns));
        if holds && terms.stops.iter().any(|stop| stop.flag == flag) == stops {
            flags.push(flag);
        }
    }
    flags
}

/// The conditions that this shop never accepts and that are there.
pub(crate) fn stops(brief: &Brief, terms: &Terms) -> Vec<Flag> {
    said_flags(brief, terms, true)
}
