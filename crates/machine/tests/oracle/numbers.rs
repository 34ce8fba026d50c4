//! Numbers and strings written and read: `repr`, `float`, `int`, `format`.

use machine::int::{Error, Int};
use machine::text::{float_repr, format_float, format_int, format_str, parse_float, parse_int, str_repr};
use num_bigint::BigInt;
use num_traits::Num;

use crate::random::Random;
use crate::{Table, python, shown, shown_float, shown_result};

/// Far above what the generators make.
const MAX_BYTES: usize = 1 << 20;

#[test]
fn floats_are_written_as_cpython_writes_them() {
    let mut random = Random(1);
    let mut table = Table::default();
    let powers_of_two = (0..2046).map(|exponent| f64::from_bits(exponent << 52));
    let subnormal = (0..52).map(|bit| f64::from_bits(1 << bit));
    let powers_of_ten = (-330..310).map(|exponent| format!("1e{exponent}").parse::<f64>().expect("a float"));
    let neighbours = (powers_of_two.chain(subnormal).chain(powers_of_ten))
        .flat_map(|value| [value, value.next_up(), value.next_down()]);
    let others: Vec<f64> = (0..4000).map(|_| random.float()).collect();
    for value in neighbours.chain(others) {
        table.ask(&["repr", &shown_float(value)], Ok(float_repr(value)));
    }
    table.check("repr");
}

#[test]
fn strings_are_quoted_as_cpython_quotes_them() {
    let mut random = Random(2);
    let mut table = Table::default();
    let parts = [
        "'",
        "\"",
        "\\",
        "\n",
        "\r",
        "\t",
        "\0",
        "\x7f",
        "a",
        "Z",
        " ",
        "é",
        "\u{a0}",
        "\u{ad}",
        "\u{301}",
        "中",
        "\u{2028}",
        "\u{200b}",
        "\u{e000}",
        "\u{feff}",
        "💡",
        "\u{10ffff}",
        "\u{1f3fb}",
        "\u{e0100}",
        "\u{85}",
        "𝟘",
    ];
    for _ in 0..2000 {
        let text = random.string(&parts, 8);
        table.ask(&["quote", &text], Ok(str_repr(&text)));
    }
    table.check("quote");
}

#[test]
fn printable_characters_decimal_digits_and_spaces_are_those_of_unicode_14() {
    const SCRIPT: &str = r#"
for code in range(0x110000):
    # The planes that hold assigned characters, and specimens of those that are empty or private.
    if 0xd800 <= code < 0xe000 or not (code < 0x40000 or code >> 16 == 14 or code % 0x1001 == 0): continue
    # A code point, and whether it prints, its value as a digit, and whether it is a space outside ASCII.
    character = chr(code)
    digit = int(character) if character.isdecimal() else "-"
    is_space = character.isspace() and code > 127
    print(code, int(character.isprintable() and character not in "'\\"), digit, int(is_space))
"#;
    let expected = python("characters", SCRIPT, "");
    for expected in expected.lines() {
        let code = expected
            .split(' ')
            .next()
            .and_then(|code| code.parse().ok())
            .and_then(char::from_u32);
        let character = code.expect("a code point");
        let text = character.to_string();
        let is_printable = str_repr(&text) == format!("'{character}'");
        let digit = parse_int(&text, 10).map_or_else(|_| "-".to_owned(), |digit| format!("{digit:?}"));
        let is_space = !character.is_ascii() && digit == "-" && parse_int(&format!("{text}7"), 10).is_ok();
        let ours = format!(
            "{} {} {digit} {}",
            u32::from(character),
            u8::from(is_printable),
            u8::from(is_space)
        );
        assert_eq!(ours, expected, "U+{:04X}", u32::from(character));
    }
    assert!(
        expected.lines().count() > 0x50000 - 0x800,
        "five planes without surrogates, and more"
    );
}

