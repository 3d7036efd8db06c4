//! Folding of letters: case, accents, vowel signs and width, which people often leave out.

/// Letters of U+00C0 to U+017F without their accents. A space stands for characters that are not
/// letters, and ligatures.
const LATIN: &[u8; 192] = b"aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllllllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Appends a folded character, or nothing for marks that only guide rendering or pronunciation.
pub(super) fn push_folded(c: char, out: &mut String) {
    let code = c as u32;
    let folded = match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7f}' => c,
        'ß' | 'ẞ' => return out.push_str("ss"),
        'æ' | 'Æ' => return out.push_str("ae"),
        'œ' | 'Œ' => return out.push_str("oe"),
        'ĳ' | 'Ĳ' => return out.push_str("ij"),
        'þ' | 'Þ' => return out.push_str("th"),
        'ª' => 'a',
        'º' | '°' => 'o',
        'À'..='ſ' if c != '×' && c != '÷' => match LATIN.get(code as usize - 0xC0) {
            Some(letter) if *letter != b' ' => char::from(*letter),
            _ => c,
        },
        // Romanian; the rest of the block, Vietnamese, is not worth its table.
        'Ș' | 'ș' => 's',
        'Ț' | 'ț' => 't',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        // Persian writes its yeh and kaf differently.
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | 'ـ' | '\u{670}' => return,
        '٠'..='٩' => digit(code - 0x660),
        '۰'..='۹' => digit(code - 0x6F0),
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '‐'..='―' | '−' => '-',
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '“'..='„' | '«' | '»' => '"',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '〜' => '~',
        '￥' => '¥',
        '￡' => '£',
        // Full width: in the order of ASCII.
        '！'..='～' => return push_folded(char::from_u32(code - 0xFEE0).unwrap_or(c), out),
        _ => c,
    };
    out.push(folded);
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// Folds a text.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(c, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_are_folded() {
        for (text, expected) in [
            ("Sábado, MIÉRCOLES", "sabado, miercoles"),
            (
                "Größe Ærø İstanbul ışık Łódź",
                "grosse aero istanbul isik lodz",
            ),
            ("１２月　～", "12月 ~"),
            ("الأُسْبُوع ١٢٫٥", "الاسبوع 12٫5"),
            ("août œuvre ñandú", "aout oeuvre nandu"),
            ("GROẞE", "grosse"),
            ("یک", "يك"),
        ] {
            assert_eq!(folded(text), expected);
        }
    }

    #[test]
    fn every_letter_of_the_table_is_its_own_base() {
        for (letters, base) in [
            ("ÀàĀāĄą", 'a'),
            ("ÇçĆćČč", 'c'),
            ("ĎďĐđ", 'd'),
            ("ĞğĢģ", 'g'),
            ("ŁłĿ", 'l'),
            ("ŃńŇň", 'n'),
            ("ØøŐő", 'o'),
            ("ŘřŔ", 'r'),
            ("ŚśŠšŞş", 's'),
            ("ŢţŤť", 't'),
            ("ŪūŲų", 'u'),
            ("Ŵŵ", 'w'),
            ("ŶŷŸÿ", 'y'),
            ("ŹźŽž", 'z'),
        ] {
            for c in letters.chars() {
                assert_eq!(folded(&c.to_string()), base.to_string(), "{c}");
            }
        }
    }
}
