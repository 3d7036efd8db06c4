//! Functions of the deferred part that appraise the configuration. The first part has only these pointers to them.

use crate::i18n::Speech;
use serde_json::Value;
use yew::Callback;

/// Function that describes the difference between the answers of two configurations.
type Effect = fn(&Speech, (&Value, &Value), Option<&str>) -> Option<String>;

/// Functions of the deferred part that appraise the configuration.
#[derive(Clone, Copy)]
pub struct Appraiser {
    /// Describes the difference between the answers of two configurations, for a brief as JSON text and for the enquiries.
    pub effect: Effect,
    /// Says the verdict on each example of a configuration.
    pub verdicts: fn(&Speech, &Value) -> Vec<Option<String>>,
    /// Sends a test to the inbox of a configuration. Returns `false` if there is nothing to send.
    pub send_test: fn(&Speech, &Value, Callback<bool>) -> bool,
}

impl PartialEq for Appraiser {
    /// There is only one deferred part.
    fn eq(&self, _: &Appraiser) -> bool {
        true
    }
}
