//! Step about the deadline.

use super::more::Folds;
use super::props::StepProps;
use crate::draft::{DeadlineKind, FieldProblem};
use crate::engine::CountedFrom;
use crate::widget::element::{Element, group};
use crate::widget::parts::{Choice, InputField, choice, field, options, range_note};

/// Asks for the kind of deadline and its date or weeks.
pub fn date_step(props: &StepProps, folds: &Folds) -> Element {
    let speech = &props.speech;
    let deadline = &props.draft.deadline;
    let kinds = choice(Choice {
        id: "date".to_owned(),
        legend: speech.say("date.legend"),
        quiet: true,
        options: options(speech, "date.{}", &DeadlineKind::NAMES),
        chosen: deadline.kind.map_or("", DeadlineKind::name).into(),
        on_select: props.choose(|draft, id| {
            draft.deadline.kind = DeadlineKind::from_name(id);
        }),
        ..Choice::default()
    });
    let day = (deadline.kind == Some(DeadlineKind::Date)).then(|| {
        field(InputField {
            id: "date-day".to_owned(),
            label: speech.say("date.day"),
            value: deadline.date.clone(),
            date: true,
            problem: props.problem(FieldProblem::Date, "problem.date"),
            on_input: props.edit(|draft, typed| draft.deadline.date = typed),
            ..InputField::default()
        })
    });
    let in_weeks = deadline.kind == Some(DeadlineKind::Weeks);
    let is_from_today = deadline.from == CountedFrom::Today;
    let weeks = in_weeks.then(|| {
        field(InputField {
            id: "date-weeks".to_owned(),
            label: speech.say(if is_from_today {
                "date.field"
            } else {
                "triangle.time"
            }),
            value: deadline.weeks.clone(),
            numeric: true,
            problem: props.problem(FieldProblem::Weeks, "problem.weeks"),
            on_input: props.edit(|draft, typed| draft.deadline.weeks = typed),
            ..InputField::default()
        })
    });
    let note = in_weeks.then(|| range_note(speech, &deadline.weeks));
    let mut fold = folds.fold("date");
    let from = in_weeks.then(|| {
        let from = choice(Choice {
            id: "date-from".to_owned(),
            legend: speech.say("date.from"),
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
        .child(kinds)
        .maybe_child(day)
        .maybe_child(weeks)
        .maybe_child(note.flatten())
        .maybe_child(from.flatten())
        .maybe_child(fold.closed(speech))
}
