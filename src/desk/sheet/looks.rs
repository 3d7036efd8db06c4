//! Looks of a calculator on a shop's page, and how readable its colour is.

use libm::pow;
use serde::{Deserialize, Serialize};

/// Looks that a page gives its calculator; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Looks {
    /// Accent colour, as in `#1f6f5c`.
    pub accent: String,
    /// Font family, as CSS names it.
    pub font: String,
    /// `light` or `dark`.
    pub theme: String,
    /// Language tag.
    pub lang: String,
}

/// Contrast that the calculator asks of its accent, as in `static/shell/accent.js`: that of WCAG 2.2 at level AA, with a margin.
const ENOUGH: f64 = 4.55;

/// Colours behind an accent, the paper first, and of letters on it, in the light and the dark calculator: as in
/// `static/shell/accent.js`.
const BACKS: [[&str; 3]; 2] = [
    ["#ffffff", "#f6f6f3", "#ffffff"],
    ["#171a19", "#1f2322", "#0d1f1a"],
];

/// Opacity of the accent in the wash behind text.
const WASH: f64 = 0.1;

/// Red, green and blue from 0 to 1 of `#rrggbb` or `#rgb`. `None` for anything else.
fn channels(colour: &str) -> Option<[f64; 3]> {
    let digits: Vec<u32> = colour
        .strip_prefix('#')?
        .chars()
        .map(|c| c.to_digit(16))
        .collect::<Option<_>>()?;
    let pairs: [u32; 3] = match digits[..] {
        [r, g, b] => [r * 17, g * 17, b * 17],
        [a, b, c, d, e, f] => [a * 16 + b, c * 16 + d, e * 16 + f],
        _ => return None,
    };
    Some(pairs.map(|pair| f64::from(pair) / 255.0))
}

/// Relative luminance, from 0 to 1. Source: WCAG 2.2.
fn luminance(channels: [f64; 3]) -> f64 {
    let [red, green, blue] = channels.map(|c| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            pow((c + 0.055) / 1.055, 2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour as `#rrggbb`, in small letters. `None` for anything that is no colour in hexadecimal digits.
pub fn colour(typed: &str) -> Option<String> {
    let channels = channels(typed.trim())?;
    let digits = channels.map(|c| format!("{:02x}", (c * 255.0).round() as u8));
    Some(format!("#{}", digits.concat()))
}

/// Contrast of a colour with the papers of the light and the dark calculator, from 1 to 21 each, and if it can be read there as it
/// is: elsewhere the calculator makes it darker or lighter. `None` for a text that is no colour.
pub fn contrast(colour: &str) -> Option<[(f64, bool); 2]> {
    let colour = channels(colour)?;
    let with = |backs: [&str; 3]| {
        let backs = backs.map(|back| channels(back).unwrap_or_default());
        let mut wash = backs[0];
        for (part, own) in wash.iter_mut().zip(colour) {
            *part = *part * (1.0 - WASH) + own * WASH;
        }
        let is_enough = |back: &[f64; 3]| ratio(colour, *back) >= ENOUGH;
        let is_readable = backs.iter().chain([&wash]).all(is_enough);
        (ratio(colour, backs[0]), is_readable)
    };
    Some(BACKS.map(with))
}

impl Looks {
    /// The rule for a page's style sheet: the room that the calculator needs is kept until it is there.
    pub fn rule(&self) -> String {
        let mut rule = "takeon-calculator:not(:defined) {\n  display: flow-root;\n  min-block-size: min(100vh, 1020px);\n}\n".to_owned();
        let said = [
            ("accent", colour(&self.accent)),
            ("font", family(&self.font)),
        ];
        let said: Vec<String> = said
            .into_iter()
            .filter_map(|(name, value)| Some(format!("  --takeon-{name}: {};\n", value?)))
            .collect();
        if !said.is_empty() {
            rule += &format!("\ntakeon-calculator {{\n{}}}\n", said.concat());
        }
        rule
    }
}

/// A font family that cannot leave its declaration. `None` for an empty one.
pub fn family(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| c.is_alphanumeric() || " ,-\"'".contains(*c))
        .collect();
    let plain = plain.trim().to_owned();
    let is_even = |quote| plain.matches(quote).count() % 2 == 0;
    (!plain.is_empty() && is_even('"') && is_even('\'')).then_some(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let [light, dark] = contrast("#767676").unwrap();
        // The grey that is known to be just readable on white alone: the calculator makes it darker.
        assert!((light.0 - 4.54).abs() < 0.005 && !light.1, "{light:?}");
        assert!(contrast("#5a5a5a").unwrap()[0].1);
        assert!(!dark.1, "{dark:?}");
        assert_eq!(contrast("#000").unwrap()[0].0.round(), 21.0);
        assert!(contrast("teal").is_none());
    }

    #[test]
    fn a_rule_holds_nothing_but_what_it_is_about() {
        let looks = Looks {
            accent: "#0A6".into(),
            font: "Inter, \"Open Sans\"; } body { display: none".into(),
            ..Looks::default()
        };
        let rule = looks.rule();
        assert!(rule.contains("--takeon-accent: #00aa66;"), "{rule}");
        assert_eq!(rule.matches('}').count(), 2, "{rule}");
        assert!(!Looks::default().rule().contains("--takeon"));
        assert_eq!(family("\"Open Sans"), None);
    }
}
