//! Services that were removed: those who asked for one before are still judged with it.

use super::value::list;
use serde_json::{Map, Value};

/// Name in storage.
pub const GONE: &str = "gone";

/// Pointer to the services.
const SERVICES: &str = "/terms/services";

/// Members that are kept of a service. Others mention things that may be removed too.
const KEPT: [&str; 5] = ["id", "name", "note", "hours", "costs"];

/// Keeps a service that is removed.
pub fn keep_service(gone: &mut Vec<Value>, service: &Value) {
    let kept = KEPT.into_iter();
    let kept = kept.filter_map(|name| Some((name.to_owned(), service.get(name)?.clone())));
    gone.retain(|known| known.get("id") != service.get("id"));
    gone.push(Value::Object(Map::from_iter(kept)));
}

/// Returns `true` if a brief asks for a service with this id.
pub fn asks_for(brief: &Value, id: &Value) -> bool {
    let wishes = list(brief, "/wishes").iter();
    wishes
        .filter_map(|wish| wish.get("service"))
        .any(|service| service == id)
}

/// Returns a configuration with those removed services that some briefs ask for.
pub fn with_removed(config: &Value, gone: &[Value], briefs: &[&Value]) -> Value {
    let mut whole = config.clone();
    for service in gone {
        let Some(id) = service.get("id") else {
            continue;
        };
        let known = list(&whole, SERVICES).iter();
        let is_known = known
            .filter_map(|known| known.get("id"))
            .any(|known| known == id);
        if is_known || !briefs.iter().any(|brief| asks_for(brief, id)) {
            continue;
        }
        if let Some(Value::Array(services)) = whole.pointer_mut(SERVICES) {
            services.push(service.clone());
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::{read_brief, read_config};
    use serde_json::json;

    #[test]
    fn a_removed_service_stays_for_those_who_asked_for_it() {
        let service = json!({"id": "blog", "name": "Blog", "hours": {"low": 4, "likely": 8, "high": 16}, "needs": ["site"]});
        let config = json!({"terms": {
            "shop": {"name": "Nord"}, "currency": "EUR", "rate": 85, "team": {"hoursPerWeek": 25}, "services": [],
        }});
        let brief = json!({"wishes": [{"service": "blog"}]});
        let mut gone = Vec::new();
        keep_service(&mut gone, &service);
        keep_service(&mut gone, &service);
        assert_eq!(gone.len(), 1);
        let whole = with_removed(&config, &gone, &[&brief]);
        let terms = read_config(&whole.to_string()).unwrap().terms;
        let asked = read_brief(&brief.to_string(), &terms).unwrap();
        assert!(crate::engine::appraise(&asked, &terms).is_ok());
        assert_eq!(terms.services[0].hours.likely, 8.0);
        // Nobody else is offered it, and one that is there again is there once.
        assert_eq!(with_removed(&config, &gone, &[&json!({})]), config);
        assert_eq!(with_removed(&whole, &gone, &[&brief]), whole);
    }
}
