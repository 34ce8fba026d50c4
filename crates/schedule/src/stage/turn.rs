//! A turn on the stage: what it may, and what comes of it.

use machine::{Budget, Clock, Outcome};
use trace::{End, EventKind, FiberId, LimitKind, LockId, Nanos, ProcessId, TimedRun, WaitOn};

use super::Stage;

/// What a write to the terminal takes in virtual time: a system call and a terminal that is not slow.
const WRITE: Nanos = 10_000;

/// What `time.time()` counts from in a model: 2024-01-01 00:00 UTC, in nanoseconds since 1970.
const EPOCH: Nanos = 1_704_067_200_000_000_000;

/// Entries of a trace that a turn may have told before anybody looks at their bound.
pub(crate) const SLACK: u64 = 1 << 17;

/// A turn that has begun. Nothing comes of it before it is over, so it does not matter in how many parts it is executed.
#[derive(Clone, Debug)]
pub(super) struct UnderWay {
    fiber: FiberId,
    ready: Nanos,
    start: Nanos,
    budget: Budget,
    /// Instructions so far.
    pub steps: u64,
    /// What happened so far, and behind how many of its instructions.
    events: Vec<(u64, EventKind)>,
    /// How much of it the trace tells.
    told: u64,
    /// Instructions before the end of what is repeated.
    repeats: Option<u64>,
}

/// A turn that is over.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Went {
    /// Whose it was.
    pub fiber: FiberId,
    /// Instructions executed.
    pub steps: u64,
    /// Whether the fiber could go on.
    pub goes_on: bool,
}

