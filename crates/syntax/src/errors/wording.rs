//! The parser's errors in CPython's words, and in Chinese.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{ParseError, ParseErrorType};
use ruff_text_size::{Ranged, TextRange};

use super::target::Use;
use super::{Context, expected, strings, target};
use crate::problem::{Kind, Problem};

/// What a parse error says to the learner.
pub(super) fn problem(error: &ParseError, context: &Context<'_>) -> Problem {
    let range = error.location;
    let span = context.source.span(range);
    match &error.error {
        ParseErrorType::Lexical(error) => strings::lexical(error, range, context),
        ParseErrorType::FStringError(error) | ParseErrorType::TStringError(error) => {
            strings::f_string(error, range, context)
        }
        ParseErrorType::InvalidAssignmentTarget => target::problem(range, Use::Assign, context),
        ParseErrorType::InvalidAugmentedAssignmentTarget => target::problem(range, Use::AugAssign, context),
        ParseErrorType::InvalidAnnotatedAssignmentTarget => target::problem(range, Use::AnnAssign, context),
        ParseErrorType::InvalidNamedAssignmentTarget => target::problem(range, Use::NamedAssign, context),
        ParseErrorType::InvalidDeleteTarget => target::problem(range, Use::Delete, context),
        ParseErrorType::ExpectedToken { expected, found } => {
            expected::token(*expected, *found, range, context)
        }
        ParseErrorType::SimpleStatementsOnSameLine | ParseErrorType::SimpleAndCompoundStatementOnSameLine => {
            expected::line_end(range, context)
        }
        ParseErrorType::UnexpectedIndentation => {
            Problem::new(Kind::Indentation, span, "unexpected indent", "意外的缩进")
        }
        ParseErrorType::ExpectedExpression if is_empty_field(error, context) => Problem::syntax(
            span,
            "f-string: empty expression not allowed",
            "f-string：花括号里不能为空",
        ),
        ParseErrorType::OtherError(text) => match text.strip_prefix("Expected an indented block after ") {
            Some(clause) => expected::block(clause, range, context),
            None => other(text, error, context),
        },
        ParseErrorType::ExpectedExpression if is_dict_value(range, context) => Problem::syntax(
            span,
            "expression expected after dictionary key and ':'",
            "字典的键和 ':' 后面缺少值",
        ),
        ParseErrorType::InvalidStarredExpressionUsage => {
            let (en, zh) = starred(range, context);
            Problem::syntax(span, en, zh)
        }
        ParseErrorType::VarParameterWithDefault if is_keyword_parameter(range, context) => Problem::syntax(
            span,
            "var-keyword argument cannot have default value",
            "`**` 参数不能有默认值",
        ),
        kind => {
            let (en, zh) = fixed(kind);
            Problem::syntax(span, en, zh)
        }
    }
}

/// `{}` in an f-string.
fn is_empty_field(error: &ParseError, context: &Context<'_>) -> bool {
    let mut before = context.before(error.start());
    let is_open = before
        .next()
        .is_some_and(|token| token.kind() == TokenKind::Lbrace);
    let is_field = before
        .next()
        .is_some_and(|token| matches!(token.kind(), TokenKind::FStringStart | TokenKind::FStringMiddle));
    is_open && is_field
}

/// Whether the place is that of a value in a dictionary.
fn is_dict_value(range: TextRange, context: &Context<'_>) -> bool {
    match context.around(range.start()) {
        Some((TokenKind::Lbrace, between)) => {
            between.first() == Some(&TokenKind::Colon) && !between.contains(&TokenKind::Lambda)
        }
        _ => false,
    }
}

/// A starred expression where none may stand.
fn starred(range: TextRange, context: &Context<'_>) -> (&'static str, &'static str) {
    let before = context.before(range.start()).next();
    if is_dict_value(range, context) {
        (
            "cannot use a starred expression in a dictionary value",
            "字典的值里不能使用带星号的表达式",
        )
    } else if before.is_some_and(|token| token.kind() == TokenKind::Lpar) {
        ("cannot use starred expression here", "这里不能使用带星号的表达式")
    } else {
        ("can't use starred expression here", "这里不能使用带星号的表达式")
    }
}

/// Whether `**` stands before the name of the parameter that ends at the place.
fn is_keyword_parameter(range: TextRange, context: &Context<'_>) -> bool {
    let stars = context.before(range.start()).nth(1);
    stars.is_some_and(|token| token.kind() == TokenKind::DoubleStar)
}

