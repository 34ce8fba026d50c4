//! What a program may learn of the machine that runs it, and change: `sys`, `gc`, and where its calls stand.

use crate::class::{self, Found};
use crate::code::{Attribute, CodeKind};
use crate::digest::{Algorithm, Hasher};
use crate::exception::{ExceptionKind, frames};
use crate::fiber::Frame;
use crate::kernel::MAIN_PID;
use crate::library::{self, ModuleId};
use crate::marks::marks;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Number, as_str, number};
use crate::value::Value;
use trace::Place;

/// The calls of the program itself, the innermost first: what is being executed in each.
fn visible<'a>(context: &'a Context) -> impl Iterator<Item = &'a Frame> {
    context
        .frames
        .iter()
        .rev()
        .filter(|frame| !context.program.code(frame.code).hidden)
}

/// `caller(levels=0)`: file, line, function and module of the program's innermost call, or of one so many further out;
/// where there are not so many, of the outermost.
pub(super) fn caller(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [levels] = args.bind("caller", ["levels"])?;
    let levels = match levels {
        Value::Int(levels) => usize::try_from(levels).unwrap_or(0),
        _ => 0,
    };
    let calls = visible(context)
        .take(levels.saturating_add(1))
        .last()
        .map(|frame| {
            let line = context
                .program
                .place(frame.code, frame.pc.saturating_sub(1) as usize)
                .line;
            (line, context.program.code(frame.code).name.clone())
        });
    let (line, name) = calls.unwrap_or_else(|| (1, "<module>".to_owned()));
    let heap = &mut context.shared.heap;
    let parts = vec![
        heap.string(&context.program.script.file)?,
        Value::Int(i64::from(line)),
        heap.string(&name)?,
        heap.string("__main__")?,
    ];
    Ok(Flow::Return(heap.tuple(parts)?))
}

/// `format_stack()`: the program's calls as text, the innermost last.
pub(super) fn format_stack(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("format_stack")?;
    let calls: Vec<_> = visible(context)
        .map(|frame| (frame.code, frame.pc.saturating_sub(1)))
        .collect();
    let text = frames(context.program, &calls, false);
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `calls_of(traceback)`: the program's calls of a traceback, without one those that are going on, the outermost first. Each
/// is its file, line and function, and of a traceback where it stands: the last line, the first column and the one behind the
/// last, in bytes from 0, which are `None` where no more than the line is told.
pub(super) fn calls_of(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [traceback] = args.exactly("calls_of")?;
    let program = context.program;
    let is_marked = !matches!(traceback, Value::None);
    let calls: Vec<_> = match context.shared.heap.object(traceback) {
        Some(Object::Traceback(calls)) => calls.to_vec(),
        _ if is_marked => Vec::new(),
        _ => visible(context)
            .map(|frame| (frame.code, frame.pc.saturating_sub(1)))
            .collect(),
    };
    let mut entries = Vec::new();
    for (id, at) in calls.into_iter().rev() {
        let code = program.code(id);
        if code.hidden {
            continue;
        }
        let place = program.place(id, at as usize);
        let bytes = |line: u32, column: u32| {
            let line = program.unit.source.lines().nth(line as usize - 1)?;
            let before = line.chars().take(column as usize - 1);
            Some(before.map(char::len_utf8).sum::<usize>() as i64)
        };
        let is_told = is_marked && code.unmarked.binary_search(&at).is_err();
        let columns = [(place.line, place.column), (place.end_line, place.end_column)];
        let [start, end] = columns.map(|(line, column)| {
            let column = bytes(line, column).filter(|_| is_told);
            column.map_or(Value::None, Value::Int)
        });
        let heap = &mut context.shared.heap;
        let entry = vec![
            heap.string(&program.script.file)?,
            Value::Int(i64::from(place.line)),
            heap.string(&code.name)?,
            Value::Int(i64::from(place.end_line)),
            start,
            end,
        ];
        entries.push(heap.tuple(entry)?);
    }
    Ok(Flow::Return(context.shared.heap.list(entries)?))
}

/// `marks_below(text, line, end_line, column, end_column)`: what a traceback shows below a line of source; empty if nothing.
pub(super) fn marks_below(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [text, line, end_line, column, end_column] = args.exactly("marks_below")?;
    let heap = &mut context.shared.heap;
    let source = as_str(heap, text).unwrap_or_default();
    let number = |value: Value| match value {
        Value::Int(number) => u32::try_from(number).ok(),
        _ => None,
    };
    let column_of = |value: Value| {
        let before = source.get(..number(value)? as usize).unwrap_or(source);
        Some(before.chars().count() as u32 + 1)
    };
    let place = || {
        Some(Place {
            line: number(line)?,
            column: column_of(column)?,
            end_line: number(end_line).unwrap_or(u32::MAX),
            end_column: column_of(end_column)?,
        })
    };
    let marks = place().and_then(|place| marks(source, place));
    Ok(Flow::Return(heap.string(&marks.unwrap_or_default())?))
}

/// `source_text(file, line)`: a line of the program; empty if there is none.
pub(super) fn source_text(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [file, line] = args.exactly("source_text")?;
    let text = line_of_source(context, file, line).to_owned();
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

fn line_of_source<'a>(context: &Context<'a>, file: Value, line: Value) -> &'a str {
    let is_program = as_str(&context.shared.heap, file) == Some(context.program.script.file.as_str());
    let line = match line {
        Value::Int(line) if is_program => usize::try_from(line - 1).ok(),
        _ => None,
    };
    line.and_then(|line| context.program.unit.source.lines().nth(line))
        .unwrap_or_default()
}

