//! Ready-made terms: each is usable unchanged, and names the sources of its figures.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use takeon::config::{Config, Example, read_config};
use takeon::engine::{
    Brief, Budget, CareDuty, CareKind, CareOwner, Deadline, Flag, Keepable, Label, OfferKind,
    Priority, Promise, Service, Terms, Verdict, Want, Wish, appraise, ballpark, defaults,
    is_yes_once_settled, once_settled, usual_ballparks,
};

/// Returns every ready-made shop by the name of its file.
fn shops() -> Vec<(String, String)> {
    let files = fs::read_dir("static/terms").unwrap();
    let mut shops: Vec<(String, String)> = files
        .map(|file| file.unwrap().path())
        // Their translations are next to them.
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    shops.sort();
    shops
}

fn configs() -> Vec<(String, Config)> {
    let read = |(name, text): (String, String)| {
        let config = read_config(&text).unwrap_or_else(|errors| panic!("{name}: {errors:#?}"));
        (name, config)
    };
    shops().into_iter().map(read).collect()
}

fn terms() -> Vec<(String, Terms)> {
    let terms = |(name, config): (String, Config)| (name, config.terms);
    configs().into_iter().map(terms).collect()
}

#[test]
fn every_ready_made_shop_can_be_used_as_it_is_and_is_offered_to_owners() {
    let terms = terms();
    assert!(terms.len() >= 6);
    let offered = include_str!("../src/desk/configurator/fields.rs");
    for (shop, _) in terms {
        assert!(
            offered.contains(&format!("(\"{shop}\", \"shop.{shop}\")")),
            "{shop} is not in SHOPS of src/desk/configurator/fields.rs"
        );
    }
}

#[test]
fn every_figure_of_work_and_care_has_a_source() {
    let said = |label: &Label, at: &str| {
        let source = label.source.as_ref().unwrap_or_else(|| panic!("{at}"));
        let source = source.default.as_str();
        // Figures that are not borrowed are declared as the shop's own.
        let own = source.contains("ours") || source == "Our assumption.";
        assert!(own || source.contains('('), "{at}: {source}");
        // Clients read it as well, so that it must not advise the shop.
        assert!(!source.contains("hange"), "{at}: {source}");
    };
    for (shop, terms) in terms() {
        for service in &terms.services {
            said(&service.label, &format!("{shop}: {}", service.id));
        }
        for promise in &terms.promises {
            if matches!(promise.keepable, Keepable::Priced(_)) {
                said(&promise.label, &format!("{shop}: {}", promise.id));
            }
        }
    }
}

#[test]
fn every_ready_made_shop_is_a_complete_example() {
    for (shop, terms) in terms() {
        let never = |promise: &&Promise| promise.keepable == Keepable::Never;
        assert!(terms.promises.iter().filter(never).count() >= 2, "{shop}");
        assert!(terms.services.len() >= 12, "{shop}");
        assert!(terms.purposes.len() >= 5, "{shop}");
        let exchangeable = |service: &Service| !service.alternatives.is_empty();
        assert!(terms.services.iter().any(exchangeable), "{shop}");
        assert!(!terms.stops.is_empty() && terms.tax.is_some(), "{shop}");
        // A referral has a disclosure.
        for partner in &terms.partners {
            assert!(partner.disclosure.is_some(), "{shop}: {}", partner.id);
        }
    }
}

#[test]
fn every_purpose_is_served_and_every_alternative_serves_what_it_replaces() {
    for (shop, terms) in terms() {
        for purpose in &terms.purposes {
            let serves = |service: &Service| {
                service
                    .serves
                    .as_ref()
                    .is_some_and(|ids| ids.contains(&purpose.id))
            };
            assert!(terms.services.iter().any(serves), "{shop}: {}", purpose.id);
        }
        for service in &terms.services {
            for id in &service.alternatives {
                let other = terms.service(id).unwrap();
                let shared =
                    |id: &String| other.serves.as_ref().is_some_and(|ids| ids.contains(id));
                assert!(
                    service.serves.iter().flatten().any(shared),
                    "{shop}: {} instead of {}",
                    id,
                    service.id
                );
            }
        }
    }
}

/// Returns `true` if it is a promise of this shop's that nobody can keep.
fn never_kept(terms: &Terms, id: &str) -> bool {
    terms
        .promise(id)
        .is_some_and(|promise| promise.keepable == Keepable::Never)
}

