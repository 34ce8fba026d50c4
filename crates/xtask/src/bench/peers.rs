//! Whom we are compared with. Nothing but the bench needs them, so set-up does not install them: the bench does, below
//! `target/`, in versions that are pinned.

use crate::files;
use crate::process::{self, Outcome};
use std::path::{Path, PathBuf};
use std::process::Command;

/// CPython in the browser, from npm.
pub const PYODIDE: &str = "314.0.7";
/// Explores schedules of CPython's threads by dynamic partial-order reduction; from PyPI.
pub const FRONTRUN: &str = "0.7.0";

/// Where the bench keeps what only the bench needs.
pub fn folder() -> PathBuf {
    files::root().join("target/bench")
}

fn script(name: &str) -> PathBuf {
    files::root().join("crates/xtask/src/bench/peers").join(name)
}

/// The loop and CPython's own ways to step and to clone.
pub fn cpython() -> Command {
    let mut command = Command::new("python3");
    command
        .arg(script("cpython.py"))
        .arg(files::root().join("crates/machine/examples/loop.py"));
    command
}

/// The programs of a folder on CPython.
pub fn cpython_programs(folder: &Path) -> Command {
    let mut command = Command::new("python3");
    command.arg(script("programs.py")).arg(folder);
    command
}

/// The tasks that sleep, on CPython, which really sleeps.
pub fn cpython_sleepers() -> Command {
    let mut command = Command::new("python3");
    command
        .arg(script("sleepers.py"))
        .arg(files::root().join("crates/schedule/examples/sleepers.py"));
    command
}

/// What live runs are compared with: real threads and processes of CPython.
pub fn cpython_realtime() -> Command {
    let mut command = Command::new("python3");
    command.arg(files::root().join("crates/live/examples/realtime.py"));
    command
}

/// An installed frontrun.
#[derive(Debug)]
pub struct Frontrun {
    programs: PathBuf,
}

impl Frontrun {
    /// The search of the counter.
    pub fn counter(&self) -> Command {
        let mut command = Command::new(self.programs.join("frontrun"));
        command
            .arg(self.programs.join("python"))
            .arg(script("frontrun_counter.py"));
        command
    }
}

/// frontrun, in an environment of its own.
pub fn frontrun() -> Outcome<Frontrun> {
    let environment = folder().join("frontrun");
    let programs = environment.join("bin");
    let python = programs.join("python");
    let version = "import importlib.metadata as m; print(m.version('frontrun'))";
    if process::read(Command::new(&python).args(["-c", version])).as_deref() == Some(FRONTRUN) {
        return Ok(Frontrun { programs });
    }
    println!("Installing frontrun {FRONTRUN} with pip below target/bench, for this comparison alone.");
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary=:all:",
        &format!("frontrun=={FRONTRUN}"),
    ];
    process::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))
        .and_then(|()| process::run(Command::new(&python).args(install)))
        .map_err(|error| {
            format!("search is compared with nobody: frontrun {FRONTRUN} cannot be had from PyPI. {error}")
        })?;
    Ok(Frontrun { programs })
}

/// The folder of Pyodide's files.
pub fn pyodide() -> Outcome<PathBuf> {
    let prefix = folder().join("pyodide");
    let package = prefix.join("node_modules/pyodide");
    if has_version(&package, PYODIDE) {
        return Ok(package);
    }
    println!("Fetching Pyodide {PYODIDE} with npm below target/bench, for this comparison alone.");
    files::create(&prefix)?;
    let install = [
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--prefix",
        ".",
        &format!("pyodide@{PYODIDE}"),
    ];
    process::run(Command::new("npm").args(install).current_dir(&prefix)).map_err(|error| {
        format!("the page is compared with nobody: Pyodide {PYODIDE} cannot be had from npm. {error}")
    })?;
    Ok(package)
}

fn has_version(package: &Path, version: &str) -> bool {
    files::read_text(&package.join("package.json"))
        .is_ok_and(|manifest| manifest.contains(&format!("\"version\": \"{version}\"")))
}
