//! The second step: the snippet for the page.

use crate::desk::configurator::snippets::{Deployment, Way, snippet};
use crate::desk::parts::{Code, Typed};
use crate::i18n::Speech;
use yew::prelude::*;

/// Props of [`snippet_step`].
#[derive(Clone, PartialEq)]
pub struct SnippetProps {
    /// Words.
    pub speech: Speech,
    /// Files that the snippet is about.
    pub deployment: Deployment,
    /// Way to build the page.
    pub way: Way,
    /// Address of the folder with the files, as it is typed.
    pub folder: AttrValue,
    /// Called to select another way.
    pub on_way: Callback<Way>,
    /// Called with the folder as it is typed.
    pub on_folder: Callback<String>,
}

/// The folder and the way to build the page, and the snippet for them.
pub fn snippet_step(props: &SnippetProps) -> Html {
    let SnippetProps {
        speech,
        deployment,
        way,
        folder,
        on_way,
        on_folder,
    } = props;
    let option = |one: Way| {
        let checked = one == *way;
        let onchange = on_way.reform(move |_: Event| one);
        html! {
            <label class="option" key={one.name()}>
                <input type="radio" name="way" value={one.name()} {checked} {onchange} />
                <span>{ speech.get_for("way.{}", one.name()) }</span>
            </label>
        }
    };
    html! {
        <>
            <h4>{ speech.get("take.snippet") }</h4>
            <div class="field">
                <label for="take-folder">{ speech.get("take.folder") }</label>
                <div class="typed">
                    <Typed
                        id="take-folder" value={folder.clone()} on_value={on_folder.clone()}
                        described={Some(AttrValue::from("take-folder-note"))}
                    />
                </div>
                <p class="hint" id="take-folder-note">{ speech.get("take.folder.hint") }</p>
            </div>
            <fieldset class="options">
                <legend class="for-listeners">{ speech.get("take.way") }</legend>
                { for Way::ALL.map(option) }
            </fieldset>
            if *way == Way::WordPress {
                <p class="row">
                    <a class="button" href="./takeon-wordpress.zip" download="takeon-wordpress.zip">
                        { speech.get("way.wordpress.plugin") }
                    </a>
                </p>
                <p class="hint">{ speech.get("way.wordpress.plugin.lead") }</p>
            }
            <p class="hint">{ speech.get_for("way.{}.hint", way.name()) }</p>
            <Code
                speech={speech.clone()} title={speech.get_for("way.{}", way.name())}
                text={snippet(*way, deployment)}
            />
            if *way != Way::Frame {
                <p class="hint">{ speech.get("take.style.lead") }</p>
                <Code speech={speech.clone()} title={speech.get("take.style")} text={deployment.looks.rule()} />
            }
        </>
    }
}
