//! Several processes: each with a GIL of its own, as many at a time as there are processors.

use std::sync::Arc;

use schedule::{Replay, Simulation};
use trace::{
    End, EventKind, ExitStatus, FiberId, KernelKind, LimitKind, Limits, Model, Policy, ProcessId, Stream,
    SwitchPoints, Trace, WaitFor, WaitOn,
};

fn run(source: &str, model: &Model) -> Trace {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let ran = Simulation::new(Arc::clone(&program), model)
        .expect("it fits")
        .run();
    let again = Replay::new(program, model, ran.schedule.clone())
        .expect("it fits")
        .run();
    assert_eq!(again.trace, ran.trace, "a schedule repeats its run");
    ran.trace
}

/// Four times the same work, one after the other, by threads, and by processes; prints how long each took in microseconds.
const WORK: &str = "import os, threading, time

def work():
    n = 0
    for i in range(5000):
        n += i

def threads():
    started = [threading.Thread(target=work) for _ in range(4)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()

def processes():
    pids = []
    for _ in range(4):
        pid = os.fork()
        if pid == 0:
            work()
            os._exit(0)
        pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)

def serial():
    for _ in range(4):
        work()

for do in (serial, threads, processes):
    start = time.perf_counter()
    do()
    print(int((time.perf_counter() - start) * 1e6))
";

/// How long threads and processes took, in parts of what one thread took.
fn speed(model: &Model) -> (f64, f64) {
    let program = Arc::new(machine::load(WORK).expect("the program is right"));
    let trace = Simulation::new(program, model).expect("it fits").run().trace;
    let output = trace.output(Stream::Out);
    let times: Vec<f64> = output
        .lines()
        .map(|line| line.parse().expect("a number"))
        .collect();
    (times[1] / times[0], times[2] / times[0])
}

#[track_caller]
fn about(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.02, "{found} is not about {expected}");
}

#[test]
fn processes_run_at_the_same_time_and_threads_under_a_gil_do_not() {
    for (cores, expected) in [(1, 1.0), (2, 0.5), (4, 0.25), (64, 0.25)] {
        let (threads, processes) = speed(&Model {
            cores,
            ..Model::default()
        });
        about(threads, 1.0);
        about(processes, expected);
    }
}

#[test]
fn without_a_gil_threads_run_at_the_same_time() {
    let (threads, processes) = speed(&Model {
        cores: 4,
        gil: false,
        ..Model::default()
    });
    about(threads, 0.25);
    about(processes, 0.25);
}

/// Processes that talk through pipes, one of them with threads; determined whoever runs when.
const TALK: &str = "import os, threading

