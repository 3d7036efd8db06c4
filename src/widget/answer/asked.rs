//! Brief as it was asked, for paper only: on the screen it is beside the answer.

use crate::engine::CareKind;
use crate::i18n::speak;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};

/// Brief as rows of text.
pub fn asked(case: &Case) -> Element {
    let Case {
        terms,
        speech,
        brief,
        ..
    } = case;
    let purpose = brief.purpose.as_ref().and_then(|id| {
        let known = terms.purposes.iter().find(|known| known.id == *id)?;
        Some(speak::name(speech, &known.label, id))
    });
    let wishes: Vec<String> = brief
        .wishes
        .iter()
        .map(|wish| speak::wished(speech, terms, wish))
        .collect();
    let care: Vec<String> = CareKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let owner = brief.care[kind]?;
            let kind = speech.of("care.{}", kind.name());
            Some(speech.with(
                &"change.care.{}".replace("{}", owner.name()),
                &[("kind", &kind)],
            ))
        })
        .collect();
    let promises: Vec<String> = brief
        .promises
        .iter()
        .map(|id| speak::promise(speech, terms, id))
        .collect();
    let date = brief
        .deadline
        .map(|deadline| speak::deadline(speech, deadline));
    let budget = brief
        .budget
        .map(|budget| speak::budget(speech, terms, budget));
    let rows = [
        ("step.purpose", purpose.into_iter().collect()),
        ("step.wishes", wishes),
        ("step.care", care),
        ("step.promises", promises),
        ("step.date", date.into_iter().collect()),
        ("step.budget", budget.into_iter().collect()),
    ];
    let said = rows.into_iter().filter(|(_, values)| !values.is_empty());
    let rows = said.flat_map(|(key, values)| {
        [
            el("dt", "").message(speech, key),
            el("dd", "").text(values.join(" · ")),
        ]
    });
    el("dl", "for-print").children(rows)
}
