//! Random valid terms and briefs, as documents.
//!
//! Every name that a brief or a partner may use is in all of the terms, so the two are drawn
//! apart. Budgets and dates are drawn as shares of what the job needs and put in once that is
//! known: most lie where the answer is not plain.

#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

pub mod sane;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};
use takeon::config::answer;
use takeon::engine::Appraisal;

const KINDS: [&str; 4] = ["content", "updates", "hosting", "help"];
const PURPOSES: [&str; 3] = ["leads", "sell", "publish"];
const SERVICES: [&str; 6] = ["s0", "s1", "s2", "s3", "s4", "s5"];
const STOPS: [&str; 5] = [
    "freeSample",
    "noDeposit",
    "notWritten",
    "noDecider",
    "notOpenToAdvice",
];

/// A brief and the terms to appraise it under.
#[derive(Clone)]
pub struct Case {
    pub brief: Value,
    pub terms: Value,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

impl Case {
    /// The request, as text.
    pub fn text(&self) -> String {
        json!({ "brief": self.brief, "terms": self.terms }).to_string()
    }

    /// The answer. A case is always valid.
    pub fn appraisal(&self) -> Appraisal {
        answer(&self.text()).unwrap_or_else(|errors| panic!("{errors:?} in {self:?}"))
    }

    /// The odds of both tests. Nothing said counts as certain.
    pub fn both(&self) -> f64 {
        self.appraisal().odds.both.unwrap_or(1.0)
    }

    /// The same terms with another brief.
    pub fn with_brief(&self, brief: Value) -> Case {
        Case {
            brief,
            ..self.clone()
        }
    }

    /// The same case with a member of the brief set.
    pub fn with(&self, key: &str, value: Value) -> Case {
        let mut brief = self.brief.clone();
        brief[key] = value;
        self.with_brief(brief)
    }

    /// The wishes, none where nothing was said of them.
    pub fn wishes(&self) -> Vec<Value> {
        self.brief["wishes"].as_array().cloned().unwrap_or_default()
    }
}

/// So many cases, the same ones every time. `TAKEON_FUZZ=n` makes it n.
pub fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("TAKEON_FUZZ")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(usual),
        rng_seed: RngSeed::Fixed(20),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Random valid terms with a random valid brief.
pub fn case() -> impl Strategy<Value = Case> {
    let brief = prop_oneof![3 => brief(0.99), 2 => brief(0.85), 2 => brief(0.4)];
    (terms().boxed(), brief.boxed(), budget(), deadline()).prop_map(
        |(terms, (brief, said), budget, deadline)| {
            let unlimited = Case { brief, terms };
            let needed = unlimited.appraisal();
            let months = unlimited.terms["careMonths"].as_f64().unwrap_or(12.0);
            let mut case = unlimited;
            if said.0 {
                let (deal, share) = budget;
                let price = share * needed.price.p80;
                let budget = match deal {
                    "monthly" => json!({ deal: price / months }),
                    "capped" => json!({ "hourly": { "cap": price } }),
                    "hourly" => json!({ deal: {} }),
                    _ => json!({ deal: price }),
                };
                case = case.with("budget", budget);
            }
            if said.1 {
                let weeks =
                    deadline.map(|share| json!({ "weeks": (share * needed.weeks.p80).min(1e5) }));
                case = case.with("deadline", weeks.unwrap_or(json!("open")));
            }
            case
        },
    )
}

/// An object of the members that are there.
fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Option<Value>)>) -> Value {
    let there = |(key, value): (K, Option<Value>)| Some((key.into(), value?));
    Value::Object(members.into_iter().filter_map(there).collect::<Map<_, _>>())
}

/// Sometimes, as JSON.
fn said<T: Into<Value> + std::fmt::Debug>(
    chance: f64,
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<Value>> {
    weighted(chance, value.prop_map(Into::into))
}

fn per_kind(chance: f64, value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    vec(weighted(chance, value), KINDS.len())
        .prop_map(|values| object(KINDS.into_iter().zip(values)))
}

fn some_of(words: &'static [&'static str], most: usize) -> impl Strategy<Value = Value> {
    subsequence(words, 0..=most).prop_map(|words| json!(words))
}

