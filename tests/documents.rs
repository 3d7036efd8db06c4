//! Broken documents: every error is found, at its place and with a remedy.

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_types, reason = "a large document is read in time")]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Map, Value, json};
use takeon::config::{ConfigError, answer, answer_line, read_brief, read_config, read_terms};
use takeon::engine::{
    Flag, IncludedRounds, NonpaymentRisk, Schedule, Spread, Stop, WinChances, defaults,
};

/// Request with every member.
fn everything() -> Value {
    serde_json::from_str(include_str!("corpus/everything-said.json")).unwrap()
}

/// Returns the pointers to a value and all values in it.
fn places(at: &str, value: &Value) -> Vec<String> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(members) => (0..)
            .map(|index: usize| index.to_string())
            .zip(members)
            .collect(),
        _ => Vec::new(),
    };
    let inner = members
        .iter()
        .flat_map(|(key, value)| places(&format!("{at}/{key}"), value));
    std::iter::once(at.to_owned()).chain(inner).collect()
}

/// Returns every place except the names of schemas, which are not read.
fn checked_places() -> Vec<String> {
    let mut places = places("", &everything());
    places.retain(|at| !at.ends_with("/$schema"));
    places
}

fn replaced(at: &str, value: Value) -> Value {
    let mut document = everything();
    *document.pointer_mut(at).unwrap() = value;
    document
}

/// Returns the object that contains a place, and its key. `None` for members of lists.
fn holder<'d, 'a>(
    document: &'d mut Value,
    at: &'a str,
) -> Option<(&'d mut Map<String, Value>, &'a str)> {
    let (parent, key) = at.rsplit_once('/')?;
    Some((document.pointer_mut(parent)?.as_object_mut()?, key))
}

fn errors(document: &Value) -> Vec<ConfigError> {
    answer(&document.to_string()).err().unwrap_or_default()
}

/// Returns the places and messages of the errors of a document.
fn reported(document: &Value) -> Vec<(String, String)> {
    let errors = errors(document).into_iter();
    errors
        .map(|error| (error.at.clone(), error.message()))
        .collect()
}

/// Fails unless every error has a remedy and an existing place, or that of a missing member of an
/// existing object.
fn assert_helpful(document: &Value, errors: &[ConfigError]) {
    for error in errors {
        let (at, message) = (&error.at, error.message());
        let (parent, key) = at.rsplit_once('/').unwrap_or_default();
        let is_missing = document.pointer(parent).is_some_and(Value::is_object)
            && message == format!("{key:?} is missing");
        assert!(
            document.pointer(at).is_some() || is_missing,
            "{message} at {at}"
        );
        let remedies = [
            "must be",
            "must not be",
            "missing",
            "not known; ",
            "is not one of the ",
            "needs a",
            "not both",
            "is above",
            "is there twice; ",
            "are for a promise",
        ];
        assert!(
            remedies.iter().any(|remedy| message.contains(remedy)),
            "{message}"
        );
        assert!(
            !message.ends_with('.') && !message.starts_with(char::is_uppercase),
            "{message}"
        );
    }
}

#[test]
fn the_document_with_everything_is_valid() {
    assert_eq!(errors(&everything()), []);
}

#[test]
fn a_wrong_value_is_reported_at_its_place() {
    let wrong = ["null", "true", "-1", "1e999", "\"?\"", "[]", "{\"x\": 1}"];
    let mut documents = 0;
    for at in checked_places() {
        for value in wrong.map(|text| serde_json::from_str::<Value>(text).unwrap()) {
            let before = everything().pointer(&at).unwrap().clone();
            let may_be_right = std::mem::discriminant(&before) == std::mem::discriminant(&value);
            let languages = before.get("default").is_some() && value.is_string();
            if languages || may_be_right && !(value.is_number() || value.is_object()) {
                continue;
            }
            let document = replaced(&at, value);
            let errors = errors(&document);
            assert_helpful(&document, &errors);
            assert!(
                errors.iter().any(|error| error.at.starts_with(&at)),
                "{at}: {errors:?}"
            );
            documents += 1;
        }
    }
    assert!(documents > 1000, "{documents} documents");
}

