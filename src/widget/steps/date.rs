//! When do you need it?

use super::StepProps;
use crate::draft::{DeadlineKind, FieldProblem};
use crate::widget::parts::{Choice, Field, range_note};
use yew::prelude::*;

/// Asks for the deadline.
pub fn date_step(props: &StepProps) -> Html {
    let speech = &props.speech;
    let chosen = props.draft.deadline.kind.map_or("", DeadlineKind::id);
    let options = DeadlineKind::ALL.map(|kind| {
        let id = kind.id();
        (id.into(), speech.say(&format!("date.{id}")).into())
    });
    let on_choose = props.edit(|draft, id: AttrValue| {
        draft.deadline.kind = DeadlineKind::ALL
            .into_iter()
            .find(|kind| kind.id() == id.as_str());
    });
    let on_date = props.edit(|draft, typed: String| draft.deadline.date = typed);
    let wrong_date = props
        .problems
        .contains(&FieldProblem::Date)
        .then(|| AttrValue::from(speech.say("problem.date")));
    let on_type = props.edit(|draft, typed: String| draft.deadline.weeks = typed);
    let problem = props
        .problems
        .contains(&FieldProblem::Weeks)
        .then(|| AttrValue::from(speech.say("problem.weeks")));
    html! {
        <>
            <Choice id="date" legend={speech.say("date.legend")} quiet=true options={options.to_vec()} {chosen} {on_choose} />
            if chosen == "date" {
                <Field
                    id="date-day" label={speech.say("date.day")} value={props.draft.deadline.date.clone()} date=true
                    on_type={on_date} problem={wrong_date}
                />
            }
            if chosen == "weeks" {
                <Field
                    id="date-weeks" label={speech.say("date.field")} value={props.draft.deadline.weeks.clone()} numeric=true
                    {on_type} {problem}
                />
            }
            if chosen == "weeks" {
                { range_note(speech, &props.draft.deadline.weeks) }
            }
        </>
    }
}
