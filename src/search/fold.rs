//! Case folding of letters, also without accents.

/// Letters of U+00C0 to U+017F folded, in their order. A dot stands for ligatures, which are in
/// [`TWO`], and for characters that are not letters.
///
/// Source: the decompositions of Unicode 16; ø, đ, ħ, ı, ł and ŧ, which have none, by their shape.
const LATIN: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllllllln\
nnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Letters that fold to two.
const TWO: [(char, &str); 10] = [
    ('Æ', "ae"),
    ('æ', "ae"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('Þ', "th"),
    ('þ', "th"),
    ('Ĳ', "ij"),
    ('ĳ', "ij"),
];

/// Folds a text: without case, accents, Arabic vowel signs and differences of width.
///
/// ```
/// # use takeon::search::fold;
/// assert_eq!(fold("Créer une Œuvre"), "creer une oeuvre");
/// assert_eq!(fold("İSTANBUL"), "istanbul");
/// assert_eq!(fold("ＷＥＢサイト"), "webサイト");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some((_, two)) = TWO.iter().find(|(known, _)| *known == c) {
            folded.push_str(two);
        } else if let Some(c) = folded_letter(c) {
            folded.push(c);
        }
    }
    folded
}

/// Returns a folded letter, or `None` for a mark.
fn folded_letter(c: char) -> Option<char> {
    let moved = |by: i32| char::from_u32((c as i32 + by) as u32);
    match c {
        // Accents, Arabic vowel signs and tatweel, and directional marks.
        '\u{300}'..='\u{36f}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200f}'
        | '\u{ad}'
        | '\u{61c}' => None,
        '\u{c0}'..='\u{17f}' => {
            let index = c as usize - 0xc0;
            let letter = LATIN.as_bytes().get(index).map(|byte| char::from(*byte));
            Some(letter.filter(|letter| *letter != '.').unwrap_or(c))
        }
        'Ș' | 'ș' => Some('s'),
        'Ț' | 'ț' => Some('t'),
        'Α'..='Ω' | 'А'..='Я' => moved(0x20),
        'Ѐ'..='Џ' => moved(0x50),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        'ة' => Some('ه'),
        // Full width.
        '！'..='～' => moved(-0xfee0).map(|c| c.to_ascii_lowercase()),
        '\u{3000}' | '\u{a0}' => Some(' '),
        _ => Some(c.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_letters_has_one_for_each() {
        assert_eq!(LATIN.len(), 0x180 - 0xc0);
    }

    #[test]
    fn letters_lose_case_and_accents() {
        for (text, folded) in [
            ("Übersetzung", "ubersetzung"),
            ("Réservation", "reservation"),
            ("Sklep internetowy, Łódź", "sklep internetowy, lodz"),
            ("Ağ sitesi, IŞIK ışık", "ag sitesi, isik isik"),
            ("Størrelse på Æbler", "storrelse pa aebler"),
            ("Tradução", "traducao"),
            ("Niño", "nino"),
            ("cafe\u{301}", "cafe"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("یک", "يك"),
            ("مَوقِع إلكتروني", "موقع الكتروني"),
            ("Ｌｐ１", "lp1"),
            ("ŽŸŠŁŇ", "zysln"),
            ("ÞÐðþ", "thddth"),
            ("Блог", "блог"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
