//! Links: what goes in comes out, old ones keep working, and a broken one is told from a good one.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use trace::{FiberId, Model, Policy, Recording, Run, Schedule, SwitchPoints, TimedRun};
use wire::{LONGEST, Link, LinkError, LinkMode, Settings, SharedRun};

/// A small generator (splitmix64), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// Small ones often, large ones sometimes: `2^k` for a random `k`.
    fn uneven(&mut self, bits: u64) -> u64 {
        let bits = self.below(bits) + 1;
        self.below(1 << bits)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    fn text(&mut self, longest: u64) -> String {
        let alphabet = [
            "a",
            "B",
            "7",
            "&",
            "=",
            "?",
            "#",
            "%",
            " ",
            "+",
            "\"",
            "\n",
            "中",
            "😀",
            "\u{0}",
            "n = n - 1",
        ];
        let length = self.below(longest + 1);
        (0..length).map(|_| self.pick(&alphabet)).collect()
    }

    fn recording(&mut self) -> Recording {
        let unit = self.pick(&[1, 1000, 5000]);
        let mut now = 0;
        let mut runs = Vec::new();
        for _ in 0..self.below(40) {
            let start = now + self.uneven(20) * unit;
            let end = start + self.uneven(20) * unit;
            let ready = start - self.below(start / unit + 1) * unit;
            let (fiber, steps) = (FiberId(self.uneven(10) as u32), self.uneven(16));
            runs.push(TimedRun {
                fiber,
                steps,
                ready,
                start,
                end,
            });
            now = end;
        }
        let clock = (0..self.below(5)).map(|_| self.uneven(62)).collect();
        let end = now + self.uneven(20);
        Recording { runs, clock, end }
    }

    fn schedule(&mut self) -> Schedule {
        let length = self.below(60);
        let runs = (0..length).map(|_| Run {
            fiber: FiberId(self.uneven(32) as u32),
            steps: self.uneven(40),
        });
        Schedule {
            runs: runs.collect(),
            untimed: self.below(2) == 1,
        }
    }

    fn settings(&mut self) -> Settings {
        Settings {
            policy: self.maybe(|random| random.pick(&Policy::ALL)),
            switch_points: self
                .maybe(|random| random.pick(&[SwitchPoints::CPython, SwitchPoints::Instruction])),
            seed: self.maybe(Self::next),
            switch_interval_us: self.maybe(|random| random.below(1_000_000_000) as u32 + 1),
            instruction_ns: self.maybe(|random| random.below(1_000_000_000) as u32 + 1),
            cores: self.maybe(|random| random.below(64) as u32 + 1),
            gil: self.maybe(|random| random.below(2) == 0),
            quantum_us: self.maybe(|random| random.below(1_000_000_000) as u32 + 1),
            depth: self.maybe(|random| random.below(64) as u32 + 1),
            unbuffered: self.maybe(|random| random.below(2) == 0),
        }
    }

    fn link(&mut self) -> Link {
        let names = ["THREADS", "A", "seed", "p.x", "线程数", "_", "Z9"];
        let from = self.below(names.len() as u64) as usize;
        Link {
            lesson: self.maybe(|_| "lost-update".to_owned()),
            program: self.maybe(|_| "lost_update".to_owned()),
            parameters: names[from..]
                .iter()
                .map(|name| ((*name).to_owned(), self.text(5)))
                .collect(),
            mode: self.maybe(|random| random.pick(&[LinkMode::Live, LinkMode::Model, LinkMode::Search])),
            settings: self.settings(),
            code: self.maybe(|random| random.text(80)),
            run: self.maybe(|random| match random.below(2) {
                0 => SharedRun::Schedule(random.schedule()),
                _ => SharedRun::Recording(random.recording()),
            }),
            at: self.maybe(|random| random.uneven(53)),
        }
    }
}

#[test]
fn what_goes_in_comes_out() {
    let mut random = Random(1);
    for _ in 0..3000 {
        let link = random.link();
        let fragment = link.to_fragment().expect("not that long");
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/?&=".contains(&byte);
        assert!(fragment.bytes().all(plain), "{fragment}");
        assert_eq!(Link::from_fragment(&fragment).as_ref(), Ok(&link), "{fragment}");
        assert_eq!(Link::from_fragment(&format!("#{fragment}")), Ok(link));
    }
}

#[test]
fn a_lesson_link_can_be_read_aloud() {
    let link = Link {
        lesson: Some("lost-update".to_owned()),
        parameters: vec![("THREADS".to_owned(), "7".to_owned())],
        mode: Some(LinkMode::Model),
        settings: Settings {
            seed: Some(42),
            ..Settings::default()
        },
        ..Link::default()
    };
    let fragment = "lesson/lost-update?THREADS=7&mode=model&seed=42";
    assert_eq!(link.to_fragment().as_deref(), Ok(fragment));
    assert_eq!(Link::default().to_fragment().as_deref(), Ok("play"));
}

