//! Sign, grouping and padding: how CPython's `calc_number_widths` and `fill_number` (Python/formatter_unicode.c) lay a
//! number out, and `calc_padding` a text.

use super::Error;

/// Where a text stands in its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
    Centre,
    /// Padding goes between the sign and the digits.
    AfterSign,
}

/// What stands before a number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Minus,
    Plus,
    Space,
}

/// A separator between groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grouping {
    pub separator: char,
    /// Digits in a group.
    pub size: u64,
}

/// The part of a specification that does not depend on the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub fill: char,
    pub align: Align,
    pub sign: Option<Sign>,
    /// In characters; 0 when not given.
    pub width: u64,
    pub grouping: Option<Grouping>,
}

/// A number's pieces in the order in which they are written.
pub(super) struct Number<'a> {
    pub is_negative: bool,
    /// `0x` and the like.
    pub prefix: &'a str,
    /// What grouping applies to: ASCII digits.
    pub whole: &'a str,
    /// The rest: fraction, exponent, per-cent sign, `inf`, or a character.
    pub rest: &'a str,
}

impl Layout {
    /// # Errors
    /// [`Error::TooLarge`] past `max_bytes` of UTF-8.
    pub(super) fn number(&self, number: &Number, max_bytes: usize) -> Result<String, Error> {
        let sign = match (self.sign, number.is_negative) {
            (_, true) => "-",
            (Some(Sign::Plus), false) => "+",
            (Some(Sign::Space), false) => " ",
            (Some(Sign::Minus) | None, false) => "",
        };
        let besides = sign.len() + number.prefix.len() + number.rest.chars().count();
        let whole_width = self.whole_width(number.whole.len() as u64, besides as u64);
        let width = whole_width.saturating_add(besides as u64);
        let padding = self.padding(width);
        let bytes = whole_width
            .saturating_add((sign.len() + number.prefix.len() + number.rest.len()) as u64)
            .saturating_add(padding.bytes(self.fill));
        let mut out = with_room(bytes, max_bytes)?;
        push_fill(&mut out, self.fill, padding.before);
        out.push_str(sign);
        out.push_str(number.prefix);
        push_fill(&mut out, self.fill, padding.after_sign);
        self.push_grouped(&mut out, number.whole, whole_width);
        out.push_str(number.rest);
        push_fill(&mut out, self.fill, padding.after);
        Ok(out)
    }

    /// # Errors
    /// [`Error::TooLarge`] past `max_bytes` of UTF-8.
    pub(super) fn text(&self, text: &str, max_bytes: usize) -> Result<String, Error> {
        let padding = self.padding(text.chars().count() as u64);
        let mut out = with_room(
            padding.bytes(self.fill).saturating_add(text.len() as u64),
            max_bytes,
        )?;
        push_fill(
            &mut out,
            self.fill,
            padding.before.saturating_add(padding.after_sign),
        );
        out.push_str(text);
        push_fill(&mut out, self.fill, padding.after);
        Ok(out)
    }

    fn padding(&self, content: u64) -> Padding {
        let missing = self.width.saturating_sub(content);
        match self.align {
            Align::Left => Padding {
                after: missing,
                ..Padding::default()
            },
            Align::Right => Padding {
                before: missing,
                ..Padding::default()
            },
            Align::Centre => Padding {
                before: missing / 2,
                after: missing - missing / 2,
                ..Padding::default()
            },
            Align::AfterSign => Padding {
                after_sign: missing,
                ..Padding::default()
            },
        }
    }

    /// The width of `digits` digits with separators, and with the zeros that `0` padding puts among them.
    fn whole_width(&self, digits: u64, besides: u64) -> u64 {
        if digits == 0 {
            return 0;
        }
        let fills_with_zeros = self.fill == '0' && self.align == Align::AfterSign;
        let wanted = if fills_with_zeros {
            self.width.saturating_sub(besides)
        } else {
            0
        };
        let Some(Grouping { size, .. }) = self.grouping else {
            return digits.max(wanted);
        };
        // A separator never comes first, so a width that would end in one takes a zero more.
        let digits = digits.max(wanted - wanted.saturating_sub(1) / (size + 1));
        digits + (digits - 1) / size
    }

    /// Writes the digits to the right of a field of `width` characters, zeros before them, separators among both.
    fn push_grouped(&self, out: &mut String, digits: &str, width: u64) {
        let separator_at = |from_right: u64| {
            self.grouping
                .filter(|grouping| (from_right + 1).is_multiple_of(grouping.size + 1))
        };
        let separators = self.grouping.map_or(0, |grouping| width / (grouping.size + 1));
        let mut zeros = (width - separators).saturating_sub(digits.len() as u64);
        let mut digits = digits.chars();
        for from_right in (0..width).rev() {
            if let Some(grouping) = separator_at(from_right) {
                out.push(grouping.separator);
            } else if zeros > 0 {
                zeros -= 1;
                out.push('0');
            } else {
                out.extend(digits.next());
            }
        }
    }
}

/// Characters of padding.
#[derive(Default)]
struct Padding {
    before: u64,
    after_sign: u64,
    after: u64,
}

impl Padding {
    fn bytes(&self, fill: char) -> u64 {
        (self
            .before
            .saturating_add(self.after_sign)
            .saturating_add(self.after))
        .saturating_mul(fill.len_utf8() as u64)
    }
}

fn push_fill(out: &mut String, fill: char, count: u64) {
    out.extend((0..count).map(|_| fill));
}

fn with_room(bytes: u64, max_bytes: usize) -> Result<String, Error> {
    match usize::try_from(bytes) {
        Ok(bytes) if bytes <= max_bytes => Ok(String::with_capacity(bytes)),
        _ => Err(Error::TooLarge),
    }
}