#[test]
fn a_misspelt_member_is_reported_at_its_place() {
    for at in checked_places() {
        let mut document = everything();
        let Some((members, key)) = holder(&mut document, &at) else {
            continue;
        };
        // Any key may be a language.
        if key == "default" {
            continue;
        }
        let value = members.remove(key).unwrap();
        members.insert(format!("{key}x"), value);
        let errors = errors(&document);
        assert_helpful(&document, &errors);
        let error = errors
            .iter()
            .find(|error| error.at == format!("{at}x"))
            .unwrap();
        assert!(
            error
                .message()
                .starts_with(&format!("\"{key}x\" is not known; ")),
            "{error}"
        );
    }
}

#[test]
fn a_missing_member_is_reported_where_it_is_required() {
    let mut required = Vec::new();
    for at in checked_places() {
        let mut document = everything();
        let Some((members, key)) = holder(&mut document, &at) else {
            continue;
        };
        members.remove(key);
        let errors = errors(&document);
        assert_helpful(&document, &errors);
        let missing = format!("{key:?} is missing");
        required.extend(
            errors
                .iter()
                .filter(|error| error.message().starts_with(&missing))
                .map(|error| {
                    assert!(at.starts_with(&error.at), "{error}");
                    let steps = at.split('/').filter(|step| step.parse::<usize>().is_err());
                    steps.collect::<Vec<_>>().join("/")
                }),
        );
    }
    required.sort();
    required.dedup();
    let expected = [
        "/brief",
        "/brief/budget/fixed/from",
        "/brief/budget/fixed/to",
        "/brief/deadline/weeks",
        "/brief/pay/stages",
        "/brief/wishes/hours/high",
        "/brief/wishes/hours/likely",
        "/brief/wishes/hours/low",
        "/brief/wishes/name",
        "/terms",
        "/terms/care/content/offered",
        "/terms/care/help/offered",
        "/terms/care/hosting/offered",
        "/terms/care/updates/offered",
        "/terms/careSpread/median",
        "/terms/careSpread/p90",
        "/terms/contentWait/median",
        "/terms/contentWait/p90",
        "/terms/currency",
        "/terms/dependWait/median",
        "/terms/dependWait/p90",
        "/terms/overhead/high",
        "/terms/overhead/likely",
        "/terms/overhead/low",
        "/terms/overrun/median",
        "/terms/overrun/p90",
        "/terms/partners/disclosure/default",
        "/terms/partners/id",
        "/terms/promises/hours",
        "/terms/promises/hours/high",
        "/terms/promises/hours/likely",
        "/terms/promises/hours/low",
        "/terms/promises/id",
        "/terms/promises/keepable",
        "/terms/purposes/id",
        "/terms/purposes/note/default",
        "/terms/rate",
        "/terms/schedule/median",
        "/terms/schedule/p90",
        "/terms/services",
        "/terms/services/also/default",
        "/terms/services/excludes/default",
        "/terms/services/hours",
        "/terms/services/hours/high",
        "/terms/services/hours/likely",
        "/terms/services/hours/low",
        "/terms/services/id",
        "/terms/services/name/default",
        "/terms/services/unit/default",
        "/terms/shop",
        "/terms/shop/inbox/url",
        "/terms/shop/name",
        "/terms/sizes/medium/high",
        "/terms/sizes/medium/likely",
        "/terms/sizes/medium/low",
        "/terms/stops/id",
        "/terms/team",
        "/terms/team/hoursPerWeek",
    ];
    assert_eq!(required, expected);
}

proptest! {
    #![proptest_config(common::cases(200))]

    #[test]
    fn all_errors_of_a_document_are_found_at_once(places in leaves().prop_flat_map(|leaves| {
        subsequence(leaves.clone(), 1..=leaves.len())
    })) {
        let mut document = everything();
        for at in &places {
            *document.pointer_mut(at).unwrap() = Value::Null;
        }
        let mut found: Vec<String> = errors(&document).into_iter().map(|error| error.at).collect();
        let mut places = places;
        places.sort();
        found.sort();
        prop_assert_eq!(found, places);
    }
}

/// Returns every leaf.
fn leaves() -> Just<Vec<String>> {
    let everything = everything();
    let is_leaf = |at: &String| {
        everything
            .pointer(at)
            .is_some_and(|value| !value.is_object() && !value.is_array())
    };
    Just(checked_places().into_iter().filter(is_leaf).collect())
}

