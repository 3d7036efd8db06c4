//! The comparison of up to four briefs: what was asked, verdict, odds, figures, flags, reasons, and the
//! offer that makes each a yes.

use super::appraised::{AppraisedBrief, AppraisedProps};
use crate::engine::Appraisal;
use crate::i18n::{amount, speak};
use yew::prelude::*;

/// The table of briefs side by side.
pub fn comparison(props: &AppraisedProps) -> Html {
    let AppraisedProps {
        speech,
        config,
        briefs,
    } = props;
    // A phone lays rows out in two columns, and would take a table for none then: hence the roles.
    let row = |title: String, cell: &dyn Fn(&AppraisedBrief) -> Html| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ title }</th>
                { for briefs.iter().map(|brief| html! { <td role="cell">{ cell(brief) }</td> }) }
            </tr>
        }
    };
    let heading = |brief: &AppraisedBrief| {
        html! { <th scope="col" role="columnheader">{ &brief.name }</th> }
    };
    let figure = |figure: &ComparedFigure| {
        row(figure.title(props), &|brief| {
            html! { figure.text(props, brief) }
        })
    };
    html! {
        <section aria-labelledby="beside-title">
            <h3 id="beside-title">{ speech.say("briefs.beside.title") }</h3>
            <div class="beside-around" role="group" tabindex="0" aria-labelledby="beside-title">
            <table class={classes!("figures", "beside-of", (briefs.len() > 2).then_some("many"))} role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for briefs.iter().map(heading) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { row(speech.say("briefs.column.wants"), &|brief| {
                        let wishes = brief.brief.wishes.iter();
                        lines(wishes.map(|wish| speak::wished(speech, &config.terms, wish)))
                    }) }
                    { for FIGURES.iter().map(figure) }
                    { row(speech.say("briefs.column.flags"), &|brief| {
                        let flags = brief.flags().into_iter();
                        lines(flags.map(|flag| speech.of("flag.{}", flag.name())))
                    }) }
                    { row(speech.say("briefs.row.why"), &|brief| {
                        let reasons = brief.appraisal.reasons.iter().take(3);
                        lines(reasons.map(|reason| speak::reason(speech, &config.terms, &brief.brief, reason)))
                    }) }
                    { row(speech.say("briefs.row.yes"), &|brief| {
                        let offer = brief.appraisal.offers.first().into_iter();
                        lines(offer.flat_map(|offer| speak::changes(speech, &config.terms, &brief.brief, offer)))
                    }) }
                </tbody>
            </table>
            </div>
        </section>
    }
}

/// A figure of an appraisal that the comparison shows.
enum ComparedFigure {
    By,
    Offers,
    Verdict,
    Time,
    Money,
    Price,
    Weeks,
    Hours,
    Care,
    Earnings,
}

/// Figures in the order of their rows.
const FIGURES: [ComparedFigure; 10] = [
    ComparedFigure::By,
    ComparedFigure::Offers,
    ComparedFigure::Verdict,
    ComparedFigure::Time,
    ComparedFigure::Money,
    ComparedFigure::Price,
    ComparedFigure::Weeks,
    ComparedFigure::Hours,
    ComparedFigure::Care,
    ComparedFigure::Earnings,
];

impl ComparedFigure {
    fn title(&self, props: &AppraisedProps) -> String {
        let AppraisedProps { speech, config, .. } = props;
        let taxed = |plain, taxed| match amount::tax(speech, &config.terms) {
            Some(tax) => speech.with(taxed, &[("tax", &tax)]),
            None => speech.say(plain),
        };
        match self {
            ComparedFigure::By => speech.say("briefs.column.by"),
            ComparedFigure::Offers => speech.say("briefs.column.offers"),
            ComparedFigure::Verdict => speech.say("briefs.row.verdict"),
            ComparedFigure::Time => speech.say("test.time"),
            ComparedFigure::Money => speech.say("test.money"),
            ComparedFigure::Price => taxed("briefs.row.price", "briefs.row.price.taxed"),
            ComparedFigure::Weeks => speech.say("briefs.row.weeks"),
            ComparedFigure::Hours => speech.say("briefs.row.hours"),
            ComparedFigure::Care => speech.say("briefs.row.care"),
            ComparedFigure::Earnings => taxed("briefs.row.earns", "briefs.row.earns.taxed"),
        }
    }

    fn text(&self, props: &AppraisedProps, appraised: &AppraisedBrief) -> String {
        let AppraisedBrief {
            brief, appraisal, ..
        } = appraised;
        let AppraisedProps { speech, config, .. } = props;
        let unknown = || speech.say("test.unknown");
        let odds = |odds: Option<f64>| odds.map_or_else(unknown, |odds| speak::odds(speech, odds));
        let money = |amount| amount::roughly(speech, &config.terms, amount);
        let range = |low: String, high: String| {
            speech.with("money.range", &[("low", &low), ("high", &high)])
        };
        let Appraisal {
            price,
            weeks,
            hours,
            ..
        } = &**appraisal;
        let unsaid = || speech.say("briefs.unsaid");
        match self {
            ComparedFigure::By => match (appraised.wanted, brief.deadline) {
                (Some(day), _) => speech.date(day, false),
                (None, Some(deadline)) => speak::deadline(speech, deadline),
                (None, None) => unsaid(),
            },
            ComparedFigure::Offers => brief.budget.map_or_else(unsaid, |budget| {
                amount::budget(speech, &config.terms, budget)
            }),
            ComparedFigure::Verdict => speak::to_the_shop(speech, brief, appraisal.verdict),
            ComparedFigure::Time => odds(appraisal.odds.time),
            ComparedFigure::Money => odds(appraisal.odds.money),
            ComparedFigure::Price => range(money(price.p50), money(price.p80)),
            ComparedFigure::Weeks => range(
                speak::weeks(speech, weeks.p50),
                speak::weeks(speech, weeks.p80),
            ),
            ComparedFigure::Hours => range(
                speak::hours(speech, hours.p50),
                speak::hours(speech, hours.p80),
            ),
            ComparedFigure::Care => match appraisal.care_hours.round() {
                hours if hours > 0.0 => speak::hours(speech, hours),
                _ => speech.say("briefs.none"),
            },
            ComparedFigure::Earnings => {
                let earnings = appraisal.earns_per_hour.as_ref();
                earnings.map_or_else(unknown, |earnings| money(earnings.p50))
            }
        }
    }
}

fn lines(lines: impl Iterator<Item = String>) -> Html {
    html! { <ul class="lines">{ for lines.map(|line| html! { <li>{ line }</li> }) }</ul> }
}
