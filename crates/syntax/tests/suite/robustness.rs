//! Whatever is typed or pasted: an answer, soon, on a small stack, and never a panic.

use std::time::{Duration, Instant};

use crate::{RIGHT, WRONG, sources};

/// A Web Worker of ours has 256 KiB; frames of an unoptimised build are some ten times larger than those of a release.
const STACK: usize = (256 << 10) * if cfg!(debug_assertions) { 10 } else { 1 };

/// Runs on a stack as small as a worker's. It is the conversion and the drops that are tried here: natively the parser gets
/// itself more stack.
fn on_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(test);
    thread.expect("a thread").join().expect("no panic");
}

/// Parses and drops; the message of the first problem.
fn outcome(source: &str) -> String {
    match syntax::parse(source) {
        Ok(_) => "fine".to_owned(),
        Err(diagnostics) => diagnostics[0].message.en.clone(),
    }
}

#[track_caller]
fn check(source: String, expected: &'static str) {
    on_small_stack(move || {
        let found = outcome(&source);
        assert!(
            found.starts_with(expected),
            "{found}: {}",
            &source[..source.len().min(80)]
        );
    });
}

fn blocks(head: &str, levels: usize) -> String {
    let lines = (0..levels).map(|level| " ".repeat(level) + head + "\n");
    lines.collect::<String>() + &" ".repeat(levels) + "x\n"
}

#[test]
fn deep_nesting_is_told() {
    let (open, close) = ("(".repeat(2000), ")".repeat(2000));
    check(
        format!("{open}1{close}"),
        "SyntaxError: too many nested parentheses",
    );
    check(open, "SyntaxError: too many nested parentheses");
    check("[".repeat(500_000), "SyntaxError: too many nested parentheses");
    check("f'{".repeat(100_000), "SyntaxError: too many nested parentheses");
    for prefix in [
        "not ",
        "-",
        "~",
        "lambda: ",
        "await ",
        "1 if 1 else ",
        "1 ** ",
        "yield ",
        "x := ",
        "*",
    ] {
        check(prefix.repeat(50_000) + "1", "SyntaxError: too deeply nested");
    }
    for suffix in ["+1", ".a", "()", "[0]", " if a else b", " < 1", " and 1 or 1"] {
        check(
            "x".to_owned() + &suffix.repeat(50_000),
            "SyntaxError: too deeply nested",
        );
    }
    check(
        blocks("if x:", 1000),
        "IndentationError: too many levels of indentation",
    );
    check(
        blocks("class A:", 1000),
        "IndentationError: too many levels of indentation",
    );
    check(
        blocks("async def f(a=lambda: 0):", 1000),
        "IndentationError: too many levels of indentation",
    );
    for (open, close) in [
        ("[x for x in ", "]"),
        ("{x: ", "}"),
        ("(yield ", ")"),
        ("(x := ", ")"),
        ("{*", "}"),
        ("f(**", ")"),
    ] {
        let value = open.repeat(50_000) + "y" + &close.repeat(50_000);
        check(value, "SyntaxError: too ");
    }
    for (open, close) in [("[*_, ", "]"), ("A(x=", ")"), ("{1: ", "}"), ("(1 | ", ")")] {
        let pattern = open.repeat(50_000) + "1" + &close.repeat(50_000);
        check(
            format!("match x:\n    case {pattern}: pass\n"),
            "SyntaxError: too ",
        );
    }
    check(
        "if x: pass\n".to_owned() + &"elif x: pass\n".repeat(50_000),
        "SyntaxError: too many elif clauses",
    );
}

#[test]
fn nesting_up_to_the_limit_is_fine() {
    check(format!("{}1{}", "(".repeat(200), ")".repeat(200)), "fine");
    check(format!("{}1{}", "f(x, a[".repeat(100), "])".repeat(100)), "fine");
    check("-".repeat(200) + "1", "fine");
    check("x".to_owned() + &".a".repeat(200), "fine");
    check("x".to_owned() + &" + f(1)".repeat(99), "fine");
    check(blocks("while f(a, b)[0] + 1:", 99), "fine");
    check(blocks("def f(a=g(1)):", 99), "fine");
    check("if x: pass\n".to_owned() + &"elif x: pass\n".repeat(200), "fine");
    check(blocks("class A(B, k=f(1)):", 99), "fine");
    check(blocks("async def f(a=(lambda: 0)):", 99), "fine");
    check(blocks("with a as (b, *c):", 99), "fine");
    check(
        format!("{}y{}", "[x for x in ".repeat(66), "]".repeat(66)),
        "fine",
    );
    check(
        format!("{}y{}", "[".repeat(66), " for x in z]".repeat(66)),
        "fine",
    );
    check(
        format!("{}y{}", "{**{1: f(*".repeat(28), ")}}".repeat(28)),
        "fine",
    );
    check("lambda x=1: ".repeat(66) + "1", "fine");
    check(format!("{}1{}", "(x := ".repeat(100), ")".repeat(100)), "fine");
    let pattern = format!("{}1{}", "A([*_, {1: ".repeat(48), "}])".repeat(48));
    check(format!("match x:\n    case {pattern}: pass\n"), "fine");
    check(
        blocks("for x in y:", 98) + &" ".repeat(98) + &"-".repeat(90) + "1\n",
        "fine",
    );
}

