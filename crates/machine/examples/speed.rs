//! How fast the machine is: a counting loop of five million iterations; single steps, clones and hashes of a small program's
//! state, as search needs them; and what a thousand tasks or greenlets take up.
//!
//! Prints one line each, `name value unit`; `cargo xtask bench` sets them against `python3` in the same run.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hash::{Hash, Hasher};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use machine::{Canonical, Outcome, World};
use rustc_hash::FxHasher;
use trace::{FiberId, Model};

/// Its peers run the same file.
const LOOP: &str = include_str!("loop.py");

/// A state of this one is cloned and hashed: two threads and a lock.
const SMALL: &str = "import threading
counter = 0
lock = threading.Lock()

def work():
    global counter
    for _ in range(1_000):
        with lock:
            counter += 1

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
work()
";

/// So many tasks wait when it prints.
const TASKS: &str = "import asyncio

async def work(event):
    await event.wait()

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(work(event)) for _ in range(COUNT)]
    await asyncio.sleep(0)
    print('waiting')

asyncio.run(main())
";

/// So many greenlets have been switched away from when it prints.
const GREENLETS: &str = "from greenlet import getcurrent, greenlet

def work():
    getcurrent().parent.switch()

greenlets = [greenlet(work) for _ in range(COUNT)]
for each in greenlets:
    each.switch()
print('waiting')
";

fn world(source: &str) -> World {
    let program = machine::load(source).expect("the program is right");
    World::new(Arc::new(program), &Model::default()).expect("it fits")
}

/// Everybody who can takes turns of `budget` instructions until the condition holds. Clocks stand still.
fn run_until(world: &mut World, budget: u64, is_there: impl Fn(&World) -> bool) {
    while !is_there(world) {
        for fiber in (0..world.fibers() as u32).map(FiberId) {
            if world.is_ready(fiber)
                && let Outcome::Clock(_) = world.run(fiber, budget, false).outcome
            {
                world.answer_clock(fiber, 0);
            }
        }
        world.forget_events();
    }
}

/// Seconds that something takes, so many times.
fn seconds(times: u32, mut work: impl FnMut()) -> f64 {
    let start = Instant::now();
    (0..times).for_each(|_| work());
    start.elapsed().as_secs_f64()
}

/// Bytes in use by a program when it first prints.
fn memory(source: &str, count: u32) -> u64 {
    let mut world = world(&source.replace("COUNT", &count.to_string()));
    run_until(&mut world, 1_000, |world| world.kernel.written() > 0);
    world.memory()
}

fn main() {
    let mut whole = world(LOOP);
    let start = Instant::now();
    run_until(&mut whole, 1_000_000, World::is_over);
    println!("loop {:.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let mut stepped = world(LOOP);
    let took = seconds(1_000_000, || {
        stepped.run(FiberId::MAIN, 1, false);
    });
    println!("step {:.1} ns", took * 1e3);

    let mut small = world(SMALL);
    run_until(&mut small, 5, |world| world.fibers() == 3);
    run_until(&mut small, 5, |world| world.thread_name(FiberId(2)).is_empty());
    let took = seconds(100_000, || {
        black_box(small.clone());
    });
    println!("clone {:.1} ns", took * 1e4);
    let took = seconds(100_000, || {
        black_box(small.clone()).run(FiberId::MAIN, 1, false);
    });
    println!("branch {:.1} ns", took * 1e4);
    let mut canonical = Canonical::default();
    let took = seconds(100_000, || {
        let mut hasher = FxHasher::default();
        small.for_each_canonical(&mut canonical, |words| words.hash(&mut hasher));
        black_box(hasher.finish());
    });
    println!("hash {:.1} ns", took * 1e4);

    for (name, source) in [("task", TASKS), ("greenlet", GREENLETS)] {
        let each = (memory(source, 2_000) - memory(source, 1_000)) as f64 / 1e3;
        println!("{name} {each:.0} bytes");
    }
}
