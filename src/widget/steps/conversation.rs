//! The conversation: progress, the current step, and navigation.

use super::ask::ask_in_step;
use super::budget::budget_step;
use super::care::{self, care_step};
use super::conditions::conditions_step;
use super::date::date_step;
use super::error_summary::{error_summary, place};
use super::fold::use_folds;
use super::promises::promises_step;
use super::props::StepProps;
use super::start::step_class;
use super::step::Step;
use super::wishes::WishesStep;
use crate::draft::{Draft, FieldProblem};
use crate::engine::Topic;
use crate::i18n::key;
use crate::widget::element::{Element, arrive, button, component, el, focus, group, region};
use crate::widget::parts::foot;
use crate::widget::state::{Change, Place};
use yew::prelude::*;

/// Conversation at one of its steps.
#[derive(Properties, Clone, PartialEq)]
pub struct ConversationProps {
    /// Properties of every step.
    pub step: StepProps,
    /// Index of the current step.
    pub at: usize,
    /// Number of times that the visitor went to a place: restoring a step does not count.
    pub moves: u32,
    /// Bit mask of the steps that were shown.
    pub seen: u32,
    /// Answer in one line.
    pub bar: Html,
    /// Called with the place to go to.
    pub on_go: Callback<Place>,
    /// Called when the answer is to be shown.
    pub on_answer: Callback<()>,
}

/// Place in the conversation.
struct Position {
    /// Steps under these terms.
    steps: Vec<Step>,
    /// Index of the current step.
    at: usize,
    /// Current step.
    step: Step,
}

impl Position {
    /// Returns the position of the current step, or the last one if the terms have fewer steps.
    fn of(props: &ConversationProps) -> Position {
        let steps = Step::all(&props.step.terms);
        let at = props.at.min(steps.len().saturating_sub(1));
        // All terms have the step of the budget.
        let step = steps.get(at).copied().unwrap_or(Step::Budget);
        Position { steps, at, step }
    }

    fn is_last(&self) -> bool {
        self.at + 1 == self.steps.len()
    }

    /// Returns `true` if the step at an index asks nothing: nothing that was chosen needs care.
    fn is_void(&self, at: usize, props: &StepProps) -> bool {
        let is_care = self.steps.get(at) == Some(&Step::Care);
        is_care && !props.draft.wishes.is_empty() && care::kinds(props).is_empty()
    }
}

/// Progress, current step, and navigation.
#[component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let position = Position::of(props);
    let Position { at, step, .. } = position;
    let speech = &props.step.speech;
    // Number of times that the visitor tried to go on from this step despite errors.
    let attempts = use_state(|| 0u32);
    let heading = use_node_ref();
    {
        let attempts = attempts.clone();
        // A new step starts at the top of the screen, and is announced by its heading.
        let heading = heading.clone();
        use_effect_with((at, props.moves), move |(_, moves)| {
            attempts.set(0);
            if *moves > 0 {
                arrive(&heading, ".view");
            }
        });
    }
    let summary = use_node_ref();
    {
        // The summary of errors takes the focus at each attempt.
        let summary = summary.clone();
        use_effect_with(*attempts, move |_| focus(&summary));
    }
    let problems = problems(props, &position);
    let is_led = *attempts > 0 && !problems.is_empty();
    let mend = is_led.then(|| {
        error_summary(
            &props.step,
            &problems,
            at,
            &summary,
            &props.on_go.reform(Place::Step),
        )
    });
    let title = el("h2", "question")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text(props.step.voiced(&key("{}.title", step.name())));
    let on_next = {
        let (go_on, stays) = (go_on(props, &position), !problems.is_empty());
        Callback::from(move |()| {
            attempts.set(if stays { *attempts + 1 } else { 0 });
            if !stays {
                go_on.emit(());
            }
        })
    };
    let questions = region("questions", speech.get("region.questions"))
        .child(progress(props, &position))
        .maybe_child(mend)
        .child(title)
        .child(el("p", "hint lead").text(props.step.voiced(&key("{}.hint", step.name()))))
        .child(
            el("div", step_class(is_led))
                .key(step.name())
                .node(component::<Questions>(QuestionsProps {
                    step,
                    props: props.step.clone(),
                })),
        )
        .child(el("div", "ways narrow").children(ways(props, &position)));
    let next = el("button", "main")
        .attr("type", "button")
        .on_click(&on_next);
    // Next to the answer in one line only one word fits.
    let next = if position.is_last() {
        next.child(el("span", "wide").message(speech, "nav.last"))
            .child(el("span", "narrow").message(speech, "bar.see"))
    } else {
        next.message(speech, "nav.next")
    };
    group()
        .child(questions)
        .child(foot(
            "foot",
            props.bar.clone(),
            ways(props, &position).into(),
            next,
        ))
        .content()
}