/// Bare, of no width, narrow, wide or in between; now and then nothing at all.
fn hours(least: f64, most: f64) -> impl Strategy<Value = Value> {
    let likely = (least.ln()..most.ln()).prop_map(f64::exp);
    let range = prop_oneof![
        Just((1.0, 1.0)),
        Just((0.0, 1.0)),
        (0.75..1.0, 1.0..1.4),
        (0.4..0.9, 1.2..2.4),
        (0.0..0.3, 2.5..12.0),
    ];
    prop_oneof![
        8 => likely.clone().prop_map(|likely| json!(likely)),
        20 => (likely.clone(), range).prop_map(|(likely, (low, high))| {
            json!({ "low": low * likely, "likely": likely, "high": high * likely })
        }),
        1 => likely.prop_map(|high| json!({ "low": 0, "likely": 0, "high": high })),
        1 => Just(json!(0)),
    ]
}

/// Known for certain, almost so, wide or usual.
fn spread(median: f64) -> impl Strategy<Value = Value> {
    let ratio = prop_oneof![
        1 => Just(1.0),
        1 => (-6.0..-1.5).prop_map(|digits| 1.0 + 10_f64.powf(digits)),
        1 => 4.0..15.0,
        6 => 1.2..3.0,
    ];
    let median = prop_oneof![Just(median), median * 0.5..median * 1.5];
    (median, ratio).prop_map(|(median, ratio)| json!({ "median": median, "p90": median * ratio }))
}

fn terms() -> impl Strategy<Value = Value> {
    let rates = (
        20.0..200.0,
        weighted(0.7, prop_oneof![Just(1.0), Just(0.0), 0.2..1.0]),
    );
    let team = (
        prop_oneof![Just(25.0), 3.0..200.0],
        said(0.8, prop_oneof![Just(0.0), 0.0..12.0]),
    );
    let habits = (
        said(0.9, prop_oneof![Just(0.5), Just(0.8), Just(0.9), 0.5..0.9]),
        said(
            0.8,
            (1.0..3.0, 1.0..2.0).prop_map(|(money, time)| json!({ "money": money, "time": time })),
        ),
        said(0.8, hours(1.0, 20.0)),
        said(0.8, select(&[1, 3, 6, 12, 24][..])),
        said(0.4, per_kind(0.4, (0.0..1.0).prop_map(Value::from))),
    );
    let spreads = (
        said(0.8, spread(1.0)),
        said(0.8, spread(1.15)),
        said(0.8, spread(1.34)),
        said(0.7, spread(3.0)),
    );
    let sold = per_kind(
        0.7,
        any::<(bool, bool)>().prop_map(|(offered, priced)| {
            object([
                ("offered", Some(json!(offered))),
                ("pricePerMonth", priced.then(|| json!(40))),
            ])
        }),
    );
    let lists = (
        vec(service(), SERVICES.len()),
        said(0.85, sold),
        said(0.7, some_of(&STOPS, 2)),
        vec(partner(), 0..3),
        hours(1.0, 60.0),
    );
    (rates, team, habits, spreads, lists).prop_map(|(rates, team, habits, spreads, lists)| {
        let numbered = |(index, mut partner): (usize, Value)| {
            partner["id"] = json!(format!("p{index}"));
            partner
        };
        let partners: Vec<Value> = lists.3.into_iter().enumerate().map(numbered).collect();
        let mut services = lists.0;
        for (service, id) in services.iter_mut().zip(SERVICES) {
            service["id"] = json!(id);
        }
        object([
            ("shop", Some(json!({ "name": "Studio" }))),
            ("currency", Some(json!("EUR"))),
            ("rate", Some(json!(rates.0))),
            ("floorRate", rates.1.map(|share| json!(share * rates.0))),
            (
                "team",
                Some(object([
                    ("hoursPerWeek", Some(json!(team.0))),
                    ("startsInWeeks", team.1),
                ])),
            ),
            ("confidence", habits.0),
            ("stretch", habits.1),
            ("overhead", habits.2),
            ("careMonths", habits.3),
            ("ownCare", habits.4),
            ("careSpread", spreads.0),
            ("overrun", spreads.1),
            ("schedule", spreads.2),
            ("contentWait", spreads.3),
            (
                "purposes",
                Some(PURPOSES.iter().map(|id| json!({ "id": id })).collect()),
            ),
            ("services", Some(json!(services))),
            ("care", lists.1),
            ("stops", lists.2),
            ("partners", Some(json!(partners))),
            (
                "promises",
                Some(json!([
                    { "id": "first-place", "keepable": "never" },
                    { "id": "more-sales", "keepable": "never" },
                    { "id": "same-day", "keepable": "priced", "hours": lists.4 },
                    { "id": "training", "keepable": "yes" },
                ])),
            ),
        ])
    })
}

