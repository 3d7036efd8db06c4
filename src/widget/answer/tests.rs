//! The three tests: time, money, promises.

use crate::engine::Appraisal;
use crate::i18n::{Speech, speak};
use crate::widget::parts::dots;
use yew::prelude::*;

/// The three tests: odds in words, with dots beside them.
pub fn tests(speech: &Speech, appraisal: &Appraisal) -> Html {
    let row = |key: &str, odds: Option<f64>| {
        let enough = odds.is_some_and(|odds| odds >= appraisal.confidence);
        html! {
            <div class="test">
                <dt>{ speech.say(key) }</dt>
                <dd>
                    if let Some(odds) = odds {
                        { dots(odds, enough) }
                        <span class={if enough { "enough" } else { "short" }}>{ speak::odds(speech, odds) }</span>
                    } else {
                        <span class="unknown">{ speech.say("test.unknown") }</span>
                    }
                </dd>
            </div>
        }
    };
    let broken = appraisal.promises.broken.len();
    html! {
        <dl class="tests">
            { row("test.time", appraisal.odds.time) }
            { row("test.money", appraisal.odds.money) }
            <div class="test">
                <dt>{ speech.say("test.promises") }</dt>
                <dd>
                    if broken == 0 {
                        <span class="enough">{ speech.say("promises.kept") }</span>
                    } else {
                        <span class="short">{ speech.count("promises.broken-count", broken as f64, &[]) }</span>
                    }
                </dd>
            </div>
        </dl>
    }
}
