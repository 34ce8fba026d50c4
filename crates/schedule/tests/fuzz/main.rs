//! Programs changed at random: whatever is typed or pasted is read, compiled and run under limits without a panic, a hang, or
//! more memory than the limits allow, and its schedule repeats it.
//!
//! ```text
//! cargo test -p schedule --test fuzz                                         the short run of CI
//! FUZZ_RUNS=10000000 cargo test --release -p schedule --test fuzz            a long one
//! FUZZ_SEED=5 FUZZ_FIRST=123 FUZZ_RUNS=1 cargo test -p schedule --test fuzz  one case again
//! ```
//!
//! A case is determined by the seed and its number. The case under way lies in `target/tmp/fuzz.py`, so that it is there even
//! when the process is gone.

mod allocator;
mod mutate;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use machine::{Outcome, Program, World};
use schedule::{Replay, Simulation};
use trace::{End, FiberId, Limits, Model, Policy, SwitchPoints};

use mutate::{Corpus, Random};

/// Cases of the short run: some 20 seconds.
const SHORT: u64 = 2_000;

/// No case takes that long, however busy the computer is: what takes longer does not end.
const HANG: Duration = Duration::from_secs(60);

/// Bytes that a case may have beyond what its limits allow: source, tree, bytecode, trace.
const AROUND: usize = 64 << 20;

/// As much stack as a worker has (`live/src/pool.rs`).
const STACK: usize = 2 << 20;

/// Bounds that a case reaches soon.
fn limits() -> Limits {
    Limits {
        instructions: 20_000,
        memory: 16 << 20,
        output: 1 << 16,
        trace: 20_000,
        threads: 40,
        processes: 20,
        recursion: 200,
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "a hang is a matter of real time")]
fn now() -> Instant {
    Instant::now()
}

/// Sources to change: the programs of the tests and of the lessons.
fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    let mut folders = vec![root.join("tests/programs"), root.join("www/lessons")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("a folder of programs");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                sources.push(fs::read_to_string(path).expect("a text"));
            }
        }
    }
    Corpus::new(sources)
}

/// What came of the cases.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    cases: u64,
    ran: u64,
}

#[test]
fn changed_programs_get_an_answer() {
    let corpus = corpus();
    let seed = number("FUZZ_SEED").unwrap_or(1);
    let first = number("FUZZ_FIRST").unwrap_or(0);
    let runs = number("FUZZ_RUNS").unwrap_or(SHORT);
    let case = AtomicU64::new(first);
    let work = || {
        let start = now();
        let mut tally = Tally::default();
        for index in first..first.saturating_add(runs) {
            case.store(index, Ordering::Relaxed);
            let source = corpus.mutant(&mut Random::new(seed, index));
            tally.cases += 1;
            tally.ran += u64::from(checked(&source, seed, index));
            if tally.cases.is_multiple_of(100_000) {
                let rate = tally.cases as f64 / start.elapsed().as_secs_f64();
                println!("{tally:?} {rate:.0} cases a second");
            }
        }
        tally
    };
    let tally = std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK);
        let worker = worker.spawn_scoped(scope, work).expect("a thread");
        watch(&case, || worker.is_finished());
        worker.join().expect("every case is answered")
    });
    println!("{tally:?}");
    assert!(
        tally.ran * 10 >= tally.cases,
        "some of the cases are programs: {tally:?}"
    );
}

/// Ends the process when one case takes too long.
fn watch(case: &AtomicU64, is_finished: impl Fn() -> bool) {
    let mut last = (u64::MAX, now());
    while !is_finished() {
        std::thread::sleep(Duration::from_millis(100));
        let current = case.load(Ordering::Relaxed);
        if current != last.0 {
            last = (current, now());
        } else if last.1.elapsed() > HANG {
            eprintln!("case {current} does not end: {}", file().display());
            std::process::abort();
        }
    }
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz.py")
}