/// `source_line(file, line)`: the same without its indentation.
pub(super) fn source_line(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [file, line] = args.exactly("source_line")?;
    let text = line_of_source(context, file, line).trim();
    Ok(Flow::Return(context.shared.heap.string(text)?))
}

/// `lookup(class, name)`: what a class or its bases have under a name, unbound; `None` if nothing.
pub(super) fn lookup(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [class, name] = args.exactly("lookup")?;
    let Some(name) = as_str(&context.shared.heap, name).map(Attribute::new) else {
        return Ok(Flow::Return(Value::None));
    };
    if !class::is_class(&context.shared.heap, class) {
        return raise(ExceptionKind::TypeError, "lookup() argument 1 must be a class");
    }
    let value = match class::lookup(context.shared, class, &name) {
        Some(Found::Value(value)) => value,
        Some(Found::Native(native)) => Value::Native(native),
        Some(Found::Method(code) | Found::StaticMethod(code) | Found::ClassMethod(code)) => {
            Value::Function(code)
        }
        Some(Found::Property { get, .. }) => Value::Function(get),
        None => Value::None,
    };
    Ok(Flow::Return(context.shared.heap.retain(value)))
}

/// `module_value(module, name)`: what a module holds under a name, or `NotImplemented` if the program has no such module
/// or that holds nothing.
pub(super) fn module_value(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [module, name] = args.exactly("module_value")?;
    let heap = &context.shared.heap;
    let module = as_str(heap, module)
        .and_then(library::named)
        .filter(|id| id.name() == "builtins" || context.program.modules.contains(id));
    let name = as_str(heap, name).map(Attribute::new);
    let value = match (module, name) {
        (Some(module), Some(name)) => context.shared.module_attribute(context.program, module, &name),
        _ => None,
    };
    Ok(Flow::Return(
        context.shared.heap.retain(value.unwrap_or(Value::NotImplemented)),
    ))
}

/// `redirected_output()`: what the program has put in the place of `sys.stdout`; else `NotImplemented`.
pub(super) fn redirected_output(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("redirected_output")?;
    let module = library::named("sys").filter(|_| context.shared.redirected);
    let value = module
        .and_then(|module| {
            context
                .shared
                .module_attribute(context.program, module, &Attribute::new("stdout"))
        })
        .unwrap_or(Value::NotImplemented);
    Ok(Flow::Return(context.shared.heap.retain(value)))
}

