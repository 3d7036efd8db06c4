//! Agreement of schemas and validator: the same names, ranges and wording everywhere.
//!
//! ```sh
//! cargo test --features schema-tests --test schema
//! ```

#![allow(clippy::unwrap_used)]
#![recursion_limit = "256"]

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::{Value, json};
use takeon::config::{
    ConfigError, affordable_line, agreement_line, answer_line, changed_line, outcomes_line,
    read_brief, read_config, read_terms, schema, usual_line,
};
use takeon::engine::{Terms, Topic};

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("cases/cases.json")).unwrap()
}

fn case_terms() -> Value {
    serde_json::from_str(include_str!("cases/terms.json")).unwrap()
}

/// Terms with every member of every object, in both forms where there are two.
fn full_terms() -> Value {
    json!({
        "$schema": "https://example.com/terms.schema.json",
        "schema": 1,
        "shop": {
            "name": "Studio Nord",
            "email": "hello@studio-nord.example",
            "url": "https://studio-nord.example",
            "page": "https://studio-nord.example/calculator",
            "inbox": { "url": "https://studio-nord.example/inbox", "as": "form", "form": "takeon" },
            "booking": "https://cal.example/studio-nord",
        },
        "currency": "EUR",
        "tax": "excluded",
        "taxRate": 25,
        "rate": 85,
        "floorRate": 70,
        "confidence": 0.8,
        "stretch": { "money": 1.5, "time": 1.5, "scope": 0.5 },
        "smallest": { "price": 1500 },
        "careFree": 8,
        "unpaid": { "stranger": 0.05, "known": 0.02 },
        "wins": { "few": 0.35, "open": 0.1, "insider": 0.1 },
        "rounds": { "included": 2, "share": 0.1 },
        "team": { "hoursPerWeek": 25, "startsInWeeks": 1 },
        "overhead": { "low": 3, "likely": 5, "high": 9 },
        "careMonths": 12,
        "careSpread": { "median": 1, "p90": 2 },
        "overrun": { "median": 1.15, "p90": 1.91 },
        "learned": { "jobs": 34, "own": 0.92 },
        "schedule": { "median": 1.25, "p90": 2.45, "wait": 2 },
        "contentWait": { "median": 3, "p90": 6 },
        "dependWait": { "median": 3, "p90": 6 },
        "sizes": { "small": 8, "medium": { "low": 15, "likely": 30, "high": 60 }, "large": 80 },
        "ownCare": { "content": 0.1, "updates": 0.2, "hosting": 0.3, "help": 0.4 },
        "purposes": [{
            "id": "publish",
            "name": "Publish",
            "note": { "default": "Articles", "da": "Artikler" },
            "source": "Our own words",
            "changes": false,
        }],
        "services": [{
            "id": "blog",
            "name": "Blog",
            "note": "With comments",
            "source": "Eleven of our own jobs",
            "hours": { "low": 6, "likely": 12, "high": 24 },
            "serves": ["publish"],
            "care": { "content": 1, "updates": 0.5, "hosting": 0.3, "help": 1 },
            "careScales": false,
            "alternatives": ["blog"],
            "needs": ["blog"],
            "also": ["weblog", { "default": "news pages", "da": "nyhedssider" }],
            "unit": "blogs",
            "leastWeeks": 1,
            "usual": true,
            "changes": false,
            "costs": { "once": 30, "monthly": 12 },
            "excludes": ["Texts"],
        }],
        "care": {
            "content": { "offered": false },
            "updates": {
                "offered": true, "pricePerMonth": 60, "note": "Monthly", "source": "Our own jobs",
            },
            "hosting": { "offered": false },
            "help": { "offered": false },
        },
        "promises": [{
            "id": "answers",
            "name": "Answers on the same day",
            "note": "On working days",
            "source": "Our own jobs",
            "keepable": "priced",
            "hours": 20,
        }],
        "stops": ["freeSample", { "id": "noDeposit", "lift": true }],
        "partners": [{
            "id": "inkhouse",
            "name": "Inkhouse",
            "note": "Hosted blogs",
            "source": "Their site",
            "url": "https://inkhouse.example",
            "services": ["blog"],
            "purposes": ["publish"],
            "care": ["content"],
            "disclosure": "We hold shares in Inkhouse.",
        }],
    })
}

