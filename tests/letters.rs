//! Letters: those of the plain-language cases as files to read aloud, and properties of all
//! letters.
//!
//! Every language with a file in `static/locales` has a folder in `tests/letters`. After a change that
//! is meant to change letters, write the new ones and read them:
//!
//! ```sh
//! TAKEON_PIN=1 cargo test --test letters
//! ```

#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;
#[path = "common/numbers.rs"]
mod numbers;
#[allow(dead_code, reason = "other tests need more of it")]
#[path = "common/written.rs"]
mod written;

use common::{case, cases};
use numbers::Plain;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use takeon::config::{read_brief, read_config, read_terms};
use takeon::engine::{
    Appraisal, Brief, Budget, CareKind, Change, Clause, Deadline, Offer, OfferKind, Reason, Terms,
    Verdict, Want, Wish, appraise, ballpark, rounding, sufficient,
};
use takeon::i18n::Words;
use takeon::i18n::speak;
use takeon::letter::{
    Author, Letter, MOST_MAIL, Request, Signature, Tone, mailto, merged, proposal, write,
};

/// Link in the letters of the files.
const LINK: &str = "https://studio-nord.example/start#takeon=1.…";

/// Returns the letter of an author, in a tone.
type Kind = (&'static str, Author, Tone);

/// Letters of every case.
const KINDS: [Kind; 4] = [
    ("From the shop, warm", Author::Shop, Tone::Warm),
    ("From the shop, plain", Author::Shop, Tone::Plain),
    ("From the shop, brief", Author::Shop, Tone::Brief),
    ("From the client", Author::Client, Tone::Warm),
];

/// Returns the words of every language that has a file, by its tag.
fn languages() -> Vec<(String, Words)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("static/locales").unwrap() {
        let path = entry.unwrap().path();
        let lang = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let messages = fs::read_to_string(&path).unwrap();
        let words = Words::new(&lang, Some(&messages), Box::new(Plain::of(&lang)));
        found.push((lang, words));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// Returns the terms of the cases in a language: names come from a ready-made shop with the same
/// ids.
fn terms(lang: &str) -> Terms {
    let read = |path: String| -> Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let mut terms = read("tests/cases/terms.json".to_owned());
    let shop = read("static/terms/web-studio.json".to_owned());
    let words = format!("static/terms/words/{lang}.json");
    let words = match fs::exists(&words) {
        Ok(true) => read(words),
        // English needs none, and a new language may have none yet.
        _ => Value::Null,
    };
    for list in ["purposes", "services", "promises", "partners"] {
        for thing in terms[list].as_array_mut().unwrap() {
            let known = shop["terms"][list].as_array().unwrap().iter();
            let Some(known) = known.clone().find(|known| known["id"] == thing["id"]) else {
                continue;
            };
            for said in ["name", "disclosure"] {
                if let Some(english) = known[said].as_str() {
                    thing[said] = words[english].as_str().unwrap_or(english).into();
                }
            }
        }
    }
    read_terms(&terms.to_string()).unwrap()
}

fn letter(words: &Words, terms: &Terms, brief: &Brief, kind: Kind) -> Letter {
    let appraisal = appraise(brief, terms).unwrap();
    let (_, writer, tone) = kind;
    // A client who could accept the first offer.
    let offers = appraisal.offers.iter().take(1);
    let accepts: Vec<String> = offers.map(|offer| offer.kind.name().to_owned()).collect();
    write(&Request {
        words,
        terms,
        brief,
        appraisal: &appraisal,
        writer,
        signature: Signature {
            name: "Anna Berg",
            reach: "anna@berg.example",
            accepts: &accepts,
        },
        tone,
        date: None,
        open: &[],
        link: Some(LINK),
        hello: None,
    })
}

/// Returns a name as a file name.
fn file_name(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!("{}.txt", words.join("-"))
}

#[test]
fn the_letters_of_all_cases_are_as_recorded() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    for (lang, words) in languages() {
        let terms = terms(&lang);
        let folder = Path::new("tests/letters").join(&lang);
        let mut written = BTreeMap::new();
        for case in &cases {
            let name = case["name"].as_str().unwrap();
            let brief = read_brief(&case["brief"].to_string(), &terms).unwrap();
            let mut page = format!("{name}\n");
            for kind in KINDS {
                let Letter { subject, text } = letter(&words, &terms, &brief, kind);
                page += &format!("\n==== {} ====\n\n{subject}\n\n{text}\n", kind.0);
            }
            written.insert(file_name(name), page);
        }
        if std::env::var_os("TAKEON_PIN").is_some() {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            for (name, page) in &written {
                fs::write(folder.join(name), page).unwrap();
            }
        }
        let kept = fs::read_dir(&folder).map_or(0, Iterator::count);
        assert_eq!(kept, written.len(), "letters in {}", folder.display());
        for (name, page) in &written {
            let path = folder.join(name);
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                *page == kept,
                "{} would be\n{page}\nIs that meant? TAKEON_PIN=1 cargo test --test letters",
                path.display()
            );
        }
    }
}

