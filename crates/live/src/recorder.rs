//! Writing down a run of several processes in one order.
//!
//! Processes execute at the same time, and what one does matters to another only where others can notice it. A turn is
//! therefore written down whole when it ends, unless another process did something noticeable since this one last had:
//! then what came until then is written down first. Repeating what is written in its order gives the same run.

use schedule::TraceBuilder;
use trace::{EventKind, FiberId, Nanos, ProcessId, TimedRun};

use crate::clock::TICK;

/// The trace of a run under way.
#[derive(Debug)]
pub(crate) struct Recorder {
    pub builder: TraceBuilder,
    /// What clocks answered.
    pub answers: Vec<Nanos>,
    /// By process.
    lanes: Vec<Lane>,
    /// Whose turn has done something that others can notice and that is not written down: one at most.
    latest: Option<ProcessId>,
}

/// One process: one of its threads executes at a time.
#[derive(Debug, Default)]
struct Lane {
    /// The last turn's fiber and end.
    last: Option<(FiberId, Nanos)>,
    turn: Option<Turn>,
}

/// A turn under way, as far as it is not written down.
#[derive(Debug)]
struct Turn {
    fiber: FiberId,
    ready: Nanos,
    start: Nanos,
    steps: u64,
    events: Vec<(u64, EventKind)>,
    answers: Vec<Nanos>,
    noticed: Option<Noticed>,
}

/// How far a turn was when it did something that others can notice.
#[derive(Clone, Copy, Debug)]
struct Noticed {
    at: Nanos,
    steps: u64,
    answers: usize,
}

impl Recorder {
    pub fn new() -> Self {
        Self {
            builder: TraceBuilder::new(),
            answers: Vec::new(),
            lanes: Vec::new(),
            latest: None,
        }
    }

    fn lane(&mut self, process: ProcessId) -> &mut Lane {
        if self.lanes.len() <= process.index() {
            self.lanes.resize_with(process.index() + 1, Lane::default);
        }
        &mut self.lanes[process.index()]
    }

    /// A turn begins. Turns of a process do not overlap, and one thread's two turns do not touch: that would make them one.
    pub fn begin(&mut self, process: ProcessId, fiber: FiberId, ready: Nanos, now: Nanos) {
        let lane = self.lane(process);
        let start = match lane.last {
            Some((last, end)) if last == fiber => now.max(end + TICK),
            Some((_, end)) => now.max(end),
            None => now,
        };
        lane.turn = Some(Turn {
            fiber,
            ready: ready.min(start),
            start,
            steps: 0,
            events: Vec::new(),
            answers: Vec::new(),
            noticed: None,
        });
    }

    /// The turn goes on for some instructions.
    pub fn went(&mut self, process: ProcessId, steps: u64, events: Vec<(u64, EventKind)>) {
        if let Some(turn) = &mut self.lane(process).turn {
            let before = turn.steps;
            let events = events.into_iter().map(|(at, event)| (before + at, event));
            turn.events.extend(events);
            turn.steps += steps;
        }
    }

    /// A clock has answered.
    pub fn answered(&mut self, process: ProcessId, answer: Nanos) {
        if let Some(turn) = &mut self.lane(process).turn {
            turn.answers.push(answer);
        }
    }

    /// The turn has just done what others can notice.
    pub fn noticed(&mut self, process: ProcessId, now: Nanos) {
        self.settle_before(process);
        if let Some(turn) = &mut self.lane(process).turn {
            turn.noticed = Some(Noticed {
                at: now.max(turn.start),
                steps: turn.steps,
                answers: turn.answers.len(),
            });
            self.latest = Some(process);
        }
    }

    /// What another process did last that others can notice comes before whatever this one is written down with next.
    fn settle_before(&mut self, process: ProcessId) {
        let Some(latest) = self.latest.filter(|latest| *latest != process) else {
            return;
        };
        self.latest = None;
        let turn = self.lane(latest).turn.as_ref();
        if let Some(noticed) = turn.and_then(|turn| turn.noticed) {
            self.cut(latest, noticed);
        }
    }

    /// Another process reaches into this one: what it did until now comes before.
    pub fn reached(&mut self, process: ProcessId, now: Nanos) {
        if let Some(turn) = &self.lane(process).turn {
            let noticed = Noticed {
                at: now.max(turn.start),
                steps: turn.steps,
                answers: turn.answers.len(),
            };
            self.cut(process, noticed);
        }
    }

    /// Writes down a turn's beginning.
    fn cut(&mut self, process: ProcessId, until: Noticed) {
        let Some(mut turn) = self.lanes[process.index()].turn.take() else {
            return;
        };
        let rest = Turn {
            fiber: turn.fiber,
            ready: until.at,
            start: until.at + TICK,
            steps: turn.steps - until.steps,
            events: Vec::new(),
            answers: turn.answers.split_off(until.answers),
            noticed: None,
        };
        turn.steps = until.steps;
        self.write(process, turn, until.at);
        self.lanes[process.index()].turn = Some(rest);
    }

    /// The turn has ended; whether anything was executed.
    pub fn end(&mut self, process: ProcessId, now: Nanos) -> bool {
        let Some(turn) = self.lane(process).turn.take() else {
            return false;
        };
        let went = turn.steps > 0;
        self.write(process, turn, now);
        went
    }

    fn write(&mut self, process: ProcessId, turn: Turn, now: Nanos) {
        let Turn {
            fiber,
            ready,
            start,
            steps,
            events,
            mut answers,
            ..
        } = turn;
        if steps == 0 {
            return;
        }
        self.settle_before(process);
        let end = now.max(start);
        let run = TimedRun {
            fiber,
            steps,
            ready,
            start,
            end,
        };
        self.builder.turn(run, events);
        self.answers.append(&mut answers);
        self.lane(process).last = Some((fiber, end));
    }

    /// What takes memory.
    pub fn entries(&self) -> u64 {
        let turns = self.lanes.iter().filter_map(|lane| lane.turn.as_ref());
        let under_way = turns.map(|turn| turn.events.len() + turn.answers.len());
        self.builder.entries() + (self.answers.len() + under_way.sum::<usize>()) as u64
    }

    /// When the last turn ended.
    pub fn latest_end(&self) -> Nanos {
        let ends = self.lanes.iter().filter_map(|lane| lane.last);
        ends.map(|(_, end)| end).max().unwrap_or_default()
    }
}
