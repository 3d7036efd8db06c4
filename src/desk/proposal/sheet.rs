//! The proposal on the desk: its choices, and the sheet that is printed.

use super::paper::{Line, Section, sections};
use crate::desk::browser;
use crate::desk::cards::{EnquiryProps, Proposed, date, editing};
use crate::desk::client::use_client_words;
use crate::draft::days;
use crate::engine::{Brief, Change, CountedFrom, Deadline, Offer, OfferKind, Verdict, appraise};
use crate::i18n::{Words, speak};
use crate::widget::element::{Element, button, el};
use crate::widget::parts::tick;
use yew::prelude::*;

/// Days for which a proposal is valid at first. Assumption: two weeks to decide.
const VALID: i64 = 14;

/// The proposal for an enquiry.
#[component]
pub fn Proposal(props: &EnquiryProps) -> Html {
    let EnquiryProps {
        speech,
        appraised,
        today,
        card,
        ..
    } = props;
    let (brief, appraisal) = (&appraised.brief, &appraised.appraisal);
    let writing = |write| editing(&props.on_action, appraised.index, write);
    let client = use_client_words(speech, &card.lang, &writing(|card, lang| card.lang = lang));
    let Proposed {
        intro,
        valid,
        unsure,
    } = &card.proposed;
    let valid = match valid.as_str() {
        "" => date(today + VALID),
        valid => valid.to_owned(),
    };
    let chosen = use_state(|| None::<String>);
    use_effect_with((), |()| || browser::print_only(None));
    // A yes is proposed as it stands, anything else as its nearest yes.
    let ready = match appraisal.verdict {
        Verdict::Take => "",
        _ => appraisal
            .offers
            .first()
            .map_or("", |offer| offer.kind.name()),
    };
    let way = chosen.as_deref().unwrap_or(ready);
    let offer = appraisal.offers.iter().find(|it| it.kind.name() == way);
    let offer = offer.map(|offer| offer.clone().at_published_rate(&props.config.terms));
    let option = |id: &'static str, name: String| {
        el("option", "")
            .attr("value", id)
            .text(name)
            .selected(id == way)
    };
    let offers = appraisal.offers.iter();
    let offers = offers.filter(|offer| offer.kind != OfferKind::Discovery || offer.within);
    let ways = el("select", "")
        .attr("id", "proposal-way")
        .on_select(&setting(&chosen, Some))
        .child(option("", speech.get("proposal.way.asked")))
        .children(offers.map(|offer| {
            option(
                offer.kind.name(),
                speech.get_for("offer.{}", offer.kind.name()),
            )
        }));
    let label = |id: &'static str, key| el("label", "").attr("for", id).message(speech, key);
    let field = |id, key, input: Element| el("div", "field").child(label(id, key)).child(input);
    let valid_until = el("input", "")
        .attr("type", "date")
        .attr("id", "proposal-valid")
        .value(valid.clone().into())
        .on_input(&writing(|card, valid| card.proposed.valid = valid));
    let introduction = el("textarea", "")
        .attr("id", "proposal-intro")
        .attr("rows", "3")
        .value(intro.clone().into())
        .on_input(&writing(|card, intro| card.proposed.intro = intro));
    let title = client
        .words
        .format("proposal.title", &[("name", &card.title(&client.words))]);
    let shop = &props.config.terms.shop.name;
    let file = [&*title, shop, &date(*today)].join(" · ");
    let on_print = Callback::from(move |()| browser::print(&file));
    let asked = (way.is_empty() && appraisal.verdict != Verdict::Take).then(|| {
        let said = speak::to_the_shop(speech, brief, appraisal.verdict);
        el("p", "problem").text(speech.format("proposal.not-yet", &[("said", &said)]))
    });
    el("div", "about")
        .child(
            el("div", "pair")
                .child(field("proposal-way", "proposal.way", ways))
                .child(field("proposal-valid", "proposal.valid.label", valid_until)),
        )
        .maybe_child(asked)
        .child(field("proposal-intro", "proposal.intro", introduction))
        .child(client.choice(speech, "proposal-language"))
        .child(tick(
            "tick",
            !unsure,
            speech.get("proposal.with-odds"),
            &writing(|card, _| card.proposed.unsure = !card.proposed.unsure)
                .reform(|()| String::new()),
        ))
        .child(sheet(props, &client.words, offer.as_ref(), (intro, &valid)))
        .child(el("p", "row").child(button("strong", speech, "proposal.print", &on_print)))
        .child(el("p", "hint").message(speech, "proposal.hint"))
        .into()
}

