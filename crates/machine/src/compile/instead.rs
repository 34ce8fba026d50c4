//! What to write instead of what Python has and we do not.

use trace::Text;

use crate::library::{self, ModuleId};

/// A name and what to write instead of it, in English and in Chinese.
type Proposal = (&'static str, &'static str, &'static str);

/// Builtin functions.
const BUILTINS: &[Proposal] = &[
    ("__import__", "write an `import` statement", "写 `import` 语句"),
    (
        "breakpoint",
        "step through the run, or print what you want to see",
        "单步查看这次运行，或者打印想看的内容",
    ),
    (
        "compile",
        "write the code into the program itself, as a function",
        "把代码直接写进程序，定义成函数",
    ),
    (
        "complex",
        "keep the real and the imaginary part in two variables",
        "用两个变量分别保存实部和虚部",
    ),
    (
        "eval",
        "turn text into a number with `int(text)` or `float(text)`, or look it up in a dictionary",
        "用 `int(text)` 或 `float(text)` 把文字变成数，或者在字典里查",
    ),
    (
        "exec",
        "write the code into the program itself, as a function",
        "把代码直接写进程序，定义成函数",
    ),
    (
        "help",
        "print `x.__doc__`, or look into Python's documentation",
        "打印 `x.__doc__`，或者查 Python 的文档",
    ),
    (
        "input",
        "declare a parameter: `NAME = value  # @param`",
        "声明一个参数：`NAME = value  # @param`",
    ),
    (
        "open",
        "keep text in a list of lines: there are no files here",
        "把文字放在由行组成的列表里：这里没有文件",
    ),
];

/// Modules, and attributes of modules.
const NAMES: &[Proposal] = &[
    (
        "asyncio.create_subprocess_exec",
        "`await asyncio.sleep(...)` can stand for what another program takes",
        "可以用 `await asyncio.sleep(...)` 代表另一个程序所花的时间",
    ),
    (
        "asyncio.create_subprocess_shell",
        "`await asyncio.sleep(...)` can stand for what another program takes",
        "可以用 `await asyncio.sleep(...)` 代表另一个程序所花的时间",
    ),
    (
        "asyncio.open_connection",
        "an `asyncio.Queue` in each direction can stand for a connection",
        "可以用两个方向各一个 `asyncio.Queue` 代表一条连接",
    ),
    (
        "asyncio.start_server",
        "an `asyncio.Queue` of requests can stand for a server's socket",
        "可以用一个装请求的 `asyncio.Queue` 代表服务器的套接字",
    ),
    (
        "os.system",
        "call a function: there are no other programs here",
        "调用函数：这里没有别的程序",
    ),
    (
        "pathlib",
        "keep text in variables: there are no files here",
        "把文字放在变量里：这里没有文件",
    ),
    (
        "re",
        "use methods of strings: `split`, `find`, `startswith`, `partition`",
        "用字符串的方法：`split`、`find`、`startswith`、`partition`",
    ),
    (
        "signal",
        "an `Event` of `threading` or `asyncio` can stand for a signal",
        "可以用 `threading` 或 `asyncio` 的 `Event` 代表信号",
    ),
    (
        "socket",
        "a `queue.Queue` in each direction can stand for a connection",
        "可以用两个方向各一个 `queue.Queue` 代表一条连接",
    ),
    (
        "subprocess",
        "call a function in a thread: there are no other programs here",
        "在线程里调用函数：这里没有别的程序",
    ),
    (
        "sys.getrefcount",
        "a `weakref.ref` tells whether an object is still there",
        "用 `weakref.ref` 可以知道对象是否还在",
    ),
];

/// How many names a list of those that there are shows.
const LISTED: usize = 12;

/// For a builtin function.
pub(super) fn of_builtin(name: &str) -> Option<Text> {
    find(BUILTINS, name)
}

/// For a module.
pub(super) fn of_module(name: &str) -> Text {
    find(NAMES, name).unwrap_or_else(|| {
        let all = library::importable_names();
        let is_outer = |name: &&str| !name.contains('.') && !name.starts_with('_');
        let outer: Vec<&str> = all.iter().copied().filter(is_outer).collect();
        match nearest(name, &all) {
            Some(near) => Text::new(format!("did you mean `{near}`?"), format!("是否想写 `{near}`？")),
            None => Text::new(
                format!("available modules: {}", outer.join(", ")),
                format!("可用的模块：{}", outer.join(", ")),
            ),
        }
    })
}

/// For an attribute of a module.
pub(super) fn of_attribute(module: ModuleId, name: &str) -> Text {
    let own = library::familiar_name(module);
    find(NAMES, &format!("{own}.{name}")).unwrap_or_else(|| {
        let known = library::public_names(module);
        if let Some(near) = nearest(name, &known) {
            return Text::new(
                format!("did you mean `{own}.{near}`?"),
                format!("是否想写 `{own}.{near}`？"),
            );
        }
        let more = if known.len() > LISTED { ", …" } else { "" };
        let known = known[..known.len().min(LISTED)].join(", ");
        Text::new(
            format!("available in `{own}`: {known}{more}"),
            format!("`{own}` 里可用的：{known}{more}"),
        )
    })
}

fn find(proposals: &[Proposal], name: &str) -> Option<Text> {
    let (_, en, zh) = proposals.iter().find(|(known, ..)| *known == name)?;
    Some(Text::new(*en, *zh))
}

/// The name that was likely meant: at most a third of its characters differ.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let distances = known.iter().map(|other| (distance(name, other), *other));
    let (distance, near) = distances.min()?;
    (distance * 3 <= near.chars().count()).then_some(near)
}

/// How many characters have to be put in, taken out or replaced to make one name of another (Levenshtein 1966), for names of
/// a usual length.
fn distance(from: &str, to: &str) -> usize {
    /// Longer names are near to nothing.
    const LONGEST: usize = 64;
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    if from.len() > LONGEST || to.len() > LONGEST {
        return usize::MAX / 3;
    }
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        let known = ["Barrier", "BoundedSemaphore", "Lock", "RLock"];
        assert_eq!(nearest("BoundedSemaphor", &known), Some("BoundedSemaphore"));
        assert_eq!(nearest("lock", &known), Some("Lock"));
        assert_eq!(nearest("setprofile", &known), None);
    }

    #[test]
    fn every_refused_builtin_has_a_proposal() {
        // The core defines some.
        library::unit(ModuleId::CORE);
        for name in crate::native::PYTHON_BUILTINS {
            let is_private = name.starts_with("__") && *name != "__import__";
            if crate::native::builtin(name).is_none() && !is_private {
                assert!(of_builtin(name).is_some(), "{name}");
            }
        }
    }
}
