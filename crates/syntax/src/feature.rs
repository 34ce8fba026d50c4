//! Python that we do not have: its names, and what to write instead.

use crate::problem::{Kind, Problem};
use crate::tree::Span;

/// A feature of CPython 3.11 that is refused before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    Class,
    Try,
    ExceptStar,
    Raise,
    Lambda,
    Comprehension,
    GeneratorExpression,
    Yield,
    Async,
    Match,
    Dict,
    Set,
    Decorator,
    StarParameter,
    StarStarParameter,
    KeywordOnlyParameter,
    PositionalOnlyParameter,
    Nonlocal,
    NamedExpression,
    StarArgument,
    StarStarArgument,
    StarTarget,
    StarElement,
    ComplexNumber,
    Bytes,
    NamedCharacter,
    LoneSurrogate,
    Ellipsis,
    MatrixProduct,
    SliceInTuple,
    BareAnnotation,
    StarImport,
    RelativeImport,
    FutureImport,
}

/// Name in English, name in Chinese, and what to write instead in each.
type Wording = (&'static str, &'static str, Option<(&'static str, &'static str)>);

impl Feature {
    /// The refusal of this feature at a place.
    pub(crate) fn refused(self, span: Span) -> Problem {
        let (en, zh, instead) = self.wording();
        let problem = Problem::new(
            Kind::Refusal,
            span,
            format!("{en} not supported yet"),
            format!("还不支持{zh}"),
        );
        match instead {
            Some((en, zh)) => problem.instead(en, zh),
            None => problem,
        }
    }

