//! Building a trace from turns. Every driver uses it, so a live run and its replay are told in the same words.

use machine::World;
use trace::{
    End, Event, EventKind, FiberId, FiberInfo, LockId, Nanos, ProcessId, ProcessInfo, Recording, ResourceId,
    Schedule, Slice, Step, TimedRun, Trace,
};

/// A trace under construction.
#[derive(Clone, Debug, Default)]
pub struct TraceBuilder {
    fibers: Vec<FiberInfo>,
    slices: Vec<Slice>,
    events: Vec<Event>,
    schedule: Schedule,
    steps: Step,
}

impl TraceBuilder {
    /// A trace in which nothing has happened yet.
    #[must_use]
    pub fn new() -> Self {
        let main = FiberInfo {
            name: String::new(),
            process: ProcessId::MAIN,
            parent: None,
            spawned_at: 0,
        };
        Self {
            fibers: vec![main],
            ..Self::default()
        }
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.steps
    }

    /// Everything that happened so far.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What takes memory: turns and events.
    #[must_use]
    pub fn entries(&self) -> u64 {
        (self.slices.len() + self.events.len()) as u64
    }

    /// When the last turn began; 0 if there was none.
    #[must_use]
    pub fn last_start(&self) -> Nanos {
        self.slices.last().map_or(0, |last| last.start)
    }

    /// When the turn ended that ended last.
    #[must_use]
    pub fn latest_end(&self) -> Nanos {
        self.slices
            .iter()
            .map(|slice| slice.end)
            .max()
            .unwrap_or_default()
    }

    /// Whether a turn that begins now continues the last one.
    #[must_use]
    pub fn continues(&self, fiber: FiberId, ready: Nanos, start: Nanos) -> bool {
        self.slices
            .last()
            .is_some_and(|last| last.fiber == fiber && last.end == start && ready == start)
    }

    /// Adds a turn with what happened in it, each event with the number of the turn's instruction that did it. A turn that
    /// follows the same fiber's last one without a pause continues it.
    pub fn turn(&mut self, run: TimedRun, events: Vec<(u64, EventKind)>) {
        let TimedRun {
            fiber,
            steps,
            ready,
            start,
            end,
        } = run;
        for (at, kind) in events {
            if !kind.is_told() {
                continue;
            }
            // Instructions of a turn share its time equally; integers, so that every machine computes the same.
            let share = u128::from(end - start) * u128::from(at) / u128::from(steps.max(1));
            let at_time = start + share as Nanos;
            let process = match kind {
                EventKind::Spawned { .. } => Some(self.fibers[fiber.index()].process),
                EventKind::Forked { process, .. } => Some(process),
                _ => None,
            };
            if let Some(process) = process {
                self.fibers.push(FiberInfo {
                    name: String::new(),
                    process,
                    parent: Some(fiber),
                    spawned_at: at_time,
                });
            }
            self.events.push(Event {
                at: at_time,
                step: self.steps + at,
                fiber,
                kind,
            });
        }
        let continues = self.continues(fiber, ready, start);
        match self.slices.last_mut() {
            Some(last) if continues => {
                last.steps += steps;
                last.end = end;
            }
            _ => self.slices.push(Slice {
                fiber,
                ready,
                start,
                end,
                first_step: self.steps,
                steps,
            }),
        }
        self.steps += steps;
        self.schedule.push(fiber, steps);
    }

    /// The turns so far.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The turns so far with their times, which must be those of a live run; `clock` is what it read from clocks.
    #[must_use]
    pub fn recording(&self, clock: Vec<Nanos>, end: Nanos) -> Recording {
        let runs = self.slices.iter().map(|slice| TimedRun {
            fiber: slice.fiber,
            steps: slice.steps,
            ready: slice.ready,
            start: slice.start,
            end: slice.end,
        });
        Recording {
            runs: runs.collect(),
            clock,
            end,
        }
    }

    /// The finished trace; the world tells names.
    #[must_use]
    pub fn finish(mut self, world: &World, end: End, ended_at: Nanos) -> Trace {
        for (index, fiber) in self.fibers.iter_mut().enumerate() {
            fiber.name = world.thread_name(FiberId(index as u32));
        }
        let locks = (0..world.locks()).map(|id| world.lock_info(LockId(id as u32)));
        let resources = (0..world.resources()).map(|id| world.resource_info(ResourceId(id as u32)));
        let processes = (0..world.processes()).map(|id| {
            let (pid, parent) = world.process_info(ProcessId(id as u32));
            ProcessInfo { pid, parent }
        });
        Trace {
            processes: processes.collect(),
            fibers: self.fibers,
            locks: locks.collect(),
            resources: resources.collect(),
            slices: self.slices,
            events: self.events,
            end,
            ended_at,
        }
    }
}
