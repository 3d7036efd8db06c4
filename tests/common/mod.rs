//! Random valid terms and briefs, as documents.
//!
//! Every name that a brief or a partner may use is in all terms, so that both are drawn
//! independently. Budgets and dates are drawn as shares of the need, which is computed first: most
//! are near the threshold of a yes.

#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

pub mod sane;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};
use takeon::config::answer;
use takeon::engine::{Appraisal, CareKind, Flag};

const PURPOSES: [&str; 3] = ["leads", "sell", "publish"];
const SERVICES: [&str; 6] = ["s0", "s1", "s2", "s3", "s4", "s5"];

/// Brief, and the terms under which it is appraised.
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
    /// Returns the request as text.
    pub fn text(&self) -> String {
        json!({ "brief": self.brief, "terms": self.terms }).to_string()
    }

    /// Returns the appraisal. A case is always valid.
    pub fn appraisal(&self) -> Appraisal {
        answer(&self.text()).unwrap_or_else(|errors| panic!("{errors:?} in {self:?}"))
    }

    /// Returns the odds of both tests, 1 without any answer.
    pub fn both(&self) -> f64 {
        self.appraisal().odds.both.unwrap_or(1.0)
    }

    /// Returns the same terms with another brief.
    pub fn with_brief(&self, brief: Value) -> Case {
        Case {
            brief,
            ..self.clone()
        }
    }

    /// Returns the same case with another member of the brief.
    pub fn with(&self, key: &str, value: Value) -> Case {
        let mut brief = self.brief.clone();
        brief[key] = value;
        self.with_brief(brief)
    }

    /// Returns the wishes; none if they are missing.
    pub fn wishes(&self) -> Vec<Value> {
        self.brief["wishes"].as_array().cloned().unwrap_or_default()
    }
}

/// Returns the configuration for this many deterministic cases. `TAKEON_FUZZ=n` overrides the
/// number.
pub fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("TAKEON_FUZZ")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(usual),
        rng_seed: RngSeed::Fixed(20),
        failure_persistence: None,
        // Some properties hold of a deal or an answer that only some cases have.
        max_global_rejects: 20_000,
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
                let (deal, share, other) = budget;
                let price = (share * needed.price.p80).min(1e12);
                let rate = other.map(|other| json!(other * case.terms["rate"].as_f64().unwrap()));
                let hours = (share * (needed.hours.p80 + needed.care_hours)).min(1e6);
                let budget = match (deal, other) {
                    ("monthly", _) => json!({ deal: price / months }),
                    ("capped", _) => {
                        json!({ "hourly": object([("cap", Some(json!(price))), ("rate", rate)]) })
                    }
                    ("hourly", _) => json!({ deal: object([("rate", rate)]) }),
                    ("gift", _) => {
                        let months = other.map(|other| json!(12.0 * other));
                        json!({ deal: object([("hours", Some(json!(hours))), ("months", months)]) })
                    }
                    ("unsaid", None) => json!({ "fixed": {} }),
                    ("unsaid", Some(other)) if other < 1.0 => json!({ "monthly": {} }),
                    ("unsaid", Some(_)) => json!({ "gift": {} }),
                    (_, Some(other)) => {
                        let to = (price * other.max(1.0)).min(1e12);
                        json!({ deal: { "from": price, "to": to } })
                    }
                    (_, None) => json!({ deal: price }),
                };
                case = case.with("budget", budget);
            }
            if said.1 {
                let (share, from) = deadline;
                let weeks = share.map(|share| {
                    let weeks = json!((share * needed.weeks.p80).min(1e5));
                    object([("weeks", Some(weeks)), ("from", from)])
                });
                case = case.with("deadline", weeks.unwrap_or(json!("open")));
            }
            case
        },
    )
}

/// Returns an object of the members that have a value.
fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Option<Value>)>) -> Value {
    let there = |(key, value): (K, Option<Value>)| Some((key.into(), value?));
    Value::Object(members.into_iter().filter_map(there).collect::<Map<_, _>>())
}

/// Value that is sometimes present, as JSON.
fn said<T: Into<Value> + std::fmt::Debug>(
    chance: f64,
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<Value>> {
    weighted(chance, value.prop_map(Into::into))
}

fn per_kind(chance: f64, value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    vec(weighted(chance, value), CareKind::NAMES.len())
        .prop_map(|values| object(CareKind::NAMES.into_iter().zip(values)))
}

fn some_of(words: &'static [&'static str], most: usize) -> impl Strategy<Value = Value> {
    subsequence(words, 0..=most).prop_map(|words| json!(words))
}

/// Estimate: bare, without width, narrow, wide or in between, and rarely zero.
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

