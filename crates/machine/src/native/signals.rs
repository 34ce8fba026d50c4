//! `_kernel`: signals, and the timers that send them.

use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::fiber::ThreadKind;
use crate::native::system::{number, timeout};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{as_items, as_str};
use crate::signal::{Action, MOST_SIGNALS, Reaction, bit, numbers};
use crate::system::SystemCall;
use crate::value::Value;

/// A signal's number.
fn signal(context: &Context, value: Value) -> Result<i64, Fault> {
    let signal = number(context, value)?;
    if !(1..=MOST_SIGNALS).contains(&signal) {
        return raise(ExceptionKind::ValueError, "signal number out of range");
    }
    Ok(signal)
}

/// `on_signal(signal, action)`: what happens when a signal comes: the default, nothing, a call, `KeyboardInterrupt`.
pub(super) fn on_signal(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [wanted, action] = args.exactly("on_signal")?;
    let wanted = signal(context, wanted)?;
    let action = match number(context, action)? {
        0 => Action::Default,
        1 => Action::Ignore,
        2 => Action::Call,
        _ => Action::Raise,
    };
    context.shared.signals.set(wanted, action);
    Ok(Flow::Return(Value::None))
}

/// `interrupt(signal)`: has the main thread hear of a signal if the process wants to; unlike one that is sent, that ends no
/// wait. Whether it does.
pub(super) fn interrupt(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [wanted] = args.exactly("interrupt")?;
    let wanted = signal(context, wanted)?;
    let hears = context.shared.signals.reaction(wanted) == Reaction::Hear;
    if hears {
        context.shared.signals.note(wanted);
    }
    Ok(Flow::Return(Value::bool(hears)))
}

/// `next_signal()`: the lowest signal that has come and that was not heard of; 0 if there is none.
pub(super) fn next_signal(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("next_signal")?;
    let next = context.shared.signals.take().unwrap_or_default();
    Ok(Flow::Return(Value::Int(next)))
}

/// A set of signals, from a tuple of numbers.
fn signals(context: &Context, value: Value) -> Result<u64, Fault> {
    let Some(items) = as_items(&context.shared.heap, value) else {
        return raise(ExceptionKind::TypeError, "expected a tuple of signals");
    };
    let mut items = items.iter();
    items.try_fold(0, |set, item| Ok(set | bit(signal(context, *item)?)))
}

/// A tuple of signals.
fn tuple_of(context: &mut Context, signals: u64) -> Result<Flow, Fault> {
    let items = numbers(signals).map(Value::Int).collect();
    Ok(Flow::Return(context.shared.heap.tuple(items)?))
}

/// `block(signals)`: has these and no others kept when they come; those that were kept and are no longer.
pub(super) fn block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [wanted] = args.exactly("block")?;
    let wanted = signals(context, wanted)?;
    let released = context.shared.signals.block(wanted);
    tuple_of(context, released)
}

/// `blocked()`: the signals that are kept when they come.
pub(super) fn blocked(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("blocked")?;
    let blocked = context.shared.signals.blocked();
    tuple_of(context, blocked)
}

/// `held()`: the signals that have come and are kept.
pub(super) fn held(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("held")?;
    let held = context.shared.signals.held();
    tuple_of(context, held)
}

/// `wait_signal(signals, timeout)`: one of these that is kept; 0 when none came in time.
pub(super) fn wait_signal(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [among, longest] = args.exactly("wait_signal")?;
    Ok(Flow::System(SystemCall::WaitSignal {
        among: signals(context, among)?,
        timeout: timeout(context, longest)?,
    }))
}

/// `once(function, args, keywords)`: calls a native function that may block; if a signal ends its wait that is
/// `NotImplemented`.
pub(super) fn once(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function, positional, keywords] = args.exactly("once")?;
    let Value::Native(native) = function else {
        return raise(ExceptionKind::TypeError, "once() needs a native function");
    };
    let heap = &context.shared.heap;
    let positional = as_items(heap, positional).unwrap_or_default().to_vec();
    let mut named = Vec::new();
    if let Some(Object::Dict(dict)) = heap.object(keywords) {
        for entry in dict.iter() {
            named.push((
                Arc::from(as_str(heap, entry.key).unwrap_or_default()),
                entry.value,
            ));
        }
    }
    native.call(
        context,
        &Args {
            positional: &positional,
            keywords: named,
        },
    )
}

/// `start_timer(function, argument)`: a timer of the kernel, which calls a function.
pub(super) fn start_timer(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function, argument] = args.exactly("start_timer")?;
    super::sync::may_start(context)?;
    context.shared.heap.retain_all(&[function, argument]);
    Ok(Flow::Spawn {
        function,
        args: context.shared.heap.tuple(vec![argument])?,
        kind: ThreadKind::Timer,
    })
}
