//! The conversation: up to seven short steps, one thing at a time, the budget last.

mod ask;
mod budget;
mod care;
mod conditions;
mod date;
mod mend;
mod promises;
mod purpose;
mod wishes;

pub use ask::{Ask, ask, care_kind, is_a_choice};

use super::setup::Audience;
use crate::draft::{Draft, FieldProblem};
use crate::engine::{CareKind, Service, Terms, Topic};
use crate::i18n::Speech;
use crate::shared::Shared;
use crate::widget::element::{button, component, el, focus, group};
use std::rc::Rc;
use yew::prelude::*;

/// The steps in order, of which terms may leave some out. The budget comes last, so that it does not
/// bend the estimate.
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

    /// Whether these terms leave anything to be asked here.
    fn is_asked(self, terms: &Terms) -> bool {
        match self {
            Step::Purpose => !terms.purposes.is_empty(),
            Step::Care => CareKind::ALL.into_iter().any(|kind| {
                let brings = |service: &Service| service.care[kind] > 0.0;
                terms.own_care[kind] > 0.0 || terms.services.iter().any(brings)
            }),
            Step::Promises => !terms.promises.is_empty(),
            Step::Wishes | Step::Conditions | Step::Date | Step::Budget => true,
        }
    }

    /// The steps under these terms.
    fn all(terms: &Terms) -> Vec<Step> {
        let is_asked = |step: &Step| step.is_asked(terms);
        Step::ALL.into_iter().filter(is_asked).collect()
    }

    /// Which one it is under these terms, counted from 0; the first where it is none.
    fn place(self, terms: &Terms) -> usize {
        let mut all = Step::all(terms).into_iter();
        all.position(|known| known == self).unwrap_or_default()
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

/// The step at which a question is answered under these terms, counted from 0.
pub fn step_of(topic: Topic, terms: &Terms) -> usize {
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
    step.place(terms)
}

/// What every step works with.
#[derive(Properties, Clone, PartialEq)]
pub struct StepProps {
    /// Who is spoken to.
    pub audience: Audience,
    /// What the shop works by.
    pub terms: Shared<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was typed.
    pub draft: Rc<Draft>,
    /// How many hours a month the care that was asked for takes: 0 as long as there is no answer.
    pub care_hours: f64,
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

    /// A callback that changes a copy of the draft to what was chosen.
    fn choose(&self, change: fn(&mut Draft, &str)) -> Callback<AttrValue> {
        self.edit(move |draft, id: AttrValue| change(draft, &id))
    }

    /// What is wrong with a field, if anything is.
    fn problem(&self, problem: FieldProblem, key: &str) -> Option<String> {
        let is_wrong = self.problems.contains(&problem);
        is_wrong.then(|| self.speech.say(key))
    }
}

/// The conversation as a whole.
#[derive(Properties, Clone, PartialEq)]
pub struct ConversationProps {
    /// What every step works with.
    pub step: StepProps,
    /// Which step is shown, counted from 0.
    pub at: usize,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
    /// Called when the answer is to be shown.
    pub on_answer: Callback<()>,
}

/// The conversation: where one is, the step, and the way on and back.
#[component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let StepProps {
        terms,
        speech,
        draft,
        ..
    } = &props.step;
    let all = Step::all(terms);
    let of = all.len();
    let at = props.at.min(of - 1);
    let step = all[at];
    let asked = use_state(|| 0u32);
    let heading = use_node_ref();
    {
        let asked = asked.clone();
        // A new step is announced by its heading; the first one leaves the page's focus alone.
        let heading = heading.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(at, move |_| {
            asked.set(0);
            if !first.replace(false) {
                focus(&heading);
            }
        });
    }
    let summary = use_node_ref();
    {
        // What is to be mended takes the focus each time that somebody wants to go on.
        let summary = summary.clone();
        use_effect_with(*asked, move |_| focus(&summary));
    }
    let progress = speech.with(
        "step.progress",
        &[
            ("n", &speech.number((at + 1) as f64, 0)),
            ("of", &speech.number(of as f64, 0)),
            ("name", &speech.of("step.{}", step.id())),
        ],
    );
    let steps = all.iter().enumerate().map(|(index, step)| {
        let answered = step.is_answered(draft);
        let state = if index == at {
            "now"
        } else if answered {
            "answered"
        } else {
            ""
        };
        let name = el("span", "for-listeners").text(speech.of("step.{}", step.id()));
        let name = if state == "answered" {
            name.text([" (", &speech.say("step.done"), ")"].concat())
        } else {
            name
        };
        let button = el("button", "")
            .attr("type", "button")
            .on_click(&props.on_go.reform(move |()| index))
            .maybe_attr("aria-current", (index == at).then_some("step"))
            .child(name);
        el("li", state).key(step.id()).child(button)
    });
    let body = el("div", "step").key(step.id());
    let body = match step {
        Step::Purpose => body.child(purpose::purpose_step(&props.step)),
        Step::Wishes => body.node(component::<wishes::WishesStep>(props.step.clone())),
        Step::Care => care::care_step(&props.step, body),
        Step::Promises => body.child(promises::promises_step(&props.step)),
        Step::Conditions => body.child(conditions::conditions_step(&props.step)),
        Step::Date => date::date_step(&props.step, body),
        Step::Budget => budget::budget_step(&props.step, body),
    };
    let last = at + 1 == of;
    // What keeps somebody here: a field of this step, and in the end of any.
    let problems = props.step.problems.iter().copied();
    let to_mend: Vec<FieldProblem> = problems
        .filter(|problem| last || mend::place(*problem).0 == step)
        .collect();
    let go_on = {
        let (on_go, on_answer) = (props.on_go.clone(), props.on_answer.clone());
        Callback::from(move |()| {
            if last {
                on_answer.emit(())
            } else {
                on_go.emit(at + 1)
            }
        })
    };
    let on_next = {
        let (asked, stays, go_on) = (asked.clone(), !to_mend.is_empty(), go_on.clone());
        Callback::from(move |()| {
            // The list of what is to be mended takes the focus.
            asked.set(if stays { *asked + 1 } else { 0 });
            if !stays {
                go_on.emit(());
            }
        })
    };
    let on_skip = {
        let (on_edit, draft) = (props.step.on_edit.clone(), Rc::clone(draft));
        Callback::from(move |()| {
            on_edit.emit(step.unsaid(&draft));
            go_on.emit(());
        })
    };
    let on_back = props.on_go.reform(move |()| at.saturating_sub(1));
    let mend = (*asked > 0 && !to_mend.is_empty())
        .then(|| mend::mend(&props.step, &to_mend, at, &summary, &props.on_go));
    let title = el("h2", "question")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text(speech.of("{}.title", step.id()));
    let back = (at > 0).then(|| button("quiet", speech, "nav.back", &on_back));
    let next = if last { "nav.last" } else { "nav.next" };
    group()
        .child(
            el("nav", "progress")
                .attr("aria-label", speech.say("step.all"))
                .child(el("ol", "").children(steps))
                .child(el("p", "").text(progress)),
        )
        .maybe_child(mend)
        .child(title)
        .child(el("p", "hint lead").text(speech.of("{}.hint", step.id())))
        .child(body)
        .child(
            el("div", "ways")
                .maybe_child(back)
                .child(button("quiet", speech, "nav.skip", &on_skip))
                .child(button("main", speech, next, &on_next)),
        )
        .content()
}
