//! The built `interleave`, each of its commands and flags.

mod common;
mod trace_file;

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use common::{Folder, Ran};

const DEADLOCK: &str = "import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.02)
        with second:
            pass
one = threading.Thread(target=work, args=(a, b))
two = threading.Thread(target=work, args=(b, a))
one.start(); two.start()
print('before')
one.join()
";

const RACE: &str = r#"import threading
N = 3  # @param {type:"integer", min:1, max:9}
counter = 0
def work():
    global counter
    for _ in range(N):
        t = counter
        counter = t + 1
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(counter)
"#;

fn race(test: &str) -> Folder {
    Folder::new(test).with("race.py", RACE)
}

/// Runs a program under CPython, where there is one: it is what we are to agree with.
fn cpython(folder: &Folder, arguments: &[&str]) -> Option<Ran> {
    let mut command = Command::new("python3");
    let output = command.current_dir(folder.path()).args(arguments).output().ok()?;
    Some(Ran::new(&output))
}

#[test]
fn streams_and_status_are_the_programs() {
    let source = "import sys
print('out', sys.argv, __file__)
print('err', file=sys.stderr)
if 1 is 1: pass
sys.exit(7)
";
    let folder = Folder::new("streams").with("prog.py", source);
    let ours = folder.run(&["run", "./prog.py", "--", "a", "-b"]);
    assert_eq!(ours.status, Some(7), "{ours:?}");
    let file = format!("{}/./prog.py", folder.path());
    assert_eq!(ours.out, format!("out ['./prog.py', 'a', '-b'] {file}\n"));
    assert!(
        ours.err.starts_with(&format!("{file}:4: SyntaxWarning: ")),
        "{ours:?}"
    );
    assert!(ours.err.ends_with("\nerr\n"), "{ours:?}");
    if let Some(theirs) = cpython(&folder, &["./prog.py", "a", "-b"]) {
        assert_eq!((ours.out, ours.status), (theirs.out, theirs.status));
        // Carets of warnings differ between patch releases.
        assert_eq!(ours.err.lines().next(), theirs.err.lines().next());
    }
}

#[test]
fn tracebacks_name_the_file() {
    let folder = Folder::new("tracebacks").with("prog.py", "def f():\n    return [][1]\n\nf()\n");
    let ran = folder.run(&["run", "prog.py"]);
    assert_eq!(ran.status, Some(1));
    let place = format!("File \"{}/prog.py\", line 2, in f", folder.path());
    assert!(ran.err.contains(&place), "{ran:?}");
    assert!(
        ran.err.ends_with("IndexError: list index out of range\n"),
        "{ran:?}"
    );
}

#[test]
fn output_is_written_as_it_comes() {
    let source = "print('first')\nwhile True: pass\n";
    let folder = Folder::new("as_it_comes").with("prog.py", source);
    for flags in [&[][..], &["--live"]] {
        let arguments = [&["run", "prog.py", "--max-instructions", "1000000000000"], flags].concat();
        let mut child = folder
            .command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut line).expect("it prints");
        assert_eq!(line, "first\n");
        interrupt(child.id());
        let ran = Ran::new(&child.wait_with_output().expect("it ends"));
        assert_eq!(ran.status, Some(130), "{ran:?}");
        assert_eq!(ran.err, "interleave: interrupted.\n");
    }
}

