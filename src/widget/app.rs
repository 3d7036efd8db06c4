//! The root: it owns the state, asks the engine, and lays questions beside the answer.

use super::answer::{AnswerPanel, AnswerProps, Aside};
use super::arrival::{arrival, arrived, not_known};
use super::element::{component, el};
use super::examples::examples;
use super::keeping::{Keeping, keeping};
use super::page::Page;
use super::parts::bar;
use super::setup::Setup;
use super::shared::Shared;
use super::state::{Action, State, Tried};
use super::steps::{Conversation, ConversationProps, StepProps};
use super::written::{brief_file, draft_of};
use crate::config::{Saved, read_saved};
use crate::draft::{Draft, Separators};
use crate::engine::{Appraisal, Offer, appraise, fitted};
use std::rc::Rc;
use yew::prelude::*;

/// What the host hands to the root.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// What this calculator is set up with.
    pub setup: Setup,
    /// What was typed before: kept on this device, or saved from a crash.
    pub saved: Option<Shared<Saved>>,
    /// Whether the visitor wanted it kept on this device.
    pub keep: bool,
    /// Whether it was here before, and comes back with what was typed: a link was followed then.
    pub back: bool,
    /// Called with the brief to keep on this device, or with none to forget it. Absent where nothing
    /// can be kept, as in a sandboxed frame.
    pub on_keep: Option<Callback<Option<Saved>>>,
    /// Called with the name and the text of a file to save.
    pub on_save: Callback<(String, String)>,
    /// Called with a file that was chosen, and with whom to tell its text.
    pub on_file: Callback<(web_sys::File, Callback<String>)>,
    /// What the page does.
    pub page: Page,
    /// Called with everything the visitor did, and the answer to it.
    pub on_change: Callback<(Saved, Shared<Appraisal>)>,
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let Setup {
        today,
        audience,
        terms,
        examples: starts,
        speech,
        spoken,
        languages,
        example,
    } = props.setup.clone();
    let (decimal, group) = speech.separators();
    let separators = Separators { decimal, group };
    // A name that the terms do not have is not asked for, and named.
    let opened = {
        let (terms, speech) = (terms.clone(), speech.clone());
        move |saved: Saved| {
            let (brief, unknown) = fitted(saved.brief, &terms);
            let draft = draft_of(&brief, &speech);
            let draft = draft.retyped(saved.typed, separators, today);
            (draft, not_known(&speech, &unknown))
        }
    };
    let state = use_reducer(|| {
        let state = match &props.saved {
            None => State::new(separators),
            Some(saved) => {
                let (draft, notice) = opened((**saved).clone());
                State {
                    draft: Rc::new(draft),
                    keep: props.keep,
                    notice,
                    ..State::new(separators)
                }
            }
        };
        match (!props.back).then(|| props.page.linked.emit(())).flatten() {
            None => state,
            Some(link) => state.after(Action::Arrive(arrival(&link, &terms, &speech))),
        }
    });
    {
        // The page may come to another link later.
        let (page, state) = (props.page.clone(), state.dispatcher());
        let (terms, speech) = (terms.clone(), speech.clone());
        use_effect_with(props.setup.clone(), move |_| {
            let linked = page.linked.clone();
            let watching = page.watch.emit(Callback::from(move |()| {
                if let Some(link) = linked.emit(()) {
                    state.dispatch(Action::Arrive(arrival(&link, &terms, &speech)));
                }
            }));
            move || drop(watching)
        });
    }
    {
        // Another language writes numbers otherwise.
        let state = state.dispatcher();
        use_effect_with(separators, move |separators| {
            state.dispatch(Action::Write(*separators));
        });
    }
    let separators = state.separators;
    // Asked anew where something was typed or the terms are others, and not to go to another step.
    let asked = (Rc::clone(&state.draft), separators, props.setup.clone());
    let answered = use_memo(asked, |(draft, separators, setup)| {
        let (brief, problems) = draft.read(*separators, setup.today);
        let (brief, _) = fitted(brief, &setup.terms);
        let appraisal = appraise(&brief, &setup.terms).ok()?;
        Some((
            Shared::new(brief),
            Shared::new(appraisal),
            Rc::new(problems),
        ))
    });
    let Some((brief, appraisal, problems)) = (*answered).clone() else {
        return Html::default();
    };

    // Only what the visitor did is told: not the first look.
    let told = use_mut_ref(|| None::<Rc<Draft>>);
    {
        let (on_change, brief, appraisal, draft) = (
            props.on_change.clone(),
            brief.clone(),
            appraisal.clone(),
            Rc::clone(&state.draft),
        );
        use_effect(move || {
            let before = told.borrow_mut().replace(Rc::clone(&draft));
            if before.is_some_and(|before| before != draft) {
                let saved = Saved::new((*brief).clone(), draft.typed());
                on_change.emit((saved, appraisal));
            }
        });
    }

    {
        // Kept as long as it is wanted, and forgotten when it is not any more.
        let (on_keep, brief) = (props.on_keep.clone(), brief.clone());
        let wanted = use_mut_ref(|| false);
        use_effect_with(
            (state.keep, Rc::clone(&state.draft)),
            move |(keep, draft)| {
                let before = wanted.replace(*keep);
                if let Some(on_keep) = on_keep.filter(|_| *keep || before) {
                    on_keep.emit(keep.then(|| Saved::new((*brief).clone(), draft.typed())));
                }
            },
        );
    }

    fn dispatch<T: 'static>(
        state: &UseReducerHandle<State>,
        action: fn(T) -> Action,
    ) -> Callback<T> {
        let state = state.dispatcher();
        Callback::from(move |value| state.dispatch(action(value)))
    }
    let on_edit = dispatch(&state, Action::Edit);
    let on_go = dispatch(&state, Action::Go);
    let on_show_answer = dispatch(&state, Action::ShowAnswer);
    let on_keep = props
        .on_keep
        .is_some()
        .then(|| dispatch(&state, Action::KeepOnDevice));
    let simple = |action: fn() -> Action| {
        let state = state.dispatcher();
        Callback::from(move |()| state.dispatch(action()))
    };
    let on_example = {
        let (state, speech) = (state.dispatcher(), speech.clone());
        let examples = starts.clone();
        Callback::from(move |index: usize| {
            if let Some(example) = examples.get(index) {
                let draft = draft_of(&example.brief, &speech);
                state.dispatch(Action::Load(draft, None));
            }
        })
    };
    let on_save = {
        let (brief, draft) = (brief.clone(), Rc::clone(&state.draft));
        props.on_save.reform(move |()| brief_file(&brief, &draft))
    };
    let on_file = {
        let (state, speech) = (state.dispatcher(), speech.clone());
        let on_read = Callback::from(move |text: String| {
            state.dispatch(match read_saved(&text) {
                Ok(saved) => {
                    let (draft, notice) = opened(saved);
                    Action::Load(draft, notice)
                }
                Err(_) => Action::Notice(speech.say("file.broken").into()),
            });
        });
        props.on_file.reform(move |file| (file, on_read.clone()))
    };
    let on_try = {
        let (state, speech) = (state.clone(), speech.clone());
        let asked = brief.clone();
        Callback::from(move |offer: Offer| {
            let draft = draft_of(&offer.brief, &speech);
            let tried = Tried {
                before: Rc::clone(&state.draft),
                asked: asked.clone(),
                offer,
            };
            state.dispatch(Action::Try(Shared::new(tried), draft));
        })
    };

    let other = {
        let aside = (state.aside.clone(), separators, props.setup.clone());
        use_memo(aside, |(aside, separators, setup)| {
            let (brief, _) = aside.as_ref()?.read(*separators, setup.today);
            let (brief, _) = fitted(brief, &setup.terms);
            let appraisal = appraise(&brief, &setup.terms).ok()?;
            Some(Shared::new((brief, appraisal)))
        })
    };
    let aside = Aside {
        other: (*other).clone(),
        on_set: simple(|| Action::SetAside),
        on_swap: simple(|| Action::Swap),
        on_forget: simple(|| Action::Forget),
    };
    let begun = *state.draft != Draft::default();
    let decide = |action: fn() -> Action| {
        let (decided, forget) = (simple(action), props.page.forget.clone());
        Callback::from(move |()| {
            forget.emit(());
            decided.emit(());
        })
    };
    let arrived = arrived(
        &speech,
        &state.arrived,
        &decide(|| Action::OpenLink),
        &decide(|| Action::LeaveLink),
    );
    let conversation = component::<Conversation>(ConversationProps {
        step: StepProps {
            audience,
            terms: terms.clone(),
            speech: speech.clone(),
            draft: Rc::clone(&state.draft),
            appraisal: appraisal.clone(),
            problems,
            on_edit: on_edit.clone(),
        },
        at: state.step,
        on_go: on_go.clone(),
        on_answer: on_show_answer.reform(|()| true),
    });
    let keeping = keeping(Keeping {
        speech: &speech,
        begun,
        on_undo: (!state.past.is_empty()).then(|| simple(|| Action::Undo)),
        on_restart: simple(|| Action::Load(Draft::default(), None)),
        keep: state.keep,
        on_keep,
        on_save,
        on_file,
        spoken: &spoken,
        languages: &languages,
        on_language: &props.page.on_language,
        notice: &state.notice,
    });
    let examples = (!begun).then(|| examples(&speech, &starts, &on_example));
    let answer = component::<AnswerPanel>(AnswerProps {
        audience,
        draft: Rc::clone(&state.draft),
        on_edit,
        terms: terms.clone(),
        speech: speech.clone(),
        brief,
        appraisal: appraisal.clone(),
        tried: state.tried.clone(),
        aside,
        example,
        shown: state.answer_shown,
        step: state.step,
        page: props.page.clone(),
        on_save: props.on_save.clone(),
        on_go,
        on_try,
        on_take_off: simple(|| Action::TakeOff),
    });
    let region = |name: &'static str, key: &str| {
        el("section", name)
            .attr("part", name)
            .attr("aria-label", speech.say(key))
    };
    let class = if state.answer_shown {
        "view answer-open"
    } else {
        "view"
    };
    el("div", class)
        .with(arrived)
        .with(
            region("questions", "region.questions")
                .html(conversation)
                .maybe(examples.flatten())
                .with(keeping),
        )
        .with(region("answer", "region.answer").html(answer))
        .with(bar(
            &speech,
            &appraisal,
            state.answer_shown,
            &on_show_answer,
        ))
        .into()
}
