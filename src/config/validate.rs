//! Validator: walks a document along its description and collects all errors.

use super::error::{Actual, ConfigError, ErrorKind, Wanted};
use super::names::NameSet;
use super::read::{ReadObject, number_of};
use super::table::{Kind, Member, Number, Object, Reference, Rule, Short, Things, Unique};
use crate::engine::Terms;
use crate::json::Value;

/// Document that matches its description.
pub(super) struct Valid<'a>(&'a Value);

impl Valid<'_> {
    /// Reads the value, which cannot fail any more.
    pub fn read<T: ReadObject>(&self) -> T {
        T::read_object(self.0)
    }
}

/// Checks a document.
///
/// # Errors
/// All errors in it.
pub(super) fn validate<'a>(
    document: &'a Value,
    object: &'static Object,
    ids: Ids<'a>,
) -> Result<Valid<'a>, Vec<ConfigError>> {
    let mut validator = Validator {
        errors: Vec::new(),
        path: Path::default(),
        ids,
    };
    validator.object(document, object);
    if validator.errors.is_empty() {
        Ok(Valid(document))
    } else {
        Err(validator.errors)
    }
}

/// Ids that a document may refer to. If those of a kind are unknown (`None`), any is accepted.
#[derive(Default)]
pub(super) struct Ids<'a> {
    purposes: Option<Vec<&'a str>>,
    services: Option<Vec<&'a str>>,
    promises: Option<Vec<&'a str>>,
}

impl<'a> Ids<'a> {
    /// Returns the ids of terms.
    pub fn of(terms: &'a Terms) -> Ids<'a> {
        let purposes = terms.purposes.iter().map(|purpose| purpose.id.as_str());
        let services = terms.services.iter().map(|service| service.id.as_str());
        let promises = terms.promises.iter().map(|promise| promise.id.as_str());
        Ids {
            purposes: Some(purposes.collect()),
            services: Some(services.collect()),
            promises: Some(promises.collect()),
        }
    }

    /// Returns the ids of terms in a document, as far as they can be read despite other errors.
    pub fn in_document(terms: Option<&'a Value>) -> Ids<'a> {
        let Some(terms @ Value::Object(_)) = terms else {
            return Ids::default();
        };
        let ids = |list: &str| match terms.member(list) {
            Some(Value::List(things)) => things
                .iter()
                .map(|thing| thing.member("id")?.text())
                .collect(),
            Some(_) => None,
            None => Some(Vec::new()),
        };
        Ids {
            purposes: ids("purposes"),
            // A missing list is the actual error.
            services: terms.member("services").and_then(|_| ids("services")),
            promises: ids("promises"),
        }
    }

    fn of_things(&self, things: Things) -> Option<&[&'a str]> {
        match things {
            Things::Purposes => self.purposes.as_deref(),
            Things::Services => self.services.as_deref(),
            Things::Promises => self.promises.as_deref(),
        }
    }
}

/// Path into a document, formatted as a JSON pointer only for errors.
#[derive(Default)]
pub(super) struct Path<'a>(Vec<Step<'a>>);

/// Step into a document.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// Member of an object.
    Key(&'a str),
    /// Member of a list.
    Index(usize),
}

impl<'a> Path<'a> {
    /// Descends one step.
    pub fn enter(&mut self, step: Step<'a>) {
        self.0.push(step);
    }

    /// Ascends one step.
    pub fn leave(&mut self) {
        self.0.pop();
    }

    /// Returns the number of steps.
    pub fn depth(&self) -> usize {
        self.0.len()
    }

    /// Returns the JSON pointer of the place.
    pub fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => format!("/{index}"),
        };
        self.0.iter().map(step).collect()
    }
}

struct Validator<'a> {
    errors: Vec<ConfigError>,
    path: Path<'a>,
    ids: Ids<'a>,
}

impl<'a> Validator<'a> {
    fn report(&mut self, kind: ErrorKind) {
        let at = self.path.pointer();
        self.errors.push(ConfigError { at, kind });
    }

    fn report_at(&mut self, key: &'a str, kind: ErrorKind) {
        self.path.enter(Step::Key(key));
        self.report(kind);
        self.path.leave();
    }

    fn expect(&mut self, wanted: Wanted, value: &Value) {
        let found = Actual::of(value);
        self.report(ErrorKind::Expected { wanted, found });
    }

