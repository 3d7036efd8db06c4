//! Senses of words: numbers, units of time, money, and words of grammar.

use crate::decimal;

/// The sense of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// A number: 0 to 99, or one that has a word of its own.
    Number,
    /// A number that may also be an article: one.
    Article,
    /// A place in a row.
    Ordinal,
    /// A number that others are multiplied with: a hundred, a thousand.
    Times,
    /// An ending that makes digits a place in a row.
    Rank,
    /// A month, 1 to 12.
    Month,
    /// A day of the week, 1 is Monday.
    Weekday,
    /// A unit of time: 0 hour, 1 day, 2 week, 3 month, 4 year, 5 working day.
    Unit,
    /// A length without a number: 8 times the number, and the unit.
    Length,
    /// Money: a place in [`Language::money`].
    Money,
    /// A day, week, month or year from today: 64 times the unit, and the distance plus 32.
    Shift,
    /// A day with a name: 32 times the month, and the day; below 0 from Easter, less 1000.
    Feast,
    /// One of the words of grammar.
    Role(Role),
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal,)*) => {
        /// The part that a word plays for those beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            fn from_name(name: &str) -> Option<Role> {
                match name {
                    $($name => Some(Role::$role),)*
                    _ => None,
                }
            }
        }
    };
}

roles! {
    /// Joins what counts together.
    And = "and",
    /// Joins what is one or the other.
    Or = "or",
    /// Stands between the ends of a range.
    To = "to",
    /// Begins a range.
    Between = "between",
    /// Near an amount, not exactly it.
    About = "about",
    /// Not more than.
    Top = "top",
    /// Not less than.
    Least = "least",
    /// Before a number that is none: a few, several.
    Vague = "vague",
    /// For each.
    Each = "each",
    /// For each month.
    Monthly = "monthly",
    /// For each hour.
    Hourly = "hourly",
    /// Half of a thing.
    Half = "half",
    /// And another half.
    AndHalf = "andHalf",
    /// Before a length, which ends then.
    Within = "within",
    /// Behind a length, which ends then.
    Later = "later",
    /// Before or behind a length that is over.
    Ago = "ago",
    /// Behind a length that ends with another day: two weeks earlier.
    Earlier = "earlier",
    /// From a day on.
    After = "after",
    /// Before a day.
    Before = "before",
    /// Not later than a day.
    By = "by",
    /// The one after this.
    Next = "next",
    /// The one that comes, or is now.
    This = "this",
    /// The last part.
    End = "end",
    /// The first part.
    Start = "start",
    /// The middle.
    Middle = "middle",
    /// Says nothing here: of, the, on.
    Filler = "filler",
    /// Makes a number the day of a month: the.
    The = "the",
    /// Behind the number of a year.
    Year = "year",
    /// Behind the number of a month.
    MonthMark = "month",
    /// Behind the number of a day.
    DayMark = "day",
    /// No date.
    Open = "open",
    /// As soon as possible.
    Soon = "soon",
    /// The first half of.
    FirstHalf = "firstHalf",
    /// The second half of.
    SecondHalf = "secondHalf",
    /// A quarter of a year, by its number.
    Quarter = "quarter",
    /// A week of the calendar, by its number.
    Week = "week",
}

/// The sense and the value of an entry of a section.
pub(super) fn sense(section: &str, id: &str) -> Option<(Sense, f64)> {
    let number = || decimal::number(id);
    let unit = |letter: &str| "hdwmyb".find(letter).map(|at| at as f64);
    Some(match section {
        "numbers" if id == "1" => (Sense::Number, 1.0),
        "numbers" => (Sense::Number, number()?),
        "articles" => (Sense::Article, number()?),
        "ordinals" => (Sense::Ordinal, number()?),
        "times" => (Sense::Times, number()?),
        "months" => (Sense::Month, number()?),
        "weekdays" => (Sense::Weekday, number()?),
        "units" => (Sense::Unit, unit(id)?),
        "ranks" => (Sense::Rank, 0.0),
        "lengths" => {
            let (count, letter) = id.split_at_checked(id.len() - 1)?;
            (Sense::Length, decimal::number(count)? * 8.0 + unit(letter)?)
        }
        "shifts" => {
            let (letter, count) = id.split_at_checked(1)?;
            (
                Sense::Shift,
                unit(letter)? * 64.0 + decimal::number(count)? + 32.0,
            )
        }
        "feasts" => match id.strip_prefix("easter") {
            Some("") => (Sense::Feast, -1000.0),
            Some(days) => (
                Sense::Feast,
                decimal::number(days.trim_start_matches('+'))? - 1000.0,
            ),
            None if id.contains('#') => {
                // The so many-eth day of the week of a month, and days behind it.
                let mut parts = id.split(['#', '-', '+']).map(decimal::number);
                let mut part = || parts.next().flatten().unwrap_or(0.0);
                let (month, nth, weekday, more) = (part(), part(), part(), part());
                (
                    Sense::Feast,
                    100_000.0 + month * 1000.0 + nth * 100.0 + weekday * 10.0 + more,
                )
            }
            None => {
                let (month, day) = id.split_once('-')?;
                (
                    Sense::Feast,
                    decimal::number(month)? * 32.0 + decimal::number(day)?,
                )
            }
        },
        "words" => (Sense::Role(Role::from_name(id)?), 0.0),
        _ => return None,
    })
}
