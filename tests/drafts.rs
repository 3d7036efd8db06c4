//! Round trips of drafts: a draft is read correctly, and a brief becomes a draft that reads as the
//! same.

#![allow(clippy::unwrap_used)]

use takeon::calendar;
use takeon::draft::{
    BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline, DraftWish, Due, FieldProblem,
    Interpretation, Reading, Sum, TypedText,
};
use takeon::engine::{
    Amount, Brief, Budget, CareDuty, CareOwner, Conditions, Costs, CountedFrom, Deadline, Existing,
    Pay, Payer, PerCareKind, Progress, ResponseTime, Rivals, Rounds, ShopFacts, Tax, Team, Terms,
    Want, Wish,
};
use takeon::reader::{Language, intl};

/// Word lists of a language, and its `Intl` data.
fn in_language(tag: &str) -> Reading<'static> {
    let path = format!("static/reader/{tag}.json");
    let list = std::fs::read_to_string(path).unwrap();
    let language = Language::read(tag, &[&list, intl(tag).unwrap()]).unwrap();
    Reading {
        language: Box::leak(Box::new(language)),
        terms: Box::leak(Box::new(terms(None, None))),
        today: TODAY,
    }
}

fn terms(tax: Option<Tax>, tax_rate: Option<f64>) -> Terms {
    Terms {
        tax,
        tax_rate,
        ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), Vec::new())
    }
}

fn english() -> Reading<'static> {
    in_language("en")
}

/// 21 November 2026.
const TODAY: i64 = 20_778;

#[test]
fn a_date_is_read_as_weeks_from_today_and_a_past_or_far_one_is_a_problem() {
    let mut draft = draft();
    draft.deadline = DraftDeadline {
        kind: Some(DeadlineKind::Date),
        date: "2026-12-05".into(),
        ..DraftDeadline::default()
    };
    assert_eq!(
        draft.read(english()).0.deadline,
        Some(Deadline::within(2.0))
    );
    for date in ["2026-11-20", "9999-12-31"] {
        draft.deadline.date = date.into();
        assert_eq!(draft.read(english()).1, [FieldProblem::Date]);
    }
}

#[test]
fn only_a_fixed_price_can_be_a_range_and_others_are_read_at_their_cautious_end() {
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    draft.deadline.text = "3-4".into();
    let read = |kind| {
        let mut draft = draft.clone();
        draft.budget.kind = Some(kind);
        draft.read(english()).0
    };
    let range = Amount::Range {
        from: 2000.0,
        to: 3000.0,
    };
    let brief = read(BudgetKind::Fixed);
    assert_eq!(brief.budget, Some(Budget::Fixed(range)));
    assert_eq!(brief.deadline, Some(Deadline::within(3.0)));
    let brief = read(BudgetKind::Monthly);
    assert_eq!(brief.budget, Some(Budget::monthly(2000.0)));
    let capped = Budget::Hourly {
        rate: None,
        cap: Some(2000.0),
    };
    assert_eq!(read(BudgetKind::Hourly).budget, Some(capped));
}

#[test]
fn a_deal_without_an_amount_is_an_answer() {
    for (kind, budget) in [
        (BudgetKind::Fixed, Budget::Fixed(Amount::Unsaid {})),
        (BudgetKind::Monthly, Budget::Monthly(Amount::Unsaid {})),
        (BudgetKind::Hourly, Budget::HOURLY),
        (
            BudgetKind::Gift,
            Budget::Gift {
                hours: None,
                months: None,
            },
        ),
    ] {
        let mut draft = draft();
        draft.budget = DraftBudget {
            kind: Some(kind),
            amount: " ".into(),
            ..DraftBudget::default()
        };
        let (brief, problems) = draft.read(english());
        assert_eq!((brief.budget, problems), (Some(budget), vec![]));
    }
}