    fn object(&mut self, value: &'a Value, object: &'static Object) {
        let Value::Object(members) = value else {
            return self.expect(Wanted::Words(object.wanted), value);
        };
        if object.all().next().is_none() && !members.is_empty() {
            // An object without allowed members: its wording is more use than a list of their
            // names.
            return self.expect(Wanted::Words(object.wanted), value);
        }
        for (index, (name, _)) in members.iter().enumerate() {
            let is_twice = |(other, _): &&(String, Value)| other == name;
            if members.iter().take(index).filter(is_twice).count() == 1 {
                self.report_at(name, ErrorKind::MemberTwice(name.clone()));
            }
            if object.member(name).is_none() {
                let known: Vec<&str> = object.all().map(|member| member.name).collect();
                let unknown = ErrorKind::Unknown {
                    name: name.clone(),
                    meant: closest(name, &known),
                    known,
                };
                self.report_at(name, unknown);
            }
        }
        for member in object.all() {
            self.member(value, member);
        }
        for rule in object.rules {
            self.rule(value, object, rule);
        }
    }

    fn member(&mut self, of: &'a Value, member: &'static Member) {
        match of.member(member.name) {
            Some(value) => {
                self.path.enter(Step::Key(member.name));
                self.value(value, member.kind);
                self.path.leave();
            }
            None if member.is_required => {
                self.report_at(member.name, ErrorKind::Missing(member.name));
            }
            None => {}
        }
    }

    fn value(&mut self, value: &'a Value, kind: Kind) {
        match (kind, value) {
            (Kind::Ignored, _) | (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::Boolean, _) => self.expect(Wanted::Words("true or false"), value),
            (Kind::Number(number), _) => self.number(value, number),
            (Kind::Text(form), _) => match value.text() {
                Some(text) if (form.fits)(text) => {}
                Some(text) if !is_blank(text) => self.expect(Wanted::Words(form.wanted), value),
                _ => self.expect(Wanted::Words(form.wanted_else), value),
            },
            (Kind::Translated, Value::Object(languages)) => {
                for (language, text) in languages {
                    self.path.enter(Step::Key(language));
                    self.text(text);
                    self.path.leave();
                }
                if value.member("default").is_none() {
                    self.report(ErrorKind::MissingDefault);
                }
            }
            (Kind::Translated, _) => self.text(value),
            (Kind::Name(words), _) => self.one_of(value, words, Wanted::Name(words.names)),
            (Kind::Reference(reference), _) => self.reference(value, reference),
            (Kind::Object(object), _) => self.object(value, object),
            (Kind::Either(either), Value::Object(_)) => self.object(value, either.object),
            (Kind::Either(either), _) => match (either.short, value) {
                (Short::Number(number, _), Value::Number(_)) => self.number(value, number),
                (Short::Text(form, _), _) if value.text().is_some_and(form.fits) => {}
                (Short::Number(..) | Short::Text(..), _) => {
                    self.expect(Wanted::Words(either.object.wanted), value);
                }
                (Short::Name(words), _) => {
                    self.one_of(
                        value,
                        words,
                        Wanted::NameOr(words.names, either.object.wanted),
                    );
                }
            },
            (Kind::Count(count), Value::Number(_)) => {
                let fits = |size: &f64| count.number.range.holds(*size) && size.fract() == 0.0;
                if number_of(value).filter(fits).is_none() {
                    self.expect(Wanted::Words(count.wanted), value);
                }
            }
            (Kind::Count(count), _) => {
                self.one_of(value, count.words, Wanted::Words(count.wanted));
            }
            (Kind::List(member, unique), Value::List(list)) => self.list(list, *member, unique),
            (Kind::List(..), _) => self.expect(Wanted::Words("a list"), value),
        }
    }

    fn one_of(&mut self, value: &Value, words: NameSet, wanted: Wanted) {
        if !value.text().is_some_and(|name| words.names.contains(&name)) {
            self.expect(wanted, value);
        }
    }

    fn text(&mut self, value: &Value) {
        if value.text().is_none_or(is_blank) {
            self.expect(Wanted::Words("a text"), value);
        }
    }

    fn number(&mut self, value: &Value, number: Number) {
        let Number { range, unit, .. } = number;
        match number_of(value).filter(|value| range.holds(*value)) {
            None => self.expect(Wanted::Number(range, unit), value),
            Some(size) if number.is_whole && size.fract() != 0.0 => {
                self.expect(Wanted::Words("a whole number"), value);
            }
            Some(_) => {}
        }
    }

