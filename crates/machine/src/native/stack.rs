//! Stacks of calls that a thread goes on with by name: what greenlets are made of.

use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, Stack};

/// `Fiberlet(function)`: a stack that begins with a call of the function, which returns the stack to go on with at its end.
pub(super) fn new(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function] = args.exactly("Fiberlet")?;
    context.shared.heap.retain(function);
    Ok(Flow::Return(
        context
            .shared
            .heap
            .allocate(Object::Stack(Arc::new(Stack::Fresh(function))))?,
    ))
}

/// `current_fiberlet()`: the stack of the calls that are going on.
pub(super) fn current(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("current_fiberlet")?;
    Ok(Flow::CurrentStack)
}

/// `stack.resume()`: goes on with a stack; returns when somebody goes on with the one that is left.
pub(super) fn resume(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (stack, []) = args.method("resume")?;
    if let Some(Object::Stack(state)) = context.shared.heap.object(stack)
        && let Stack::Finished = **state
    {
        return raise(ExceptionKind::RuntimeError, "the stack has ended");
    }
    Ok(Flow::Switch(context.shared.heap.retain(stack)))
}
