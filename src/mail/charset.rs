//! Charsets: bytes as text.

/// Decoder of bytes in a charset, such as `windows-1252`. A browser provides it.
pub type Decode<'a> = &'a dyn Fn(&[u8], &str) -> Option<String>;

/// Decodes bytes: as UTF-8 if they are valid, otherwise in the charset, or else in windows-1252,
/// the most frequent one of the West.
pub(super) fn decoded(bytes: &[u8], charset: &str, decode: Decode) -> String {
    let is_utf8 = charset.is_empty()
        || charset.eq_ignore_ascii_case("utf-8")
        || charset.eq_ignore_ascii_case("us-ascii");
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf8 => text.to_owned(),
        _ => {
            let charset = if is_utf8 { "windows-1252" } else { charset };
            decode(bytes, charset).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
        }
    }
}
