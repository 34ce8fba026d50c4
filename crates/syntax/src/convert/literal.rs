//! Numbers, strings and f-strings.

use num_bigint::BigInt;
use ruff_python_ast::{
    ConversionFlag, ExprBytesLiteral, ExprFString, ExprNumberLiteral, ExprStringLiteral,
    FStringPart as SourcePart, InterpolatedElement, InterpolatedStringElement, Number,
};
use ruff_text_size::TextRange;

use super::Converter;
use crate::feature::Feature;
use crate::tree::{Constant, Conversion, ExprKind, FStringPart};

/// `sys.int_info.default_max_str_digits`: decimal literals are bounded, since reading them takes quadratic time.
const MAX_DECIMAL_DIGITS: usize = 4300;

impl Converter<'_> {
    pub(super) fn number(&mut self, literal: &ExprNumberLiteral) -> ExprKind {
        match &literal.value {
            Number::Int(int) => match int.as_i64() {
                Some(value) => ExprKind::Constant(Constant::Int(value)),
                None => self.big_integer(literal),
            },
            Number::Float(value) => ExprKind::Constant(Constant::Float(*value)),
            Number::Complex { .. } => self.refuse_expression(literal, Feature::ComplexNumber),
        }
    }

    fn big_integer(&mut self, literal: &ExprNumberLiteral) -> ExprKind {
        let text = self.text(literal.range).replace('_', "");
        let (digits, radix) = match text.get(..2) {
            Some("0x" | "0X") => (&text[2..], 16),
            Some("0o" | "0O") => (&text[2..], 8),
            Some("0b" | "0B") => (&text[2..], 2),
            _ => (text.as_str(), 10),
        };
        if radix == 10 && digits.len() > MAX_DECIMAL_DIGITS {
            let count = digits.len();
            let problem = crate::problem::Problem::syntax(
                self.span(literal),
                format!(
                    "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has {count} digits"
                ),
                format!("整数超过了 {MAX_DECIMAL_DIGITS} 位十进制数字的上限：这里有 {count} 位"),
            );
            self.problems
                .push(problem.instead("write it in hexadecimal: `0x...`", "用十六进制写：`0x...`"));
            return ExprKind::Constant(Constant::None);
        }
        match BigInt::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => ExprKind::Constant(Constant::BigInt(value)),
            None => {
                self.syntax(literal, "invalid decimal literal", "无效的十进制数字");
                ExprKind::Constant(Constant::None)
            }
        }
    }

    pub(super) fn string(&mut self, literal: &ExprStringLiteral) -> ExprKind {
        for part in &literal.value {
            self.check_escapes(part.range, part.flags.prefix().is_raw());
        }
        ExprKind::Constant(Constant::Str(literal.value.to_str().to_owned()))
    }

    pub(super) fn bytes(&mut self, literal: &ExprBytesLiteral) -> ExprKind {
        ExprKind::Constant(Constant::Bytes(literal.value.bytes().collect()))
    }

    pub(super) fn f_string(&mut self, literal: &ExprFString) -> ExprKind {
        let mut parts = Vec::new();
        for part in &literal.value {
            match part {
                SourcePart::Literal(string) => {
                    self.check_escapes(string.range, string.flags.prefix().is_raw());
                    push_text(&mut parts, &string.value);
                }
                SourcePart::FString(string) => {
                    let is_raw = string.flags.prefix().is_raw();
                    self.string_elements(&string.elements, is_raw, 0, &mut parts);
                }
            }
        }
        match parts.as_slice() {
            [] => ExprKind::Constant(Constant::Str(String::new())),
            [FStringPart::Literal(text)] => ExprKind::Constant(Constant::Str(text.clone())),
            _ => ExprKind::FString(parts),
        }
    }

    fn string_elements(
        &mut self,
        elements: &[InterpolatedStringElement],
        is_raw: bool,
        depth: usize,
        parts: &mut Vec<FStringPart>,
    ) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(text) => {
                    self.check_escapes(text.range, is_raw);
                    push_text(parts, &text.value);
                }
                InterpolatedStringElement::Interpolation(field) => self.field(field, is_raw, depth, parts),
            }
        }
    }

    fn field(
        &mut self,
        field: &InterpolatedElement,
        is_raw: bool,
        depth: usize,
        parts: &mut Vec<FStringPart>,
    ) {
        // `fstring_find_expr` in CPython 3.11's `Parser/string_parser.c`.
        if depth >= 2 {
            let zh = "f-string：表达式嵌套得太深";
            self.syntax(field, "f-string: expressions nested too deeply", zh);
            return;
        }
        if let Some(text) = &field.debug_text {
            push_text(parts, text.as_str());
        }
        let value = self.expression(&field.expression);
        let mut spec = Vec::new();
        if let Some(source) = &field.format_spec {
            self.string_elements(&source.elements, is_raw, depth + 1, &mut spec);
        }
        let conversion = match field.conversion {
            ConversionFlag::Str => Some(Conversion::Str),
            ConversionFlag::Repr => Some(Conversion::Repr),
            ConversionFlag::Ascii => Some(Conversion::Ascii),
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
                Some(Conversion::Repr)
            }
            ConversionFlag::None => None,
        };
        parts.push(FStringPart::Field {
            value,
            conversion,
            spec,
        });
    }

    /// Refuses `\ud800` and its like: half a surrogate pair is no character of a Rust string.
    fn check_escapes(&mut self, range: TextRange, is_raw: bool) {
        if !is_raw && has_surrogate(self.text(range)) {
            self.refuse(range, Feature::LoneSurrogate);
        }
    }
}

/// Whether the literal has an escape whose number is that of half a surrogate pair.
fn has_surrogate(literal: &str) -> bool {
    let mut rest = literal;
    while let Some(backslash) = rest.find('\\') {
        rest = &rest[backslash + 1..];
        let digits = match rest.bytes().next() {
            Some(b'u') => 4,
            Some(b'U') => 8,
            _ => 0,
        };
        let code = rest
            .get(1..=digits)
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        if code.is_some_and(|code| (0xD800..0xE000).contains(&code)) {
            return true;
        }
        let mut escape = rest.chars();
        escape.next();
        rest = escape.as_str();
    }
    false
}

/// Adds text; neighbouring texts are one.
fn push_text(parts: &mut Vec<FStringPart>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(FStringPart::Literal(last)) => last.push_str(text),
        _ => parts.push(FStringPart::Literal(text.to_owned())),
    }
}
