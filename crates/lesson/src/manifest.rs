//! A lesson's folder: its manifest `lesson.json`, and the course's list of lessons.
//!
//! ```text
//! lessons/course.json                the course: its sections, each with its lessons' names in order
//! lessons/<id>/lesson.json           the manifest
//! lessons/<id>/<program>.py          its programs
//! lessons/<id>/en.md, zh.md          its text, turned into HTML when the page is built
//! ```
//!
//! The page reads `lessons/index.json`, which the build makes: the course with what the manifests say of each lesson.
//! In a text, a link to `#set?THREADS=2&mode=search` is a button: it changes what is open on the page (`wire::Link::from_button`).

use serde::Deserialize;
use trace::{Model, Text};
use wire::{LinkMode, Settings};

use crate::{Plot, Question};

/// A part of the course.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its title.
    pub title: Text,
    /// Its lessons in order.
    pub lessons: Vec<Entry>,
}

/// A lesson in the course's list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name of its folder.
    pub id: String,
    /// Its place in the course: `5.3`.
    pub section: String,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence.
    pub about: Text,
}

/// What a lesson consists of.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name of its folder.
    pub id: String,
    /// Its place in the course: `5.3`.
    pub section: String,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence.
    pub about: Text,
    /// Its programs; the first one opens.
    pub programs: Vec<Program>,
    /// The modes that make sense; the first one opens.
    pub modes: Vec<LinkMode>,
    /// How its model differs from the usual one. Links count from here: once published, it stays.
    #[serde(default)]
    pub settings: Settings,
    /// What to look at first.
    #[serde(default)]
    pub views: Vec<View>,
    /// What to answer before the run.
    pub question: Option<Question>,
    /// What can be drawn from several runs.
    #[serde(default)]
    pub plots: Vec<Plot>,
}

/// A view of a run, or of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Who ran when.
    Timeline,
    /// What was printed.
    Console,
    /// The state at the cursor.
    State,
    /// Where the time went.
    Timings,
    /// What a search found.
    Outcomes,
    /// Curves.
    Plots,
    /// The lesson's programs beside each other.
    Compare,
    /// The timeline in words.
    Tables,
}

/// A program of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// Its file in the lesson's folder, `<id>.py`.
    pub file: String,
    /// Its title.
    pub title: Text,
}

impl Manifest {
    /// The model's settings with which the lesson opens.
    #[must_use]
    pub fn model(&self) -> Model {
        self.settings.applied_to(&Model::default())
    }
}

impl Program {
    /// Its name in links.
    #[must_use]
    pub fn id(&self) -> &str {
        self.file.strip_suffix(".py").unwrap_or(&self.file)
    }
}

/// Reads a `lesson.json`.
///
/// # Errors
/// When it is not a manifest.
pub fn manifest(json: &str) -> Result<Manifest, serde_json::Error> {
    serde_json::from_str(json)
}

/// Reads the built `index.json`.
///
/// # Errors
/// When it is not a list of lessons.
pub fn course(json: &str) -> Result<Vec<Section>, serde_json::Error> {
    serde_json::from_str(json)
}
