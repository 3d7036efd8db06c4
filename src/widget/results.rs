//! Results pane, and all actions on a brief that can be evaluated.

use super::additions::additions;
use super::answer::editing::{Aside, Editing, Trial};
use super::answer::{AnswerPanel, AnswerProps, agreement, inside};
use super::answer_line::answer_line;
use super::case::Case;
use super::client_message::{ClientMessage, open_questions};
use super::deferred::{AnswerPart, Keeping, RestPart, ResultsProps};
use super::echoes::{echoes, picks};
use super::element::{Element, component, el, region};
use super::entry::use_entry;
use super::evaluation::Evaluation;
use super::handlers::{hand_over, handlers};
use super::link_notice::{link_notice, linked};
use super::localized::{brief_file, draft_of};
use super::message::Messages;
use super::outcomes::outcomes;
use super::placeholder::waiting;
use super::reply::Reply;
use super::reply::props::ReplyProps;
use super::report::use_report;
use super::restore::{reopened, use_restored};
use super::setup::{Audience, Setup};
use super::state::{Action, BLANKS, Blank, BlankReason, Place, Tried, dispatching};
use super::steps::{BlankQuestions, Conversation, step_of};
use super::toolbar::{Toolbar, toolbar};
use crate::calendar;
use crate::config::read_saved;
use crate::draft::{Draft, DraftDeadline, Interpretation};
use crate::engine::{
    Appraisal, Ballpark, Deadline, Offer, ShopFacts, appraise, fit_to_terms, usual_ballparks,
};
use crate::i18n::Speech;
use crate::reader::Language;
use crate::shared::Shared;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// Answer part of every calculator.
pub const ANSWER_PART: AnswerPart = AnswerPart {
    language,
    rewrite: Draft::rewritten,
    evaluate,
    additions,
    outcomes,
    picks,
    results: component::<Results>,
    waiting,
    blank: component::<BlankQuestions>,
    answer_line,
    menu,
    link_notice: notice,
};

/// Part of every calculator that is loaded last.
pub const REST_PART: RestPart = RestPart {
    reply: component::<Reply>,
    agreement,
    inside,
    conversation: component::<Conversation>,
    menu: menu_content,
    message: component::<Messages>,
    handlers,
};

/// Unreadable lists are ignored: fields then only read plain numbers.
fn language(tag: &str, lists: &[String], point: char) -> Option<Language> {
    let own = ["{\"point\":\"", point.encode_utf8(&mut [0; 4]), "\"}"].concat();
    let lists: Vec<&str> = lists.iter().map(String::as_str).chain([&*own]).collect();
    Language::read(tag, &lists).or_else(|| Language::read(tag, &[&own]))
}

fn evaluate(draft: &Rc<Draft>, language: &Language, setup: &Setup) -> Option<Evaluation> {
    let reading = setup.reading(language);
    let said = Interpretation::of(draft, reading);
    let (brief, problems) = draft.brief(&said, reading);
    let (mut brief, _) = fit_to_terms(brief, &setup.terms);
    if setup.audience == Audience::Visitor {
        // Facts that only the shop knows are neither asked of a visitor nor read from a file.
        brief.ours = ShopFacts::default();
        brief.cash_needed = None;
    }
    let appraisal = appraise(&brief, &setup.terms).ok()?;
    let worth_it = appraisal.questions.iter();
    let worth_it = worth_it.filter(|question| question.is_worth_asking());
    let asked = worth_it.map(|question| question.topic).collect();
    let echoes = echoes(setup, draft, &said, &brief, &appraisal);
    Some(Evaluation {
        draft: Rc::clone(draft),
        usual: if brief.wishes.is_empty() {
            usual_range(setup)
        } else {
            None
        },
        brief: Shared::new(brief),
        appraisal: Shared::new(appraisal),
        asked: Rc::new(asked),
        problems: Rc::new(problems),
        echoes: Rc::new(echoes),
    })
}

/// Returns the ranges of the usual jobs, if there are any.
fn usual_range(setup: &Setup) -> Option<((f64, f64), (f64, f64))> {
    let jobs = usual_ballparks(&setup.terms);
    let ends = |of: fn(&Ballpark) -> f64| {
        let ends = (f64::INFINITY, 0.0_f64);
        jobs.iter()
            .map(|(_, figures)| of(figures))
            .fold(ends, |(low, high), value| (low.min(value), high.max(value)))
    };
    (!jobs.is_empty()).then(|| (ends(|job| job.price.1), ends(|job| job.weeks.1)))
}

