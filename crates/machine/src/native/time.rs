//! `time`.

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::fiber::{Clock, Wait};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::operators::{Number, number};
use crate::value::Value;

/// The longest that `time.sleep` sleeps: some 292 years, as in CPython (`_PyTime_t` counts nanoseconds in 63 bits).
pub(super) const MAX_SLEEP: f64 = 9_223_372_036.0;

/// Zero in what a clock is asked for.
const SECONDS: Value = Value::float(0.0);
const NANOSECONDS: Value = Value::Int(0);

/// A length of time that a program gave, in seconds.
pub(super) fn seconds(heap: &crate::heap::Heap, value: Value) -> Option<f64> {
    match number(heap, value)? {
        Number::Int(value) => value.to_f64().ok(),
        Number::Float(value) => Some(value),
    }
}

/// `time.sleep(seconds)`
pub(super) fn sleep(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [length] = args.exactly("time.sleep")?;
    if seconds(&context.shared.heap, length).is_none() {
        let name = type_name(&context.shared.heap, length);
        let message = format!("'{name}' object cannot be interpreted as an integer");
        return raise(ExceptionKind::TypeError, message);
    }
    let length = seconds(&context.shared.heap, length).unwrap_or_default();
    if length.is_nan() {
        return raise(ExceptionKind::ValueError, "Invalid value NaN (not a number)");
    }
    if length < 0.0 {
        return raise(ExceptionKind::ValueError, "sleep length must be non-negative");
    }
    if length > MAX_SLEEP {
        return raise(
            ExceptionKind::OverflowError,
            "timestamp too large to convert to C _PyTime_t",
        );
    }
    // CPython rounds up to a nanosecond (`_PyTime_ROUND_TIMEOUT`).
    Ok(Flow::Wait(Wait::Sleep((length * 1e9).ceil() as u64)))
}

/// `time.time()`
pub(super) fn time(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.time")?;
    Ok(Flow::Clock(Clock::Real, SECONDS))
}

/// `time.time_ns()`
pub(super) fn time_ns(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.time_ns")?;
    Ok(Flow::Clock(Clock::Real, NANOSECONDS))
}

/// `time.monotonic()`, `time.perf_counter()`
pub(super) fn monotonic(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.monotonic")?;
    Ok(Flow::Clock(Clock::Monotonic, SECONDS))
}

/// `time.monotonic_ns()`, `time.perf_counter_ns()`
pub(super) fn monotonic_ns(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.monotonic_ns")?;
    Ok(Flow::Clock(Clock::Monotonic, NANOSECONDS))
}