/// `arguments()`: a list of what the program was started with.
pub(super) fn arguments(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("arguments")?;
    let heap = &mut context.shared.heap;
    let mut values = Vec::new();
    for argument in &context.program.script.arguments {
        values.push(heap.string(argument)?);
    }
    Ok(Flow::Return(heap.list(values)?))
}

/// `modules()`: the program, and the modules that it may import of those that it has.
pub(super) fn modules(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("modules")?;
    let imported = context
        .program
        .modules
        .iter()
        .filter(|id| library::importable(id.name()).is_some());
    let modules = std::iter::once(&ModuleId::MAIN).chain(imported);
    let modules = modules.map(|id| Value::Module(*id)).collect();
    Ok(Flow::Return(context.shared.heap.tuple(modules)?))
}

/// `code_kind(function)`: what a call of it makes, "generator", "coroutine" or "async_generator"; else `None`.
pub(super) fn code_kind(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function] = args.exactly("code_kind")?;
    let code = match (function, context.shared.heap.object(function)) {
        (Value::Function(code), _) => Some(code),
        (_, Some(Object::Function(function))) => Some(function.code),
        _ => None,
    };
    let kind = match code.map(|code| context.program.code(code).kind) {
        Some(CodeKind::Generator) => "generator",
        Some(CodeKind::Coroutine) => "coroutine",
        Some(CodeKind::AsyncGenerator) => "async_generator",
        Some(CodeKind::Plain) | None => return Ok(Flow::Return(Value::None)),
    };
    Ok(Flow::Return(context.shared.heap.string(kind)?))
}

/// `main_ident()`: what `get_ident()` gives in the main thread.
pub(super) fn main_ident(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("main_ident")?;
    Ok(Flow::Return(Value::Int(super::sync::ident(
        context.shared.main_fiber,
    ))))
}

/// `at_exit(function)`: nothing is to be done, since `atexit` is asked for its functions when a program ends.
pub(super) fn at_exit(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [_] = args.exactly("at_exit")?;
    Ok(Flow::Return(Value::None))
}

/// `entropy()`: a large integer. It stands for what nobody can foresee, but every run of a program with the same seed gets the
/// same ones, so that runs can be repeated.
pub(super) fn entropy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("entropy")?;
    let mut hasher = Hasher::new(Algorithm::Sha256);
    hasher.update(&context.shared.entropy.to_le_bytes());
    if context.shared.pid != MAIN_PID {
        // A fork goes on from where its parent was, and must not draw the same.
        hasher.update(&context.shared.pid.to_le_bytes());
    }
    context.shared.entropy += 1;
    let value = num_bigint::BigInt::from_bytes_le(num_bigint::Sign::Plus, &hasher.digest());
    Ok(Flow::Return(operators::from_int(
        &mut context.shared.heap,
        value.into(),
    )?))
}

/// `gc.collect()`
pub(super) fn collect(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("collect")?;
    Ok(Flow::Collect)
}

/// `sys.getrecursionlimit()`
pub(super) fn recursion_limit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("getrecursionlimit")?;
    Ok(Flow::Return(Value::Int(i64::from(
        context.shared.recursion_limit,
    ))))
}

/// `switch_interval()`: in microseconds.
pub(super) fn switch_interval(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("switch_interval")?;
    let micros = i64::try_from(context.shared.switch_interval).unwrap_or(i64::MAX);
    Ok(Flow::Return(Value::Int(micros)))
}

/// `set_switch_interval(micros)`: drivers heed it from the thread's next turn on.
pub(super) fn set_switch_interval(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [micros] = args.exactly("set_switch_interval")?;
    if let Value::Int(micros) = micros {
        context.shared.switch_interval = micros.max(0) as u64;
    }
    Ok(Flow::Return(Value::None))
}

