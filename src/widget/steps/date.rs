//! When do you need it?

use super::StepProps;
use crate::draft::{DeadlineKind, FieldProblem};
use crate::widget::parts::{Choice, Field};
use yew::prelude::*;

/// Asks for the deadline.
#[component]
pub fn DateStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let chosen = match props.draft.deadline.kind {
        Some(DeadlineKind::Weeks) => "weeks",
        Some(DeadlineKind::Open) => "open",
        None => "",
    };
    let options = ["weeks", "open"].map(|id| (id.into(), speech.say(&format!("date.{id}")).into()));
    let on_choose = props.edit(|draft, id: AttrValue| {
        draft.deadline.kind = Some(if id == "open" {
            DeadlineKind::Open
        } else {
            DeadlineKind::Weeks
        });
    });
    let on_type = props.edit(|draft, typed: String| draft.deadline.weeks = typed);
    let problem = props
        .problems
        .contains(&FieldProblem::Weeks)
        .then(|| AttrValue::from(speech.say("problem.weeks")));
    html! {
        <>
            <Choice id="date" legend={speech.say("date.legend")} quiet=true options={options.to_vec()} {chosen} {on_choose} />
            if chosen == "weeks" {
                <Field
                    id="date-weeks" label={speech.say("date.field")} value={props.draft.deadline.weeks.clone()} numeric=true
                    {on_type} {problem}
                />
            }
        </>
    }
}
