//! Wording of an answer: every reason and every change, in every language, at every level of
//! disclosure.

#![allow(clippy::unwrap_used)]

#[path = "common/numbers.rs"]
mod numbers;

use numbers::Plain;
use std::fs;
use takeon::config::read_terms;
use takeon::engine::{
    Amount, Brief, Budget, CareKind, CareOwner, Change, Clause, Contact, CountedFrom, Deadline,
    Estimate, Flag, Needed, Offer, OfferKind, Pay, Payer, Payment, PriceDisplay, Quantiles, Reason,
    Size, Terms, Triangle, Verdict, Want, appraise, with_usual_answers,
};
use takeon::i18n::{Words, speak};

/// Returns the words of every language that has a file.
fn languages() -> Vec<(String, Words)> {
    let read = |entry: fs::DirEntry| {
        let path = entry.path();
        let lang = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let messages = fs::read_to_string(&path).unwrap();
        let words = Words::new(&lang, Some(&messages), Box::new(Plain::of(&lang)));
        (lang, words)
    };
    let entries = fs::read_dir("static/locales").unwrap();
    entries.map(|entry| read(entry.unwrap())).collect()
}

fn terms() -> Terms {
    read_terms(include_str!("cases/terms.json")).unwrap()
}

fn english(show: PriceDisplay) -> Words {
    Words::new("en", None, Box::new(Plain::of("en"))).showing(show)
}

/// Every reason, with each variation of its sentence.
fn reasons() -> Vec<Reason> {
    let lift = 0.3;
    let budget = |rate| Reason::Budget {
        lift,
        money: 1500.0,
        rate,
        pays_hours: 21.0,
        total_p50: 53.0,
        total_p80: 73.0,
    };
    let care = |said| Reason::Care {
        lift,
        kinds: CareKind::ALL.to_vec(),
        hours: 34.0,
        work_p50: 17.0,
        months: 12.0,
        said,
    };
    let contact = |said: bool| Reason::Contact {
        lift,
        contact: said.then_some(Contact::Rarely),
        said,
    };
    let pay = |pay, said| Reason::Pay {
        lift: Some(lift),
        pay,
        unpaid: 0.05,
        said,
    };
    let holds = |weeks| Reason::TimeHolds {
        odds: 0.9,
        p80: 3.0,
        weeks,
    };
    let mut reasons = vec![
        Reason::Promise {
            promise: "first-place".to_owned(),
        },
        budget(None),
        budget(Some(30.0)),
        Reason::Deadline {
            lift,
            weeks: 6.0,
            p50: 8.0,
            p80: 11.0,
        },
        care(true),
        care(false),
        Reason::Content { lift, weeks: 3.0 },
        contact(true),
        contact(false),
        Reason::Phases { lift, said: true },
        Reason::Phases { lift, said: false },
        Reason::Existing { lift },
        pay(Pay::Deposit, true),
        pay(Pay::Stages(3), true),
        pay(Pay::End, true),
        pay(Pay::Later, true),
        pay(Pay::Share, true),
        pay(Pay::Deposit, false),
        Reason::Bid {
            lift,
            hours: 17.0,
            chance: 0.35,
        },
        Reason::Costs { lift, money: 480.0 },
        Reason::LeastWeeks { lift, weeks: 12.0 },
        Reason::Depends { lift, weeks: 3.0 },
        Reason::Smallest {
            money: 400.0,
            smallest: 1500.0,
        },
        holds(None),
        holds(Some(5.0)),
        Reason::MoneyHolds {
            odds: 0.9,
            p80: 2000.0,
        },
        Reason::PromisesHold { count: 1 },
    ];
    reasons.extend(Flag::STOPPABLE.map(|stop| Reason::Stop { stop }));
    reasons.extend([1, 3, 5].map(|rounds| Reason::Rounds {
        lift,
        rounds,
        included: rounds - 1,
    }));
    reasons
}