#[test]
fn every_wish_of_an_offer_in_two_phases_is_named() {
    let (words, terms) = (english(), terms("en"));
    let wish =
        |name: String, priority: &str| json!({"name": name, "hours": 20, "priority": priority});
    let now = (0..5).map(|n| wish(format!("Now {n}"), "must"));
    let later = (0..5).map(|n| wish(format!("Later {n}"), "could"));
    let wishes: Vec<Value> = now.chain(later).collect();
    let in_phases = |thousands: u32| {
        let brief = json!({
            "wishes": wishes, "deadline": {"weeks": 60}, "budget": {"fixed": 1000 * thousands},
            "pay": "deposit", "conditions": {
                "contentReady": true, "contact": "weekly", "phased": true, "decider": true, "written": true,
            },
        });
        let brief = read_brief(&brief.to_string(), &terms).unwrap();
        let appraisal = appraise(&brief, &terms).unwrap();
        let kind = appraisal.offers.first()?.kind;
        let is_no = !matches!(appraisal.verdict, Verdict::Take | Verdict::Ask);
        (is_no && matches!(kind, OfferKind::Less | OfferKind::Phase)).then_some(brief)
    };
    let brief = (5..40).find_map(in_phases).unwrap();
    for kind in KINDS.into_iter().filter(|kind| kind.1 == Author::Shop) {
        let text = letter(&words, &terms, &brief, kind).text;
        for wish in &brief.wishes {
            let Want::Estimated { name, .. } = &wish.want else {
                unreachable!()
            };
            assert!(text.contains(&format!("“{name}”")), "{name} in {text}");
        }
    }
}

#[test]
fn the_shop_offers_a_call_only_where_it_expects_a_reply() {
    let page = "https://cal.example/nord";
    let words = english();
    let (mut with, mut without) = (0, 0);
    for (name, terms, brief) in cases_of_every_file("en") {
        let mut booked = terms.clone();
        booked.shop.booking = Some(page.to_owned());
        let verdict = appraise(&brief, &terms).unwrap().verdict;
        for kind in KINDS {
            let plain = letter(&words, &terms, &brief, kind).text;
            let offered = letter(&words, &booked, &brief, kind).text;
            if offered.contains(page) {
                let line =
                    format!("If you would rather talk about it, pick a time here: {page}\n\n");
                assert_eq!(offered.replacen(&line, "", 1), plain, "{name}");
                assert!(
                    kind.1 == Author::Shop && verdict != Verdict::Decline,
                    "{name}"
                );
                with += 1;
            } else {
                assert_eq!(offered, plain, "{name}");
                without += 1;
            }
        }
    }
    assert!(with > 20 && without > 20, "{with} with, {without} without");
}

/// Text with everything that may break a letter, a mail or a page.
const NASTY: &str = "A\r\nBcc: all@example.com\r\n\r\n<img src=x onerror=alert(1)>&subject=x\u{202e}{link}%0D%0A\u{0}";

/// Returns every letter of a case.
fn all_letters(words: &Words, terms: &Terms, brief: &Brief) -> Vec<Letter> {
    let mut letters = Vec::new();
    for writer in [Author::Shop, Author::Client] {
        for tone in Tone::ALL {
            letters.push(letter(words, terms, brief, ("", writer, tone)));
        }
    }
    letters
}

/// Fails unless a letter has a subject, and no empty paragraph.
fn assert_whole(letter: &Letter) {
    let Letter { subject, text } = letter;
    assert!(
        !subject.trim().is_empty() && !subject.contains('\n'),
        "{subject}"
    );
    for paragraph in text.split("\n\n") {
        for line in paragraph.split('\n') {
            // No placeholder is left, and no value is missing.
            for bad in ["{", "}", "  ", " .", " ,", "– –", "()"] {
                assert!(!line.contains(bad), "{bad:?} in {line:?} of\n{text}");
            }
            assert!(
                !line.trim().is_empty() && line != "–" && line.trim() == line,
                "{line:?} of\n{text}"
            );
        }
        let announces = paragraph.ends_with(':') && !paragraph.ends_with("answers:");
        assert!(!announces, "{paragraph:?} announces nothing in\n{text}");
    }
}

/// Returns the numbers in a text, as written: from digit to digit.
fn numbers_in(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
        .collect()
}

/// Returns the amounts of money in an English text, as written.
fn amounts_in(text: &str) -> BTreeSet<&str> {
    text.split("EUR ")
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
            rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ','])
        })
        .collect()
}

#[test]
fn amounts_are_found_anywhere_in_a_text() {
    let text = "EUR 72.14. From EUR 1,234,56 hours, or EUR 150, EUR 9.5 (EUR 80)\nEUR 7";
    let all = ["72.14", "1,234,56", "150", "9.5", "80", "7"];
    assert_eq!(amounts_in(text), BTreeSet::from(all));
    assert_eq!(numbers_in(text), BTreeSet::from(all));
}