#[test]
fn numbers_are_read_as_cpython_reads_them() {
    let mut random = Random(3);
    let mut table = Table::default();
    let mut read_float = |text: &str| table.ask(&["float", text], parse_float(text).map(shown_result));
    let parts = [
        "0", "1", "9", "12", "5", "5", "25", ".", "e", "E", "+", "-", "_", " ", "\u{a0}", "\x1c", "٣", "inf",
        "x",
    ];
    for text in [
        "inf",
        " -Infinity\n",
        "+NaN",
        "infinit",
        "1e400",
        "-1e-400",
        "é",
        "",
        "1_0.0_1e1_0",
        "1e",
        "'",
    ] {
        read_float(text);
    }
    for _ in 0..6000 {
        read_float(&random.string(&parts, 8));
        let mantissa = random.string(&["0", "1", "5", "49", "99", "00"], 12);
        read_float(&format!(
            "{mantissa}.{}e{}",
            random.below(1 << 40),
            random.below(660) as i64 - 330
        ));
        // Exact halves between neighbours, and just beside them.
        let middle = format!("{:.60}", f64::from(random.next() as u32) + 2_f64.powi(-22) * 1.5);
        read_float(&middle);
        read_float(&format!("{middle}{}1", "0".repeat(random.below(900) as usize)));
    }
    // Exponents of more digits than a short text could offset.
    for zeros in [500, 70_000, 200_000] {
        read_float(&format!("0.{}1e{}", "0".repeat(zeros), zeros + 3));
        read_float(&format!("-1{}e-{zeros}", "0".repeat(zeros)));
        read_float(&format!("{}7e-99999999999999999999", "0".repeat(zeros)));
        read_float(&format!("0.{}e99999999999999999999", "0".repeat(zeros)));
        read_float(&format!("0.{}7e99999999999999999999", "0".repeat(zeros)));
        read_float(&format!("{}e", "1".repeat(zeros)));
        read_float(&format!("{}e1x", "1".repeat(zeros)));
        read_float(&format!(" \x0b{}_1 ", "1".repeat(zeros)));
    }
    let mut read_int = |text: &str, base: i64| {
        table.ask(
            &["int", text, &base.to_string()],
            parse_int(text, base).map(|int| shown(&int)),
        );
    };
    let parts = [
        "0", "0", "1", "9", "7", "z", "f", "0x", "0b1", "0O", "_", "+", "-", " ", "\n", "\u{a0}", "\0", "٣",
        "é", "'",
    ];
    for _ in 0..6000 {
        let base = random.pick(&[0, 0, 10, 10, 2, 8, 16, 36, 3, 1, 37, -1]);
        read_int(&random.string(&parts, 6), base);
        let base = random.below(35) as u32 + 2;
        let digits =
            BigInt::from_str_radix(&shown(&random.int(3000)).replace("0x", ""), 16).expect("hexadecimal");
        read_int(&digits.to_str_radix(base), i64::from(base));
    }
    for (count, tail) in [
        (4300, ""),
        (4301, ""),
        (4301, "x"),
        (4301, "_"),
        (4300, "x"),
        (300, "'"),
    ] {
        read_int(&format!("-{}{tail}", "7".repeat(count)), 10);
        read_int(&format!("{}{tail}", "0_".repeat(count) + "0"), 0);
        read_int(&format!("{}{tail}", "1".repeat(count)), 32);
    }
    table.check("read");
}

