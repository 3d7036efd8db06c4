//! Search for services by typed words, and pasted lists.

#![allow(clippy::unwrap_used)]

use std::fs;
use takeon::search::{Entry, Joins, StopWords, best_match, find, several};

/// Returns the services of a ready-made shop in a language, as the calculator indexes them.
fn shop(name: &str, tag: &str) -> (Vec<String>, Vec<Entry>, StopWords) {
    let read = |path: String| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let file = read(format!("static/terms/{name}.json"));
    let words = (tag != "en").then(|| read(format!("static/terms/words/{tag}.json")));
    let say = |text: &str| match &words {
        Some(words) => words[text].as_str().unwrap().to_owned(),
        None => text.to_owned(),
    };
    let english = read("static/locales/en.json".to_owned());
    let locale = read(format!("static/locales/{tag}.json"));
    let stop_words =
        |locale: &serde_json::Value| locale["search.ignored"].as_str().map(str::to_owned);
    let stop_words = stop_words(&locale)
        .or_else(|| stop_words(&english))
        .unwrap();
    let stop_words = StopWords::new(&stop_words);
    let services = file["terms"]["services"].as_array().unwrap();
    let entries = services.iter().map(|service| {
        let also: Vec<&str> = service["also"]
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_str().unwrap())
            .collect();
        let also = say(&also.join(", "));
        let name = say(service["name"].as_str().unwrap());
        let note = say(service["note"].as_str().unwrap());
        Entry::new(&name, &[&also], &note, &stop_words)
    });
    let entries = entries.collect();
    let ids = services
        .iter()
        .map(|service| service["id"].as_str().unwrap().to_owned());
    (ids.collect(), entries, stop_words)
}

