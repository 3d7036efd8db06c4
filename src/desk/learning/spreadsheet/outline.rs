//! Outlines, in which a row adds up those below it: a job and its parts, as pivot tables have them.

use super::cells::{Cells, Row, filled};
use super::chosen::Chosen;
use super::columns::Columns;
use super::figures::{figures, is_near};
use super::sums::Sums;
use super::words::{self, key, says};
use std::collections::BTreeSet;

/// Rows that other rows add up.
#[derive(Default)]
pub(super) struct Outline {
    /// Lines of rows that a row above them adds up.
    pub parts: BTreeSet<usize>,
    /// Lines of rows without a name, which add up jobs below them.
    pub sums: BTreeSet<usize>,
    /// True if rows add up others, and nobody can tell which.
    pub is_unclear: bool,
}

/// A row of an outline.
struct Node {
    line: usize,
    key: String,
    hours: [f64; 2],
}

impl Outline {
    /// The outline of some rows. Of the ways to read them, the one counts whose jobs add up to the total. Without
    /// a total a row that adds up several others directly after it, in both figures, is their job.
    ///
    /// Assumption: that no list of jobs is like that by chance.
    pub fn of(rows: &[(usize, Row)], columns: &Columns, cells: &Cells, sums: &Sums) -> Outline {
        if columns.chosen.name.is_none() || columns.weeks.is_some() {
            return Outline::default();
        }
        let hours = |row| figures(row, columns, cells).map(Option::unwrap_or_default);
        let mut last = rows.iter().rev();
        let total = last.find(|(line, _)| !sums.averages.contains(line));
        let total = total.filter(|(line, _)| sums.lines.contains(line));
        let total = total.map(|(_, row)| hours(row));
        let is_pivot = columns
            .heads
            .iter()
            .any(|head| says(&head.to_lowercase(), words::ROW_LABELS));
        let Chosen {
            estimated, actual, ..
        } = columns.chosen;
        if total.is_none() && !is_pivot && estimated.xor(actual).is_some() {
            return Outline::default();
        }
        let is_job = |line: &usize| !sums.lines.contains(line) && !sums.parts.contains(line);
        let nodes = rows.iter().filter(|(line, _)| is_job(line));
        let nodes: Vec<Node> = nodes
            .map(|(line, row)| Node {
                line: *line,
                key: key(filled(row, columns.chosen.name).unwrap_or_default()),
                hours: hours(row),
            })
            .collect();
        let ways = [two_levels(&nodes), nested(&nodes)];
        let ways: Vec<Vec<bool>> = ways.into_iter().flatten().collect();
        let strong = strong(&nodes);
        let all = sum(&nodes, &vec![true; nodes.len()]);
        if let Some(total) = total.filter(|total| *total != [0.0; 2]) {
            let is_total = |hours: [f64; 2]| is_near(total, hours, nodes.len());
            let mut ways = ways.iter().chain([&strong]);
            if is_total(all) {
                return Outline::default();
            }
            if let Some(tops) = ways.find(|tops| is_total(sum(&nodes, tops))) {
                return Outline::with(&nodes, tops);
            }
            if is_pivot || is_multiple(all, total, nodes.len()) {
                return Outline::unclear();
            }
        }
        let is_both = all.iter().all(|sum| *sum > 0.0);
        let has_strong = strong.contains(&false);
        let has_several = |tops: &[bool]| tops.windows(2).any(|pair| pair == [false, false]);
        match ways.first() {
            Some(tops) if is_pivot && has_several(tops) => Outline::with(&nodes, tops),
            Some(tops) if is_both && has_strong => Outline::with(&nodes, tops),
            Some(_) if is_pivot => Outline::unclear(),
            None if is_pivot && has_strong => Outline::unclear(),
            _ if is_both => Outline::with(&nodes, &strong),
            _ => Outline::default(),
        }
    }

    /// An outline that nobody can tell.
    fn unclear() -> Outline {
        Outline {
            is_unclear: true,
            ..Outline::default()
        }
    }

