//! A run from the request to its result.

use std::rc::Rc;

use trace::{EventKind, Schedule, StateView, Statistics, Step, Stream, Text};
use wire::{Console, LinkMode, Mode, Outcomes, Progress, RunId, RunRequest, RunResult};

use crate::{
    digest::digest,
    i18n::Phrase,
    timeline::{Picture, cursor::Direction},
};

/// What the Run button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// On real workers.
    Live,
    /// On the model.
    Model,
    /// All outcomes.
    Search,
}

impl Kind {
    /// All of them, in the order of the page.
    pub(crate) const ALL: [Self; 3] = [Self::Live, Self::Model, Self::Search];

    /// Its name for links, style sheets and tests.
    pub(crate) fn tag(self) -> &'static str {
        self.mode_in_links().word()
    }

    /// Its name in links and lessons.
    pub(crate) fn mode_in_links(self) -> LinkMode {
        match self {
            Self::Live => LinkMode::Live,
            Self::Model => LinkMode::Model,
            Self::Search => LinkMode::Search,
        }
    }

    /// What a link or a lesson names.
    pub(crate) fn of_link(mode: LinkMode) -> Self {
        match mode {
            LinkMode::Live => Self::Live,
            LinkMode::Model => Self::Model,
            LinkMode::Search => Self::Search,
        }
    }

    /// What the engine is to do.
    pub(crate) fn mode(self) -> Mode {
        match self {
            Self::Live => Mode::Live,
            Self::Model => Mode::Model,
            Self::Search => Mode::Search,
        }
    }
}

/// Where a run is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing has run.
    #[default]
    Idle,
    /// Run was pressed; the engine is not there yet.
    Loading,
    /// It runs.
    Running,
    /// Stop was pressed.
    Stopping,
    /// It has ended, in whatever way the program can end.
    Finished,
    /// The program was refused.
    Refused,
    /// A fault of the engine ended it.
    Failed(Failure),
}

/// Why a run failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// In the page's words.
    Words(Phrase),
    /// In the engine's words.
    Text(Text),
}

impl Phase {
    /// Whether Stop means anything.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self, Self::Loading | Self::Running | Self::Stopping)
    }

    /// Its name for tests and style sheets.
    pub(crate) fn tag(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Loading => "loading",
            Self::Running => "running",
            Self::Stopping => "stopping",
            Self::Finished => "finished",
            Self::Refused => "refused",
            Self::Failed(_) => "failed",
        }
    }
}

/// The current or last run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Run {
    /// Its number; runs of this page count from 1.
    pub id: u32,
    /// Where it is.
    pub phase: Phase,
    /// What was asked for.
    pub request: Option<Rc<RunRequest>>,
    /// What it has printed so far, bounded.
    pub console: Rc<Vec<Chunk>>,
    /// How far it is.
    pub progress: Progress,
    /// What has happened so far, while it goes on.
    pub so_far: Option<Rc<Shown>>,
    /// Where its cursor is to go when it has ended.
    pub cursor: Option<Step>,
}

/// A stretch of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Where it was written to.
    pub stream: Stream,
    /// What.
    pub text: Rc<str>,
    /// The run's instruction count when it was written; 0 while it is not known.
    pub step: Step,
}

/// Streamed output beyond this number of bytes is dropped from the front; the finished run's trace has all of it.
const STREAMED: usize = 64 << 10;

impl Run {
    /// Adds what was printed. Writes to the same stream become one chunk, so that a talkative program costs little.
    pub(crate) fn print(&mut self, writes: Vec<Console>) {
        let console = Rc::make_mut(&mut self.console);
        for group in writes.chunk_by(|a, b| a.stream == b.stream) {
            let mut text = String::new();
            for write in group {
                text.push_str(&write.text);
            }
            let text = tail(&text, STREAMED);
            console.push(Chunk {
                stream: group[0].stream,
                text: Rc::from(text),
                step: 0,
            });
        }
        let mut bytes = 0;
        let keep = console.iter().rev().take_while(|chunk| {
            bytes += chunk.text.len();
            bytes <= 2 * STREAMED
        });
        let drop = console.len() - keep.count();
        console.drain(..drop);
    }
}

/// The last `most` bytes of a text, from a line's begin where there is one.
fn tail(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let mut from = text.len() - most;
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let rest = &text[from..];
    rest.find('\n').map_or(rest, |line| &rest[line + 1..])
}

/// A run that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// What was asked for.
    pub request: Rc<RunRequest>,
    /// How to run the turns again.
    pub schedule: Schedule,
    /// The turns with their times, if it was live.
    pub recording: Option<trace::Recording>,
    /// Its rows.
    pub picture: Rc<Picture>,
    /// Its sums.
    pub statistics: Statistics,
    /// How many workers executed Python.
    pub workers: u32,
    /// A hash of the trace's bytes, equal for equal runs.
    pub digest: u64,
}

impl Shown {
    /// Prepares a result for being shown.
    pub(crate) fn new(request: Rc<RunRequest>, result: RunResult) -> Self {
        let trace = Rc::new(result.trace);
        Self {
            request,
            schedule: result.schedule,
            recording: result.recording,
            statistics: Statistics::of(&trace),
            digest: digest(&trace),
            picture: Rc::new(Picture::of(&trace)),
            workers: result.workers,
        }
    }

    /// Prepares what has happened so far in a run that goes on: for being looked at, not for being repeated.
    pub(crate) fn so_far(request: Rc<RunRequest>, trace: trace::Trace) -> Self {
        Self {
            request,
            schedule: Schedule::default(),
            recording: None,
            statistics: Statistics::of(&trace),
            digest: 0,
            picture: Rc::new(Picture::of(&Rc::new(trace))),
            workers: 0,
        }
    }

    /// The run's trace.
    pub(crate) fn trace(&self) -> &trace::Trace {
        &self.picture.trace
    }

    /// Whether its times are virtual.
    pub(crate) fn is_virtual(&self) -> bool {
        !matches!(self.request.mode, Mode::Live | Mode::ReplayLive(_))
    }

    /// What it printed, with the instruction counts.
    pub(crate) fn chunks(&self) -> impl DoubleEndedIterator<Item = (Stream, &str, Step)> {
        self.trace().events.iter().filter_map(|event| match &event.kind {
            EventKind::Output { stream, text } => Some((*stream, text.as_str(), event.step)),
            _ => None,
        })
    }
}

/// What search found, and for which program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Search {
    /// What was asked for.
    pub request: Rc<RunRequest>,
    /// The table.
    pub outcomes: Outcomes,
    /// Which outcome's run is shown.
    pub selected: Option<usize>,
}

/// The state at the cursor: at most one question is on its way, and the last wish wins.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Inspection {
    /// The question on its way.
    pub asked: Option<(RunId, Step)>,
    /// A step by line that waits for the answer, which says where lines begin.
    pub line: Option<Direction>,
    /// The last answer, with the instruction count that was asked for.
    pub view: Option<(Step, Rc<StateView>)>,
    /// Whether the engine knows the states of the shown run.
    pub memory: Memory,
}

/// Whether the engine knows the states of the shown run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Memory {
    /// It does.
    #[default]
    Fresh,
    /// It has made another run since, so it must make that one again before it can tell.
    Replaced,
    /// It is doing so.
    Returning,
    /// The engine that made the run is gone.
    Gone,
}
