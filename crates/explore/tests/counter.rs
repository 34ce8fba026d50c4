//! Outcomes of small programs: each number below is counted by hand, and every witness is repeated by `schedule`.

use std::collections::BTreeSet;
use std::sync::Arc;

use explore::{Bounds, Found, Report, Search};
use machine::{Program, Written};
use trace::{End, LimitKind, Model, Stream};

const SPLIT: &str = "t = counter\n        counter = t + 1";
const LONE: &str = "counter += 1";
const LOCKED: &str = "with lock:\n            counter += 1";

fn counter(threads: usize, increments: usize, body: &str) -> String {
    format!(
        "import threading
counter = 0
lock = threading.Lock()

def work():
    global counter
    for _ in range({increments}):
        {body}

threads = []
for _ in range({threads}):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
"
    )
}

const TWO_LOCKS: &str = "import threading
first = threading.Lock()
second = threading.Lock()

def one():
    with first:
        with second:
            print('one')

def two():
    with second:
        with first:
            print('two')

a = threading.Thread(target=one)
b = threading.Thread(target=two)
a.start()
b.start()
a.join()
b.join()
";

fn load(source: &str) -> Arc<Program> {
    match machine::load(source) {
        Ok(program) => Arc::new(program),
        Err(diagnostics) => panic!("{diagnostics:?}"),
    }
}

fn search(source: &str, model: &Model) -> Report {
    let program = load(source);
    let mut search = Search::new(Arc::clone(&program), model).expect("the program fits");
    while !search.advance(100_000) {}
    let report = search.report();
    assert!(report.complete, "{:?}", report.limit);
    for found in &report.outcomes {
        replays(&program, model, found);
    }
    report
}

/// The witness leads to the outcome it stands for.
fn replays(program: &Arc<Program>, model: &Model, found: &Found) {
    let mut replay =
        schedule::Replay::new(Arc::clone(program), model, found.witness.clone()).expect("the program fits");
    let ran = replay.run();
    let stream = |error: bool| -> String {
        found
            .terminal
            .iter()
            .filter(|written| written.error == error)
            .map(|written| written.text.as_str())
            .collect()
    };
    assert_eq!(ran.trace.end, found.end);
    assert_eq!(ran.trace.output(Stream::Out), stream(false));
    assert_eq!(ran.trace.output(Stream::Err), stream(true));
}

fn text(terminal: &[Written]) -> String {
    terminal.iter().map(|written| written.text.as_str()).collect()
}

/// What can be printed: after any instruction, and at CPython's switch points.
fn prints(report: &Report) -> (BTreeSet<String>, BTreeSet<String>) {
    let all = report.outcomes.iter().map(|found| text(&found.terminal));
    let cpython = report
        .outcomes
        .iter()
        .filter(|found| found.at_cpython_switch_points);
    (
        all.collect(),
        cpython.map(|found| text(&found.terminal)).collect(),
    )
}

fn lines(numbers: impl IntoIterator<Item = u32>) -> BTreeSet<String> {
    numbers.into_iter().map(|number| format!("{number}\n")).collect()
}

#[test]
fn an_unlocked_counter_loses_up_to_four_of_six_increments_after_any_instruction() {
    let (all, cpython) = prints(&search(&counter(2, 3, SPLIT), &Model::default()));
    assert_eq!(all, lines(2..=6));
    // Between the load and the store CPython 3.11 has no switch point.
    assert_eq!(cpython, lines([6]));
}

#[test]
fn a_lone_increment_is_safe_at_cpythons_switch_points_only() {
    let (all, cpython) = prints(&search(&counter(2, 3, LONE), &Model::default()));
    assert_eq!(all, lines(2..=6));
    assert_eq!(cpython, lines([6]));
}

#[test]
fn a_call_between_load_and_store_is_a_switch_point_of_cpython() {
    let (all, cpython) = prints(&search(
        &counter(2, 3, "counter = int(counter) + 1"),
        &Model::default(),
    ));
    assert_eq!(all, lines(2..=6));
    assert_eq!(cpython, lines(2..=6));
}

#[test]
fn a_lock_keeps_all_increments() {
    let report = search(&counter(2, 3, LOCKED), &Model::default());
    assert_eq!(prints(&report), (lines([6]), lines([6])));
    assert_eq!(report.outcomes.len(), 1);
    assert_eq!(report.outcomes[0].end, End::Finished { status: 0 });
}

#[test]
fn three_threads_with_two_increments_each() {
    let (all, _) = prints(&search(&counter(3, 2, SPLIT), &Model::default()));
    assert_eq!(all, lines(2..=6));
}

#[test]
fn two_locks_in_opposite_order_can_deadlock() {
    let report = search(TWO_LOCKS, &Model::default());
    let deadlocks: Vec<&Found> = report
        .outcomes
        .iter()
        .filter(|found| matches!(found.end, End::Deadlock { .. }))
        .collect();
    // Each waits for the other, and the main thread for the first of them.
    assert_eq!(deadlocks.len(), 1);
    let End::Deadlock { waits } = &deadlocks[0].end else {
        unreachable!("only deadlocks were kept")
    };
    assert_eq!(waits.len(), 3);
    assert_eq!(text(&deadlocks[0].terminal), "");
    // Nothing between the two `BEFORE_WITH` looks at the eval breaker; a call does.
    assert!(!deadlocks[0].at_cpython_switch_points);
    let with_call = TWO_LOCKS.replace(
        "    with second:\n            print",
        "    len('')\n        with second:\n            print",
    );
    let report = search(
        &with_call.replace(
            "    with first:\n            print",
            "    len('')\n        with first:\n            print",
        ),
        &Model::default(),
    );
    assert!(
        report
            .outcomes
            .iter()
            .any(|found| matches!(found.end, End::Deadlock { .. }) && found.at_cpython_switch_points)
    );
    assert_eq!(
        prints(&report).0,
        ["", "one\ntwo\n", "two\none\n"].map(str::to_owned).into()
    );
}