/// A callback that sets a state to a value made of a text.
fn setting<T: 'static>(state: &UseStateHandle<T>, of: fn(String) -> T) -> Callback<String> {
    let setter = state.setter();
    Callback::from(move |text: String| setter.set(of(text)))
}

/// The wishes of an offer that wait for a second phase.
fn later(words: &Words, props: &EnquiryProps, offer: &Offer) -> Vec<String> {
    let wishes = &props.appraised.brief.wishes;
    let later = offer.changes.iter().filter_map(|change| {
        let Change::LeaveOut { wish, count, of } = change else {
            return None;
        };
        let name = speak::wish(words, &props.config.terms, &wishes.get(*wish)?.want);
        Some(match of {
            1 => name,
            _ => speak::with_count(words, &name, *count),
        })
    });
    later.collect()
}

/// The sheet that is printed.
fn sheet(
    props: &EnquiryProps,
    words: &Words,
    offer: Option<&Offer>,
    (intro, valid): (&str, &str),
) -> Element {
    let EnquiryProps {
        config,
        appraised,
        today,
        ..
    } = props;
    let terms = &config.terms;
    let asked: &Brief = &appraised.brief;
    let brief = offer.map_or(asked, |offer| &offer.brief);
    let Ok(appraisal) = appraise(brief, terms) else {
        return el("div", "");
    };
    let by = match (is_day(brief.deadline), brief.deadline == asked.deadline) {
        (false, _) => None,
        (true, true) => appraised.wanted,
        (true, false) => brief
            .deadline
            .map(|it| today + (it.weeks() * 7.0).round() as i64),
    };
    let dated = |day: i64| browser::long_date(words.lang(), day);
    let by = by.map(dated);
    let later = offer.map(|offer| later(words, props, offer));
    let sections = sections(
        words,
        terms,
        (brief, &appraisal),
        by.as_deref(),
        &|week| dated(today + ((terms.team.starts_in_weeks + week) * 7.0).round() as i64),
        &later.unwrap_or_default(),
        !props.card.proposed.unsure,
    );
    let shop = [&terms.shop.email, &terms.shop.url];
    // An address of a ready-made shop is nobody's.
    let is_made_up = |address: &&str| address.contains(".example");
    let shop = shop.into_iter().flatten().map(String::as_str);
    let shop: Vec<&str> = shop.filter(|address| !is_made_up(address)).collect();
    let valid = days(valid).map(dated);
    let name = props.card.title(words);
    let title = words.format("proposal.title", &[("name", &name)]);
    let sign = |name: &str| {
        el("p", "sign")
            .child(el("span", "").text(words.get("proposal.sign")))
            .child(el("strong", "").text(name.to_owned()))
    };
    el("article", "proposal")
        .attr("lang", words.lang().to_owned())
        .attr("aria-label", title.clone())
        .child(
            el("p", "row between")
                .child(el("strong", "").text(terms.shop.name.clone()))
                .child(el("span", "").text(shop.join(" · "))),
        )
        .child(el("h4", "").text(title))
        .child(el("p", "hint").text(dated(*today)))
        .maybe_child((!intro.trim().is_empty()).then(|| el("p", "message").text(intro.to_owned())))
        .children(sections.iter().map(section))
        .maybe_child(
            valid.map(|day| el("p", "").text(words.format("proposal.valid", &[("day", &day)]))),
        )
        .child(
            el("div", "pair signatures")
                .child(sign(&terms.shop.name))
                .child(sign(&name)),
        )
}

fn section(section: &Section) -> Element {
    let line = |line: &Line| {
        let notes = line.notes.iter();
        el("li", "")
            .text(line.text.clone())
            .children(notes.map(|note| el("span", "hint").text(note.clone())))
    };
    el("section", "")
        .child(el("h5", "").text(section.title.clone()))
        .child(el("ul", "lines").children(section.lines.iter().map(line)))
}

/// Returns `true` for a deadline that is counted from today, and so is a day.
fn is_day(deadline: Option<Deadline>) -> bool {
    matches!(
        deadline,
        Some(Deadline::Weeks {
            from: CountedFrom::Today,
            ..
        })
    )
}