    fn wording(self) -> Wording {
        match self {
            Self::Class => (
                "`class` is",
                " `class`",
                Some((
                    "write functions, and keep their data in global variables or lists",
                    "用函数来写，把数据放在全局变量或列表里",
                )),
            ),
            Self::Try => (
                "`try` is",
                " `try`",
                Some((
                    "check with `if` before the operation can fail; to release a lock in any case, write `with lock:`",
                    "在操作可能失败之前用 `if` 检查；要保证释放锁，写 `with lock:`",
                )),
            ),
            Self::ExceptStar => ("`except*` is", " `except*`", None),
            Self::Raise => (
                "`raise` is",
                " `raise`",
                Some((
                    "write `assert condition, message` to stop with an error",
                    "写 `assert 条件, 消息`，以错误结束",
                )),
            ),
            Self::Lambda => (
                "`lambda` is",
                " `lambda`",
                Some(("define a function with `def`", "用 `def` 定义一个函数")),
            ),
            Self::Comprehension => (
                "a comprehension is",
                "推导式",
                Some((
                    "start with `result = []` and call `result.append(...)` in a `for` loop",
                    "先写 `result = []`，再在 `for` 循环里调用 `result.append(...)`",
                )),
            ),
            Self::GeneratorExpression => (
                "a generator expression is",
                "生成器表达式",
                Some((
                    "compute the values in a `for` loop and append them to a list",
                    "在 `for` 循环里计算这些值，并追加到列表里",
                )),
            ),
            Self::Yield => (
                "`yield` is",
                " `yield`",
                Some((
                    "append the values to a list and return it",
                    "把这些值追加到列表里，再返回它",
                )),
            ),
            Self::Async => (
                "`async` and `await` are",
                " `async` 和 `await`",
                Some(("start a `threading.Thread`", "启动一个 `threading.Thread`")),
            ),
            Self::Match => (
                "`match` is",
                " `match`",
                Some(("write `if` and `elif`", "用 `if` 和 `elif`")),
            ),
            Self::Dict => (
                "a dictionary is",
                "字典",
                Some((
                    "use a list of pairs, or a variable for each key",
                    "用由二元组组成的列表，或者每个键用一个变量",
                )),
            ),
            Self::Set => ("a set is", "集合", Some(("use a list", "用列表"))),
            Self::Decorator => (
                "a decorator is",
                "装饰器",
                Some((
                    "write `name = decorator(name)` below the function",
                    "在函数下面写 `name = decorator(name)`",
                )),
            ),
            Self::StarParameter => (
                "a parameter `*args` is",
                " `*args` 形式的参数",
                Some(("take a list as an ordinary parameter", "用一个普通参数接收列表")),
            ),
            Self::StarStarParameter => (
                "a parameter `**kwargs` is",
                " `**kwargs` 形式的参数",
                Some(("name each parameter", "把每个参数都写出来")),
            ),
            Self::KeywordOnlyParameter => (
                "a keyword-only parameter is",
                "仅限关键字的参数",
                Some(("remove the `*` before it", "去掉它前面的 `*`")),
            ),
            Self::PositionalOnlyParameter => (
                "a positional-only parameter is",
                "仅限位置的参数",
                Some(("remove the `/`", "去掉 `/`")),
            ),
            Self::Nonlocal => (
                "`nonlocal` is",
                " `nonlocal`",
                Some(("use `global` and a global variable", "用 `global` 和全局变量")),
            ),
            Self::NamedExpression => (
                "`:=` is",
                " `:=`",
                Some(("assign on a line of its own before", "先在单独的一行里赋值")),
            ),
            Self::StarArgument => (
                "an argument `*values` is",
                " `*values` 形式的实参",
                Some(("pass each argument by itself", "逐个传递实参")),
            ),
            Self::StarStarArgument => (
                "an argument `**values` is",
                " `**values` 形式的实参",
                Some(("pass each argument by itself", "逐个传递实参")),
            ),
            Self::StarTarget => (
                "unpacking with `*` is",
                "用 `*` 解包",
                Some(("take the elements by index", "用下标取元素")),
            ),
            Self::StarElement => (
                "unpacking with `*` is",
                "用 `*` 解包",
                Some(("join lists with `+`", "用 `+` 连接列表")),
            ),
            Self::ComplexNumber => ("a complex number is", "复数", None),
            Self::Bytes => (
                "a bytes literal is",
                "字节串字面量",
                Some(("write a string", "写字符串")),
            ),
            Self::NamedCharacter => (
                "`\\N{...}` in a string is",
                "字符串里的 `\\N{...}`",
                Some((
                    "write the character itself, or its number as `\\uXXXX`",
                    "直接写这个字符，或者写它的编号 `\\uXXXX`",
                )),
            ),
            Self::LoneSurrogate => (
                "half of a surrogate pair in a string is",
                "字符串里单独的半个代理对",
                Some((
                    "write the character itself, or its number as `\\UXXXXXXXX`",
                    "直接写这个字符，或者写它的编号 `\\UXXXXXXXX`",
                )),
            ),
            Self::Ellipsis => (
                "`...` as a value is",
                "把 `...` 用作值",
                Some(("write `None`", "写 `None`")),
            ),
            Self::MatrixProduct => ("the operator `@` is", "运算符 `@`", None),
            Self::SliceInTuple => ("an index of several slices is", "由多个切片组成的下标", None),
            Self::BareAnnotation => (
                "a variable with a type but without a value is",
                "只有类型、没有值的变量",
                Some(("give it a value: `name: int = 0`", "给它一个值：`name: int = 0`")),
            ),
            Self::StarImport => (
                "`from ... import *` is",
                " `from ... import *`",
                Some(("name what you need", "写出需要的名字")),
            ),
            Self::RelativeImport => ("a relative import is", "相对导入", None),
            Self::FutureImport => (
                "`from __future__ import` is",
                " `from __future__ import`",
                Some(("remove this line", "去掉这一行")),
            ),
        }
    }
}

/// A variable of an enclosing function, read in a nested one.
pub(crate) fn closure(span: Span, name: &str, outer: &str) -> Problem {
    Problem::new(
        Kind::Refusal,
        span,
        format!("`{name}` belongs to the enclosing function `{outer}`: a closure is not supported yet"),
        format!("`{name}` 属于外层函数 `{outer}`：还不支持闭包"),
    )
    .instead(
        format!("pass `{name}` as a parameter (`Thread(target=..., args=({name},))`), or make it global"),
        format!("把 `{name}` 作为参数传入（`Thread(target=..., args=({name},))`），或者改成全局变量"),
    )
}