/// Returns the amounts that a letter may name: those of the client, the prices of the shop, the
/// sufficient ones, and those of the clauses.
fn public_amounts(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> BTreeSet<String> {
    let mut amounts: Vec<f64> = brief.so_far.iter().map(|so_far| so_far.paid).collect();
    let mut add_budget = |budget: Budget| {
        amounts.extend(budget.amount().into_iter().chain(budget.most()));
        if let Budget::Hourly { rate, .. } = budget {
            amounts.extend(rate);
        }
    };
    let asked = |offer: &Offer| offer.brief.budget;
    let budgets = appraisal.offers.iter().filter_map(asked);
    budgets.chain(brief.budget).for_each(&mut add_budget);
    for costs in brief.wishes.iter().filter_map(|wish| wish.costs) {
        amounts.extend([costs.once, costs.monthly]);
    }
    for reason in &appraisal.reasons {
        match reason {
            Reason::Budget { money, rate, .. } => amounts.extend(rate.or(Some(*money))),
            Reason::MoneyHolds { p80, .. } => amounts.push(rounding::two_digits(*p80)),
            Reason::Costs { money, .. } => amounts.push(rounding::two_digits(*money)),
            Reason::Smallest { money, smallest } => amounts.extend([*money, *smallest]),
            _ => {}
        }
    }
    // Its price, and the usual one.
    let price = ballpark(brief, terms).price;
    amounts.extend([price.1, price.1 / terms.care_months]);
    let usual = [appraisal.price.p50, appraisal.price.p80, price.0];
    amounts.extend(usual.map(rounding::two_digits));
    amounts.extend(usual.map(|price| rounding::two_digits(price / terms.care_months)));
    amounts.push(terms.rate / terms.net_factor());
    // Fees of the kinds of care that are sold, one or several.
    let fees = CareKind::ALL.map(|kind| terms.care[kind].price_per_month.unwrap_or_default());
    amounts.extend((1..16).map(|some| {
        let among = fees
            .iter()
            .enumerate()
            .filter(|(at, _)| some & (1 << at) != 0);
        among.map(|(_, fee)| fee).sum::<f64>()
    }));
    for offer in appraisal
        .offers
        .iter()
        .filter(|offer| offer.kind == OfferKind::Start)
    {
        let (low, enough) = ballpark(&offer.brief, terms).price;
        for months in [1.0, terms.care_months] {
            amounts.extend([rounding::two_digits(low / months), enough / months]);
        }
    }
    let enough = sufficient(brief, terms, appraisal);
    amounts.extend(enough.and_then(|enough| enough.money));
    for change in appraisal.offers.iter().flat_map(|offer| &offer.changes) {
        match change {
            Change::Hourly { rate, pays, .. } => {
                amounts.push(*rate);
                amounts.extend([pays.p50, pays.p80, pays.p90].map(rounding::two_digits));
            }
            Change::Budget { exact, .. } => amounts.push(rounding::two_digits(*exact)),
            _ => {}
        }
    }
    for clause in terms.check(brief).unwrap().agreement() {
        match clause {
            Clause::Price { payments, .. } => {
                let whole = payments.iter().map(|payment| payment.money.round());
                let whole: Vec<f64> = whole.take(payments.len().saturating_sub(1)).collect();
                let all: f64 = payments.iter().map(|payment| payment.money).sum();
                amounts.push(whole.iter().fold(all, |left, money| left - money));
                amounts.extend(whole);
            }
            Clause::Changes { rate } => amounts.push(rate),
            Clause::Costs { once, monthly, .. } => amounts.extend([once, monthly]),
            _ => {}
        }
    }
    let written = |amount| words.money(amount, "EUR").replace("EUR ", "");
    amounts.into_iter().map(written).collect()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_letter_is_whole_and_names_no_amount_that_is_the_shop_s_own(case in case()) {
        let mut terms = read_terms(&case.terms.to_string()).unwrap();
        // Numbers without any other source.
        terms.floor_rate = (terms.floor_rate * 0.999 + 0.000_7).min(terms.rate);
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        let words = english();
        let appraisal = appraise(&brief, &terms).unwrap();
        let public = public_amounts(&words, &terms, &brief, &appraisal);
        let mut secrets = vec![terms.floor_rate];
        let earns = appraisal.earns_per_hour;
        secrets.extend(earns.into_iter().flat_map(|earns| [earns.p10, earns.p50, earns.p90]));
        // To the cent no other figure is equal, even without a currency. By the hour they may be a
        // price: the rate is then what an hour earns, and an offer may ask for the floor rate.
        let secrets: Vec<String> = secrets.into_iter().map(|secret| words.number(secret, 2)).collect();
        let to_the_cent = |secret: &&String| !public.contains(*secret)
            && secret.rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 2);
        for letter in all_letters(&words, &terms, &brief) {
            assert_whole(&letter);
            for amount in amounts_in(&letter.text) {
                prop_assert!(public.contains(amount), "EUR {amount} in\n{}", letter.text);
            }
            for secret in secrets.iter().filter(to_the_cent) {
                prop_assert!(!numbers_in(&letter.text).contains(&**secret), "{secret} in\n{}", letter.text);
            }
            if let Some(address) = mailto(Some("we@shop.example"), &letter) {
                prop_assert!(address.len() <= MOST_MAIL && address.is_ascii());
            }
        }
    }
}

