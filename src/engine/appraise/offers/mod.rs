//! Offers: changed briefs that are a yes.
//!
//! Every offer starts from the repaired brief and makes the smallest change of its kind that
//! reaches the confidence. For the verdict it suffices that some offer is within reach
//! ([`Ways::any_within_reach`]); the offers themselves are computed once ([`offers`]).

mod amended;
mod class_cut;
mod discovery;
mod hourly;
mod limit;
mod means;
mod plan;
mod reach;
mod repair;
mod retainer;
mod scope_cut;
mod shapes;
mod start;
mod ways;

pub(crate) use reach::date as date_within;
pub(crate) use repair::repaired as settled_repair;
pub(crate) use shapes::Shapes;
pub(crate) use start::alone;
pub(crate) use ways::Ways;

use crate::appraise::load::Load;
use crate::appraise::scenario::{self, Scenario};
use crate::appraise::solver::{self, MoneyAndDate, Tests};
use crate::math::insert;
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::{Brief, Budget, CareDuty, CareOwner, Change, Deadline, Offer, OfferKind, Terms};
use amended::Amended;
use libm::log;
use reach::MOST_TIMES;
use repair::{Care, eased};

/// Most offers that are made.
const MOST: usize = 5;

/// Conditions to try on the repaired brief (content ready, phases, daily contact): the fewest
/// first, then by preference.
const CONDITIONS: [[bool; 3]; 7] = [
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [true, true, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
];

/// Offers for one brief under construction.
struct Offering<'a> {
    /// The original brief.
    brief: &'a Brief,
    /// Terms of the shop.
    terms: &'a Terms,
    /// Scenario of the original brief.
    asked: Scenario<'a>,
    /// Other shapes it could have.
    shapes: &'a Shapes,
    ways: Ways<'a>,
    /// Offers so far: those within reach first, then by how little they change.
    offers: Vec<Offer>,
}

/// Returns the offers for a brief, those within reach first, then by how little they change; at
/// most five. Empty if something known only to the shop is in the way.
///
/// `passes` is true if the unchanged brief is a yes on the tests that have an answer; `price` is
/// the median price.
pub(crate) fn offers(
    brief: &Brief,
    terms: &Terms,
    asked: Scenario,
    shapes: &Shapes,
    passes: bool,
    price: f64,
) -> Vec<Offer> {
    if shapes.is_empty() || asked.stops().ours {
        return Vec::new();
    }
    let mut offering = Offering {
        brief,
        terms,
        asked,
        shapes,
        ways: Ways::new(asked, shapes),
        offers: Vec::new(),
    };
    if asked.is_share_of_nothing() {
        // A share without an amount can only get one.
        offering.fill();
    } else {
        offering.make(passes);
    }
    let study = offering.study(price);
    let mut offers = offering.offers;
    offers.truncate(MOST - usize::from(study.is_some()));
    if let Some(study) = study {
        let place = if asked.is_unseen() { 0 } else { offers.len() };
        offers.insert(place, study);
    }
    offers
}

