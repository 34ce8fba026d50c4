//! What a learner does with the page, and sees on it.

use crate::{Browser, Outcome};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;
use std::path::PathBuf;
use std::time::Duration;

/// How long anything may take: test machines are slow and busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// Watches over the page's thread: how long it was away from its timers at most, in milliseconds.
const WATCH: &str = "window.longestPause = 0; let last = performance.now(); setInterval(() => { \
    const now = performance.now(); longestPause = Math.max(longestPause, now - last); last = now; }, 20);";

/// One browser with a profile of its own.
#[derive(Clone, Debug)]
pub struct Learner {
    client: Client,
    pictures: PathBuf,
    name: String,
}

/// The selector of a part of the page.
#[must_use]
pub fn hook(name: &str) -> String {
    format!("[data-testid='{name}']")
}

/// Opening, leaving, and what is kept.
impl Learner {
    pub(crate) fn new(client: Client, pictures: PathBuf, name: String) -> Self {
        Self {
            client,
            pictures,
            name,
        }
    }

    /// The browser itself, for what no learner does.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What a JavaScript expression, or the promise that it gives, comes to in the open document.
    ///
    /// # Errors
    /// When it throws.
    pub async fn evaluate(&self, expression: &str, arguments: &[Value]) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async () => (await ({expression})) ?? null)().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.client.execute_async(&script, arguments.to_vec()).await?;
        match &answer["error"] {
            Value::Null => Ok(answer["value"].clone()),
            error => Err(format!("{expression}: {error}.").into()),
        }
    }

    pub(crate) async fn open(&self, address: &str, fragment: &str) -> Outcome {
        self.client.goto(&format!("{address}#{fragment}")).await?;
        self.client.execute(WATCH, Vec::new()).await?;
        Ok(())
    }

    /// Puts another link into the address bar of the open page.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn follow(&self, fragment: &str) -> Outcome {
        let script = "location.hash = arguments[0];";
        self.client.execute(script, vec![Value::from(fragment)]).await?;
        Ok(())
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn reload(&self) -> Outcome {
        Ok(self.client.refresh().await?)
    }

    /// Keeps a picture of what the screen shows.
    ///
    /// # Errors
    /// When there is no picture to be had or no place for it.
    pub async fn picture(&self, of: &str) -> Outcome {
        std::fs::create_dir_all(&self.pictures)?;
        let file = self.pictures.join(format!("{}-{of}.png", self.name));
        Ok(std::fs::write(file, self.client.screenshot().await?)?)
    }

    /// The last picture, then the end of the browser, also where there is no picture to be had; what its console holds
    /// that should not be there.
    pub(crate) async fn leave(self, browser: Browser) -> Outcome<Vec<String>> {
        let kept = self.picture("end").await;
        let complaints = browser.complaints(&self.client).await;
        self.client.close().await?;
        kept?;
        complaints
    }
}

/// Waiting.
impl Learner {
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

    /// Waits until the run is in a state, by the name that the run's region has for it.
    ///
    /// # Errors
    /// When it does not get there in time.
    pub async fn wait_for_run(&self, state: &str) -> Outcome {
        self.wait_for(&format!("{}[data-run-state={state}]", hook("run-region")))
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
}

/// Acting.
impl Learner {
    /// Clicks a part of the page as soon as it is there and enabled.
    ///
    /// # Errors
    /// When it does not come or cannot be clicked.
    pub async fn click(&self, name: &str) -> Outcome {
        self.click_on(&(hook(name) + ":enabled")).await
    }

    /// Clicks what a selector describes as soon as it is there.
    ///
    /// # Errors
    /// When it does not come or cannot be clicked.
    pub async fn click_on(&self, selector: &str) -> Outcome {
        Ok(self.wait_for(selector).await?.click().await?)
    }

    /// Chooses a way of running: the radio button lies under its label, which takes the click.
    ///
    /// # Errors
    /// When there is no such way, or it is not the chosen one afterwards.
    pub async fn choose_mode(&self, mode: &str) -> Outcome {
        let button = hook(&format!("mode-{mode}"));
        self.click_on(&format!("label:has({button}:enabled)")).await?;
        let chosen = format!("{}[data-kind={mode}]", hook("run-region"));
        self.wait_for(&chosen).await?;
        Ok(())
    }

    /// Clicks what a selector describes, which begins a run, and waits until that run is over and its views are there.
    ///
    /// # Errors
    /// When it does not begin or is not over in time.
    pub async fn run_with(&self, selector: &str) -> Outcome {
        let before: u32 = self.figure("run-id").await?.parse()?;
        self.click_on(selector).await?;
        let finished = format!(
            "{}[data-run-id='{}'][data-run-state=finished][data-trace-digest]",
            hook("run-region"),
            before + 1
        );
        self.wait_for(&finished).await?;
        Ok(())
    }

    /// Presses Run and waits until the run is over and its views are there.
    ///
    /// # Errors
    /// When it does not begin or is not over in time.
    pub async fn run(&self) -> Outcome {
        self.run_with(&(hook("run") + ":enabled")).await
    }

    /// Presses keys in what a selector describes.
    ///
    /// # Errors
    /// When it does not come or takes no keys.
    pub async fn press(&self, selector: &str, keys: &str) -> Outcome {
        Ok(self.wait_for(selector).await?.send_keys(keys).await?)
    }

    /// Scrolls a part of the page to the top of the screen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn scroll_to(&self, selector: &str) -> Outcome {
        self.wait_for(selector).await?;
        let script = "document.querySelector(arguments[0]).scrollIntoView({ behavior: 'instant' });";
        self.client.execute(script, vec![Value::from(selector)]).await?;
        Ok(())
    }
}

/// Seeing.
impl Learner {
    /// The text of a part of the page as a reader sees it.
    ///
    /// # Errors
    /// When the part does not come.
    pub async fn text(&self, name: &str) -> Outcome<String> {
        Ok(self.wait_for(&hook(name)).await?.text().await?)
    }

    /// The texts of everything that a selector describes at the moment.
    ///
    /// # Errors
    /// When the page changes meanwhile.
    pub async fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// A figure of the run's region: `end` is what its attribute `data-end` holds; empty if it is absent.
    ///
    /// # Errors
    /// When the region does not come.
    pub async fn figure(&self, name: &str) -> Outcome<String> {
        self.attribute(&hook("run-region"), &format!("data-{name}")).await
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

    /// How long the page's thread was busy at a stretch since the page was opened, at most: so long it was frozen.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn longest_pause(&self) -> Outcome<Duration> {
        let milliseconds = self
            .client
            .execute("return Math.round(longestPause);", Vec::new())
            .await?;
        let milliseconds = milliseconds.as_u64().ok_or("the page does not watch itself.")?;
        Ok(Duration::from_millis(milliseconds))
    }

    /// By how many pixels the page is wider than the screen.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn beyond_the_edge(&self) -> Outcome<u64> {
        let script = "return Math.max(0, document.documentElement.scrollWidth - innerWidth);";
        let pixels = self.client.execute(script, Vec::new()).await?;
        Ok(pixels.as_u64().ok_or("the page has no width.")?)
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
