//! The trace as lanes of states over time: what the timeline draws.

use serde::{Deserialize, Serialize};

use crate::tasks::{levels, task_lanes};
use crate::{EventKind, FiberId, Level, LockId, Nanos, TaskLane, Trace, WaitOn};

/// Lanes for fibers, their tasks, and locks; and how full queues were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// A lane per fiber, at the index of its id.
    pub lanes: Vec<Lane>,
    /// Who held which lock when, ordered by lock, then time.
    pub holds: Vec<LockHold>,
    /// Lanes of tasks, greenlets and futures, in order of their numbers.
    pub tasks: Vec<TaskLane>,
    /// How full queues, semaphores and pipes were, in order of their numbers.
    pub levels: Vec<Level>,
    /// When the run ended.
    pub end: Nanos,
}

/// What one fiber did over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// Whose lane.
    pub fiber: FiberId,
    /// States without gaps from its start to its end, in order of time.
    pub segments: Vec<Segment>,
}

/// A stretch of time in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Begin.
    pub start: Nanos,
    /// End.
    pub end: Nanos,
    /// The state.
    pub state: LaneState,
}

/// What a fiber can be doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LaneState {
    /// It has the GIL and executes.
    Running,
    /// It could run, but another has the GIL.
    GilWait,
    /// It waits for something else.
    Blocked(WaitOn),
}

/// A lock in somebody's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockHold {
    /// Which lock.
    pub lock: LockId,
    /// Who acquired it.
    pub owner: FiberId,
    /// Since when.
    pub start: Nanos,
    /// Until when.
    pub end: Nanos,
}

impl Timeline {
    /// Lays the trace out in lanes. Linear in the trace's length.
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        Self {
            lanes: lanes(trace),
            holds: holds(trace),
            tasks: task_lanes(trace),
            levels: levels(trace),
            end: trace.ended_at,
        }
    }
}

fn lanes(trace: &Trace) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = (0..trace.fibers.len())
        .map(|index| Lane {
            fiber: FiberId(index as u32),
            segments: Vec::new(),
        })
        .collect();
    // What each fiber does from the end of its last segment on, until its next slice says when it was ready again.
    let mut since: Vec<Nanos> = trace.fibers.iter().map(|fiber| fiber.spawned_at).collect();
    let mut waits: Vec<Option<WaitOn>> = vec![None; trace.fibers.len()];
    let mut finished = vec![false; trace.fibers.len()];
    let mut events = trace.events.iter().peekable();

    for slice in &trace.slices {
        let index = slice.fiber.index();
        let lane = &mut lanes[index].segments;
        if let Some(on) = waits[index].take() {
            push(lane, since[index], slice.ready, LaneState::Blocked(on));
        }
        push(
            lane,
            slice.ready.max(since[index]),
            slice.start,
            LaneState::GilWait,
        );
        push(lane, slice.start, slice.end, LaneState::Running);
        since[index] = slice.end;
        let last_step = slice.first_step + slice.steps;
        while let Some(event) = events.next_if(|event| event.step <= last_step) {
            match event.kind {
                EventKind::Blocked { on } => waits[event.fiber.index()] = Some(on),
                EventKind::Finished => finished[event.fiber.index()] = true,
                EventKind::Exited { process, .. } => {
                    for (index, fiber) in trace.fibers.iter().enumerate() {
                        if fiber.process == process && !std::mem::replace(&mut finished[index], true) {
                            let state = waits[index].map_or(LaneState::GilWait, LaneState::Blocked);
                            push(&mut lanes[index].segments, since[index], event.at, state);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    for (index, lane) in lanes.iter_mut().enumerate() {
        if !finished[index] {
            let state = waits[index].map_or(LaneState::GilWait, LaneState::Blocked);
            push(&mut lane.segments, since[index], trace.ended_at, state);
        }
    }
    lanes
}

/// Appends a segment; an empty one is dropped and one in the state of its neighbour continues it.
fn push(lane: &mut Vec<Segment>, start: Nanos, end: Nanos, state: LaneState) {
    if end <= start {
        return;
    }
    match lane.last_mut() {
        Some(last) if last.state == state && last.end == start => last.end = end,
        _ => lane.push(Segment { start, end, state }),
    }
}

fn holds(trace: &Trace) -> Vec<LockHold> {
    let mut open: Vec<Option<(FiberId, Nanos)>> = vec![None; trace.locks.len()];
    let mut holds = Vec::new();
    for event in &trace.events {
        match event.kind {
            EventKind::Acquired { lock } => open[lock.index()] = Some((event.fiber, event.at)),
            EventKind::Released { lock } => {
                if let Some((owner, start)) = open[lock.index()].take() {
                    holds.push(LockHold {
                        lock,
                        owner,
                        start,
                        end: event.at,
                    });
                }
            }
            _ => {}
        }
    }
    for (index, owned) in open.into_iter().enumerate() {
        if let Some((owner, start)) = owned {
            holds.push(LockHold {
                lock: LockId(index as u32),
                owner,
                start,
                end: trace.ended_at,
            });
        }
    }
    holds.sort_by_key(|hold| (hold.lock, hold.start));
    holds
}
