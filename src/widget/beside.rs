//! What stands beside the questions: the answer, and what is done with a brief.

use super::answer::{AnswerPanel, AnswerProps, Aside, Editing, Trial};
use super::arrival::{Arrival, arrival, arrived, not_known};
use super::case::Case;
use super::element::{Element, component, group, region};
use super::host::Host;
use super::parts::bar;
use super::reply::ReplyProps;
use super::rest::{Answered, Rest};
use super::setup::Setup;
use super::state::{Action, Rewriting, State, Tried, to};
use super::written::{brief_file, draft_of};
use crate::config::{Edited, Saved, read_saved};
use crate::draft::{Draft, Separators};
use crate::engine::{Offer, appraise, fitted};
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// The rest of a calculator, on this page.
#[derive(Clone, PartialEq)]
pub struct Whole {
    /// What the page does.
    pub page: Shared<dyn Host>,
    /// What was there when it began.
    pub begun: Begun,
}

/// What is there when a calculator begins.
#[derive(Clone, PartialEq)]
pub struct Begun {
    /// What was typed before: kept on this device, or saved from a crash.
    pub saved: Option<Shared<Saved>>,
    /// Whether the visitor wanted it kept on this device.
    pub keep: bool,
    /// Whether it was here before, and comes back with what was typed: a link was followed then.
    pub back: bool,
    /// The link that the page was opened with.
    pub link: Option<String>,
}

impl Rest for Whole {
    fn begin(&self, separators: Separators, setup: &Setup) -> State {
        let mut state = State::new(separators);
        let begun = &self.begun;
        if let Some(saved) = &begun.saved {
            state.letter = saved.letter.clone().map(Shared::new);
            let (draft, notice) = opened((**saved).clone(), setup, separators);
            state.draft = Rc::new(draft);
            state.keep = begun.keep;
            state.notice = notice;
        }
        if let Some(link) = begun.link.as_ref().filter(|_| !begun.back) {
            state = state.after(Action::Arrive(linked(link, setup)));
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

    fn rewriting(&self) -> Rewriting {
        Draft::rewritten
    }

    fn arrived(&self, setup: &Setup, state: &UseReducerHandle<State>) -> Element {
        let decide = |action: fn(()) -> Action| {
            let (decided, page) = (to(state, action), self.page.clone());
            Callback::from(move |()| {
                page.remove_link();
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
        let (name, text) = brief_file(brief, draft);
        self.page.save_file(&name, &text);
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
        self.page.read_file(file, on_read);
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
        let (whole, setup, state) = (whole.clone(), setup.clone(), state.clone());
        use_effect_with((), move |()| {
            // A link may have been followed before all of it was there.
            let Begun { link, back, .. } = &whole.begun;
            if let Some(link) = link.as_ref().filter(|_| !back && state.arrived.is_none()) {
                state.dispatch(Action::Arrive(linked(link, &setup)));
            }
            whole.page.emit_whole();
        });
    }
    {
        // Terms may come late: what was kept or linked may name what only they have.
        let (whole, setup, state) = (whole.clone(), setup.clone(), state.clone());
        let known = use_mut_ref(|| setup.terms.clone());
        use_effect(move || {
            if *known.borrow() == setup.terms {
                return;
            }
            // With another language they wait until numbers are written as it does.
            let (decimal, group) = setup.speech.separators();
            if state.separators == (Separators { decimal, group }) {
                known.replace(setup.terms.clone());
                let begun = whole.begin(state.separators, &setup);
                state.dispatch(Action::Begin(Box::new(begun)));
            }
        });
    }
    let done = Done {
        begun_with: Rc::clone(&state.begun_with),
        draft: Rc::clone(draft),
        letter: state.letter.clone(),
        keep: state.keep,
    };
    let before = use_mut_ref(|| Done {
        draft: Rc::clone(&done.begun_with),
        keep: whole.begun.keep,
        ..done.clone()
    });
    {
        let (page, answered) = (page.clone(), answered.clone());
        use_effect(move || {
            let before = before.replace(done.clone());
            done.tell(&before, &*page, &answered);
        });
    }
    {
        // The page may come to another link later.
        let (page, setup, state) = (page.clone(), setup.clone(), state.clone());
        use_effect_with(setup.clone(), move |_| {
            let here = page.clone();
            let watching = page.on_fragment_change(Callback::from(move |()| {
                if let Some(link) = here.link() {
                    state.dispatch(Action::Arrive(linked(&link, &setup)));
                }
            }));
            move || drop(watching)
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
    let case = Case {
        terms: setup.terms.clone(),
        brief: brief.clone(),
        appraisal: appraisal.clone(),
        speech: speech.clone(),
        audience: setup.audience,
    };
    let answer = component::<AnswerPanel>(AnswerProps {
        editing: Editing {
            draft: Rc::clone(draft),
            step: state.step,
            on_edit: to(state, Action::Edit),
            on_go: to(state, Action::Go),
        },
        trial: Trial {
            tried: state.tried.clone(),
            on_try,
            on_take_off: to(state, |()| Action::TakeOff),
        },
        aside,
        reply: ReplyProps {
            case: case.clone(),
            draft: Rc::clone(draft),
            edited: state.letter.clone(),
            on_letter: to(state, Action::Letter),
            host: page.clone(),
        },
        case,
        example: setup.example,
        shown: state.answer_shown,
    });
    let on_show = to(state, Action::ShowAnswer);
    group()
        .child(region("answer", speech.say("region.answer")).node(answer))
        .child(bar(speech, appraisal, state.answer_shown, &on_show))
        .content()
}

/// What the visitor has done so far, as far as others must know of it.
#[derive(Clone, PartialEq)]
struct Done {
    begun_with: Rc<Draft>,
    draft: Rc<Draft>,
    letter: Option<Shared<Edited>>,
    keep: bool,
}

impl Done {
    /// Tells the page what is new, and keeps it on this device as long as that is wanted. What came back
    /// or with a link was not done by the visitor, and is kept as it is.
    fn tell(&self, before: &Done, page: &dyn Host, answered: &Answered) {
        if self == before || self.begun_with != before.begun_with {
            return;
        }
        let Answered {
            brief, appraisal, ..
        } = answered;
        let mut saved = Saved::new((**brief).clone(), self.draft.typed());
        saved.letter = self.letter.as_ref().map(|letter| (**letter).clone());
        page.emit_saved(&saved);
        if self.draft != before.draft {
            page.emit_change(brief, appraisal);
        }
        if self.keep || before.keep {
            page.store(self.keep.then_some(&saved));
        }
    }
}

/// What comes with a link.
fn linked(link: &str, setup: &Setup) -> Arrival {
    arrival(link, &setup.terms, &setup.speech)
}
