//! Meaning of typed texts that documents need in another form.

/// Returns the meaning of a text that is not written as documents need it: an address without its
/// scheme, a currency in small letters.
pub fn meant(pointer: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let is_host = |host: &str| host.contains('.') && !host.contains([' ', ':', '@']);
    match pointer.rsplit('/').next()? {
        "url" | "page" | "inbox" | "booking" if is_host(text.split('/').next()?) => {
            Some(["https://", text].concat())
        }
        "currency" => Some(text.to_uppercase()).filter(|code| code != text),
        _ => None,
    }
}