/// Briefs for these terms that between them have every member of every object.
fn full_briefs() -> Vec<Value> {
    let brief = |deadline: Value, budget: Value, care: Value, rounds: Value, pay: Value| {
        json!({
            "$schema": "https://example.com/brief.schema.json",
            "purpose": "publish",
            "wishes": [
                { "service": "blog", "count": 2, "priority": "must", "servesPurpose": true, "like": "that one" },
                { "name": "Members' area", "size": "unknown" },
                { "name": "Import", "hours": { "low": 4, "likely": 8, "high": 20 } },
                { "name": "Export", "hours": 8, "leastWeeks": 2, "costs": { "once": 120, "monthly": 15 } },
            ],
            "existing": "unseen",
            "care": { "content": "client", "updates": "us-paid", "hosting": "partner", "help": care },
            "promises": ["answers"],
            "conditions": {
                "contentReady": true, "contact": "daily", "phased": true, "decider": true,
                "written": true, "openToAdvice": true, "deposit": true, "freeSample": false,
                "rounds": rounds, "depends": true, "goBetween": false,
            },
            "pay": pay,
            "costs": "client",
            "relationship": "stranger",
            "deadline": deadline,
            "budget": budget,
            "sofar": { "hours": 40, "paid": 1500, "done": 0.5 },
            "ours": { "rivals": "few", "bidHours": 6, "fit": true, "lawful": true, "doubt": false },
            "cashNeeded": false,
        })
    };
    let duty = json!({ "by": "us-unpaid", "hours": 4, "within": "day" });
    let open = || json!("open");
    vec![
        brief(
            json!({ "weeks": 6, "from": "start" }),
            json!({ "fixed": 3000 }),
            json!("us-unpaid"),
            json!(3),
            json!("deposit"),
        ),
        brief(
            open(),
            json!({ "fixed": { "from": 2000, "to": 3000 } }),
            duty.clone(),
            open(),
            json!({ "stages": 3 }),
        ),
        brief(
            open(),
            json!({ "fixed": {} }),
            duty.clone(),
            open(),
            json!("end"),
        ),
        brief(
            open(),
            json!({ "monthly": 250 }),
            duty.clone(),
            open(),
            json!("end"),
        ),
        brief(
            open(),
            json!({ "monthly": {} }),
            duty.clone(),
            open(),
            json!("later"),
        ),
        brief(
            open(),
            json!({ "hourly": { "rate": 60, "cap": 5000 } }),
            duty.clone(),
            open(),
            json!("share"),
        ),
        brief(
            open(),
            json!({ "hourly": {} }),
            json!({}),
            open(),
            json!("end"),
        ),
        brief(
            open(),
            json!({ "gift": { "hours": 40, "months": 3 } }),
            duty,
            open(),
            json!("end"),
        ),
    ]
}

/// A kind of document: its schema, its reader, and documents that show all of it.
struct Kind {
    schema: Value,
    validator: Validator,
    read: fn(&Value) -> Vec<ConfigError>,
    full: Vec<Value>,
}

impl Kind {
    fn accepts(&self, document: &Value) -> bool {
        self.validator.is_valid(document)
    }

    /// Returns the validator's message at exactly this place, for this value.
    fn message(&self, document: &Value, at: &str, value: Value) -> Option<String> {
        let mut changed = document.clone();
        *changed.pointer_mut(at).unwrap() = value;
        (self.read)(&changed)
            .into_iter()
            .find(|error| error.at == at)
            .map(|error| error.message())
    }
}