/// Fails unless each text means its service; an empty id is none.
fn means(name: &str, tag: &str, cases: &[(&str, &str)]) {
    let (ids, entries, stop_words) = shop(name, tag);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = best_match(&entries, text, &stop_words).map_or("", |index| &ids[index]);
            (found != *expected).then(|| format!("{text:?}: {found:?}, not {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{tag}: {wrong:#?}");
}

/// Returns the ids that a text finds.
fn finds(name: &str, tag: &str, text: &str) -> Vec<String> {
    let (ids, entries, stop_words) = shop(name, tag);
    let found = find(&entries, text, &stop_words).into_iter();
    found.map(|index| ids[index].clone()).collect()
}

#[test]
fn lines_of_a_list_match_the_expected_services() {
    means(
        "web-studio",
        "en",
        &[
            ("Website", "site"),
            ("new website", "site"),
            ("site", "site"),
            ("our new site", "site"),
            ("home page", "site"),
            ("a web site for our association", "site"),
            ("web shop", "shop"),
            ("Webshop", "shop"),
            ("e-commerce", "shop"),
            ("SEO", "seo-setup"),
            ("SEO for the shop", "seo-setup"),
            ("Events calendar", "booking"),
            ("Newsletter signup", "newsletter"),
            ("newsletters", "newsletter"),
            ("Member login", "forum"),
            ("member log in", "forum"),
            ("French version", ""),
            ("Translation into French", "language"),
            ("landing pages", "landing-page"),
            ("Contact form", "site"),
            ("blog", "blog"),
            ("Blog with comments", "blog"),
            ("Shopify", "hosted-shop"),
            ("shopify store", "hosted-shop"),
            ("photo shoot", "photos"),
            ("iPhone app", "app"),
            ("An app like Uber", "app-large"),
            ("Copywriting", "texts"),
            ("redirects from the old site", "migration"),
            ("old website", "migration"),
            ("move our website to wordpress", "migration"),
            ("maintenance of our website", "upkeep"),
            ("online ordering", "hosted-shop"),
            ("Donation form", ""),
            ("Map of projects", ""),
            ("Annual report page", ""),
            ("Photos of the team for the website", ""),
            ("Photos", "photos"),
            ("Comments", ""),
            ("Volunteer management", ""),
            ("card payments", ""),
            ("the", ""),
            ("", ""),
            ("?!", ""),
        ],
    );
}

#[test]
fn lists_are_matched_in_every_language() {
    means(
        "web-studio",
        "de",
        &[
            ("Übersetzung", "language"),
            ("uebersicht", ""),
            ("Spendenformular", ""),
            ("Newsletter-Anmeldung", "newsletter"),
            ("Webshop", "shop"),
            ("Onlineshop", "shop"),
            ("Website", "site"),
        ],
    );
    for (tag, text) in [
        ("da", "site"),
        ("da", "hjemmeside"),
        ("es", "sitio web"),
        ("fr", "un site"),
        ("id", "web"),
        ("ja", "サイト"),
        ("nl", "site"),
        ("pt-BR", "site"),
        ("tr", "site"),
    ] {
        means("web-studio", tag, &[(text, "site")]);
    }
    means(
        "web-studio",
        "fr",
        &[
            ("boutique en ligne", "shop"),
            ("Traduction", "language"),
            ("formulaire de don", ""),
        ],
    );
    means(
        "web-studio",
        "tr",
        &[("E-TİCARET", "shop"), ("bağış formu", "")],
    );
    means(
        "web-studio",
        "pl",
        &[("sklep internetowy", "shop"), ("TŁUMACZENIE", "language")],
    );
    means(
        "web-studio",
        "ar",
        &[
            ("متجر إلكتروني", "shop"),
            ("الترجمة", "language"),
            ("خريطة المشاريع", ""),
        ],
    );
    means(
        "web-studio",
        "ja",
        &[
            ("ネットショップ", "shop"),
            ("会社のホームページ", "site"),
            ("翻訳", "language"),
            ("寄付フォーム", ""),
        ],
    );
}

#[test]
fn a_site_with_a_blog_is_both() {
    let (_, entries, stop_words) = shop("web-studio", "en");
    let is_known = |text: &str| best_match(&entries, text, &stop_words).is_some();
    let joins = Joins {
        between: "and plus",
        known: "with including",
    };
    for text in ["site", "website", "web site", "homepage"] {
        let line = format!("{text} with a blog");
        assert_eq!(several(&line, joins, &is_known).unwrap(), [text, "a blog"]);
    }
}

#[test]
fn the_best_match_comes_first() {
    for (tag, cases) in [
        (
            "en",
            [
                ("homepage", "site"),
                ("wordpress", "site"),
                ("online store", "shop"),
                ("sell stuff", "shop"),
                ("book appointments", "booking"),
                ("reservation system", "booking"),
                ("get found on google", "seo-setup"),
                ("app like uber", "app-large"),
                ("english version", "language"),
                ("photographer", "photos"),
                ("hosting", "upkeep"),
                ("one pager", "landing-page"),
            ],
        ),
        (
            "da",
            [
                ("ny hjemmeside", "site"),
                ("netbutik", "shop"),
                ("e-handel", "shop"),
                ("tidsbestilling", "booking"),
                ("nyhedsbrev", "newsletter"),
                ("synlighed på google", "seo-setup"),
                ("oversættelse", "language"),
                ("engelsk version", "language"),
                ("hosting", "upkeep"),
                ("vedligehold", "upkeep"),
                ("medlemslogin", "forum"),
                ("hacket", "rescue"),
            ],
        ),
        (
            "de",
            [
                ("neue homepage", "site"),
                ("Webauftritt", "site"),
                ("internet shop", "shop"),
                ("verkaufen", "shop"),
                ("terminbuchung", "booking"),
                ("rundbrief", "newsletter"),
                ("suchmaschine", "seo-setup"),
                ("mehrsprachig", "language"),
                ("englische version", "language"),
                ("wartung", "upkeep"),
                ("umzug", "migration"),
                ("gehackt", "rescue"),
            ],
        ),
    ] {
        for (text, expected) in cases {
            let found = finds("web-studio", tag, text);
            assert_eq!(found[0], expected, "{text} in {tag} finds {found:?}");
        }
    }
    // One word of two is too little if another service has both.
    assert_eq!(finds("web-studio", "en", "online store"), ["shop"]);
}

#[test]
fn any_word_matches_and_so_does_a_prefix() {
    assert!(finds("web-studio", "en", "news").contains(&"newsletter".to_owned()));
    assert_eq!(
        finds("web-studio", "en", "newsletter signup")[0],
        "newsletter"
    );
    assert_eq!(finds("web-studio", "en", "web shop")[0], "shop");
    assert_eq!(finds("web-studio", "en", "hosting")[0], "upkeep");
    assert_eq!(finds("web-studio", "en", "translat")[0], "language");
    assert_eq!(finds("web-studio", "en", "TRANSLATIONS")[0], "language");
    // Only the note has it.
    assert!(finds("web-studio", "en", "redirect").contains(&"migration".to_owned()));
    assert!(finds("web-studio", "en", "unicorn").is_empty());
    assert!(finds("web-studio", "fr", "reservation")[0] == "booking");
}
