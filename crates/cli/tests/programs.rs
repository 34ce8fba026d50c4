//! Every program under `tests/programs` prints here what it printed under CPython 3.11, and ends with the same status.
//!
//! What CPython printed lies beside each program: `name.out`, the exit status last, and what went to standard error, if
//! anything, in `name.err`, without calls of Python's own library, which tracebacks leave out here. `WRITE_EXPECTED=1` runs
//! CPython again and writes them; `PYTHON` names the interpreter, since greenlet and gevent are not part of CPython. Programs that differ so far
//! are listed in `tests/programs/differ.txt`, and one that no longer differs must leave the list. Under CPython programs of the
//! web talk to `tests/web/server.py`, which is started then.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// What a program printed, without addresses of objects and places of files.
#[derive(Debug, PartialEq)]
struct Printed {
    /// To standard output, and its exit status.
    out: String,
    /// To standard error, without calls of the library.
    err: String,
}

/// Runs a program.
fn run(command: &mut Command, program: &Path) -> Printed {
    let (folder, name) = (program.parent(), program.file_name());
    let (folder, name) = folder.zip(name).expect("a file in a folder");
    let output = command.current_dir(folder).arg(name).output().expect("it starts");
    let cleaned = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).replace(&format!("{}/", folder.display()), "");
        without_addresses(&without_installation(&text))
    };
    // Of a program that a signal has ended, as a shell tells it.
    let status = output
        .status
        .code()
        .or_else(|| output.status.signal().map(|signal| 128 + signal))
        .expect("it has ended");
    let err = String::from_utf8_lossy(&output.stderr);
    Printed {
        out: format!("{}\nexit {status}\n", cleaned(&output.stdout)),
        err: without_times(&cleaned(without_library(&err).as_bytes())),
    }
}

/// The text without calls of Python's library in tracebacks: a line that names its file, and those below it.
fn without_library(text: &str) -> String {
    let mut kept = String::new();
    let mut is_hidden = false;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '|']);
        if inner.starts_with("File \"") {
            let places = [
                "/lib/python3.11/",
                "\"src/gevent/",
                "\"src/greenlet/",
                "\"<frozen ",
            ];
            is_hidden = places.iter().any(|place| inner.contains(place));
        } else if !line.starts_with("    ") && !line.starts_with("  |     ") {
            is_hidden = false;
        }
        if !is_hidden {
            kept.push_str(line);
        }
    }
    kept
}

/// The text without where Python is installed.
fn without_installation(text: &str) -> String {
    let mut parts = text.split("/lib/python3.11/").peekable();
    let mut result = String::new();
    while let Some(part) = parts.next() {
        let kept = match parts.peek() {
            Some(_) => part.rfind([' ', '\'', '"']).map_or(0, |place| place + 1),
            None => part.len(),
        };
        result.push_str(&part[..kept]);
    }
    result
}

/// The text without times of day, as gevent writes them: `2024-01-01T00:00:00Z`.
fn without_times(text: &str) -> String {
    let is_time = |part: &str| {
        let shape = part
            .chars()
            .map(|digit| if digit.is_ascii_digit() { '0' } else { digit });
        shape.eq("0000-00-00T00:00:00Z".chars())
    };
    let words = text.split_inclusive([' ', '\n']);
    words
        .map(|word| if is_time(word.trim_end()) { "TIME " } else { word })
        .collect()
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part
            .chars()
            .take_while(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
            .count();
        if digits < 6 {
            result.push_str("0x");
            result.push_str(part);
        } else {
            result.push_str("0xADDRESS");
            result.push_str(&part[digits..]);
        }
    }
    result
}

/// The site that programs talk to under CPython, while they do.
struct Site(Child);