fn terms_kind() -> Kind {
    let schema = schema::terms();
    Kind {
        validator: jsonschema::validator_for(&schema).unwrap(),
        schema,
        read: |document| read_terms(&document.to_string()).err().unwrap_or_default(),
        full: vec![full_terms(), {
            let mut terms = full_terms();
            terms["shop"]["inbox"] = json!("https://studio-nord.example/inbox");
            terms
        }],
    }
}

fn brief_kind() -> Kind {
    fn terms() -> Terms {
        read_terms(&full_terms().to_string()).unwrap()
    }
    let schema = schema::brief();
    Kind {
        validator: jsonschema::validator_for(&schema).unwrap(),
        schema,
        read: |document| {
            read_brief(&document.to_string(), &terms())
                .err()
                .unwrap_or_default()
        },
        full: full_briefs(),
    }
}

/// An agency's JSON with every member: each brief, and each word for what visitors see.
fn full_configs() -> Vec<Value> {
    let config = |(brief, show): (Value, &str)| {
        json!({
            "$schema": "https://example.com/config.schema.json",
            "terms": full_terms(),
            "examples": [{ "name": { "default": "A deal", "da": "En aftale" }, "brief": brief }],
            "show": show,
        })
    };
    let shown = ["prices", "ranges", "ratios"].into_iter().cycle();
    full_briefs().into_iter().zip(shown).map(config).collect()
}

fn config_kind() -> Kind {
    let schema = schema::config();
    Kind {
        validator: jsonschema::validator_for(&schema).unwrap(),
        schema,
        read: |document| read_config(&document.to_string()).err().unwrap_or_default(),
        full: full_configs(),
    }
}

/// A place in a document with a schema that holds for it, all references followed.
struct Spot<'a> {
    at: String,
    schema: &'a Value,
}

fn followed<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(address) => followed(root, root.pointer(&address[1..]).unwrap()),
        None => schema,
    }
}

/// Every place of a document with every schema that describes it and is of its type.
fn spots<'a>(
    root: &'a Value,
    schema: &'a Value,
    value: &Value,
    at: &str,
    into: &mut Vec<Spot<'a>>,
) {
    let schema = followed(root, schema);
    for choices in ["anyOf", "oneOf"] {
        for choice in schema[choices].as_array().into_iter().flatten() {
            let choice = followed(root, choice);
            let fits = match choice["type"].as_str() {
                Some("object") => value.is_object() && has_required(choice, value),
                Some("number" | "integer") => value.is_number(),
                Some("string") => value.is_string(),
                // Names that are described once.
                None => choice["oneOf"].is_array() && value.is_string(),
                _ => false,
            };
            if fits {
                spots(root, choice, value, at, into);
            }
        }
    }
    into.push(Spot {
        at: at.to_owned(),
        schema,
    });
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let described = &schema["properties"][name];
                if described.is_object() {
                    spots(root, described, member, &format!("{at}/{name}"), into);
                }
            }
        }
        Value::Array(list) if schema["items"].is_object() => {
            for (index, member) in list.iter().enumerate() {
                spots(
                    root,
                    &schema["items"],
                    member,
                    &format!("{at}/{index}"),
                    into,
                );
            }
        }
        _ => {}
    }
}

fn has_required(schema: &Value, value: &Value) -> bool {
    let required = schema["required"].as_array().into_iter().flatten();
    required
        .into_iter()
        .all(|name| value.get(name.as_str().unwrap()).is_some())
}

/// Calls `f` with every place of every full document and what describes it.
fn at_every_place(kind: &Kind, mut f: impl FnMut(&Value, &Spot)) {
    for document in &kind.full {
        assert_eq!((kind.read)(document), []);
        assert!(kind.accepts(document), "{document}");
        let mut found = Vec::new();
        spots(&kind.schema, &kind.schema, document, "", &mut found);
        found.iter().for_each(|spot| f(document, spot));
    }
}

