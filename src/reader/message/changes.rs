//! Recognition of changes to a site that exists: "move our website", "our website needs a few fixes".

use super::candidates::Candidate;
use super::{ASK, HAS, MUST, NOT, Reader};
use crate::reader::cues::Hit;
use crate::reader::senses::Role;

/// Maximum number of tokens from a change to the site that it is made to. Assumption.
const OBJECT: usize = 4;

/// The same for "the website", which may also be the new one. Assumption.
const THE_OBJECT: usize = 1;

/// Maximum number of tokens from a site to the change that it needs. Assumption.
const NEEDS: usize = 6;

/// The same where the verb comes last. Assumption.
const NEEDS_LAST: usize = 14;

/// Maximum number of tokens to further changes in the sentence. Assumption.
const MORE: usize = 40;

/// Mark of the words for changes that only mean one before the site.
const LEADS: char = '>';

/// Changes to sites that exist.
#[derive(Default)]
pub(super) struct Changes {
    /// Wishes for the services that make them, if the shop has these.
    pub wished: Vec<Candidate>,
    /// Tokens of the sites and the changes: they are no wishes for anything new.
    pub taken: Vec<(usize, usize)>,
}

impl Reader<'_> {
    /// Returns the changes to sites that exist.
    pub(super) fn changes(&self) -> Changes {
        let mut changes = Changes::default();
        let sites = self.hits.iter().filter(|hit| self.key(hit) == "wish:site");
        for site in sites {
            let the = site.from.checked_sub(1);
            let the = the.filter(|at| self.text.role(*at, Role::The).is_some());
            let Some((owned, is_ours)) = self.owned(site, the) else {
                continue;
            };
            let clause = self.position(site.from).clause;
            let near = self.hits_in(
                owned.saturating_sub(OBJECT + 4),
                site.to + self.needs_within() + 1,
            );
            let is_near = |hit: &&Hit| {
                let before = if is_ours { OBJECT } else { THE_OBJECT };
                let own = self.position(hit.from).clause;
                own == clause && hit.to <= owned && hit.to + before >= owned
                    || is_ours && (clause..=clause + 1).contains(&own) && self.needs(site, hit)
            };
            let mut is_changed = false;
            for hit in near.filter(is_near) {
                if self.is_change(hit) {
                    let to = if hit.to <= owned { site.to } else { hit.to };
                    changes.taken.push((hit.from, to));
                    self.wish(hit, &mut changes);
                    is_changed = true;
                }
            }
            if is_changed {
                changes.taken.push((site.from, site.to));
                // "… and about 10 hours of fixes".
                let end = self.bounds(site.from).1.min(site.to + MORE);
                let more = self.hits_in(site.to, end);
                for hit in more.filter(|hit| !self.key(hit).ends_with(LEADS)) {
                    if self.is_change(hit) {
                        self.wish(hit, &mut changes);
                    }
                }
            }
        }
        changes
    }

    /// Returns the first token of a site with the words that say that it exists, and `false` if these are
    /// only the article `the`.
    fn owned(&self, site: &Hit, the: Option<usize>) -> Option<(usize, bool)> {
        let near = self.hits_in(site.from.saturating_sub(3), site.to + 1);
        let owns = near.filter(|hit| matches!(self.key(hit), "our" | "ours" | "old"));
        let is_plain = |at: usize| {
            self.text.article(at).is_none() && self.text.any(at, &[Role::The, Role::And]).is_none()
        };
        let owned = owns
            .filter(|hit| {
                hit.from == site.to && self.key(hit) != "our"
                    || hit.from >= site.from && hit.to <= site.to
                    || hit.to <= site.from
                        && self.position(hit.from).clause == self.position(site.from).clause
                        && (hit.to..site.from).all(is_plain)
            })
            .last();
        let has = || {
            let has = self.last("has", site.from)?;
            let asks = self.last("ask", site.from);
            asks.is_none_or(|asks| asks < has).then_some(site.from)
        };
        let owned = owned.map(|hit| hit.from.min(site.from)).or_else(has);
        owned.map(|at| (at, true)).or(the.map(|at| (at, false)))
    }

    /// Returns the maximum number of tokens from a site to the change that it needs.
    fn needs_within(&self) -> usize {
        match self.language.suffixing {
            true => NEEDS_LAST,
            false => NEEDS,
        }
    }

    /// Returns `true` for a change that a site before it needs.
    fn needs(&self, site: &Hit, change: &Hit) -> bool {
        let is_and = |at: usize| self.text.role(at, Role::And).is_some();
        let is_after = (site.to..=site.to + self.needs_within()).contains(&change.from);
        let sentence = self.position(site.from).sentence;
        is_after
            && self.position(change.from).sentence == sentence
            && !self.key(change).ends_with(LEADS)
            && !(site.to..change.from).any(is_and)
    }

    /// Returns `true` for words for a change that is asked for, rather than made already.
    fn is_change(&self, hit: &Hit) -> bool {
        if !self.key(hit).starts_with("change:") {
            return false;
        }
        let (clause, sentence) = (self.clause(hit.from), self.sentence(hit.from));
        let (from, to) = self.bounds(hit.from);
        let is_made = || {
            let has = self.last("has", hit.from);
            let asks = self.last("ask", hit.from);
            let mut around = self.hits_in(hit.from.saturating_sub(2), hit.from);
            clause & HAS != 0 && has.is_some() && has > asks
                || around.any(|other| self.key(other) == "has" && other.to > hit.from)
        };
        let is_asked = sentence & (ASK | MUST) != 0
            || hit.from == from
            || self.text.tokens.is_sign(to.wrapping_sub(1), '?');
        let (start, end) = self.text.tokens.utf16_range(hit.from, hit.to);
        let mut found = self.read.found.iter();
        is_asked
            && clause & NOT == 0
            && !self.position(hit.from).is_aside
            && !is_made()
            && !self.is_refused(hit.from)
            && !found.any(|found| found.from < end && start < found.to)
    }

    /// Adds a change to the wishes.
    fn wish(&self, hit: &Hit, changes: &mut Changes) {
        let kind = self.key(hit).trim_start_matches("change:");
        let service = self.service_of(kind.trim_end_matches(LEADS));
        changes.wished.extend(service.map(|service| Candidate {
            service,
            from: hit.from,
            to: hit.to,
            is_named: false,
            is_sure: true,
            changes: true,
        }));
    }
}
