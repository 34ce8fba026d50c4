//! What the library tells the trace: who did what with a queue, an event, a task.
//!
//! The library speaks of objects and in words; here they become numbers and kinds. Nothing that a program can see changes.

use trace::{EventKind, Nanos, ResourceId, ResourceKind, Sleeper, TaskStep, TaskWait, Use};

use crate::attribute::own_value;
use crate::class;
use crate::native::time::seconds;
use crate::native::{Args, Context, Fault, Flow};
use crate::object::Object;
use crate::operators::{as_items, as_str};
use crate::resource::known;
use crate::symbol::Symbol;
use crate::value::Value;

/// `belongs(part, owner)`: what is told of `part` from now on is told of `owner`; a lock that nobody has used yet becomes one
/// that only the library knows.
pub(super) fn belongs(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [part, owner] = args.exactly("belongs")?;
    let number = context.resource(owner)?;
    if let Some(id) = part.id() {
        context.assign(id, number.map_or(0, |number| number + 1));
    }
    Ok(Flow::Return(Value::None))
}

/// `tell(what, object, detail)`: something for the trace; `library/README.md` lists the words.
pub(super) fn tell(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [what, object, detail] = args.bind("tell", ["what", "object", "detail"])?;
    let heap = &context.shared.heap;
    match as_str(heap, what).unwrap_or_default() {
        "raised" => {
            let message = as_str(heap, detail).unwrap_or_default().to_owned();
            super::core_functions::tell_raised(context, message);
        }
        "submitted" => {
            if let Some((number, _)) = context.used_resource(object)? {
                let name = callable_name(context, detail);
                if !name.is_empty() {
                    context.name_resource(number, &name);
                }
                use_of(context, number, Use::Pending, None);
            }
        }
        "task created" => {
            name_task(context, object, detail)?;
            step(context, object, TaskStep::Created)?;
        }
        "task named" => name_task(context, object, detail)?,
        "task resumed" => step(context, object, TaskStep::Resumed)?,
        "task suspended" => {
            let why = reason(context, detail)?;
            step(context, object, TaskStep::Suspended { why })?;
        }
        "task done" => {
            let step_is = match as_str(heap, detail) {
                Some("cancelled") => TaskStep::Cancelled,
                Some("exception") => TaskStep::Raised,
                _ => TaskStep::Returned,
            };
            step(context, object, step_is)?;
        }
        "wakes" => wakes(context, object, detail)?,
        word => {
            let figure = match detail {
                Value::Int(figure) => u64::try_from(figure).ok(),
                _ => None,
            };
            let state = as_str(heap, detail);
            let Some(what) = use_named(word, state) else {
                return Ok(Flow::Return(Value::None));
            };
            if let Some((number, kind)) = context.used_resource(object)? {
                // Some futures are done when the event that is a part of them is set.
                let what = match (what, kind) {
                    (Use::Set, ResourceKind::Future) => Use::Done,
                    _ => what,
                };
                if applies(what, kind) {
                    use_of(context, number, what, figure);
                }
            }
        }
    }
    Ok(Flow::Return(Value::None))
}

fn use_of(context: &mut Context, number: u32, what: Use, value: Option<u64>) {
    context.shared.tell(EventKind::Used {
        resource: ResourceId(number),
        what,
        value,
    });
}

/// The library's word for a use; a future's state comes with the word "state".
fn use_named(word: &str, state: Option<&str>) -> Option<Use> {
    Some(match (word, state) {
        ("put", _) => Use::Put,
        ("get", _) => Use::Got,
        ("task_done", _) => Use::TaskDone,
        ("acquired", _) => Use::Acquired,
        ("released", _) => Use::Released,
        ("set", _) => Use::Set,
        ("clear", _) => Use::Cleared,
        ("notify", _) => Use::Notified,
        ("tripped", _) => Use::Tripped,
        ("broken", _) => Use::Broken,
        ("reset", _) => Use::Reset,
        ("state", Some("RUNNING")) => Use::Running,
        ("state", Some("FINISHED")) => Use::Done,
        ("state", Some("CANCELLED")) => Use::Cancelled,
        _ => return None,
    })
}

/// Whether one does such a thing with such a resource. What the parts of a resource do among themselves is not told: the
/// condition in a queue, the event in a queue of tasks.
fn applies(what: Use, kind: ResourceKind) -> bool {
    use ResourceKind as Kind;
    match what {
        Use::Put | Use::Got | Use::TaskDone => kind == Kind::Queue,
        Use::Acquired | Use::Released => matches!(kind, Kind::Lock | Kind::Semaphore),
        Use::Set | Use::Cleared => kind == Kind::Event,
        Use::Notified => kind == Kind::Condition,
        Use::Tripped | Use::Broken | Use::Reset => kind == Kind::Barrier,
        Use::Pending | Use::Running | Use::Done | Use::Cancelled => kind == Kind::Future,
        Use::Sent { .. } | Use::Received { .. } => kind == Kind::Pipe,
    }
}

