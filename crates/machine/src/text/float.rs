//! A float as digits, point and exponent: CPython's `PyOS_double_to_string` (Python/pystrtod.c).

use super::Error;
use super::decimal::Digits;

/// How many digits, and when an exponent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// The shortest digits that read back; `1e16` and more, and less than `1e-4`, with an exponent.
    Repr,
    /// `e`: always an exponent, and this many digits after the point.
    Exponent(u64),
    /// `f`: never an exponent, and this many digits after the point.
    Fixed(u64),
    /// `g`: this many significant digits, an exponent where the number would be longer than they are.
    General(u64),
}

/// What [`render`] is to write.
#[derive(Debug, Clone, Copy)]
pub(super) struct FloatStyle {
    pub notation: Notation,
    /// `E`, `INF` and `NAN` rather than `e`, `inf` and `nan`.
    pub is_upper: bool,
    /// Keep the point and, in `g`, trailing zeros.
    pub is_alternate: bool,
    /// End what looks like an integer in `.0`.
    pub adds_point_zero: bool,
    /// Write what rounds to -0 without its sign.
    pub drops_negative_zero: bool,
}

/// `repr(value)`, which is `str(value)` too.
#[must_use]
pub fn float_repr(value: f64) -> String {
    const STYLE: FloatStyle = FloatStyle {
        notation: Notation::Repr,
        is_upper: false,
        is_alternate: false,
        adds_point_zero: true,
        drops_negative_zero: false,
    };
    if !value.is_finite() {
        return not_finite(value, false).to_owned();
    }
    Shape::of(value, STYLE).write()
}

/// The number in ASCII, with a `-` where it is negative.
///
/// # Errors
/// [`Error::TooLarge`] when its digits alone take more than `max_bytes`.
pub(super) fn render(value: f64, style: FloatStyle, max_bytes: usize) -> Result<String, Error> {
    if !value.is_finite() {
        return Ok(not_finite(value, style.is_upper).to_owned());
    }
    let shape = Shape::of(value, style);
    if usize::try_from(shape.length()).map_or(true, |length| length > max_bytes) {
        return Err(Error::TooLarge);
    }
    Ok(shape.write())
}

fn not_finite(value: f64, is_upper: bool) -> &'static str {
    match (value.is_nan(), is_upper, value > 0.0) {
        // The sign of a NaN is not shown.
        (true, false, _) => "nan",
        (true, true, _) => "NAN",
        (false, false, true) => "inf",
        (false, true, true) => "INF",
        (false, false, false) => "-inf",
        (false, true, false) => "-INF",
    }
}

/// Where digits, zeros, point and exponent of a finite float go. Positions count from the first digit.
struct Shape {
    style: FloatStyle,
    is_negative: bool,
    digits: String,
    /// Where the point goes; it may lie before the first digit.
    point: i64,
    /// One past the last position written, zeros included.
    end: i64,
    exponent: Option<i64>,
}

impl Shape {
    fn of(value: f64, style: FloatStyle) -> Self {
        let magnitude = value.abs();
        let number = match style.notation {
            Notation::Repr => Digits::shortest(magnitude),
            Notation::Exponent(precision) => Digits::significant(magnitude, precision.saturating_add(1)),
            Notation::Fixed(precision) => Digits::fixed(magnitude, precision),
            Notation::General(precision) => Digits::significant(magnitude, precision),
        };
        let is_zero = matches!(number.digits.as_str(), "" | "0");
        let is_negative = value.is_sign_negative() && !(style.drops_negative_zero && is_zero);
        let point = number.point;
        let digit_count = number.digits.len() as i64;
        let has_exponent = match style.notation {
            Notation::Repr => point <= -4 || point > 16,
            Notation::Exponent(_) => true,
            Notation::Fixed(_) => false,
            Notation::General(precision) => {
                let longest = signed(precision.max(1)) - i64::from(style.adds_point_zero);
                point <= -4 || point > longest
            }
        };
        let end = match style.notation {
            Notation::Exponent(precision) => signed(precision).saturating_add(1),
            Notation::Fixed(precision) => signed(precision).saturating_add(point),
            Notation::General(precision) if style.is_alternate => signed(precision.max(1)),
            Notation::Repr | Notation::General(_) => digit_count,
        };
        let (point, exponent) = if has_exponent {
            (1, Some(point - 1))
        } else {
            (point, None)
        };
        let least_end = if style.adds_point_zero && exponent.is_none() {
            point + 1
        } else {
            point
        };
        Self {
            style,
            is_negative,
            digits: number.digits,
            point,
            end: end.max(least_end),
            exponent,
        }
    }

    fn length(&self) -> u64 {
        // Before the first digit there are zeros when the point lies there.
        self.end.abs_diff(self.point.min(0))
    }

    fn write(&self) -> String {
        let mut out = String::with_capacity(self.length() as usize + 16);
        if self.is_negative {
            out.push('-');
        }
        if self.point <= 0 {
            out.push('0');
        }
        let mut digits = self.digits.bytes();
        for position in self.point.min(0)..self.end {
            if position == self.point {
                out.push('.');
            }
            let digit = if position < 0 { None } else { digits.next() };
            out.push(char::from(digit.unwrap_or(b'0')));
        }
        if self.point == self.end && self.style.is_alternate {
            out.push('.');
        }
        if let Some(exponent) = self.exponent {
            let letter = if self.style.is_upper { 'E' } else { 'e' };
            let sign = if exponent < 0 { '-' } else { '+' };
            out.push_str(&format!("{letter}{sign}{:02}", exponent.unsigned_abs()));
        }
        out
    }
}

/// A precision as a position. Those that differ are beyond any limit.
fn signed(precision: u64) -> i64 {
    i64::try_from(precision).unwrap_or(i64::MAX)
}