fn fixed_recording() -> Recording {
    let turn = |fiber, steps, ready, start, end| TimedRun {
        fiber: FiberId(fiber),
        steps,
        ready,
        start,
        end,
    };
    Recording {
        runs: vec![
            turn(0, 12, 0, 5_000, 40_000),
            turn(1, 30, 20_000, 45_000, 90_000),
            turn(0, 4, 40_000, 95_000, 100_000),
        ],
        clock: vec![40_000, 95_000],
        end: 105_000,
    }
}

/// Links out there must keep their meaning: when this test fails, the format needs a new version, not this test a new text.
#[test]
fn links_of_version_1_keep_their_meaning() {
    let long = "lesson/lost-update?program=locked&THREADS=7&p.seed=3&mode=live&policy=random&switch=any&seed=42&interval=100\
                &cost=20&unbuffered=1&at=17&code=eJwrKMrMK9FQSsxT0gQAGHEDkg&run=RECORDING";
    let recording = BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(
        &[
            1, // a recording
            3, 0, 2, 1, // fibers 0, 1, 0 as distances 0, +1, -1 in zigzag
            3, 12, 30, 4, // steps
            136, 39, // in units of 5000 ns
            3, 2, 2, 2, // starts, 1 unit behind the end before
            3, 14, 18, 2, // lengths: 7, 9, 1 units
            3, 2, 10, 22, // waits: 1, 5, 11 units
            2, 25, 22, // clock: 13 units before the end, then 11 later
            2,  // the end, 1 unit behind the last turn
        ],
        6,
    ));
    let expected = Link {
        lesson: Some("lost-update".to_owned()),
        program: Some("locked".to_owned()),
        parameters: vec![
            ("THREADS".to_owned(), "7".to_owned()),
            ("seed".to_owned(), "3".to_owned()),
        ],
        mode: Some(LinkMode::Live),
        settings: Settings {
            policy: Some(Policy::Random),
            switch_points: Some(SwitchPoints::Instruction),
            seed: Some(42),
            switch_interval_us: Some(100),
            instruction_ns: Some(20),
            cores: None,
            gil: None,
            quantum_us: None,
            depth: None,
            unbuffered: Some(true),
        },
        code: Some("print(\"an\")".to_owned()),
        run: Some(SharedRun::Recording(fixed_recording())),
        at: Some(17),
    };
    assert_eq!(
        Link::from_fragment(&long.replace("RECORDING", &recording)),
        Ok(expected)
    );
    let schedule = Schedule {
        runs: vec![
            Run {
                fiber: FiberId(0),
                steps: 12,
            },
            Run {
                fiber: FiberId(2),
                steps: 300,
            },
        ],
        untimed: false,
    };
    for (variant, untimed) in [(0, false), (2, true)] {
        let bytes = compress_to_vec_zlib(&[variant, 2, 0, 4, 2, 12, 172, 2], 6);
        let bytes = BASE64_URL_SAFE_NO_PAD.encode(bytes);
        let link = Link::from_fragment(&format!("play?v=1&run={bytes}")).expect("a link");
        let schedule = Schedule {
            untimed,
            ..schedule.clone()
        };
        assert_eq!(link.run, Some(SharedRun::Schedule(schedule)));
    }
}

#[test]
fn a_changed_character_of_the_long_parts_is_noticed() {
    let mut random = Random(2);
    for round in 0..60 {
        let link = Link {
            lesson: Some("lost-update".to_owned()),
            code: Some(random.text(60)),
            run: Some(SharedRun::Recording(random.recording())),
            ..Link::default()
        };
        let fragment = link.to_fragment().expect("not that long");
        let long = fragment.find("code=").expect("it has code") + 5;
        for at in long..fragment.len() {
            let other = random.pick(b"AZaz09-_=&%.").into();
            let mut broken: Vec<char> = fragment.chars().collect();
            match random.below(3) {
                0 => broken[at] = other,
                1 => broken.insert(at, other),
                _ => drop(broken.remove(at)),
            }
            let broken: String = broken.into_iter().collect();
            if let Ok(read) = Link::from_fragment(&broken) {
                // What an inserted `&` cuts off the end may be an unknown key, hence ignored; what remains is unharmed.
                let same_code = read.code.is_none() || read.code == link.code;
                let same_run = read.run.is_none() || read.run == link.run;
                assert!(same_code && same_run, "round {round}: {broken}");
            }
        }
        let cut = &fragment[..fragment.len() - 1 - random.below(20) as usize];
        assert!(Link::from_fragment(cut).is_err(), "{cut}");
    }
}

