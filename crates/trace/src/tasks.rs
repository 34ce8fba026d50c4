//! Tasks, greenlets and futures as lanes of states over time, and the levels of queues.

use serde::{Deserialize, Serialize};

use crate::{EventKind, FiberId, Nanos, ResourceId, Sleeper, TaskStep, TaskWait, Trace, Use};

/// What a task, a greenlet or a future did over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskLane {
    /// Whose lane.
    pub task: ResourceId,
    /// The thread that it runs in, or that made it if it never ran.
    pub fiber: FiberId,
    /// States from its making to its end, in order of time.
    pub segments: Vec<TaskSegment>,
}

/// A stretch of time in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskSegment {
    /// Begin.
    pub start: Nanos,
    /// End.
    pub end: Nanos,
    /// The state.
    pub state: TaskState,
}

/// What a task can be doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskState {
    /// It could run, and another does.
    Ready,
    /// Its thread is busy with it; that thread itself may wait.
    Running,
    /// It waits.
    Waiting(TaskWait),
}

/// How full something was over time: items, permits or bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// What.
    pub resource: ResourceId,
    /// From when on it was at which level, in order of time.
    pub points: Vec<(Nanos, u64)>,
}

/// A lane under construction.
#[derive(Clone, Default)]
struct Open {
    fiber: Option<FiberId>,
    state: Option<(TaskState, Nanos)>,
    segments: Vec<TaskSegment>,
}

impl Open {
    /// It is in another state from `at` on, or in none.
    fn enter(&mut self, state: Option<TaskState>, at: Nanos) {
        if let Some((before, since)) = self.state
            && since < at
        {
            self.segments.push(TaskSegment {
                start: since,
                end: at,
                state: before,
            });
        }
        self.state = state.map(|state| (state, at));
    }
}

/// Lanes in order of the tasks' numbers.
pub(crate) fn task_lanes(trace: &Trace) -> Vec<TaskLane> {
    let mut lanes = vec![Open::default(); trace.resources.len()];
    // Which task each thread is busy with.
    let mut running: Vec<Option<ResourceId>> = vec![None; trace.fibers.len()];
    for event in &trace.events {
        let at = event.at;
        match event.kind {
            EventKind::Task { task, step } => {
                let lane = &mut lanes[task.index()];
                match step {
                    TaskStep::Created => {
                        lane.fiber.get_or_insert(event.fiber);
                        lane.enter(Some(TaskState::Ready), at);
                    }
                    TaskStep::Resumed => {
                        lane.fiber = Some(event.fiber);
                        lane.enter(Some(TaskState::Running), at);
                        let before = running[event.fiber.index()].replace(task);
                        if let Some(before) = before.filter(|before| *before != task) {
                            lanes[before.index()].enter(Some(TaskState::Waiting(TaskWait::Turn)), at);
                        }
                    }
                    TaskStep::Suspended { why } => {
                        let state = match why {
                            TaskWait::Turn => TaskState::Ready,
                            _ => TaskState::Waiting(why),
                        };
                        lane.enter(Some(state), at);
                        running[event.fiber.index()].take_if(|running| *running == task);
                    }
                    TaskStep::Returned | TaskStep::Raised | TaskStep::Cancelled => {
                        lane.enter(None, at);
                        running[event.fiber.index()].take_if(|running| *running == task);
                    }
                }
            }
            EventKind::Woke {
                who: Sleeper::Task(task),
                ..
            } => {
                let lane = &mut lanes[task.index()];
                if lane
                    .state
                    .is_none_or(|(state, _)| matches!(state, TaskState::Waiting(_)))
                {
                    lane.fiber.get_or_insert(event.fiber);
                    lane.enter(Some(TaskState::Ready), at);
                }
            }
            EventKind::Used { resource, what, .. } => {
                let state = match what {
                    Use::Pending => Some(TaskState::Ready),
                    Use::Running => Some(TaskState::Running),
                    Use::Done | Use::Cancelled => None,
                    _ => continue,
                };
                let lane = &mut lanes[resource.index()];
                lane.fiber.get_or_insert(event.fiber);
                if what == Use::Running {
                    lane.fiber = Some(event.fiber);
                }
                lane.enter(state, at);
            }
            _ => {}
        }
    }
    let ids = (0..).map(ResourceId);
    let done = ids.zip(lanes).filter_map(|(task, mut lane)| {
        lane.enter(None, trace.ended_at);
        Some(TaskLane {
            task,
            fiber: lane.fiber?,
            segments: lane.segments,
        })
    });
    done.collect()
}

/// Levels in order of the resources' numbers; those of one moment count as the last of them.
pub(crate) fn levels(trace: &Trace) -> Vec<Level> {
    let mut points: Vec<Vec<(Nanos, u64)>> = vec![Vec::new(); trace.resources.len()];
    for event in &trace.events {
        let EventKind::Used {
            resource,
            what:
                Use::Put | Use::Got | Use::Acquired | Use::Released | Use::Sent { .. } | Use::Received { .. },
            value: Some(value),
        } = event.kind
        else {
            continue;
        };
        let points = &mut points[resource.index()];
        match points.last_mut() {
            Some((at, last)) if *at == event.at => *last = value,
            _ => points.push((event.at, value)),
        }
    }
    let ids = (0..).map(ResourceId);
    ids.zip(points)
        .filter(|(_, points)| !points.is_empty())
        .map(|(resource, points)| Level { resource, points })
        .collect()
}
