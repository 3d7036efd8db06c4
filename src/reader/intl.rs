//! The words of a language that every browser knows, for programs that are none.

/// The table of each language: `script/intl.mjs` writes it. A browser asks its own `Intl` instead, and never has this one.
const TABLES: &str = include_str!("intl.json");

/// Months, weekdays, units and money of a language, in the form of its list. `None` for a language that has none.
pub fn intl(tag: &str) -> Option<&'static str> {
    let mut lines = TABLES.lines();
    let named = lines.find_map(|line| {
        line.trim_start()
            .strip_prefix('"')?
            .strip_prefix(tag)?
            .strip_prefix("\":")
    });
    named.map(|table| table.trim().trim_end_matches(','))
}