impl Offering<'_> {
    /// Makes all offers but the study.
    fn make(&mut self, passes: bool) {
        let suffices = self.ways.repaired.suffices();
        let no_budget = self.ways.repaired.budget().is_none();
        if !suffices {
            self.plan();
            self.conditions();
        } else if !(passes && (no_budget || self.brief.deadline.is_none())) {
            // If only a budget or a date is missing, there is nothing to repair.
            self.push_repaired(
                OfferKind::Repair,
                Amended::unchanged(self.brief),
                MoneyAndDate::default(),
                true,
            );
        }
        if no_budget {
            self.fill();
        }
        if !suffices {
            self.money_and_date();
        }
        if !passes {
            self.retainer();
        }
        self.hourly();
        self.limit();
        if suffices {
            return;
        }
        if let Some(last) = self.ways.last_class_cut() {
            let within = self.shapes.has_musts
                || scope_cut::is_within(self.shapes, &self.ways.repaired, last);
            let amended = scope_cut::scope_cut(self.brief, self.shapes, &self.ways.repaired, last);
            self.push_repaired(OfferKind::Less, amended, MoneyAndDate::default(), within);
        } else if let Some(load) = self.shapes.musts
            && let Some(needed) = self.needed_for(load)
        {
            let within = self.ways.phase_within();
            let amended = scope_cut::musts_alone(self.brief, &self.shapes.items);
            self.push_repaired(OfferKind::Phase, amended, needed, within);
        }
        if let Some(load) = self.shapes.exchanged
            && let Some(amended) = means::exchanged(self.brief, self.terms)
            && let Some(needed) = self.needed_for(load)
        {
            let within = self.ways.means_within();
            self.push_repaired(OfferKind::Means, amended, needed, within);
        }
        if !self.offers.iter().any(|offer| offer.within)
            && let Some(amended) = start::start(self.brief, self.terms, self.ways.repaired.pace)
        {
            self.push(OfferKind::Start, amended, false);
        }
    }

    /// Returns the money and the date for other work, repaired.
    fn needed_for(&self, load: Load) -> Option<MoneyAndDate> {
        solver::both(&self.ways.repaired.with_load(load), Tests::Answered)
    }

    /// Returns the brief repaired at the settled pace, with care unchanged or with an owner.
    fn repaired(&self, care: Care) -> Amended {
        let pace = self.ways.repaired.pace;
        repair::repaired_brief(Amended::unchanged(self.brief), self.terms, care, pace)
    }

    /// Returns the offer of a study, if any.
    fn study(&self, price: f64) -> Option<Offer> {
        let study = discovery::discovery(self.brief, self.shapes, &self.asked, price)?;
        let pace = self.asked.pace;
        let study = repair::repaired_brief(study, self.terms, Care::Carried, pace);
        let offer = self.offer(OfferKind::Discovery, study, false)?;
        self.is_new(&offer.brief).then_some(offer)
    }

    /// Offers the money that a yes needs, if no amount was given, in the given deal: a monthly fee
    /// carries its care, any other deal has it repaired.
    fn fill(&mut self) {
        let monthly = matches!(self.brief.budget, Some(Budget::Monthly(_)));
        let (scenario, care) = if monthly {
            (retainer::carried(&self.asked), Care::Carried)
        } else {
            let deal = solver::deal_or_fixed(&self.ways.repaired);
            (self.ways.repaired.with_deal(Some(deal)), Care::Repaired)
        };
        if let Some(needed) = solver::price(&scenario) {
            let mut amended = self.repaired(care);
            amended.set_price(solver::deal_or_fixed(&scenario), needed);
            self.push(OfferKind::Price, amended, false);
        }
    }

    /// Offers payment in stages: the fewest that suffice.
    fn plan(&mut self) {
        if let Some(to) = plan::stages(&self.ways.repaired) {
            let mut amended = self.repaired(Care::Repaired);
            amended.set_pay(to);
            self.push(OfferKind::Plan, amended, true);
        }
    }

    /// Offers one monthly fee for the work and its care.
    fn retainer(&mut self) {
        if let Some(fee) = retainer::fee(&self.asked) {
            let mut amended = self.repaired(Care::Carried);
            let needed = MoneyAndDate {
                amount: Some(fee),
                ..MoneyAndDate::default()
            };
            amended.set_price(retainer::FEE, needed);
            let within = self.ways.retainer_within();
            self.push(OfferKind::Retainer, amended, within);
        }
    }

    /// Offers work by the hour, with its likely total.
    fn hourly(&mut self) {
        let repaired = &self.ways.repaired;
        if let Some(by_the_hour) = hourly::offered(&self.asked, repaired, self.shapes) {
            let within = hourly::in_reach(repaired, &by_the_hour);
            let mut amended = self.repaired(Care::Repaired);
            amended.changes.push(Change::Hourly {
                from: amended.brief.budget,
                rate: hourly::rate(&by_the_hour),
                pays: hourly::pays(&by_the_hour),
            });
            amended.brief.budget = Some(Budget::HOURLY);
            self.push(OfferKind::Hourly, amended, within);
        }
    }

    /// Offers as many free hours a month as the money carries.
    fn limit(&mut self) {
        if let Some(limits) = limit::hours(&self.asked) {
            let mut amended = self.repaired(Care::Carried);
            for (kind, hours) in limits {
                amended.changes.push(Change::Limit {
                    kind,
                    from: self.asked.care_said[kind],
                    to: hours,
                });
                amended.brief.care[kind] = CareDuty {
                    hours: Some(hours),
                    by: Some(CareOwner::UsUnpaid),
                    ..amended.brief.care[kind]
                };
            }
            self.push(OfferKind::Limit, amended, true);
        }
    }

    /// Offers other ways of working together: the fewest that suffice.
    fn conditions(&mut self) {
        let scenario = self.ways.repaired;
        for which in CONDITIONS {
            let pace = eased(scenario.pace, which);
            if pace != scenario.pace && scenario.with_pace(pace).suffices() {
                // A missing answer changes directly to the final one, so that the change is named
                // once.
                let amended = repair::repaired_brief(
                    Amended::unchanged(self.brief),
                    self.terms,
                    Care::Repaired,
                    pace,
                );
                self.push(OfferKind::Conditions, amended, true);
                return;
            }
        }
    }

    /// Offers more money, a later date, or both, if they have an answer.
    fn money_and_date(&mut self) {
        let scenario = self.ways.repaired;
        // One of the two is enough if it is within reach.
        let mut enough = false;
        let mut found = Vec::new();
        if scenario.budget().is_some()
            && let Some(needed) = solver::price(&scenario)
        {
            let within = self.ways.price_within();
            found.push((OfferKind::Price, needed, within));
            enough |= within;
        }
        if scenario.deadline.is_some()
            && let Some(weeks) = solver::date(&scenario)
        {
            let within = self.ways.date_within();
            found.push((OfferKind::Time, MoneyAndDate::weeks(weeks), within));
            enough |= within;
        }
        // A date that nobody asked for is not paid for.
        if !enough
            && scenario.deadline.is_some()
            && let Some(needed) = solver::both(&scenario, Tests::Both)
            && (needed.amount.is_some() || needed.rate.is_some())
            && needed.weeks.is_some()
        {
            let within = self.ways.both_within();
            found.push((OfferKind::Both, needed, within));
        }
        for (kind, needed, within) in found {
            self.push_repaired(kind, Amended::unchanged(self.brief), needed, within);
        }
    }

    /// Adds the offer of an amended brief, repaired, with the money and the date it needs, rounded
    /// up.
    fn push_repaired(
        &mut self,
        kind: OfferKind,
        amended: Amended,
        needed: MoneyAndDate,
        within: bool,
    ) {
        let pace = self.ways.repaired.pace;
        let mut amended = repair::repaired_brief(amended, self.terms, Care::Repaired, pace);
        let deal = amended.brief.budget.unwrap_or(Budget::fixed(0.0));
        amended.set_price(deal, needed);
        if let Some(exact) = needed.weeks {
            amended.set_date(exact);
        }
        self.push(kind, amended, within);
    }

    /// Adds an offer, unless there is none or it equals an earlier one.
    fn push(&mut self, kind: OfferKind, amended: Amended, within: bool) {
        if let Some(offer) = self.offer(kind, amended, within)
            && self.is_new(&offer.brief)
        {
            let items = &self.shapes.items;
            let distance = |offer: &Offer| distance(self.brief, self.terms, items, offer);
            insert(&mut self.offers, offer, |a, b| {
                (!a.within, distance(a)) < (!b.within, distance(b))
            });
        }
    }

    /// Returns `true` if no offer so far has this brief.
    fn is_new(&self, brief: &Brief) -> bool {
        self.offers.iter().all(|known| known.brief != *brief)
    }

    /// Returns the offer. `None` if it does not reach the confidence, exceeds
    /// [`bounds`](crate::bounds) or changes nothing.
    fn offer(&self, kind: OfferKind, amended: Amended, within: bool) -> Option<Offer> {
        let Amended { brief, changes } = amended;
        if brief == *self.brief {
            return None;
        }
        let items = scenario::items(&brief, self.terms);
        let scenario = Scenario::new(&brief, self.terms, &items);
        let job = scenario.job();
        let odds = job.odds();
        let reaches = odds.both.is_some_and(|both| both >= scenario.confidence);
        let money = brief.budget.and_then(Budget::amount).unwrap_or(0.0);
        let too_late =
            matches!(brief.deadline, Some(Deadline::Weeks { weeks, .. }) if weeks > MOST_WEEKS);
        // A study is not a job that could be too small.
        let too_small = job.is_too_small() && kind != OfferKind::Discovery;
        let too_much = money > MOST_MONEY || self.is_far_from_the_money_said(&brief, job.brings());
        let is_offer = reaches
            && !(scenario.broken || scenario.stops().any || too_late || too_small || too_much);
        is_offer.then_some(Offer {
            kind,
            changes,
            brief,
            odds,
            // A hard stop cannot be within reach.
            within: within && !self.asked.stops().hard,
        })
    }

    /// Returns `true` if an offer takes more than [`MOST_TIMES`] the client's money. `brings` is
    /// its revenue without tax.
    fn is_far_from_the_money_said(&self, brief: &Brief, brings: Option<f64>) -> bool {
        let months = self.terms.care_months;
        let Some(said) = self.brief.budget else {
            return false;
        };
        let rate_is_far = match (said, brief.budget) {
            (
                Budget::Hourly {
                    rate: Some(from), ..
                },
                Some(Budget::Hourly { rate: Some(to), .. }),
            ) => to > MOST_TIMES * from,
            _ => false,
        };
        let said = hourly::most_over(said, months);
        let money = brief.budget.and_then(|budget| match budget.over(months) {
            Some(money) => Some(money),
            None => brings.map(|money| self.asked.job().quoted(money)),
        });
        let money_is_far = match (said, money) {
            (Some(said), Some(money)) => money > MOST_TIMES * said,
            _ => false,
        };
        rate_is_far || money_is_far
    }
}

/// Returns the size of an offer's change: |ln| of the ratios of money and of time, and the share of
/// the hours left out.
fn distance(brief: &Brief, terms: &Terms, items: &[scenario::Item], offer: &Offer) -> f64 {
    let ratio = |from: Option<f64>, to: Option<f64>| match (from, to) {
        (Some(from), Some(to)) if from > 0.0 && to > 0.0 => log(to / from).abs(),
        // Nothing to something is the farthest change.
        (Some(from), Some(to)) if from != to => f64::from(u16::MAX),
        _ => 0.0,
    };
    let money = |brief: &Brief| brief.budget?.over(terms.care_months);
    let weeks = |brief: &Brief| match brief.deadline? {
        Deadline::Weeks { weeks, .. } => Some(weeks),
        Deadline::Open => None,
    };
    if offer.kind == OfferKind::Start {
        // Everything is left out, and something else started.
        return 1.0;
    }
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
    let mut offered = money(&offer.brief);
    for change in &offer.changes {
        if let Change::Hourly { pays, .. } = change {
            offered = Some(pays.p50);
        }
    }
    ratio(money(brief), offered)
        + ratio(weeks(brief), weeks(&offer.brief))
        + if hours > 0.0 { left_out / hours } else { 0.0 }
}
