//! Search finds what a search without any reductions finds: one that may switch behind every instruction, and never thinks
//! about who could see it. A rule that leaves out a state which matters loses an outcome here.

#[expect(
    dead_code,
    reason = "what these programs can print is computed, not written down"
)]
mod common;

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use common::outcomes;
use machine::{Canonical, Outcome, World};
use trace::{End, FiberId, Model};

/// More states than these mean that a program is too large for this test.
const MOST: usize = 300_000;

/// What tells states apart, kept in two hashes.
fn key(world: &World, canonical: &mut Canonical) -> (u64, u64) {
    let (mut first, mut second) = (DefaultHasher::new(), DefaultHasher::new());
    1_u8.hash(&mut first);
    world.for_each_canonical(canonical, |words| {
        words.hash(&mut first);
        words.hash(&mut second);
    });
    world.kernel.hash(&mut first);
    world.kernel.hash(&mut second);
    (first.finish(), second.finish())
}

/// One instruction, and what CPython does in one go with it.
fn step(world: &mut World, fiber: FiberId) {
    loop {
        let turn = world.run(fiber, 1, false);
        world.forget_events();
        match turn.outcome {
            Outcome::BudgetUsed => {}
            Outcome::Clock(_) => world.answer_clock(fiber, 0),
            Outcome::Blocked(_) | Outcome::Finished => return,
            Outcome::System | Outcome::Limit(_) => unreachable!("these programs are small"),
        }
        if !world.is_atomic(fiber) {
            return;
        }
    }
}

/// All outcomes by brute force, in the form of `common::outcomes`.
fn all_outcomes(source: &str) -> BTreeSet<(String, bool)> {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let world = World::new(program, &Model::default()).expect("the program fits");
    let mut canonical = Canonical::default();
    let mut seen = HashSet::from([key(&world, &mut canonical)]);
    let mut open = vec![world];
    let mut found = BTreeSet::new();
    while let Some(world) = open.pop() {
        let could = |fiber: &FiberId| world.is_ready(*fiber) || world.timeout(*fiber).is_some();
        let ready: Vec<FiberId> = (0..world.fibers() as u32).map(FiberId).filter(could).collect();
        if ready.is_empty() {
            let written = world.kernel.terminal.iter();
            let text = written.map(|written| written.text.as_str()).collect();
            found.insert((text, matches!(world.end(), End::Deadlock { .. })));
        }
        for fiber in ready {
            let mut next = world.clone();
            step(&mut next, fiber);
            if seen.insert(key(&next, &mut canonical)) {
                open.push(next);
            }
        }
        assert!(seen.len() < MOST, "too large for brute force");
    }
    found
}

/// Compares the two searches; the program must have more than one outcome, or nothing could be lost.
fn compare(source: &str) {
    let all = all_outcomes(source);
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(outcomes(source), all, "{source}");
}

#[test]
fn lost_updates() {
    compare(
        "import threading
n = 0
def work():
    global n
    n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
",
    );
}

#[test]
fn what_is_read_between_joins() {
    compare(
        "import threading
done = []
threads = [threading.Thread(target=done.append, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
threads[0].join()
print(len(done))
threads[1].join()
",
    );
}

#[test]
fn a_thread_joins_one_that_another_starts() {
    compare(
        "import threading
inner = threading.Thread(target=lambda: None)
outer = threading.Thread(target=inner.start)
outer.start()
try:
    inner.join()
    print('joined')
except RuntimeError:
    print('too early')
outer.join()
",
    );
}

#[test]
fn locks_in_two_orders() {
    compare(
        "import threading
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        with second:
            pass
thread = threading.Thread(target=work, args=(b, a))
thread.start()
work(a, b)
print('done')
thread.join()
",
    );
}

#[test]
fn a_signal_breaks_a_join_off() {
    compare(
        "import os, signal, threading
def handler(number, frame):
    print('handler', worker.is_alive())
def work():
    os.kill(os.getpid(), signal.SIGUSR1)
    print('sent')
signal.signal(signal.SIGUSR1, handler)
worker = threading.Thread(target=work)
worker.start()
worker.join()
print('joined')
",
    );
}

#[test]
fn an_interrupt_during_a_join() {
    compare(
        "import os, signal, threading
lock = threading.Lock()
def work():
    os.kill(os.getpid(), signal.SIGINT)
    with lock:
        print('worker')
worker = threading.Thread(target=work)
lock.acquire()
try:
    worker.start()
    lock.release()
    worker.join()
    print('joined')
except KeyboardInterrupt:
    print('interrupted', lock.locked())
",
    );
}

#[test]
fn a_timed_join() {
    compare(
        "import threading
thread = threading.Thread(target=print, args=('end',))
thread.start()
thread.join(1)
print(thread.is_alive())
",
    );
}

#[test]
fn events_and_conditions() {
    compare(
        "import threading
condition = threading.Condition()
items = []
def consume(name):
    with condition:
        while not items:
            condition.wait()
        print(name, items.pop())
threads = [threading.Thread(target=consume, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
with condition:
    items.append(1)
    condition.notify()
with condition:
    items.append(2)
    condition.notify()
for thread in threads:
    thread.join()
",
    );
}
