//! `isalpha` and its kin on ASCII: what all bytes are, and that there is one.

use super::is_space;

/// `bytes.isalpha()`
#[must_use]
pub fn is_alpha(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic)
}

/// `bytes.isalnum()`
#[must_use]
pub fn is_alnum(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphanumeric)
}

/// `bytes.isdigit()`
#[must_use]
pub fn is_digits(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

/// `bytes.isspace()`
#[must_use]
pub fn is_spaces(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().copied().all(is_space)
}

/// `bytes.islower()`: no capital, and a small letter.
#[must_use]
pub fn is_lower(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.isupper()`: no small letter, and a capital.
#[must_use]
pub fn is_upper(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// `bytes.istitle()`: capitals where runs of letters begin, and only there.
#[must_use]
pub fn is_title(bytes: &[u8]) -> bool {
    let mut is_inside = false;
    for byte in bytes {
        if byte.is_ascii_uppercase() && is_inside || byte.is_ascii_lowercase() && !is_inside {
            return false;
        }
        is_inside = byte.is_ascii_alphabetic();
    }
    bytes.iter().any(u8::is_ascii_alphabetic)
}
