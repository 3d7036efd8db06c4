//! Offers: changed briefs that would be a yes.
//!
//! Every offer starts from the repaired brief and makes the smallest change of its kind that
//! reaches the confidence. The verdict needs to know only whether some offer is within reach
//! ([`Ways::any_within_reach`]); the offers themselves are worked out once ([`offers`]).

mod discovery;
mod less;
mod means;
mod needed;
mod reach;
mod repair;
mod retainer;
mod shapes;
mod ways;

pub(crate) use shapes::Shapes;
pub(crate) use ways::Ways;

use super::bounds::{MOST_MONEY, MOST_WEEKS};
use super::job::{Pace, Work};
use super::order::{Sum, insert};
use super::rounding::{half_week_up, three_digits_up};
use super::scene::{self, Scene};
use super::{Brief, Budget, Change, Contact, Deadline, Offer, OfferId, Terms};
use libm::log;
use needed::{Corners, Needed};
use repair::Care;

/// At most so many offers are made.
const MOST: usize = 5;

/// What can be tried on the repaired brief, in the order of preference: the fewest, then these.
const CONDITIONS: [[bool; 3]; 7] = [
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [true, true, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
];

/// The pace with some of: content ready before the start, delivery in phases, daily contact.
fn eased(pace: Pace, [content, phases, daily]: [bool; 3]) -> Pace {
    Pace {
        content_ready: if content {
            Some(true)
        } else {
            pace.content_ready
        },
        phased: if phases { Some(true) } else { pace.phased },
        contact: if daily {
            Some(Contact::Daily)
        } else {
            pace.contact
        },
    }
}

/// The offers for one brief, as they are found.
pub(crate) struct Offering<'a> {
    /// The brief as it was asked.
    brief: &'a Brief,
    /// What the shop works by.
    terms: &'a Terms,
    /// Its wishes.
    items: &'a [scene::Item],
    /// The brief in numbers.
    asked: Scene<'a>,
    /// The other shapes it could have.
    shapes: &'a Shapes,
    ways: Ways<'a>,
    /// Those within reach first, then by how little they change.
    offers: Vec<Offer>,
}

/// A brief and what was changed to come to it.
type Changed = (Brief, Vec<Change>);

/// The offers for a brief, within reach first, then by how little they change; at most five.
///
/// `passes` says that the brief as it stands is a yes on the tests that were said.
pub(crate) fn offers(
    brief: &Brief,
    terms: &Terms,
    items: &[scene::Item],
    asked: Scene,
    shapes: &Shapes,
    passes: bool,
) -> Vec<Offer> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut offering = Offering {
        brief,
        terms,
        items,
        asked,
        shapes,
        ways: Ways::new(asked, shapes),
        offers: Vec::new(),
    };
    offering.make(passes);
    let study = discovery::discovery(&offering).filter(|study| offering.is_new(&study.brief));
    let mut offers = offering.offers;
    offers.truncate(MOST - usize::from(study.is_some()));
    if let Some(study) = study {
        offers.push(study);
    }
    offers
}

