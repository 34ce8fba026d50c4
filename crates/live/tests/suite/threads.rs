//! Threads: they share, wait, stop, and a recording repeats them.

use std::thread::sleep;
use std::time::Duration;

use live::{Finished, Pool};
use trace::{End, EventKind, LimitKind, Model, Stream, Use};

use crate::common::{assert_repeats, finished_within, run, start, stop};

const LOST_UPDATE: &str = "
import threading, time
counter = 0
def work():
    global counter
    for _ in range(3):
        seen = counter
        time.sleep(0.01)
        counter = seen + 1
threads = []
for _ in range(5):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, time.monotonic() > 0.0, time.time() > 1e9)
";

const BUSY: &str = "
import threading
def work():
    n = 0
    while True:
        n = n + 1
for _ in range(3):
    threading.Thread(target=work).start()
work()
";

/// Turns are in whole microseconds, in order, and do not overlap.
fn assert_well_timed(finished: &Finished) {
    let mut before = 0;
    for slice in &finished.trace.slices {
        let times = [slice.ready, slice.start, slice.end];
        assert!(
            times.is_sorted() && slice.start >= before,
            "{slice:?} behind {before}"
        );
        assert!(times.iter().all(|time| time % 1_000 == 0), "{slice:?}");
        assert!(slice.steps > 0, "{slice:?}");
        before = slice.end;
    }
    assert!(finished.trace.ended_at >= before);
}

const TOLD: &str = "
import asyncio, queue, threading
from concurrent.futures import ThreadPoolExecutor
q = queue.Queue(1)
def take():
    for _ in range(20):
        q.get()
async def tick():
    await asyncio.sleep(0)
async def main():
    await asyncio.gather(tick(), tick())
taker = threading.Thread(target=take)
taker.start()
for n in range(20):
    q.put(n)
taker.join()
with ThreadPoolExecutor(2) as pool:
    print(sum(pool.map(abs, [1, -2, 3])))
asyncio.run(main())
";

#[test]
fn a_replay_tells_the_same_of_queues_tasks_and_futures() {
    for _ in 0..5 {
        let finished = run(TOLD);
        assert_eq!(finished.trace.output(Stream::Out), "6\n");
        let tells = |is_it: fn(&EventKind) -> bool| {
            finished
                .trace
                .events
                .iter()
                .filter(|event| is_it(&event.kind))
                .count()
        };
        let puts = tells(|kind| matches!(kind, EventKind::Used { what: Use::Put, .. }));
        assert!(puts >= 20 + 3, "{puts}");
        assert!(tells(|kind| matches!(kind, EventKind::Woke { .. })) > 0);
        assert!(tells(|kind| matches!(kind, EventKind::Task { .. })) > 0);
        assert_repeats(TOLD, &finished);
        assert_well_timed(&finished);
    }
}

#[test]
fn a_replay_repeats_a_lost_update_to_the_instruction() {
    let pool = Pool::native(8);
    for _ in 0..50 {
        let finished = start(&pool, LOST_UPDATE, &Model::default()).wait();
        assert_eq!(finished.trace.end, End::Finished { status: 0 });
        let output = finished.trace.output(Stream::Out);
        let count: u32 = output
            .split(' ')
            .next()
            .and_then(|word| word.parse().ok())
            .expect("a number");
        assert!(
            (3..15).contains(&count) && output.ends_with(" True True\n"),
            "{output:?}"
        );
        assert!(finished.workers >= 6, "{} workers", finished.workers);
        assert_eq!(finished.recording.clock.len(), 2);
        assert_well_timed(&finished);
        assert_repeats(LOST_UPDATE, &finished);
    }
}

#[test]
fn busy_threads_share() {
    let source = "
import threading
def work():
    for _ in range(400000):
        pass
threads = []
for _ in range(2):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let model = Model {
        switch_interval_us: 200,
        ..Model::default()
    };
    let finished = start(&Pool::native(8), source, &model).wait();
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    for fiber in 1..3 {
        let turns = finished
            .trace
            .slices
            .iter()
            .filter(|slice| slice.fiber.index() == fiber)
            .count();
        assert!(turns > 3, "thread {fiber} had {turns} turns");
    }
    assert_well_timed(&finished);
    assert_repeats(source, &finished);
}

