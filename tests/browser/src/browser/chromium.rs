//! Chromium through chromedriver, without a window.

use super::{Driver, Screen};
use crate::Outcome;
use crate::helpers::Helper;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::process::Command;

/// How often a driver is started, at most.
const TRIES: usize = 5;

/// The driver asks for any port of one protocol and then for the same port of the other, which another driver may have been given
/// meanwhile: then it ends, and the next finds another port.
pub(super) fn start_driver() -> Outcome<Driver> {
    let start = || {
        let mut driver = Command::new("chromedriver");
        driver.arg("--port=0");
        Helper::start(driver, |line| {
            let port = line.split_once("started successfully on port ")?.1;
            Some(format!("http://localhost:{}", port.trim().trim_end_matches('.')))
        })
    };
    let mut driver = start();
    for _ in 1..TRIES {
        if driver.is_ok() {
            break;
        }
        driver = start();
    }
    Ok(Driver {
        driver: driver?,
        _beside: Vec::new(),
    })
}

pub(super) fn capabilities(screen: Screen) -> Value {
    let mut options = json!({ "args": [
        "--headless=new",
        "--lang=en-US",
        "--window-size=1400,1000",
        // Containers run everything as root and have little shared memory; Chromium's sandbox accepts neither.
        "--no-sandbox",
        "--disable-dev-shm-usage",
    ] });
    if screen == Screen::Phone {
        options["mobileEmulation"] = json!({ "deviceMetrics": {
            "width": 390, "height": 844, "pixelRatio": 2, "touch": true, "mobile": true,
        } });
    }
    json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

/// Asks for the console's lines since it was last asked: chromedriver's own command.
#[derive(Debug)]
struct ReadConsole;

impl WebDriverCompatibleCommand for ReadConsole {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// Warnings and errors in the console.
pub(super) async fn complaints(client: &Client) -> Outcome<Vec<String>> {
    let lines = client.issue_cmd(ReadConsole).await?;
    let is_complaint = |line: &&Value| matches!(line["level"].as_str(), Some("WARNING" | "SEVERE"));
    let lines = lines.as_array().into_iter().flatten().filter(is_complaint);
    Ok(lines.map(|line| line["message"].to_string()).collect())
}
