//! Live runs: what threads, processes and locks take in real time, beside `python3`, which runs the same file.

use super::samples::{self, Readings};
use super::{example, peers};
use crate::process::Outcome;

const ROUNDS: usize = 3;

/// What is compared: name, what it is, unit, aim.
const FIGURES: [(&str, &str, &str, &str); 14] = [
    (
        "processes-speed-up",
        "a loop in two processes: after another / at once",
        "times",
        "at least 1.85 on two idle cores",
    ),
    (
        "threads-speed-up",
        "a loop in two threads: after another / at once",
        "times",
        "0.9 to 1.1",
    ),
    (
        "allocating-speed-up",
        "texts, lists, dictionaries in two processes: after another / at once",
        "times",
        "as much as the loop: processes share an allocator",
    ),
    (
        "digests-speed-up",
        "large digests in two threads: after another / at once",
        "times",
        "at least 1.8 on two idle cores",
    ),
    (
        "sharing",
        "two busy threads: share of the slower / of the quicker",
        "times",
        "above 0.8",
    ),
    (
        "switches",
        "two busy threads: turns",
        "a second",
        "python3's order of magnitude",
    ),
    (
        "start",
        "from Thread.start to its first instruction",
        "us",
        "below 1000",
    ),
    ("start-worst", "the same, worst", "us", "-"),
    (
        "wake",
        "from release to whoever waited, median",
        "us",
        "below 100",
    ),
    ("wake-90", "the same, nine of ten are quicker", "us", "-"),
    ("wake-99", "the same, 99 of 100 are quicker", "us", "-"),
    (
        "sleepers",
        "100 threads that sleep 200 ms",
        "ms",
        "python3's and 5 %, and 50 ms",
    ),
    (
        "sleepers-five",
        "100 threads that sleep 20 ms, five at a time",
        "ms",
        "python3's and 5 %, and 50 ms",
    ),
    (
        "ticks",
        "a coroutine that sleeps 1 ms, 100 times",
        "ms",
        "python3's and 5 %, and 50 ms",
    ),
];

/// Measures and prints.
pub fn print() -> Outcome<()> {
    let (mut ours, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        ours.take(&mut example("live", "realtime"))?;
        cpython.take(&mut peers::cpython_realtime())?;
    }
    print_figures("natively", &ours, &cpython);
    samples::head("Recording a loop of 5 million iterations, natively", "ms");
    let (live, bare) = (ours.of("loop-live"), ours.of("loop-bare"));
    live.print("live, recorded");
    bare.print("bare machine");
    samples::ratio("live / bare", live.median() / bare.median(), "below 1.1");
    ours.of("recorded-turns").print("turns recorded, a second");
    ours.of("recorded-bytes")
        .print("bytes of a link, a second of two threads that take turns");
    ours.of("recorded-answers")
        .print("answers of clocks recorded, a second");
    Ok(())
}

/// Prints the figures of a live run somewhere beside `python3`'s.
pub fn print_figures(place: &str, ours: &Readings, cpython: &Readings) {
    for (name, what, unit, aim) in FIGURES {
        samples::head(&format!("Live, {place}: {what}"), unit);
        let (live, peer) = (ours.of(name), cpython.of(name));
        live.print(&format!("live (aim: {aim})"));
        peer.print("python3");
    }
}
