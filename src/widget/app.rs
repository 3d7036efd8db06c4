//! Calculator: owns the state, and renders the sentence of the start, and the steps and the answer
//! once the answer part is loaded.

use super::deferred::{AnswerPart, AnswerProps, Keeping, MessageReader, RestState};
use super::element::{Element, button, component, el, region, to_top};
use super::examples::examples;
use super::localized::draft_of;
use super::setup::Setup;
use super::state::{Action, Blank, BlankReason, Place, Relocalization, State, dispatching};
use super::steps::{BlankProps, ConversationProps, Start, StartProps, StepProps};
use crate::draft::Draft;
use crate::engine::Topic;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Properties of `App`.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// Setup of the calculator.
    pub setup: Setup,
    /// `true` if this device has storage: a sandboxed frame has none.
    pub can_keep: bool,
    /// Called with the tag of the language that the visitor has chosen.
    pub on_language: Callback<String>,
    /// Answer part, once it is loaded.
    pub answer: Option<Loaded>,
}

/// Answer part of a calculator, with the parts after it.
#[derive(Clone)]
pub struct Loaded {
    /// Functions of the part.
    pub functions: AnswerPart,
    /// Rest of the program.
    pub rest: RestState,
    /// Part that reads messages.
    pub reader: MessageReader,
    /// Called to load the rest again after a failure.
    pub on_retry: Callback<()>,
}

impl PartialEq for Loaded {
    /// The answer part is unique, so only the later parts can differ.
    fn eq(&self, other: &Loaded) -> bool {
        self.rest == other.rest && self.reader == other.reader
    }
}

/// Calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { setup, answer, .. } = props;
    let speech = &setup.speech;
    let state = use_reducer(State::default);
    let functions = answer.as_ref().map(|loaded| loaded.functions);
    {
        let (state, terms, today) = (state.dispatcher(), setup.terms.clone(), setup.today);
        use_effect_with(setup.language.clone(), move |language| {
            if let Some((functions, language)) = functions.zip(language.clone()) {
                state.dispatch(Action::Relocalize(Relocalization {
                    language,
                    rewrite: functions.rewrite,
                    terms: terms.clone(),
                    today,
                }));
            }
        });
    }
    // Evaluated again if the draft or the terms changed, but not for another step.
    let language = state.language.as_ref().or(setup.language.as_ref());
    let evaluation = use_memo(
        (
            Rc::clone(&state.draft),
            language.cloned(),
            setup.clone(),
            functions.is_some(),
        ),
        |(draft, language, setup, _)| (functions?.evaluate)(draft, language.as_ref()?, setup),
    );
    let evaluation = evaluation.as_ref().as_ref();
    // An empty sentence would only flash before the restored one, but one that was seen stays.
    let was_shown = use_mut_ref(|| false);
    let mut is_shown = true;
    let views = answer.as_ref().zip(evaluation).map(|(loaded, evaluation)| {
        let is_whole = matches!(loaded.rest, RestState::Loaded(..));
        is_shown = !is_whole || state.is_restored || *was_shown.borrow();
        let answer = AnswerProps {
            setup: setup.clone(),
            state: state.clone(),
            evaluation: evaluation.clone(),
            rest: loaded.rest.clone(),
            reader: loaded.reader.clone(),
            on_retry: loaded.on_retry.clone(),
            is_shown,
        };
        let keeping = Keeping {
            can_keep: props.can_keep,
            on_language: props.on_language.clone(),
        };
        (loaded.functions.views)(answer, &keeping)
    });
    let has_answer = views.is_some();
    let views = views.unwrap_or_default();
    was_shown.replace(is_shown);
    let has_draft = *state.draft != Draft::default();
    let step = StepProps {
        today: setup.today,
        audience: setup.audience,
        terms: setup.terms.clone(),
        speech: speech.clone(),
        language: language.cloned(),
        draft: Rc::clone(&state.draft),
        care_hours: evaluation.map_or(0.0, |evaluation| evaluation.appraisal.care_hours),
        asked: evaluation.map_or_else(Rc::default, |evaluation| Rc::clone(&evaluation.asked)),
        problems: evaluation.map_or_else(Rc::default, |evaluation| Rc::clone(&evaluation.problems)),
        evaluation: evaluation.cloned(),
        search: state.search.clone(),
        on_search: dispatching(&state, Action::Search),
        on_edit: dispatching(&state, Action::Edit),
        on_message: dispatching(&state, |text: String| Action::Message(Some(text.into()))),
    };
    let (bar, surroundings) = (views.bar, views.surroundings);
    let on_go = dispatching(&state, Action::Go);
    let on_answer = dispatching(&state, |()| Action::SeekAnswer);
    let questions = match state.place {
        Place::Step(at) if has_answer => match &views.rest {
            Some(rest) => (rest.conversation)(ConversationProps {
                step,
                at,
                moves: state.moves,
                seen: state.seen,
                bar,
                on_go,
                on_answer,
            }),
            // A visitor who goes to the steps before they are loaded arrives once they are.
            None => views.waiting,
        },
        place => component::<Start>(StartProps {
            open: place.blank(),
            questions: match (place.blank(), &views.rest) {
                (Some(blank), Some(rest)) => (rest.blank)(BlankProps {
                    topic: blank.topic,
                    step: step.clone(),
                }),
                (Some(_), None) => views.waiting,
                (None, _) => Html::default(),
            },
            has_questions: views.rest.is_some(),
            step,
            arrivals: state.arrivals,
            moves: state.moves,
            bar,
            on_go,
            on_answer,
        }),
    };
    let extras = extras(props, &state, views.menu, has_draft);
    // In one column the questions stay until there is an answer. Until anything can be answered,
    // its placeholder is below them.
    let class = match (state.answer_shown && evaluation.is_some(), has_draft) {
        (true, _) => "view answer-open",
        (false, true) => "view",
        (false, false) => "view at-first",
    };
    // Next to a long answer the column is sticky, and browsers do not scroll far enough to reveal a
    // focused element above the screen. An element under a pressed pointer must not move until
    // release.
    let on_focus = Callback::from(|event: Event| {
        let focused = event.target_unchecked_into::<web_sys::Element>();
        let is_by_keyboard = focused.matches(":focus-visible").unwrap_or_default();
        if is_by_keyboard && focused.get_bounding_client_rect().top() < 0.0 {
            to_top(&focused, ".view");
        }
    });
    let mut asking = el("div", "asking").on(ListenerKind::onfocusin, &on_focus);
    if is_shown {
        asking = asking
            .node(questions)
            .node(surroundings.message)
            .child(extras);
    }
    // Placeholders, until the parts are loaded.
    let link_notice = surroundings.link_notice;
    let link_notice = link_notice.unwrap_or_else(|| el("div", "arrived").attr("role", "status"));
    let answer = views.answer;
    let answer = answer.unwrap_or_else(|| region("answer", speech.get("region.answer")).into());
    let mut view = el("div", class);
    if let Some([on_drop, on_over, on_key]) = surroundings.handlers {
        view = view
            .on(ListenerKind::ondrop, &on_drop)
            .on(ListenerKind::ondragover, &on_over)
            .on(ListenerKind::onkeydown, &on_key);
    }
    view.child(link_notice).child(asking).node(answer).into()
}

