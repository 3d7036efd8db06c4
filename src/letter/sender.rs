//! Sender of a message, with a way to be answered.

use serde::Serialize;

/// Digits of the shortest telephone number. Assumption: small towns have numbers of five digits.
const FEWEST_DIGITS: usize = 5;

/// Sender of a message, with an e-mail address, a telephone number or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sender {
    /// Name.
    pub name: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// Parts that are missing for an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MissingContact {
    /// True if there is no name.
    pub name: bool,
    /// True if there is neither an e-mail address nor a telephone number.
    pub reach: bool,
}

/// Parses a name, and an e-mail address, a telephone number or both, as people type them into one
/// field.
///
/// ```
/// # use takeon::letter::sender;
/// let both = sender(" Anna Berg", "anna@berg.example, +49 170 1234567 (evenings)").unwrap();
/// assert_eq!(both.name, "Anna Berg");
/// assert_eq!(both.email.as_deref(), Some("anna@berg.example"));
/// assert_eq!(both.phone.as_deref(), Some("+49 170 1234567 (evenings)"));
/// ```
///
/// # Errors
/// All parts that are missing. A mistyped address, such as `anna@berg`, counts as missing.
pub fn sender(name: &str, reach: &str) -> Result<Sender, MissingContact> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،');
    let words = reach.split(is_between).filter(|word| !word.is_empty());
    let (addresses, others): (Vec<&str>, Vec<&str>) = words.partition(|word| word.contains('@'));
    let phone = others.join(" ");
    let digits = phone.chars().filter(|c| is_digit(*c)).count();
    let email = match addresses.as_slice() {
        [address] if is_address(address) => Some((*address).to_owned()),
        _ => None,
    };
    let phone = (digits >= FEWEST_DIGITS).then_some(phone);
    let missing = MissingContact {
        name: name.trim().is_empty(),
        // A mistyped address is reported while it can be corrected.
        reach: email.is_none() && (phone.is_none() || !addresses.is_empty()),
    };
    if missing != MissingContact::default() {
        return Err(missing);
    }
    Ok(Sender {
        name: name.trim().to_owned(),
        email,
        phone,
    })
}

/// Returns `true` for a digit that keyboards of telephones type: Latin, Arabic, Persian or
/// full-width.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '０'..='９')
}

/// Returns `true` for `name@host.tld`, with one `@` and something around every dot of the host.
fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let is_plain = |c: char| !matches!(c, '<' | '>' | '"' | '(' | ')' | '@');
    !name.is_empty()
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty())
        && name.chars().chain(host.chars()).all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_has_an_address_to_reply_to() {
        for (reach, email, phone) in [
            ("anna@berg.example", true, false),
            ("anna+shop@mail.berg.co.uk", true, false),
            ("030 12345", false, true),
            ("+49 (0)30/12 34 56", false, true),
            ("٠١٢٣٤٥٦", false, true),
            ("0170 1234567; anna@berg.example", true, true),
        ] {
            let sender = sender("Anna", reach);
            let found = sender.map(|sender| (sender.email.is_some(), sender.phone.is_some()));
            assert_eq!(found, Ok((email, phone)), "{reach}");
        }
    }

    #[test]
    fn malformed_addresses_are_refused() {
        for reach in [
            "",
            "anna",
            "anna@",
            "@berg.example",
            "anna@berg",
            "anna@@berg.example",
            "anna@berg..example",
            "anna@berg.example.",
            "1234",
            "anna@berg, 0170 1234567",
            "a@b.example c@d.example",
            "<anna@berg.example>",
        ] {
            let missing = MissingContact {
                name: false,
                reach: true,
            };
            assert_eq!(sender("Anna", reach), Err(missing), "{reach}");
        }
    }

    #[test]
    fn everything_missing_is_reported_at_once() {
        let missing = MissingContact {
            name: true,
            reach: true,
        };
        assert_eq!(sender(" ", " "), Err(missing));
    }
}