#[test]
fn a_rate_and_a_gift_are_read_from_fields_of_their_own() {
    let mut draft = draft();
    draft.budget = DraftBudget {
        kind: Some(BudgetKind::Hourly),
        amount: "4,000".into(),
        rate: "€ 62.50".into(),
        hours: "40".into(),
        months: "3".into(),
    };
    let hourly = Budget::Hourly {
        rate: Some(62.5),
        cap: Some(4000.0),
    };
    assert_eq!(draft.read(english()).0.budget, Some(hourly));
    draft.budget.kind = Some(BudgetKind::Gift);
    let gift = Budget::Gift {
        hours: Some(40.0),
        months: Some(3.0),
    };
    assert_eq!(draft.read(english()).0.budget, Some(gift));
    use FieldProblem::{Hours, Months, Rate};
    draft.budget.hours = "-1".into();
    draft.budget.months = "0.5".into();
    draft.budget.rate = "0".into();
    assert_eq!(draft.read(english()).0.budget, None);
    assert_eq!(draft.read(english()).1, [Hours, Months]);
    draft.budget.kind = Some(BudgetKind::Hourly);
    assert_eq!(draft.read(english()).0.budget, None);
    assert_eq!(draft.read(english()).1, [Rate]);
}

#[test]
fn weeks_are_counted_from_the_chosen_day_and_dates_are_absolute() {
    let mut draft = draft();
    draft.deadline.from = CountedFrom::Start;
    let weeks = Deadline::Weeks {
        weeks: 3.0,
        from: CountedFrom::Start,
    };
    assert_eq!(draft.read(english()).0.deadline, Some(weeks));
    draft.deadline = DraftDeadline::date("2026-12-05".into());
    let deadline = draft.read(english()).0.deadline;
    assert_eq!(deadline, Some(Deadline::within(2.0)));
}

#[test]
fn a_truncated_list_of_texts_is_restored_as_far_as_it_goes() {
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    let typed = draft.typed(None);
    let former = TypedText {
        rate: String::new(),
        hours: String::new(),
        months: String::new(),
        counted_from: String::new(),
        ..typed
    };
    let (brief, _) = draft.read(english());
    let again = Draft::of(&brief, |value| value.to_string());
    assert_eq!(again.budget.amount, "2000–3000");
    assert_eq!(again.retyped(former.clone(), english()), draft);
    // It said the lower end of the same range.
    let brief = Brief {
        budget: Some(Budget::fixed(2000.0)),
        ..brief
    };
    let again = Draft::of(&brief, |value| value.to_string());
    assert_eq!(again.retyped(former, english()), draft);
}

#[test]
fn typed_text_is_restored_if_its_meaning_is_the_same() {
    let write = |value: f64| value.to_string();
    let back = |draft: &Draft, reading| {
        let (brief, _) = draft.read(english());
        let day = match Interpretation::of(draft, english()).when {
            Some(Due::Day(day)) => Some(calendar::to_iso(day)),
            _ => None,
        };
        Draft::of(&brief, write).retyped(draft.typed(day.as_deref()), reading)
    };
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    draft.deadline.text = "soon".into();
    draft.deadline.from = CountedFrom::Content;
    assert_eq!(back(&draft, english()), draft);
    draft.deadline = DraftDeadline {
        kind: Some(DeadlineKind::Date),
        date: "2027-01-15".into(),
        ..DraftDeadline::default()
    };
    assert_eq!(back(&draft, english()), draft);
    // With a decimal comma this would be two to three.
    let german = in_language("de");
    assert_eq!(back(&draft, german).budget.amount, "2000–3000");
}

