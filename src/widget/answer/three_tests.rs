//! The three tests that make a yes: in time, paid for, and every promise kept.

use crate::engine::Appraisal;
use crate::i18n::{Speech, speak};
use crate::widget::element::{El, el};
use crate::widget::parts::dots;

/// The three tests: odds in words, with dots beside them.
pub fn three_tests(speech: &Speech, appraisal: &Appraisal) -> El {
    let test = |key: &str, dots: Option<El>, class: &'static str, said: String| {
        let said = el("dd", "").maybe(dots).with(el("span", class).text(said));
        el("div", "test")
            .with(el("dt", "").say(speech, key))
            .with(said)
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
        .with(likely("test.time", appraisal.odds.time))
        .with(likely("test.money", appraisal.odds.money))
        .with(test("test.promises", None, class(broken == 0), promises))
}
