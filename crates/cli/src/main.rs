//! `interleave run program.py`: runs a program on the deterministic model, as `python3 program.py` would.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use schedule::Simulation;
use trace::{End, EventKind, Model, Severity, Stream};

const USAGE: &str = "usage: interleave run PROGRAM.py [--seed N]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["run", path] => run(path, None),
        ["run", path, "--seed", seed] => match seed.parse() {
            Ok(seed) => run(path, Some(seed)),
            Err(_) => complain(USAGE),
        },
        _ => complain(USAGE),
    }
}

/// The exit status of what never ran.
fn complain(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Runs a program with CPython's policy, or with a random one that the seed determines.
fn run(path: &str, seed: Option<u64>) -> ExitCode {
    let source = match std::fs::read_to_string(path) {
        Ok(source) => source,
        Err(error) => return complain(&format!("{path}: {error}")),
    };
    let program = match machine::load(&source) {
        Ok(program) => Arc::new(program),
        Err(diagnostics) => {
            for diagnostic in diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == Severity::Error)
            {
                let place = diagnostic.place;
                eprintln!(
                    "{path}:{}:{}: {}",
                    place.line, place.column, diagnostic.message.en
                );
            }
            return ExitCode::from(2);
        }
    };
    let mut model = Model::default();
    if let Some(seed) = seed {
        model.policy = trace::Policy::Random;
        model.seed = seed;
    }
    let Ok(mut simulation) = Simulation::new(program, &model) else {
        return complain("the program is too large for the memory that it may use");
    };
    let ran = simulation.run();
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    for event in &ran.trace.events {
        if let EventKind::Output { stream, text } = &event.kind {
            // Nobody is left to complain to when the reader has gone.
            let _ = match stream {
                Stream::Out => out.write_all(text.as_bytes()),
                Stream::Err => err.write_all(text.as_bytes()),
            };
        }
    }
    match ran.trace.end {
        End::Finished { status } => ExitCode::from(status as u8),
        end => complain(&format!("interleave: {end:?}")),
    }
}
