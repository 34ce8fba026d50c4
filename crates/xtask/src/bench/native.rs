//! The machine on this machine, beside `python3`.

use super::samples::{self, Readings};
use super::{example, peers};
use crate::process::Outcome;

const ROUNDS: usize = 7;

/// Measures and prints.
pub fn print() -> Outcome<()> {
    let (mut ours, mut cpython) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        ours.take(&mut example("machine", "speed"))?;
        cpython.take(&mut peers::cpython())?;
    }
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
    samples::head("Clone of a process, as search does for each state", "ns");
    compare("clone", "a clone", "python3's os.fork and wait", "below 1");
    Ok(())
}
