//! Step about the deadline: one field for any wording, and common answers.

use super::fold::Folds;
use super::props::StepProps;
use super::query::query;
use crate::calendar;
use crate::decimal;
use crate::draft::{
    DeadlineKind, Draft, DraftDeadline, Due, FieldProblem, Interpretation, Reading, days,
};
use crate::engine::CountedFrom;
use crate::i18n::Speech;
use crate::widget::element::{Element, el, group};
use crate::widget::localized::separators;
use crate::widget::parts::{Choice, InputField, choice, field, options};
use yew::prelude::*;

/// Weeks to pick from. Assumption: the most common answers.
const WEEKS: [&str; 4] = ["2", "4", "8", "12"];

/// Distance in days at which Christmas is worth a button: two to sixteen weeks. Assumption.
const CHRISTMAS: std::ops::RangeInclusive<i64> = 14..=112;

/// Value of the answer about Christmas.
const CHRISTMAS_VALUE: &str = "christmas";

/// Asks for the deadline.
pub fn date_step(props: &StepProps, folds: &Folds) -> Element {
    let speech = &props.speech;
    let deadline = &props.draft.deadline;
    let echoes = props.echoes();
    let problem = props
        .problem(FieldProblem::Weeks, "problem.when")
        .or_else(|| props.problem(FieldProblem::Date, "problem.date"));
    let text = field(InputField {
        id: "date-text".to_owned(),
        label: speech.get("date.label"),
        value: shown(speech, deadline),
        hint: speech.get("date.examples"),
        echo: echoes.and_then(|echoes| echoes.date.full.clone()),
        problem,
        on_input: props.edit(|draft: &mut Draft, typed| {
            draft.deadline = draft.deadline.typed(typed);
        }),
        ..InputField::default()
    });
    let question = echoes.and_then(|echoes| echoes.date.question.as_ref());
    let on_answer = props.edit(|draft: &mut Draft, answer: String| {
        draft.deadline = match days(&answer) {
            Some(_) => DraftDeadline::date(answer),
            None => draft.deadline.weeks(answer),
        };
    });
    let question = question.map(|question| query(question, &on_answer));
    let mut fold = folds.fold("date");
    let is_from_today = deadline.from == CountedFrom::Today;
    let is_in_weeks = !is_from_today
        || matches!(
            deadline.kind,
            Some(DeadlineKind::Weeks | DeadlineKind::Text)
        );
    let from = is_in_weeks.then(|| {
        let from = choice(Choice {
            id: "date-from".to_owned(),
            legend: speech.get("date.from"),
            options: options(speech, "from.{}", &CountedFrom::NAMES),
            chosen: deadline.from.name().into(),
            on_select: props.choose(|draft, id| {
                draft.deadline.from = CountedFrom::from_name(id).unwrap_or_default();
            }),
            ..Choice::default()
        });
        fold.put("from", !is_from_today, from)
    });
    group()
        .child(text)
        .maybe_child(question)
        .child(picks(props))
        .maybe_child(from.flatten())
        .child(calendar(props, folds))
        .maybe_child(fold.closed(speech))
}

/// Returns the deadline in a few words within a sentence: its interpretation, or before that is
/// known the typed text. `None` without an answer.
pub fn short_date(props: &StepProps) -> Option<String> {
    let deadline = &props.draft.deadline;
    let echoes = props.echoes();
    let echoes = echoes.and_then(|echoes| echoes.date.short.clone());
    echoes.or_else(|| match deadline.kind? {
        DeadlineKind::Open => Some(props.speech.get("start.open")),
        _ => Some(shown(&props.speech, deadline)).filter(|text| !text.trim().is_empty()),
    })
}

/// Returns the text of the field: as typed, or the picked answer in words.
fn shown(speech: &Speech, deadline: &DraftDeadline) -> String {
    match deadline.kind {
        Some(DeadlineKind::Weeks) => in_weeks(speech, &deadline.text),
        Some(DeadlineKind::Date) => days(&deadline.date)
            .map_or_else(|| deadline.date.clone(), |day| speech.date(day, false)),
        Some(DeadlineKind::Text | DeadlineKind::Open) | None => deadline.text.clone(),
    }
}

/// Formats a number of weeks, as typed.
fn in_weeks(speech: &Speech, number: &str) -> String {
    let plain = number.replace(separators(speech).decimal, ".");
    match decimal::number(&plain) {
        Some(weeks) => speech.plural("weeks", weeks, &[]),
        None => number.to_owned(),
    }
}

/// Common answers.
fn picks(props: &StepProps) -> Element {
    let speech = &props.speech;
    let deadline = &props.draft.deadline;
    let mut options: Vec<(AttrValue, String)> = WEEKS
        .into_iter()
        .map(|weeks| (weeks.into(), in_weeks(speech, weeks)))
        .collect();
    let christmas = speech.get("date.christmas");
    let day = christmas_day(props, &christmas);
    if day.is_some() {
        options.push((CHRISTMAS_VALUE.into(), christmas.clone()));
    }
    options.push(("open".into(), speech.get("date.none")));
    let chosen = match deadline.kind {
        Some(DeadlineKind::Weeks) if deadline.from == CountedFrom::Today => deadline.text.clone(),
        Some(DeadlineKind::Date) if day.as_ref() == Some(&deadline.date) => {
            CHRISTMAS_VALUE.to_owned()
        }
        Some(DeadlineKind::Text) if deadline.text == christmas => CHRISTMAS_VALUE.to_owned(),
        Some(DeadlineKind::Open) => "open".to_owned(),
        _ => String::new(),
    };
    choice(Choice {
        id: "date".to_owned(),
        legend: speech.get("said.pick"),
        options,
        chosen: chosen.into(),
        on_select: props.edit(move |draft: &mut Draft, picked: AttrValue| {
            draft.deadline = match &*picked {
                "open" => DraftDeadline::open(),
                CHRISTMAS_VALUE => DraftDeadline::default().typed(christmas.clone()),
                weeks => DraftDeadline::default().weeks(weeks.to_owned()),
            };
        }),
        ..Choice::default()
    })
}

/// Returns the day that the words "before Christmas" mean in the visitor's language, if it is near
/// enough. Picking them is typing them: both mean the same day.
fn christmas_day(props: &StepProps, words: &str) -> Option<String> {
    let draft = Draft {
        deadline: DraftDeadline::default().typed(words.to_owned()),
        ..Draft::default()
    };
    let said = Interpretation::of(
        &draft,
        Reading {
            language: props.language.as_ref()?,
            terms: &props.terms,
            today: props.today,
        },
    );
    match said.when? {
        Due::Day(day) if CHRISTMAS.contains(&(day - props.today)) => Some(calendar::to_iso(day)),
        _ => None,
    }
}

/// The browser's own date field, folded.
fn calendar(props: &StepProps, folds: &Folds) -> Element {
    let speech = &props.speech;
    let deadline = &props.draft.deadline;
    let echoes = props.echoes();
    let day = echoes.and_then(|echoes| echoes.day.clone());
    let date = field(InputField {
        id: "date-day".to_owned(),
        label: speech.get("date.day"),
        value: day.unwrap_or_else(|| deadline.date.clone()),
        date: true,
        on_input: props.edit(|draft: &mut Draft, date| {
            draft.deadline = DraftDeadline::date(date);
        }),
        ..InputField::default()
    });
    let inside = el("div", "").child(date);
    folds
        .fold("calendar")
        .around(speech.get("date.calendar"), false, inside)
}
