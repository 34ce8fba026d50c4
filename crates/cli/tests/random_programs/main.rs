//! Random programs print here what they print under CPython.
//!
//! ```text
//! cargo test -p cli --test random_programs                                             the short run of CI
//! RANDOM_PROGRAMS=1000000 cargo test --release -p cli --test random_programs           a long one
//! RANDOM_FIRST=123 RANDOM_PROGRAMS=1 cargo test -p cli --test random_programs          one program again
//! ```
//!
//! A program is determined by its seed. Compared are what it prints and the traceback of the error that ends it. CPython runs
//! many in one process, each in a module of its own; the programs are such that they leave nothing behind.

mod classes;
mod expressions;
mod flow;
mod functions;
mod generators;
mod grammar;
mod random;
mod wild;

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use schedule::Simulation;
use trace::{End, Limits, Model, Stream};

/// Programs of the short run.
const SHORT: u64 = 5_000;

/// Programs of one process of CPython.
const BATCH: u64 = 250;

/// So many that differ are shown, unless `RANDOM_SHOWN` says otherwise.
const SHOWN: usize = 10;

/// Reads programs, a line of hexadecimal digits each, and answers with lines of what they print.
const SCRIPT: &str = r#"
import io, os, signal, sys, types, warnings

def late(*_):
    raise BaseException("it takes too long")

signal.signal(signal.SIGALRM, late)
warnings.simplefilter("ignore")
os.chdir(sys.argv[1])

def printed(source):
    module = types.ModuleType("__main__")
    sys.modules["__main__"], sys.stdout, sys.stderr = module, io.StringIO(), io.StringIO()
    # What prints a traceback reads the lines from the file.
    with open("program.py", "w") as file:
        file.write(source)
    status = 0
    try:
        signal.alarm(20)
        exec(compile(source, "program.py", "exec"), module.__dict__)
    except SystemExit as stop:
        status = stop.code or 0
    except BaseException as raised:
        status = 1
        traceback = raised.__traceback__.tb_next
        sys.__excepthook__(type(raised), raised.with_traceback(traceback), traceback)
        del raised, traceback
    # What the module's variables lead to goes as at the end of a process.
    for private in (True, False):
        for name in list(module.__dict__):
            if name != "__builtins__" and (name.startswith("_") and not name.startswith("__")) == private:
                module.__dict__[name] = None
    signal.alarm(0)
    return f"{sys.stdout.getvalue()}{sys.stderr.getvalue()}exit {status}\n"

answers = [printed(bytes.fromhex(line).decode()) for line in sys.stdin]
sys.__stdout__.write("".join(f"{answer.encode('utf-8', 'backslashreplace').hex()}\n" for answer in answers))
"#;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// What CPython prints for each of the programs.
fn theirs(sources: &[String], first: u64) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("random_programs");
    let folder = folder.join(first.to_string());
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let path = folder.join("programs.txt");
    let hex = |text: &String| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let lines: Vec<String> = sources.iter().map(hex).collect();
    fs::write(&path, lines.join("\n")).expect("the folder can be written");
    let output = Command::new("python3")
        .args(["-c", SCRIPT])
        .arg(&folder)
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::from(File::open(&path).expect("it was just written")))
        .output()
        .expect("`python3` (CPython 3.11) is the oracle of this test and must be on PATH");
    fs::remove_dir_all(folder).expect("it is still there");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "python3 failed: {complaint}");
    let lines = String::from_utf8(output.stdout).expect("hexadecimal digits");
    let answers: Vec<String> = lines.lines().map(unhex).collect();
    assert_eq!(answers.len(), sources.len(), "an answer for each: {complaint}");
    answers
}

fn unhex(line: &str) -> String {
    let bytes =
        (0..line.len() / 2).map(|at| u8::from_str_radix(&line[2 * at..2 * at + 2], 16).expect("hexadecimal"));
    String::from_utf8(bytes.collect()).expect("UTF-8")
}

/// What a program prints here.
fn ours(source: &str) -> String {
    let program = match machine::load(source) {
        Ok(program) => Arc::new(program),
        Err(diagnostics) => return format!("refused: {diagnostics:?}"),
    };
    let model = Model {
        limits: Limits {
            instructions: 20_000_000,
            ..Limits::default()
        },
        ..Model::default()
    };
    let mut simulation = match Simulation::new(program, &model) {
        Ok(simulation) => simulation,
        Err(limit) => return format!("does not begin: {limit:?}"),
    };
    let ran = simulation.run();
    let mut printed = ran.trace.output(Stream::Out);
    printed.push_str(&ran.trace.output(Stream::Err));
    match ran.trace.end {
        End::Finished { status } => printed.push_str(&format!("exit {status}\n")),
        end => printed.push_str(&format!("{end:?}\n")),
    }
    printed
}

/// The text without what differs between any two processes: addresses of objects.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|digit: char| digit.is_ascii_hexdigit());
        let is_address = part.len() - rest.len() >= 8;
        result.push_str("0x");
        result.push_str(if is_address { rest } else { part });
    }
    result
}

/// The first line that differs, from both.
fn difference(ours: &str, theirs: &str) -> String {
    let mut both = ours.lines().zip(theirs.lines()).enumerate();
    let line = both
        .find(|(_, (ours, theirs))| ours != theirs)
        .map(|(line, _)| line);
    let line = line.unwrap_or_else(|| ours.lines().count().min(theirs.lines().count()));
    let of = |text: &str| text.lines().nth(line).unwrap_or("nothing more").to_owned();
    format!("here:    {}\nCPython: {}", of(ours), of(theirs))
}

#[test]
fn random_programs_print_what_they_print_under_cpython() {
    let first = number("RANDOM_FIRST").unwrap_or(0);
    let end = first + number("RANDOM_PROGRAMS").unwrap_or(SHORT);
    let next = AtomicU64::new(first);
    let differing = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(BATCH, Ordering::Relaxed);
                    if seed >= end {
                        break;
                    }
                    let sources: Vec<String> = (seed..end.min(seed + BATCH)).map(grammar::program).collect();
                    let theirs = theirs(&sources, seed);
                    for ((seed, source), theirs) in (seed..).zip(&sources).zip(theirs) {
                        let (ours, theirs) = (without_addresses(&ours(source)), without_addresses(&theirs));
                        if ours != theirs {
                            let difference = difference(&ours, &theirs);
                            let mut differing = differing.lock().expect("nobody failed");
                            differing.push((seed, difference, source.clone()));
                        }
                    }
                }
            });
        }
    });
    let mut differing = differing.into_inner().expect("nobody failed");
    let shown = number("RANDOM_SHOWN").map_or(SHOWN, |shown| shown as usize);
    differing.sort();
    if let Some((seed, difference, source)) = differing.first() {
        println!("seed {seed}:\n{source}\n{difference}\n");
    }
    for (seed, difference, _) in differing.iter().take(shown) {
        println!("seed {seed}:\n{difference}\n");
    }
    assert!(
        differing.is_empty(),
        "{} of {} programs differ; seed {} is above",
        differing.len(),
        end - first,
        differing[0].0
    );
}
