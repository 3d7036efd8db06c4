//! What only the shop sees: what an hour would earn, and what to keep an eye on.

use super::AnswerProps;
use super::notes::list;
use crate::i18n::amount;
use crate::widget::element::{Element, el};

/// What an hour would earn, and the cash question.
pub fn earnings(props: &AnswerProps) -> Option<Element> {
    let AnswerProps { terms, speech, .. } = props;
    let earnings = props.appraisal.earns_per_hour?;
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
    let needed = speech.with(
        "earnings.needed",
        &[
            ("rate", &money(terms.rate)),
            ("floor", &money(terms.floor_rate)),
        ],
    );
    let cash = (props.brief.cash_needed == Some(true)).then(|| {
        let p50 = amount::roughly(speech, terms, earnings.p50);
        el("p", "").text(speech.with("earnings.cash", &[("p50", &p50)]))
    });
    let title = el("h3", "").message(speech, "earnings.title");
    Some(
        el("section", "figures")
            .child(title.child(el("small", "").message(speech, "earnings.note")))
            .child(el("table", "").child(el("tbody", "").children(rows)))
            .child(el("p", "hint").text(needed))
            .maybe_child(cash),
    )
}

/// What to keep an eye on.
pub fn flags(props: &AnswerProps) -> Option<Element> {
    let speech = &props.speech;
    let flags = props.appraisal.flags.iter();
    let flags = flags.map(|flag| el("li", "").text(speech.of("flag.{}", flag.name())));
    list("reasons", speech, "flags.title", flags.collect())
}
