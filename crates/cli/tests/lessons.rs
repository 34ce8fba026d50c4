//! Every lesson's programs end under CPython as they end here: with the same status, or never.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

/// What never ends is given so long, in seconds; lessons last five at most.
const PATIENCE: &str = "8";

/// How a program ends.
#[derive(Debug, PartialEq)]
enum Ending {
    /// With this status.
    Status(i32),
    /// Never.
    Never,
    /// It needs a package that is not installed here.
    Unknown,
}

fn programs() -> VecDeque<PathBuf> {
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons");
    let mut programs = Vec::new();
    for lesson in fs::read_dir(lessons).expect("there are lessons") {
        let lesson = lesson.expect("readable").path();
        if lesson.is_dir() {
            let files = fs::read_dir(lesson).expect("readable");
            programs.extend(files.map(|file| file.expect("readable").path()));
        }
    }
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    programs.sort();
    programs.into()
}

fn under_cpython(program: &Path) -> Ending {
    let output = Command::new("timeout")
        .args(["--kill-after=1", PATIENCE, "python3", "-B"])
        .arg(program)
        .stdin(Stdio::null())
        .output()
        .expect("timeout and python3 are on the path");
    let errors = String::from_utf8_lossy(&output.stderr);
    if errors.contains("No module named 'greenlet'") || errors.contains("No module named 'gevent'") {
        return Ending::Unknown;
    }
    match output.status.code() {
        Some(124 | 137) | None => Ending::Never,
        Some(status) => Ending::Status(status),
    }
}

fn here(program: &Path) -> Ending {
    let output = Command::new(env!("CARGO_BIN_EXE_interleave"))
        .args(["run", "--max-instructions", "200000000"])
        .arg(program)
        .output()
        .expect("it starts");
    match output.status.code() {
        // A deadlock, or the limit.
        Some(3 | 4) | None => Ending::Never,
        Some(status) => Ending::Status(status),
    }
}

#[test]
fn programs_end_as_under_cpython() {
    let waiting = Mutex::new(programs());
    let differing = Mutex::new(Vec::new());
    // Most of them sleep most of the time.
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while let Some(program) = { waiting.lock().expect("nobody panics").pop_front() } {
                    let (cpython, here) = (under_cpython(&program), here(&program));
                    if cpython != here && cpython != Ending::Unknown {
                        let mut differing = differing.lock().expect("nobody panics");
                        differing.push(format!(
                            "{}: {cpython:?} under CPython, {here:?} here",
                            program.display()
                        ));
                    }
                }
            });
        }
    });
    let differing = differing.into_inner().expect("nobody panicked");
    assert!(differing.is_empty(), "{differing:#?}");
}
