//! A run's trace as rows of spans and marks.

use std::rc::Rc;

use trace::{
    EventKind, FiberId, LaneState, LockHold, LockId, Nanos, ProcessId, ResourceId, ResourceKind, Stream,
    TaskLane, TaskState, TaskWait, Timeline, Trace, Use, WaitOn,
};

use super::arrows::Arrows;

/// All rows of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The run.
    pub trace: Rc<Trace>,
    /// The GIL of each process and its fibers, each with its tasks below it, then locks, then levels, then futures.
    pub rows: Vec<Row>,
    /// Who held which lock when, ordered by lock, then time.
    holds: Vec<LockHold>,
    /// What tasks did, by their numbers.
    tasks: Vec<TaskLane>,
    /// What led to what.
    pub arrows: Arrows,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Whose.
    pub kind: RowKind,
    /// What was when, in order of time, without overlaps.
    pub spans: Vec<Span>,
    /// Moments, in order of time.
    pub marks: Vec<Mark>,
    /// From when on it was how full, in order of time; only a level's row has that.
    pub levels: Vec<(Nanos, u64)>,
    /// At index `i`: time that the spans before `i` spent executing or in somebody's hands.
    pub busy_before: Vec<Nanos>,
}

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// Who holds a process's GIL.
    Gil(ProcessId),
    /// What a fiber does.
    Fiber(FiberId),
    /// Who holds a lock.
    Lock(LockId),
    /// What a task, a greenlet or a future does.
    Task(ResourceId),
    /// How full a queue, a semaphore or a pipe is.
    Level(ResourceId),
}

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Begin.
    pub start: Nanos,
    /// End.
    pub end: Nanos,
    /// What to paint.
    pub paint: Paint,
}

/// How a span looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Executing, or holding, in this fiber's colour.
    Owner(FiberId),
    /// Waiting for the GIL; a task, for its turn.
    GilWait,
    /// Waiting for a lock, a queue or the like, or for something that processes share.
    LockWait,
    /// Waiting for another thread or task to start or to end, or for a process's end.
    ThreadWait,
    /// Sleeping, or writing to the terminal.
    Sleep,
}

impl Paint {
    fn of(state: LaneState, fiber: FiberId) -> Self {
        match state {
            LaneState::Running | LaneState::Blocked(WaitOn::Work { .. }) => Self::Owner(fiber),
            LaneState::GilWait => Self::GilWait,
            LaneState::Blocked(WaitOn::Lock(_) | WaitOn::Resource(_)) => Self::LockWait,
            LaneState::Blocked(WaitOn::Kernel { .. } | WaitOn::Descriptors | WaitOn::Signal) => {
                Self::LockWait
            }
            LaneState::Blocked(WaitOn::End(_) | WaitOn::Start(_) | WaitOn::Child(_)) => Self::ThreadWait,
            LaneState::Blocked(WaitOn::Sleep { .. } | WaitOn::Write) => Self::Sleep,
        }
    }

    fn of_task(state: TaskState, fiber: FiberId, trace: &Trace) -> Self {
        let runs = |resource: ResourceId| {
            let kind = trace.resources.get(resource.index()).map(|info| info.kind);
            matches!(
                kind,
                Some(ResourceKind::Task | ResourceKind::Greenlet | ResourceKind::Future)
            )
        };
        match state {
            TaskState::Running => Self::Owner(fiber),
            TaskState::Ready | TaskState::Waiting(TaskWait::Turn) => Self::GilWait,
            TaskState::Waiting(TaskWait::Sleep { .. }) => Self::Sleep,
            TaskState::Waiting(TaskWait::Several) => Self::ThreadWait,
            TaskState::Waiting(TaskWait::Resource(on)) if runs(on) => Self::ThreadWait,
            TaskState::Waiting(TaskWait::Resource(_)) => Self::LockWait,
        }
    }
}

