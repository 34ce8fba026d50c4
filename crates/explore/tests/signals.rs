//! Search finds what comes of signals, whenever they come.

mod common;

use common::{outcomes, set};

#[test]
fn a_timer_may_end_at_any_time_and_its_handler_runs_between_two_statements() {
    let source = "import signal
n = 0
def handler(number, frame):
    global n
    n += 1
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
for i in range(2):
    n = n + 10
print(n)
";
    // CPython does not look for signals inside of `n = n + 10`, so no update is lost.
    assert_eq!(outcomes(source), set(&[("20\n", false), ("21\n", false)]));
}

#[test]
fn a_handler_that_wants_the_lock_that_its_thread_holds_waits_for_ever() {
    let source = "import os, signal, threading
lock = threading.Lock()
def handler(number, frame):
    with lock:
        print('handler')
signal.signal(signal.SIGUSR1, handler)
def send():
    os.kill(os.getpid(), signal.SIGUSR1)
thread = threading.Thread(target=send)
thread.start()
with lock:
    print('main')
thread.join()
";
    let expected = [
        ("handler\nmain\n", false),
        ("main\nhandler\n", false),
        ("main\n", true),
    ];
    assert_eq!(outcomes(source), set(&expected));
}

#[test]
fn an_interrupt_comes_before_a_block_at_the_end_of_its_call_or_behind_it() {
    let source = "import os, signal, threading
def send():
    os.kill(os.getpid(), signal.SIGINT)
thread = threading.Thread(target=send)
try:
    thread.start()
    try:
        print('in')
    except KeyboardInterrupt:
        print('caught inside')
    thread.join()
    print('joined')
except KeyboardInterrupt:
    print('caught')
";
    let expected = [
        ("caught\n", false),
        ("in\ncaught\n", false),
        ("in\ncaught inside\njoined\n", false),
    ];
    assert_eq!(outcomes(source), set(&expected));
}
