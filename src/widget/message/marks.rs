//! Segmentation of a text into marked words and the text between them.

use crate::widget::element::{Element, el};

/// Piece of a text, with the index of its range, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text of the piece.
    pub text: &'a str,
    /// Index of the range, the shortest if several overlap.
    pub of: Option<usize>,
}

/// Splits a text at ranges of UTF-16 units.
pub fn pieces<'a>(text: &'a str, places: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let mut cuts: Vec<usize> = places.iter().flat_map(|(from, to)| [*from, *to]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut unit, mut start, mut begin) = (0, 0, 0);
    let mut cuts = cuts.into_iter().peekable();
    let mut add = |from: usize, to: usize, bytes: (usize, usize)| {
        let part = text.get(bytes.0..bytes.1).unwrap_or_default();
        if part.is_empty() {
            return;
        }
        let covering = places.iter().enumerate();
        let covering = covering.filter(|(_, place)| place.0 <= from && to <= place.1);
        let of = covering.min_by_key(|(_, place)| place.1 - place.0);
        pieces.push(Piece {
            text: part,
            of: of.map(|(index, _)| index),
        });
    };
    for (byte, c) in text.char_indices() {
        while cuts.next_if(|cut| *cut <= unit).is_some() {
            add(begin, unit, (start, byte));
            (start, begin) = (byte, unit);
        }
        unit += c.len_utf16();
    }
    add(begin, unit, (start, text.len()));
    pieces
}

/// Container of the words of a message, in their own writing direction.
pub fn words() -> Element {
    el("div", "words")
        .attr("dir", "auto")
        .attr("translate", "no")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, places: &[(usize, usize)]) -> Vec<(String, Option<usize>)> {
        let pieces = pieces(text, places).into_iter();
        pieces
            .map(|piece| (piece.text.to_owned(), piece.of))
            .collect()
    }

    #[test]
    fn words_are_cut_out_of_a_text() {
        let said = |text: &str, of| (text.to_owned(), of);
        assert_eq!(cut("a shop", &[]), [said("a shop", None)]);
        assert_eq!(cut("", &[(0, 4)]), []);
        assert_eq!(
            cut("😀 a shop.", &[(5, 9)]),
            [said("😀 a ", None), said("shop", Some(0)), said(".", None)]
        );
        // The shorter of two has its words.
        assert_eq!(
            cut("a shop for 3k", &[(0, 13), (2, 6)]),
            [
                said("a ", Some(0)),
                said("shop", Some(1)),
                said(" for 3k", Some(0))
            ]
        );
        // A range beyond the end, or in the middle of a surrogate pair, breaks nothing.
        assert_eq!(cut("ab", &[(1, 99)]), [said("a", None), said("b", Some(0))]);
        let whole: String = pieces("😀x", &[(1, 3)])
            .iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(whole, "😀x");
    }
}
