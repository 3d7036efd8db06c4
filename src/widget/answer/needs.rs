//! The request next to the needs of a yes: money, time and both together, each with its odds.

use super::editing::{Editing, Trial};
use crate::engine::{Budget, Pay, PriceDisplay, Topic, need_in_head, odds_in_head, shortfalls};
use crate::i18n::speak::NeedInWords;
use crate::i18n::{Speech, amount, key, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::link::answered_date;
use crate::widget::parts::dots;
use crate::widget::setup::Audience;
use crate::widget::steps::step_of;
use yew::Callback;

/// Table of the request and the needs of a yes. `None` while the answer is waiting for something,
/// and if neither money nor time was given.
pub fn needs(case: &Case, editing: &Editing, trial: &Trial) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let is_monthly = matches!(brief.budget, Some(Budget::Monthly(_)));
    let is_waiting = appraisal.is_waiting();
    if is_waiting && brief.budget.is_none() && brief.deadline.is_none() {
        return None;
    }
    let NeedInWords { money, weeks } = if is_waiting {
        NeedInWords::default()
    } else {
        speak::needed_in_head(speech, terms, brief, appraisal)
    };
    let is_known = money.is_some() || weeks.is_some();
    let tax = amount::tax(speech, terms).filter(|_| money.is_some());
    let budget = brief.budget.filter(|budget| budget.is_said());
    let said = match budget {
        Some(budget) => Request::Figure(amount::budget(speech, terms, budget)),
        None if brief.pay == Some(Pay::Share) => Request::Figure(speech.get("pay.share")),
        None => Request::Missing(missing(case, editing, Topic::Budget)),
    };
    let odds = odds_in_head(brief, terms, appraisal);
    let short = shortfalls(brief, terms, appraisal);
    let confidence = appraisal.confidence;
    let money = test_row(
        case,
        "",
        name(speech, "corner.money", tax),
        said,
        odds.money.map(|odds| (odds, short.money)),
        money,
        None,
    );
    let said = match brief.deadline {
        Some(deadline) => Request::Figure(
            case.day_in(deadline.weeks())
                .or_else(|| answered_date(case, &editing.draft, brief))
                .unwrap_or_else(|| speak::deadline(speech, deadline)),
        ),
        None => Request::Missing(missing(case, editing, Topic::Deadline)),
    };
    let is_dated = brief.deadline.is_some_and(|date| date.weeks().is_finite());
    let time = if brief.is_ongoing() {
        work(case)
    } else {
        let odds = odds.time.filter(|_| is_dated);
        let day = needed_day(case).filter(|_| weeks.is_some());
        let row = test_row(
            case,
            "",
            name(speech, "corner.time", None),
            said,
            odds.map(|odds| (odds, short.time)),
            day.clone().or(weeks.clone()),
            weeks.filter(|_| day.is_some()),
        );
        Some(row)
    };
    // Without a date there is only one test.
    let both = (is_dated && odds.money.is_some()).then(|| {
        let bar = speak::odds(speech, appraisal.confidence);
        let name = name(speech, "takes.both", None);
        let odds = odds.both.map(|odds| (odds, odds < confidence));
        let bar = is_known.then_some(bar);
        test_row(case, "both", name, Request::Nothing, odds, bar, None)
    });
    let promises = (!brief.promises.is_empty()).then(|| promises(case));
    let said = if trial.tried.is_some() {
        "takes.tried"
    } else {
        "takes.said"
    };
    let said = case.audience.says(speech, said, "shop.takes.said");
    // Money and date may not be what is missing.
    let has_needs = is_known || is_monthly && !is_waiting;
    let heading = |text: String| el("th", "").attr("scope", "col").text(text);
    let head = el("tr", "")
        .child(el("td", ""))
        .child(heading(said))
        .maybe_child(has_needs.then(|| heading(speech.get("takes.yes"))));
    let rows = el("tbody", "")
        .child(money)
        .maybe_child(time)
        .maybe_child(both)
        .maybe_child(promises);
    let months = is_monthly.then(|| {
        let months = speak::months(speech, terms.care_months);
        el("p", "hint").text(speech.format("takes.months", &[("months", &months)]))
    });
    let table = el("table", "")
        .child(el("thead", "").child(head))
        .child(rows);
    let section = el("section", "takes-table").child(table);
    Some(section.maybe_child(months))
}