/// `sys.setrecursionlimit(limit)`: calls are charged for, so that memory bounds them too.
pub(super) fn set_recursion_limit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [limit] = args.exactly("setrecursionlimit")?;
    let Some(Number::Int(limit)) = number(&context.shared.heap, limit) else {
        let name = class::type_name(&context.shared.heap, limit);
        return raise(
            ExceptionKind::TypeError,
            format!("'{name}' object cannot be interpreted as an integer"),
        );
    };
    let Some(limit) = limit.to_i64().filter(|limit| i32::try_from(*limit).is_ok()) else {
        return raise(
            ExceptionKind::OverflowError,
            "Python int too large to convert to C int",
        );
    };
    if limit < 1 {
        return raise(
            ExceptionKind::ValueError,
            "recursion limit must be greater or equal than 1",
        );
    }
    if context.frames.len() as i64 >= limit {
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {}: the limit is too low",
            context.frames.len()
        );
        return raise(ExceptionKind::RecursionError, message);
    }
    context.shared.recursion_limit = limit as u32;
    Ok(Flow::Return(Value::None))
}

/// `sys.getsizeof(object)`: what CPython of 64 bits charges for the most common types.
pub(super) fn size_of(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, _] = args.bind("getsizeof", ["object", "default"])?;
    if !value.is_bound() {
        return raise(
            ExceptionKind::TypeError,
            "getsizeof() missing required argument 'object' (pos 1)",
        );
    }
    let heap = &context.shared.heap;
    let digits = |bits: u64| bits.div_ceil(30) as usize;
    let size = match (value, heap.object(value)) {
        (Value::None | Value::Ellipsis | Value::NotImplemented, _) => 16,
        (Value::Bool(value), _) => 24 + 4 * value as usize,
        (Value::Int(value), _) => {
            24 + 4 * digits(u64::from(u64::BITS - value.unsigned_abs().leading_zeros()))
        }
        (Value::Float(_), _) => 24,
        (_, Some(Object::BigInt(value))) => 24 + 4 * digits(value.bits()),
        (_, Some(Object::Str(text))) if text.is_ascii() => 49 + text.len(),
        (_, Some(Object::Str(text))) => 74 + 2 * text.chars().count(),
        (_, Some(Object::Bytes(bytes))) => 33 + bytes.len(),
        (_, Some(Object::List(items))) => 56 + 8 * items.len(),
        (_, Some(Object::Tuple(items))) => 40 + 8 * items.len(),
        (_, Some(Object::Dict(dict))) if dict.is_empty() => 64,
        (_, Some(Object::Dict(dict))) => 64 + 24 * dict.len().next_power_of_two().max(5),
        (_, Some(Object::Set(set) | Object::FrozenSet(set))) if set.len() < 5 => 216,
        (_, Some(Object::Set(set) | Object::FrozenSet(set))) => {
            216 + 16 * (2 * set.len()).next_power_of_two()
        }
        _ => 56,
    };
    Ok(Flow::Return(Value::Int(size as i64)))
}

/// `globals()`: the global variables of the module whose code calls it; what is put among the program's own goes to the
/// variables as well.
pub(super) fn globals(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("globals")?;
    let module = context
        .frames
        .last()
        .map_or(ModuleId::MAIN, |frame| frame.code.unit());
    let namespace = context.shared.namespace(module);
    let extra = namespace
        .extra
        .iter()
        .map(|(name, value)| (name.text().to_owned(), *value));
    let variables = context
        .program
        .unit(module)
        .globals
        .iter()
        .zip(&namespace.globals);
    let names: Vec<(String, Value)> = variables
        .filter(|(_, value)| value.is_bound())
        .map(|(global, value)| (global.name.clone(), *value))
        .chain(extra)
        .collect();
    let heap = &mut context.shared.heap;
    let dict = super::dict::new_dict(heap)?;
    for (name, value) in names {
        let key = heap.string(&name)?;
        operators::dict_set(heap, dict, key, value)?;
        heap.release(key);
    }
    if module != ModuleId::MAIN {
        return Ok(Flow::Return(dict));
    }
    Ok(Flow::Call(library::core("Globals"), vec![dict]))
}
