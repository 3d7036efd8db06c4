//! Pasted lists, as lines that may be wishes.

/// Maximum number of lines of a list. Assumption: more are a document rather than wishes.
pub const MOST_LINES: usize = 100;

/// The largest number that counts as a quantity and not as a year. Assumption.
const MOST: u32 = 999;

/// Signs that begin a line of a list.
const BULLETS: &str = "-–—−*•‣◦●○▪▫■□☐☑✓✔✗✘→➔➤>+·・※⁃";

/// Separators of items within a line.
const BETWEEN: [char; 4] = [';', '；', '、', '|'];

/// Number of commas from which they count as separators. Assumption.
const BY_COMMAS: usize = 3;

/// Maximum length of an item between commas, in letters; a longer one is a sentence. Assumption.
const SHORT: usize = 40;

/// Line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Text without marks and numbers around it, and without the quantity.
    pub text: String,
    /// Text with the quantity.
    pub whole: String,
    /// Quantity, at least 1; 1 if the line has none.
    pub count: u32,
}

/// Returns the lines of a list: its paragraphs, the cells of a row, or the items between semicolons
/// or commas. Of each of several rows it takes the first cell with words in it. The introduction of
/// a list and the heading of a table are left out.
///
/// ```
/// # use takeon::draft::lines;
/// let lines = lines("We need:\n1. Website\n2. 3 landing pages\n\t• Newsletter x 2");
/// let said: Vec<_> = lines.iter().map(|line| (&*line.text, line.count)).collect();
/// assert_eq!(said, [("Website", 1), ("landing pages", 3), ("Newsletter", 2)]);
/// ```
pub fn lines(text: &str) -> Vec<Line> {
    let paragraphs = paragraphs(text);
    let prices = prices(&paragraphs);
    let total = total_at(&prices);
    let parts: Vec<&str> = match paragraphs.as_slice() {
        [row] => parts(row),
        rows => {
            let between = separator(rows);
            let heading = usize::from(has_heading(rows, between));
            let rows = rows.iter().zip(&prices).enumerate().skip(heading);
            let rows = rows.filter(|(at, _)| Some(*at) != total);
            rows.map(|(_, (row, price))| cell(price.map_or(row, |(name, _)| name), between))
                .collect()
        }
    };
    let is_list = parts.len() > 1;
    let said = parts.into_iter().map(bare);
    // The introduction of a list ends in a colon.
    let said = said.filter(|line| {
        let introduces = line.ends_with([':', '：']);
        line.chars().any(is_telling) && !(is_list && introduces)
    });
    said.take(MOST_LINES).map(line).collect()
}

/// Returns the lines that are not empty.
fn paragraphs(text: &str) -> Vec<&str> {
    let paragraphs = text.split(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']);
    paragraphs
        .filter(|line| line.chars().any(is_telling))
        .collect()
}

/// Number of lines with a price from which they are a list of prices. Assumption: in a message there
/// are a budget and one more.
const PRICED: usize = 3;

/// Returns each line without the price at its end, and that price, in a list of prices; otherwise
/// only `None`.
fn prices<'a>(rows: &[&'a str]) -> Vec<Option<(&'a str, f64)>> {
    let prices: Vec<_> = rows.iter().map(|row| priced(row)).collect();
    let count = prices.iter().flatten().count();
    if count >= PRICED.min(rows.len().max(2)) && 2 * count >= rows.len() {
        prices
    } else {
        vec![None; rows.len()]
    }
}

/// Returns the index of the line that adds up the others.
fn total_at(prices: &[Option<(&str, f64)>]) -> Option<usize> {
    let all: f64 = prices.iter().flatten().map(|(_, price)| price).sum();
    let is_total = |price: &Option<(&str, f64)>| {
        price.is_some_and(|(_, price)| (all - 2.0 * price).abs() < 0.01 * price)
    };
    let count = prices.iter().flatten().count();
    prices.iter().rposition(is_total).filter(|_| count > 2)
}

