//! All schedules of the unlocked counter, beside frontrun, which explores CPython's threads.

use super::samples::{self, Readings};
use super::{example, peers};
use crate::process::Outcome;

const ROUNDS: usize = 3;

/// What the search of all schedules may take, in milliseconds.
const AIM: f64 = 5.0;

/// Measures and prints; without frontrun, our own figures alone.
pub fn print() -> Outcome<()> {
    let frontrun = peers::frontrun();
    let (mut ours, mut peer) = (Readings::default(), Readings::default());
    for _ in 0..ROUNDS {
        ours.take(&mut example("explore", "counter"))?;
        if let Ok(frontrun) = &frontrun {
            peer.take(&mut frontrun.counter())?;
        }
    }
    samples::head(
        "All schedules of the unlocked counter, 2 threads of 3 increments, natively",
        "ms",
    );
    let took = ours.of("search");
    took.print(&format!(
        "search: {} outcomes, {} states",
        ours.of("outcomes").median(),
        ours.of("states").median()
    ));
    samples::ratio(
        &format!("search / aim of {AIM} ms"),
        took.median() / AIM,
        "below 1",
    );
    frontrun?;
    let other = peer.of("search");
    other.print(&format!(
        "frontrun {}: {} outcomes, {} executions",
        peers::FRONTRUN,
        peer.of("outcomes").median(),
        peer.of("executions").median()
    ));
    samples::ratio("search / frontrun", took.median() / other.median(), "below 1");
    Ok(())
}
