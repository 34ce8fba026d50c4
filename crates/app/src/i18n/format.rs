//! Numbers and durations as a reader wants them.

use trace::Nanos;

/// A count with its thousands apart: `1,234,567`.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A duration with three digits and the unit that suits it: `850 ns`, `3.20 ms`, `12.5 s`.
pub(crate) fn duration(nanos: Nanos) -> String {
    let (divisor, unit) = match nanos {
        0..1_000 => return format!("{nanos} ns"),
        1_000..1_000_000 => (1e3, "µs"),
        1_000_000..1_000_000_000 => (1e6, "ms"),
        _ => (1e9, "s"),
    };
    three_digits(nanos as f64 / divisor, unit)
}

fn three_digits(value: f64, unit: &str) -> String {
    let decimals = if value < 10.0 {
        2
    } else if value < 100.0 {
        1
    } else {
        0
    };
    format!("{value:.decimals$} {unit}")
}

/// So many bytes, with three digits and the unit that suits them: `1.50 MB`.
pub(crate) fn bytes(number: u64) -> String {
    let (divisor, unit) = match number {
        0..1_000 => return format!("{number} B"),
        1_000..1_000_000 => (1e3, "kB"),
        1_000_000..1_000_000_000 => (1e6, "MB"),
        _ => (1e9, "GB"),
    };
    three_digits(number as f64 / divisor, unit)
}

/// A figure with at least three digits and no more zeros than it needs: `0.25`, `12.3`, `1,234`, `1e-7`.
pub(crate) fn figure(value: f64) -> String {
    let size = value.abs();
    if size >= 1e15 || (size < 1e-4 && size > 0.0) {
        return format!("{value:.2e}")
            .replace("0e", "e")
            .replace("0e", "e")
            .replace(".e", "e");
    }
    if size >= 999.5 || value.fract() == 0.0 {
        let sign = if value < 0.0 { "-" } else { "" };
        return format!("{sign}{}", count(size.round() as u64));
    }
    let decimals = (2 - size.log10().floor() as i32).clamp(0, 6) as usize;
    let text = format!("{value:.decimals$}");
    if decimals == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A part of a whole in percent; nothing of nothing is 0 %.
pub(crate) fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0 %".to_owned();
    }
    format!("{:.0} %", part as f64 * 100.0 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_get_the_unit_that_suits_them() {
        for (number, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_500, "1.50 kB"),
            (123_456_789, "123 MB"),
        ] {
            assert_eq!(bytes(number), text);
        }
    }

    #[test]
    fn counts_are_grouped() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn durations_keep_three_digits() {
        for (nanos, text) in [
            (0, "0 ns"),
            (850, "850 ns"),
            (3_200, "3.20 µs"),
            (12_340_000, "12.3 ms"),
            (123_400_000, "123 ms"),
            (5_000_000_000, "5.00 s"),
            (7_200_000_000_000, "7200 s"),
        ] {
            assert_eq!(duration(nanos), text);
        }
    }

    #[test]
    fn figures_keep_three_digits_and_no_idle_zeros() {
        for (value, text) in [
            (0.0, "0"),
            (3.0, "3"),
            (0.25, "0.25"),
            (0.3333333, "0.333"),
            (12.34, "12.3"),
            (120.4, "120"),
            (999.7, "1,000"),
            (200_000.0, "200,000"),
            (-0.5, "-0.5"),
            (-1234.5, "-1,235"),
            (0.001, "0.001"),
            (0.00012345, "0.000123"),
            (1e-7, "1e-7"),
            (2.5e-7, "2.5e-7"),
        ] {
            assert_eq!(figure(value), text);
        }
    }

    #[test]
    fn shares_are_whole_percents() {
        assert_eq!(share(1, 3), "33 %");
        assert_eq!(share(0, 0), "0 %");
    }
}
