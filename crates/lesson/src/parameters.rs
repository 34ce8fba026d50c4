//! Parameters in a program's text, in the convention of Google Colab's forms, so that the file runs unchanged elsewhere:
//!
//! ```python
//! THREADS = 5      # @param {type:"slider", min:1, max:100, step:1, label:"Threads", label_zh:"线程数"}
//! ROUNDS = 3       # @param {type:"integer", min:1}
//! WAIT = 0.1       # @param [0.1, 0.001, 0] {label:"Wait", label_zh:"等待"}
//! LOCKED = False   # @param {type:"boolean"}
//! NAME = "Ada"     # @param {type:"string"}
//! ```
//!
//! - A parameter is a global variable on a line of its own that is not indented. Its value is a plain literal.
//! - Types: `slider` (needs `min` and `max`; `step` is 1 if absent), `integer`, `number` (`min`, `max`, `step` if
//!   wanted), `boolean`, `string`; a list makes a drop-down. Without a type the value's own type counts.
//! - A slider moves over whole numbers when its value, `min`, `max` and `step` are written without a point.
//! - `label` and `label_zh` are ours: what the page calls the parameter. Colab ignores keys that it does not know, and so do we.
//!
//! Text only: lines are told from strings, but nothing is parsed as Python.

mod annotation;
mod error;
mod lines;
mod literal;

use std::fmt;
use std::ops::Range;

use trace::Text;

pub use error::{Fault, ParameterError, Wanted};

use annotation::Annotation;
use lines::Line;
use literal::{Form, LARGEST_WHOLE, Literal};

/// A parameter that a program declares.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The variable's name.
    pub name: String,
    /// The line that declares it, from 1.
    pub line: u32,
    /// What the learner sets it with.
    pub control: Control,
    /// Its value in the text. It may violate `control`: [`faults`] tells.
    pub value: Value,
    /// What to call it.
    pub label: Text,
}

/// A parameter's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A Python `int` or `float`.
    Number(f64),
    /// A Python `bool`.
    Boolean(bool),
    /// A Python `str`.
    Text(String),
}

/// What a parameter is set with, and what it may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A slider.
    Slider {
        /// Least value.
        min: f64,
        /// Greatest value.
        max: f64,
        /// Distance of two values; values count from `min`.
        step: f64,
        /// Whether the value is a Python `int`.
        whole: bool,
    },
    /// A field for a number.
    Number {
        /// Least value.
        min: Option<f64>,
        /// Greatest value.
        max: Option<f64>,
        /// Distance of two values; values count from `min`, or from 0.
        step: Option<f64>,
        /// Whether the value is a Python `int`.
        whole: bool,
    },
    /// A check box.
    Boolean,
    /// A field for text.
    Text,
    /// A list to choose from.
    Choice(Vec<Choice>),
}

/// An item of a list to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its value.
    pub value: Value,
    /// How the program's author wrote it; it is written back so.
    literal: String,
}

impl Choice {
    /// What to show: a number as its author wrote it, a string without its quotes.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Number(_) | Value::Boolean(_) => &self.literal,
        }
    }
}

/// The value in links and in fields of a form: `5`, `0.001`, `true`, or the text itself. [`Parameter::read`] is the way back.
impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => out.write_str(&error::short(*number)),
            Self::Boolean(value) => value.fmt(out),
            Self::Text(text) => out.write_str(text),
        }
    }
}

/// The parameters that `source` declares, in their order. Lines that [`faults`] complains of may be missing.
#[must_use]
pub fn parameters(source: &str) -> Vec<Parameter> {
    let declarations = scan(source).0;
    declarations
        .into_iter()
        .map(|declaration| declaration.parameter)
        .collect()
}