fn notice(props: &ResultsProps) -> Element {
    let ResultsProps {
        host, setup, state, ..
    } = props;
    let decide = |action: fn(()) -> Action| {
        let (decided, host) = (dispatching(state, action), host.clone());
        Callback::from(move |()| {
            host.remove_link();
            decided.emit(());
        })
    };
    let (on_open, on_leave) = (
        decide(|()| Action::OpenLink),
        decide(|()| Action::LeaveLink),
    );
    link_notice(&setup.speech, &state.link_notice, &on_open, &on_leave)
}

fn menu(props: &ResultsProps, keeping: &Keeping) -> Element {
    let speech = &props.setup.speech;
    let inside = match props.rest.loaded() {
        Some(later) => (later.menu)(props, keeping),
        None => waiting(props.rest, speech, &props.host),
    };
    el("details", "menu")
        .child(el("summary", "").message(speech, "menu"))
        .child(inside)
}

fn menu_content(props: &ResultsProps, keeping: &Keeping) -> Element {
    let ResultsProps { setup, state, .. } = props;
    let (saved, opened) = (props.clone(), props.clone());
    toolbar(Toolbar {
        speech: &setup.speech,
        has_draft: *state.draft != Draft::default(),
        on_undo: (!state.past.is_empty()).then(|| dispatching(state, |()| Action::Undo)),
        on_restart: dispatching(state, |()| Action::Restart),
        keep: state.keep,
        on_keep: keeping
            .can_keep
            .then(|| dispatching(state, Action::KeepOnDevice)),
        on_save: Callback::from(move |()| save(&saved)),
        on_file: Callback::from(move |file| open(&opened, file)),
        spoken: &setup.spoken,
        languages: &setup.languages,
        on_language: &keeping.on_language,
    })
}

fn save(
    ResultsProps {
        host,
        state,
        evaluation,
        ..
    }: &ResultsProps,
) {
    let (name, text) = match &state.tried {
        Some(tried) => brief_file(&tried.asked, &tried.before, tried.date.as_deref()),
        None => {
            let day = evaluation.echoes.day.as_deref();
            brief_file(&evaluation.brief, &evaluation.draft, day)
        }
    };
    host.save_file(&name, &text);
}

fn open(props: &ResultsProps, file: File) {
    if !file.name().to_ascii_lowercase().ends_with(".json") {
        return hand_over(props, file);
    }
    let (setup, state) = (props.setup.clone(), props.state.clone());
    let on_read = Callback::from(move |text: String| {
        state.dispatch(match read_saved(&text) {
            Ok(saved) => {
                let (draft, notice) = reopened(&saved, &setup);
                Action::Load(draft, notice)
            }
            Err(_) => Action::Notice(setup.speech.get("file.broken").into()),
        });
    });
    props.host.read_file(file, on_read);
}

