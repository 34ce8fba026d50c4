//! The properties of characters that Python's texts depend on, as of Unicode 14.0, which CPython 3.11 knows.
//!
//! Tables of our own, since Rust's are of whatever version the compiler has: two builds of one program must agree.

use super::unicode_tables::{DECIMAL_ZEROS, PRINTABLE_ABOVE, PRINTABLE_PLANE_0, PRINTABLE_PLANE_1};

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