#[test]
fn typed_text_keeps_its_meaning_in_another_language() {
    let german = in_language("de");
    let mut draft = draft();
    draft.budget.amount = "2,000.50–3,000".into();
    let again = draft.rewritten(english(), german);
    assert_eq!(again.budget.amount, "2.000,50–3.000");
    assert_eq!(again.read(german), draft.read(english()));
    assert_eq!(again.rewritten(german, english()), draft);
    let french = in_language("fr");
    for (typed, from, to, written) in [
        ("1.500", french, english(), "1,500"),
        ("1.500,50", french, english(), "1,500.50"),
        ("2.000 €", german, english(), "2,000 €"),
        ("2,000...3,000", english(), german, "2.000...3.000"),
        ("2.5", english(), french, "2,5"),
        ("as soon, as", english(), german, "as soon, as"),
    ] {
        draft.budget.amount = typed.into();
        let again = draft.rewritten(from, to);
        assert_eq!(again.budget.amount, written, "{typed}");
        assert_eq!(again.read(to), draft.read(from), "{typed}");
    }
}

#[test]
fn an_unreadable_limit_is_not_no_limit() {
    let mut draft = draft();
    draft.budget.kind = Some(BudgetKind::Hourly);
    draft.budget.amount = "as much as it takes".into();
    let (brief, problems) = draft.read(english());
    assert_eq!((brief.budget, problems), (None, vec![FieldProblem::Amount]));
    draft.budget.amount.clear();
    let (brief, problems) = draft.read(english());
    assert_eq!(brief.budget, Some(Budget::HOURLY));
    assert_eq!(problems, []);
}

fn draft() -> Draft {
    Draft {
        wishes: vec![DraftWish::service("blog")],
        deadline: DraftDeadline {
            kind: Some(DeadlineKind::Weeks),
            text: "3".into(),
            ..DraftDeadline::default()
        },
        budget: DraftBudget {
            kind: Some(BudgetKind::Fixed),
            amount: "€ 1,500".into(),
            ..DraftBudget::default()
        },
        ..Draft::default()
    }
}

#[test]
fn a_valid_draft_becomes_a_brief() {
    let (brief, problems) = draft().read(english());
    assert_eq!(problems, []);
    assert_eq!(brief.budget, Some(Budget::fixed(1500.0)));
    assert_eq!(brief.deadline, Some(Deadline::within(3.0)));
}

#[test]
fn unreadable_fields_are_unanswered_and_reported() {
    let mut draft = draft();
    draft.wishes[0].count = "0".into();
    draft.wishes.push(DraftWish::own(""));
    draft.deadline.text = "soon".into();
    draft.budget.amount = "-5".into();
    let (brief, problems) = draft.read(english());
    assert_eq!(brief.budget, None);
    assert_eq!(brief.deadline, None);
    use FieldProblem::{Amount, Count, Name, Weeks};
    assert_eq!(problems, [Count(0), Name(1), Weeks, Amount]);
}

#[test]
fn an_empty_field_is_unanswered_and_no_problem() {
    let mut draft = draft();
    draft.deadline.text = "  ".into();
    draft.wishes[0].like = " ".into();
    let (brief, problems) = draft.read(english());
    assert_eq!((brief.deadline, problems), (None, vec![]));
    assert_eq!(brief.wishes[0].like, None);
}

#[test]
fn a_brief_becomes_a_draft_of_the_same_brief() {
    let write = |value: f64| value.to_string();
    let again = |brief: &Brief| Draft::of(brief, write).read(english());
    let (brief, _) = draft().read(english());
    assert_eq!(again(&brief), (brief, vec![]));
    let wish = Wish {
        like: Some("the one next door".into()),
        least_weeks: Some(2.0),
        costs: Some(Costs {
            once: 120.0,
            monthly: 15.0,
        }),
        ..Wish::new(Want::Service {
            service: "blog".into(),
        })
    };
    let brief = Brief {
        wishes: vec![wish],
        existing: Some(Existing::Unseen),
        care: PerCareKind {
            help: CareDuty {
                by: Some(CareOwner::UsUnpaid),
                hours: Some(4.0),
                within: Some(ResponseTime::Day),
            },
            ..PerCareKind::default()
        },
        conditions: Conditions {
            rounds: Some(Rounds::OPEN),
            ..Conditions::default()
        },
        pay: Some(Pay::Stages(3)),
        costs: Some(Payer::Us),
        deadline: Some(Deadline::Weeks {
            weeks: 6.0,
            from: CountedFrom::Content,
        }),
        so_far: Some(Progress {
            hours: 40.0,
            paid: 1500.0,
            done: 0.5,
        }),
        ours: ShopFacts {
            rivals: Some(Rivals::Few),
            ..ShopFacts::default()
        },
        ..Brief::default()
    };
    assert_eq!(again(&brief), (brief.clone(), vec![]));
    let range = |from, to| Budget::Fixed(Amount::Range { from, to });
    for budget in [
        range(2000.0, 3000.0),
        Budget::Fixed(Amount::Unsaid {}),
        Budget::monthly(250.0),
        Budget::Monthly(Amount::Unsaid {}),
        Budget::HOURLY,
        Budget::Hourly {
            rate: Some(60.5),
            cap: Some(5000.0),
        },
        Budget::Gift {
            hours: Some(40.0),
            months: Some(3.0),
        },
    ] {
        let brief = Brief {
            budget: Some(budget),
            ..brief.clone()
        };
        assert_eq!(again(&brief), (brief, vec![]));
    }
}

