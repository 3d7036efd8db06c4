//! Use of messages: every key in the sources exists, and every message is used.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use takeon::draft::BudgetKind;
use takeon::engine::{
    CareKind, CareOwner, Contact, CountedFrom, Existing, Flag, OfferKind, Payer, Priority,
    Relationship, ResponseTime, Rivals, Size, Topic, Verdict,
};
use takeon::i18n::ENGLISH;
use takeon::letter::Tone;

fn english() -> BTreeMap<String, String> {
    serde_json::from_str(ENGLISH).unwrap()
}

/// Sources of the widget, of the messages and of the letters, and the shell's own texts.
fn sources() -> String {
    let build = fs::read_to_string("script/lib/languages.mjs").unwrap();
    let shell: String = build
        .lines()
        .filter(|line| line.contains("locale["))
        .collect();
    shell + &sources_of(&["src/widget", "src/i18n", "src/letter"])
}

fn sources_of(folders: &[&str]) -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let is_code = |line: &&str| !line.trim_start().starts_with("//");
                let code: Vec<&str> = text.lines().filter(is_code).collect();
                all.push_str(&code.join("\n"));
            }
        }
    }
    let mut all = String::new();
    for folder in folders {
        read(Path::new(folder), &mut all);
    }
    all
}

/// Pattern of a composed key, as in the sources, with every id that replaces its `{…}`.
type Pattern = (&'static str, Vec<&'static str>);

/// Returns every composed key of the calculator and of letters.
fn patterns() -> Vec<Pattern> {
    let steps = [
        "purpose",
        "wishes",
        "care",
        "promises",
        "conditions",
        "date",
        "budget",
    ];
    let yes_or_no = ["yes", "no"];
    let audiences = ["shop", "visitor"];
    let borrowed = ["overrun", "schedule", "contentWait"];
    let counted = ["unpaid", "wins"];
    let assumptions = ["dependWait", "careFree", "rounds", "within", "stretch"];
    let sourced = borrowed.into_iter().chain(counted);
    let kinds = CareKind::ALL.map(CareKind::name);
    let owners = CareOwner::ALL.map(CareOwner::name);
    let contacts = Contact::ALL.map(Contact::name);
    let budgets = BudgetKind::NAMES;
    let verdicts = Verdict::ALL.map(Verdict::name);
    let leanings = [
        Verdict::Take,
        Verdict::Reshape,
        Verdict::Refer,
        Verdict::Decline,
    ];
    let stops = Flag::STOPPABLE.map(Flag::name);
    // No offer lifts stops that only the shop knows, and open rounds become included ones.
    let lifted = Flag::STOPPABLE
        .into_iter()
        .filter(|flag| !flag.is_internal() && *flag != Flag::OpenRounds);
    let counted_from = CountedFrom::ALL.into_iter().skip(1);
    let payers = Payer::ALL.map(Payer::name);
    let within = ResponseTime::ALL.map(ResponseTime::name);
    // Every assumption except care, which has a message of its own.
    let assumed = [
        Topic::ContentReady,
        Topic::Contact,
        Topic::Phased,
        Topic::Relationship,
        Topic::Depends,
        Topic::Existing,
        Topic::Pay,
        Topic::Costs,
    ];
    let missing = [
        Topic::Wishes,
        Topic::Budget,
        Topic::Deadline,
        Topic::Existing,
        Topic::Size,
        Topic::GiftHours,
    ];
    // Only one answer about availability has a sentence.
    let conditions = Topic::CONDITIONS.into_iter();
    let rules = takeon::engine::conflicts::RULES.iter().map(|rule| rule.id);
    vec![
        ("answer.{}", yes_or_no.into()),
        ("assumed.{}", assumed.map(Topic::name).into()),
        ("bar.{}", verdicts.into()),
        ("budget.{}", budgets.into()),
        ("care.{}", kinds.into()),
        ("care.{}.hint", kinds.into()),
        ("care.{}.inline", kinds.into()),
        ("care.within.{}", within.into()),
        ("within.{}", within.into_iter().chain(["none"]).collect()),
        ("change.care.{}", owners.into()),
        ("change.contact.{}", contacts.into()),
        ("change.lift.{}", lifted.map(Flag::name).collect()),
        ("conflict.{}", rules.collect()),
        ("contact.{}", contacts.into()),
        ("costs.{}", payers.into()),
        ("existing.{}", Existing::ALL.map(Existing::name).into()),
        (
            "message.{}",
            vec!["two-amounts", "two-dates", "no-date", "which-date"],
        ),
        ("flag.{}", Flag::ALL.map(Flag::name).into()),
        ("from.{}", CountedFrom::NAMES.into()),
        ("lead.leaning.{}", leanings.map(Verdict::name).into()),
        ("letter.care.{}", owners.into()),
        ("letter.client.{}", conditions.map(Topic::name).collect()),
        (
            "letter.client.relationship.{}",
            vec!["referred", "client", "friend"],
        ),
        ("letter.contact.{}", contacts.into()),
        (
            "letter.reshape.{}",
            OfferKind::ALL.map(OfferKind::name).into(),
        ),
        ("letter.sofar.{}", vec!["reshape", "refer", "decline"]),
        ("letter.way.care.{}", owners.into()),
        (
            "letter.lift.{}",
            vec!["notWritten", "notOpenToAdvice", "noDeposit", "goBetween"],
        ),
        ("missing.{}", missing.map(Topic::name).into()),
        ("offer.{}", OfferKind::ALL.map(OfferKind::name).into()),
        ("owner.{}", owners.into()),
        ("pay.{}", vec!["deposit", "stages", "end", "later", "share"]),
        ("phased.{}", yes_or_no.into()),
        ("priority.{}", Priority::ALL.map(Priority::name).into()),
        ("reason.stop.{}", stops.into()),
        (
            "relationship.{}",
            Relationship::ALL.map(Relationship::name).into(),
        ),
        ("reply.start.{}", audiences.into()),
        ("reply.title.{}", audiences.into()),
        ("rivals.{}", Rivals::NAMES.into()),
        ("shop.missing.{}", vec!["wishes", "budget", "deadline"]),
        ("shop.owner.{}", vec!["client"]),
        (
            "shop.topic.{}",
            vec![
                "conditions.contact",
                "conditions.written",
                "conditions.openToAdvice",
                "conditions.freeSample",
                "conditions.goBetween",
                "conditions.rounds",
                "existing",
                "pay",
            ],
        ),
        ("shop.sofar.{}", leanings.map(Verdict::name).into()),
        ("shop.verdict.{}", verdicts.into()),
        ("size.{}", Size::ALL.map(Size::name).into()),
        ("size.{}.short", ["small", "medium", "large"].into()),
        ("sources.{}", sourced.clone().chain(assumptions).collect()),
        ("sources.{}.from", sourced.collect()),
        ("step.{}", steps.into()),
        ("tone.{}", Tone::NAMES.into()),
        ("topic.{}", Topic::ALL.map(Topic::name).into()),
        ("verdict.{}", verdicts.into()),
        ("verdict.sofar.{}", leanings.map(Verdict::name).into()),
        (
            "weeks.from.{}",
            counted_from.map(CountedFrom::name).collect(),
        ),
        ("{}.hint", steps.into()),
        ("{}.title", steps.into()),
    ]
}