#[test]
fn wrong_names_are_reported_along_with_other_errors() {
    let mut document = everything();
    for (at, value) in [
        ("/terms/rate", json!("85")),
        ("/terms/services/0/hours", json!(-1)),
        ("/terms/services/1/id", json!("blog")),
        ("/terms/services/0/serves/0", json!("lead")),
        ("/terms/services/0/alternatives/0", json!("hoste")),
        ("/terms/promises/1/id", json!("training")),
        ("/terms/partners/0/services/0", json!("bolg")),
    ] {
        *document.pointer_mut(at).unwrap() = value;
    }
    let mut places: Vec<String> = errors(&document)
        .into_iter()
        .map(|error| error.at)
        .collect();
    places.sort();
    assert_eq!(
        places,
        [
            "/brief/promises/1",
            "/terms/partners/0/services/0",
            "/terms/promises/2/id",
            "/terms/rate",
            "/terms/services/0/alternatives/0",
            "/terms/services/0/hours",
            "/terms/services/0/needs/0",
            "/terms/services/0/serves/0",
            "/terms/services/1/id",
        ]
    );
}

#[test]
fn every_kind_of_error_states_its_remedy() {
    let cases = [
        (
            "/brief/wishes/0/count",
            "0",
            "must be a number from 1 to 10000, not 0",
        ),
        (
            "/brief/wishes/0/count",
            "1.5",
            "must be a whole number, not 1.5",
        ),
        (
            "/brief/wishes/0/count",
            "10001",
            "must be a number from 1 to 10000, not 10001",
        ),
        (
            "/brief/wishes/0/count",
            "null",
            "must be a number from 1 to 10000, not null (leave it out where nothing was said)",
        ),
        (
            "/brief/wishes/0/priority",
            "\"Must\"",
            "must be \"must\" or \"should\" or \"could\", not \"Must\"",
        ),
        (
            "/brief/wishes/0/service",
            "\"blogs\"",
            "\"blogs\" is not one of the services of the terms; did you mean \"blog\"?",
        ),
        (
            "/brief/wishes/0/service",
            "\"forum\"",
            "\"forum\" is not one of the services of the terms; known: blog, hosted",
        ),
        (
            "/brief/wishes/1/size",
            "\"huge\"",
            "must be \"small\" or \"medium\" or \"large\" or \"unknown\", not \"huge\"",
        ),
        ("/brief/wishes/1/name", "7", "must be a text, not 7"),
        (
            "/brief/wishes/2/hours",
            "{\"low\": 9, \"likely\": 8, \"high\": 20}",
            "low (9 h) is above likely (8 h)",
        ),
        (
            "/brief/wishes/2/hours",
            "{\"low\": 4, \"likely\": 8, \"high\": 7.5}",
            "likely (8 h) is above high (7.5 h)",
        ),
        (
            "/brief/wishes/2/hours/high",
            "1e999",
            "must be a number from 0 to 2000000 hours, not 1e+999",
        ),
        (
            "/brief/wishes/3/hours",
            "\"8\"",
            "must be a number of hours, or low, likely and high, not \"8\"",
        ),
        (
            "/brief/purpose",
            "\"lead\"",
            "\"lead\" is not one of the purposes of the terms; did you mean \"leads\"?",
        ),
        (
            "/brief/wishes/2/leastWeeks",
            "-1",
            "must be a number from 0 to 100000 weeks, not -1",
        ),
        (
            "/brief/wishes/2/costs/monthly",
            "\"15\"",
            "must be a number from 0 to 1000000000000 a month, not \"15\"",
        ),
        ("/brief/wishes/0/like", "\" \"", "must be a text, not \" \""),
        (
            "/brief/existing",
            "true",
            "must be \"none\" or \"seen\" or \"unseen\", not true",
        ),
        (
            "/brief/care/help",
            "\"us\"",
            "must be \"client\" or \"us-paid\" or \"partner\" or \"us-unpaid\" or {\"by\": …, \"hours\": …, \"within\": …}, not \"us\"",
        ),
        (
            "/brief/care/help/by",
            "\"us\"",
            "must be \"client\" or \"us-paid\" or \"partner\" or \"us-unpaid\", not \"us\"",
        ),
        (
            "/brief/care/help/hours",
            "-1",
            "must be a number from 0 to 1000000 hours a month, not -1",
        ),
        (
            "/brief/care/help/within",
            "\"week\"",
            "must be \"day\" or \"hours\", not \"week\"",
        ),
        (
            "/brief/promises/2",
            "\"first-place\"",
            "\"first-place\" is there twice; once is enough",
        ),
        (
            "/brief/conditions/contact",
            "\"hourly\"",
            "must be \"daily\" or \"weekly\" or \"rarely\", not \"hourly\"",
        ),
        (
            "/brief/conditions/decider",
            "1",
            "must be true or false, not 1",
        ),
        (
            "/brief/relationship",
            "\"family\"",
            "must be \"stranger\" or \"referred\" or \"client\" or \"friend\", not \"family\"",
        ),
        (
            "/brief/conditions/deposit",
            "\"yes\"",
            "must be true or false, not \"yes\"",
        ),
        (
            "/brief/conditions/rounds",
            "101",
            "must be a whole number from 0 to 100 or \"open\", not 101",
        ),
        (
            "/brief/conditions/rounds",
            "1.5",
            "must be a whole number from 0 to 100 or \"open\", not 1.5",
        ),
        (
            "/brief/conditions/rounds",
            "\"many\"",
            "must be a whole number from 0 to 100 or \"open\", not \"many\"",
        ),
        (
            "/brief/pay",
            "\"never\"",
            "must be \"deposit\" or \"end\" or \"later\" or \"share\" or {\"stages\": …}, not \"never\"",
        ),
        (
            "/brief/pay/stages",
            "1",
            "must be a number from 2 to 100, not 1",
        ),
        (
            "/brief/pay/stages",
            "2.5",
            "must be a whole number, not 2.5",
        ),
        (
            "/brief/costs",
            "\"us-paid\"",
            "must be \"client\" or \"us\", not \"us-paid\"",
        ),
        (
            "/brief/deadline",
            "\"soon\"",
            "must be \"open\" or {\"weeks\": …}, not \"soon\"",
        ),
        (
            "/brief/deadline",
            "6",
            "must be \"open\" or {\"weeks\": …}, not 6",
        ),
        (
            "/brief/deadline/weeks",
            "-1",
            "must be a number from 0 to 100000 weeks, not -1",
        ),
        (
            "/brief/deadline/from",
            "\"monday\"",
            "must be \"today\" or \"start\" or \"content\", not \"monday\"",
        ),
        (
            "/brief/budget",
            "3000",
            "must be {\"fixed\": …}, {\"monthly\": …}, {\"hourly\": {…}} or {\"gift\": {…}}, not 3000",
        ),
        (
            "/brief/budget",
            "{}",
            "must be one of {\"fixed\": …}, {\"monthly\": …}, {\"hourly\": {…}} or {\"gift\": {…}}",
        ),
        (
            "/brief/budget",
            "{\"fixed\": 1, \"gift\": {}}",
            "must be one of {\"fixed\": …}, {\"monthly\": …}, {\"hourly\": {…}} or {\"gift\": {…}}",
        ),
        (
            "/brief/budget/fixed",
            "-1",
            "must be a number from 0 to 1000000000000, not -1",
        ),
        (
            "/brief/budget/fixed",
            "[]",
            "must be a number, {\"from\": …, \"to\": …}, or {} where no amount was said, not a list",
        ),
        (
            "/brief/budget/fixed",
            "{\"from\": 3000, \"to\": 2000}",
            "from (3000) is above to (2000)",
        ),
        (
            "/brief/sofar/done",
            "1",
            "must be a number from 0 and below 1, not 1",
        ),
        (
            "/brief/ours/rivals",
            "\"many\"",
            "must be \"none\" or \"few\" or \"open\" or \"insider\", not \"many\"",
        ),
        (
            "/terms/currency",
            "\"Euro\"",
            "must be an ISO 4217 code such as \"EUR\", not \"Euro\"",
        ),
        (
            "/terms/rate",
            "0",
            "must be a number above 0 and at most 1000000000000 (money an hour), not 0",
        ),
        (
            "/terms/floorRate",
            "86",
            "floorRate (86) is above rate (85); it must not be",
        ),
        (
            "/terms/confidence",
            "80",
            "must be a number from 0.5 to 0.9, not 80",
        ),
        ("/terms/schema", "2", "must be 1, not 2"),
        (
            "/terms/tax",
            "true",
            "must be \"excluded\" or \"included\", not true",
        ),
        (
            "/terms/shop/email",
            "\"a@b@c\"",
            "must be an address such as hello@example.com, not \"a@b@c\"",
        ),
        (
            "/terms/shop/url",
            "\"javascript:alert(1)\"",
            "must be an address that begins with https:// or http://, not \"javascript:alert(1)\"",
        ),
        (
            "/terms/shop/inbox",
            "\"inbox\"",
            "must be an address that begins with https:// or http://, or {\"url\": …}, not \"inbox\"",
        ),
        (
            "/terms/shop/inbox/as",
            "\"xml\"",
            "must be \"json\" or \"text\" or \"form\" or \"hubspot\", not \"xml\"",
        ),
        (
            "/terms/team/hoursPerWeek",
            "0",
            "must be a number above 0 and at most 1000000 hours a week, not 0",
        ),
        (
            "/terms/overrun",
            "{\"median\": 2, \"p90\": 1.9}",
            "median (2) is above p90 (1.9)",
        ),
        (
            "/terms/careMonths",
            "0.5",
            "must be a number from 1 to 600 months, not 0.5",
        ),
        (
            "/terms/stretch/money",
            "0.9",
            "must be a number from 1 to 1000, not 0.9",
        ),
        (
            "/terms/stretch/scope",
            "1.5",
            "must be a number from 0 to 1, not 1.5",
        ),
        ("/terms/smallest", "1500", "must be an object, not 1500"),
        (
            "/terms/unpaid/known",
            "0.6",
            "must be a number from 0 to 0.5, not 0.6",
        ),
        (
            "/terms/wins/open",
            "0",
            "must be a number above 0 and at most 1, not 0",
        ),
        (
            "/terms/rounds/included",
            "1.5",
            "must be a whole number, not 1.5",
        ),
        (
            "/terms/taxRate",
            "\"25 %\"",
            "must be a number from 0 to 1000 per cent, not \"25 %\"",
        ),
        (
            "/terms/schedule/wait",
            "-1",
            "must be a number from 0 to 100000 weeks, not -1",
        ),
        (
            "/terms/services/0/needs/0",
            "\"host\"",
            "\"host\" is not one of the services; did you mean \"hosted\"?",
        ),
        (
            "/terms/services/0/also/1",
            "{\"da\": \"nyheder\"}",
            "\"default\" is missing: the text for every other language",
        ),
        (
            "/terms/services/0/excludes/1",
            "\"\"",
            "must be a text, not \"\"",
        ),
        (
            "/terms/services/0/name",
            "{\"da\": \"Blog\"}",
            "\"default\" is missing: the text for every other language",
        ),
        (
            "/terms/services/0/alternatives/0",
            "\"host\"",
            "\"host\" is not one of the services; did you mean \"hosted\"?",
        ),
        (
            "/terms/promises/1/keepable",
            "\"maybe\"",
            "must be \"yes\" or \"priced\" or \"never\", not \"maybe\"",
        ),
        (
            "/terms/stops/0",
            "\"freeSamples\"",
            "must be \"noDecider\" or \"notWritten\" or \"notOpenToAdvice\" or \"noDeposit\" or \"freeSample\" or \"goBetween\" or \"onCall\" or \"openRounds\" or \"unlawful\" or \"outsideWhatWeDo\" or \"openCall\" or \"insider\" or {\"id\": …, \"lift\": …}, not \"freeSamples\"",
        ),
        (
            "/terms/stops/1/id",
            "\"unseen\"",
            "must be \"noDecider\" or \"notWritten\" or \"notOpenToAdvice\" or \"noDeposit\" or \"freeSample\" or \"goBetween\" or \"onCall\" or \"openRounds\" or \"unlawful\" or \"outsideWhatWeDo\" or \"openCall\" or \"insider\", not \"unseen\"",
        ),
        ("/terms/stops/1/lift", "1", "must be true or false, not 1"),
        (
            "/terms/partners/0/purposes/0",
            "\"sels\"",
            "\"sels\" is not one of the purposes; did you mean \"sell\"?",
        ),
        (
            "/terms/partners/0/care/0",
            "\"host\"",
            "must be \"content\" or \"updates\" or \"hosting\" or \"help\", not \"host\"",
        ),
    ];
    for (at, value, message) in cases {
        let document = replaced(at, serde_json::from_str(value).unwrap());
        assert_eq!(reported(&document), [(at.to_owned(), message.to_owned())]);
    }
}