#[test]
fn no_letter_has_answers_that_only_the_shop_knows() {
    let stops = ["unlawful", "outsideWhatWeDo", "openCall", "insider"];
    let mut terms: Value = serde_json::from_str(include_str!("cases/terms.json")).unwrap();
    terms["wins"] = json!({ "few": 0.35, "open": 0.1, "insider": 0.1 });
    let lenient = read_terms(&terms.to_string()).unwrap();
    terms["stops"] = json!(stops);
    let strict = read_terms(&terms.to_string()).unwrap();
    let ours = [
        json!({ "lawful": false }),
        json!({ "fit": false }),
        json!({ "rivals": "open", "bidHours": 9 }),
        json!({ "rivals": "insider", "bidHours": 9 }),
        json!({ "rivals": "few", "bidHours": 40, "doubt": true }),
    ];
    let mut said_no = 0;
    for (lang, words) in languages() {
        let secrets: Vec<String> = stops
            .iter()
            .map(|stop| words.get_for("reason.stop.{}", stop))
            .collect();
        let bid = words.get("reason.bid");
        let bid = bid.split(['{', '}']).next().unwrap().trim();
        for ours in &ours {
            let document = json!({
                "wishes": [{ "name": "A shop", "size": "medium", "priority": "must" }],
                "deadline": { "weeks": 30 }, "budget": { "fixed": 4000 }, "ours": ours, "cashNeeded": true,
            });
            for (terms, stops) in [(&lenient, false), (&strict, true)] {
                let brief = read_brief(&document.to_string(), terms).unwrap();
                let is_secret = appraise(&brief, terms)
                    .unwrap()
                    .stops
                    .iter()
                    .any(|stop| stop.is_internal());
                for letter in all_letters(&words, terms, &brief) {
                    for secret in secrets.iter().map(String::as_str).chain([bid]) {
                        assert!(!letter.text.contains(secret), "{lang}: {}", letter.text);
                    }
                }
                let from_the_shop = KINDS.into_iter().filter(|kind| kind.1 == Author::Shop);
                for kind in from_the_shop.filter(|_| stops && is_secret) {
                    let text = letter(&words, terms, &brief, kind).text;
                    assert!(
                        !text.contains(LINK) && !text.contains("EUR"),
                        "{lang}: {text}"
                    );
                    assert!(
                        text.contains(&words.get("letter.decline.plain")),
                        "{lang}: {text}"
                    );
                    said_no += 1;
                }
            }
        }
    }
    assert!(said_no > 100, "{said_no}");
}

#[test]
fn an_unchanged_brief_leaves_an_edited_letter_as_it_is() {
    let before = "Hi.\n\nBye.";
    assert_eq!(
        merged("Hi.\n\nSee you.", before, before).as_deref(),
        Some("Hi.\n\nSee you.")
    );
}

#[test]
fn a_refusal_names_a_budget_that_is_too_low_under_any_condition() {
    let mut terms: Value = serde_json::from_str(include_str!("cases/terms.json")).unwrap();
    terms["stops"] = json!([{ "id": "notWritten", "lift": true }]);
    let terms = read_terms(&terms.to_string()).unwrap();
    let words = Words::new("en", None, Box::new(Plain::of("en")));
    let refusal = |money: f64| {
        let document = json!({
            "wishes": [{ "name": "An app", "size": "large", "priority": "must" }],
            "budget": { "fixed": money }, "conditions": { "written": false },
        });
        let brief = read_brief(&document.to_string(), &terms).unwrap();
        assert_eq!(appraise(&brief, &terms).unwrap().verdict, Verdict::Decline);
        letter(&words, &terms, &brief, KINDS[0]).text
    };
    let condition = words.get("reason.stop.notWritten");
    let hopeless = refusal(200.0);
    assert!(
        hopeless.contains("your budget is EUR 200.") && hopeless.contains(&condition),
        "{hopeless}"
    );
    // A budget of nothing is not compared with.
    let unpaid = refusal(0.0);
    assert!(!unpaid.contains("EUR"), "{unpaid}");
}

