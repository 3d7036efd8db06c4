//! The text of a file, however its letters were written: spreadsheets have habits of their own.

/// What stands for the bytes from 0x80 to 0x9f in Windows-1252.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-16 where it says so at its start, UTF-8 where it is that, and else
/// Windows-1252, as many spreadsheets in Europe save it.
///
/// ```
/// # use takeon::desk::encoding::text;
/// assert_eq!(text("Bäckerei".as_bytes()), "Bäckerei");
/// assert_eq!(text(b"B\xe4ckerei; 50 \x80"), "Bäckerei; 50 €");
/// assert_eq!(text(b"\xff\xfeB\0\xe4\0"), "Bä");
/// ```
pub fn text(bytes: &[u8]) -> String {
    let pairs = |from_pair: fn([u8; 2]) -> u16| -> String {
        let pairs = bytes[2..].chunks_exact(2);
        let units: Vec<u16> = pairs.map(|pair| from_pair([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => pairs(u16::from_le_bytes),
        [0xfe, 0xff, ..] => pairs(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().copied().map(letter).collect(),
        },
    }
}

/// A letter of Windows-1252.
fn letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}
