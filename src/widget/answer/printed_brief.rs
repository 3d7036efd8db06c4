//! The brief, for print only: on the screen it is next to the answer.

use crate::i18n::{Phrasing, RowKind, brief_rows};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::link::spoken_date;

/// Brief as rows of text.
pub fn printed_brief(case: &Case) -> Element {
    let Case {
        terms,
        speech,
        brief,
        ..
    } = case;
    let date = spoken_date(case, brief);
    let rows = brief_rows(speech, terms, brief, date.as_deref(), Phrasing::Page);
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