#[test]
fn every_object_has_the_names_that_its_reader_knows() {
    for (kind, objects) in [(terms_kind(), 29), (brief_kind(), 19), (config_kind(), 48)] {
        let mut described: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut known = described.clone();
        at_every_place(&kind, |document, spot| {
            let Some(properties) = spot.schema["properties"].as_object() else {
                return;
            };
            // A text by language may have any name.
            if spot.schema["additionalProperties"] != json!(false) {
                return;
            }
            // A name unlike any other, so that the reader lists those it knows.
            let stranger = "q".repeat(30);
            let mut changed = document.clone();
            changed.pointer_mut(&spot.at).unwrap()[&stranger] = json!(1);
            let errors = (kind.read)(&changed);
            // An object without allowed names is refused as a whole.
            let at = if properties.is_empty() {
                spot.at.clone()
            } else {
                [&spot.at, "/", &stranger].concat()
            };
            let error = errors.iter().find(|error| error.at == at);
            let error = error.unwrap_or_else(|| panic!("{at}: {errors:?}"));
            let message = error.message();
            let names = message.split("known here: ").nth(1).unwrap_or_default();
            let names = names.split(", ").filter(|name| !name.is_empty());
            known
                .entry(spot.at.clone())
                .or_default()
                .extend(names.map(str::to_owned));
            described
                .entry(spot.at.clone())
                .or_default()
                .extend(properties.keys().cloned());
        });
        assert_eq!(described, known);
        assert!(known.len() >= objects, "{} objects", known.len());
    }
}

#[test]
fn every_number_has_the_range_of_its_reader() {
    for (kind, numbers) in [(terms_kind(), 45), (brief_kind(), 24)] {
        let mut seen = BTreeSet::new();
        at_every_place(&kind, |document, spot| {
            if !["number", "integer"]
                .map(Value::from)
                .contains(&spot.schema["type"])
            {
                return;
            }
            let accepts = |value: f64| {
                let message = kind.message(document, &spot.at, json!(value));
                // Other messages are about this number and another one, or that it is not whole.
                let is_out = ["must be a number", "must be a whole number from"];
                !message.is_some_and(|message| is_out.iter().any(|out| message.starts_with(out)))
            };
            match spot.schema["maximum"].as_f64() {
                Some(most) => {
                    assert!(accepts(most) && !accepts(most * 1.000_001), "{}", spot.at);
                }
                None => {
                    let end = spot.schema["exclusiveMaximum"].as_f64().unwrap();
                    assert!(accepts(end * 0.999_999) && !accepts(end), "{}", spot.at);
                }
            }
            match spot.schema["minimum"].as_f64() {
                Some(least) => assert!(accepts(least) && !accepts(least - 1e-6), "{}", spot.at),
                None => {
                    assert_eq!(spot.schema["exclusiveMinimum"], 0, "{}", spot.at);
                    assert!(accepts(1e-9) && !accepts(0.0), "{}", spot.at);
                }
            }
            seen.insert(spot.at.clone());
        });
        assert!(seen.len() >= numbers, "{} numbers", seen.len());
    }
}

#[test]
fn every_choice_of_words_is_that_of_its_reader() {
    for (kind, choices) in [(terms_kind(), 5), (brief_kind(), 16), (config_kind(), 20)] {
        let mut seen = BTreeSet::new();
        at_every_place(&kind, |document, spot| {
            let words: BTreeSet<&str> = spot.schema["oneOf"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|choice| choice["const"].as_str())
                .collect();
            if words.is_empty() {
                return;
            }
            let message = kind.message(document, &spot.at, json!("qqqq")).unwrap();
            let (wanted, _) = message.split_once(", not ").unwrap();
            // An object is allowed too.
            let (wanted, _) = wanted.split_once(" or {").unwrap_or((wanted, ""));
            assert_eq!(
                wanted
                    .split('"')
                    .skip(1)
                    .step_by(2)
                    .collect::<BTreeSet<_>>(),
                words
            );
            seen.insert(spot.at.clone());
        });
        assert!(seen.len() >= choices, "{seen:?}");
    }
}

