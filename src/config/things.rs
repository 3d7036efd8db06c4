//! What terms list: purposes, services, promises and partners, and the care that is sold.

use super::allowed::{names, ranges};
use super::reader::{Object, Place, Problems};
use super::values::{estimate, hours_per_kind, list, members, per_kind, text, url};
use crate::engine::{
    CareKind, CareOffer, Keepable, Label, Partner, PerKind, Promise, Purpose, Service,
};

/// Something that clients want to achieve.
pub(super) fn purpose(place: &Place, problems: &mut Problems) -> Option<Purpose> {
    let purpose = place.object(problems, names::PURPOSE)?;
    let (id, label) = (id(&purpose, problems), label(&purpose, problems));
    Some(Purpose {
        id: id?,
        label: label?,
    })
}

/// A thing that the shop sells.
pub(super) fn service(place: &Place, problems: &mut Problems) -> Option<Service> {
    let service = place.object(problems, names::SERVICE)?;
    let (id, label) = (id(&service, problems), label(&service, problems));
    let hours = service
        .required(problems, "hours")
        .and_then(|place| estimate(&place, problems));
    let texts = |place: Place, problems: &mut Problems| {
        members(&place, problems, |member, problems| member.text(problems))
    };
    let serves = service.read("serves", |place| texts(place, problems));
    let care = service.read("care", |place| hours_per_kind(&place, problems));
    let care_scales = service.read("careScales", |place| place.yes_or_no(problems));
    let alternatives = service.read("alternatives", |place| texts(place, problems));
    Some(Service {
        id: id?,
        label: label?,
        hours: hours?,
        serves: serves?,
        care: care?.unwrap_or_default(),
        care_scales: care_scales?.unwrap_or(false),
        alternatives: alternatives?.unwrap_or_default(),
    })
}

/// Something that clients expect to be promised.
pub(super) fn promise(place: &Place, problems: &mut Problems) -> Option<Promise> {
    let promise = place.object(problems, names::PROMISE)?;
    let (id, label) = (id(&promise, problems), label(&promise, problems));
    let words = [("yes", "yes"), ("priced", "priced"), ("never", "never")];
    let keepable = promise
        .required(problems, "keepable")
        .and_then(|place| place.one_of(problems, &words));
    let hours = promise.read("hours", |place| estimate(&place, problems));
    match (keepable, promise.optional("hours")) {
        (Some("priced"), None) => drop(promise.required(problems, "hours")),
        (Some("yes" | "never"), Some(hours)) => problems.note(
            &hours.at,
            "hours are for a promise whose keepable is \"priced\"",
        ),
        _ => {}
    }
    let keepable = match (keepable?, hours?) {
        ("priced", hours) => Keepable::Priced(hours?),
        ("never", _) => Keepable::Never,
        _ => Keepable::Yes,
    };
    Some(Promise {
        id: id?,
        label: label?,
        keepable,
    })
}

/// Somebody better placed for some wishes.
pub(super) fn partner(place: &Place, problems: &mut Problems) -> Option<Partner> {
    let partner = place.object(problems, names::PARTNER)?;
    let (id, label) = (id(&partner, problems), label(&partner, problems));
    let url = partner.read("url", |place| url(&place, problems));
    let services = list(&partner, problems, "services", |member, problems| {
        member.text(problems)
    });
    let care = list(&partner, problems, "care", |member, problems| {
        member.one_of(problems, &CareKind::ALL.map(|kind| (kind.name(), kind)))
    });
    let disclosure = partner.read("disclosure", |place| text(&place, problems));
    Some(Partner {
        id: id?,
        label: label?,
        url: url?,
        services: services?,
        care: care?,
        disclosure: disclosure?,
    })
}

/// The kinds of care that the shop sells.
pub(super) fn care_offers(place: &Place, problems: &mut Problems) -> Option<PerKind<CareOffer>> {
    per_kind(place, problems, |place, problems| {
        let offer = place.object(problems, names::CARE_OFFER)?;
        let offered = offer
            .required(problems, "offered")
            .and_then(|place| place.yes_or_no(problems));
        let price = offer.read("pricePerMonth", |place| {
            place.number(problems, ranges::MONEY, " (money a month)")
        });
        let note = offer.read("note", |place| text(&place, problems));
        let source = offer.read("source", |place| text(&place, problems));
        note?;
        source?;
        Some(CareOffer {
            offered: offered?,
            price_per_month: price?,
        })
    })
}

/// An id: a text that names a thing within the document.
fn id(object: &Object, problems: &mut Problems) -> Option<String> {
    object
        .required(problems, "id")
        .and_then(|place| place.text(problems))
}

/// What any named thing may carry.
fn label(object: &Object, problems: &mut Problems) -> Option<Label> {
    let mut part = |key| object.read(key, |place| text(&place, problems));
    let (name, note, source) = (part("name"), part("note"), part("source"));
    Some(Label {
        name: name?,
        note: note?,
        source: source?,
    })
}
