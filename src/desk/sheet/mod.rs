//! The configuration in the editor: JSON that may have problems.

#[cfg(feature = "widget")]
mod appraiser;
#[cfg(feature = "widget")]
mod dictionary;
mod edit;
#[cfg(feature = "widget")]
mod editor;
mod figures;
mod floor;
mod gone;
mod ids;
pub mod languages;
pub mod lines;
pub mod looks;
mod many;
mod tongue;
mod value;
mod work;

#[cfg(feature = "widget")]
pub(super) use appraiser::Appraiser;
#[cfg(feature = "widget")]
pub(super) use dictionary::learn;
#[cfg(feature = "widget")]
pub(super) use editor::{Editor, Sheet, first};

pub use edit::{ASSUMED, Edit, Past, change};
pub use figures::{Scale, is_ready_made};
pub use floor::{floor_decides, keep_floor, public};
pub use gone::{GONE, asks_for, keep_service, with_removed};
pub use ids::{ids, new_id};
pub use many::join;
pub use tongue::languages_of;
pub use value::{at, list, plain, pretty, text};
pub use work::Work;
