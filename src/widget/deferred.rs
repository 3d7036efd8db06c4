//! Deferred parts of a calculator: code that is loaded after the first question.
//!
//! The start calls the answer only through the pointers of [`AnswerPart`], and both call the questions,
//! the details of the answer and the page around them only through those of [`RestPart`]. So the call graph
//! has no edges into their code, and the build can put it into files of its own: see
//! `script/wasm/README.md`.

use super::answer::editing::Editing;
use super::case::Case;
use super::client_message::MessageUpdate;
use super::element::Element;
use super::evaluation::Evaluation;
use super::host::Host;
use super::setup::Setup;
use super::state::{Rewrite, State};
use super::steps::{BlankProps, ConversationProps};
use crate::draft::Draft;
use crate::reader::Language;
use crate::shared::Shared;
use std::mem::discriminant;
use std::rc::Rc;
use yew::prelude::*;

/// Functions of the answer part: it shows the answer.
#[derive(Clone, Copy)]
pub struct AnswerPart {
    /// Reads the lists of words of a language with this decimal separator.
    pub language: fn(&str, &[String], char) -> Option<Language>,
    /// Converts a draft from one language into another.
    pub rewrite: Rewrite,
    /// Returns the answer to a draft typed in a language.
    pub evaluate: fn(&Rc<Draft>, &Language, &Setup) -> Option<Evaluation>,
    /// Returns the views of a calculator.
    pub views: fn(AnswerProps, &Keeping) -> Views,
}

/// Views of the answer part. Empty until it is loaded.
#[derive(Default)]
pub struct Views {
    /// Answer.
    pub answer: Option<Html>,
    /// Answer in one line, with the ways to it and to send it.
    pub bar: Html,
    /// Folded menu of actions on the whole brief.
    pub menu: Option<Element>,
    /// Placeholder of something in the rest that is not loaded yet.
    pub waiting: Html,
    /// Functions of the rest, once they are loaded.
    pub rest: Option<RestPart>,
    /// Surroundings of the questions and the answer.
    pub surroundings: Surroundings,
}

/// Functions of the rest: the questions, the details of the answer, and everything that is done with
/// a brief.
#[derive(Clone, Copy)]
pub struct RestPart {
    /// Returns the questions of a blank.
    pub blank: fn(BlankProps) -> Html,
    /// Returns the view of the steps.
    pub conversation: fn(ConversationProps) -> Html,
    /// Returns everything below the head of the answer.
    pub details: fn(DetailsProps) -> Html,
    /// Restores an earlier brief, and reports changes to the page: an invisible component.
    pub session: fn(ResultsProps) -> Html,
    /// Returns the actions on the whole brief.
    pub menu: fn(&ResultsProps, &Keeping) -> Element,
    /// Returns what surrounds the questions and the answer.
    pub surroundings: fn(&ResultsProps) -> Surroundings,
}

/// Surroundings of the questions and the answer. Empty until the rest is loaded.
#[derive(Default)]
pub struct Surroundings {
    /// Banner about a link.
    pub link_notice: Option<Element>,
    /// View of a message that was handed over.
    pub message: Html,
    /// Handlers of the whole calculator: for a file or text that is dropped on it, for the permission
    /// to drop, and for keys.
    pub handlers: Option<[Callback<Event>; 3]>,
}

/// Functions of the part that reads messages, loaded for the first message.
#[derive(Clone, Copy)]
pub struct MessagePart {
    /// Returns the tag of the language of a message if the calculator has it, otherwise of its own
    /// language.
    pub language: fn(&str, &Setup) -> String,
    /// Reads a message, which changes the draft if the message is new.
    pub read: fn(&ResultsProps, &MessageLanguage) -> Option<MessageUpdate>,
    /// Returns the view of a message that was read.
    pub panel: fn(ResultsProps) -> Html,
    /// Opens the file that a message comes in.
    pub open: fn(&ResultsProps) -> MessageUpdate,
    /// Reads the lists of words of a language with this tag.
    pub read_language: fn(&str, &[String]) -> Option<MessageLanguage>,
}

