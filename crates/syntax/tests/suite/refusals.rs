//! Python that we do not have is refused: where, by its name, in both languages, and with what to write instead.

use trace::Diagnostic;

fn diagnostics(source: &str) -> Vec<Diagnostic> {
    syntax::parse(source).err().unwrap_or_default()
}

/// Expects refusals: line, column and how the message begins.
#[track_caller]
fn check(source: &str, expected: &[(u32, u32, &str)]) {
    let found = diagnostics(source);
    let places: Vec<_> = found
        .iter()
        .map(|found| (found.place.line, found.place.column))
        .collect();
    let wanted: Vec<_> = expected
        .iter()
        .map(|(line, column, _)| (*line, *column))
        .collect();
    assert_eq!(places, wanted, "{source}\n{found:#?}");
    for (found, (_, _, start)) in found.iter().zip(expected) {
        assert!(found.message.en.starts_with(start), "{source}\n{found:#?}");
        assert!(!found.message.zh.is_ascii(), "{source}\n{found:#?}");
        if let Some(instead) = &found.instead {
            assert!(
                !instead.en.is_empty() && !instead.zh.is_ascii(),
                "{source}\n{found:#?}"
            );
        }
    }
}

#[test]
fn statements() {
    check(
        "try:\n    pass\nexcept* A:\n    pass\n",
        &[(1, 1, "`except*` is not supported yet")],
    );
    check(
        "def f():\n    try: pass\n    except* (A, B) as c: pass\n",
        &[(2, 5, "`except*` is")],
    );
}

#[test]
fn complex_numbers() {
    check(
        "1j + 2.5J",
        &[(1, 1, "a complex number is"), (1, 6, "a complex number is")],
    );
    check(
        "match x:\n    case 1 + 2j: pass\n",
        &[(2, 14, "a complex number is")],
    );
    check(
        "f'{[1j for x in y]:{ {2j} }}'",
        &[(1, 5, "a complex number is"), (1, 23, "a complex number is")],
    );
}

#[test]
fn strings() {
    check(r"'锁' '\N{BULLET}'", &[(1, 9, r"`\N{...}` in a string is")]);
    check(r"f'\N{BULLET}'", &[(1, 6, r"`\N{...}` in a string is")]);
    check(r"'\ud800'", &[(1, 1, "half of a surrogate pair")]);
    check(r"f'{x}\uDFFF'", &[(1, 6, "half of a surrogate pair")]);
    check(r"'\U0000d900'", &[(1, 1, "half of a surrogate pair")]);
    check(r"r'\ud800 \N{BULLET}' '\\ud800' '\ud7ff \ue000'", &[]);
}

#[test]
fn imports() {
    check("from . import a", &[(1, 1, "a relative import is")]);
    check("from .. import *", &[(1, 1, "a relative import is")]);
    check(
        "from __future__ import division, annotations",
        &[(1, 24, "`from __future__ import` is")],
    );
}

#[test]
fn all_are_told_in_order() {
    let source = "x = 1j\ndef f(a=2j):\n    return lambda: 3j\nclass B: x = 4j\nreturn\n";
    let starts = [
        (1, 5, "a complex number"),
        (2, 9, "a complex number"),
        (3, 20, "a complex number"),
        (4, 14, "a complex number"),
        (5, 1, "SyntaxError: 'return' outside function"),
    ];
    check(source, &starts);
    assert_eq!(diagnostics(&"x = 1j\n".repeat(1000)).len(), 50);
}

#[test]
fn syntax_errors_on_several_lines_are_all_told() {
    let found = diagnostics("x = = 1\nprint 'a'\nif x\n    y = 1\nz = 'abc\n");
    let lines: Vec<_> = found.iter().map(|found| found.place.line).collect();
    assert_eq!(lines, [1, 2, 3, 5], "{found:#?}");
}

#[test]
fn places_count_characters() {
    let found = diagnostics("锁 = '🔒'; é = 1j\r\n变量 = 2j\n");
    let places: Vec<_> = found.iter().map(|found| found.place).collect();
    let places: Vec<_> = places
        .iter()
        .map(|place| (place.line, place.column, place.end_column))
        .collect();
    assert_eq!(places, [(1, 14, 16), (2, 6, 8)]);
}

#[test]
fn punctuation_of_an_input_method() {
    let found = diagnostics("print（“a”，1）\n");
    assert_eq!(
        found[0].message.en,
        "SyntaxError: invalid character '（' (U+FF08)"
    );
    assert_eq!(found[0].message.zh, "语法错误：无效字符 '（'（U+FF08）");
    assert_eq!(
        found[0].instead.as_ref().map(|text| text.zh.as_str()),
        Some("改用英文字符 `(`")
    );
    let space = diagnostics("x\u{3000}= 1\n");
    assert_eq!(
        space[0].message.en,
        "SyntaxError: invalid non-printable character U+3000"
    );
}

#[test]
fn sources_that_are_no_text() {
    let long = " ".repeat(syntax::MAX_SOURCE_BYTES + 1);
    check(&long, &[(1, 1, "the program is longer than 1048576 bytes")]);
    check(
        "x = 1\ny = '\0'\n",
        &[(2, 6, "SyntaxError: source code string cannot contain null bytes")],
    );
    check("\u{feff}x = 1\n", &[]);
}

#[test]
fn long_decimals() {
    check(&"9".repeat(4300), &[]);
    check(
        &"9".repeat(4301),
        &[(1, 1, "SyntaxError: Exceeds the limit (4300 digits)")],
    );
    check(&format!("0x{}", "f".repeat(10_000)), &[]);
}
