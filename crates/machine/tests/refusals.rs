//! What the machine does not support is refused before the program runs, at its place and in both languages.

/// Lines and messages of what is refused.
fn refused(source: &str) -> Vec<(u32, u32, String)> {
    let diagnostics = machine::load(source).err().unwrap_or_default();
    let told = diagnostics.into_iter().map(|diagnostic| {
        let texts = [Some(diagnostic.message.clone()), diagnostic.instead];
        for text in texts.into_iter().flatten() {
            assert!(
                !text.zh.is_empty() && !text.en.is_empty() && text.zh != text.en,
                "{text:?}"
            );
        }
        (
            diagnostic.place.line,
            diagnostic.place.column,
            diagnostic.message.en,
        )
    });
    told.collect()
}

#[track_caller]
fn is_refused(call: &str, column: u32, message: &str) {
    let source = format!("import threading\nlock = threading.Lock()\nxs = [2, 1]\n{call}\n");
    assert_eq!(refused(&source), [(4, column, message.to_owned())], "{call}");
}

#[track_caller]
fn is_supported(call: &str) {
    let source = format!("import threading\nlock = threading.Lock()\nxs = [2, 1]\n{call}\n");
    assert_eq!(refused(&source), [], "{call}");
}

#[test]
fn timeouts() {
    let acquire = "a timeout of `acquire` is not available here";
    is_refused("lock.acquire(timeout=0.5)", 22, acquire);
    is_refused("lock.acquire(True, 5)", 20, acquire);
    is_refused("threading.Lock().acquire(timeout=len(xs))", 34, acquire);
    is_supported("lock.acquire(True, -1)");
    is_supported("lock.acquire(False)");
    let join = "a timeout of `join` is not available here";
    is_refused("threading.current_thread().join(2)", 33, join);
    is_refused("threading.current_thread().join(0.5)", 33, join);
    is_refused("threading.current_thread().join(timeout=xs)", 41, join);
    is_supported("threading.current_thread().join(timeout=None)");
    is_supported("print(', '.join(['a', 'b']))");
}

#[test]
fn keywords() {
    let argument = |name, function| format!("the argument `{name}` of `{function}` is not available here");
    is_refused("print(1, file=xs)", 15, &argument("file", "print"));
    is_refused("xs.sort(key=len)", 13, &argument("key", "sort"));
    is_refused("max(xs, key=len)", 13, &argument("key", "max"));
    is_refused("min(xs, default=1)", 17, &argument("default", "min"));
    is_refused("threading.Thread(daemon=True)", 25, &argument("daemon", "Thread"));
    is_refused("threading.Thread(kwargs=xs)", 25, &argument("kwargs", "Thread"));
    is_supported("xs.sort(key=None, reverse=True)");
    is_supported("print(1, sep='', end='', flush=True)");
    is_supported("threading.Thread(target=len, args=(xs,), name='a')");
    is_supported("def print(file):\n    pass\nprint(file=1)");
}
