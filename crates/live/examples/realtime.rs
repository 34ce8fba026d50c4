//! Times what threads, processes and locks take in a live run, and what recording it takes up.
//!
//! Prints `name value unit`, a line each; `cargo xtask bench` sets them beside `python3`, which runs the same file.

use std::sync::Arc;
use std::time::Instant;

use live::{Finished, LiveRun, Pool};
use machine::{Outcome, World};
use trace::{End, FiberId, Model, Stream};
use wire::{Link, SharedRun};

/// Its peer runs the same file.
const REALTIME: &str = include_str!("realtime.py");

/// What a recorded run and a bare one execute.
const LOOP: &str = "def work(n):\n    i = 0\n    while i < n:\n        i += 1\nwork(5000000)\n";

/// Two threads that take turns all the time for half a second: how long is the link that repeats that?
const SHARED: &str = "import threading, time
def work():
    while time.perf_counter() < until:
        for _ in range(500_000):
            pass
until = time.perf_counter() + 0.5
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// How many threads can live at once.
const WORKERS: u32 = 112;

/// How often each loop runs.
const LOOPS: usize = 3;

fn main() -> Result<(), String> {
    let finished = live(REALTIME)?;
    print!("{}", finished.trace.output(Stream::Out));
    let seconds = finished.trace.ended_at as f64 / 1e9;
    // A turn is told by its fiber, instructions, and three times; a clock's answer by itself.
    let turns = finished.recording.runs.len() as f64;
    println!("recorded-turns {} a-second", turns / seconds);
    println!(
        "recorded-answers {} a-second",
        finished.recording.clock.len() as f64 / seconds
    );
    let finished = live(SHARED)?;
    let seconds = finished.trace.ended_at as f64 / 1e9;
    let link = Link {
        run: Some(SharedRun::Recording(finished.recording.clone())),
        ..Link::default()
    };
    // Six bits a character.
    let bytes = link.to_fragment().map_err(|_| "the link is too long.")?.len() as f64 * 0.75;
    println!("recorded-bytes {} a-second", bytes / seconds);
    for _ in 0..LOOPS {
        println!("loop-bare {} ms", bare()?);
        let start = now();
        live(LOOP)?;
        println!("loop-live {} ms", start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn now() -> Instant {
    Instant::now()
}

fn live(source: &str) -> Result<Arc<Finished>, String> {
    let program = machine::load(source).map_err(|problems| format!("{problems:?}"))?;
    let run = LiveRun::start(&Pool::native(WORKERS), Arc::new(program), &Model::default());
    let finished = run.map_err(|limit| format!("{limit:?}"))?.wait();
    match &finished.trace.end {
        End::Finished { status: 0 } => Ok(finished),
        end => Err(format!("{end:?}: {}", finished.trace.output(Stream::Err))),
    }
}

/// Milliseconds that the loop takes where nobody records it, without a GIL and without workers.
fn bare() -> Result<f64, String> {
    let program = machine::load(LOOP).map_err(|problems| format!("{problems:?}"))?;
    let start = now();
    let mut world = World::new(Arc::new(program), &Model::default()).map_err(|limit| format!("{limit:?}"))?;
    while !matches!(world.run(FiberId(0), u64::MAX, false).outcome, Outcome::Finished) {}
    Ok(start.elapsed().as_secs_f64() * 1e3)
}