/// Returns the quoted texts of the sources that look like keys: `step.purpose`, or `step.{}`.
fn named_keys(sources: &str) -> Vec<String> {
    let looks_like_a_key = |word: &&str| {
        word.contains('.')
            && !word.contains("..")
            && word.starts_with(|c: char| c.is_ascii_lowercase() || c == '{')
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || ".-_{}".contains(c))
            && !word.ends_with('.')
            && ![".csv", ".js", ".json", ".zip"]
                .iter()
                .any(|end| word.ends_with(end))
            && !word.ends_with(".txt")
    };
    sources
        .replace("\\\"", "")
        .replace("'\"'", "")
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(looks_like_a_key)
        .map(str::to_owned)
        .collect()
}

/// Returns the keys of a pattern.
fn keys_of((pattern, ids): &Pattern) -> Vec<String> {
    let (before, rest) = pattern.split_once('{').unwrap();
    let (_, after) = rest.split_once('}').unwrap();
    ids.iter().map(|id| [before, id, after].concat()).collect()
}

/// Returns the keys without a dot that the sources use, as in `words.plural("weeks", …)`.
fn short_keys(sources: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let close: String = sources.split_whitespace().collect();
    // JSON has a `get` of its own.
    let gets = ["speech.get(\"", "words.get(\""];
    let others = [".format(\"", ".plural(\"", ".message(speech,\""];
    for ask in gets.into_iter().chain(others) {
        for rest in close.split(ask).skip(1) {
            let key = rest.split('"').next().unwrap();
            if !key.contains('.') {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

/// Returns every key that the sources use, with composed ones from these patterns. Fails if a
/// pattern is missing in the list, or used nowhere.
fn used_keys(sources: &str, patterns: &[Pattern]) -> BTreeSet<String> {
    let (put_together, mut used): (BTreeSet<String>, BTreeSet<String>) = named_keys(sources)
        .into_iter()
        .partition(|key| key.contains('{'));
    let listed = patterns.iter().map(|(pattern, _)| (*pattern).to_owned());
    let listed: BTreeSet<String> = listed.collect();
    let differing = &put_together ^ &listed;
    assert!(
        differing.is_empty(),
        "only listed or only used: {differing:?}"
    );
    used.extend(patterns.iter().flat_map(keys_of));
    used.extend(short_keys(sources));
    used
}

/// Returns the key without its plural form.
fn base(key: &str) -> &str {
    key.strip_suffix("_one")
        .or_else(|| key.strip_suffix("_other"))
        .unwrap_or(key)
}

#[test]
fn english_is_valid_and_no_message_is_empty() {
    let english = english();
    assert!(english.len() > 150);
    for (key, message) in english {
        assert!(!message.trim().is_empty(), "{key} is empty");
        assert!(!message.contains('<'), "{key} has markup");
    }
}

/// Fails unless the sources use exactly these messages; shared ones are elsewhere.
fn assert_used(words: &BTreeMap<String, String>, shared: &BTreeSet<&str>, used: &BTreeSet<String>) {
    let bases: BTreeSet<&str> = words.keys().map(|key| base(key)).collect();
    let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
    let missing: Vec<&&str> = used
        .iter()
        .filter(|key| !bases.contains(**key) && !shared.contains(**key))
        .collect();
    assert_eq!(missing, Vec::<&&str>::new(), "without a message");
    let unused: Vec<&&str> = bases.difference(&used).collect();
    assert_eq!(unused, Vec::<&&str>::new(), "said nowhere");
}

#[test]
fn every_used_key_has_a_message_and_every_message_is_used() {
    let mut used = used_keys(&sources(), &patterns());
    // Messages of a language about itself, for readers of its file.
    used.extend(["language.name", "language.review"].map(str::to_owned));
    let english = english();
    // Some questions have other words for the shop.
    let of_steps = patterns()
        .into_iter()
        .filter(|(pattern, _)| pattern.starts_with("{}."));
    let keys: Vec<String> = of_steps.flat_map(|pattern| keys_of(&pattern)).collect();
    let own = keys.iter().map(|key| ["shop.", key].concat());
    used.extend(own.filter(|key| english.contains_key(key)));
    assert_used(&english, &BTreeSet::new(), &used);
}

#[test]
fn every_plural_has_both_forms_of_english() {
    let english = english();
    for key in english.keys() {
        if let Some(base) = key.strip_suffix("_one") {
            assert!(english.contains_key(&format!("{base}_other")), "{base}");
        }
    }
}

/// Returns the messages of the tools of the demo page.
#[cfg(feature = "desk")]
fn of_the_desk() -> BTreeMap<String, String> {
    serde_json::from_str(takeon::desk::words::ENGLISH).unwrap()
}

/// Returns every composed key of the tools.
#[cfg(feature = "desk")]
fn patterns_of_the_desk() -> Vec<Pattern> {
    use takeon::desk::briefs::Column;
    use takeon::desk::cards::EnquiryState;
    use takeon::desk::configurator::{fields, snippets::Way};
    use takeon::engine::{CalibrationFinding, Flag};
    let samples = ["bakery", "clinic", "club"];
    let counters = ["plausible", "matomo", "ga4", "datalayer", "beacon"];
    let tools = ["terms", "jobs", "briefs", "log", "insight"];
    let ways = Way::NAMES;
    let lists = fields::LISTS.map(|list| list.id);
    let parts = fields::PARTS.map(|part| part.id).into_iter();
    let parts: Vec<&str> = parts
        .chain(lists)
        .chain(["stops", "examples", "looks"])
        .collect();
    vec![
        ("insight.{}", counters.into()),
        ("keepable.{}.short", vec!["yes", "priced", "never"]),
        (
            "log.finding.{}",
            CalibrationFinding::ALL.map(CalibrationFinding::name).into(),
        ),
        ("shop.verdict.{}", Verdict::ALL.map(Verdict::name).into()),
        ("tone.{}", Tone::NAMES.into()),
        ("tax.{}", vec!["excluded", "included"]),
        ("tool.{}.lead", tools.into()),
        ("tool.{}.title", tools.into()),
        ("tool.{}", tools.into()),
        (
            "briefs.column.{}",
            ["wants"].into_iter().chain(Column::NAMES).collect(),
        ),
        (
            "briefs.state.{}",
            EnquiryState::NAMES
                .into_iter()
                .chain(["all", "away"])
                .collect(),
        ),
        (
            "capacity.column.{}",
            vec!["job", "by", "hours", "brings", "hour", "odds"],
        ),
        (
            "jobs.column.{}",
            vec!["name", "estimated", "actual", "price", "planned", "weeks"],
        ),
        ("flag.{}", Flag::NAMES.into()),
        ("care.{}.inline", CareKind::NAMES.into()),
        ("letter.way.care.{}", CareOwner::NAMES.into()),
        ("offer.{}", OfferKind::NAMES.into()),
        ("sample.{}", samples.into()),
        ("sample.{}.message", samples.into()),
        ("way.{}", ways.into()),
        ("way.{}.hint", ways.into()),
        ("{}.note", fields::SHOPS.map(|(_, key)| key).into()),
        ("add.{}", lists.into()),
        ("add.{}.name", lists.into()),
        ("part.{}", parts.clone()),
        ("part.{}.lead", parts),
        // Their keys are listed below, by the fields themselves.
        ("care.{}", Vec::new()),
        ("field.{}", Vec::new()),
        ("field.{}.unit", Vec::new()),
        ("point.{}", Vec::new()),
        ("unit.{}", Vec::new()),
        ("{label}.hint", Vec::new()),
        ("{member}.{name}", Vec::new()),
        ("{}.unsaid", Vec::new()),
    ]
}

/// Returns every key of the fields of the form, after a check that each has a label.
#[cfg(feature = "desk")]
fn keys_of_the_form(words: &BTreeMap<String, String>) -> BTreeSet<String> {
    use takeon::desk::configurator::control::Control;
    use takeon::desk::configurator::fields::{LISTS, PARTS, stops};
    let parts = PARTS.iter().map(|part| part.fields());
    let lists = LISTS.iter().map(|list| list.fields());
    let all = parts
        .chain(lists)
        .flat_map(|(at_once, folded)| [at_once, folded].concat());
    let mut used = BTreeSet::new();
    for field in all.chain(stops()) {
        let label = field
            .labels()
            .into_iter()
            .find(|key| words.contains_key(key));
        let label = label.unwrap_or_else(|| panic!("{:?} has no label", field.labels()));
        let hint = format!("{label}.hint");
        used.extend(Some(hint).filter(|key| words.contains_key(key)));
        used.insert(label);
        let unit = field
            .units()
            .into_iter()
            .find(|key| words.contains_key(key));
        used.extend(unit);
        used.extend(match field.control() {
            Some(
                Control::Choice(names)
                | Control::Names(names)
                | Control::Stops(names)
                | Control::Inbox(names)
                | Control::Points(names, _),
            ) => names.into_iter().map(|(_, key)| key).collect(),
            _ => Vec::new(),
        });
    }
    used
}

#[cfg(feature = "desk")]
#[test]
fn the_desk_has_a_message_for_every_used_key_and_no_other() {
    let (english, words) = (english(), of_the_desk());
    let mut used = used_keys(&sources_of(&["src/desk"]), &patterns_of_the_desk());
    used.extend(keys_of_the_form(&words));
    let page = fs::read_to_string("static/desk/desk.html").unwrap();
    for attribute in ["data-say=\"", "data-label=\""] {
        let said = page.split(attribute).skip(1);
        used.extend(said.map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    let test = ["test.html", "test.js"]
        .map(|name| fs::read_to_string(format!("static/desk/{name}")).unwrap());
    used.extend(
        named_keys(&test.concat())
            .into_iter()
            .filter(|key| key.starts_with("test.")),
    );
    let shared = english.keys().map(|key| base(key)).collect();
    assert_used(&words, &shared, &used);
    for (key, message) in &words {
        assert!(
            !message.trim().is_empty() && !message.contains('<'),
            "{key}"
        );
        // One key has one meaning.
        assert!(
            !english.contains_key(key),
            "{key} is a word of the calculator too"
        );
    }
}

#[cfg(feature = "desk")]
#[test]
fn the_desk_has_all_messages_in_each_of_its_languages() {
    use takeon::desk::words::LANGUAGES;
    let english = of_the_desk();
    let bases: BTreeSet<&str> = english.keys().map(|key| base(key)).collect();
    for (tag, name) in LANGUAGES.into_iter().filter(|(tag, _)| *tag != "en") {
        let read = |folder: &str| -> BTreeMap<String, String> {
            let text = fs::read_to_string(format!("static/{folder}/{tag}.json")).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let words = read("desk");
        let known: BTreeSet<&str> = words.keys().map(|key| base(key)).collect();
        assert_eq!(known, bases, "{tag}");
        assert_eq!(read("locales")["language.name"], name);
        let places = |message: &str| -> BTreeSet<String> {
            let rests = message.split('{').skip(1);
            rests
                .map(|rest| rest.split('}').next().unwrap().to_owned())
                .collect()
        };
        for (key, message) in &words {
            let Some(said) = english.get(key) else {
                continue;
            };
            assert_eq!(places(message), places(said), "{tag}: {key}");
        }
    }
}