/// Answer next to the questions, and in one column the bar that leads to it.
#[component]
fn Results(props: &ResultsProps) -> Html {
    let ResultsProps {
        host,
        setup,
        state,
        evaluation,
        rest,
        ..
    } = props;
    let speech = &setup.speech;
    let Evaluation {
        draft,
        brief,
        appraisal,
        ..
    } = evaluation;

    use_restored(props);
    use_report(props);
    use_entry(props);
    {
        // The page may follow another link later.
        let (host, setup, state) = (host.clone(), setup.clone(), state.clone());
        use_effect_with(setup.clone(), move |_| {
            let page = host.clone();
            let subscription = host.on_fragment_change(Callback::from(move |()| {
                if let Some(link) = page.link() {
                    state.dispatch(Action::FollowLink(linked(&link, &setup)));
                }
            }));
            move || drop(subscription)
        });
    }

    let on_try = {
        let (state, speech) = (state.clone(), speech.clone());
        let (asked, appraisal) = (brief.clone(), appraisal.clone());
        let (date, today) = (evaluation.echoes.day.clone(), setup.today);
        Callback::from(move |offer: Offer| {
            // Another offer applies to the original brief rather than to the one that is tried on.
            let tried = match &state.tried {
                Some(tried) => Tried {
                    offer,
                    ..Tried::clone(tried)
                },
                None => Tried {
                    before: Rc::clone(&state.draft),
                    asked: asked.clone(),
                    appraisal: appraisal.clone(),
                    date: date.clone(),
                    offer,
                },
            };
            let draft = tried_on(&tried, &speech, today);
            state.dispatch(Action::Try(Shared::new(tried), draft));
        })
    };
    let other = use_memo(
        (state.aside.clone(), state.language.clone(), setup.clone()),
        |(aside, language, setup)| {
            let other = evaluate(aside.as_ref()?, language.as_ref()?, setup)?;
            Some((other.brief, other.appraisal))
        },
    );
    let aside = Aside {
        other: (*other).clone(),
        on_set: dispatching(state, |()| Action::SetAside),
        on_swap: dispatching(state, |()| Action::Swap),
        on_forget: dispatching(state, |()| Action::Forget),
    };
    let case = Case {
        terms: setup.terms.clone(),
        brief: brief.clone(),
        appraisal: appraisal.clone(),
        speech: speech.clone(),
        audience: setup.audience,
        date: evaluation.echoes.day.clone(),
        today: setup.today,
    };
    let own = use_memo((state.tried.clone(), case.clone()), |(tried, case)| {
        tried.as_ref().map(|tried| own(tried, case))
    });
    let trial = Trial {
        tried: state.tried.clone(),
        on_try,
        on_take_off: dispatching(state, |()| Action::TakeOff),
    };
    let open = use_memo(
        (
            state.message.clone(),
            Rc::clone(&state.draft),
            speech.clone(),
        ),
        |(message, draft, speech)| {
            let questions = |heard: &Shared<ClientMessage>| open_questions(heard, draft, speech);
            message.as_ref().map(questions).unwrap_or_default()
        },
    );
    // An empty answer would only flash before the restored one.
    let answer = state.is_restored.then(|| {
        let editing = Editing {
            draft: Rc::clone(draft),
            step: state.place.step(),
            on_edit: dispatching(state, Action::Edit),
            on_go: on_go(props),
        };
        let before = state.tried.as_ref().map(|tried| Rc::clone(&tried.before));
        component::<AnswerPanel>(AnswerProps {
            editing: editing.clone(),
            trial: trial.clone(),
            aside,
            reply: ReplyProps {
                case: own.as_ref().clone().unwrap_or_else(|| case.clone()),
                editing: Editing {
                    draft: before.unwrap_or_else(|| Rc::clone(draft)),
                    ..editing
                },
                trial,
                open: state.reply_open,
                asked: state.reply_asked,
                on_open: dispatching(state, |()| Action::OpenReply),
                edited: state.letter.clone(),
                on_letter: dispatching(state, Action::Letter),
                signed: Rc::clone(&state.signed),
                on_sign: dispatching(state, |(change, merge)| Action::Sign(change, merge)),
                open_questions: Rc::clone(&open),
                host: host.clone(),
            },
            case,
            rest: *rest,
            example: setup.example,
            shown: if state.answer_shown { state.sought } else { 0 },
        })
    });
    region("answer", speech.get("region.answer"))
        .node(answer.unwrap_or_default())
        .into()
}

/// Returns the draft of an offer that is tried. Fields that the offer does not change stay as
/// typed, and a date stays a date.
fn tried_on(tried: &Tried, speech: &Speech, today: i64) -> Draft {
    let (asked, brief) = (&tried.asked, &tried.offer.brief);
    let mut draft = draft_of(brief, speech);
    if brief.budget == asked.budget {
        draft.budget = tried.before.budget.clone();
    }
    let weeks = brief.deadline.map(Deadline::weeks);
    if brief.deadline == asked.deadline {
        draft.deadline = tried.before.deadline.clone();
    } else if let Some(weeks) = weeks.filter(|weeks| weeks.is_finite() && tried.date.is_some()) {
        let day = today + (weeks * 7.0).ceil() as i64;
        draft.deadline = DraftDeadline::date(calendar::to_iso(day));
    }
    draft
}

/// Returns the visitor's own case while an offer is tried: their request is sent, with the offer as
/// the first of those that they could accept.
fn own(tried: &Tried, case: &Case) -> Case {
    let mut appraisal = Appraisal::clone(&tried.appraisal);
    appraisal
        .offers
        .retain(|offer| offer.kind != tried.offer.kind);
    appraisal.offers.insert(0, tried.offer.clone());
    Case {
        brief: tried.asked.clone(),
        appraisal: Shared::new(appraisal),
        date: tried.date.clone(),
        ..case.clone()
    }
}

/// Callback that goes to the question of a step: at the start, to its blank if it has one.
fn on_go(ResultsProps { setup, state, .. }: &ResultsProps) -> Callback<usize> {
    let (terms, state) = (setup.terms.clone(), state.clone());
    Callback::from(move |step| {
        let topic = BLANKS
            .into_iter()
            .find(|topic| step_of(*topic, &terms) == step);
        let place = match (state.place, topic) {
            (Place::Start(_), Some(topic)) => Place::Start(Some(Blank {
                topic,
                reason: BlankReason::Chosen,
            })),
            _ => Place::Step(step),
        };
        state.dispatch(Action::Go(place));
    })
}
