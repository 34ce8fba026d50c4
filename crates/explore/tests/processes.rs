//! Outcomes of programs with several processes, counted by hand; every witness is repeated.

use std::collections::BTreeSet;
use std::sync::Arc;

use explore::{Report, Search};
use schedule::Replay;
use trace::{End, Model, Stream};

/// All outcomes: what is on the terminal, and whether everybody came to an end.
#[track_caller]
fn outcomes(source: &str) -> BTreeSet<(String, bool)> {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let model = Model::default();
    let mut search = Search::new(Arc::clone(&program), &model).expect("it fits");
    while !search.advance(1_000_000) {}
    let report: Report = search.report();
    assert!(report.complete, "{report:?}");
    let mut found = BTreeSet::new();
    for outcome in report.outcomes {
        let text: String = outcome
            .terminal
            .iter()
            .map(|written| written.text.as_str())
            .collect();
        let ran = Replay::new(Arc::clone(&program), &model, outcome.witness)
            .expect("it fits")
            .run();
        assert_eq!(ran.trace.end, outcome.end);
        assert_eq!(ran.trace.output(Stream::Out), text);
        found.insert((text, matches!(outcome.end, End::Finished { .. })));
    }
    found
}

fn set(expected: &[(&str, bool)]) -> BTreeSet<(String, bool)> {
    expected
        .iter()
        .map(|(text, ends)| ((*text).to_owned(), *ends))
        .collect()
}

#[test]
fn parent_and_child_write_in_either_order() {
    let source = "import os\npid = os.fork()\nif pid == 0:\n    print('child')\nelse:\n    print('parent')\n";
    assert_eq!(
        outcomes(source),
        set(&[("child\nparent\n", true), ("parent\nchild\n", true)])
    );
}

#[test]
fn whoever_waits_for_its_child_writes_last() {
    let source = "import os
pid = os.fork()
if pid == 0:
    print('child')
else:
    os.waitpid(pid, 0)
    print('parent')
";
    assert_eq!(outcomes(source), set(&[("child\nparent\n", true)]));
}

#[test]
fn who_gets_the_one_byte_is_open() {
    let source = "import os
r, w = os.pipe()
for name in 'ab':
    if os.fork() == 0:
        os.close(w)
        if os.read(r, 1):
            print(name)
        os._exit(0)
os.write(w, b'x')
os.close(w)
os.wait()
os.wait()
";
    assert_eq!(outcomes(source), set(&[("a\n", true), ("b\n", true)]));
}

#[test]
fn a_fork_may_find_a_lock_held_for_ever() {
    let source = "import os, threading
lock = threading.Lock()

def work():
    with lock:
        pass

thread = threading.Thread(target=work)
thread.start()
pid = os.fork()
if pid == 0:
    with lock:
        os._exit(0)
os.waitpid(pid, 0)
thread.join()
print('done')
";
    assert_eq!(outcomes(source), set(&[("", false), ("done\n", true)]));
}

#[test]
fn a_byte_in_a_pipe_is_a_lock_and_a_counter() {
    let source = "import os
r, w = os.pipe()
os.write(w, b'a')
for _ in range(2):
    if os.fork() == 0:
        n = os.read(r, 1)
        os.write(w, bytes([n[0] + 1]))
        os._exit(0)
os.wait()
os.wait()
print(os.read(r, 9))
";
    assert_eq!(outcomes(source), set(&[("b'c'\n", true)]));
}