/// Elements below the questions: the examples at the start, elsewhere the way back to it, and the
/// menu.
fn extras(
    props: &AppProps,
    state: &UseReducerHandle<State>,
    menu: Option<Element>,
    has_draft: bool,
) -> Element {
    let Setup {
        speech, examples, ..
    } = &props.setup;
    let on_example = {
        let (state, speech) = (state.dispatcher(), speech.clone());
        let examples = examples.clone();
        Callback::from(move |index: usize| {
            if let Some(example) = examples.get(index) {
                let draft = draft_of(&example.brief, &speech);
                state.dispatch(Action::Load(draft, None));
            }
        })
    };
    let to = |class, key, place| {
        let on_click = dispatching(state, Action::Go).reform(move |()| place);
        button(class, speech, key, &on_click)
    };
    let ways = match state.place {
        Place::Start(_) => {
            let paste = Place::Start(Some(Blank {
                topic: Topic::Wishes,
                reason: BlankReason::Pasting,
            }));
            let examples = (!has_draft).then(|| self::examples(speech, examples, &on_example));
            el("div", "beginnings")
                .child(to("quiet", "start.paste", paste))
                .maybe_child(examples.flatten())
        }
        Place::Step(_) => {
            el("div", "beginnings").child(to("quiet", "start.back", Place::Start(None)))
        }
    };
    let notice = state.notice.as_ref();
    let notice = notice.map(|notice| {
        el("p", "note")
            .attr("role", "alert")
            .text(notice.text(speech))
    });
    el("div", "extras")
        .maybe_child(notice)
        .child(ways)
        // Placeholder, until the answer part is loaded.
        .child(menu.unwrap_or_else(|| el("details", "menu")))
}
