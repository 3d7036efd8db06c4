//! A draft is read as it was meant, and a brief becomes a draft that reads as the same.

use takeon::draft::{
    BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline, DraftWish, FieldProblem,
    Separators, TypedText,
};
use takeon::engine::{
    Amount, Brief, Budget, CareDuty, CareOwner, Conditions, Costs, CountedFrom, Deadline, Existing,
    Ours, Pay, Payer, PerKind, Rivals, Rounds, SoFar, Want, Wish, Within,
};

const ENGLISH: Separators = Separators {
    decimal: '.',
    group: ',',
};

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
        draft.read(ENGLISH, TODAY).0.deadline,
        Some(Deadline::within(2.0))
    );
    for date in ["2026-11-20", "9999-12-31"] {
        draft.deadline.date = date.into();
        assert_eq!(draft.read(ENGLISH, TODAY).1, [FieldProblem::Date]);
    }
}

#[test]
fn a_range_of_a_fixed_price_is_one_and_any_other_is_read_at_its_cautious_end() {
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    draft.deadline.text = "3-4".into();
    let read = |kind| {
        let mut draft = draft.clone();
        draft.budget.kind = Some(kind);
        draft.read(ENGLISH, TODAY).0
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
fn a_deal_without_an_amount_is_said_all_the_same() {
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
        let (brief, problems) = draft.read(ENGLISH, TODAY);
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
    assert_eq!(draft.read(ENGLISH, TODAY).0.budget, Some(hourly));
    draft.budget.kind = Some(BudgetKind::Gift);
    let gift = Budget::Gift {
        hours: Some(40.0),
        months: Some(3.0),
    };
    assert_eq!(draft.read(ENGLISH, TODAY).0.budget, Some(gift));
    use FieldProblem::{Hours, Months, Rate};
    draft.budget.hours = "-1".into();
    draft.budget.months = "0.5".into();
    draft.budget.rate = "0".into();
    assert_eq!(draft.read(ENGLISH, TODAY).0.budget, None);
    assert_eq!(draft.read(ENGLISH, TODAY).1, [Hours, Months]);
    draft.budget.kind = Some(BudgetKind::Hourly);
    assert_eq!(draft.read(ENGLISH, TODAY).0.budget, None);
    assert_eq!(draft.read(ENGLISH, TODAY).1, [Rate]);
}

#[test]
fn weeks_are_counted_from_the_day_that_was_chosen_and_a_date_is_itself() {
    let mut draft = draft();
    draft.deadline.from = CountedFrom::Start;
    let weeks = Deadline::Weeks {
        weeks: 3.0,
        from: CountedFrom::Start,
    };
    assert_eq!(draft.read(ENGLISH, TODAY).0.deadline, Some(weeks));
    draft.deadline = DraftDeadline::date("2026-12-05".into());
    let deadline = draft.read(ENGLISH, TODAY).0.deadline;
    assert_eq!(deadline, Some(Deadline::within(2.0)));
}

#[test]
fn a_list_of_texts_that_ends_early_is_put_back_as_far_as_it_goes() {
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    let typed = draft.typed();
    let former = TypedText {
        rate: String::new(),
        hours: String::new(),
        months: String::new(),
        counted_from: String::new(),
        ..typed
    };
    let (brief, _) = draft.read(ENGLISH, TODAY);
    let again = Draft::of(&brief, |value| value.to_string());
    assert_eq!(again.budget.amount, "2000–3000");
    assert_eq!(again.retyped(former.clone(), ENGLISH, TODAY), draft);
    // It said the lower end of the same range.
    let brief = Brief {
        budget: Some(Budget::fixed(2000.0)),
        ..brief
    };
    let again = Draft::of(&brief, |value| value.to_string());
    assert_eq!(again.retyped(former, ENGLISH, TODAY), draft);
}

#[test]
fn what_was_typed_comes_back_where_it_means_the_same() {
    let write = |value: f64| value.to_string();
    let back = |draft: &Draft, separators| {
        let (brief, _) = draft.read(ENGLISH, TODAY);
        Draft::of(&brief, write).retyped(draft.typed(), separators, TODAY)
    };
    let mut draft = draft();
    draft.budget.amount = "2,000 to 3,000".into();
    draft.deadline.text = "soon".into();
    draft.deadline.from = CountedFrom::Content;
    assert_eq!(back(&draft, ENGLISH), draft);
    draft.deadline = DraftDeadline {
        kind: Some(DeadlineKind::Date),
        date: "2027-01-15".into(),
        ..DraftDeadline::default()
    };
    assert_eq!(back(&draft, ENGLISH), draft);
    // Where a comma stands before decimals, this would be two to three.
    let german = Separators {
        decimal: ',',
        group: '.',
    };
    assert_eq!(back(&draft, german).budget.amount, "2000–3000");
}

#[test]
fn another_language_reads_what_was_typed_as_the_same() {
    let german = Separators {
        decimal: ',',
        group: '.',
    };
    let mut draft = draft();
    draft.budget.amount = "2,000.50 to 3,000".into();
    let again = draft.rewritten(ENGLISH, german);
    assert_eq!(again.budget.amount, "2.000,50 to 3.000");
    assert_eq!(again.read(german, TODAY), draft.read(ENGLISH, TODAY));
    assert_eq!(again.rewritten(german, ENGLISH), draft);
    let french = Separators {
        decimal: ',',
        group: '\u{202f}',
    };
    for (typed, from, to, written) in [
        ("1.500", french, ENGLISH, "1500"),
        ("1.500,50", french, ENGLISH, "1.500,50"),
        ("2.000 kr.", german, ENGLISH, "2000"),
        ("2,000...3,000", ENGLISH, german, "2000–3000"),
        ("2.5", ENGLISH, french, "2,5"),
        ("as soon, as", ENGLISH, german, "as soon, as"),
    ] {
        draft.budget.amount = typed.into();
        let again = draft.rewritten(from, to);
        assert_eq!(again.budget.amount, written, "{typed}");
        assert_eq!(again.read(to, TODAY), draft.read(from, TODAY), "{typed}");
    }
}

#[test]
fn a_limit_that_cannot_be_read_is_not_none() {
    let mut draft = draft();
    draft.budget.kind = Some(BudgetKind::Hourly);
    draft.budget.amount = "4000 max".into();
    let (brief, problems) = draft.read(ENGLISH, TODAY);
    assert_eq!((brief.budget, problems), (None, vec![FieldProblem::Amount]));
    draft.budget.amount.clear();
    let (brief, problems) = draft.read(ENGLISH, TODAY);
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
fn a_draft_that_is_understood_reads_as_a_brief() {
    let (brief, problems) = draft().read(ENGLISH, TODAY);
    assert_eq!(problems, []);
    assert_eq!(brief.budget, Some(Budget::fixed(1500.0)));
    assert_eq!(brief.deadline, Some(Deadline::within(3.0)));
}

#[test]
fn what_cannot_be_understood_is_not_said_and_named() {
    let mut draft = draft();
    draft.wishes[0].count = "0".into();
    draft.wishes.push(DraftWish::own());
    draft.deadline.text = "soon".into();
    draft.budget.amount = "-5".into();
    let (brief, problems) = draft.read(ENGLISH, TODAY);
    assert_eq!(brief.budget, None);
    assert_eq!(brief.deadline, None);
    use FieldProblem::{Amount, Count, Name, Weeks};
    assert_eq!(problems, [Count(0), Name(1), Weeks, Amount]);
}

#[test]
fn an_empty_field_is_not_said_and_no_problem() {
    let mut draft = draft();
    draft.deadline.text = "  ".into();
    draft.wishes[0].like = " ".into();
    let (brief, problems) = draft.read(ENGLISH, TODAY);
    assert_eq!((brief.deadline, problems), (None, vec![]));
    assert_eq!(brief.wishes[0].like, None);
}

#[test]
fn a_brief_becomes_a_draft_that_reads_as_the_same_brief() {
    let write = |value: f64| value.to_string();
    let again = |brief: &Brief| Draft::of(brief, write).read(ENGLISH, TODAY);
    let (brief, _) = draft().read(ENGLISH, TODAY);
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
        care: PerKind {
            help: CareDuty {
                by: Some(CareOwner::UsUnpaid),
                hours: Some(4.0),
                within: Some(Within::Day),
            },
            ..PerKind::default()
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
        so_far: Some(SoFar {
            hours: 40.0,
            paid: 1500.0,
            done: 0.5,
        }),
        ours: Ours {
            rivals: Some(Rivals::Few),
            ..Ours::default()
        },
        ..Brief::default()
    };
    assert_eq!(again(&brief), (brief.clone(), vec![]));
    let range = |from, to| Budget::Fixed(Amount::Range { from, to });
    for budget in [
        range(2000.0, 3000.0),
        range(2000.5, 2000.5),
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
