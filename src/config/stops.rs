//! Stops as a document: the conditions that a shop does not accept.

use super::describe::{boolean, document, name};
use super::names::NameSet;
use super::read::Read;
use super::table::{Either, Fallback, Kind, OBJECT, Object, Sentence, Short};
use crate::engine::{Flag, Stop};
use crate::json::Value;

/// A condition that may be a stop.
const CONDITION: NameSet = NameSet::new(
    &stoppable(),
    &[
        "Nobody decides alone.",
        "What is wanted is not written down.",
        "The client is not open to advice.",
        "No deposit is paid: the money comes at the end, later, or as a share.",
        "A free sample is expected first.",
        "A go-between asks: somebody who speaks for somebody else.",
        "Care of the shop's must be given within a day or hours.",
        "As many rounds of changes as it takes are expected.",
        "It is not lawful.",
        "It is not what the shop does.",
        "Anybody who answers is asked.",
        "Somebody else has it already by all signs.",
    ],
);

/// A condition that the shop never accepts, or accepts once it has changed.
pub static STOP: Kind = Kind::Either(&NAME_OR_STOP);

static NAME_OR_STOP: Either = Either {
    name: "Stop",
    sentence: Sentence::new("A condition that the shop does not accept."),
    short: Short::Name(CONDITION),
    object: &LIFTED,
};

document! {
    /// A condition, and what is said of it.
    static LIFTED = Object {
        wanted: "{\"id\": …, \"lift\": …}",
        ..OBJECT
    };
    /// The condition.
    required "id": name(CONDITION);
    /// True if the answer says what must change, rather than no.
    optional "lift": boolean().or(Fallback::No);
}

impl Read for Stop {
    fn read(value: &Value) -> Stop {
        Stop {
            flag: Flag::read(value.member("id").unwrap_or(value)),
            lift: value.member("lift").is_some_and(bool::read),
        }
    }

    fn absent(default: Fallback) -> Stop {
        Stop {
            flag: Flag::absent(default),
            lift: false,
        }
    }
}

/// The names of the flags that may be stops.
#[allow(clippy::indexing_slicing, reason = "it is evaluated by the compiler")]
const fn stoppable() -> [&'static str; Flag::STOPPABLE.len()] {
    let mut names = [""; Flag::STOPPABLE.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = Flag::STOPPABLE[index].name();
        index += 1;
    }
    names
}
