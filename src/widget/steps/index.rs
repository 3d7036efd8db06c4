//! Search of the shop's services in the visitor's language.

use super::props::StepProps;
use crate::engine::Service;
use crate::i18n::speak;
use crate::search::{Entry, Joins, StopWords, best_match, find, fold, several};

/// Search index of the shop's services.
pub struct Index {
    entries: Vec<Entry>,
    ignored: StopWords,
}

impl Index {
    /// Builds the index of the services of the terms.
    pub fn of(StepProps { terms, speech, .. }: &StepProps) -> Index {
        let ignored = StopWords::new(&speech.get("search.ignored"));
        let entry = |service: &Service| {
            let name = speak::name(speech, &service.label, &service.id);
            let note = service.label.note.as_ref();
            let note = note.map_or("", |note| speech.text(note));
            // Words of the shop's own language are typed, too.
            let also = service.also.iter();
            let also = also.flat_map(|text| [speech.text(text), text.default.as_str()]);
            let also: Vec<&str> = also.collect();
            Entry::new(&name, &also, note, &ignored)
        };
        Index {
            entries: terms.services.iter().map(entry).collect(),
            ignored,
        }
    }

    /// Returns the service that a text means, if any.
    pub fn meant<'a>(&self, step: &'a StepProps, text: &str) -> Option<&'a Service> {
        let index = best_match(&self.entries, text, &self.ignored)?;
        step.terms.services.get(index)
    }

    /// Returns the services that match a text, best first, each with its alternatives: whoever
    /// looks for a webshop looks for one at a service, too.
    pub fn found<'a>(&self, step: &'a StepProps, text: &str) -> Vec<&'a Service> {
        let all = &step.terms.services;
        let found = find(&self.entries, text, &self.ignored).into_iter();
        let mut services: Vec<&Service> = Vec::new();
        for service in found.filter_map(|index| all.get(index)) {
            let is_near = |other: &&Service| {
                service.alternatives.contains(&other.id) || other.alternatives.contains(&service.id)
            };
            services.push(service);
            services.extend(all.iter().filter(is_near));
        }
        services
    }

    /// Returns a text with several wishes as a list of them: "website and logo".
    pub fn listed(&self, step: &StepProps, text: &str) -> Option<String> {
        let (between, known) = (
            step.speech.get("search.joins"),
            step.speech.get("search.with"),
        );
        let all = [&*between, " ", &known].concat();
        let is_known = |part: &str| self.meant(step, part).is_some();
        let joined = |between, known| several(text, Joins { between, known }, &is_known);
        let parts = joined(&between, &known);
        // A shop with payments is a shop, but a text that means nothing as a whole is its parts.
        let parts = parts.or_else(|| joined(&all, "").filter(|_| !is_known(text)))?;
        (!self.is_name(step, text)).then(|| parts.join("\n"))
    }

    /// Returns `true` if a text is the whole name of a service.
    fn is_name(&self, StepProps { terms, speech, .. }: &StepProps, text: &str) -> bool {
        let text = fold(text);
        let names = terms.services.iter();
        let mut names = names.map(|service| speak::name(speech, &service.label, &service.id));
        names.any(|name| fold(&name) == text)
    }
}