/// What is wrong with the parameters of `source`: annotations that cannot be read, values that violate them.
#[must_use]
pub fn faults(source: &str) -> Vec<ParameterError> {
    let (declarations, mut faults) = scan(source);
    let values = declarations.iter().filter_map(|declaration| {
        let parameter = &declaration.parameter;
        parameter.check(&parameter.value).err()
    });
    faults.extend(values);
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// `source` with another value for the parameter `name`; everything but that literal stays byte for byte.
///
/// # Errors
/// When there is no such parameter, or not this one alone, or the value violates its declaration.
pub fn set_parameter(source: &str, name: &str, value: &Value) -> Result<String, ParameterError> {
    let (declarations, faults) = scan(source);
    let mut named = declarations
        .iter()
        .filter(|declaration| declaration.parameter.name == name);
    let Some(declaration) = named.next() else {
        return Err(ParameterError {
            line: None,
            fault: Fault::UnknownName {
                name: name.to_owned(),
            },
        });
    };
    let twice = faults
        .into_iter()
        .find(|error| matches!(&error.fault, Fault::Twice { name: other, .. } if other == name));
    if let Some(twice) = twice {
        return Err(twice);
    }
    declaration.parameter.check(value)?;
    let Range { start, end } = declaration.literal.clone();
    Ok([&source[..start], &declaration.written(value), &source[end..]].concat())
}

impl Parameter {
    /// The value that `text`, from a link or a field of a form, stands for.
    ///
    /// # Errors
    /// When it is of another type or violates the declaration.
    pub fn read(&self, text: &str) -> Result<Value, ParameterError> {
        let number = || text.trim().parse().ok().map(Value::Number);
        let value = match &self.control {
            Control::Slider { .. } | Control::Number { .. } => number(),
            Control::Boolean => text.trim().to_ascii_lowercase().parse().ok().map(Value::Boolean),
            Control::Text => Some(Value::Text(text.to_owned())),
            Control::Choice(choices) => {
                let same = |choice: &&Choice| match &choice.value {
                    Value::Number(_) => number().as_ref() == Some(&choice.value),
                    other => other.to_string() == text,
                };
                choices.iter().find(same).map(|choice| choice.value.clone())
            }
        };
        let value = value.ok_or_else(|| self.wrong(self.wrong_type()))?;
        self.check(&value)?;
        Ok(value)
    }

    /// Whether `value` obeys the declaration.
    ///
    /// # Errors
    /// When it does not, with the reason.
    pub fn check(&self, value: &Value) -> Result<(), ParameterError> {
        match (&self.control, value) {
            (
                Control::Slider {
                    min,
                    max,
                    step,
                    whole,
                },
                Value::Number(number),
            ) => self.check_number(*number, Some(*min), Some(*max), Some(*step), *whole),
            (
                Control::Number {
                    min,
                    max,
                    step,
                    whole,
                },
                Value::Number(number),
            ) => self.check_number(*number, *min, *max, *step, *whole),
            (Control::Boolean, Value::Boolean(_)) | (Control::Text, Value::Text(_)) => Ok(()),
            (Control::Choice(choices), value) if choices.iter().any(|choice| choice.value == *value) => {
                Ok(())
            }
            _ => Err(self.wrong(self.wrong_type())),
        }
    }

    fn check_number(
        &self,
        value: f64,
        min: Option<f64>,
        max: Option<f64>,
        step: Option<f64>,
        whole: bool,
    ) -> Result<(), ParameterError> {
        let name = || self.name.clone();
        let below = min.is_some_and(|min| value < min);
        let above = max.is_some_and(|max| value > max);
        if below || above || !value.is_finite() {
            let name = name();
            return Err(self.wrong(Fault::Range {
                name,
                value,
                min,
                max,
            }));
        }
        if whole && (value.fract() != 0.0 || value.abs() > LARGEST_WHOLE) {
            return Err(self.wrong(self.wrong_type()));
        }
        let from = min.unwrap_or(0.0);
        match step {
            Some(step) if !on_step(value, from, step) => Err(self.wrong(Fault::Step {
                name: name(),
                value,
                min: from,
                step,
            })),
            _ => Ok(()),
        }
    }

    fn wrong(&self, fault: Fault) -> ParameterError {
        ParameterError {
            line: Some(self.line),
            fault,
        }
    }

    fn wrong_type(&self) -> Fault {
        let wanted = match &self.control {
            Control::Slider { whole: true, .. } | Control::Number { whole: true, .. } => Wanted::Whole,
            Control::Slider { .. } | Control::Number { .. } => Wanted::Number,
            Control::Boolean => Wanted::Boolean,
            Control::Text => Wanted::Text,
            Control::Choice(choices) => {
                let choices = choices.iter().map(|choice| choice.text().to_owned()).collect();
                let name = self.name.clone();
                return Fault::Choice { name, choices };
            }
        };
        let name = self.name.clone();
        Fault::Type { name, wanted }
    }
}

/// Whether `value` is a whole number of steps away from `from`, as far as doubles can tell.
fn on_step(value: f64, from: f64, step: f64) -> bool {
    let nearest = from + ((value - from) / step).round() * step;
    let rounding = 4.0 * f64::EPSILON * value.abs().max(from.abs());
    (nearest - value).abs() <= rounding.max(1e-9 * step)
}

/// A parameter and where its value stands.
struct Declaration {
    parameter: Parameter,
    /// Bytes of the literal in the source.
    literal: Range<usize>,
    form: Form,
}

impl Declaration {
    /// The literal to write for a value that obeys the declaration.
    fn written(&self, value: &Value) -> String {
        match &self.parameter.control {
            Control::Choice(choices) => {
                let same = choices.iter().find(|choice| choice.value == *value);
                same.map_or_else(
                    || literal::write(value, self.form),
                    |choice| choice.literal.clone(),
                )
            }
            Control::Slider { whole: true, .. } | Control::Number { whole: true, .. } => {
                literal::write(value, Form::Whole)
            }
            _ => literal::write(value, self.form),
        }
    }
}

fn scan(source: &str) -> (Vec<Declaration>, Vec<ParameterError>) {
    let mut declarations: Vec<Declaration> = Vec::new();
    let mut faults = Vec::new();
    for line in lines::lines(source).filter(|line| line.fresh) {
        let fault = match declaration(&line) {
            None => continue,
            Some(Err(fault)) => fault,
            Some(Ok(new)) => {
                let name = &new.parameter.name;
                match declarations.iter().find(|old| old.parameter.name == *name) {
                    None => {
                        declarations.push(new);
                        continue;
                    }
                    Some(old) => Fault::Twice {
                        name: name.clone(),
                        first: old.parameter.line,
                    },
                }
            }
        };
        let line = Some(line.number);
        faults.push(ParameterError { line, fault });
    }
    (declarations, faults)
}

/// The declaration on a line; `None` if the line is not meant to be one.
fn declaration(line: &Line<'_>) -> Option<Result<Declaration, Fault>> {
    let comment = line.comment?;
    let code = &line.text[..comment];
    if code.trim_matches(['\u{feff}', ' ', '\t', '\u{c}']).is_empty() {
        return None;
    }
    let annotation = Annotation::read(&line.text[comment..])?;
    Some(annotation.and_then(|annotation| declare(line, code, &annotation)))
}

fn declare(line: &Line<'_>, code: &str, annotation: &Annotation<'_>) -> Result<Declaration, Fault> {
    let code = code.trim_end();
    let bare = code.strip_prefix('\u{feff}').unwrap_or(code);
    if bare.starts_with(char::is_whitespace) {
        return Err(Fault::Indented);
    }
    let (name, value) = bare.split_once('=').ok_or(Fault::NotAnAssignment)?;
    let name = name.trim_end();
    if !is_identifier(name) || value.starts_with('=') {
        return Err(Fault::NotAnAssignment);
    }
    let text = value.trim_start();
    let literal = literal::read(text).ok_or_else(|| Fault::NotALiteral {
        name: name.to_owned(),
    })?;
    let control = control(annotation, &literal)?;
    let end = line.start + code.len();
    Ok(Declaration {
        parameter: Parameter {
            name: name.to_owned(),
            line: line.number,
            control,
            value: literal.value,
            label: label(annotation, name)?,
        },
        literal: end - text.len()..end,
        form: literal.form,
    })
}

fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|next| next == '_' || next.is_alphanumeric())
}

