//! `str` and `repr`.

use num_bigint::BigInt;

use super::{MAX_NESTING, as_dict};
use crate::bytes;
use crate::class::{self, type_name};
use crate::code::Program;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::int::Int;
use crate::native::{Fault, raise};
use crate::object::{DescriptorKind, Object, ViewKind};
use crate::shared::Shared;
use crate::symbol::NAMES;
use crate::text;
use crate::value::{Truth, Value, is_same};

/// `str(value)`
pub(crate) fn text_of(heap: &Heap, value: Value) -> Result<String, Fault> {
    if class::overrides(heap, value, NAMES.str_) {
        return Err(Fault::NeedsPython);
    }
    match heap.object(value) {
        Some(Object::Str(text)) => Ok(text.to_string()),
        Some(Object::Instance(instance)) if matches!(heap.object(instance.base), Some(Object::Str(_))) => {
            text_of(heap, instance.base)
        }
        Some(Object::Exception(exception)) => exception_text(heap, exception),
        _ => repr_of(heap, value),
    }
}

/// `str(exception)`
fn exception_text(heap: &Heap, exception: &crate::exception::ExceptionObject) -> Result<String, Fault> {
    let args = super::as_items(heap, exception.args).unwrap_or_default();
    match args {
        [] => Ok(String::new()),
        [key] if exception.kind == ExceptionKind::KeyError => repr_of(heap, *key),
        [one] => text_of(heap, *one),
        [number, message] if exception.kind.is_a(ExceptionKind::OSError) => Ok(format!(
            "[Errno {}] {}",
            text_of(heap, *number)?,
            text_of(heap, *message)?
        )),
        [number, message, file, ..] if exception.kind.is_a(ExceptionKind::OSError) => Ok(format!(
            "[Errno {}] {}: {}",
            text_of(heap, *number)?,
            text_of(heap, *message)?,
            repr_of(heap, *file)?
        )),
        [
            encoding,
            Value::Object(_),
            Value::Int(start),
            Value::Int(end),
            reason,
        ] if matches!(
            exception.kind,
            ExceptionKind::UnicodeEncodeError | ExceptionKind::UnicodeDecodeError
        ) =>
        {
            let object = args[1];
            let (encoding, reason) = (text_of(heap, *encoding)?, text_of(heap, *reason)?);
            Ok(codec_text(heap, object, &encoding, (*start, *end), &reason))
        }
        _ => repr_of(heap, exception.args),
    }
}

/// What a `UnicodeError` says of a part of what could not be converted.
fn codec_text(heap: &Heap, object: Value, encoding: &str, (start, end): (i64, i64), reason: &str) -> String {
    let is_one = end == start + 1;
    let at = usize::try_from(start).unwrap_or(0);
    let (verb, one) = match (super::as_str(heap, object), super::as_bytes(heap, object)) {
        (Some(text), _) => {
            let character = text.chars().nth(at).map(bytes::codec::escaped);
            (
                "encode",
                character.map(|character| format!("character '{character}'")),
            )
        }
        (None, bytes) => (
            "decode",
            bytes
                .and_then(|bytes| bytes.get(at))
                .map(|byte| format!("byte 0x{byte:02x}")),
        ),
    };
    match one.filter(|_| is_one) {
        Some(one) => format!("'{encoding}' codec can't {verb} {one} in position {start}: {reason}"),
        None => {
            let what = if verb == "encode" { "characters" } else { "bytes" };
            let last = end - 1;
            format!("'{encoding}' codec can't {verb} {what} in position {start}-{last}: {reason}")
        }
    }
}

/// `repr(value)`
pub(crate) fn repr_of(heap: &Heap, value: Value) -> Result<String, Fault> {
    let mut repr = Repr {
        text: String::new(),
        open: Vec::new(),
    };
    repr.value(heap, value)?;
    Ok(repr.text)
}

struct Repr {
    text: String,
    /// Collections being printed: a list within itself prints as `[...]`.
    open: Vec<Value>,
}

/// An address as `repr` shows it: it differs for different objects that are alive, and means nothing else.
fn address(value: Value) -> String {
    format!("0x{:012x}", identity(value))
}

