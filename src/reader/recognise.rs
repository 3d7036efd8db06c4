//! The language that a text is written in.

use super::token::{Class, Tokens, tokens};

/// Frequent words of languages in Latin letters, as they are compared.
#[rustfmt::skip]
const FREQUENT: [(&str, &str); 10] = [
    ("en", "the and of to is for with we our you are have would like that this it in be on can your my not need want do by as at will from hi hello dear thanks please about what which"),
    ("da", "og er det vi en til af at der som med for ikke har vores jeg skal kan vil den et hej om fra gerne hvad eller men mvh hilsen sig os blive bliver mange tak nogle hvor ogsaa ogsa hvis noget"),
    ("de", "und der die das wir ist ein eine nicht mit fur fuer zu den von auf im ich sie unser unsere es sich auch haben mochten hallo bitte dem wenn sind bei oder wird mir uns guten was kann noch nur gruss grusse sollte aber aus"),
    ("es", "el la los las de que y en un una para con por es no se del al nuestra nuestro hola somos queremos necesito necesitamos quiero tenemos gracias pero mi como esta mas muy saludos buenas buenos tambien sitio pagina"),
    ("fr", "le la les de des et un une est pour nous vous que qui dans en du je au avec pas sur notre nos bonjour site ce il sont avons avoir merci voudrais aimerais mais plus votre ne etre sommes mon ou cordialement tres"),
    ("id", "yang dan di untuk kami saya dengan ini itu dari ada tidak bisa kita akan juga sudah mau halo pada atau terima kasih butuh adalah kalau ya nya mohon ke oleh selamat pak bu anda gak"),
    ("nl", "de het een en van wij we is voor met op niet te zijn dat die onze ik graag ook aan bij als hallo wil willen kunnen hebben er maar nog om naar uit of groet groeten dank beste over moet worden"),
    ("pl", "i w z na do nie jest sie to dla ze za jak o po od czy oraz ale mamy chcemy prosze dzien dobry nasza nasz potrzebujemy jestesmy mozna byc tez przez pozdrawiam strony strone sklep chcialbym jako moze tylko"),
    ("pt-BR", "o a os as de que e em um uma para com por nao no na do da nosso nossa ola preciso precisamos queremos temos obrigado obrigada mas voce voces site quero como ser mais dos das se tambem estamos somos bom dia sou gostaria"),
    ("tr", "ve bir bu icin ile de da merhaba biz olarak istiyoruz istiyorum var yok ne daha cok gibi olan web site sitesi mi ama ben bizim icin sizin lazim kadar gerekiyor tesekkurler iyi selam olsun"),
];

/// Returns the tag of the language that a text is written in, of those that are read. `None` where too little of it tells.
///
/// ```
/// # use takeon::reader::language_of;
/// assert_eq!(language_of("Vi vil gerne have et nyt site"), Some("da"));
/// assert_eq!(language_of("WordPress"), None);
/// ```
pub fn language_of(text: &str) -> Option<&'static str> {
    recognise(&tokens(text), text)
}

/// The same for a text and its tokens.
pub(super) fn recognise(tokens: &Tokens, letters: &str) -> Option<&'static str> {
    let (mut kana, mut arabic, mut latin) = (0, 0, 0);
    for c in tokens.folded.chars().take(20_000) {
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            'a'..='z' => latin += 1,
            _ => {}
        }
    }
    if kana > 0 && kana * 3 > latin {
        return Some("ja");
    }
    if arabic > 0 && arabic * 2 > latin {
        return Some("ar");
    }
    let mut counts = [0_u32; FREQUENT.len()];
    for at in 0..tokens.all.len().min(4000) {
        if tokens.class(at) != Some(Class::Word) {
            continue;
        }
        let word = tokens.word(at);
        for (count, (_, words)) in counts.iter_mut().zip(FREQUENT) {
            *count += u32::from(words.split(' ').any(|known| known == word));
        }
    }
    // Letters that others do not have.
    for (tag, own) in [
        ("da", "æøå"),
        ("de", "äöüß"),
        ("es", "ñ¿¡"),
        ("fr", "çêèœàù"),
        ("pl", "łżźśćńąę"),
        ("pt-BR", "ãõç"),
        ("tr", "ğışİ"),
    ] {
        let count = letters
            .chars()
            .take(20_000)
            .filter(|c| own.contains(*c))
            .count();
        for (sum, (known, _)) in counts.iter_mut().zip(FREQUENT) {
            *sum += if known == tag {
                (count as u32).min(20) / 2 + u32::from(count > 0)
            } else {
                0
            };
        }
    }
    let (best, (tag, _)) = counts
        .iter()
        .zip(FREQUENT)
        .max_by_key(|(count, _)| **count)?;
    let others = counts
        .iter()
        .zip(FREQUENT)
        .filter(|(_, (other, _))| *other != tag);
    let second = others.map(|(count, _)| *count).max().unwrap_or(0);
    (*best > second).then_some(tag)
}
