//! Parts of a ready-made shop that are still made up, and would be public as they are.

use crate::desk::sheet::{self, Sheet};
use crate::widget::element::{Element, el};

/// End of the hosts that nobody has. Source: RFC 2606, section 2.
const NOBODY: &str = ".example";

/// Addresses of the shop.
const SHOP: [&str; 4] = [
    "/terms/shop/email",
    "/terms/shop/url",
    "/terms/shop/page",
    "/terms/shop/booking",
];

/// Addresses that are kept free for examples, and the partners behind such, with what is disclosed about
/// them.
fn names(sheet: &Sheet) -> Vec<String> {
    let config = &sheet.config;
    let is_made_up = |pointer: &str| sheet::text(config, pointer).contains(NOBODY);
    let shop = SHOP.into_iter().filter(|pointer| is_made_up(pointer));
    let shop = shop.map(|pointer| sheet::text(config, pointer).to_owned());
    let partners = 0..sheet::list(config, "/terms/partners").len();
    let partners = partners
        .map(|index| format!("/terms/partners/{index}"))
        .filter(|partner| is_made_up(&format!("{partner}/url")))
        .map(|partner| {
            let said = |member: &str| sheet::text(config, &format!("{partner}/{member}"));
            match said("disclosure") {
                "" => said("name").to_owned(),
                disclosure => {
                    let values = [("name", said("name")), ("said", disclosure)];
                    sheet.speech.format("take.made-up.partner", &values)
                }
            }
        });
    shop.chain(partners).collect()
}

/// Names the entries that are still made up. `None` if none is.
pub fn made_up(sheet: &Sheet) -> Option<Element> {
    let names = names(sheet);
    let names = (!names.is_empty()).then(|| sheet.speech.list(&names))?;
    let text = sheet.speech.format("take.made-up", &[("names", &names)]);
    Some(el("p", "problem").attr("role", "status").text(text))
}

/// Says how much is still made up. `None` if nothing is.
pub fn made_up_count(sheet: &Sheet) -> Option<Element> {
    let count = names(sheet).len();
    let text = || sheet.speech.plural("state.made-up", count as f64, &[]);
    (count > 0).then(|| el("p", "hint").text(text()))
}
