//! Links: those of every version open for ever, and any text gives a brief or a refusal.

#![allow(clippy::unwrap_used)]
#![allow(
    clippy::disallowed_macros,
    reason = "what is worked out once serves every test"
)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use common::{case, cases};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Budget, Deadline, Pay, ShopFacts, Terms, Want, Wish, appraise};
use takeon::share::{
    LinkError, MOST, SentAnswer, address, in_fragment, key, link, read, sent_answer, without,
};

fn terms() -> Terms {
    read_terms(include_str!("cases/terms.json")).unwrap()
}

/// Returns the brief as a link carries it.
fn merged(brief: &Brief) -> Brief {
    Brief {
        cash_needed: None,
        ours: ShopFacts::default(),
        ..brief.clone()
    }
}

/// Links of every version, each with the brief that it opens. The file is never regenerated: a link
/// that was sent cannot be taken back.
#[test]
fn links_of_every_version_open_the_same_brief() {
    let versions = [
        include_str!("links/version-1.jsonl"),
        include_str!("links/version-2.jsonl"),
    ];
    for version in versions {
        let mut opened = 0;
        for line in version.lines() {
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
}

#[test]
fn links_are_written_in_the_latest_version() {
    for line in include_str!("links/version-2.jsonl").lines() {
        let golden: Value = serde_json::from_str(line).unwrap();
        let mut brief = read_brief(&golden["brief"].to_string(), &terms()).unwrap();
        let date = golden["date"].as_str();
        if date.is_some() {
            brief.deadline = Some(Deadline::within(8.0));
        }
        let written = link(&brief, date, &terms()).unwrap();
        assert_eq!(written, golden["link"].as_str().unwrap());
    }
}

/// An answer follows the end of a link, where programs of every version stop reading.
#[test]
fn an_appended_answer_does_not_change_the_brief() {
    for line in include_str!("links/version-2.jsonl").lines() {
        let golden: Value = serde_json::from_str(line).unwrap();
        let plain = golden["link"].as_str().unwrap();
        let brief = read_brief(&golden["brief"].to_string(), &terms()).unwrap();
        let appraisal = appraise(&brief, &terms()).unwrap();
        let answer = SentAnswer::new("2026-03-03", &appraisal, "48b2c5");
        let link = answer.append_to(plain);
        let page = address("https://a.example/b", "takeon", &link);
        // A name with one of these characters cannot be told from one that was encoded in transit.
        let is_plain = !plain.contains('%');
        let encoded = is_plain.then(|| page.replace('_', "%5F").replace('~', "%7E"));
        for page in [page.clone(), page.replace('~', "%7E")]
            .into_iter()
            .chain(encoded)
        {
            let fragment = page.split_once('#').unwrap().1;
            assert_eq!(
                in_fragment(fragment, "takeon").as_deref(),
                Some(plain),
                "{page}"
            );
            assert_eq!(sent_answer(&page), Some(answer.clone()), "{page}");
            assert_eq!(without(fragment, "takeon"), "");
        }
        assert_eq!(sent_answer(plain), None);
    }
}

/// The floor rate moves the verdict and the odds, which an answer has in tenths. Nothing else in it
/// depends on the floor rate, so that it cannot be narrowed down any further.
#[test]
fn an_appended_answer_reveals_the_floor_rate_only_as_tenths() {
    let case = json!({"wishes": [{"service": "blog"}], "deadline": {"weeks": 20}, "budget": {"fixed": 2000}});
    let answer = |floor_rate| {
        let terms = Terms {
            floor_rate,
            ..terms()
        };
        let brief = read_brief(&case.to_string(), &terms).unwrap();
        SentAnswer::new("2026-03-03", &appraise(&brief, &terms).unwrap(), "48b2c5")
    };
    let first = answer(20.0);
    let mut tenths = BTreeSet::new();
    for quarters in 80..320 {
        let answer = answer(f64::from(quarters) / 4.0);
        tenths.insert(answer.tenths);
        let like_the_first = SentAnswer {
            verdict: answer.verdict,
            tenths: answer.tenths,
            ..first.clone()
        };
        assert_eq!(answer.append_to("2.~z"), like_the_first.append_to("2.~z"));
    }
    assert!(tenths.len() > 5, "{tenths:?}");
}

#[test]
fn a_truncated_answer_is_ignored() {
    let link = "2.48b2c5~w_blog~z~as_2026-03-03_take_8_6.5_48b2c5~z";
    assert!(sent_answer(link).is_some());
    for end in 0..link.len() {
        assert_eq!(sent_answer(&link[..end]), None, "{}", &link[..end]);
    }
    for (right, wrong) in [
        ("_8_", "_11_"),
        ("_6.5_", "_-1_"),
        ("2026-03-03", "2026-3-3"),
        ("take", "never"),
        ("48b2c5~z", "48b2c~z"),
        ("6.5_48b2c5", "6.5_48b2c5_x"),
    ] {
        let (_, answer) = link.split_once("~as_").unwrap();
        let link = ["2.~z~as_", &answer.replace(right, wrong)].concat();
        assert_eq!(sent_answer(&link), None, "{link}");
    }
}

#[test]
fn a_link_that_was_encoded_twice_keeps_its_brief_and_its_answer() {
    let link = "2.48b2c5~w_blog~z~as_2026-03-03_take_8_6.5_48b2c5~z";
    let (brief, _) = link.split_once("~as").unwrap();
    for times in 0..3 {
        let mut sent = link.replace('~', "%7E");
        for _ in 0..times {
            sent = sent.replace('%', "%25");
        }
        let fragment = format!("#takeon={sent}");
        assert_eq!(
            in_fragment(&fragment, "takeon").as_deref(),
            Some(brief),
            "{sent}"
        );
        assert_eq!(sent_answer(&fragment), sent_answer(link), "{sent}");
    }
    assert!(sent_answer(link).is_some());
}

#[test]
fn no_link_has_answers_that_only_the_shop_knows() {
    let brief = r#"{
        "ours": { "rivals": "few", "bidHours": 6, "fit": true, "lawful": true, "doubt": true },
        "cashNeeded": true
    }"#;
    let brief = read_brief(brief, &terms()).unwrap();
    let nothing = link(&Brief::default(), None, &terms());
    assert_eq!(link(&brief, None, &terms()), nothing);
}

#[test]
fn a_deposit_of_version_1_is_a_way_to_pay() {
    for (answer, pay) in [
        ("y", Some(Pay::Deposit)),
        ("n", Some(Pay::End)),
        ("-", None),
    ] {
        let text = format!("1.000000~k_------{answer}y~z");
        let brief = read(&text, &terms()).unwrap().brief;
        assert_eq!(brief.pay, pay, "{text}");
        assert_eq!(brief.conditions.free_sample, Some(true), "{text}");
    }
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
        assert_eq!(read(&link, &terms()).unwrap().brief, merged(&brief));
    }
}

