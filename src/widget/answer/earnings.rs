//! What only the shop sees: what an hour would earn, and what to keep an eye on.

use super::AnswerProps;
use crate::i18n::speak;
use yew::prelude::*;

/// Earnings, the cash question and flags.
pub fn for_the_shop(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = props;
    let money = |amount: f64| speech.money(amount, &terms.currency);
    let earnings = appraisal.earns_per_hour.map(|earnings| {
        let row = |key: &str, amount: f64| {
            html! {
                <tr>
                    <th scope="row">{ speech.say(key) }</th>
                    <td>{ speak::roughly(speech, terms, amount) }</td>
                </tr>
            }
        };
        let p50 = speak::roughly(speech, terms, earnings.p50);
        html! {
            <section class="figures">
                <h3>{ speech.say("earnings.title") }<small>{ speech.say("earnings.note") }</small></h3>
                <table>
                    <tbody>
                        { row("earnings.low", earnings.p10) }
                        { row("earnings.middle", earnings.p50) }
                        { row("earnings.high", earnings.p90) }
                    </tbody>
                </table>
                <p class="hint">
                    { speech.with("earnings.needed", &[("rate", &money(terms.rate)), ("floor", &money(terms.floor_rate))]) }
                </p>
                if brief.cash_needed == Some(true) {
                    <p>{ speech.with("earnings.cash", &[("p50", &p50)]) }</p>
                }
            </section>
        }
    });
    let flags = appraisal
        .flags
        .iter()
        .map(|flag| html! { <li>{ speech.say(&format!("flag.{}", flag.id())) }</li> });
    html! {
        <>
            { earnings }
            if !appraisal.flags.is_empty() {
                <section class="reasons">
                    <h3>{ speech.say("flags.title") }</h3>
                    <ul>{ for flags }</ul>
                </section>
            }
        </>
    }
}
