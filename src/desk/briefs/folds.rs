//! Folds in the panel of an enquiry: the job that was agreed, the proposal, and the link with the
//! answer of today.

use super::props::BriefPanelProps;
use super::reply::Reply;
use crate::config::read_brief;
use crate::desk::agreed::{AgreedPanel, AgreedProps, by_terms_of, keep, print};
use crate::desk::browser;
use crate::desk::cards::{EnquiryProps, said_day};
use crate::desk::parts::{Code, CodeProps, Fold, FoldProps};
use crate::desk::proposal::Proposal;
use crate::engine::Want;
use crate::i18n::speak;
use crate::share::{self, SentAnswer};
use crate::widget::element::{component, el};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{ListenerKind, VComp};

/// The job, once it is agreed.
fn agreed(props: &BriefPanelProps) -> Option<Html> {
    let (index, card) = props.card.clone()?;
    let agreed = card.agreed.clone().filter(|_| card.is_won())?;
    let agreed = AgreedProps {
        speech: props.speech.clone(),
        config: Rc::clone(&props.config),
        text: props.text.clone(),
        today: props.today,
        index,
        card,
        agreed,
        appraised: props.appraised.clone(),
        on_action: props.on_action.clone(),
    };
    // Another enquiry has other fields.
    let key = format!("agreed-{}", props.opened.0);
    Some(VComp::new::<AgreedPanel>(Rc::new(agreed), Some(key.into())).into())
}

/// A fold, closed for each enquiry that is opened.
fn fold(
    props: &BriefPanelProps,
    title: &'static str,
    content: Html,
    on_open: Callback<bool>,
) -> Html {
    let key = format!("{title}-{}", props.opened.0);
    let fold = FoldProps {
        title: props.speech.get(title).into(),
        content,
        on_open,
    };
    VComp::new::<Fold>(Rc::new(fold), Some(key.into())).into()
}

/// Props of the folds about the enquiry as it is appraised.
fn enquiry(props: &BriefPanelProps) -> Option<EnquiryProps> {
    let (_, card) = props.card.clone()?;
    Some(EnquiryProps {
        speech: props.speech.clone(),
        config: Rc::clone(&props.config),
        today: props.today,
        appraised: props.appraised.clone()?,
        card,
        on_action: props.on_action.clone(),
    })
}

/// The proposal, folded. Progress since the yes is no part of it.
fn proposal(props: &BriefPanelProps) -> Option<Html> {
    let mut enquiry = enquiry(props)?;
    enquiry.appraised = enquiry.appraised.without_progress(&props.config.terms)?;
    let on_open =
        Callback::from(|is_open: bool| browser::print_only(is_open.then_some(".proposal")));
    let fold = fold(
        props,
        "proposal.name",
        component::<Proposal>(enquiry),
        on_open,
    );
    Some(fold)
}

/// The reply, folded. A job that is done has none.
fn reply(props: &BriefPanelProps) -> Option<Html> {
    let is_asked =
        |it: &EnquiryProps| !it.appraised.brief.wishes.is_empty() && !it.card.is_delivered();
    let enquiry = enquiry(props).filter(is_asked)?;
    let content = component::<Reply>(enquiry);
    Some(fold(props, "reply.start.shop", content, Callback::noop()))
}

/// The answer that came with the link, and the folds.
#[component]
pub fn Folds(props: &BriefPanelProps) -> Html {
    let BriefPanelProps {
        speech,
        config,
        text,
        today,
        card,
        ..
    } = props;
    let print = use_memo(text.clone(), |text| print(text));
    let sent = card
        .as_ref()
        .and_then(|(_, card)| Some((card.sent_answer.clone()?, card.clone())));
    let then = use_memo((sent, print.clone(), *today), |(sent, print, today)| {
        let (said, card) = sent.as_ref()?;
        let is_other = said.terms != **print;
        is_other.then(|| by_terms_of(speech, &said.terms, card, *today))?
    });
    // One element whatever is in it: the siblings keep their places.
    let Some((_, card)) = card else {
        return el("div", "").into();
    };
    let sent_answer = card.sent_answer.as_ref().map(|said| {
        let odds = said.tenths.map_or_else(
            || speech.get("test.unknown"),
            |tenths| speak::odds(speech, f64::from(tenths) / 10.0),
        );
        let values = [
            ("day", said_day(speech, &said.day)),
            (
                "verdict",
                speech.get_for("shop.verdict.{}", said.verdict.name()),
            ),
            ("odds", odds),
            ("weeks", speak::weeks(speech, said.weeks)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let is_other = said.terms != *print;
        let other = is_other.then(|| speech.get("briefs.told.other-terms"));
        let then = (*then).clone();
        let all = [
            speech.format("briefs.told", &values),
            other.unwrap_or_default(),
            then.unwrap_or_default(),
        ];
        el("p", "").text(speak::sentences(&all))
    });
    let judged = props.appraised.as_ref().filter(|_| !card.is_delivered());
    let link = judged.and_then(|appraised| {
        let terms = &config.terms;
        let page = terms.shop.page.as_ref()?;
        let brief = read_brief(&card.brief.to_string(), terms).ok()?;
        let asked = card.brief_on(*today, &brief);
        let link = share::client_link(&asked, card.by.as_deref(), terms)?;
        let said = SentAnswer::new(&browser::today(), &appraised.appraisal, &print);
        Some(share::address(page, share::KEY, &said.append_to(&link)))
    });
    // This page is the shop's own, and no client's.
    let pageless = (judged.is_some() && config.terms.shop.page.is_none())
        .then(|| el("p", "hint").message(speech, "briefs.no-page"));
    let wishes = props.appraised.iter().flat_map(|it| &it.brief.wishes);
    let has_hours = wishes
        .map(|wish| &wish.want)
        .any(|want| matches!(want, Want::Estimated { .. }));
    let fold = link.map(|link| {
        let code = CodeProps {
            speech: speech.clone(),
            title: speech.get("briefs.with-answer").into(),
            text: link.into(),
        };
        // Once it can be copied, the answer may go out.
        let on_toggle = {
            let (print, text) = (print.to_string(), text.clone());
            Callback::from(move |_: Event| keep(&print, &text))
        };
        el("details", "more")
            .on(ListenerKind::ontoggle, &on_toggle)
            .child(el("summary", "").message(speech, "briefs.with-answer"))
            .child(el("p", "hint").message(speech, "briefs.with-answer.hint"))
            .maybe_child(
                has_hours.then(|| el("p", "hint").message(speech, "briefs.with-answer.hours")),
            )
            .node(component::<Code>(code))
    });
    el("div", "about")
        .maybe_child(sent_answer)
        .node(reply(props).unwrap_or_default())
        .node(agreed(props).unwrap_or_default())
        .node(proposal(props).unwrap_or_default())
        .node(fold.map_or_else(Html::default, Html::from))
        .node(pageless.map_or_else(Html::default, Html::from))
        .into()
}
