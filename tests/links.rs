//! Links: those of every version open for ever, and whatever comes is a brief or a refusal.

#![allow(clippy::unwrap_used)]
#![allow(
    clippy::disallowed_macros,
    reason = "what is worked out once serves every test"
)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use common::{case, cases};
use proptest::prelude::*;
use serde_json::Value;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Deadline, Terms, Want, appraise};
use takeon::share::{MOST, Refusal, address, in_fragment, key, link, read, without};

fn terms() -> Terms {
    read_terms(include_str!("cases/terms.json")).unwrap()
}

/// The brief as a link carries it.
fn carried(brief: &Brief) -> Brief {
    Brief {
        cash_needed: None,
        ..brief.clone()
    }
}

/// Links of every version, each with the brief that it opens, in the file that keeps them. They are
/// never written anew: a link that somebody has been sent cannot be taken back.
#[test]
fn every_link_that_was_ever_made_opens_what_it_opened_then() {
    let mut opened = 0;
    let lines = include_str!("links/version-1.jsonl").lines();
    for line in lines {
        let golden: Value = serde_json::from_str(line).unwrap();
        let link = golden["link"].as_str().unwrap();
        let linked = read(link, &terms()).unwrap();
        let brief = read_brief(&golden["brief"].to_string(), &terms()).unwrap();
        assert_eq!(linked.brief, brief, "{link}");
        assert_eq!(linked.date.as_deref(), golden["date"].as_str(), "{link}");
        assert!(linked.unknown.is_empty(), "{link}");
        opened += 1;
    }
    assert!(opened >= 16, "{opened}");
}

#[test]
fn the_link_of_every_case_is_short_and_needs_no_escaping() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    for case in cases {
        let brief = read_brief(&case["brief"].to_string(), &terms()).unwrap();
        let link = link(&brief, None, &terms()).unwrap();
        assert!(link.len() < 300, "{} characters: {link}", link.len());
        assert!(
            link.chars()
                .all(|c| c.is_ascii_alphanumeric() || "-._~%".contains(c)),
            "{link}"
        );
        assert_eq!(read(&link, &terms()).unwrap().brief, carried(&brief));
    }
}

#[test]
fn names_that_are_not_known_are_named_and_the_rest_is_kept() {
    let text = "1.000000~p_fly~w_blog_m~w_rocket_3~e_moon_first-place~b_1500~z";
    let linked = read(text, &terms()).unwrap();
    assert_eq!(linked.unknown, ["fly", "rocket", "moon"]);
    assert!(linked.other_terms);
    assert_eq!(linked.brief.purpose, None);
    assert_eq!(linked.brief.promises, ["first-place"]);
    let [wish] = &linked.brief.wishes[..] else {
        panic!("{linked:?}")
    };
    assert_eq!(
        wish.want,
        Want::Service {
            service: "blog".into()
        }
    );
    assert!(linked.brief.budget.is_some());
}

#[test]
fn a_price_may_change_and_a_service_may_not_without_being_other_terms() {
    let mut changed = terms();
    let link = link(&Brief::default(), None, &changed).unwrap();
    changed.rate *= 2.0;
    changed.services.reverse();
    assert!(!read(&link, &changed).unwrap().other_terms);
    changed.services.pop();
    assert!(read(&link, &changed).unwrap().other_terms);
    let mut other_money = terms();
    other_money.currency = "DKK".into();
    assert!(read(&link, &other_money).unwrap().other_terms);
}

#[test]
fn what_is_no_link_is_refused() {
    for text in [
        "",
        "1",
        "1.",
        "1.z",
        "1.~z",
        "1.0000000~z",
        "1.00000g~z",
        "1.000000~zz",
        "1.000000~p_publish",
        "1.000000~~z",
        "1.000000~p~z",
        "1.000000~q_1~z",
        "1.000000~p_%~z",
        "1.000000~p_%ff~z",
        "1.000000~w_blog_0~z",
        "1.000000~w_blog_1.5~z",
        "1.000000~w_blog_10001~z",
        "1.000000~w_blog_x~z",
        "1.000000~o_Logo~z",
        "1.000000~o_Logo_3-2-1~z",
        "1.000000~o_Logo_1-2-3-4~z",
        "1.000000~c_uuu~z",
        "1.000000~c_uuuq~z",
        "1.000000~k_yyyyyyyy~z",
        "1.000000~r_x~z",
        "1.000000~d_-1~z",
        "1.000000~d_1e9~z",
        "1.000000~d_inf~z",
        "1.000000~d_NaN~z",
        "1.000000~d_1000000~z",
        "1.000000~b_~z",
        "1.000000~b_1_q~z",
        "1.000000~b_1_m_m~z",
        "0.000000~z",
        "01.000000~z",
        "-1.000000~z",
        "{\"brief\":{}}",
    ] {
        assert_eq!(read(text, &terms()), Err(Refusal::Broken), "{text}");
    }
    assert_eq!(read("2.anything", &terms()), Err(Refusal::Newer));
    let long = format!("1.000000~o_{}_m~z", "a".repeat(MOST));
    assert_eq!(read(&long, &terms()), Err(Refusal::Broken));
}