#[test]
fn ambiguous_dates_are_asked_about() {
    let either = |tag: &str, text: &str| {
        let draft = Draft {
            deadline: DraftDeadline::default().typed(text.into()),
            ..Draft::default()
        };
        let said = Interpretation::of(&draft, in_language(tag));
        said.either.map(|days| days.map(takeon::calendar::to_iso))
    };
    let days = |first: &str, second: &str| Some([first.to_owned(), second.to_owned()]);
    assert_eq!(either("en", "2/3/2027"), days("2027-02-03", "2027-03-02"));
    assert_eq!(either("en", "11/12"), days("2027-11-12", "2026-12-11"));
    for (tag, text) in [
        ("en", "13/12"),
        ("en", "12/12"),
        ("en", "a/b"),
        ("da", "11/12"),
    ] {
        assert_eq!(either(tag, text), None, "{text}");
    }
}

#[test]
fn unknown_is_a_valid_answer_and_another_currency_is_reported() {
    let read = |tag: &str, deadline: &str, amount: &str| {
        let draft = Draft {
            deadline: DraftDeadline::default().typed(deadline.into()),
            budget: DraftBudget::default().typed(amount.into()),
            ..Draft::default()
        };
        draft.read(in_language(tag))
    };
    for (tag, text) in [
        ("en", "don't know yet"),
        ("en", "TBD."),
        ("da", "det ved jeg ikke endnu"),
        ("de", "Keine Ahnung"),
        ("ja", "未定"),
    ] {
        let (brief, problems) = read(tag, text, text);
        assert_eq!((brief.deadline, brief.budget), (None, None), "{text}");
        assert_eq!(problems, [], "{text}");
    }
    let (brief, problems) = read("en", "", "£2,000");
    assert_eq!(
        (brief.budget, problems),
        (None, vec![FieldProblem::Currency])
    );
}

