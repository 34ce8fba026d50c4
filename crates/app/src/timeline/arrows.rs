//! Arrows from what somebody did to whom it let go on.

use trace::{EventKind, FiberId, LockId, Nanos, ProcessId, ResourceId, Sleeper, TaskStep, Trace, WaitOn};

use super::{Row, RowKind, View};

/// An arrow between two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arrow {
    /// The place of the row where it begins.
    pub from: usize,
    /// When the cause happened.
    pub at: Nanos,
    /// The place of the row where it ends.
    pub to: usize,
    /// When the other went on.
    pub until: Nanos,
}

/// More arrows than these say nothing.
const MOST: usize = 120;
/// So many are looked at to find them.
const LOOKED_AT: usize = 20_000;

/// All arrows of a run, in order of their causes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arrows {
    arrows: Vec<Arrow>,
    /// The longest of them.
    longest: Nanos,
}

impl Arrows {
    /// Takes O(events · log turns).
    pub(crate) fn of(trace: &Trace, rows: &[Row]) -> Self {
        let mut found = Finder::new(trace, rows);
        for event in &trace.events {
            found.look(event.fiber, event.at, &event.kind);
        }
        let mut arrows = found.arrows;
        arrows.sort_by_key(|arrow| arrow.at);
        let longest = arrows.iter().map(|arrow| arrow.until - arrow.at).max();
        Self {
            longest: longest.unwrap_or_default(),
            arrows,
        }
    }

    /// Those that can be seen between two rows; none if there are too many to tell apart.
    pub(crate) fn seen(&self, view: View, rows: std::ops::Range<usize>) -> Vec<Arrow> {
        let first = self
            .arrows
            .partition_point(|arrow| ((arrow.at + self.longest) as f64) < view.from);
        let seen = self.arrows[first..]
            .iter()
            .take(LOOKED_AT)
            .take_while(|arrow| (arrow.at as f64) < view.to)
            .filter(|arrow| arrow.until as f64 > view.from)
            .filter(|arrow| rows.contains(&arrow.from) || rows.contains(&arrow.to));
        let seen: Vec<Arrow> = seen.take(MOST + 1).copied().collect();
        if seen.len() > MOST { Vec::new() } else { seen }
    }
}

/// Walks through a trace.
struct Finder<'a> {
    trace: &'a Trace,
    /// By fiber.
    fibers: Vec<Thread>,
    /// By resource.
    tasks: Vec<Task>,
    /// By lock: who let go of it last, and when.
    released: Vec<Option<(FiberId, Nanos)>>,
    arrows: Vec<Arrow>,
}

#[derive(Clone, Debug, Default)]
struct Thread {
    /// The place of its row.
    row: Option<usize>,
    /// When its turns begin.
    turns: Vec<Nanos>,
    waits: Option<WaitOn>,
}

#[derive(Clone, Debug, Default)]
struct Task {
    /// The place of its row; other resources have none.
    row: Option<usize>,
    /// Whose row woke it, and when.
    woken: Option<(usize, Nanos)>,
}

impl<'a> Finder<'a> {
    fn new(trace: &'a Trace, rows: &[Row]) -> Self {
        let mut fibers = vec![Thread::default(); trace.fibers.len()];
        let mut tasks = vec![Task::default(); trace.resources.len()];
        for (place, row) in rows.iter().enumerate() {
            match row.kind {
                RowKind::Fiber(fiber) => fibers[fiber.index()].row = Some(place),
                RowKind::Task(task) => tasks[task.index()].row = Some(place),
                RowKind::Gil(_) | RowKind::Lock(_) | RowKind::Level(_) => {}
            }
        }
        for slice in &trace.slices {
            fibers[slice.fiber.index()].turns.push(slice.start);
        }
        Self {
            trace,
            fibers,
            tasks,
            released: vec![None; trace.locks.len()],
            arrows: Vec::new(),
        }
    }

