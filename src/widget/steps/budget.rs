//! Step about the budget: one field for any wording, common answers, and the kind of deal.

use super::fold::Folds;
use super::props::StepProps;
use super::query::query;
use crate::draft::{BudgetKind, Draft, DraftBudget, FieldProblem};
use crate::engine::{Terms, Topic};
use crate::i18n::{Speech, amount};
use crate::shared::Shared;
use crate::widget::echoes::picks;
use crate::widget::element::{Element, component, el, group};
use crate::widget::parts::{Choice, InputField, choice, field, options};
use yew::prelude::*;

/// Asks for the budget. A gift and another rate than the shop's are rare.
pub fn budget_step(props: &StepProps, folds: &Folds) -> Element {
    let speech = &props.speech;
    let budget = &props.draft.budget;
    let echoes = props.echoes();
    let deal = echoes.map_or(budget.kind, |echoes| echoes.deal);
    let mut fold = folds.fold("budget");
    let is_gift = deal == Some(BudgetKind::Gift);
    let is_gift_open = fold.is_open("gift", is_gift || props.asked.contains(&Topic::GiftHours));
    let text = field(InputField {
        label: speech.format("budget.label", &[("currency", &props.terms.currency)]),
        value: match budget.kind {
            Some(BudgetKind::Gift | BudgetKind::Unknown) => String::new(),
            _ => budget.amount.clone(),
        },
        numeric: false,
        suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
        hint: speech.get("budget.examples"),
        echo: echoes.and_then(|echoes| echoes.money.full.clone()),
        on_input: props.edit(|draft: &mut Draft, typed| {
            draft.budget = draft.budget.typed(typed);
        }),
        problem: props
            .problem(FieldProblem::Currency, "problem.currency")
            .or_else(|| props.problem(FieldProblem::Tax, "problem.tax"))
            .or_else(|| props.problem(FieldProblem::Amount, "problem.amount")),
        ..number(props, "amount", "", FieldProblem::Amount, |budget| {
            &mut budget.amount
        })
    });
    let question = echoes.and_then(|echoes| echoes.money.question.as_ref());
    let on_answer = props.edit(move |draft: &mut Draft, amount| {
        draft.budget = DraftBudget {
            kind: deal,
            ..draft.budget.typed(amount)
        };
    });
    let question = question.map(|question| query(question, &on_answer));
    let [fixed, monthly, hourly, gift, _] = BudgetKind::NAMES;
    let often = [fixed, monthly, hourly, gift];
    let shown = often.iter().copied().take(if is_gift_open { 4 } else { 3 });
    let kinds = kinds(props, deal, &Vec::from_iter(shown));
    // The price of an hour may be in the field of the amount.
    let is_rate_said = echoes.is_some_and(|echoes| echoes.bare.is_some());
    let rate = (deal == Some(BudgetKind::Hourly) && !is_rate_said).then(|| {
        let rate = field(InputField {
            suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
            ..number(props, "rate", "budget.rate", FieldProblem::Rate, |budget| {
                &mut budget.rate
            })
        });
        fold.put("rate", !budget.rate.is_empty(), rate)
    });
    let given = is_gift.then(|| {
        let hours = number(
            props,
            "hours",
            "budget.gift.field",
            FieldProblem::Hours,
            |budget| &mut budget.hours,
        );
        let months = number(
            props,
            "months",
            "budget.gift.months",
            FieldProblem::Months,
            |budget| &mut budget.months,
        );
        el("div", "").child(field(hours)).child(field(months))
    });
    let gift =
        el("div", "").maybe_child((!is_gift_open).then(|| self::kinds(props, deal, &[gift])));
    let gift = fold.put("gift", false, gift.maybe_child(given));
    let picks = component::<Picks>(PicksProps {
        terms: props.terms.clone(),
        speech: speech.clone(),
        monthly: deal == Some(BudgetKind::Monthly),
        chosen: match budget.kind {
            Some(BudgetKind::Unknown) => "unknown".into(),
            Some(BudgetKind::Hourly) if budget.amount.trim().is_empty() => "hourly".into(),
            Some(BudgetKind::Fixed | BudgetKind::Monthly) => budget.amount.clone().into(),
            _ => AttrValue::default(),
        },
        on_select: props.choose(|draft, picked| {
            let (kind, amount) = match picked {
                "unknown" => (BudgetKind::Unknown, ""),
                "hourly" => (BudgetKind::Hourly, ""),
                amount if draft.budget.kind == Some(BudgetKind::Monthly) => {
                    (BudgetKind::Monthly, amount)
                }
                amount => (BudgetKind::Fixed, amount),
            };
            draft.budget = DraftBudget {
                kind: Some(kind),
                amount: amount.to_owned(),
                ..DraftBudget::default()
            };
        }),
    });
    group()
        .child(text)
        .maybe_child(question)
        .node(picks)
        .child(kinds)
        .maybe_child(rate.flatten())
        .maybe_child(gift)
        .maybe_child(fold.closed(speech))
}