#[test]
fn dates_are_read_as_people_say_them() {
    let weeks = |low: f64, high: f64| Some(Due::Weeks { low, high });
    let day = |iso: &str| takeon::draft::days(iso).map(Due::Day);
    for (tag, text, expected) in [
        ("en", "6 weeks", weeks(6.0, 6.0)),
        ("en", "6", weeks(6.0, 6.0)),
        ("en", "2.5", weeks(2.5, 2.5)),
        ("en", "3–4 weeks", weeks(3.0, 4.0)),
        ("en", "3-4", weeks(3.0, 4.0)),
        ("en", "2 months", weeks(61.0 / 7.0, 61.0 / 7.0)),
        ("en", "end of March", day("2027-03-31")),
        ("en", "before Christmas", day("2026-12-23")),
        ("en", "31 February", None),
        ("en", "23 December", day("2026-12-23")),
        ("en", "23.12.", day("2026-12-23")),
        ("en", "asap", Some(Due::Soon)),
        ("en", "not sure yet", Some(Due::Unknown)),
        ("en", "now", Some(Due::Soon)),
        ("en", "Urgent, please!", Some(Due::Soon)),
        ("en", "as soon as you can", Some(Due::Soon)),
        ("en", "today", Some(Due::Soon)),
        ("en", "yesterday :-)", Some(Due::Soon)),
        ("en", "6 weeks from now", weeks(6.0, 6.0)),
        ("en", "not now", None),
        ("da", "nu", Some(Due::Soon)),
        ("da", "i går", Some(Due::Soon)),
        ("de", "jetzt", Some(Due::Soon)),
        ("de", "am besten gestern", Some(Due::Soon)),
        ("es", "ahora mismo", Some(Due::Soon)),
        ("fr", "aujourd’hui", Some(Due::Soon)),
        ("id", "sekarang", Some(Due::Soon)),
        ("ja", "今", Some(Due::Soon)),
        ("nl", "vandaag", Some(Due::Soon)),
        ("pl", "na wczoraj", Some(Due::Soon)),
        ("pt-BR", "agora", Some(Due::Soon)),
        ("tr", "şimdi", Some(Due::Soon)),
        ("ar", "الآن", Some(Due::Soon)),
        ("en", "soonish, I guess", None),
        ("en", "0", None),
        ("en", "11/12", None),
        ("en", "-5", None),
        ("da", "6 uger", weeks(6.0, 6.0)),
        ("da", "3-4 uger", weeks(3.0, 4.0)),
        ("da", "slutningen af marts", day("2027-03-31")),
        ("da", "23. december", day("2026-12-23")),
        ("de", "6 Wochen", weeks(6.0, 6.0)),
        ("de", "Ende März", day("2027-03-31")),
        ("de", "23.12.", day("2026-12-23")),
        ("de", "so bald wie möglich", Some(Due::Soon)),
        ("ar", "٦ أسابيع", weeks(6.0, 6.0)),
        ("ja", "６週間", weeks(6.0, 6.0)),
        ("ja", "12月23日", day("2026-12-23")),
    ] {
        let draft = Draft {
            deadline: DraftDeadline::default().typed(text.into()),
            ..Draft::default()
        };
        let said = Interpretation::of(&draft, in_language(tag));
        assert_eq!(said.when, expected, "{text} in {tag}");
    }
}

