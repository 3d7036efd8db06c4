//! The consequences of an edit for an answer, and for the enquiries on the desk.

use crate::config::{Config, read_brief, read_config};
use crate::desk::browser;
use crate::desk::cards::{BRIEFS, Card};
use crate::desk::sheet::floor_decides;
use crate::engine::{Appraisal, Brief, appraise};
use crate::i18n::{Speech, amount, speak};
use serde_json::Value;

/// An answer with its question.
struct Answered {
    brief: Brief,
    appraisal: Appraisal,
}

fn answered(brief: &str, config: &Config) -> Option<Answered> {
    let brief = read_brief(brief, &config.terms).ok()?;
    let appraisal = appraise(&brief, &config.terms).ok()?;
    Some(Answered { brief, appraisal })
}

/// Describes in a line the difference between the answers of two configurations: for a brief as JSON text, and
/// for the verdicts on the enquiries that are stored on this device. `None` where one of them cannot be read.
pub fn effect(
    speech: &Speech,
    (before, after): (&Value, &Value),
    brief: Option<&str>,
) -> Option<String> {
    let (cards, today) = (browser::stored_list::<Card>(BRIEFS), browser::day());
    let floor_decides = floor_decides(before, after);
    let before = read_config(&before.to_string()).ok()?;
    let after = read_config(&after.to_string()).ok()?;
    let mut said = Vec::new();
    if let Some((then, now)) = brief.and_then(|brief| {
        let then = answered(brief, &before)?;
        Some((then, answered(brief, &after)?))
    }) {
        let verdict =
            |answer: &Answered| speak::to_the_shop(speech, &answer.brief, answer.appraisal.verdict);
        let price = |answer: &Answered, config: &Config| {
            amount::roughly(speech, &config.terms, answer.appraisal.price.p80)
        };
        let weeks = |answer: &Answered| speak::weeks(speech, answer.appraisal.weeks.p80);
        let figures = [
            ("effect.verdict", verdict(&then), verdict(&now)),
            ("effect.price", price(&then, &before), price(&now, &after)),
            ("effect.weeks", weeks(&then), weeks(&now)),
        ];
        let changed = figures.iter().filter(|(_, then, now)| then != now);
        said.extend(changed.map(|(key, then, now)| {
            speech.format(key, &[("before", then.as_str()), ("after", now.as_str())])
        }));
    }
    let verdict = |card: &Card, config: &Config| {
        let asked = read_brief(&card.brief.to_string(), &config.terms).ok()?;
        let brief = card.brief_on(today, &asked);
        Some(appraise(&brief, &config.terms).ok()?.verdict)
    };
    let open = cards.iter().filter(|card| !card.archived);
    let all = open.clone().count();
    let changed = open
        .filter(|card| verdict(card, &before) != verdict(card, &after))
        .count();
    if changed > 0 {
        let all = speech.number(all as f64, 0);
        said.push(speech.plural("effect.briefs", changed as f64, &[("of", &all)]));
    }
    let floor = speech.get_for("field.{}", "floorRate");
    Some(match said.is_empty() {
        true if floor_decides => speech.format("effect.floor", &[("field", &floor)]),
        true => speech.get("effect.none"),
        false => said.join(" · "),
    })
}
