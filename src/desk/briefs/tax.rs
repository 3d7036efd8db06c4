//! Tax in the budget of a message, where the shop's prices are the other way about.

use crate::desk::cards::Card;
use crate::engine::{Tax, Terms};

/// Words for a budget with tax, in the languages that messages are read in, with bars between them.
const INCLUDED: &str = "\
    incl. VAT|incl VAT|inc. VAT|inc VAT|including VAT|inclusive of VAT|VAT included|incl. tax|including tax|inkl. moms|inkl moms|\
    inklusive moms|med moms|inkl. MwSt|inkl MwSt|inklusive MwSt|inkl. Mehrwertsteuer|mit MwSt|inkl. USt|\
    brutto|TTC|toutes taxes comprises|IVA incluido|con IVA|incl. btw|inclusief btw|z VAT|com IVA|IVA incluído|\
    KDV dahil|termasuk PPN|税込|شامل الضريبة";

/// Words for a budget without tax.
const EXCLUDED: &str = "\
    excl. VAT|excl VAT|ex VAT|ex. VAT|excluding VAT|plus VAT|+ VAT|before VAT|excl. tax|before tax|ekskl. moms|ekskl moms|ex moms|\
    eksklusive moms|plus moms|+ moms|uden moms|zzgl. MwSt|zzgl MwSt|exkl. MwSt|ohne MwSt|plus MwSt|zzgl. USt|\
    netto|hors taxe|más IVA|sin IVA|excl. btw|exclusief btw|bez VAT|mais IVA|sem IVA|KDV hariç|belum termasuk PPN|税抜|\
    غير شامل الضريبة";

/// The words of a message for tax in its budget, while the brief has it as it was read, prices are the other way about and no rate
/// converts it.
pub fn other_tax(card: &Card, terms: &Terms) -> Option<&'static str> {
    let is_as_read = card.asked.is_none() && card.brief.get("budget").is_some();
    (is_as_read && terms.tax_rate.is_none())
        .then(|| said(&card.message, terms.tax?))
        .flatten()
}

/// The words of a message for tax, if they say only the other thing than the prices.
fn said(message: &str, prices: Tax) -> Option<&'static str> {
    let message = message.to_lowercase();
    let first = |words: &'static str| words.split('|').find(|words| has(&message, words));
    match (prices, first(INCLUDED), first(EXCLUDED)) {
        (Tax::Excluded, Some(included), None) => Some(included),
        (Tax::Included, None, Some(excluded)) => Some(excluded),
        _ => None,
    }
}

/// Returns `true` if a text in small letters has these words, and not within others.
fn has(text: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let is_within = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{0600}');
    text.match_indices(&words).any(|(at, found)| {
        let (before, after) = text.split_at(at);
        let after = after.strip_prefix(found).unwrap_or_default();
        !is_within(before.chars().next_back()) && !is_within(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Team;
    use serde_json::json;

    #[test]
    fn a_budget_with_tax_is_told_from_one_without() {
        for (message, included, excluded) in [
            (
                "Budget is around DKK 120k incl. VAT.",
                Some("incl. VAT"),
                None,
            ),
            (
                "Vi har 60.000 kr. inkl. moms til det",
                Some("inkl. moms"),
                None,
            ),
            ("Wir zahlen bis 500 € inkl. MwSt.", Some("inkl. MwSt"), None),
            ("5-8 Tsd. Euro netto", None, Some("netto")),
            (
                "Budgettet er 60.000 kr. ekskl. moms",
                None,
                Some("ekskl. moms"),
            ),
            // Both, or neither.
            ("10.000 netto, 11.900 brutto", None, None),
            ("Our budget is 3,000.", None, None),
            ("Der Nettopreis zählt", None, None),
        ] {
            assert_eq!(said(message, Tax::Excluded), included, "{message}");
            assert_eq!(said(message, Tax::Included), excluded, "{message}");
        }
    }

    #[test]
    fn an_owner_who_has_entered_the_budget_is_not_told_again() {
        let mut card = Card::new(
            String::new(),
            String::new(),
            json!({ "budget": { "fixed": 500 } }),
        );
        card.message = "500 € inkl. MwSt.".to_owned();
        let mut terms = Terms {
            tax: Some(Tax::Excluded),
            ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), Vec::new())
        };
        assert_eq!(other_tax(&card, &terms), Some("inkl. MwSt"));
        terms.tax = None;
        assert_eq!(other_tax(&card, &terms), None);
        terms.tax = Some(Tax::Excluded);
        card.brief = json!({});
        assert_eq!(other_tax(&card, &terms), None);
    }
}
