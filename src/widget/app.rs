//! The root: it owns the state and asks the questions. The rest, once it is there, answers beside them.

use super::element::{component, el, group, region};
use super::examples::examples;
use super::keeping::{Keeping, keeping};
use super::rest::Held;
use super::setup::Setup;
use super::state::{Action, State, to};
use super::steps::{Conversation, ConversationProps, StepProps};
use super::written::draft_of;
use crate::draft::{Draft, Separators};
use std::rc::Rc;
use yew::prelude::*;

/// What the host hands to the root.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// What this calculator is set up with.
    pub setup: Setup,
    /// Whether anything can be kept on this device: not in a sandboxed frame.
    pub can_keep: bool,
    /// Called with the tag of the language that the visitor has chosen.
    pub on_language: Callback<String>,
    /// The rest of the calculator, once it is there.
    pub rest: Option<Held>,
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { setup, rest, .. } = props;
    let speech = &setup.speech;
    let separators = {
        let (decimal, group) = speech.separators();
        Separators { decimal, group }
    };
    let state = use_reducer(|| match rest {
        Some(rest) => rest.begin(separators, setup),
        None => State::new(separators),
    });
    {
        // Another language writes numbers otherwise. Until the rest is there nobody reads them.
        let state = state.dispatcher();
        let rewriting = rest.as_ref().map(|rest| rest.rewriting());
        use_effect_with((separators, rewriting.is_some()), move |(separators, _)| {
            if let Some(rewriting) = rewriting {
                state.dispatch(Action::Write(*separators, rewriting));
            }
        });
    }
    // Asked anew where something was typed or the terms are others, and not to go to another step.
    let asked = (
        Rc::clone(&state.draft),
        state.separators,
        setup.clone(),
        rest.clone(),
    );
    let answered = use_memo(asked, |(draft, separators, setup, rest)| {
        rest.as_ref()?.answer(draft, *separators, setup)
    });
    let answered = answered.as_ref().as_ref();

    let on_example = {
        let (state, speech) = (state.dispatcher(), speech.clone());
        let examples = setup.examples.clone();
        Callback::from(move |index: usize| {
            if let Some(example) = examples.get(index) {
                let draft = draft_of(&example.brief, &speech);
                state.dispatch(Action::Load(draft, None));
            }
        })
    };
    let on_save = rest
        .clone()
        .zip(answered.cloned())
        .map(|(rest, answered)| Callback::from(move |()| rest.save(&answered)));
    let on_file = rest.clone().map(|rest| {
        let (setup, state) = (setup.clone(), state.clone());
        Callback::from(move |file| rest.open(file, &setup, &state))
    });
    let begun = *state.draft != Draft::default();
    let conversation = component::<Conversation>(ConversationProps {
        step: StepProps {
            audience: setup.audience,
            terms: setup.terms.clone(),
            speech: speech.clone(),
            draft: Rc::clone(&state.draft),
            care_hours: answered.map_or(0.0, |answered| answered.appraisal.care_hours),
            problems: answered.map_or_else(Rc::default, |answered| Rc::clone(&answered.problems)),
            on_edit: to(&state, Action::Edit),
        },
        at: state.step,
        on_go: to(&state, Action::Go),
        on_answer: to(&state, |()| Action::ShowAnswer(true)),
    });
    let keeping = keeping(Keeping {
        speech,
        begun,
        on_undo: (!state.past.is_empty()).then(|| to(&state, |()| Action::Undo)),
        on_restart: to(&state, |()| Action::Load(Draft::default(), None)),
        keep: state.keep,
        on_keep: props.can_keep.then(|| to(&state, Action::KeepOnDevice)),
        on_save,
        on_file,
        spoken: &setup.spoken,
        languages: &setup.languages,
        on_language: &props.on_language,
        notice: &state.notice,
    });
    let examples = (!begun).then(|| examples(speech, &setup.examples, &on_example));
    // Where there is room for one only, the questions stay until there is an answer.
    let class = if state.answer_shown && answered.is_some() {
        "view answer-open"
    } else {
        "view"
    };
    let questions = region("questions", speech.say("region.questions"))
        .node(conversation)
        .maybe_child(examples.flatten())
        .child(keeping);
    let (arrived, beside) = match rest.as_ref().zip(answered) {
        Some((rest, answered)) => (
            rest.arrived(setup, &state),
            rest.beside(setup, &state, answered),
        ),
        // Their places, until the rest is there.
        None => (
            el("div", "arrived").attr("role", "status"),
            group()
                .child(region("answer", speech.say("region.answer")))
                .child(el("div", "bar"))
                .content(),
        ),
    };
    el("div", class)
        .child(arrived)
        .child(questions)
        .node(beside)
        .into()
}
