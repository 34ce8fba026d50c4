//! Literals and characters that are wrong, as CPython's `Parser/tokenizer.c` and `Parser/string_parser.c` word it.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType};
use ruff_text_size::{Ranged, TextRange};

use super::Context;
use crate::feature::Feature;
use crate::problem::Problem;

/// What the lexer could not read.
pub(super) fn lexical(error: &LexicalErrorType, range: TextRange, context: &Context<'_>) -> Problem {
    let span = context.source.span(range);
    match error {
        LexicalErrorType::UnclosedStringError => unterminated(range, context),
        LexicalErrorType::FStringError(error) | LexicalErrorType::TStringError(error) => {
            f_string(error, range, context)
        }
        LexicalErrorType::UnrecognizedToken { tok } => character(*tok, range, context),
        LexicalErrorType::LineContinuationError if range.end().to_usize() == context.source.text().len() => {
            Problem::syntax(span, "unexpected EOF while parsing", "程序在这里意外结束")
        }
        LexicalErrorType::LineContinuationError => Problem::syntax(
            span,
            "unexpected character after line continuation character",
            "续行符 '\\' 后面还有字符",
        ),
        LexicalErrorType::Eof => Problem::syntax(span, "unexpected EOF while parsing", "程序在这里意外结束"),
        LexicalErrorType::InvalidByteLiteral => Problem::syntax(
            span,
            "bytes can only contain ASCII literal characters",
            "字节串字面量只能包含 ASCII 字符",
        ),
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace
        | LexicalErrorType::StringError => escape(range, context),
        LexicalErrorType::IndentationError => Problem::syntax(span, "invalid syntax", "语法无效"),
        LexicalErrorType::OtherError(_) => number(range, context),
    }
}

/// What is wrong with a replacement field.
pub(super) fn f_string(
    error: &InterpolatedStringErrorType,
    range: TextRange,
    context: &Context<'_>,
) -> Problem {
    let (en, zh) = match error {
        InterpolatedStringErrorType::UnterminatedString
        | InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
            return unterminated(range, context);
        }
        InterpolatedStringErrorType::UnclosedLbrace => ("expecting '}'", "缺少 '}'"),
        InterpolatedStringErrorType::SingleRbrace => {
            ("single '}' is not allowed", "不允许单独的 '}'，请写 '}}'")
        }
        InterpolatedStringErrorType::InvalidConversionFlag
        | InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => (
            "invalid conversion character: expected 's', 'r', or 'a'",
            "转换标志无效：应为 's'、'r' 或 'a'",
        ),
        InterpolatedStringErrorType::LambdaWithoutParentheses => {
            ("invalid syntax", "语法无效：lambda 要放在括号里")
        }
        InterpolatedStringErrorType::NewlineInFormatSpec => return unterminated(range, context),
    };
    Problem::syntax(
        context.source.span(range),
        format!("f-string: {en}"),
        format!("f-string：{zh}"),
    )
}

/// CPython tells the line where it gave up looking for the quote.
fn unterminated(range: TextRange, context: &Context<'_>) -> Problem {
    let start = context
        .before(range.start())
        .find(|token| token.end() <= range.start());
    let opening = start.filter(|token| token.kind() == TokenKind::FStringStart);
    let range = opening.map_or(range, |opening| range.cover(opening.range()));
    let text = context
        .text(range)
        .trim_start_matches(|character: char| character.is_ascii_alphabetic());
    let line = context.line(range.end());
    let span = context.source.span(range);
    if text.starts_with("'''") || text.starts_with("\"\"\"") {
        let en = format!("unterminated triple-quoted string literal (detected at line {line})");
        return Problem::syntax(span, en, format!("三引号字符串没有结束（在第 {line} 行发现）"));
    }
    let en = format!("unterminated string literal (detected at line {line})");
    Problem::syntax(span, en, format!("字符串没有结束（在第 {line} 行发现）"))
}

/// An escape that stands for no character. Named characters are Python that we do not have.
fn escape(range: TextRange, context: &Context<'_>) -> Problem {
    let span = context.source.span(range);
    let around = context
        .tokens
        .iter()
        .find(|token| token.range().contains_range(range));
    let start = around.map_or(range.start(), Ranged::start);
    let before = context.text(TextRange::new(start, range.end()));
    let escape = before
        .rfind('\\')
        .map_or(before, |backslash| &before[backslash..]);
    match escape.as_bytes().get(1) {
        Some(b'N') if escape[2..].starts_with('{') => Feature::NamedCharacter.refused(span),
        Some(b'N') => Problem::syntax(
            span,
            "(unicode error) malformed \\N character escape",
            "（unicode 错误）\\N 转义不完整",
        ),
        Some(kind @ (b'x' | b'u' | b'U')) => {
            let (digits, form) = match kind {
                b'x' => (2, "\\xXX"),
                b'u' => (4, "\\uXXXX"),
                _ => (8, "\\UXXXXXXXX"),
            };
            let found = escape.bytes().skip(2).take_while(u8::is_ascii_hexdigit).count();
            if found < digits && is_bytes(before) {
                let position = before.len() - escape.len() - body_start(before);
                let en = format!("(value error) invalid \\x escape at position {position}");
                return Problem::syntax(span, en, format!("（值错误）位置 {position} 的 \\x 转义无效"));
            }
            if found < digits {
                let zh = format!("（unicode 错误）{form} 转义不完整");
                return Problem::syntax(span, format!("(unicode error) truncated {form} escape"), zh);
            }
            Problem::syntax(
                span,
                "(unicode error) illegal Unicode character",
                "（unicode 错误）非法的 Unicode 字符",
            )
        }
        _ => Problem::syntax(
            span,
            "(unicode error) malformed escape",
            "（unicode 错误）转义无效",
        ),
    }
}