/// Returns the errors that block a step: those of its own fields, and at the last step all.
fn problems(props: &ConversationProps, position: &Position) -> Vec<FieldProblem> {
    let problems = props.step.problems.iter().copied();
    problems
        .filter(|problem| position.is_last() || place(*problem).0 == position.step)
        .collect()
}

/// Callback that goes to the next step, or from the last one to the answer.
fn go_on(props: &ConversationProps, position: &Position) -> Callback<()> {
    let next = position.at + 1;
    let next = next + usize::from(position.is_void(next, &props.step));
    if position.is_last() {
        props.on_answer.clone()
    } else {
        props.on_go.reform(move |()| Place::Step(next))
    }
}

/// Steps with a link to each, and the name of the current one.
fn progress(props: &ConversationProps, position: &Position) -> Element {
    let speech = &props.step.speech;
    let Position { steps, at, step } = position;
    let text = speech.format(
        "step.progress",
        &[
            ("n", &speech.number((at + 1) as f64, 0)),
            ("of", &speech.number(steps.len() as f64, 0)),
            ("name", &speech.get_for("step.{}", step.name())),
        ],
    );
    let steps = steps.iter().enumerate().map(|(index, step)| {
        let state = if index == *at {
            "now"
        } else if step.is_answered(&props.step.draft) {
            "answered"
        } else if props.seen & (1 << index.min(31)) != 0 {
            "seen"
        } else {
            ""
        };
        let title = speech.get_for("step.{}", step.name());
        let name = el("span", "for-listeners").text(title.clone());
        let name = if state == "answered" {
            name.text([" (", &speech.get("step.done"), ")"].concat())
        } else {
            name
        };
        let button = el("button", "")
            .attr("type", "button")
            .attr("title", title)
            .on_click(&props.on_go.reform(move |()| Place::Step(index)))
            .attr("data-step", step.name())
            .maybe_attr("aria-current", (index == *at).then_some("step"))
            .child(name);
        el("li", state).key(step.name()).child(button)
    });
    el("nav", "progress")
        .attr("aria-label", speech.get("step.all"))
        .child(el("ol", "").children(steps))
        .child(el("p", "").text(text))
}

/// Step with its properties.
#[derive(Properties, Clone, PartialEq)]
struct QuestionsProps {
    step: Step,
    props: StepProps,
}

/// Questions of a step.
#[component]
fn Questions(QuestionsProps { step, props }: &QuestionsProps) -> Html {
    let folds = use_folds();
    match step {
        Step::Purpose => ask_in_step(Topic::Purpose, props).into(),
        Step::Wishes => component::<WishesStep>(props.clone()),
        Step::Care => care_step(props, &folds).content(),
        Step::Promises => promises_step(props).into(),
        Step::Conditions => conditions_step(props, &folds).content(),
        Step::Date => date_step(props, &folds).content(),
        Step::Budget => budget_step(props, &folds).content(),
    }
}

/// Buttons to go back and to skip the step, which clears its answers.
fn ways(props: &ConversationProps, position: &Position) -> [Element; 2] {
    let speech = &props.step.speech;
    let (at, step) = (position.at, position.step);
    let before = at.checked_sub(1);
    let before = before.and_then(|at| match position.is_void(at, &props.step) {
        true => at.checked_sub(1),
        false => Some(at),
    });
    let before = before.map_or(Place::Start(None), Place::Step);
    let on_back = props.on_go.reform(move |()| before);
    let on_skip = {
        let on_edit = props.step.on_edit.clone();
        let go_on = go_on(props, position);
        Callback::from(move |()| {
            on_edit.emit(Change::new(move |draft: &mut Draft| {
                *draft = step.cleared(draft)
            }));
            go_on.emit(());
        })
    };
    [
        button("quiet", speech, "nav.back", &on_back),
        button("quiet", speech, "nav.skip", &on_skip),
    ]
}
