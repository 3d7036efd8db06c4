//! Reader: amounts, days, durations and whole messages, in every language that has a list.
//!
//! The cases in `tests/reader/` are our own, of Sunday, 29 November 2026.

#![allow(clippy::unwrap_used)]
#![allow(
    clippy::disallowed_types,
    reason = "how long it takes is one of the questions"
)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use proptest::prelude::*;
use serde_json::{Map, Value};
use std::fs;
use takeon::calendar;
use takeon::config::{SavedBrief, read_brief, read_saved, read_terms};
use takeon::draft::TypedText;
use takeon::engine::{Amount, Budget, Terms, Want};
use takeon::reader::{
    Finding, FoundValue, Language, Moment, Shop, amount, intl, language_of, read, when,
};
use takeon::share::{self, link};

const TAGS: [&str; 12] = [
    "en", "da", "de", "es", "fr", "id", "ja", "nl", "pl", "pt-BR", "tr", "ar",
];

fn json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn language(tag: &str) -> Language {
    let list = fs::read_to_string(format!("static/reader/{tag}.json")).unwrap();
    let says = fs::read_to_string(format!("static/says/{tag}.json")).unwrap();
    Language::read(tag, &[&list, &says, intl(tag).unwrap()]).unwrap()
}

fn languages() -> Vec<Language> {
    TAGS.iter().map(|tag| language(tag)).collect()
}

fn today() -> i64 {
    calendar::days_from_civil(2026, 11, 29).unwrap()
}

fn terms() -> Terms {
    read_terms(&json("static/terms/web-studio.json")["terms"].to_string()).unwrap()
}

/// Returns the texts of the shop in all languages.
fn words() -> Vec<(String, Vec<(String, String)>)> {
    let tags = TAGS.iter().filter(|tag| **tag != "en");
    let pairs = |tag: &str| {
        let words = members(&json(&format!("static/terms/words/{tag}.json")));
        words
            .into_iter()
            .map(|(from, to)| (from, to.as_str().unwrap_or_default().to_owned()))
            .collect()
    };
    tags.map(|tag| ((*tag).to_owned(), pairs(tag))).collect()
}