/// `id(value)`: where CPython would have an object of some hundred bytes.
pub(crate) fn identity(value: Value) -> u64 {
    match value {
        Value::Object(id) => 0x7f00_0000_0000 + u64::from(id.index()) * 112,
        Value::Int(value) => 0x5500_0000_0000 ^ (value as u64).wrapping_mul(32),
        Value::Float(value) => 0x5600_0000_0000 ^ value.get().to_bits().wrapping_mul(24),
        Value::Bool(value) => 0x5700_0000_0000 + 32 * value as u64,
        Value::Native(native) => 0x5800_0000_0000 + 64 * native as u64,
        Value::Function(code) => 0x5900_0000_0000 + 64 * code.word(),
        Value::Type(ty) => 0x5a00_0000_0000 + 1024 * ty as u64,
        Value::ExceptionType(kind) => 0x5b00_0000_0000 + 1024 * kind as u64,
        Value::Class(class) => 0x5c00_0000_0000 + 1024 * class.word(),
        Value::Module(module) => 0x5d00_0000_0000 + 64 * u64::from(module.word()),
        Value::Unbound | Value::None => 0x5e00_0000_0000,
        Value::Ellipsis => 0x5e00_0000_0040,
        Value::NotImplemented => 0x5e00_0000_0080,
    }
}

/// `repr(value)` as if its class did not define `__repr__`.
pub(crate) fn plain_repr(shared: &Shared, program: &Program, value: Value) -> Result<String, Fault> {
    let heap = &shared.heap;
    match (value, heap.object(value)) {
        (Value::Function(code), _) => Ok(format!(
            "<function {} at {}>",
            program.code(code).qualname,
            address(value)
        )),
        (_, Some(Object::Function(function))) => Ok(format!(
            "<function {} at {}>",
            program.code(function.code).qualname,
            address(value)
        )),
        (_, Some(Object::Method { function, receiver })) => {
            let name = function_name(shared, program, *function);
            if let Value::Native(native) = function {
                let owner = type_name(heap, *receiver);
                return Ok(format!(
                    "<built-in method {} of {owner} object at {}>",
                    native.name(),
                    address(*receiver)
                ));
            }
            Ok(format!("<bound method {name} of {}>", repr_of(heap, *receiver)?))
        }
        (_, Some(Object::Code(code))) => {
            let (file, line) = crate::native::place_of(program, *code);
            let name = &program.code(*code).name;
            Ok(format!(
                "<code object {name} at {}, file \"{file}\", line {line}>",
                address(value)
            ))
        }
        (_, Some(Object::Frame { code, at })) => {
            let (file, _) = crate::native::place_of(program, *code);
            let line = program.place(*code, *at as usize).line;
            let name = &program.code(*code).name;
            Ok(format!(
                "<frame at {}, file '{file}', line {line}, code {name}>",
                address(value)
            ))
        }
        (_, Some(Object::Generator(generator))) => {
            let kind = match generator.kind {
                crate::object::GeneratorKind::Generator => "generator",
                crate::object::GeneratorKind::Coroutine => "coroutine",
                crate::object::GeneratorKind::AsyncGenerator => "async_generator",
            };
            Ok(format!(
                "<{kind} object {} at {}>",
                program.code(generator.code).qualname,
                address(value)
            ))
        }
        (_, Some(Object::Instance(instance))) if !instance.base.is_bound() => {
            let name = class_text(heap, instance.class);
            let name = name.trim_start_matches("<class '").trim_end_matches("'>");
            Ok(format!("<{name} object at {}>", address(value)))
        }
        (_, Some(Object::Instance(instance))) => {
            let mut repr = Repr {
                text: String::new(),
                open: Vec::new(),
            };
            repr.carried(heap, instance.class, instance.base)?;
            Ok(repr.text)
        }
        (_, Some(Object::Exception(exception))) => {
            let class = class::class_name(heap, exception.class).to_owned();
            let mut repr = Repr {
                text: class,
                open: Vec::new(),
            };
            let items = super::as_items(heap, exception.args).unwrap_or_default();
            repr.items(heap, value, items, "(", ")")?;
            Ok(repr.text)
        }
        _ if class::is_class(heap, value) => Ok(class_text(heap, value)),
        _ => repr_of(heap, value),
    }
}

/// `str(value)` as if its class did not define `__str__`.
pub(crate) fn plain_text(shared: &Shared, program: &Program, value: Value) -> Result<String, Fault> {
    match shared.heap.object(value) {
        Some(Object::Instance(instance)) if instance.base.is_bound() => text_of(&shared.heap, instance.base),
        Some(Object::Exception(exception)) => exception_text(&shared.heap, exception),
        Some(Object::Str(_)) => text_of(&shared.heap, value),
        _ => plain_repr(shared, program, value),
    }
}

/// A function's qualified name.
pub(crate) fn function_name(shared: &Shared, program: &Program, function: Value) -> String {
    match function {
        Value::Function(code) => program.code(code).qualname.clone(),
        Value::Native(native) => native.name().to_owned(),
        _ => match shared.heap.object(function) {
            Some(Object::Function(function)) => program.code(function.code).qualname.clone(),
            Some(Object::Method { function, .. }) => function_name(shared, program, *function),
            _ => type_name(&shared.heap, function).to_owned(),
        },
    }
}

