//! Kinds of files that the tools know, whichever of them a file is opened in.

use crate::desk::cards::Card;
use crate::mail;
use serde_json::{Map, Value, json};

/// Kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Terms of a shop, or a configuration with them.
    Terms,
    /// Clients' briefs, so many of them.
    Briefs(usize),
    /// Log of verdicts.
    Log,
    /// Everything that the tools keep on a device.
    Backup,
    /// Workbook of Excel that could not be read.
    Workbook,
    /// Calendar: of somebody's time, or one entry.
    Calendar,
    /// JSON of something else.
    Json,
    /// Any other text: perhaps a list of jobs.
    Text,
}

impl Kind {
    /// The kind of a file, by its text.
    pub fn of(text: &str) -> Kind {
        let text = text.trim_start_matches('\u{feff}').trim();
        // As .xlsx files begin; and those with a password, or of Excel before 2007.
        if text.starts_with("PK\u{3}\u{4}") || text.starts_with("ÐÏ\u{11}à") {
            return Kind::Workbook;
        }
        if mail::is_calendar(text) {
            return Kind::Calendar;
        }
        if !text.starts_with(['{', '[']) {
            return Kind::Text;
        }
        match serde_json::from_str(text) {
            Ok(Value::Object(document)) => Kind::of_object(&document),
            Ok(Value::Array(list)) => Kind::of_list(&list),
            _ => Kind::Json,
        }
    }

    fn of_object(document: &Map<String, Value>) -> Kind {
        let has = |members: &[&str]| members.iter().any(|member| document.contains_key(*member));
        if has(&["takeonDesk"]) {
            Kind::Backup
        } else if has(&["terms", "services"]) {
            Kind::Terms
        } else if has(&["brief", "wishes", "deadline", "budget"]) {
            Kind::Briefs(1)
        } else {
            Kind::Json
        }
    }

    fn of_list(list: &[Value]) -> Kind {
        let all_have =
            |member| !list.is_empty() && list.iter().all(|thing| thing.get(member).is_some());
        if all_have("brief") {
            Kind::Briefs(list.len())
        } else if all_have("verdict") {
            Kind::Log
        } else {
            Kind::Json
        }
    }
}

/// The cards of a file with briefs, as JSON: the desk judges them by its terms. `today` is the day on
/// which those came that say no other. Members without a brief are left out: no later reader could make
/// a card of them.
pub fn cards(text: &str, today: &str) -> Vec<Value> {
    let card = |document: Value| {
        if document.get("brief").is_some_and(Value::is_object) && is_card(&document) {
            return Some(document);
        }
        let brief = document.get("brief").unwrap_or(&document);
        let name = ["/sender/name", "/signed/name", "/name"]
            .into_iter()
            .find_map(|at| document.pointer(at)?.as_str());
        brief
            .is_object()
            .then(|| json!({ "name": name.unwrap_or_default(), "day": today, "brief": brief }))
    };
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Array(documents)) => documents.into_iter().filter_map(card).collect(),
        Ok(document) => card(document).into_iter().collect(),
        Err(_) => Vec::new(),
    }
}

fn is_card(document: &Value) -> bool {
    serde_json::from_str::<Card>(&document.to_string()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_in_whichever_tool_it_is_opened() {
        for (text, kind) in [
            (r#"{"terms": {"services": []}}"#, Kind::Terms),
            (r#"{"shop": {}, "services": []}"#, Kind::Terms),
            ("\u{feff} {\"wishes\": []}", Kind::Briefs(1)),
            (r#"{"takeon": 1, "brief": {}}"#, Kind::Briefs(1)),
            (
                r#"{"schema": 1, "brief": {}, "letter": {}}"#,
                Kind::Briefs(1),
            ),
            (r#"[{"brief": {}}, {"brief": {}}]"#, Kind::Briefs(2)),
            (r#"[{"verdict": "take", "odds": 0.8}]"#, Kind::Log),
            (r#"{"takeonDesk": 1}"#, Kind::Backup),
            ("PK\u{3}\u{4}\u{14}", Kind::Workbook),
            ("ÐÏ\u{11}à¡±\u{1a}á", Kind::Workbook),
            ("BEGIN:VCALENDAR\r\nVERSION:2.0", Kind::Calendar),
            ("[]", Kind::Json),
            ("{", Kind::Json),
            ("job;estimated;actual", Kind::Text),
            ("", Kind::Text),
        ] {
            assert_eq!(Kind::of(text), kind, "{text}");
        }
    }

    #[test]
    fn a_clients_file_is_a_card() {
        let posted = r#"{"schema": 1, "brief": {"pay": "end"}, "sender": {"name": "Anna"}}"#;
        assert_eq!(
            cards(posted, "2026-11-29"),
            [json!({"name": "Anna", "day": "2026-11-29", "brief": {"pay": "end"}})]
        );
        assert_eq!(
            cards(r#"{"pay": "end"}"#, "2026-11-29"),
            [json!({"name": "", "day": "2026-11-29", "brief": {"pay": "end"}})]
        );
        // Several are cards alike, and what is none is no obstacle to the others.
        let kept = json!({"name": "Bakery", "day": "2026-09-20", "brief": {}});
        let several = format!(r#"[{posted}, {kept}, {{"brief": 3}}]"#);
        assert_eq!(
            cards(&several, "2026-11-29"),
            [
                json!({"name": "Anna", "day": "2026-11-29", "brief": {"pay": "end"}}),
                kept
            ]
        );
    }
}
