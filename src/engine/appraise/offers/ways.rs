//! Ways to a yes: cheap tests for offers within reach, each at the limit of its reach.

use super::class_cut::ClassCut;
use super::repair::{self, eased};
use super::scope_cut;
use super::shapes::Shapes;
use super::{hourly, limit, plan, reach, retainer};
use crate::appraise::job::Job;
use crate::appraise::load::Load;
use crate::appraise::scenario::Scenario;

/// Ways to a yes from one scenario, each tested only at the limit of its reach.
pub(crate) struct Ways<'a> {
    asked: Scenario<'a>,
    /// Scenario after the repairs.
    pub repaired: Scenario<'a>,
    job: Job,
    shapes: &'a Shapes,
}

impl<'a> Ways<'a> {
    /// Returns the ways from this scenario.
    pub fn new(asked: Scenario<'a>, shapes: &'a Shapes) -> Ways<'a> {
        let repaired = repair::repaired(&asked);
        Ways {
            asked,
            repaired,
            job: repaired.job(),
            shapes,
        }
    }

    /// Returns `true` if some offer is within reach. None is if something known only to the shop is
    /// in the way, or a share is offered without money: filling in money does not count.
    pub fn any_within_reach(&self) -> bool {
        if self.asked.stops().ours || self.asked.is_share_of_nothing() {
            return false;
        }
        // The conditions together achieve at least as much as the repairs and each of them alone.
        let eased = eased(self.repaired.pace, [true, true, true]);
        self.repaired.with_pace(eased).suffices()
            || plan::suffices(&self.repaired)
            || self.price_within()
            || self.date_within()
            || self.hourly_within()
            || limit::suffices(&self.asked)
            || self.less_within()
            || self.means_within()
            || self.phase_within()
            || self.both_within()
            || self.retainer_within()
    }

    /// Returns `true` if more money alone is within reach.
    pub fn price_within(&self) -> bool {
        reach::price(&self.repaired, &self.job)
    }

    /// Returns `true` if a later date alone is within reach.
    pub fn date_within(&self) -> bool {
        reach::date(&self.repaired, &self.job)
    }

    /// Returns `true` if both together are within reach. Filling in missing answers does not count.
    pub fn both_within(&self) -> bool {
        self.repaired.budget().is_some()
            && self.repaired.deadline.is_some()
            && reach::both(&self.repaired, &self.job)
    }

    /// Returns the first class cut that suffices.
    pub fn last_class_cut(&self) -> Option<&'a ClassCut> {
        let mut cuts = self.shapes.class_cuts.iter();
        cuts.find(|cut| self.repaired.with_load(cut.load).suffices())
    }

    /// Returns `true` if wishes can be left out: any but musts if there are musts, otherwise up to
    /// the shop's share of the hours.
    fn less_within(&self) -> bool {
        self.last_class_cut().is_some_and(|last| {
            self.shapes.has_musts || scope_cut::is_within(self.shapes, &self.repaired, last)
        })
    }

    /// Returns `true` if other work, repaired, suffices or needs money and a date within reach.
    fn within(&self, load: Load) -> bool {
        let scenario = self.repaired.with_load(load);
        scenario.suffices() || reach::both(&scenario, &scenario.job())
    }

    /// Returns `true` if other means are within reach, with the money and the date they need.
    pub fn means_within(&self) -> bool {
        self.shapes.exchanged.is_some_and(|load| self.within(load))
    }

    /// Returns `true` if the musts alone are within reach, with the money and the date they need.
    pub fn phase_within(&self) -> bool {
        self.last_class_cut().is_none() && self.shapes.musts.is_some_and(|load| self.within(load))
    }

    /// Returns `true` if a monthly fee is within reach.
    pub fn retainer_within(&self) -> bool {
        retainer::in_reach(&self.asked)
    }

    /// Returns `true` if work by the hour is within reach.
    pub fn hourly_within(&self) -> bool {
        hourly::offered(&self.asked, &self.repaired, self.shapes).is_some_and(|by_the_hour| {
            by_the_hour.suffices() && hourly::in_reach(&self.repaired, &by_the_hour)
        })
    }
}
