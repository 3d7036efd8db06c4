//! Offers: changed briefs that would be a yes.
//!
//! Every offer starts from the repaired brief and makes the smallest change of its kind that
//! reaches the confidence. The verdict needs to know only whether some offer is within reach
//! ([`Ways::any_within_reach`]); the offers themselves are worked out once ([`offers`]).

mod amended;
mod discovery;
mod means;
mod needed;
mod reach;
mod repair;
mod retainer;
mod scope_cut;
mod shapes;
mod ways;

pub(crate) use shapes::Shapes;
pub(crate) use ways::Ways;

use crate::appraise::job::Work;
use crate::appraise::scenario::{self, Scenario};
use crate::math::insert;
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::{Brief, Budget, Change, Deadline, Offer, OfferId, Terms};
use amended::Amended;
use libm::log;
use needed::{Corners, MoneyAndDate};
use repair::{Care, eased};

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

/// The offers for one brief, as they are found.
struct Offering<'a> {
    /// The brief as it was asked.
    brief: &'a Brief,
    /// What the shop works by.
    terms: &'a Terms,
    /// Its wishes.
    items: &'a [scenario::Item],
    /// The brief in numbers.
    asked: Scenario<'a>,
    /// The other shapes it could have.
    shapes: &'a Shapes,
    ways: Ways<'a>,
    /// Those within reach first, then by how little they change.
    offers: Vec<Offer>,
}

