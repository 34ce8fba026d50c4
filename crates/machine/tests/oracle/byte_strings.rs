//! `bytes`, and the codecs.

use machine::bytes::codec::{Encoding, decode, encode};
use machine::bytes::{bytearray_repr, bytes_repr, classify, from_hex, hex, reshape, search, split};
use machine::text::search::Bounds;
use machine::text::{Error, str_repr};

use crate::check_expressions;
use crate::random::Random;

const MAX_BYTES: usize = 1 << 20;

fn python_bool(value: bool) -> String {
    if value { "True" } else { "False" }.to_owned()
}

fn list(parts: &[&[u8]]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| bytes_repr(part)).collect();
    format!("[{}]", parts.join(", "))
}

fn triple((before, separator, after): (&[u8], &[u8], &[u8])) -> String {
    format!(
        "({}, {}, {})",
        bytes_repr(before),
        bytes_repr(separator),
        bytes_repr(after)
    )
}

fn result(ours: Result<Vec<u8>, Error>) -> String {
    ours.map_or_else(|error| error.to_string(), |bytes| bytes_repr(&bytes))
}

fn random_bytes(random: &mut Random, most: u64) -> Vec<u8> {
    let alphabet = b"aabBzZ01 \t\n\r\x0b\x0c\x1c\x85\xff-+'\"\\";
    (0..random.below(most + 1))
        .map(|_| random.pick(alphabet))
        .collect()
}

#[test]
fn methods_of_bytes_are_cpythons() {
    let mut random = Random(41);
    let mut cases = Vec::new();
    for _ in 0..3000 {
        let whole = random_bytes(&mut random, 12);
        let [other, third] = [(); 2].map(|()| random_bytes(&mut random, 2));
        let literal = format!("bytes({whole:?})");
        let [other_literal, third_literal] = [&other, &third].map(|bytes| format!("bytes({bytes:?})"));
        let mut ask = |call: &str, ours: String| cases.push((format!("{literal}.{call}"), ours));
        ask("__repr__()", str_repr(&bytes_repr(&whole)));
        ask("upper()", bytes_repr(&whole.to_ascii_uppercase()));
        ask("title()", bytes_repr(&reshape::title(&whole)));
        ask("swapcase()", bytes_repr(&reshape::swapcase(&whole)));
        ask("capitalize()", bytes_repr(&reshape::capitalize(&whole)));
        ask("isalpha()", python_bool(classify::is_alpha(&whole)));
        ask("isalnum()", python_bool(classify::is_alnum(&whole)));
        ask("isdigit()", python_bool(classify::is_digits(&whole)));
        ask("isspace()", python_bool(classify::is_spaces(&whole)));
        ask("islower()", python_bool(classify::is_lower(&whole)));
        ask("isupper()", python_bool(classify::is_upper(&whole)));
        ask("istitle()", python_bool(classify::is_title(&whole)));
        let mut bound = || (!random.chance(30)).then(|| random.below(24).cast_signed() - 12);
        let bounds = Bounds {
            start: bound(),
            end: bound(),
        };
        let [start, end] = [bounds.start, bounds.end]
            .map(|bound| bound.map_or("None".to_owned(), |bound| bound.to_string()));
        let arguments = format!("({other_literal}, {start}, {end})");
        let position = |found: Option<usize>| found.map_or("-1".to_owned(), |at| at.to_string());
        ask(
            &format!("find{arguments}"),
            position(search::find(&whole, &other, bounds)),
        );
        ask(
            &format!("rfind{arguments}"),
            position(search::rfind(&whole, &other, bounds)),
        );
        ask(
            &format!("count{arguments}"),
            search::count(&whole, &other, bounds).to_string(),
        );
        ask(
            &format!("startswith{arguments}"),
            python_bool(search::starts_with(&whole, &other, bounds)),
        );
        ask(
            &format!("endswith{arguments}"),
            python_bool(search::ends_with(&whole, &other, bounds)),
        );
        ask(
            &format!("__contains__({other_literal})"),
            python_bool(search::contains(&whole, &other)),
        );
        let most = random.below(5).cast_signed() - 1;
        let count = usize::try_from(most).ok();
        ask(
            &format!("split(None, {most})"),
            list(&split::split_spaces(&whole, count)),
        );
        ask(
            &format!("rsplit(None, {most})"),
            list(&split::rsplit_spaces(&whole, count)),
        );
        if !other.is_empty() {
            ask(
                &format!("split({other_literal}, {most})"),
                list(&split::split(&whole, &other, count)),
            );
            ask(
                &format!("rsplit({other_literal}, {most})"),
                list(&split::rsplit(&whole, &other, count)),
            );
            ask(
                &format!("partition({other_literal})"),
                triple(split::partition(&whole, &other)),
            );
            ask(
                &format!("rpartition({other_literal})"),
                triple(split::rpartition(&whole, &other)),
            );
        }
        ask("splitlines()", list(&split::split_lines(&whole, false)));
        ask("splitlines(True)", list(&split::split_lines(&whole, true)));
        ask("strip()", bytes_repr(split::strip(&whole, None)));
        ask(
            &format!("strip({other_literal})"),
            bytes_repr(split::strip(&whole, Some(&other))),
        );
        ask(
            &format!("lstrip({other_literal})"),
            bytes_repr(split::lstrip(&whole, Some(&other))),
        );
        ask(
            &format!("rstrip({other_literal})"),
            bytes_repr(split::rstrip(&whole, Some(&other))),
        );
        let width = random.below(22).cast_signed() - 3;
        ask(
            &format!("ljust({width}, b'*')"),
            result(reshape::ljust(&whole, width, b'*', MAX_BYTES)),
        );
        ask(
            &format!("rjust({width}, b'*')"),
            result(reshape::rjust(&whole, width, b'*', MAX_BYTES)),
        );
        ask(
            &format!("center({width}, b'*')"),
            result(reshape::center(&whole, width, b'*', MAX_BYTES)),
        );
        ask(
            &format!("zfill({width})"),
            result(reshape::zfill(&whole, width, MAX_BYTES)),
        );
        ask(
            &format!("expandtabs({width})"),
            result(reshape::expand_tabs(&whole, width, MAX_BYTES)),
        );
        ask(
            &format!("__mul__({width})"),
            result(reshape::repeat(&whole, width, MAX_BYTES)),
        );
        ask(
            &format!("replace({other_literal}, {third_literal}, {most})"),
            result(reshape::replace(&whole, &other, &third, count, MAX_BYTES)),
        );
        ask(
            &format!("join([{other_literal}, {third_literal}])"),
            result(reshape::join(&whole, &[&other, &third], MAX_BYTES)),
        );
        let table = reshape::make_translation(&other, &third);
        ask(
            &format!("translate(bytes.maketrans({other_literal}, {third_literal}), b'a')"),
            result(table.and_then(|table| reshape::translate(&whole, Some(&table), b"a"))),
        );
        ask(
            "translate(b'x')",
            result(reshape::translate(&whole, Some(b"x"), b"")),
        );
        let group = random.below(9).cast_signed() - 4;
        let separator = random.pick(&[":", "-", "é", "::", ""]);
        let ours = hex(&whole, Some(separator), group);
        let ours = ours.map_or_else(|error| error.to_string(), |text| str_repr(&text));
        ask(&format!("hex('{separator}', {group})"), ours);
        ask("hex()", str_repr(&hex(&whole, None, 1).expect("no separator")));
        cases.push((format!("bytearray({literal})"), bytearray_repr(&whole)));
        let text = random.string(&["0", "a", "F", "4", " ", "\t", "x", "é"], 6);
        cases.push((
            format!("bytes.fromhex({})", str_repr(&text)),
            result(from_hex(&text)),
        ));
    }
    check_expressions("bytes", &cases);
}

