//! Telephone numbers in a message.

/// Words before a telephone number.
const PHONES: &str = "phone|telephone|tel|ph|mobile|mob|cell|call|ring|text|whatsapp|wa|telefon|telefonnr|telefonnummer|tlf|tlfnr\
    |mobil|mobilnr|mobilnummer|handy|handynummer|fon|rufnummer|anrufen|téléphone|tél|portable|teléfono|móvil|celular|cel\
    |telefoon|telefoonnummer|mobiel|gsm|bel|telefone|fone|zap|telepon|telp|hp|kom|komórka|zadzwoń|dzwoń|cep|電話|携帯\
    |هاتف|جوال|موبايل|الهاتف|الجوال";

/// Words between those and the number.
const PHONE_LINKS: &str = "number|no|nr|nummer|numéro|número|numer|numara|numarası|numaram|is|er|ist|est|es|adalah|me|us|my|on\
    |at|mig|mit|os|til|på|mich|uns|unter|au|al|el|mij|op|em|saya|di|pod|番号|رقم";

/// Returns `true` for a word of a list, which are separated by bars.
pub fn is_one(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

/// Returns `true` for a text that begins with a word for a telephone number.
pub fn begins_with_phone(text: &str) -> bool {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty());
    word.is_some_and(|word| is_one(PHONES, &word.to_lowercase()))
}

/// The telephone number in a line, of at least this many digits.
pub fn phone(line: &str, least: usize) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || "+ ()-/.".contains(c);
    let runs = line.split(|c: char| !is_part(c));
    // A point before a space ends the sentence.
    let mut runs = runs.flat_map(|run| run.split(". "));
    let digits = |run: &str| run.bytes().filter(u8::is_ascii_digit).count();
    let run = runs.find(|run| (least..=15).contains(&digits(run)) && !is_date(run.trim()))?;
    Some(run.trim_matches([' ', '-', '/', '.']).to_owned())
}

/// Returns `true` for a day in figures, such as 1.12.2026 or 2026-12-01.
fn is_date(text: &str) -> bool {
    let parts: Vec<usize> = text.split(['.', '/', '-']).map(str::len).collect();
    matches!(parts.as_slice(), [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2])
}

/// The first telephone number in a text that is called so, or has the code of a country.
pub fn called_phone(text: &str) -> Option<String> {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('>'));
    { lines }.find_map(|line| {
        let abroad = line.char_indices().filter(|(_, c)| *c == '+');
        let abroad = abroad.map(|(at, _)| (at, 8));
        let words = line.char_indices().filter(|(at, c)| {
            let before = line
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            c.is_alphabetic() && before.is_none_or(|before| !before.is_alphanumeric())
        });
        let labels = words.filter_map(|(at, _)| {
            let after = line.get(at..)?;
            let number = after.find(|c: char| c.is_ascii_digit() || "+(".contains(c))?;
            let words = after.get(..number)?.to_lowercase();
            let words = words.split(|c: char| !c.is_alphanumeric());
            let mut words = words.filter(|word| !word.is_empty());
            let is_label = words.next().is_some_and(|word| is_one(PHONES, word));
            (is_label && words.all(|word| is_one(PHONES, word) || is_one(PHONE_LINKS, word)))
                .then_some((at + number, 6))
        });
        let mut numbers = labels.chain(abroad);
        numbers.find_map(|(at, least)| {
            let run = line.get(at..)?;
            let end = run.find(|c: char| !(c.is_ascii_digit() || "+ ()-/.".contains(c)));
            phone(run.get(..end.unwrap_or(run.len()))?, least)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_telephone_if_it_is_called_so_or_has_the_code_of_a_country() {
        for (text, number) in [
            ("We need a shop. Phone: +45 22 33 44 55", "+45 22 33 44 55"),
            ("Ring til mig på tlf. 22 33 44 55 efter 16", "22 33 44 55"),
            ("We need a site, call me on 020 7946 0123.", "020 7946 0123"),
            ("Jeg har mobil 22334455. 20000 kr. er max.", "22334455"),
            ("Meine Handynummer ist (040) 123 456", "(040) 123 456"),
            // An app, a day and an amount.
            ("We need a mobile app for 12345678 people.", ""),
            ("Call me on 01.12.2026", ""),
            ("Budget: 15.000.000", ""),
        ] {
            assert_eq!(called_phone(text).unwrap_or_default(), number, "{text}");
        }
    }
}
