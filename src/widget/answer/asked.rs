//! What was asked, for paper only: on the screen it stands beside the answer.

use super::AnswerProps;
use crate::i18n::{Phrasing, RowKind, brief_rows};
use crate::widget::element::{Element, el};

/// What was asked.
pub fn asked(props: &AnswerProps) -> Element {
    let AnswerProps {
        terms,
        speech,
        brief,
        ..
    } = props;
    let rows = brief_rows(speech, terms, brief, None, Phrasing::Page);
    let said = rows
        .into_iter()
        .filter(|row| row.kind != RowKind::Answer && !row.values.is_empty());
    let rows = said.flat_map(|row| {
        [
            el("dt", "").message(speech, &row.label),
            el("dd", "").text(row.values.join(" · ")),
        ]
    });
    el("dl", "for-print").children(rows)
}
