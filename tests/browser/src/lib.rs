//! A stage on which tests play the learner: the built page, served as a host would, and Chromium to open it.
//!
//! `cargo xtask test browser` builds the page and says where everything is; see [`play`].

mod helpers;
mod learner;

use fantoccini::ClientBuilder;
use helpers::Helper;
use hyper_util::client::legacy::connect::HttpConnector;
use std::cell::RefCell;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

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
}

/// The served page and the browser's driver. Both end with it.
#[derive(Debug)]
pub struct Stage {
    driver: Helper,
    server: Helper,
    visitors: RefCell<Vec<Learner>>,
}

/// Plays one test. Whatever it comes to, every browser's last picture is kept and every browser closed.
///
/// The environment says what is served: `INTERLEAVE_DIST` (the built page), `INTERLEAVE_XTASK` (the program that serves it),
/// `INTERLEAVE_ARTEFACTS` (where pictures go).
///
/// # Panics
/// When the test fails, or the stage cannot be set.
pub fn play(name: &str, host: Host, test: impl AsyncFnOnce(&Stage) -> Outcome) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime without threads can always be had");
    let stage = Stage::set(host).unwrap_or_else(|error| panic!("{name}: {error}"));
    let outcome = runtime.block_on(async {
        let outcome = test(&stage).await;
        let kept = stage.close(name).await;
        outcome.and(kept)
    });
    if let Err(error) = outcome {
        panic!("{name}: {error}");
    }
}

impl Stage {
    fn set(host: Host) -> Outcome<Self> {
        let mut server = Command::new(given("INTERLEAVE_XTASK")?);
        server
            .args(["serve", "--no-build", "--no-open", "--port", "0", "--folder"])
            .arg(given("INTERLEAVE_DIST")?);
        if host == Host::NotIsolated {
            server.arg("--without-isolation");
        }
        let server = Helper::start(server, |line| {
            line.starts_with("http://").then(|| line.trim().to_owned())
        })?;
        let mut driver = Command::new("chromedriver");
        driver.arg("--port=0");
        let driver = Helper::start(driver, |line| {
            let port = line.split_once("started successfully on port ")?.1;
            Some(format!("http://localhost:{}", port.trim().trim_end_matches('.')))
        })?;
        Ok(Self {
            driver,
            server,
            visitors: RefCell::default(),
        })
    }

    /// Somebody who was never here before opens the page; `fragment` is what stands behind `#`.
    ///
    /// # Errors
    /// When the browser does not start or the page does not load.
    pub async fn visitor(&self, fragment: &str) -> Outcome<Learner> {
        let capabilities = serde_json::json!({
            "goog:chromeOptions": { "args": [
                "--headless=new",
                "--lang=en-US",
                "--window-size=1400,1000",
                // Containers run everything as root and have little shared memory; Chromium's sandbox accepts neither.
                "--no-sandbox",
                "--disable-dev-shm-usage",
            ] },
        });
        let serde_json::Value::Object(capabilities) = capabilities else {
            return Err("capabilities are an object.".into());
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.driver.address)
            .await?;
        let learner = Learner::new(client);
        self.visitors.borrow_mut().push(learner.clone());
        learner
            .open(&format!("{}#{fragment}", self.server.address))
            .await?;
        Ok(learner)
    }

    async fn close(&self, name: &str) -> Outcome {
        let folder = given("INTERLEAVE_ARTEFACTS")?;
        std::fs::create_dir_all(&folder)?;
        let visitors = self.visitors.take();
        let mut outcome = Ok(());
        for (number, learner) in visitors.into_iter().enumerate() {
            let picture = folder.join(format!("{name}-{}.png", number + 1));
            outcome = outcome.and(leave(learner, &picture).await);
        }
        outcome
    }
}

/// The learner's last picture, then the end of the browser: also where there is no picture to be had.
async fn leave(learner: Learner, picture: &Path) -> Outcome {
    let kept = learner.keep_picture(picture).await;
    learner.close().await?;
    kept
}

/// A path that `cargo xtask test` hands to the tests.
fn given(variable: &str) -> Outcome<PathBuf> {
    let value = std::env::var_os(variable)
        .ok_or_else(|| format!("{variable} is not set: run these tests with `cargo xtask test browser`."))?;
    Ok(value.into())
}
