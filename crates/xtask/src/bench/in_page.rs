//! The built page in Chromium: how soon it can be used, how soon a run prints, and how fast its engine is beside Pyodide.

use super::programs::PROGRAMS;
use super::samples::{self, Readings};
use super::{live, peers};
use crate::process::{self, Outcome};
use crate::{files, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

const ROUNDS: usize = 5;

/// From navigation to a page that can be used, served on this machine, in milliseconds.
const AIM_INTERACTIVE: f64 = 1000.0;
/// From the click on Run to the first text in the console of a loaded page.
const AIM_OUTPUT: f64 = 100.0;

/// Measures and prints; without Pyodide, our own figures alone.
pub fn print(dist: &Path) -> Outcome<()> {
    setup::for_testing().map_err(|sentence| format!("nothing is measured in the page: {sentence}"))?;
    let pyodide = peers::pyodide();
    let site = lay_out(dist, pyodide.as_deref().ok())?;
    let (mut readings, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        readings
            .take(&mut measure(&site))
            .map_err(|sentence| format!("the page is not measured to the end: {sentence}"))?;
        cpython.take(&mut peers::cpython())?;
        cpython.take(&mut peers::cpython_realtime())?;
    }
    print_loop(&readings, &cpython);
    if pyodide.is_ok() {
        print_programs(&readings);
    }
    print_page(&readings);
    live::print_figures("in Chromium", &readings, &cpython);
    pyodide.map(drop)
}

fn print_loop(readings: &Readings, cpython: &Readings) {
    samples::head(
        &format!(
            "5 million iterations of `while i < n: i += 1` in a function, in Chromium {}",
            readings.of("chromium").median()
        ),
        "ms",
    );
    let (model, live) = (readings.of("loop-model"), readings.of("loop-live"));
    let (pyodide, native) = (readings.of("loop-pyodide"), cpython.of("loop"));
    model.print("engine, Model");
    live.print("engine, Live");
    if readings.has("loop-pyodide") {
        pyodide.print(&format!("Pyodide {}", peers::PYODIDE));
    }
    native.print("python3, natively");
    for (name, ours) in [("Model", &model), ("Live", &live)] {
        for (peer_is, peer) in [("Pyodide", &pyodide), ("python3, natively", &native)] {
            samples::ratio(
                &format!("{name} / {peer_is}"),
                ours.median() / peer.median(),
                "below 1",
            );
        }
    }
}

fn print_programs(readings: &Readings) {
    samples::head("Ten ordinary programs on the model, in Chromium", "ms");
    let mut product = 1.0;
    for name in PROGRAMS {
        let (ours, peer) = (
            readings.of(&format!("program-{name}-model")),
            readings.of(&format!("program-{name}-pyodide")),
        );
        ours.print(&format!("{name}, engine"));
        peer.print(&format!("{name}, Pyodide"));
        let ratio = ours.median() / peer.median();
        samples::ratio(&format!("{name}, engine / Pyodide"), ratio, "below 0.67");
        product *= ratio;
    }
    let mean = product.powf(1.0 / PROGRAMS.len() as f64);
    samples::ratio(
        "geometric mean of the ten, engine / Pyodide",
        mean,
        "below 0.67: 1.5 times as fast",
    );
}

fn print_page(readings: &Readings) {
    let against = |name: &str, what: &str, aim: f64| {
        samples::ratio(
            &format!("{what} / aim of {aim} ms"),
            readings.of(name).median() / aim,
            "below 1",
        );
    };
    samples::head("From navigation, served on this machine", "ms");
    for (name, what) in [
        ("first-run", "first visit: Run can be pressed"),
        ("first-editor", "first visit: the editor is there"),
        ("first-engine", "first visit: the engine is ready"),
        ("first-interactive", "first visit: all of these"),
        ("again-interactive", "another visit: all of these"),
    ] {
        readings.of(name).print(what);
    }
    if readings.has("pyodide-load") {
        readings.of("pyodide-load").print("Pyodide: loaded");
        samples::ratio(
            "first visit / Pyodide",
            readings.of("first-interactive").median() / readings.of("pyodide-load").median(),
            "below 1",
        );
    }
    against("first-interactive", "first visit", AIM_INTERACTIVE);
    against("again-interactive", "another visit", AIM_INTERACTIVE);

    samples::head(
        "From the click on Run to the first text in the console, printed by a started thread",
        "ms",
    );
    let outputs = [
        ("output-model-first", "Model, first run"),
        ("output-model", "Model, later runs"),
        ("output-live-first", "Live, first run"),
        ("output-live", "Live, later runs"),
    ];
    for (name, what) in outputs {
        readings.of(name).print(what);
    }
    for (name, what) in outputs {
        against(name, what, AIM_OUTPUT);
    }
}

/// A site with an empty page, the built page in a sub-folder and Pyodide in another: one origin, so that one document
/// can have both engines.
fn lay_out(dist: &Path, pyodide: Option<&Path>) -> Outcome<PathBuf> {
    let site = peers::folder().join("site");
    files::recreate(&site)?;
    files::write(
        &site.join("index.html"),
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>Bench</title>",
    )?;
    files::copy_all(dist, &site.join("page"))?;
    if let Some(pyodide) = pyodide {
        files::copy_all(pyodide, &site.join("pyodide"))?;
    }
    Ok(site)
}

/// The program that plays the impatient learner, with a stop watch.
fn measure(site: &Path) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(files::root())
        .args(["run", "--quiet", "--package=browser-tests", "--example=measure"])
        .env("INTERLEAVE_DIST", site)
        .env("INTERLEAVE_XTASK", process::own())
        .env("INTERLEAVE_ARTEFACTS", peers::folder().join("pictures"));
    command
}
