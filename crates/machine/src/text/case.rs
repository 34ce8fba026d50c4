//! `lower`, `upper`, `title`, `capitalize`, `swapcase` and `casefold`, by Unicode's full mappings: one character may
//! become up to three.
//!
//! One divergence: whether a capital sigma ends a word depends on the characters around it that case ignores, and those
//! are Rust's. CPython 3.11 differs beside U+0295 and U+1171E, and beside characters that it does not know.

use super::character::{is_cased, is_lowercase, is_printable, is_uppercase};

/// `text.lower()`
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut sigmas = Sigmas::of(text);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_lower(&mut out, character, &mut sigmas);
    }
    out
}

/// `text.upper()`
#[must_use]
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_mapped(&mut out, character, character.to_uppercase());
    }
    out
}

/// `text.title()`: a capital at every beginning of a run of cased characters.
#[must_use]
pub fn title(text: &str) -> String {
    let mut sigmas = Sigmas::of(text);
    let mut out = String::with_capacity(text.len());
    let mut is_inside = false;
    for character in text.chars() {
        if is_inside {
            push_lower(&mut out, character, &mut sigmas);
        } else {
            sigmas.pass(character);
            push_title(&mut out, character);
        }
        is_inside = is_cased(character);
    }
    out
}

/// `text.capitalize()`
#[must_use]
pub fn capitalize(text: &str) -> String {
    let mut sigmas = Sigmas::of(text);
    let mut out = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        if index == 0 {
            sigmas.pass(character);
            push_title(&mut out, character);
        } else {
            push_lower(&mut out, character, &mut sigmas);
        }
    }
    out
}

/// `text.swapcase()`
#[must_use]
pub fn swapcase(text: &str) -> String {
    let mut sigmas = Sigmas::of(text);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_uppercase(character) {
            push_lower(&mut out, character, &mut sigmas);
            continue;
        }
        sigmas.pass(character);
        if is_lowercase(character) {
            push_mapped(&mut out, character, character.to_uppercase());
        } else {
            out.push(character);
        }
    }
    out
}

/// `text.casefold()`: what differs by case only becomes equal.
#[must_use]
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_folded(&mut out, character);
    }
    out
}

/// Folding is small letters of the capitals of small letters, but for two scripts' sake.
fn push_folded(out: &mut String, character: char) {
    match character {
        // The dotless i of Turkish has an ordinary capital.
        'ı' => out.push('ı'),
        // Cherokee, whose small letters are younger, folds to capitals.
        '\u{13a0}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => {
            push_mapped(out, character, character.to_uppercase());
        }
        _ => {
            let mut small = String::new();
            push_mapped(&mut small, character, character.to_lowercase());
            for character in upper(&small).chars() {
                push_mapped(out, character, character.to_lowercase());
            }
        }
    }
}

fn push_lower(out: &mut String, character: char, sigmas: &mut Sigmas) {
    match sigmas.pass(character) {
        Some(sigma) => out.push(sigma),
        None => push_mapped(out, character, character.to_lowercase()),
    }
}

/// A capital as it stands before small letters.
fn push_title(out: &mut String, character: char) {
    let code = u32::from(character);
    let single = match code {
        // Digraphs of capital, mixed and small letters: three in a row.
        0x1c4..=0x1cc => 0x1c5 + (code - 0x1c4) / 3 * 3,
        0x1f1..=0x1f3 => 0x1f2,
        // Georgian has capitals for whole words only.
        0x10d0..=0x10fa | 0x10fd..=0x10ff => code,
        // Greek vowels with an iota underneath, which only `upper` puts beside them.
        0x1f80..=0x1faf => code | 8,
        0x1fb3 | 0x1fbc => 0x1fbc,
        0x1fc3 | 0x1fcc => 0x1fcc,
        0x1ff3 | 0x1ffc => 0x1ffc,
        _ => return push_capital(out, character),
    };
    out.extend(char::from_u32(single));
}

/// The first of the capitals that `upper` makes, and the others as small letters.
fn push_capital(out: &mut String, character: char) {
    let mut capitals = String::new();
    push_mapped(&mut capitals, character, character.to_uppercase());
    let is_greek = matches!(character, '\u{1f80}'..='\u{1fff}');
    let mut followers = capitals.chars();
    out.extend(followers.next());
    for follower in followers {
        match follower {
            'Ι' if is_greek => out.push('\u{345}'),
            'N' if character == 'ŉ' => out.push('N'),
            _ => push_mapped(out, follower, follower.to_lowercase()),
        }
    }
}

/// The mapping, unless one of the two came after Unicode 14.
fn push_mapped(out: &mut String, character: char, mapped: impl Iterator<Item = char> + Clone) {
    if is_printable(character) && mapped.clone().all(is_printable) {
        out.extend(mapped);
    } else {
        out.push(character);
    }
}

/// The small letters of the capital sigmas of a text: another one at the end of a word.
struct Sigmas(Vec<char>);

impl Sigmas {
    fn of(text: &str) -> Self {
        if !text.contains('Σ') {
            return Self(Vec::new());
        }
        // Rust's `to_lowercase` knows that rule, and makes sigmas of nothing else.
        let small = text.to_lowercase();
        Self(
            small
                .chars()
                .rev()
                .filter(|small| matches!(small, 'σ' | 'ς'))
                .collect(),
        )
    }

    /// To be told of every character in order; the answer for a sigma.
    fn pass(&mut self, character: char) -> Option<char> {
        if matches!(character, 'Σ' | 'σ' | 'ς') {
            self.0.pop()
        } else {
            None
        }
    }
}
