//! `--trace` writes what viewers of Chrome's trace-event format open.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::common::Folder;

const SOURCE: &str = "import threading, time
lock = threading.Lock()
def work(n):
    with lock:
        print('in', n)
        time.sleep(0.01)
one = threading.Thread(target=work, args=(1,))
two = threading.Thread(target=work, args=(2,))
one.start(); two.start()
one.join(); two.join()
";

fn number(entry: &Value, key: &str) -> f64 {
    entry[key].as_f64().unwrap_or_else(|| panic!("{key} in {entry}"))
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_else(|| panic!("{key} in {entry}"))
}

/// Checks the rules of the format; the entries.
fn checked(json: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_str(json).expect("it is JSON");
    let entries = whole["traceEvents"].as_array().expect("a list").clone();
    let mut last: BTreeMap<(u64, u64), f64> = BTreeMap::new();
    let mut busy_until: BTreeMap<(u64, u64), f64> = BTreeMap::new();
    let mut flows: BTreeMap<u64, Vec<(&str, f64)>> = BTreeMap::new();
    for entry in &entries {
        let track = (number(entry, "pid") as u64, number(entry, "tid") as u64);
        let at = number(entry, "ts");
        assert!(
            !text(entry, "name").is_empty() && !text(entry, "cat").is_empty() && at >= 0.0,
            "{entry}"
        );
        let before = last.insert(track, at).unwrap_or(0.0);
        assert!(before <= at, "times go up on a track: {entry}");
        match text(entry, "ph") {
            "X" => {
                let end = at + number(entry, "dur");
                // Nanoseconds as doubles of microseconds: their sums are only nearly exact.
                let free = busy_until.insert(track, end).unwrap_or(0.0);
                assert!(
                    end > at && free <= at + 1e-6,
                    "slices of a track do not overlap: {entry}"
                );
            }
            "i" => assert_eq!(text(entry, "s"), "t"),
            "s" => flows
                .entry(number(entry, "id") as u64)
                .or_default()
                .push(("s", at)),
            "f" => {
                assert_eq!(text(entry, "bp"), "e");
                flows
                    .entry(number(entry, "id") as u64)
                    .or_default()
                    .push(("f", at));
            }
            "C" => {
                let values = entry["args"].as_object().expect("a counter has values");
                assert!(
                    !values.is_empty() && values.values().all(Value::is_u64),
                    "{entry}"
                );
            }
            "M" => {
                assert!(
                    [
                        "process_name",
                        "process_sort_index",
                        "thread_name",
                        "thread_sort_index"
                    ]
                    .contains(&text(entry, "name"))
                );
            }
            other => panic!("{other}"),
        }
    }
    for ends in flows.values() {
        assert!(
            matches!(ends[..], [("s", from), ("f", to)] if from <= to),
            "{ends:?}"
        );
    }
    entries
}

#[test]
fn a_model_run_tells_all_that_happened() {
    let folder = Folder::new("trace_model").with("prog.py", SOURCE);
    let ran = folder.run(&["run", "prog.py", "--trace", "out.json"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), "in 1\nin 2\n"));
    let entries = checked(&folder.read("out.json"));
    let has = |ph: &str, tid: u64, name: &str| {
        let found = entries.iter().find(|entry| {
            text(entry, "ph") == ph
                && number(entry, "tid") as u64 == tid
                && text(entry, "name").starts_with(name)
        });
        found.unwrap_or_else(|| panic!("{ph} {tid} {name}")).clone()
    };
    assert_eq!(has("M", 0, "process_name")["args"]["name"], "prog.py");
    assert_eq!(has("M", 2, "thread_name")["args"]["name"], "Thread-1 (work)");
    has("X", 1, "running");
    has("X", 3, "waiting for the GIL");
    has("X", 2, "sleeping");
    has("X", 3, "waiting for lock");
    has("X", 1, "waiting for the end of Thread-1 (work)");
    // The first lock comes behind three threads.
    has("X", 4, "held by Thread-2 (work)");
    assert_eq!(has("i", 3, "prints")["args"]["text"], "in 2\n");
    has("i", 1, "starts Thread-2 (work)");
    // One thread's release lets the other acquire.
    has("s", 2, "lock");
    has("f", 3, "lock");
    has("s", 1, "start");
    has("f", 2, "start");
    // The first sleep is 10 000 microseconds long.
    assert_eq!(number(&has("X", 2, "sleeping"), "dur"), 10_000.0);
}

const TOLD: &str = "import asyncio, multiprocessing, queue, threading
from concurrent.futures import ThreadPoolExecutor
work = queue.Queue(1)
ready = threading.Event()
def take():
    ready.wait()
    for _ in range(3):
        work.get()
async def pause():
    await asyncio.sleep(0.01)
async def main():
    await asyncio.gather(pause(), pause())
def child(end):
    end.send('hello')
taker = threading.Thread(target=take)
taker.start()
ready.set()
for n in range(3):
    work.put(n)
taker.join()
asyncio.run(main())
with ThreadPoolExecutor(1) as pool:
    pool.submit(pow, 2, 3).result()
here, there = multiprocessing.Pipe()
process = multiprocessing.Process(target=child, args=(there,))
process.start()
print(here.recv())
process.join()
";

#[test]
fn primitives_and_tasks_are_told_by_name() {
    let folder = Folder::new("trace_told").with("prog.py", TOLD);
    let ran = folder.run(&["run", "prog.py", "--trace", "out.json"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), "hello\n"), "{ran:?}");
    let entries = checked(&folder.read("out.json"));
    let has = |ph: &str, name: &str| {
        let mut named = entries.iter().filter(|entry| text(entry, "ph") == ph);
        named.any(|entry| text(entry, "name") == name || entry["args"]["name"] == name)
    };
    for (ph, name) in [
        ("X", "waiting for event ready"),
        ("X", "waiting for queue work"),
        ("i", "sets event ready"),
        ("i", "puts into queue work"),
        ("i", "wakes Thread-1 (take)"),
        ("C", "queue work"),
        ("s", "wake"),
        ("M", "task Task-2 (pause)"),
        ("X", "sleeping"),
        ("X", "waiting for several"),
        ("M", "future pow"),
        ("i", "ends future pow"),
        ("i", "sends into pipe here"),
        ("C", "pipe here"),
        ("s", "message"),
    ] {
        assert!(has(ph, name), "{ph} {name}");
    }
}

#[test]
fn a_live_run_and_its_repetition_are_told_alike() {
    let folder = Folder::new("trace_live").with("prog.py", SOURCE);
    folder.run(&[
        "run",
        "prog.py",
        "--live",
        "--trace",
        "out.json",
        "--schedule",
        "s",
    ]);
    checked(&folder.read("out.json"));
    folder.run(&["replay", "prog.py", "s", "--trace", "again.json"]);
    assert_eq!(folder.read("out.json"), folder.read("again.json"));
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_the_run() {
    let folder = Folder::new("trace_nowhere").with("prog.py", SOURCE);
    folder
        .run(&["run", "prog.py", "--trace", "absent/out.json"])
        .refused("can't write 'absent/out.json'");
}