#[test]
fn an_unfinished_line_stays_in_the_buffer_of_a_deadlock() {
    let source = "import threading
lock = threading.Lock()
print('held', end='')
lock.acquire()
lock.acquire()
";
    let report = search(source, &Model::default());
    assert_eq!(report.outcomes.len(), 1);
    assert!(matches!(report.outcomes[0].end, End::Deadlock { .. }));
    assert!(report.outcomes[0].terminal.is_empty());
}

#[test]
fn a_sleep_may_take_any_time_and_a_write_may_be_overtaken() {
    let source = "import threading, time

def work():
    time.sleep(1)
    print('work')

thread = threading.Thread(target=work)
thread.start()
time.sleep(5)
print('main')
thread.join()
";
    let (all, cpython) = prints(&search(source, &Model::default()));
    assert_eq!(all, ["work\nmain\n", "main\nwork\n"].map(str::to_owned).into());
    assert_eq!(all, cpython);
    let (all, _) = prints(&search(
        source,
        &Model {
            unbuffered: true,
            ..Model::default()
        },
    ));
    let unbuffered = ["work\nmain\n", "main\nwork\n", "workmain\n\n", "mainwork\n\n"];
    assert_eq!(all, unbuffered.map(str::to_owned).into());
}

#[test]
fn an_uncaught_exception_and_a_clock_are_part_of_outcomes() {
    let source = "import time\nstart = time.time()\nprint(start - start, end='')\n1 // 0\n";
    let report = search(source, &Model::default());
    assert_eq!(report.outcomes.len(), 1);
    assert_eq!(report.outcomes[0].end, End::Finished { status: 1 });
    // A line that has not ended comes out when the main module ends, before the traceback.
    assert_eq!(
        report.outcomes[0]
            .terminal
            .first()
            .map(|written| written.text.as_str()),
        Some("0.0")
    );
    let error: String = report.outcomes[0]
        .terminal
        .iter()
        .filter(|written| written.error)
        .map(|written| written.text.as_str())
        .collect();
    assert!(
        error.ends_with("ZeroDivisionError: integer division or modulo by zero\n"),
        "{error}"
    );
}

#[test]
fn witnesses_switch_no_more_than_needed() {
    let report = search(&counter(2, 3, SPLIT), &Model::default());
    let switches = |wanted: &str| {
        let found = report
            .outcomes
            .iter()
            .find(|found| text(&found.terminal) == wanted);
        found.map(|found| found.witness.switches())
    };
    // `start` waits for a thread's first instruction, and it runs on to its end: to each thread and back.
    assert_eq!(switches("6\n"), Some(4));
    // A lost update needs somebody else between a load and its store.
    assert!(switches("5\n") > Some(4));
    assert!(switches("2\n") <= Some(9), "{:?}", switches("2\n"));
}

#[test]
fn pieces_and_threads_do_not_change_the_result() {
    let program = load(&counter(2, 2, SPLIT));
    let report = |piece: u64, threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads can be started");
        pool.install(|| {
            let mut search = Search::new(Arc::clone(&program), &Model::default()).expect("the program fits");
            while !search.advance(piece) {}
            search.report()
        })
    };
    let whole = report(u64::MAX, 1);
    assert_eq!(whole, report(7, 1));
    assert_eq!(whole, report(u64::MAX, 3));
}

#[test]
fn bounds_and_stop_leave_a_partial_report() {
    let program = load("n = 0\ndef work():\n    global n\n    while True:\n        n += 1\nwork()\n");
    let new =
        |bounds| Search::bounded(Arc::clone(&program), &Model::default(), bounds).expect("the program fits");
    let mut states = new(Bounds {
        states: 500,
        ..Bounds::default()
    });
    while !states.advance(1000) {}
    let report = states.report();
    assert_eq!(
        (report.limit, report.done, report.complete),
        (Some(LimitKind::Instructions), true, false)
    );
    let mut memory = new(Bounds {
        memory: 60_000,
        ..Bounds::default()
    });
    while !memory.advance(1000) {}
    assert_eq!(memory.report().limit, Some(LimitKind::Memory));
    let mut stopped = new(Bounds::default());
    assert!(!stopped.advance(100));
    stopped.stop();
    let report = stopped.report();
    assert_eq!((report.limit, report.done, report.complete), (None, true, false));
    assert!(stopped.advance(100));
}

#[test]
fn a_loop_that_nobody_sees_ends_at_the_limit() {
    let program = load("def work():\n    while True:\n        pass\nwork()\n");
    let mut search = Search::new(program, &Model::default()).expect("the program fits");
    while !search.advance(1000) {}
    let ends: Vec<End> = search
        .report()
        .outcomes
        .into_iter()
        .map(|found| found.end)
        .collect();
    assert!(
        matches!(ends[..], [End::Limit { kind: LimitKind::Instructions, place, .. }] if place.line > 1),
        "{ends:?}"
    );
}
