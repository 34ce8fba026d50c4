//! WebKitGTK's MiniBrowser through WebKitWebDriver, on a screen of its own: it has no mode without one.

use super::Driver;
use crate::Outcome;
use crate::helpers::{Helper, free_port};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

pub(super) fn start_driver() -> Outcome<Driver> {
    let mut screen = Command::new("Xvfb");
    screen.args(["-displayfd", "1", "-screen", "0", "1400x1000x24"]);
    let screen = Helper::start(screen, |line| Some(format!(":{}", line.trim())))?;
    let port = free_port()?;
    let mut driver = Command::new("WebKitWebDriver");
    driver
        .arg(format!("--port={port}"))
        .env("DISPLAY", &screen.address)
        .env("LANGUAGE", "en_US")
        // With it WebKitGTK would have what these tests are to do without.
        .env_remove("JSC_useSharedArrayBuffer")
        // GTK complains of the desktop that is not there.
        .stderr(Stdio::null());
    Ok(Driver {
        driver: Helper::start_on(driver, port)?,
        _beside: vec![screen],
    })
}

/// The driver finds the browser that it was built with.
pub(super) fn capabilities() -> Value {
    json!({})
}