#[test]
fn contradictory_members_are_reported_at_the_one_that_does_not_fit() {
    let cases = [
        (
            "/brief/wishes/0",
            "{}",
            "/brief/wishes/0",
            "a wish needs a service, or a name with a size or hours",
        ),
        (
            "/brief/wishes/0",
            "{\"name\": \"Forum\"}",
            "/brief/wishes/0",
            "a wish of the client's own needs a size or hours",
        ),
        (
            "/brief/wishes/0",
            "{\"service\": \"blog\", \"name\": \"Blog\"}",
            "/brief/wishes/0/name",
            "a wish is either a service or one of the client's own, not both",
        ),
        (
            "/brief/wishes/0",
            "{\"name\": \"Blog\", \"size\": \"small\", \"hours\": 3}",
            "/brief/wishes/0/hours",
            "a wish of the client's own has a size or hours, not both",
        ),
        (
            "/brief/wishes/0",
            "{\"size\": \"small\"}",
            "/brief/wishes/0/name",
            "\"name\" is missing",
        ),
        (
            "/brief/pay",
            "{}",
            "/brief/pay/stages",
            "\"stages\" is missing",
        ),
        (
            "/brief/budget/fixed",
            "{\"from\": 2000}",
            "/brief/budget/fixed/to",
            "\"to\" is missing",
        ),
        (
            "/brief/budget/fixed",
            "{\"to\": 2000}",
            "/brief/budget/fixed/from",
            "\"from\" is missing",
        ),
        (
            "/brief/budget",
            "{\"monthly\": {\"from\": 1}}",
            "/brief/budget/monthly",
            "must be a number, or {} where no amount was said, not an object",
        ),
        (
            "/brief/budget",
            "{\"hourly\": {\"rate\": 0}}",
            "/brief/budget/hourly/rate",
            "must be a number above 0 and at most 1000000000000 (money an hour), not 0",
        ),
        (
            "/brief/budget",
            "{\"hourly\": {\"rate\": 1e-10}}",
            "/brief/budget/hourly/rate",
            "must be a number above 0 and at most 1000000000000 (money an hour), not 1e-10",
        ),
        (
            "/brief/budget",
            "{\"gift\": {\"months\": 0}}",
            "/brief/budget/gift/months",
            "must be a number from 1 to 600 months, not 0",
        ),
        (
            "/terms/stops/1",
            "{\"id\": \"freeSample\", \"lift\": true}",
            "/terms/stops/1",
            "\"freeSample\" is there twice; once is enough",
        ),
        (
            "/terms/stops/0",
            "{\"lift\": true}",
            "/terms/stops/0/id",
            "\"id\" is missing",
        ),
        (
            "/terms/promises/0",
            "{\"id\": \"first-place\", \"keepable\": \"never\", \"hours\": 3}",
            "/terms/promises/0/hours",
            "hours are for a promise whose keepable is \"priced\"",
        ),
        (
            "/terms/promises/1",
            "{\"id\": \"same-day-answers\", \"keepable\": \"priced\"}",
            "/terms/promises/1/hours",
            "\"hours\" is missing",
        ),
        (
            "/terms/partners",
            "[{\"id\": \"a\"}, {\"id\": \"a\"}]",
            "/terms/partners/1/id",
            "\"a\" is there twice; every id must be its own",
        ),
        (
            "/terms/team",
            "{\"hoursPerWeek\": 25, \"a/b~\": 1}",
            "/terms/team/a~1b~0",
            "\"a/b~\" is not known; known here: hoursPerWeek, startsInWeeks",
        ),
    ];
    for (at, value, reported_at, message) in cases {
        let document = replaced(at, serde_json::from_str(value).unwrap());
        assert_eq!(
            reported(&document),
            [(reported_at.to_owned(), message.to_owned())]
        );
    }
}