impl Stage {
    /// Lets a fiber that is ready begin a turn, which ends at the latest behind whatever others can notice.
    ///
    /// When it begins is determined by what all turns before it did, and by nothing else that a driver knows; nor does it matter
    /// whether two turns of one fiber without a pause are one. So the order of turns determines all times.
    pub fn begin(&mut self, fiber: FiberId, budget: Budget) -> Result<(), End> {
        let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) else {
            return Err(End::Diverged {
                turn: self.builder.schedule().runs.len() as u64,
            });
        };
        let (_, ready) = self.ready.remove(place);
        self.timers.retain(|(_, _, sleeper)| *sleeper != fiber);
        self.expired.remove(&fiber);
        // Slices are told in order of their starts.
        let start = self
            .could_begin(fiber, ready, self.free_core())
            .max(self.builder.last_start());
        self.now = self.now.max(start);
        self.wake_until(start);
        self.under_way = Some(UnderWay {
            fiber,
            ready,
            start,
            budget,
            steps: 0,
            events: Vec::new(),
            told: 0,
            repeats: None,
        });
        Ok(())
    }

    /// The same for a turn that is repeated: one of so many instructions, which may be several that follow each other.
    pub fn begin_again(&mut self, fiber: FiberId, steps: u64) -> Result<(), End> {
        self.begin(fiber, Budget::exactly(steps))?;
        if let Some(turn) = &mut self.under_way {
            turn.repeats = Some(steps);
        }
        Ok(())
    }

    /// Goes on with the turn for up to `most` instructions; how it went, if it is over, or how the run ended.
    pub fn go_on(&mut self, most: u64) -> Option<Result<Went, End>> {
        let mut left = most;
        while left > 0 {
            let room = self.room();
            let turn = self.under_way.as_mut()?;
            let fiber = turn.fiber;
            let part = self.world.run_part(fiber, &mut turn.budget, left.min(room));
            for (at, event) in self.world.take_events() {
                turn.told += u64::from(event.is_told());
                turn.events.push((turn.steps + at, event));
            }
            turn.steps += part.steps;
            left = left.saturating_sub(part.steps);
            let is_over = turn.budget.is_over();
            let limit = match part.outcome {
                Outcome::Limit(kind) => Some(kind),
                _ => self.exceeded(is_over),
            };
            if let Some(kind) = limit {
                self.break_off();
                return Some(Err(self.world.limit(kind, fiber)));
            }
            if is_over {
                return self.settle(part.outcome).map(Ok);
            }
        }
        None
    }

    /// Ends the turn where it is, if there is one.
    pub fn break_off(&mut self) {
        self.settle(Outcome::BudgetUsed);
    }

    /// Instructions before a bound has to be looked at.
    fn room(&self) -> u64 {
        let limits = &self.model.limits;
        let is_silent = |turn: &UnderWay| turn.told == 0 && turn.repeats.is_none();
        if self.under_way.as_ref().is_some_and(is_silent) && self.entries() >= limits.trace {
            return 1;
        }
        limits.instructions.saturating_sub(self.steps()).max(1)
    }

    /// A bound that has been reached. Those on what a run leaves behind hold where a turn ends that leaves something, and it
    /// ends as soon as it may: where its parts end depends on how the run is cut in pieces. A repetition looks where what it
    /// repeats ends, and one that was made up may not go much further than that.
    fn exceeded(&self, is_over: bool) -> Option<LimitKind> {
        let limits = &self.model.limits;
        let is_settled = self.under_way.as_ref().is_none_or(|turn| match turn.repeats {
            Some(steps) => turn.steps >= steps,
            None => is_over || turn.told == 0,
        });
        let (room, slack) = if is_settled {
            (0, 0)
        } else {
            (limits.memory, SLACK)
        };
        if self.steps() >= limits.instructions {
            Some(LimitKind::Instructions)
        } else if self.entries() >= limits.trace.saturating_add(slack) {
            Some(LimitKind::Trace)
        } else if self.world.kernel.written() as u64 > limits.output.saturating_add(room) {
            Some(LimitKind::Output)
        } else {
            None
        }
    }

    /// Entries of the trace, once the turn under way is over.
    fn entries(&self) -> u64 {
        let entries = self.builder.entries();
        self.under_way.as_ref().map_or(entries, |turn| {
            let continues = self.builder.continues(turn.fiber, turn.ready, turn.start);
            entries + turn.told + u64::from(!continues)
        })
    }

    /// The turn is over, for this reason.
    fn settle(&mut self, outcome: Outcome) -> Option<Went> {
        let UnderWay {
            fiber,
            ready,
            start,
            steps,
            events,
            ..
        } = self.under_way.take()?;
        if steps == 0 {
            // A thread that its process has left behind, or who was not as ready as it seemed.
            let goes_on = self.leave(fiber, outcome, start);
            return Some(Went {
                fiber,
                steps,
                goes_on,
            });
        }
        let cost = u64::from(self.model.instruction_ns);
        let time = |at: u64| start.saturating_add(at.saturating_mul(cost));
        let end = time(steps);
        self.occupy(fiber, start, end);
        let process = self.world.process_of(fiber);
        let exit = events.iter().rev().find_map(|(at, event)| match event {
            EventKind::Exited { .. } => Some(time(*at)),
            _ => None,
        });
        let forked = events.iter().filter_map(|(_, event)| match event {
            EventKind::Forked { child, .. } => Some(*child),
            _ => None,
        });
        let forked: Vec<FiberId> = forked.collect();
        let locks = events.iter().filter_map(|(at, event)| match event {
            EventKind::Released { lock } => Some((*lock, true, time(*at))),
            EventKind::Acquired { lock } => Some((*lock, false, time(*at))),
            _ => None,
        });
        let locks: Vec<(LockId, bool, Nanos)> = locks.collect();
        let signalled = events.iter().filter_map(|(at, event)| match event {
            EventKind::Signalled { process, .. } => Some((*process, time(*at))),
            _ => None,
        });
        let signalled: Vec<(ProcessId, Nanos)> = signalled.collect();
        self.builder.turn(
            TimedRun {
                fiber,
                steps,
                ready,
                start,
                end,
            },
            events,
        );
        let goes_on = self.leave(fiber, outcome, end);
        for (lock, released, at) in locks {
            self.lock_changed(process, lock, released, at);
        }
        // The kernel is called at the beginning of a turn.
        let first = time(1);
        while self.fibers < self.world.fibers() {
            let new = FiberId(self.fibers as u32);
            // A turn that starts a thread ends there; one that begins with a fork goes on, and may start one as well.
            let since = if forked.contains(&new) { first } else { end };
            self.ready.push((new, since));
            if self.world.is_timer(new) {
                self.alarms.push(new);
            }
            self.fibers += 1;
        }
        for (process, at) in signalled {
            self.interrupt(self.world.main_fiber(process), at);
        }
        if exit.is_some() {
            self.forget_finished();
        }
        self.release_blocked(exit.unwrap_or(first));
        self.wake_until(self.now);
        if goes_on {
            self.ready.insert(0, (fiber, end));
        }
        self.pinned[process.index()] = Some(fiber).filter(|_| goes_on && self.world.is_atomic(fiber));
        Some(Went {
            fiber,
            steps,
            goes_on,
        })
    }

    /// A fiber has let go of its GIL, for this reason; whether it wants it again at once.
    fn leave(&mut self, fiber: FiberId, outcome: Outcome, end: Nanos) -> bool {
        match outcome {
            Outcome::BudgetUsed => return true,
            Outcome::Clock(clock) => {
                let now = match clock {
                    _ if self.untimed => 0,
                    Clock::Monotonic => end,
                    Clock::Real => end.saturating_add(EPOCH),
                };
                self.world.answer_clock(fiber, now);
                return true;
            }
            Outcome::Blocked(WaitOn::Sleep { nanos } | WaitOn::Work { nanos }) => {
                self.set_timer(fiber, end, nanos);
            }
            Outcome::Blocked(WaitOn::Write) => self.set_timer(fiber, end, WRITE),
            Outcome::Blocked(_) => {
                self.blocked.push(fiber);
                if let Some(longest) = self.world.timeout(fiber) {
                    self.set_timer(fiber, end, longest);
                }
            }
            Outcome::Finished if self.world.is_over() => self.forget_all(),
            Outcome::Finished => {}
            Outcome::System | Outcome::Limit(_) => {
                unreachable!("the world answers calls, and a bound ends a run")
            }
        }
        false
    }
}
