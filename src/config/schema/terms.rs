//! The schema of the terms.

use super::derived;
use super::parts::{
    DIALECT, absent_means, list, number, object, one_of, plain, schema_address, shape, text,
    text_like, yes_or_no,
};
use crate::config::allowed::{names, ranges};
use crate::engine::bounds::MOST_MEMBERS;
use crate::engine::{CareKind, Spread, defaults};
use serde_json::{Value, json};

/// An address for letters. The classes are the reader's.
const EMAIL: &str = r#"^[^@\s\x00-\x1f\x7f-\x9f,;<>"?&]+@[^@\s\x00-\x1f\x7f-\x9f,;<>"?&]+$"#;

/// An address on the web. The classes are the reader's.
const URL: &str = r#"^https?://[^\s\x00-\x1f\x7f-\x9f<>"/\\?#][^\s\x00-\x1f\x7f-\x9f<>"\\]*$"#;

/// The schema of the terms: what the shop works by.
pub fn terms() -> Value {
    let mut schema = object(
        names::TERMS,
        &["shop", "currency", "rate", "team", "services"],
        "What the shop works by: rates, team, confidence, services, partners. Hours are \
         person-hours, weeks and months are calendar ones, money is in the currency named here.",
        [
            ("$schema", schema_address()),
            (
                "schema",
                json!({ "description": "The version of this shape: always 1.", "const": 1 }),
            ),
            ("shop", shop()),
            (
                "currency",
                text_like(
                    "^[A-Z]{3}$",
                    "The ISO 4217 code of the money in which everything is counted, such as EUR.",
                ),
            ),
            (
                "tax",
                one_of(
                    "Whether prices are with tax. Absent: nothing is said of it.",
                    &[
                        ("excluded", "Tax comes on top."),
                        ("included", "Tax is in the price."),
                    ],
                ),
            ),
            (
                "rate",
                number(ranges::RATE, "What an hour is sold at: money an hour."),
            ),
            (
                "floorRate",
                number(
                    ranges::MONEY,
                    "The least an hour must bring to leave a modest income: money an hour, not \
                     above the rate. Absent: 0.85 times the rate.",
                ),
            ),
            (
                "confidence",
                absent_means(
                    number(
                        ranges::CONFIDENCE,
                        "The odds at which this shop says yes: 0.8 is 8 in 10.",
                    ),
                    plain(defaults::CONFIDENCE),
                ),
            ),
            ("stretch", stretch()),
            ("team", team()),
            (
                "overhead",
                absent_means(
                    shape(
                        "Estimate",
                        "The person-hours any job costs beside the work, once.",
                    ),
                    json!(0),
                ),
            ),
            (
                "careMonths",
                absent_means(
                    number(ranges::CARE_MONTHS, "Over how many months care is counted."),
                    plain(defaults::CARE_MONTHS),
                ),
            ),
            (
                "careSpread",
                spread(
                    "Care that was really needed, as a share of what was expected: 1 is as expected.",
                    defaults::CARE_SPREAD,
                ),
            ),
            (
                "overrun",
                spread(
                    "Actual effort as a share of the estimate: 1 is as estimated.",
                    defaults::OVERRUN,
                ),
            ),
            (
                "schedule",
                spread(
                    "Actual duration as a share of the plan: 1 is as planned.",
                    defaults::SCHEDULE,
                ),
            ),
            (
                "contentWait",
                spread(
                    "How long content that is not ready keeps a job waiting, in weeks.",
                    defaults::CONTENT_WAIT,
                ),
            ),
            ("sizes", sizes()),
            (
                "ownCare",
                shape(
                    "HoursPerKind",
                    "The care that each of the client's own wishes brings, in hours a month. Absent: none.",
                ),
            ),
            ("purposes", list("What clients want to achieve.", purpose())),
            ("services", list("What the shop sells.", service())),
            ("care", care()),
            (
                "promises",
                list("What clients expect to be promised.", promise()),
            ),
            (
                "stops",
                list(
                    "Conditions that this shop never accepts.",
                    one_of(
                        "A condition of the brief.",
                        &[
                            ("noDecider", "Nobody decides alone."),
                            ("notWritten", "What is wanted is not written down."),
                            ("notOpenToAdvice", "The client is not open to advice."),
                            ("noDeposit", "No deposit is paid."),
                            ("freeSample", "A free sample is expected first."),
                        ],
                    ),
                ),
            ),
            (
                "partners",
                list(
                    "Where the shop sends clients who are better served elsewhere.",
                    partner(),
                ),
            ),
        ],
    );
    schema["$schema"] = json!(DIALECT);
    schema["title"] = json!("Takeon terms");
    schema["$defs"] = json!({
        "Estimate": derived::estimate(),
        "Spread": spread_shape(),
        "Text": text_shape(),
        "HoursPerKind": per_kind("Care by its kind, in hours a month. A kind left out brings none.", |what| {
            number(ranges::HOURS, &format!("{what} In likely hours a month."))
        }),
    });
    schema
}