#[test]
fn hostile_text_is_refused_without_a_panic() {
    let pieces = [
        "lesson/",
        "lost-update",
        "play",
        "set",
        "?",
        "&",
        "=",
        "#",
        "%",
        "%4",
        "%zz",
        "%FF",
        "v=1",
        "v=2",
        "v=",
        "seed=",
        "at=",
        "run=",
        "code=",
        "mode=live",
        "THREADS=",
        "p.",
        "99999999999999999999",
        "-1",
        "eNo",
        "中",
        "\u{0}",
        "..",
        "/",
    ];
    let mut random = Random(3);
    for _ in 0..20_000 {
        let length = random.below(12);
        let fragment: String = (0..length).map(|_| random.pick(&pieces)).collect();
        if let Err(error) = Link::from_fragment(&fragment) {
            let text = error.text();
            assert!(!text.en.is_empty() && !text.zh.is_empty() && text.en.len() < 600);
        }
    }
    for _ in 0..20_000 {
        let length = random.below(40) as usize;
        let mut bytes: Vec<u8> = (0..length).map(|_| random.uneven(8) as u8).collect();
        if let Some(first) = bytes.first_mut() {
            *first &= 1;
        }
        let run = BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&bytes, 1));
        if let Ok(link) = Link::from_fragment(&format!("play?run={run}")) {
            check_run(&link.run.expect("a run"));
        }
    }
}

/// Whoever adds up steps or subtracts times of a run from a link must be safe.
fn check_run(run: &SharedRun) {
    match run {
        SharedRun::Schedule(schedule) => {
            let steps = schedule
                .runs
                .iter()
                .try_fold(0_u64, |sum, run| sum.checked_add(run.steps));
            assert!(steps.is_some_and(|steps| steps <= 1 << 53));
        }
        SharedRun::Recording(recording) => {
            assert!(recording.runs.is_sorted_by_key(|run| run.start));
            for run in &recording.runs {
                assert!(run.ready <= run.start && run.start <= run.end && run.end <= recording.end);
            }
            assert!(recording.end <= 1 << 53);
        }
    }
}

fn refused(fragment: &str) -> LinkError {
    Link::from_fragment(fragment).expect_err(fragment)
}

#[test]
fn each_fault_has_its_sentence() {
    let value = |key: &str, value: &str| LinkError::Value {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let damaged = |part: &str| LinkError::Damaged {
        part: part.to_owned(),
    };
    for (fragment, error) in [
        ("", LinkError::NotALink),
        ("#", LinkError::NotALink),
        ("top", LinkError::NotALink),
        ("set?THREADS=2", LinkError::NotALink),
        ("lessons/lost-update", LinkError::NotALink),
        ("lesson/lost-update?v=2&future=%", LinkError::Newer { version: 2 }),
        ("lesson/../index", value("lesson", "../index")),
        ("lesson/a%2Fb", value("lesson", "a%2Fb")),
        ("lesson/", value("lesson", "")),
        ("play?program=a.py", value("program", "a.py")),
        ("play?v=x", value("v", "x")),
        ("play?v=0", value("v", "0")),
        ("play?mode=fast", value("mode", "fast")),
        ("play?policy=fair", value("policy", "fair")),
        ("play?switch=never", value("switch", "never")),
        ("play?unbuffered=maybe", value("unbuffered", "maybe")),
        (
            "play?seed=18446744073709551616",
            value("seed", "18446744073709551616"),
        ),
        ("play?seed=-1", value("seed", "-1")),
        ("play?seed=", value("seed", "")),
        ("play?seed", value("seed", "")),
        ("play?interval=0", value("interval", "0")),
        ("play?cost=1000000001", value("cost", "1000000001")),
        ("play?at=9007199254740993", value("at", "9007199254740993")),
        ("play?at=1e9", value("at", "1e9")),
        (
            "play?seed=1&seed=1",
            LinkError::Twice {
                key: "seed".to_owned(),
            },
        ),
        ("play?A=1&mode=live&A=1", LinkError::Twice { key: "A".to_owned() }),
        ("play?A=%", damaged("A")),
        ("play?A=%4", damaged("A")),
        ("play?A=%FF", damaged("A")),
        ("play?code=", damaged("code")),
        ("play?code=!!!", damaged("code")),
        ("play?code=AAAA", damaged("code")),
        ("play?run=eNorKMrMK9FQSsxT0gQAFmYDZA", damaged("run")),
    ] {
        let found = refused(fragment);
        assert_eq!(found, error, "{fragment}");
        assert!(!found.text().en.is_empty() && !found.text().zh.is_ascii());
    }
    assert!(refused("play?v=7").text().en.contains("newer version"));
}

#[test]
fn a_link_from_a_later_page_of_the_same_version_still_opens() {
    let link = Link::from_fragment("lesson/lost-update?v=1&colour=red&colour=blue&seed=3&&").expect("a link");
    assert_eq!(link.settings.seed, Some(3));
    assert_eq!(link.parameters, []);
}

#[test]
fn bombs_are_defused() {
    let bomb = BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&vec![b'a'; 50 << 20], 9));
    for part in ["code", "run"] {
        let error = refused(&format!("play?{part}={bomb}"));
        assert_eq!(
            error,
            LinkError::TooLarge {
                part: part.to_owned()
            }
        );
    }
    // A few bytes that claim a run of 2^60 turns.
    let claim = [&[0][..], &[255; 8], &[15], &[0]].concat();
    let claim = BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&claim, 9));
    assert_eq!(
        refused(&format!("play?run={claim}")),
        LinkError::Damaged {
            part: "run".to_owned()
        }
    );
}