    /// The outline with some rows as jobs, and the others as parts.
    fn with(nodes: &[Node], tops: &[bool]) -> Outline {
        let mut outline = Outline::default();
        let mut top = None;
        for (node, is_top) in nodes.iter().zip(tops) {
            let above: Option<&Node> = top.filter(|_| !is_top);
            match above {
                None => top = Some(node),
                Some(above) if above.key.is_empty() => _ = outline.sums.insert(above.line),
                Some(_) => _ = outline.parts.insert(node.line),
            }
        }
        outline
    }
}

/// The hours of the rows that are jobs.
fn sum(nodes: &[Node], tops: &[bool]) -> [f64; 2] {
    let tops = nodes.iter().zip(tops).filter(|(_, is_top)| **is_top);
    tops.fold([0.0; 2], |sum, (node, _)| plus(sum, node.hours))
}

/// Returns `true` if the hours of all rows are twice the total, or three times it.
fn is_multiple(all: [f64; 2], total: [f64; 2], count: usize) -> bool {
    let mut times = all.iter().zip(total).map(|(all, total)| all / total);
    let times = times.find(|it| it.is_finite()).unwrap_or_default().round();
    times >= 2.0 && is_near(all, total.map(|total| total * times), count)
}

/// The hours of two rows.
fn plus([a, b]: [f64; 2], [c, d]: [f64; 2]) -> [f64; 2] {
    [a + c, b + d]
}

/// The end of the rows directly after a row that it adds up. `next` has the end of what belongs to a row.
fn end_of_parts(nodes: &[Node], place: usize, next: &dyn Fn(usize) -> usize) -> Option<usize> {
    let own = nodes.get(place).filter(|node| node.hours != [0.0; 2])?;
    let (mut sum, mut at) = ([0.0; 2], place + 1);
    let is_above = |sum: [f64; 2]| sum.iter().zip(own.hours).any(|(sum, own)| *sum > own + 1.0);
    while let Some(part) = nodes.get(at).filter(|_| !is_above(sum)) {
        if part.key == own.key {
            return None;
        }
        sum = plus(sum, part.hours);
        at = next(at);
        if is_near(own.hours, sum, at - place) {
            return Some(at);
        }
    }
    None
}

/// Rows that are jobs if every job has its parts directly below it.
fn two_levels(nodes: &[Node]) -> Option<Vec<bool>> {
    let mut tops = vec![false; nodes.len()];
    let mut at = 0;
    while at < nodes.len() {
        *tops.get_mut(at)? = true;
        at = end_of_parts(nodes, at, &|part| part + 1)?;
    }
    (!nodes.is_empty()).then_some(tops)
}

/// Rows that are jobs if every job has parts, and these may have parts as well.
fn nested(nodes: &[Node]) -> Option<Vec<bool>> {
    let mut ends: Vec<usize> = (1..=nodes.len()).collect();
    for place in (0..nodes.len()).rev() {
        let plain = end_of_parts(nodes, place, &|part| part + 1);
        let next = |part: usize| ends.get(part).copied().unwrap_or(part + 1);
        let end = plain.or_else(|| end_of_parts(nodes, place, &next));
        *ends.get_mut(place)? = end.unwrap_or(place + 1);
    }
    let mut tops = vec![false; nodes.len()];
    let mut at = 0;
    while let Some(end) = ends.get(at).filter(|end| **end > at + 1) {
        *tops.get_mut(at)? = true;
        at = *end;
    }
    (at == nodes.len() && at > 0).then_some(tops)
}

/// Rows that are jobs if only a row that adds up several others in both figures has parts.
fn strong(nodes: &[Node]) -> Vec<bool> {
    let mut tops = vec![true; nodes.len()];
    let mut at = 0;
    while at < nodes.len() {
        let end = end_of_parts(nodes, at, &|part| part + 1).unwrap_or(at + 1);
        let parts = tops.get_mut(at + 1..end).unwrap_or_default();
        let is_whole = |node: &Node| node.hours.iter().all(|hours| *hours > 0.0);
        let are_whole = nodes.get(at..end).is_some_and(|it| it.iter().all(is_whole));
        let is_it = parts.len() > 1 && are_whole;
        if is_it {
            parts.fill(false);
        }
        at = if is_it { end } else { at + 1 };
    }
    tops
}