/// Returns the day that a yes needs, if a date was asked for.
fn needed_day(case: &Case) -> Option<String> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let needed = need_in_head(brief, terms, appraisal, speech.show())?;
    case.day_in(needed.weeks?)
}

/// Request of a row.
enum Request {
    Figure(String),
    Missing(Element),
    Nothing,
}

/// Name of a row, with a note.
fn name(speech: &Speech, key: &str, note: Option<String>) -> Element {
    let note = note.map(|note| el("small", "").text([" ", &note].concat()));
    el("th", "")
        .attr("scope", "row")
        .message(speech, key)
        .maybe_child(note)
}

/// Row with the request and its odds, sufficient or not, and the need of a yes with a note.
fn test_row(
    case: &Case,
    class: &'static str,
    name: Element,
    said: Request,
    odds: Option<(f64, bool)>,
    needed: Option<String>,
    note: Option<String>,
) -> Element {
    let Case {
        speech, appraisal, ..
    } = case;
    let confidence = appraisal.confidence;
    let enough = odds.is_none_or(|(_, is_short)| !is_short);
    let odds = odds.map(|(odds, _)| {
        el("span", "odds")
            .child(dots(odds, confidence, enough))
            .child(el("span", "").text(speak::odds_under(speech, odds, confidence)))
    });
    let said = match said {
        Request::Figure(figure) => Some(el("span", "figure").text(figure)),
        Request::Missing(link) => Some(link),
        Request::Nothing => None,
    };
    let state = match &odds {
        Some(_) if enough => "enough",
        Some(_) => "short",
        None => "",
    };
    let needed = needed.unwrap_or_default();
    // Long figures are set smaller: a range, millions, or a day.
    let size = if note.is_some() || needed.chars().count() > LONG {
        "needed long"
    } else {
        "needed"
    };
    el("tr", class)
        .child(name)
        .child(el("td", state).maybe_child(said).maybe_child(odds))
        .child(
            el("td", size)
                .child(el("span", "turn").key(&*needed).text(needed))
                .maybe_child(note.map(|note| el("small", "").text([" ", &note].concat()))),
        )
}

/// Number of characters from which a figure is long. Assumption: as many as fit on a phone.
const LONG: usize = 11;

/// Hours a month, for the shop alone: next to a price they would reveal its rate.
fn work(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        appraisal,
        ..
    } = case;
    if case.audience == Audience::Visitor || speech.show() == PriceDisplay::Ratios {
        return None;
    }
    let monthly = (appraisal.hours.p50 + appraisal.care_hours) / terms.care_months;
    let hours = speak::hours(speech, monthly.max(1.0));
    let said = speech.format("takes.hours", &[("hours", &hours)]);
    let name = name(speech, "figures.hours", None);
    let row = test_row(case, "", name, Request::Nothing, None, Some(said), None);
    Some(row)
}

/// Row of the expected promises.
fn promises(case: &Case) -> Element {
    let Case {
        speech, appraisal, ..
    } = case;
    let broken = appraisal.promises.broken.len();
    let (class, said) = match broken {
        0 => ("enough", speech.get("promises.kept")),
        _ => (
            "short",
            speech.plural("promises.broken-count", broken as f64, &[]),
        ),
    };
    el("tr", "")
        .child(name(speech, "test.promises", None))
        .child(el("td", class).attr("colspan", "2").text(said))
}

/// Names a missing answer.
pub fn missing_words(case: &Case, topic: Topic) -> String {
    let named = |pattern| key(pattern, topic.name());
    let (plain, to_shop) = (named("missing.{}"), named("shop.missing.{}"));
    case.audience.says(&case.speech, &plain, &to_shop)
}

/// Link to a question that was not answered yet.
fn missing(case: &Case, editing: &Editing, topic: Topic) -> Element {
    let there = step_of(topic, &case.terms);
    let on_click: Callback<()> = editing.on_go.reform(move |()| there);
    let missing = missing_words(case, topic);
    let heard = [": ", &missing].concat();
    el("button", "link")
        .attr("type", "button")
        .on_click(&on_click)
        .message(&case.speech, "test.unknown")
        .child(el("span", "for-listeners").text(heard))
}