#[test]
fn all_errors_of_a_wish_are_reported_at_once() {
    let wish = json!({ "size": "small", "hours": 3 });
    let reported = reported(&replaced("/brief/wishes/0", wish));
    let at: Vec<&str> = reported.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(at, ["/brief/wishes/0/name", "/brief/wishes/0/hours"]);
}

#[test]
fn documents_above_the_limits_are_refused() {
    let list = |members: usize| json!(vec![0; members]);
    let nested = |depth: usize| (0..depth).fold(json!(0), |inner, _| json!([inner]));
    let cases = [
        (
            "",
            json!(vec![list(300); 100]),
            "the document has 30101 values; at most 20000 are read",
        ),
        (
            "/brief/wishes",
            list(501),
            "the list has 501 members; at most 500 are read",
        ),
        (
            "/brief/purpose",
            json!("x".repeat(4001)),
            "the text has more than 4000 characters",
        ),
        (
            "/terms/services",
            nested(31),
            "this lies more than 32 levels deep",
        ),
    ];
    for (at, value, message) in cases {
        let document = replaced(at, value);
        let errors = errors(&document);
        assert_eq!(errors[0].message(), message);
        assert!(
            errors[0].at.starts_with(at) && document.pointer(&errors[0].at).is_some(),
            "{errors:?}"
        );
    }
    let long = " ".repeat(256 * 1024 + 1);
    let deep = "[".repeat(100_000);
    assert_eq!(
        answer(&long).unwrap_err()[0].message(),
        "the document has 262145 bytes; at most 262144 are read"
    );
    assert_eq!(
        answer(&deep).unwrap_err()[0].message(),
        "this is not JSON: recursion limit exceeded at line 1 column 128"
    );
}

