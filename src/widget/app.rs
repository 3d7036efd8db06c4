//! The root: it owns the state, asks the engine, and lays questions beside the answer.

use super::answer::AnswerPanel;
use super::parts::Bar;
use super::state::{Action, State, Tried};
use super::steps::Conversation;
use crate::draft::{Draft, Separators};
use crate::engine::{Appraisal, Brief, Offer, Terms, appraise};
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// Who is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The client: no floor rates, no earnings.
    #[default]
    Visitor,
    /// The owner of the shop: bluntly, with earnings and flags.
    Shop,
}

/// What a calculator is set up with.
#[derive(Clone, PartialEq)]
pub struct Setup {
    /// Who is spoken to.
    pub audience: Audience,
    /// What the shop works by.
    pub terms: Rc<Terms>,
    /// The words.
    pub speech: Speech,
    /// Whether the terms are an example and must say so.
    pub example: bool,
    /// The day from which a date is counted, in days from 1 January 1970.
    pub today: i64,
}

/// What the host hands to the root.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// What this calculator is set up with.
    pub setup: Setup,
    /// What was kept on this device the last time, where the visitor wanted it kept.
    pub kept: Option<Rc<Brief>>,
    /// Called with the brief to keep on this device, or with none to forget it. Absent where nothing
    /// can be kept, as in a sandboxed frame.
    pub on_keep: Option<Callback<Option<Brief>>>,
    /// Called with every answer to something the visitor did.
    pub on_change: Callback<(Brief, Appraisal)>,
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let Setup {
        today,
        audience,
        terms,
        speech,
        example,
    } = props.setup.clone();
    let state = use_reducer(|| match &props.kept {
        None => State::default(),
        Some(kept) => {
            let draft = Draft::of(kept, |value| typed(&speech, value));
            State {
                draft: Rc::new(draft),
                keep: true,
                ..State::default()
            }
        }
    });
    let (decimal, group) = speech.separators();
    let read = state.draft.read(Separators { decimal, group }, today);
    let (brief, problems) = (read.0, Rc::new(read.1));
    // A name that new terms do not have any more is not asked for any more.
    let brief = fitting(brief, &terms);
    let Ok(appraisal) = appraise(&brief, &terms) else {
        return Html::default();
    };
    let appraisal = Rc::new(appraisal);
    let brief = Rc::new(brief);

    // Only what the visitor did is told: not the first look.
    let told = use_mut_ref(|| None::<Rc<Draft>>);
    {
        let (on_change, brief, appraisal, draft) = (
            props.on_change.clone(),
            Rc::clone(&brief),
            Rc::clone(&appraisal),
            Rc::clone(&state.draft),
        );
        use_effect(move || {
            let before = told.borrow_mut().replace(Rc::clone(&draft));
            if before.is_some_and(|before| before != draft) {
                on_change.emit(((*brief).clone(), (*appraisal).clone()));
            }
        });
    }

    {
        // Kept as long as it is wanted, and forgotten when it is not any more.
        let (on_keep, brief) = (props.on_keep.clone(), Rc::clone(&brief));
        let wanted = use_mut_ref(|| false);
        use_effect_with((state.keep, Rc::clone(&brief)), move |(keep, brief)| {
            let before = wanted.replace(*keep);
            if let Some(on_keep) = on_keep.filter(|_| *keep || before) {
                on_keep.emit(keep.then(|| (**brief).clone()));
            }
        });
    }

    let dispatch = |action: fn(_) -> Action| {
        let state = state.dispatcher();
        Callback::from(move |value| state.dispatch(action(value)))
    };
    let on_edit: Callback<Draft> = dispatch(Action::Edit);
    let on_go = {
        let state = state.dispatcher();
        Callback::from(move |step| state.dispatch(Action::Go(step)))
    };
    let on_open = {
        let state = state.dispatcher();
        Callback::from(move |open| state.dispatch(Action::Open(open)))
    };
    let on_want = props.on_keep.is_some().then(|| {
        let state = state.dispatcher();
        Callback::from(move |keep| state.dispatch(Action::Keep(keep)))
    });
    let simple = |action: fn() -> Action| {
        let state = state.dispatcher();
        Callback::from(move |()| state.dispatch(action()))
    };
    let on_try = {
        let (state, speech) = (state.clone(), speech.clone());
        let asked = Rc::clone(&brief);
        Callback::from(move |offer: Offer| {
            let draft = Draft::of(&offer.brief, |value| typed(&speech, value));
            let tried = Tried {
                before: Rc::clone(&state.draft),
                asked: (*asked).clone(),
                offer,
            };
            state.dispatch(Action::Try(Rc::new(tried), draft));
        })
    };

    let view = if state.answer_open {
        "view answer-open"
    } else {
        "view"
    };
    html! {
        <div class={view}>
            <section class="questions" aria-label={speech.say("region.questions")}>
                <Conversation {audience}
                    terms={Rc::clone(&terms)} speech={speech.clone()} draft={Rc::clone(&state.draft)}
                    appraisal={Rc::clone(&appraisal)} {problems} step={state.step}
                    restarted={state.restarted.is_some()} keep={state.keep} on_keep={on_want}
                    on_edit={on_edit.clone()} on_go={on_go.clone()} on_answer={on_open.reform(|()| true)}
                    on_restart={simple(|| Action::Restart)} on_undo_restart={simple(|| Action::UndoRestart)}
                />
            </section>
            <section class="answer" aria-label={speech.say("region.answer")}>
                <AnswerPanel open={state.answer_open} step={state.step} {audience} draft={Rc::clone(&state.draft)} on_edit={on_edit.clone()}
                    terms={Rc::clone(&terms)} speech={speech.clone()} brief={Rc::clone(&brief)}
                    appraisal={Rc::clone(&appraisal)} tried={state.tried.clone()} {example} {on_go}
                    {on_try} on_take_off={simple(|| Action::TakeOff)}
                />
            </section>
            <Bar {speech} {appraisal} open={state.answer_open} {on_open} />
        </div>
    }
}

/// A number as the visitor would type it.
pub(super) fn typed(speech: &Speech, value: f64) -> String {
    let (decimal, _) = speech.separators();
    value.to_string().replace('.', &decimal.to_string())
}

/// The brief without names that the terms do not have.
fn fitting(mut brief: Brief, terms: &Terms) -> Brief {
    use crate::engine::Want;
    brief.purpose = brief
        .purpose
        .filter(|id| terms.purposes.iter().any(|known| known.id == *id));
    brief.wishes.retain(|wish| match &wish.want {
        Want::Service { service } => terms.service(service).is_some(),
        Want::Sized { .. } | Want::Estimated { .. } => true,
    });
    brief.promises.retain(|id| terms.promise(id).is_some());
    brief
}
