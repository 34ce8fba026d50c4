//! A trace as Chrome's trace-event JSON, which ui.perfetto.dev and chrome://tracing open.
//!
//! The format is Google's "Trace Event Format": complete slices (`X`), instants (`i`), flows from `s` to `f` and names (`M`);
//! times are microseconds, here with nanoseconds behind the point. A process is a process, its threads are its tracks; locks
//! are those of process 0.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};
use trace::{Event, EventKind, FiberId, LaneState, LockId, Nanos, Stream, Timeline, Trace, WaitOn};

use crate::report::{kernel_wait, lock_name};

const LOCKS: u32 = 0;

/// A track: a process and a thread of the format.
type Track = (u32, u32);

fn of_thread(trace: &Trace, fiber: FiberId) -> Track {
    let process = trace.fibers.get(fiber.index()).map(|info| info.process);
    (process.map_or(LOCKS, |process| trace.pid(process)), fiber.0 + 1)
}

fn of_lock(lock: LockId) -> Track {
    (LOCKS, lock.0 + 1)
}

/// An entry of the format; fields that a kind of entry does not have are left out.
#[derive(Debug, Serialize)]
struct Entry {
    name: String,
    cat: &'static str,
    ph: &'static str,
    /// Microseconds.
    ts: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<f64>,
    pid: u32,
    tid: u32,
    /// Which flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    /// That a flow ends in the slice around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<&'static str>,
    /// How far an instant reaches: its thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    args: Map<String, Value>,
}

impl Entry {
    fn new(ph: &'static str, cat: &'static str, name: impl Into<String>, at: Nanos, track: Track) -> Self {
        Self {
            name: name.into(),
            cat,
            ph,
            ts: micros(at),
            dur: None,
            pid: track.0,
            tid: track.1,
            id: None,
            bp: None,
            s: None,
            args: Map::new(),
        }
    }

    fn slice(cat: &'static str, name: impl Into<String>, start: Nanos, end: Nanos, track: Track) -> Self {
        Self {
            dur: Some(micros(end - start)),
            ..Self::new("X", cat, name, start, track)
        }
    }

    fn named(kind: &'static str, track: Track, key: &str, value: impl Into<Value>) -> Self {
        Self {
            args: [(key.to_owned(), value.into())].into_iter().collect(),
            ..Self::new("M", "__metadata", kind, 0, track)
        }
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.args.insert(key.to_owned(), value.into());
        self
    }
}

fn micros(nanos: Nanos) -> f64 {
    nanos as f64 / 1e3
}

/// Writes a trace of the program of that name.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(trace: &Trace, program: &str, out: &mut impl Write) -> io::Result<()> {
    let timeline = Timeline::of(trace);
    let mut entries = Vec::new();
    slices(trace, &timeline, &mut entries);
    instants(trace, &mut entries);
    flows(trace, &timeline, &mut entries);
    entries.sort_by(|a, b| a.ts.total_cmp(&b.ts));
    out.write_all(b"{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n")?;
    let mut separator: &[u8] = b"";
    for entry in names(trace, program).iter().chain(&entries) {
        out.write_all(separator)?;
        serde_json::to_writer(&mut *out, entry)?;
        separator = b",\n";
    }
    out.write_all(b"\n]}\n")
}

fn names(trace: &Trace, program: &str) -> Vec<Entry> {
    let mut names = Vec::new();
    for info in &trace.processes {
        names.push(Entry::named("process_name", (info.pid, 0), "name", program));
    }
    for (index, info) in trace.fibers.iter().enumerate() {
        let track = of_thread(trace, FiberId(index as u32));
        names.push(Entry::named("thread_name", track, "name", info.name.as_str()));
        names.push(Entry::named("thread_sort_index", track, "sort_index", index));
    }
    if !trace.locks.is_empty() {
        names.push(Entry::named("process_name", (LOCKS, 0), "name", "locks"));
    }
    for index in 0..trace.locks.len() {
        let lock = LockId(index as u32);
        let track = of_lock(lock);
        names.push(Entry::named("thread_name", track, "name", lock_name(trace, lock)));
        names.push(Entry::named("thread_sort_index", track, "sort_index", index));
    }
    names
}

fn slices(trace: &Trace, timeline: &Timeline, entries: &mut Vec<Entry>) {
    for lane in &timeline.lanes {
        let track = of_thread(trace, lane.fiber);
        for segment in &lane.segments {
            let (cat, name) = match segment.state {
                LaneState::Running => ("running", "running".to_owned()),
                LaneState::GilWait => ("gil", "waiting for the GIL".to_owned()),
                LaneState::Blocked(on) => ("blocked", wait_text(trace, on)),
            };
            entries.push(Entry::slice(cat, name, segment.start, segment.end, track));
        }
    }
    for hold in &timeline.holds {
        let owner = thread_name(trace, hold.owner);
        let held = Entry::slice(
            "held",
            format!("held by {owner}"),
            hold.start,
            hold.end,
            of_lock(hold.lock),
        );
        entries.push(held);
    }
}

