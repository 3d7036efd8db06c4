//! A row of the table of enquiries.

use super::tax::other_tax;
use crate::config::Config;
use crate::desk::cards::{AppraisedBrief, Card, Delivered, DeskAction, EnquiryState};
use crate::draft::days;
use crate::engine::{Budget, Deadline, Verdict};
use crate::i18n::{Speech, amount, speak};
use crate::shared::Shared;
use crate::widget::element::{Element, el, group};
use std::cmp::Ordering;
use yew::prelude::*;

/// Props of [`BriefRow`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefRowProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Shared<Config>,
    /// Today, in days from 1 January 1970.
    pub today: i64,
    /// Index in the list.
    pub index: usize,
    /// Brief.
    pub card: Shared<Card>,
    /// Appraisal; `None` if the brief has names that the terms do not have.
    pub appraised: Option<AppraisedBrief>,
    /// True if it is one of those side by side.
    pub is_compared: bool,
    /// True if there is no room for another one side by side.
    pub is_full: bool,
    /// True if it is open in the panel.
    pub is_open: bool,
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
    /// Called to open it.
    pub on_open: Callback<usize>,
}

/// Id of the button that opens the brief at an index.
pub fn row_id(index: usize) -> String {
    format!("enquiry-{index}")
}

/// A row of the table.
#[component]
pub fn BriefRow(props: &BriefRowProps) -> Html {
    let BriefRowProps {
        speech,
        index,
        card,
        appraised,
        on_action,
        ..
    } = props;
    let index = *index;
    let on_compare = on_action.reform(move |()| DeskAction::Compare(index));
    let mut tick = el("input", "")
        .attr("type", "checkbox")
        .attr(
            "aria-label",
            named(speech, "briefs.beside", &card.title(speech)),
        )
        .checked(props.is_compared)
        .on_change(&on_compare);
    if appraised.is_none() || props.is_full && !props.is_compared {
        tick = tick.attr("disabled", "");
    }
    let open = el("button", "client")
        .attr("type", "button")
        .attr("id", row_id(index))
        .attr(
            "aria-expanded",
            if props.is_open { "true" } else { "false" },
        )
        .on_click(&props.on_open.reform(move |()| index))
        .text(card.title(speech));
    let came = days(&card.day).map(|day| {
        let day = speech.date(day, false);
        hint(speech.format("briefs.came", &[("day", &day)]))
    });
    let head = el("th", "")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .child(el("div", "client-of").child(tick).child(open))
        .maybe_child(came);
    let row = el("tr", if props.is_open { "open" } else { "" })
        .attr("role", "row")
        .child(head);
    let row = match appraised {
        Some(appraised) => row.children(match card.is_delivered() {
            true => delivered_figures(props, appraised, card.delivered.as_ref()),
            false => figures(props, appraised),
        }),
        None => row.child(
            el("td", "problem")
                .attr("role", "cell")
                .attr("colspan", "7")
                .text(unjudged(speech, card, &props.config)),
        ),
    };
    row.child(labelled(speech, "state").child(state(props)))
        .into()
}

/// The reason why there is no appraisal.
pub fn unjudged(speech: &Speech, card: &Card, config: &Config) -> String {
    let ours = &config.terms.currency;
    match card.is_foreign(ours) {
        true => speech.format(
            "briefs.other-currency",
            &[("theirs", &card.currency), ("ours", ours)],
        ),
        false => speech.get("briefs.unknown-names"),
    }
}

/// A sentence about a budget in another currency, while none is in the brief.
pub fn elsewhere(speech: &Speech, card: &Card, config: &Config, key: &str) -> Option<String> {
    let is_open = !card.elsewhere.is_empty() && card.brief.get("budget").is_none();
    let values = [
        ("said", card.elsewhere.as_str()),
        ("ours", &config.terms.currency),
    ];
    is_open.then(|| speech.format(key, &values))
}

/// A cell with the heading of its column, which is shown where there is no room for columns.
fn labelled(speech: &Speech, class: &'static str) -> Element {
    el("td", class)
        .attr("role", "cell")
        .attr("data-label", speech.get_for("briefs.column.{}", class))
}

fn hint(text: String) -> Element {
    el("span", "hint").text(text)
}

/// A label that names the brief for those who cannot see which row it is in.
fn named(speech: &Speech, key: &str, name: &str) -> String {
    [&speech.get(key), ": ", name].concat()
}

