//! What all tests of live runs do with them.

use std::sync::Arc;

use live::Finished;
use schedule::ReplayLive;

/// Repeats a run, which must give what it gave.
#[track_caller]
pub fn assert_repeats(source: &str, finished: &Finished) {
    let program = Arc::new(machine::load(source).expect("the program is supported"));
    let mut replay =
        ReplayLive::new(program, &finished.model, finished.recording.clone()).expect("its constants fit");
    let ran = loop {
        if let Some(ran) = replay.advance(10_000) {
            break ran;
        }
    };
    assert_eq!(ran.trace, finished.trace);
    assert_eq!(ran.schedule, finished.schedule);
}
