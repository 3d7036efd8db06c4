//! Offers: changed briefs that would be a yes.
//!
//! Every offer starts from the repaired brief and makes the smallest change of its kind that
//! reaches the confidence. The verdict needs to know only whether some offer is within reach
//! ([`Ways::any_within_reach`]); the offers themselves are worked out once ([`Offering::all`]).

mod less;
mod means;
mod needed;
mod repair;
mod retainer;
mod shapes;
mod study;

pub(crate) use shapes::Shapes;

use super::defaults::{MOST_MONEY, MOST_WEEKS};
use super::job::{Job, Pace};
use super::order::{insert, sum};
use super::scene::{self, Scene};
use super::{Brief, Budget, Change, Contact, Deadline, Offer, OfferId, Terms, Want};
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

/// The ways to a yes from one scene, each tried only at the limit of its reach.
pub(crate) struct Ways<'a> {
    asked: Scene<'a>,
    repaired: Scene<'a>,
    job: Job,
    shapes: &'a Shapes,
}

impl<'a> Ways<'a> {
    /// The ways from this scene.
    pub fn new(asked: Scene<'a>, shapes: &'a Shapes) -> Ways<'a> {
        let repaired = repair::repaired(&asked);
        Ways {
            asked,
            repaired,
            job: repaired.job(),
            shapes,
        }
    }

    /// Whether some offer is within reach.
    pub fn any_within_reach(&self) -> bool {
        // The conditions together do at least as much as the repairs and each of them alone.
        let eased = eased(self.repaired.pace, [true, true, true]);
        self.repaired.with_pace(eased).suffices()
            || self.price_within()
            || self.date_within()
            || self.less_suffices()
            || self.means_within()
            || self.phase_within()
            || self.both_within()
            || self.retainer_within()
    }

    fn price_within(&self) -> bool {
        needed::price_in_reach(&self.repaired, &self.job)
    }

    fn date_within(&self) -> bool {
        needed::date_in_reach(&self.repaired, &self.job)
    }

    /// Filling in what was not said is no reach.
    fn both_within(&self) -> bool {
        self.repaired.budget.is_some()
            && self.repaired.deadline.is_some()
            && needed::both_in_reach(&self.repaired, &self.job)
    }

    fn less_suffices(&self) -> bool {
        self.shapes
            .emptied
            .iter()
            .any(|work| self.repaired.with_work(*work).suffices())
    }

    /// Whether other work, repaired, suffices as it is or with money and date within reach.
    fn within(&self, work: super::job::Work) -> bool {
        let scene = self.repaired.with_work(work);
        scene.suffices() || needed::both_in_reach(&scene, &scene.job())
    }

    fn means_within(&self) -> bool {
        self.shapes.exchanged.is_some_and(|work| self.within(work))
    }

    fn phase_within(&self) -> bool {
        !self.less_suffices() && self.shapes.musts.is_some_and(|work| self.within(work))
    }

    fn retainer_within(&self) -> bool {
        retainer::in_reach(&self.asked)
    }
}

/// Makes the offers for one brief.
pub(crate) struct Offering<'a> {
    /// The brief as it was asked.
    pub brief: &'a Brief,
    /// What the shop works by.
    pub terms: &'a Terms,
    /// Its wishes.
    pub items: &'a [scene::Item],
    /// The brief in numbers.
    pub asked: Scene<'a>,
    /// The other shapes it could have.
    pub shapes: &'a Shapes,
}

/// An offer with how little it changes.
struct Ranked {
    offer: Offer,
    distance: f64,
}

