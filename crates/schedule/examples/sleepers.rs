//! A program with a hundred thousand tasks that sleep, on the model, within the memory that a run has by default.
//!
//! Prints `name value unit`, a line each; `cargo xtask bench` sets the time against `python3` in the same run.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::sync::Arc;
use std::time::Instant;

use schedule::Simulation;
use trace::{End, Limits, Model};

/// Its peer runs the same file.
const SLEEPERS: &str = include_str!("sleepers.py");

fn main() -> Result<(), String> {
    let program = machine::load(SLEEPERS).map_err(|problems| format!("{problems:?}"))?;
    let model = Model {
        limits: Limits {
            instructions: u64::MAX,
            ..Limits::default()
        },
        ..Model::default()
    };
    let simulation = Simulation::new(Arc::new(program), &model);
    let mut simulation = simulation.map_err(|limit| format!("{limit:?}"))?;
    let start = Instant::now();
    let ran = simulation.run();
    println!("sleepers {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    match ran.trace.end {
        End::Finished { status: 0 } => Ok(()),
        end => Err(format!("{end:?}")),
    }
}
