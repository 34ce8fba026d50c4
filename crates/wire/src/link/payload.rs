//! The long parts of a link: bytes as a zlib stream in base64url, and the bytes of a run.
//!
//! A run is stored by columns (all fibers, then all steps, then all times), numbers as differences in postcard's varints: that is
//! short by itself, and alike numbers side by side are what deflate is good at. Times are counted in their greatest common unit, since
//! browsers' clocks tick in microseconds or coarser.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde::{Deserialize, Serialize};
use trace::{FiberId, Nanos, Recording, Run, Schedule, TimedRun};

use super::{LARGEST, LinkError, SharedRun};

/// What a part may unpack to, in bytes.
const LARGEST_PART: usize = 1 << 20;

/// deflate's highest standard level.
const LEVEL: u8 = 9;

/// Text for a link.
pub(super) fn pack(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, LEVEL))
}

/// The bytes behind a link's text. zlib's checksum finds damage.
pub(super) fn unpack(part: &str, text: &str) -> Result<Vec<u8>, LinkError> {
    let damaged = || LinkError::damaged(part);
    let packed = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| damaged())?;
    decompress_to_vec_zlib_with_limit(&packed, LARGEST_PART).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge {
            part: part.to_owned(),
        },
        _ => damaged(),
    })
}

/// A run by columns. The order of fields and variants is the format: it may only change with the link's version.
#[derive(Serialize, Deserialize)]
enum Columns {
    Schedule(Turns),
    Recording(Turns, Times),
    /// A schedule that search found.
    Untimed(Turns),
}

#[derive(Serialize, Deserialize)]
struct Turns {
    /// Each fiber's distance from the one before.
    fibers: Vec<i64>,
    steps: Vec<u64>,
}

#[derive(Serialize, Deserialize)]
struct Times {
    /// Nanoseconds of a unit.
    unit: u64,
    /// Each start's distance from the end before.
    starts: Vec<i64>,
    /// Lengths.
    lengths: Vec<i64>,
    /// Waits for the GIL before the start.
    waits: Vec<i64>,
    /// Each answer's distance from the one before.
    clock: Vec<i64>,
    /// The run's end, from the last turn's.
    end: i64,
}

pub(super) fn run_bytes(run: &SharedRun) -> Vec<u8> {
    let columns = match run {
        SharedRun::Schedule(schedule) if schedule.untimed => Columns::Untimed(turns(&schedule.runs)),
        SharedRun::Schedule(schedule) => Columns::Schedule(turns(&schedule.runs)),
        SharedRun::Recording(recording) => {
            let runs: Vec<Run> = recording
                .runs
                .iter()
                .map(|run| Run {
                    fiber: run.fiber,
                    steps: run.steps,
                })
                .collect();
            Columns::Recording(turns(&runs), times(recording))
        }
    };
    postcard::to_stdvec(&columns).expect("plain numbers have no failing serialiser")
}

pub(super) fn run_from_bytes(bytes: &[u8]) -> Result<SharedRun, LinkError> {
    let columns = postcard::take_from_bytes(bytes)
        .ok()
        .filter(|(_, rest)| rest.is_empty());
    let run = columns.and_then(|(columns, _)| match columns {
        Columns::Schedule(turns) => schedule(&turns, false),
        Columns::Untimed(turns) => schedule(&turns, true),
        Columns::Recording(turns, times) => Some(SharedRun::Recording(recording(&runs(&turns)?, &times)?)),
    });
    run.ok_or_else(|| LinkError::damaged("run"))
}

fn schedule(turns: &Turns, untimed: bool) -> Option<SharedRun> {
    let runs = runs(turns)?;
    Some(SharedRun::Schedule(Schedule { runs, untimed }))
}

fn turns(runs: &[Run]) -> Turns {
    let mut before = 0;
    let mut distance = |run: &Run| {
        let fiber = i64::from(run.fiber.0);
        fiber - std::mem::replace(&mut before, fiber)
    };
    Turns {
        fibers: runs.iter().map(&mut distance).collect(),
        steps: runs.iter().map(|run| run.steps).collect(),
    }
}