/// The offers for a brief, within reach first, then by how little they change; at most five.
///
/// `passes` says that the brief as it stands is a yes on the tests that were said.
pub(crate) fn offers(
    brief: &Brief,
    terms: &Terms,
    items: &[scenario::Item],
    asked: Scenario,
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
    let study = discovery::discovery(brief, items, &asked, offering.ways.repaired.pace)
        .and_then(|study| offering.offer(OfferId::Discovery, study, false))
        .filter(|study| offering.is_new(&study.brief));
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
            self.push_repaired(
                OfferId::Repair,
                Amended::unchanged(self.brief),
                MoneyAndDate::default(),
                true,
            );
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
            let amended = scope_cut::scope_cut(self.brief, self.items, &self.ways.repaired, last);
            self.push_repaired(OfferId::Less, amended, MoneyAndDate::default(), true);
        } else if let Some(work) = self.shapes.musts
            && let Some(needed) = self.needed_for(work)
        {
            let within = self.ways.phase_within();
            let amended = scope_cut::musts_alone(self.brief);
            self.push_repaired(OfferId::Phase, amended, needed, within);
        }
        if let Some(work) = self.shapes.exchanged
            && let Some(amended) = means::exchanged(self.brief, self.terms)
            && let Some(needed) = self.needed_for(work)
        {
            let within = self.ways.means_within();
            self.push_repaired(OfferId::Means, amended, needed, within);
        }
    }

    /// The money and the date that other work needs, repaired.
    fn needed_for(&self, work: Work) -> Option<MoneyAndDate> {
        needed::both(&self.ways.repaired.with_work(work), Corners::Said)
    }

    /// One monthly fee for the work and its care.
    fn retainer(&mut self) {
        if let Some(fee) = retainer::fee(&self.asked) {
            let pace = self.ways.repaired.pace;
            let mut amended = repair::repaired_brief(
                Amended::unchanged(self.brief),
                self.terms,
                Care::Carried,
                pace,
            );
            amended.set_price(retainer::FEE, fee);
            let within = self.ways.retainer_within();
            self.push(OfferId::Retainer, amended, within);
        }
    }

    /// Other ways of working together: the fewest that suffice.
    fn conditions(&mut self) {
        let scenario = self.ways.repaired;
        for which in CONDITIONS {
            let pace = eased(scenario.pace, which);
            if pace != scenario.pace && scenario.with_pace(pace).suffices() {
                // What was not said goes straight to what it takes, so the change is named once.
                let amended = repair::repaired_brief(
                    Amended::unchanged(self.brief),
                    self.terms,
                    Care::Repaired,
                    pace,
                );
                self.push(OfferId::Conditions, amended, true);
                return;
            }
        }
    }

    /// More money, a later date, or both. What was not said is filled in, and is no reach.
    fn money_and_date(&mut self, suffices: bool) {
        let scenario = self.ways.repaired;
        let (no_budget, no_date) = (scenario.budget.is_none(), scenario.deadline.is_none());
        // One corner alone is enough where it is within reach. Filling in what was not said is none.
        let mut enough = false;
        if no_budget && !no_date || !no_budget && !suffices {
            let within = !no_budget && self.ways.price_within();
            if let Some(needed) = needed::price(&scenario) {
                self.push_repaired(
                    OfferId::Price,
                    Amended::unchanged(self.brief),
                    needed,
                    within,
                );
                enough |= within;
            }
        }
        if no_date && !no_budget || !no_date && !suffices {
            let within = !no_date && self.ways.date_within();
            if let Some(needed) = needed::date(&scenario) {
                self.push_repaired(
                    OfferId::Time,
                    Amended::unchanged(self.brief),
                    needed,
                    within,
                );
                enough |= within;
            }
        }
        if !enough
            && let Some(needed) = needed::both(&scenario, Corners::All)
            && needed.amount.is_some()
            && needed.weeks.is_some()
        {
            let within = self.ways.both_within();
            self.push_repaired(
                OfferId::Both,
                Amended::unchanged(self.brief),
                needed,
                within,
            );
        }
    }

    /// Adds the offer of an amended brief, repaired, with the money and the date that it takes,
    /// rounded up.
    fn push_repaired(&mut self, id: OfferId, amended: Amended, needed: MoneyAndDate, within: bool) {
        let pace = self.ways.repaired.pace;
        let mut amended = repair::repaired_brief(amended, self.terms, Care::Repaired, pace);
        if let Some(exact) = needed.amount {
            let deal = amended.brief.budget.unwrap_or(Budget::fixed(0.0));
            amended.set_price(deal, exact);
        }
        if let Some(exact) = needed.weeks {
            amended.set_date(exact);
        }
        self.push(id, amended, within);
    }

    /// Adds an offer, unless it is none or the same as one before.
    fn push(&mut self, id: OfferId, amended: Amended, within: bool) {
        if let Some(offer) = self.offer(id, amended, within)
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
    fn offer(&self, id: OfferId, amended: Amended, within: bool) -> Option<Offer> {
        let Amended { brief, changes } = amended;
        if brief == *self.brief {
            return None;
        }
        let items = scenario::items(&brief, self.terms);
        let scenario = Scenario::new(&brief, self.terms, &items);
        let odds = scenario.job().odds();
        let reaches = odds.both.is_some_and(|both| both >= scenario.confidence);
        let money = brief.budget.and_then(Budget::amount).unwrap_or(0.0);
        let too_late =
            matches!(brief.deadline, Some(Deadline::Weeks { weeks, .. }) if weeks > MOST_WEEKS);
        let is_offer =
            reaches && !(scenario.broken || scenario.stopped || too_late || money > MOST_MONEY);
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
fn distance(brief: &Brief, terms: &Terms, items: &[scenario::Item], offer: &Offer) -> f64 {
    let ratio = |from: Option<f64>, to: Option<f64>| match (from, to) {
        (Some(from), Some(to)) if from > 0.0 && to > 0.0 => log(to / from).abs(),
        // From nothing to something is as far as it gets.
        (Some(from), Some(to)) if from != to => f64::from(u16::MAX),
        _ => 0.0,
    };
    let money = |brief: &Brief| brief.budget?.over(terms.care_months);
    let weeks = |brief: &Brief| match brief.deadline? {
        Deadline::Weeks { weeks, .. } => Some(weeks),
        Deadline::Open => None,
    };
    let hours = scenario::likely(items);
    let mut left_out = 0.0;
    for item in items {
        for change in &offer.changes {
            if let Change::LeaveOut { wish, count, .. } = change
                && *wish == item.wish
            {
                left_out += item.each.likely * f64::from(*count);
            }
        }
    }
    ratio(money(brief), money(&offer.brief))
        + ratio(weeks(brief), weeks(&offer.brief))
        + if hours > 0.0 { left_out / hours } else { 0.0 }
}