#[test]
fn what_is_too_long_for_a_link_fits_into_a_file() {
    let mut random = Random(4);
    let code: String = (0..9000)
        .map(|_| char::from(b' ' + random.below(90) as u8))
        .collect();
    let link = Link {
        code: Some(code),
        ..Link::default()
    };
    let error = link.to_fragment().expect_err("too long");
    assert!(error.fragment.len() > LONGEST);
    assert!(error.text().en.contains(&error.fragment.len().to_string()));
    assert_eq!(Link::from_fragment(&error.fragment), Ok(link));
}

#[test]
fn buttons_are_no_links_and_links_are_no_buttons() {
    let button = Link::from_button("#set?THREADS=2&mode=search")
        .expect("a button")
        .expect("a good one");
    assert_eq!(button.parameters, [("THREADS".to_owned(), "2".to_owned())]);
    assert_eq!((button.mode, button.program), (Some(LinkMode::Search), None));
    assert!(Link::from_button("#lesson/lost-update").is_none());
    assert!(Link::from_button("https://example.org/#set?A=1").is_none());
    assert!(Link::from_button("#set?mode=fast").expect("a button").is_err());
}

#[test]
fn settings_are_a_difference() {
    let base = Model::default();
    let mut random = Random(5);
    for _ in 0..200 {
        let model = random.settings().applied_to(&base);
        let back = Settings::between(&base, &model);
        assert_eq!(back.applied_to(&base), model);
        assert_eq!(Settings::between(&model, &model), Settings::default());
    }
}

/// A live run like that of 100 threads which each read, sleep and write: the main thread starts them one by one, each runs
/// until its sleep; then each wakes, not quite in order, and ends, and the main thread joins them. All times jitter evenly over
/// 30 microseconds, which leaves deflate little to find.
fn hundred_threads(unit: u64) -> Recording {
    let mut random = Random(6);
    let mut now = 0;
    let mut runs: Vec<TimedRun> = Vec::new();
    let mut turn = |random: &mut Random, fiber: u32, steps: u64| {
        let mut jitter = |least: u64| (least + random.below(30_000)) / unit * unit;
        let start = now + jitter(300);
        let end = start + jitter(steps * 40);
        let ready = start.saturating_sub(jitter(20_000));
        let fiber = FiberId(fiber);
        runs.push(TimedRun {
            fiber,
            steps,
            ready,
            start,
            end,
        });
        now = end;
    };
    for fiber in 1..=100 {
        turn(&mut random, 0, 13);
        turn(&mut random, fiber, 6);
    }
    let mut asleep: Vec<u32> = (1..=100).collect();
    while !asleep.is_empty() {
        let next = random.below(asleep.len().min(4) as u64) as usize;
        turn(&mut random, asleep.remove(next), 5);
    }
    turn(&mut random, 0, 500);
    Recording {
        runs,
        clock: Vec::new(),
        end: now,
    }
}

/// The length of a link with a run of 100 threads, by what the clock ticks in.
#[test]
fn a_live_run_of_a_hundred_threads_fits_into_a_link() {
    for (unit, longest) in [(1, 4_000), (1_000, 3_000), (5_000, 2_000)] {
        let recording = hundred_threads(unit);
        assert_eq!(recording.runs.len(), 301);
        let link = Link {
            lesson: Some("lost-update".to_owned()),
            mode: Some(LinkMode::Live),
            run: Some(SharedRun::Recording(recording)),
            at: Some(1_000),
            ..Link::default()
        };
        let fragment = link.to_fragment().expect("short enough");
        println!("clock ticks of {unit} ns: {} characters", fragment.len());
        assert!(fragment.len() < longest, "{unit} ns: {}", fragment.len());
        assert_eq!(Link::from_fragment(&fragment), Ok(link));
    }
}
