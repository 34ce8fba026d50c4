//! Firefox through geckodriver, without a window.

use super::Driver;
use crate::Outcome;
use crate::helpers::Helper;
use serde_json::{Value, json};
use std::process::Command;

pub(super) fn start_driver() -> Outcome<Driver> {
    let mut driver = Command::new("geckodriver");
    driver.arg("--port=0");
    let driver = Helper::start(driver, |line| {
        let address = line.split_once("Listening on ")?.1;
        Some(format!("http://{}", address.trim()))
    })?;
    Ok(Driver {
        driver,
        _beside: Vec::new(),
    })
}

pub(super) fn capabilities() -> Value {
    json!({ "moz:firefoxOptions": {
        "args": ["-headless", "--width=1400", "--height=1000"],
        "prefs": { "intl.accept_languages": "en-US" },
    } })
}
