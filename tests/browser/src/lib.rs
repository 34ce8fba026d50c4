//! A stage on which tests play the learner: the built page, served as a host would, and a browser to open it.
//!
//! `cargo xtask test browser` says where everything is; see [`play`].

mod browser;
mod engine;
mod helpers;
mod learner;

use browser::Driver;
use fantoccini::ClientBuilder;
use helpers::Helper;
use hyper_util::client::legacy::connect::HttpConnector;
use std::cell::RefCell;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub use browser::{Browser, Screen};
pub use engine::{Engine, Ran, number};
pub use learner::{Learner, hook};

/// What a test comes to: nothing, or what was not as it should be.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// What kind of host serves the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// One that sends the headers of cross-origin isolation.
    Isolated,
    /// One where isolation cannot be had.
    NotIsolated,
    /// The first, but one of the engine's workers for Python dies when it is told to on a channel named `die`.
    DyingWorkers,
}

/// The served page and a browser's driver. Both end with it.
#[derive(Debug)]
pub struct Stage {
    /// The test's name, with which the names of its pictures begin.
    name: String,
    browser: Browser,
    host: Host,
    driver: Driver,
    server: Helper,
    /// Holds the changed copy of the page that a special host serves.
    _copy: Option<TempDir>,
    visitors: RefCell<Vec<Learner>>,
}

/// Plays a test in Chromium; see [`play_in`].
///
/// # Panics
/// When the test fails, or the stage cannot be set.
pub fn play(name: &str, host: Host, test: impl AsyncFnOnce(&Stage) -> Outcome) {
    play_in(Browser::Chromium, host, name, test);
}

/// Plays one test. Whatever it comes to, every visitor's last picture is kept, and every browser closed. What a browser's
/// console complains of fails the test too.
///
/// The environment says what is served: `INTERLEAVE_DIST` (the built page), `INTERLEAVE_XTASK` (the program that serves it),
/// `INTERLEAVE_ARTEFACTS` (where pictures go).
///
/// # Panics
/// When the test fails, or the stage cannot be set.
pub fn play_in(browser: Browser, host: Host, name: &str, test: impl AsyncFnOnce(&Stage) -> Outcome) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime without threads can always be had");
    let stage = Stage::set(browser, host, name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let outcome = runtime.block_on(async {
        let outcome = test(&stage).await;
        let closed = stage.close().await;
        outcome.and(closed)
    });
    if let Err(error) = outcome {
        panic!("{name}: {error}");
    }
}

impl Stage {
    fn set(browser: Browser, host: Host, name: &str) -> Outcome<Self> {
        let dist = given("INTERLEAVE_DIST")?;
        let copy = (host == Host::DyingWorkers)
            .then(|| with_dying_workers(&dist))
            .transpose()?;
        let mut server = Command::new(given("INTERLEAVE_XTASK")?);
        server
            .args(["serve", "--no-build", "--no-open", "--port", "0", "--folder"])
            .arg(copy.as_ref().map_or(dist.as_path(), TempDir::path));
        if host == Host::NotIsolated {
            server.arg("--without-isolation");
        }
        let server = Helper::start(server, |line| {
            line.starts_with("http://").then(|| line.trim().to_owned())
        })?;
        Ok(Self {
            name: name.to_owned(),
            browser,
            host,
            driver: browser.start_driver()?,
            server,
            _copy: copy,
            visitors: RefCell::default(),
        })
    }

    /// Somebody who was never here before opens the page; `fragment` is what stands behind `#`.
    ///
    /// # Errors
    /// When the browser does not start or the page does not load.
    pub async fn visitor(&self, fragment: &str) -> Outcome<Learner> {
        self.visitor_with(Screen::Desk, fragment).await
    }

    /// The same, with the screen that is named.
    ///
    /// # Errors
    /// When the browser does not start or the page does not load.
    pub async fn visitor_with(&self, screen: Screen, fragment: &str) -> Outcome<Learner> {
        let learner = self.browser_with(screen).await?;
        learner.open(&self.server.address, fragment).await?;
        Ok(learner)
    }

    /// The page's engine, in a browser that does not show the page.
    ///
    /// # Errors
    /// When the browser or the engine does not start.
    pub async fn engine(&self) -> Outcome<Engine> {
        let learner = self.browser_with(Screen::Desk).await?;
        // Any file that browsers show as a text.
        learner
            .open(&format!("{}service-worker.js", self.server.address), "")
            .await?;
        Engine::start(learner, ".").await
    }

    async fn browser_with(&self, screen: Screen) -> Outcome<Learner> {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(self.browser.capabilities(screen)?)
            .connect(self.driver.address())
            .await?;
        let number = self.visitors.borrow().len() + 1;
        let name = format!("{}-{number}", self.name);
        let learner = Learner::new(client, given("INTERLEAVE_ARTEFACTS")?, name);
        self.visitors.borrow_mut().push(learner.clone());
        Ok(learner)
    }

    async fn close(&self) -> Outcome {
        let mut outcome = Ok(());
        for learner in self.visitors.take() {
            let complaints = learner.leave(self.browser).await;
            outcome = outcome.and(complaints.and_then(|complaints| self.judge(&complaints)));
        }
        outcome
    }

    fn judge(&self, complaints: &[String]) -> Outcome {
        // Browsers ask for an icon on their own where a document is no page.
        let complaints = complaints
            .iter()
            .filter(|complaint| !complaint.contains("/favicon.ico"));
        // Where there is no service worker, browsers complain of that on their own, and of workers that die.
        if complaints.clone().next().is_none() || self.host != Host::Isolated {
            return Ok(());
        }
        Err(format!(
            "the console complains: {}",
            complaints.map(String::as_str).collect::<Vec<_>>().join("; ")
        )
        .into())
    }
}

/// What a worker does that is to die, in the place of its work: one that works or waits for work hears nobody.
const DYING: &str = "if (number === 9) { \
    new BroadcastChannel('die').onmessage = () => { throw new Error('as a bug would'); }; return; }\n    wasm.work(number);";

/// A copy of the built page whose engine has a worker that can be told to die.
fn with_dying_workers(dist: &Path) -> Outcome<TempDir> {
    let copy = TempDir::new()?;
    copy_all(dist, copy.path())?;
    for folder in std::fs::read_dir(copy.path())? {
        let thread = folder?.path().join("thread.js");
        if thread.is_file() {
            let text = std::fs::read_to_string(&thread)?;
            std::fs::write(&thread, text.replace("wasm.work(number);", DYING))?;
        }
    }
    Ok(copy)
}

fn copy_all(from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (path, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if path.is_dir() {
            copy_all(&path, &to)?;
        } else {
            std::fs::copy(path, to)?;
        }
    }
    Ok(())
}

/// A path that `cargo xtask test` hands to the tests.
fn given(variable: &str) -> Outcome<PathBuf> {
    let value = std::env::var_os(variable)
        .ok_or_else(|| format!("{variable} is not set: run these tests with `cargo xtask test browser`."))?;
    Ok(value.into())
}