#[test]
fn long_names_are_not_compared() {
    let mut document = everything();
    let service = |index: usize| json!({ "id": format!("{index}{}", "x".repeat(400)), "hours": 1 });
    document["terms"]["services"] = (0..400).map(service).collect();
    document["brief"]["wishes"] = vec![json!({ "service": "y".repeat(64) }); 400].into();
    let start = std::time::Instant::now();
    let errors = errors(&document);
    assert!(errors.len() >= 400);
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
}

#[test]
fn a_malformed_request_does_not_affect_the_next() {
    let good = everything().to_string();
    let answered = answer_line(&good);
    let bad = [
        "",
        "{",
        "null",
        "[]",
        "\u{0}",
        "{\"brief\": {}}",
        "\"\\ud800\"",
        "{\"brief\": 1e999, \"terms\": {}}",
    ];
    for text in bad {
        let line = answer_line(text);
        let errors: Value = serde_json::from_str(&line).unwrap();
        assert!(
            !errors["errors"].as_array().unwrap().is_empty() && !line.contains('\n'),
            "{line}"
        );
        assert_eq!(answer_line(&good), answered);
    }
}

#[test]
fn examples_of_a_config_are_read_and_their_errors_reported() {
    let everything = everything();
    let mut config = json!({
        "terms": everything["terms"],
        "examples": [{ "name": { "default": "A blog", "da": "En blog" }, "brief": everything["brief"] }],
    });
    let read = read_config(&config.to_string()).unwrap();
    assert_eq!(read.examples[0].name.translation("da"), Some("En blog"));
    let alone = read_brief(&everything["brief"].to_string(), &read.terms).unwrap();
    assert_eq!(read.examples[0].brief, alone);

    config["examples"][0]["brief"]["purpose"] = json!("x");
    config["examples"][0]["title"] = json!("A blog");
    let at: Vec<String> = read_config(&config.to_string())
        .unwrap_err()
        .into_iter()
        .map(|error| error.at)
        .collect();
    assert_eq!(at, ["/examples/0/title", "/examples/0/brief/purpose"]);
}