/// Reads, compiles and runs a source; whether it was a program.
fn checked(source: &str, seed: u64, index: u64) -> bool {
    fs::write(file(), source).expect("the file can be written");
    allocator::forget_peak();
    let before = allocator::peak();
    let outcome = catch_unwind(AssertUnwindSafe(|| run(source, index)));
    let used = allocator::peak().saturating_sub(before);
    let most = 3 * limits().memory as usize + AROUND;
    let what = match outcome {
        Ok(Ok(ran)) if used <= most => return ran,
        Ok(Ok(_)) => format!("it took {used} bytes"),
        Ok(Err(what)) => what,
        Err(_) => "it panicked".to_owned(),
    };
    panic!("seed {seed}, case {index}: {what}\n{source}");
}

/// Runs a source as one of the drivers does; what is wrong with the machine, if anything.
fn run(source: &str, index: u64) -> Result<bool, String> {
    let lines = source.split(['\n', '\r']).count();
    let program = match machine::load(source) {
        Ok(program) => Arc::new(program),
        Err(diagnostics) => {
            let outside = diagnostics.iter().find(|diagnostic| {
                let place = diagnostic.place;
                place.line < 1 || place.column < 1 || place.end_line as usize > lines
            });
            return match (diagnostics.is_empty(), outside) {
                (true, _) => Err("it is refused for no reason".to_owned()),
                (_, Some(diagnostic)) => Err(format!("a place outside of the source: {diagnostic:?}")),
                _ => Ok(false),
            };
        }
    };
    if index % 8 == 7 {
        audited(program, index)?;
    } else {
        modelled(&program, index)?;
    }
    Ok(true)
}

/// A run of the model, and now and then its repetition.
fn modelled(program: &Arc<Program>, index: u64) -> Result<(), String> {
    let mut random = Random::new(index, 1);
    let model = Model {
        policy: Policy::ALL[random.below(Policy::ALL.len())],
        switch_points: [SwitchPoints::CPython, SwitchPoints::Instruction][random.below(2)],
        switch_interval_us: [5_000, 20, 1][random.below(3)],
        quantum_us: [10_000, 15][random.below(2)],
        cores: [1, 2, 4][random.below(3)],
        gil: random.below(3) > 0,
        unbuffered: random.below(4) == 0,
        seed: index,
        limits: limits(),
        ..Model::default()
    };
    let Ok(mut simulation) = Simulation::new(Arc::clone(program), &model) else {
        return Ok(());
    };
    let ran = simulation.run();
    if index.is_multiple_of(4) {
        let Ok(mut replay) = Replay::new(Arc::clone(program), &model, ran.schedule.clone()) else {
            return Err("its repetition does not begin".to_owned());
        };
        let piece = [u64::MAX, 1_000, 10, 1][random.below(4)];
        let again = loop {
            if let Some(again) = replay.advance(piece) {
                break again;
            }
        };
        if again.trace != ran.trace {
            return Err(format!(
                "it is not repeated: {:?}, {:?}, {model:?} in pieces of {piece}",
                ran.trace.end, again.trace.end
            ));
        }
    }
    Ok(())
}

/// A run whose references are counted in the end.
fn audited(program: Arc<Program>, index: u64) -> Result<(), String> {
    let model = Model {
        limits: limits(),
        ..Model::default()
    };
    let Ok(mut world) = World::new(program, &model) else {
        return Ok(());
    };
    let mut random = Random::new(index, 0);
    let mut steps = 0;
    while steps < limits().instructions {
        let ready = |fiber: &FiberId| world.is_ready(*fiber) || world.timeout(*fiber).is_some();
        let fibers: Vec<FiberId> = (0..world.fibers() as u32).map(FiberId).filter(ready).collect();
        if fibers.is_empty() {
            break;
        }
        let fiber = fibers[random.below(fibers.len())];
        let turn = world.run(fiber, 1 + random.below(50) as u64, true);
        world.take_events();
        steps += turn.steps.max(1);
        match turn.outcome {
            Outcome::Clock(_) => world.answer_clock(fiber, steps),
            Outcome::Limit(kind) => {
                // In the middle of an instruction: its operands are nobody's.
                return match world.limit(kind, fiber) {
                    End::Limit { .. } => Ok(()),
                    other => Err(format!("a limit ends in {other:?}")),
                };
            }
            _ => {}
        }
    }
    world.audit()
}