/// Fails unless validator and schema agree on a document. Errors that a schema cannot express are
/// ignored.
#[track_caller]
fn agree(kind: &Kind, document: &Value, what: &str) {
    let beyond = ["is not one of the", "is there twice; every id", "is above"];
    let mut errors = (kind.read)(document);
    errors.retain(|error| !beyond.iter().any(|words| error.message().contains(words)));
    assert_eq!(
        kind.accepts(document),
        errors.is_empty(),
        "{what}: {errors:?}"
    );
}

#[test]
fn reader_and_schema_agree_on_any_value_at_any_place() {
    let strangers = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(1e9),
        json!(1e300),
        json!(""),
        json!(" \n"),
        json!("qqqq"),
        json!("x".repeat(4001)),
        json!([]),
        json!([null]),
        json!([[]]),
        json!({}),
        json!({ "default": 1 }),
        json!({ "low": 1, "likely": 2 }),
    ];
    for kind in [terms_kind(), brief_kind(), config_kind()] {
        at_every_place(&kind, |document, spot| {
            // The readers pass over it.
            if spot.at.ends_with("/$schema") {
                return;
            }
            for stranger in &strangers {
                let mut changed = document.clone();
                *changed.pointer_mut(&spot.at).unwrap() = stranger.clone();
                agree(&kind, &changed, &format!("{stranger} at {}", spot.at));
            }
        });
    }
}

#[test]
fn reader_and_schema_agree_on_any_omission() {
    for kind in [terms_kind(), brief_kind(), config_kind()] {
        at_every_place(&kind, |document, spot| {
            let Some((object, name)) = spot.at.rsplit_once('/') else {
                return;
            };
            let mut changed = document.clone();
            if let Some(members) = changed.pointer_mut(object).unwrap().as_object_mut() {
                members.remove(name);
                agree(&kind, &changed, &format!("no {}", spot.at));
            }
        });
    }
}

/// Applies changes to a document that is right, and expects that neither accepts it.
#[track_caller]
fn refused(kind: &Kind, changes: &[(&str, &str, Value)]) {
    for (name, at, value) in changes {
        let mut document = kind.full[0].clone();
        match document.pointer_mut(at) {
            Some(place) => *place = value.clone(),
            None => {
                let (object, member) = at.rsplit_once('/').unwrap();
                document.pointer_mut(object).unwrap()[member] = value.clone();
            }
        }
        assert!(
            !(kind.read)(&document).is_empty(),
            "the reader accepts {name}"
        );
        assert!(!kind.accepts(&document), "the schema accepts {name}");
    }
}

