//! A lesson's folder: its manifest `lesson.json`, and the course's list of lessons `index.json`.
//!
//! ```text
//! lessons/index.json                 [{id, section, title}] in the course's order
//! lessons/<id>/lesson.json           the manifest
//! lessons/<id>/<program>.py          its programs
//! lessons/<id>/en.md, zh.md          its text, turned into HTML when the page is built
//! ```
//!
//! In a text, a link to `#set?THREADS=2&mode=search` is a button: it changes what is open on the page (`wire::Link::from_button`).

use serde::{Deserialize, Serialize};
use trace::{Model, Text};
use wire::{LinkMode, Settings};

/// A lesson in the course's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name of its folder.
    pub id: String,
    /// Its place in the course: `5.3`.
    pub section: String,
    /// Its title.
    pub title: Text,
}

/// What a lesson consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name of its folder.
    pub id: String,
    /// Its place in the course: `5.3`.
    pub section: String,
    /// Its title.
    pub title: Text,
    /// Its programs; the first one opens.
    pub programs: Vec<Program>,
    /// The modes that make sense; the first one opens.
    pub modes: Vec<LinkMode>,
    /// How its model differs from the usual one. Links count from here: once published, it stays.
    #[serde(default)]
    pub settings: Settings,
}

/// A program of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Reads `index.json`.
///
/// # Errors
/// When it is not a list of lessons.
pub fn course(json: &str) -> Result<Vec<Entry>, serde_json::Error> {
    serde_json::from_str(json)
}
