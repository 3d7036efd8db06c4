//! The reply: a letter to change and send, behind a button so that it is not in the answer's way.

mod post;
mod ways;

use super::answer::AnswerProps;
use super::app::Audience;
use super::parts::Choice;
use crate::draft::DeadlineKind;
use crate::engine::{Brief, Deadline};
use crate::letter::{self, Letter, Request, Sender, Tone};
use crate::share;
use post::Post;
use ways::Ways;
use yew::prelude::*;

/// What was changed in a letter.
#[derive(Clone, PartialEq)]
struct Edited {
    /// The text as it is now.
    text: String,
    /// The letter that it was made from.
    of: String,
}

/// The reply.
#[component]
pub fn Reply(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = props;
    let open = use_state(|| false);
    let tone = use_state(Tone::default);
    let odds = use_state(|| false);
    let edited = use_state(|| None::<Edited>);
    let heading = use_node_ref();
    let paper = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with(*open, move |open| {
            if *open && let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // A heading that cannot take the focus leaves it where it was.
                let _ = heading.focus();
            }
        });
    }
    if brief.wishes.is_empty() && edited.is_none() {
        return Html::default();
    }
    let (sender, who) = match props.audience {
        Audience::Shop => (Sender::Shop, "shop"),
        Audience::Visitor => (Sender::Client, "visitor"),
    };
    let shop = [("shop", terms.shop.name.as_str())];
    if !*open {
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set(true))
        };
        return html! {
            <section class="reply">
                <button class="main" type="button" {onclick}>
                    { speech.with(&format!("reply.start.{who}"), &shop) }
                </button>
            </section>
        };
    }

    let proposed = match sender {
        Sender::Shop => letter::proposal(appraisal).map_or(&**brief, |offer| &offer.brief),
        Sender::Client => brief,
    };
    let link = address(props, proposed);
    let letter = letter::write(&Request {
        words: speech,
        terms,
        brief,
        appraisal,
        sender,
        tone: *tone,
        odds: *odds,
        date: date(props, brief),
        link: link.as_deref(),
    });
    let text = edited
        .as_ref()
        .map_or_else(|| letter.text.clone(), |edited| edited.text.clone());
    let has_changed = edited
        .as_ref()
        .is_some_and(|edited| edited.of != letter.text);

    let on_tone = {
        let tone = tone.clone();
        Callback::from(move |id: AttrValue| {
            tone.set(
                Tone::ALL
                    .into_iter()
                    .find(|tone| tone.id() == id)
                    .unwrap_or_default(),
            );
        })
    };
    let on_odds = {
        let odds = odds.clone();
        Callback::from(move |chosen: AttrValue| odds.set(chosen == "yes"))
    };
    let oninput = {
        let (edited, letter) = (edited.clone(), letter.text.clone());
        Callback::from(move |event: InputEvent| {
            let paper = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>();
            let text = paper.value();
            // What is as it was written is not changed, and goes along with the answer again.
            let of = edited
                .as_ref()
                .map_or_else(|| letter.clone(), |edited| edited.of.clone());
            edited.set((text != letter).then_some(Edited { text, of }));
        })
    };
    let anew = {
        let edited = edited.clone();
        Callback::from(move |_: MouseEvent| edited.set(None))
    };
    let keep = {
        let (edited, of) = (edited.clone(), letter.text.clone());
        Callback::from(move |_: MouseEvent| {
            let text = edited.as_ref().map(|edited| edited.text.clone());
            let of = of.clone();
            edited.set(text.map(|text| Edited { text, of }));
        })
    };
    let option = |id: &'static str, key: String| (id.into(), speech.say(&key).into());
    html! {
        <section class="reply">
            <h3 tabindex="-1" ref={heading}>{ speech.with(&format!("reply.title.{who}"), &shop) }</h3>
            <p class="hint">{ speech.say("reply.hint") }</p>
            <div class="reply-choices">
                <Choice
                    id="reply-tone" legend={speech.say("reply.tone")} quiet={true} chosen={tone.id()} on_choose={on_tone}
                    options={Tone::ALL.map(|tone| option(tone.id(), format!("tone.{}", tone.id()))).to_vec()}
                />
                <Choice
                    id="reply-odds" legend={speech.say("reply.odds")} quiet={true} on_choose={on_odds}
                    options={["yes", "no"].map(|id| option(id, format!("reply.odds.{id}"))).to_vec()}
                    chosen={if *odds { "yes" } else { "no" }}
                />
            </div>
            // There before it says anything, so that it is heard.
            <div role="status">
                if has_changed {
                    <div class="note">
                        <p>{ speech.say("reply.changed") }</p>
                        <button class="quiet" type="button" onclick={anew}>{ speech.say("reply.anew") }</button>
                        <button class="quiet" type="button" onclick={keep}>{ speech.say("nav.keep-mine") }</button>
                    </div>
                }
            </div>
            <textarea
                ref={paper.clone()} class="paper" aria-label={speech.say("reply.text")} rows={rows(&text)}
                value={text.clone()} {oninput} spellcheck="true"
            />
            if let (Sender::Client, Some(inbox)) = (sender, terms.shop.inbox.clone()) {
                <Post answer={props.clone()} letter={Letter { text: text.clone(), ..letter.clone() }} {inbox} />
            }
            <Ways
                answer={props.clone()} {paper} letter={Letter { text, ..letter }} link={address(props, brief)}
                to={(sender == Sender::Client).then(|| terms.shop.email.clone()).flatten()}
            />
        </section>
    }
}

/// The date that was asked for, where one was and this brief still asks for it.
fn date<'a>(props: &'a AnswerProps, brief: &Brief) -> Option<&'a str> {
    let asked = &props.draft.deadline;
    let is_asked = asked.kind == Some(DeadlineKind::Date)
        && matches!(brief.deadline, Some(Deadline::Weeks(_)))
        && brief.deadline == props.brief.deadline;
    is_asked.then_some(asked.date.as_str())
}

/// The address that opens a brief. None where it would be too long.
fn address(props: &AnswerProps, brief: &Brief) -> Option<String> {
    let link = share::link(brief, date(props, brief), &props.terms)?;
    Some(props.page.address.emit(link))
}

/// How many lines show a letter whole, in a column as wide as ours.
fn rows(text: &str) -> String {
    /// How many characters a line has room for, nearly.
    const COLUMN: usize = 48;
    let lines: usize = text
        .lines()
        .map(|line| 1 + line.chars().count() / COLUMN)
        .sum();
    lines.clamp(8, 60).to_string()
}
