//! `cargo xtask test`: every check and every test, one after the other, and one count at the end.

use crate::process::{self, Outcome};
use crate::tally::{self, Tally};
use crate::{engine, files, page, setup};
use std::process::Command;
use std::time::Instant;

/// A step has a name by which it can be asked for, and adds what it found to the count.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Tally,
}

const STEPS: [Step; 8] = [
    Step {
        name: "format",
        what: "rustfmt has nothing to change",
        run: format,
    },
    Step {
        name: "lint",
        what: "clippy has nothing to say",
        run: lint,
    },
    Step {
        name: "docs",
        what: "rustdoc has nothing to say",
        run: document,
    },
    Step {
        name: "native",
        what: "tests that need no browser",
        run: test_natively,
    },
    Step {
        name: "build",
        what: "dist/ is built, optimised",
        run: build,
    },
    Step {
        name: "wasm-lint",
        what: "clippy has nothing to say about wasm",
        run: lint_wasm,
    },
    Step {
        name: "wasm",
        what: "tests of single crates in a browser",
        run: test_wasm,
    },
    Step {
        name: "browser",
        what: "the page in real browsers",
        run: test_browser,
    },
];

/// Runs the named steps, or all; every step runs, whatever the others found. Fails if anything did.
pub fn run(names: &[&str]) -> Outcome<()> {
    if let Some(stranger) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let known = STEPS.map(|step| step.name).join(", ");
        return Err(format!("`test` has no step {stranger}; the steps are {known}."));
    }
    setup::for_building()?;
    setup::for_testing()?;
    let mut total = Tally::default();
    let mut failed = Vec::new();
    for step in STEPS
        .iter()
        .filter(|step| names.is_empty() || names.contains(&step.name))
    {
        println!("\n== {}: {}", step.name, step.what);
        let (tally, seconds) = timed(step.run);
        println!("== {}: {tally}, {seconds:.0} s", step.name);
        if tally.failed > 0 {
            failed.push(step.name);
        }
        total += tally;
    }
    println!();
    if !failed.is_empty() {
        println!("Failed: {}.", failed.join(", "));
    }
    println!("{total}");
    if failed.is_empty() {
        Ok(())
    } else {
        Err("not everything passed.".to_owned())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "says how long a step took; no simulation is near"
)]
fn timed(step: fn() -> Tally) -> (Tally, f64) {
    let start = Instant::now();
    (step(), start.elapsed().as_secs_f64())
}

/// The machine's own cargo, in the workspace.
fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root()).arg(subcommand);
    command
}

fn format() -> Tally {
    check(process::run(cargo("fmt").args(["--all", "--check"])))
}

/// The threads of live runs in every order (`crates/live/src/model.rs`).
const MODELLED: &[&str] = &["--package=live", "--features=loom"];

fn lint() -> Tally {
    let lint = |what: &[&str]| {
        let mut command = cargo("clippy");
        command.args(["--quiet", "--all-targets"]).args(what);
        check(process::run(command.args(["--", "--deny=warnings"])))
    };
    let mut total = lint(&["--workspace"]);
    total += lint(MODELLED);
    total
}

fn document() -> Tally {
    let arguments = ["--quiet", "--workspace", "--no-deps"];
    check(process::run(
        cargo("doc")
            .args(arguments)
            .env("RUSTDOCFLAGS", "--deny=warnings"),
    ))
}

fn test_natively() -> Tally {
    let workspace = ["--workspace", "--exclude=browser-tests", "--no-fail-fast"];
    let mut total = tally::count(cargo("test").args(workspace));
    total += tally::count(cargo("test").args(MODELLED).arg("--lib"));
    total
}

fn build() -> Tally {
    check(page::build())
}

fn lint_wasm() -> Tally {
    let lint = |flavour: &engine::Flavour, packages: &[&str]| {
        let mut command = engine::cargo(flavour)?;
        command.args(["clippy", "--quiet", "--release"]).args(packages);
        process::run(command.args(["--", "--deny=warnings"]))
    };
    let mut total = check(lint(&engine::SINGLE, &["--package=app", "--package=engine"]));
    total += check(lint(&engine::THREADS, &["--package=engine"]));
    total
}

/// Runs `tests/web.rs` of every crate that has one, with threads and without.
fn test_wasm() -> Tally {
    let mut total = Tally::default();
    for package in packages_with_web_tests() {
        for flavour in [engine::THREADS, engine::SINGLE] {
            println!("-- {package}, {}", flavour.name);
            total += test_wasm_package(&package, &flavour).unwrap_or_else(|sentence| check(Err(sentence)));
        }
    }
    total
}

fn test_wasm_package(package: &str, flavour: &engine::Flavour) -> Outcome<Tally> {
    let driver = process::find("chromedriver").ok_or("`chromedriver` is not on the PATH.")?;
    let mut command = engine::cargo(flavour)?;
    command.args(["test", "--profile=web-tests", "--test=web", "--package", package]);
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    command
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(tally::count(&mut command))
}

fn packages_with_web_tests() -> Vec<String> {
    let crates = std::fs::read_dir(files::root().join("crates"))
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let mut names: Vec<String> = crates
        .filter(|folder| folder.path().join("tests/web.rs").is_file())
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Plays the learner. The tests learn from their environment what to serve, with what, and where pictures go.
fn test_browser() -> Tally {
    let root = files::root();
    let artefacts = root.join("artefacts");
    // Pictures of an earlier run would pass for this one's.
    if let Err(sentence) = files::recreate(&artefacts) {
        return check(Err(sentence));
    }
    tally::count(
        cargo("test")
            .args(["--package=browser-tests", "--no-fail-fast"])
            .env("INTERLEAVE_DIST", root.join("dist"))
            .env("INTERLEAVE_XTASK", process::own())
            .env("INTERLEAVE_ARTEFACTS", artefacts),
    )
}

/// A check counts as one test. What went wrong is said at once.
fn check(outcome: Outcome<()>) -> Tally {
    match outcome {
        Ok(()) => Tally { passed: 1, failed: 0 },
        Err(sentence) => {
            println!("{sentence}");
            Tally { passed: 0, failed: 1 }
        }
    }
}
