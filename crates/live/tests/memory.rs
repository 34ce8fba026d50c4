//! Memory of live runs, counted by an allocator of this test's own.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicIsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use live::{LiveRun, Pool};
use trace::Model;

/// The system's allocator, with a count of the bytes that are out.
struct Counting;

static OUT: AtomicIsize = AtomicIsize::new(0);

// SAFETY: everything is the system's doing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        OUT.fetch_add(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: as the caller has promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        OUT.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: as the caller has promised.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Threads that compute, wait and fill memory, in two processes.
const PROGRAM: &str = "
import os, threading
def work(kept=[]):
    while True:
        kept.append(bytes(1000))
        if len(kept) > 500:
            kept.clear()
os.fork()
lock = threading.Lock()
lock.acquire()
for _ in range(3):
    threading.Thread(target=work).start()
    threading.Thread(target=lock.acquire).start()
";

#[test]
fn memory_comes_back_after_two_hundred_runs_that_were_stopped() {
    let pool = Pool::native(20);
    let program = Arc::new(machine::load(PROGRAM).expect("the program is supported"));
    let mut early = 0;
    for round in 0..200 {
        let run = LiveRun::start(&pool, Arc::clone(&program), &Model::default()).expect("its constants fit");
        while run.progress().steps < 20_000 {
            sleep(Duration::from_micros(200));
        }
        run.stop();
        drop(run.wait());
        drop(run);
        if round == 20 {
            early = level();
        }
    }
    let late = level();
    assert!(late < early + 64_000, "{early} bytes became {late}");
}

/// Bytes that are out, once workers have let go of the run: a moment after its end.
fn level() -> isize {
    let looks = (0..50).map(|_| {
        sleep(Duration::from_millis(1));
        OUT.load(Ordering::Relaxed)
    });
    looks.min().expect("it looked")
}
