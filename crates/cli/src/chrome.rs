//! A trace as Chrome's trace-event JSON, which ui.perfetto.dev and chrome://tracing open.
//!
//! The format is Google's "Trace Event Format": complete slices (`X`), instants (`i`), counters (`C`), flows from `s` to `f` and
//! names (`M`); times are microseconds, here with nanoseconds behind the point. A process is a process, its threads are its
//! tracks, and each thread's tasks lie below it; locks and futures are tracks of process 0, and what queues, semaphores and
//! pipes hold are its counters.

mod flows;
mod instants;
mod tracks;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};
use trace::{LaneState, Nanos, ResourceKind, TaskState, Timeline, Trace};

use crate::words::{resource_name, task_wait_text, thread_name, wait_text};
use tracks::{SHARED, Track, Tracks};

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
    let tracks = Tracks::of(trace, &timeline);
    let mut entries = Vec::new();
    slices(trace, &timeline, &tracks, &mut entries);
    counters(trace, &timeline, &mut entries);
    instants::add(trace, &tracks, &mut entries);
    flows::add(trace, &timeline, &tracks, &mut entries);
    entries.sort_by(|a, b| a.ts.total_cmp(&b.ts));
    out.write_all(b"{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n")?;
    let mut separator: &[u8] = b"";
    for entry in tracks.names(trace, program).iter().chain(&entries) {
        out.write_all(separator)?;
        serde_json::to_writer(&mut *out, entry)?;
        separator = b",\n";
    }
    out.write_all(b"\n]}\n")
}

fn slices(trace: &Trace, timeline: &Timeline, tracks: &Tracks, entries: &mut Vec<Entry>) {
    for lane in &timeline.lanes {
        let track = tracks.of_thread(lane.fiber);
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
        let name = format!("held by {}", thread_name(trace, hold.owner));
        let track = tracks.of_lock(hold.lock);
        entries.push(Entry::slice("held", name, hold.start, hold.end, track));
    }
    for lane in &timeline.tasks {
        let track = tracks.of_task(lane.task);
        for segment in &lane.segments {
            let (cat, name) = match segment.state {
                TaskState::Ready => ("ready", "ready".to_owned()),
                TaskState::Running => ("running", "running".to_owned()),
                TaskState::Waiting(why) => ("blocked", task_wait_text(trace, why)),
            };
            entries.push(Entry::slice(cat, name, segment.start, segment.end, track));
        }
    }
}

/// How full queues, semaphores and pipes are. A counter is known by its name and its number.
fn counters(trace: &Trace, timeline: &Timeline, entries: &mut Vec<Entry>) {
    for level in &timeline.levels {
        let kind = trace.resources.get(level.resource.index()).map(|info| info.kind);
        let unit = match kind {
            Some(ResourceKind::Pipe) => "bytes",
            Some(ResourceKind::Queue) => "items",
            _ => "permits",
        };
        for (at, value) in &level.points {
            let name = resource_name(trace, level.resource);
            let entry = Entry::new("C", "level", name, *at, (SHARED, 0)).with(unit, *value);
            entries.push(Entry {
                id: Some(level.resource.index()),
                ..entry
            });
        }
    }
}
