//! Current answer in one line: in the bar of a layout with one column.

use super::deferred::{AnswerProps, RestState};
use super::element::{button, el, group};
use super::evaluation::Evaluation;
use super::parts::icon;
use super::setup::Audience;
use super::state::{Action, dispatching};
use crate::engine::{
    Ballpark, Verdict, ballpark, is_yes_once_settled, odds_in_head, spoken_tenths,
};
use crate::i18n::{Words, amount, speak};
use yew::prelude::*;

/// Button with the answer in one line, which toggles between answer and questions, and one to send
/// it.
pub fn answer_line(props: &AnswerProps) -> Html {
    let AnswerProps { setup, state, .. } = props;
    let speech = &setup.speech;
    let shown = state.answer_shown;
    let on_show = dispatching(state, Action::ShowAnswer);
    let on_show = {
        let rest = props.rest.clone();
        Callback::from(move |shown: bool| {
            // Going back closes it.
            let goes_back =
                matches!(&rest, RestState::Loaded(_, host) if !shown && host.pop_entry());
            if !goes_back {
                on_show.emit(shown);
            }
        })
    };
    let (line, note) = lines(props);
    let lines = el("span", "")
        .attr("translate", "no")
        .child(el("span", "standing-line").text(line))
        .maybe_child(note.map(|note| el("span", "standing-note").text([" ", &note].concat())));
    let (key, arrow) = if shown {
        ("bar.close", icon("standing-arrow back", "M15 6l-6 6 6 6"))
    } else {
        ("bar.open", icon("standing-arrow", "M6 15l6-6 6 6"))
    };
    let standing = el("button", "standing")
        .attr("type", "button")
        .attr("aria-expanded", if shown { "true" } else { "false" })
        .on_click(&on_show.reform(move |()| !shown))
        .child(arrow)
        .child(lines)
        .child(el("span", "for-listeners").text([" ", &speech.get(key)].concat()));
    // A letter needs a subject. Once it is open, the button leads to the ways it leaves.
    let sends = shown && !props.evaluation.brief.wishes.is_empty();
    let send = sends.then(|| {
        let on_send = dispatching(state, |()| Action::OpenReply);
        button("main send", speech, "bar.send", &on_send).attr("part", "send")
    });
    group().child(standing).maybe_child(send).content()
}

/// Returns a short line, and another one below it: the figures from the first wish on, the verdict
/// as soon as there is one.
fn lines(props: &AnswerProps) -> (String, Option<String>) {
    let AnswerProps {
        setup,
        state,
        evaluation,
        ..
    } = props;
    let Evaluation {
        brief, appraisal, ..
    } = evaluation;
    let words = &setup.speech;
    if brief.wishes.is_empty() {
        return (words.get("bar.usual"), usual(props));
    }
    if appraisal.is_waiting() {
        return figures(props);
    }
    let odds = odds_in_head(brief, &setup.terms, appraisal).both;
    let said = odds.map(|odds| self::odds(words, odds));
    if let Some((tried, odds)) = state.tried.as_ref().zip(said.as_ref())
        && appraisal.verdict == Verdict::Take
    {
        let before = odds_in_head(&tried.asked, &setup.terms, &tried.appraisal).both;
        let before = before.map(|before| {
            let before = self::odds(words, before);
            words.format("bar.tried.odds", &[("odds", odds), ("before", &before)])
        });
        return (words.get("bar.tried"), before.or(said));
    }
    let verdict = match setup.audience {
        Audience::Visitor => speak::verdict_in_bar(words, brief, appraisal),
        Audience::Shop => speak::to_the_shop(words, brief, appraisal.verdict),
    };
    let is_answered = appraisal.verdict != Verdict::Ask || is_yes_once_settled(brief, appraisal);
    let said = said.filter(|_| is_answered);
    let chance = said.map(|odds| words.format("bar.chance", &[("odds", &odds)]));
    (verdict, chance)
}

/// Formats the odds in two words.
fn odds(words: &Words, odds: f64) -> String {
    match spoken_tenths(odds) {
        n @ 1..=9 => words.format("bar.odds", &[("n", &words.number(f64::from(n), 0))]),
        _ => speak::odds(words, odds),
    }
}

/// Formats the prices of usual jobs, or if those are not disclosed their durations.
fn usual(props: &AnswerProps) -> Option<String> {
    let (words, terms) = (&props.setup.speech, &props.setup.terms);
    let (price, weeks) = props.evaluation.usual?;
    let deal = props.evaluation.brief.budget;
    let price = amount::ballpark(words, terms, price, deal);
    Some(price.unwrap_or_else(|| speak::weeks_range(words, weeks)))
}

/// Formats price and duration, as the shop discloses them.
fn figures(props: &AnswerProps) -> (String, Option<String>) {
    let (words, terms) = (&props.setup.speech, &props.setup.terms);
    let brief = &props.evaluation.brief;
    let Ballpark { price, weeks } = ballpark(brief, terms);
    let weeks = speak::weeks_range(words, weeks);
    match amount::ballpark(words, terms, price, brief.budget) {
        Some(price) => (price, Some(weeks).filter(|_| !brief.is_ongoing())),
        None => (weeks, None),
    }
}
