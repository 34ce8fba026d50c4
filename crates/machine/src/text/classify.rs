//! `isalpha` and its kin: what all characters of a string are, and that there is one.

use super::character::{
    continues_identifier, decimal_digit, is_alphabetic, is_digit, is_lowercase, is_numeric, is_printable,
    is_space, is_titlecase, is_uppercase, starts_identifier,
};

/// `text.isalpha()`
#[must_use]
pub fn is_alpha(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_alphabetic)
}

/// `text.isalnum()`
#[must_use]
pub fn is_alnum(text: &str) -> bool {
    let is_alnum = |character| is_alphabetic(character) || is_digit(character) || is_numeric(character);
    !text.is_empty() && text.chars().all(is_alnum)
}

/// `text.isdecimal()`
#[must_use]
pub fn is_decimal(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| decimal_digit(character).is_some())
}

/// `text.isdigit()`
#[must_use]
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_digit)
}

/// `text.isnumeric()`
#[must_use]
pub fn is_numerals(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_numeric)
}

/// `text.isspace()`
#[must_use]
pub fn is_spaces(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_space)
}

/// `text.isprintable()`, which the empty string is.
#[must_use]
pub fn is_all_printable(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// `text.isidentifier()`; keywords are identifiers here.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut rest = text.chars();
    rest.next().is_some_and(starts_identifier) && rest.all(continues_identifier)
}

/// `text.islower()`: no capital, and a small letter.
#[must_use]
pub fn is_lower(text: &str) -> bool {
    let is_capital = |character| is_uppercase(character) || is_titlecase(character);
    text.chars().any(is_lowercase) && !text.chars().any(is_capital)
}

/// `text.isupper()`: no small letter, and a capital.
#[must_use]
pub fn is_upper(text: &str) -> bool {
    let is_small = |character| is_lowercase(character) || is_titlecase(character);
    text.chars().any(is_uppercase) && !text.chars().any(is_small)
}

/// `text.istitle()`: capitals where runs of cased characters begin, and only there.
#[must_use]
pub fn is_title(text: &str) -> bool {
    let mut is_inside = false;
    let mut has_cased = false;
    for character in text.chars() {
        let is_capital = is_uppercase(character) || is_titlecase(character);
        let is_small = !is_capital && is_lowercase(character);
        if is_capital && is_inside || is_small && !is_inside {
            return false;
        }
        is_inside = is_capital || is_small;
        has_cased |= is_inside;
    }
    has_cased
}