#[test]
fn every_service_has_other_words_and_says_what_is_not_in_it() {
    for (shop, terms) in terms() {
        for service in &terms.services {
            let at = format!("{shop}: {}", service.id);
            // tests/node/locales.test.mjs looks at the words, in every language.
            assert!((3..=6).contains(&service.also.len()), "{at}");
            assert!((1..=4).contains(&service.excludes.len()), "{at}");
        }
    }
}

#[test]
fn three_to_six_services_are_usual_and_stand_on_their_own() {
    for (shop, terms) in terms() {
        let usual: Vec<&Service> = terms.services.iter().filter(|s| s.usual).collect();
        assert!((3..=6).contains(&usual.len()), "{shop}");
        let alone = usual.iter().filter(|service| service.needs.is_empty());
        assert!(alone.count() >= 3, "{shop}");
    }
}

#[test]
fn no_service_needs_itself() {
    for (shop, terms) in terms() {
        for service in &terms.services {
            let mut met = BTreeSet::new();
            let mut next: Vec<&String> = service.needs.iter().collect();
            while let Some(id) = next.pop() {
                assert_ne!(*id, service.id, "{shop}");
                if met.insert(id) {
                    next.extend(&terms.service(id).unwrap().needs);
                }
            }
        }
    }
}

#[test]
fn only_a_free_sample_and_what_is_unlawful_cannot_be_lifted() {
    let fixed = BTreeSet::from([Flag::FreeSample, Flag::Unlawful]);
    for (shop, terms) in terms() {
        let flags = |lift: bool| -> BTreeSet<Flag> {
            let stops = terms.stops.iter().filter(|stop| stop.lift == lift);
            stops.map(|stop| stop.flag).collect()
        };
        let lifted = flags(true);
        assert_eq!(flags(false), fixed, "{shop}");
        assert!(lifted.contains(&Flag::NoDeposit), "{shop}");
        assert!(lifted.is_disjoint(&fixed), "{shop}");
    }
}

#[test]
fn shops_that_change_existing_things_promise_no_price_unseen() {
    for (shop, terms) in terms() {
        let changes = |service: &Service| service.changes;
        assert!(terms.services.iter().any(changes), "{shop}");
        assert!(never_kept(&terms, "guess"), "{shop}");
        // A request to copy somebody else is only asked about if there is something to look at.
        assert_eq!(
            never_kept(&terms, "like-theirs"),
            shop != "seo-content",
            "{shop}"
        );
    }
}

#[test]
fn every_shop_sells_a_year_of_upkeep_that_lasts_as_long() {
    for (shop, terms) in terms() {
        let upkeep = terms.service("upkeep").unwrap();
        assert!(upkeep.changes && upkeep.needs.is_empty(), "{shop}");
        // With the weeks until it begins it is done within a year, which is when it is asked for.
        let year = terms.team.starts_in_weeks + upkeep.least_weeks;
        assert!((48.0..=52.0).contains(&year), "{shop}: {year}");
    }
}

#[test]
fn what_is_sold_in_sizes_grows_with_them() {
    let terms = terms();
    for (shop, sizes) in [
        ("web-studio", ["app-small", "app", "app-large"]),
        ("software-house", ["app-small", "mobile-app", "app-large"]),
        ("brand-design", ["logo-small", "logo", "logo-large"]),
    ] {
        let (_, terms) = terms.iter().find(|(name, _)| name == shop).unwrap();
        let hours = sizes.map(|id| terms.service(id).unwrap().hours.likely);
        assert!(
            hours.is_sorted_by(|a, b| 2.0 * a <= *b),
            "{shop}: {hours:?}"
        );
    }
}

#[test]
fn sites_and_shops_bring_content_to_look_after() {
    let mut sites = 0;
    for (shop, terms) in terms() {
        for id in [
            "site",
            "wordpress-site",
            "hosted-site",
            "blog",
            "hosted-blog",
            "shop",
            "own-shop",
            "hosted-shop",
        ] {
            let Some(site) = terms.service(id) else {
                continue;
            };
            assert!(site.care.content >= 1.0, "{shop}: {id}");
            sites += 1;
        }
    }
    assert!(sites >= 10, "{sites}");
}

#[test]
fn chances_lie_within_what_is_published() {
    for (shop, terms) in terms() {
        // Published: 1.3 to 10 in 100 for what never comes, 6 to 50 in 100 for bids that are won.
        for chance in [terms.unpaid.stranger, terms.unpaid.known] {
            assert!((0.013..=0.1).contains(&chance), "{shop}: {chance}");
        }
        assert!(terms.unpaid.known < terms.unpaid.stranger, "{shop}");
        for chance in [terms.wins.few, terms.wins.open, terms.wins.insider] {
            assert!(
                (0.06..=0.5).contains(&chance.unwrap()),
                "{shop}: {chance:?}"
            );
        }
        // No shop has finished jobs of its own to say otherwise.
        assert_eq!(terms.schedule, defaults::SCHEDULE, "{shop}");
    }
}

