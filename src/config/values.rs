//! Values that stand at more than one place of a document: texts and addresses, lists, estimates.

use super::allowed::{names, ranges};
use super::reader::{LEAST, Object, Place, Problems};
use crate::decimal;
use crate::engine::{CareKind, Estimate, PerKind, Text};
use crate::json::Value;

/// The members of a list; `None` where one of them is wrong.
pub(super) fn members<'a, T>(
    place: &Place<'a>,
    problems: &mut Problems,
    mut read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    // Every member is read, so that every error is found.
    let read: Vec<Option<T>> = place
        .list(problems)?
        .iter()
        .map(|member| read(member, problems))
        .collect();
    read.into_iter().collect()
}

/// The members of a list that may be absent.
pub(super) fn list<'a, T>(
    object: &Object<'a>,
    problems: &mut Problems,
    key: &'static str,
    read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    Some(
        object
            .read(key, |place| members(&place, problems, read))?
            .unwrap_or_default(),
    )
}

/// A text, or texts by language with a default.
pub(super) fn text(place: &Place, problems: &mut Problems) -> Option<Text> {
    let Value::Object(languages) = place.value else {
        return place.text(problems).map(|default| Text {
            default,
            ..Text::default()
        });
    };
    let mut text = Text::default();
    let mut right = true;
    for (language, value) in languages {
        let place = Place {
            value,
            at: place.at.key(language),
        };
        match place.text(problems) {
            Some(value) if language == "default" => text.default = value,
            Some(value) => text.translations.push((language.clone(), value)),
            None => right = false,
        }
    }
    if place.value.member("default").is_none() {
        problems.note(
            &place.at,
            "\"default\" is missing: the text for every other language",
        );
        right = false;
    }
    right.then_some(text)
}

/// An address for letters: one `@` with something on both sides, and nothing that could begin
/// another header.
pub(super) fn email(place: &Place, problems: &mut Problems) -> Option<String> {
    let text = place.text(problems)?;
    // A second `@` would be in what follows the first.
    let is_address = text
        .split_once('@')
        .is_some_and(|(name, host)| is_plain(name, ",;<>\"?&") && is_plain(host, "@,;<>\"?&"));
    if is_address {
        Some(text)
    } else {
        place.wants(problems, "an address such as hello@example.com")
    }
}

/// An address on the web. Other schemes are refused.
pub(super) fn url(place: &Place, problems: &mut Problems) -> Option<String> {
    let text = place.text(problems)?;
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| !rest.starts_with(['/', '?', '#']) && is_plain(rest, "\\<>\"");
    if rest.is_some_and(plain) {
        Some(text)
    } else {
        place.wants(problems, "an address that begins with https:// or http://")
    }
}

/// Whether there is something, with no space, nothing unseen and none of these signs.
fn is_plain(text: &str, without: &str) -> bool {
    let is_wrong =
        |c: char| c.is_whitespace() || c.is_control() || without.chars().any(|sign| sign == c);
    !text.is_empty() && !text.chars().any(is_wrong)
}

/// Three points, or a bare number that means half to double.
pub(super) fn estimate(place: &Place, problems: &mut Problems) -> Option<Estimate> {
    if matches!(place.value, Value::Number(_)) {
        // Half of it must be told from nothing too, so that the estimate is the same read again.
        let bare = |hours| Estimate::bare(if hours < 2.0 * LEAST { 0.0 } else { hours });
        return place.number(problems, ranges::HOURS, " hours").map(bare);
    }
    if !matches!(place.value, Value::Object(_)) {
        return place.wants(problems, "a number of hours, or low, likely and high");
    }
    let points = place.object(problems, names::ESTIMATE)?;
    let mut point = |key| {
        points
            .required(problems, key)
            .and_then(|place| place.number(problems, ranges::POINT, " hours"))
    };
    let (low, likely, high) = (point("low"), point("likely"), point("high"));
    let (low, likely, high) = (low?, likely?, high?);
    if low > likely {
        problems.note(
            &place.at,
            format!(
                "low ({} h) is above likely ({} h)",
                decimal::text(low),
                decimal::text(likely)
            ),
        );
    }
    if likely > high {
        problems.note(
            &place.at,
            format!(
                "likely ({} h) is above high ({} h)",
                decimal::text(likely),
                decimal::text(high)
            ),
        );
    }
    (low <= likely && likely <= high).then_some(Estimate { low, likely, high })
}

/// One value for each kind of care that is there.
pub(super) fn per_kind<'a, T: Default>(
    place: &Place<'a>,
    problems: &mut Problems,
    mut read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<PerKind<T>> {
    let kinds = place.object(problems, names::CARE_KINDS)?;
    let mut values = PerKind::default();
    let mut right = true;
    for kind in CareKind::ALL {
        match kinds.read(kind.name(), |place| read(&place, problems)) {
            Some(value) => values[kind] = value.unwrap_or_default(),
            None => right = false,
        }
    }
    right.then_some(values)
}

/// Hours a month for each kind of care that is there.
pub(super) fn hours_per_kind(place: &Place, problems: &mut Problems) -> Option<PerKind<f64>> {
    per_kind(place, problems, |place, problems| {
        place.number(problems, ranges::HOURS, " hours a month")
    })
}
