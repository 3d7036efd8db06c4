//! Numbers in schemas, and their ranges.

use crate::config::ranges::Range;
use serde_json::{Value, json};

/// Adds the range of a number to a schema.
pub(super) fn limit(schema: &mut Value, range: Range) {
    match range {
        Range::Within(least, most) => {
            schema["minimum"] = plain(least);
            schema["maximum"] = plain(most);
        }
        Range::Above0(most) => {
            schema["exclusiveMinimum"] = json!(0);
            schema["maximum"] = plain(most);
        }
        Range::Below(end) => {
            schema["minimum"] = json!(0);
            schema["exclusiveMaximum"] = plain(end);
        }
    }
}

/// Returns a number in handwritten notation: without `.0` if it is whole.
pub(super) fn plain(number: f64) -> Value {
    /// From here on, not every whole number is a double.
    const EXACT: f64 = 9e15;
    if number.fract() == 0.0 && number.abs() < EXACT {
        json!(number as i64)
    } else {
        json!(number)
    }
}
