//! The browsers in which tests play: how each is driven, and what is particular about it.

mod chromium;
mod firefox;
mod webkit;

use crate::Outcome;
use crate::helpers::Helper;
use fantoccini::Client;
use fantoccini::wd::Capabilities;
use serde_json::Value;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome's engine, and the one that most tests drive.
    Chromium,
    /// Mozilla's.
    Firefox,
    /// Safari's engine, as `WebKitGTK` has it: without `SharedArrayBuffer`, however the page is served.
    WebKit,
}

/// What the learner holds in hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A window on a desk, 1400 by 1000.
    Desk,
    /// A phone, 390 by 844, touched; only Chromium can be one.
    Phone,
}

/// A running WebDriver with what it needs; all of it ends when this is dropped, the driver first.
#[derive(Debug)]
pub(crate) struct Driver {
    driver: Helper,
    _beside: Vec<Helper>,
}

impl Driver {
    /// Where it listens.
    pub(crate) fn address(&self) -> &str {
        &self.driver.address
    }
}

impl Browser {
    pub(crate) fn start_driver(self) -> Outcome<Driver> {
        match self {
            Self::Chromium => chromium::start_driver(),
            Self::Firefox => firefox::start_driver(),
            Self::WebKit => webkit::start_driver(),
        }
    }

    /// What to ask the driver for: a fresh profile, in English.
    pub(crate) fn capabilities(self, screen: Screen) -> Outcome<Capabilities> {
        let capabilities = match self {
            Self::Chromium => chromium::capabilities(screen),
            Self::Firefox => firefox::capabilities(),
            Self::WebKit => webkit::capabilities(),
        };
        match capabilities {
            Value::Object(capabilities) => Ok(capabilities),
            other => Err(format!("{other} are no capabilities.").into()),
        }
    }

    /// What the browser's console holds that should not be there. Only Chromium tells.
    pub(crate) async fn complaints(self, client: &Client) -> Outcome<Vec<String>> {
        match self {
            Self::Chromium => chromium::complaints(client).await,
            Self::Firefox | Self::WebKit => Ok(Vec::new()),
        }
    }
}