#[test]
fn texts_are_encoded_and_decoded_as_in_cpython() {
    let mut random = Random(42);
    let mut cases = Vec::new();
    let handlers = [
        "strict",
        "strict",
        "ignore",
        "replace",
        "backslashreplace",
        "xmlcharrefreplace",
        "?",
    ];
    let names = [
        "utf-8",
        "ascii",
        "latin-1",
        "UTF8",
        "us-ascii",
        "ISO-8859-1",
        "Latin_1",
    ];
    let alphabet = [
        0x00, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe4, 0xed, 0xef, 0xf0, 0xf3, 0xf4,
        0xf5, 0xff,
    ];
    for _ in 0..20_000 {
        let (name, handler) = (random.pick(&names), random.pick(&handlers));
        let encoding = Encoding::named(name).expect("a name of a codec");
        let text = random.string(&["a", "é", "ÿ", "中", "💡", "\u{80}"], 6);
        let ours = encode(&text, encoding, handler);
        let ours = ours.map_or_else(|error| error.to_string(), |bytes| bytes_repr(&bytes));
        cases.push((format!("{}.encode('{name}', '{handler}')", str_repr(&text)), ours));
        if handler != "xmlcharrefreplace" {
            let bytes: Vec<u8> = (0..random.below(6)).map(|_| random.pick(&alphabet)).collect();
            let ours = decode(&bytes, encoding, handler);
            let ours = ours.map_or_else(|error| error.to_string(), |text| str_repr(&text));
            cases.push((format!("bytes({bytes:?}).decode('{name}', '{handler}')"), ours));
        }
    }
    check_expressions("codecs", &cases);
    assert_eq!(Encoding::named("utf-32"), None);
}
