//! Words for the shop's services in a message: names and other words from the terms, and the words for
//! each kind of service.

use super::Reader;
use crate::engine::Service;
use crate::reader::cues::Cues;
use crate::reader::token::tokens;

/// Mark of the names of services, as opposed to other words for them.
const NAMED: &str = "!";

/// Possible wish.
pub(super) struct Candidate {
    pub service: usize,
    pub from: usize,
    pub to: usize,
    /// True if its words are the name of the service.
    pub is_named: bool,
    /// True if its words certainly mean the service.
    pub is_sure: bool,
    /// True if it is about an existing thing.
    pub changes: bool,
}

impl Reader<'_> {
    /// Returns all occurrences of words for a service.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let terms = self.shop.terms;
        let mut names = Cues::default();
        let mut kinds: Vec<(usize, usize)> = Vec::new();
        for (at, service) in terms.services.iter().enumerate() {
            let texts = service.label.name.iter().map(|name| (name, NAMED));
            let texts = texts.chain(service.also.iter().map(|also| (also, "")));
            for (text, mark) in texts {
                let key = [&at.to_string(), mark].concat();
                let own = self
                    .shop
                    .words
                    .iter()
                    .filter(|(tag, _)| *tag == self.language.tag);
                let translated = own
                    .flat_map(|(_, words)| words)
                    .filter(|(from, _)| *from == text.default)
                    .map(|(_, to)| to.as_str());
                for words in [text.default.as_str()]
                    .into_iter()
                    .chain(text.translation(&self.language.tag))
                    .chain(translated)
                {
                    names.add_loosely(&key, words, self.language.joins());
                }
            }
        }
        names.sort();
        let mut all = Vec::new();
        let mut hits = Vec::new();
        for at in 0..self.text.tokens.all.len() {
            hits.clear();
            names.at(&self.text.tokens, at, &mut hits);
            for hit in &hits {
                let key = names.keys.get(hit.key).map_or("", String::as_str);
                let service = key.trim_end_matches(NAMED).parse().unwrap_or(0);
                let is_named = key.ends_with(NAMED);
                let changes = terms
                    .services
                    .get(service)
                    .is_some_and(|service| service.changes);
                all.push(Candidate {
                    service,
                    from: hit.from,
                    to: hit.to,
                    is_named,
                    // A name of several words means nothing else.
                    is_sure: is_named && hit.to > hit.from + 1,
                    changes,
                });
            }
        }
        for hit in &self.hits {
            let Some(kind) = self.key(hit).strip_prefix("wish:") else {
                continue;
            };
            let service = match kinds.iter().find(|(key, _)| *key == hit.key) {
                Some((_, service)) => Some(*service),
                None => self.service_of(kind),
            };
            if let Some(service) = service {
                kinds.push((hit.key, service));
                let changes = matches!(kind, "migration" | "rework" | "rescue" | "upkeep");
                all.push(Candidate {
                    service,
                    from: hit.from,
                    to: hit.to,
                    is_named: false,
                    is_sure: true,
                    changes,
                });
            }
        }
        all
    }

    /// Returns the shop's service of a kind in the lists: by its id, or by one of the kind's words.
    pub(super) fn service_of(&self, kind: &str) -> Option<usize> {
        let services = &self.shop.terms.services;
        let is_kind = |id: &str| {
            id == kind
                || id
                    .strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with('-'))
        };
        services
            .iter()
            .position(|service| service.id == kind)
            .or_else(|| services.iter().position(|service| is_kind(&service.id)))
            .or_else(|| {
                services
                    .iter()
                    .position(|service| self.is_called(service, kind))
            })
    }

    /// Returns `true` if the name of a service is one of the words for a kind: a shop's own "Website" is
    /// meant by a homepage.
    fn is_called(&self, service: &Service, kind: &str) -> bool {
        let cues = &self.language.cues;
        let name = &service.label.name;
        let names = name.iter().flat_map(|name| {
            let translation = name.translation(&self.language.tag);
            [Some(name.default.as_str()), translation]
        });
        names.flatten().any(|name| {
            let name = tokens(name.split([',', '(']).next().unwrap_or_default());
            let mut hits = Vec::new();
            cues.at(&name, 0, &mut hits);
            let is_it = |key: &str| key.strip_prefix("wish:") == Some(kind);
            hits.iter().any(|hit| {
                hit.to == name.all.len() && cues.keys.get(hit.key).is_some_and(|key| is_it(key))
            })
        })
    }
}