/// Returns the sum of a list of prices.
///
/// ```
/// # use takeon::draft::total;
/// assert_eq!(total("Website - €4,000\nSEO: 900\nTotal 4,900"), Some(4900.0));
/// assert_eq!(total("Website - €4,000\nSEO: 900"), Some(4900.0));
/// assert_eq!(total("Website\nBudget: 900"), None);
/// ```
pub fn total(text: &str) -> Option<f64> {
    let prices = prices(&paragraphs(text));
    let all: f64 = prices.iter().flatten().map(|(_, price)| price).sum();
    let all = match total_at(&prices) {
        Some(_) => all / 2.0,
        None => all,
    };
    (all > 0.0).then_some(all)
}

/// Smallest number without a currency that is a price rather than a count. Assumption.
const LEAST_PRICE: f64 = 100.0;

/// Returns a line without the price at its end, and that price: "SEO: 900", "Shop €1,200", "Texts EUR
/// 1500".
fn priced(line: &str) -> Option<(&str, f64)> {
    let between = |c: char| c.is_whitespace() || matches!(c, ';' | '|');
    let line = line.trim_end_matches(|c: char| between(c) || matches!(c, '.' | ','));
    let starts = line.char_indices().filter(|(at, c)| {
        let before = line.get(..*at).and_then(|text| text.chars().next_back());
        !between(*c) && before.is_some_and(between)
    });
    let mut found = None;
    for (at, _) in starts.collect::<Vec<_>>().into_iter().rev().take(3) {
        let (name, price) = line.split_at_checked(at)?;
        let price = price.replace([';', '|'], " ");
        let is_plain = price
            .chars()
            .all(|c| digit(c).is_some() || ",. ".contains(c));
        // "3 1500" is a count and a price, "1 500" one number.
        let groups = price.split_whitespace().skip(1);
        let is_one = groups
            .filter(|group| group.chars().all(|c| digit(c).is_some()))
            .all(|group| group.len() == 3 || !is_plain);
        if let Some(amount) = super::number::money(&price)
            && is_one
            && (amount >= LEAST_PRICE || !is_plain && amount > 0.0)
        {
            found = Some((name, amount));
        }
    }
    let (name, amount) = found?;
    let ends = |c: char| between(c) || BULLETS.contains(c) || matches!(c, ':' | '：' | '=' | ',');
    let name = name.trim_end_matches(ends);
    name.chars().any(is_letter).then_some((name, amount))
}

/// Number of letters from which a line is a sentence, however it ends. Assumption.
const LONG: usize = 60;

/// Number of words from which a line is a sentence. Assumption: fewer are an item with a full stop.
const WORDS: usize = 4;

/// Returns `true` if a text is more than a list of wishes or prices: sentences, money, a figure after
/// a colon.
///
/// ```
/// # use takeon::draft::is_prose;
/// assert!(is_prose("Hello, we need a shop by March. Our budget is 3k."));
/// assert!(is_prose("A shop\nBudget: 3000"));
/// assert!(!is_prose("Website\n3 landing pages\nNewsletter"));
/// assert!(!is_prose("Website: 3000\nNewsletter €400\nBlog 900"));
/// assert!(is_prose("need a new website, asap, budget 2k"));
/// ```
pub fn is_prose(text: &str) -> bool {
    let ends = ['.', '!', '?', '。', '！', '？', '؟', '।'];
    let has_prices = prices(&paragraphs(text)).iter().any(Option::is_some);
    let is_one = text.trim().lines().count() == 1;
    text.lines().map(str::trim).any(|line| {
        let is_sentence = line.ends_with(['。', '！', '？'])
            || line
                .split(ends)
                .any(|part| part.len() < line.len() && part.split_whitespace().count() >= WORDS);
        let behind = line
            .split_once([':', '：'])
            .map_or("", |(_, behind)| behind);
        let digits = behind.chars().filter(|c| digit(*c).is_some()).count();
        line.chars().count() > LONG
            || is_sentence
            || is_one && is_aside(line)
            || !has_prices && (digits > 2 || line.contains(['€', '$', '£', '¥', '円']))
    })
}

