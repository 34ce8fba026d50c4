//! A run and the repetition of its schedule give the same trace, whatever ran and whoever decided.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use machine::Program;
use schedule::{Ran, Replay, Simulation};
use trace::{Limits, Model, Policy, SwitchPoints, Trace};

/// Programs of the tests: of each family this many, spread over its folder.
const OF_EACH: usize = 5;

/// Bounds that let small programs finish and cut large ones.
fn limits() -> Limits {
    Limits {
        instructions: 20_000,
        memory: 32 << 20,
        ..Limits::default()
    }
}

/// Folders of programs, and sources in each.
fn families() -> Vec<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let sorted = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder of programs");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let folders = sorted(&root).into_iter().filter(|path| path.is_dir());
    let programs = folders.map(|folder| {
        let mut paths = sorted(&folder);
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
        paths
    });
    programs.collect()
}

/// Settings in turn: all policies with all numbers of processors, with and without a GIL, and more.
fn model(number: usize) -> Model {
    let pick = |among: usize, after: usize| number / after % among;
    Model {
        policy: Policy::ALL[pick(6, 1)],
        cores: [1, 2, 4][pick(3, 6)],
        gil: pick(2, 18) == 0,
        switch_points: [SwitchPoints::CPython, SwitchPoints::Instruction][pick(2, 5)],
        seed: number as u64,
        switch_interval_us: [5_000, 20, 1][pick(3, 7)],
        quantum_us: [10_000, 15][pick(2, 11)],
        unbuffered: pick(2, 13) == 1,
        limits: limits(),
        ..Model::default()
    }
}

fn begin(program: &Arc<Program>, model: &Model) -> Simulation {
    Simulation::new(Arc::clone(program), model).expect("it fits")
}

/// The run, in pieces of so many instructions.
fn in_pieces(program: &Arc<Program>, model: &Model, piece: u64) -> Ran {
    let mut simulation = begin(program, model);
    loop {
        if let Some(ran) = simulation.advance(piece) {
            return ran;
        }
    }
}

fn repeated(program: &Arc<Program>, model: &Model, ran: &Ran, piece: u64) -> Trace {
    let mut replay = Replay::new(Arc::clone(program), model, ran.schedule.clone()).expect("it fits");
    loop {
        if let Some(ran) = replay.advance(piece) {
            return ran.trace;
        }
    }
}

/// Two traces are the same; else where they part.
#[track_caller]
fn same(one: &Trace, other: &Trace, what: &str) {
    if one == other {
        return;
    }
    let slice = one
        .slices
        .iter()
        .zip(&other.slices)
        .position(|(one, other)| one != other);
    let slice = slice.map(|place| (place, one.slices[place], other.slices[place]));
    let event = one
        .events
        .iter()
        .zip(&other.events)
        .find(|(one, other)| one != other);
    panic!(
        "{what}: {:?} and {:?}, at {} and {}, {} and {} slices, {slice:#?}, {event:#?}",
        one.end,
        other.end,
        one.ended_at,
        other.ended_at,
        one.slices.len(),
        other.slices.len()
    );
}

#[test]
fn a_schedule_repeats_its_run() {
    let every = std::env::var("REPLAYS_ALL").is_ok();
    let mut number = 0;
    for family in families() {
        let stride = if every { 1 } else { family.len().div_ceil(OF_EACH) };
        for path in family.iter().step_by(stride.max(1)) {
            let source = fs::read_to_string(path).expect("a text");
            let Ok(program) = machine::load(&source) else {
                continue;
            };
            let program = Arc::new(program);
            for _ in 0..if every { 12 } else { 3 } {
                number += 1;
                let model = model(number);
                let what = format!("{} {model:?}", path.display());
                let whole = in_pieces(&program, &model, u64::MAX);
                same(&whole.trace, &repeated(&program, &model, &whole, u64::MAX), &what);
                let piece = [1, 7, 50, 1_000][number % 4];
                let ran = in_pieces(&program, &model, piece);
                same(&whole.trace, &ran.trace, &format!("in pieces of {piece}: {what}"));
                assert_eq!(whole.schedule, ran.schedule, "{what}");
                same(
                    &whole.trace,
                    &repeated(&program, &model, &whole, piece),
                    &format!("repeated in pieces of {piece}: {what}"),
                );
            }
        }
    }
}

#[test]
fn a_run_that_is_stopped_is_repeated_up_to_there() {
    for family in families() {
        let Some(path) = family.get(family.len() / 3) else {
            continue;
        };
        let source = fs::read_to_string(path).expect("a text");
        let Ok(program) = machine::load(&source) else {
            continue;
        };
        let program = Arc::new(program);
        for number in 0..24 {
            let model = model(number);
            let mut simulation = begin(&program, &model);
            if simulation
                .advance(40 * number as u64 * number as u64 + 1)
                .is_some()
            {
                break;
            }
            let ran = simulation.stop();
            let again = repeated(&program, &model, &ran, u64::MAX);
            same(&ran.trace, &again, &format!("{} {model:?}", path.display()));
        }
    }
}
