//! Literal keys of a mapping pattern: which are the same to Python, and how it writes them.

use std::fmt::{self, Display, Formatter};

use num_bigint::BigInt;

use crate::tree::{Constant, Expr, ExprKind, UnaryOp};

/// A literal that may have a sign.
#[derive(Clone, Debug)]
pub(super) struct Key(Constant);

impl Key {
    /// The literal, if the expression is one.
    pub(super) fn of(expression: &Expr) -> Option<Self> {
        match &expression.kind {
            ExprKind::Constant(value) => Some(Self(value.clone())),
            ExprKind::Unary {
                op: UnaryOp::Neg,
                operand,
            } => Some(Self(match Self::of(operand)?.0 {
                Constant::Int(value) => Constant::Int(-value),
                Constant::BigInt(value) => Constant::BigInt(-value),
                Constant::Float(value) => Constant::Float(-value),
                other => other,
            })),
            _ => None,
        }
    }

    /// The integer that it equals.
    fn integer(&self) -> Option<BigInt> {
        match &self.0 {
            Constant::Bool(value) => Some(BigInt::from(u8::from(*value))),
            Constant::Int(value) => Some(BigInt::from(*value)),
            Constant::BigInt(value) => Some(value.clone()),
            Constant::Float(value) if value.fract() == 0.0 => format!("{value:.0}").parse().ok(),
            _ => None,
        }
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        match (self.integer(), other.integer()) {
            (Some(left), Some(right)) => left == right,
            _ => self.0 == other.0,
        }
    }
}

/// As Python's `repr` does.
impl Display for Key {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Constant::None => formatter.write_str("None"),
            Constant::Bool(value) => formatter.write_str(if *value { "True" } else { "False" }),
            Constant::Int(value) => write!(formatter, "{value}"),
            Constant::BigInt(value) => write!(formatter, "{value}"),
            Constant::Float(value) => write!(formatter, "{value:?}"),
            Constant::Str(value) => quoted(formatter, "", value),
            Constant::Bytes(value) => {
                let characters: String = value.iter().copied().map(char::from).collect();
                quoted(formatter, "b", &characters)
            }
            Constant::Ellipsis => formatter.write_str("Ellipsis"),
        }
    }
}

fn quoted(formatter: &mut Formatter<'_>, prefix: &str, text: &str) -> fmt::Result {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    write!(formatter, "{prefix}{quote}")?;
    for character in text.chars() {
        match character {
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            '\\' => formatter.write_str("\\\\")?,
            _ if character == quote => write!(formatter, "\\{quote}")?,
            '\0'..='\u{1f}' | '\u{7f}' => hexadecimal(formatter, character)?,
            '\u{80}'..='\u{ff}' if !prefix.is_empty() => hexadecimal(formatter, character)?,
            _ => write!(formatter, "{character}")?,
        }
    }
    write!(formatter, "{quote}")
}

fn hexadecimal(formatter: &mut Formatter<'_>, character: char) -> fmt::Result {
    write!(formatter, "\\x{:02x}", u32::from(character))
}
