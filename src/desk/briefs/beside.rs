//! Two briefs side by side: verdict, odds, figures, why, and what would make each a yes.

use super::card::{Answered, BriefsProps};
use crate::i18n::{amount, speak};
use yew::prelude::*;

/// Two briefs side by side.
#[component]
pub fn Beside(props: &BriefsProps) -> Html {
    let BriefsProps {
        speech,
        config,
        briefs,
    } = props;
    let terms = &config.terms;
    let odds = |odds: Option<f64>| {
        odds.map_or_else(
            || speech.say("test.unknown"),
            |odds| speak::odds(speech, odds),
        )
    };
    let range =
        |low: String, high: String| speech.with("money.range", &[("low", &low), ("high", &high)]);
    // A phone lays rows out in two columns, and would take a table for none then: hence the roles.
    let titled = |title: String, cell: &dyn Fn(&Answered) -> Html| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ title }</th>
                { for briefs.iter().map(|brief| html! { <td role="cell">{ cell(brief) }</td> }) }
            </tr>
        }
    };
    let row = |key: &str, cell: &dyn Fn(&Answered) -> Html| titled(speech.say(key), cell);
    let tax = amount::tax(speech, terms);
    let taxed = |plain: &str, taxed: &str| match &tax {
        Some(tax) => speech.with(taxed, &[("tax", tax)]),
        None => speech.say(plain),
    };
    let price = taxed("briefs.row.price", "briefs.row.price.taxed");
    let earns = taxed("briefs.row.earns", "briefs.row.earns.taxed");
    html! {
        <section aria-labelledby="beside-title">
            <h3 id="beside-title">{ speech.say("briefs.beside.title") }</h3>
            <table class="figures beside-of" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for briefs.iter().map(|brief| html! { <th scope="col" role="columnheader">{ &brief.name }</th> }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                        { row("briefs.row.verdict", &|brief| html! { speech.of("shop.verdict.{}", brief.appraisal.verdict.name()) }) }
                        { row("test.time", &|brief| html! { odds(brief.appraisal.odds.time) }) }
                        { row("test.money", &|brief| html! { odds(brief.appraisal.odds.money) }) }
                        { titled(price, &|brief| html! { range(amount::roughly(speech, terms, brief.appraisal.price.p50), amount::roughly(speech, terms, brief.appraisal.price.p80)) }) }
                        { row("briefs.row.weeks", &|brief| html! { range(speak::weeks(speech, brief.appraisal.weeks.p50), speak::weeks(speech, brief.appraisal.weeks.p80)) }) }
                        { row("briefs.row.hours", &|brief| html! { range(speak::hours(speech, brief.appraisal.hours.p50), speak::hours(speech, brief.appraisal.hours.p80)) }) }
                        { row("briefs.row.care", &|brief| html! { match brief.appraisal.care_hours.round() {
                            hours if hours > 0.0 => speak::hours(speech, hours),
                            _ => speech.say("briefs.none"),
                        } }) }
                        { titled(earns, &|brief| html! {
                            brief.appraisal.earns_per_hour.map_or_else(|| speech.say("test.unknown"), |earns| amount::roughly(speech, terms, earns.p50))
                        }) }
                        { row("briefs.row.why", &|brief| list(brief.appraisal.reasons.iter().take(3).map(|reason| speak::reason(speech, terms, reason)))) }
                        { row("briefs.row.yes", &|brief| list(brief.appraisal.offers.first().into_iter().flat_map(|offer| speak::changes(speech, terms, &brief.brief, offer)))) }
                </tbody>
            </table>
        </section>
    }
}

fn list(lines: impl Iterator<Item = String>) -> Html {
    html! { <ul class="lines">{ for lines.map(|line| html! { <li>{ line }</li> }) }</ul> }
}
