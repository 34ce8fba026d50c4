//! Syntax that is newer than CPython 3.11.

use ruff_python_parser::{UnsupportedSyntaxError, UnsupportedSyntaxErrorKind as Newer};

use super::Context;
use crate::problem::Problem;

/// What is too new, and since when it is Python.
pub(super) fn problem(error: &UnsupportedSyntaxError, context: &Context<'_>) -> Problem {
    let span = context.source.span(error.range);
    let (what, was, version) = match error.kind {
        Newer::TypeAliasStatement => ("a `type` statement", " `type` 语句", "3.12"),
        Newer::TypeParameterList => ("a list of type parameters", "类型参数列表", "3.12"),
        Newer::TypeParamDefault => ("a default of a type parameter", "类型参数的默认值", "3.13"),
        Newer::UnparenthesizedExceptionTypes => {
            let en = "multiple exception types must be parenthesized";
            return Problem::syntax(span, en, "多个异常类型要放在括号里");
        }
        Newer::TemplateStrings => ("a t-string", " t-string", "3.14"),
        Newer::LazyImportStatement => ("a `lazy` import", " `lazy` 导入", "3.15"),
        Newer::Pep701FString(_) => return f_string(error, context),
        Newer::UnpackingInComprehension(_) => {
            let (en, zh) = unpacking(context.text(error.range));
            return Problem::syntax(span, en, zh);
        }
        // The rest is older than 3.11; the parser was told not to report it.
        _ => ("this syntax", "这种语法", "3.12"),
    };
    Problem::syntax(
        span,
        format!("{what} needs Python {version}; this is Python 3.11"),
        format!("{was}需要 Python {version}；这里是 Python 3.11")
            .trim_start()
            .to_owned(),
    )
}

/// `[*a for a in b]`: CPython 3.11 knows it and says that it is none of its.
fn unpacking(text: &str) -> (&'static str, &'static str) {
    if text.trim_start_matches('{').trim_start().starts_with("**") {
        (
            "dict unpacking cannot be used in dict comprehension",
            "字典推导式里不能解包字典",
        )
    } else {
        (
            "iterable unpacking cannot be used in comprehension",
            "推导式里不能解包可迭代对象",
        )
    }
}

/// Before PEP 701 an f-string was a string first: its fields could have neither its quotes nor a backslash.
fn f_string(error: &UnsupportedSyntaxError, context: &Context<'_>) -> Problem {
    let place = context.text(error.range);
    let (what, was, instead) = if place.starts_with('\\') {
        (
            "a backslash within the braces of an f-string",
            "f-string 花括号里的反斜杠",
            Some(("compute the value on a line before", "先在前面一行算出这个值")),
        )
    } else if place.starts_with('#') {
        (
            "a comment within the braces of an f-string",
            "f-string 花括号里的注释",
            None,
        )
    } else if place.starts_with(['\'', '"']) {
        (
            "the same quote within the braces of an f-string",
            "f-string 花括号里使用同样的引号",
            Some(("use the other kind of quote inside", "里面改用另一种引号")),
        )
    } else {
        (
            "a line break within the braces of an f-string",
            "f-string 花括号里的换行",
            None,
        )
    };
    let problem = Problem::syntax(
        context.source.span(error.range),
        format!("f-string: {what} needs Python 3.12; this is Python 3.11"),
        format!("{was}需要 Python 3.12；这里是 Python 3.11"),
    );
    match instead {
        Some((en, zh)) => problem.instead(en, zh),
        None => problem,
    }
}