fn shop() -> Value {
    object(
        names::SHOP,
        &["name"],
        "Who the shop is.",
        [
            ("name", text("What the shop is called.")),
            ("email", text_like(EMAIL, "Where a brief can be sent.")),
            ("url", text_like(URL, "The shop's own site.")),
            (
                "page",
                text_like(
                    URL,
                    "Where links in letters lead. Absent: the current page.",
                ),
            ),
            (
                "inbox",
                text_like(
                    URL,
                    "Where a visitor's message is posted to, if the visitor agrees. Absent: it is mailed or copied.",
                ),
            ),
        ],
    )
}

fn stretch() -> Value {
    object(
        names::STRETCH,
        &[],
        "How far an offer may go from what was asked and still be worth making.",
        [
            (
                "money",
                absent_means(
                    number(ranges::STRETCH, "The highest price, in times the budget."),
                    plain(defaults::STRETCH.money),
                ),
            ),
            (
                "time",
                absent_means(
                    number(
                        ranges::STRETCH,
                        "The latest date, in times the weeks asked for.",
                    ),
                    plain(defaults::STRETCH.time),
                ),
            ),
        ],
    )
}

fn team() -> Value {
    object(
        names::TEAM,
        &["hoursPerWeek"],
        "Who does the work.",
        [
            (
                "hoursPerWeek",
                number(
                    ranges::HOURS_PER_WEEK,
                    "Hours a week the team gives to one such job.",
                ),
            ),
            (
                "startsInWeeks",
                absent_means(
                    number(ranges::WEEKS, "In how many weeks it can start."),
                    plain(defaults::STARTS_IN_WEEKS),
                ),
            ),
        ],
    )
}

fn sizes() -> Value {
    let [small, medium, large] = defaults::SIZES.map(plain);
    let size = |what, hours| absent_means(shape("Estimate", what), hours);
    object(
        names::SIZES,
        &[],
        "What the sizes of the client's own wishes mean, in person-hours.",
        [
            ("small", size("A day or so, in person-hours.", small)),
            ("medium", size("A few days, in person-hours.", medium)),
            ("large", size("A couple of weeks, in person-hours.", large)),
        ],
    )
}

fn spread(description: &str, default: Spread) -> Value {
    let Spread { median, p90 } = default;
    let default = json!({ "median": plain(median), "p90": plain(p90) });
    absent_means(shape("Spread", description), default)
}

fn spread_shape() -> Value {
    object(
        names::SPREAD,
        names::SPREAD,
        "A median and the value not exceeded in 9 of 10 cases, which is not below it.",
        [
            ("median", number(ranges::SPREAD, "As often above as below.")),
            (
                "p90",
                number(ranges::SPREAD, "Not exceeded in 9 of 10 cases."),
            ),
        ],
    )
}

fn text_shape() -> Value {
    let mut languages = json!({
        "description": "The text by language.",
        "type": "object",
        "properties": { "default": text("The text for every language that has none of its own.") },
        "required": ["default"],
        "additionalProperties": text("The text for the language with this BCP 47 tag."),
    });
    languages["maxProperties"] = json!(MOST_MEMBERS);
    json!({
        "description": "A text for every language, or texts by language.",
        "anyOf": [text("The text for every language."), languages],
    })
}