#[test]
fn format_specifications_mean_what_they_mean_to_cpython() {
    let mut random = Random(4);
    let mut table = Table::default();
    let codes = [
        "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "q", "é", "\u{2}",
    ];
    let float_codes = ["e", "E", "f", "F", "g", "G", "n", "%", "f", "g"];
    let int_codes = ["b", "c", "d", "n", "o", "x", "X", "d", "f"];
    for round in 0..12_000 {
        let codes: [&[&str]; 3] = if round % 4 == 0 {
            [&codes, &codes, &codes]
        } else {
            [&float_codes, &int_codes, &["s"]]
        };
        let (value, spec) = (random.float(), random.spec(codes[0]));
        table.ask(
            &["format", &shown_float(value), &spec],
            format_float(value, &spec, "float", MAX_BYTES),
        );
        let (value, spec) = (random.int(100), random.spec(codes[1]));
        let ours = format_int(&value, &spec, "int", MAX_BYTES);
        if ours != Err(Error::Value("a surrogate is not a character".into())) {
            table.ask(&["format", &shown(&value), &spec], ours);
        }
        let (value, spec) = (
            random.string(&["a", "é", "中", "💡", "\0", "'"], 12),
            random.spec(codes[2]),
        );
        table.ask(
            &["format_str", &value, &spec],
            format_str(&value, &spec, "str", MAX_BYTES),
        );
    }
    for spec in ["", "d", "n", ",", "x", "f", "e", "%", "c", "_b", "020000,"] {
        for value in [
            BigInt::from(10).pow(4300),
            BigInt::from(10).pow(4300) - 1,
            -BigInt::from(10).pow(4300) + 1,
        ] {
            let value = Int::from(value);
            table.ask(
                &["format", &shown(&value), spec],
                format_int(&value, spec, "int", MAX_BYTES),
            );
        }
    }
    for spec in [
        ".30f",
        ".0f",
        ".3g",
        ".1100f",
        ".1100e",
        "#.1100g",
        ".2000",
        ".2147483648f",
        ".99999999999f",
    ] {
        for value in [
            0.1,
            1e22,
            0.5,
            1.5,
            2.5,
            f64::MAX,
            5e-324,
            f64::MIN_POSITIVE.next_down(),
            0.0,
            -0.0,
        ] {
            table.ask(
                &["format", &shown_float(value), spec],
                format_float(value, spec, "float", MAX_BYTES),
            );
        }
    }
    table.check("format");
}

#[test]
fn what_would_be_too_large_is_refused_before_it_is_made() {
    let limit = 1000;
    for spec in [
        "1000000000",
        "01000000000,",
        "é^999999999999999999",
        ".1000000000f",
        "#.1000000000",
        "+#.2000000000e",
        ".999%",
    ] {
        assert_eq!(
            format_float(1.5, spec, "float", limit),
            Err(Error::TooLarge),
            "{spec}"
        );
    }
    for spec in [
        "1000000000",
        "9223372036854775807d",
        "=+01000000000_x",
        "*<1001c",
        "#b",
    ] {
        let value = if spec == "#b" {
            Int::from(BigInt::from(1) << 999)
        } else {
            Int::Small(65)
        };
        assert_eq!(
            format_int(&value, spec, "int", limit),
            Err(Error::TooLarge),
            "{spec}"
        );
    }
    assert_eq!(
        format_str("é", "^1000", "str", limit),
        Err(Error::TooLarge),
        "a two-byte character"
    );
    assert_eq!(
        format_str("e", "^1000", "str", limit).map(|text| text.len()),
        Ok(1000)
    );
    assert_eq!(
        format_float(1.5, ".1000000000g", "float", limit).as_deref(),
        Ok("1.5")
    );
    let (two, huge) = (Int::Small(2), Int::from(i64::MAX).add(&Int::Small(1)));
    for exponent in [Int::Small(1001), Int::from(i64::MAX), huge.clone()] {
        assert_eq!(two.pow(&exponent, 1000), Err(Error::TooLarge));
        assert_eq!(two.shl(&exponent, 1000), Err(Error::TooLarge));
        assert_eq!(
            Int::Small(-1).pow(&exponent, 1000).map(|power| power.is_some()),
            Ok(true)
        );
        assert_eq!(Int::ZERO.shl(&exponent, 1000), Ok(Int::ZERO));
    }
    assert_eq!(huge.mul(&huge, 100), Err(Error::TooLarge));
    assert_eq!(
        Int::Small(3).pow(&Int::Small(100), 100),
        Err(Error::TooLarge),
        "159 bits, although 101 would be the least"
    );
    assert_eq!(
        Int::from(i64::MAX).mul(&Int::Small(1), 0),
        Ok(Int::from(i64::MAX)),
        "a word is always allowed"
    );
}