#[test]
fn every_referral_discloses_the_shop_s_interest() {
    let terms = read_terms(include_str!("cases/terms.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    let words = Words::new("en", None, Box::new(Plain::of("en")));
    let mut referred = 0;
    for case in &cases {
        let brief = read_brief(&case["brief"].to_string(), &terms).unwrap();
        for letter in all_letters(&words, &terms, &brief) {
            for line in letter
                .text
                .lines()
                .filter(|line| line.contains("inkhouse.example"))
            {
                assert!(line.contains("We hold shares in Inkhouse."), "{line}");
                referred += 1;
            }
        }
    }
    assert!(referred >= 3, "{referred}");
}

#[test]
fn no_name_adds_a_line_a_header_or_a_placeholder() {
    let replaced = |name: &str| {
        include_str!("cases/terms.json").replace(
            &format!("\"name\": \"{name}\""),
            &format!("\"name\": {}", json!(NASTY)),
        )
    };
    let words = Words::new("en", None, Box::new(Plain::of("en")));
    let brief = |terms: &Terms| {
        let document = json!({
            "wishes": [{ "service": "blog", "priority": "must" }, { "name": NASTY, "size": "small" }],
            "deadline": { "weeks": 3 }, "budget": { "fixed": 1500 },
        });
        read_brief(&document.to_string(), terms).unwrap()
    };
    let mut seen = 0;
    for name in ["Inkhouse", "Studio Nord"] {
        let terms = read_terms(&replaced(name)).unwrap();
        let plain = read_terms(include_str!("cases/terms.json")).unwrap();
        let (nasty, usual) = (
            all_letters(&words, &terms, &brief(&terms)),
            all_letters(&words, &plain, &brief(&plain)),
        );
        for (letter, usual) in nasty.iter().zip(&usual) {
            assert_eq!(
                letter.text.lines().count(),
                usual.text.lines().count(),
                "{}",
                letter.text
            );
            assert!(
                !letter.subject.contains(['\r', '\n', '\u{202e}']),
                "{}",
                letter.subject
            );
            assert!(
                !letter.text.contains(['\r', '\u{202e}', '\u{0}']),
                "{}",
                letter.text
            );
            seen += usize::from(letter.text.contains("Bcc:"));
            let short = Letter {
                subject: letter.subject.clone(),
                text: NASTY.to_owned(),
            };
            let address = mailto(Some("a@b.example?bcc=c\r\n&x"), &short).unwrap();
            let (to, rest) = address.split_once('?').unwrap();
            assert_eq!(to, "mailto:a@b.example%3Fbcc%3Dc%0D%0A%26x");
            assert_eq!(rest.matches(['&', '=', '?']).count(), 3, "{rest}");
        }
    }
    assert!(seen > 8, "{seen}");
}

/// English as in its file.
fn english() -> Words {
    let messages = fs::read_to_string("static/locales/en.json").unwrap();
    Words::in_parts(&[messages], "en", &[], Box::new(Plain::of("en")))
}

/// Replaces the English texts of a ready-made shop by those of a language.
fn translate(value: &mut Value, words: &Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| translate(value, words)),
        Value::Object(members) => {
            for (member, value) in members {
                let is_said = ["name", "note", "disclosure", "unit"].contains(&&**member);
                match value.as_str().and_then(|english| words[english].as_str()) {
                    Some(said) if is_said => *value = said.into(),
                    _ => translate(value, words),
                }
            }
        }
        _ => {}
    }
}

/// Returns every case with its name: the plain-language cases of both versions, and public
/// requests.
fn cases_of_every_file(lang: &str) -> Vec<(String, Terms, Brief)> {
    // English needs none.
    let words = fs::read_to_string(format!("static/terms/words/{lang}.json"));
    let words: Value = serde_json::from_str(words.as_deref().unwrap_or("{}")).unwrap();
    let terms_in = |mut terms: Value| {
        translate(&mut terms, &words);
        read_terms(&terms.to_string()).unwrap()
    };
    let mut all = Vec::new();
    for case in written::written() {
        let terms = terms_in(case.terms);
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        all.push((case.name, terms, brief));
    }
    let real: Vec<Value> = serde_json::from_str(include_str!("cases/real.json")).unwrap();
    for case in &real {
        let shop = case["terms"].as_str().unwrap();
        let config = fs::read_to_string(format!("static/terms/{shop}.json")).unwrap();
        let mut config: Value = serde_json::from_str(&config).unwrap();
        if let Some(own) = case["with"].as_object() {
            config["terms"].as_object_mut().unwrap().extend(own.clone());
        }
        let terms = terms_in(config["terms"].take());
        let brief = read_brief(&case["brief"].to_string(), &terms).unwrap();
        all.push((case["id"].to_string(), terms, brief));
    }
    all
}

#[test]
#[ignore = "prints every letter of every case, to be read aloud; KIND names those to print, SPOKEN a language"]
#[allow(clippy::disallowed_macros, reason = "it prints")]
fn aloud() {
    let kind = std::env::var("KIND").unwrap_or_default();
    let lang = std::env::var("SPOKEN").unwrap_or("en".to_owned());
    let mut all = languages().into_iter();
    let (_, words) = all.find(|(of, _)| *of == lang).unwrap();
    for (name, terms, brief) in cases_of_every_file(&lang) {
        let appraisal = appraise(&brief, &terms).unwrap();
        let offers: Vec<&str> = appraisal.offers.iter().map(|it| it.kind.name()).collect();
        println!("\n######## {name}\n{} {offers:?}", appraisal.verdict.name());
        for kind in KINDS.into_iter().filter(|it| it.0.contains(&*kind)) {
            let Letter { subject, text } = letter(&words, &terms, &brief, kind);
            println!("\n==== {}: {}\n\n{subject}\n\n{text}", kind.0, count(&text));
        }
    }
}