fn is_bytes(literal: &str) -> bool {
    literal[..literal.find(['\'', '"']).unwrap_or(0)].contains(['b', 'B'])
}

/// How long the prefix and the quotes of a literal are.
fn body_start(literal: &str) -> usize {
    let prefix = literal.find(['\'', '"']).unwrap_or(0);
    let quotes = &literal[prefix..];
    let is_long = quotes.starts_with("\'\'\'") || quotes.starts_with("\"\"\"");
    prefix + if is_long { 3 } else { 1 }
}

/// A character that is no Python. Chinese punctuation is what an input method writes for the ASCII one.
fn character(character: char, range: TextRange, context: &Context<'_>) -> Problem {
    let span = context.source.span(range);
    if character.is_ascii() {
        let zh = format!("语法无效：不认识字符 '{character}'");
        return Problem::syntax(span, "invalid syntax", zh);
    }
    let number = u32::from(character);
    let is_printable =
        !(character.is_whitespace() || character.is_control() || is_format_character(character));
    if !is_printable {
        let (en, zh) = ("invalid non-printable character", "无效的不可打印字符");
        let problem = Problem::syntax(
            span,
            format!("{en} U+{number:04X}"),
            format!("{zh} U+{number:04X}"),
        );
        return problem.instead(
            "remove it, or write an ordinary space",
            "删掉它，或者改成普通空格",
        );
    }
    let problem = Problem::syntax(
        span,
        format!("invalid character '{character}' (U+{number:04X})"),
        format!("无效字符 '{character}'（U+{number:04X}）"),
    );
    match ascii_twin(character) {
        Some(twin) => problem.instead(
            format!("write the ASCII character `{twin}`"),
            format!("改用英文字符 `{twin}`"),
        ),
        None => problem,
    }
}

fn is_format_character(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The ASCII character of the same key.
fn ascii_twin(character: char) -> Option<char> {
    Some(match character {
        // Full-width forms are ASCII, moved.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
        '、' => ',',
        '。' => '.',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '′' => '\'',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '–' | '—' | '−' => '-',
        '×' => '*',
        '÷' => '/',
        _ => return None,
    })
}

/// The problem of a number and what touches it, if that is what stands there.
pub(super) fn number_before(range: TextRange, context: &Context<'_>) -> Option<Problem> {
    let token = context.before(range.start()).next()?;
    let is_number = matches!(
        token.kind(),
        TokenKind::Int | TokenKind::Float | TokenKind::Complex
    );
    let is_next = token.end() == range.start() && !context.text(range).starts_with('.');
    (is_number && is_next).then(|| number(range.cover(Token::range(token)), context))
}

/// A number that CPython's tokenizer does not read.
fn number(range: TextRange, context: &Context<'_>) -> Problem {
    let text = context.text(range);
    let span = context.source.span(range);
    let (base, was, radix) = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => ("hexadecimal", "十六进制", 16),
        Some("0o") => ("octal", "八进制", 8),
        Some("0b") => ("binary", "二进制", 2),
        _ => ("decimal", "十进制", 10),
    };
    let digits = text.get(2..).unwrap_or_default();
    if radix < 10 {
        // `0o9` was read as far as `0o`.
        let rest = &context.source.text()[range.start().to_usize() + 2..];
        let wrong = rest
            .chars()
            .find(|character| !character.is_digit(radix) && *character != '_');
        if let Some(digit) = wrong.filter(char::is_ascii_digit) {
            let zh = format!("{was}数字里不能有 '{digit}'");
            return Problem::syntax(span, format!("invalid digit '{digit}' in {base} literal"), zh);
        }
    }
    let is_zero_first =
        radix == 10 && text.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_zero_first && text.len() > 1 {
        return Problem::syntax(
            span,
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            "十进制整数不能以 0 开头；八进制整数请加前缀 0o",
        );
    }
    Problem::syntax(
        span,
        format!("invalid {base} literal"),
        format!("无效的{was}数字"),
    )
}