/// A moment on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// When.
    pub at: Nanos,
    /// What.
    pub kind: MarkKind,
    /// The place of its event in the trace.
    pub event: usize,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// Something was printed.
    Output,
    /// Something was printed to the error stream, or an exception ended the thread.
    Error,
    /// Something was taken: a lock, a permit, an item, a message.
    Took,
    /// Something was given: a lock let go, an item or a message sent, somebody woken.
    Gave,
}

impl Picture {
    /// Lays a trace out. Linear in its length.
    pub(crate) fn of(trace: &Rc<Trace>) -> Self {
        let timeline = Timeline::of(trace);
        let mut rows = Vec::new();
        let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); trace.fibers.len()];
        for (place, event) in trace.events.iter().enumerate() {
            let Some(kind) = mark(&event.kind) else { continue };
            if let Some(own) = marks.get_mut(event.fiber.index()) {
                own.push(Mark {
                    at: event.at,
                    kind,
                    event: place,
                });
            }
        }
        let (mut tasks, futures) = task_rows(trace, &timeline);
        let mut lanes: Vec<_> = timeline.lanes.iter().zip(marks).collect();
        // Fibers are numbered in the order in which they began, those of all processes together.
        lanes.sort_by_key(|(lane, _)| trace.fibers[lane.fiber.index()].process);
        let mut of = None;
        for (lane, marks) in lanes {
            let process = trace.fibers[lane.fiber.index()].process;
            if of.replace(process) != Some(process)
                && let Some(spans) = gil(trace, process)
            {
                rows.push(Row::new(RowKind::Gil(process), spans));
            }
            let spans = lane.segments.iter().map(|segment| Span {
                start: segment.start,
                end: segment.end,
                paint: Paint::of(segment.state, lane.fiber),
            });
            let mut row = Row::new(RowKind::Fiber(lane.fiber), spans.collect());
            row.marks = marks;
            rows.push(row);
            rows.append(&mut tasks[lane.fiber.index()]);
        }
        for holds in timeline.holds.chunk_by(|a, b| a.lock == b.lock) {
            let spans = holds.iter().map(|hold| Span {
                start: hold.start,
                end: hold.end,
                paint: Paint::Owner(hold.owner),
            });
            rows.push(Row::new(RowKind::Lock(holds[0].lock), spans.collect()));
        }
        for level in timeline.levels {
            let mut row = Row::new(RowKind::Level(level.resource), Vec::new());
            row.levels = level.points;
            rows.push(row);
        }
        rows.extend(futures);
        Self {
            trace: Rc::clone(trace),
            arrows: Arrows::of(trace, &rows),
            rows,
            holds: timeline.holds,
            tasks: timeline.tasks,
        }
    }

    /// Who held a lock at a time.
    pub(crate) fn holder(&self, lock: LockId, at: Nanos) -> Option<FiberId> {
        let behind = self
            .holds
            .partition_point(|hold| (hold.lock, hold.start) <= (lock, at));
        let hold = self.holds.get(behind.checked_sub(1)?)?;
        (hold.lock == lock && at < hold.end).then_some(hold.owner)
    }

    /// Who held a fiber's GIL at a time.
    pub(crate) fn gil_holder(&self, fiber: FiberId, at: Nanos) -> Option<FiberId> {
        let process = self.trace.fibers.get(fiber.index())?.process;
        let row = self.rows.iter().find(|row| row.kind == RowKind::Gil(process))?;
        match row.span_at(at)?.paint {
            Paint::Owner(owner) => Some(owner),
            _ => None,
        }
    }

    /// What a task was doing at a time, and for how long.
    pub(crate) fn task_state(&self, task: ResourceId, at: Nanos) -> Option<(TaskState, Nanos)> {
        let lane = self.tasks.binary_search_by_key(&task, |lane| lane.task).ok()?;
        let segments = &self.tasks[lane].segments;
        let segment = segments.get(segments.partition_point(|segment| segment.end <= at))?;
        (segment.start <= at).then_some((segment.state, segment.end - segment.start))
    }

    /// What a fiber was doing at a time, and from when to when: what the trace's own lanes say, not the paint.
    pub(crate) fn state(&self, fiber: FiberId, at: Nanos) -> Option<(Span, LaneState)> {
        let row = self.rows.iter().find(|row| row.kind == RowKind::Fiber(fiber))?;
        let span = row.span_at(at)?;
        let state = match span.paint {
            Paint::Owner(_) => LaneState::Running,
            Paint::GilWait => LaneState::GilWait,
            _ => LaneState::Blocked(self.wait(fiber, span)?),
        };
        Some((span, state))
    }

    /// What a blocked span waits for: the last reason that its fiber gave up to then.
    fn wait(&self, fiber: FiberId, span: Span) -> Option<WaitOn> {
        let behind = self.trace.events.partition_point(|event| event.at <= span.start);
        // Events of one instant may lie on either side of the span's begin in the list, never further than the next few.
        let upto = (behind + 4).min(self.trace.events.len());
        self.trace.events[..upto]
            .iter()
            .rev()
            .find_map(|event| match event.kind {
                EventKind::Blocked { on }
                    if event.fiber == fiber
                        && event.at <= span.start
                        && Paint::of(LaneState::Blocked(on), fiber) == span.paint =>
                {
                    Some(on)
                }
                _ => None,
            })
    }
}

