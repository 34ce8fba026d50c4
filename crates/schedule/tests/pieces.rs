//! However a driver cuts a run in pieces, it is the same run; and a switch comes when CPython's GIL would make it.

use std::sync::Arc;

use schedule::{Ran, Replay, Simulation};
use trace::{EventKind, FiberId, Limits, Model, Policy, SwitchPoints, Trace};

/// Threads that wait for everything that there is to wait for, some of it ending in the middle of somebody's turn.
const BUSY: &str = "import threading, time
lock = threading.Lock()
other = threading.Lock()
n = 0

def work(k):
    global n
    for i in range(30):
        with lock:
            n += 1
            if i % 7 == k:
                time.sleep(0.0001 * k)
        if other.acquire(False):
            for _ in range(k * 5):
                pass
            other.release()
        if i % 10 == 0:
            print(k, i, time.monotonic())

threads = []
for k in range(4):
    threads.append(threading.Thread(target=work, args=(k,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n, end='')
";

/// Dead cycles, which must be collected at the same instruction or the bound on memory is reached at another.
const CYCLES: &str = "import threading
def work():
    while True:
        cycle = [1]
        cycle.append(cycle)
        keep.append(cycle) if len(keep) < 3000 else None
keep = []
for _ in range(2):
    threading.Thread(target=work).start()
";

const LOOPS: &str = "import threading
def work():
    n = 0
    while True:
        n += 1
for _ in range(2):
    threading.Thread(target=work).start()
";

const PRINTS: &str = "import threading
def work(k):
    while True:
        print(k, 'x' * k)
for k in range(3):
    threading.Thread(target=work, args=(k,)).start()
";

/// What is printed ends in the middle of what CPython does in one go: the library asks objects for their texts.
const TEXTS: &str = "class Long:
    def __str__(self):
        return 'x' * 60
while True:
    print(Long(), f'{Long()}', '%s %d' % (Long(), 1), sum([1, 2]))
";

const LOCKS: &str = "import threading
lock = threading.Lock()
def work():
    while True:
        with lock:
            pass
for _ in range(2):
    threading.Thread(target=work).start()
";

/// Behind a fork the parent may start a thread without letting go of the GIL.
const FORKS: &str = "import os, threading
pid = os.fork()
thread = threading.Thread(target=len, args=('',))
thread.start()
thread.join()
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
";

fn in_pieces(source: &str, model: &Model, piece: u64) -> Ran {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut simulation = Simulation::new(program, model).expect("it fits");
    loop {
        if let Some(ran) = simulation.advance(piece) {
            return ran;
        }
    }
}

fn replay_in_pieces(source: &str, model: &Model, ran: &Ran, piece: u64) -> Trace {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut replay = Replay::new(program, model, ran.schedule.clone()).expect("it fits");
    loop {
        if let Some(ran) = replay.advance(piece) {
            return ran.trace;
        }
    }
}

#[track_caller]
fn is_the_same_in_all_pieces(source: &str, limits: &Limits) {
    for policy in [Policy::CPython, Policy::Random, Policy::Pct] {
        for switch_points in [SwitchPoints::CPython, SwitchPoints::Instruction] {
            for (seed, switch_interval_us) in [(1, 5_000), (2, 20), (3, 1)] {
                let model = Model {
                    policy,
                    switch_points,
                    seed,
                    switch_interval_us,
                    limits: limits.clone(),
                    ..Model::default()
                };
                let whole = in_pieces(source, &model, u64::MAX);
                for piece in [1, 2, 13, 1_000, 40_000] {
                    let ran = in_pieces(source, &model, piece);
                    assert_eq!(ran.trace, whole.trace, "{model:?} in pieces of {piece}");
                    assert_eq!(ran.schedule, whole.schedule);
                    let again = replay_in_pieces(source, &model, &whole, piece);
                    assert_eq!(again, whole.trace, "{model:?} repeated in pieces of {piece}");
                }
            }
        }
    }
}

#[test]
fn a_run_is_the_same_in_all_pieces() {
    for source in [BUSY, FORKS] {
        is_the_same_in_all_pieces(source, &Limits::default());
    }
}

#[test]
fn every_limit_is_reached_at_the_same_instruction_in_all_pieces() {
    let few = Limits {
        instructions: 20_000,
        ..Limits::default()
    };
    for source in [LOOPS, PRINTS, LOCKS, BUSY] {
        is_the_same_in_all_pieces(source, &few);
    }
    for trace in [100, 101, 102, 103] {
        let short = Limits { trace, ..few.clone() };
        for source in [LOOPS, PRINTS, LOCKS, BUSY] {
            is_the_same_in_all_pieces(source, &short);
        }
    }
    let silent = Limits {
        output: 500,
        ..Limits::default()
    };
    for source in [PRINTS, TEXTS] {
        is_the_same_in_all_pieces(source, &silent);
    }
}

/// Whoever steps through a run sees it behind every instruction, also inside what CPython does in one go.
#[test]
fn a_repetition_can_stop_behind_every_instruction() {
    let queues = "import queue, threading
items = queue.Queue()
def work():
    items.put(items.get() + 1)
thread = threading.Thread(target=work)
thread.start()
items.put(1)
thread.join()
print(items.get())
";
    for source in [queues, FORKS] {
        let model = Model::default();
        let schedule = in_pieces(source, &model, u64::MAX).schedule;
        let program = Arc::new(machine::load(source).expect("the program is right"));
        let mut replay = Replay::new(program, &model, schedule.clone()).expect("it fits");
        let length: u64 = schedule.runs.iter().map(|run| run.steps).sum();
        for step in 1..=length {
            let ran = replay.advance(1);
            assert_eq!(replay.steps(), step);
            assert!(ran.is_none() || step == length);
        }
    }
}

#[test]
fn cycles_are_collected_at_the_same_instruction_in_all_pieces() {
    let model = Model {
        limits: Limits {
            instructions: 3_000_000,
            memory: 12 << 20,
            ..Limits::default()
        },
        ..Model::default()
    };
    let whole = in_pieces(CYCLES, &model, u64::MAX);
    for piece in [999, 100_000] {
        let ran = in_pieces(CYCLES, &model, piece);
        assert_eq!(ran.trace, whole.trace, "in pieces of {piece}");
        assert_eq!(replay_in_pieces(CYCLES, &model, &whole, piece), whole.trace);
    }
}

/// The main thread lets go of a lock in the middle of a long turn; whoever waits for it is ready at once, waits for the switch
/// interval, and gets the GIL.
#[test]
fn a_thread_released_in_the_middle_of_a_turn_waits_for_one_interval() {
    let source = "import threading
lock = threading.Lock()
def work():
    with lock:
        pass
def main():
    lock.acquire()
    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(200000):
        pass
    lock.release()
    for _ in range(400000):
        pass
main()
";
    let model = Model::default();
    let trace = in_pieces(source, &model, u64::MAX).trace;
    let released = trace
        .events
        .iter()
        .find(|event| matches!(event.kind, EventKind::Released { .. }))
        .expect("the main thread releases");
    assert_eq!(released.fiber, FiberId::MAIN);
    let slice = trace
        .slices
        .iter()
        .find(|slice| slice.fiber == FiberId(1) && slice.start > released.at)
        .expect("the thread gets the lock");
    assert_eq!(slice.ready, released.at);
    let waited = slice.start - slice.ready;
    let interval = u64::from(model.switch_interval_us) * 1_000;
    // Up to the next switch point, which in this loop is never more than three instructions away.
    let latest = interval + 3 * u64::from(model.instruction_ns);
    assert!((interval..=latest).contains(&waited), "{waited} ns");
}

/// Whoever starts a thread goes on one interval behind its first instruction.
#[test]
fn who_starts_a_busy_thread_waits_for_one_interval() {
    let trace = in_pieces(
        LOOPS,
        &Model {
            limits: Limits {
                instructions: 500_000,
                ..Limits::default()
            },
            ..Model::default()
        },
        u64::MAX,
    )
    .trace;
    let main = trace.slices.iter().filter(|slice| slice.fiber == FiberId::MAIN);
    let second = main.clone().nth(1).expect("main goes on");
    assert!(
        (5_000_000..5_001_000).contains(&(second.start - second.ready)),
        "{second:?}"
    );
}
