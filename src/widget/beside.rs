//! What stands beside the questions: the answer, and what is done with a brief.

use super::answer::{AnswerPanel, AnswerProps, Aside};
use super::arrival::{Arrival, arrival, arrived, not_known};
use super::element::{El, component, group, region};
use super::page::Page;
use super::parts::bar;
use super::rest::{Answered, Rest};
use super::setup::Setup;
use super::shared::Shared;
use super::state::{Action, State, Tried, to};
use super::written::{brief_file, draft_of};
use crate::config::{Saved, read_saved};
use crate::draft::{Draft, Separators};
use crate::engine::{Offer, appraise, fitted};
use std::rc::Rc;
use yew::prelude::*;

/// The rest of a calculator, on this page.
#[derive(Clone, PartialEq)]
pub struct Whole {
    /// What the page does.
    pub page: Page,
    /// What was typed before: kept on this device, or saved from a crash.
    pub saved: Option<Shared<Saved>>,
    /// Whether the visitor wanted it kept on this device.
    pub keep: bool,
    /// Whether it was here before, and comes back with what was typed: a link was followed then.
    pub back: bool,
}

impl Rest for Whole {
    fn begin(&self, separators: Separators, setup: &Setup) -> State {
        let mut state = State::new(separators);
        if let Some(saved) = &self.saved {
            let (draft, notice) = opened((**saved).clone(), setup, separators);
            state.draft = Rc::new(draft);
            state.keep = self.keep;
            state.notice = notice;
        }
        if let Some(arrival) = linked(&self.page, setup).filter(|_| !self.back) {
            state = state.after(Action::Arrive(arrival));
        }
        state.begun_with = Rc::clone(&state.draft);
        state
    }

    fn answer(&self, draft: &Rc<Draft>, separators: Separators, setup: &Setup) -> Option<Answered> {
        let (brief, problems) = draft.read(separators, setup.today);
        let (brief, _) = fitted(brief, &setup.terms);
        let appraisal = appraise(&brief, &setup.terms).ok()?;
        Some(Answered {
            draft: Rc::clone(draft),
            brief: Shared::new(brief),
            appraisal: Shared::new(appraisal),
            problems: Rc::new(problems),
        })
    }

    fn arrived(&self, setup: &Setup, state: &UseReducerHandle<State>) -> El {
        let decide = |action: fn(()) -> Action| {
            let (decided, forget) = (to(state, action), self.page.forget.clone());
            Callback::from(move |()| {
                forget.emit(());
                decided.emit(());
            })
        };
        let (on_open, on_leave) = (
            decide(|()| Action::OpenLink),
            decide(|()| Action::LeaveLink),
        );
        arrived(&setup.speech, &state.arrived, &on_open, &on_leave)
    }

    fn save(&self, Answered { brief, draft, .. }: &Answered) {
        self.page.save.emit(brief_file(brief, draft));
    }

    fn open(&self, file: web_sys::File, setup: &Setup, state: &UseReducerHandle<State>) {
        let (setup, state) = (setup.clone(), state.clone());
        let on_read = Callback::from(move |text: String| {
            state.dispatch(match read_saved(&text) {
                Ok(saved) => {
                    let (draft, notice) = opened(saved, &setup, state.separators);
                    Action::Load(draft, notice)
                }
                Err(_) => Action::Notice(setup.speech.say("file.broken").into()),
            });
        });
        self.page.read.emit((file, on_read));
    }

    fn beside(&self, setup: &Setup, state: &UseReducerHandle<State>, answered: &Answered) -> Html {
        component::<Beside>(BesideProps {
            whole: self.clone(),
            setup: setup.clone(),
            state: state.clone(),
            answered: answered.clone(),
        })
    }
}

