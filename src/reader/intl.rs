//! `Intl` data of languages, for programs outside browsers.

/// Tables of all languages, written by `script/intl.mjs`. A browser asks its own `Intl`, and never
/// has these.
const TABLES: &str = include_str!("intl.json");

/// Returns months, weekdays, units and currencies of a language, in the form of its list, or `None`
/// if there are none.
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