fn label(annotation: &Annotation<'_>, name: &str) -> Result<Text, Fault> {
    let en = text(annotation, "label")?;
    let zh = text(annotation, "label_zh")?;
    let fallback = en.or(zh).unwrap_or(name);
    Ok(Text::new(en.unwrap_or(fallback), zh.unwrap_or(fallback)))
}

fn control(annotation: &Annotation<'_>, literal: &Literal) -> Result<Control, Fault> {
    if let Some(choices) = &annotation.choices {
        if choices.is_empty() {
            return Err(Fault::NoChoices);
        }
        let choice = |(text, literal): &(&str, Literal)| Choice {
            value: literal.value.clone(),
            literal: (*text).to_owned(),
        };
        return Ok(Control::Choice(choices.iter().map(choice).collect()));
    }
    let own = match literal.form {
        Form::Whole => "integer",
        Form::Float => "number",
        Form::Boolean => "boolean",
        Form::Quoted(_) => "string",
    };
    match text(annotation, "type")?.unwrap_or(own) {
        "slider" => slider(annotation, literal),
        "integer" => field(annotation, true),
        "number" => field(annotation, false),
        "boolean" => Ok(Control::Boolean),
        "string" => Ok(Control::Text),
        other => Err(Fault::UnknownType {
            name: other.to_owned(),
        }),
    }
}

fn slider(annotation: &Annotation<'_>, literal: &Literal) -> Result<Control, Fault> {
    let (min, max, step) = range(annotation)?;
    let (Some(min), Some(max)) = (min, max) else {
        return Err(Fault::NoRange);
    };
    let written_whole = |key| annotation.get(key).is_none_or(|value| value.form == Form::Whole);
    Ok(Control::Slider {
        min,
        max,
        step: step.unwrap_or(1.0),
        whole: literal.form == Form::Whole && ["min", "max", "step"].into_iter().all(written_whole),
    })
}

fn field(annotation: &Annotation<'_>, whole: bool) -> Result<Control, Fault> {
    let (min, max, step) = range(annotation)?;
    Ok(Control::Number {
        min,
        max,
        step,
        whole,
    })
}

type Bounds = (Option<f64>, Option<f64>, Option<f64>);

fn range(annotation: &Annotation<'_>) -> Result<Bounds, Fault> {
    let (min, max, step) = (
        number(annotation, "min")?,
        number(annotation, "max")?,
        number(annotation, "step")?,
    );
    if matches!((min, max), (Some(min), Some(max)) if max < min) {
        return Err(Fault::Key { key: "max" });
    }
    if step.is_some_and(|step| step <= 0.0) {
        return Err(Fault::Key { key: "step" });
    }
    Ok((min, max, step))
}

fn number(annotation: &Annotation<'_>, key: &'static str) -> Result<Option<f64>, Fault> {
    match annotation.get(key).map(|literal| &literal.value) {
        None => Ok(None),
        Some(Value::Number(number)) => Ok(Some(*number)),
        Some(_) => Err(Fault::Key { key }),
    }
}

fn text<'a>(annotation: &'a Annotation<'_>, key: &'static str) -> Result<Option<&'a str>, Fault> {
    match annotation.get(key).map(|literal| &literal.value) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(_) => Err(Fault::Key { key }),
    }
}