impl Offering<'_> {
    /// The offers, within reach first, then by how little they change; at most five.
    ///
    /// `passes` says that the brief as it stands is a yes on the tests that were said.
    pub fn all(&self, passes: bool) -> Vec<Offer> {
        if self.items.is_empty() {
            return Vec::new();
        }
        let mut ranked: Vec<Ranked> = Vec::new();
        self.make(&mut ranked, passes);
        let study = study::study(self)
            .filter(|study| ranked.iter().all(|known| known.offer.brief != study.brief));
        ranked.truncate(MOST - usize::from(study.is_some()));
        ranked
            .into_iter()
            .map(|ranked| ranked.offer)
            .chain(study)
            .collect()
    }

    fn make(&self, ranked: &mut Vec<Ranked>, passes: bool) {
        let ways = Ways::new(self.asked, self.shapes);
        let mut brief = self.brief.clone();
        let repairs = repair::repair(&mut brief, self.terms, Care::Repaired);
        let suffices = ways.repaired.suffices();
        let fills = self.brief.budget.is_none() || self.brief.deadline.is_none();
        if suffices {
            // Where only a budget or a date is missing, there is nothing to repair.
            let only_missing = passes && fills;
            if !(repairs.is_empty() || only_missing) {
                self.push(
                    ranked,
                    OfferId::Repair,
                    brief.clone(),
                    repairs.clone(),
                    true,
                );
            }
        } else {
            self.conditions(ranked, &ways, &brief, &repairs);
        }
        if !suffices || fills {
            self.money_and_date(ranked, &ways, &brief, &repairs, suffices);
        }
        if !passes {
            self.retainer(ranked, &ways);
        }
        if suffices {
            return;
        }
        if let Some((changed, changes)) = less::less(self.brief, self.items, &ways.repaired) {
            self.push_changed(
                ranked,
                OfferId::Less,
                changed,
                changes,
                Needed::default(),
                true,
            );
        } else if let Some(work) = self.shapes.musts {
            let scene = ways.repaired.with_work(work);
            if let Some(needed) = needed::both(&scene, Corners::Said) {
                let (changed, changes) = repair::musts_alone(self.brief);
                self.push_changed(
                    ranked,
                    OfferId::Phase,
                    changed,
                    changes,
                    needed,
                    ways.phase_within(),
                );
            }
        }
        if let Some(work) = self.shapes.exchanged
            && let Some((changed, changes)) = means::exchanged(self.brief, self.terms)
        {
            let scene = ways.repaired.with_work(work);
            if let Some(needed) = needed::both(&scene, Corners::Said) {
                self.push_changed(
                    ranked,
                    OfferId::Means,
                    changed,
                    changes,
                    needed,
                    ways.means_within(),
                );
            }
        }
    }

    /// One monthly fee for the work and its care.
    fn retainer(&self, ranked: &mut Vec<Ranked>, ways: &Ways) {
        if let Some((budget, exact)) = retainer::fee(&self.asked) {
            let mut changed = self.brief.clone();
            let mut changes = repair::repair(&mut changed, self.terms, Care::Carried);
            changes.push(Change::Budget {
                from: changed.budget,
                to: budget,
                exact,
            });
            changed.budget = Some(budget);
            self.push(
                ranked,
                OfferId::Retainer,
                changed,
                changes,
                ways.retainer_within(),
            );
        }
    }

    /// Other ways of working together: the fewest that suffice.
    fn conditions(&self, ranked: &mut Vec<Ranked>, ways: &Ways, brief: &Brief, repairs: &[Change]) {
        let eased = CONDITIONS
            .iter()
            .map(|which| eased(ways.repaired.pace, *which))
            .find(|pace| *pace != ways.repaired.pace && ways.repaired.with_pace(*pace).suffices());
        if let Some(pace) = eased {
            let mut changed = brief.clone();
            // What was not said goes straight to what it takes, so the change is named once.
            let mut changes: Vec<Change> = repairs
                .iter()
                .filter(|change| {
                    !matches!(
                        change,
                        Change::ContentReady { .. }
                            | Change::Contact { .. }
                            | Change::Phased { .. }
                    )
                })
                .cloned()
                .collect();
            changed.conditions = super::Conditions {
                content_ready: self.brief.conditions.content_ready,
                contact: self.brief.conditions.contact,
                phased: self.brief.conditions.phased,
                ..changed.conditions
            };
            changes.extend(repair::set_pace(&mut changed, pace));
            self.push(ranked, OfferId::Conditions, changed, changes, true);
        }
    }

    /// More money, a later date, or both. What was not said is filled in, and is no reach.
    fn money_and_date(
        &self,
        ranked: &mut Vec<Ranked>,
        ways: &Ways,
        brief: &Brief,
        repairs: &[Change],
        suffices: bool,
    ) {
        let scene = &ways.repaired;
        let (no_budget, no_date) = (scene.budget.is_none(), scene.deadline.is_none());
        let mut push = |id, needed, within| {
            self.push_needed(ranked, id, brief.clone(), repairs.to_vec(), needed, within);
        };
        // One corner alone is enough where it is within reach. Filling in what was not said is none.
        let mut enough = false;
        if no_budget && !no_date || !no_budget && !suffices {
            let within = !no_budget && ways.price_within();
            if let Some(amount) = needed::price(scene) {
                push(
                    OfferId::Price,
                    Needed {
                        amount: Some(amount),
                        weeks: None,
                    },
                    within,
                );
                enough |= within;
            }
        }
        if no_date && !no_budget || !no_date && !suffices {
            let within = !no_date && ways.date_within();
            if let Some(weeks) = needed::date(scene) {
                push(
                    OfferId::Time,
                    Needed {
                        amount: None,
                        weeks: Some(weeks),
                    },
                    within,
                );
                enough |= within;
            }
        }
        if !enough
            && let Some(needed) = needed::both(scene, Corners::All)
            && needed.amount.is_some()
            && needed.weeks.is_some()
        {
            push(OfferId::Both, needed, ways.both_within());
        }
    }

    /// Repairs a brief whose wishes were changed and adds the offer.
    fn push_changed(
        &self,
        ranked: &mut Vec<Ranked>,
        id: OfferId,
        mut brief: Brief,
        mut changes: Vec<Change>,
        needed: Needed,
        within: bool,
    ) {
        let mut all = repair::repair(&mut brief, self.terms, Care::Repaired);
        all.append(&mut changes);
        self.push_needed(ranked, id, brief, all, needed, within);
    }

    /// Adds the offer with the money and the date that it needs, rounded up.
    fn push_needed(
        &self,
        ranked: &mut Vec<Ranked>,
        id: OfferId,
        mut brief: Brief,
        mut changes: Vec<Change>,
        needed: Needed,
        within: bool,
    ) {
        if let Some(exact) = needed.amount {
            let deal = brief.budget.unwrap_or(Budget::Fixed(0.0));
            let to = deal.with_amount(three_digits_up(exact));
            changes.push(Change::Budget {
                from: brief.budget,
                to,
                exact,
            });
            brief.budget = Some(to);
        }
        if let Some(exact) = needed.weeks {
            let to = Deadline::Weeks(half_week_up(exact));
            changes.push(Change::Deadline {
                from: brief.deadline,
                to,
                exact,
            });
            brief.deadline = Some(to);
        }
        self.push(ranked, id, brief, changes, within);
    }

    /// Adds an offer, unless it is none or the same as one before.
    fn push(
        &self,
        ranked: &mut Vec<Ranked>,
        id: OfferId,
        brief: Brief,
        changes: Vec<Change>,
        within: bool,
    ) {
        let Some(offer) = self.offer(id, brief, changes, within) else {
            return;
        };
        if !ranked.iter().any(|known| known.offer.brief == offer.brief) {
            let distance = self.distance(&offer.brief, &offer.changes);
            insert(ranked, Ranked { offer, distance }, |a, b| {
                b.offer
                    .within
                    .cmp(&a.offer.within)
                    .then(a.distance.total_cmp(&b.distance))
            });
        }
    }

    /// The offer. None where it does not reach the confidence, takes more than anybody has or is
    /// what was asked for.
    fn offer(
        &self,
        id: OfferId,
        brief: Brief,
        changes: Vec<Change>,
        within: bool,
    ) -> Option<Offer> {
        let items = scene::items(&brief, self.terms);
        let scene = Scene::new(&brief, self.terms, &items);
        let odds = scene.job().odds();
        let reaches = odds.both.is_some_and(|both| both >= scene.confidence);
        let money = brief.budget.and_then(Budget::amount).unwrap_or(0.0);
        let too_late = matches!(brief.deadline, Some(Deadline::Weeks(weeks)) if weeks > MOST_WEEKS);
        let is_offer = reaches
            && !(scene.broken || scene.stopped || too_late || money > MOST_MONEY)
            && brief != *self.brief;
        is_offer.then_some(Offer {
            id,
            changes,
            brief,
            odds,
            within,
        })
    }

    /// How much an offer changes: |ln| of the ratios of money and of time, and the share of the
    /// hours left out.
    fn distance(&self, changed: &Brief, changes: &[Change]) -> f64 {
        let ratio = |from: Option<f64>, to: Option<f64>| match (from, to) {
            (Some(from), Some(to)) if from > 0.0 && to > 0.0 => log(to / from).abs(),
            // From nothing to something is as far as it gets.
            (Some(from), Some(to)) if from != to => f64::from(u16::MAX),
            _ => 0.0,
        };
        let months = self.terms.care_months;
        let money = |brief: &Brief| match brief.budget? {
            Budget::Monthly(fee) => Some(fee * months),
            other => other.amount(),
        };
        let weeks = |brief: &Brief| {
            brief
                .deadline
                .map(Deadline::weeks)
                .filter(|weeks| weeks.is_finite())
        };
        let hours = scene::likely(self.items);
        let left_out = sum(&mut changes.iter().filter_map(|change| match change {
            Change::LeaveOut { wish, count, .. } => self
                .items
                .get(*wish)
                .map(|item| item.each.likely * f64::from(*count)),
            _ => None,
        }));
        ratio(money(self.brief), money(changed))
            + ratio(weeks(self.brief), weeks(changed))
            + if hours > 0.0 { left_out / hours } else { 0.0 }
    }
}

/// Rounded up to three significant digits, and to no less than a hundredth.
fn three_digits_up(amount: f64) -> f64 {
    if amount <= 0.0 {
        return 0.0;
    }
    // Whole powers of ten are exact, and dividing by one gives the nearest decimal number.
    let (mut unit, mut parts) = (1.0, 1.0);
    while amount / unit >= 1000.0 {
        unit *= 10.0;
    }
    while amount * parts < 100.0 && parts < 100.0 {
        parts *= 10.0;
    }
    (amount * parts / unit).ceil() * unit / parts
}

/// Rounded up to half a week.
fn half_week_up(weeks: f64) -> f64 {
    (weeks * 2.0).ceil() / 2.0
}

/// The name of a wish, for an offer that makes a wish of its own.
fn own_wish(name: &str, hours: super::Estimate) -> super::Wish {
    super::Wish {
        want: Want::Estimated {
            name: name.to_owned(),
            hours,
        },
        count: 1,
        priority: super::Priority::Must,
        serves_purpose: None,
    }
}
