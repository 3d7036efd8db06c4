//! Meanings of words: numbers, units of time, money, and words of grammar.

use crate::{calendar, decimal};

/// Meaning of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Number: 0 to 99, or one with a word of its own.
    Number(f64),
    /// Number that may also be an article: one.
    Article(f64),
    /// Ordinal number.
    Ordinal(f64),
    /// Multiplier: a hundred, a thousand.
    Times(f64),
    /// Ending that makes digits an ordinal.
    Rank,
    /// Month, 1 to 12.
    Month(u8),
    /// Season of the northern hemisphere, by its first month.
    Season(u8),
    /// Day of the week, 1 is Monday.
    Weekday(u8),
    /// Unit of time.
    Unit(TimeUnit),
    /// Duration in one word.
    Duration(f64, TimeUnit),
    /// Currency: an index in [`Language::money`](super::language::Language::money).
    Currency(u16),
    /// Day, week, month or year, by its distance from the current one.
    Shift(TimeUnit, i8),
    /// Holiday.
    Holiday(Holiday),
    /// Function word.
    Role(Role),
}

/// Unit of time in the words of a language, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TimeUnit {
    Hour,
    Day,
    Week,
    Month,
    Year,
    WorkingDay,
}

impl TimeUnit {
    fn from_letter(letter: &str) -> Option<TimeUnit> {
        Some(match letter {
            "h" => TimeUnit::Hour,
            "d" => TimeUnit::Day,
            "w" => TimeUnit::Week,
            "m" => TimeUnit::Month,
            "y" => TimeUnit::Year,
            "b" => TimeUnit::WorkingDay,
            _ => return None,
        })
    }
}

/// Holiday of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// Month and day.
    On(u8, u8),
    /// Days after Easter Sunday.
    Easter(i8),
    /// Days after the nth weekday of a month.
    After {
        month: u8,
        nth: u8,
        weekday: u8,
        days: u8,
    },
    /// The end of the year, which unlike New Year's Eve is not before its last day.
    YearEnd,
    /// Christmas where it begins in the evening of the 24th, which unlike Christmas Eve is not one day.
    Christmas,
}

impl Holiday {
    pub(super) const NEW_YEAR: Holiday = Holiday::On(1, 1);
    pub(super) const CHRISTMAS_DAY: Holiday = Holiday::On(12, 25);

    /// Parses the id of a holiday: `12-24`, `easter-2`, `11#4-4+1`, `year-end` or
    /// `christmas`.
    fn from_id(id: &str) -> Option<Holiday> {
        if id == "year-end" {
            return Some(Holiday::YearEnd);
        }
        if id == "christmas" {
            return Some(Holiday::Christmas);
        }
        if let Some(days) = id.strip_prefix("easter") {
            return days.parse().ok().map(Holiday::Easter);
        }
        let Some((month, day)) = id.split_once('#') else {
            let (month, day) = id.split_once('-')?;
            return Some(Holiday::On(month.parse().ok()?, day.parse().ok()?));
        };
        let (nth, weekday) = day.split_once('-')?;
        let (weekday, days) = weekday.split_once('+').unwrap_or((weekday, "0"));
        Some(Holiday::After {
            month: month.parse().ok()?,
            nth: nth.parse().ok()?,
            weekday: weekday.parse().ok()?,
            days: days.parse().ok()?,
        })
    }

    /// Returns `true` for a day before a holiday, by which something may be ready.
    pub(super) fn is_eve(self) -> bool {
        matches!(self, Holiday::On(12, 24 | 31) | Holiday::YearEnd)
    }

    /// Returns the day of a year.
    pub(super) fn day(self, year: i64) -> Option<i64> {
        match self {
            Holiday::On(month, day) => calendar::days_from_civil(year, month.into(), day.into()),
            Holiday::Easter(days) => Some(calendar::easter(year)? + i64::from(days)),
            Holiday::After {
                month,
                nth,
                weekday,
                days,
            } => {
                let day = calendar::nth_weekday(year, month.into(), nth.into(), weekday.into())?;
                Some(day + i64::from(days))
            }
            Holiday::YearEnd => calendar::days_from_civil(year, 12, 31),
            Holiday::Christmas => calendar::days_from_civil(year, 12, 24),
        }
    }
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
    /// Vague quantity or time: a few, the summer holidays.
    Vague = "vague",
    /// Follows a number of digits: figures.
    Figures = "figures",
    /// Says that an amount includes tax.
    Taxed = "taxed",
    /// Says that an amount excludes tax.
    Untaxed = "untaxed",
    /// For each.
    Each = "each",
    /// For each month.
    Monthly = "monthly",
    /// For each hour.
    Hourly = "hourly",
    /// Precedes the price of each of some hours: "10 hours at 80".
    Rate = "rate",
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
    /// No earlier than a day.
    NotBefore = "notBefore",
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
    /// As soon as possible, if a field says nothing else: now.
    Now = "now",
    /// Share of what a thing earns, in the place of an amount.
    Share = "share",
    /// The first half of.
    FirstHalf = "firstHalf",
    /// The second half of.
    SecondHalf = "secondHalf",
    /// A quarter of a year, by its number.
    Quarter = "quarter",
    /// Calendar week, by its number.
    Week = "week",
}

/// Returns the meaning of an entry of a section, or `None` for an unknown one.
pub(super) fn meaning(section: &str, id: &str) -> Option<Meaning> {
    let number = || decimal::number(id);
    Some(match section {
        "numbers" => Meaning::Number(number()?),
        "articles" => Meaning::Article(number()?),
        "ordinals" => Meaning::Ordinal(number()?),
        "times" => Meaning::Times(number()?),
        "months" => Meaning::Month(id.parse().ok()?),
        "seasons" => Meaning::Season(id.parse().ok()?),
        "weekdays" => Meaning::Weekday(id.parse().ok()?),
        "units" => Meaning::Unit(TimeUnit::from_letter(id)?),
        "ranks" => Meaning::Rank,
        "lengths" => {
            let (count, unit) = id.split_at_checked(id.len().checked_sub(1)?)?;
            Meaning::Duration(decimal::number(count)?, TimeUnit::from_letter(unit)?)
        }
        "shifts" => {
            let (unit, distance) = id.split_at_checked(1)?;
            Meaning::Shift(TimeUnit::from_letter(unit)?, distance.parse().ok()?)
        }
        "feasts" => Meaning::Holiday(Holiday::from_id(id)?),
        "words" => Meaning::Role(Role::from_name(id)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_ids_have_no_meaning() {
        for (section, id) in [
            ("lengths", ""),
            ("lengths", "w"),
            ("lengths", "2x"),
            ("lengths", "2é"),
            ("shifts", ""),
            ("shifts", "é1"),
            ("shifts", "d1000"),
            ("feasts", "easter"),
            ("feasts", "12"),
            ("feasts", "11#4"),
            ("months", "-1"),
            ("units", ""),
            ("units", "hd"),
            ("words", "nothing"),
            ("nothing", "1"),
        ] {
            assert_eq!(meaning(section, id), None, "{section} {id}");
        }
        assert_eq!(
            meaning("shifts", "w-40"),
            Some(Meaning::Shift(TimeUnit::Week, -40))
        );
    }
}