    fn look(&mut self, fiber: FiberId, at: Nanos, kind: &EventKind) {
        match *kind {
            EventKind::Blocked { on } => self.fibers[fiber.index()].waits = Some(on),
            EventKind::Spawned { child } | EventKind::Forked { child, .. } => self.wakes((fiber, at), child),
            EventKind::Released { lock } => self.released[lock.index()] = Some((fiber, at)),
            EventKind::Acquired { lock } => self.acquired(fiber, at, lock),
            EventKind::Woke {
                who: Sleeper::Thread(other),
                ..
            } => self.wakes((fiber, at), other),
            EventKind::Woke {
                who: Sleeper::Task(task),
                ..
            } => {
                let from = self.row(fiber);
                if let (Some(from), Some(known)) = (from, self.tasks.get_mut(task.index())) {
                    known.woken = Some((from, at));
                }
            }
            EventKind::Task {
                task,
                step: TaskStep::Resumed,
            } => self.resumed(task, at),
            EventKind::Finished => {
                self.wakes_those((fiber, at), |on, _| on == WaitOn::End(fiber));
            }
            EventKind::Exited { process, .. } => {
                let info = self.trace.processes.get(process.index()).copied();
                let parent = info.and_then(|info| info.parent);
                let pid = info.map(|info| info.pid);
                self.wakes_those((fiber, at), |on, whose| {
                    matches!(on, WaitOn::Child(child) if child.is_none() || child == pid)
                        && Some(whose) == parent
                });
            }
            _ => {}
        }
    }

    /// Arrows to all that wait for something like that.
    fn wakes_those(&mut self, cause: (FiberId, Nanos), waits: impl Fn(WaitOn, ProcessId) -> bool) {
        let trace = self.trace;
        let waiting = self.fibers.iter().zip(&trace.fibers).enumerate();
        let woken =
            waiting.filter(|(_, (thread, info))| thread.waits.is_some_and(|on| waits(on, info.process)));
        let woken: Vec<u32> = woken.map(|(index, _)| index as u32).collect();
        for other in woken {
            self.fibers[other as usize].waits = None;
            self.wakes(cause, FiberId(other));
        }
    }

    /// An arrow to the next turn of another fiber.
    fn wakes(&mut self, (fiber, at): (FiberId, Nanos), other: FiberId) {
        let (Some(from), Some(to)) = (self.row(fiber), self.row(other)) else {
            return;
        };
        let turns = &self.fibers[other.index()].turns;
        if let Some(until) = turns.get(turns.partition_point(|start| *start < at)).copied() {
            self.push(Arrow { from, at, to, until });
        }
    }

    /// Who had waited for a lock got it from whoever let go of it last.
    fn acquired(&mut self, fiber: FiberId, until: Nanos, lock: LockId) {
        if self.fibers[fiber.index()].waits.take() != Some(WaitOn::Lock(lock)) {
            return;
        }
        if let (Some((other, at)), Some(to)) = (self.released[lock.index()], self.row(fiber))
            && let Some(from) = self.row(other)
        {
            self.push(Arrow { from, at, to, until });
        }
    }

    fn resumed(&mut self, task: ResourceId, until: Nanos) {
        let Some(known) = self.tasks.get_mut(task.index()) else {
            return;
        };
        if let (Some(to), Some((from, at))) = (known.row, known.woken.take()) {
            self.push(Arrow { from, at, to, until });
        }
    }

    fn row(&self, fiber: FiberId) -> Option<usize> {
        self.fibers.get(fiber.index())?.row
    }

    fn push(&mut self, arrow: Arrow) {
        if arrow.from != arrow.to {
            self.arrows.push(arrow);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::{fixture, timeline::Picture};

    #[test]
    fn a_thread_is_started_and_gets_the_lock_that_another_lets_go() {
        let picture = Picture::of(&Rc::new(fixture::two_threads_and_a_lock()));
        let seen = picture
            .arrows
            .seen(View::whole(picture.trace.ended_at), 0..picture.rows.len());
        let ends: Vec<(usize, usize)> = seen.iter().map(|arrow| (arrow.from, arrow.to)).collect();
        // The rows are the GIL, the main thread, the other thread, the lock.
        assert!(ends.contains(&(1, 2)), "{seen:?}");
        assert!(seen.iter().all(|arrow| arrow.at <= arrow.until), "{seen:?}");
    }

    #[test]
    fn too_many_arrows_are_none() {
        let arrow = Arrow {
            from: 0,
            at: 5,
            to: 1,
            until: 9,
        };
        let many = |count| Arrows {
            arrows: vec![arrow; count],
            longest: 4,
        };
        assert_eq!(many(MOST).seen(View::whole(100), 0..2).len(), MOST);
        assert_eq!(many(MOST + 1).seen(View::whole(100), 0..2), []);
        assert_eq!(many(3).seen(View::whole(100), 2..4), []);
    }
}