#[test]
fn no_shop_sells_what_is_too_small_for_it() {
    for (shop, terms) in terms() {
        let Some(smallest) = terms.smallest else {
            continue;
        };
        for service in &terms.services {
            let want = Want::Service {
                service: service.id.clone(),
            };
            let mut brief = Brief {
                wishes: vec![Wish {
                    priority: Priority::Must,
                    ..Wish::new(want)
                }],
                ..Brief::default()
            };
            for kind in CareKind::ALL {
                brief.care[kind] = CareDuty::by(CareOwner::Client);
            }
            let price = appraise(&brief, &terms).unwrap().price.p50;
            assert!(price >= smallest, "{shop}: {}: {price}", service.id);
        }
    }
}

#[test]
fn no_ready_made_shop_can_be_taken_for_a_real_one() {
    for (shop, terms) in terms() {
        let partners = terms.partners.iter().map(|partner| &partner.url);
        for address in [&terms.shop.url, &terms.shop.email]
            .into_iter()
            .chain(partners)
        {
            let address = address.as_ref().unwrap();
            assert!(address.ends_with(".example"), "{shop}: {address}");
        }
    }
}

#[test]
fn the_examples_of_each_shop_show_that_the_answer_depends_on_the_job() {
    let mut all = BTreeSet::new();
    for (shop, config) in configs() {
        let verdict = |example: &Example| appraise(&example.brief, &config.terms).unwrap().verdict;
        let verdicts: BTreeSet<&str> = config.examples.iter().map(|e| verdict(e).name()).collect();
        assert!(config.examples.len() >= 3, "{shop}");
        assert!(verdicts.len() >= 2, "{shop}: {verdicts:?}");
        all.extend(verdicts);
    }
    assert!(
        all.is_superset(&BTreeSet::from(["take", "reshape", "refer", "decline"])),
        "{all:?}"
    );
}

#[test]
fn a_simple_blog_is_referred_with_the_shares_said_and_a_way_to_yes() {
    let (_, studio) = configs()
        .into_iter()
        .find(|(name, _)| name == "web-studio")
        .unwrap();
    let blog = appraise(&studio.examples[0].brief, &studio.terms).unwrap();
    assert_eq!(blog.verdict, Verdict::Refer);
    let partner = studio
        .terms
        .partner(&blog.referral.unwrap().partner)
        .unwrap();
    assert!(
        partner
            .disclosure
            .as_ref()
            .unwrap()
            .default
            .contains("shares")
    );
    // Looking after it for a year is more work than making it, and nobody is paid for that.
    assert!(blog.care_hours > blog.hours.p80);
    assert!(blog.offers.iter().any(|offer| offer.within));
}

#[test]
fn a_list_of_features_is_reshaped_to_what_serves_the_purpose() {
    let (_, studio) = configs()
        .into_iter()
        .find(|(name, _)| name == "web-studio")
        .unwrap();
    let Example { brief, .. } = &studio.examples[1];
    let asked = appraise(brief, &studio.terms).unwrap();
    assert_eq!(asked.verdict, Verdict::Reshape);
    let offer = asked
        .offers
        .iter()
        .find(|offer| offer.kind == OfferKind::Less)
        .unwrap();
    assert!(offer.within);
    // The same money and date, without what brings no enquiries and the promise nobody can keep.
    assert_eq!(
        (&offer.brief.budget, &offer.brief.deadline),
        (&brief.budget, &brief.deadline)
    );
    let reshaped = appraise(&offer.brief, &studio.terms).unwrap();
    assert_eq!(reshaped.verdict, Verdict::Take);
    assert!(reshaped.earns_per_hour.unwrap().p50 > studio.terms.floor_rate);
}

