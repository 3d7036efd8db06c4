//! From the client to the shop: the brief, plainly, and what the calculator answers to it.

use super::{Letter, Paper, Request, Tone, one_line, reasons};
use crate::engine::Verdict;
use crate::i18n::{BriefRow, Phrasing, RowKind, Words, brief_rows, speak};

pub(super) fn letter(request: &Request) -> Letter {
    let Request {
        words,
        terms,
        appraisal,
        tone,
        ..
    } = *request;
    let shop = &[("shop", terms.shop.name.as_str())];
    let mut paper = Paper::new(words);
    paper.say(
        match tone {
            Tone::Warm => "letter.brief.hello.warm",
            Tone::Plain | Tone::Brief => "letter.brief.hello",
        },
        shop,
    );
    let rows = brief_rows(words, terms, request.brief, request.date, Phrasing::Letter);
    brief(words, &rows, &mut paper);
    if tone != Tone::Brief {
        let said = answers(words, &rows);
        if !said.is_empty() {
            paper.list(&words.say("letter.brief.asked"), &said);
        }
    }
    paper.say("letter.brief.answer", &[]);
    let mut answer = vec![speak::verdict(words, request.brief, appraisal)];
    if appraisal.verdict == Verdict::Ask {
        answer.push(speak::lead(words, request.brief, appraisal));
    }
    answer.extend(reasons(request));
    paper.sentences(&answer);
    if request.odds {
        paper.odds(appraisal);
    }
    paper.link("letter.link", request.link);
    if tone != Tone::Brief {
        paper.say("letter.brief.close", &[]);
    }
    Letter {
        subject: one_line(&words.with("letter.brief.subject", shop)),
        text: paper.text(),
    }
}

/// Adds what is wanted, a paragraph for each part, and then the limits in one.
fn brief(words: &Words, rows: &[BriefRow], paper: &mut Paper) {
    let line = |row: &BriefRow, value: &str| {
        words.with(
            "letter.line",
            &[("name", &words.say(&row.label)), ("value", value)],
        )
    };
    let mut limits = Vec::new();
    for row in rows {
        match (row.kind, row.values.as_slice()) {
            (RowKind::Limit, []) => limits.push(line(row, &words.say("test.unknown"))),
            (RowKind::Limit, values) => limits.extend(values.iter().map(|value| line(row, value))),
            (RowKind::Answer, _) | (_, []) => {}
            (RowKind::List, values) => paper.list(&words.say(&row.label), values),
            (RowKind::Value, [value, ..]) => paper.sentences(&[line(row, value)]),
        }
    }
    paper.lines(&limits);
}

/// Returns what was answered to the questions of how to work together, question and answer.
fn answers(words: &Words, rows: &[BriefRow]) -> Vec<String> {
    let answers = rows.iter().filter(|row| row.kind == RowKind::Answer);
    answers
        .filter_map(|row| {
            let (question, answer) = (words.say(&row.label), row.values.first()?);
            let values = [("question", question.as_str()), ("answer", answer)];
            Some(words.with("letter.answered", &values))
        })
        .collect()
}