/// Returns `true` for a line of several words whose last part has a figure: "a website, budget 2k".
fn is_aside(line: &str) -> bool {
    let last = line.rsplit_once([',', '،', '、']).map(|(_, last)| last);
    let has_figure = last.is_some_and(|last| last.chars().any(|c| digit(c).is_some()));
    has_figure && line.split_whitespace().count() > WORDS
}

/// Returns the items of a list in one line.
fn parts(row: &str) -> Vec<&str> {
    if row.trim().contains('\t') {
        return row.split('\t').collect();
    }
    if row.contains(BETWEEN) {
        return row.split(BETWEEN).collect();
    }
    let by_commas: Vec<&str> = row.split([',', '،', '，']).collect();
    let is_short = |part: &&str| (1..=SHORT).contains(&part.trim().chars().count());
    if by_commas.len() >= BY_COMMAS && by_commas.iter().all(is_short) {
        return by_commas;
    }
    vec![row]
}

/// Returns the separator of the cells of rows: a semicolon or a bar if each row has as many, otherwise a
/// tab.
fn separator(rows: &[&str]) -> char {
    let count = |row: &str, separator: char| row.matches(separator).count();
    let is_between = |separator: &char| {
        let mut counts = rows.iter().map(|row| count(row, *separator));
        let first = counts.next().unwrap_or_default();
        first > 0 && counts.all(|count| count == first)
    };
    [';', '|'].into_iter().find(is_between).unwrap_or('\t')
}

/// Returns `true` if the first of at least three rows is a heading: without a figure in a column where
/// all others have one.
fn has_heading(rows: &[&str], separator: char) -> bool {
    let has_figure = |row: &str, at: usize| {
        let cell = row.split(separator).nth(at).unwrap_or_default();
        cell.chars().any(|c| digit(c).is_some())
    };
    let [heading, rows @ ..] = rows else {
        return false;
    };
    let columns = 1..heading.split(separator).count();
    let is_headed =
        |at: usize| !has_figure(heading, at) && rows.iter().all(|row| has_figure(row, at));
    rows.len() > 1 && columns.into_iter().any(is_headed)
}

/// Returns the first cell of a row with words in it.
fn cell(row: &str, separator: char) -> &str {
    let mut cells = row
        .split(separator)
        .filter(|cell| cell.chars().any(is_telling));
    let has_words = |cell: &&str| bare(cell).chars().any(is_letter);
    let first = cells.clone().next().unwrap_or(row);
    cells.find(has_words).unwrap_or(first)
}

/// Returns a line without bullets, paragraph numbers, ticks, quotation marks and closing
/// punctuation.
fn bare(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c: char| BULLETS.contains(c) || c.is_whitespace());
        // A ticked or empty box.
        for tick in ["[ ]", "[x]", "[X]", "[]"] {
            rest = rest.strip_prefix(tick).unwrap_or(rest);
        }
        rest = numbered(rest).unwrap_or(rest);
        if rest == before {
            break;
        }
    }
    let quotes = ['"', '“', '”', '„', '«', '»', '「', '」'];
    let ends = [',', ';', '.', '،', '；', '。', '，', '、'];
    rest.trim_end_matches(|c: char| c.is_whitespace() || ends.contains(&c))
        .trim_matches(quotes)
        .trim()
}

