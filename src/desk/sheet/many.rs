//! Services that come many at once: typed as lines, or out of another shop.

use super::edit::{Edit, Past, change};
use super::ids::new_id;
use crate::desk::configurator::lines::Line;
use serde_json::Value;

/// Pointer to the services.
const SERVICES: &str = "/terms/services";

/// Adds services that were typed as lines, perhaps in the place of all others. Those of one name are one.
pub(super) fn put(config: &mut Value, lines: &[Line], replaces: bool, given: &[String]) {
    let before = super::list(config, SERVICES).len();
    for line in lines {
        let id = new_id(config, SERVICES, &line.name, given);
        let add = Edit::Add(SERVICES.to_owned(), line.service(&id));
        change(config, add, Past::NOTHING);
    }
    for _ in 0..if replaces { before } else { 0 } {
        change(config, Edit::Take(SERVICES.to_owned(), 0), Past::NOTHING);
    }
}

/// Adds the services of another shop that are not there yet. They mention nothing that is in that one only.
pub fn join(config: &mut Value, shop: &Value) {
    let known = |list: &str| -> Vec<Value> {
        let things = [super::list(config, list), super::list(shop, list)].concat();
        things
            .iter()
            .filter_map(|thing| thing.get("id").cloned())
            .collect()
    };
    let services = known(SERVICES);
    let purposes: Vec<Value> = super::list(config, "/terms/purposes")
        .iter()
        .filter_map(|thing| thing.get("id").cloned())
        .collect();
    let mine = super::list(config, SERVICES).to_vec();
    for service in super::list(shop, SERVICES) {
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
        change(
            config,
            Edit::Add(SERVICES.to_owned(), service),
            Past::NOTHING,
        );
    }
}

fn unset_member(thing: &mut Value, member: &str) {
    if let Value::Object(members) = thing {
        members.remove(member);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sheet::text;
    use serde_json::json;

    fn changed(mut config: Value, edit: Edit) -> Value {
        change(&mut config, edit, Past::NOTHING);
        config
    }

    #[test]
    fn typed_services_take_the_place_of_all_others() {
        let config = json!({
            "terms": {"services": [{"id": "blog"}, {"id": "logo"}], "partners": [{"services": ["blog"]}]},
            "examples": [{"name": "A", "brief": {"wishes": [{"service": "blog"}]}}],
        });
        let (lines, _) = crate::desk::configurator::lines::lines("Logo 4 8 16\nMural 40");
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