#[test]
fn both_letters_ask_for_the_rate_of_the_shop_and_name_every_change_of_the_deal() {
    let words = english();
    let all = cases_of_every_file("en");
    let texts = |part: &str| {
        let mut all = all.iter();
        let (_, terms, brief) = all.find(|(name, ..)| name.contains(part)).unwrap();
        let [shop, _, _, client] = KINDS.map(|kind| letter(&words, terms, brief, kind).text);
        [shop, client]
    };
    for text in texts("An hour that is paid with less") {
        assert!(text.contains("EUR 80 an hour"), "{text}");
        assert!(!text.contains("EUR 64"), "{text}");
    }
    for text in texts("three-pages-46k") {
        assert!(text.contains("17 weeks"), "{text}");
        assert!(text.contains("EUR 17,000 instead of EUR 13,800"), "{text}");
    }
    let [shop, _] = texts("great-money-tight-stomach");
    assert!(
        !shop.contains("351,000"),
        "a start costs what it costs\n{shop}"
    );
    let [shop, _] = texts("pharma-by-committee");
    assert!(shop.contains("– One person can decide"), "{shop}");
}

/// Counts the words of a letter, without the bullets.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| *word != "–").count()
}

/// Returns a text without the names in it.
fn nameless(text: &str) -> String {
    text.split(['“', '”']).step_by(2).collect()
}

/// Counts the figures in a text, except those in names and those that count names.
fn figures(text: &str) -> usize {
    let text = nameless(text);
    let words: Vec<&str> = text.split_whitespace().chain([""]).collect();
    let counts = |next: &str| next.starts_with("more") || next == "×";
    let is_figure = |pair: &&[&str]| !numbers(pair[0]).is_empty() && !counts(pair[1]);
    words.windows(2).filter(is_figure).count()
}

/// Returns the numbers in a text, in its order.
fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|number| number.trim_matches(['.', ',']).replace(',', ""))
        .filter_map(|number| number.parse().ok())
        .collect()
}

#[test]
fn every_letter_is_short_and_repeats_nothing() {
    let words = english();
    let bar = "we say yes at";
    let mut with_a_way = 0;
    for (name, terms, brief) in cases_of_every_file("en") {
        let appraisal = appraise(&brief, &terms).unwrap();
        let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
        let is_yes = appraisal.verdict == Verdict::Take;
        let [warm, plain, short, client] = KINDS.map(|kind| letter(&words, &terms, &brief, kind));
        for Letter { text, .. } in [&warm, &plain, &short] {
            let said = text.replace(LINK, "");
            assert!(text.matches(bar).count() <= 1, "{name}\n{text}");
            // The answer and its reasons have at most four figures. A yes has its price, its date
            // and the required odds.
            let answer = text.split("\n\n").nth(1).unwrap();
            let most = if is_yes { 7 } else { 4 };
            assert!(figures(answer) <= most, "{name}\n{answer}");
            let sentences: Vec<&str> = said
                .split(['.', '\n'])
                .map(str::trim)
                .filter(|sentence| sentence.split(' ').count() > 3)
                .collect();
            let different: BTreeSet<&&str> = sentences.iter().collect();
            assert_eq!(sentences.len(), different.len(), "twice in {name}\n{text}");
            // Instalments may be equal.
            for amount in amounts_in(&said).into_iter().filter(|_| !is_yes) {
                let times = amounts_in_order(&said).filter(|it| *it == amount).count();
                assert!(times <= 2, "{amount} {times} times in {name}\n{text}");
            }
            // Letters to a client have money instead of hours. A gift has no other unit.
            let hours = ["an hour", "by the hour", "By the hour", "within hours"];
            let hours = hours
                .iter()
                .fold(nameless(&said), |said, known| said.replace(known, ""));
            assert!(is_gift || !hours.contains("hour"), "{name}\n{text}");
            let lower = text.to_lowercase();
            assert!(
                !lower.contains('!') && !lower.contains("unfortunately"),
                "{text}"
            );
            let shop = &terms.shop.name;
            assert!(
                text.ends_with(&format!("\n\nKind regards,\n{shop}")),
                "{text}"
            );
        }
        let has_way = matches!(appraisal.verdict, Verdict::Reshape | Verdict::Refer);
        let is_long = has_way && !appraisal.offers.is_empty();
        let least = if is_long { 70 } else { 30 };
        let more = if has_partner(&appraisal) {
            FOR_A_PARTNER
        } else {
            0
        };
        let most = MOST_WORDS + more;
        for letter in [&warm, &plain] {
            let words = count(&letter.text);
            assert!(
                (least..=most).contains(&words),
                "{words} in {name}\n{}",
                letter.text
            );
        }
        with_a_way += usize::from(has_way);
        let (long, brief_words) = (count(&plain.text), count(&short.text));
        assert!(
            brief_words <= 96 && brief_words < long,
            "{brief_words} in {name}\n{}",
            short.text
        );
        let (said, _) = client.text.split_once("———").unwrap();
        assert!(
            count(said) <= MOST_WORDS,
            "{} in {name}\n{}",
            count(said),
            client.text
        );
        if appraisal.verdict == Verdict::Take {
            assert!(warm.text.contains("just reply"), "{}", warm.text);
            if let Some(Budget::Fixed(_) | Budget::Monthly(_)) = brief.budget {
                let own = words.money(
                    brief.budget.and_then(Budget::amount).unwrap(),
                    &terms.currency,
                );
                assert!(warm.text.contains(&own), "{own} in\n{}", warm.text);
            }
        }
    }
    assert!(with_a_way > 40, "{with_a_way}");
}