impl Row {
    pub(super) fn new(kind: RowKind, spans: Vec<Span>) -> Self {
        let mut busy_before = Vec::with_capacity(spans.len() + 1);
        let mut busy = 0;
        busy_before.push(0);
        for span in &spans {
            if matches!(span.paint, Paint::Owner(_)) {
                busy += span.end - span.start;
            }
            busy_before.push(busy);
        }
        Self {
            kind,
            spans,
            marks: Vec::new(),
            levels: Vec::new(),
            busy_before,
        }
    }

    /// The mark that is nearest to a time, no further away than `within`.
    pub(crate) fn mark_near(&self, at: Nanos, within: Nanos) -> Option<Mark> {
        let behind = self.marks.partition_point(|mark| mark.at < at);
        let near = self.marks[behind.saturating_sub(1)..].iter().take(2);
        let near = near.filter(|mark| mark.at.abs_diff(at) <= within);
        near.min_by_key(|mark| mark.at.abs_diff(at)).copied()
    }

    /// How full it was at a time; nothing is known of the time before the first use.
    pub(crate) fn level_at(&self, at: Nanos) -> Option<u64> {
        let behind = self.levels.partition_point(|(since, _)| *since <= at);
        Some(self.levels[behind.checked_sub(1)?].1)
    }

    /// The span that covers a time.
    pub(crate) fn span_at(&self, at: Nanos) -> Option<Span> {
        let index = self.spans.partition_point(|span| span.end <= at);
        self.spans.get(index).copied().filter(|span| span.start <= at)
    }
}

/// Rows of tasks by the fiber that they ran in, and rows of futures.
fn task_rows(trace: &Trace, timeline: &Timeline) -> (Vec<Vec<Row>>, Vec<Row>) {
    let mut tasks = vec![Vec::new(); trace.fibers.len()];
    let mut futures = Vec::new();
    for lane in &timeline.tasks {
        let spans = lane.segments.iter().map(|segment| Span {
            start: segment.start,
            end: segment.end,
            paint: Paint::of_task(segment.state, lane.fiber, trace),
        });
        let row = Row::new(RowKind::Task(lane.task), spans.collect());
        if trace.resources[lane.task.index()].kind.runs() {
            tasks[lane.fiber.index()].push(row);
        } else {
            futures.push(row);
        }
    }
    (tasks, futures)
}

