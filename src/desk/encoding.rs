//! Text encodings of files: UTF-8, UTF-16 and Windows-1252.

use web_sys::{TextDecoder, TextDecoderOptions};

/// Decodes the bytes of a text file: as UTF-16 if they begin with its byte order mark or as its Latin
/// letters do, else as UTF-8 if they are, else as Windows-1252, in which many spreadsheets in Europe save.
pub fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xff, 0xfe, ..] => decode_as("utf-16le", bytes, false),
        [0xfe, 0xff, ..] => decode_as("utf-16be", bytes, false),
        [1..=255, 0, 1..=255, 0, ..] => decode_as("utf-16le", bytes, false),
        [0, 1..=255, 0, 1..=255, ..] => decode_as("utf-16be", bytes, false),
        _ => decode_as("utf-8", bytes, true).or_else(|| decode_as("windows-1252", bytes, false)),
    };
    text.unwrap_or_default()
}

/// Decodes bytes in a charset that a mail names. `None` where the browser does not know it.
pub fn decode_in(bytes: &[u8], charset: &str) -> Option<String> {
    decode_as(charset, bytes, false)
}

/// Decodes bytes, without their byte order mark. Returns `None` for malformed ones if they are fatal,
/// and replaces them otherwise.
fn decode_as(encoding: &str, bytes: &[u8], is_fatal: bool) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(is_fatal);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