#[test]
fn a_brief_that_is_too_long_makes_no_link() {
    let name = "東京の新しい店のための小さなお知らせ".repeat(40);
    let brief = format!(r#"{{"wishes": [{{"name": "{name}", "size": "small"}}]}}"#);
    let brief = read_brief(&brief, &terms()).unwrap();
    assert_eq!(link(&brief, None, &terms()), None);
}

#[test]
fn a_date_goes_with_the_link_instead_of_weeks() {
    let brief = Brief {
        deadline: Some(Deadline::Weeks(7.857_142_857_142_857)),
        ..Brief::default()
    };
    let text = link(&brief, Some("2027-01-15"), &terms()).unwrap();
    let linked = read(&text, &terms()).unwrap();
    assert_eq!(linked.date.as_deref(), Some("2027-01-15"));
    assert_eq!(linked.brief.deadline, None);
    // What is no date does not get into a link.
    let text = link(&brief, Some("2027~b_1"), &terms()).unwrap();
    assert_eq!(read(&text, &terms()).unwrap().brief, brief);
}

#[test]
fn the_rest_of_a_fragment_is_left_alone() {
    let page = address("https://a.example/b?c#section&x=1", "takeon", "1.z");
    assert_eq!(page, "https://a.example/b?c#section&x=1&takeon=1.z");
    let (_, fragment) = page.split_once('#').unwrap();
    assert_eq!(in_fragment(fragment, "takeon"), Some("1.z"));
    assert_eq!(without(fragment, "takeon"), "section&x=1");
    assert_eq!(in_fragment("#mytakeon=1.z&takeonx=2", "takeon"), None);
    assert_eq!(in_fragment("#takeon-b=1.z", "takeon"), None);
    assert_eq!(key("b c&d=e#f"), "takeon-b%20c%26d%3De%23f");
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_brief_comes_back_from_its_link_to_the_bit(case in case(), day in 0u32..3) {
        let terms = read_terms(&case.terms.to_string()).unwrap();
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        let date = (day == 0).then_some("2027-01-15");
        let text = link(&brief, date, &terms).unwrap();
        let linked = read(&text, &terms).unwrap();
        prop_assert!(!linked.other_terms && linked.unknown.is_empty());
        let mut expected = carried(&brief);
        if matches!(expected.deadline, Some(Deadline::Weeks(_))) && date.is_some() {
            prop_assert_eq!(linked.date.as_deref(), date);
            expected.deadline = None;
        }
        prop_assert_eq!(linked.brief, expected);
    }

    #[test]
    fn any_name_comes_back_from_a_link(name in any::<String>()) {
        let brief = Brief {
            wishes: vec![takeon::engine::Wish {
                want: Want::Sized { name: name.clone(), size: takeon::engine::Size::Small },
                count: 1,
                priority: Default::default(),
                serves_purpose: None,
            }],
            ..Brief::default()
        };
        let text = link(&brief, None, &terms()).unwrap();
        prop_assert!(text.is_ascii() && !text.contains(['&', '#', '"', '<', ' ']));
        let linked = read(&text, &terms()).unwrap();
        let Want::Sized { name: back, .. } = &linked.brief.wishes[0].want else { panic!() };
        let odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert_eq!(back, &name.replace(odd, " "));
    }
}

/// What may stand in a link, and what may not.
const BITS: [&str; 40] = [
    "1.",
    "2.",
    "000000",
    "~",
    "~z",
    "z",
    "_",
    "p_",
    "w_",
    "o_",
    "c_",
    "e_",
    "k_",
    "r_",
    "d_",
    "b_",
    "publish",
    "blog",
    "first-place",
    "uuuu",
    "cpx-",
    "ydnyyyyn",
    "--------",
    "s",
    "m",
    "h",
    "open",
    "2027-01-15",
    "1500",
    "0.1",
    "4-8-16",
    "%20",
    "%",
    "%c3",
    "é",
    "\u{0}",
    "-",
    "&",
    "10000",
    "9e9",
];

proptest! {
    #![proptest_config(cases(200_000))]

    /// Whatever is read is a brief that can be appraised and written, and comes back the same.
    #[test]
    fn no_text_breaks_the_reading(
        bits in prop::collection::vec(prop::sample::select(&BITS[..]), 0..14),
        noise in ".{0,3}",
        framed in any::<bool>(),
    ) {
        let body = bits.concat() + &noise;
        let text = if framed { format!("1.000000~{body}~z") } else { body };
        TERMS.with(|terms| {
            let Ok(linked) = read(&text, terms) else { return Ok(()) };
            prop_assert!(appraise(&linked.brief, terms).is_ok(), "{}", text);
            if let Some(again) = link(&linked.brief, None, terms) {
                prop_assert_eq!(read(&again, terms).unwrap().brief, linked.brief);
            }
            Ok(())
        })?;
    }
}

thread_local! {
    static TERMS: Terms = terms();
}

/// A link that lost its end, or a sign of it, is refused or still a brief, and never a shorter brief
/// that looks whole.
#[test]
fn a_link_that_was_cut_off_is_refused() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    for case in cases {
        let brief = read_brief(&case["brief"].to_string(), &terms()).unwrap();
        let text = link(&brief, None, &terms()).unwrap();
        for end in 0..text.len() {
            assert_eq!(
                read(&text[..end], &terms()),
                Err(Refusal::Broken),
                "{}",
                &text[..end]
            );
        }
    }
}
