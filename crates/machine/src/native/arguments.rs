//! Arguments of builtin methods as CPython's parsers take them, with their messages (`Python/getargs.c`).

use triomphe::Arc;

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::int::Int;
use crate::native::{Args, Fault, raise};
use crate::operators::{Number, number};
use crate::symbol::NAMES;
use crate::text::search::Bounds;
use crate::value::Value;

/// The arguments of a call that are its parameters': for a method those behind `self`.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    positional: &'a [Value],
    keywords: &'a [(Arc<str>, Value)],
}

impl Args<'_> {
    /// A method's `self`.
    pub(super) fn receiver(&self) -> Value {
        self.positional[0]
    }

    /// What a method got beside its `self`.
    pub(super) fn rest(&self) -> Given<'_> {
        Given {
            positional: &self.positional[1..],
            keywords: &self.keywords,
        }
    }

    /// What a function got.
    pub(super) fn all(&self) -> Given<'_> {
        Given {
            positional: self.positional,
            keywords: &self.keywords,
        }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

impl Given<'_> {
    fn padded<const N: usize>(self) -> [Value; N] {
        let mut values = [Value::Unbound; N];
        values[..self.positional.len()].copy_from_slice(self.positional);
        values
    }

    fn refuse_keywords(self, owner: &str, name: &str) -> Result<(), Fault> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        let dot = if owner.is_empty() { "" } else { "." };
        raise(
            ExceptionKind::TypeError,
            format!("{owner}{dot}{name}() takes no keyword arguments"),
        )
    }

    /// At least so many arguments by position and at most `N` (`_PyArg_CheckPositional`); `Unbound` where none was given.
    pub fn between<const N: usize>(self, owner: &str, name: &str, least: usize) -> Result<[Value; N], Fault> {
        self.refuse_keywords(owner, name)?;
        let given = self.positional.len();
        if (least..=N).contains(&given) {
            return Ok(self.padded());
        }
        let (bound, wanted) = match (given < least, least == N) {
            (_, true) => ("", N),
            (true, _) => ("at least ", least),
            (false, _) => ("at most ", N),
        };
        let plural = plural(wanted);
        raise(
            ExceptionKind::TypeError,
            format!("{name} expected {bound}{wanted} argument{plural}, got {given}"),
        )
    }

    /// The same where CPython uses `PyArg_ParseTuple`.
    pub fn parsed<const N: usize>(self, owner: &str, name: &str, least: usize) -> Result<[Value; N], Fault> {
        self.refuse_keywords(owner, name)?;
        let given = self.positional.len();
        if (least..=N).contains(&given) {
            return Ok(self.padded());
        }
        let (bound, wanted) = if given < least {
            ("at least", least)
        } else {
            ("at most", N)
        };
        let plural = plural(wanted);
        raise(
            ExceptionKind::TypeError,
            format!("{name}() takes {bound} {wanted} argument{plural} ({given} given)"),
        )
    }

    /// Arguments by position or name (`_PyArg_UnpackKeywords`): so many are required, and so many may be given by position.
    /// Parameters without a name, which come first, are only found by position.
    pub fn named<const N: usize>(
        self,
        name: &str,
        parameters: [&str; N],
        required: usize,
        positional: usize,
    ) -> Result<[Value; N], Fault> {
        let by_position = self.positional.len();
        let given = by_position + self.keywords.len();
        if given > N {
            let plural = plural(N);
            let kind = if by_position == 0 { "keyword " } else { "" };
            let message = format!("{name}() takes at most {N} {kind}argument{plural} ({given} given)");
            return raise(ExceptionKind::TypeError, message);
        }
        if by_position > positional {
            let plural = plural(positional);
            let message = format!(
                "{name}() takes at most {positional} positional argument{plural} ({by_position} given)"
            );
            return raise(ExceptionKind::TypeError, message);
        }
        let mut values: [Value; N] = self.padded();
        for (index, parameter) in parameters.iter().enumerate() {
            let by_name = self
                .keywords
                .iter()
                .find(|(keyword, _)| !parameter.is_empty() && **keyword == **parameter);
            match by_name {
                Some(_) if index < by_position => {
                    let place = index + 1;
                    let message =
                        format!("argument for {name}() given by name ('{parameter}') and position ({place})");
                    return raise(ExceptionKind::TypeError, message);
                }
                Some((_, value)) => values[index] = *value,
                None => {}
            }
        }
        if let Some(missing) = (0..required).find(|index| !values[*index].is_bound()) {
            let parameter = parameters[missing];
            let message = if parameter.is_empty() {
                let plural = plural(required);
                format!(
                    "{name}() takes at least {required} positional argument{plural} ({by_position} given)"
                )
            } else {
                format!(
                    "{name}() missing required argument '{parameter}' (pos {})",
                    missing + 1
                )
            };
            return raise(ExceptionKind::TypeError, message);
        }
        if let Some((keyword, _)) = self
            .keywords
            .iter()
            .find(|(keyword, _)| !parameters.contains(&&**keyword))
        {
            let message = format!("'{keyword}' is an invalid keyword argument for {name}()");
            return raise(ExceptionKind::TypeError, message);
        }
        Ok(values)
    }
}

