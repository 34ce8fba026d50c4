//! The cursor: an instruction count of the run, with the time that belongs to it.

use trace::{FiberId, Nanos, Step, Trace};

/// Which way the cursor goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Towards the start.
    Back,
    /// Towards the end.
    Forward,
}

/// How far the cursor goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stride {
    /// One instruction.
    Instruction,
    /// To where a line of the program begins; only the engine knows.
    Line,
    /// To the next moment at which another fiber takes over.
    Switch,
    /// To the next event.
    Event,
    /// To the start or the end of the run.
    End,
}

/// The time behind `step` instructions: within a slice every instruction takes equally long.
pub(crate) fn time(trace: &Trace, step: Step) -> Nanos {
    let Some(last) = step.checked_sub(1) else {
        return trace.slices.first().map_or(0, |slice| slice.start);
    };
    let Some(slice) = trace.slice_at_step(last) else {
        return 0;
    };
    let part = (step - slice.first_step).min(slice.steps) as f64 / slice.steps.max(1) as f64;
    slice.start + ((slice.end - slice.start) as f64 * part).round() as Nanos
}

/// How many instructions had been executed at a time.
pub(crate) fn step(trace: &Trace, at: Nanos) -> Step {
    let behind = trace.slices.partition_point(|slice| slice.start <= at);
    let Some(slice) = behind.checked_sub(1).map(|index| trace.slices[index]) else {
        return 0;
    };
    if at >= slice.end {
        return slice.first_step + slice.steps;
    }
    let part = (at - slice.start) as f64 / (slice.end - slice.start) as f64;
    slice.first_step + (part * slice.steps as f64).round() as Step
}

/// Who executed the last instruction before the cursor.
pub(crate) fn last_runner(trace: &Trace, step: Step) -> Option<FiberId> {
    trace.slice_at_step(step.checked_sub(1)?).map(|slice| slice.fiber)
}

/// Where the cursor goes from `step`.
pub(crate) fn moved(trace: &Trace, step: Step, stride: Stride, direction: Direction) -> Step {
    let last = trace.steps();
    let target = match (stride, direction) {
        (Stride::Line, _) => Some(step),
        (Stride::Instruction, Direction::Back) => step.checked_sub(1),
        (Stride::Instruction, Direction::Forward) => Some(step + 1),
        (Stride::End, Direction::Back) => Some(0),
        (Stride::End, Direction::Forward) => Some(last),
        (Stride::Switch, Direction::Back) => {
            let behind = trace.slices.partition_point(|slice| slice.first_step < step);
            (1..behind)
                .rev()
                .find(|index| trace.slices[*index].fiber != trace.slices[index - 1].fiber)
                .map_or(Some(0), |index| Some(trace.slices[index].first_step))
        }
        (Stride::Switch, Direction::Forward) => {
            let behind = trace.slices.partition_point(|slice| slice.first_step <= step);
            (behind.max(1)..trace.slices.len())
                .find(|index| trace.slices[*index].fiber != trace.slices[index - 1].fiber)
                .map_or(Some(last), |index| Some(trace.slices[index].first_step))
        }
        (Stride::Event, Direction::Back) => {
            let behind = trace.events.partition_point(|event| event.step < step);
            behind
                .checked_sub(1)
                .map_or(Some(0), |index| Some(trace.events[index].step))
        }
        (Stride::Event, Direction::Forward) => {
            let behind = trace.events.partition_point(|event| event.step <= step);
            trace
                .events
                .get(behind)
                .map_or(Some(last), |event| Some(event.step))
        }
    };
    target.unwrap_or(0).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn times_and_steps_are_inverse_at_every_instruction() {
        let trace = fixture::two_threads_and_a_lock();
        for number in 0..=trace.steps() {
            assert_eq!(step(&trace, time(&trace, number)), number);
        }
        assert_eq!(step(&trace, 1_000_000), trace.steps());
    }

    #[test]
    fn strides_stop_at_the_ends() {
        let trace = fixture::two_threads_and_a_lock();
        let last = trace.steps();
        for stride in [Stride::Instruction, Stride::Switch, Stride::Event, Stride::End] {
            assert_eq!(moved(&trace, 0, stride, Direction::Back), 0);
            assert_eq!(moved(&trace, last, stride, Direction::Forward), last);
        }
    }

    #[test]
    fn switches_are_where_another_fiber_takes_over() {
        let trace = fixture::two_threads_and_a_lock();
        let mut seen = vec![];
        let mut at = 0;
        while at < trace.steps() {
            at = moved(&trace, at, Stride::Switch, Direction::Forward);
            seen.push(at);
        }
        assert_eq!(seen, [20, 30, 50, 60]);
        assert_eq!(moved(&trace, 30, Stride::Switch, Direction::Back), 20);
        assert_eq!(moved(&trace, 35, Stride::Switch, Direction::Back), 30);
        assert_eq!(last_runner(&trace, 20), Some(FiberId(0)));
        assert_eq!(last_runner(&trace, 21), Some(FiberId(1)));
        assert_eq!(last_runner(&trace, 0), None);
    }

    #[test]
    fn a_run_without_instructions_has_one_place() {
        let trace = fixture::empty();
        assert_eq!(time(&trace, 0), 0);
        assert_eq!(step(&trace, 5), 0);
        assert_eq!(moved(&trace, 0, Stride::Switch, Direction::Forward), 0);
    }
}
