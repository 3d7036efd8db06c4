//! Numbers of the languages that have a file, without a browser: close to the output of `Intl`.

use takeon::i18n::Numbers;

/// Numbers of one language.
pub struct Plain {
    lang: String,
}

impl Plain {
    /// Returns the numbers of this language.
    pub fn of(lang: &str) -> Plain {
        Plain {
            lang: lang.to_owned(),
        }
    }

    fn base(&self) -> &str {
        self.lang.split('-').next().unwrap_or_default()
    }
}

impl Numbers for Plain {
    fn number(&self, value: f64, decimals: u8) -> String {
        let (point, group) = self.separators();
        let text = format!("{value:.*}", usize::from(decimals));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let (sign, digits) = whole
            .strip_prefix('-')
            .map_or(("", whole), |digits| ("-", digits));
        let mut number = sign.to_owned();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                number.push(group);
            }
            number.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        if !fraction.is_empty() {
            number.push(point);
            number.push_str(fraction);
        }
        number
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        let is_whole = amount.fract() == 0.0 || amount.abs() >= 100.0;
        let mut number = self.number(amount, if is_whole { 0 } else { 2 });
        // Of small amounts both digits are written: "EUR 39.50".
        let (point, _) = self.separators();
        if !is_whole
            && number
                .rsplit(point)
                .next()
                .is_some_and(|cents| cents.len() == 1)
        {
            number.push('0');
        }
        match self.base() {
            "en" | "ja" | "tr" | "nl" | "pt" | "id" => format!("{currency} {number}"),
            _ => format!("{number} {currency}"),
        }
    }

    fn date(&self, day: i64, _weekday: bool) -> String {
        takeon::calendar::to_iso(day)
    }

    fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    /// CLDR plural forms of these languages, for whole numbers.
    fn plural(&self, n: f64) -> String {
        let (tens, hundreds) = (n % 10.0, n % 100.0);
        let form = match self.base() {
            "id" | "ja" => "other",
            "fr" | "pt" if n < 2.0 => "one",
            "pl" if n == 1.0 => "one",
            "pl" if n.fract() != 0.0 => "other",
            "pl" if (2.0..=4.0).contains(&tens) && !(12.0..=14.0).contains(&hundreds) => "few",
            "pl" => "many",
            "ar" if n == 0.0 => "zero",
            "ar" if n == 2.0 => "two",
            "ar" if n.fract() == 0.0 && (3.0..=10.0).contains(&hundreds) => "few",
            "ar" if n.fract() == 0.0 && hundreds >= 11.0 => "many",
            _ if n == 1.0 => "one",
            _ => "other",
        };
        form.to_owned()
    }

    /// CLDR list patterns of these languages: separators between two, and before the last of more.
    fn list(&self, items: &[String]) -> String {
        let (between, last) = match self.base() {
            "en" => (", ", " and "),
            "ar" => (" و", " و"),
            "da" => (", ", " og "),
            "de" => (", ", " und "),
            "es" => (", ", " y "),
            "fr" => (", ", " et "),
            "id" if items.len() > 2 => (", ", ", dan "),
            "id" => (", ", " dan "),
            "ja" => ("、", "、"),
            "nl" => (", ", " en "),
            "pl" => (", ", " i "),
            "pt" => (", ", " e "),
            "tr" => (", ", " ve "),
            _ => (", ", ", "),
        };
        match items {
            [before @ .., end] if !before.is_empty() => {
                [&before.join(between), end.as_str()].join(last)
            }
            _ => items.concat(),
        }
    }

    fn separators(&self) -> (char, char) {
        match self.base() {
            "en" | "ja" | "ar" => ('.', ','),
            "fr" | "pl" => (',', '\u{202f}'),
            _ => (',', '.'),
        }
    }
}