fn wait_text(trace: &Trace, on: WaitOn) -> String {
    match on {
        WaitOn::Lock(lock) if lock.is_internal() => "waiting to be woken".to_owned(),
        WaitOn::Lock(lock) => format!("waiting for {}", lock_name(trace, lock)),
        WaitOn::End(fiber) => format!("waiting for the end of {}", thread_name(trace, fiber)),
        WaitOn::Start(fiber) => format!("waiting for the start of {}", thread_name(trace, fiber)),
        WaitOn::Sleep { .. } => "sleeping".to_owned(),
        WaitOn::Write => "writing".to_owned(),
        WaitOn::Work { .. } => "working without the GIL".to_owned(),
        WaitOn::Kernel { .. } | WaitOn::Child(_) | WaitOn::Descriptors => {
            format!("waiting for {}", kernel_wait(on))
        }
    }
}

fn thread_name(trace: &Trace, fiber: FiberId) -> &str {
    trace
        .fibers
        .get(fiber.index())
        .map_or("?", |info| info.name.as_str())
}

fn instants(trace: &Trace, entries: &mut Vec<Entry>) {
    for event in &trace.events {
        let instant = |name: String| Entry {
            s: Some("t"),
            ..Entry::new("i", "event", name, event.at, of_thread(trace, event.fiber))
        };
        let entry = match &event.kind {
            EventKind::Spawned { child } => instant(format!("starts {}", thread_name(trace, *child))),
            EventKind::Acquired { lock } => instant(format!("acquires {}", lock_name(trace, *lock))),
            EventKind::Released { lock } => instant(format!("releases {}", lock_name(trace, *lock))),
            EventKind::Output { stream, text } => {
                let stream = match stream {
                    Stream::Out => "stdout",
                    Stream::Err => "stderr",
                };
                instant("prints".to_owned())
                    .with("text", text.as_str())
                    .with("stream", stream)
            }
            EventKind::Raised { message } => instant(format!("raises {message}")),
            EventKind::Finished => instant("ends".to_owned()),
            EventKind::Forked { process, .. } => instant(format!("starts process {}", trace.pid(*process))),
            EventKind::Exited { process, status } => {
                instant(format!("process {} ends", trace.pid(*process))).with("status", format!("{status:?}"))
            }
            EventKind::Signalled { process, signal } => instant(format!(
                "signal {signal} comes to process {}",
                trace.pid(*process)
            )),
            // A slice of its own.
            EventKind::Blocked { .. } => continue,
        };
        entries.push(entry.with("step", event.step));
    }
}

/// Arrows: from a release to the next thread that acquires, from a start to the started thread's first slice.
fn flows(trace: &Trace, timeline: &Timeline, entries: &mut Vec<Entry>) {
    let mut arrows = Vec::new();
    let mut released: Vec<Option<(FiberId, Nanos)>> = vec![None; trace.locks.len()];
    for event in &trace.events {
        match event.kind {
            EventKind::Released { lock } => {
                released[lock.index()] = Some((event.fiber, inside(trace, event)));
            }
            EventKind::Acquired { lock } => {
                if let Some((from, at)) = released[lock.index()].take()
                    && from != event.fiber
                {
                    arrows.push(("lock", (from, at), (event.fiber, inside(trace, event))));
                }
            }
            EventKind::Spawned { child } | EventKind::Forked { child, .. } => {
                let lane = timeline.lanes[child.index()].segments.iter();
                let mut running = lane.filter(|segment| segment.state == LaneState::Running);
                if let Some(first) = running.next() {
                    arrows.push(("start", (event.fiber, inside(trace, event)), (child, first.start)));
                }
            }
            _ => {}
        }
    }
    for (id, (name, (from, at), (to, until))) in arrows.into_iter().enumerate() {
        entries.push(Entry {
            id: Some(id),
            ..Entry::new("s", "flow", name, at, of_thread(trace, from))
        });
        entries.push(Entry {
            id: Some(id),
            bp: Some("e"),
            ..Entry::new("f", "flow", name, until, of_thread(trace, to))
        });
    }
}

/// An event's time inside the slice that did it, which the last instruction's is not: viewers tie arrows to slices by time.
fn inside(trace: &Trace, event: &Event) -> Nanos {
    let slice = trace.slice_at_step(event.step.saturating_sub(1));
    slice.map_or(event.at, |slice| {
        event.at.min(slice.end.saturating_sub(1)).max(slice.start)
    })
}
