//! Three made-up enquiries to play with, out of the shop's services.

use crate::config::Config;
use crate::desk::browser;
use crate::desk::cards::{Card, date};
use crate::engine::{
    Brief, Budget, Deadline, Pay, Priority, Relationship, Service, Terms, Want, Wish, appraise,
    rounding,
};
use crate::i18n::Speech;

/// A made-up enquiry: the number of its wishes, its weeks, its money as a share of what pays in 8 of
/// 10 cases, the days since it came, and if all is well with it.
struct Sample {
    id: &'static str,
    wishes: usize,
    weeks: f64,
    share: f64,
    days: i64,
    is_well: bool,
}

const SAMPLES: [Sample; 3] = [
    Sample {
        id: "bakery",
        wishes: 1,
        weeks: 26.0,
        share: 1.25,
        days: 0,
        is_well: true,
    },
    Sample {
        id: "clinic",
        wishes: 3,
        weeks: 12.0,
        share: 0.55,
        days: 6,
        is_well: true,
    },
    Sample {
        id: "club",
        wishes: 2,
        weeks: 4.0,
        share: 0.3,
        days: 20,
        is_well: false,
    },
];

/// Three made-up enquiries of these terms.
pub fn samples(speech: &Speech, config: &Config) -> Vec<Card> {
    let today = browser::day();
    let sample = |sample: &Sample| {
        let mut card = Card::new(
            speech.get_for("sample.{}", sample.id),
            date(today - sample.days),
            serde_json::to_value(brief(sample, &config.terms)).unwrap_or_default(),
        );
        card.message = speech.get_for("sample.{}.message", sample.id);
        card
    };
    SAMPLES.iter().map(sample).collect()
}

fn brief(sample: &Sample, terms: &Terms) -> Brief {
    let service = |service: &Service| Wish {
        priority: Priority::Must,
        ..Wish::new(Want::Service {
            service: service.id.clone(),
        })
    };
    let mut brief = Brief {
        wishes: terms
            .services
            .iter()
            .take(sample.wishes)
            .map(service)
            .collect(),
        deadline: Some(Deadline::within(sample.weeks)),
        relationship: Some(Relationship::Stranger),
        pay: Some(if sample.is_well {
            Pay::Deposit
        } else {
            Pay::End
        }),
        ..Brief::default()
    };
    let conditions = &mut brief.conditions;
    conditions.content_ready = Some(sample.is_well);
    conditions.decider = Some(sample.is_well);
    conditions.written = Some(sample.is_well);
    conditions.open_to_advice = Some(true);
    conditions.free_sample = Some(!sample.is_well);
    if let Ok(appraisal) = appraise(&brief, terms) {
        let offered = rounding::two_digits(appraisal.price.p80 * sample.share);
        brief.budget = Some(Budget::fixed(offered));
    }
    brief
}
