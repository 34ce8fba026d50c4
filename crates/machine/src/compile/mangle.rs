//! Private names: in a class `__name` means `_Class__name` (`_Py_Mangle` in `Python/compile.c`).

use std::borrow::Cow;

/// The name that is meant in a class.
pub(super) fn mangle<'a>(class: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let is_private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if is_private && !class.is_empty() => Cow::Owned(format!("_{class}{name}")),
        _ => Cow::Borrowed(name),
    }
}
