//! Which track of the format shows what, and what the tracks are called.

use trace::{FiberId, LockId, ResourceId, ResourceKind, Timeline, Trace};

use super::Entry;
use crate::words::{lock_name, resource_name};

/// The process of the format to which belongs what no thread is.
pub(super) const SHARED: u32 = 0;

/// A track: a process and a thread of the format.
pub(super) type Track = (u32, u32);

/// The tracks of a trace. Numbers of threads of the format are not used twice: fibers come first, then locks, then tasks.
pub(super) struct Tracks {
    /// Those of fibers, by their numbers.
    fibers: Vec<Track>,
    locks: u32,
    /// Those of resources that have one, by their numbers.
    tasks: Vec<Option<Track>>,
    /// Tasks and greenlets by the thread that they ran in, below which they are shown.
    below: Vec<Vec<ResourceId>>,
}

impl Tracks {
    pub(super) fn of(trace: &Trace, timeline: &Timeline) -> Self {
        let fibers = trace.fibers.iter().zip(1..);
        let fibers: Vec<Track> = fibers.map(|(info, tid)| (trace.pid(info.process), tid)).collect();
        let (locks, first) = (fibers.len() as u32, (fibers.len() + trace.locks.len()) as u32);
        let mut tasks = vec![None; trace.resources.len()];
        let mut below = vec![Vec::new(); fibers.len()];
        for lane in &timeline.tasks {
            let tid = first + lane.task.0 + 1;
            let kind = trace.resources[lane.task.index()].kind;
            let process = if kind.runs() {
                below[lane.fiber.index()].push(lane.task);
                fibers[lane.fiber.index()].0
            } else {
                SHARED
            };
            tasks[lane.task.index()] = Some((process, tid));
        }
        Self {
            fibers,
            locks,
            tasks,
            below,
        }
    }

    pub(super) fn of_thread(&self, fiber: FiberId) -> Track {
        self.fibers.get(fiber.index()).copied().unwrap_or((SHARED, 0))
    }

    pub(super) fn of_lock(&self, lock: LockId) -> Track {
        (SHARED, self.locks + lock.0 + 1)
    }

    /// A task's, a greenlet's or a future's.
    pub(super) fn of_task(&self, task: ResourceId) -> Track {
        let known = self.tasks.get(task.index()).copied().flatten();
        known.unwrap_or((SHARED, 0))
    }

    /// What processes and tracks are called, and their order.
    pub(super) fn names(&self, trace: &Trace, program: &str) -> Vec<Entry> {
        let mut names = Vec::new();
        for (place, info) in (0..).zip(&trace.processes) {
            let process = (info.pid, 0);
            names.push(Entry::named("process_name", process, "name", program));
            names.push(Entry::named("process_sort_index", process, "sort_index", place));
        }
        let mut place = 0;
        let mut track = |track: Track, name: String| {
            place += 1;
            [
                Entry::named("thread_name", track, "name", name),
                Entry::named("thread_sort_index", track, "sort_index", place),
            ]
        };
        for (index, info) in trace.fibers.iter().enumerate() {
            let fiber = FiberId(index as u32);
            names.extend(track(self.of_thread(fiber), info.name.clone()));
            for task in &self.below[index] {
                names.extend(track(self.of_task(*task), resource_name(trace, *task)));
            }
        }
        let used = trace.locks.len() + trace.resources.len();
        if used > 0 {
            let shared = (SHARED, 0);
            names.push(Entry::named(
                "process_name",
                shared,
                "name",
                "locks, queues, futures",
            ));
            let last = trace.processes.len();
            names.push(Entry::named("process_sort_index", shared, "sort_index", last));
        }
        for index in 0..trace.locks.len() {
            let lock = LockId(index as u32);
            names.extend(track(self.of_lock(lock), lock_name(trace, lock)));
        }
        for (index, info) in trace.resources.iter().enumerate() {
            let future = ResourceId(index as u32);
            if info.kind == ResourceKind::Future && self.tasks[index].is_some() {
                names.extend(track(self.of_task(future), resource_name(trace, future)));
            }
        }
        names
    }
}
