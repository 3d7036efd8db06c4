//! What would you pay for it?

use super::StepProps;
use crate::draft::{BudgetKind, FieldProblem};
use crate::i18n::openly;
use crate::widget::parts::{Choice, Field, range_note};
use yew::prelude::*;

/// Asks for the budget.
pub fn budget_step(props: &StepProps) -> Html {
    let speech = &props.speech;
    let chosen = props.draft.budget.kind.map_or("", BudgetKind::id);
    let options = BudgetKind::ALL.map(|kind| {
        let id = kind.id();
        (id.into(), speech.say(&format!("budget.{id}")).into())
    });
    let on_choose = props.edit(|draft, id: AttrValue| {
        draft.budget.kind = BudgetKind::ALL
            .into_iter()
            .find(|kind| kind.id() == id.as_str());
    });
    let on_type = props.edit(|draft, typed: String| draft.budget.amount = typed);
    let problem = props
        .problems
        .contains(&FieldProblem::Amount)
        .then(|| AttrValue::from(speech.say("problem.amount")));
    let suffix = openly::tax(speech, &props.terms).unwrap_or_default();
    html! {
        <>
            <Choice id="budget" legend={speech.say("budget.legend")} quiet=true options={options.to_vec()} {chosen} {on_choose} />
            if !chosen.is_empty() {
                <Field
                    id="budget-amount" value={props.draft.budget.amount.clone()} numeric=true {suffix} {on_type} {problem}
                    label={speech.with(&format!("budget.{chosen}.field"), &[("currency", &props.terms.currency)])}
                />
                { range_note(speech, &props.draft.budget.amount) }
            }
        </>
    }
}
