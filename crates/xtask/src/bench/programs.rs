//! Ten ordinary programs on the machine, beside `python3`.

use super::samples::{self, Readings};
use super::{example, peers};
use crate::files;
use crate::process::Outcome;

const ROUNDS: usize = 5;

/// The programs: each is a file in `bench/programs`.
pub const PROGRAMS: [&str; 10] = [
    "loop",
    "fib",
    "nested_calls",
    "method_calls",
    "dict_counting",
    "list_sort",
    "string_building",
    "generators",
    "exceptions",
    "sieve",
];

/// Measures and prints.
pub fn print() -> Outcome<()> {
    let folder = files::root().join("crates/xtask/src/bench/programs");
    let (mut ours, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        ours.take(example("schedule", "programs").arg(&folder))?;
        cpython.take(&mut peers::cpython_programs(&folder))?;
    }
    samples::head("Ten ordinary programs on the model, natively", "ms");
    let mut product = 1.0;
    for name in PROGRAMS {
        let (ours, peer) = (ours.of(name), cpython.of(name));
        ours.print(&format!("{name}, machine"));
        peer.print(&format!("{name}, python3"));
        let ratio = ours.median() / peer.median();
        samples::ratio(&format!("{name}, machine / python3"), ratio, "below 1");
        product *= ratio;
    }
    let mean = product.powf(1.0 / PROGRAMS.len() as f64);
    samples::ratio("geometric mean of the ten, machine / python3", mean, "below 1");
    Ok(())
}
