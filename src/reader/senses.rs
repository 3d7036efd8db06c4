//! Senses of words: numbers, units of time, money, and words of grammar.

use crate::decimal;

/// Sense of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// Number: 0 to 99, or one with a word of its own.
    Number,
    /// Number that may also be an article: one.
    Article,
    /// Ordinal number.
    Ordinal,
    /// Multiplier: a hundred, a thousand.
    Times,
    /// Ending that makes digits an ordinal.
    Rank,
    /// Month, 1 to 12.
    Month,
    /// Day of the week, 1 is Monday.
    Weekday,
    /// Unit of time: 0 hour, 1 day, 2 week, 3 month, 4 year, 5 working day.
    Unit,
    /// Duration in one word: 8 times the number, plus the unit.
    Length,
    /// Currency: an index in [`Language::money`](super::language::Language::money).
    Money,
    /// Day, week, month or year relative to today: 64 times the unit, plus the distance plus 32.
    Shift,
    /// Holiday: 32 times the month, plus the day; negative for days relative to Easter, minus 1000.
    Feast,
    /// Function word.
    Role(Role),
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal,)*) => {
        /// Function of a word in its phrase.
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
    /// Joins summands.
    And = "and",
    /// Joins alternatives.
    Or = "or",
    /// Separates the ends of a range.
    To = "to",
    /// Begins a range.
    Between = "between",
    /// Approximation.
    About = "about",
    /// Upper limit.
    Top = "top",
    /// Lower limit.
    Least = "least",
    /// Vague quantity: a few, several.
    Vague = "vague",
    /// For each.
    Each = "each",
    /// For each month.
    Monthly = "monthly",
    /// For each hour.
    Hourly = "hourly",
    /// Half of a thing.
    Half = "half",
    /// Adds a half.
    AndHalf = "andHalf",
    /// Precedes a duration that ends then.
    Within = "within",
    /// Follows a duration that ends then.
    Later = "later",
    /// Precedes or follows a past duration.
    Ago = "ago",
    /// Follows a duration that ends with another day: two weeks earlier.
    Earlier = "earlier",
    /// From a day on.
    After = "after",
    /// Before a day.
    Before = "before",
    /// No later than a day.
    By = "by",
    /// The next one.
    Next = "next",
    /// The current or coming one.
    This = "this",
    /// The last part.
    End = "end",
    /// The first part.
    Start = "start",
    /// The middle.
    Middle = "middle",
    /// Filler: of, the, on.
    Filler = "filler",
    /// Turns a number into the day of a month: the.
    The = "the",
    /// Follows the number of a year.
    Year = "year",
    /// Follows the number of a month.
    MonthMark = "month",
    /// Follows the number of a day.
    DayMark = "day",
    /// No date.
    Open = "open",
    /// No answer yet.
    Unknown = "unknown",
    /// As soon as possible.
    Soon = "soon",
    /// The first half of.
    FirstHalf = "firstHalf",
    /// The second half of.
    SecondHalf = "secondHalf",
    /// A quarter of a year, by its number.
    Quarter = "quarter",
    /// Calendar week, by its number.
    Week = "week",
}

/// Returns the sense and the value of an entry of a section.
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
                // Nth weekday of a month, and days after it.
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
