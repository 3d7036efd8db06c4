//! What do you want?

use super::StepProps;
use crate::draft::{DraftWish, FieldProblem};
use crate::engine::{Priority, Size, Want};
use crate::i18n::speak;
use crate::widget::parts::{Choice, Field};
use yew::prelude::*;

/// More services than this can be searched.
const MANY: usize = 12;

/// Asks for the wishes: services to tap, then how many and how much each matters.
#[component]
pub fn WishesStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let wished = |id: &str| {
        props
            .draft
            .wishes
            .iter()
            .any(|wish| matches!(&wish.want, Want::Service { service } if service == id))
    };
    let search = use_state(String::new);
    let on_search = {
        let search = search.clone();
        Callback::from(move |typed| search.set(typed))
    };
    let sought = speech.lower(search.trim());
    let found = |service: &&crate::engine::Service| {
        let note = service
            .label
            .note
            .as_ref()
            .map_or("", |note| speech.text(note));
        let name = speak::name(speech, &service.label, &service.id);
        sought.is_empty() || speech.lower(&format!("{name} {note}")).contains(&sought)
    };
    let none_found = !props.terms.services.iter().any(|service| found(&service));
    let services = props.terms.services.iter().filter(found).map(|service| {
        let chosen = wished(&service.id);
        let id = service.id.clone();
        let onclick = props.edit(move |draft, _: MouseEvent| {
            let is_it = |wish: &DraftWish| matches!(&wish.want, Want::Service { service } if *service == id);
            if draft.wishes.iter().any(is_it) {
                draft.wishes.retain(|wish| !is_it(wish));
            } else {
                draft.wishes.push(DraftWish::service(&id));
            }
        });
        html! {
            <li key={service.id.clone()}>
                <button class="chip" type="button" aria-pressed={chosen.to_string()} {onclick}>
                    { speak::name(speech, &service.label, &service.id) }
                </button>
            </li>
        }
    });
    let add_own = props.edit(|draft, _: MouseEvent| draft.wishes.push(DraftWish::own()));
    let all_musts = props.draft.wishes.len() > 2
        && props
            .draft
            .wishes
            .iter()
            .all(|wish| wish.priority == Priority::Must);
    let wishes = props.draft.wishes.iter().enumerate().map(|(index, wish)| {
        html! { <WishCard key={index} {index} wish={wish.clone()} step={props.clone()} /> }
    });
    html! {
        <>
            if props.terms.services.len() > MANY {
                <Field id="wishes-search" label={speech.say("wishes.search")} value={(*search).clone()} on_type={on_search} />
            }
            if none_found {
                <p class="hint">{ speech.say("wishes.not-found") }</p>
            }
            <ul class="chips" aria-label={speech.say("wishes.services")}>
                { for services }
                <li><button class="chip own" type="button" onclick={add_own}>{ speech.say("wishes.own") }</button></li>
            </ul>
            if !props.draft.wishes.is_empty() {
                <ol class="wishes" aria-label={speech.say("wishes.yours")}>{ for wishes }</ol>
            }
            if all_musts {
                <p class="note">{ speech.say("wishes.all-musts") }</p>
            }
        </>
    }
}

/// One wish.
#[derive(Properties, Clone, PartialEq)]
struct WishCardProps {
    /// Where it stands among the wishes.
    index: usize,
    /// The wish.
    wish: DraftWish,
    /// What the step works with.
    step: StepProps,
}