/// A class as `repr` shows it.
fn class_text(heap: &Heap, class: Value) -> String {
    let qualified = match class {
        Value::Type(ty) => ty.full_name().to_owned(),
        Value::ExceptionType(kind) => kind.name().to_owned(),
        Value::Class(id) => match id.get().module.as_str() {
            "builtins" => id.get().qualname.clone(),
            module => format!("{module}.{}", id.get().qualname),
        },
        _ => class::qualified_name(heap, class),
    };
    format!("<class '{qualified}'>")
}

/// A function as messages about calls name it: `f()`.
pub(crate) fn function_text(shared: &Shared, program: &Program, callable: Value) -> String {
    let heap = &shared.heap;
    match callable {
        Value::Function(code) => format!("{}()", program.code(code).qualname),
        Value::Native(native) => format!("{}()", native.name()),
        _ => match heap.object(callable) {
            Some(Object::Function(function)) => {
                format!("__main__.{}()", program.code(function.code).qualname)
            }
            Some(Object::Method { function, .. }) => function_text(shared, program, *function),
            _ if class::is_class(heap, callable) => format!("{}()", class::class_name(heap, callable)),
            _ => format!("{} object", type_name(heap, callable)),
        },
    }
}

impl Repr {
    fn value(&mut self, heap: &Heap, value: Value) -> Result<(), Fault> {
        if class::overrides(heap, value, NAMES.repr) {
            return Err(Fault::NeedsPython);
        }
        let text = match value {
            Value::Unbound => String::from("<unbound>"),
            Value::None => String::from("None"),
            Value::Bool(Truth::True) => String::from("True"),
            Value::Bool(Truth::False) => String::from("False"),
            Value::Int(value) => value.to_string(),
            Value::Float(value) => text::float_repr(value.get()),
            Value::Ellipsis => String::from("Ellipsis"),
            Value::NotImplemented => String::from("NotImplemented"),
            Value::Native(native) => native.text(),
            Value::Function(code) => format!(
                "<function {} at {}>",
                crate::library::qualname(code),
                address(value)
            ),
            Value::Type(_) | Value::ExceptionType(_) | Value::Class(_) => class_text(heap, value),
            Value::Module(module) => {
                let name = module.name();
                format!("<module '{name}'{}>", crate::library::origin(name))
            }
            Value::Object(id) => match heap.get(id) {
                Object::Str(text) => text::str_repr(text),
                Object::Bytes(value) => bytes::bytes_repr(value),
                Object::ByteArray(value) => bytes::bytearray_repr(value),
                Object::BigInt(value) => Int::Big(BigInt::clone(value)).to_decimal()?,
                Object::List(items) => return self.items(heap, value, items, "[", "]"),
                Object::Tuple(items) if items.len() == 1 => return self.items(heap, value, items, "(", ",)"),
                Object::Tuple(items) => return self.items(heap, value, items, "(", ")"),
                Object::Dict(_) => return self.dict(heap, value),
                Object::Set(set) if set.is_empty() => String::from("set()"),
                Object::Set(set) => {
                    let items: Vec<Value> = set.iter().map(|element| element.key).collect();
                    return self.items(heap, value, &items, "{", "}");
                }
                Object::FrozenSet(set) if set.is_empty() => String::from("frozenset()"),
                Object::FrozenSet(set) => {
                    let items: Vec<Value> = set.iter().map(|element| element.key).collect();
                    return self.items(heap, value, &items, "frozenset({", "})");
                }
                Object::View { kind, dict } => return self.view(heap, value, *kind, *dict),
                Object::Range(range) if range.step == 1 => format!("range({}, {})", range.start, range.stop),
                Object::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
                Object::Slice(parts) => {
                    let parts = **parts;
                    return self.items(heap, value, &parts, "slice(", ")");
                }
                Object::Descriptor(descriptor) if descriptor.kind != DescriptorKind::Property => {
                    let parts = [descriptor.get];
                    let start = format!("<{}(", type_name(heap, value));
                    return self.items(heap, value, &parts, &start, ")>");
                }
                Object::Exception(exception) => {
                    let class = class::class_name(heap, exception.class).to_owned();
                    self.text.push_str(&class);
                    let items = super::as_items(heap, exception.args).unwrap_or_default();
                    return self.items(heap, value, items, "(", ")");
                }
                Object::Class(_) => class_text(heap, value),
                Object::Instance(instance) if instance.base.is_bound() => {
                    return self.carried(heap, instance.class, instance.base);
                }
                Object::Instance(instance) => {
                    let name = class_text(heap, instance.class);
                    let name = name.trim_start_matches("<class '").trim_end_matches("'>");
                    format!("<{name} object at {}>", address(value))
                }
                Object::WeakRef(reference) => match reference.target.bound() {
                    Some(target) => format!(
                        "<weakref at {}; to '{}' at {}>",
                        address(value),
                        type_name(heap, target),
                        address(target)
                    ),
                    None => format!("<weakref at {}; dead>", address(value)),
                },
                Object::Lock(lock) => {
                    let state = if lock.holder.is_some() {
                        "locked"
                    } else {
                        "unlocked"
                    };
                    format!("<{state} _thread.lock object at {}>", address(value))
                }
                Object::RLock(lock) => {
                    let state = if lock.holder.is_some() {
                        "locked"
                    } else {
                        "unlocked"
                    };
                    let owner = lock.holder.map_or(0, |holder| u64::from(holder.0) + 1);
                    format!(
                        "<{state} _thread.RLock object owner={owner} count={} at {}>",
                        lock.count,
                        address(value)
                    )
                }
                Object::Function(_) | Object::Generator(_) | Object::Method { .. } => {
                    return Err(Fault::NeedsPython);
                }
                Object::Super(parts) => {
                    let class = class::class_name(heap, parts.class);
                    format!(
                        "<super: <class '{class}'>, <{} object>>",
                        type_name(heap, parts.object)
                    )
                }
                _ => format!("<{} object at {}>", type_name(heap, value), address(value)),
            },
        };
        self.text.push_str(&text);
        Ok(())
    }

