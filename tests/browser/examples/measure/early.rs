//! A command of Chromium's own: a script that every page runs before its own scripts.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use url::{ParseError, Url};

/// The script's text.
#[derive(Debug)]
pub struct EarlyScript(pub &'static str);

impl WebDriverCompatibleCommand for EarlyScript {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let command = json!({
            "cmd": "Page.addScriptToEvaluateOnNewDocument",
            "params": { "source": self.0 },
        });
        (Method::POST, Some(command.to_string()))
    }
}