#[component]
fn WishCard(props: &WishCardProps) -> Html {
    let WishCardProps { index, wish, step } = props.clone();
    let speech = &step.speech;
    let change = |apply: fn(&mut DraftWish, AttrValue)| {
        step.edit(move |draft, value: AttrValue| {
            if let Some(wish) = draft.wishes.get_mut(index) {
                apply(wish, value);
            }
        })
    };
    let remove = step.edit(move |draft, _: MouseEvent| {
        if index < draft.wishes.len() {
            draft.wishes.remove(index);
        }
    });
    let priorities = Priority::ALL.map(|priority| {
        (
            AttrValue::from(priority.id()),
            AttrValue::from(speech.say(&format!("priority.{}", priority.id()))),
        )
    });
    let on_priority = change(|wish, id| {
        if let Some(priority) = Priority::ALL
            .into_iter()
            .find(|known| known.id() == id.as_str())
        {
            wish.priority = priority;
        }
    });
    let on_count = change(|wish, typed| wish.count = typed.to_string()).reform(AttrValue::from);
    let problem = |problem: FieldProblem, key: &str| {
        step.problems
            .contains(&problem)
            .then(|| AttrValue::from(speech.say(key)))
    };
    let name = speak::wish(speech, &step.terms, &wish.want);
    let own = match &wish.want {
        Want::Service { .. } => Html::default(),
        Want::Sized { name, .. } | Want::Estimated { name, .. } => {
            let on_name = change(|wish, typed| match &mut wish.want {
                Want::Sized { name, .. } | Want::Estimated { name, .. } => {
                    *name = typed.to_string()
                }
                Want::Service { .. } => {}
            })
            .reform(AttrValue::from);
            let sizes = Size::ALL.map(|size| {
                (
                    AttrValue::from(size.id()),
                    AttrValue::from(speech.say(&format!("size.{}", size.id()))),
                )
            });
            let on_size = change(|wish, id| {
                let size = Size::ALL
                    .into_iter()
                    .find(|known| known.id() == id.as_str());
                if let (Some(chosen), Want::Sized { size, .. }) = (size, &mut wish.want) {
                    *size = chosen;
                }
            });
            let size = if let Want::Sized { size, .. } = &wish.want {
                size.id()
            } else {
                ""
            };
            html! {
                <>
                    <Field
                        id={format!("wish-{index}-name")} label={speech.say("wishes.own-name")} value={name.clone()}
                        on_type={on_name} problem={problem(FieldProblem::Name(index), "problem.name")}
                    />
                    if !size.is_empty() {
                        <Choice
                            id={format!("wish-{index}-size")} legend={speech.say("wishes.own-size")}
                            options={sizes.to_vec()} chosen={size} on_choose={on_size}
                        />
                    }
                </>
            }
        }
    };
    let serves = step.draft.purpose.is_some().then(|| {
        let by_default = match &wish.want {
            Want::Service { service } => step.terms.service(service).is_none_or(|service| {
                service.serves.as_ref().is_none_or(|serves| {
                    step.draft.purpose.as_ref().is_some_and(|purpose| serves.contains(purpose))
                })
            }),
            Want::Sized { .. } | Want::Estimated { .. } => true,
        };
        let chosen = if wish.serves_purpose.unwrap_or(by_default) { "yes" } else { "no" };
        let on_serves = change(|wish, id| wish.serves_purpose = Some(id == "yes"));
        html! {
            <Choice
                id={format!("wish-{index}-serves")} legend={speech.say("wishes.serves")} {chosen} on_choose={on_serves}
                options={["yes", "no"].map(|id| (id.into(), speech.say(&format!("answer.{id}")).into())).to_vec()}
            />
        }
    });
    html! {
        <li class="wish">
            <div class="wish-head">
                <h3>{ name.clone() }</h3>
                <button class="remove" type="button" onclick={remove} aria-label={speech.with("wishes.remove", &[("name", &name)])}>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
                </button>
            </div>
            { own }
            <div class="wish-answers">
                <Choice
                    id={format!("wish-{index}-priority")} legend={speech.say("wishes.priority")}
                    options={priorities.to_vec()} chosen={wish.priority.id()} on_choose={on_priority}
                />
                <Field
                    id={format!("wish-{index}-count")} label={speech.say("wishes.count")} value={wish.count.clone()} numeric=true
                    on_type={on_count} problem={problem(FieldProblem::Count(index), "problem.count")}
                />
                { serves }
            </div>
        </li>
    }
}
