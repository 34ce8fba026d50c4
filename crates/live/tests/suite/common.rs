//! What all tests of live runs do with them.

use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use live::{Finished, LiveRun, Pool};
use schedule::ReplayLive;
use trace::{End, Model, Stream};

/// How long a run may take on a busy computer: what takes longer does not end.
const HANG: Duration = Duration::from_secs(60);

/// Starts a program.
#[track_caller]
pub fn start(pool: &Arc<Pool>, source: &str, model: &Model) -> Arc<LiveRun> {
    let program = Arc::new(machine::load(source).expect("the program is supported"));
    LiveRun::start(pool, program, model).expect("its constants fit")
}

/// Runs a program to its end.
#[track_caller]
pub fn run(source: &str) -> Arc<Finished> {
    let run = start(&Pool::native(200), source, &Model::default());
    finished_within(&run, HANG).expect("it ends")
}

/// Runs a program and repeats the run.
#[track_caller]
pub fn repeated(source: &str) -> Arc<Finished> {
    let finished = run(source);
    assert_repeats(source, &finished);
    finished
}

/// What a run left, if it is done within a time.
pub fn finished_within(run: &LiveRun, time: Duration) -> Option<Arc<Finished>> {
    for _ in 0..=time.as_millis() {
        if run.is_done() {
            break;
        }
        sleep(Duration::from_millis(1));
    }
    run.result()
}

/// Stops a run that goes on.
#[track_caller]
pub fn stop(run: &LiveRun) -> Arc<Finished> {
    assert!(!run.is_done(), "it was to be stopped, not to end");
    run.stop();
    finished_within(run, Duration::from_millis(200)).expect("it stops within 200 ms")
}

/// Fails unless the program came to its end without an exception.
#[track_caller]
pub fn ends_well(finished: &Finished) {
    assert_eq!(
        finished.trace.end,
        End::Finished { status: 0 },
        "{}",
        finished.trace.output(Stream::Err)
    );
}

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