#[test]
fn amounts_are_read_as_people_say_them_with_their_deal() {
    let sum = |low: f64, high: f64| Sum {
        kind: None,
        low,
        high,
        other: None,
    };
    let by = |kind, amount: f64| Sum {
        kind: Some(kind),
        ..sum(amount, amount)
    };
    for (tag, text, expected) in [
        ("en", "2k", Some(sum(2000.0, 2000.0))),
        ("en", "about 2000", Some(sum(2000.0, 2000.0))),
        ("en", "1,500", Some(sum(1500.0, 1500.0))),
        ("en", "1,500–2,000", Some(sum(1500.0, 2000.0))),
        ("en", "max 3000", Some(sum(3000.0, 3000.0))),
        ("en", "€400 a month", Some(by(BudgetKind::Monthly, 400.0))),
        ("en", "80/h", Some(by(BudgetKind::Hourly, 80.0))),
        ("en", "10 hours at 80", Some(by(BudgetKind::Hourly, 80.0))),
        ("en", "10h x €80", Some(by(BudgetKind::Hourly, 80.0))),
        ("en", "10 hours for 800", Some(sum(800.0, 800.0))),
        ("en", "800 for 10 hours", Some(sum(800.0, 800.0))),
        ("da", "10 timer à 80", Some(by(BudgetKind::Hourly, 80.0))),
        (
            "de",
            "10 Std. zu je 80 €",
            Some(by(BudgetKind::Hourly, 80.0)),
        ),
        ("de", "10 Stunden für 800 €", Some(sum(800.0, 800.0))),
        ("fr", "10 heures à 80 €", Some(by(BudgetKind::Hourly, 80.0))),
        ("pl", "10 godzin po 80", Some(by(BudgetKind::Hourly, 80.0))),
        ("en", "2000 USD", None),
        ("en", "-5", None),
        ("en", "six weeks", None),
        ("en", "300 a day", None),
        ("en", "1500 now and 1500 later", Some(sum(3000.0, 3000.0))),
        (
            "en",
            "2000 deposit and 2000 at the end",
            Some(sum(4000.0, 4000.0)),
        ),
        ("en", "1,500 plus 500", Some(sum(2000.0, 2000.0))),
        ("en", "500 + 500 + 1000", Some(sum(2000.0, 2000.0))),
        ("en", "1500 now, 1500 later", None),
        ("en", "half of 3000 now", None),
        ("en", "2000 and 3 pages", None),
        ("en", "2000 and 300 a month", None),
        ("en", "2,000 (two thousand)", Some(sum(2000.0, 2000.0))),
        ("en", "1500 (max 2000)", None),
        ("en", "2000 or 3000", Some(sum(2000.0, 3000.0))),
        ("en", "between 1500 and 2000", Some(sum(1500.0, 2000.0))),
        ("da", "1.500 nu og 1.500 senere", Some(sum(3000.0, 3000.0))),
        (
            "de",
            "1.500 jetzt und 1.500 später",
            Some(sum(3000.0, 3000.0)),
        ),
        (
            "es",
            "1.500 ahora y 1.500 después",
            Some(sum(3000.0, 3000.0)),
        ),
        (
            "fr",
            "1500 maintenant et 1500 plus tard",
            Some(sum(3000.0, 3000.0)),
        ),
        (
            "id",
            "1.500 sekarang dan 1.500 nanti",
            Some(sum(3000.0, 3000.0)),
        ),
        ("nl", "1.500 nu en 1.500 later", Some(sum(3000.0, 3000.0))),
        ("pl", "1500 teraz i 1500 później", Some(sum(3000.0, 3000.0))),
        (
            "pt-BR",
            "1.500 agora e 1.500 depois",
            Some(sum(3000.0, 3000.0)),
        ),
        (
            "tr",
            "şimdi 1.500 ve sonra 1.500",
            Some(sum(3000.0, 3000.0)),
        ),
        ("da", "halvdelen af 3000 nu", None),
        ("de", "die Hälfte von 3000 jetzt", None),
        ("nl", "de helft van 3000 nu", None),
        ("da", "2.500 kr", None),
        ("da", "1.500", Some(sum(1500.0, 1500.0))),
        ("da", "400 om måneden", Some(by(BudgetKind::Monthly, 400.0))),
        ("de", "1.500 bis 2.000 €", Some(sum(1500.0, 2000.0))),
        ("de", "80 € pro Stunde", Some(by(BudgetKind::Hourly, 80.0))),
        ("ar", "١٥٠٠", Some(sum(1500.0, 1500.0))),
        ("ja", "1,500ユーロ", Some(sum(1500.0, 1500.0))),
    ] {
        let draft = Draft {
            budget: DraftBudget::default().typed(text.into()),
            ..Draft::default()
        };
        let said = Interpretation::of(&draft, in_language(tag));
        assert_eq!(said.sum, expected, "{text} in {tag}");
    }
    let both = Draft {
        budget: DraftBudget::default().typed("1.500".into()),
        ..Draft::default()
    };
    let said = Interpretation::of(&both, english()).sum.unwrap();
    assert_eq!((said.low, said.other), (1500.0, Some(1.5)));
}

#[test]
fn the_words_of_an_amount_override_the_chosen_deal() {
    let budget = |kind, amount: &str| {
        let draft = Draft {
            budget: DraftBudget {
                kind,
                amount: amount.into(),
                ..DraftBudget::default()
            },
            ..Draft::default()
        };
        draft.read(english()).0.budget
    };
    assert_eq!(budget(None, "2k"), Some(Budget::fixed(2000.0)));
    let monthly = Some(Budget::monthly(400.0));
    assert_eq!(budget(Some(BudgetKind::Fixed), "400 a month"), monthly);
    assert_eq!(budget(Some(BudgetKind::Monthly), "400"), monthly);
    let hourly = Some(Budget::Hourly {
        rate: Some(80.0),
        cap: None,
    });
    assert_eq!(budget(Some(BudgetKind::Fixed), "80 an hour"), hourly);
    assert_eq!(budget(Some(BudgetKind::Unknown), "80"), None);
}

