//! The engine of real browsers, without the page: what CPython printed is printed live there too, and recordings repeat.

use crate::steps::check;
use browser_tests::{Browser, Engine, Host, Outcome, play_in};
use std::path::{Path, PathBuf};
use trace::{End, Stream};
use wire::Mode;

/// How many of the programs run that CPython has run.
const PROGRAMS: usize = 60;
/// How often a program may be late that depends on real time.
const CHANCES: usize = 5;
/// How often each of the racy programs runs; `INTERLEAVE_RACES` says otherwise.
const RACES: u32 = 5;

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files below a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Of the programs of `tests/programs` that print no addresses, times or places of files, every so many-th.
fn some_programs() -> Outcome<Vec<PathBuf>> {
    let mut all = files(&tests().join("programs"), "out")?;
    all.retain(|path| {
        let is_plain = std::fs::read_to_string(path)
            .is_ok_and(|text| !["ADDRESS", "TIME", ".py"].iter().any(|word| text.contains(word)));
        // The web of the tests is not that of the page.
        is_plain && !path.components().any(|part| part.as_os_str() == "web")
    });
    let step = all.len() / PROGRAMS;
    Ok(all.into_iter().step_by(step).take(PROGRAMS).collect())
}

/// What a program prints and its status, as the files of `tests/programs` say it.
async fn printed(engine: &Engine, source: &str) -> Outcome<String> {
    let trace = engine.run(source, Mode::Live).await?.result.trace;
    let status = match trace.end {
        End::Finished { status } => status,
        other => return Err(format!("it ended as {other:?}.").into()),
    };
    Ok(format!("{}\nexit {status}\n", trace.output(Stream::Out)))
}

async fn programs_print_what_cpython_printed(engine: &Engine) -> Outcome {
    let programs = some_programs()?;
    check(programs.len() == PROGRAMS, || {
        format!("{} programs.", programs.len())
    })?;
    for expected in programs {
        let source = std::fs::read_to_string(expected.with_extension("py"))?;
        let expected_text = std::fs::read_to_string(&expected)?;
        let mut last = String::new();
        for _ in 0..CHANCES {
            last = printed(engine, &source).await?;
            if last == expected_text {
                break;
            }
        }
        check(last == expected_text, || {
            format!("{}: {last}\ninstead of\n{expected_text}", expected.display())
        })?;
    }
    Ok(())
}

/// Programs whose outcome is luck: every repetition of a recording is the run that it records.
async fn recordings_repeat(engine: &Engine) -> Outcome {
    let times = std::env::var("INTERLEAVE_RACES").map_or(Ok(RACES), |times| times.parse())?;
    for path in files(&tests().join("races"), "py")? {
        let source = std::fs::read_to_string(&path)?;
        for _ in 0..times {
            let recorded = engine.run(&source, Mode::Live).await?.result;
            check(recorded.trace.end == End::Finished { status: 0 }, || {
                format!("{}: {}", path.display(), recorded.trace.output(Stream::Err))
            })?;
            let recording = recorded.recording.ok_or("nothing was recorded.")?;
            let repeated = engine.run(&source, Mode::ReplayLive(recording)).await?.result;
            check(repeated.trace == recorded.trace, || {
                format!("{}: the repetition differs.", path.display())
            })?;
        }
    }
    Ok(())
}

#[test]
fn programs_print_in_chromium_what_cpython_printed() {
    play_in(
        Browser::Chromium,
        Host::Isolated,
        "programs-chromium",
        async |stage| programs_print_what_cpython_printed(&stage.engine().await?).await,
    );
}

#[test]
fn programs_print_in_firefox_what_cpython_printed() {
    play_in(
        Browser::Firefox,
        Host::Isolated,
        "programs-firefox",
        async |stage| programs_print_what_cpython_printed(&stage.engine().await?).await,
    );
}

#[test]
fn recordings_repeat_in_chromium() {
    play_in(
        Browser::Chromium,
        Host::Isolated,
        "races-chromium",
        async |stage| recordings_repeat(&stage.engine().await?).await,
    );
}

#[test]
fn recordings_repeat_in_firefox() {
    play_in(Browser::Firefox, Host::Isolated, "races-firefox", async |stage| {
        recordings_repeat(&stage.engine().await?).await
    });
}