/// Every change, with each variation of its sentence.
fn changes() -> Vec<Change> {
    let kind = CareKind::Help;
    let budget = |from, to: Budget| Change::Budget {
        from,
        exact: to.amount().unwrap_or_default(),
        to,
    };
    let range = Budget::Fixed(Amount::Range {
        from: 1000.0,
        to: 1500.0,
    });
    let mut changes = vec![
        Change::Promise {
            promise: "first-place".to_owned(),
        },
        Change::ContentReady { from: None },
        Change::Phased { from: None },
        Change::Exchange {
            wish: 0,
            from: "blog".to_owned(),
            to: "hosted-blog".to_owned(),
        },
        budget(None, Budget::fixed(2000.0)),
        budget(Some(range), Budget::fixed(2000.0)),
        budget(
            Some(Budget::Monthly(Amount::Unsaid {})),
            Budget::monthly(200.0),
        ),
        budget(
            Some(Budget::HOURLY),
            Budget::Hourly {
                rate: Some(70.0),
                cap: None,
            },
        ),
        Change::Deadline {
            from: None,
            to: Deadline::within(4.0),
            exact: 3.9,
        },
        Change::Deadline {
            from: Some(Deadline::within(3.0)),
            to: Deadline::within(4.0),
            exact: 3.9,
        },
        Change::Study { hours: 3.0 },
        Change::Hourly {
            from: None,
            rate: 85.0,
            pays: Quantiles {
                p50: 1800.0,
                p80: 2400.0,
                p90: 2900.0,
            },
        },
        Change::Start {
            service: "blog".to_owned(),
        },
    ];
    let lifted = Flag::STOPPABLE
        .into_iter()
        .filter(|flag| !flag.is_internal());
    changes.extend(lifted.map(|stop| Change::Lift { stop }));
    changes.extend(CareOwner::ALL.map(|to| Change::Care {
        kind,
        from: None,
        to,
    }));
    changes.extend(Contact::ALL.map(|to| Change::Contact { from: None, to }));
    changes.extend([0.5, 1.0, 2.0, 5.0, 11.0].map(|to| Change::Limit {
        kind,
        from: 12.0,
        to,
    }));
    changes.extend(
        [Pay::Deposit, Pay::Stages(2), Pay::Stages(6)].map(|to| Change::Pay { from: None, to }),
    );
    changes.extend([1, 2].map(|count| Change::LeaveOut {
        wish: 0,
        count,
        of: 2,
    }));
    changes
}