    /// What an instance of a class carries; that of a set names the class.
    fn carried(&mut self, heap: &Heap, class: Value, base: Value) -> Result<(), Fault> {
        let set = match heap.object(base) {
            Some(Object::Set(set) | Object::FrozenSet(set)) => set,
            Some(Object::ByteArray(value)) => {
                let name = class::class_name(heap, class);
                self.text
                    .push_str(&bytes::bytearray_repr(value).replacen("bytearray", name, 1));
                return Ok(());
            }
            _ => return self.value(heap, base),
        };
        let name = class::class_name(heap, class).to_owned();
        let items: Vec<Value> = set.iter().map(|element| element.key).collect();
        if items.is_empty() {
            self.text.push_str(&format!("{name}()"));
            return Ok(());
        }
        self.items(heap, base, &items, &format!("{name}({{"), "})")
    }

    /// Opens a collection, unless it is open already.
    fn open(&mut self, whole: Value, open: &str, close: &str) -> Result<bool, Fault> {
        if self.open.iter().any(|outer| is_same(*outer, whole)) {
            self.text.push_str(open);
            self.text.push_str("...");
            self.text.push_str(close.trim_start_matches(','));
            return Ok(false);
        }
        if self.open.len() > MAX_NESTING {
            return raise(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded while getting the repr of an object",
            );
        }
        self.open.push(whole);
        self.text.push_str(open);
        Ok(true)
    }

    fn items(
        &mut self,
        heap: &Heap,
        whole: Value,
        items: &[Value],
        open: &str,
        close: &str,
    ) -> Result<(), Fault> {
        if !self.open(whole, open, close)? {
            return Ok(());
        }
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            self.value(heap, *item)?;
            heap.has_room(self.text.len() as u64)?;
        }
        self.text.push_str(close);
        self.open.pop();
        Ok(())
    }

    fn dict(&mut self, heap: &Heap, whole: Value) -> Result<(), Fault> {
        if !self.open(whole, "{", "}")? {
            return Ok(());
        }
        for (index, entry) in as_dict(heap, whole)
            .into_iter()
            .flat_map(|dict| dict.iter())
            .enumerate()
        {
            if index > 0 {
                self.text.push_str(", ");
            }
            self.value(heap, entry.key)?;
            self.text.push_str(": ");
            self.value(heap, entry.value)?;
            heap.has_room(self.text.len() as u64)?;
        }
        self.text.push('}');
        self.open.pop();
        Ok(())
    }

    fn view(&mut self, heap: &Heap, whole: Value, kind: ViewKind, dict: Value) -> Result<(), Fault> {
        let open = match kind {
            ViewKind::Keys => "dict_keys([",
            ViewKind::Values => "dict_values([",
            ViewKind::Items => "dict_items([",
        };
        if !self.open(whole, open, "])")? {
            return Ok(());
        }
        for (index, entry) in as_dict(heap, dict)
            .into_iter()
            .flat_map(|dict| dict.iter())
            .enumerate()
        {
            if index > 0 {
                self.text.push_str(", ");
            }
            match kind {
                ViewKind::Keys => self.value(heap, entry.key)?,
                ViewKind::Values => self.value(heap, entry.value)?,
                ViewKind::Items => {
                    self.text.push('(');
                    self.value(heap, entry.key)?;
                    self.text.push_str(", ");
                    self.value(heap, entry.value)?;
                    self.text.push(')');
                }
            }
            heap.has_room(self.text.len() as u64)?;
        }
        self.text.push_str("])");
        self.open.pop();
        Ok(())
    }
}
