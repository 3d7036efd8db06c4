//! The conversation: seven short steps, one thing at a time, the budget last.

mod ask;
mod budget;
mod care;
mod conditions;
mod date;
mod mend;
mod promises;
mod purpose;
mod wishes;

pub use ask::{Ask, is_a_choice};

use super::app::Audience;
use crate::draft::{Draft, FieldProblem};
use crate::engine::{Appraisal, Terms, Topic};
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// The steps in order. The budget comes last, so that it does not bend the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Purpose,
    Wishes,
    Care,
    Promises,
    Conditions,
    Date,
    Budget,
}

impl Step {
    const ALL: [Step; 7] = [
        Step::Purpose,
        Step::Wishes,
        Step::Care,
        Step::Promises,
        Step::Conditions,
        Step::Date,
        Step::Budget,
    ];

    fn id(self) -> &'static str {
        match self {
            Step::Purpose => "purpose",
            Step::Wishes => "wishes",
            Step::Care => "care",
            Step::Promises => "promises",
            Step::Conditions => "conditions",
            Step::Date => "date",
            Step::Budget => "budget",
        }
    }

    /// Whether anything was answered here.
    fn is_answered(self, draft: &Draft) -> bool {
        match self {
            Step::Purpose => draft.purpose.is_some(),
            Step::Wishes => !draft.wishes.is_empty(),
            Step::Care => draft.care != Default::default(),
            Step::Promises => !draft.promises.is_empty(),
            Step::Conditions => !draft.conditions.is_empty() || draft.relationship.is_some(),
            Step::Date => draft.deadline.kind.is_some(),
            Step::Budget => draft.budget.kind.is_some(),
        }
    }

    /// The draft with nothing said here.
    fn unsaid(self, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        match self {
            Step::Purpose => draft.purpose = None,
            // Wishes are not taken away by a tap: each has its own way out.
            Step::Wishes => {}
            Step::Care => draft.care = Default::default(),
            Step::Promises => draft.promises.clear(),
            Step::Conditions => {
                draft.conditions = Default::default();
                draft.relationship = None;
            }
            Step::Date => draft.deadline = Default::default(),
            Step::Budget => draft.budget = Default::default(),
        }
        draft
    }
}

/// The step at which a question is answered, counted from 0.
pub fn step_of(topic: Topic) -> usize {
    let step = match topic {
        Topic::Purpose => Step::Purpose,
        Topic::Wishes => Step::Wishes,
        Topic::Content | Topic::Updates | Topic::Hosting | Topic::Help => Step::Care,
        Topic::ContentReady
        | Topic::Contact
        | Topic::Phased
        | Topic::Decider
        | Topic::Written
        | Topic::OpenToAdvice
        | Topic::Deposit
        | Topic::FreeSample
        | Topic::CashNeeded
        | Topic::Relationship => Step::Conditions,
        Topic::Deadline => Step::Date,
        Topic::Budget => Step::Budget,
    };
    Step::ALL
        .iter()
        .position(|known| *known == step)
        .unwrap_or_default()
}

/// What every step works with.
#[derive(Properties, Clone, PartialEq)]
pub struct StepProps {
    /// Who is spoken to.
    pub audience: Audience,
    /// What the shop works by.
    pub terms: Rc<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was typed.
    pub draft: Rc<Draft>,
    /// The answer to it.
    pub appraisal: Rc<Appraisal>,
    /// The fields that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
    /// Called with what was typed now.
    pub on_edit: Callback<Draft>,
}

impl StepProps {
    /// A callback that changes a copy of the draft.
    fn edit<T: 'static>(&self, change: impl Fn(&mut Draft, T) + 'static) -> Callback<T> {
        let (draft, on_edit) = (Rc::clone(&self.draft), self.on_edit.clone());
        Callback::from(move |value| {
            let mut draft = (*draft).clone();
            change(&mut draft, value);
            on_edit.emit(draft);
        })
    }
}

/// The conversation as a whole.
#[derive(Properties, Clone, PartialEq)]
pub struct ConversationProps {
    /// Who is spoken to.
    pub audience: Audience,
    /// What the shop works by.
    pub terms: Rc<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was typed.
    pub draft: Rc<Draft>,
    /// The answer to it.
    pub appraisal: Rc<Appraisal>,
    /// The fields that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
    /// Which step is shown, counted from 0.
    pub step: usize,
    /// Called with what was typed now.
    pub on_edit: Callback<Draft>,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
    /// Called when the answer is to be shown.
    pub on_answer: Callback<()>,
}