#[test]
fn unknown_names_are_reported_and_all_others_kept() {
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
fn a_link_belongs_to_other_terms_if_services_differ_but_not_if_prices_do() {
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
fn malformed_links_are_refused() {
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
        "1.000000~k_ywyyyyqn~z",
        "1.000000~k_ywyyyyyynn~z",
        "1.000000~r_x~z",
        "1.000000~d_-1~z",
        "1.000000~d_1e9~z",
        "1.000000~d_inf~z",
        "1.000000~d_NaN~z",
        "1.000000~d_1000000~z",
        "1.000000~b_~z",
        "1.000000~b_1_q~z",
        "1.000000~b_1_m_m~z",
        "2.000000~k_ywyyyyyn~z",
        "2.000000~k_ywyyyyyé~z",
        "2.000000~on_new~z",
        "2.000000~on_~z",
        "2.000000~o_Logo_x~z",
        "2.000000~w_blog_l-%~z",
        "2.000000~w_blog_t-~z",
        "2.000000~w_blog_t-100001~z",
        "2.000000~w_blog_e-1~z",
        "2.000000~w_blog_e-1-2-3~z",
        "2.000000~w_blog_e-1-2000000000000~z",
        "2.000000~w_blog_q-1~z",
        "2.000000~c_uuu4~z",
        "2.000000~c_uuuu1.2.3~z",
        "2.000000~c_uuuu1000001~z",
        "2.000000~c_uuuudd~z",
        "2.000000~c_uuuué~z",
        "2.000000~rounds_101~z",
        "2.000000~rounds_1.5~z",
        "2.000000~rounds_~z",
        "2.000000~pay_1~z",
        "2.000000~pay_101~z",
        "2.000000~pay_2.5~z",
        "2.000000~pay_soon~z",
        "2.000000~costs_them~z",
        "2.000000~d_3_monday~z",
        "2.000000~d_open_start~z",
        "2.000000~b_3000-2000~z",
        "2.000000~b_1-2-3~z",
        "2.000000~b_1-2_m~z",
        "2.000000~b_1_f2~z",
        "2.000000~b_m3~z",
        "2.000000~b_h0~z",
        "2.000000~b_h-1~z",
        "2.000000~b__h~z",
        "2.000000~b_g0.5~z",
        "2.000000~b_g601~z",
        "2.000000~b_1000001_g~z",
        "2.000000~b_é~z",
        "2.000000~sofar_40-1500~z",
        "2.000000~sofar_40-1500-1~z",
        "2.000000~sofar_40-1500-0.5-1~z",
        "2.000000~ours_few~z",
        "2.000000~d_2027-01-15~d_3~z",
        "2.000000~d_3~d_2027-01-15~z",
        "2.000000~b_1~b_2~z",
        "02.000000~z",
        "0.000000~z",
        "01.000000~z",
        "-1.000000~z",
        "{\"brief\":{}}",
    ] {
        assert_eq!(read(text, &terms()), Err(LinkError::Broken), "{text}");
    }
    assert_eq!(read("3.anything", &terms()), Err(LinkError::Newer));
    let long = format!("1.000000~o_{}_m~z", "a".repeat(MOST));
    assert_eq!(read(&long, &terms()), Err(LinkError::Broken));
}

#[test]
fn the_smallest_numbers_round_trip() {
    for rate in [1e-9, 1.25e-9, 0.01] {
        let brief = Brief {
            budget: Some(Budget::Hourly {
                rate: Some(rate),
                cap: None,
            }),
            ..Brief::default()
        };
        let word = link(&brief, None, &terms()).unwrap();
        assert_eq!(read(&word, &terms()).unwrap().brief, brief, "{word}");
    }
}

#[test]
fn a_brief_that_is_too_long_makes_no_link() {
    let name = "東京の新しい店のための小さなお知らせ".repeat(40);
    let brief = format!(r#"{{"wishes": [{{"name": "{name}", "size": "small"}}]}}"#);
    let brief = read_brief(&brief, &terms()).unwrap();
    assert_eq!(link(&brief, None, &terms()), None);
}

#[test]
fn a_date_replaces_the_weeks_in_a_link() {
    let brief = Brief {
        deadline: Some(Deadline::within(7.857_142_857_142_857)),
        ..Brief::default()
    };
    let text = link(&brief, Some("2027-01-15"), &terms()).unwrap();
    let linked = read(&text, &terms()).unwrap();
    assert_eq!(linked.date.as_deref(), Some("2027-01-15"));
    assert_eq!(linked.brief.deadline, None);
    // An invalid date is not written into a link.
    let text = link(&brief, Some("2027~b_1"), &terms()).unwrap();
    assert_eq!(read(&text, &terms()).unwrap().brief, brief);
}

#[test]
fn other_parts_of_a_fragment_are_kept() {
    let page = address("https://a.example/b?c#section&x=1", "takeon", "1.z");
    assert_eq!(page, "https://a.example/b?c#section&x=1&takeon=1.z");
    let (_, fragment) = page.split_once('#').unwrap();
    assert_eq!(in_fragment(fragment, "takeon").as_deref(), Some("1.z"));
    assert_eq!(without(fragment, "takeon"), "section&x=1");
    assert_eq!(in_fragment("#mytakeon=1.z&takeonx=2", "takeon"), None);
    assert_eq!(in_fragment("#takeon-b=1.z", "takeon"), None);
    assert_eq!(key("b c&d=e#f"), "takeon-b%20c%26d%3De%23f");
    for (fragment, others) in [
        ("#/calc?takeon=1.z", "/calc"),
        ("#/calc?a=1&takeon=1.z&b=2", "/calc?a=1&b=2"),
        ("#!/calc?takeon=1.z&b=2", "!/calc?b=2"),
        ("#takeon%3D1.z", ""),
        ("##takeon=1.z", ""),
        (
            "#takeon=1.z?utm_source=mail&utm_medium=x",
            "utm_source=mail&utm_medium=x",
        ),
    ] {
        assert_eq!(without(fragment, "takeon"), others, "{fragment}");
    }
}

#[test]
fn links_altered_in_transit_are_read() {
    let made = "2.48b2c5~p_publish~w_blog_m~d_3~b_1500~z";
    let encoded = made.replace('~', "%7E");
    let ways = [
        encoded.clone(),
        encoded.replace('_', "%5F"),
        encoded.replace('%', "%25"),
        made.replace('_', "%5f"),
        made.replace('~', "%7e"),
        format!("{made}?utm_source=mail&utm_medium=x"),
        format!("{made}&amp;utm_source=mail"),
        format!("{made}&fbclid=1"),
        format!("{made}#again"),
    ];
    let endings = [
        ".",
        ",",
        ")",
        ">",
        "\"",
        "*",
        "%20",
        "%0A",
        "%22",
        "…",
        "]",
        "'",
        "%E2%80%9D",
    ];
    let endings = endings.map(|end| format!("{made}{end}"));
    for link in ways.iter().chain(&endings) {
        for fragment in [format!("#takeon={link}"), format!("#/calc?takeon%3D{link}")] {
            assert_eq!(
                in_fragment(&fragment, "takeon").as_deref(),
                Some(made),
                "{fragment}"
            );
        }
    }
    // A truncated link stays so, and names keep their encoding.
    let cut = "2.48b2c5~p_publish~w_bl";
    assert_eq!(in_fragment(cut, "takeon"), None);
    assert_eq!(
        in_fragment(&format!("#takeon={cut}."), "takeon"),
        Some(format!("{cut}."))
    );
    let named = "2.48b2c5~o_a%7Eb%5Fc_s~z";
    assert_eq!(
        in_fragment(&format!("takeon={named}"), "takeon").as_deref(),
        Some(named)
    );
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_brief_round_trips(case in case(), day in 0u32..3) {
        let terms = read_terms(&case.terms.to_string()).unwrap();
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        let date = (day == 0).then_some("2027-01-15");
        let text = link(&brief, date, &terms).unwrap();
        let linked = read(&text, &terms).unwrap();
        prop_assert!(!linked.other_terms && linked.unknown.is_empty());
        let mut expected = merged(&brief);
        if matches!(expected.deadline, Some(Deadline::Weeks { .. })) && date.is_some() {
            prop_assert_eq!(linked.date.as_deref(), date);
            expected.deadline = None;
        }
        prop_assert_eq!(linked.brief, expected);
    }

    #[test]
    fn every_name_round_trips(name in any::<String>()) {
        let brief = Brief {
            wishes: vec![Wish {
                like: Some(name.clone()),
                ..Wish::new(Want::Sized { name: name.clone(), size: takeon::engine::Size::Small })
            }],
            ..Brief::default()
        };
        let text = link(&brief, None, &terms()).unwrap();
        prop_assert!(text.is_ascii() && !text.contains(['&', '#', '"', '<', ' ']));
        let linked = read(&text, &terms()).unwrap();
        let Want::Sized { name: back, .. } = &linked.brief.wishes[0].want else { panic!() };
        let odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let expected = name.replace(odd, " ");
        prop_assert_eq!(back, &expected);
        // An unreadable part is a missing answer.
        let like = Some(expected).filter(|like| !like.trim().is_empty());
        prop_assert_eq!(&linked.brief.wishes[0].like, &like);
    }
}

/// Fragments of links, valid and invalid.
const BITS: [&str; 66] = [
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
    "on_",
    "rounds_",
    "pay_",
    "costs_",
    "sofar_",
    "unseen",
    "deposit",
    "end",
    "share",
    "client",
    "us",
    "_start",
    "_l-",
    "_t-",
    "_e-",
    "u4dp0.5hc-",
    "ydnyyyynn",
    "---------",
    "f",
    "g",
    "_g3",
    "_h60",
    "u",
    "1500-2000",
    "40-1500-0.5",
    "120-15",
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

    /// Every parsed brief can be appraised and serialised, and survives the round trip.
    #[test]
    fn any_text_is_read_or_refused(
        bits in prop::collection::vec(prop::sample::select(&BITS[..]), 0..14),
        noise in ".{0,3}",
        frame in prop::sample::select(&["1.000000~", "2.000000~", ""][..]),
    ) {
        let body = bits.concat() + &noise;
        let text = if frame.is_empty() { body } else { format!("{frame}{body}~z") };
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

/// A link that lost its end or a character is refused or gives a brief, but never a shorter brief
/// that looks complete.
#[test]
fn a_truncated_link_is_refused() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    for case in cases {
        let brief = read_brief(&case["brief"].to_string(), &terms()).unwrap();
        let text = link(&brief, None, &terms()).unwrap();
        for end in 0..text.len() {
            assert_eq!(
                read(&text[..end], &terms()),
                Err(LinkError::Broken),
                "{}",
                &text[..end]
            );
        }
    }
}
