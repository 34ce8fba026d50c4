//! What can be wrong with a parameter, in words for the learner.

use trace::Text;

use super::literal::float_repr;

/// Something wrong with a parameter, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterError {
    /// The line, from 1; `None` when the program has no such parameter.
    pub line: Option<u32>,
    /// What.
    pub fault: Fault,
}

impl ParameterError {
    /// A sentence for the learner, which names the line.
    #[must_use]
    pub fn text(&self) -> Text {
        let what = self.fault.text();
        match self.line {
            None => what,
            Some(line) => Text::new(
                format!("Line {line}: {}", what.en),
                format!("第 {line} 行：{}", what.zh),
            ),
        }
    }
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The program declares no such parameter.
    UnknownName {
        /// The name that was asked for.
        name: String,
    },
    /// `# @param` on an indented line.
    Indented,
    /// `# @param` on a line that is not `NAME = value`.
    NotAnAssignment,
    /// The value is not a plain number, string, `True` or `False`.
    NotALiteral {
        /// The parameter.
        name: String,
    },
    /// Two lines declare the same parameter.
    Twice {
        /// The parameter.
        name: String,
        /// The first of these lines.
        first: u32,
    },
    /// A character that does not belong in an annotation.
    Unexpected {
        /// The character.
        found: char,
    },
    /// An annotation ends before its brackets do.
    Unclosed,
    /// A value in an annotation that is no number, string, `true` or `false`.
    AnnotationValue {
        /// Its text.
        text: String,
    },
    /// A type that we do not know.
    UnknownType {
        /// Its name.
        name: String,
    },
    /// A slider without `min` or `max`.
    NoRange,
    /// A key whose value makes no sense: a text for `min`, a `step` of zero, a `max` below `min`.
    Key {
        /// The key.
        key: &'static str,
    },
    /// A list without items.
    NoChoices,
    /// A value of another type.
    Type {
        /// The parameter.
        name: String,
        /// What it wants.
        wanted: Wanted,
    },
    /// A value outside its range.
    Range {
        /// The parameter.
        name: String,
        /// The value.
        value: f64,
        /// The least value, if any.
        min: Option<f64>,
        /// The greatest value, if any.
        max: Option<f64>,
    },
    /// A value between two steps.
    Step {
        /// The parameter.
        name: String,
        /// The value.
        value: f64,
        /// From where steps count.
        min: f64,
        /// Their width.
        step: f64,
    },
    /// A value that is not in the list.
    Choice {
        /// The parameter.
        name: String,
        /// The items.
        choices: Vec<String>,
    },
}

/// The type that a parameter's value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A whole number.
    Whole,
    /// A finite number.
    Number,
    /// Yes or no.
    Boolean,
    /// A string.
    Text,
}

impl Fault {
    /// A sentence for the learner.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::UnknownName { name } => {
                let name = cut(name);
                Text::new(
                    format!("the program has no parameter named {name}."),
                    format!("程序里没有名为 {name} 的参数。"),
                )
            }
            Self::Indented => Text::new(
                "a line with # @param must not be indented: a parameter is a global variable.",
                "带 # @param 的行不能缩进：参数是全局变量。",
            ),
            Self::NotAnAssignment => Text::new(
                "a line with # @param must have the form NAME = value.",
                "带 # @param 的行必须写成“名字 = 值”的形式。",
            ),
            Self::NotALiteral { name } => {
                let name = cut(name);
                Text::new(
                    format!("the value of parameter {name} must be a plain number, a string, True or False."),
                    format!("参数 {name} 的值必须直接写成数、字符串、True 或 False。"),
                )
            }
            Self::Twice { name, first } => {
                let name = cut(name);
                Text::new(
                    format!("parameter {name} is already declared in line {first}."),
                    format!("参数 {name} 已在第 {first} 行声明过。"),
                )
            }
            Self::Unexpected { found } => Text::new(
                format!("the text behind # @param cannot be read from {found:?} on."),
                format!("# @param 后面的内容从 {found:?} 起无法识别。"),
            ),
            Self::Unclosed => Text::new(
                "the text behind # @param ends before its last bracket is closed.",
                "# @param 后面的括号没有写完。",
            ),
            Self::AnnotationValue { text } => {
                let text = cut(text);
                Text::new(
                    format!("behind # @param, {text} is not a number, a string in quotes, true or false."),
                    format!("# @param 后面的 {text} 不是数、带引号的字符串、true 或 false。"),
                )
            }
            Self::UnknownType { name } => {
                let name = cut(name);
                Text::new(
                    format!(
                        "there is no parameter type {name:?}; use slider, integer, number, boolean or string."
                    ),
                    format!("没有 {name:?} 这种参数类型；可用 slider、integer、number、boolean、string。"),
                )
            }
            Self::NoRange => Text::new(
                "a slider needs min and max.",
                "滑块（slider）必须给出 min 和 max。",
            ),
            Self::Key { key } => Text::new(
                format!("the value of {key} behind # @param makes no sense."),
                format!("# @param 后面 {key} 的值不合理。"),
            ),
            Self::NoChoices => Text::new(
                "the list behind # @param is empty.",
                "# @param 后面的列表是空的。",
            ),
            Self::Type { name, wanted } => wanted.text(&cut(name)),
            Self::Range {
                name,
                value,
                min,
                max,
            } => out_of_range(&cut(name), *value, *min, *max),
            Self::Step {
                name,
                value,
                min,
                step,
            } => {
                let (name, value, min, step) = (cut(name), short(*value), short(*min), short(*step));
                Text::new(
                    format!("{name} cannot be {value}: it goes from {min} in steps of {step}."),
                    format!("{name} 不能取 {value}：它从 {min} 起，每步 {step}。"),
                )
            }
            Self::Choice { name, choices } => {
                let name = cut(name);
                Text::new(
                    format!("{name} must be one of {}.", cut(&choices.join(", "))),
                    format!("{name} 只能取以下值之一：{}。", cut(&choices.join("、"))),
                )
            }
        }
    }
}

impl Wanted {
    fn text(self, name: &str) -> Text {
        let (en, zh) = match self {
            Self::Whole => ("a whole number", "整数"),
            Self::Number => ("a number", "数"),
            Self::Boolean => ("True or False", " True 或 False"),
            Self::Text => ("a string", "字符串"),
        };
        Text::new(format!("{name} must be {en}."), format!("{name} 必须是{zh}。"))
    }
}

fn out_of_range(name: &str, value: f64, min: Option<f64>, max: Option<f64>) -> Text {
    let value = short(value);
    let (en, zh) = match (min.map(short), max.map(short)) {
        (Some(min), Some(max)) => (
            format!("must lie between {min} and {max}"),
            format!("必须在 {min} 到 {max} 之间"),
        ),
        (Some(min), None) => (format!("must be at least {min}"), format!("至少为 {min}")),
        (None, Some(max)) => (format!("must be at most {max}"), format!("至多为 {max}")),
        (None, None) => ("must be finite".to_owned(), "必须是有限的数".to_owned()),
    };
    Text::new(
        format!("{name} {en}, not {value}."),
        format!("{name} {zh}，不能是 {value}。"),
    )
}

/// A number without a needless `.0`.
pub(super) fn short(number: f64) -> String {
    let long = float_repr(number);
    long.strip_suffix(".0").map_or(long.clone(), str::to_owned)
}

/// What a stranger wrote can be long; a sentence should not be.
fn cut(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
