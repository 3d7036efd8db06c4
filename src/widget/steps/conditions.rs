//! How would we work together?

use super::StepProps;
use crate::engine::{Conditions, Contact, Relationship};
use crate::widget::parts::Choice;
use yew::prelude::*;

/// A condition that is answered with yes or no: its name, where its answer is kept, and the words of
/// its answers.
type YesOrNo = (
    &'static str,
    fn(&mut Conditions) -> &mut Option<bool>,
    [&'static str; 2],
);

const PLAIN: [&str; 2] = ["answer.yes", "answer.no"];

/// The yes-or-no conditions before and after the question how often one can be reached.
const FIRST: [YesOrNo; 1] = [(
    "contentReady",
    |conditions| &mut conditions.content_ready,
    PLAIN,
)];
const REST: [YesOrNo; 6] = [
    (
        "phased",
        |conditions| &mut conditions.phased,
        ["phased.yes", "phased.no"],
    ),
    ("decider", |conditions| &mut conditions.decider, PLAIN),
    ("written", |conditions| &mut conditions.written, PLAIN),
    (
        "openToAdvice",
        |conditions| &mut conditions.open_to_advice,
        PLAIN,
    ),
    ("deposit", |conditions| &mut conditions.deposit, PLAIN),
    (
        "freeSample",
        |conditions| &mut conditions.free_sample,
        PLAIN,
    ),
];

/// Asks how the two would work together.
#[component]
pub fn ConditionsStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let yes_or_no = |(id, answer, words): YesOrNo| {
        let mut conditions = props.draft.conditions;
        let chosen = answer(&mut conditions).map_or("", |yes| if yes { "yes" } else { "no" });
        let options = vec![
            ("yes".into(), speech.say(words[0]).into()),
            ("no".into(), speech.say(words[1]).into()),
        ];
        let on_choose = props.edit(move |draft, value: AttrValue| {
            *answer(&mut draft.conditions) = Some(value == "yes");
        });
        html! {
            <Choice
                key={id} id={format!("condition-{id}")} legend={speech.say(&format!("conditions.{id}"))}
                {options} {chosen} {on_choose}
            />
        }
    };
    let contact = {
        let options = Contact::ALL.map(|contact| {
            (
                contact.id().into(),
                speech.say(&format!("contact.{}", contact.id())).into(),
            )
        });
        let on_choose = props.edit(|draft, id: AttrValue| {
            draft.conditions.contact = Contact::ALL
                .into_iter()
                .find(|known| known.id() == id.as_str());
        });
        html! {
            <Choice
                key="contact" id="condition-contact" legend={speech.say("conditions.contact")} options={options.to_vec()} {on_choose}
                chosen={props.draft.conditions.contact.map_or("", Contact::id)}
            />
        }
    };
    let relationship = {
        let options = Relationship::ALL.map(|relationship| {
            (
                relationship.id().into(),
                speech
                    .say(&format!("relationship.{}", relationship.id()))
                    .into(),
            )
        });
        let on_choose = props.edit(|draft, id: AttrValue| {
            draft.relationship = Relationship::ALL
                .into_iter()
                .find(|known| known.id() == id.as_str());
        });
        html! {
            <Choice
                key="relationship" id="relationship" legend={speech.say("conditions.relationship")} options={options.to_vec()} {on_choose}
                chosen={props.draft.relationship.map_or("", Relationship::id)}
            />
        }
    };
    html! {
        <div class="questions-list">
            { for FIRST.into_iter().map(yes_or_no) }
            { contact }
            { for REST.into_iter().map(yes_or_no) }
            { relationship }
        </div>
    }
}
