//! Runs and the fingerprints of the traces that they leave: a file lists them, and every engine must come to the same.

use std::fmt::Write as _;

use engine::Engine;
use trace::{End, LimitKind, Limits, Model, Policy, SwitchPoints};
use wire::{Mode, Reply, Request, RunId, RunRequest};

/// What every engine must come to.
pub const EXPECTED: &str = include_str!("fingerprints.txt");

const NUMBERS: &str = "x = 0.1 + 0.2
print(x, x * 1e300 * 10, -x / 3, 1e16, 123456789012345680.0, 1e-7, 5e-324, 2 ** 0.5, 10.0 ** -5)
print(f'{x:.17g} {x:e} {x:.3f} {1e22:,.2f} {12345.678:>20.1f} {0.00001:g} {7:08.3f}')
total = 0.0
for i in range(1, 200):
    total += 1 / i ** 2
print(total, int(total * 1e15), total % 0.3, total // 0.3)
big = 3 ** 200 - 7 ** 90
print(big, -big // 10 ** 40, big % 99991, big >> 100, big & 2 ** 130 - 1, big / 10 ** 80)
print(f'{big:x} {big:,} {float(big)!r}', int('9' * 60) * int('8' * 50))
print('ab' * 3, [1, 2.5, 'z'], 'é中', 'abc'[::-1])
";

/// Threads that wait for whatever there is to wait for.
const THREADS: &str = "import threading, time
lock = threading.Lock()
other = threading.Lock()
n = 0

def work(k):
    global n
    for i in range(12):
        with lock:
            n += 1
            if i % 7 == k:
                time.sleep(0.0001 * k)
        if other.acquire(False):
            seen = n
            for _ in range(k * 5):
                pass
            n = seen + 1
            other.release()
        if i % 5 == 0:
            print(k, i, n, time.monotonic() * 3)
    if k == 2:
        1 / 0

threads = []
for k in range(4):
    threads.append(threading.Thread(target=work, args=(k,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n, time.time(), end='')
";

const DEADLOCK: &str = "import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.01)
        with second:
            print('both')
threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
";

/// Objects of many kinds and dead cycles, up to the bound on memory.
const MEMORY: &str = "import threading
def work(k):
    kept = []
    while True:
        cycle = ['a' * k, (k, 2.5), range(k)]
        cycle.append(cycle)
        kept.append([f'{k}', 10 ** 30, cycle[:2]])
for k in range(2):
    threading.Thread(target=work, args=(k,)).start()
";

const RECURSION: &str = "def f(n):
    return f(n + 1) + 1
f(0)
";

const COUNTER: &str = "import threading
n = 0
def work():
    global n
    for _ in range(2):
        seen = n
        n = seen + 1
threads = []
for _ in range(2):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
";

const MODELLED: [(&str, &str); 5] = [
    ("numbers", NUMBERS),
    ("threads", THREADS),
    ("deadlock", DEADLOCK),
    ("memory", MEMORY),
    ("recursion", RECURSION),
];

/// FNV-1a (Fowler, Noll, Vo): enough to tell two traces apart that nobody forges.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The last reply of a run.
pub fn last_reply(engine: &mut Engine, request: &Request) -> Reply {
    let mut replies = send(engine, request);
    while engine.is_busy() {
        replies.extend(look(engine));
    }
    replies.pop().expect("a run has a last reply")
}

/// Sends a request; what is answered at once.
pub fn send(engine: &mut Engine, request: &Request) -> Vec<Reply> {
    let bytes = wire::encode(request).expect("requests have bytes");
    engine.request(&bytes).into_iter().map(decode).collect()
}

/// Works, or looks at what workers did.
pub fn look(engine: &mut Engine) -> Vec<Reply> {
    engine.work().into_iter().map(decode).collect()
}

fn decode(message: engine::Message) -> Reply {
    wire::decode(&message.bytes()).expect("the engine sends replies")
}

/// The request for a run.
pub fn request(source: &str, model: Model, mode: Mode) -> Request {
    Request::Run(RunRequest {
        id: RunId(1),
        source: source.to_owned(),
        model,
        mode,
    })
}

/// A line for each run: what it was, and what came of it.
pub fn fingerprints(engine: &mut Engine) -> String {
    let mut lines = String::new();
    for (name, source) in MODELLED {
        for (policy, policy_name) in [(Policy::CPython, "cpython"), (Policy::Random, "random")] {
            for (switch_points, points) in [
                (SwitchPoints::CPython, "cpython"),
                (SwitchPoints::Instruction, "any"),
            ] {
                for seed in [1, 2] {
                    let model = Model {
                        policy,
                        switch_points,
                        seed,
                        switch_interval_us: 20,
                        unbuffered: seed == 2,
                        limits: Limits {
                            memory: 2 << 20,
                            ..Limits::default()
                        },
                        ..Model::default()
                    };
                    let line = modelled(engine, request(source, model, Mode::Model));
                    let _ = writeln!(
                        lines,
                        "{name}, policy {policy_name}, switch {points}, seed {seed}: {line}"
                    );
                }
            }
        }
    }
    for (name, source) in [("counter", COUNTER), ("deadlock", DEADLOCK)] {
        let line = searched(engine, request(source, Model::default(), Mode::Search));
        let _ = writeln!(lines, "{name}, search: {line}");
    }
    lines
}

fn modelled(engine: &mut Engine, request: Request) -> String {
    let result = match last_reply(engine, &request) {
        Reply::Finished { result, .. } => result,
        other => panic!("{other:?}"),
    };
    let trace = &result.trace;
    let end = match &trace.end {
        End::Finished { status } => format!("status {status}"),
        End::Deadlock { .. } => "deadlock".to_owned(),
        End::Limit {
            kind: LimitKind::Memory,
            ..
        } => "memory used up".to_owned(),
        other => format!("{other:?}"),
    };
    let bytes = wire::encode(&result).expect("results have bytes");
    format!(
        "{end}, {} instructions, {} turns, {} events, {:016x}",
        trace.steps(),
        trace.slices.len(),
        trace.events.len(),
        fingerprint(&bytes)
    )
}

fn searched(engine: &mut Engine, request: Request) -> String {
    let outcomes = match last_reply(engine, &request) {
        Reply::Outcomes { outcomes, .. } => outcomes,
        other => panic!("{other:?}"),
    };
    let bytes = wire::encode(&outcomes).expect("outcomes have bytes");
    format!(
        "{} outcomes, {} states, {} transitions, {:016x}",
        outcomes.outcomes.len(),
        outcomes.states,
        outcomes.transitions,
        fingerprint(&bytes)
    )
}
