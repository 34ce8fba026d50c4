//! `interleave run program.py`: runs a program on the deterministic model, as `python3 program.py` would.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use schedule::Simulation;
use trace::{End, EventKind, Model, Policy, Severity, Stream, SwitchPoints};

const USAGE: &str = "usage: interleave run PROGRAM.py [--seed N] [--policy cpython|random|batch|block|round-robin|pct] \
[--switch cpython|instruction] [--cores N] [--no-gil]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["run", path, options @ ..] => match model(options) {
            Some(model) => run(path, &model),
            None => complain(USAGE),
        },
        _ => complain(USAGE),
    }
}

/// The settings that the options ask for. A seed without a policy asks for the random one.
fn model(options: &[&str]) -> Option<Model> {
    let mut model = Model::default();
    let mut options = options.iter();
    let mut policy = None;
    while let Some(option) = options.next() {
        if *option == "--no-gil" {
            model.gil = false;
            continue;
        }
        let value = *options.next()?;
        match *option {
            "--seed" => {
                model.seed = value.parse().ok()?;
                model.policy = Policy::Random;
            }
            "--policy" => policy = Some(Policy::ALL.into_iter().find(|policy| policy.word() == value)?),
            "--switch" => {
                model.switch_points = match value {
                    "cpython" => SwitchPoints::CPython,
                    "instruction" => SwitchPoints::Instruction,
                    _ => return None,
                }
            }
            "--cores" => model.cores = value.parse().ok().filter(|cores| (1..=64).contains(cores))?,
            _ => return None,
        }
    }
    model.policy = policy.unwrap_or(model.policy);
    Some(model)
}

/// The exit status of what never ran.
fn complain(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Runs a program on a model.
fn run(path: &str, model: &Model) -> ExitCode {
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
    let Ok(mut simulation) = Simulation::new(program, model) else {
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