fn members(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

/// Returns an amount in the notation of the cases: `2000-3000 EUR`, without the shop's own
/// currency.
fn formatted(text: &str, language: &Language, shop: &str) -> String {
    let Some(found) = amount(text, language, shop) else {
        return String::new();
    };
    let ends = if found.low < found.high {
        format!("{}-{}", found.low, found.high)
    } else {
        found.high.to_string()
    };
    match found.currency {
        Some(code) if code != shop => format!("{ends} {code}"),
        _ => ends,
    }
}

#[test]
fn amounts_are_read_in_every_language() {
    let phrases = json("tests/reader/phrases.json");
    let mut wrong = Vec::new();
    for (tag, cases) in members(&phrases) {
        let (language, shop) = (language(&tag), cases["currency"].as_str().unwrap());
        for (text, expected) in members(&cases["money"]) {
            let formatted = formatted(&text, &language, shop);
            if formatted != expected.as_str().unwrap() {
                wrong.push(format!(
                    "{tag}: {text} => {formatted} instead of {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn days_and_lengths_are_read_in_every_language() {
    let phrases = json("tests/reader/phrases.json");
    let mut wrong = Vec::new();
    for (tag, cases) in members(&phrases) {
        let language = language(&tag);
        for (text, expected) in members(&cases["dates"]) {
            let found = when(&text, &language, today());
            let formatted = match found.map(|found| found.moment) {
                None => String::new(),
                Some(Moment::Open) => "open".to_owned(),
                Some(Moment::Soon) => "soon".to_owned(),
                Some(Moment::Day { day, .. }) => calendar::to_iso(day),
                Some(moment) => format!("{:.2}w", moment.days(today()).unwrap() / 7.0),
            };
            if formatted != expected.as_str().unwrap() {
                wrong.push(format!(
                    "{tag}: {text} => {formatted} instead of {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn in_january_the_new_year_has_begun() {
    let language = language("en");
    let on = |text: &str, (year, month, day)| {
        let today = calendar::days_from_civil(year, month, day).unwrap();
        match when(text, &language, today).unwrap().moment {
            Moment::Day { day, .. } => calendar::to_iso(day),
            other => format!("{other:?}"),
        }
    };
    for (text, day) in [
        ("early in the new year", "2027-01-10"),
        ("by the end of the new year", "2027-12-31"),
    ] {
        assert_eq!(on(text, (2026, 12, 31)), day);
        assert_eq!(on(text, (2027, 1, 3)), day);
    }
}

/// Returns a finding in the notation of the cases: `budget 2000-3000 EUR`, `wishes shop`,
/// `conditions/decider true`.
fn line(found: &Finding) -> String {
    let value = match &found.value {
        FoundValue::Budget { budget, currency } => {
            let ends = match (budget.amount(), budget.most()) {
                (Some(low), Some(high)) if low < high => format!("{low}-{high}"),
                (Some(low), _) => low.to_string(),
                _ => "by the hour".to_owned(),
            };
            format!("{ends} {}", currency.as_deref().unwrap_or("-"))
        }
        FoundValue::Deadline { day: Some(day), .. } => calendar::to_iso(*day),
        FoundValue::Deadline { deadline, .. } if deadline.weeks().is_finite() => {
            format!("{:.2}w", deadline.weeks())
        }
        FoundValue::Deadline { .. } => "open".to_owned(),
        FoundValue::Wish(wish) => {
            let name = match &wish.want {
                Want::Service { service } => service,
                Want::Sized { name, .. } | Want::Estimated { name, .. } => name,
            };
            if wish.count > 1 {
                format!("{} {name}", wish.count)
            } else {
                name.clone()
            }
        }
        FoundValue::Is(is) => is.to_string(),
        FoundValue::Choice(choice) => choice.clone(),
        FoundValue::Count(count) => count.to_string(),
        FoundValue::Stages(stages) => format!("{stages} stages"),
    };
    format!("{} {value}", found.field)
}

#[test]
fn messages_become_briefs() {
    let (languages, words) = (languages(), words());
    for case in json("tests/reader/messages.json").as_array().unwrap() {
        let mut terms = terms();
        case["currency"]
            .as_str()
            .unwrap()
            .clone_into(&mut terms.currency);
        let message = case["message"].as_str().unwrap();
        let said = read(
            message,
            &languages,
            None,
            today(),
            Shop {
                terms: &terms,
                words: &words,
            },
        );
        let mut lines: Vec<String> = said.found.iter().map(line).collect();
        lines.extend(
            said.unclear
                .iter()
                .map(|unclear| format!("{}? {}", unclear.field, unclear.why)),
        );
        let expected: Vec<&str> = case["says"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap())
            .collect();
        assert_eq!(
            said.language.as_deref(),
            case["language"].as_str(),
            "{message}"
        );
        assert_eq!(lines, expected, "{message}");
    }
}

#[test]
fn one_sentence_about_a_monthly_fee_is_a_budget_in_every_language() {
    let (languages, terms) = (languages(), terms());
    let shop = Shop {
        terms: &terms,
        words: &[],
    };
    for (tag, message, fee) in [
        ("en", "I could pay 50 a month", 50.0),
        ("en", "we can pay 300 per month for it", 300.0),
        ("da", "Jeg kan betale 50 om måneden", 50.0),
        ("de", "Ich könnte 50 im Monat zahlen", 50.0),
        ("es", "Podría pagar 50 al mes", 50.0),
        ("fr", "Je pourrais payer 50 par mois", 50.0),
        ("id", "Saya bisa bayar 300 per bulan", 300.0),
        ("ja", "月に5000円なら払えます", 5000.0),
        ("nl", "Ik kan 50 per maand betalen", 50.0),
        ("pl", "Mogę płacić 300 miesięcznie", 300.0),
        ("pt-BR", "Eu poderia pagar 50 por mês", 50.0),
        ("tr", "Ayda 300 ödeyebilirim", 300.0),
        ("ar", "يمكنني دفع 300 شهريا", 300.0),
    ] {
        assert_eq!(language_of(message), Some(tag), "{message}");
        let said = read(message, &languages, Some(tag), today(), shop);
        let budget = said.found.iter().find_map(|found| match found.value {
            FoundValue::Budget { budget, .. } => Some(budget),
            _ => None,
        });
        assert_eq!(
            budget,
            Some(Budget::Monthly(Amount::Exact(fee))),
            "{message}"
        );
    }
    // A number by the month that nobody pays.
    let other = read("We bake 20 a month.", &languages, Some("en"), today(), shop);
    assert!(other.found.iter().all(|found| found.field != "budget"));
}

#[test]
fn findings_are_applied_to_a_brief() {
    let (languages, words, terms) = (languages(), words(), terms());
    let shop = Shop {
        terms: &terms,
        words: &words,
    };
    let message = "We need a website and two landing pages. Our budget is 4,000 to 5,000 euros, half up front. It must be live by 1 March 2027. We host it ourselves.";
    let brief =
        serde_json::to_value(read(message, &languages, None, today(), shop).brief(&terms)).unwrap();
    assert_eq!(brief["wishes"][0]["service"], "site");
    assert_eq!(brief["wishes"][1]["count"], 2);
    assert_eq!(
        brief["budget"]["fixed"],
        serde_json::json!({ "from": 4000.0, "to": 5000.0 })
    );
    assert_eq!(brief["pay"], "deposit");
    assert_eq!(brief["care"]["hosting"], "client");
    assert!((brief["deadline"]["weeks"].as_f64().unwrap() - 92.0 / 7.0).abs() < 1e-9);
    // A shop that counts in euros cannot use pounds.
    let pounds = read("Our budget is £4,000.", &languages, None, today(), shop);
    assert_eq!(pounds.found.len(), 1);
    assert_eq!(pounds.brief(&terms).budget, None);
    // Two amounts to choose from.
    let message = "Unser Blog läuft super, aber wir wollen jetzt auch Bücher online verkaufen. Wir dachten an 5000 oder doch lieber 6000 Euro.";
    let two = read(message, &languages, None, today(), shop);
    let choices = two.unclear.iter().flat_map(|unclear| &unclear.choices);
    let budget = |amount| FoundValue::Budget {
        budget: Budget::fixed(amount),
        currency: (amount > 5000.0).then(|| "EUR".to_owned()),
    };
    assert_eq!(
        choices.cloned().collect::<Vec<_>>(),
        [5000.0, 6000.0].map(budget)
    );
    // Its prices are without tax.
    let mut taxed = terms.clone();
    taxed.tax_rate = Some(25.0);
    let shop = Shop {
        terms: &taxed,
        ..shop
    };
    let message = "We need a website. Our budget is 5,000 euros (incl. VAT).";
    let brief = read(message, &languages, None, today(), shop).brief(&taxed);
    assert_eq!(brief.budget, Some(Budget::Fixed(Amount::Exact(4000.0))));
}

/// Fails if a range is outside the text, or splits a character.
fn assert_places(text: &str, places: impl IntoIterator<Item = (usize, usize)>) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for (from, to) in places {
        assert!(from <= to && to <= units.len(), "{from}..{to} of {text:?}");
        assert!(
            String::from_utf16(&units[from..to]).is_ok() || text.contains('\u{fffd}'),
            "{from}..{to} cuts a character of {text:?}"
        );
    }
}

fn assert_reads(text: &str, languages: &[Language], shop: Shop) {
    for language in languages {
        assert_places(
            text,
            amount(text, language, "EUR").map(|found| (found.from, found.to)),
        );
        assert_places(
            text,
            when(text, language, today()).map(|found| (found.from, found.to)),
        );
        let said = read(text, languages, Some(&language.tag), today(), shop);
        assert_places(text, said.found.iter().map(|found| (found.from, found.to)));
        assert_places(
            text,
            said.unclear
                .iter()
                .map(|unclear| (unclear.from, unclear.to)),
        );
    }
}

#[test]
fn services_of_ones_own_are_known_by_the_words_for_their_kind() {
    let services = ["Website", "Webshop", "Logo", "Website og app"].map(|name| {
        serde_json::json!({
            "id": format!("own-{}", name.to_lowercase().replace(' ', "-")),
            "name": name,
            "hours": {"low": 1, "likely": 2, "high": 3},
        })
    });
    let mut usual = json("static/terms/web-studio.json")["terms"].take();
    usual["services"] = Value::from(services.to_vec());
    usual["partners"] = Value::Array(Vec::new());
    let terms = read_terms(&usual.to_string()).unwrap();
    let shop = Shop {
        terms: &terms,
        words: &[],
    };
    let languages = languages();
    for (tag, message, expected) in [
        ("da", "Vi skal have en ny hjemmeside.", "own-website"),
        ("de", "Wir brauchen eine neue Homepage.", "own-website"),
        (
            "en",
            "We need a website and a webshop.",
            "own-website own-webshop",
        ),
        (
            "da",
            "Vi skal bruge en website og en webshop.",
            "own-website own-webshop",
        ),
        (
            "en",
            "We need a web shop with a logo.",
            "own-webshop own-logo",
        ),
        // A name that says more than the kind is not taken for it.
        ("en", "We need an app.", ""),
    ] {
        let said = read(message, &languages, Some(tag), today(), shop);
        let wishes = said.found.iter().filter_map(|found| match &found.value {
            FoundValue::Wish(wish) => match &wish.want {
                Want::Service { service } => Some(service.as_str()),
                _ => None,
            },
            _ => None,
        });
        let wishes: Vec<&str> = wishes.collect();
        assert_eq!(wishes.join(" "), expected, "{message}");
    }
}

#[test]
fn a_change_to_a_site_that_exists_is_no_new_site() {
    let (languages, mut terms) = (languages(), terms());
    let wishes = |tag: &str, message: &str, terms: &Terms| {
        let shop = Shop { terms, words: &[] };
        let said = read(message, &languages, Some(tag), today(), shop);
        let lines = said.found.iter().map(line);
        let wishes = lines.filter_map(|line| Some(line.strip_prefix("wishes ")?.to_owned()));
        wishes.collect::<Vec<_>>().join(" ")
    };
    for (tag, message, expected) in [
        (
            "en",
            "Hi, we need our WordPress site moved to a new host, and about 10 hours of fixes before 15 January.",
            "migration rescue",
        ),
        ("en", "Please move our website to a new host.", "migration"),
        (
            "en",
            "move our old WordPress website to a new hosting provider",
            "migration",
        ),
        (
            "en",
            "Can you move the website to our new host?",
            "migration",
        ),
        (
            "en",
            "We have a WordPress site that needs to be moved to a new host.",
            "migration",
        ),
        ("en", "We need 10 hours of fixes on our website.", "rescue"),
        ("en", "Our website needs a few fixes.", "rescue"),
        ("en", "Can you update our existing website?", "rescue"),
        ("en", "Please fix the blog on our website.", "rescue"),
        ("en", "Please maintain our website.", "upkeep"),
        (
            "en",
            "I want my old website transferred and a blog added.",
            "migration blog",
        ),
        (
            "en",
            "We need a new website. Our old website should be moved.",
            "site migration",
        ),
        (
            "en",
            "We moved our website last year and need a blog.",
            "blog",
        ),
        (
            "en",
            "We don't need fixes on our website, just a blog.",
            "blog",
        ),
        (
            "en",
            "We need a CMS so that we can update our website ourselves.",
            "",
        ),
        (
            "en",
            "We need a website. You must also update the site.",
            "site",
        ),
        ("en", "Our customers need a website to move money.", "site"),
        (
            "en",
            "We have moved offices and need a new website.",
            "site",
        ),
        ("en", "We'd like a fixed price for a website.", "site"),
        (
            "da",
            "Vi skal have flyttet vores WordPress-hjemmeside til et nyt webhotel.",
            "migration",
        ),
        (
            "da",
            "Vi har en hjemmeside, der skal flyttes til et nyt webhotel.",
            "migration",
        ),
        (
            "da",
            "Vi har brug for 10 timers rettelser på vores hjemmeside.",
            "rescue",
        ),
        ("da", "Vores hjemmeside skal repareres.", "rescue"),
        ("da", "Vi er flyttet og skal have en ny hjemmeside.", "site"),
        (
            "de",
            "Bitte ziehen Sie unsere Website auf einen neuen Server um.",
            "migration",
        ),
        (
            "de",
            "Wir brauchen 10 Stunden Korrekturen an unserer Website.",
            "rescue",
        ),
        (
            "de",
            "Können Sie die Fehler auf unserer Website beheben?",
            "rescue",
        ),
        (
            "de",
            "Wir ziehen um und brauchen eine neue Website.",
            "site",
        ),
        (
            "es",
            "Necesitamos mover nuestra web a un nuevo hosting.",
            "migration",
        ),
        (
            "fr",
            "Pouvez-vous corriger les bugs de notre site ?",
            "rescue",
        ),
        (
            "nl",
            "We willen onze website verhuizen naar een nieuwe host.",
            "migration",
        ),
        (
            "pl",
            "Potrzebujemy poprawek na naszej stronie internetowej.",
            "rescue",
        ),
        (
            "pt-BR",
            "Precisamos corrigir erros no nosso site.",
            "rescue",
        ),
        (
            "tr",
            "Web sitemizi başka bir sunucuya taşımak istiyoruz.",
            "migration",
        ),
        (
            "tr",
            "Ofisimizi taşıyoruz. Yeni bir web sitesi istiyoruz.",
            "site",
        ),
        (
            "id",
            "Kami ingin memindahkan website kami ke hosting lain.",
            "migration",
        ),
        ("id", "Kami pindah kantor dan butuh website baru.", "site"),
        (
            "ja",
            "弊社のサイトを別のサーバーに移転したいです。",
            "migration",
        ),
        ("ja", "新しいホームページを作成したいです。", "site"),
        ("ar", "نريد نقل موقعنا إلى استضافة أخرى.", "migration"),
        ("ar", "انتقل مكتبنا. نريد موقعا جديدا.", "site"),
    ] {
        assert_eq!(wishes(tag, message, &terms), expected, "{message}");
    }
    // A shop that offers no such service is not asked for a new site either.
    terms
        .services
        .retain(|service| !["migration", "rescue", "upkeep"].contains(&service.id.as_str()));
    for message in [
        "Please move our website to a new host.",
        "We need 10 hours of fixes on our website.",
        "Please maintain our website.",
    ] {
        assert_eq!(wishes("en", message, &terms), "", "{message}");
    }
}

#[test]
fn people_hired_for_a_period_are_no_deadline() {
    let (languages, words, terms) = (languages(), words(), terms());
    let shop = Shop {
        terms: &terms,
        words: &words,
    };
    let deadlines = |tag: &str, message: &str| {
        let said = read(message, &languages, Some(tag), today(), shop);
        let fields = said.found.iter().map(|found| found.field.clone());
        let unclear = said.unclear.iter().map(|unclear| unclear.field.to_owned());
        fields
            .chain(unclear)
            .filter(|field| field == "deadline")
            .count()
    };
    for (tag, message) in [
        (
            "en",
            "We need a photographer for 2 days. Budget 2000 euros.",
        ),
        ("en", "We are looking for a developer for three weeks."),
        ("de", "Wir suchen einen Freelancer für 10 Tage."),
        (
            "de",
            "Wir suchen eine Entwicklerin für drei Wochen, die unsere Website überarbeitet.",
        ),
        ("da", "Vi søger en fotograf i 2 dage."),
        ("es", "Buscamos un fotógrafo por 2 días."),
        ("fr", "Nous cherchons un photographe pour 2 jours."),
        ("nl", "Wij zoeken een fotograaf voor 2 dagen."),
        ("pl", "Potrzebujemy programisty na trzy tygodnie."),
        ("pt-BR", "Procuramos um fotógrafo por 2 dias."),
        ("tr", "2 gün için bir fotoğrafçı arıyoruz."),
        ("id", "Kami mencari fotografer untuk 2 hari."),
        ("ja", "2日間のカメラマンを探しています。"),
        ("ar", "نبحث عن مصور لمدة يومين."),
    ] {
        assert_eq!(deadlines(tag, message), 0, "{message}");
    }
    for (tag, message) in [
        ("en", "We need a website, ready in 6 weeks."),
        (
            "en",
            "We need a photographer for two days. The website must be live within 6 weeks.",
        ),
        ("de", "Wir brauchen eine Website, fertig in 6 Wochen."),
        ("ja", "ウェブサイトを3週間でお願いしたいです。"),
    ] {
        assert_eq!(deadlines(tag, message), 1, "{message}");
    }
}

#[test]
fn findings_can_be_saved_and_linked() {
    let (languages, terms) = (languages(), terms());
    let shop = Shop {
        terms: &terms,
        words: &[],
    };
    let list: String = (0..900).map(|n| format!("- thing {n}\n")).collect();
    let long = "b".repeat(5_000);
    for message in [
        format!("We need:\n{list}"),
        format!("We need:\n- {long}\n- a blog\n"),
        "Our budget is 1000000000 billion euros.".to_owned(),
        "Our budget is 200 to 1000000000 billion euros.".to_owned(),
        "We pay 1000000000 billion euros per hour. The budget is by the hour.".to_owned(),
        "We pay 1000000000 billion euros a month.".to_owned(),
        "We need a website within 99,000 years.".to_owned(),
    ] {
        let found = read(&message, &languages, Some("en"), today(), shop);
        let brief = found.brief(&terms);
        let saved = SavedBrief::new(brief.clone(), TypedText::default());
        assert_eq!(
            read_saved(&saved.text()).map(|saved| saved.brief),
            Ok(brief.clone()),
            "{message:.60}"
        );
        let document = serde_json::to_string(&brief).unwrap();
        assert_eq!(read_brief(&document, &terms), Ok(brief.clone()));
        if let Some(word) = link(&brief, None, &terms) {
            assert_eq!(share::read(&word, &terms).unwrap().brief, brief);
        }
    }
    // Values within bounds are found as before.
    let found = read(
        "We need:\n- singing\n- dancing\n",
        &languages,
        Some("en"),
        today(),
        shop,
    );
    assert_eq!(found.brief(&terms).wishes.len(), 2);
}

#[test]
fn no_text_causes_a_panic() {
    let (languages, terms) = (languages(), terms());
    let shop = Shop {
        terms: &terms,
        words: &[],
    };
    // Meaningful words in any order, and arbitrary ones.
    let known = "budget Budget: 2 000 3.000,50 € $ kr. by before Ende März 15. 3/4 1,5 k mio half a year and und 予算 万円 3月15日 までに قبل ٣٠٠٠ ريال و - – ( ) : . , ' 's https://a.b/c?d=1 \n \n\n > ¿ 😀 \u{200f} é e\u{301} ß İ 99999999999999999999 0 00 -- From: Subject: > few two weeks before earlier first week of TEUR our website";
    let word = prop_oneof![
        4 => proptest::sample::select(known.split(' ').collect::<Vec<_>>()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    let texts = proptest::collection::vec((word, any::<bool>()), 0..24);
    let texts = texts.prop_map(|words| {
        words
            .into_iter()
            .map(|(word, space)| if space { word + " " } else { word })
            .collect::<String>()
    });
    proptest!(common::cases(60), |(text in texts)| {
        assert_reads(&text, &languages, shop);
    });
}

#[test]
fn a_megabyte_takes_ten_times_as_long_as_a_tenth_of_it() {
    let (languages, terms) = (languages(), terms());
    let shop = Shop {
        terms: &terms,
        words: &[],
    };
    let parts = [
        "Our budget is 2-3k and it must be live by the end of January. ",
        "1 2 3 4 5 6 7 8 9 ",
        "and and and ",
        "zwanzigtausendeinhunderteinundzwanzig",
        "no no not ",
        "((((",
        "予算は三百万円、",
        "- a\n",
        "We want a website, a free draft and our shop. ",
        "I have 2000 euros. ",
        "website ",
        "予算 budget ميزانية 3k до 5 mai, two weeks before. ",
        "We need:\n- a thing\n",
        "From: a\nTo: b\nOn Monday she wrote:\n> we have 3k\n",
        "website + shop + ",
        "a few thousand to 2 March to 3 March ",
    ];
    for part in parts {
        let time = |bytes: usize| {
            let text = part.repeat(bytes / part.len());
            let begin = std::time::SystemTime::now();
            read(&text, &languages, Some("en"), today(), shop);
            begin.elapsed().unwrap().as_secs_f64()
        };
        // Another program may take the processor during one of the readings, hardly during all.
        let is_linear = |_| time(1_000_000) < 30.0 * time(100_000).max(0.02);
        assert!((0..3).any(is_linear), "{part:?}");
    }
}
