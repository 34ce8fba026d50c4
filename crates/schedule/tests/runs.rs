//! Modelled runs: the same every time, like CPython where it is determined, and repeatable from their schedules.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use schedule::{Replay, Simulation};
use trace::{End, EventKind, Limits, Model, Policy, Stream, SwitchPoints, Trace, WaitOn};

fn run(source: &str, model: &Model) -> (Trace, trace::Schedule) {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let ran = Simulation::new(Arc::clone(&program), model)
        .expect("it fits")
        .run();
    let again = Replay::new(program, model, ran.schedule.clone())
        .expect("it fits")
        .run();
    assert_eq!(again.trace, ran.trace, "a schedule repeats its run");
    (ran.trace, ran.schedule)
}

/// What `python3` prints for a program.
fn python(source: &str) -> (String, String) {
    let mut child = Command::new("python3")
        .args(["-u", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 is the oracle and must be installed");
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(source.as_bytes())
        .expect("python3 reads its program");
    let output = child.wait_with_output().expect("python3 ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("python3 prints UTF-8");
    (text(output.stdout), text(output.stderr))
}

/// A determined program prints here what it prints under CPython, and ends with the same exception if it does.
#[track_caller]
fn same_as_python(source: &str) {
    let (out, err) = python(source);
    for policy in [Policy::CPython, Policy::Random] {
        for switch_points in [SwitchPoints::CPython, SwitchPoints::Instruction] {
            let (trace, _) = run(
                source,
                &Model {
                    policy,
                    switch_points,
                    ..Model::default()
                },
            );
            assert_eq!(
                trace.output(Stream::Out),
                out,
                "{policy:?} {switch_points:?}\n{}",
                trace.output(Stream::Err)
            );
            let last = |text: &str| text.lines().last().unwrap_or_default().to_owned();
            assert_eq!(last(&trace.output(Stream::Err)), last(&err));
        }
    }
}

#[test]
fn expressions() {
    same_as_python(
        "print(1 + 2 * 3, 7 // -2, 7 % -2, 2 ** 100, -7 / 2, 1e16, 0.1 + 0.2, 10 ** 20 // 3)\n\
         print([1, 2, 3][::-1], (1,), (1, 2), 'a' 'b', 'x' * 3, [0] * 2, not 1, 3 < 4 < 5, 3 < 4 > 9)\n\
         print(f'{3.14159:.2f} {5:>4}|{\"a\"!r} {1 if [] else 2}', None, True and 'yes' or 'no')\n\
         print('abc'[1], 'abc'[-1:], 2 in [1, 2], 'b' not in 'abc', len('abc'), sum([1, 2]), max(3, 5))\n",
    );
}

#[test]
fn statements() {
    same_as_python(
        "def fib(n, a=0, b=1):\n    while n:\n        a, b = b, a + b\n        n -= 1\n    return a\n\
         total = 0\nfor i in range(10):\n    if i == 3:\n        continue\n    if i == 8:\n        break\n    total += i\n\
         else:\n    print('never')\nprint(total, fib(90), fib(b=5, n=2))\n\
         xs = [3, 1, 2]\nxs.append(7)\nxs[0] = 9\ndel xs[1]\nxs.sort()\nprint(xs, xs.index(7), xs.pop(), xs)\n\
         a = b = [1]\na += [2]\nprint(b, a is b)\nassert b == [1, 2], 'no'\n",
    );
}

#[test]
fn exceptions_end_the_program_like_pythons() {
    same_as_python("print('a')\n1 / 0\nprint('b')\n");
    same_as_python("def f(x):\n    return x + 1\nf('a')\n");
    same_as_python("def f():\n    return f()\nf()\n");
    same_as_python("print(unknown)\n");
    same_as_python("def f():\n    print(x)\n    x = 1\nf()\n");
    same_as_python("assert 1 > 2, f'{1} is not'\n");
    same_as_python("def f(a, b):\n    pass\nf(1)\n");
    same_as_python("[].pop()\n");
    same_as_python("import threading\nlock = threading.Lock()\nlock.release()\n");
}

#[test]
fn a_lock_left_by_an_exception_is_free() {
    same_as_python(
        "import threading\nlock = threading.Lock()\n\ndef f():\n    with lock:\n        for i in range(3):\n            return i\n\n\
         def g():\n    with lock:\n        1 / 0\n\nprint(f(), lock.locked())\nt = threading.Thread(target=f)\nt.start()\nt.join()\n\
         print(lock.locked(), t.is_alive(), t.name)\nwith lock:\n    print('in')\ng()\n",
    );
}

const LOCKED: &str = "import threading, time\nn = 0\nlock = threading.Lock()\n\ndef work(k):\n    global n\n    for _ in range(k):\n        with lock:\n            t = n\n            time.sleep(0.001)\n            n = t + 1\n\nts = []\nfor i in range(4):\n    t = threading.Thread(target=work, args=(3,))\n    t.start()\n    ts.append(t)\nfor t in ts:\n    t.join()\nprint(n)\n";

#[test]
fn a_lock_protects_under_every_policy() {
    same_as_python(LOCKED);
}

#[test]
fn equal_seeds_give_equal_traces_and_others_differ() {
    let source = LOCKED
        .replace("with lock:", "if True:")
        .replace("time.sleep(0.001)", "pass");
    let model = |seed| Model {
        policy: Policy::Random,
        switch_points: SwitchPoints::Instruction,
        seed,
        ..Model::default()
    };
    assert_eq!(run(&source, &model(7)).0, run(&source, &model(7)).0);
    let distinct: std::collections::BTreeSet<String> = (0..40)
        .map(|seed| run(&source, &model(seed)).0.output(Stream::Out))
        .collect();
    assert!(distinct.len() > 3, "{distinct:?}");
}

#[test]
fn two_locks_in_opposite_order_can_deadlock() {
    let source = "import threading, time\na = threading.Lock()\nb = threading.Lock()\n\ndef f(x, y):\n    with x:\n        time.sleep(0.1)\n        with y:\n            pass\n\nt = threading.Thread(target=f, args=(a, b))\nu = threading.Thread(target=f, args=(b, a))\nt.start()\nu.start()\n";
    let (trace, _) = run(source, &Model::default());
    let End::Deadlock { waits } = &trace.end else {
        panic!("{:?}", trace.end)
    };
    // The third is the main thread, which joins the other two.
    assert_eq!(waits.len(), 3);
    assert_eq!([&trace.locks[0].name, &trace.locks[1].name], ["a", "b"]);
}

#[test]
fn limits_end_a_run_with_the_place() {
    let model = Model {
        limits: Limits {
            instructions: 5_000_000,
            memory: 16 << 20,
            ..Limits::default()
        },
        ..Model::default()
    };
    let limit = |source: &str| match run(source, &model).0.end {
        End::Limit { kind, place, .. } => (kind, place.line),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        limit("x = 1\nwhile True:\n    x += 1\n").0,
        trace::LimitKind::Instructions
    );
    assert_eq!(
        limit("xs = []\nwhile True:\n    xs.append([1])\n"),
        (trace::LimitKind::Memory, 3)
    );
    assert_eq!(
        limit("while True:\n    print('x' * 1000)\n"),
        (trace::LimitKind::Output, 2)
    );
    assert_eq!(limit("x = 'ab' * 10 ** 12\n"), (trace::LimitKind::Memory, 1));
}

/// Methods of strings and bytes that call Python, and formats that are wrong.
const TEXTS: &str = "class C:
    x = ['y']
    def __str__(self): return 'c'
    def __index__(self): return 2
    def __bytes__(self): return b'c'
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(repr(error))
c = C()
attempt(lambda: '{0} {0.x[0]!r:>{w}} {1[k]}'.format(c, {'k': 1}, w=4))
attempt(lambda: '%s %(a)s %z' % {'a': c})
attempt(lambda: '%(a)s|%(b)5d' % {'a': c, 'b': 2.5})
attempt(lambda: '{} {'.format(c))
attempt(lambda: '{0.x.nope}'.format(c))
attempt(lambda: '{a}'.format_map({}))
attempt(lambda: b'%s %d' % (c, 1))
attempt(lambda: ['a' * c, 'abcd'.find('d', c), 'a b'.split(), 'ab'.join('xyz'), 'x'.join([c])])
attempt(lambda: 'abc'.translate(str.maketrans({'a': 'long', 'b': None})))
attempt(lambda: '\u{20ac}'.encode('ascii'))
attempt(lambda: b'\\xff'.decode())
b = bytearray(b'abc')
b[c] = c
b[1:c] = b'long'
b += bytes(c)
attempt(lambda: b.extend(['x']))
del b[::2]
print(b, b.split(b'n'), b.partition(b'n'), int.from_bytes(c, 'little'), (2.5).as_integer_ratio(), divmod(7, 2))
";

/// Runs a program and checks its processes' books after every instruction.
fn audited(source: &str) {
    use trace::FiberId;
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut world = machine::World::new(program, &Model::default()).expect("it fits");
    let mut steps = 0;
    while !world.is_over() {
        let ready = (0..world.fibers() as u32)
            .map(FiberId)
            .filter(|fiber| world.is_ready(*fiber));
        let ready: Vec<FiberId> = ready.collect();
        world.run(ready[steps % ready.len()], 1, false);
        steps += 1;
        world.audit().expect("counts are right");
    }
}

#[test]
fn reference_counts_are_right_after_every_instruction() {
    audited(LOCKED);
    audited(
        "def f(x):\n    y = [x, (x, 'a' + 'b')]\n    z = y[1]\n    y.append(y)\n    return f'{z!r:>20}'\nfor c in 'abc':\n    w = f(c)\nprint(w, [w] * 2)\n1 / 0\n",
    );
}

#[test]
fn reference_counts_are_right_in_methods_of_texts() {
    audited(TEXTS);
}

#[test]
fn reference_counts_are_right_while_c_code_works() {
    audited(
        "import hashlib, os, threading, zlib
data = bytearray(3000)
shared = hashlib.md5()
def work(k):
    shared.update(data)
    hashlib.sha1(memoryview(data)[k:]).digest()
    zlib.decompress(zlib.compress(bytes(6000)))
    zlib.crc32(data * 2)
    try:
        zlib.decompress(data)
    except zlib.error:
        pass
threads = [threading.Thread(target=work, args=(k,), daemon=k == 2) for k in range(3)]
for thread in threads:
    thread.start()
for _ in range(20):
    if os.fork() == 0:
        os._exit(0)
for _ in range(20):
    os.wait()
",
    );
}

/// While C code works without the GIL others run: two digests take the time of one.
#[test]
fn work_in_c_leaves_the_gil_to_others() {
    let digests = |threads: usize| {
        let source = format!(
            "import hashlib, threading\n\
             data = bytes(500_000)\n\
             def digest(): hashlib.sha512(data).digest()\n\
             threads = [threading.Thread(target=digest) for _ in range({threads})]\n\
             for thread in threads: thread.start()\n\
             for thread in threads: thread.join()\n"
        );
        run(&source, &Model::default()).0
    };
    let (one, two) = (digests(1), digests(2));
    let works = |trace: &Trace| {
        let is_work = |kind: &EventKind| {
            matches!(
                kind,
                EventKind::Blocked {
                    on: WaitOn::Work { .. }
                }
            )
        };
        trace.events.iter().filter(|event| is_work(&event.kind)).count()
    };
    assert_eq!((works(&one), works(&two)), (1, 2));
    assert!(
        two.ended_at < one.ended_at * 5 / 4,
        "{} {}",
        one.ended_at,
        two.ended_at
    );
}

#[test]
fn threads_keep_their_names_when_they_are_gone() {
    let (trace, _) = run(LOCKED, &Model::default());
    let names: Vec<&str> = trace.fibers.iter().map(|fiber| fiber.name.as_str()).collect();
    assert_eq!(names[..3], ["MainThread", "Thread-1 (work)", "Thread-2 (work)"]);
}

/// A program that wants threads to take turns more often is heeded, from then on.
#[test]
fn the_switch_interval_is_the_programs_own() {
    let turns = |setting: &str| {
        let source = format!(
            "import sys, threading\n{setting}\ndef work():\n    for _ in range(100_000):\n        pass\n\
             for _ in range(2):\n    threading.Thread(target=work).start()\n"
        );
        run(&source, &Model::default()).0.slices.len()
    };
    let (usual, often) = (turns(""), turns("sys.setswitchinterval(0.0001)"));
    assert!(often > 10 * usual, "{often} turns against {usual}");
}
