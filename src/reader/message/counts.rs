//! Numbers of a service that a message asks for.

use super::Reader;
use super::candidates::Candidate;
use crate::reader::senses::TimeUnit;
use crate::reader::token::Class;

impl Reader<'_> {
    /// Returns the requested number of a service: the one before it, or one of its units that no other
    /// wish is nearer to.
    pub(super) fn count(&self, one: &Candidate, wishes: &[Candidate]) -> u32 {
        let services = &self.shop.terms.services;
        let unit = services.get(one.service).and_then(|service| {
            let unit = service.unit.as_ref()?;
            Some(unit.default.as_str())
        });
        let Some(unit) = unit else {
            return 1;
        };
        let count = self
            .count_before(one)
            .or_else(|| self.count_of_units(one, unit, wishes));
        count.unwrap_or(1)
    }

    /// Returns the number immediately before a wish: "two landing pages".
    fn count_before(&self, one: &Candidate) -> Option<u32> {
        let text = &self.text;
        let before = (1..=2).filter_map(|back| one.from.checked_sub(back));
        let number = before
            .filter_map(|at| text.number(at))
            .find(|number| {
                let is_word = text.tokens.class(number.to) == Some(Class::Word);
                number.to == one.from || number.to + 1 == one.from && is_word
            })
            .filter(|number| number.digits <= 2)?;
        as_count(number.value)
    }

    /// Returns the number of units near a wish: "copywriting for 8 pages".
    fn count_of_units(&self, one: &Candidate, unit: &str, wishes: &[Candidate]) -> Option<u32> {
        let text = &self.text;
        let is_unit = |at: usize| match unit {
            "days" => text.unit(at).is_some_and(|(unit, _)| unit == TimeUnit::Day),
            _ => self
                .hits_in(at, at + 1)
                .any(|hit| self.key(hit).strip_prefix("unit:") == Some(unit)),
        };
        let sentence = self.position(one.from).sentence;
        let is_others = |at: usize| {
            let mut between = wishes.iter().filter(|wish| {
                (at..one.from).contains(&wish.from) || (one.to..=at).contains(&wish.from)
            });
            between.any(|wish| wish.service != one.service)
        };
        let near = one.from.saturating_sub(8)..one.to + 8;
        let mut near = near.filter(|at| self.position(*at).sentence == sentence && !is_others(*at));
        near.find_map(|at| {
            if let Some(((days, TimeUnit::Day), _)) =
                text.duration_word(at).filter(|_| unit == "days")
            {
                return as_count(days);
            }
            let number = text.number(at).map(|number| (number.value, number.to));
            let (value, next) = number.or_else(|| text.article(at))?;
            let is_word = text.tokens.class(next) == Some(Class::Word);
            let is_of_units = is_unit(next) || is_word && is_unit(next + 1);
            as_count(value).filter(|_| is_of_units)
        })
    }
}

/// Returns a number that may be the number of a service.
fn as_count(value: f64) -> Option<u32> {
    ((1.0..=200.0).contains(&value) && value.fract() == 0.0).then_some(value as u32)
}
