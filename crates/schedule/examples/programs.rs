//! How fast ordinary programs are on the model: each program of the folder named on the command line, from its first
//! instruction to its last.
//!
//! Prints one line each, `name value unit`; `cargo xtask bench` sets them against `python3` in the same run.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use schedule::Simulation;
use trace::{End, Limits, Model};

fn main() -> Result<(), String> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let entries = fs::read_dir(&folder).map_err(|error| format!("{folder}: {error}"))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    for path in paths {
        let milliseconds = time(&path)?;
        let name = path.file_stem().unwrap_or_default().display();
        println!("{name} {milliseconds:.2} ms");
    }
    Ok(())
}

/// Milliseconds of a program.
fn time(path: &Path) -> Result<f64, String> {
    let source = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let program = machine::load(&source).map_err(|problems| format!("{}: {problems:?}", path.display()))?;
    let model = Model {
        limits: Limits {
            instructions: u64::MAX,
            ..Limits::default()
        },
        ..Model::default()
    };
    let simulation = Simulation::new(Arc::new(program), &model);
    let mut simulation = simulation.map_err(|limit| format!("{}: {limit:?}", path.display()))?;
    let start = Instant::now();
    let ran = simulation.run();
    let milliseconds = start.elapsed().as_secs_f64() * 1e3;
    match ran.trace.end {
        End::Finished { status: 0 } => Ok(milliseconds),
        end => Err(format!("{}: {end:?}", path.display())),
    }
}