/// Returns the changes in words, as those of one offer.
fn changed(words: &Words, terms: &Terms) -> Vec<String> {
    let brief: Brief =
        serde_json::from_str(r#"{"wishes": [{"service": "blog", "count": 2}]}"#).unwrap();
    let offer = Offer {
        kind: OfferKind::Repair,
        changes: changes(),
        brief: brief.clone(),
        odds: appraise(&brief, terms).unwrap().odds,
        within: true,
    };
    speak::changes(words, terms, &brief, &offer)
}

/// Returns all of them in words.
fn said(words: &Words, terms: &Terms) -> Vec<String> {
    let brief = Brief::default();
    let reasons = reasons().into_iter();
    let reasons = reasons.map(|reason| speak::reason(words, terms, &brief, &reason));
    reasons.chain(changed(words, terms)).collect()
}

#[test]
fn every_reason_and_every_change_is_a_whole_sentence_in_every_language() {
    let terms = terms();
    let everything = reasons().len() + changes().len();
    for (lang, words) in languages() {
        let mut words = words;
        for show in PriceDisplay::ALL {
            words = words.showing(show);
            let said = said(&words, &terms);
            assert_eq!(said.len(), everything);
            for sentence in said {
                let at = format!("{lang}, {}: {sentence:?}", show.name());
                assert!(sentence.trim() == sentence && sentence.len() > 5, "{at}");
                for bad in ["{", "}", "  ", " .", " ,", "()", "NaN", "inf"] {
                    assert!(!sentence.contains(bad), "{at}");
                }
            }
        }
    }
}

#[test]
fn with_ratios_neither_amounts_nor_hours_are_disclosed() {
    for sentence in said(&english(PriceDisplay::Ratios), &terms()) {
        // The cost of bids is never disclosed; the offer is.
        if sentence.contains("bidding") {
            continue;
        }
        assert!(!sentence.contains("EUR"), "{sentence}");
        assert!(!sentence.contains(" hour"), "{sentence}");
    }
}

#[test]
fn reasons_from_assumptions_are_conditional() {
    let (words, terms) = (english(PriceDisplay::Prices), terms());
    let mut assumed = 0;
    for reason in reasons() {
        let said = match reason {
            Reason::Care { said, .. }
            | Reason::Contact { said, .. }
            | Reason::Phases { said, .. }
            | Reason::Pay { said, .. } => said,
            _ => continue,
        };
        let sentence = speak::reason(&words, &terms, &Brief::default(), &reason);
        let is_conditional = sentence.starts_with("If ") || sentence.starts_with("With ");
        assert_eq!(is_conditional, !said, "{sentence}");
        assumed += usize::from(!said);
    }
    assert_eq!(assumed, 4);
}

#[test]
fn the_need_of_a_yes_is_phrased_like_the_request() {
    let (words, terms) = (english(PriceDisplay::Prices), terms());
    let brief: Brief = serde_json::from_str(
        r#"{"wishes": [{"service": "blog", "priority": "must"}], "deadline": {"weeks": 1, "from": "content"}, "budget": {"monthly": 10}}"#,
    )
    .unwrap();
    let mut appraisal = appraise(&brief, &terms).unwrap();
    appraisal.needed = Some(Needed {
        money: Some(204.0),
        weeks: Some(5.5),
    });
    let said = |words: &Words, appraisal: &_| speak::needed(words, &terms, &brief, appraisal);
    assert_eq!(
        said(&words, &appraisal).unwrap(),
        "As it stands, it would take EUR 204 a month and 5.5 weeks once text and images are in."
    );
    assert_eq!(
        said(&english(PriceDisplay::Ratios), &appraisal).unwrap(),
        "As it stands, it would take about 20.4 times the budget and 5.5 weeks once text and images are in."
    );
    let mut open = speak::if_open(&words, &terms, &brief, &appraisal).unwrap();
    assert_eq!(
        open,
        "If these points stay open: EUR 204 a month and 5.5 weeks once text and images are in."
    );
    for (lang, words) in languages() {
        open = speak::if_open(&words, &terms, &brief, &appraisal).unwrap();
        let stands = said(&words, &appraisal).unwrap();
        // A hurried reader takes it for no second price of the same thing.
        assert_ne!(open, stands, "{lang}");
        assert!(
            open.chars().count() <= stands.chars().count(),
            "{lang}: {open}"
        );
    }
    let enough = Triangle {
        money: Some(1.0),
        time: Some(1.2),
        scope: Some(1.0),
    };
    let mut holding = appraisal.clone();
    holding.triangle = enough;
    assert_eq!(said(&words, &holding), None);
    let mut stopped = appraisal.clone();
    stopped.stops = vec![Flag::FreeSample];
    assert_eq!(said(&words, &stopped), None);
    appraisal.needed = None;
    assert_eq!(said(&words, &appraisal), None);
}

#[test]
fn the_heading_names_only_what_a_yes_lacks() {
    let (words, terms) = (english(PriceDisplay::Prices), terms());
    let said = |budget: f64, weeks: f64| {
        let brief = Brief {
            budget: Some(Budget::fixed(budget)),
            deadline: Some(Deadline::within(weeks)),
            ..serde_json::from_str(r#"{"wishes": [{"service": "blog", "priority": "must"}]}"#)
                .unwrap()
        };
        let brief = with_usual_answers(&brief);
        let appraisal = appraise(&brief, &terms).unwrap();
        speak::takes(&words, &terms, &brief, &appraisal).unwrap()
    };
    assert_eq!(said(9000.0, 2.0), "It would take 2.5 weeks.");
    assert_eq!(said(100.0, 60.0), "It would take EUR 1,670.");
    let both = "It would take EUR 1,970 and 3 weeks.";
    assert_eq!(said(100.0, 2.0), both);
}

#[test]
fn the_verdict_on_a_begun_job_is_about_finishing_it() {
    let words = english(PriceDisplay::Prices);
    let new = Brief::default();
    let begun: Brief = serde_json::from_str(r#"{"sofar": {"hours": 4}}"#).unwrap();
    let mut appraisal = appraise(&new, &terms()).unwrap();
    let mut seen = Vec::new();
    for verdict in [
        Verdict::Take,
        Verdict::Reshape,
        Verdict::Refer,
        Verdict::Decline,
    ] {
        appraisal.verdict = verdict;
        let said = |brief: &Brief| {
            [
                speak::verdict(&words, brief, &appraisal),
                speak::to_the_shop(&words, brief, verdict),
            ]
        };
        assert_ne!(said(&new)[0], said(&begun)[0]);
        seen.push(said(&begun)[1].clone());
    }
    let [budget, ..] = &reasons()[1..] else {
        panic!("no reason of the money")
    };
    assert_eq!(
        speak::reason(&words, &terms(), &begun, budget),
        "What is left takes about 53 hours, and in 2 out of 10 cases more than 73 hours. What is still to be paid of EUR 1,500 covers 21 hours."
    );
    assert_eq!(
        seen,
        [
            "Finish it.",
            "Finish it on different terms.",
            "Hand it over.",
            "Stop and hand over what has been paid for."
        ]
    );
}

/// Every clause.
fn clauses() -> Vec<Clause> {
    let payment = |money, week| Payment { money, week };
    let mut clauses = vec![
        Clause::Scope { wishes: vec![0] },
        Clause::Price {
            budget: Budget::fixed(5000.0),
            payments: [
                (0.0, 5000.0 / 3.0),
                (3.0, 5000.0 / 3.0),
                (6.0, 5000.0 / 3.0),
            ]
            .map(|(week, money)| payment(money, week))
            .to_vec(),
        },
        Clause::Changes { rate: 85.0 },
        Clause::Rounds { included: 2 },
        Clause::Content { week: 0.0 },
        Clause::Content { week: 1.0 },
        Clause::Decider,
        Clause::ThirdParty { weeks: 3.0 },
        Clause::Care {
            kind: CareKind::Help,
            by: CareOwner::UsUnpaid,
            hours: 0.5,
            months: 12.0,
        },
        Clause::Date {
            weeks: 6.0,
            from: CountedFrom::Start,
        },
        Clause::HandOver,
        Clause::GiftEnds {
            hours: Some(40.0),
            months: 3.0,
        },
    ];
    clauses.extend(Contact::ALL.map(|contact| Clause::Answers { contact }));
    clauses.extend(Payer::ALL.map(|payer| Clause::Costs {
        payer,
        once: 120.0,
        monthly: 15.0,
    }));
    clauses
}

#[test]
fn every_clause_has_words_in_every_language() {
    let terms = terms();
    let brief: Brief = serde_json::from_str(r#"{"wishes": [{"service": "blog"}]}"#).unwrap();
    for (lang, words) in languages() {
        let lines = speak::agreement(&words, &terms, &brief, &clauses(), &[], None);
        // One line for each, three more for payments, and one for the hours of a gift.
        assert_eq!(lines.len(), clauses().len() + 4);
        for line in lines {
            assert!(
                line.len() > 5 && !line.contains(['{', '}']),
                "{lang}: {line}"
            );
        }
    }
    let lines = speak::agreement(
        &english(PriceDisplay::Prices),
        &terms,
        &brief,
        &clauses(),
        &[],
        None,
    );
    let payments = [
        "Price: EUR 5,000",
        "Payment 1: EUR 1,667, before the start",
        "Payment 2: EUR 1,667, after 3 weeks",
        "Payment 3: EUR 1,666, on delivery",
        "Anything added costs EUR 85 an hour and moves the date",
    ];
    assert_eq!(lines[1..6], payments);
    let closed = speak::agreement(
        &english(PriceDisplay::Ratios),
        &terms,
        &brief,
        &clauses()[2..3],
        &[],
        None,
    );
    assert_eq!(
        closed,
        ["Anything added is billed for the time it takes and moves the date"]
    );
}

#[test]
fn less_than_a_week_is_formatted_in_days() {
    let words = english(PriceDisplay::Prices);
    let said = [0.0, 0.2, 0.5, 0.75, 1.0].map(|weeks| speak::weeks(&words, weeks));
    assert_eq!(said, ["1 day", "1 day", "4 days", "1 week", "1 week"]);
}

#[test]
fn the_plural_form_is_that_of_the_formatted_number() {
    let words = english(PriceDisplay::Prices);
    let said = [1.04, 0.96, 1.06].map(|weeks| words.plural("weeks", weeks, &[]));
    assert_eq!(said, ["1 week", "1 week", "1.1 weeks"]);
}

#[test]
fn typed_hours_are_not_rounded_to_whole_ones() {
    let german = fs::read_to_string("static/locales/de.json").unwrap();
    let words = Words::new("de", Some(&german), Box::new(Plain::of("de")));
    let said = [16.5, 16.25, 1.0, 0.4].map(|hours| speak::exact_hours(&words, hours));
    assert_eq!(
        said,
        ["16,5 Stunden", "16,25 Stunden", "1 Stunde", "0,4 Stunden"]
    );
    assert_eq!(speak::hours(&words, 16.25), "16 Stunden");
}

#[test]
fn a_brace_that_is_never_closed_is_text() {
    let messages = r#"{"lone": "a {b", "after": "{n} weeks {b"}"#;
    let words = Words::new("en", Some(messages), Box::new(Plain::of("en")));
    assert_eq!(words.get("lone"), "a {b");
    assert_eq!(words.format("after", &[("n", "2")]), "2 weeks {b");
    assert_eq!(words.pieces("lone"), [("a {b", "")]);
    assert_eq!(words.pieces("after"), [("", "n"), (" weeks {b", "")]);
}

#[test]
fn a_wish_of_the_client_named_discovery_keeps_its_name() {
    let german = fs::read_to_string("static/locales/de.json").unwrap();
    let words = Words::new("de", Some(&german), Box::new(Plain::of("de")));
    let name = || "discovery".to_owned();
    let theirs = Want::Sized {
        name: name(),
        size: Size::Unknown,
    };
    assert_eq!(speak::wish(&words, &terms(), &theirs), "discovery");
    let study = Want::Estimated {
        name: name(),
        hours: Estimate::bare(8.0),
    };
    assert_eq!(
        speak::wish(&words, &terms(), &study),
        words.get("discovery")
    );
}

#[test]
fn weeks_are_counted_from_the_day_of_the_request() {
    let words = english(PriceDisplay::Prices);
    let said = |from| speak::deadline(&words, Deadline::Weeks { weeks: 6.0, from });
    assert_eq!(said(CountedFrom::Today), "6 weeks");
    assert_eq!(
        said(CountedFrom::Start),
        "6 weeks from the start of the work"
    );
}
