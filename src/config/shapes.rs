//! Values that documents have in several places: texts with a format, estimates, spreads, one for
//! each kind of care.

use super::describe::{document, like, number};
use super::ranges;
use super::table::{
    Either, Fallback, Form, Kind, Member, Number, OBJECT, Object, Rule, Sentence, Short,
};
use crate::engine::{CareKind, Costs};

/// A text that is not empty.
pub static TEXT: Form = Form {
    fits: is_said,
    wanted: "a text",
    wanted_else: "a text",
    pattern: Sentence::new(r"\S"),
};

/// A text that may be empty.
pub static ANY_TEXT: Form = Form {
    fits: |_| true,
    wanted: "a text",
    wanted_else: "a text",
    pattern: Sentence::new(""),
};

/// E-mail address: one `@` with something on both sides, and nothing that could begin another
/// header.
pub static EMAIL: Form = Form {
    fits: |text| {
        // A second `@` would be in the part after the first.
        let sides = text.split_once('@');
        sides.is_some_and(|(name, host)| is_plain(name, ",;<>\"?&") && is_plain(host, "@,;<>\"?&"))
    },
    wanted: "an address such as hello@example.com",
    wanted_else: "a text",
    pattern: Sentence::new(
        r#"^[^@\s\x00-\x1f\x7f-\x9f,;<>"?&]+@[^@\s\x00-\x1f\x7f-\x9f,;<>"?&]+$"#,
    ),
};

/// Web address. Other schemes are refused.
pub static URL: Form = Form {
    fits: |text| {
        let scheme = ["https://", "http://"].into_iter();
        let host = scheme.filter_map(|scheme| text.strip_prefix(scheme)).next();
        host.is_some_and(|host| !host.starts_with(['/', '?', '#']) && is_plain(host, "\\<>\""))
    },
    wanted: "an address that begins with https:// or http://",
    wanted_else: "a text",
    pattern: Sentence::new(
        r#"^https?://[^\s\x00-\x1f\x7f-\x9f<>"/\\?#][^\s\x00-\x1f\x7f-\x9f<>"\\]*$"#,
    ),
};

/// An ISO 4217 code.
pub static CURRENCY: Form = Form {
    fits: |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
    wanted: "an ISO 4217 code such as \"EUR\"",
    wanted_else: "an ISO 4217 code such as \"EUR\"",
    pattern: Sentence::new("^[A-Z]{3}$"),
};

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Returns `true` for a non-empty text without spaces, invisible characters or these characters.
fn is_plain(text: &str, without: &str) -> bool {
    let is_wrong =
        |c: char| c.is_whitespace() || c.is_control() || without.chars().any(|sign| sign == c);
    !text.is_empty() && !text.chars().any(is_wrong)
}

document! {
    /// Low, likely and high person-hours: low is not above likely, likely not above high.
    static POINTS = Object {
        rules: &[Rule::Rising(&["low", "likely", "high"], " h")],
        wanted: "a number of hours, or low, likely and high",
        ..OBJECT
    };
    /// The least it could take, in person-hours.
    required "low": number(ranges::POINT, " hours");
    /// The most likely amount, in person-hours.
    required "likely": number(ranges::POINT, " hours");
    /// The most it could take, in person-hours.
    required "high": number(ranges::POINT, " hours");
}

/// Three points, or a bare number that means half to double.
static ESTIMATE_OR_HOURS: Either = Either {
    name: "Estimate",
    sentence: Sentence::new(
        "How much work it is, in person-hours: a number, or low, likely and high.",
    ),
    short: Short::Number(
        Number {
            range: ranges::HOURS,
            unit: " hours",
            is_whole: false,
        },
        Sentence::new(
            "The likely person-hours alone. They mean half to double: 8 is low 4, likely 8, high 16.",
        ),
    ),
    object: &POINTS,
};

/// Three points, or a bare number that means half to double.
pub const ESTIMATE: Kind = Kind::Either(&ESTIMATE_OR_HOURS);

document! {
    /// A median and the value not exceeded in 9 of 10 cases, which is not below it.
    static MEDIAN_AND_P90 = Object {
        name: "Spread",
        rules: &[Rule::Rising(&["median", "p90"], "")],
        ..OBJECT
    };
    /// As often above as below.
    required "median": number(ranges::SPREAD, "");
    /// Not exceeded in 9 of 10 cases.
    required "p90": number(ranges::SPREAD, "");
}

/// A median and the value not exceeded in 9 of 10 cases.
pub const SPREAD: Kind = Kind::Object(&MEDIAN_AND_P90);

document! {
    /// Median and value not exceeded in 9 of 10 cases, which is not below it, of the duration
    /// relative to the plan, with the wait of every job.
    static PLAN_TO_ACTUAL = Object {
        name: "Schedule",
        rules: &[Rule::Rising(&["median", "p90"], "")],
        ..OBJECT
    };
    /// As often above as below.
    required "median": number(ranges::SPREAD, "");
    /// Not exceeded in 9 of 10 cases.
    required "p90": number(ranges::SPREAD, "");
    /// Weeks that every job also waits, whatever its size: they are added to the plan first.
    optional "wait": number(ranges::WEEKS, " weeks").or(Fallback::Number(0.0));
}

/// A median, the value not exceeded in 9 of 10 cases, and a wait.
pub const SCHEDULE: Kind = Kind::Object(&PLAN_TO_ACTUAL);

document! {
    /// Third-party charges for one unit, in the terms' currency.
    pub static COSTS: Costs = Object {
        name: "Costs",
        ..OBJECT
    };
    /// One-off charge.
    optional "once" => once: number(ranges::MONEY, "").or(Fallback::Number(0.0));
    /// Monthly charge for as long as care is counted.
    optional "monthly" => monthly: number(ranges::MONEY, " a month").or(Fallback::Number(0.0));
}

/// Care by its kind.
static CARE_HOURS: Object = Object {
    name: "HoursPerKind",
    sentence: Sentence::new("Care by its kind, in hours a month. A kind left out brings none."),
    members: &care_members(Kind::Number(Number {
        range: ranges::HOURS,
        unit: " hours a month",
        is_whole: false,
    })),
    ..OBJECT
};

/// Hours a month for each kind of care.
pub const HOURS_PER_KIND: Kind = Kind::Object(&CARE_HOURS);

/// Returns a member for each kind of care, all of this kind.
pub const fn care_members(kind: Kind) -> [Member; CareKind::NAMES.len()] {
    const fn member(name: &'static str, kind: Kind, sentence: &'static str) -> Member {
        like(kind).optional(name, Sentence::new(sentence))
    }
    let [content, updates, hosting, help] = CareKind::NAMES;
    [
        member(
            content,
            kind,
            "Texts and pictures: new articles, corrections, photos.",
        ),
        member(updates, kind, "Software and security updates."),
        member(hosting, kind, "Hosting and backups."),
        member(help, kind, "Answering questions."),
    ]
}