fn service() -> impl Strategy<Value = Value> {
    let care = per_kind(
        0.5,
        select(&[0.0, 0.2, 0.5, 1.0, 4.0][..]).prop_map(Value::from),
    );
    (
        hours(0.5, 300.0),
        said(0.9, some_of(&PURPOSES, 3)),
        said(0.7, care),
        said(0.3, any::<bool>()),
        said(0.35, some_of(&SERVICES, 2)),
    )
        .prop_map(|(hours, serves, care, scales, alternatives)| {
            object([
                ("hours", Some(hours)),
                ("serves", serves),
                ("care", care),
                ("careScales", scales),
                ("alternatives", alternatives),
            ])
        })
}

fn partner() -> impl Strategy<Value = Value> {
    (some_of(&SERVICES, 3), some_of(&KINDS, 4)).prop_map(|(services, care)| {
        json!({ "name": "Partner", "services": services, "care": care, "disclosure": "Ours." })
    })
}

/// A brief in which each thing is said with this chance, and whether a budget and a date are.
fn brief(chance: f64) -> impl Strategy<Value = (Value, (bool, bool))> {
    let owner = select(&["us-unpaid", "us-paid", "client", "partner"][..]).prop_map(Value::from);
    let answer = || said(chance, any::<bool>());
    // What is mostly as it should be, so that few briefs come to a stop.
    let usually = |usual: bool| {
        said(
            chance,
            prop::bool::weighted(0.85).prop_map(move |holds| holds == usual),
        )
    };
    let conditions = (
        answer(),
        answer(),
        said(chance, select(&["daily", "weekly", "rarely"][..])),
        usually(true),
        usually(true),
        usually(true),
        usually(true),
        usually(false),
    );
    let promises = ["first-place", "more-sales", "same-day", "training"];
    (
        said(chance, select(&PURPOSES[..])),
        prop_oneof![1 => vec(wish(), 0), 20 => vec(wish(), 1..=5), 2 => vec(wish(), 6..=9)],
        per_kind(chance, owner),
        said(0.3, subsequence(promises.to_vec(), 1..=2)),
        conditions,
        said(
            chance,
            select(&["stranger", "referred", "client", "friend"][..]),
        ),
        (
            prop::bool::weighted(0.5 + chance / 2.0),
            prop::bool::weighted(0.5 + chance / 2.0),
        ),
    )
        .prop_map(
            |(purpose, wishes, care, promises, conditions, relationship, money_and_date)| {
                let brief = object([
                    ("purpose", purpose),
                    ("wishes", Some(json!(wishes))),
                    ("care", Some(care)),
                    ("promises", promises),
                    (
                        "conditions",
                        Some(object([
                            ("contentReady", conditions.0),
                            ("phased", conditions.1),
                            ("contact", conditions.2),
                            ("decider", conditions.3),
                            ("written", conditions.4),
                            ("openToAdvice", conditions.5),
                            ("deposit", conditions.6),
                            ("freeSample", conditions.7),
                        ])),
                    ),
                    ("relationship", relationship),
                ]);
                (brief, money_and_date)
            },
        )
}

fn wish() -> impl Strategy<Value = Value> {
    let want = prop_oneof![
        8 => select(&SERVICES[..]).prop_map(|id| json!({ "service": id })),
        1 => select(&["small", "medium", "large"][..]).prop_map(|size| json!({ "name": "Own", "size": size })),
        1 => hours(1.0, 120.0).prop_map(|hours| json!({ "name": "Own", "hours": hours })),
    ];
    let count = prop_oneof![6 => Just(1), 3 => 2..=3, 1 => 5..=50];
    (
        want,
        said(0.5, count),
        said(0.92, select(&["must", "must", "should", "could"][..])),
        said(0.25, any::<bool>()),
    )
        .prop_map(|(mut wish, count, priority, serves)| {
            for (key, value) in [
                ("count", count),
                ("priority", priority),
                ("servesPurpose", serves),
            ] {
                if let Some(value) = value {
                    wish[key] = value;
                }
            }
            wish
        })
}

/// A deal and its amount as a share of what is needed.
fn budget() -> impl Strategy<Value = (&'static str, f64)> {
    let deal = select(&["fixed", "fixed", "fixed", "monthly", "capped", "hourly"][..]);
    (deal, share())
}

/// A date as a share of what is needed, or none.
fn deadline() -> impl Strategy<Value = Option<f64>> {
    weighted(0.88, share())
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![
        1 => Just(0.0),
        1 => 0.0..0.3,
        20 => (-1.0..1.0).prop_map(f64::exp),
        1 => Just(1e3),
    ]
}
