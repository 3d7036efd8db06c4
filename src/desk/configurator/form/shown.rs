//! The part of the form that is shown: all of them in their order, and the object in work in each.

use crate::desk::configurator::fields::{LISTS, List, PARTS, Part, STOPS};

/// The part of the form that is shown.
#[derive(Clone, Copy, PartialEq)]
pub enum Shown {
    /// A part about one object.
    Part(&'static Part),
    /// A list of things.
    List(&'static List),
    /// Stops of the shop.
    Stops,
    /// Examples that a visitor can start from.
    Examples,
    /// Looks on the shop's page.
    Looks,
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.id == other.id
    }
}

impl PartialEq for List {
    fn eq(&self, other: &List) -> bool {
        self.id == other.id
    }
}

impl Shown {
    /// Every part, in the order in which they are worked through.
    pub const ALL: [Shown; 11] = [
        Shown::Part(&PARTS[0]),
        Shown::Part(&PARTS[1]),
        Shown::Part(&PARTS[2]),
        Shown::List(&LISTS[0]),
        Shown::List(&LISTS[1]),
        Shown::Part(&PARTS[3]),
        Shown::List(&LISTS[2]),
        Shown::Stops,
        Shown::List(&LISTS[3]),
        Shown::Examples,
        Shown::Looks,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Shown::Part(part) => part.id,
            Shown::List(list) => list.id,
            Shown::Stops => "stops",
            Shown::Examples => "examples",
            Shown::Looks => "looks",
        }
    }

    /// Step of the calculator that asks about it, or its answer; empty where neither shows it.
    pub fn step(self) -> &'static str {
        match self.id() {
            "rates" | "team" | "partners" | "examples" => "answer",
            "stops" => "conditions",
            "services" => "wishes",
            "purposes" => "purpose",
            "promises" => "promises",
            "care" => "care",
            _ => "",
        }
    }

    /// Returns `true` if something at a pointer is worked on here.
    pub fn holds(self, pointer: &str) -> bool {
        let below = |at: &str| {
            let rest = pointer.strip_prefix(at);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        match self {
            Shown::Part(part) => {
                let (at_once, folded) = part.fields();
                at_once.iter().chain(&folded).any(|field| below(&field.at))
            }
            Shown::List(list) => below(list.at),
            Shown::Stops => below(STOPS),
            Shown::Examples => below("/examples"),
            Shown::Looks => false,
        }
    }
}
