//! Care: the work after delivery, by kind and by owner.

use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

names! {
    /// Kind of care that is needed after delivery.
    #[derive(PartialOrd, Ord)]
    pub enum CareKind {
        /// Texts and pictures: new articles, corrections, photos.
        Content = "content",
        /// Software and security updates.
        Updates = "updates",
        /// Hosting and backups.
        Hosting = "hosting",
        /// Answering questions.
        Help = "help",
    }
}

names! {
    /// Owner of a kind of care.
    pub enum CareOwner {
        /// The client.
        Client = "client",
        /// The shop, for an extra fee.
        UsPaid = "us-paid",
        /// A partner of the shop or another service.
        Partner = "partner",
        /// The shop, unpaid. Care without an owner falls to it.
        UsUnpaid = "us-unpaid",
    }
}

impl CareOwner {
    /// Returns `true` if the shop has nothing to do with such care.
    pub fn is_elsewhere(self) -> bool {
        matches!(self, CareOwner::Client | CareOwner::Partner)
    }
}

names! {
    /// Response time of care.
    pub enum ResponseTime {
        /// Within a day.
        Day = "day",
        /// Within hours.
        Hours = "hours",
    }
}

/// Care of one kind, as far as was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "CareDutyRepr", into = "CareDutyRepr")]
pub struct CareDuty {
    /// Its owner. If absent, it falls to the shop, unpaid.
    pub by: Option<CareOwner>,
    /// Hours a month, at least 0. If absent, those that the wishes bring.
    pub hours: Option<f64>,
    /// Response time. If absent, there is no hurry.
    pub within: Option<ResponseTime>,
}

impl CareDuty {
    /// Returns care with this owner and nothing else said.
    pub fn by(owner: CareOwner) -> CareDuty {
        CareDuty {
            by: Some(owner),
            ..CareDuty::default()
        }
    }

    /// Returns `true` if nothing was said.
    pub fn is_unsaid(self) -> bool {
        self == CareDuty::default()
    }
}

/// Care of one kind in the form of documents.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CareDuty"))]
#[serde(untagged, deny_unknown_fields)]
enum CareDutyRepr {
    /// Its owner.
    Owner(CareOwner),
    /// Its owner, hours and response time.
    Duty {
        /// Its owner.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<CareOwner>,
        /// Hours a month, at least 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<f64>,
        /// Response time.
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<ResponseTime>,
    },
}

impl From<CareDutyRepr> for CareDuty {
    fn from(written: CareDutyRepr) -> CareDuty {
        match written {
            CareDutyRepr::Owner(owner) => CareDuty::by(owner),
            CareDutyRepr::Duty { by, hours, within } => CareDuty { by, hours, within },
        }
    }
}

impl From<CareDuty> for CareDutyRepr {
    fn from(duty: CareDuty) -> CareDutyRepr {
        match duty {
            CareDuty {
                by: Some(owner),
                hours: None,
                within: None,
            } => CareDutyRepr::Owner(owner),
            CareDuty { by, hours, within } => CareDutyRepr::Duty { by, hours, within },
        }
    }
}

/// One value for each kind of care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "T: Default + Serialize + schemars::JsonSchema")
)]
#[serde(default)]
pub struct PerCareKind<T> {
    /// Texts and pictures.
    pub content: T,
    /// Software and security updates.
    pub updates: T,
    /// Hosting and backups.
    pub hosting: T,
    /// Answering questions.
    pub help: T,
}

impl<T> std::ops::Index<CareKind> for PerCareKind<T> {
    type Output = T;
    // Inlined at every use it would take more bytes than a call.
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

impl<T> std::ops::IndexMut<CareKind> for PerCareKind<T> {
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

/// Writes only the kinds about which something was said.
impl Serialize for PerCareKind<CareDuty> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for kind in CareKind::ALL {
            if !self[kind].is_unsaid() {
                map.serialize_entry(&kind, &self[kind])?;
            }
        }
        map.end()
    }
}
