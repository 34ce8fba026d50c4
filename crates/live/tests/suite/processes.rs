//! Live runs of several processes: they execute at the same time, and a recording repeats them all the same.

use std::thread::sleep;
use std::time::Duration;

use live::Pool;
use trace::{End, EventKind, ExitStatus, Model, ProcessId, Stream};

use crate::common::{ends_well, repeated, start, stop};

const TWO_CORES: &str = "
from multiprocessing import Process
def work(n):
    while n:
        n -= 1
workers = [Process(target=work, args=(2_000_000,)) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([worker.exitcode for worker in workers])
";

#[test]
fn two_processes_execute_at_the_same_time() {
    let finished = repeated(TWO_CORES);
    ends_well(&finished);
    assert_eq!(finished.trace.output(Stream::Out), "[0, 0]\n");
    let turns = |process: u32| {
        let trace = &finished.trace;
        let of = move |slice: &&trace::Slice| trace.fibers[slice.fiber.index()].process == ProcessId(process);
        trace.slices.iter().filter(of)
    };
    let overlap: u64 = turns(1)
        .map(|one| {
            let shared = turns(2).map(|two| one.end.min(two.end).saturating_sub(one.start.max(two.start)));
            shared.sum::<u64>()
        })
        .sum();
    let whole: u64 = turns(1).map(|turn| turn.end - turn.start).sum();
    assert!(overlap * 2 > whole, "{overlap} ns of {whole} ns");
}

#[test]
fn turns_are_in_order_and_those_of_one_process_do_not_overlap() {
    let finished = repeated(QUEUES);
    // Links and timelines rely on it.
    assert!(finished.trace.slices.is_sorted_by_key(|slice| slice.start));
    let mut ends = vec![0; finished.trace.processes.len()];
    for slice in &finished.trace.slices {
        let process = finished.trace.fibers[slice.fiber.index()].process;
        assert!(slice.start >= ends[process.index()], "{slice:?}");
        assert!(
            slice.ready <= slice.start && slice.start <= slice.end,
            "{slice:?}"
        );
        ends[process.index()] = slice.end;
    }
}

const QUEUES: &str = "
import threading
from multiprocessing import Process, Queue
def work(todo, done):
    for n in iter(todo.get, None):
        done.put(n * n)
todo, done = Queue(), Queue()
workers = [Process(target=work, args=(todo, done)) for _ in range(3)]
for worker in workers:
    worker.start()
for n in range(30):
    todo.put(n)
for worker in workers:
    todo.put(None)
print(sum(done.get() for _ in range(30)))
for worker in workers:
    worker.join()
";

#[test]
fn what_goes_through_queues_is_repeated() {
    for _ in 0..5 {
        let finished = repeated(QUEUES);
        ends_well(&finished);
        assert_eq!(finished.trace.output(Stream::Out), "8555\n");
    }
}

const RACE: &str = "
from multiprocessing import Process, Value
counter = Value('i', 0, lock=False)
def work():
    for _ in range(200):
        counter.value += 1
workers = [Process(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(counter.value)
";

#[test]
fn a_race_between_processes_is_repeated() {
    for _ in 0..10 {
        let finished = repeated(RACE);
        ends_well(&finished);
        let count: u32 = finished
            .trace
            .output(Stream::Out)
            .trim()
            .parse()
            .expect("a number");
        assert!((2..=600).contains(&count), "{count}");
    }
}

const POOLS: &str = "
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, Pool
def square(n):
    return n * n
if __name__ == '__main__':
    with Pool(3) as pool:
        print(pool.map(square, range(10)))
    with ProcessPoolExecutor(2) as pool:
        print(sum(pool.map(square, range(10))), time.monotonic() > 0)
    with Manager() as manager:
        shared = manager.list([1])
        shared.append(2)
        print(list(shared))
";

#[test]
fn pools_and_managers_are_repeated() {
    for _ in 0..3 {
        let finished = repeated(POOLS);
        ends_well(&finished);
        let squares = "[0, 1, 4, 9, 16, 25, 36, 49, 64, 81]\n285 True\n[1, 2]\n";
        assert_eq!(finished.trace.output(Stream::Out), squares);
    }
}

const KILLS: &str = "
import os, signal, threading, time
from multiprocessing import Process
def work():
    threading.Thread(target=time.sleep, args=(1000,)).start()
    while True:
        pass
victims = [Process(target=work) for _ in range(3)]
for victim in victims:
    victim.start()
time.sleep(0.02)
victims[0].terminate()
victims[1].kill()
os.kill(victims[2].pid, signal.SIGKILL)
for victim in victims:
    victim.join()
print([victim.exitcode for victim in victims])
";

#[test]
fn a_busy_process_can_be_killed() {
    for _ in 0..5 {
        let finished = repeated(KILLS);
        ends_well(&finished);
        assert_eq!(finished.trace.output(Stream::Out), "[-15, -9, -9]\n");
    }
}

const DUEL: &str = "
import os, signal, time
from multiprocessing import Pipe, Process
def duel(pipe):
    other = pipe.recv()
    while True:
        os.kill(other, signal.SIGKILL)
pairs = [Pipe() for _ in range(2)]
duellists = [Process(target=duel, args=(ours,)) for _, ours in pairs]
for duellist in duellists:
    duellist.start()
for index, (pipe, _) in enumerate(pairs):
    pipe.send(duellists[1 - index].pid)
duellists[0].join(1)
duellists[1].join(1)
for duellist in duellists:
    duellist.kill()
    duellist.join()
print(sorted(duellist.exitcode for duellist in duellists)[0])
";

#[test]
fn processes_that_kill_each_other_do_not_wait_for_each_other() {
    for _ in 0..10 {
        let finished = repeated(DUEL);
        ends_well(&finished);
        assert_eq!(finished.trace.output(Stream::Out), "-9\n");
    }
}

const SIGNALS: &str = "
import os, signal, time
from multiprocessing import Process
heard = []
signal.signal(signal.SIGCHLD, lambda number, frame: heard.append(number))
def work(n):
    while n:
        n -= 1
    os._exit(3)
workers = [Process(target=work, args=(20_000,)) for _ in range(3)]
for worker in workers:
    worker.start()
n = 0
while not all(worker.exitcode is not None for worker in workers):
    n += 1
print([worker.exitcode for worker in workers], len(heard) > 0)
";

#[test]
fn a_busy_parent_hears_of_its_children() {
    for _ in 0..5 {
        let finished = repeated(SIGNALS);
        ends_well(&finished);
        assert_eq!(finished.trace.output(Stream::Out), "[3, 3, 3] True\n");
        let exited = finished.trace.events.iter().filter(|event| {
            matches!(
                event.kind,
                EventKind::Exited {
                    status: ExitStatus::Exited(3),
                    ..
                }
            )
        });
        assert_eq!(exited.count(), 3);
    }
}

#[test]
fn processes_without_an_end_can_be_stopped() {
    let source = "
from multiprocessing import Pool
def work(n):
    while True:
        n += 1
with Pool(4) as pool:
    pool.map(work, range(8))
";
    let run = start(&Pool::native(200), source, &Model::default());
    while run.progress().threads < 5 || run.progress().steps < 1_000_000 {
        sleep(Duration::from_millis(1));
    }
    let finished = stop(&run);
    assert_eq!(finished.trace.end, End::Stopped);
}
