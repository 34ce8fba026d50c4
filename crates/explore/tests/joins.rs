//! Search leaves out states in which a thread has only come to wait for another's end: that must lose no outcome.

mod common;

use common::{outcomes, set};

#[test]
fn whoever_joins_a_thread_that_may_not_run_yet_fails_or_waits() {
    let source = "import threading
inner = threading.Thread(target=lambda: None)
outer = threading.Thread(target=inner.start)
outer.start()
try:
    inner.join()
    print('joined')
except RuntimeError:
    print('too early')
outer.join()
";
    assert_eq!(
        outcomes(source),
        set(&[("joined\n", false), ("too early\n", false)])
    );
}

#[test]
fn threads_that_join_each_other_wait_for_ever() {
    let source = "import threading
def work(other):
    threads[other].join()
threads = [threading.Thread(target=work, args=(1 - i,)) for i in range(2)]
for thread in threads:
    thread.start()
print('started')
";
    // The first may look for the second before that was started.
    let all = outcomes(source);
    assert!(all.contains(&("started\n".to_owned(), true)), "{all:?}");
    assert!(
        all.iter()
            .any(|(text, dead)| !dead && text.contains("cannot join thread before it is started"))
    );
}

#[test]
fn what_is_read_between_two_joins_may_be_old() {
    let source = "import threading
done = []
threads = [threading.Thread(target=done.append, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
threads[0].join()
print(sorted(done))
threads[1].join()
print(sorted(done))
";
    let expected = [("[0]\n[0, 1]\n", false), ("[0, 1]\n[0, 1]\n", false)];
    assert_eq!(outcomes(source), set(&expected));
}

#[test]
fn several_threads_may_join_the_same_one() {
    let source = "import threading
def work():
    print('a')
def wait():
    first.join()
    print('b')
first = threading.Thread(target=work)
first.start()
second = threading.Thread(target=wait)
second.start()
first.join()
print('c')
second.join()
";
    assert_eq!(
        outcomes(source),
        set(&[("a\nb\nc\n", false), ("a\nc\nb\n", false)])
    );
}

#[test]
fn a_join_with_a_timeout_may_come_too_late_or_too_early() {
    let source = "import threading
thread = threading.Thread(target=print, args=('end',))
thread.start()
thread.join(1)
print(thread.is_alive())
";
    let expected = [
        ("end\nFalse\n", false),
        ("end\nTrue\n", false),
        ("True\nend\n", false),
    ];
    assert_eq!(outcomes(source), set(&expected));
}

#[test]
fn a_join_of_ones_own_is_no_threads_join() {
    let source = "import threading
seen = []
class Worker(threading.Thread):
    def run(self):
        seen.append('run')
    def join(self):
        print(seen)
        super().join()
worker = Worker()
worker.start()
worker.join()
";
    assert_eq!(outcomes(source), set(&[("[]\n", false), ("['run']\n", false)]));
}

#[test]
fn a_thread_that_never_ends_keeps_who_joins_it() {
    let source = "import threading
lock = threading.Lock()
lock.acquire()
stuck = threading.Thread(target=lock.acquire)
busy = threading.Thread(target=print, args=('busy',))
stuck.start()
busy.start()
busy.join()
stuck.join()
print('never')
";
    assert_eq!(outcomes(source), set(&[("busy\n", true)]));
}
