//! The ready-made terms: each can be used as it is, and says where its figures come from.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use takeon::config::{Config, Example, read_config};
use takeon::engine::{Keepable, Label, OfferId, Promise, Service, Terms, Verdict, appraise};

/// Every ready-made shop by the name of its file.
fn shops() -> Vec<(String, String)> {
    let files = fs::read_dir("static/terms").unwrap();
    let mut shops: Vec<(String, String)> = files
        .map(|file| file.unwrap().path())
        // Beside them stand their words in other languages.
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
fn every_figure_of_work_and_care_says_where_it_comes_from() {
    let said = |label: &Label, at: &str| {
        let source = label.source.as_ref().unwrap_or_else(|| panic!("{at}"));
        let source = source.default.as_str();
        // What is not borrowed is said to be the shop's own.
        let own = source.contains("ours") || source == "Our assumption.";
        assert!(own || source.contains('('), "{at}: {source}");
        // A client reads it as well: advice to the shop has no place there.
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
fn every_ready_made_shop_shows_what_terms_can_say() {
    for (shop, terms) in terms() {
        let never = |promise: &&Promise| promise.keepable == Keepable::Never;
        assert!(terms.promises.iter().filter(never).count() >= 2, "{shop}");
        assert!(terms.services.len() >= 12, "{shop}");
        assert!(terms.purposes.len() >= 5, "{shop}");
        let exchangeable = |service: &Service| !service.alternatives.is_empty();
        assert!(terms.services.iter().any(exchangeable), "{shop}");
        assert!(!terms.stops.is_empty() && terms.tax.is_some(), "{shop}");
        // Whoever sends clients elsewhere says what it gets for that.
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
        .find(|offer| offer.id == OfferId::Less)
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