/// Returns the budget in a few words within a sentence: its interpretation, or before that is known
/// the typed text. `None` without an answer.
pub fn short_money(props: &StepProps) -> Option<String> {
    let budget = &props.draft.budget;
    let echoes = props.echoes();
    let echoes = echoes.and_then(|echoes| echoes.money.short.clone());
    echoes.or_else(|| match budget.kind {
        Some(BudgetKind::Unknown) => Some(props.speech.get("start.unknown")),
        Some(BudgetKind::Hourly) if budget.amount.trim().is_empty() => {
            Some(props.speech.get("money.hourly"))
        }
        _ => Some(budget.amount.clone()).filter(|amount| !amount.trim().is_empty()),
    })
}

/// Choice of some of the deals. Words in the amount that name another deal are removed.
fn kinds(props: &StepProps, deal: Option<BudgetKind>, names: &[&'static str]) -> Element {
    let speech = &props.speech;
    let bare = props.echoes().and_then(|echoes| echoes.bare.clone());
    choice(Choice {
        id: "budget".to_owned(),
        legend: props
            .audience
            .says(speech, "budget.legend", "shop.budget.legend"),
        options: options(speech, "budget.{}", names),
        chosen: deal.map_or("", BudgetKind::name).into(),
        on_select: props.edit(move |draft: &mut Draft, id: AttrValue| {
            draft.budget.kind = BudgetKind::from_name(&id);
            if let Some(bare) = &bare {
                draft.budget.amount.clone_from(bare);
            }
        }),
        ..Choice::default()
    })
}

/// Field for a number of the budget.
fn number(
    props: &StepProps,
    name: &str,
    label: &str,
    problem: FieldProblem,
    place: fn(&mut DraftBudget) -> &mut String,
) -> InputField {
    let currency = [("currency", props.terms.currency.as_str())];
    let mut budget = props.draft.budget.clone();
    InputField {
        id: ["budget-", name].concat(),
        label: props.speech.format(label, &currency),
        value: place(&mut budget).clone(),
        numeric: true,
        problem: props.problem(problem, &["problem.", name].concat()),
        on_input: props.edit(move |draft, typed| *place(&mut draft.budget) = typed),
        ..InputField::default()
    }
}

/// Properties of [`Picks`].
#[derive(Properties, Clone, PartialEq)]
struct PicksProps {
    terms: Shared<Terms>,
    speech: Speech,
    /// `true` for amounts that are paid each month.
    monthly: bool,
    chosen: AttrValue,
    on_select: Callback<AttrValue>,
}

/// Common answers: amounts around the shop's usual jobs, and answers without an amount.
#[component]
fn Picks(props: &PicksProps) -> Html {
    let PicksProps { terms, speech, .. } = props;
    let amounts = use_memo(
        (terms.clone(), speech.clone(), props.monthly),
        |(terms, speech, monthly)| picks(terms, speech, *monthly),
    );
    let amounts = amounts.iter();
    let mut options: Vec<(AttrValue, String)> = amounts
        .map(|(shown, typed)| (typed.clone().into(), shown.clone()))
        .collect();
    options.push(("unknown".into(), speech.get("budget.unknown")));
    options.push(("hourly".into(), speech.get("budget.no-limit")));
    choice(Choice {
        id: "budget-picks".to_owned(),
        legend: speech.get("said.pick"),
        options,
        chosen: props.chosen.clone(),
        on_select: props.on_select.clone(),
        ..Choice::default()
    })
    .into()
}
