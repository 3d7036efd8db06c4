//! Pasted lists, as lines that may be wishes.

use super::bullets::bare;
use super::characters::{digit, is_letter, is_telling};
use super::prices::{prices, total_at};
use super::table::{cell, classes, has_heading, separator};

/// Maximum number of lines of a list. Assumption: more are a document rather than wishes.
pub const MOST_LINES: usize = 100;

/// The largest number that counts as a quantity and not as a year. Assumption.
const MOST: u32 = 999;

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
    /// Other cells of its row.
    pub others: Vec<String>,
}

/// Returns the lines of a list: its paragraphs, the cells of a row, or the items between semicolons
/// or commas. Of each of several rows it takes the first cell with words in it, unless the same few
/// words repeat in its column. The introduction of a list and the heading of a table are left out.
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
    let parts: Vec<(&str, Vec<String>)> = match paragraphs.as_slice() {
        [row] => parts(row)
            .into_iter()
            .map(|part| (part, Vec::new()))
            .collect(),
        rows => {
            let between = separator(rows);
            let heading = usize::from(has_heading(rows, between));
            let classes = classes(rows.get(heading..).unwrap_or_default(), between);
            let rows = rows.iter().zip(&prices).enumerate().skip(heading);
            let rows = rows.filter(|(at, _)| Some(*at) != total);
            rows.map(|(_, (row, price))| {
                let named = price.map_or(*row, |(name, _)| name);
                let name = cell(named, between, &classes);
                let others = row.split(between).map(str::trim);
                let others = others.filter(|other| !other.is_empty() && *other != name.trim());
                (name, others.map(str::to_owned).collect())
            })
            .collect()
        }
    };
    let is_list = parts.len() > 1;
    let said = parts.into_iter().map(|(part, others)| (bare(part), others));
    // The introduction of a list ends in a colon.
    let said = said.filter(|(line, _)| {
        let introduces = line.ends_with([':', '：']);
        line.chars().any(is_telling) && !(is_list && introduces)
    });
    let said = said.take(MOST_LINES);
    said.map(|(text, others)| Line {
        others,
        ..line(text)
    })
    .collect()
}

/// Returns the lines that are not empty.
pub(super) fn paragraphs(text: &str) -> Vec<&str> {
    let paragraphs = text.split(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']);
    paragraphs
        .filter(|line| line.chars().any(is_telling))
        .collect()
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
        others: Vec::new(),
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
                "Nr\tFeature\tPrio\tComment\n1\tDonation form\tMust\twith PayPal\n2\tCalendar\tShould\t\n3\tBlog\tCould\t",
                &["Donation form", "Calendar", "Blog"],
                None,
            ),
            (
                "Feature\tPriority\nDonations\tMust\nCalendar\tShould\nBlog\tMust\nShop\tShould",
                &["Feature", "Donations", "Calendar", "Blog", "Shop"],
                None,
            ),
            (
                "Must\tDonations\nShould\tCalendar\nMust\tBlog\nShould\tShop",
                &["Donations", "Calendar", "Blog", "Shop"],
                None,
            ),
            (
                "Feature\tOwner\nWebsite\tAnna",
                &["Feature", "Website"],
                None,
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
    fn a_line_keeps_the_other_cells_of_its_row() {
        let lines = lines("1;Donations;Must\n2;Blog;Should\n3;Shop;Must");
        let others: Vec<_> = lines.into_iter().map(|line| line.others).collect();
        assert_eq!(others, [["1", "Must"], ["2", "Should"], ["3", "Must"]]);
        assert_eq!(super::lines("Blog\nShop")[0].others, [""; 0]);
    }

    #[test]
    fn a_count_is_read_from_its_line() {
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
