//! Step about the deadline.

use super::props::StepProps;
use crate::draft::{DeadlineKind, FieldProblem};
use crate::widget::element::Element;
use crate::widget::parts::{Choice, InputField, choice, field, options, range_note};

/// Asks for the kind of deadline and its date or weeks.
pub fn date_step(props: &StepProps, step: Element) -> Element {
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
    let weeks = in_weeks.then(|| {
        field(InputField {
            id: "date-weeks".to_owned(),
            label: speech.say("date.field"),
            value: deadline.weeks.clone(),
            numeric: true,
            problem: props.problem(FieldProblem::Weeks, "problem.weeks"),
            on_input: props.edit(|draft, typed| draft.deadline.weeks = typed),
            ..InputField::default()
        })
    });
    let note = in_weeks.then(|| range_note(speech, &deadline.weeks));
    step.child(kinds)
        .maybe_child(day)
        .maybe_child(weeks)
        .maybe_child(note.flatten())
}
