//! Methods of generators, coroutines and asynchronous generators.

use triomphe::Arc;

use crate::code::{Attribute, Program};
use crate::exception::ExceptionKind;
use crate::library;
use crate::native::{Args, Context, Fault, Flow, Resumption, Type, introspect, raise};
use crate::object::{AsyncStep, Generator, GeneratorKind, GeneratorState, Object};
use crate::shared::Shared;
use crate::value::{ObjectId, Truth, Value};

fn generator_of<'a>(context: &'a Context, value: Value) -> Option<(ObjectId, &'a Generator)> {
    let id = value.id()?;
    match context.shared.heap.get(id) {
        Object::Generator(generator) => Some((id, generator)),
        _ => None,
    }
}

/// The generator that a step is one of; other values are themselves.
fn behind(context: &Context, value: Value) -> Value {
    match context.shared.heap.object(value) {
        Some(Object::AsyncStep(step)) => step.generator,
        _ => value,
    }
}

/// `coroutine.__await__()`
pub(super) fn wrapper(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (generator, []) = args.method("__await__")?;
    let heap = &mut context.shared.heap;
    heap.retain(generator);
    let step = AsyncStep {
        generator,
        argument: Value::None,
        throws: false,
        begun: true,
        ty: Type::CoroutineWrapper,
    };
    Ok(Flow::Return(heap.allocate(Object::AsyncStep(Arc::new(step)))?))
}

/// `generator.send(value)`
pub(super) fn send(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [value]) = args.method("send")?;
    context.shared.heap.retain(value);
    match generator_of(context, receiver) {
        Some((id, _)) => Ok(Flow::Resume(id, Resumption::Send(value))),
        None => step_with(context, receiver, value),
    }
}

fn step_with(context: &mut Context, receiver: Value, value: Value) -> Result<Flow, Fault> {
    let Some(Object::AsyncStep(step)) = context.shared.heap.object(receiver) else {
        return raise(ExceptionKind::TypeError, "a generator is needed");
    };
    let step = **step;
    let Some(generator) = step.generator.id() else {
        unreachable!("a generator is an object")
    };
    if step.begun {
        return Ok(Flow::Resume(generator, Resumption::Send(value)));
    }
    if let Some(id) = receiver.id()
        && let Object::AsyncStep(step) = context.shared.heap.get_mut(id)
    {
        Arc::make_mut(step).begun = true;
    }
    context.shared.heap.release(value);
    context.shared.heap.retain(step.argument);
    let resumption = if step.throws {
        Resumption::Throw(step.argument)
    } else {
        Resumption::Send(step.argument)
    };
    Ok(Flow::Resume(generator, resumption))
}

/// `generator.__next__()`
pub(super) fn next(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__next__")?;
    match generator_of(context, receiver) {
        Some((id, _)) => Ok(Flow::Resume(id, Resumption::Send(Value::None))),
        None => step_with(context, receiver, Value::None),
    }
}

/// `generator.throw(exception)`
pub(super) fn throw(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    core_call(context, "generator_throw", args)
}

/// `generator.close()`
pub(super) fn close(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    // The generator goes on after a step that was given up.
    if let [value] = args.positional
        && let Some(Object::AsyncStep(step)) = context.shared.heap.object(*value)
        && step.ty == Type::AsyncStep
    {
        return Ok(Flow::Return(Value::None));
    }
    core_call(context, "generator_close", args)
}

fn core_call(context: &mut Context, name: &str, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    Ok(Flow::Call(library::core(name), args.positional.to_vec()))
}

/// `generator.__iter__()`
pub(super) fn iter(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__iter__")?;
    Ok(Flow::Return(context.shared.heap.retain(receiver)))
}

/// Whether an asynchronous generator is about to begin and `sys.set_asyncgen_hooks` was asked to be told of that.
pub(crate) fn tells_of_beginning(shared: &Shared, program: &Program, generator: Value) -> bool {
    let is_fresh = match shared.heap.object(generator) {
        Some(Object::Generator(generator)) => {
            matches!(generator.state, GeneratorState::Suspended { pc: 0 })
        }
        _ => false,
    };
    let Some(sys) = library::named("sys").filter(|sys| is_fresh && program.modules.contains(sys)) else {
        return false;
    };
    let hooks = shared.module_attribute(program, sys, &Attribute::new("_asyncgen_hooks"));
    hooks.is_some_and(|hooks| !matches!(hooks, Value::None))
}

