//! `str.format` and `str.format_map`, as far as they need no Python.

use triomphe::Arc;

use super::{new, receiver};
use crate::exception::ExceptionKind;
use crate::native::{self, Args, Context, Fault, Flow, raise};
use crate::operators;
use crate::subscript;
use crate::text;
use crate::text::template::{Conversion, Field, First, MAX_DEPTH, Numbering, Step, TOO_DEEP, Template};
use crate::value::Value;

/// `str.format(*args, **kwargs)`
pub(in crate::native) fn format(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let template = receiver(context, args)?;
    let values = Values::Arguments(&args.positional[1..], &args.keywords);
    expanded(context, &template, values)
}

/// `str.format_map(mapping)`
pub(in crate::native) fn format_map(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [mapping]) = args.method("str.format_map")?;
    let template = receiver(context, args)?;
    expanded(context, &template, Values::Mapping(mapping))
}

fn expanded(context: &mut Context, template: &str, values: Values) -> Result<Flow, Fault> {
    let mut expansion = Expansion {
        context,
        values,
        numbering: Numbering::default(),
    };
    let text = expansion.expand(template, 0)?;
    new(context, &text)
}

/// Where fields take their values from.
#[derive(Clone, Copy)]
enum Values<'a> {
    Arguments(&'a [Value], &'a [(Arc<str>, Value)]),
    Mapping(Value),
}

struct Expansion<'a, 'c> {
    context: &'a mut Context<'c>,
    values: Values<'a>,
    numbering: Numbering,
}

impl Expansion<'_, '_> {
    fn expand(&mut self, template: &str, depth: usize) -> Result<String, Fault> {
        if depth >= MAX_DEPTH {
            return Err(TOO_DEEP.into());
        }
        let mut out = String::new();
        for piece in Template::new(template) {
            let piece = piece?;
            out.push_str(piece.literal);
            if let Some(field) = &piece.field {
                let value = self.find(field)?;
                let shown = self.show(field, value, depth);
                self.context.shared.heap.release(value);
                out.push_str(&shown?);
            }
            self.context.shared.heap.has_room(out.len() as u64)?;
        }
        Ok(out)
    }

    /// The field's value, a new reference.
    fn find(&mut self, field: &Field) -> Result<Value, Fault> {
        let (first, steps) = self.numbering.first(field.name)?;
        let mut value = self.first(first)?;
        for step in steps {
            let next = step.map_err(Fault::from).and_then(|step| self.step(value, step));
            self.context.shared.heap.release(value);
            value = next?;
        }
        Ok(value)
    }

    fn first(&mut self, first: First) -> Result<Value, Fault> {
        let heap = &mut self.context.shared.heap;
        match (first, self.values) {
            (First::Position(index), Values::Arguments(positional, _)) => {
                match usize::try_from(index)
                    .ok()
                    .and_then(|index| positional.get(index))
                {
                    Some(value) => Ok(heap.retain(*value)),
                    None => {
                        let message =
                            format!("Replacement index {index} out of range for positional args tuple");
                        raise(ExceptionKind::IndexError, message)
                    }
                }
            }
            (First::Position(_), Values::Mapping(_)) => raise(
                ExceptionKind::ValueError,
                "Format string contains positional fields",
            ),
            (First::Name(name), Values::Arguments(_, keywords)) => {
                match keywords.iter().find(|(keyword, _)| **keyword == *name) {
                    Some((_, value)) => Ok(heap.retain(*value)),
                    None => Err(Fault::RaiseWith(ExceptionKind::KeyError, heap.string(name)?)),
                }
            }
            (First::Name(name), Values::Mapping(mapping)) => self.item(mapping, name),
        }
    }

    fn step(&mut self, value: Value, step: Step) -> Result<Value, Fault> {
        match step {
            Step::Attribute(_) => Err(Fault::NeedsPython),
            Step::Index(index) => subscript::get(&mut self.context.shared.heap, value, Value::Int(index)),
            Step::Key(key) => self.item(value, key),
        }
    }

    fn item(&mut self, container: Value, key: &str) -> Result<Value, Fault> {
        let heap = &mut self.context.shared.heap;
        if crate::class::overrides(heap, container, crate::symbol::NAMES.getitem) {
            return Err(Fault::NeedsPython);
        }
        let key = heap.string(key)?;
        let item = subscript::get(heap, container, key);
        heap.release(key);
        item
    }

    fn show(&mut self, field: &Field, value: Value, depth: usize) -> Result<String, Fault> {
        let heap = &self.context.shared.heap;
        let converted = match field.conversion()? {
            None => None,
            Some(Conversion::Str) => Some(operators::text_of(heap, value)?),
            Some(Conversion::Repr) => Some(operators::repr_of(heap, value)?),
            Some(Conversion::Ascii) => Some(text::ascii(&operators::repr_of(heap, value)?)),
        };
        let nested = if field.is_nested {
            Some(self.expand(field.spec, depth + 1)?)
        } else {
            None
        };
        let spec = nested.as_deref().unwrap_or(field.spec);
        let heap = &self.context.shared.heap;
        match converted {
            Some(text) => native::format_text(heap, &text, spec),
            None => native::format(heap, value, spec),
        }
    }
}

/// `template_pieces(text)`: for each piece its text and, if a field follows, the field's name, conversion and
/// specification, and whether that has fields of its own.
pub(in crate::native) fn pieces(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [template] = args.exactly("template_pieces")?;
    let heap = &mut context.shared.heap;
    let template = super::text(heap, template, "template")?;
    let found = Template::new(&template).collect::<Result<Vec<_>, _>>()?;
    let mut pieces = Vec::new();
    for piece in found {
        let mut parts = vec![heap.string(piece.literal)?];
        if let Some(field) = &piece.field {
            parts.push(heap.string(field.name)?);
            parts.push(match field.letter {
                Some(letter) => heap.string(letter.encode_utf8(&mut [0; 4]))?,
                None => Value::None,
            });
            parts.push(heap.string(field.spec)?);
            parts.push(Value::bool(field.is_nested));
        }
        pieces.push(heap.tuple(parts)?);
    }
    Ok(Flow::Return(heap.list(pieces)?))
}

/// `steps_of_field(name)`: what a field's name begins with, a number, a string or `None`, and pairs of whether a step is
/// an attribute and its name or index.
pub(in crate::native) fn steps_of_field(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name] = args.exactly("steps_of_field")?;
    let heap = &mut context.shared.heap;
    let name = super::text(heap, name, "name")?;
    let (first, steps) = Numbering::default().first(&name)?;
    let steps = steps.collect::<Result<Vec<_>, _>>()?;
    let first = match first {
        First::Name(name) => heap.string(name)?,
        First::Position(_) if name.is_empty() || name.starts_with(['.', '[']) => Value::None,
        First::Position(index) => Value::Int(index),
    };
    let mut parts = Vec::new();
    for step in steps {
        let (is_attribute, value) = match step {
            Step::Attribute(name) => (true, heap.string(name)?),
            Step::Index(index) => (false, Value::Int(index)),
            Step::Key(key) => (false, heap.string(key)?),
        };
        parts.push(heap.tuple(vec![Value::bool(is_attribute), value])?);
    }
    let parts = heap.list(parts)?;
    Ok(Flow::Return(heap.tuple(vec![first, parts])?))
}