impl Site {
    /// Starts it; returns once it serves.
    fn start(root: &Path) -> Self {
        let mut child = Command::new(python())
            .arg(root.join("../web/server.py"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let mut ready = String::new();
        let output = child.stdout.take().expect("its output is read");
        BufReader::new(output)
            .read_line(&mut ready)
            .expect("it says something");
        assert_eq!(ready.trim(), "ready", "the site serves");
        Self(child)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.0.kill().expect("it was still serving");
        self.0.wait().expect("it ends");
    }
}

/// CPython.
fn python() -> OsString {
    std::env::var_os("PYTHON").unwrap_or("python3".into())
}

/// Whether what CPython prints is to be recorded.
fn is_recording() -> bool {
    std::env::var_os("WRITE_EXPECTED").is_some()
}

fn programs(root: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder of programs");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let folders = entries(root).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| entries(&folder))
        .filter(|path| path.extension() == Some(OsStr::new("py")))
        .collect()
}

/// Runs CPython again, and writes down what it prints.
fn record(program: &Path) {
    let (out, err) = (program.with_extension("out"), program.with_extension("err"));
    let printed = run(
        Command::new("timeout")
            .arg("60")
            .arg(python())
            .env("PYTHONHASHSEED", "0"),
        program,
    );
    fs::write(&out, printed.out).expect("the folder can be written to");
    if !printed.err.is_empty() {
        fs::write(&err, printed.err).expect("the folder can be written to");
    } else if err.exists() {
        fs::remove_file(&err).expect("the folder can be written to");
    }
}

/// Whether a program prints here what CPython printed; of a program that chance decides only the status counts.
fn agrees(program: &Path, flags: &[&str]) -> bool {
    let (out, err) = (program.with_extension("out"), program.with_extension("err"));
    let expected = Printed {
        out: fs::read_to_string(&out).expect("what CPython printed was recorded"),
        err: fs::read_to_string(&err).unwrap_or_default(),
    };
    let printed = run(
        Command::new("timeout")
            .args(["20", env!("CARGO_BIN_EXE_interleave"), "run"])
            .args(flags),
        program,
    );
    let source = fs::read_to_string(program).expect("a text");
    if source.starts_with("# nondeterministic") {
        return printed.out.lines().last() == expected.out.lines().last();
    }
    printed == expected
}

/// The programs for which something does not hold, by name.
fn failing(root: &Path, at_once: usize, holds: impl Fn(&Path) -> bool + Sync) -> BTreeSet<String> {
    let waiting = Mutex::new(programs(root));
    let failing = Mutex::new(BTreeSet::new());
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().expect("nobody failed").pop();
                    let Some(program) = next else { break };
                    if !holds(&program) {
                        let name = program.strip_prefix(root).expect("it lies there");
                        let name = name.display().to_string();
                        failing.lock().expect("nobody failed").insert(name);
                    }
                }
            });
        }
    });
    failing.into_inner().expect("nobody failed")
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    root.canonicalize().expect("the programs are in the repository")
}

/// How often a program may be late that depends on real time.
const CHANCES: usize = 3;

/// Programs that depend on real time are not run beside all others.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}

#[test]
fn programs_print_what_they_print_under_cpython() {
    let _alone = alone();
    let root = root();
    let _site = is_recording().then(|| Site::start(&root));
    let differing = failing(&root, cores(), |program| {
        if is_recording() {
            record(program);
        }
        agrees(program, &[])
    });
    let listed = fs::read_to_string(root.join("differ.txt")).expect("a list");
    let listed: BTreeSet<String> = listed
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let new: Vec<_> = differing.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&differing).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "differ now: {new:#?}\nno longer differ: {gone:#?}"
    );
}

/// Real threads and real time. Most of these programs sleep most of the time; many count on it that 10 ms are enough for
/// something else to happen. Those that differ while others run beside them get more chances, alone.
#[test]
fn programs_print_the_same_live() {
    let _alone = alone();
    let root = root();
    let hasty = failing(&root, 2 * cores(), |program| agrees(program, &["--live"]));
    let differs = |name: &String| !(0..CHANCES).any(|_| agrees(&root.join(name), &["--live"]));
    let differing: Vec<_> = hasty.into_iter().filter(differs).collect();
    assert!(differing.is_empty(), "differ live: {differing:#?}");
}