/// A step of an asynchronous generator, to be awaited.
pub(crate) fn new_step(
    shared: &mut Shared,
    generator: Value,
    argument: Value,
    throws: bool,
) -> Result<Value, Fault> {
    shared.heap.retain(generator);
    shared.heap.retain(argument);
    let step = AsyncStep {
        generator,
        argument,
        throws,
        begun: false,
        ty: Type::AsyncStep,
    };
    Ok(shared.heap.allocate(Object::AsyncStep(Arc::new(step)))?)
}

fn step_of(context: &mut Context, generator: Value, argument: Value) -> Result<Flow, Fault> {
    if tells_of_beginning(context.shared, context.program, generator) {
        context.shared.heap.retain_all(&[generator, argument]);
        return Ok(Flow::Call(library::core("first_step"), vec![generator, argument]));
    }
    new_step(context.shared, generator, argument, false).map(Flow::Return)
}

/// `async_generator.__anext__()`
pub(super) fn anext(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__anext__")?;
    step_of(context, receiver, Value::None)
}

/// `async_generator.asend(value)`
pub(super) fn asend(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [value]) = args.method("asend")?;
    step_of(context, receiver, value)
}

/// `async_generator.athrow(exception)`
pub(super) fn athrow(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    core_call(context, "async_throw", args)
}

/// `async_generator.aclose()`
pub(super) fn aclose(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    core_call(context, "async_close", args)
}

/// `step_async(generator, argument, throws)`: a step that sends a value or throws an exception, to be awaited.
pub(super) fn step(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [generator, argument, throws] = args.exactly("step_async")?;
    let throws = matches!(throws, Value::Bool(Truth::True));
    new_step(context.shared, generator, argument, throws).map(Flow::Return)
}

/// `raise_in(generator, exception)`: lets it go on with an exception.
pub(super) fn raise_in(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [generator, exception] = args.exactly("raise_in")?;
    context.shared.heap.retain(exception);
    match behind(context, generator).id() {
        Some(id) => Ok(Flow::Resume(id, Resumption::Throw(exception))),
        None => raise(ExceptionKind::TypeError, "a generator is needed"),
    }
}

/// `finish_delegation(generator, value)`: its `yield from` or `await` has this result.
pub(super) fn finish_delegation(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [generator, value] = args.exactly("finish_delegation")?;
    context.shared.heap.retain(value);
    match behind(context, generator).id() {
        Some(id) => Ok(Flow::Resume(id, Resumption::Finish(value))),
        None => raise(ExceptionKind::TypeError, "a generator is needed"),
    }
}

/// `delegate_of(generator)`: what it waits for with `yield from` or `await`, or `None`.
pub(super) fn delegate_of(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("delegate_of")?;
    let generator = generator_of(context, behind(context, value)).map(|(_, generator)| generator.clone());
    let heap = &mut context.shared.heap;
    Ok(Flow::Return(generator.map_or(Value::None, |generator| {
        introspect::delegate(heap, context.program, &generator)
    })))
}

/// `generator_state(generator)`: "created", "suspended", "running" or "closed".
pub(super) fn state(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("generator_state")?;
    let value = behind(context, value);
    let state = match generator_of(context, value).map(|(_, generator)| generator.state) {
        Some(GeneratorState::Suspended { pc: 0 }) => "created",
        Some(GeneratorState::Suspended { .. }) => "suspended",
        Some(GeneratorState::Running) => "running",
        Some(GeneratorState::Finished) | None => "closed",
    };
    Ok(Flow::Return(context.shared.heap.string(state)?))
}

/// `generator_name(generator)`: what it is and its qualified name.
pub(super) fn name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("generator_name")?;
    let text = match generator_of(context, value) {
        Some((_, generator)) => {
            let kind = match generator.kind {
                GeneratorKind::Generator => "generator object",
                GeneratorKind::Coroutine => "coroutine object",
                GeneratorKind::AsyncGenerator => "async_generator object",
            };
            format!("{kind} {}", context.program.code(generator.code).qualname)
        }
        None => "object".to_owned(),
    };
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}