/// One value for each kind of care, any of which may be left out.
fn per_kind(description: &str, value: impl Fn(&str) -> Value) -> Value {
    let what = CareKind::ALL.map(|kind| match kind {
        CareKind::Content => "Texts and pictures: new articles, corrections, photos.",
        CareKind::Updates => "Software and security updates.",
        CareKind::Hosting => "Where it lives, and its backups.",
        CareKind::Help => "Answering questions.",
    });
    let [content, updates, hosting, help] = what.map(value);
    object(
        names::CARE_KINDS,
        &[],
        description,
        [
            ("content", content),
            ("updates", updates),
            ("hosting", hosting),
            ("help", help),
        ],
    )
}

fn care() -> Value {
    per_kind(
        "Which kinds of care the shop sells. A kind left out is not sold.",
        |what| {
            object(
                names::CARE_OFFER,
                &["offered"],
                what,
                [
                    ("offered", yes_or_no("Whether the shop sells it.")),
                    (
                        "pricePerMonth",
                        number(ranges::MONEY, "What it costs: money a month."),
                    ),
                    ("note", shape("Text", "What helps to choose it.")),
                    ("source", shape("Text", "Where its figures come from.")),
                ],
            )
        },
    )
}

fn id() -> (&'static str, Value) {
    ("id", text("Its name in documents, its own among its like."))
}

/// What any named thing may carry.
fn label() -> [(&'static str, Value); 3] {
    [
        ("name", shape("Text", "What it is called. Absent: its id.")),
        ("note", shape("Text", "What helps to choose it.")),
        ("source", shape("Text", "Where its figures come from.")),
    ]
}

fn ids(description: &str, of: &str) -> Value {
    list(description, text(of))
}

fn purpose() -> Value {
    let [name, note, source] = label();
    let members = [id(), name, note, source];
    object(
        names::PURPOSE,
        &["id"],
        "Something clients want to achieve.",
        members,
    )
}

fn service() -> Value {
    let [name, note, source] = label();
    object(
        names::SERVICE,
        &["id", "hours"],
        "A thing the shop sells.",
        [
            id(),
            name,
            note,
            source,
            (
                "hours",
                shape("Estimate", "What one of it takes, in person-hours."),
            ),
            (
                "serves",
                ids(
                    "The purposes that it serves. Absent: it serves any.",
                    "The id of a purpose.",
                ),
            ),
            (
                "care",
                shape(
                    "HoursPerKind",
                    "The care it brings, in likely hours a month. Absent: none.",
                ),
            ),
            (
                "careScales",
                absent_means(
                    yes_or_no("Whether that care grows with the count."),
                    json!(false),
                ),
            ),
            (
                "alternatives",
                ids(
                    "The services that serve the same purpose by other means, best first.",
                    "The id of a service.",
                ),
            ),
        ],
    )
}

fn promise() -> Value {
    let [name, note, source] = label();
    let keepable = one_of(
        "Whether it can be kept.",
        &[
            ("yes", "As a matter of course."),
            ("priced", "For so many hours more."),
            ("never", "By nobody."),
        ],
    );
    let hours = shape(
        "Estimate",
        "What keeping it takes, in person-hours, where it is priced.",
    );
    let mut promise = object(
        names::PROMISE,
        &["id", "keepable"],
        "Something clients expect to be promised.",
        [
            id(),
            name,
            note,
            source,
            ("keepable", keepable),
            ("hours", hours),
        ],
    );
    promise["if"] = json!({ "properties": { "keepable": { "const": "priced" } } });
    promise["then"] = json!({ "required": ["hours"], "properties": { "hours": true } });
    promise["else"] = json!({ "properties": { "hours": false } });
    promise
}

fn partner() -> Value {
    let [name, note, source] = label();
    let kinds = derived::care_kinds();
    object(
        names::PARTNER,
        &["id"],
        "Somebody better placed for some wishes.",
        [
            id(),
            name,
            note,
            source,
            ("url", text_like(URL, "Where to find them.")),
            (
                "services",
                ids("The services that they serve.", "The id of a service."),
            ),
            ("care", list("The kinds of care that they take on.", kinds)),
            (
                "disclosure",
                shape(
                    "Text",
                    "The shop's interest in them, said in the same sentence as their name.",
                ),
            ),
        ],
    )
}
