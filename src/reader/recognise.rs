//! Language identification.

use super::language::Language;
use super::token::{Class, tokens};

/// Frequent words of languages in Latin letters, folded.
#[rustfmt::skip]
const FREQUENT: [(&str, &str); 10] = [
    ("en", "the and of to is for with we our you are have would like that this it in be on can your my not need want do by as at will from hi hello dear thanks please about what which a an no more than how hey just some so us been get got hope whats im could should pay month week they if when only there"),
    ("da", "og er det vi en til af at der som med for ikke har vores jeg skal kan vil den et hej om fra gerne hvad eller men mvh hilsen sig os blive bliver mange tak nogle hvor ogsaa ogsa hvis noget betale"),
    ("de", "und der die das wir ist ein eine nicht mit fur fuer zu den von auf im ich sie unser unsere es sich auch haben mochten hallo bitte dem wenn sind bei oder wird mir uns guten was kann noch nur gruss grusse sollte aber aus monat zahlen"),
    ("es", "el la los las de que y en un una para con por es no se del al nuestra nuestro hola somos queremos necesito necesitamos quiero tenemos gracias pero mi como esta mas muy saludos buenas buenos tambien sitio pagina"),
    ("fr", "le la les de des et un une est pour nous vous que qui dans en du je au avec pas sur notre nos bonjour site ce il sont avons avoir merci voudrais aimerais mais plus votre ne etre sommes mon ou cordialement tres"),
    ("id", "yang dan di untuk kami saya dengan ini itu dari ada tidak bisa kita akan juga sudah mau halo pada atau terima kasih butuh adalah kalau ya nya mohon ke oleh selamat pak bu anda gak"),
    ("nl", "de het een en van wij we is voor met op niet te zijn dat die onze ik graag ook aan bij als hallo wil willen kunnen hebben er maar nog om naar uit of groet groeten dank beste over moet worden kan maand betalen"),
    ("pl", "i w z na do nie jest sie to dla ze za jak o po od czy oraz ale mamy chcemy prosze dzien dobry nasza nasz potrzebujemy jestesmy mozna byc tez przez pozdrawiam strony strone sklep chcialbym jako moze tylko"),
    ("pt-BR", "eu o a os as de que e em um uma para com por nao no na do da nosso nossa ola preciso precisamos queremos temos obrigado obrigada mas voce voces site quero como ser mais dos das se tambem estamos somos bom dia sou gostaria"),
    ("tr", "ve bir bu icin ile de da merhaba biz olarak istiyoruz istiyorum var yok ne daha cok gibi olan web site sitesi mi ama ben bizim icin sizin lazim kadar gerekiyor tesekkurler iyi selam olsun ayda aylik odeyebilirim odeyebiliriz verebilirim verebiliriz"),
];

/// Maximum number of bytes of a text that are sampled.
const LONG: usize = 20_000;

/// Maximum number of words and signs that are sampled.
const WORDS: usize = 800;

/// Maximum number of bytes that are read in each loaded language.
const SHORT: usize = 3000;

/// Returns the tag of the language of a text, among the supported ones. `None` if there is too
/// little evidence.
///
/// ```
/// # use takeon::reader::language_of;
/// assert_eq!(language_of("Vi vil gerne have et nyt site"), Some("da"));
/// assert_eq!(language_of("WordPress"), None);
/// ```
pub fn language_of(text: &str) -> Option<&'static str> {
    counted(text).map_or_else(Some, |counts| first(&counts, 1, false))
}

/// Identifies the language of a text by frequent words and letters, and for a short text by the
/// phrases that each loaded language recognises. `None` if there is too little evidence.
pub(super) fn recognise(text: &str, languages: &[Language]) -> Option<&'static str> {
    let mut counts = match counted(text) {
        Ok(counts) => counts,
        Err(tag) => return Some(tag),
    };
    if let Some(tag) = first(&counts, 6, true) {
        return Some(tag);
    }
    let short = begin(text, SHORT);
    for language in languages {
        if let Some((_, count)) = counts.iter_mut().find(|(tag, _)| *tag == language.tag) {
            *count = *count * 2 + understood(short, language);
        }
    }
    first(&counts, 4, false)
}

