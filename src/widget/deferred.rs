//! Deferred parts of a calculator: code that is loaded after the first question.
//!
//! The questions call the answer only through the pointers of [`AnswerPart`], and the answer calls
//! folded and outgoing content only through those of [`RestPart`]. So the call graph has no edges into
//! their code, and the build can put it into files of its own: see `script/wasm/README.md`.

use super::answer::editing::{Aside, Editing, Trial};
use super::case::Case;
use super::client_message::MessageUpdate;
use super::element::Element;
use super::evaluation::{Additions, Evaluation, Outcomes, Picks};
use super::host::Host;
use super::reply::props::ReplyProps;
use super::setup::Setup;
use super::state::{Rewrite, State};
use super::steps::{BlankProps, ConversationProps};
use crate::draft::Draft;
use crate::engine::Topic;
use crate::i18n::Speech;
use crate::reader::Language;
use crate::shared::Shared;
use std::mem::discriminant;
use std::rc::Rc;
use yew::prelude::*;

/// Functions of the answer part.
#[derive(Clone, Copy)]
pub struct AnswerPart {
    /// Reads the lists of words of a language with this decimal separator.
    pub language: fn(&str, &[String], char) -> Option<Language>,
    /// Converts a draft from one language into another.
    pub rewrite: Rewrite,
    /// Returns the answer to a draft typed in a language.
    pub evaluate: fn(&Rc<Draft>, &Language, &Setup) -> Option<Evaluation>,
    /// Returns the ids of services with the amount each adds to the price, in words.
    pub additions: Additions,
    /// Returns the outcomes of the answers to a question, given the other answers.
    pub outcomes: Outcomes,
    /// Returns round amounts of money to pick from.
    pub picks: Picks,
    /// Returns the view of the answer, and of everything that is done with a brief.
    pub results: fn(ResultsProps) -> Html,
    /// Returns the placeholder of something that is not loaded yet.
    pub waiting: fn(RestState, &Speech, &Shared<dyn Host>) -> Element,
    /// Returns the questions of a blank.
    pub blank: fn(BlankProps) -> Html,
    /// Returns the answer in one line, with the ways to it and to send it.
    pub answer_line: fn(&ResultsProps) -> Html,
    /// Returns the folded menu of actions on the whole brief.
    pub menu: fn(&ResultsProps, &Keeping) -> Element,
    /// Returns the banner about a link.
    pub link_notice: fn(&ResultsProps) -> Element,
}

/// Functions of the rest: folded and outgoing content, and the steps.
#[derive(Clone, Copy)]
pub struct RestPart {
    /// Returns the view of the letter, with the ways it leaves.
    pub reply: fn(ReplyProps) -> Html,
    /// Returns the points that the shop is to put in writing.
    pub agreement: fn(&Case, &Trial, &ReplyProps) -> Html,
    /// Returns the content of a folded section of the answer.
    pub inside: fn(Section, &FoldsProps) -> Html,
    /// Returns the view of the steps.
    pub conversation: fn(ConversationProps) -> Html,
    /// Returns the actions on the whole brief.
    pub menu: fn(&ResultsProps, &Keeping) -> Element,
    /// Returns the view of a message that was handed over.
    pub message: fn(ResultsProps) -> Html,
    /// Returns the handlers of the whole calculator: for a file or text that is dropped on it, for the
    /// permission to drop, and for keys.
    pub handlers: fn(&ResultsProps) -> [Callback<Event>; 3],
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
#[derive(Clone, Copy)]
pub enum RestState {
    /// On its way.
    Loading,
    /// Failed to load.
    Failed,
    /// Loaded.
    Loaded(RestPart),
}

impl PartialEq for RestState {
    /// The part is unique, so only its loading state can differ.
    fn eq(&self, other: &RestState) -> bool {
        discriminant(self) == discriminant(other)
    }
}

impl RestState {
    /// Returns the functions of the part, once it is loaded.
    pub fn loaded(self) -> Option<RestPart> {
        match self {
            RestState::Loaded(rest) => Some(rest),
            _ => None,
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
    /// Rest of the program.
    pub rest: RestState,
    /// Part that reads messages.
    pub reader: MessageReader,
}

/// Sections of the answer that are loaded last.
#[derive(Properties, Clone, PartialEq)]
pub struct FoldsProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Topics of the questions below the head.
    pub deciding: Vec<Topic>,
    /// Version set aside for comparison.
    pub aside: Aside,
    /// Rest of the program, which has their content.
    pub rest: RestState,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

/// One of these sections.
#[derive(Clone, Copy)]
pub enum Section {
    /// Playground for money, time and scope.
    Play,
    /// Reasons and conflicts.
    Why,
    /// Earnings of an hour.
    Earnings,
    /// Distribution of outcomes of such jobs.
    Ends,
    /// The visitor's answers.
    Answers,
    /// Versions side by side.
    Versions,
    /// Assumptions and sources.
    Basis,
}