#[test]
fn endless_loops_stop_and_workers_come_back() {
    let pool = Pool::native(4);
    for _ in 0..5 {
        let run = start(&pool, BUSY, &Model::default());
        for _ in 0..5_000 {
            if run.progress().threads == 4 {
                break;
            }
            sleep(Duration::from_millis(1));
        }
        assert_eq!(run.progress().threads, 4);
        let finished = stop(&run);
        assert_eq!(finished.trace.end, End::Stopped);
        assert_eq!(finished.trace.steps(), run.progress().steps);
        assert_well_timed(&finished);
        assert_repeats(BUSY, &finished);
    }
}

#[test]
fn a_lock_protects() {
    let source = "
import threading
counter = 0
lock = threading.Lock()
def work():
    global counter
    for _ in range(10000):
        with lock:
            seen = counter
            for _ in range(3):
                pass
            counter = seen + 1
threads = []
for _ in range(5):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
";
    let model = Model {
        switch_interval_us: 50,
        ..Model::default()
    };
    let finished = start(&Pool::native(8), source, &model).wait();
    assert_eq!(finished.trace.output(Stream::Out), "50000\n");
    assert!(
        finished.schedule.switches() > 20,
        "{} switches",
        finished.schedule.switches()
    );
    assert_repeats(source, &finished);
}

#[test]
fn a_lock_that_is_taken_again_at_once_still_lets_others_in() {
    let source = "
import threading
lock = threading.Lock()
done = False
def wait():
    global done
    with lock:
        done = True
thread = threading.Thread(target=wait)
lock.acquire()
thread.start()
while not done:
    lock.release()
    lock.acquire()
lock.release()
thread.join()
print('both')
";
    let run = start(&Pool::native(8), source, &Model::default());
    let finished = finished_within(&run, Duration::from_secs(20));
    run.stop();
    assert_eq!(finished.expect("it ends").trace.output(Stream::Out), "both\n");
}

#[test]
fn a_deadlock_is_stuck_and_stops() {
    let source = "
import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.02)
        with second:
            pass
threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
";
    let run = start(&Pool::native(8), source, &Model::default());
    assert!(!run.is_stuck());
    for _ in 0..2_000 {
        if run.is_stuck() {
            break;
        }
        sleep(Duration::from_millis(1));
    }
    assert!(run.is_stuck());
    let finished = stop(&run);
    let End::Deadlock { waits } = &finished.trace.end else {
        panic!("{:?}", finished.trace.end)
    };
    assert!(waits.len() >= 2, "{waits:?}");
    assert_repeats(source, &finished);
}