#[test]
fn terms_and_briefs_are_read_alike_alone_and_together() {
    let everything = everything();
    let (brief, terms) = (
        everything["brief"].to_string(),
        everything["terms"].to_string(),
    );
    let terms = read_terms(&terms).unwrap();
    let brief = read_brief(&brief, &terms).unwrap();
    assert_eq!(
        read_brief(&json!(brief).to_string(), &terms).unwrap(),
        brief
    );
    assert_eq!(
        read_config(&json!({ "terms": everything["terms"] }).to_string())
            .unwrap()
            .terms,
        terms
    );
    let at =
        |errors: Vec<ConfigError>| errors.into_iter().map(|error| error.at).collect::<Vec<_>>();
    assert_eq!(
        at(read_brief("{\"purpose\": \"x\"}", &terms).unwrap_err()),
        ["/purpose"]
    );
    assert_eq!(at(read_terms("[]").unwrap_err()), [""]);
    assert_eq!(at(read_config("{}").unwrap_err()), ["/terms"]);
}

#[test]
fn members_of_the_terms_are_read() {
    let terms = read_terms(&everything()["terms"].to_string()).unwrap();
    assert_eq!(terms.stretch.scope, 0.5);
    assert_eq!(terms.smallest, Some(1500.0));
    assert_eq!(terms.care_free, 8.0);
    let unpaid = NonpaymentRisk {
        stranger: 0.05,
        known: 0.02,
    };
    assert_eq!(terms.unpaid, unpaid);
    let wins = WinChances {
        few: Some(0.35),
        open: Some(0.1),
        insider: Some(0.1),
    };
    assert_eq!(terms.wins, wins);
    let rounds = IncludedRounds {
        included: 2,
        share: 0.1,
    };
    assert_eq!(terms.rounds, rounds);
    assert_eq!(terms.schedule.wait, 2.0);
    let depend_wait = Spread {
        median: 2.0,
        p90: 5.0,
    };
    assert_eq!(terms.depend_wait, depend_wait);
    assert_eq!(terms.tax_rate, Some(25.0));
    assert!(!terms.purposes[0].changes && terms.purposes[1].changes);
    let [blog, hosted] = &terms.services[..] else {
        panic!("{:?}", terms.services)
    };
    assert_eq!(blog.needs, ["hosted"]);
    assert_eq!(blog.also[1].default, "news pages");
    let unit = blog.unit.as_ref();
    assert_eq!(unit.map(|unit| &*unit.default), Some("blogs"));
    assert_eq!(hosted.unit, None);
    assert_eq!(
        (blog.least_weeks, blog.usual, blog.changes),
        (1.0, true, false)
    );
    assert_eq!((blog.costs.once, blog.costs.monthly), (30.0, 12.0));
    assert_eq!(blog.excludes[1].default, "Photographs");
    assert_eq!((hosted.least_weeks, hosted.costs.monthly), (0.0, 0.0));
    let stop = |flag, lift| Stop { flag, lift };
    let stops = [stop(Flag::FreeSample, false), stop(Flag::NoDeposit, true)];
    assert_eq!(terms.stops, stops);
    assert_eq!(terms.partners[0].purposes, ["sell"]);
}

