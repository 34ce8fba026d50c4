//! The properties of characters that Python's texts depend on, as of Unicode 14.0, which CPython 3.11 knows.
//!
//! Rust's tables and those of `unicode-ident` are of later versions. Unicode hardly ever changes a character once it is
//! there, so what they say holds wherever our own table says that the character was there; the few corrections are
//! below. An oracle test compares every code point.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::unicode_tables::{
    DECIMAL_ZEROS, IDEOGRAPHIC_NUMBERS, PRINTABLE_ABOVE, PRINTABLE_PLANE_0, PRINTABLE_PLANE_1,
};

/// `str.isprintable` for one character: assigned, and neither control, format nor separator, but for the space.
pub(super) fn is_printable(character: char) -> bool {
    let code = u32::from(character);
    let low = (code & 0xffff) as u16;
    // Each table lists where printability flips, starting from characters that are not; a plane starts as it stands.
    let flips = match code >> 16 {
        0 => PRINTABLE_PLANE_0.partition_point(|flip| *flip <= low),
        1 => PRINTABLE_PLANE_1.partition_point(|flip| *flip <= low),
        _ => PRINTABLE_ABOVE.partition_point(|flip| *flip <= code),
    };
    flips % 2 == 1
}

/// The value of a decimal digit of any script (general category Nd).
pub(super) fn decimal_digit(character: char) -> Option<u8> {
    let code = u32::from(character);
    let zero = DECIMAL_ZEROS.get(
        DECIMAL_ZEROS
            .partition_point(|zero| *zero <= code)
            .checked_sub(1)?,
    )?;
    // The digits of a script follow its zero.
    u8::try_from(code - zero).ok().filter(|value| *value < 10)
}

/// `str.isspace` for one character: Unicode's white space, and the four separators of ASCII.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

/// `str.isalpha` for one character: a letter (general categories Lu, Ll, Lt, Lm, Lo).
pub(super) fn is_alphabetic(character: char) -> bool {
    match character {
        _ if character.is_ascii() => character.is_ascii_alphabetic(),
        // Letters that no identifier may begin with, because normalisation (NFKC) makes several characters of them.
        '\u{37a}'
        | '\u{e33}'
        | '\u{eb3}'
        | '\u{2e2f}'
        | '\u{fc5e}'..='\u{fc63}'
        | '\u{fdfa}'
        | '\u{fdfb}'
        | '\u{fe70}'
        | '\u{fe72}'
        | '\u{fe74}'
        | '\u{fe76}'
        | '\u{fe78}'
        | '\u{fe7a}'
        | '\u{fe7c}'
        | '\u{fe7e}'
        | '\u{ff9e}'
        | '\u{ff9f}' => true,
        // Beginnings of identifiers, for the sake of old ones, that are no letters.
        '\u{1885}' | '\u{1886}' | '\u{2118}' | '\u{212e}' => false,
        _ => is_xid_start(character) && !character.is_numeric() && is_printable(character),
    }
}

/// `str.isdigit` for one character: a decimal digit, or one that is raised, lowered or encircled.
pub(super) fn is_digit(character: char) -> bool {
    match character {
        '\u{b2}'..='\u{b3}'
        | '\u{b9}'
        | '\u{1369}'..='\u{1371}'
        | '\u{19da}'
        | '\u{2070}'
        | '\u{2074}'..='\u{2079}'
        | '\u{2080}'..='\u{2089}'
        | '\u{2460}'..='\u{2468}'
        | '\u{2474}'..='\u{247c}'
        | '\u{2488}'..='\u{2490}'
        | '\u{24ea}'
        | '\u{24f5}'..='\u{24fd}'
        | '\u{24ff}'
        | '\u{2776}'..='\u{277e}'
        | '\u{2780}'..='\u{2788}'
        | '\u{278a}'..='\u{2792}'
        | '\u{10a40}'..='\u{10a43}'
        | '\u{10e60}'..='\u{10e68}'
        | '\u{11052}'..='\u{1105a}'
        | '\u{1f100}'..='\u{1f10a}' => true,
        _ => decimal_digit(character).is_some(),
    }
}

/// `str.isnumeric` for one character: it has a numeric value, as ideographs may.
pub(super) fn is_numeric(character: char) -> bool {
    character.is_numeric() && is_printable(character)
        || IDEOGRAPHIC_NUMBERS.binary_search(&u32::from(character)).is_ok()
}

/// The property Lowercase.
pub(super) fn is_lowercase(character: char) -> bool {
    match character {
        // Not a letter of a pair any more since Unicode 16.
        '\u{295}' => true,
        '\u{10fc}' | '\u{a7f2}'..='\u{a7f4}' | '\u{ab69}' => false,
        _ => character.is_lowercase() && is_printable(character),
    }
}

/// The property Uppercase.
pub(super) fn is_uppercase(character: char) -> bool {
    character.is_uppercase() && is_printable(character)
}

/// General category Lt: a capital and a small letter in one.
pub(super) fn is_titlecase(character: char) -> bool {
    matches!(
        character,
        '\u{1c5}'
            | '\u{1c8}'
            | '\u{1cb}'
            | '\u{1f2}'
            | '\u{1f88}'..='\u{1f8f}'
            | '\u{1f98}'..='\u{1f9f}'
            | '\u{1fa8}'..='\u{1faf}'
            | '\u{1fbc}'
            | '\u{1fcc}'
            | '\u{1ffc}'
    )
}

/// Whether case distinguishes the character (the property Cased).
pub(super) fn is_cased(character: char) -> bool {
    is_lowercase(character) || is_uppercase(character) || is_titlecase(character)
}

/// Whether an identifier may begin with the character (PEP 3131).
pub(super) fn starts_identifier(character: char) -> bool {
    character == '_' || is_xid_start(character) && is_printable(character)
}

/// Whether an identifier may go on with the character (PEP 3131).
pub(super) fn continues_identifier(character: char) -> bool {
    match character {
        // Middle dots, allowed since Unicode 15.1.
        '\u{30fb}' | '\u{ff65}' => false,
        _ => is_xid_continue(character) && is_printable(character),
    }
}
