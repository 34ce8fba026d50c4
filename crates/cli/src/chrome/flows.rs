//! Arrows from cause to effect: from who releases, wakes, sends or starts to who goes on by that.

use trace::{
    Event, EventKind, FiberId, LaneState, Nanos, ResourceId, Sleeper, TaskState, Timeline, Trace, Use,
};

use super::Entry;
use super::tracks::{Track, Tracks};

/// Where an arrow begins or ends.
type End = (Track, Nanos);

/// An arrow: its name, its cause and its effect.
type Arrow = (&'static str, End, End);

/// Adds the arrows. Both ends lie inside slices, to which viewers tie them.
pub(super) fn add(trace: &Trace, timeline: &Timeline, tracks: &Tracks, entries: &mut Vec<Entry>) {
    let mut arrows: Vec<Arrow> = Vec::new();
    let mut released: Vec<Option<(FiberId, Nanos)>> = vec![None; trace.locks.len()];
    let mut sent: Vec<Option<(FiberId, Nanos)>> = vec![None; trace.resources.len()];
    for event in &trace.events {
        let here = (tracks.of_thread(event.fiber), inside(trace, event));
        let from = |(fiber, at): (FiberId, Nanos)| (tracks.of_thread(fiber), at);
        match event.kind {
            EventKind::Released { lock } => released[lock.index()] = Some((event.fiber, here.1)),
            EventKind::Acquired { lock } => {
                let by = released[lock.index()].take();
                arrows.extend(
                    by.filter(|by| by.0 != event.fiber)
                        .map(|by| ("lock", from(by), here)),
                );
            }
            EventKind::Used {
                resource,
                what: Use::Sent { .. },
                ..
            } => sent[resource.index()] = Some((event.fiber, here.1)),
            EventKind::Used {
                resource,
                what: Use::Received { .. },
                ..
            } => {
                // Of two reads, of a message's length and of the rest, the first has the arrow.
                let by = sent[resource.index()].take();
                // On processors of their own one may be ahead of another in the list, but not in time.
                let by = by.filter(|by| by.0 != event.fiber && by.1 <= here.1);
                arrows.extend(by.map(|by| ("message", from(by), here)));
            }
            EventKind::Woke { who, .. } => {
                let woken = match who {
                    Sleeper::Thread(fiber) => {
                        thread_runs(timeline, fiber, here.1).map(|at| (tracks.of_thread(fiber), at))
                    }
                    Sleeper::Task(task) => {
                        task_runs(timeline, task, here.1).map(|at| (tracks.of_task(task), at))
                    }
                };
                arrows.extend(woken.map(|woken| ("wake", here, woken)));
            }
            EventKind::Spawned { child } | EventKind::Forked { child, .. } => {
                let first = thread_runs(timeline, child, 0);
                arrows.extend(first.map(|at| ("start", here, (tracks.of_thread(child), at))));
            }
            _ => {}
        }
    }
    for (id, (name, (from, at), (to, until))) in arrows.into_iter().enumerate() {
        entries.push(Entry {
            id: Some(id),
            ..Entry::new("s", "flow", name, at, from)
        });
        entries.push(Entry {
            id: Some(id),
            bp: Some("e"),
            ..Entry::new("f", "flow", name, until, to)
        });
    }
}

/// When a thread runs next.
fn thread_runs(timeline: &Timeline, fiber: FiberId, from: Nanos) -> Option<Nanos> {
    let segments = &timeline.lanes.get(fiber.index())?.segments;
    let behind = segments.partition_point(|segment| segment.start < from);
    let next = segments[behind..]
        .iter()
        .find(|segment| segment.state == LaneState::Running);
    next.map(|segment| segment.start)
}

/// When a task runs next.
fn task_runs(timeline: &Timeline, task: ResourceId, from: Nanos) -> Option<Nanos> {
    let lane = timeline
        .tasks
        .binary_search_by_key(&task, |lane| lane.task)
        .ok()?;
    let segments = &timeline.tasks[lane].segments;
    let behind = segments.partition_point(|segment| segment.start < from);
    let next = segments[behind..]
        .iter()
        .find(|segment| segment.state == TaskState::Running);
    next.map(|segment| segment.start)
}

/// An event's time inside the slice that did it, which the last instruction's is not: viewers tie arrows to slices by time.
fn inside(trace: &Trace, event: &Event) -> Nanos {
    let slice = trace.slice_at_step(event.step.saturating_sub(1));
    slice.map_or(event.at, |slice| {
        event.at.min(slice.end.saturating_sub(1)).max(slice.start)
    })
}