#[test]
fn a_low_budget_for_a_shop_gets_the_services_it_buys() {
    let (_, terms) = terms()
        .into_iter()
        .find(|(shop, _)| shop == "web-studio")
        .unwrap();
    let bought = |weeks: f64| {
        let brief = Brief {
            purpose: Some("sell".to_owned()),
            wishes: Wish::only(Want::Service {
                service: "hosted-shop".to_owned(),
            }),
            budget: Some(Budget::fixed(3000.0)),
            deadline: Some(Deadline::within(weeks)),
            ..Brief::default()
        };
        assert_ne!(appraise(&brief, &terms).unwrap().verdict, Verdict::Take);
        terms.check(&brief).unwrap().affordable_services()
    };
    let in_time = bought(10.0);
    assert_eq!(in_time[0].service, "landing-page");
    assert_eq!(in_time.len(), 3);
    // Nothing is ready in three weeks; services that are ready soon after have their own dates.
    let later = bought(3.0);
    assert_eq!(later[0].service, "landing-page");
    for one in in_time.iter().chain(&later) {
        let yes = appraise(&one.brief, &terms).unwrap();
        assert_eq!(
            (yes.verdict, yes.odds.both),
            (Verdict::Take, Some(one.both))
        );
    }
    assert_eq!(in_time[0].brief.deadline, Some(Deadline::within(10.0)));
    assert!(later[0].brief.deadline.unwrap().weeks() > 5.0);
}

#[test]
fn a_shop_outlasts_its_newsletter() {
    let (_, terms) = terms()
        .into_iter()
        .find(|(shop, _)| shop == "web-studio")
        .unwrap();
    let mut brief = Brief {
        purpose: Some("sell".to_owned()),
        budget: Some(Budget::fixed(5500.0)),
        deadline: Some(Deadline::within(16.0)),
        ..Brief::default()
    };
    for service in ["newsletter", "hosted-shop", "booking"] {
        let service = service.to_owned();
        brief.wishes.push(Wish::new(Want::Service { service }));
    }
    let offers = appraise(&brief, &terms).unwrap().offers;
    let less = offers
        .iter()
        .find(|offer| offer.kind == OfferKind::Less)
        .unwrap();
    let shop = Want::Service {
        service: "hosted-shop".to_owned(),
    };
    assert!(
        less.brief.wishes.iter().any(|wish| wish.want == shop),
        "{less:?}"
    );
    assert!(less.brief.wishes.len() < 3);
}

#[test]
fn the_figures_of_a_usual_job_are_a_yes_once_open_points_are_settled() {
    for (shop, terms) in terms() {
        for (service, figures) in usual_ballparks(&terms) {
            let brief = Brief {
                wishes: Wish::only(Want::Service {
                    service: service.clone(),
                }),
                budget: Some(Budget::fixed(figures.price.1)),
                deadline: Some(Deadline::within(figures.weeks.1)),
                ..Brief::default()
            };
            let appraisal = appraise(&brief, &terms).unwrap();
            assert!(is_yes_once_settled(&brief, &appraisal), "{shop}: {service}");
            let settled = once_settled(&brief, &appraisal)
                .unwrap_or_else(|| panic!("{shop}: {service}: {:?}", appraisal.offers));
            assert_eq!(settled.brief.budget, brief.budget, "{shop}: {service}");
            assert_eq!(settled.brief.deadline, brief.deadline, "{shop}: {service}");
        }
    }
}

