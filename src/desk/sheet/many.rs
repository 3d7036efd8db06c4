//! Services that come many at once: typed as lines, or out of another shop.

use super::ids::{new_id, take};
use super::lines::Line;
use super::value::{add, list};
use serde_json::Value;

/// Pointer to the services.
const SERVICES: &str = "/terms/services";

/// Adds services that were typed as lines, perhaps in the place of all others. Those of one name are one.
pub(super) fn put(config: &mut Value, lines: &[Line], replaces: bool, given: &[String]) {
    let before = list(config, SERVICES).len();
    for line in lines {
        let id = new_id(config, SERVICES, &line.name, given);
        add(config, SERVICES, line.service(&id));
    }
    if replaces {
        pass_words_on(config, before);
    }
    for _ in 0..if replaces { before } else { 0 } {
        take(config, SERVICES, 0);
    }
}

/// Passes the words by which the first services are found on to those that take their place: to the one of the
/// others in whose name such a service or one of its words is mentioned, if it is the only one.
fn pass_words_on(config: &mut Value, before: usize) {
    let services = list(config, SERVICES).to_vec();
    let (old, new) = services.split_at(before.min(services.len()));
    for one in old {
        let Some(Value::Array(also)) = one.get("also") else {
            continue;
        };
        let known: Vec<String> = one
            .get("name")
            .into_iter()
            .chain(also)
            .flat_map(texts)
            .map(spaced)
            .collect();
        let mentions = |service: &Value| {
            let name = service.get("name").and_then(Value::as_str);
            let name = spaced(name.unwrap_or_default());
            known.iter().any(|known| name.contains(known.as_str()))
        };
        let mut heirs = (0..new.len()).filter(|at| new.get(*at).is_some_and(mentions));
        let (Some(heir), None) = (heirs.next(), heirs.next()) else {
            continue;
        };
        let at = format!("{SERVICES}/{}", before + heir);
        if let Some(Value::Object(service)) = config.pointer_mut(&at) {
            let words = service
                .entry("also")
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(words) = words {
                words.extend(also.iter().cloned());
            }
        }
    }
}

/// The texts of a value: itself, or one for each language.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Object(texts) => texts.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The words of a text in small letters, each with a space on both sides.
fn spaced(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    [" ", &words.join(" "), " "].concat()
}

/// Adds the services of another shop that are not there yet. They mention nothing that is in that one only.
pub fn join(config: &mut Value, shop: &Value) {
    let known = |pointer: &str| -> Vec<Value> {
        let things = [list(config, pointer), list(shop, pointer)].concat();
        things
            .iter()
            .filter_map(|thing| thing.get("id").cloned())
            .collect()
    };
    let services = known(SERVICES);
    let purposes: Vec<Value> = list(config, "/terms/purposes")
        .iter()
        .filter_map(|thing| thing.get("id").cloned())
        .collect();
    let mine = list(config, SERVICES).to_vec();
    for service in list(shop, SERVICES) {
        if mine
            .iter()
            .any(|known| known.get("id") == service.get("id"))
        {
            continue;
        }
        let mut service = service.clone();
        for (member, known) in [
            ("serves", &purposes),
            ("alternatives", &services),
            ("needs", &services),
        ] {
            if let Some(Value::Array(ids)) = service.get_mut(member) {
                ids.retain(|id| known.contains(id));
                if ids.is_empty() {
                    unset_member(&mut service, member);
                }
            }
        }
        if service
            .get("sizeOf")
            .is_some_and(|id| !services.contains(id))
        {
            unset_member(&mut service, "sizeOf");
        }
        add(config, SERVICES, service);
    }
}

fn unset_member(thing: &mut Value, member: &str) {
    if let Value::Object(members) = thing {
        members.remove(member);
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::{Edit, Past, changed_after};
    use super::super::lines::lines;
    use super::super::value::text;
    use super::*;
    use crate::draft::Separators;
    use serde_json::json;

    fn changed(config: Value, edit: Edit) -> Value {
        changed_after(config, edit, Past::NOTHING)
    }

    #[test]
    fn typed_services_take_the_place_of_all_others() {
        let config = json!({
            "terms": {"services": [{"id": "blog"}, {"id": "logo"}], "partners": [{"services": ["blog"]}]},
            "examples": [{"name": "A", "brief": {"wishes": [{"service": "blog"}]}}],
        });
        let (lines, _) = lines("Logo 4 8 16\nMural 40", Separators::default());
        let more = changed(config.clone(), Edit::Put(lines.clone(), false));
        let ids: Vec<&str> = (0..4)
            .map(|n| {
                text(
                    &more,
                    [
                        "/terms/services/0/id",
                        "/terms/services/1/id",
                        "/terms/services/2/id",
                        "/terms/services/3/id",
                    ][n],
                )
            })
            .collect();
        assert_eq!(ids, ["blog", "logo", "logo-2", "mural"]);
        let others = changed(config, Edit::Put(lines, true));
        assert_eq!(
            others,
            json!({
                "terms": {"services": [
                    {"id": "logo-2", "name": "Logo", "hours": {"low": 4, "likely": 8, "high": 16}},
                    {"id": "mural", "name": "Mural", "hours": {"low": 20, "likely": 40, "high": 80}},
                ], "partners": [{"services": []}]},
                "examples": [],
            })
        );
    }

    #[test]
    fn services_that_take_the_place_of_others_are_found_by_their_words() {
        let config = json!({"terms": {"services": [
            {"id": "shop", "name": "Online shop", "also": [{"default": "store", "da": "webshop"}, "checkout"]},
            {"id": "logo", "name": "Logo", "also": ["brand mark"]},
            {"id": "blog", "name": "Blog", "also": ["news"]},
        ]}});
        let text = "Webshop up to 50 goods 40 80 160\nLogo 8 16 24\nLogo redrawn 4 8 16\nBlogger care 4 8 16";
        let (lines, _) = lines(text, Separators::default());
        assert_eq!(lines.len(), 4);
        let also = |replaces: bool| -> Vec<Value> {
            let changed = changed(config.clone(), Edit::Put(lines.clone(), replaces));
            let services = list(&changed, SERVICES).iter().rev().take(4).rev();
            let words = services.map(|service| service.get("also").cloned());
            words.map(Option::unwrap_or_default).collect()
        };
        // Of two with a logo nobody knows which, and a blogger is no blog.
        let words = json!([{"default": "store", "da": "webshop"}, "checkout"]);
        assert_eq!(also(true), [words, Value::Null, Value::Null, Value::Null]);
        assert_eq!(also(false), vec![Value::Null; 4]);
    }

    #[test]
    fn services_of_another_shop_mention_nothing_that_is_only_there() {
        let mut config =
            json!({"terms": {"purposes": [{"id": "sell"}], "services": [{"id": "blog"}]}});
        let shop = json!({"terms": {"services": [
            {"id": "blog", "name": "Theirs"},
            {"id": "seo", "serves": ["found", "sell"], "alternatives": ["audit"], "needs": ["blog"], "sizeOf": "big"},
        ]}});
        join(&mut config, &shop);
        assert_eq!(
            config["terms"]["services"],
            json!([{"id": "blog"}, {"id": "seo", "serves": ["sell"], "needs": ["blog"]}])
        );
    }
}