#[test]
fn reader_and_schema_refuse_the_same_terms() {
    let hours = json!({ "low": 1, "likely": 2 });
    refused(
        &terms_kind(),
        &[
            ("a newer version", "/schema", json!(2)),
            ("a member nobody knows", "/prices", json!({})),
            ("a currency in words", "/currency", json!("euro")),
            ("a currency in small letters", "/currency", json!("eur")),
            ("a rate of nothing", "/rate", json!(0)),
            ("a rate in words", "/rate", json!("85")),
            ("a negative floor rate", "/floorRate", json!(-1)),
            ("certainty asked for", "/confidence", json!(0.95)),
            ("a confidence in percent", "/confidence", json!(80)),
            ("a stretch that shrinks", "/stretch/money", json!(0.9)),
            ("a team without time", "/team/hoursPerWeek", json!(0)),
            ("a team with a name", "/team/name", json!("A")),
            ("care over half a month", "/careMonths", json!(0.5)),
            ("care for a century", "/careMonths", json!(1200)),
            ("a spread without a median", "/overrun", json!({ "p90": 2 })),
            ("a spread as a number", "/schedule", json!(1.3)),
            ("an estimate of two points", "/overhead", hours),
            ("a size that is not one", "/sizes/huge", json!(400)),
            ("care of an unknown kind", "/ownCare/design", json!(1)),
            (
                "care that is not said to be sold",
                "/care/help",
                json!({ "pricePerMonth": 20 }),
            ),
            ("a tax in percent", "/tax", json!(25)),
            ("a tax rate in words", "/taxRate", json!("25 %")),
            ("more than all left out", "/stretch/scope", json!(1.1)),
            ("a smallest job of a number", "/smallest", json!(1500)),
            ("a doubtful friend", "/unpaid/known", json!(0.6)),
            ("no chance at all", "/wins/open", json!(0)),
            ("better than certain", "/wins/few", json!(1.01)),
            ("half a round", "/rounds/included", json!(0.5)),
            ("half a job", "/learned/jobs", json!(0.5)),
            ("a wait of the past", "/schedule/wait", json!(-1)),
            (
                "a service that needs a text",
                "/services/0/needs",
                json!("blog"),
            ),
            ("no other word", "/services/0/also/0", json!("")),
            ("costs of a number", "/services/0/costs", json!(12)),
            ("a stop without a name", "/stops/1", json!({ "lift": true })),
            ("a stop lifted a little", "/stops/1/lift", json!("a little")),
            ("a shop without letters", "/shop/email", json!("hello")),
            ("a shop with two letters", "/shop/email", json!("a@b@c")),
            ("letters with a header", "/shop/email", json!("a@b?bcc=c@d")),
            (
                "an address that runs",
                "/shop/url",
                json!("javascript:alert(1)"),
            ),
            (
                "an address without a host",
                "/shop/url",
                json!("https:///x"),
            ),
            (
                "an address with a blank",
                "/partners/0/url",
                json!("https://a b.example"),
            ),
            (
                "a name in Danish alone",
                "/services/0/name",
                json!({ "da": "Blog" }),
            ),
            ("a name that is empty", "/services/0/name", json!("")),
            ("a note that is null", "/services/0/note", json!(null)),
            (
                "a service for one purpose",
                "/services/0/serves",
                json!("publish"),
            ),
            (
                "a stop nobody can make",
                "/stops/0",
                json!("careUnderpriced"),
            ),
            (
                "a promise kept sometimes",
                "/promises/0/keepable",
                json!("sometimes"),
            ),
            (
                "hours for what nobody keeps",
                "/promises/0/keepable",
                json!("never"),
            ),
            (
                "too many partners",
                "/partners",
                json!(vec![json!({ "id": "a" }); 501]),
            ),
        ],
    );
}