/// Spread: certain, almost certain, wide or usual.
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
            (1.0..3.0, 1.0..2.0, said(0.5, 0.0..1.0)).prop_map(|(money, time, scope)| {
                object([
                    ("money", Some(json!(money))),
                    ("time", Some(json!(time))),
                    ("scope", scope),
                ])
            }),
        ),
        said(0.8, hours(1.0, 20.0)),
        said(0.8, select(&[1, 3, 6, 12, 24][..])),
        said(0.4, per_kind(0.4, (0.0..1.0).prop_map(Value::from))),
    );
    let spreads = (
        said(0.8, spread(1.0)),
        said(0.8, spread(1.15)),
        said(
            0.8,
            (spread(1.34), said(0.5, prop_oneof![Just(2.0), 0.0..8.0])).prop_map(
                |(mut schedule, wait)| {
                    if let Some(wait) = wait {
                        schedule["wait"] = wait;
                    }
                    schedule
                },
            ),
        ),
        said(0.7, spread(3.0)),
        said(0.4, spread(3.0)),
    );
    let chance = || said(0.6, prop_oneof![Just(1.0), 0.01..1.0]);
    let risks = (
        said(
            0.2,
            (0.0..4000.0).prop_map(|price| json!({ "price": price })),
        ),
        said(0.3, 0.0..40.0),
        said(
            0.7,
            (said(0.9, 0.0..0.5), said(0.8, 0.0..0.2))
                .prop_map(|(stranger, known)| object([("stranger", stranger), ("known", known)])),
        ),
        said(
            0.5,
            (chance(), chance(), chance()).prop_map(|(few, open, insider)| {
                object([("few", few), ("open", open), ("insider", insider)])
            }),
        ),
        said(
            0.4,
            (said(0.8, 0..6), said(0.8, 0.0..0.3))
                .prop_map(|(included, share)| object([("included", included), ("share", share)])),
        ),
        said(0.3, select(&["included", "excluded"][..])),
        said(0.3, 0.0..30.0),
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
        said(0.7, stops()),
        vec(partner(), 0..3),
        hours(1.0, 60.0),
        said(0.3, select(&PURPOSES[..])),
    );
    let all = (rates, team, habits, spreads, risks, lists);
    all.prop_map(|(rates, team, habits, spreads, risks, lists)| {
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
            ("dependWait", spreads.4),
            ("smallest", risks.0),
            ("careFree", risks.1),
            ("unpaid", risks.2),
            ("wins", risks.3),
            ("rounds", risks.4),
            ("tax", risks.5),
            ("taxRate", risks.6),
            (
                "purposes",
                Some(
                    PURPOSES
                        .iter()
                        .map(|id| json!({ "id": id, "changes": lists.5 == Some(json!(id)) }))
                        .collect(),
                ),
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
        (
            said(0.15, some_of(&SERVICES, 2)),
            said(0.15, 0.0..8.0),
            said(0.3, any::<bool>()),
            said(0.1, any::<bool>()),
            said(0.15, costs()),
        ),
    )
        .prop_map(|(hours, serves, care, scales, alternatives, more)| {
            object([
                ("hours", Some(hours)),
                ("serves", serves),
                ("care", care),
                ("careScales", scales),
                ("alternatives", alternatives),
                ("needs", more.0),
                ("leastWeeks", more.1),
                ("usual", more.2),
                ("changes", more.3),
                ("costs", more.4),
                ("also", Some(json!(["another word"]))),
                ("unit", Some(json!("pieces"))),
                ("excludes", Some(json!(["texts"]))),
            ])
        })
}

/// Third-party charges, sometimes more than the work.
fn costs() -> impl Strategy<Value = Value> {
    let once = said(0.7, prop_oneof![3 => 0.0..300.0, 1 => 0.0..5000.0]);
    let monthly = said(0.7, 0.0..60.0);
    (once, monthly).prop_map(|(once, monthly)| object([("once", once), ("monthly", monthly)]))
}

/// A few stops, about half of which can be lifted.
fn stops() -> impl Strategy<Value = Value> {
    let stop = |(id, lift): (&'static str, Option<bool>)| match lift {
        Some(lift) => json!({ "id": id, "lift": lift }),
        None => json!(id),
    };
    let lifts = vec(weighted(0.7, prop::bool::weighted(0.8)), 3);
    let flags = Flag::STOPPABLE.map(Flag::name).to_vec();
    (subsequence(flags, 0..=3), lifts)
        .prop_map(move |(ids, lifts)| ids.into_iter().zip(lifts).map(stop).collect())
}

fn partner() -> impl Strategy<Value = Value> {
    let purposes = said(0.3, some_of(&PURPOSES, 1));
    let care = some_of(&CareKind::NAMES, 4);
    (some_of(&SERVICES, 3), care, purposes).prop_map(|(services, care, purposes)| {
        object([
            ("name", Some(json!("Partner"))),
            ("services", Some(services)),
            ("purposes", purposes),
            ("care", Some(care)),
            ("disclosure", Some(json!("Ours."))),
        ])
    })
}

/// Brief in which each answer is given with this chance, and flags for a budget and a date.
fn brief(chance: f64) -> impl Strategy<Value = (Value, (bool, bool))> {
    let owner = || select(&["us-unpaid", "us-paid", "client", "partner"][..]);
    let duty = (
        said(0.9, owner()),
        said(0.5, prop_oneof![Just(0.0), 0.0..8.0]),
        said(0.4, select(&["day", "hours"][..])),
    );
    let duty = duty
        .prop_map(|(by, hours, within)| object([("by", by), ("hours", hours), ("within", within)]));
    let care = prop_oneof![6 => owner().prop_map(Value::from), 1 => duty];
    let answer = || said(chance, any::<bool>());
    // Mostly acceptable, so that few briefs are stopped.
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
        usually(false),
        (
            said(
                0.3,
                prop_oneof![8 => (0..6).prop_map(Value::from), 1 => Just(json!("open"))],
            ),
            said(0.4, prop::bool::weighted(0.25)),
            said(0.4, prop::bool::weighted(0.1)),
        ),
        // Of version 1.
        said(0.1, any::<bool>()),
    );
    let pay = prop_oneof![
        5 => Just(json!("deposit")),
        2 => (2..8).prop_map(|stages| json!({ "stages": stages })),
        4 => select(&["end", "later"][..]).prop_map(Value::from),
    ];
    let pay = prop_oneof![40 => pay, 1 => Just(json!("share"))];
    let begun = (
        said(0.8, 0.0..120.0),
        said(0.6, 0.0..6000.0),
        said(0.8, 0.0..1.0),
    );
    let ours = (
        said(0.5, select(&["none", "few", "few", "open", "insider"][..])),
        said(0.4, 0.0..20.0),
        said(0.3, prop::bool::weighted(0.8)),
        said(0.3, prop::bool::weighted(0.8)),
        said(0.3, prop::bool::weighted(0.3)),
    );
    let more = (
        said(
            chance * 0.8,
            select(&["none", "none", "none", "seen", "unseen"][..]),
        ),
        said(chance, pay),
        said(0.3, select(&["client", "us"][..])),
        said(
            0.08,
            begun.prop_map(|(hours, paid, done)| {
                object([("hours", hours), ("paid", paid), ("done", done)])
            }),
        ),
        said(
            0.15,
            ours.prop_map(|(rivals, hours, fit, lawful, doubt)| {
                object([
                    ("rivals", rivals),
                    ("bidHours", hours),
                    ("fit", fit),
                    ("lawful", lawful),
                    ("doubt", doubt),
                ])
            }),
        ),
    );
    let promises = ["first-place", "more-sales", "same-day", "training"];
    (
        said(chance, select(&PURPOSES[..])),
        prop_oneof![1 => vec(wish(), 0), 20 => vec(wish(), 1..=5), 2 => vec(wish(), 6..=9)],
        per_kind(chance, care),
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
        more,
    )
        .prop_map(
            |(purpose, wishes, care, promises, conditions, relationship, money_and_date, more)| {
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
                            ("freeSample", conditions.6),
                            ("rounds", conditions.7.0),
                            ("depends", conditions.7.1),
                            ("goBetween", conditions.7.2),
                            ("deposit", conditions.8),
                        ])),
                    ),
                    ("relationship", relationship),
                    ("existing", more.0),
                    ("pay", more.1),
                    ("costs", more.2),
                    ("sofar", more.3),
                    ("ours", more.4),
                ]);
                (brief, money_and_date)
            },
        )
}