/// Names a task; one that has only the name that asyncio gave it is told apart by its coroutine too.
fn name_task(context: &mut Context, task: Value, name: Value) -> Result<(), Fault> {
    let heap = &context.shared.heap;
    let Some(name) = as_str(heap, name) else {
        return Ok(());
    };
    let coroutine = own_value(heap, task, Symbol::of("_coro")).and_then(|coroutine| heap.object(coroutine));
    let name = match coroutine {
        Some(Object::Generator(generator)) if name.starts_with("Task-") => {
            format!("{name} ({})", context.program.code(generator.code).name)
        }
        _ => name.to_owned(),
    };
    if let Some(number) = context.resource(task)? {
        context.name_resource(number, &name);
    }
    Ok(())
}

/// Tells of a task or greenlet. A greenlet is named by its function when it is first told of.
fn step(context: &mut Context, task: Value, step: TaskStep) -> Result<(), Fault> {
    if let Some(number) = runner(context, task)? {
        context.shared.tell(EventKind::Task {
            task: ResourceId(number),
            step,
        });
    }
    Ok(())
}

/// The number of a task or greenlet.
fn runner(context: &mut Context, task: Value) -> Result<Option<u32>, Fault> {
    let is_new = known(&context.shared.heap, task).is_none();
    let Some(number) = context.resource(task)? else {
        return Ok(None);
    };
    let kind = context.shared.resources[number as usize].kind;
    if is_new && kind == ResourceKind::Greenlet {
        let name = greenlet_name(context, task);
        context.name_resource(number, &name);
    }
    Ok(kind.runs().then_some(number))
}

/// What a greenlet runs: its function's name; `main` for what a thread runs anyway, `hub` for gevent's loop.
fn greenlet_name(context: &Context, greenlet: Value) -> String {
    let heap = &context.shared.heap;
    let own = |name| own_value(heap, greenlet, Symbol::of(name));
    for attribute in ["_run", "_function"] {
        if let Some(function) = own(attribute) {
            let name = callable_name(context, function);
            if !name.is_empty() {
                return name;
            }
        }
    }
    match class::type_name(heap, greenlet) {
        "Hub" => "hub".to_owned(),
        _ if own("_parent").is_none_or(|parent| !parent.is_bound()) => "main".to_owned(),
        _ => context.name_of(greenlet),
    }
}

/// The name of what is called, as far as it has one.
fn callable_name(context: &Context, callable: Value) -> String {
    let heap = &context.shared.heap;
    let of_code = |code| context.program.code(code).name.clone();
    match callable {
        Value::Native(native) => native.name().to_owned(),
        Value::Function(code) => of_code(code),
        _ => match heap.object(callable) {
            Some(Object::Function(function)) => of_code(function.code),
            Some(Object::Method { function, .. }) => callable_name(context, *function),
            _ if class::is_class(heap, callable) => class::class_name(heap, callable).to_owned(),
            _ => String::new(),
        },
    }
}

/// Why a task does not go on: `(owner, role)`, where the owner of role "sleep" is a time, or nothing at all.
fn reason(context: &mut Context, detail: Value) -> Result<TaskWait, Fault> {
    let heap = &context.shared.heap;
    let Some(&[owner, role]) = detail.bound().and_then(|detail| as_items(heap, detail)) else {
        return Ok(TaskWait::Turn);
    };
    if as_str(heap, role) == Some("sleep") {
        let length = seconds(heap, owner).unwrap_or_default().max(0.0);
        return Ok(if length > 0.0 {
            TaskWait::Sleep {
                nanos: (length * 1e9) as Nanos,
            }
        } else {
            TaskWait::Turn
        });
    }
    if as_str(heap, role) == Some("gather") || as_items(heap, owner).is_some() {
        return Ok(TaskWait::Several);
    }
    let used = context.used_resource(owner)?;
    Ok(used.map_or(TaskWait::Several, |(number, _)| {
        TaskWait::Resource(ResourceId(number))
    }))
}

/// `tell("wakes", whom, what it waits for)`: a task or greenlet goes on soon. Whom is the task, or a method of it.
fn wakes(context: &mut Context, whom: Value, on: Value) -> Result<(), Fault> {
    let whom = match context.shared.heap.object(whom) {
        Some(Object::Method { receiver, .. }) => *receiver,
        _ => whom,
    };
    let Some(task) = runner(context, whom)? else {
        return Ok(());
    };
    let on = match on.bound() {
        Some(on) => context.used_resource(on)?.map(|(number, _)| ResourceId(number)),
        None => None,
    };
    context.shared.tell(EventKind::Woke {
        who: Sleeper::Task(ResourceId(task)),
        on,
    });
    Ok(())
}
