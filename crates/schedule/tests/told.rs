//! What a trace tells of queues, events, tasks and the like: who did what with which of them, who waited and who woke whom.

use std::sync::Arc;

use schedule::{Ran, Replay, Simulation};
use trace::{
    End, EventKind, Model, Policy, ResourceId, ResourceKind, Sleeper, SwitchPoints, TaskState, TaskStep,
    TaskWait, Timeline, Trace, Use, WaitFor, WaitOn,
};

/// A run by the default model; its schedule repeats it, and so does running it in small pieces.
#[track_caller]
fn run(source: &str) -> Trace {
    run_with(source, &Model::default())
}

#[track_caller]
fn run_with(source: &str, model: &Model) -> Trace {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let Ran { trace, schedule } = Simulation::new(Arc::clone(&program), model)
        .expect("it fits")
        .run();
    let again = Replay::new(Arc::clone(&program), model, schedule)
        .expect("it fits")
        .run();
    assert_eq!(again.trace, trace, "a schedule repeats its run");
    let mut pieces = Simulation::new(program, model).expect("it fits");
    let pieces = loop {
        if let Some(ran) = pieces.advance(13) {
            break ran;
        }
    };
    assert_eq!(pieces.trace, trace, "pieces make the same run");
    trace
}

/// A run of several processes.
fn run_processes(source: &str) -> Trace {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    Simulation::new(program, &Model::default())
        .expect("it fits")
        .run()
        .trace
}

fn name(trace: &Trace, resource: ResourceId) -> String {
    let info = &trace.resources[resource.index()];
    match info.name.as_str() {
        "" => format!("{:?}", info.kind).to_lowercase(),
        name => name.to_owned(),
    }
}

/// What happened with resources, a line for each event: `Thread-1 (f): Put q 1`.
fn story(trace: &Trace) -> Vec<String> {
    let mut story = Vec::new();
    for event in &trace.events {
        let what = match &event.kind {
            EventKind::Used {
                resource,
                what,
                value,
            } => {
                let value = value.map_or(String::new(), |value| format!(" {value}"));
                format!("{what:?} {}{value}", name(trace, *resource))
            }
            EventKind::Blocked {
                on: WaitOn::Resource(resource),
            } => format!("waits for {}", name(trace, *resource)),
            EventKind::Woke { who, on } => {
                let who = match who {
                    Sleeper::Thread(fiber) => trace.fibers[fiber.index()].name.clone(),
                    Sleeper::Task(task) => name(trace, *task),
                };
                let on = on.map_or_else(|| "time".to_owned(), |on| name(trace, on));
                format!("wakes {who} for {on}")
            }
            EventKind::Task { task, step } => {
                let task = name(trace, *task);
                match step {
                    TaskStep::Suspended {
                        why: TaskWait::Resource(on),
                    } => format!("{task} waits for {}", name(trace, *on)),
                    TaskStep::Suspended { why } => format!("{task} waits: {why:?}"),
                    step => format!("{step:?} {task}"),
                }
            }
            _ => continue,
        };
        story.push(format!("{}: {what}", trace.fibers[event.fiber.index()].name));
    }
    story
}

/// The lines come in this order, with others in between.
#[track_caller]
fn tells(trace: &Trace, lines: &[&str]) {
    let story = story(trace);
    let mut rest = story.iter();
    for line in lines {
        assert!(rest.any(|told| told == line), "{line:?} in {story:#?}");
    }
}

