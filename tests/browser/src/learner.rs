//! What a learner does with the page, and sees on it.

use crate::Outcome;
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use std::path::Path;
use std::time::Duration;

/// How long anything may take: test machines are slow and busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// One browser with a profile of its own.
#[derive(Clone, Debug)]
pub struct Learner {
    client: Client,
}

/// The selector of a part of the page.
#[must_use]
pub fn hook(name: &str) -> String {
    format!("[data-testid='{name}']")
}

impl Learner {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The browser itself, for what no learner does.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) async fn open(&self, address: &str) -> Outcome {
        Ok(self.client.goto(address).await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn reload(&self) -> Outcome {
        Ok(self.client.refresh().await?)
    }

    pub(crate) async fn keep_picture(&self, path: &Path) -> Outcome {
        Ok(std::fs::write(path, self.client.screenshot().await?)?)
    }

    pub(crate) async fn close(self) -> Outcome {
        Ok(self.client.close().await?)
    }

    /// Waits for what a selector describes.
    ///
    /// # Errors
    /// When it does not come; the error names the selector and how the run stands.
    pub async fn wait_for(&self, selector: &str) -> Outcome<Element> {
        let waiting = self.client.wait().at_most(PATIENCE);
        match waiting.for_element(Locator::Css(selector)).await {
            Ok(element) => Ok(element),
            Err(error) => {
                Err(format!("{selector} did not come ({error}); {}", self.situation().await).into())
            }
        }
    }

    /// Waits until the editor and the engine are there.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn wait_until_ready(&self) -> Outcome {
        self.wait_for(&(hook("editor") + "[data-ready=true]")).await?;
        self.wait_for(&(hook("run-region") + "[data-engine=ready]"))
            .await?;
        Ok(())
    }

    /// Waits until the run is over and its views are there.
    ///
    /// # Errors
    /// When it is not over in time.
    pub async fn wait_until_finished(&self) -> Outcome {
        self.wait_for(&(hook("run-region") + "[data-run-state=finished][data-trace-digest]"))
            .await?;
        Ok(())
    }

    /// Clicks a part of the page as soon as it is there and enabled.
    ///
    /// # Errors
    /// When it does not come or cannot be clicked.
    pub async fn click(&self, name: &str) -> Outcome {
        let element = self.wait_for(&(hook(name) + ":enabled")).await?;
        Ok(element.click().await?)
    }

    /// Chooses a way of running: the radio button lies under its label, which takes the click.
    ///
    /// # Errors
    /// When there is no such way, or it is not the chosen one afterwards.
    pub async fn choose_mode(&self, mode: &str) -> Outcome {
        let label = format!("label:has({}:enabled)", hook(&format!("mode-{mode}")));
        self.wait_for(&label).await?.click().await?;
        let chosen = format!("{}[data-kind={mode}]", hook("run-region"));
        self.wait_for(&chosen).await?;
        Ok(())
    }

    /// Presses keys in a part of the page.
    ///
    /// # Errors
    /// When the part does not come or takes no keys.
    pub async fn press(&self, name: &str, keys: &str) -> Outcome {
        Ok(self.wait_for(&hook(name)).await?.send_keys(keys).await?)
    }

    /// The text of a part of the page as a reader sees it.
    ///
    /// # Errors
    /// When the part does not come.
    pub async fn text(&self, name: &str) -> Outcome<String> {
        Ok(self.wait_for(&hook(name)).await?.text().await?)
    }

    /// An attribute of what a selector describes; empty if it is absent.
    ///
    /// # Errors
    /// When nothing of the kind comes.
    pub async fn attribute(&self, selector: &str, attribute: &str) -> Outcome<String> {
        let element = self.wait_for(selector).await?;
        Ok(element.attr(attribute).await?.unwrap_or_default())
    }

    /// What an input holds.
    ///
    /// # Errors
    /// When the input does not come.
    pub async fn value(&self, name: &str) -> Outcome<String> {
        let element = self.wait_for(&hook(name)).await?;
        Ok(element.prop("value").await?.unwrap_or_default())
    }

    /// How the run stands, for the message of a test that waited in vain.
    async fn situation(&self) -> String {
        let script = "const region = document.querySelector('[data-testid=run-region]'); \
            return region ? JSON.stringify(region.dataset) + ' ' + (document.querySelector('[data-testid=status]')?.textContent ?? '') \
                : document.body.innerText.slice(0, 400);";
        let answer = self.client.execute(script, Vec::new()).await;
        answer.map_or_else(|error| error.to_string(), |value| value.to_string())
    }
}