#[test]
fn a_share_in_the_place_of_an_amount_is_a_payment_and_no_problem() {
    for (tag, text) in [
        ("en", "equity"),
        ("en", "20% of the company"),
        ("en", "a share of the profits"),
        ("en", "revenue share"),
        ("en", "commission"),
        ("da", "20 % af overskuddet"),
        ("de", "Firmenanteile"),
        ("es", "comisión"),
        ("fr", "10 % des bénéfices"),
        ("id", "bagi hasil"),
        ("ja", "成果報酬"),
        ("nl", "winstdeling"),
        ("pl", "10% zysku"),
        ("pt-BR", "participação nos lucros"),
        ("tr", "kâr payı"),
        ("ar", "نسبة من الأرباح"),
    ] {
        let mut draft = Draft {
            budget: DraftBudget::default().typed(text.into()),
            ..Draft::default()
        };
        let (brief, problems) = draft.read(in_language(tag));
        assert_eq!(
            (brief.pay, brief.budget, problems),
            (Some(Pay::Share), None, vec![]),
            "{text}"
        );
        // The answer to the question about it takes precedence.
        draft.pay = Some(Pay::End);
        assert_eq!(draft.read(in_language(tag)).0.pay, Some(Pay::End));
    }
    for (text, amount) in [("2000 and commission", Some(2000.0)), ("20%", None)] {
        let draft = Draft {
            budget: DraftBudget::default().typed(text.into()),
            ..Draft::default()
        };
        let (brief, _) = draft.read(english());
        assert_eq!((brief.pay, brief.budget), (None, amount.map(Budget::fixed)));
    }
}

#[test]
fn empty_fields_are_unanswered() {
    let mut deadline = DraftDeadline::default().typed("6 weeks".into());
    assert!(deadline.is_answered());
    deadline = deadline.typed("  ".into());
    assert!(!deadline.is_answered());
    assert!(DraftDeadline::open().is_answered());
    assert!(!DraftDeadline::date(String::new()).is_answered());
    let mut budget = DraftBudget {
        kind: Some(BudgetKind::Fixed),
        ..DraftBudget::default()
    };
    assert!(!budget.is_answered());
    budget = budget.typed("2k".into());
    assert!(budget.is_answered());
    budget.kind = Some(BudgetKind::Unknown);
    assert_eq!(budget.typed("3k".into()).kind, None);
}

#[test]
fn typed_words_are_translated_with_the_language() {
    let (english, danish) = (english(), in_language("da"));
    let rewritten = |date: &str, money: &str| {
        let draft = Draft {
            deadline: DraftDeadline::default().typed(date.into()),
            budget: DraftBudget::default().typed(money.into()),
            ..Draft::default()
        };
        let again = draft.rewritten(english, danish);
        assert_eq!(again.read(danish), draft.read(english), "{date}, {money}");
        (again.deadline, again.budget)
    };
    let (deadline, budget) = rewritten("6 weeks", "400 a month");
    assert_eq!(deadline, DraftDeadline::default().weeks("6".into()));
    assert_eq!(budget.kind, Some(BudgetKind::Monthly));
    assert_eq!(budget.amount, "400");
    let (deadline, budget) = rewritten("end of March", "80 an hour");
    assert_eq!(deadline, DraftDeadline::date("2027-03-31".into()));
    assert_eq!(budget.rate, "80");
    let (deadline, budget) = rewritten("2026-12-05", "1,500.50");
    assert_eq!(deadline.text, "2026-12-05");
    assert_eq!(budget.amount, "1.500,50");
    let (deadline, _) = rewritten("when it suits", "nothing much");
    assert_eq!(deadline.text, "when it suits");
}

