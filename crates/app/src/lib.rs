//! The page: lessons, programs and runs, with an engine in a worker that does the work.
//!
//! Everything that can be decided without a browser lives in `state` (a reducer), `timeline` (what a run looks like) and
//! `i18n` (every word in both languages), and is tested natively. `app` feeds the reducer and carries out its effects.

mod app;
mod browser;
mod chart;
mod components;
mod course;
mod digest;
mod engine;
#[cfg(test)]
mod fixture;
mod i18n;
mod state;
mod storage;
mod timeline;
mod waits;

/// Draws the page into the document's body.
pub fn start() {
    yew::Renderer::<app::App>::new().render();
}