/// Ctrl-C.
fn interrupt(process: u32) {
    let killed = Command::new("kill").args(["-INT", &process.to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
}

#[test]
fn a_reader_may_leave() {
    let folder = Folder::new("reader").with("prog.py", "while True: print('x' * 1000)\n");
    let mut child = folder
        .command(&["run", "prog.py"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let ran = Ran::new(&child.wait_with_output().expect("it ends"));
    assert_eq!(ran.status, Some(2));
    assert_eq!(
        ran.err,
        "interleave: nobody reads what the program writes any more.\n"
    );
}

#[test]
fn a_deadlock_is_told() {
    let folder = Folder::new("deadlock").with("dead.py", DEADLOCK);
    for flags in [&[][..], &["--live"]] {
        let ran = folder.run(&[&["run", "dead.py"], flags].concat());
        assert_eq!(ran.status, Some(3), "{ran:?}");
        assert_eq!(ran.out, "before\n");
        let expected = "interleave: deadlock: no thread can ever run again.
  MainThread waits in line 12 until Thread-1 (work) has ended
      one.join()
  Thread-1 (work) waits in line 6 for lock b, which Thread-2 (work) holds since line 4
      with second:
  Thread-2 (work) waits in line 6 for lock a, which Thread-1 (work) holds since line 4
      with second:
  in a circle: Thread-1 (work) -> Thread-2 (work) -> Thread-1 (work)
";
        assert_eq!(ran.err, expected);
    }
}

#[test]
fn threads_that_wait_with_a_bound_are_no_deadlock() {
    let source = "import threading
event = threading.Event()
print(event.wait(0.2))
";
    let folder = Folder::new("bounded").with("prog.py", source);
    for flags in [&[][..], &["--live"]] {
        let ran = folder.run(&[&["run", "prog.py"], flags].concat());
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.as_str()),
            (Some(0), "False\n", "")
        );
    }
}

#[test]
fn limits_end_a_run() {
    let folder = Folder::new("limits").with("prog.py", "n = 0\nwhile True:\n    n += 1\n");
    let ran = folder.run(&["run", "prog.py", "--max-instructions", "1000"]);
    assert_eq!(ran.status, Some(4), "{ran:?}");
    assert!(
        ran.err
            .starts_with("interleave: stopped: it executed 1000 instructions"),
        "{ran:?}"
    );
    assert!(ran.err.contains("MainThread was in line "), "{ran:?}");
    let run = |value| folder.run(&["run", "prog.py", "--max-instructions", value]);
    run("0").refused("0 is not in 1..");
    run("many").refused("invalid digit");
}

#[test]
fn what_is_wrong_is_refused() {
    let source = "import threading\nx = = 1\n";
    let folder = Folder::new("wrong")
        .with("wrong.py", source)
        .with("unsupported.py", "import socket\nz = 2j\n");
    folder
        .run(&["run", "wrong.py"])
        .refused("wrong.py:2:5: SyntaxError: ");
    let ran = folder.run(&["run", "unsupported.py"]);
    ran.refused("unsupported.py:2:5: a complex number is not supported yet\n    z = 2j\n        ^^\n");
    folder
        .run(&["run", "absent.py"])
        .refused("can't open file 'absent.py'");
    folder.run(&["run"]).refused("<FILE>");
    folder
        .run(&["walk", "wrong.py"])
        .refused("unrecognized subcommand 'walk'");
    folder
        .run(&["run", "wrong.py", "--fast"])
        .refused("unexpected argument '--fast'");
    std::fs::write(format!("{}/bytes.py", folder.path()), b"x = '\xff'\n").expect("it can be written");
    folder.run(&["run", "bytes.py"]).refused("not a text in UTF-8");
}

#[test]
fn policies_and_seeds() {
    let folder = race("policies");
    let run = |flags: &[&str]| folder.run(&[&["run", "race.py"], flags].concat());
    assert_eq!(run(&[]).out, "6\n");
    assert_eq!(run(&["--policy", "cpython", "--switch", "cpython"]).out, "6\n");
    let random = |seed: &str| run(&["--policy", "random", "--switch", "instruction", "--seed", seed]).out;
    let results: std::collections::BTreeSet<String> =
        (0..8).map(|seed: u32| random(&seed.to_string())).collect();
    assert!(results.len() > 1, "{results:?}");
    assert_eq!(random("3"), random("3"));
    assert_eq!(run(&["--seed", "3", "--switch", "instruction"]).out, random("3"));
    run(&["--policy", "fair"]).refused("[possible values: cpython, random, batch, block, round-robin, pct]");
    run(&["--switch", "never"]).refused("[possible values: cpython, instruction]");
    run(&["--seed", "-1"]).refused("invalid digit");
    run(&["--seed", "x"]).refused("invalid digit");
}

#[test]
fn a_seed_decides_what_a_program_draws() {
    let folder = Folder::new("draws").with("draw.py", "import random\nprint(random.random())\n");
    let drawn = |seed: &str| {
        folder
            .run(&["run", "draw.py", "--policy", "cpython", "--seed", seed])
            .out
    };
    assert_eq!(drawn("1"), drawn("1"));
    assert_ne!(drawn("1"), drawn("2"));
    let flags = ["run", "draw.py", "--seed", "2", "--schedule", "draw.schedule"];
    assert_eq!(folder.run(&flags).out, drawn("2"));
    assert_eq!(
        folder.run(&["replay", "draw.py", "draw.schedule"]).out,
        drawn("2")
    );
}

#[test]
fn live_runs_heed_the_operating_system_alone() {
    let folder = race("live");
    let ran = folder.run(&["run", "race.py", "--live"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    for flags in [
        ["--seed", "1"],
        ["--policy", "random"],
        ["--switch", "instruction"],
    ] {
        let ran = folder.run(&[&["run", "race.py", "--live"], &flags[..]].concat());
        ran.refused("'--live' cannot be used with");
    }
}

#[test]
fn unbuffered_output_can_be_torn() {
    let folder = Folder::new("unbuffered").with("prog.py", "print('a', end='')\nprint('b')\n");
    for flag in ["-u", "--unbuffered"] {
        assert_eq!(folder.run(&["run", flag, "prog.py"]).out, "ab\n");
    }
}

#[test]
fn parameters_are_written_into_the_program() {
    let folder = race("parameters");
    let run = |value: &str| folder.run(&["run", "race.py", "--param", value]);
    assert_eq!(run("N=5").out, "10\n");
    assert_eq!(folder.read("race.py"), RACE, "the file stays as it is");
    run("N=10").refused("Line 2: N must lie between 1 and 9, not 10.");
    run("N=1.5").refused("N must be a whole number.");
    run("N=x").refused("N must be a whole number.");
    run("M=1").refused("the program has no parameter named M.");
    run("N").refused("it must have the form NAME=VALUE");
}

#[test]
fn a_schedule_repeats_a_run() {
    let folder = race("replay")
        .with("dead.py", DEADLOCK)
        .with("other.py", "print(1)\n");
    let seeded = [
        "run",
        "race.py",
        "--switch",
        "instruction",
        "--param",
        "N=9",
        "--schedule",
        "s",
    ];
    for seed in ["1", "2", "3", "4"] {
        let ran = folder.run(&[&seeded[..], &["--seed", seed]].concat());
        let again = folder.run(&["replay", "race.py", "s"]);
        assert_eq!(
            (again.status, &again.out, &again.err),
            (Some(0), &ran.out, &ran.err)
        );
        // A link itself does as well.
        let link = format!("https://example.org/app/#{}", folder.read("s").trim());
        assert_eq!(folder.run(&["replay", "race.py", &link]).out, ran.out);
    }
    for flags in [&[][..], &["--live"]] {
        let ran = folder.run(&[&["run", "dead.py", "--schedule", "d"], flags].concat());
        let again = folder.run(&["replay", "dead.py", "d"]);
        assert_eq!(
            (again.status, &again.out, &again.err),
            (Some(3), &ran.out, &ran.err)
        );
    }
    let ran = folder.run(&["replay", "other.py", "d"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.err.contains("the schedule does not fit this program"),
        "{ran:?}"
    );
}

#[test]
fn what_is_no_schedule_is_refused() {
    let folder = race("no_schedule")
        .with("s", "hello\n")
        .with("short", "play?mode=model&run=eNpj\n");
    let replay = |schedule| folder.run(&["replay", "race.py", schedule]);
    replay("absent").refused("can't read the schedule 'absent'");
    replay("s").refused("This address leads to nothing");
    replay("short").refused("This link is damaged");
    replay("play?mode=model").refused("this link holds no schedule.");
    folder.run(&["replay", "race.py"]).refused("<SCHEDULE>");
    let ran = folder.run(&["run", "race.py", "--schedule", "absent/s"]);
    ran.refused("can't write 'absent/s'");
}

#[test]
fn search_prints_a_table() {
    let folder = race("explore").with("dead.py", DEADLOCK);
    let ran = folder.run(&["explore", "race.py", "--param", "N=2", "--schedules", "found"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let rows: Vec<&str> = ran.out.lines().collect();
    assert!(rows[0].starts_with("#  ends"), "{ran:?}");
    for (index, value) in [2, 3, 4].into_iter().enumerate() {
        assert!(rows[index + 1].ends_with(&format!("\"{value}\\n\"")), "{ran:?}");
        let schedule = format!("found/{}", index + 1);
        let again = folder.run(&["replay", "race.py", &schedule]);
        assert_eq!((again.status, again.out), (Some(0), format!("{value}\n")));
    }
    assert!(
        rows[3].contains("cpython") && rows[1].contains("instruction"),
        "{ran:?}"
    );
    assert!(ran.out.contains("These are all outcomes"), "{ran:?}");
    let ran = folder.run(&["explore", "dead.py"]);
    assert!(ran.out.contains("deadlock"), "{ran:?}");
    folder.run(&["explore", "absent.py"]).refused("can't open file");
    folder
        .run(&["explore", "race.py", "--seed", "1"])
        .refused("--seed");
}

#[test]
fn check_runs_nothing() {
    let folder = Folder::new("check")
        .with("right.py", "print('no')\n")
        .with("warned.py", "x = 1\nN = x  # @param\nif x is 1:\n    pass\n")
        .with("wrong.py", "import re\nexec('1')\n");
    let ran = folder.run(&["check", "right.py"]);
    assert_eq!(
        (ran.status, ran.out.as_str(), ran.err.as_str()),
        (Some(0), "", "")
    );
    let ran = folder.run(&["check", "warned.py"]);
    assert_eq!(ran.status, Some(0));
    let lines: Vec<&str> = ran
        .out
        .lines()
        .filter(|line| line.starts_with("warned"))
        .collect();
    assert!(
        lines[0].starts_with("warned.py:2:1: the value of parameter N"),
        "{ran:?}"
    );
    assert!(lines[1].starts_with("warned.py:3:4: SyntaxWarning"), "{ran:?}");
    let ran = folder.run(&["check", "wrong.py"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.out.contains("wrong.py:2:1: "), "{ran:?}");
}

#[test]
fn dis_prints_bytecode() {
    let source = "def f(x):
    try:
        return x + 1
    except TypeError:
        while x: pass
";
    let folder = Folder::new("dis").with("prog.py", source).with("wrong.py", "(\n");
    let ran = folder.run(&["dis", "prog.py"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let rows: Vec<Vec<&str>> = ran
        .out
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert!(ran.out.contains("\nDisassembly of f:\n"), "{ran:?}");
    for row in [
        &["BINARY_OP", "(+)"][..],
        &["LOAD_FAST", "0", "(x)"],
        &["LOAD_CONST", "(1)"],
        &["LOAD_GLOBAL", "(TypeError)"],
        &["STORE_NAME", "(f)"],
        &[">>", "PUSH_EXC_INFO"],
        &["3", "LOAD_FAST"],
    ] {
        let has = |words: &Vec<&str>| row.iter().all(|word| words.contains(word));
        assert!(rows.iter().any(has), "{row:?}: {}", ran.out);
    }
    assert!(ran.out.contains("ExceptionTable:\n"), "{ran:?}");
    folder
        .run(&["dis", "wrong.py"])
        .refused("wrong.py:1:1: SyntaxError: '(' was never closed");
}
