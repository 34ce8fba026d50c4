//! What others can see of library code, which CPython does not interrupt: between two calls, not inside one.

mod common;

use std::collections::BTreeSet;

use common::{outcomes, report, set, text};

/// What `look` prints while the main thread does something, besides its own end.
fn seen_during(setup: &str, look: &str, deeds: [&str; 2]) -> BTreeSet<String> {
    let [first, second] = deeds;
    let source = format!(
        "import bisect, heapq, queue, threading
{setup}
def work():
    print({look}, end='')
thread = threading.Thread(target=work)
thread.start()
{first}
{second}
thread.join()
"
    );
    let found = report(&source).outcomes;
    // The end of a call into C is a place where CPython may switch.
    assert!(found.iter().all(|found| found.at_cpython_switch_points));
    found.iter().map(text).collect()
}

fn texts(expected: [&str; 3]) -> BTreeSet<String> {
    expected.map(str::to_owned).into()
}

/// Behind the start of its thread `submit` does more that others can see, so one may end before the next begins.
#[test]
fn a_task_may_wait_for_its_own_pool_in_vain() {
    let source = "from concurrent.futures import ThreadPoolExecutor
def child(n):
    return n
def parent(n):
    return pool.submit(child, n).result()
pool = ThreadPoolExecutor(2)
a = pool.submit(parent, 1)
b = pool.submit(parent, 2)
print(a.result(), b.result(), end='')
";
    assert_eq!(outcomes(source), set(&[("", true), ("1 2", false)]));
}

/// Their code is not looked at instruction by instruction, so the call itself must be seen.
#[test]
fn functions_of_the_library_change_what_they_are_given() {
    for (look, deeds) in [
        ("heap", ["heapq.heappush(heap, 1)", "heapq.heappush(heap, 2)"]),
        ("heap", ["bisect.insort(heap, 1)", "bisect.insort(heap, 2)"]),
    ] {
        let seen = seen_during("heap = []", look, deeds);
        assert_eq!(seen, texts(["[]", "[1]", "[1, 2]"]), "{deeds:?}");
    }
}

#[test]
fn methods_of_the_librarys_objects_change_them() {
    let seen = seen_during(
        "items = queue.Queue()",
        "items.qsize()",
        ["items.put(1)", "items.put(2)"],
    );
    assert_eq!(seen, texts(["0", "1", "2"]));
}
