//! Calculator: owns the state, asks the questions, and shows the answer once the deferred part is loaded.

use super::deferred::{Ahead, Deferred, ResultsProps};
use super::element::{component, el, group, region};
use super::examples::examples;
use super::host::Host;
use super::localized::{draft_of, separators};
use super::setup::Setup;
use super::state::{Action, State, dispatching};
use super::steps::{Conversation, ConversationProps, StepProps};
use super::toolbar::{Toolbar, toolbar};
use crate::draft::Draft;
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`App`].
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// Setup of the calculator.
    pub setup: Setup,
    /// `true` if this device has storage: a sandboxed frame has none.
    pub can_keep: bool,
    /// Called with the tag of the language that the visitor has chosen.
    pub on_language: Callback<String>,
    /// Deferred part, once it is loaded.
    pub deferred: Option<Loaded>,
}

/// Deferred part of a calculator, with the page that it acts on.
#[derive(Clone)]
pub struct Loaded {
    /// Functions of the part.
    pub functions: Deferred,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

impl PartialEq for Loaded {
    /// There is one such part, so only the page can be another.
    fn eq(&self, other: &Loaded) -> bool {
        self.host == other.host
    }
}

/// Calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        setup, deferred, ..
    } = props;
    let speech = &setup.speech;
    let separators = separators(speech);
    let state = use_reducer(|| State::new(separators));
    {
        let state = state.dispatcher();
        use_effect_with(separators, move |separators| {
            state.dispatch(Action::Relocalize(*separators));
        });
    }
    // Evaluated anew if something was typed or the terms have changed, and not for another step.
    let functions = deferred.as_ref().map(|loaded| loaded.functions);
    let evaluation = use_memo(
        (
            Rc::clone(&state.draft),
            state.separators,
            setup.clone(),
            functions.is_some(),
        ),
        |(draft, separators, setup, _)| (functions?.evaluate)(draft, *separators, setup),
    );
    let evaluation = evaluation.as_ref().as_ref();
    let results = deferred
        .as_ref()
        .zip(evaluation)
        .map(|(loaded, evaluation)| {
            let props = ResultsProps {
                host: loaded.host.clone(),
                setup: setup.clone(),
                state: state.clone(),
                evaluation: evaluation.clone(),
            };
            (loaded.functions, props)
        });

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
    let on_save = results
        .clone()
        .map(|(deferred, props)| Callback::from(move |()| (deferred.save)(&props)));
    let on_file = results
        .clone()
        .map(|(deferred, props)| Callback::from(move |file| (deferred.open)(&props, file)));
    let has_draft = *state.draft != Draft::default();
    let conversation = component::<Conversation>(ConversationProps {
        step: StepProps {
            audience: setup.audience,
            terms: setup.terms.clone(),
            speech: speech.clone(),
            draft: Rc::clone(&state.draft),
            care_hours: evaluation.map_or(0.0, |evaluation| evaluation.appraisal.care_hours),
            asked: evaluation.map_or_else(Rc::default, |evaluation| Rc::clone(&evaluation.asked)),
            problems: evaluation
                .map_or_else(Rc::default, |evaluation| Rc::clone(&evaluation.problems)),
            ahead: functions
                .zip(evaluation)
                .map(|(functions, evaluation)| Ahead {
                    functions,
                    evaluation: evaluation.clone(),
                }),
            on_edit: dispatching(&state, Action::Edit),
        },
        at: state.step,
        on_go: dispatching(&state, Action::Go),
        on_answer: dispatching(&state, |()| Action::ShowAnswer(true)),
    });
    let toolbar = toolbar(Toolbar {
        speech,
        has_draft,
        on_undo: (!state.past.is_empty()).then(|| dispatching(&state, |()| Action::Undo)),
        on_restart: dispatching(&state, |()| Action::Load(Draft::default(), None)),
        keep: state.keep,
        on_keep: props
            .can_keep
            .then(|| dispatching(&state, Action::KeepOnDevice)),
        on_save,
        on_file,
        spoken: &setup.spoken,
        languages: &setup.languages,
        on_language: &props.on_language,
        notice: &state.notice,
    });
    let examples = (!has_draft).then(|| examples(speech, &setup.examples, &on_example));
    // Where there is room for one only, the questions stay until there is an answer.
    let class = if state.answer_shown && evaluation.is_some() {
        "view answer-open"
    } else {
        "view"
    };
    let questions = region("questions", speech.say("region.questions"))
        .node(conversation)
        .maybe_child(examples.flatten())
        .child(toolbar);
    let (link_notice, results) = match results {
        Some((deferred, props)) => ((deferred.link_notice)(&props), (deferred.results)(props)),
        // Their places, until the deferred part is loaded.
        None => (
            el("div", "arrived").attr("role", "status"),
            group()
                .child(region("answer", speech.say("region.answer")))
                .child(el("div", "bar"))
                .content(),
        ),
    };
    el("div", class)
        .child(link_notice)
        .child(questions)
        .node(results)
        .into()
}
