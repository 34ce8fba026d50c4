//! Every program under `tests/programs` prints here what it printed under CPython 3.11, and ends with the same status.
//!
//! What CPython printed lies beside each program (`name.out`, the exit status last). `WRITE_EXPECTED=1` runs CPython again and
//! writes it; `PYTHON` names the interpreter, since greenlet and gevent are not part of CPython. Programs that differ so far
//! are listed in `tests/programs/differ.txt`, and one that no longer differs must leave the list. Under CPython programs of the
//! web talk to `tests/web/server.py`, which is started then.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;

/// Runs a program; what it printed, without addresses of objects and places of files, and its exit status.
fn run(command: &mut Command, program: &Path) -> String {
    let (folder, name) = (program.parent(), program.file_name());
    let (folder, name) = folder.zip(name).expect("a file in a folder");
    let output = command.current_dir(folder).arg(name).output().expect("it starts");
    let text = String::from_utf8_lossy(&output.stdout);
    // Of a program that a signal has ended, as a shell tells it.
    let status = output
        .status
        .code()
        .or_else(|| output.status.signal().map(|signal| 128 + signal))
        .expect("it has ended");
    let text = text.replace(&format!("{}/", folder.display()), "");
    format!(
        "{}\nexit {status}\n",
        without_addresses(&without_installation(&text))
    )
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

/// Whether a program prints here what CPython printed; of a program that chance decides only the status counts.
fn agrees(program: &Path) -> bool {
    let expected = program.with_extension("out");
    if is_recording() {
        let printed = run(
            Command::new("timeout")
                .arg("60")
                .arg(python())
                .env("PYTHONHASHSEED", "0"),
            program,
        );
        fs::write(&expected, printed).expect("the folder can be written to");
    }
    let expected = fs::read_to_string(&expected).expect("what CPython printed was recorded");
    let printed = run(
        Command::new("timeout").args(["20", env!("CARGO_BIN_EXE_interleave"), "run"]),
        program,
    );
    let source = fs::read_to_string(program).expect("a text");
    if source.starts_with("# nondeterministic") {
        return printed.lines().last() == expected.lines().last();
    }
    printed == expected
}

#[test]
fn programs_print_what_they_print_under_cpython() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let root = root.canonicalize().expect("the programs are in the repository");
    let _site = is_recording().then(|| Site::start(&root));
    let waiting = Mutex::new(programs(&root));
    let differing = Mutex::new(BTreeSet::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().expect("nobody failed").pop();
                    let Some(program) = next else { break };
                    if !agrees(&program) {
                        let name = program
                            .strip_prefix(&root)
                            .expect("it lies there")
                            .display()
                            .to_string();
                        differing.lock().expect("nobody failed").insert(name);
                    }
                }
            });
        }
    });
    let listed = fs::read_to_string(root.join("differ.txt")).expect("a list");
    let listed: BTreeSet<String> = listed
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let differing = differing.into_inner().expect("nobody failed");
    let new: Vec<_> = differing.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&differing).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "differ now: {new:#?}\nno longer differ: {gone:#?}"
    );
}
