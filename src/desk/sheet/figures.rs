//! Ready-made figures in a configuration: known from the ready-made shop, and scaled with the rate.

use super::value::plain;
use libm::{log10, pow};
use serde_json::Value;

/// Scale of the ready-made amounts of money: the rate over that of the ready-made shop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(f64);

impl Scale {
    /// The scale of a configuration. `None` while its rate is no number above 0.
    pub fn of(config: &Value, ready: &Value) -> Option<Scale> {
        let rate = |config: &Value| config.pointer("/terms/rate")?.as_f64();
        let (rate, ready) = (rate(config)?, rate(ready)?);
        (rate > 0.0 && ready > 0.0).then_some(Scale(rate / ready))
    }

    /// An amount of a ready-made shop at this scale. Other than at its own, three digits of it, of
    /// which the last is 0 or 5.
    fn scaled(self, amount: f64) -> f64 {
        if self.0 == 1.0 || amount <= 0.0 {
            return amount;
        }
        let amount = amount * self.0;
        let step = 5.0 * pow(10.0, log10(amount).floor() - 2.0);
        // Cents are the least that is paid.
        ((amount / step).round() * step * 100.0).round() / 100.0
    }

    /// Brings the amounts of a configuration that are as the ready-made shop has them from this scale
    /// to another.
    pub fn rescale(self, config: &mut Value, ready: &Value, other: Scale) {
        for pointer in amounts(config) {
            let Some(ready) = amount(config, ready, &pointer) else {
                continue;
            };
            if let Some(value) = config.pointer_mut(&pointer)
                && value.as_f64() == Some(self.scaled(ready))
            {
                *value = plain(other.scaled(ready));
            }
        }
    }
}

/// Returns `true` if the value at a pointer is that of the ready-made shop, amounts of money at the
/// scale of the rate.
pub fn is_ready_made(config: &Value, ready: &Value, pointer: &str) -> bool {
    let Some(value) = config.pointer(pointer) else {
        return false;
    };
    if ready.pointer(pointer) == Some(value) {
        return true;
    }
    is_amount(pointer)
        && Scale::of(config, ready)
            .zip(amount(config, ready, pointer))
            .is_some_and(|(scale, ready)| value.as_f64() == Some(scale.scaled(ready)))
}

/// The thing of a ready-made shop that the one at a pointer was: things of a list are known by their
/// ids, examples by their names.
pub fn twin<'a>(config: &Value, ready: &'a Value, pointer: &str) -> Option<&'a Value> {
    let (mut mine, mut theirs) = (config, ready);
    for key in pointer.split('/').skip(1) {
        mine = mine.pointer(&format!("/{key}"))?;
        theirs = match theirs {
            Value::Array(things) => {
                let mark = |thing: &Value| thing.get("id").or_else(|| thing.get("name")).cloned();
                let wanted = mark(mine)?;
                things
                    .iter()
                    .find(|thing| mark(thing).as_ref() == Some(&wanted))?
            }
            theirs => theirs.get(key)?,
        };
    }
    Some(theirs)
}

fn amount(config: &Value, ready: &Value, pointer: &str) -> Option<f64> {
    let (thing, member) = pointer.rsplit_once('/')?;
    twin(config, ready, thing)?.get(member)?.as_f64()
}

/// Parts of pointers to amounts of money: where they begin, and the member or object that has them.
const AMOUNTS: [(&str, &[&str]); 7] = [
    ("/terms/floorRate", &[]),
    ("/terms/smallest/", &["price"]),
    ("/terms/care/", &["pricePerMonth"]),
    ("/terms/services/", &["costs/once", "costs/monthly"]),
    (
        "/examples/",
        &["budget/fixed", "budget/fixed/from", "budget/fixed/to"],
    ),
    (
        "/examples/",
        &["budget/monthly", "budget/monthly/from", "budget/monthly/to"],
    ),
    ("/examples/", &["budget/hourly/rate", "budget/hourly/cap"]),
];

