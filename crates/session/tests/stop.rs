//! Stop ends anything soon. A file of its own: other tests beside it would take the cores.

#![expect(
    clippy::disallowed_methods,
    reason = "how long it takes to stop is what is tested"
)]

mod common;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use common::{BUSY, DEADLOCK, is_last, run_request, sessions, work};
use session::Session;
use trace::End;
use wire::{Mode, Reply, Request};

/// How soon Stop must have ended anything.
const SOON: Duration = Duration::from_millis(200);

const FLOOD: &str = "import threading
def work(k):
    while True:
        print('thread', k, 'writes')
for k in range(3):
    threading.Thread(target=work, args=(k,)).start()
";

/// Many states, between which there are many instructions that nobody sees. A state's transitions are made in one go, in a
/// build without optimisation some ten times slower than what is delivered, so there are not too many of them.
const LONG_WAYS: &str = "import threading
n = 0
def work():
    global n
    while True:
        n += 1
        i = 0
        while i < 8000:
            i += 1
for _ in range(4):
    threading.Thread(target=work).start()
";

const MANY_STATES: &str = "import threading
xs = []
def work(k):
    while True:
        xs.append(k)
for k in range(4):
    threading.Thread(target=work, args=(k,)).start()
";

/// Lets a run go on for a while, stops it, and says how long that took and how it ended.
fn stop(session: &mut Session, source: &str, mode: Mode) -> (Duration, Reply) {
    let refused = session.request(run_request(1, source, mode));
    assert!(refused.is_empty(), "{refused:?}");
    let begin = Instant::now();
    let early = work(session, |reply| {
        is_last(reply) || begin.elapsed() > Duration::from_millis(150)
    });
    assert!(!early.iter().any(is_last), "it ends by itself: {source}");
    let begin = Instant::now();
    session.request(Request::Stop);
    let last = work(session, is_last).into_iter().find(is_last);
    (begin.elapsed(), last.expect("a run has a last reply"))
}

/// Runs that share the cores would stop later, so there is one at a time.
static ALONE: Mutex<()> = Mutex::new(());

#[track_caller]
fn stops_soon(what: &str, source: &str, mode: &Mode, is_right: fn(&Reply) -> bool) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    for (mut session, threads) in sessions().into_iter().zip([false, true]) {
        if !threads && *mode == Mode::Live {
            continue;
        }
        let (took, last) = stop(&mut session, source, mode.clone());
        println!("{what}, threads {threads}: stopped after {took:?}");
        assert!(took < SOON, "{what}, threads {threads}: {took:?}");
        assert!(is_right(&last), "{what}: {last:?}");
        assert!(!session.is_busy());
    }
}

fn was_stopped(reply: &Reply) -> bool {
    matches!(reply, Reply::Finished { result, .. } if result.trace.end == End::Stopped)
}

#[test]
fn endless_loops_stop_soon() {
    stops_soon("endless loop, model", BUSY, &Mode::Model, was_stopped);
    stops_soon("endless loop, live", BUSY, &Mode::Live, was_stopped);
}

#[test]
fn a_flood_of_output_stops_soon() {
    stops_soon("flood, model", FLOOD, &Mode::Model, was_stopped);
    stops_soon("flood, live", FLOOD, &Mode::Live, was_stopped);
}

#[test]
fn threads_that_wait_for_each_other_stop_soon() {
    stops_soon(
        "deadlock, live",
        DEADLOCK,
        &Mode::Live,
        |reply| matches!(reply, Reply::Finished { result, .. } if matches!(result.trace.end, End::Deadlock { .. })),
    );
    stops_soon(
        "sleep, live",
        "import time\ntime.sleep(1e6)\n",
        &Mode::Live,
        was_stopped,
    );
}

#[test]
fn searches_stop_soon() {
    let is_partial = |reply: &Reply| matches!(reply, Reply::Outcomes { outcomes, .. } if outcomes.done && outcomes.proof != wire::Proof::All);
    stops_soon("search of many states", MANY_STATES, &Mode::Search, is_partial);
    stops_soon("search of long ways", LONG_WAYS, &Mode::Search, is_partial);
}

#[test]
fn repeated_endless_loops_stop_soon() {
    let mut session = sessions().into_iter().nth(1).expect("the one with workers");
    let (_, last) = stop(&mut session, BUSY, Mode::Live);
    let Reply::Finished { result, .. } = last else {
        panic!("{last:?}")
    };
    // As if the run had gone on for hours: its last turn has no end.
    let mut recording = result.recording.expect("a live run leaves a recording");
    recording.runs.last_mut().expect("it has turns").steps = 1 << 50;
    stops_soon(
        "endless turn, live repeated",
        BUSY,
        &Mode::ReplayLive(recording),
        was_stopped,
    );
    let mut schedule = result.schedule;
    schedule.runs.last_mut().expect("it has turns").steps = 1 << 50;
    stops_soon(
        "endless turn, repeated",
        BUSY,
        &Mode::Replay(schedule),
        was_stopped,
    );
}
