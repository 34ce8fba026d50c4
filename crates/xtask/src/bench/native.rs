//! The machine on this machine, beside `python3`: how fast it runs, steps, clones and hashes, and what tasks take up.

use super::samples::{self, Readings};
use super::{example, peers};
use crate::process::Outcome;

const ROUNDS: usize = 7;
const ROUNDS_OF_SLEEPERS: usize = 3;

/// Measures and prints.
pub fn print() -> Outcome<()> {
    let (mut ours, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        ours.take(&mut example("machine", "speed"))?;
        cpython.take(&mut peers::cpython())?;
    }
    let alone = |name: &str, ours_is: &str, aim: f64, unit: &str| {
        let ours = ours.of(name);
        ours.print(ours_is);
        samples::ratio(
            &format!("{ours_is} / aim of {aim} {unit}"),
            ours.median() / aim,
            "below 1",
        );
    };
    let compare = |name: &str, ours_is: &str, peer_is: &str, aim: &str| {
        let (ours, peer) = (ours.of(name), cpython.of(name));
        ours.print(ours_is);
        peer.print(peer_is);
        samples::ratio(
            &format!("{ours_is} / {peer_is}"),
            ours.median() / peer.median(),
            aim,
        );
    };
    samples::head(
        "5 million iterations of `while i < n: i += 1` in a function, natively",
        "ms",
    );
    compare("loop", "machine", "python3", "below 1");
    samples::head("One instruction at a time, as the stepper and search go", "ns");
    compare(
        "step",
        "a step",
        "an instruction under python3's sys.settrace",
        "below 1",
    );
    samples::head("The state of a small program, as search has it, natively", "ns");
    compare("clone", "a clone", "python3's os.fork and wait", "below 1");
    alone("branch", "a clone that goes on by an instruction", 1_000.0, "ns");
    alone("hash", "a hash of what can be reached", 5_000.0, "ns");
    samples::head("What each of a thousand that wait takes up", "bytes");
    alone("task", "an asyncio task", 2_000.0, "bytes");
    alone("greenlet", "a greenlet", 2_000.0, "bytes");
    sleepers()
}

/// A hundred thousand tasks that sleep, within the memory that a run has by default.
fn sleepers() -> Outcome<()> {
    let (mut ours, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS_OF_SLEEPERS {
        ours.take(&mut example("schedule", "sleepers"))?;
        cpython.take(&mut peers::cpython_sleepers())?;
    }
    samples::head(
        "100,000 asyncio tasks that sleep up to a second; ours in virtual time",
        "ms",
    );
    let (ours, peer) = (ours.of("sleepers"), cpython.of("sleepers"));
    ours.print("machine");
    peer.print("python3");
    samples::ratio("machine / python3", ours.median() / peer.median(), "below 1");
    Ok(())
}