/// The turns, unless their numbers are absurd: whoever adds up their steps must not overflow.
fn runs(turns: &Turns) -> Option<Vec<Run>> {
    if turns.fibers.len() != turns.steps.len() {
        return None;
    }
    let (mut fiber, mut total) = (0_i64, 0_u64);
    let mut run = |(distance, steps): (&i64, &u64)| {
        fiber = fiber.checked_add(*distance)?;
        total = total.checked_add(*steps).filter(|total| *total <= LARGEST)?;
        Some(Run {
            fiber: FiberId(u32::try_from(fiber).ok()?),
            steps: *steps,
        })
    };
    turns.fibers.iter().zip(&turns.steps).map(&mut run).collect()
}

fn times(recording: &Recording) -> Times {
    let all = recording
        .runs
        .iter()
        .flat_map(|run| [run.ready, run.start, run.end]);
    let unit = all
        .chain(recording.clock.iter().copied())
        .chain([recording.end])
        .fold(0, greatest_common_divisor)
        .max(1);
    let mut before = 0;
    let mut distance = |time: Nanos| {
        let time = (time / unit) as i64;
        time - std::mem::replace(&mut before, time)
    };
    let mut times = Times {
        unit,
        starts: Vec::new(),
        lengths: Vec::new(),
        waits: Vec::new(),
        clock: Vec::new(),
        end: 0,
    };
    for run in &recording.runs {
        times.starts.push(distance(run.start));
        times.lengths.push(distance(run.end));
        times
            .waits
            .push((run.start / unit) as i64 - (run.ready / unit) as i64);
    }
    times.end = distance(recording.end);
    times.clock = recording.clock.iter().map(|time| distance(*time)).collect();
    times
}

/// The recording, unless its times are absurd or out of order: whoever subtracts them must not underflow.
fn recording(runs: &[Run], times: &Times) -> Option<Recording> {
    let lengths = [times.starts.len(), times.lengths.len(), times.waits.len()];
    if lengths != [runs.len(); 3] || times.unit == 0 {
        return None;
    }
    let mut clock = Clock {
        units: 0,
        unit: times.unit,
    };
    let mut timed = Vec::with_capacity(runs.len());
    let mut last_start = 0;
    for (index, run) in runs.iter().enumerate() {
        let start = clock.moved(times.starts[index])?;
        let ready = clock.before(times.waits[index])?;
        let end = clock.moved(times.lengths[index])?;
        if ready > start || start > end || start < last_start {
            return None;
        }
        last_start = start;
        timed.push(TimedRun {
            fiber: run.fiber,
            steps: run.steps,
            ready,
            start,
            end,
        });
    }
    let end = clock.moved(times.end)?;
    if timed.iter().any(|run| run.end > end) {
        return None;
    }
    let answers: Option<Vec<Nanos>> = times
        .clock
        .iter()
        .map(|distance| clock.answered(*distance))
        .collect();
    Some(Recording {
        runs: timed,
        clock: answers?,
        end,
    })
}

/// Adds up distances.
struct Clock {
    units: i64,
    unit: u64,
}

impl Clock {
    fn moved(&mut self, distance: i64) -> Option<Nanos> {
        self.units = self.units.checked_add(distance)?;
        self.nanos(self.units)
    }

    /// What a program was told: since 1970, maybe, which is more than a run can last. Nobody but the program counts with it.
    fn answered(&mut self, distance: i64) -> Option<Nanos> {
        self.units = self.units.checked_add(distance)?;
        let nanos = u64::try_from(self.units).ok()?.checked_mul(self.unit)?;
        (nanos <= i64::MAX as u64).then_some(nanos)
    }

    fn before(&self, distance: i64) -> Option<Nanos> {
        self.nanos(self.units.checked_sub(distance)?)
    }

    fn nanos(&self, units: i64) -> Option<Nanos> {
        let nanos = u64::try_from(units).ok()?.checked_mul(self.unit)?;
        (nanos <= LARGEST).then_some(nanos)
    }
}

fn greatest_common_divisor(left: u64, right: u64) -> u64 {
    let (mut left, mut right) = (left, right);
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}