/// Returns a line without its number: "1.", "2)", "(3)", "a)", "4 -".
fn numbered(line: &str) -> Option<&str> {
    let open = line.strip_prefix(['(', '（']).unwrap_or(line);
    let digits = open.find(|c| digit(c).is_none()).unwrap_or(open.len());
    let is_letter = digits == 0;
    let end = if is_letter {
        open.chars()
            .next()
            .filter(char::is_ascii_alphabetic)?
            .len_utf8()
    } else {
        digits
    };
    let rest = open.get(end..)?;
    let close = rest.chars().next()?;
    let after = rest.get(close.len_utf8()..)?;
    let is_number = match close {
        ')' | '）' => true,
        // "2.5" does not number a line, and "e.g." is not a letter.
        '.' | '．' | ':' | '：' | '、' => {
            !is_letter && after.starts_with([' ', '\t', '\u{a0}']) || close == '、'
        }
        _ => return None,
    };
    is_number.then(|| after.trim_start())
}

/// Reads a line, with a quantity at its beginning or end.
fn line(whole: &str) -> Line {
    let found = first_count(whole).or_else(|| last_count(whole));
    let (text, count) = found
        .filter(|(text, count)| (1..=MOST).contains(count) && text.chars().any(is_letter))
        .unwrap_or((whole, 1));
    Line {
        text: text.to_owned(),
        whole: whole.to_owned(),
        count,
    }
}

/// Reads a leading quantity: "3 landing pages", "3x landing page".
fn first_count(line: &str) -> Option<(&str, u32)> {
    let end = line.find(|c| digit(c).is_none())?;
    let count = value(line.get(..end)?)?;
    let rest = line.get(end..)?;
    let is_apart = rest.starts_with(char::is_whitespace);
    let times = rest.trim_start().strip_prefix(['x', 'X', '×', '*']);
    // "3xl" is not a quantity.
    let times = times.filter(|rest| is_apart || rest.starts_with(char::is_whitespace));
    // Scripts without spaces have none after the number.
    let is_east = rest.starts_with(|c: char| c >= '\u{2e80}');
    let text = times.or((is_apart || is_east).then_some(rest))?;
    Some((text.trim(), count))
}

/// Reads a trailing quantity: "landing page x 3", "landing page (3)", "landing page: 3".
fn last_count(line: &str) -> Option<(&str, u32)> {
    let line = line.trim_end_matches([')', '）']);
    let start = line.rfind(|c| digit(c).is_none())?;
    let sign = line.get(start..)?.chars().next()?;
    let count = value(line.get(start + sign.len_utf8()..)?)?;
    let before = line.get(..start + sign.len_utf8())?.trim_end();
    let text = ["x", "X", "×", "*", "(", "（", ":", "："]
        .into_iter()
        .find_map(|sign| before.strip_suffix(sign));
    // The last letter of a word is not a multiplication sign: "Xbox 360".
    let text =
        text.filter(|text| text.ends_with(char::is_whitespace) || !before.ends_with(['x', 'X']))?;
    Some((text.trim(), count))
}

/// Returns the number that the digits make.
fn value(digits: &str) -> Option<u32> {
    let mut digits = digits.chars().map(digit);
    let first = digits.next()??;
    digits.try_fold(first, |number, digit| {
        number.checked_mul(10)?.checked_add(digit?)
    })
}

fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| super::number::other_digit(c))
}

/// Returns `true` for a letter, approximately: knowing all of them takes tables.
fn is_letter(c: char) -> bool {
    is_telling(c) && digit(c).is_none()
}