    fn reference(&mut self, value: &Value, reference: &'static Reference) {
        let Some(id) = value.text().filter(|id| !is_blank(id)) else {
            return self.expect(Wanted::Words("a text"), value);
        };
        let Some(known) = self.ids.of_things(reference.things) else {
            return;
        };
        if known.contains(&id) || known.is_empty() && reference.is_free_if_empty {
            return;
        }
        /// Maximum number of ids of a list that an error names.
        const MOST: usize = 12;
        let meant = closest(id, known).map(str::to_owned);
        let is_told = meant.is_none() && known.len() <= MOST;
        let known = is_told.then(|| known.iter().map(|id| (*id).to_owned()).collect());
        self.report(ErrorKind::NotListed {
            id: id.to_owned(),
            things: reference.named,
            meant,
            known,
        });
    }

    fn list(&mut self, list: &'a [Value], kind: Kind, unique: Unique) {
        let mut seen: Vec<&str> = Vec::new();
        for (index, value) in list.iter().enumerate() {
            self.path.enter(Step::Index(index));
            self.value(value, kind);
            let (id, twice): (_, fn(String) -> ErrorKind) = match unique {
                Unique::No => (None, ErrorKind::MemberTwice),
                Unique::Members => {
                    // A member may be an object that says more than its id.
                    let id = value.member("id").unwrap_or(value).text();
                    (id, ErrorKind::MemberTwice)
                }
                Unique::Ids => {
                    self.path.enter(Step::Key("id"));
                    (value.member("id").and_then(Value::text), ErrorKind::IdTwice)
                }
            };
            if let Some(id) = id {
                if seen.contains(&id) && !is_blank(id) {
                    self.report(twice(id.to_owned()));
                }
                seen.push(id);
            }
            if unique == Unique::Ids {
                self.path.leave();
            }
            self.path.leave();
        }
    }

    fn rule(&mut self, value: &'a Value, object: &'static Object, rule: &'static Rule) {
        // A number that is wrong already is not compared.
        let number = |name: &'static str| match (object.member(name)?.kind, value.member(name)?) {
            (Kind::Number(kind), value) => number_of(value)
                .filter(|value| kind.range.holds(*value))
                .map(|value| (name, value)),
            _ => None,
        };
        let above = |low, high, unit, at_low| {
            let (low, high) = (number(low)?, number(high)?);
            (low.1 > high.1).then_some(ErrorKind::Above {
                low,
                high,
                unit,
                at_low,
            })
        };
        match *rule {
            Rule::Rising(names, unit) => {
                for pair in names.windows(2) {
                    if let [low, high] = pair
                        && let Some(error) = above(low, high, unit, false)
                    {
                        self.report(error);
                    }
                }
            }
            Rule::NotAbove(low, high) => {
                if let Some(error) = above(low, high, "", true) {
                    self.report_at(low, error);
                }
            }
            Rule::OnlyWith(member, other, name) => {
                let is_there = value.member(member).is_some();
                let known = value.member(other).and_then(Value::text);
                let is_known = object.member(other).is_some_and(|other| {
                    matches!(other.kind, Kind::Name(words) if known.is_some_and(|name| words.names.contains(&name)))
                });
                if is_known && !is_there && known == Some(name) {
                    self.report_at(member, ErrorKind::Missing(member));
                } else if is_known && is_there && known != Some(name) {
                    let only_with = ErrorKind::OnlyWith {
                        member,
                        other,
                        name,
                    };
                    self.report_at(member, only_with);
                }
            }
            Rule::Sets(_, fit) => {
                for (member, kind) in fit(&|name| value.member(name).is_some()) {
                    match member {
                        Some(member) => self.report_at(member, kind),
                        None => self.report(kind),
                    }
                }
            }
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Returns the most similar name, ignoring case: at most two edits away, and fewer than half its
/// letters.
fn closest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    /// Longer names are not compared.
    const MOST: usize = 64;
    if name.len() > MOST {
        return None;
    }
    let distance =
        |known: &str| strsim::levenshtein(&name.to_ascii_lowercase(), &known.to_ascii_lowercase());
    let (distance, meant) = known
        .iter()
        // Two characters have at most eight bytes.
        .filter(|known| known.len().abs_diff(name.len()) <= 8)
        .map(|known| (distance(known), *known))
        .min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && 2 * distance < meant.chars().count()).then_some(meant)
}