/// The cells of the brief and of its appraisal.
fn figures(props: &BriefRowProps, appraised: &AppraisedBrief) -> [Element; 7] {
    let BriefRowProps { speech, config, .. } = props;
    let (brief, appraisal) = (&appraised.brief, &appraised.appraisal);
    let terms = &config.terms;
    let unsaid = || speech.get("briefs.unsaid");
    let money = |sum| amount::roughly(speech, terms, sum);
    let odds = appraised.odds.both;
    // The colour is that of the answer: a no may well be sure of its date and its money.
    let tone = match appraisal.verdict {
        Verdict::Take => "",
        Verdict::Ask => "ask",
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => "short",
    };
    let earns = appraisal.earns_per_hour.as_ref();
    let needs = appraised.needs_in_words(speech, terms);
    let flags = appraised.flags().into_iter();
    let flags: Vec<String> = flags
        .map(|flag| speech.get_for("flag.{}", flag.name()))
        .collect();
    let flag = match flags.len() {
        0 => el("td", "flags").attr("role", "cell"),
        n => labelled(speech, "flags").child(
            el("span", "flag-count")
                .attr("title", flags.join("\n"))
                .text(speech.plural("briefs.flags", n as f64, &[]))
                .child(el("span", "for-listeners").text([": ", &flags.join(" ")].concat())),
        ),
    };
    [
        labelled(speech, "wants").child(el("span", "wishes").text(wishes(props, appraised))),
        labelled(speech, "by").node(wanted(props, appraised)),
        offers(props, brief.budget),
        // Of a job that runs only the rest is judged.
        labelled(speech, "needs")
            .text(needs.unwrap_or_else(unsaid))
            .maybe_child(brief.so_far.map(|_| hint(speech.get("briefs.left")))),
        labelled(speech, "hour").text(earns.map_or_else(unsaid, |earns| money(earns.p50))),
        labelled(speech, "odds")
            .child(el("strong", tone).text(speak::to_the_shop(speech, brief, appraisal.verdict)))
            .maybe_child(
                odds.map(|odds| hint(speak::odds_under(speech, odds, appraisal.confidence))),
            ),
        flag,
    ]
}

/// The cells of a job that is delivered: day and pay of an hour as they came out, once they are noted.
fn delivered_figures(
    props: &BriefRowProps,
    appraised: &AppraisedBrief,
    delivered: Option<&Delivered>,
) -> [Element; 7] {
    let BriefRowProps { speech, config, .. } = props;
    let terms = &config.terms;
    let nothing = |class| el("td", class).attr("role", "cell");
    let outcome = props.card.agreed.as_ref().zip(delivered);
    let outcome = outcome.map(|(agreed, delivered)| {
        let hourly = delivered.outcome(agreed, &appraised.brief, terms).hourly;
        amount::roughly(speech, terms, hourly.max(0.0))
    });
    let day = delivered.and_then(|delivered| days(&delivered.day));
    let day = day.map(|day| speech.date(day, false));
    [
        labelled(speech, "wants").child(el("span", "wishes").text(wishes(props, appraised))),
        labelled(speech, "by")
            .text(day.unwrap_or_default())
            .child(hint(speech.get("briefs.state.delivered"))),
        offers(props, appraised.brief.budget),
        nothing("needs"),
        labelled(speech, "hour").text(outcome.unwrap_or_default()),
        nothing("odds"),
        nothing("flags"),
    ]
}

/// The cell of the budget: the client's own words if it is in another currency.
fn offers(props: &BriefRowProps, budget: Option<Budget>) -> Element {
    let BriefRowProps {
        speech,
        config,
        card,
        ..
    } = props;
    let cell = labelled(speech, "offers");
    match (
        budget,
        elsewhere(speech, card, config, "briefs.elsewhere.short"),
    ) {
        (Some(budget), _) => cell
            .text(amount::budget(speech, &config.terms, budget))
            .maybe_child(other_tax(card, &config.terms).map(|said| hint(said.to_owned()))),
        (None, Some(note)) => cell.text(card.elsewhere.clone()).child(hint(note)),
        (None, None) => cell.text(speech.get("briefs.unsaid")),
    }
}

/// The names of all wishes.
fn wishes(props: &BriefRowProps, appraised: &AppraisedBrief) -> String {
    let BriefRowProps { speech, config, .. } = props;
    let wishes = appraised.brief.wishes.iter();
    let names: Vec<String> = wishes
        .map(|wish| speak::wish(speech, &config.terms, &wish.want))
        .collect();
    if names.is_empty() {
        speech.get("briefs.unsaid")
    } else {
        names.join(", ")
    }
}

/// The day by which it is wanted, and the weeks that are left.
fn wanted(props: &BriefRowProps, appraised: &AppraisedBrief) -> Html {
    let speech = &props.speech;
    let said = group();
    let said = match (appraised.wanted, appraised.brief.deadline) {
        (Some(day), _) => {
            let left = (day - props.today).max(0) as f64 / 7.0;
            let weeks = speak::weeks(speech, left);
            let left = match day.cmp(&props.today) {
                Ordering::Less => speech.get("briefs.past"),
                Ordering::Equal => speech.get("briefs.today"),
                Ordering::Greater => speech.format("briefs.in", &[("weeks", &weeks)]),
            };
            said.text(speech.date(day, false)).child(hint(left))
        }
        (None, Some(deadline @ Deadline::Weeks { .. })) => {
            said.text(speak::deadline(speech, deadline))
        }
        (None, Some(Deadline::Open)) => said.text(speech.get("date.open")),
        (None, None) => said.text(speech.get("briefs.unsaid")),
    };
    said.content()
}

/// The state, to choose.
fn state(props: &BriefRowProps) -> Element {
    let BriefRowProps {
        speech,
        index,
        card,
        on_action,
        ..
    } = props;
    let index = *index;
    let on_state = on_action.reform(move |state: String| {
        DeskAction::SetState(index, EnquiryState::from_name(&state).unwrap_or_default())
    });
    let option = |state: EnquiryState| {
        el("option", "")
            .attr("value", state.name())
            .selected(state == card.state)
            .text(speech.get_for("briefs.state.{}", state.name()))
    };
    el("select", "")
        .attr(
            "aria-label",
            named(speech, "briefs.column.state", &card.title(speech)),
        )
        .value(card.state.name().into())
        .on_select(&on_state)
        .children(EnquiryState::ALL.map(option))
}