#[test]
fn an_amount_is_read_as_the_shop_quotes_its_prices() {
    let budget = |text: &str, tax, rate| {
        let terms = terms(tax, rate);
        let mut draft = draft();
        draft.budget = DraftBudget::default().typed(text.into());
        let reading = Reading {
            terms: &terms,
            ..english()
        };
        let (brief, problems) = draft.read(reading);
        (brief.budget, problems)
    };
    let fixed = |amount| (Some(Budget::Fixed(Amount::Exact(amount))), vec![]);
    let (excluded, included) = (Some(Tax::Excluded), Some(Tax::Included));
    assert_eq!(
        budget("2000 incl. VAT", excluded, Some(25.0)),
        fixed(1600.0)
    );
    assert_eq!(
        budget("€2,000 (with tax)", excluded, Some(25.0)),
        fixed(1600.0)
    );
    assert_eq!(budget("2000 plus VAT", excluded, Some(25.0)), fixed(2000.0));
    assert_eq!(budget("2000 + VAT", included, Some(25.0)), fixed(2500.0));
    assert_eq!(budget("2000", included, Some(25.0)), fixed(2000.0));
    // Nothing is said about tax.
    assert_eq!(budget("2000 incl. VAT", None, None), fixed(2000.0));
    // The rate is unknown.
    let unknown = (None, vec![FieldProblem::Tax]);
    assert_eq!(budget("2000 incl. VAT", excluded, None), unknown);
}

#[test]
fn a_date_in_words_stays_the_same_day() {
    let mut draft = draft();
    draft.deadline = DraftDeadline::default().typed("23 December".into());
    let typed = draft.typed(Some("2026-12-23"));
    let (brief, _) = draft.read(english());
    let write = |value: f64| value.to_string();
    let later = |days| Reading {
        today: TODAY + days,
        ..english()
    };
    let back = |days| Draft::of(&brief, write).retyped(typed.clone(), later(days));
    assert_eq!(back(20).deadline, draft.deadline);
    // Then the words mean another year.
    assert_eq!(back(60).deadline, DraftDeadline::date("2026-12-23".into()));
}

#[test]
fn a_pasted_table_is_its_first_column_without_the_heading() {
    let texts = |table: &str| -> Vec<String> {
        let lines = takeon::draft::lines(table).into_iter();
        lines.map(|line| line.text).collect()
    };
    let table = "Item;Priority;Budget\nWebsite;high;5000\nLogo;low;800\nNewsletter;;300";
    assert_eq!(texts(table), ["Website", "Logo", "Newsletter"]);
    assert_eq!(
        texts("Website\t5\nLogo\t2\nShop\t9"),
        ["Website", "Logo", "Shop"]
    );
    assert_eq!(texts("Website | Home\nLogo | Brand"), ["Website", "Logo"]);
    let table = "No\tFeature\tBudget\n1\tWebsite\t5000\n2\tFrench version\t800";
    assert_eq!(texts(table), ["Website", "French version"]);
    assert!(!takeon::draft::is_prose(table));
    // Nothing tells a heading here.
    assert_eq!(texts("Website;high\nLogo;low\nShop;high").len(), 3);
}

#[test]
fn the_first_usual_job_is_a_must_and_what_came_before_it_stays() {
    let file = std::fs::read_to_string("static/terms/web-studio.json").unwrap();
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    let terms = takeon::config::read_terms(&file["terms"].to_string()).unwrap();
    let mut draft = Draft::default();
    for id in ["photos", "newsletter", "site", "shop"] {
        draft.add(&terms, DraftWish::service(id));
    }
    let priorities: Vec<_> = draft.wishes.iter().map(|wish| wish.priority).collect();
    use takeon::engine::Priority::{Must, Should};
    assert_eq!(priorities, [Must, Should, Must, Should]);
}
