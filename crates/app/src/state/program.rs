//! Lessons and their programs, with what the learner made of them.

use std::rc::Rc;

use lesson::{Parameter, ParameterError, Plot, Question, View};
use trace::{Model, Text};

use super::Kind;

/// The list of lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Course {
    /// On its way.
    Loading,
    /// All lessons in their order.
    Loaded(Rc<Vec<LessonEntry>>),
    /// It could not be had.
    Absent,
}

impl Course {
    /// The lessons, as far as they are known.
    pub(crate) fn entries(&self) -> &[LessonEntry] {
        match self {
            Self::Loaded(entries) => entries,
            Self::Loading | Self::Absent => &[],
        }
    }
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LessonEntry {
    /// Its folder's name.
    pub id: String,
    /// Its place in the course: `5.3`.
    pub section: String,
    /// The title of the part of the course that it belongs to.
    pub part: Text,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence.
    pub about: Text,
}

impl LessonEntry {
    /// Whether all words of a search are in what is said of it, in either language.
    pub(crate) fn matches(&self, search: &str) -> bool {
        let said = [&self.title, &self.about].map(|text| format!("{} {}", text.en, text.zh));
        let said = format!("{} {} {}", self.id, self.section, said.join(" ")).to_lowercase();
        search
            .to_lowercase()
            .split_whitespace()
            .all(|word| said.contains(word))
    }
}

/// The id of the learner's own program, which belongs to no lesson.
pub(crate) const OWN: &str = "own";

/// A lesson that is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lesson {
    /// Its folder's name, or [`OWN`].
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its text, as HTML of our own making; empty for the learner's own program.
    pub html: Text,
    /// The settings with which it opens.
    pub model: Model,
    /// How it is run first.
    pub kind: Kind,
    /// The names and titles of its programs.
    pub programs: Vec<ProgramInfo>,
    /// What can be drawn from several runs.
    pub plots: Vec<Rc<Plot>>,
    /// What to answer before the run.
    pub question: Option<Rc<Question>>,
    /// What to look at first.
    pub views: Vec<View>,
}

/// A program of a lesson as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProgramInfo {
    /// Its name in links and drafts.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its source.
    pub source: Rc<str>,
}

impl Lesson {
    /// A program without a lesson.
    pub(crate) fn own() -> Self {
        Self {
            id: OWN.to_owned(),
            title: Text::new("My program", "我的程序"),
            html: Text::new("", ""),
            model: Model::default(),
            kind: Kind::Live,
            programs: vec![ProgramInfo {
                id: "main".to_owned(),
                title: Text::new("Program", "程序"),
                source: Rc::from(OWN_SOURCE),
            }],
            plots: Vec::new(),
            question: None,
            views: Vec::new(),
        }
    }
}

const OWN_SOURCE: &str = "\
import threading


def work(name):
    print(\"hello from\", name)


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
";

/// A program and what the learner made of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Program {
    /// What the editor holds; the sliders' values are in it.
    pub text: Rc<str>,
    /// The parameters that the text declares.
    pub parameters: Rc<Vec<Parameter>>,
    /// What is wrong with them.
    pub faults: Rc<Vec<ParameterError>>,
    /// Texts of the learner's that buttons or links put aside; the last one comes back first.
    pub kept: Vec<Rc<str>>,
}

/// What is remembered of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The text, where it is not the author's.
    pub text: Option<String>,
    /// The texts that were put aside.
    pub kept: Vec<String>,
}

/// More texts than these are not kept aside; the oldest goes first.
const KEPT: usize = 8;

impl Program {
    /// A program as the learner left it.
    pub(crate) fn new(info: &ProgramInfo, draft: Draft) -> Self {
        let text = draft.text.map_or_else(|| Rc::clone(&info.source), Rc::from);
        Self {
            parameters: Rc::new(lesson::parameters(&text)),
            faults: Rc::new(lesson::faults(&text)),
            text,
            kept: draft.kept.into_iter().map(Rc::from).collect(),
        }
    }

    /// Replaces the text.
    pub(crate) fn set_text(&mut self, text: Rc<str>) {
        if self.text == text {
            return;
        }
        self.parameters = Rc::new(lesson::parameters(&text));
        self.faults = Rc::new(lesson::faults(&text));
        self.text = text;
    }

    /// Replaces the text by one that the learner did not type, keeping what was typed if it differs from `original`.
    pub(crate) fn replace(&mut self, text: Rc<str>, original: &str) {
        let before = Rc::clone(&self.text);
        self.set_text(text);
        self.kept.retain(|kept| *kept != before && *kept != self.text);
        if before != self.text && *before != *original {
            self.kept.push(before);
        }
        let surplus = self.kept.len().saturating_sub(KEPT);
        self.kept.drain(..surplus);
    }

    /// Takes back the text that was put aside last. The present one is put aside in its turn, behind all others, so that
    /// each of them comes round.
    pub(crate) fn restore(&mut self, original: &str) {
        let Some(text) = self.kept.pop() else { return };
        let before = Rc::clone(&self.text);
        self.replace(text, original);
        if self.kept.last() == Some(&before) {
            self.kept.rotate_right(1);
        }
    }
}