impl Offering<'_> {
    /// Makes every offer but the study.
    fn make(&mut self, passes: bool) {
        let suffices = self.ways.repaired.suffices();
        let fills = self.brief.budget.is_none() || self.brief.deadline.is_none();
        if !suffices {
            self.conditions();
        } else if !(passes && fills) {
            // Where only a budget or a date is missing, there is nothing to repair.
            self.push_needed(OfferId::Repair, self.unchanged(), Needed::default(), true);
        }
        if !suffices || fills {
            self.money_and_date(suffices);
        }
        if !passes {
            self.retainer();
        }
        if suffices {
            return;
        }
        if let Some(last) = self.ways.emptied() {
            let changed = less::less(self.brief, self.items, &self.ways.repaired, last);
            self.push_needed(OfferId::Less, changed, Needed::default(), true);
        } else if let Some(work) = self.shapes.musts
            && let Some(needed) = self.needed_for(work)
        {
            let within = self.ways.phase_within();
            let changed = less::musts_alone(self.brief);
            self.push_needed(OfferId::Phase, changed, needed, within);
        }
        if let Some(work) = self.shapes.exchanged
            && let Some(changed) = means::exchanged(self.brief, self.terms)
            && let Some(needed) = self.needed_for(work)
        {
            let within = self.ways.means_within();
            self.push_needed(OfferId::Means, changed, needed, within);
        }
    }

    /// The brief as it was asked.
    fn unchanged(&self) -> Changed {
        (self.brief.clone(), Vec::new())
    }

    /// The money and the date that other work needs, repaired.
    fn needed_for(&self, work: Work) -> Option<Needed> {
        needed::both(&self.ways.repaired.with_work(work), Corners::Said)
    }

    /// One monthly fee for the work and its care.
    fn retainer(&mut self) {
        if let Some(fee) = retainer::fee(&self.asked) {
            let pace = self.ways.repaired.pace;
            let mut changed =
                repair::repaired_brief(self.unchanged(), self.terms, Care::Carried, pace);
            set_price(&mut changed, retainer::FEE, fee);
            let within = self.ways.retainer_within();
            self.push(OfferId::Retainer, changed, within);
        }
    }

    /// Other ways of working together: the fewest that suffice.
    fn conditions(&mut self) {
        let scene = self.ways.repaired;
        for which in CONDITIONS {
            let pace = eased(scene.pace, which);
            if pace != scene.pace && scene.with_pace(pace).suffices() {
                // What was not said goes straight to what it takes, so the change is named once.
                let changed =
                    repair::repaired_brief(self.unchanged(), self.terms, Care::Repaired, pace);
                self.push(OfferId::Conditions, changed, true);
                return;
            }
        }
    }

    /// More money, a later date, or both. What was not said is filled in, and is no reach.
    fn money_and_date(&mut self, suffices: bool) {
        let scene = self.ways.repaired;
        let (no_budget, no_date) = (scene.budget.is_none(), scene.deadline.is_none());
        // One corner alone is enough where it is within reach. Filling in what was not said is none.
        let mut enough = false;
        if no_budget && !no_date || !no_budget && !suffices {
            let within = !no_budget && self.ways.price_within();
            if let Some(needed) = needed::price(&scene) {
                self.push_needed(OfferId::Price, self.unchanged(), needed, within);
                enough |= within;
            }
        }
        if no_date && !no_budget || !no_date && !suffices {
            let within = !no_date && self.ways.date_within();
            if let Some(needed) = needed::date(&scene) {
                self.push_needed(OfferId::Time, self.unchanged(), needed, within);
                enough |= within;
            }
        }
        if !enough
            && let Some(needed) = needed::both(&scene, Corners::All)
            && needed.amount.is_some()
            && needed.weeks.is_some()
        {
            let within = self.ways.both_within();
            self.push_needed(OfferId::Both, self.unchanged(), needed, within);
        }
    }

    /// Adds the offer of a changed brief, repaired, with the money and the date that it needs,
    /// rounded up.
    fn push_needed(&mut self, id: OfferId, changed: Changed, needed: Needed, within: bool) {
        let pace = self.ways.repaired.pace;
        let mut changed = repair::repaired_brief(changed, self.terms, Care::Repaired, pace);
        if let Some(exact) = needed.amount {
            let deal = changed.0.budget.unwrap_or(Budget::Fixed(0.0));
            set_price(&mut changed, deal, exact);
        }
        let (mut brief, mut changes) = changed;
        if let Some(exact) = needed.weeks {
            let to = Deadline::Weeks(half_week_up(exact));
            changes.push(Change::Deadline {
                from: brief.deadline,
                to,
                exact,
            });
            brief.deadline = Some(to);
        }
        self.push(id, (brief, changes), within);
    }

    /// Adds an offer, unless it is none or the same as one before.
    fn push(&mut self, id: OfferId, changed: Changed, within: bool) {
        if let Some(offer) = self.offer(id, changed, within)
            && self.is_new(&offer.brief)
        {
            let distance = |offer: &Offer| distance(self.brief, self.terms, self.items, offer);
            insert(&mut self.offers, offer, |a, b| {
                a.within & !b.within || a.within == b.within && distance(a) < distance(b)
            });
        }
    }

    /// Whether no offer so far has this brief.
    fn is_new(&self, brief: &Brief) -> bool {
        self.offers.iter().all(|known| known.brief != *brief)
    }

    /// The offer. None where it does not reach the confidence, takes more than anybody has or is
    /// what was asked for.
    fn offer(&self, id: OfferId, changed: Changed, within: bool) -> Option<Offer> {
        let (brief, changes) = changed;
        if brief == *self.brief {
            return None;
        }
        let items = scene::items(&brief, self.terms);
        let scene = Scene::new(&brief, self.terms, &items);
        let odds = scene.job().odds();
        let reaches = odds.both.is_some_and(|both| both >= scene.confidence);
        let money = brief.budget.and_then(Budget::amount).unwrap_or(0.0);
        let too_late = matches!(brief.deadline, Some(Deadline::Weeks(weeks)) if weeks > MOST_WEEKS);
        let is_offer =
            reaches && !(scene.broken || scene.stopped || too_late || money > MOST_MONEY);
        is_offer.then_some(Offer {
            id,
            changes,
            brief,
            odds,
            within,
        })
    }
}

/// How much an offer changes: |ln| of the ratios of money and of time, and the share of the hours
/// left out.
fn distance(brief: &Brief, terms: &Terms, items: &[scene::Item], offer: &Offer) -> f64 {
    let ratio = |from: Option<f64>, to: Option<f64>| match (from, to) {
        (Some(from), Some(to)) if from > 0.0 && to > 0.0 => log(to / from).abs(),
        // From nothing to something is as far as it gets.
        (Some(from), Some(to)) if from != to => f64::from(u16::MAX),
        _ => 0.0,
    };
    let money = |brief: &Brief| brief.budget?.over(terms.care_months);
    let weeks = |brief: &Brief| match brief.deadline? {
        Deadline::Weeks(weeks) => Some(weeks),
        Deadline::Open => None,
    };
    let hours = scene::likely(items);
    let mut left_out = Sum::default();
    for change in &offer.changes {
        if let Change::LeaveOut { wish, count, .. } = change
            && let Some(item) = items.get(*wish)
        {
            left_out.add(item.each.likely * f64::from(*count));
        }
    }
    ratio(money(brief), money(&offer.brief))
        + ratio(weeks(brief), weeks(&offer.brief))
        + if hours > 0.0 {
            left_out.total() / hours
        } else {
            0.0
        }
}

/// Sets the price of a deal to what it takes, rounded up.
fn set_price((brief, changes): &mut Changed, deal: Budget, exact: f64) {
    let to = deal.with_amount(three_digits_up(exact));
    changes.push(Change::Budget {
        from: brief.budget,
        to,
        exact,
    });
    brief.budget = Some(to);
}