/// Returns the beginning of a text, of at most this many bytes.
fn begin(text: &str, bytes: usize) -> &str {
    let mut ends = (0..=bytes.min(text.len())).rev();
    ends.find_map(|end| text.get(..end)).unwrap_or_default()
}

/// Returns a score for each language in Latin letters, or the language of the script.
fn counted(text: &str) -> Result<Vec<(&'static str, u32)>, &'static str> {
    let long = begin(text, LONG);
    let read = tokens(long);
    let (mut kana, mut arabic, mut latin) = (0, 0, 0);
    for c in read.folded.chars() {
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            'a'..='z' => latin += 1,
            _ => {}
        }
    }
    if kana > 0 && kana * 3 > latin {
        return Err("ja");
    }
    if arabic > 0 && arabic * 2 > latin {
        return Err("ar");
    }
    let mut counts: Vec<(&'static str, u32)> = FREQUENT.iter().map(|(tag, _)| (*tag, 0)).collect();
    let mut known: Vec<(&str, usize)> = Vec::new();
    for (at, (_, words)) in FREQUENT.iter().enumerate() {
        known.extend(words.split(' ').map(|word| (word, at)));
    }
    known.sort_unstable();
    known.dedup();
    for at in 0..read.all.len().min(WORDS) {
        let word = read.word(at);
        let from = known.partition_point(|(known, _)| *known < word);
        let same = known.iter().skip(from);
        for (_, at) in same.take_while(|(known, _)| *known == word) {
            if let Some((_, count)) = counts.get_mut(*at) {
                *count += 1;
            }
        }
    }
    // Distinctive letters.
    for (tag, own) in [
        ("da", "æøå"),
        ("de", "äöüß"),
        ("es", "ñ¿¡"),
        ("fr", "çêèœàù"),
        ("pl", "łżźśćńąę"),
        ("pt-BR", "ãõç"),
        ("tr", "ğışİ"),
    ] {
        let count = long.chars().filter(|c| own.contains(*c)).count();
        let more = (count as u32).min(20) / 2 + u32::from(count > 0);
        for (_, sum) in counts.iter_mut().filter(|(known, _)| *known == tag) {
            *sum += more;
        }
    }
    Ok(counts)
}

/// Returns the tag with the highest score, if that is at least `least`, and higher than the second,
/// or if `by_half` by half of it.
fn first<'a>(counts: &[(&'a str, u32)], least: u32, by_half: bool) -> Option<&'a str> {
    let (tag, best) = counts.iter().max_by_key(|(_, count)| *count)?;
    let others = counts.iter().filter(|(other, _)| other != tag);
    let second = others.map(|(_, count)| *count).max().unwrap_or(0);
    let is_ahead = if by_half {
        *best * 2 >= second * 3
    } else {
        *best > second
    };
    (*best >= least && is_ahead).then_some(*tag)
}

/// Returns the number of words of a text that belong to phrases of a language.
fn understood(text: &str, language: &Language) -> u32 {
    let tagged = language.tag_words(text);
    let mut hits = Vec::new();
    let mut known = vec![false; tagged.tokens.all.len()];
    for at in 0..tagged.tokens.all.len() {
        language.cues.at(&tagged.tokens, at, &mut hits);
        if let Some(tag) = tagged.tag_at(at) {
            known
                .get_mut(at..at + tag.length)
                .unwrap_or_default()
                .fill(true);
        }
    }
    for hit in &hits {
        known
            .get_mut(hit.from..hit.to)
            .unwrap_or_default()
            .fill(true);
    }
    let is_word = |at: &usize| {
        known.get(*at).is_some_and(|known| *known)
            && tagged.tokens.class(*at) == Some(Class::Word)
            && tagged.tokens.word(*at).len() > 2
    };
    (0..known.len()).filter(is_word).count() as u32
}