#[test]
fn long_sources_are_quick() {
    let statements = [
        "x = f(a, b) + 1\n",
        "x = {1: 2}; ",
        "'abc' ",
        "f(x,\n",
        "if x:\n    y\n",
        "锁 = 1\r\n",
        "x\n\n# é\n",
        "a b, ",
        "0777\n",
        "'a\n",
        "x\\\n",
        "[x for x in y]; ",
        "1(2); ",
        "a.b := 1\n",
        "{a: *b}\n",
    ];
    for statement in statements {
        let source = statement.repeat(syntax::MAX_SOURCE_BYTES / statement.len());
        let start = now();
        on_small_stack(move || drop(outcome(&source)));
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{statement:?}: {:?}",
            start.elapsed()
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test measures how long a parse takes"
)]
fn now() -> Instant {
    Instant::now()
}

/// SplitMix64 (Steele, Lea, Flood 2014): a sequence that is the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let value = value ^ (value >> 31);
        usize::try_from(value % bound as u64).expect("less than a usize")
    }
}

/// Pieces that change what stands around them.
const PIECES: [&str; 60] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "'''",
    "\"\"\"",
    "f'",
    "f\"{",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "    ",
    "\u{c}",
    "#",
    ":",
    ",",
    ";",
    "=",
    ":=",
    "*",
    "**",
    "@",
    ".",
    "...",
    "lambda ",
    "if ",
    "else",
    "for ",
    "in ",
    "def ",
    "not ",
    "é",
    "锁",
    "$",
    "\0",
    "class A:",
    "try:",
    "except ",
    "finally:",
    "raise ",
    "yield ",
    "await ",
    "async ",
    "match x:\n case ",
    "case ",
    "as ",
    "nonlocal x\n",
    "global x\n",
    "from ",
    "with ",
    "return ",
    "_",
    "|",
    "b'",
    "del ",
];

/// Changes a source in a few places.
fn mutate(source: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = source.chars().collect();
    for _ in 0..=random.next(4) {
        let place = random.next(characters.len() + 1);
        let end = (place + 1 + random.next(8)).min(characters.len());
        match random.next(4) {
            0 => drop(characters.drain(place..end.max(place))),
            1 => {
                let copy: Vec<char> = characters[place..end.max(place)].to_vec();
                let to = random.next(characters.len() + 1);
                characters.splice(to..to, copy);
            }
            2 if place < characters.len() => {
                let other = random.next(characters.len());
                characters.swap(place, other);
            }
            _ => drop(characters.splice(place..place, PIECES[random.next(PIECES.len())].chars())),
        }
    }
    characters.into_iter().collect()
}

#[test]
fn mutations_get_an_answer() {
    on_small_stack(|| {
        let files = [RIGHT, WRONG];
        let sources: Vec<_> = files.iter().flat_map(|file| sources(file)).collect();
        let mut random = Random(2026);
        let mut fine = 0;
        for round in 0..10_000 {
            let (_, source) = &sources[random.next(sources.len())];
            let source = mutate(source, &mut random);
            let lines = source.split(['\n', '\r']).count();
            match syntax::parse(&source) {
                Ok(_) => fine += 1,
                Err(diagnostics) => {
                    assert!(!diagnostics.is_empty(), "{source:?}");
                    for diagnostic in diagnostics {
                        let place = diagnostic.place;
                        let is_inside =
                            place.line >= 1 && place.column >= 1 && place.end_line as usize <= lines;
                        let is_forward = (place.line, place.column) <= (place.end_line, place.end_column);
                        assert!(is_inside && is_forward, "{round}: {source:?} {diagnostic:?}");
                    }
                }
            }
        }
        assert!((500..9_500).contains(&fine), "{fine} of the mutations are Python");
    });
}