#[test]
fn a_queue_tells_its_length_and_who_woke_whom() {
    let trace = run("import queue, threading
q = queue.Queue(1)
def take():
    for _ in range(3):
        q.get()
        q.task_done()
threading.Thread(target=take).start()
for n in range(3):
    q.put(n)
q.join()
");
    tells(
        &trace,
        &[
            "Thread-1 (take): waits for q",
            "MainThread: Put q 1",
            "MainThread: wakes Thread-1 (take) for q",
            "MainThread: waits for q",
            "Thread-1 (take): Got q 0",
            "Thread-1 (take): wakes MainThread for q",
            "Thread-1 (take): TaskDone q 0",
        ],
    );
    let levels = Timeline::of(&trace).levels;
    assert_eq!(levels.len(), 1);
    let values: Vec<u64> = levels[0].points.iter().map(|(_, value)| *value).collect();
    assert_eq!(values, [1, 0, 1, 0, 1, 0]);
    assert!(
        trace.locks.is_empty(),
        "its mutex is its own business: {:?}",
        trace.locks
    );
}

#[test]
fn every_queue_of_threads_tells() {
    for class in ["Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"] {
        let trace = run(&format!(
            "import queue\nq = queue.{class}()\nq.put(1)\nq.put(2)\nq.get()\n"
        ));
        tells(
            &trace,
            &[
                "MainThread: Put q 1",
                "MainThread: Put q 2",
                "MainThread: Got q 1",
            ],
        );
        assert_eq!(trace.resources[0].kind, ResourceKind::Queue);
    }
}

#[test]
fn a_condition_tells_of_its_lock_its_waits_and_its_notifications() {
    let trace = run("import threading
class Shop:
    def __init__(self):
        self.changed = threading.Condition()
        self.stock = 0
shops = [Shop(), Shop()]
def buy(shop):
    with shop.changed:
        while not shop.stock:
            shop.changed.wait()
threading.Thread(target=buy, args=(shops[1],)).start()
with shops[1].changed:
    shops[1].stock = 1
    shops[1].changed.notify_all()
");
    tells(
        &trace,
        &[
            "Thread-1 (buy): waits for shops[1].changed",
            "MainThread: Notified shops[1].changed 1",
            "MainThread: wakes Thread-1 (buy) for shops[1].changed",
        ],
    );
    assert_eq!(trace.resources[0].kind, ResourceKind::Condition);
    let lock = trace
        .locks
        .iter()
        .find(|lock| !lock.name.is_empty())
        .expect("its lock is used");
    assert_eq!((lock.name.as_str(), lock.reentrant), ("shops[1].changed", true));
}

#[test]
fn events_semaphores_and_barriers_tell() {
    let trace = run("import threading, time
go = threading.Event()
places = threading.BoundedSemaphore(1)
start = threading.Barrier(2)
def work():
    go.wait()
    with places:
        pass
    start.wait()
threading.Thread(target=work).start()
with places:
    go.set()
    time.sleep(0.01)
start.wait()
go.clear()
");
    tells(
        &trace,
        &[
            "Thread-1 (work): waits for go",
            "MainThread: Acquired places 0",
            "MainThread: Set go",
            "MainThread: wakes Thread-1 (work) for go",
            "Thread-1 (work): waits for places",
            "MainThread: Released places 1",
            "MainThread: wakes Thread-1 (work) for places",
            "MainThread: waits for start",
            "Thread-1 (work): Tripped start 2",
            "Thread-1 (work): wakes MainThread for start",
            "MainThread: Cleared go",
        ],
    );
    let broken = run("import threading
gate = threading.Barrier(2)
gate.abort()
gate.reset()
");
    tells(&broken, &["MainThread: Broken gate", "MainThread: Reset gate"]);
}

#[test]
fn locks_are_named_where_they_are_used() {
    let trace = run("import threading
class Account:
    def __init__(self):
        self.lock = threading.RLock()
    def move(self):
        with self.lock:
            pass
locks = {'a': threading.Lock()}
def use(mine):
    with mine, locks['a']:
        pass
    Account().move()
use(threading.Lock())
");
    let names: Vec<&str> = trace.locks.iter().map(|lock| lock.name.as_str()).collect();
    assert_eq!(names, ["locks['a']", "mine", "self.lock"]);
    assert!(trace.locks[2].reentrant && !trace.locks[0].reentrant);
}

#[test]
fn names_are_found_deep_inside_and_not_for_any_price() {
    let trace = run("import threading
class Seat:
    def __init__(self):
        self.free = threading.Event()
class Table:
    def __init__(self):
        self.seats = {'a': Seat(), 2: Seat()}
        self._hidden = Seat()
table = Table()
table.__dict__
table.seats['a'].free.set()
table.seats[2].free.set()
table._hidden.free.set()
numbers = list(range(100_000))
late = threading.Event()
def use():
    near = [late, threading.Event()]
    near[1].set()
    late.set()
use()
");
    let names: Vec<&str> = trace.resources.iter().map(|info| info.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "table.seats['a'].free",
            "table.seats[2].free",
            "",
            "near[1]",
            "late"
        ]
    );
}

#[test]
fn futures_have_states_and_waiters() {
    let trace = run("from concurrent.futures import ThreadPoolExecutor, wait
def job(n):
    return n
with ThreadPoolExecutor(1) as pool:
    first = pool.submit(job, 1)
    second = pool.submit(job, 2)
    second.cancel()
    first.result()
    wait([first])
");
    let story = story(&trace);
    let own: Vec<&str> = story
        .iter()
        .map(String::as_str)
        .filter(|line| line.ends_with(" job"))
        .collect();
    assert_eq!(
        own,
        [
            "MainThread: Pending job",
            "ThreadPoolExecutor-0_0: Running job",
            "ThreadPoolExecutor-0_0: Done job",
            "MainThread: Pending job",
            "MainThread: Cancelled job",
        ],
        "{story:#?}"
    );
    let kinds: Vec<ResourceKind> = trace.resources.iter().map(|info| info.kind).collect();
    assert!(!kinds.contains(&ResourceKind::Semaphore), "{kinds:?}");
}

const TASKS: &str = "import asyncio
async def take(q, gate):
    await gate.wait()
    return await q.get()
async def main():
    q = asyncio.Queue(1)
    gate = asyncio.Event()
    lock = asyncio.Lock()
    taker = asyncio.create_task(take(q, gate), name='taker')
    await asyncio.sleep(0.01)
    async with lock:
        gate.set()
        await asyncio.sleep(0)
        await q.put(1)
    await taker
    late = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)
asyncio.run(main())
";

#[test]
fn tasks_are_lanes_with_reasons() {
    let trace = run(TASKS);
    tells(
        &trace,
        &[
            "MainThread: Created Task-1 (main)",
            "MainThread: Resumed Task-1 (main)",
            "MainThread: Created taker",
            "MainThread: Task-1 (main) waits: Sleep { nanos: 10000000 }",
            "MainThread: Resumed taker",
            "MainThread: taker waits for gate",
            "MainThread: waits for loop",
            "MainThread: wakes Task-1 (main) for time",
            "MainThread: Acquired lock 0",
            "MainThread: Set gate",
            "MainThread: wakes taker for gate",
            "MainThread: Task-1 (main) waits: Turn",
            "MainThread: taker waits for q",
            "MainThread: Put q 1",
            "MainThread: wakes taker for q",
            "MainThread: Released lock 1",
            "MainThread: Task-1 (main) waits for taker",
            "MainThread: Got q 0",
            "MainThread: Returned taker",
            "MainThread: wakes Task-1 (main) for taker",
            "MainThread: Cancelled Task-3 (sleep)",
            "MainThread: Returned Task-1 (main)",
        ],
    );
    let lanes = Timeline::of(&trace).tasks;
    let taker = lanes
        .iter()
        .find(|lane| name(&trace, lane.task) == "taker")
        .expect("it has a lane");
    let states: Vec<TaskState> = taker.segments.iter().map(|segment| segment.state).collect();
    assert!(
        matches!(
            states[..],
            [
                TaskState::Ready,
                TaskState::Running,
                TaskState::Waiting(TaskWait::Resource(_)),
                TaskState::Ready,
                TaskState::Running,
                TaskState::Waiting(TaskWait::Resource(_)),
                TaskState::Ready,
                TaskState::Running,
            ]
        ),
        "{states:?}"
    );
    assert!(taker.segments.windows(2).all(|pair| pair[0].end == pair[1].start));
}

#[test]
fn greenlets_switch() {
    let trace = run("from greenlet import greenlet
def one():
    second.switch()
def two():
    first.switch()
first = greenlet(one)
second = greenlet(two)
first.switch()
");
    assert_eq!(
        story(&trace)[..5],
        [
            "MainThread: Resumed one",
            "MainThread: Resumed two",
            "MainThread: Resumed one",
            "MainThread: Returned one",
            "MainThread: Resumed main",
        ]
    );
}

#[test]
fn gevent_tells_what_its_greenlets_wait_for() {
    let trace = run("import gevent
from gevent.event import Event
from gevent.queue import Queue
q = Queue()
go = Event()
def take():
    go.wait()
    q.get()
def give():
    gevent.sleep(0.01)
    go.set()
    gevent.sleep(0)
    q.put(1)
gevent.joinall([gevent.spawn(take), gevent.spawn(give)])
");
    tells(
        &trace,
        &[
            "MainThread: Created take",
            "MainThread: Created give",
            "MainThread: main waits: Several",
            "MainThread: take waits for go",
            "MainThread: give waits: Sleep { nanos: 10000000 }",
            "MainThread: wakes give for time",
            "MainThread: Set go",
            "MainThread: wakes take for go",
            "MainThread: take waits for q",
            "MainThread: Put q 1",
            "MainThread: wakes take for time",
            "MainThread: Got q 0",
            "MainThread: Returned take",
        ],
    );
}

#[test]
fn messages_and_locks_between_processes_are_told_with_sizes() {
    let trace = run_processes(
        "import multiprocessing
def child(end, lock):
    with lock:
        end.send_bytes(b'12345')
here, there = multiprocessing.Pipe()
lock = multiprocessing.Lock()
process = multiprocessing.Process(target=child, args=(there, lock))
process.start()
here.recv_bytes()
process.join()
",
    );
    tells(
        &trace,
        &[
            "MainThread: Acquired lock 0",
            "MainThread: Sent { bytes: 9 } here 9",
            "MainThread: Received { bytes: 4 } here 5",
            "MainThread: Received { bytes: 5 } here 0",
        ],
    );
    let kinds: Vec<ResourceKind> = trace.resources.iter().map(|info| info.kind).collect();
    assert_eq!(kinds, [ResourceKind::Pipe, ResourceKind::Lock]);
}

#[test]
fn a_dead_end_names_what_is_waited_for() {
    let trace = run("import queue\nq = queue.Queue()\nq.get()\n");
    let End::Deadlock { waits } = &trace.end else {
        panic!("{:?}", trace.end)
    };
    let [wait] = waits.as_slice() else {
        panic!("{waits:?}")
    };
    let WaitFor::Resource(resource) = wait.on else {
        panic!("{wait:?}")
    };
    assert_eq!(name(&trace, resource), "q");
}

#[test]
fn copies_of_a_forked_process_are_others() {
    let trace = run_processes(
        "import os, queue
q = queue.Queue()
q.put(1)
if os.fork() == 0:
    q.put(2)
    os._exit(0)
os.waitpid(-1, 0)
",
    );
    let processes: Vec<_> = trace
        .resources
        .iter()
        .map(|info| (info.name.as_str(), info.process))
        .collect();
    assert_eq!(processes.len(), 2, "{processes:?}");
    assert!(processes.iter().all(|(name, _)| *name == "q") && processes[0].1 != processes[1].1);
}

/// Under every policy a schedule repeats what is told, and pieces make it too.
#[test]
fn what_is_told_does_not_depend_on_the_driver() {
    let threads = "import queue, threading
q = queue.Queue(2)
done = threading.Event()
def give():
    for n in range(4):
        q.put(n)
    done.set()
def take():
    for _ in range(4):
        q.get()
    done.wait()
for work in (give, take, give, take):
    threading.Thread(target=work).start()
";
    for policy in Policy::ALL {
        for switch_points in [SwitchPoints::CPython, SwitchPoints::Instruction] {
            for source in [threads, TASKS] {
                let model = Model {
                    policy,
                    switch_points,
                    switch_interval_us: 20,
                    quantum_us: 30,
                    ..Model::default()
                };
                let trace = run_with(source, &model);
                assert!(
                    matches!(trace.end, End::Finished { status: 0 }),
                    "{:?}",
                    trace.end
                );
                let puts = trace
                    .events
                    .iter()
                    .filter(|event| matches!(event.kind, EventKind::Used { what: Use::Put, .. }));
                assert_eq!(puts.count(), if source == threads { 8 } else { 1 });
            }
        }
    }
}
