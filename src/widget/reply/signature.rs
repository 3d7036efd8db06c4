//! Name of the client, and an address for the answer.

use crate::config::TypedSignature;
use crate::config::limits::CHARACTERS;
use crate::i18n::Speech;
use crate::letter::MissingContact;
use crate::widget::element::{Element, el};
use crate::widget::parts::{problem, problem_id, wrong};
use crate::widget::state::Change;
use yew::prelude::*;

/// Inputs in the document, to take the focus.
#[derive(Clone, Default, PartialEq)]
pub struct Places {
    /// Input of the name.
    pub name: NodeRef,
    /// Input of the address or number.
    pub reach: NodeRef,
}

/// Fields for name and address, with their errors.
pub fn signature(
    speech: &Speech,
    signed: &TypedSignature,
    on_sign: &Callback<Change<TypedSignature>>,
    (missing, places): (MissingContact, &Places),
) -> Element {
    let edit = |change: fn(&mut TypedSignature, String)| {
        on_sign.reform(move |text| Change::new(move |signed| change(signed, text)))
    };
    let entry = |input: Element, id: &'static str, key: &str, wrong_key: Option<&str>| {
        let problem_id = wrong_key.map(|_| problem_id(id));
        let input = input
            .attr("id", id)
            .attr("type", "text")
            .attr("maxlength", CHARACTERS.to_string());
        let label = el("label", "").attr("for", id).message(speech, key);
        let entry = el("div", "entry").child(wrong(input, problem_id.as_ref()));
        el("div", "field").child(label).child(entry).maybe_child(
            problem_id
                .zip(wrong_key.map(|key| speech.get(key)))
                .map(problem),
        )
    };
    let name = el("input", "")
        .node_ref(&places.name)
        .attr("autocomplete", "name")
        .value(signed.name.clone().into())
        .on_input(&edit(|signed, text| signed.name = text));
    let reach = el("input", "")
        .node_ref(&places.reach)
        .attr("autocomplete", "email")
        // Keyboard with letters, digits and the @.
        .attr("inputmode", "email")
        .attr("spellcheck", "false")
        .attr("dir", "ltr")
        .value(signed.reach.clone().into())
        .on_input(&edit(|signed, text| signed.reach = text));
    let is_missing = |is_so: bool, key| is_so.then_some(key);
    el("div", "signature")
        .child(entry(
            name,
            "sender-name",
            "sender.name",
            is_missing(missing.name, "problem.sender.name"),
        ))
        .child(entry(
            reach,
            "sender-reach",
            "sender.reach",
            is_missing(missing.reach, "problem.sender.reach"),
        ))
}