def child(ask, say):
    lock = threading.Lock()
    total = []
    def add(n):
        with lock:
            total.append(n)
    while True:
        n = os.read(ask, 1)[0]
        if n == 0:
            break
        threads = [threading.Thread(target=add, args=(n + k,)) for k in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os.write(say, bytes([sum(total)]))
    os._exit(len(total))

pipes = []
for _ in range(3):
    ask = os.pipe()
    say = os.pipe()
    pid = os.fork()
    if pid == 0:
        child(ask[0], say[1])
    pipes.append((pid, ask[1], say[0]))
for n in (1, 2, 3):
    for pid, ask, say in pipes:
        os.write(ask, bytes([n]))
    print([os.read(say, 1)[0] for pid, ask, say in pipes])
for pid, ask, say in pipes:
    os.write(ask, bytes([0]))
print([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid, ask, say in pipes])
";

#[test]
fn every_policy_runs_what_is_determined_to_the_same_end() {
    for policy in Policy::ALL {
        for switch_points in [SwitchPoints::CPython, SwitchPoints::Instruction] {
            for (seed, cores, gil) in [(1, 1, true), (2, 2, true), (3, 4, true), (4, 4, false)] {
                let model = Model {
                    policy,
                    switch_points,
                    seed,
                    cores,
                    gil,
                    switch_interval_us: 50,
                    quantum_us: 30,
                    ..Model::default()
                };
                let trace = run(TALK, &model);
                assert_eq!(trace.end, End::Finished { status: 0 }, "{model:?}");
                let expected = "[6, 6, 6]\n[15, 15, 15]\n[27, 27, 27]\n[9, 9, 9]\n";
                assert_eq!(trace.output(Stream::Out), expected, "{model:?}");
                is_well_ordered(&trace, &model);
            }
        }
    }
}

/// Slices begin in order, no more overlap than there are processors, and none of one process where it has a GIL.
fn is_well_ordered(trace: &Trace, model: &Model) {
    for (index, slice) in trace.slices.iter().enumerate() {
        let before = &trace.slices[..index];
        assert!(before.last().is_none_or(|last| last.start <= slice.start));
        assert!(slice.ready <= slice.start);
        let process = |fiber: FiberId| trace.fibers[fiber.index()].process;
        let overlapping: Vec<_> = before.iter().filter(|other| other.end > slice.start).collect();
        assert!(overlapping.len() < model.cores as usize);
        let same = overlapping
            .iter()
            .filter(|other| process(other.fiber) == process(slice.fiber));
        assert!(same.count() == 0 || !model.gil);
    }
}

#[test]
fn traces_tell_of_processes() {
    let trace = run(
        "import os\npid = os.fork()\nif pid == 0:\n    os.kill(os.getpid(), 9)\nos.waitpid(pid, 0)\n",
        &Model::default(),
    );
    assert_eq!(trace.processes.len(), 2);
    assert_eq!(trace.processes[1].parent, Some(ProcessId::MAIN));
    let told: Vec<_> = trace
        .events
        .iter()
        .filter_map(|event| match event.kind {
            EventKind::Forked { process, child } => Some((process, Some(child), None)),
            EventKind::Exited { process, status } => Some((process, None, Some(status))),
            _ => None,
        })
        .collect();
    let expected = [
        (ProcessId(1), Some(FiberId(1)), None),
        (ProcessId(1), None, Some(ExitStatus::Killed { signal: 9 })),
        (ProcessId::MAIN, None, Some(ExitStatus::Exited(0))),
    ];
    assert_eq!(told, expected);
    assert_eq!(trace.fibers[1].process, ProcessId(1));
}

#[test]
fn a_deadlock_between_processes_tells_who_could_end_it() {
    let trace = run(
        "import os\na = os.pipe()\nb = os.pipe()\nif os.fork() == 0:\n    os.read(a[0], 1)\n    os.write(b[1], b'x')\nelse:\n    os.read(b[0], 1)\n    os.write(a[1], b'x')\n",
        &Model::default(),
    );
    let End::Deadlock { waits } = trace.end else {
        panic!("{:?}", trace.end)
    };
    let told: Vec<_> = waits
        .iter()
        .map(|wait| (wait.fiber, wait.on, wait.place.line))
        .collect();
    let reads = |number, process| WaitFor::Kernel {
        on: WaitOn::Kernel {
            object: trace::KernelId { pid: 1000, number },
            kind: KernelKind::Read,
        },
        process: Some(process),
    };
    let (main, child) = (ProcessId::MAIN, ProcessId(1));
    let expected = [
        (FiberId(0), reads(2, main), 8),
        (FiberId(0), reads(2, child), 8),
        (FiberId(1), reads(1, main), 5),
        (FiberId(1), reads(1, child), 5),
    ];
    assert_eq!(told, expected);
}

/// Programs that begin processes for ever soon hear that there is no room for one more.
#[test]
fn fork_bombs_end() {
    let model = Model {
        limits: Limits {
            instructions: 300_000,
            processes: 50,
            ..Limits::default()
        },
        ..Model::default()
    };
    let at_once = model.limits.processes as usize;
    let bomb = |source: &str| {
        let trace = run(source, &model);
        let told = trace.output(Stream::Err);
        let complaints = told.matches("BlockingIOError: [Errno 11] Resource temporarily unavailable\n");
        (trace.end.clone(), trace.processes.len(), complaints.count())
    };
    let limited = |end: End, expected: LimitKind| match end {
        End::Limit { kind, place, .. } => assert!(kind == expected && matches!(place.line, 3 | 4)),
        other => panic!("{other:?}"),
    };
    // Every one of them begins as many as it can, and then fails; its child does not count once it has ended itself.
    let (end, processes, complaints) = bomb("import os\nwhile True:\n    os.fork()\n");
    assert_eq!(end, End::Finished { status: 1 });
    assert!(
        processes >= at_once && complaints == processes,
        "{processes} {complaints}"
    );
    let (end, processes, complaints) =
        bomb("import os\nwhile True:\n    try: os.fork()\n    except OSError: pass\n");
    limited(end, LimitKind::Instructions);
    assert_eq!((processes, complaints), (at_once, 0));
    let (end, processes, complaints) =
        bomb("import os\nwhile True:\n    if os.fork() == 0: os._exit(0)\n    os.wait()\n");
    limited(end, LimitKind::Processes);
    assert_eq!((processes, complaints), (4 * at_once, 0));
}
