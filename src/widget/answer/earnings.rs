//! Figures for the shop alone: earnings of an hour, and warnings.

use super::notes::{list, said_reasons};
use crate::engine::{Flag, Reason};
use crate::i18n::amount;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};

/// Earnings of an hour, with a note if the shop needs the money.
pub fn earnings(case: &Case) -> Option<Element> {
    let Case { terms, speech, .. } = case;
    let earnings = case.appraisal.earns_per_hour?;
    let money = |amount: f64| speech.money(amount, &terms.currency);
    let rows = [
        ("earnings.low", earnings.p10),
        ("earnings.middle", earnings.p50),
        ("earnings.high", earnings.p90),
    ];
    let rows = rows.map(|(key, amount)| {
        let name = el("th", "").attr("scope", "row").message(speech, key);
        let amount = amount::roughly(speech, terms, amount);
        el("tr", "").child(name).child(el("td", "").text(amount))
    });
    let needed = speech.format(
        "earnings.needed",
        &[
            ("rate", &money(terms.rate)),
            ("floor", &money(terms.floor_rate)),
        ],
    );
    let cash = (case.brief.cash_needed == Some(true)).then(|| {
        let p50 = amount::roughly(speech, terms, earnings.p50);
        el("p", "").text(speech.format("earnings.cash", &[("p50", &p50)]))
    });
    Some(
        el("div", "figures")
            .child(el("p", "hint").message(speech, "earnings.note"))
            .child(el("table", "").child(el("tbody", "").children(rows)))
            .child(el("p", "hint").text(needed))
            .maybe_child(cash),
    )
}

/// Warnings for the shop, except those among the reasons.
pub fn flags(case: &Case) -> Option<Element> {
    let speech = &case.speech;
    let is_said = |flag: &Flag| {
        let mut said = said_reasons(case);
        said.any(|reason| matches!(reason, Reason::Stop { stop } if stop == flag))
    };
    let flags = case.appraisal.flags.iter().filter(|flag| !is_said(flag));
    let flags = flags.map(|flag| el("li", "").text(speech.get_for("flag.{}", flag.name())));
    list("reasons", speech, "flags.title", flags.collect())
}
