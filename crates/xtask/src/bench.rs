//! `cargo xtask bench`: what a visitor downloads, and how fast everything is beside a peer in the same run.
//!
//! It prints and judges nothing: machines differ and are busy, so no test depends on these figures. What is compared is
//! measured in turns (ours, the peer, ours, …), and ratios are those of medians.

mod download;
mod in_page;
mod live;
mod native;
mod peers;
mod programs;
mod samples;
mod search;

use crate::process::{self, Outcome};
use crate::{files, page};
use std::path::PathBuf;
use std::process::Command;

/// Measures and prints.
type Measure = fn() -> Outcome<()>;

/// What can be measured, by name.
const PARTS: [(&str, Measure); 6] = [
    ("download", || download::print(&dist())),
    ("native", native::print),
    ("programs", programs::print),
    ("search", search::print),
    ("live", live::print),
    ("page", || in_page::print(&dist())),
];

/// Builds, measures and prints the parts of those names, or all. What cannot be had is said at the end; all other figures are
/// there by then.
pub fn run(names: &[&str]) -> Outcome<()> {
    let known = PARTS.map(|(name, _)| name);
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!(
            "there is no `{name}` to measure, but {}.",
            known.join(", ")
        ));
    }
    page::build()?;
    println!("\n{}", surroundings());
    let wanted = PARTS
        .iter()
        .filter(|(name, _)| names.is_empty() || names.contains(name));
    let missing: Vec<String> = wanted.filter_map(|(_, print)| print().err()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(missing.join("\n       "))
}

fn dist() -> PathBuf {
    files::root().join("dist")
}

/// The machine and how busy it is: the more so, the less the figures say.
fn surroundings() -> String {
    let cores =
        std::thread::available_parallelism().map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown").to_owned();
    let python = process::read(Command::new("python3").arg("--version")).unwrap_or_default();
    format!(
        "Machine: {} {}, {cores} cores, load {load}; python3 is {python}.",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

/// The machine's own cargo, building an example as everything that is measured is built.
fn example(package: &str, name: &str) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root()).args([
        "run",
        "--quiet",
        "--release",
        "--package",
        package,
        "--example",
        name,
        "--",
    ]);
    command
}
