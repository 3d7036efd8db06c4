//! From the client to the shop: the brief, plainly, and what the calculator answers to it.

use super::{Letter, Paper, Request, Tone, one_line, reasons};
use crate::engine::{CareKind, Contact, Deadline, Relationship, Topic, Verdict};
use crate::i18n::speak;

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
    brief(request, &mut paper);
    if tone != Tone::Brief {
        let said = answers(request);
        if !said.is_empty() {
            paper.list(&words.say("letter.brief.asked"), &said);
        }
    }
    paper.say("letter.brief.answer", &[]);
    let mut answer = vec![speak::verdict(words, appraisal)];
    if appraisal.verdict == Verdict::Ask {
        answer.push(speak::lead(words, appraisal));
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

/// What is wanted: purpose, wishes, care, promises, date and budget.
fn brief(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let line = |key: &str, value: &str| {
        words.with(
            "letter.line",
            &[("name", &words.say(key)), ("value", value)],
        )
    };
    let purpose = brief.purpose.as_ref().and_then(|id| {
        let known = terms.purposes.iter().find(|known| known.id == *id)?;
        Some(speak::name(words, &known.label, id))
    });
    if let Some(purpose) = purpose {
        paper.sentences(&[line("step.purpose", &purpose)]);
    }
    let wishes: Vec<String> = brief
        .wishes
        .iter()
        .map(|wish| speak::wished(words, terms, wish))
        .collect();
    let care: Vec<String> = CareKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let owner = brief.care[kind]?;
            let kind = words.say(&format!("care.{}", kind.name()));
            Some(words.with(&format!("letter.care.{}", owner.name()), &[("kind", &kind)]))
        })
        .collect();
    let promises: Vec<String> = brief
        .promises
        .iter()
        .map(|id| speak::promise(words, terms, id))
        .collect();
    for (key, items) in [
        ("step.wishes", wishes),
        ("step.care", care),
        ("step.promises", promises),
    ] {
        if !items.is_empty() {
            paper.list(&words.say(key), &items);
        }
    }
    let unsaid = || words.say("test.unknown");
    let date = match (brief.deadline, request.date) {
        (None, _) => unsaid(),
        (Some(Deadline::Weeks(_)), Some(date)) => date.to_owned(),
        (Some(deadline), _) => speak::deadline(words, deadline),
    };
    let budget = brief
        .budget
        .map_or_else(unsaid, |budget| speak::budget(words, terms, budget));
    paper.sentences(&[line("step.date", &date)]);
    paper.below(&line("step.budget", &budget));
}

/// What was answered to the questions of how to work together, question and answer.
fn answers(request: &Request) -> Vec<String> {
    let Request { words, brief, .. } = *request;
    let conditions = brief.conditions;
    let yes_or_no = |answer: Option<bool>| {
        answer.map(|yes| if yes { "answer.yes" } else { "answer.no" }.to_owned())
    };
    let said: [(Topic, Option<String>); 9] = [
        (Topic::ContentReady, yes_or_no(conditions.content_ready)),
        (
            Topic::Contact,
            conditions
                .contact
                .map(|contact: Contact| format!("contact.{}", contact.name())),
        ),
        (Topic::Phased, yes_or_no(conditions.phased)),
        (Topic::Decider, yes_or_no(conditions.decider)),
        (Topic::Written, yes_or_no(conditions.written)),
        (Topic::OpenToAdvice, yes_or_no(conditions.open_to_advice)),
        (Topic::Deposit, yes_or_no(conditions.deposit)),
        (Topic::FreeSample, yes_or_no(conditions.free_sample)),
        (
            Topic::Relationship,
            brief
                .relationship
                .map(|known: Relationship| format!("relationship.{}", known.name())),
        ),
    ];
    said.into_iter()
        .filter_map(|(topic, answer)| {
            let question = words.say(&format!("topic.{}", topic.name()));
            let answer = words.say(&answer?);
            Some(words.with(
                "letter.answered",
                &[("question", &question), ("answer", &answer)],
            ))
        })
        .collect()
}
