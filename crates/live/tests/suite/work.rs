//! Work that C code does without the GIL: several threads do it at the same time, and a repetition comes to the same.

use std::thread::sleep;
use std::time::Duration;

use live::Pool;
use trace::{End, EventKind, LaneState, Model, Segment, Stream, Timeline, Trace, WaitOn};

use crate::common::{assert_repeats, ends_well, repeated, run, start, stop};

fn is_work(on: WaitOn) -> bool {
    matches!(on, WaitOn::Work { .. })
}

/// Whether two threads waited for such things at the same time.
fn at_once(trace: &Trace, is_it: fn(WaitOn) -> bool) -> bool {
    let waits = Timeline::of(trace).lanes.into_iter().map(|lane| {
        let is_wait = |segment: &Segment| matches!(segment.state, LaneState::Blocked(on) if is_it(on));
        lane.segments.into_iter().filter(is_wait).collect()
    });
    let waits: Vec<Vec<Segment>> = waits.collect();
    let overlap = |one: &Segment, other: &Segment| one.start < other.end && other.start < one.end;
    waits.iter().enumerate().any(|(index, ones)| {
        let mut others = waits[index + 1..].iter().flatten();
        others.any(|other| ones.iter().any(|one| overlap(one, other)))
    })
}

/// Two threads that begin to do the same thing at the same time.
fn twice(preparation: &str, work: &str) -> String {
    format!(
        "
import ctypes, hashlib, threading, zlib
{preparation}
begin = threading.Barrier(2)
results = []
def work():
    begin.wait()
    results.append({work})
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
"
    )
}

#[test]
fn two_threads_work_at_once() {
    let cases = [
        (
            "data = bytes(range(256)) * 60_000",
            "hashlib.sha512(data).hexdigest()[:8]",
            "'30db7584'",
        ),
        ("data = bytearray(15_000_000)", "zlib.crc32(data)", "3271049676"),
        (
            "data = bytes(range(256)) * 20_000",
            "zlib.decompress(zlib.compress(data)) == data",
            "True",
        ),
    ];
    for (preparation, work, result) in cases {
        let finished = repeated(&twice(preparation, work));
        ends_well(&finished);
        let both = format!("[{result}, {result}]\n");
        assert_eq!(finished.trace.output(Stream::Out), both, "{work}");
        assert!(at_once(&finished.trace, is_work), "{work}");
    }
}

#[test]
fn two_threads_sleep_in_c_at_once() {
    let source = twice("libc = ctypes.CDLL('libc.so.6')", "libc.usleep(50_000)");
    let finished = repeated(&source);
    ends_well(&finished);
    assert!(at_once(&finished.trace, |on| matches!(on, WaitOn::Sleep { .. })));
}

/// Each waits for the other's work and goes on with its digest.
#[test]
fn two_threads_share_a_digest() {
    let source = twice(
        "shared, data = hashlib.md5(), bytes(1_000_000)",
        "(shared.update(data), shared.digest() in (hashlib.md5(data).digest(), hashlib.md5(data * 2).digest()))",
    ) + "print(shared.digest() == hashlib.md5(data * 2).digest())\n";
    let finished = repeated(&source);
    ends_well(&finished);
    assert_eq!(
        finished.trace.output(Stream::Out),
        "[(None, True), (None, True)]\nTrue\n"
    );
}

#[test]
fn a_run_stops_in_the_middle_of_work() {
    for work in ["zlib.compress(data, 9)", "hashlib.md5(data)"] {
        let source = format!(
            "import hashlib, zlib\ndata = bytes(range(255)) * 400_000\nprint('begins')\nwhile True:\n    {work}\n"
        );
        let run = start(&Pool::native(8), &source, &Model::default());
        while run.take_console().is_empty() {
            sleep(Duration::from_millis(1));
        }
        sleep(Duration::from_millis(100));
        let finished = stop(&run);
        assert_eq!(finished.trace.end, End::Stopped);
        let last = finished.trace.events.last().map(|event| &event.kind);
        assert!(
            matches!(last, Some(EventKind::Blocked { on }) if is_work(*on)),
            "{last:?}"
        );
    }
}

/// What more memory would come of than may be had uncharged is done by whoever has the GIL, and comes to the same.
#[test]
fn what_comes_of_much_work_is_bounded() {
    let source = twice(
        "packed = zlib.compress(bytes(8_000_000), 1)",
        "len(zlib.decompress(packed))",
    );
    let source = source
        .replace("range(2)", "range(8)")
        .replace("Barrier(2)", "Barrier(8)");
    let finished = run(&source);
    assert_eq!(
        finished.trace.output(Stream::Out),
        format!("{:?}\n", [8_000_000; 8])
    );
    assert_repeats(&source, &finished);
}

/// The bytes of a bytearray are charged twice while C code reads them, and no longer.
#[test]
fn work_leaves_no_memory_charged() {
    let mut model = Model::default();
    model.limits.memory = 5 << 20;
    let source = "
import hashlib, zlib
data = bytearray(2_000_000)
for _ in range(10):
    hashlib.md5(data)
    zlib.crc32(data)
    zlib.decompress(zlib.compress(data, 1))
";
    let finished = start(&Pool::native(8), source, &model).wait();
    assert_eq!(finished.trace.end, End::Finished { status: 0 });
    let large = source.replace("2_000_000", "3_000_000");
    let finished = start(&Pool::native(8), &large, &model).wait();
    assert!(
        matches!(finished.trace.end, End::Limit { .. }),
        "{:?}",
        finished.trace.end
    );
}