#[test]
fn reader_and_schema_refuse_the_same_briefs() {
    refused(
        &brief_kind(),
        &[
            ("a member nobody knows", "/price", json!(3000)),
            ("a wish for nothing", "/wishes/0", json!({})),
            (
                "a wish for a service and more",
                "/wishes/0/name",
                json!("Blog"),
            ),
            ("a wish with two sizes", "/wishes/1/hours", json!(8)),
            (
                "a wish without a name",
                "/wishes/1",
                json!({ "size": "small" }),
            ),
            (
                "a wish without a size",
                "/wishes/1",
                json!({ "name": "Import" }),
            ),
            (
                "a wish of a size that is not one",
                "/wishes/1/size",
                json!("huge"),
            ),
            ("none of a wish", "/wishes/0/count", json!(0)),
            ("half of a wish", "/wishes/0/count", json!(1.5)),
            ("too many of a wish", "/wishes/0/count", json!(10_001)),
            (
                "a priority that is not one",
                "/wishes/0/priority",
                json!("wont"),
            ),
            ("hours in words", "/wishes/3/hours", json!("8")),
            ("negative hours", "/wishes/3/hours", json!(-8)),
            ("care by an unknown owner", "/care/help", json!("us")),
            (
                "care by an unknown owner",
                "/care/help",
                json!({ "by": "us" }),
            ),
            (
                "care within a week",
                "/care/help",
                json!({ "within": "week" }),
            ),
            ("care by two", "/care/help", json!(["client", "us-paid"])),
            ("a wish like nothing", "/wishes/0/like", json!(" ")),
            ("a wish that ends first", "/wishes/0/leastWeeks", json!(-1)),
            ("something half there", "/existing", json!("half")),
            ("half a round", "/conditions/rounds", json!(0.5)),
            ("too many rounds", "/conditions/rounds", json!(101)),
            ("rounds in words", "/conditions/rounds", json!("many")),
            ("pay in one stage", "/pay", json!({ "stages": 1 })),
            ("pay in half a stage", "/pay", json!({ "stages": 2.5 })),
            ("pay in no stages", "/pay", json!({})),
            ("pay in words", "/pay", json!("soon")),
            ("costs of a number", "/costs", json!(12)),
            ("all of it done", "/sofar/done", json!(1)),
            ("rivals by number", "/ours/rivals", json!(3)),
            ("lawful in words", "/ours/lawful", json!("yes")),
            (
                "the same promise twice",
                "/promises",
                json!(["answers", "answers"]),
            ),
            ("contact never", "/conditions/contact", json!("never")),
            ("an answer in words", "/conditions/deposit", json!("yes")),
            ("an answer that is null", "/conditions/deposit", json!(null)),
            ("a foe", "/relationship", json!("foe")),
            ("a deadline of a number", "/deadline", json!(6)),
            ("a deadline in words", "/deadline", json!("soon")),
            ("a deadline without weeks", "/deadline", json!({})),
            ("a deadline in the past", "/deadline/weeks", json!(-1)),
            ("a deadline with a day", "/deadline/day", json!("Monday")),
            ("weeks from Monday", "/deadline/from", json!("monday")),
            ("half a range", "/budget/fixed", json!({ "from": 2000 })),
            (
                "a range a month",
                "/budget",
                json!({ "monthly": { "from": 1, "to": 2 } }),
            ),
            (
                "a rate of nothing",
                "/budget",
                json!({ "hourly": { "rate": 0 } }),
            ),
            (
                "a gift for no month",
                "/budget",
                json!({ "gift": { "months": 0 } }),
            ),
            ("a gift that is sold", "/budget/gift", json!({})),
            ("a budget of a number", "/budget", json!(3000)),
            ("a budget of nothing said", "/budget", json!({})),
            ("a budget of two kinds", "/budget/monthly", json!(250)),
            ("a negative budget", "/budget/fixed", json!(-1)),
            (
                "an hourly budget of a number",
                "/budget",
                json!({ "hourly": 85 }),
            ),
            ("needing cash a little", "/cashNeeded", json!("a little")),
        ],
    );
}

#[test]
fn the_documents_in_the_repository_are_valid() {
    let (terms, briefs, configs) = (terms_kind(), brief_kind(), config_kind());
    assert!(terms.accepts(&case_terms()));
    for case in cases() {
        assert!(briefs.accepts(&case["brief"]), "{}", case["name"]);
    }
    let mut shipped = 0;
    for file in std::fs::read_dir("static/terms").unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let config: Value = serde_json::from_str(&text).unwrap();
        assert!(read_config(&text).is_ok());
        assert!(terms.accepts(&config["terms"]));
        assert!(configs.accepts(&config));
        shipped += 1;
    }
    assert!(shipped > 0);
}

#[test]
fn every_appraisal_matches_its_schema() {
    let schema = schema::appraisal();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut appraisals = 0;
    let mut check = |brief: &Value, terms: &Value| {
        let line = answer_line(&json!({ "brief": brief, "terms": terms }).to_string());
        let appraisal: Value = serde_json::from_str(&line).unwrap();
        if let Err(error) = validator.validate(&appraisal) {
            panic!("{error} at {} of {line}", error.instance_path());
        }
        appraisals += 1;
    };
    for brief in full_briefs() {
        check(&brief, &full_terms());
    }
    // Every case, complete and without one of its answers.
    for case in cases() {
        check(&case["brief"], &case_terms());
        for name in case["brief"].as_object().unwrap().keys() {
            let mut brief = case["brief"].clone();
            brief.as_object_mut().unwrap().remove(name);
            check(&brief, &case_terms());
        }
    }
    assert!(appraisals > 100, "{appraisals} appraisals");
}

