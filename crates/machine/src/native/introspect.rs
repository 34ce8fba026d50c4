//! What a program can learn of its own code: code objects and frames (`Objects/codeobject.c`, `Objects/frameobject.c`).

use crate::code::{CodeId, CodeKind, Program};
use crate::heap::Heap;
use crate::library::ModuleId;
use crate::native::{Args, Context, Fault, Flow};
use crate::object::{Generator, GeneratorKind, GeneratorState, Object};
use crate::opcode::Instr;
use crate::value::Value;

/// Bits of `co_flags`.
mod flag {
    pub const OPTIMIZED_WITH_NEW_LOCALS: i64 = 3;
    pub const STAR: i64 = 4;
    pub const STAR_STAR: i64 = 8;
    pub const NESTED: i64 = 16;
    pub const GENERATOR: i64 = 32;
    pub const COROUTINE: i64 = 128;
    pub const ASYNC_GENERATOR: i64 = 512;
}

fn file_of(program: &Program, code: CodeId) -> String {
    if code.unit() == ModuleId::MAIN {
        return program.script.file.clone();
    }
    format!("{}.py", program.unit(code.unit()).name)
}

/// The line where code begins: that of its first decorator, if it has one.
fn first_line(program: &Program, id: CodeId) -> i64 {
    let code = program.code(id);
    let line = match code.decorated {
        Some(span) => program.unit(id.unit()).lines.place(span).line,
        None => program.place(id, 0).line,
    };
    i64::from(line.max(1))
}

/// The file that code comes from and the line where it begins.
pub(crate) fn place_of(program: &Program, code: CodeId) -> (String, i64) {
    (file_of(program, code), first_line(program, code))
}

fn texts<'a>(heap: &mut Heap, names: impl Iterator<Item = &'a String>) -> Result<Value, Fault> {
    let mut values = Vec::new();
    for name in names {
        values.push(heap.string(name)?);
    }
    Ok(heap.tuple(values)?)
}

/// An attribute of a code object; a new reference.
pub(super) fn code_attribute(
    heap: &mut Heap,
    program: &Program,
    id: CodeId,
    name: &str,
) -> Result<Option<Value>, Fault> {
    let code = program.code(id);
    let parameters = &code.parameters;
    let (known, free) = code.locals.split_at(code.locals.len() - code.entry.free as usize);
    let is_cell = |place: usize| code.instrs.contains(&Instr::MakeCell(place as u32));
    let is_variable = |place: usize| place < parameters.places() || !is_cell(place);
    let variables = || {
        let places = known.iter().enumerate();
        places
            .filter(|(place, _)| is_variable(*place))
            .map(|(_, name)| name)
    };
    Ok(Some(match name {
        "co_name" => heap.string(&code.name)?,
        "co_qualname" => heap.string(&code.qualname)?,
        "co_filename" => heap.string(&file_of(program, id))?,
        "co_firstlineno" => Value::Int(first_line(program, id)),
        "co_argcount" => Value::Int(i64::from(parameters.positional)),
        "co_posonlyargcount" => Value::Int(i64::from(parameters.positional_only)),
        "co_kwonlyargcount" => Value::Int(i64::from(parameters.keyword_only)),
        "co_nlocals" => Value::Int(variables().count() as i64),
        "co_varnames" => texts(heap, variables())?,
        "co_cellvars" => {
            let places = known.iter().enumerate();
            texts(
                heap,
                places.filter(|(place, _)| is_cell(*place)).map(|(_, name)| name),
            )?
        }
        "co_freevars" => texts(heap, free.iter())?,
        "co_flags" => {
            let of_kind = match code.kind {
                CodeKind::Plain => 0,
                CodeKind::Generator => flag::GENERATOR,
                CodeKind::Coroutine => flag::COROUTINE,
                CodeKind::AsyncGenerator => flag::ASYNC_GENERATOR,
            };
            let star = if parameters.star { flag::STAR } else { 0 };
            let star_star = if parameters.star_star { flag::STAR_STAR } else { 0 };
            let nested = if code.qualname.contains("<locals>") {
                flag::NESTED
            } else {
                0
            };
            Value::Int(flag::OPTIMIZED_WITH_NEW_LOCALS | of_kind | star | star_star | nested)
        }
        _ => return Ok(None),
    }))
}