/// Who held a process's GIL when: turns of one fiber that follow each other directly are one hold. `None` if turns overlap, so
/// that there was no GIL.
fn gil(trace: &Trace, process: ProcessId) -> Option<Vec<Span>> {
    let mut spans: Vec<Span> = Vec::new();
    let mut free_from = 0;
    let is_here = |slice: &&trace::Slice| trace.fibers[slice.fiber.index()].process == process;
    for slice in trace.slices.iter().filter(is_here) {
        if slice.start < free_from {
            return None;
        }
        free_from = slice.end;
        let paint = Paint::Owner(slice.fiber);
        match spans.last_mut() {
            Some(last) if last.paint == paint && last.end == slice.start => last.end = slice.end,
            _ if slice.end > slice.start => spans.push(Span {
                start: slice.start,
                end: slice.end,
                paint,
            }),
            _ => {}
        }
    }
    Some(spans)
}

fn mark(kind: &EventKind) -> Option<MarkKind> {
    match kind {
        EventKind::Output {
            stream: Stream::Out, ..
        } => Some(MarkKind::Output),
        EventKind::Output {
            stream: Stream::Err, ..
        }
        | EventKind::Raised { .. } => Some(MarkKind::Error),
        EventKind::Acquired { .. } => Some(MarkKind::Took),
        EventKind::Released { .. } | EventKind::Woke { .. } => Some(MarkKind::Gave),
        EventKind::Used { what, .. } => Some(match what {
            Use::Got | Use::Acquired | Use::Received { .. } | Use::Running => MarkKind::Took,
            _ => MarkKind::Gave,
        }),
        EventKind::Spawned { .. }
        | EventKind::Forked { .. }
        | EventKind::Exited { .. }
        | EventKind::Blocked { .. }
        | EventKind::Signalled { .. }
        // They have rows of their own.
        | EventKind::Task { .. }
        | EventKind::Finished => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn rows_are_the_gil_then_threads_then_locks() {
        let picture = Picture::of(&Rc::new(fixture::two_threads_and_a_lock()));
        let kinds: Vec<RowKind> = picture.rows.iter().map(|row| row.kind).collect();
        assert_eq!(
            kinds,
            [
                RowKind::Gil(ProcessId::MAIN),
                RowKind::Fiber(FiberId(0)),
                RowKind::Fiber(FiberId(1)),
                RowKind::Lock(LockId(0)),
            ]
        );
    }

    #[test]
    fn every_process_has_a_gil_above_its_threads() {
        let mut trace = fixture::two_threads_and_a_lock();
        trace.fibers[1].process = ProcessId(1);
        let picture = Picture::of(&Rc::new(trace));
        let kinds: Vec<RowKind> = picture.rows.iter().map(|row| row.kind).collect();
        assert_eq!(
            kinds[..4],
            [
                RowKind::Gil(ProcessId(0)),
                RowKind::Fiber(FiberId(0)),
                RowKind::Gil(ProcessId(1)),
                RowKind::Fiber(FiberId(1)),
            ]
        );
        assert_eq!(picture.gil_holder(FiberId(1), 350), None);
    }

    #[test]
    fn turns_that_overlap_are_held_by_no_gil() {
        let mut trace = fixture::two_threads_and_a_lock();
        trace.slices[1].start = 100;
        let picture = Picture::of(&Rc::new(trace));
        assert_eq!(picture.rows[0].kind, RowKind::Fiber(FiberId(0)));
    }

    #[test]
    fn a_blocked_span_knows_its_lock_and_the_holder() {
        let picture = Picture::of(&Rc::new(fixture::two_threads_and_a_lock()));
        let (span, state) = picture.state(FiberId(1), 350).expect("thread 1 is blocked then");
        assert_eq!((span.start, span.end), (300, 500));
        assert_eq!(state, LaneState::Blocked(WaitOn::Lock(LockId(0))));
        assert_eq!(picture.holder(LockId(0), 350), Some(FiberId(0)));
        assert_eq!(picture.holder(LockId(0), 50), None);
    }

    #[test]
    fn busy_time_adds_up() {
        let picture = Picture::of(&Rc::new(fixture::two_threads_and_a_lock()));
        assert_eq!(picture.rows[0].busy_before.last(), Some(&600));
    }
}