/// Maximum number of words of a letter.
const MOST_WORDS: usize = 130;

/// Additional words for a referral with its disclosure.
const FOR_A_PARTNER: usize = 12;

fn has_partner(appraisal: &Appraisal) -> bool {
    matches!(appraisal.verdict, Verdict::Refer | Verdict::Decline) && appraisal.referral.is_some()
}

/// Returns the amounts of money in an English text, in their order and with repetitions.
fn amounts_in_order(text: &str) -> impl Iterator<Item = &str> {
    text.split("EUR ").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ','])
    })
}

/// Returns every figure that the shop discloses to a client: money and hours in the letters, and
/// every number in the brief behind their link.
fn given_away(words: &Words, terms: &Terms, brief: &Brief) -> (&'static str, Vec<f64>) {
    let appraisal = appraise(brief, terms).unwrap();
    let mut given = Vec::new();
    for kind in KINDS.into_iter().filter(|kind| kind.1 == Author::Shop) {
        let text = letter(words, terms, brief, kind).text;
        given.extend(amounts_in_order(&text).flat_map(numbers));
        let before: Vec<&str> = text.split(" hour").collect();
        let before = before.iter().take(before.len() - 1);
        given.extend(before.filter_map(|text| numbers(text.rsplit(' ').next()?).last().copied()));
    }
    let offer = proposal(terms, &appraisal);
    if let Some(offer) = &offer {
        let mut opened = serde_json::to_value(&offer.brief).unwrap();
        // Weeks reveal as little as those of the letter, and counts reveal nothing.
        opened["deadline"] = Value::Null;
        for wish in opened["wishes"].as_array_mut().unwrap() {
            wish["count"] = Value::Null;
        }
        add_numbers(&opened, &mut given);
    }
    let offered = offer.map(|offer| offer.kind.name());
    (offered.unwrap_or_default(), given)
}

/// Collects every number of a document.
fn add_numbers(document: &Value, all: &mut Vec<f64>) {
    match document {
        Value::Number(number) => all.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| add_numbers(item, all)),
        Value::Object(members) => members.values().for_each(|item| add_numbers(item, all)),
        _ => {}
    }
}

/// Returns `false` if a client could divide two figures: money that follows from the floor rate,
/// and a figure that follows from the work alone, such as hours, or their cost at another rate.
fn is_safe(at_once: &[f64], cheaper: &[f64], longer: &[f64]) -> bool {
    let all = || 0..at_once.len();
    let rests_on_rate = all().any(|at| at_once[at] != cheaper[at]);
    let rests_on_work = all().any(|at| at_once[at] == cheaper[at] && at_once[at] != longer[at]);
    !(rests_on_rate && rests_on_work)
}