/// An attribute of a frame; a new reference.
pub(super) fn frame_attribute(
    heap: &mut Heap,
    program: &Program,
    code: CodeId,
    at: u32,
    name: &str,
) -> Result<Option<Value>, Fault> {
    Ok(match name {
        "f_code" => Some(heap.allocate(Object::Code(code))?),
        "f_lineno" if at == 0 => Some(Value::Int(first_line(program, code))),
        "f_lineno" => Some(Value::Int(i64::from(program.place(code, at as usize).line))),
        "f_lasti" => Some(Value::Int(i64::from(at))),
        _ => None,
    })
}

/// What the names of a generator's own attributes begin with.
fn prefix(kind: GeneratorKind) -> &'static str {
    match kind {
        GeneratorKind::Generator => "gi_",
        GeneratorKind::Coroutine => "cr_",
        GeneratorKind::AsyncGenerator => "ag_",
    }
}

/// Whether this is `gi_frame` or its kin of a generator that runs: where it is only its call knows.
pub(crate) fn asks_for_running_frame(heap: &Heap, object: Value, name: &str) -> bool {
    name.ends_with("_frame")
        && matches!(heap.object(object), Some(Object::Generator(generator))
            if matches!(generator.state, GeneratorState::Running)
                && name.strip_prefix(prefix(generator.kind)) == Some("frame"))
}

/// An attribute of a generator; a new reference.
pub(super) fn generator_attribute(
    heap: &mut Heap,
    program: &Program,
    generator: &Generator,
    name: &str,
) -> Result<Option<Value>, Fault> {
    let code = program.code(generator.code);
    match name {
        "__name__" => return Ok(Some(heap.string(&code.name)?)),
        "__qualname__" => return Ok(Some(heap.string(&code.qualname)?)),
        _ => {}
    }
    let Some(name) = name.strip_prefix(prefix(generator.kind)) else {
        return Ok(None);
    };
    Ok(Some(match (name, generator.state) {
        ("code", _) => heap.allocate(Object::Code(generator.code))?,
        ("running", state) => Value::bool(matches!(state, GeneratorState::Running)),
        ("suspended", state) => Value::bool(matches!(state, GeneratorState::Suspended { pc: 1.. })),
        ("frame", GeneratorState::Suspended { pc }) => heap.allocate(Object::Frame {
            code: generator.code,
            at: pc.saturating_sub(1),
        })?,
        ("frame", _) => Value::None,
        ("yieldfrom", _) if generator.kind == GeneratorKind::Generator => delegate(heap, program, generator),
        ("await", _) if generator.kind != GeneratorKind::Generator => delegate(heap, program, generator),
        _ => return Ok(None),
    }))
}

/// What a generator waits for with `yield from` or `await`, or `None`; a new reference.
pub(super) fn delegate(heap: &mut Heap, program: &Program, generator: &Generator) -> Value {
    let delegate = match generator.state {
        GeneratorState::Suspended { pc: pc @ 2.. } => {
            let instrs = &program.code(generator.code).instrs;
            let is_sending = matches!(instrs[pc as usize - 2], Instr::Send(_));
            generator.values.last().copied().filter(|_| is_sending)
        }
        _ => None,
    };
    heap.retain(delegate.unwrap_or(Value::None))
}

/// `frame_of_running(generator)`: `gi_frame` and its kin of a generator that runs.
pub(super) fn frame_of_running(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [generator] = args.exactly("frame_of_running")?;
    let frame = context
        .frames
        .iter()
        .find(|frame| generator.id().is_some() && frame.generator == generator.id());
    let Some(frame) = frame else {
        return Ok(Flow::Return(Value::None));
    };
    let (code, at) = (frame.code, frame.pc.saturating_sub(1));
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Frame { code, at })?,
    ))
}

/// `innermost_frame()`: the innermost call of the program or of a module that it sees.
pub(super) fn innermost_frame(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("innermost_frame")?;
    let mut seen = context.frames.iter().rev();
    let Some(frame) = seen.find(|frame| !context.program.code(frame.code).hidden) else {
        return Ok(Flow::Return(Value::None));
    };
    let (code, at) = (frame.code, frame.pc.saturating_sub(1));
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Frame { code, at })?,
    ))
}