fn is_amount(pointer: &str) -> bool {
    AMOUNTS.iter().any(|(start, ends)| {
        let rest = pointer.strip_prefix(start);
        rest.is_some_and(|rest| {
            ends.is_empty() && rest.is_empty()
                || ends.iter().any(|end| {
                    rest.strip_suffix(end)
                        .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
                })
        })
    })
}

/// Pointers to the amounts of money in a configuration.
fn amounts(config: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(config, &mut String::new(), &mut found);
    found
}

fn collect(value: &Value, pointer: &mut String, found: &mut Vec<String>) {
    let length = pointer.len();
    let mut inner = |key: &str, value: &Value| {
        pointer.push('/');
        pointer.push_str(key);
        collect(value, pointer, found);
        pointer.truncate(length);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| inner(key, value)),
        Value::Array(list) => {
            let list = list.iter().enumerate();
            list.for_each(|(index, value)| inner(&index.to_string(), value));
        }
        Value::Number(_) if is_amount(pointer) => found.push(pointer.clone()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_config;
    use crate::desk::configurator::fields::SHOPS;
    use crate::engine::{Verdict, appraise};
    use serde_json::json;

    fn rescaled(config: &Value, ready: &Value, rate: f64) -> Value {
        let mut changed = config.clone();
        changed["terms"]["rate"] = json!(rate);
        let (from, to) = (Scale::of(config, ready), Scale::of(&changed, ready));
        from.unwrap().rescale(&mut changed, ready, to.unwrap());
        changed
    }

    #[test]
    fn ready_made_amounts_follow_the_rate_through_every_keystroke() {
        let ready = json!({
            "terms": {"rate": 85, "smallest": {"price": 500}, "care": {"updates": {"pricePerMonth": 60}, "hosting": {"pricePerMonth": 40}}},
            "examples": [{"name": "A", "brief": {"budget": {"fixed": 16000}}}, {"name": "B", "brief": {"budget": {"fixed": {"from": 100, "to": 200}}}}],
        });
        let mut config = ready.clone();
        config["terms"]["care"]["hosting"]["pricePerMonth"] = json!(500);
        config["examples"].as_array_mut().unwrap().remove(0);
        let own = [9.0, 95.0, 950.0]
            .iter()
            .fold(config, |config, rate| rescaled(&config, &ready, *rate));
        assert_eq!(
            own,
            json!({
                "terms": {"rate": 950.0, "smallest": {"price": 5600}, "care": {"updates": {"pricePerMonth": 670}, "hosting": {"pricePerMonth": 500}}},
                "examples": [{"name": "B", "brief": {"budget": {"fixed": {"from": 1100, "to": 2250}}}}],
            })
        );
        assert!(is_ready_made(
            &own,
            &ready,
            "/terms/care/updates/pricePerMonth"
        ));
        assert!(!is_ready_made(
            &own,
            &ready,
            "/terms/care/hosting/pricePerMonth"
        ));
        assert_eq!(
            rescaled(&own, &ready, 85.0)["terms"]["smallest"],
            json!({"price": 500})
        );
    }

    #[test]
    fn examples_keep_their_verdicts_in_another_currency() {
        for (shop, _) in SHOPS {
            let text = std::fs::read_to_string(format!("static/terms/{shop}.json")).unwrap();
            let ready: Value = serde_json::from_str(&text).unwrap();
            let rate = ready["terms"]["rate"].as_f64().unwrap();
            let mut own = rescaled(&ready, &ready, (rate * 11.2).round());
            own["terms"]["currency"] = json!("DKK");
            let verdicts = |config: &Value| -> Vec<Verdict> {
                let config = read_config(&config.to_string()).unwrap();
                let appraised = config
                    .examples
                    .iter()
                    .map(|example| appraise(&example.brief, &config.terms));
                appraised
                    .map(|appraisal| appraisal.unwrap().verdict)
                    .collect()
            };
            assert_eq!(verdicts(&own), verdicts(&ready), "{shop}");
        }
    }
}