proptest! {
    #![proptest_config(cases(600))]

    /// Returns the same case with another floor rate, and with more work. Prices move with both; no
    /// other disclosed figure may move with the work alone.
    #[test]
    fn the_floor_rate_cannot_be_derived_from_a_letter(case in case()) {
        let terms = read_terms(&case.terms.to_string()).unwrap();
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        let (mut cheaper, mut longer) = (terms.clone(), terms.clone());
        // Far enough that rounding does not hide it: otherwise only the more precise figure would
        // seem to move.
        cheaper.floor_rate *= 0.4;
        longer.overrun.median *= 1.3;
        longer.overrun.p90 *= 1.3;
        let words = english();
        let [at_once, cheaper, longer] =
            [&terms, &cheaper, &longer].map(|terms| given_away(&words, terms, &brief));
        // Only letters that differ in figures alone can be compared.
        let of = |it: &(&'static str, Vec<f64>)| (it.0, it.1.len());
        prop_assume!(of(&at_once) == of(&cheaper) && of(&at_once) == of(&longer));
        prop_assert!(
            is_safe(&at_once.1, &cheaper.1, &longer.1),
            "{at_once:?}\n{cheaper:?}\n{longer:?}\n{}",
            letter(&words, &terms, &brief, KINDS[0]).text
        );
    }

    /// Terms for visitors have no floor rate, so that no page, event or link can reveal it.
    #[cfg(feature = "desk")]
    #[test]
    fn nothing_that_visitors_see_depends_on_the_floor_rate(case in case()) {
        let answered = |share: f64| {
            let mut terms = case.terms.clone();
            terms["floorRate"] = json!(share * terms["rate"].as_f64().unwrap());
            let config = json!({ "terms": terms });
            let public = takeon::desk::sheet::public(&config, false);
            let terms = read_terms(&public["terms"].to_string()).unwrap();
            let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
            let words = english();
            let appraisal = appraise(&brief, &terms).unwrap();
            let mut said = vec![public.to_string(), serde_json::to_string(&appraisal).unwrap()];
            said.push(speak::headline(&words, &terms, &brief, &appraisal, None));
            said.extend(all_letters(&words, &terms, &brief).into_iter().map(|letter| letter.text));
            said
        };
        prop_assert_eq!(answered(0.6), answered(0.97));
    }
}

#[test]
fn hours_and_a_price_reveal_the_floor_rate() {
    // 53 hours and 3,685 at 70 an hour; at 66 the price falls, and with more work both rise.
    let [told, cheaper, longer] = [[53.0, 3685.0], [53.0, 3464.0], [57.0, 3943.0]];
    assert!(!is_safe(&told, &cheaper, &longer));
    let [told, cheaper, longer] = [[1500.0, 3700.0], [1500.0, 3500.0], [1500.0, 3900.0]];
    assert!(is_safe(&told, &cheaper, &longer));
}

#[test]
fn a_client_who_is_in_a_hurry_does_not_write_that_there_is_no_date() {
    let shop = fs::read_to_string("static/terms/web-studio.json").unwrap();
    let (words, terms) = (english(), read_config(&shop).unwrap().terms);
    let brief = Brief {
        wishes: Wish::only(Want::Service {
            service: terms.services[0].id.clone(),
        }),
        deadline: Some(Deadline::Open),
        budget: Some(Budget::fixed(1500.0)),
        ..Brief::default()
    };
    let appraisal = appraise(&brief, &terms).unwrap();
    let letter = |date| {
        write(&Request {
            words: &words,
            terms: &terms,
            brief: &brief,
            appraisal: &appraisal,
            writer: Author::Client,
            signature: Signature::default(),
            tone: Tone::Warm,
            date,
            open: &[],
            link: None,
            hello: None,
        })
        .text
    };
    assert!(letter(None).contains("There is no fixed date."));
    let hurried = letter(Some("asap"));
    assert!(hurried.contains("As for the date: “asap”."), "{hurried}");
    assert!(!hurried.contains("no fixed date"), "{hurried}");
}

#[test]
fn a_yes_with_conditions_is_followed_by_them() {
    let mut listed = BTreeSet::new();
    for (lang, words) in languages() {
        for (name, terms, brief) in cases_of_every_file(&lang) {
            let appraisal = appraise(&brief, &terms).unwrap();
            let offers = appraisal.offers.iter().take(1);
            let offers: Vec<String> = offers.map(|offer| offer.kind.name().to_owned()).collect();
            for accepts in [&[][..], &offers[..]] {
                let letter = write(&Request {
                    words: &words,
                    terms: &terms,
                    brief: &brief,
                    appraisal: &appraisal,
                    writer: Author::Client,
                    signature: Signature {
                        name: "",
                        reach: "",
                        accepts,
                    },
                    tone: Tone::Warm,
                    date: None,
                    open: &[],
                    link: None,
                    hello: None,
                });
                // "With a few points settled, it would take …"
                if accepts.is_empty()
                    && appraisal.verdict != Verdict::Take
                    && let Some(to_settle) = speak::to_settle(&words, &terms, &brief, &appraisal)
                    && let Some((_, after)) = letter.text.split_once(&to_settle)
                {
                    let title = words.get("letter.client.points");
                    let is_listed = after.starts_with(&format!("\n\n{title}\n– "));
                    assert!(is_listed, "{lang}, {name}: {}", letter.text);
                    listed.insert("settled");
                }
                let said = |key: &str| {
                    let said = words.get(&format!("letter.client.{key}"));
                    letter
                        .text
                        .split_once(&said)
                        .map(|(_, after)| after.to_owned())
                };
                let accepted = format!("\n\n{}\n– ", words.get("letter.client.accepts"));
                if let Some(after) = said("says.change") {
                    assert!(
                        after.starts_with(&accepted),
                        "{lang}, {name}: {}",
                        letter.text
                    );
                }
                if let Some(after) = said("says.points") {
                    assert!(after.starts_with("\n– "), "{lang}, {name}: {}", letter.text);
                    listed.insert(appraisal.verdict.name());
                }
            }
        }
    }
    // The questions of an open answer, the changes of an offer, and the basis of a price.
    for kind in ["ask", "reshape", "settled"] {
        assert!(listed.contains(kind), "{listed:?}");
    }
}
