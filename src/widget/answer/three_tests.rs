//! Three tests that make a yes: in time, paid for, and every promise kept.

use crate::engine::Appraisal;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use crate::widget::parts::dots;

/// Three tests: odds in words, with dots beside them.
pub fn three_tests(speech: &Speech, appraisal: &Appraisal) -> Element {
    let test = |key: &str, dots: Option<Element>, class: &'static str, said: String| {
        let said = el("dd", "")
            .maybe_child(dots)
            .child(el("span", class).text(said));
        el("div", "test")
            .child(el("dt", "").message(speech, key))
            .child(said)
    };
    let class = |enough: bool| if enough { "enough" } else { "short" };
    let likely = |key: &str, odds: Option<f64>| match odds {
        Some(odds) => {
            let enough = odds >= appraisal.confidence;
            let dots = dots(odds, enough);
            test(key, Some(dots), class(enough), speak::odds(speech, odds))
        }
        None => test(key, None, "unknown", speech.say("test.unknown")),
    };
    let broken = appraisal.promises.broken.len();
    let promises = match broken {
        0 => speech.say("promises.kept"),
        _ => speech.count("promises.broken-count", broken as f64, &[]),
    };
    el("dl", "tests")
        .child(likely("test.time", appraisal.odds.time))
        .child(likely("test.money", appraisal.odds.money))
        .child(test("test.promises", None, class(broken == 0), promises))
}
