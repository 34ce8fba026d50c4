//! `text % values` and `bytes % values` (`PyUnicode_Format`, `_PyBytes_FormatEx`).

use triomphe::Arc;

use super::bytes::buffer_of;
use super::string::text_of;
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::int::Int;
use crate::native::arguments::{as_integer, clamped};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Number, as_items, number, unwrap};
use crate::string::Str;
use crate::subscript;
use crate::symbol::{NAMES, Symbol};
use crate::text::percent::{self as parts, Field, Part, Parts, Size, Style};
use crate::text::{self};
use crate::value::Value;

/// `format % values`: a new string, or new bytes.
pub(crate) fn percent(heap: &mut Heap, format: Value, values: Value) -> Result<Value, Fault> {
    let (_, is_bytes) = template(heap, format);
    let operand = Operand::new(heap, values, is_bytes);
    formatted(heap, format, operand)
}

/// `percent_in_order(format, values)`: the values are in the order in which they are used, keys being passed over, and
/// those for `%s`, `%r` and `%a` are strings.
pub(super) fn percent_in_order(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [format, values] = args.exactly("percent_in_order")?;
    let heap = &mut context.shared.heap;
    let items = as_items(heap, values).unwrap_or_default().to_vec();
    let operand = Operand {
        rest: Rest::Several(items.into_iter()),
        mapping: None,
        is_converted: true,
    };
    formatted(heap, format, operand).map(Flow::Return)
}

/// `percent_fields(format)`: the key, the number of stars and the letter of each field up to where the format is wrong.
pub(super) fn percent_fields(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [format] = args.exactly("percent_fields")?;
    let heap = &mut context.shared.heap;
    let (format, is_bytes) = template(heap, format);
    let mut fields = Vec::new();
    for part in Parts::new(&format) {
        // What is wrong is raised when the values before it have been shown.
        let Ok(part) = part else { break };
        let Part::Field(field) = part else { continue };
        let key = match field.key {
            Some(key) => {
                let key = heap.string(key)?;
                if is_bytes { as_bytes_again(heap, key)? } else { key }
            }
            None => Value::None,
        };
        let stars = [field.width, field.precision]
            .iter()
            .filter(|size| **size == Some(Size::Value))
            .count();
        let code = heap.string(field.code.encode_utf8(&mut [0; 4]))?;
        fields.push(heap.tuple(vec![key, Value::Int(stars as i64), code])?);
    }
    Ok(Flow::Return(heap.list(fields)?))
}