/// Returns `true` for a letter or a digit, approximately.
fn is_telling(c: char) -> bool {
    let is_sign = matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3003}' | '\u{feff}');
    c.is_ascii_alphanumeric()
        || !(c.is_ascii() || is_sign || c.is_whitespace() || BULLETS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(String, u32)> {
        let lines = lines(text).into_iter();
        lines.map(|line| (line.text, line.count)).collect()
    }

    #[test]
    fn a_list_is_split_however_it_is_written() {
        for (text, expected) in [
            ("Website\nNewsletter", &["Website", "Newsletter"][..]),
            ("Website\r\n\r\nNewsletter\r\n", &["Website", "Newsletter"]),
            (
                "- Website\n* Newsletter\n• Blog",
                &["Website", "Newsletter", "Blog"],
            ),
            (
                "1. Website\n2) Blog\n(3) Shop\nd) App",
                &["Website", "Blog", "Shop", "App"],
            ),
            (
                "[x] Website\n[ ] Blog\n☐ Shop",
                &["Website", "Blog", "Shop"],
            ),
            ("We need:\nWebsite,\nBlog.", &["Website", "Blog"]),
            ("Website\tBlog\tShop", &["Website", "Blog", "Shop"]),
            ("1\tWebsite\t2000\n2\tBlog\t500", &["Website", "Blog"]),
            ("\"Website\"\n„Blog“", &["Website", "Blog"]),
            ("website; blog; shop", &["website", "blog", "shop"]),
            ("website, blog, shop", &["website", "blog", "shop"]),
            ("ウェブサイト、ブログ", &["ウェブサイト", "ブログ"]),
            ("موقع، مدونة، متجر", &["موقع", "مدونة", "متجر"]),
            (
                "Website, about seven pages",
                &["Website, about seven pages"],
            ),
            ("a donation form", &["a donation form"]),
            ("2.5 days of photographs", &["2.5 days of photographs"]),
            ("e.g. a blog", &["e.g. a blog"]),
            ("Note:", &["Note:"]),
            ("- \n*\n\u{a0}\n", &[]),
            ("", &[]),
        ] {
            let lines: Vec<String> = said(text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, expected, "{text:?}");
        }
    }

    #[test]
    fn prices_are_no_part_of_a_name() {
        for (text, expected, sum) in [
            (
                "Website redesign - €4,000\nBooking system €1,200\nCopywriting 5 pages EUR 1500\nSEO: 900\n2x photo day 1600\nTotal 9,200",
                &[
                    "Website redesign",
                    "Booking system",
                    "Copywriting 5 pages",
                    "SEO",
                    "photo day",
                ][..],
                Some(9200.0),
            ),
            (
                "Item;Priority;Budget\nWebsite;high;5000\nLogo;low;800\nShop;high;4000",
                &["Website", "Logo", "Shop"],
                Some(9800.0),
            ),
            (
                "Website 1 500 €\nShop 2 000 kr",
                &["Website", "Shop"],
                Some(3500.0),
            ),
            ("Pages 3 1500\nBlog 800", &["Pages 3", "Blog"], Some(2300.0)),
            (
                "Website\n2027 relaunch\nXbox 360",
                &["Website", "2027 relaunch", "Xbox 360"],
                None,
            ),
        ] {
            let lines: Vec<String> = said(text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, expected, "{text:?}");
            assert_eq!(total(text), sum, "{text:?}");
        }
    }

    #[test]
    fn how_many_is_read_off_a_line() {
        for (text, expected, count) in [
            ("3 landing pages", "landing pages", 3),
            ("3x landing page", "landing page", 3),
            ("3 x landing page", "landing page", 3),
            ("2× Blog", "Blog", 2),
            ("3xl shirts", "3xl shirts", 1),
            ("2 × Blog", "Blog", 2),
            ("Landing page x 3", "Landing page", 3),
            ("Landing page x3", "Landing page", 3),
            ("Landing pages (3)", "Landing pages", 3),
            ("Landing pages: 3", "Landing pages", 3),
            ("٣ صفحات", "صفحات", 3),
            ("３ページ", "ページ", 3),
            ("ページ（３）", "ページ", 3),
            ("Xbox 360", "Xbox 360", 1),
            ("2027 relaunch", "2027 relaunch", 1),
            ("0 pages", "0 pages", 1),
            ("12", "12", 1),
            ("3D model", "3D model", 1),
            ("99999999999 pages", "99999999999 pages", 1),
        ] {
            assert_eq!(said(text), [(expected.to_owned(), count)], "{text:?}");
        }
    }

    #[test]
    fn a_document_is_cut_short() {
        assert_eq!(lines(&"a line\n".repeat(5000)).len(), MOST_LINES);
    }
}