#[test]
fn absent_members_have_their_defaults() {
    let few = json!({
        "shop": { "name": "Studio" }, "currency": "EUR", "rate": 85,
        "team": { "hoursPerWeek": 25 }, "services": [],
    });
    let terms = |changes: Value| {
        let mut document = few.clone();
        for (name, value) in changes.as_object().unwrap() {
            document[name] = value.clone();
        }
        read_terms(&document.to_string()).unwrap()
    };
    let silent = terms(json!({}));
    let new = takeon::engine::Terms::new("Studio", "EUR", 85.0, silent.team, Vec::new());
    assert_eq!(silent, new);
    // An empty one counts as none.
    let empty = json!({ "stretch": {}, "smallest": {}, "unpaid": {}, "wins": {}, "rounds": {} });
    assert_eq!(terms(empty), silent);
    // A schedule of version 1 has no wait.
    let schedule = terms(json!({ "schedule": { "median": 1.25, "p90": 2.45 } })).schedule;
    let without_wait = Schedule {
        wait: 0.0,
        ..defaults::SCHEDULE
    };
    assert_eq!(schedule, without_wait);
}

#[test]
fn a_duplicate_member_is_an_error() {
    let brief = r#"{"budget": {"fixed": 1000}, "wishes": [], "budget": {"fixed": 2000}}"#;
    let terms = takeon::config::read_terms(include_str!("cases/terms.json")).unwrap();
    let errors = takeon::config::read_brief(brief, &terms).unwrap_err();
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("/budget")
            && said[0].contains("\"budget\" is there twice; once is enough"),
        "{said:?}"
    );
}