/// The type of an argument that is none of those asked for, as messages name it.
pub(super) fn given_type(heap: &Heap, value: Value) -> &str {
    if let Value::None = value {
        "None"
    } else {
        type_name(heap, value)
    }
}

/// An integer, or what stands for one; `None` for everything else.
pub(super) fn as_integer(heap: &Heap, value: Value) -> Result<Option<Int>, Fault> {
    match number(heap, value) {
        Some(Number::Int(value)) => Ok(Some(value)),
        None if class::overrides(heap, value, NAMES.index) => Err(Fault::NeedsPython),
        _ => Ok(None),
    }
}

/// An integer argument (`PyNumber_Index`).
pub(super) fn integer(heap: &Heap, value: Value) -> Result<Int, Fault> {
    if let Some(value) = as_integer(heap, value)? {
        return Ok(value);
    }
    let name = type_name(heap, value);
    raise(
        ExceptionKind::TypeError,
        format!("'{name}' object cannot be interpreted as an integer"),
    )
}

/// A width, count or index (`Py_ssize_t`).
pub(super) fn size(heap: &Heap, value: Value) -> Result<i64, Fault> {
    match integer(heap, value)?.to_i64() {
        Some(size) => Ok(size),
        None => raise(
            ExceptionKind::OverflowError,
            "Python int too large to convert to C ssize_t",
        ),
    }
}

/// A C `int`.
pub(super) fn c_int(heap: &Heap, value: Value) -> Result<i32, Fault> {
    match integer(heap, value)?.to_i64().map(i32::try_from) {
        Some(Ok(value)) => Ok(value),
        _ => raise(
            ExceptionKind::OverflowError,
            "Python int too large to convert to C int",
        ),
    }
}

/// How many times at most: all if the count is not given or negative.
pub(super) fn most(heap: &Heap, value: Value) -> Result<Option<usize>, Fault> {
    match value {
        Value::Unbound => Ok(None),
        value => Ok(usize::try_from(size(heap, value)?).ok()),
    }
}

fn bound(heap: &Heap, value: Value) -> Result<Option<i64>, Fault> {
    match value {
        Value::Unbound | Value::None => Ok(None),
        value => match as_integer(heap, value)? {
            Some(index) => Ok(Some(clamped(&index))),
            None => raise(
                ExceptionKind::TypeError,
                "slice indices must be integers or None or have an __index__ method",
            ),
        },
    }
}

/// The word nearest to an integer.
pub(crate) fn clamped(value: &Int) -> i64 {
    value
        .to_i64()
        .unwrap_or(if value.is_negative() { i64::MIN } else { i64::MAX })
}

/// `start` and `end`.
pub(super) fn bounds(heap: &Heap, start: Value, end: Value) -> Result<Bounds, Fault> {
    Ok(Bounds {
        start: bound(heap, start)?,
        end: bound(heap, end)?,
    })
}