/// The conversation: where one is, the step, and the way on and back.
#[component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let speech = &props.speech;
    let at = props.step.min(Step::ALL.len() - 1);
    let step = Step::ALL[at];
    let asked = use_state(|| 0u32);
    let heading = use_node_ref();
    {
        let asked = asked.clone();
        // A new step is announced by its heading; the first one leaves the page's focus alone.
        let heading = heading.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(at, move |_| {
            asked.set(0);
            if !first.replace(false)
                && let Some(heading) = heading.cast::<web_sys::HtmlElement>()
            {
                // A heading that cannot take the focus leaves it where it was.
                let _ = heading.focus();
            }
        });
    }
    let of = Step::ALL.len();
    let progress = speech.with(
        "step.progress",
        &[
            ("n", &speech.number((at + 1) as f64, 0)),
            ("of", &speech.number(of as f64, 0)),
            ("name", &speech.say(&format!("step.{}", step.id()))),
        ],
    );
    let steps = Step::ALL.iter().enumerate().map(|(index, step)| {
        let onclick = props.on_go.reform(move |_: MouseEvent| index);
        let name = speech.say(&format!("step.{}", step.id()));
        let answered = step.is_answered(&props.draft);
        let state = if index == at {
            "now"
        } else if answered {
            "answered"
        } else {
            "open"
        };
        let done = (answered && index != at).then(|| format!(" ({})", speech.say("step.done")));
        html! {
            <li class={state} key={step.id()}>
                <button type="button" {onclick} aria-current={(index == at).then_some("step")}>
                    <span class="for-listeners">{ name }{ done }</span>
                </button>
            </li>
        }
    });
    let step_props = StepProps {
        audience: props.audience,
        terms: Rc::clone(&props.terms),
        speech: speech.clone(),
        draft: Rc::clone(&props.draft),
        appraisal: Rc::clone(&props.appraisal),
        problems: Rc::clone(&props.problems),
        on_edit: props.on_edit.clone(),
    };
    let body = match step {
        Step::Purpose => purpose::purpose_step(&step_props),
        Step::Wishes => html! { <wishes::WishesStep ..step_props /> },
        Step::Care => care::care_step(&step_props),
        Step::Promises => promises::promises_step(&step_props),
        Step::Conditions => conditions::conditions_step(&step_props),
        Step::Date => date::date_step(&step_props),
        Step::Budget => budget::budget_step(&step_props),
    };
    let last = at + 1 == of;
    // What keeps somebody here: a field of this step, and in the end of any.
    let to_mend: Vec<FieldProblem> = props
        .problems
        .iter()
        .copied()
        .filter(|problem| last || mend::place(*problem).0 == step)
        .collect();
    let on_next = {
        let (on_go, on_answer) = (props.on_go.clone(), props.on_answer.clone());
        let (asked, stays) = (asked.clone(), !to_mend.is_empty());
        Callback::from(move |_: MouseEvent| {
            asked.set(if stays { *asked + 1 } else { 0 });
            if stays {
                // The list of what is to be mended takes the focus.
            } else if last {
                on_answer.emit(())
            } else {
                on_go.emit(at + 1)
            }
        })
    };
    let on_skip = {
        let (on_edit, on_go, on_answer) = (
            props.on_edit.clone(),
            props.on_go.clone(),
            props.on_answer.clone(),
        );
        let draft = Rc::clone(&props.draft);
        Callback::from(move |_: MouseEvent| {
            on_edit.emit(step.unsaid(&draft));
            if last {
                on_answer.emit(())
            } else {
                on_go.emit(at + 1)
            }
        })
    };
    let on_back = props
        .on_go
        .reform(move |_: MouseEvent| at.saturating_sub(1));
    html! {
        <>
            <nav class="progress" aria-label={speech.say("step.all")}>
                <ol>{ for steps }</ol>
                <p>{ progress }</p>
            </nav>
            if *asked > 0 && !to_mend.is_empty() {
                <mend::Mend speech={speech.clone()} step={at} problems={to_mend} asked={*asked} on_go={props.on_go.clone()} />
            }
            <h2 class="question" tabindex="-1" ref={heading}>{ speech.say(&format!("{}.title", step.id())) }</h2>
            <p class="hint lead">{ speech.say(&format!("{}.hint", step.id())) }</p>
            <div class="step" key={step.id()}>{ body }</div>
            <div class="ways">
                if at > 0 {
                    <button class="quiet" type="button" onclick={on_back}>{ speech.say("nav.back") }</button>
                }
                <button class="quiet" type="button" onclick={on_skip}>{ speech.say("nav.skip") }</button>
                <button class="main" type="button" onclick={on_next}>
                    { speech.say(if last { "nav.last" } else { "nav.next" }) }
                </button>
            </div>
        </>
    }
}