#[test]
fn a_hundred_threads_sleep_at_once() {
    let source = "
import threading, time
def work(n):
    time.sleep(0.1)
    print(n)
threads = []
for n in range(100):
    threads.append(threading.Thread(target=work, args=(n,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let finished = run(source);
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    assert_eq!(finished.trace.output(Stream::Out).lines().count(), 100);
    let ended = finished.trace.ended_at / 1_000_000;
    assert!(
        (100..2_000).contains(&ended),
        "{ended} ms: they do not sleep one after the other"
    );
    assert_repeats(source, &finished);
}

#[test]
fn sleepers_stop() {
    let source = "import time\ntime.sleep(1e9)\n";
    let run = start(&Pool::native(1), source, &Model::default());
    sleep(Duration::from_millis(20));
    assert!(!run.is_stuck());
    let finished = stop(&run);
    assert_eq!(finished.trace.end, End::Stopped);
    assert_repeats(source, &finished);
}

#[test]
fn without_a_free_worker_no_thread_starts() {
    let source = "
import threading, time
def work():
    time.sleep(0.05)
for _ in range(2):
    threading.Thread(target=work).start()
time.sleep(0.2)
for _ in range(2):
    threading.Thread(target=work).start()
print('end', end='')
threading.Thread(target=work).start()
";
    let pool = Pool::native(3);
    let run = start(&pool, source, &Model::default());
    let finished = run.wait();
    assert_eq!(finished.trace.end, End::Finished { status: 1 });
    assert_eq!(finished.trace.output(Stream::Out), "end");
    let complaint = finished.trace.output(Stream::Err);
    assert!(
        complaint.ends_with("RuntimeError: can't start new thread\n"),
        "{complaint:?}"
    );
    let console = run.take_console();
    assert_eq!(
        console,
        [(Stream::Out, "end".to_owned()), (Stream::Err, complaint)]
    );
    assert!(run.take_console().is_empty());
    assert_repeats(source, &finished);
}

#[test]
fn output_memory_and_trace_are_bounded() {
    let mut model = Model::default();
    model.limits.output = 1_000;
    model.limits.memory = 1 << 20;
    model.limits.trace = 5_000;
    let cases = [
        ("while True:\n    print('hello')\n", LimitKind::Output),
        (
            "words = []\nwhile True:\n    words.append('a' * len(words))\n",
            LimitKind::Memory,
        ),
        (
            "import threading\nlock = threading.Lock()\nwhile True:\n    with lock:\n        pass\n",
            LimitKind::Trace,
        ),
        (
            "import time\nwhile True:\n    time.monotonic()\n",
            LimitKind::Trace,
        ),
    ];
    for (source, expected) in cases {
        let run = start(&Pool::native(2), source, &model);
        let finished = finished_within(&run, Duration::from_secs(5)).expect("it ends by itself");
        assert!(
            matches!(finished.trace.end, End::Limit { kind, .. } if kind == expected),
            "{:?}",
            finished.trace.end
        );
        assert_repeats(source, &finished);
    }
}

#[test]
fn an_exception_ends_one_thread_only() {
    let source = "
import threading
def work():
    int('no')
thread = threading.Thread(target=work)
thread.start()
thread.join()
print('still here')
";
    let finished = run(source);
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    assert!(
        finished
            .trace
            .output(Stream::Err)
            .contains("ValueError: invalid literal")
    );
    assert_eq!(finished.trace.output(Stream::Out), "still here\n");
    let raised = |event: &trace::Event| matches!(event.kind, EventKind::Raised { .. });
    assert_eq!(
        finished.trace.events.iter().filter(|event| raised(event)).count(),
        1
    );
    assert_repeats(source, &finished);
}

/// Waits that last too long, and one that does not.
#[test]
fn waits_with_a_bound_are_repeated() {
    let source = "
import multiprocessing, threading
lock = threading.Lock()
done = threading.Event()
def work():
    print(lock.acquire(timeout=0.01), done.wait(0.01), done.wait(10))
with lock:
    thread = threading.Thread(target=work)
    thread.start()
    print(multiprocessing.Semaphore(0).acquire(timeout=0.05))
done.set()
thread.join()
";
    let finished = run(source);
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    let output = finished.trace.output(Stream::Out);
    assert_eq!(output, "False\nFalse False True\n");
    assert_repeats(source, &finished);
}

#[test]
fn processes_talk_through_pipes() {
    let source = "
import os, threading
r, w = os.pipe()
pids = []
for k in range(3):
    pid = os.fork()
    if pid == 0:
        threads = [threading.Thread(target=os.write, args=(w, bytes([k]))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os._exit(k)
    pids.append(pid)
codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
os.close(w)
print(codes, sorted(os.read(r, 100)), os.read(r, 1))
pid = os.fork()
if pid == 0:
    threading.Thread(target=os.read, args=(os.pipe()[0], 1)).start()
    while True:
        pass
os.kill(pid, 9)
print(os.waitpid(pid, 0)[1])
";
    let finished = run(source);
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    assert_eq!(
        finished.trace.output(Stream::Out),
        "[0, 1, 2] [0, 0, 1, 1, 2, 2] b''\n9\n"
    );
    assert_repeats(source, &finished);
}

#[test]
fn a_signal_ends_a_sleep_and_the_run_repeats() {
    let source = "
import os, signal, threading, time
calls = []
signal.signal(signal.SIGUSR1, lambda number, frame: calls.append('usr1'))
signal.signal(signal.SIGALRM, lambda number, frame: calls.append('alarm'))
signal.setitimer(signal.ITIMER_REAL, 0.04)
threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGUSR1)).start()
start = time.monotonic()
time.sleep(0.5)
print(sorted(calls), time.monotonic() - start >= 0.5)
threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    time.sleep(60)
except KeyboardInterrupt:
    print('interrupted', time.monotonic() - start < 30)
";
    let finished = run(source);
    let output = finished.trace.output(Stream::Out);
    assert_eq!(output, "['alarm', 'usr1'] True\ninterrupted True\n");
    assert_repeats(source, &finished);
}

/// A worker that panics leaves nobody waiting for what it did.
#[test]
fn a_worker_that_panics_is_noticed() {
    let pool = Pool::native(2);
    pool.run(|_| panic!("as a bug would"));
    while !pool.is_broken() {
        std::thread::yield_now();
    }
}