/// A format as text; of bytes each is a character.
fn template(heap: &Heap, format: Value) -> (Str, bool) {
    match (text_of(heap, format), buffer_of(heap, format)) {
        (Some(text), _) => (text, false),
        (None, Some(bytes)) => (Str::from(&*latin(&bytes)), true),
        (None, None) => (Str::from(""), false),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The bytes whose characters a string has; the string is given away.
fn as_bytes_again(heap: &mut Heap, text: Value) -> Result<Value, Fault> {
    let bytes: Vec<u8> = text_of(heap, text)
        .iter()
        .flat_map(|text| text.chars())
        .map(|each| each as u8)
        .collect();
    heap.release(text);
    Ok(heap.allocate(Object::Bytes(Arc::from(bytes)))?)
}

fn check(field: &Field, is_bytes: bool) -> Result<(), Fault> {
    if is_bytes && field.code == 'b' {
        return Ok(());
    }
    Ok(field.check()?)
}

fn formatted(heap: &mut Heap, format: Value, mut operand: Operand) -> Result<Value, Fault> {
    let (text, is_bytes) = template(heap, format);
    let mut out = String::new();
    for part in Parts::new(&text) {
        match part? {
            Part::Literal(literal) => out.push_str(literal),
            Part::Field(field) => {
                let shown = operand.field(heap, &field, is_bytes)?;
                out.push_str(&shown);
            }
        }
        heap.has_room(out.len() as u64)?;
    }
    if operand.has_left() {
        let message = match is_bytes {
            true => "not all arguments converted during bytes formatting",
            false => "not all arguments converted during string formatting",
        };
        return raise(ExceptionKind::TypeError, message);
    }
    if !is_bytes {
        return Ok(heap.string(&out)?);
    }
    let bytes = out.chars().map(|character| character as u8).collect();
    super::bytes::like(heap, format, bytes)
}

/// The right operand, and what of it was not used yet.
struct Operand {
    rest: Rest,
    /// Where keys are looked up.
    mapping: Option<Value>,
    /// Whether values were brought to the types that their fields ask for.
    is_converted: bool,
}

enum Rest {
    Several(std::vec::IntoIter<Value>),
    /// One value that is no tuple.
    One(Value),
    Nothing,
}

impl Operand {
    fn new(heap: &Heap, values: Value, is_bytes: bool) -> Self {
        if let Some(Object::Tuple(items)) = heap.object(unwrap(heap, values)) {
            let rest = Rest::Several(Vec::clone(items).into_iter());
            return Self {
                rest,
                mapping: None,
                is_converted: false,
            };
        }
        let is_text = text_of(heap, values).is_some() || is_bytes && buffer_of(heap, values).is_some();
        let has_items = matches!(
            heap.object(unwrap(heap, values)),
            Some(
                Object::Dict(_)
                    | Object::List(_)
                    | Object::Range(_)
                    | Object::Bytes(_)
                    | Object::ByteArray(_)
            )
        ) || class::overrides(heap, values, NAMES.getitem);
        let mapping = (has_items && !is_text).then_some(values);
        Self {
            rest: Rest::One(values),
            mapping,
            is_converted: false,
        }
    }

    fn next(&mut self) -> Result<Value, Fault> {
        let next = match std::mem::replace(&mut self.rest, Rest::Nothing) {
            Rest::One(value) => Some(value),
            Rest::Nothing => None,
            Rest::Several(mut items) => {
                let next = items.next();
                self.rest = Rest::Several(items);
                next
            }
        };
        match next {
            Some(value) => Ok(value),
            None => raise(ExceptionKind::TypeError, "not enough arguments for format string"),
        }
    }

    /// Whether values are left over that had to be used.
    fn has_left(&self) -> bool {
        match &self.rest {
            Rest::Several(items) => items.len() > 0,
            Rest::One(_) => self.mapping.is_none(),
            Rest::Nothing => false,
        }
    }

    fn field(&mut self, heap: &mut Heap, field: &Field, is_bytes: bool) -> Result<String, Fault> {
        let mut looked_up = Value::None;
        if let Some(key) = field.key
            && !self.is_converted
        {
            let Some(mapping) = self.mapping else {
                return raise(ExceptionKind::TypeError, "format requires a mapping");
            };
            if class::overrides(heap, mapping, NAMES.getitem) {
                return Err(Fault::NeedsPython);
            }
            let text = heap.string(key)?;
            let key = if is_bytes {
                as_bytes_again(heap, text)?
            } else {
                text
            };
            let found = subscript::get(heap, mapping, key);
            heap.release(key);
            looked_up = found?;
            self.rest = Rest::One(looked_up);
        }
        let shown = self.sized(heap, field, is_bytes);
        heap.release(looked_up);
        shown
    }

    fn sized(&mut self, heap: &Heap, field: &Field, is_bytes: bool) -> Result<String, Fault> {
        let width = self.star(
            heap,
            field.width,
            i64::MAX,
            "Python int too large to convert to C ssize_t",
        )?;
        let most = i64::from(i32::MAX);
        let precision = self.star(
            heap,
            field.precision,
            most,
            "Python int too large to convert to C int",
        )?;
        let value = self.next()?;
        check(field, is_bytes)?;
        let style = field.style(width, precision);
        let shown = Shown {
            heap,
            code: field.code,
            style,
            room: heap.room(),
            is_converted: self.is_converted,
        };
        shown.value(value, is_bytes)
    }

    /// The value of a star.
    fn star(
        &mut self,
        heap: &Heap,
        size: Option<Size>,
        most: i64,
        refusal: &'static str,
    ) -> Result<Option<i64>, Fault> {
        if size != Some(Size::Value) {
            return Ok(None);
        }
        let value = self.next()?;
        match number(heap, value) {
            Some(Number::Int(value)) => {
                let value = value
                    .to_i64()
                    .filter(|value| value.unsigned_abs() <= most.unsigned_abs());
                value
                    .map(Some)
                    .ok_or(Fault::Raise(ExceptionKind::OverflowError, refusal.to_owned()))
            }
            _ => raise(ExceptionKind::TypeError, "* wants int"),
        }
    }
}

/// How a field shows a value.
struct Shown<'a> {
    heap: &'a Heap,
    code: char,
    style: Style,
    room: usize,
    is_converted: bool,
}

impl Shown<'_> {
    fn value(&self, value: Value, is_bytes: bool) -> Result<String, Fault> {
        let text = match self.code {
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
                return Ok(parts::int(&self.int(value)?, self.style, self.room)?);
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                return Ok(parts::float(self.float(value, is_bytes)?, self.style, self.room)?);
            }
            'c' if is_bytes => self.byte(value)?,
            'c' => self.character(value)?,
            's' | 'b' if is_bytes => self.bytes(value)?,
            'r' | 'a' if is_bytes && !self.is_converted => {
                text::ascii(&operators::repr_of(self.heap, value)?)
            }
            'r' if !self.is_converted => operators::repr_of(self.heap, value)?,
            'a' if !self.is_converted => text::ascii(&operators::repr_of(self.heap, value)?),
            _ => operators::text_of(self.heap, value)?,
        };
        Ok(parts::string(&text, self.style, self.room)?)
    }

    fn int(&self, value: Value) -> Result<Int, Fault> {
        let takes_floats = matches!(self.code, 'd' | 'i' | 'u');
        match number(self.heap, value) {
            Some(Number::Int(value)) => return Ok(value),
            Some(Number::Float(value)) if takes_floats => return Ok(Int::from_f64(value)?),
            _ => {}
        }
        self.ask(
            value,
            if takes_floats {
                &["__int__", "__index__", "__trunc__"]
            } else {
                &["__index__"]
            },
        )?;
        let (code, name) = (self.code, type_name(self.heap, value));
        let wanted = if takes_floats {
            "a real number"
        } else {
            "an integer"
        };
        raise(
            ExceptionKind::TypeError,
            format!("%{code} format: {wanted} is required, not {name}"),
        )
    }

    fn float(&self, value: Value, is_bytes: bool) -> Result<f64, Fault> {
        match number(self.heap, value) {
            Some(Number::Float(value)) => return Ok(value),
            Some(Number::Int(value)) => return Ok(value.to_f64()?),
            None => {}
        }
        self.ask(value, &["__float__", "__index__"])?;
        let name = type_name(self.heap, value);
        let message = match is_bytes {
            true => format!("float argument required, not {name}"),
            false => format!("must be real number, not {name}"),
        };
        raise(ExceptionKind::TypeError, message)
    }

    fn character(&self, value: Value) -> Result<String, Fault> {
        if let Some(text) = text_of(self.heap, value) {
            if text.chars().count() == 1 {
                return Ok(text.to_string());
            }
        } else if let Some(code) = as_integer(self.heap, value)? {
            return Ok(parts::character(&code)?.to_string());
        }
        raise(ExceptionKind::TypeError, "%c requires int or char")
    }

    fn byte(&self, value: Value) -> Result<String, Fault> {
        if let Some(bytes) = buffer_of(self.heap, value) {
            if bytes.len() == 1 {
                return Ok(latin(&bytes));
            }
        } else if let Some(code) = as_integer(self.heap, value)? {
            return match u8::try_from(clamped(&code)) {
                Ok(byte) => Ok(latin(&[byte])),
                Err(_) => raise(ExceptionKind::OverflowError, "%c arg not in range(256)"),
            };
        }
        raise(
            ExceptionKind::TypeError,
            "%c requires an integer in range(256) or a single byte",
        )
    }

    fn bytes(&self, value: Value) -> Result<String, Fault> {
        if let Some(bytes) = buffer_of(self.heap, value) {
            return Ok(latin(&bytes));
        }
        self.ask(value, &["__bytes__"])?;
        let name = type_name(self.heap, value);
        let message =
            format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'");
        raise(ExceptionKind::TypeError, message)
    }

    /// Python has to be called where a value's class has one of these methods.
    fn ask(&self, value: Value, methods: &[&str]) -> Result<(), Fault> {
        if methods
            .iter()
            .any(|name| class::overrides(self.heap, value, Symbol::of(name)))
        {
            return Err(Fault::NeedsPython);
        }
        Ok(())
    }
}