#[test]
fn all_other_outputs_match_their_schemas() {
    let [usual, outcomes, changed, agreement, affordable] = [
        schema::usual(),
        schema::outcomes(),
        schema::changed(),
        schema::agreement(),
        schema::affordable(),
    ]
    .map(|schema| jsonschema::validator_for(&schema).unwrap());
    let check = |validator: &Validator, line: String| -> usize {
        let given: Value = serde_json::from_str(&line).unwrap();
        if let Err(error) = validator.validate(&given) {
            panic!("{error} at {} of {line}", error.instance_path());
        }
        given.as_array().map_or(1, Vec::len)
    };
    let terms = full_terms();
    assert!(check(&usual, usual_line(&terms.to_string())) > 0);
    let agreed = &full_briefs()[0];
    let modest = json!({
        "brief": { "wishes": [{ "name": "Portal", "hours": 60 }], "budget": { "fixed": 4000 } },
        "terms": case_terms(),
    });
    assert!(check(&affordable, affordable_line(&modest.to_string())) > 0);
    let mut answers = 0;
    for brief in full_briefs() {
        let request = json!({ "brief": brief, "terms": terms });
        assert!(check(&agreement, agreement_line(&request.to_string())) > 4);
        let change = json!({ "agreed": agreed, "now": brief, "terms": terms });
        check(&changed, changed_line(&change.to_string()));
        for topic in Topic::NAMES {
            let mut request = request.clone();
            request["question"] = topic.into();
            answers += check(&outcomes, outcomes_line(&request.to_string()));
        }
    }
    assert!(answers > 40, "{answers} answers");
}

/// Every subschema and, outermost first, what describes it.
fn subschemas<'a>(
    root: &'a Value,
    schema: &'a Value,
    at: &str,
    about: &[&'a str],
    f: &mut impl FnMut(&str, &'a Value, &[&'a str]),
) {
    let mut about = about.to_vec();
    about.extend(schema["description"].as_str());
    f(at, schema, &about);
    let mut inner = Vec::new();
    // A definition is checked where it is used, and its uses of itself do not count.
    if let Some(address) = schema["$ref"].as_str() {
        inner.push((address.to_owned(), root.pointer(&address[1..]).unwrap()));
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        inner.push((format!("{at}/{name}"), schema));
    }
    for key in ["anyOf", "oneOf"] {
        for schema in schema[key].as_array().into_iter().flatten() {
            inner.push((at.to_owned(), schema));
        }
    }
    for key in ["items", "additionalProperties"] {
        if schema[key].is_object() {
            inner.push((format!("{at}/*"), &schema[key]));
        }
    }
    for (at, schema) in inner {
        subschemas(root, schema, &at, &about, f);
    }
}

#[test]
fn every_property_has_a_description_and_every_number_a_unit() {
    let units = [
        "hour",
        "week",
        "month",
        "money",
        "price",
        "budget",
        "currency",
        "odds",
        "chance",
        "share",
        "times",
        "weight",
        "how many",
        "number of",
        "rounds of",
        "per cent",
        "index of",
        "indices of",
        "median",
        "9 of 10",
    ];
    for (name, schema) in schema::all() {
        let mut properties = 0;
        subschemas(&schema, &schema, name, &[], &mut |at, schema, about| {
            for (member, property) in schema["properties"].as_object().into_iter().flatten() {
                let description = property["description"].as_str().unwrap_or_default();
                assert!(
                    !description.is_empty() || property.is_boolean(),
                    "{at}/{member}"
                );
                assert!(
                    !description.contains("None w") && !description.contains('['),
                    "{description}"
                );
                properties += 1;
            }
            let kind = schema["type"].to_string();
            if kind.contains("number") || kind.contains("integer") {
                let about = about.join(" ").to_lowercase();
                assert!(
                    units.iter().any(|unit| about.contains(unit)),
                    "{at}: {about}"
                );
            }
        });
        assert!(properties > 3, "{properties} properties in {name}");
    }
}

#[test]
fn every_schema_is_valid() {
    for (name, schema) in schema::all() {
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert!(jsonschema::meta::validate(&schema).is_ok(), "{name}");
    }
}
