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
        "class A:\n    x = 1\n    def f(self): return lambda: 0\n",
        &[(1, 1, "`class` is not supported yet")],
    );
    check(
        "x = 1\ntry:\n    pass\nfinally:\n    pass\n",
        &[(2, 1, "`try` is")],
    );
    check(
        "try:\n    pass\nexcept* A:\n    pass\n",
        &[(1, 1, "`except*` is")],
    );
    check("raise ValueError('no')", &[(1, 1, "`raise` is")]);
    check("match x:\n    case 1: pass\n", &[(1, 1, "`match` is")]);
    check(
        "async def f():\n    await g()\n",
        &[(1, 1, "`async` and `await` are")],
    );
    check(
        "@f\n@g\ndef h(): pass\n",
        &[(1, 1, "a decorator is"), (2, 1, "a decorator is")],
    );
    check("@f\nclass A: pass\n", &[(2, 1, "`class` is")]);
    check("def f():\n    x: int\n", &[(2, 5, "a variable with a type")]);
    check("a @= b", &[(1, 1, "the operator `@` is")]);
}

#[test]
fn expressions() {
    check("f = lambda x: x", &[(1, 5, "`lambda` is")]);
    check("[x for x in y]", &[(1, 1, "a comprehension is")]);
    check(
        "{x for x in y}; {x: y for x in z}",
        &[(1, 1, "a comprehension is"), (1, 17, "a comprehension is")],
    );
    check("sum(x for x in y)", &[(1, 5, "a generator expression is")]);
    check("x = {}", &[(1, 5, "a dictionary is")]);
    check("x = {1, 2}", &[(1, 5, "a set is")]);
    check(
        "def f():\n    yield 1\n    x = yield from y\n",
        &[(2, 5, "`yield` is"), (3, 9, "`yield` is")],
    );
    check("if (x := 1): pass", &[(1, 5, "`:=` is")]);
    check(
        "f(*a, b, **c)",
        &[
            (1, 3, "an argument `*values` is"),
            (1, 10, "an argument `**values` is"),
        ],
    );
    check("a, *b = c", &[(1, 4, "unpacking with `*` is")]);
    check("for *a, b in c: pass", &[(1, 5, "unpacking with `*` is")]);
    check("[1, *a]", &[(1, 5, "unpacking with `*` is")]);
    check(
        "1j + 2.5J",
        &[(1, 1, "a complex number is"), (1, 6, "a complex number is")],
    );
    check("b'a'", &[(1, 1, "a bytes literal is")]);
    check("x = ...", &[(1, 5, "`...` as a value is")]);
    check("a @ b", &[(1, 1, "the operator `@` is")]);
    check("a[1:2, 3]", &[(1, 3, "an index of several slices is")]);
    check(
        "f'{lambda_}{[x for x in y]:{ {1} }}'",
        &[(1, 13, "a comprehension is"), (1, 30, "a set is")],
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
fn parameters() {
    check("def f(*args): pass", &[(1, 7, "a parameter `*args` is")]);
    check(
        "def f(a, **kwargs): pass",
        &[(1, 10, "a parameter `**kwargs` is")],
    );
    check(
        "def f(*, a, b=1): pass",
        &[
            (1, 10, "a keyword-only parameter"),
            (1, 13, "a keyword-only parameter"),
        ],
    );
    check(
        "def f(a, b, /, c): pass",
        &[(1, 10, "a positional-only parameter is")],
    );
}

#[test]
fn imports() {
    check("from threading import *", &[(1, 1, "`from ... import *` is")]);
    check("from . import a", &[(1, 1, "a relative import is")]);
    check("from .. import *", &[(1, 1, "a relative import is")]);
    check(
        "from __future__ import division, annotations",
        &[(1, 24, "`from __future__ import` is")],
    );
}

#[test]
fn closures() {
    let closure = "`x` belongs to the enclosing function `f`";
    check("def f(x):\n    def g():\n        return x\n", &[(3, 16, closure)]);
    check(
        "def f():\n    def g():\n        return x + x\n    x = 1\n",
        &[(3, 16, closure)],
    );
    check(
        "def f():\n    def g():\n        def h():\n            x\n    for x in y: pass\n",
        &[(4, 13, closure)],
    );
    check(
        "def f():\n    def f2():\n        f2()\n",
        &[(3, 9, "`f2` belongs to the enclosing function `f`")],
    );
    check(
        "def f(x):\n    def g():\n        nonlocal x\n",
        &[(3, 9, "`nonlocal` is")],
    );
    check("def f(x):\n    def g(x, y=x):\n        return x\n", &[]);
    check(
        "def f(x):\n    def g():\n        global x\n        return x\n",
        &[],
    );
    check(
        "def f():\n    global x\n    x = 1\n    def g():\n        return x\n",
        &[],
    );
    check("x = 1\ndef f():\n    def g():\n        return x\n", &[]);
}

#[test]
fn all_are_told_in_order() {
    let source = "x = {}\ndef f(*a):\n    return lambda: 0\nclass B: pass\nreturn\n";
    let starts = [
        (1, 5, "a dictionary"),
        (2, 7, "a parameter `*args`"),
        (3, 12, "`lambda`"),
        (4, 1, "`class`"),
        (5, 1, "SyntaxError: 'return' outside function"),
    ];
    check(source, &starts);
    assert_eq!(diagnostics(&"x = {}\n".repeat(1000)).len(), 50);
}

#[test]
fn syntax_errors_on_several_lines_are_all_told() {
    let found = diagnostics("x = = 1\nprint 'a'\nif x\n    y = 1\nz = 'abc\n");
    let lines: Vec<_> = found.iter().map(|found| found.place.line).collect();
    assert_eq!(lines, [1, 2, 3, 5], "{found:#?}");
}

#[test]
fn places_count_characters() {
    let found = diagnostics("锁 = '🔒'; é = {}\r\n变量 = {}\n");
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