#[test]
fn what_the_money_buys_later_costs_what_it_usually_costs() {
    let mut count = 0;
    for (shop, terms) in terms() {
        for service in terms.services.iter().filter(|service| service.usual) {
            let want = |service: &str| {
                Wish::only(Want::Service {
                    service: service.to_owned(),
                })
            };
            let brief = Brief {
                wishes: want(&service.id),
                deadline: Some(Deadline::within(1.0)),
                budget: Some(Budget::fixed(8000.0)),
                ..Brief::default()
            };
            for bought in terms.check(&brief).unwrap().affordable_services() {
                let asked = bought.brief.budget.and_then(Budget::amount).unwrap();
                let alone = Brief {
                    wishes: want(&bought.service),
                    ..Brief::default()
                };
                let usual = ballpark(&alone, &terms).price.1;
                assert!(
                    bought.brief.deadline == brief.deadline || asked <= 1.1 * usual,
                    "{shop}: {} for {asked} instead of {usual}",
                    bought.service
                );
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count}");
}

#[test]
fn whoever_needs_upkeep_is_not_offered_something_else() {
    for (shop, terms) in terms() {
        let upkeep = terms.services.iter().find(|known| known.least_weeks > 40.0);
        let brief = Brief {
            wishes: Wish::only(Want::Service {
                service: upkeep.unwrap().id.clone(),
            }),
            deadline: Some(Deadline::Open),
            budget: Some(Budget::monthly(150.0)),
            ..Brief::default()
        };
        let bought = terms.check(&brief).unwrap().affordable_services();
        assert!(bought.is_empty(), "{shop}: {bought:?}");
    }
}

#[test]
fn no_name_of_a_service_or_promise_speaks_for_the_shop_or_the_client() {
    // Letters of both quote the names.
    let persons = [
        ("en", "we us our i me my you your"),
        ("da", "vi os vores jeg mig min dig din dine jeres"),
        ("de", "wir uns unser unsere ich mich mein ihr ihre ihnen"),
        ("es", "nosotros nuestro nuestra mi mis su sus usted"),
        ("fr", "nous notre nos mon mes vous votre vos"),
        ("nl", "wij we ons onze ik mijn je jouw jou u uw"),
        ("pl", "nas nasz nasze nami mój moje mnie państwa państwu"),
        ("pt-BR", "nós nosso nossa meu minha seu seus sua suas você"),
        ("tr", "biz bizim ben benim siz sizin okurunuz"),
        ("id", "kami kita saya anda"),
    ];
    for (lang, persons) in persons {
        let words = format!("static/terms/words/{lang}.json");
        let words = fs::read_to_string(words).unwrap_or("{}".to_owned());
        let words: serde_json::Value = serde_json::from_str(&words).unwrap();
        let persons: BTreeSet<&str> = persons.split(' ').collect();
        for (shop, terms) in terms() {
            let services = terms.services.iter().map(|service| &service.label);
            let promises = terms.promises.iter().map(|promise| &promise.label);
            for label in services.chain(promises) {
                let english = label.name.as_ref().unwrap().default.as_str();
                let name = words[english].as_str().unwrap_or(english).to_lowercase();
                let speaks = |word: &str| persons.contains(word);
                let said = name
                    .split(|c: char| !c.is_alphanumeric())
                    .find(|it| speaks(it));
                // To make an appointment.
                let said = said.filter(|_| english != "Appointment booking");
                assert_eq!(said, None, "{shop}, {lang}: {name}");
            }
        }
    }
}

#[test]
fn the_money_for_a_shop_buys_no_photographs_where_it_buys_a_page() {
    let all = terms();
    let (_, terms) = all.iter().find(|(shop, _)| shop == "web-studio").unwrap();
    let mut bought = BTreeSet::new();
    for purpose in [None, Some("sell".to_owned())] {
        for money in [1500.0, 2000.0, 2500.0, 3000.0, 4000.0] {
            let brief = Brief {
                purpose: purpose.clone(),
                wishes: Wish::only(Want::Service {
                    service: "shop".to_owned(),
                }),
                budget: Some(Budget::fixed(money)),
                deadline: Some(Deadline::within(12.0)),
                ..Brief::default()
            };
            let found = terms.check(&brief).unwrap().affordable_services();
            let found: Vec<String> = found.into_iter().map(|one| one.service).collect();
            assert!(!found.is_empty() || money < 2000.0, "{money}");
            bought.extend(found);
        }
    }
    for beside in ["photos", "texts", "language", "seo-setup"] {
        assert!(!bought.contains(beside), "{bought:?}");
    }
}

#[test]
fn a_yes_has_no_warning_that_everything_is_fixed() {
    let fixed = ["all-three-fixed", "everything-is-a-must"];
    let (mut yes, mut no) = (0, 0);
    for (shop, terms) in terms() {
        let wishes = terms
            .services
            .iter()
            .filter(|service| service.usual)
            .take(3);
        let must = |service: &Service| Wish {
            priority: Priority::Must,
            ..Wish::only(Want::Service {
                service: service.id.clone(),
            })
            .remove(0)
        };
        let wishes: Vec<Wish> = wishes.map(must).collect();
        for (money, weeks) in [(500_000.0, 200.0), (500.0, 2.0)] {
            let mut brief = Brief {
                wishes: wishes.clone(),
                budget: Some(Budget::fixed(money)),
                deadline: Some(Deadline::within(weeks)),
                ..Brief::default()
            };
            for kind in CareKind::ALL {
                brief.care[kind].by = Some(CareOwner::Client);
            }
            let answer = appraise(&brief, &terms).unwrap();
            let mut conflicts = answer.conflicts.iter();
            let is_warned = conflicts.any(|conflict| fixed.contains(&conflict.id));
            let holds = answer.odds.both.unwrap() >= answer.confidence;
            assert_eq!(is_warned, !holds, "{shop}: {money}");
            yes += usize::from(holds);
            no += usize::from(!holds);
        }
    }
    assert!(yes >= 5 && no >= 5, "{yes}, {no}");
}