/// Names of ready-made shops' services in each language, by its tag: texts with translations.
pub type ShopNames = Vec<(String, Vec<(String, String)>)>;

/// Language that messages are read in.
#[derive(Clone)]
pub struct MessageLanguage {
    /// Tag of the language.
    pub tag: String,
    /// Its words: one language.
    pub languages: Rc<Vec<Language>>,
    /// Names of ready-made shops' services in it.
    pub names: Rc<ShopNames>,
}

/// Part that reads messages, and its loading state.
#[derive(Clone, Default)]
pub struct MessageReader {
    /// Functions of the part, once they are loaded.
    pub part: Option<MessagePart>,
    /// Languages that have been loaded, the latest last.
    pub languages: Rc<Vec<MessageLanguage>>,
    /// `true` if loading failed.
    pub has_failed: bool,
}

impl PartialEq for MessageReader {
    /// The part is unique, so only its loading state can differ.
    fn eq(&self, other: &MessageReader) -> bool {
        self.part.is_some() == other.part.is_some()
            && Rc::ptr_eq(&self.languages, &other.languages)
            && self.has_failed == other.has_failed
    }
}

/// Loading state of the rest.
#[derive(Clone)]
pub enum RestState {
    /// On its way.
    Loading,
    /// Failed to load.
    Failed,
    /// Loaded, with the page around the calculator.
    Loaded(RestPart, Shared<dyn Host>),
}

impl PartialEq for RestState {
    /// The part is unique, so only its loading state or the page can differ.
    fn eq(&self, other: &RestState) -> bool {
        match (self, other) {
            (RestState::Loaded(_, page), RestState::Loaded(_, other)) => page == other,
            _ => discriminant(self) == discriminant(other),
        }
    }
}

/// Preferences of a visitor that outlive the brief.
pub struct Keeping {
    /// `true` if this device has storage: a sandboxed frame has none.
    pub can_keep: bool,
    /// Called with the tag of the language that the visitor has chosen.
    pub on_language: Callback<String>,
}

/// Calculator with its answer.
#[derive(Properties, Clone, PartialEq)]
pub struct AnswerProps {
    /// Setup of the calculator.
    pub setup: Setup,
    /// State of the calculator.
    pub state: UseReducerHandle<State>,
    /// Answer to the draft.
    pub evaluation: Evaluation,
    /// Rest of the program.
    pub rest: RestState,
    /// Part that reads messages.
    pub reader: MessageReader,
    /// Called to load the rest again after a failure.
    pub on_retry: Callback<()>,
    /// `false` while an earlier brief may still replace this one.
    pub is_shown: bool,
}

impl AnswerProps {
    /// Returns the functions of the rest with their properties, once it is loaded.
    pub fn loaded(&self) -> Option<(RestPart, ResultsProps)> {
        let RestState::Loaded(rest, host) = &self.rest else {
            return None;
        };
        let props = ResultsProps {
            host: host.clone(),
            setup: self.setup.clone(),
            state: self.state.clone(),
            evaluation: self.evaluation.clone(),
            reader: self.reader.clone(),
        };
        Some((*rest, props))
    }
}

/// Calculator that the later parts act on.
#[derive(Properties, Clone, PartialEq)]
pub struct ResultsProps {
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
    /// Setup of the calculator.
    pub setup: Setup,
    /// State of the calculator.
    pub state: UseReducerHandle<State>,
    /// Answer to the draft.
    pub evaluation: Evaluation,
    /// Part that reads messages.
    pub reader: MessageReader,
}

/// Properties of the details of an answer.
#[derive(Properties, Clone, PartialEq)]
pub struct DetailsProps {
    /// Calculator with its answer.
    pub results: ResultsProps,
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Heading of the answer, which gets the focus of what goes away.
    pub heading: NodeRef,
}
