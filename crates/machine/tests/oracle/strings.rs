//! The methods of `str`, and the properties of every code point that they rest on.

use machine::text::search::{self, Bounds};
use machine::text::{case, classify, pad, replace, split, str_repr};

use crate::random::Random;
use crate::{check_expressions, python};

const MAX_BYTES: usize = 1 << 20;

fn python_bool(value: bool) -> String {
    if value { "True" } else { "False" }.to_owned()
}

fn list(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| str_repr(part)).collect();
    format!("[{}]", parts.join(", "))
}

fn triple((before, separator, after): (&str, &str, &str)) -> String {
    list(&[before, separator, after])
        .replace('[', "(")
        .replace(']', ")")
}

#[test]
fn every_code_point_has_cpythons_properties() {
    const SCRIPT: &str = r#"
for code in range(0x110000):
    # The planes that hold assigned characters, and specimens of those that are empty or private.
    if 0xd800 <= code < 0xe000 or not (code < 0x40000 or code >> 16 == 14 or code % 0x1001 == 0): continue
    c = chr(code)
    facts = [c.isalpha(), c.isalnum(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(),
        c.isidentifier(), ("a" + c).isidentifier(), c.islower(), c.isupper(), c.istitle()]
    texts = [c.lower(), c.upper(), c.title(), c.casefold(), c.swapcase(), ("a" + c).title()[1:]]
    print(code, "".join("01"[fact] for fact in facts), *("=" if text == c else text.encode().hex() for text in texts))
"#;
    let expected = python("code_points", SCRIPT, "");
    let mut wrong = Vec::new();
    for expected in expected.lines() {
        let code = expected
            .split(' ')
            .next()
            .and_then(|code| code.parse().ok())
            .and_then(char::from_u32);
        let character = code.expect("a code point");
        let c = &character.to_string();
        let a = &format!("a{c}");
        let facts = [
            classify::is_alpha(c),
            classify::is_alnum(c),
            classify::is_decimal(c),
            classify::is_digits(c),
            classify::is_numerals(c),
            classify::is_spaces(c),
            classify::is_all_printable(c),
            classify::is_identifier(c),
            classify::is_identifier(a),
            classify::is_lower(c),
            classify::is_upper(c),
            classify::is_title(c),
        ];
        let texts = [
            case::lower(c),
            case::upper(c),
            case::title(c),
            case::casefold(c),
            case::swapcase(c),
            case::title(a).split_off(1),
        ];
        let facts: String = facts.iter().map(|fact| if *fact { '1' } else { '0' }).collect();
        let shown = |text: &String| match text {
            _ if text == c => "=".to_owned(),
            _ => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
        };
        let texts: Vec<String> = texts.iter().map(shown).collect();
        let ours = format!("{} {facts} {}", u32::from(character), texts.join(" "));
        if ours != expected {
            wrong.push(format!(
                "U+{:04X}\n   ours: {ours}\n   CPython: {expected}",
                u32::from(character)
            ));
        }
    }
    assert_eq!(wrong, [""; 0], "code points that differ");
    assert!(
        expected.lines().count() > 0x50000 - 0x800,
        "five planes without surrogates, and more"
    );
}

/// The rule looks past characters that case ignores, and Rust knows those of a later Unicode.
#[test]
fn a_sigma_at_the_end_of_a_word_is_cpythons_but_for_characters_it_does_not_know() {
    const SCRIPT: &str = r#"
import unicodedata
for code in range(0x20000):
    if 0xd800 <= code < 0xe000: continue
    c = chr(code)
    known = unicodedata.category(c) != "Cn"
    print(int(known), *((text.lower()[place] == "ς") + 0 for text, place in
        [("aΣ" + c, 1), (c + "Σ", -1), ("a" + c + "Σ", -1), ("aΣ" + c + "a", 1)]))
"#;
    let expected = python("sigmas", SCRIPT, "");
    let (mut known, mut unknown) = (Vec::new(), 0);
    for (c, expected) in ('\0'..=char::MAX).zip(expected.lines()) {
        let last = |text: String| u8::from(case::lower(&text).ends_with('ς'));
        let second = |text: String| u8::from(case::lower(&text).chars().nth(1) == Some('ς'));
        let ours = [
            second(format!("aΣ{c}")),
            last(format!("{c}Σ")),
            last(format!("a{c}Σ")),
            second(format!("aΣ{c}a")),
        ];
        let (is_known, expected) = expected.split_once(' ').expect("two fields");
        if ours.map(|is| is.to_string()).join(" ") != expected {
            match is_known {
                "1" => known.push(u32::from(c)),
                _ => unknown += 1,
            }
        }
    }
    assert_eq!(
        (known.as_slice(), unknown),
        (&[0x295, 0x1171e][..], 305),
        "divergences"
    );
}

#[test]
fn case_and_classes_of_texts_are_cpythons() {
    let mut random = Random(21);
    let parts = [
        "a", "B", "ß", "Σ", "σ", "ς", "ǆ", "ǅ", "İ", "ı", "ﬁ", " ", "'", ".", "1", "²", "½", "一", "٣", "é",
        "\u{301}", "ა", "Ა", "Ꭰ", "ꭰ", "ŉ", "ᾳ", "ᾼ", "ͅ", "_", "\n", "\u{2028}", "ª",
    ];
    let mut cases = Vec::new();
    for _ in 0..6000 {
        let text = random.string(&parts, 7);
        let mut ask =
            |method: &str, ours: String| cases.push((format!("{}.{method}()", str_repr(&text)), ours));
        ask("lower", str_repr(&case::lower(&text)));
        ask("upper", str_repr(&case::upper(&text)));
        ask("title", str_repr(&case::title(&text)));
        ask("capitalize", str_repr(&case::capitalize(&text)));
        ask("swapcase", str_repr(&case::swapcase(&text)));
        ask("casefold", str_repr(&case::casefold(&text)));
        ask("isalpha", python_bool(classify::is_alpha(&text)));
        ask("isalnum", python_bool(classify::is_alnum(&text)));
        ask("isdecimal", python_bool(classify::is_decimal(&text)));
        ask("isdigit", python_bool(classify::is_digits(&text)));
        ask("isnumeric", python_bool(classify::is_numerals(&text)));
        ask("isspace", python_bool(classify::is_spaces(&text)));
        ask("isprintable", python_bool(classify::is_all_printable(&text)));
        ask("isidentifier", python_bool(classify::is_identifier(&text)));
        ask("islower", python_bool(classify::is_lower(&text)));
        ask("isupper", python_bool(classify::is_upper(&text)));
        ask("istitle", python_bool(classify::is_title(&text)));
        ask("isascii", python_bool(text.is_ascii()));
    }
    check_expressions("case", &cases);
}

#[test]
fn texts_are_searched_as_cpython_searches() {
    let mut random = Random(22);
    let mut cases = Vec::new();
    for round in 0..8000 {
        let parts: &[&str] = if round % 2 == 0 {
            &["a", "b", "ab"]
        } else {
            &["a", "é", "中", "💡"]
        };
        let (text, needle) = (random.string(parts, 9), random.string(parts, 2));
        let mut bound = || match random.below(8) {
            0..2 => None,
            2 => Some(i64::MAX - random.below(2).cast_signed()),
            3 => Some(i64::MIN + random.below(2).cast_signed()),
            _ => Some(random.below(24).cast_signed() - 12),
        };
        let bounds = Bounds {
            start: bound(),
            end: bound(),
        };
        let shown = |bound: Option<i64>| bound.map_or("None".to_owned(), |bound| bound.to_string());
        let arguments = format!(
            "{}, {}, {}",
            str_repr(&needle),
            shown(bounds.start),
            shown(bounds.end)
        );
        let mut ask = |method: &str, ours: String| {
            cases.push((format!("{}.{method}({arguments})", str_repr(&text)), ours));
        };
        let position = |found: Option<usize>| found.map_or("-1".to_owned(), |at| at.to_string());
        ask("find", position(search::find(&text, &needle, bounds)));
        ask("rfind", position(search::rfind(&text, &needle, bounds)));
        ask("count", search::count(&text, &needle, bounds).to_string());
        ask(
            "startswith",
            python_bool(search::starts_with(&text, &needle, bounds)),
        );
        ask("endswith", python_bool(search::ends_with(&text, &needle, bounds)));
        let range = bounds.of(search::length(&text));
        let slice = format!(
            "{}[{}:{}]",
            str_repr(&text),
            shown(bounds.start),
            shown(bounds.end)
        );
        cases.push((slice, str_repr(&text[search::byte_range(&text, range)])));
        let contains = format!("{} in {}", str_repr(&needle), str_repr(&text));
        cases.push((contains, python_bool(search::contains(&text, &needle))));
    }
    check_expressions("search", &cases);
}

#[test]
fn texts_come_apart_as_in_cpython() {
    let mut random = Random(23);
    let parts = [
        "a", "b", "ab", " ", " ", "\t", "\n", "\r", "\r\n", "\x1c", "\u{85}", "\u{a0}", "\u{2028}", "é", "-",
        "--",
    ];
    let mut cases = Vec::new();
    for _ in 0..6000 {
        let text = random.string(&parts, 12);
        let separator = random.pick(&["a", "-", "--", "é", "ab", "b-", "\u{a0}"]);
        let most = random.below(5).cast_signed() - 1;
        let count = usize::try_from(most).ok();
        let mut ask = |call: String, ours: String| cases.push((format!("{}.{call}", str_repr(&text)), ours));
        let shown = str_repr(separator);
        ask(
            format!("split(None, {most})"),
            list(&split::split_spaces(&text, count)),
        );
        ask(
            format!("rsplit(None, {most})"),
            list(&split::rsplit_spaces(&text, count)),
        );
        ask(
            format!("split({shown}, {most})"),
            list(&split::split(&text, separator, count)),
        );
        ask(
            format!("rsplit({shown}, {most})"),
            list(&split::rsplit(&text, separator, count)),
        );
        ask("splitlines()".to_owned(), list(&split::split_lines(&text, false)));
        ask(
            "splitlines(True)".to_owned(),
            list(&split::split_lines(&text, true)),
        );
        ask(
            format!("partition({shown})"),
            triple(split::partition(&text, separator)),
        );
        ask(
            format!("rpartition({shown})"),
            triple(split::rpartition(&text, separator)),
        );
        ask(
            format!("removeprefix({shown})"),
            str_repr(split::remove_prefix(&text, separator)),
        );
        ask(
            format!("removesuffix({shown})"),
            str_repr(split::remove_suffix(&text, separator)),
        );
        ask("strip()".to_owned(), str_repr(split::strip(&text, None)));
        ask("lstrip()".to_owned(), str_repr(split::lstrip(&text, None)));
        ask("rstrip()".to_owned(), str_repr(split::rstrip(&text, None)));
        let set = random.string(&["a", "b", "é", "-", "\n"], 3);
        let shown = str_repr(&set);
        ask(
            format!("strip({shown})"),
            str_repr(split::strip(&text, Some(&set))),
        );
        ask(
            format!("lstrip({shown})"),
            str_repr(split::lstrip(&text, Some(&set))),
        );
        ask(
            format!("rstrip({shown})"),
            str_repr(split::rstrip(&text, Some(&set))),
        );
    }
    check_expressions("split", &cases);
}

#[test]
fn texts_are_put_together_as_in_cpython() {
    let mut random = Random(24);
    let parts = ["a", "b", "é", "中", "\t", "\n", "\r", "+", "-", "1", "aa"];
    let mut cases = Vec::new();
    for _ in 0..6000 {
        let text = random.string(&parts, 8);
        let width = random.below(22).cast_signed() - 3;
        let fill = random.pick(&['*', ' ', 'é', '💡']);
        let mut ask = |call: String, ours: Result<String, machine::text::Error>| {
            let ours = ours.map_or_else(|error| error.to_string(), |text| str_repr(&text));
            cases.push((format!("{}.{call}", str_repr(&text)), ours));
        };
        ask(
            format!("ljust({width}, '{fill}')"),
            pad::ljust(&text, width, fill, MAX_BYTES),
        );
        ask(
            format!("rjust({width}, '{fill}')"),
            pad::rjust(&text, width, fill, MAX_BYTES),
        );
        ask(
            format!("center({width}, '{fill}')"),
            pad::center(&text, width, fill, MAX_BYTES),
        );
        ask(format!("zfill({width})"), pad::zfill(&text, width, MAX_BYTES));
        ask(
            format!("expandtabs({width})"),
            pad::expand_tabs(&text, width, MAX_BYTES),
        );
        ask(
            format!("__mul__({width})"),
            replace::repeat(&text, width, MAX_BYTES),
        );
        let (old, new) = (random.string(&parts, 2), random.string(&parts, 3));
        let most = random.below(5).cast_signed() - 1;
        ask(
            format!("replace({}, {}, {most})", str_repr(&old), str_repr(&new)),
            replace::replace(&text, &old, &new, usize::try_from(most).ok(), MAX_BYTES),
        );
        let pieces: Vec<&str> = (0..random.below(4)).map(|_| random.pick(&parts)).collect();
        ask(
            format!("join({})", list(&pieces)),
            replace::join(&text, &pieces, MAX_BYTES),
        );
        let (from, to, dropped) = (
            random.string(&parts, 3),
            random.string(&parts, 3),
            random.string(&parts, 2),
        );
        let arguments = [&from, &to, &dropped].map(|text| str_repr(text)).join(", ");
        let table = replace::make_translation(&from, &to, &dropped);
        let translated = table.and_then(|table| {
            let buffer: Vec<(char, Option<String>)> = table
                .into_iter()
                .map(|(from, to)| (from, to.map(String::from)))
                .collect();
            let look_up = |character| match buffer.iter().rev().find(|(from, _)| *from == character) {
                None => replace::Translated::Same,
                Some((_, None)) => replace::Translated::Nothing,
                Some((_, Some(to))) => replace::Translated::Text(to),
            };
            replace::translate(&text, look_up, MAX_BYTES)
        });
        ask(format!("translate(str.maketrans({arguments}))"), translated);
    }
    check_expressions("join", &cases);
}

#[test]
fn what_would_be_too_long_is_refused_before_it_is_made() {
    use machine::text::Error::TooLarge;
    assert_eq!(pad::ljust("a", i64::MAX, '💡', 1000), Err(TooLarge));
    assert_eq!(pad::center("é", 1000, '*', 1000), Err(TooLarge), "1001 bytes");
    assert_eq!(pad::zfill("-1", 1001, 1000), Err(TooLarge));
    assert_eq!(pad::expand_tabs("\t\t", i64::MAX, 1000), Err(TooLarge));
    assert_eq!(
        replace::replace(&"a".repeat(40), "a", &"b".repeat(40), None, 1000),
        Err(TooLarge)
    );
    assert_eq!(replace::repeat("ab", i64::MAX, 1000), Err(TooLarge));
    assert_eq!(
        replace::join(&"-".repeat(999), &["", "", ""], 1000),
        Err(TooLarge)
    );
    assert_eq!(pad::rjust("é", 999, '*', 1000).map(|text| text.len()), Ok(1000));
}