fn wish() -> impl Strategy<Value = Value> {
    let want = prop_oneof![
        8 => select(&SERVICES[..]).prop_map(|id| json!({ "service": id })),
        1 => select(&["small", "medium", "large", "unknown"][..]).prop_map(|size| json!({ "name": "Own", "size": size })),
        1 => hours(1.0, 120.0).prop_map(|hours| json!({ "name": "Own", "hours": hours })),
    ];
    let count = prop_oneof![6 => Just(1), 3 => 2..=3, 1 => 5..=50];
    (
        want,
        said(0.5, count),
        said(0.92, select(&["must", "must", "should", "could"][..])),
        said(0.25, any::<bool>()),
        said(0.1, Just("the one next door")),
        said(0.1, 0.0..8.0),
        said(0.1, costs()),
    )
        .prop_map(|(mut wish, count, priority, serves, like, weeks, costs)| {
            for (key, value) in [
                ("count", count),
                ("priority", priority),
                ("servesPurpose", serves),
                ("like", like),
                ("leastWeeks", weeks),
                ("costs", costs),
            ] {
                if let Some(value) = value {
                    wish[key] = value;
                }
            }
            wish
        })
}

/// Deal with its amount as a share of the need, and sometimes another figure: the rate by the hour,
/// the upper end of a range, the months of a gift.
fn budget() -> impl Strategy<Value = (&'static str, f64, Option<f64>)> {
    let deals = [
        "fixed", "fixed", "fixed", "fixed", "fixed", "fixed", "monthly", "monthly", "capped",
        "capped", "hourly", "gift", "unsaid",
    ];
    let other = prop_oneof![Just(1.0), 0.5..2.0];
    (select(deals.to_vec()), share(), weighted(0.25, other))
}

/// Date as a share of the weeks needed, or none, and the day from which they are counted.
fn deadline() -> impl Strategy<Value = (Option<f64>, Option<Value>)> {
    let from = said(0.3, select(&["today", "start", "content"][..]));
    (weighted(0.88, share()), from)
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![
        1 => Just(0.0),
        1 => 0.0..0.3,
        20 => (-1.0..1.0).prop_map(f64::exp),
        1 => Just(1e3),
    ]
}
