//! Writing down a run of several processes in one order.
//!
//! Processes execute at the same time, and what one does matters to another only where others can notice it. A turn is
//! therefore written down whole when it ends, unless another process does something noticeable after this one has: then what
//! it did so far is written down first. Repeating what is written in its order gives the same run. Since turns are told in
//! order of their starts, a turn is also cut in two where one that began later is written down.

use schedule::TraceBuilder;
use trace::{EventKind, FiberId, Nanos, ProcessId, TimedRun};

use crate::clock::TICK;

/// The trace of a run under way.
#[derive(Clone, Debug)]
pub(crate) struct Recorder {
    pub builder: TraceBuilder,
    /// What clocks answered.
    pub answers: Vec<Nanos>,
    /// By process.
    lanes: Vec<Lane>,
    /// Whose turn has done something that others can notice and that is not written down: one at most.
    latest: Option<ProcessId>,
    /// When the turn began that was written down last.
    last_start: Nanos,
}

/// One process: one of its threads executes at a time.
#[derive(Clone, Debug, Default)]
struct Lane {
    /// The last turn's fiber and end.
    last: Option<(FiberId, Nanos)>,
    turn: Option<Turn>,
}

/// A turn under way, as far as it is not written down.
#[derive(Clone, Debug)]
struct Turn {
    fiber: FiberId,
    ready: Nanos,
    start: Nanos,
    /// When it had executed what is known of it.
    at: Nanos,
    steps: u64,
    events: Vec<(u64, EventKind)>,
    answers: Vec<Nanos>,
}

impl Recorder {
    pub fn new() -> Self {
        Self {
            builder: TraceBuilder::new(),
            answers: Vec::new(),
            lanes: Vec::new(),
            latest: None,
            last_start: 0,
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
            at: start,
            steps: 0,
            events: Vec::new(),
            answers: Vec::new(),
        });
    }

    /// The turn went on for some instructions, and did something that others can notice or did not.
    pub fn went(
        &mut self,
        process: ProcessId,
        (steps, events): (u64, Vec<(u64, EventKind)>),
        is_noticed: bool,
        now: Nanos,
    ) {
        if is_noticed {
            self.write_latest_before(process);
            self.latest = Some(process);
        }
        if let Some(turn) = &mut self.lane(process).turn {
            let before = turn.steps;
            let events = events.into_iter().map(|(at, event)| (before + at, event));
            turn.events.extend(events);
            turn.steps += steps;
            turn.at = now.max(turn.start);
        }
    }

    /// A clock has answered.
    pub fn answered(&mut self, process: ProcessId, answer: Nanos) {
        if let Some(turn) = &mut self.lane(process).turn {
            turn.answers.push(answer);
        }
    }

    /// What another process did last that others can notice comes before whatever this one does next.
    fn write_latest_before(&mut self, process: ProcessId) {
        if let Some(latest) = self.latest.filter(|latest| *latest != process) {
            self.latest = None;
            self.cut(latest);
        }
    }

    /// Writes down what a turn did so far.
    pub fn cut(&mut self, process: ProcessId) {
        let lane = self.lane(process);
        let Some(turn) = lane.turn.take_if(|turn| turn.steps > 0) else {
            return;
        };
        let (fiber, at) = (turn.fiber, turn.at);
        self.write(process, turn, at);
        self.begin(process, fiber, at, at);
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
        if turn.steps == 0 {
            return;
        }
        self.write_latest_before(process);
        while let Some(earlier) = self.began_before(turn.start) {
            self.cut(earlier);
        }
        let start = turn.start.max(self.last_start);
        self.last_start = start;
        let end = now.max(start);
        let run = TimedRun {
            fiber: turn.fiber,
            steps: turn.steps,
            ready: turn.ready,
            start,
            end,
        };
        self.builder.turn(run, turn.events);
        self.answers.extend(turn.answers);
        self.lane(process).last = Some((turn.fiber, end));
    }

    /// The process whose turn under way began first, if that was before a time and it has executed anything.
    fn began_before(&self, time: Nanos) -> Option<ProcessId> {
        let starts = self.lanes.iter().enumerate().filter_map(|(process, lane)| {
            let turn = lane.turn.as_ref()?;
            (turn.steps > 0 && turn.start < time).then_some((turn.start, ProcessId(process as u32)))
        });
        starts.min().map(|(_, process)| process)
    }

    /// What happened so far, with what is known of turns under way.
    pub fn so_far(&self, now: Nanos) -> TraceBuilder {
        let mut copy = self.clone();
        for process in 0..copy.lanes.len() as u32 {
            copy.end(ProcessId(process), now);
        }
        copy.builder
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
