//! The real calculator with the terms, as it is seen on a page: by whom, on what, in which language, and with which example.

use crate::desk::browser;
use crate::desk::parts::{OnPage, Preview, PreviewProps, select};
use crate::desk::sheet::looks::Looks;
use crate::desk::sheet::{self, Sheet};
use crate::widget::element::{el, group};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Props of [`TermsPreview`].
#[derive(Properties, Clone, PartialEq)]
pub struct TermsPreviewProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Last configuration without a problem.
    pub good: Rc<Value>,
    /// True if the floor rate is public.
    pub floor: bool,
    /// Step that asks about the field in work; empty where none does.
    pub step: &'static str,
    /// Called with the brief after every change of an answer, as JSON text.
    pub on_brief: Callback<String>,
}

/// Choices of the bar over the preview.
#[derive(Clone, Default, PartialEq)]
struct Seen {
    is_shop: bool,
    is_phone: bool,
    is_dark: bool,
    /// Language; empty for the main one.
    lang: String,
    /// Index of the example.
    example: usize,
}

/// Rest of an example's figures before a calculator begins with them, in milliseconds.
const REST: u32 = 500;

/// Puts a choice of the bar into the state of the preview.
type Change = fn(&mut Seen, String);

/// The calculator with the terms, and a bar of the screens and pages that it is seen on.
#[component]
pub fn TermsPreview(props: &TermsPreviewProps) -> Html {
    let TermsPreviewProps {
        sheet,
        good,
        floor,
        step,
        on_brief,
    } = props;
    let speech = &sheet.speech;
    let seen = use_state(Seen::default);
    let config = use_memo(
        (good.clone(), seen.is_shop, *floor),
        |(good, is_shop, floor)| {
            if *is_shop {
                good.to_string()
            } else {
                sheet::public(good, *floor).to_string()
            }
        },
    );
    let with = |change: Change| {
        let seen = seen.clone();
        Callback::from(move |value: String| {
            let mut changed = (*seen).clone();
            change(&mut changed, value);
            seen.set(changed);
        })
    };
    let either = |name: &'static str, keys: [&str; 2], is_second: bool, change: Change| {
        let option = |index: usize| {
            let on_choice = with(change).reform(move |()| index.to_string());
            el("label", "option")
                .child(
                    el("input", "")
                        .attr("type", "radio")
                        .attr("name", name)
                        .checked(is_second == (index == 1))
                        .on_change(&on_choice),
                )
                .child(el("span", "").message(speech, keys[index]))
        };
        el("fieldset", "options")
            .child(el("legend", "for-listeners").message(speech, "preview.view"))
            .children([0, 1].map(option))
    };
    let choice = |key: &str, options: Vec<(String, String)>, chosen: &str, change: Change| {
        select(options, chosen, &with(change)).attr("aria-label", speech.get(key))
    };
    let examples = sheet::list(good, "/examples");
    let example = seen.example.min(examples.len().saturating_sub(1));
    let names = (0..examples.len()).map(|index| {
        let name = sheet::text(good, &format!("/examples/{index}/name"));
        (index.to_string(), name.to_owned())
    });
    let languages = sheet.languages.iter().map(|tag| {
        let name = browser::language_name(tag, speech.lang());
        (tag.clone(), name)
    });
    let first = sheet.languages.first().cloned().unwrap_or_default();
    let lang = Some(&seen.lang).filter(|lang| sheet.languages.contains(lang));
    let lang = lang.cloned().unwrap_or(first);
    let looks = Looks {
        theme: match (seen.is_dark, sheet.looks.theme.as_str()) {
            (true, _) => "dark".to_owned(),
            (false, "dark") => "dark".to_owned(),
            _ => "light".to_owned(),
        },
        ..(*sheet.looks).clone()
    };
    // An example whose figures change begins anew, once they rest.
    let brief = examples
        .get(example)
        .and_then(|example| example.get("brief"))
        .map(|brief| AttrValue::from(format!("#{example}{brief}")));
    let mark = use_state(|| brief.clone());
    {
        let mark = mark.clone();
        use_effect_with(brief, move |brief| {
            let wait = (*mark != *brief).then(|| {
                let brief = brief.clone();
                Timeout::new(REST, move || mark.set(brief))
            });
            move || drop(wait)
        });
    }
    let mark = (*mark).clone();
    let key = mark.clone().unwrap_or_default().to_string();
    let on_page = OnPage {
        looks: Rc::new(looks),
        lang: lang.clone().into(),
        example: mark.map(|mark| (example, mark)),
        step,
    };
    let bar = el("div", "row seen")
        .child(either(
            "preview-audience",
            ["preview.visitor", "preview.shop"],
            seen.is_shop,
            |seen, at| seen.is_shop = at == "1",
        ))
        .child(either(
            "preview-size",
            ["preview.desktop", "preview.phone"],
            seen.is_phone,
            |seen, at| seen.is_phone = at == "1",
        ))
        .child(either(
            "preview-theme",
            ["preview.light", "preview.dark"],
            seen.is_dark,
            |seen, at| seen.is_dark = at == "1",
        ))
        .maybe_child((sheet.languages.len() > 1).then(|| {
            choice(
                "preview.language",
                languages.collect(),
                &lang,
                |seen, tag| {
                    seen.lang = tag;
                },
            )
        }))
        .maybe_child((examples.len() > 1).then(|| {
            let chosen = example.to_string();
            choice("preview.example", names.collect(), &chosen, |seen, at| {
                seen.example = at.parse().unwrap_or_default();
            })
        }));
    let preview = PreviewProps {
        id: "preview".into(),
        config: (*config).clone().into(),
        audience: if seen.is_shop { "shop" } else { "visitor" }.into(),
        on_page,
        on_brief: on_brief.clone(),
        waiting: speech.get("preview.waiting").into(),
    };
    let preview = VComp::new::<Preview>(Rc::new(preview), Some(key.into()));
    let screen = match seen.is_phone {
        true => el("div", "screen phone"),
        false => el("div", "screen"),
    };
    group()
        .child(bar)
        .child(screen.node(preview.into()))
        .content()
}