/// What was saved as the visitor would type it, with what they must know of it: a name that the terms
/// do not have is not asked for, and named.
fn opened(saved: Saved, setup: &Setup, separators: Separators) -> (Draft, Option<AttrValue>) {
    let (brief, unknown) = fitted(saved.brief, &setup.terms);
    let draft = draft_of(&brief, &setup.speech).retyped(saved.typed, separators, setup.today);
    (draft, not_known(&setup.speech, &unknown))
}

/// What stands beside the questions.
#[derive(Properties, Clone, PartialEq)]
struct BesideProps {
    whole: Whole,
    setup: Setup,
    state: UseReducerHandle<State>,
    answered: Answered,
}

#[component]
fn Beside(props: &BesideProps) -> Html {
    let BesideProps {
        whole,
        setup,
        state,
        answered,
    } = props;
    let (page, speech) = (&whole.page, &setup.speech);
    let Answered {
        draft,
        brief,
        appraisal,
        ..
    } = answered;

    {
        let on_whole = page.on_whole.clone();
        use_effect_with((), move |()| on_whole.emit(()));
    }
    // Only what the visitor did is told: not the first look, and not what came back or with a link.
    let told = use_mut_ref(|| Rc::clone(&state.begun_with));
    {
        let (on_change, draft) = (page.on_change.clone(), Rc::clone(draft));
        let (brief, appraisal) = (brief.clone(), appraisal.clone());
        use_effect(move || {
            if told.replace(Rc::clone(&draft)) != draft {
                let saved = Saved::new((*brief).clone(), draft.typed());
                on_change.emit((saved, appraisal));
            }
        });
    }
    {
        // The page may come to another link later.
        let (page, setup, state) = (page.clone(), setup.clone(), state.clone());
        use_effect_with(setup.clone(), move |_| {
            let here = page.clone();
            let watching = page.watch.emit(Callback::from(move |()| {
                if let Some(arrival) = linked(&here, &setup) {
                    state.dispatch(Action::Arrive(arrival));
                }
            }));
            move || drop(watching)
        });
    }
    {
        // Kept as long as it is wanted, and forgotten when it is not any more.
        let (keep, brief) = (page.keep.clone(), brief.clone());
        let wanted = use_mut_ref(|| false);
        use_effect_with((state.keep, Rc::clone(draft)), move |(wants, draft)| {
            let before = wanted.replace(*wants);
            if let Some(keep) = keep.filter(|_| *wants || before) {
                keep.emit(wants.then(|| Saved::new((*brief).clone(), draft.typed())));
            }
        });
    }

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
        let aside = (state.aside.clone(), state.separators, setup.clone());
        let whole = whole.clone();
        use_memo(aside, move |(aside, separators, setup)| {
            let Answered {
                brief, appraisal, ..
            } = whole.answer(aside.as_ref()?, *separators, setup)?;
            Some((brief, appraisal))
        })
    };
    let aside = Aside {
        other: (*other).clone(),
        on_set: to(state, |()| Action::SetAside),
        on_swap: to(state, |()| Action::Swap),
        on_forget: to(state, |()| Action::Forget),
    };
    let answer = component::<AnswerPanel>(AnswerProps {
        audience: setup.audience,
        draft: Rc::clone(draft),
        on_edit: to(state, Action::Edit),
        terms: setup.terms.clone(),
        speech: speech.clone(),
        brief: brief.clone(),
        appraisal: appraisal.clone(),
        tried: state.tried.clone(),
        aside,
        example: setup.example,
        shown: state.answer_shown,
        step: state.step,
        page: page.clone(),
        on_go: to(state, Action::Go),
        on_try,
        on_take_off: to(state, |()| Action::TakeOff),
    });
    let on_show = to(state, Action::ShowAnswer);
    group()
        .with(region("answer", speech.say("region.answer")).html(answer))
        .with(bar(speech, appraisal, state.answer_shown, &on_show))
        .content()
}

/// What came with the link that the page was opened with, or has come to.
fn linked(page: &Page, setup: &Setup) -> Option<Arrival> {
    let link = page.linked.emit(())?;
    Some(arrival(&link, &setup.terms, &setup.speech))
}
