//! How fast the machine is: a counting loop of five million iterations, single steps, and clones of a process.
//!
//! Prints one line each, `name value unit`; `cargo xtask bench` sets them against `python3` in the same run.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use machine::Process;
use trace::{FiberId, Model};

/// Its peers run the same file.
const LOOP: &str = include_str!("loop.py");

fn process() -> Process {
    let program = machine::load(LOOP).expect("the program is right");
    Process::new(Arc::new(program), &Model::default()).expect("it fits")
}

fn main() {
    let mut whole = process();
    let start = Instant::now();
    while !whole.is_over() {
        whole.run(FiberId::MAIN, 1_000_000);
    }
    println!("loop {:.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let mut stepped = process();
    let start = Instant::now();
    for _ in 0..1_000_000 {
        stepped.run(FiberId::MAIN, 1);
    }
    println!("step {:.1} ns", start.elapsed().as_secs_f64() * 1e3);

    let start = Instant::now();
    for _ in 0..100_000 {
        black_box(stepped.clone());
    }
    println!("clone {:.1} ns", start.elapsed().as_secs_f64() * 1e4);
}
