//! The comparison of up to four briefs: question, verdict, odds, figures, flags, reasons, and the
//! offer that makes each a yes.

use crate::desk::cards::{AppraisedBrief, AppraisedProps, in_head};
use crate::engine::{Appraisal, Brief};
use crate::i18n::{amount, speak};
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// The table of briefs side by side.
pub fn comparison(props: &AppraisedProps) -> Html {
    let AppraisedProps {
        speech,
        config,
        briefs,
    } = props;
    let terms = &config.terms;
    let columns: Vec<Compared> = briefs
        .iter()
        .map(|appraised| Compared {
            appraised,
            settled: in_head(&appraised.brief, &appraised.appraisal, terms),
        })
        .collect();
    // A phone lays rows out in two columns, and would take a table for none then: hence the roles.
    let of_role = |name, role: &'static str| el(name, "").attr("role", role);
    let row = |title: String, cell: &dyn Fn(&Compared) -> Element| {
        let cells = columns
            .iter()
            .map(|column| of_role("td", "cell").child(cell(column)));
        of_role("tr", "row")
            .child(of_role("th", "rowheader").attr("scope", "row").text(title))
            .children(cells)
    };
    let headings = briefs.iter().map(|brief| {
        of_role("th", "columnheader")
            .attr("scope", "col")
            .text(brief.name.clone())
    });
    let figures = FIGURES.iter().map(|figure| {
        let text = |column: &Compared| el("span", "").text(figure.text(props, column));
        row(figure.title(props), &text)
    });
    let wants = row(speech.get("briefs.column.wants"), &|column| {
        let wishes = column.appraised.brief.wishes.iter();
        lines(wishes.map(|wish| speak::wished(speech, terms, wish)))
    });
    let flags = row(speech.get("briefs.column.flags"), &|column| {
        let flags = column.appraised.flags().into_iter();
        lines(flags.map(|flag| speech.get_for("flag.{}", flag.name())))
    });
    let why = row(speech.get("briefs.row.why"), &|column| {
        let (brief, appraisal) = column.basis();
        let reasons = appraisal.reasons.iter().take(3);
        lines(reasons.map(|reason| speak::reason(speech, terms, brief, reason)))
    });
    let yes = row(speech.get("briefs.row.yes"), &|column| {
        let appraised = column.appraised;
        let offer = appraised.appraisal.offers.first().into_iter();
        lines(offer.flat_map(|offer| speak::changes(speech, terms, &appraised.brief, offer)))
    });
    let class = match briefs.len() {
        ..=2 => "figures beside-of",
        _ => "figures beside-of many",
    };
    let head = of_role("tr", "row")
        .child(of_role("td", "cell"))
        .children(headings);
    let body = of_role("tbody", "rowgroup")
        .child(wants)
        .children(figures)
        .children([flags, why, yes]);
    let table = el("table", class)
        .attr("role", "table")
        .child(of_role("thead", "rowgroup").child(head))
        .child(body);
    let title = el("h3", "")
        .attr("id", "beside-title")
        .message(speech, "briefs.beside.title");
    let around = el("div", "beside-around")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "beside-title")
        .child(table);
    el("section", "")
        .attr("aria-labelledby", "beside-title")
        .child(title)
        .child(around)
        .into()
}

/// A brief of the comparison.
struct Compared<'a> {
    appraised: &'a AppraisedBrief,
    /// The brief with the open points settled and its appraisal, where the head of the calculator counts on that.
    settled: Option<(Brief, Appraisal)>,
}

impl Compared<'_> {
    /// The brief and the appraisal that the figures are about.
    fn basis(&self) -> (&Brief, &Appraisal) {
        match &self.settled {
            Some((brief, appraisal)) => (brief, appraisal),
            None => (&self.appraised.brief, &self.appraised.appraisal),
        }
    }
}

/// A figure of an appraisal that the comparison shows.
enum ComparedFigure {
    By,
    Offers,
    Verdict,
    Time,
    Money,
    Needs,
    Price,
    Weeks,
    Hours,
    Care,
    Earnings,
}

/// Figures in the order of their rows.
const FIGURES: [ComparedFigure; 11] = [
    ComparedFigure::By,
    ComparedFigure::Offers,
    ComparedFigure::Verdict,
    ComparedFigure::Time,
    ComparedFigure::Money,
    ComparedFigure::Needs,
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
            Some(tax) => speech.format(taxed, &[("tax", &tax)]),
            None => speech.get(plain),
        };
        match self {
            ComparedFigure::By => speech.get("briefs.column.by"),
            ComparedFigure::Offers => speech.get("briefs.column.offers"),
            ComparedFigure::Verdict => speech.get("briefs.row.verdict"),
            ComparedFigure::Time => speech.get("test.time"),
            ComparedFigure::Money => speech.get("test.money"),
            ComparedFigure::Needs => speech.get("briefs.column.needs"),
            ComparedFigure::Price => taxed("briefs.row.price", "briefs.row.price.taxed"),
            ComparedFigure::Weeks => speech.get("briefs.row.weeks"),
            ComparedFigure::Hours => speech.get("briefs.row.hours"),
            ComparedFigure::Care => speech.get("briefs.row.care"),
            ComparedFigure::Earnings => taxed("briefs.row.earns", "briefs.row.earns.taxed"),
        }
    }

    fn text(&self, props: &AppraisedProps, column: &Compared) -> String {
        let appraised = column.appraised;
        let (brief, appraisal) = (&appraised.brief, &appraised.appraisal);
        let AppraisedProps { speech, config, .. } = props;
        let unknown = || speech.get("test.unknown");
        let odds = |odds: Option<f64>| {
            odds.map_or_else(unknown, |odds| {
                speak::odds_under(speech, odds, config.terms.confidence)
            })
        };
        let money = |amount| amount::roughly(speech, &config.terms, amount);
        let range = |low: String, high: String| {
            speech.format("money.range", &[("low", &low), ("high", &high)])
        };
        let Appraisal {
            price,
            weeks,
            hours,
            care_hours,
            ..
        } = column.basis().1;
        let unsaid = || speech.get("briefs.unsaid");
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
            ComparedFigure::Time => odds(appraised.odds.time),
            ComparedFigure::Money => odds(appraised.odds.money),
            ComparedFigure::Needs => {
                let needs = appraised.needs_in_words(speech, &config.terms);
                let needs = needs.unwrap_or_else(unsaid);
                match brief.so_far {
                    Some(_) => [&needs, " · ", &speech.get("briefs.left")].concat(),
                    None => needs,
                }
            }
            ComparedFigure::Price => range(money(price.p50), money(price.p80)),
            ComparedFigure::Weeks => range(
                speak::weeks(speech, weeks.p50),
                speak::weeks(speech, weeks.p80),
            ),
            ComparedFigure::Hours => range(
                speak::hours(speech, hours.p50),
                speak::hours(speech, hours.p80),
            ),
            ComparedFigure::Care => match care_hours.round() {
                hours if hours > 0.0 => speak::hours(speech, hours),
                _ => speech.get("briefs.none"),
            },
            ComparedFigure::Earnings => {
                let earnings = appraisal.earns_per_hour.as_ref();
                earnings.map_or_else(unknown, |earnings| money(earnings.p50))
            }
        }
    }
}

fn lines(lines: impl Iterator<Item = String>) -> Element {
    el("ul", "lines").children(lines.map(|line| el("li", "").text(line)))
}
