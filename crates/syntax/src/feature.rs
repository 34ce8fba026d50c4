//! Python that we do not have: its names, and what to write instead.

use crate::problem::{Kind, Problem};
use crate::tree::Span;

/// A feature of CPython 3.11 that is refused before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    ExceptStar,
    ComplexNumber,
    NamedCharacter,
    LoneSurrogate,
    RelativeImport,
    FutureImport,
}

/// Name in English, name in Chinese, and what to write instead in each.
type Wording = (&'static str, &'static str, (&'static str, &'static str));

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
        problem.instead(instead.0, instead.1)
    }

    fn wording(self) -> Wording {
        match self {
            Self::ExceptStar => (
                "`except*` is",
                " `except*`",
                (
                    "catch the `ExceptionGroup` with `except`, and look at its `exceptions`",
                    "用 `except` 捕获 `ExceptionGroup`，再看它的 `exceptions`",
                ),
            ),
            Self::ComplexNumber => (
                "a complex number is",
                "复数",
                (
                    "keep the real and the imaginary part in two variables",
                    "用两个变量分别保存实部和虚部",
                ),
            ),
            Self::NamedCharacter => (
                "`\\N{...}` in a string is",
                "字符串里的 `\\N{...}`",
                (
                    "write the character itself, or its number as `\\uXXXX`",
                    "直接写这个字符，或者写它的编号 `\\uXXXX`",
                ),
            ),
            Self::LoneSurrogate => (
                "half of a surrogate pair in a string is",
                "字符串里单独的半个代理对",
                (
                    "write the character itself, or its number as `\\UXXXXXXXX`",
                    "直接写这个字符，或者写它的编号 `\\UXXXXXXXX`",
                ),
            ),
            Self::RelativeImport => (
                "a relative import is",
                "相对导入",
                ("put everything into this one file", "把所有内容放进这一个文件"),
            ),
            Self::FutureImport => (
                "`from __future__ import` is",
                " `from __future__ import`",
                ("remove this line", "去掉这一行"),
            ),
        }
    }
}
