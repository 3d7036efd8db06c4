//! Recognition of wishes: services that the message asks for, and list items that are not services.

use super::candidates::Candidate;
use super::{
    ASK, COULD, DUE, Finding, FoundValue, HAS, MUST, NOT, NOT_DUE, NOT_PAYS, PAYS, Reader,
};
use crate::engine::{Priority, Size, Want, Wish};
use crate::reader::senses::Role;
use crate::reader::token::Class;

/// Maximum number of wishes in a message. Assumption: more are a document.
const MOST_WISHES: usize = 300;

/// Maximum length of the name of a wish of the client's own, in bytes. Assumption: a longer one was
/// pasted by mistake.
const MOST_OF_A_NAME: usize = 300;

/// Kind of service that is a whole site.
const SITE: &str = "site";

impl Reader<'_> {
    /// Reads the wishes.
    pub(super) fn read_wishes(&mut self) {
        let mut all = self.candidates();
        // Longest words first, then the names, then the certain ones, then the order of the terms.
        all.sort_by_key(|one| {
            (
                std::cmp::Reverse(one.to - one.from),
                !one.is_named,
                !one.is_sure,
                one.service,
            )
        });
        let mut taken: Vec<Candidate> = Vec::new();
        let mut covered = vec![false; self.text.tokens.all.len()];
        // Tokens of words that certainly mean a service.
        let mut sure = covered.clone();
        for one in all.iter().filter(|one| one.is_sure) {
            sure.get_mut(one.from..one.to)
                .unwrap_or_default()
                .fill(true);
        }
        let anew = self.anew(&all);
        let changes = self.changes();
        let is_changed = !changes.taken.is_empty();
        for (from, to) in changes.taken {
            covered.get_mut(from..to).unwrap_or_default().fill(true);
        }
        for one in all {
            let places = covered.get_mut(one.from..one.to).unwrap_or_default();
            if !places.contains(&true) && self.is_wanted(&one, &sure) {
                places.fill(true);
                taken.push(one);
            }
        }
        let services = &self.shop.terms.services;
        let id = |service: usize| {
            services
                .get(service)
                .map_or("", |service| service.id.as_str())
        };
        let mut ids = taken.iter().map(|one| id(one.service));
        if !is_changed && !ids.any(|id| matches!(id, SITE | "rework")) {
            taken.extend(anew);
        }
        // A new site is not a change to the old one, which may still be moved to it.
        let is_built = taken.iter().any(|one| id(one.service) == SITE);
        let changed = changes.wished.into_iter();
        taken.extend(changed.filter(|one| !is_built || id(one.service) == "migration"));
        taken.sort_by_key(|one| one.from);
        // Repetitions come after them.
        taken.truncate(MOST_WISHES);
        let mut wishes: Vec<(Wish, usize, usize)> = Vec::new();
        for one in &taken {
            let name = id(one.service);
            if name == "rework" && is_built {
                continue;
            }
            let is_reworked = taken.iter().any(|other| {
                id(other.service) == "rework"
                    && self.position(other.from).sentence == self.position(one.from).sentence
            });
            if self.is_ours(one.from)
                && !is_reworked
                && taken.iter().any(|other| self.is_about(other, one))
            {
                continue;
            }
            if taken.iter().any(|other| self.is_another_way(other, one)) {
                continue;
            }
            if wishes.iter().any(
                |(wish, ..)| matches!(&wish.want, Want::Service { service } if service == name),
            ) {
                continue;
            }
            let mut wish = Wish::new(Want::Service {
                service: name.to_owned(),
            });
            wish.count = self.count(one, &taken);
            let clause = self.clause(one.from);
            if clause & COULD != 0 {
                wish.priority = Priority::Could;
            } else if clause & MUST != 0 {
                wish.priority = Priority::Must;
            }
            wishes.push((wish, one.from, one.to));
        }
        for (wish, from, to) in wishes {
            self.found("wishes", FoundValue::Wish(wish), from, to);
        }
        self.own_wishes();
    }

    /// Returns "a new one" where the site that a message begins with is meant: "our website is from
    /// 2014, we would like a new one".
    fn anew(&self, all: &[Candidate]) -> Option<Candidate> {
        let service = self.service_of(SITE)?;
        let site = all.iter().find(|one| one.service == service)?;
        let mut hits = self.hits.iter().filter(|hit| hit.from >= site.to);
        let hit = hits.find(|hit| {
            let says = self.clause(hit.from);
            self.key(hit) == "anew" && says & ASK != 0 && says & NOT == 0
        })?;
        let is_there = !self.position(hit.from).is_aside;
        is_there.then_some(Candidate {
            service,
            from: hit.from,
            to: hit.to,
            is_named: false,
            is_sure: true,
            changes: false,
        })
    }

    /// Returns `true` if "our" precedes an index.
    fn is_ours(&self, at: usize) -> bool {
        let from = self.hits.partition_point(|hit| hit.from + 2 < at);
        let near = self.hits.iter().skip(from).take_while(|hit| hit.from < at);
        near.filter(|hit| self.key(hit) == "our")
            .any(|hit| hit.to == at)
    }

    /// Returns `true` if a wish is about the subject of another one in the same sentence:
    /// "translate our website".
    fn is_about(&self, wish: &Candidate, thing: &Candidate) -> bool {
        let services = &self.shop.terms.services;
        let (Some(wished), Some(named)) = (services.get(wish.service), services.get(thing.service))
        else {
            return false;
        };
        let is_near = self.position(wish.from).sentence == self.position(thing.from).sentence;
        is_near && (wished.needs.contains(&named.id) || wished.changes && wished.id != "rework")
    }

    /// Returns `true` if a wish is another way to the result of one that the same words name: "a shop
    /// on Shopify" is one shop.
    fn is_another_way(&self, wish: &Candidate, named: &Candidate) -> bool {
        let services = &self.shop.terms.services;
        let (Some(way), Some(usual)) = (services.get(wish.service), services.get(named.service))
        else {
            return false;
        };
        let (from, to) = if wish.from < named.from {
            (wish.to, named.from)
        } else {
            (named.to, wish.from)
        };
        let is_listed = |at| self.text.any(at, &[Role::And, Role::Or]).is_some();
        usual.alternatives.contains(&way.id)
            && self.position(wish.from).clause == self.position(named.from).clause
            && !(from..to).any(is_listed)
    }

    /// Returns `true` if an occurrence is a wish: the sentence asks for it, and it neither exists
    /// nor is refused.
    fn is_wanted(&self, one: &Candidate, sure: &[bool]) -> bool {
        let position = self.position(one.from);
        let (clause, sentence) = (self.clause(one.from), self.sentence(one.from));
        if position.is_aside || clause & NOT != 0 || self.is_refused(one.from) {
            return false;
        }
        // Words with another meaning already.
        let (from, to) = self.text.tokens.utf16_range(one.from, one.to);
        if self.read.found.iter().any(|found| {
            found.from < to
                && from < found.to
                && found.field != "purpose"
                && !found.field.starts_with("relation")
        }) {
            return false;
        }
        if !one.changes && (clause & HAS != 0 && self.is_there(one) || self.is_old(one)) {
            return false;
        }
        // "I am a photographer."
        if let Some(am) = self.last("am", one.from)
            && self.last("ask", one.from).is_none_or(|asks| asks < am)
        {
            return false;
        }
        // "A site for my photography."
        if self.is_ours(one.from)
            && !position.is_listed
            && self
                .hits_in(one.from.saturating_sub(3), one.from)
                .any(|hit| self.key(hit) == "for" && hit.to + 1 == one.from)
        {
            return false;
        }
        // Our things exist, unless somebody asks for work on them.
        if !one.changes
            && !position.is_listed
            && self.is_ours(one.from)
            && self.last("ask", one.from).is_none()
        {
            return false;
        }
        // A single word of the terms may be ambiguous, unless a request immediately precedes it.
        let begins = self.begins(one, sure);
        let is_single = !one.is_sure && one.to == one.from + 1;
        if is_single && !position.is_listed && !self.is_asked(one.from) && !begins {
            return false;
        }
        let asks = position.is_listed || clause & ASK != 0 || sentence & (ASK | MUST) != 0;
        asks || begins || one.is_sure && (self.is_label(one.from, ASK) || self.is_paid(one))
    }

    /// Returns `true` if a sentence is little more than names of services: "A small website with a
    /// shop, 2,000 euros".
    fn begins(&self, one: &Candidate, sure: &[bool]) -> bool {
        const LINKS: [Role; 6] = [
            Role::And,
            Role::Or,
            Role::By,
            Role::Within,
            Role::Before,
            Role::Each,
        ];
        let (from, to) = self.bounds(one.from);
        if to - from > 40 {
            return false;
        }
        let text = &self.text;
        let colon = (from..one.from)
            .rev()
            .find(|at| text.tokens.is_sign(*at, ':'));
        let from = colon.map_or(from, |colon| colon + 1);
        let is_sure = |at: usize| sure.get(at).is_some_and(|is| *is);
        let is_link = |at: usize| {
            matches!(
                text.tokens.class(at),
                None | Some(Class::Break | Class::Digits | Class::Sign(_))
            ) || text.any(at, &LINKS).is_some()
                || self.says_at(at, "for")
        };
        let mut others = 0;
        let has_sure = one.is_sure || (from..one.from).any(is_sure);
        for at in from..one.from {
            let is_other = !is_sure(at)
                && !is_link(at)
                && text.article(at).is_none()
                && text.number(at).is_none();
            others += usize::from(is_other);
            if text.role(at, Role::The).is_some() && text.article(at).is_none()
                || self.says_at(at, "our")
                || self.says_at(at, "old")
            {
                return false;
            }
        }
        has_sure && others <= 1 && is_link(one.to) && self.clause(one.from) & HAS == 0
    }

    /// Returns `true` if a sentence has the price or the date of something.
    fn is_paid(&self, one: &Candidate) -> bool {
        let sentence = self.position(one.from).sentence;
        let is_deal = |at: &usize| self.position(*at).sentence == sentence;
        self.deal.iter().any(is_deal) && self.sentence(one.from) & NOT_PAYS == 0
    }

    /// Returns the token after the last phrase of a kind before an index, in its clause.
    pub(super) fn last(&self, name: &str, at: usize) -> Option<usize> {
        let clause = self.position(at).clause;
        let end = self.hits.partition_point(|hit| hit.from < at);
        let before = self.hits.get(..end).unwrap_or_default().iter().rev();
        let inside =
            before.take_while(|hit| hit.from + 60 > at && self.position(hit.from).clause == clause);
        inside
            .filter(|hit| self.key(hit) == name && hit.to <= at)
            .map(|hit| hit.to)
            .max()
    }

    /// Returns `true` if a clause says that something exists, without asking for it afterwards.
    fn is_there(&self, one: &Candidate) -> bool {
        match (self.last("has", one.from), self.last("ask", one.from)) {
            // "We have 4,000 euros for it": the money is there.
            (Some(has), _) if self.deal.iter().any(|at| (has..one.from).contains(at)) => false,
            (Some(has), Some(asks)) => has >= asks,
            // "We would like it to be ready": the object follows.
            (None, Some(_)) => false,
            (_, None) => true,
        }
    }

    /// Returns `true` if an adjacent word says that it is old, or somebody else's.
    fn is_old(&self, one: &Candidate) -> bool {
        let from = self.hits.partition_point(|hit| hit.from + 3 < one.from);
        let near = self
            .hits
            .iter()
            .skip(from)
            .take_while(|hit| hit.from <= one.to);
        near.filter(|hit| self.key(hit) == "old")
            .any(|hit| hit.to <= one.from && hit.to + 1 >= one.from || hit.from == one.to)
    }

    /// Returns `true` if a request is within two words before an index.
    fn is_asked(&self, at: usize) -> bool {
        self.last("ask", at).is_some_and(|end| end + 2 >= at)
    }

    /// Returns `true` in a list of refusals: "What we don't need: a shop, a blog".
    pub(super) fn is_refused(&self, at: usize) -> bool {
        let sentence = self.position(at).sentence;
        let from = (0..at)
            .rev()
            .take(60)
            .take_while(|at| self.position(*at).sentence == sentence);
        let colon = from
            .into_iter()
            .find(|at| self.text.tokens.is_sign(*at, ':'));
        colon.is_some_and(|colon| self.clause(colon) & NOT != 0)
    }

    /// Returns the text from a token up to another one.
    fn words(&self, start: usize, end: usize) -> &str {
        let tokens = &self.text.tokens.all;
        let from = tokens.get(start).map_or(0, |token| token.bytes.0);
        let last = end.checked_sub(1).and_then(|at| tokens.get(at));
        let to = last.map_or(0, |token| token.bytes.1);
        self.message.get(from..to).unwrap_or_default()
    }

    /// Turns list items that are no service of the shop into wishes of the client's own, if the
    /// text above asks for them.
    fn own_wishes(&mut self) {
        let mut at = 0;
        let mut asks = false;
        let mut own = Vec::new();
        while at < self.text.tokens.all.len() {
            let end = (at..self.text.tokens.all.len())
                .find(|at| self.text.tokens.class(*at) == Some(Class::Break))
                .unwrap_or(self.text.tokens.all.len());
            let position = self.position(at);
            if end > at && !position.is_listed {
                let ends_open = self.text.tokens.is_sign(end - 1, ':');
                let head = self.sentence(at) | self.sentence(end - 1);
                asks = ends_open && head & ASK != 0 && head & NOT == 0;
            } else if end > at && asks && !position.is_aside {
                let start = at + 1 + usize::from(self.text.tokens.digits(at).is_some());
                let (from, to) = self.text.tokens.utf16_range(start, end);
                let name = self.words(start, end);
                let is_known = self
                    .read
                    .found
                    .iter()
                    .any(|found| found.from < to && from < found.to);
                if !is_known
                    && self.sentence(at) & (NOT | NOT_DUE | DUE | PAYS) == 0
                    && end - start <= 16
                    && name.len() <= MOST_OF_A_NAME
                {
                    own.push((name.to_owned(), start, end));
                }
            }
            at = end + 1;
        }
        let is_wish = |found: &&Finding| matches!(found.value, FoundValue::Wish(_));
        own.truncate(MOST_WISHES - self.read.found.iter().filter(is_wish).count());
        for (name, start, end) in own {
            self.found(
                "wishes",
                FoundValue::Wish(Wish::new(Want::Sized {
                    name,
                    size: Size::Unknown,
                })),
                start,
                end,
            );
        }
    }
}
