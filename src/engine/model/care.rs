//! Care: the work after delivery, by kind and by who does it.

use serde::ser::{Serialize, SerializeMap, Serializer};

names! {
    /// A kind of care: what somebody has to look after once the work is live.
    #[derive(PartialOrd, Ord)]
    pub enum CareKind {
        /// Texts and pictures: new articles, corrections, photos.
        Content = "content",
        /// Software and security updates.
        Updates = "updates",
        /// Where it lives, and its backups.
        Hosting = "hosting",
        /// Answering questions.
        Help = "help",
    }
}

names! {
    /// Who does a kind of care.
    pub enum CareOwner {
        /// The client.
        Client = "client",
        /// The shop, for a fee of its own.
        UsPaid = "us-paid",
        /// A partner of the shop or another service.
        Partner = "partner",
        /// The shop, for nothing. Where nobody was named it comes to this.
        UsUnpaid = "us-unpaid",
    }
}

/// One value for each kind of care.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct PerKind<T> {
    /// Texts and pictures.
    pub content: T,
    /// Software and security updates.
    pub updates: T,
    /// Where it lives, and its backups.
    pub hosting: T,
    /// Answering questions.
    pub help: T,
}

impl<T> std::ops::Index<CareKind> for PerKind<T> {
    type Output = T;
    // Copied to every place it would be larger than a call.
    #[inline(never)]
    fn index(&self, kind: CareKind) -> &T {
        match kind {
            CareKind::Content => &self.content,
            CareKind::Updates => &self.updates,
            CareKind::Hosting => &self.hosting,
            CareKind::Help => &self.help,
        }
    }
}

impl<T> std::ops::IndexMut<CareKind> for PerKind<T> {
    #[inline(never)]
    fn index_mut(&mut self, kind: CareKind) -> &mut T {
        match kind {
            CareKind::Content => &mut self.content,
            CareKind::Updates => &mut self.updates,
            CareKind::Hosting => &mut self.hosting,
            CareKind::Help => &mut self.help,
        }
    }
}

/// Only the kinds that were said are written.
impl<T: Serialize> Serialize for PerKind<Option<T>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for kind in CareKind::ALL {
            if let Some(value) = &self[kind] {
                map.serialize_entry(&kind, value)?;
            }
        }
        map.end()
    }
}