/// Errors that say the same everywhere.
fn fixed(kind: &ParseErrorType) -> (&'static str, &'static str) {
    match kind {
        ParseErrorType::NonDefaultParamAfterDefaultParam => (
            "non-default argument follows default argument",
            "没有默认值的参数不能放在有默认值的参数后面",
        ),
        ParseErrorType::ParamAfterVarKeywordParam => (
            "arguments cannot follow var-keyword argument",
            "`**` 参数后面不能再有参数",
        ),
        ParseErrorType::VarParameterWithDefault => (
            "var-positional argument cannot have default value",
            "`*` 参数不能有默认值",
        ),
        ParseErrorType::ExpectedKeywordParam => {
            ("named arguments must follow bare *", "单独的 `*` 后面必须有参数")
        }
        ParseErrorType::PositionalAfterKeywordArgument => (
            "positional argument follows keyword argument",
            "位置参数不能放在关键字参数后面",
        ),
        ParseErrorType::PositionalAfterKeywordUnpacking => (
            "positional argument follows keyword argument unpacking",
            "位置参数不能放在 `**` 解包后面",
        ),
        ParseErrorType::InvalidArgumentUnpackingOrder => (
            "iterable argument unpacking follows keyword argument unpacking",
            "`*` 解包不能放在 `**` 解包后面",
        ),
        ParseErrorType::UnparenthesizedGeneratorExpression => (
            "Generator expression must be parenthesized",
            "生成器表达式要放在括号里",
        ),
        ParseErrorType::InvalidMatchPatternTarget => ("cannot use '_' as a target", "'_' 不能用作目标"),
        ParseErrorType::ExpectedExpression => ("invalid syntax", "语法无效：这里缺少表达式"),
        ParseErrorType::EmptySlice => ("invalid syntax", "语法无效：方括号里缺少下标"),
        ParseErrorType::EmptyImportNames => ("invalid syntax", "语法无效：`import` 后面缺少名字"),
        ParseErrorType::EmptyGlobalNames => ("invalid syntax", "语法无效：`global` 后面缺少名字"),
        ParseErrorType::EmptyNonlocalNames => ("invalid syntax", "语法无效：`nonlocal` 后面缺少名字"),
        ParseErrorType::EmptyDeleteTargets => ("invalid syntax", "语法无效：`del` 后面缺少目标"),
        ParseErrorType::InvalidYieldExpressionUsage => ("invalid syntax", "语法无效：这里不能使用 yield"),
        ParseErrorType::InvalidLambdaExpressionUsage => ("invalid syntax", "语法无效：这里不能使用 lambda"),
        ParseErrorType::UnparenthesizedNamedExpression => ("invalid syntax", "语法无效：`:=` 要放在括号里"),
        ParseErrorType::UnparenthesizedTupleExpression => ("invalid syntax", "语法无效：元组要放在括号里"),
        ParseErrorType::UnexpectedTokenAfterAsync(_) => (
            "invalid syntax",
            "语法无效：`async` 后面应为 `def`、`with` 或 `for`",
        ),
        _ => ("invalid syntax", "语法无效"),
    }
}

/// Errors of which the parser has only a text.
fn other(text: &str, error: &ParseError, context: &Context<'_>) -> Problem {
    let span = context.source.span(error.location);
    let (en, zh) = match text {
        "Expected a parameter name" => return keyword_argument(error, context),
        "Expected a statement" if context.text(error.location) == ":=" => {
            return target::named(error.location, context);
        }
        "Trailing comma not allowed" => match context.statement_start(error.end()) {
            Some(start) if start.kind() == TokenKind::From => (
                "trailing comma not allowed without surrounding parentheses",
                "没有括号时，末尾不能有逗号",
            ),
            _ => ("invalid syntax", "语法无效：末尾不能有逗号"),
        },
        "Bytes literal cannot be mixed with non-bytes literals" => (
            "cannot mix bytes and nonbytes literals",
            "字节串和字符串不能拼在一起",
        ),
        "Expected `except` or `finally` after `try` block" => (
            "expected 'except' or 'finally' block",
            "`try` 后面缺少 'except' 或 'finally' 代码块",
        ),
        "Only single target (not list) can be annotated" => (
            "only single target (not list) can be annotated",
            "只能给单个变量加类型标注，不能给列表加",
        ),
        "Only single target (not tuple) can be annotated" => (
            "only single target (not tuple) can be annotated",
            "只能给单个变量加类型标注，不能给元组加",
        ),
        "Positional patterns cannot follow keyword patterns" => (
            "positional patterns follow keyword patterns",
            "位置模式不能放在关键字模式后面",
        ),
        "Cannot have both 'except' and 'except*' on the same 'try'" => (
            "cannot have both 'except' and 'except*' on the same 'try'",
            "同一个 'try' 不能既有 'except' 又有 'except*'",
        ),
        "Multiple exception types must be parenthesized when using `as`" => (
            "multiple exception types must be parenthesized",
            "多个异常类型要放在括号里",
        ),
        "'/' parameter must appear before '*' parameter" => ("/ must be ahead of *", "'/' 必须放在 '*' 前面"),
        "Position-only parameter separator not allowed as first parameter" => {
            ("at least one argument must precede /", "'/' 前面至少要有一个参数")
        }
        "Only one '/' separator allowed" => ("/ may appear only once", "'/' 只能出现一次"),
        "Only one '*' separator allowed" | "Only one '*' parameter allowed" => {
            ("* argument may appear only once", "'*' 只能出现一次")
        }
        "Expected a statement" => ("invalid syntax", "语法无效：这里应为一条语句"),
        "Expected a simple statement" => ("invalid syntax", "语法无效：`:` 后面同一行里只能写简单语句"),
        "Expected an identifier" | "Expected an import name" | "Expected a module name" => {
            ("invalid syntax", "语法无效：这里应为名字")
        }
        "Expected class, function definition or async function definition after decorator" => {
            ("invalid syntax", "语法无效：装饰器后面应为函数或类")
        }
        _ if text.contains("but found a keyword") => {
            let keyword = context.text(error.location);
            let zh = format!("语法无效：关键字 '{keyword}' 不能用在这里");
            return Problem::syntax(span, "invalid syntax", zh);
        }
        _ => ("invalid syntax", "语法无效"),
    };
    Problem::syntax(span, en, zh)
}

/// `f(1=2)`
fn keyword_argument(error: &ParseError, context: &Context<'_>) -> Problem {
    let name = context.text(error.location);
    let span = context.source.span(error.location);
    if matches!(name, "True" | "False" | "None") {
        return Problem::syntax(
            span,
            format!("cannot assign to {name}"),
            format!("不能给 {name} 赋值"),
        );
    }
    Problem::syntax(
        span,
        "expression cannot contain assignment, perhaps you meant \"==\"?",
        "表达式里不能赋值，是不是想写 \"==\"？",
    )
}
