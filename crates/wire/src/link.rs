//! Share links: everything that repeats a run, in the part of an address behind `#`, which no browser sends to a server.
//!
//! ```text
//! #lesson/lost-update                                        a lesson
//! #lesson/lost-update?program=locked&THREADS=7&mode=model&seed=42
//! #lesson/lost-update?THREADS=3&mode=live&at=118&run=eNpj…   with a recorded run and the cursor
//! #play?mode=search&code=eNor…                               a program of the learner's own
//! #set?THREADS=2&mode=search                                 a button in a lesson's text: changes what is open
//! ```
//!
//! | key | value |
//! |---|---|
//! | `v` | version of this format; absent means 1 |
//! | `program` | which program of the lesson |
//! | a name that begins with `A`..`Z`, or `p.` and any name | a parameter's value |
//! | `mode` | `live`, `model`, `search` |
//! | `policy`, `switch`, `seed`, `interval`, `cost`, `unbuffered` | see [`Settings`] |
//! | `at` | the cursor: instructions executed |
//! | `code` | source, as a zlib stream in base64url without padding |
//! | `run` | a schedule or a recording, likewise; see the module `payload` |
//!
//! Within a version, unknown keys are ignored, so that a link with a new nicety still opens in an older page; a change that an
//! older page would misunderstand takes a new version. A known key that comes twice, or has a value that makes no sense, is an error: a
//! link that says something else than its maker meant is worse than none.

mod error;
mod payload;
mod percent;
mod settings;

use trace::{Recording, Schedule, Step};

pub use error::{LinkError, TooLong};
pub use settings::{LinkMode, Settings};

/// The version that this module writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Longer links are cut by chats and mail programs: characters of the fragment.
pub const LONGEST: usize = 8_000;

/// The largest number of a link that a JavaScript number holds exactly: no run is longer.
const LARGEST: u64 = 1 << 53;

/// What a link says; what it leaves out is as the lesson has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The lesson's id; `None` for a program of the learner's own.
    pub lesson: Option<String>,
    /// The program's id within the lesson; `None` for its first.
    pub program: Option<String>,
    /// Changed parameters, names and values as text, in the program's order.
    pub parameters: Vec<(String, String)>,
    /// How to run it.
    pub mode: Option<LinkMode>,
    /// Settings that differ from the lesson's.
    pub settings: Settings,
    /// The program's text, where it is not the lesson's with other parameters.
    pub code: Option<String>,
    /// A run to repeat.
    pub run: Option<SharedRun>,
    /// Where the cursor stands.
    pub at: Option<Step>,
}

/// A run in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedRun {
    /// Of the model, or found by search.
    Schedule(Schedule),
    /// On real workers, with its times.
    Recording(Recording),
}

impl Link {
    /// The fragment, without `#`.
    ///
    /// # Errors
    /// When it is longer than [`LONGEST`]; the error holds the fragment, which then fits into a file.
    pub fn to_fragment(&self) -> Result<String, TooLong> {
        let mut query = Query::default();
        if let Some(program) = &self.program {
            query.add("program", program);
        }
        for (name, value) in &self.parameters {
            if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                query.add(name, value);
            } else {
                query.add(&format!("p.{name}"), value);
            }
        }
        if let Some(mode) = self.mode {
            query.add("mode", mode.word());
        }
        self.settings.write(|key, value| query.add(key, value));
        if let Some(at) = self.at {
            query.add("at", &at.to_string());
        }
        if let Some(code) = &self.code {
            query.add("code", &payload::pack(code.as_bytes()));
        }
        if let Some(run) = &self.run {
            query.add("run", &payload::pack(&payload::run_bytes(run)));
        }
        let head = self.lesson.as_ref().map_or_else(
            || "play".to_owned(),
            |lesson| format!("lesson/{}", percent::encode(lesson)),
        );
        let fragment = head + &query.text;
        if fragment.len() > LONGEST {
            return Err(TooLong { fragment });
        }
        Ok(fragment)
    }

    /// Reads a fragment, with or without its `#`. Nothing in it is trusted; nothing in it starts anything.
    ///
    /// # Errors
    /// When it is no link of ours, damaged, or made by a newer version.
    pub fn from_fragment(fragment: &str) -> Result<Self, LinkError> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (head, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut link = Self::default();
        match head.split_once('/') {
            Some(("lesson", id)) => link.lesson = Some(identifier("lesson", id)?),
            None if head == "play" => {}
            _ => return Err(LinkError::NotALink),
        }
        link.read_query(query)?;
        Ok(link)
    }

    /// Reads the address of a button in a lesson's text, `#set?…`: what it leaves out stays as it is on the page.
    /// `None` for any other address.
    #[must_use]
    pub fn from_button(address: &str) -> Option<Result<Self, LinkError>> {
        let address = address.strip_prefix('#').unwrap_or(address);
        let query = address.strip_prefix("set?")?;
        let mut link = Self::default();
        Some(link.read_query(query).map(|()| link))
    }

    fn read_query(&mut self, query: &str) -> Result<(), LinkError> {
        let pairs: Vec<(&str, &str)> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .collect();
        // First of all: what a newer version means by its other keys, we cannot know.
        for (_, version) in pairs.iter().filter(|(key, _)| *key == "v") {
            match version.parse::<u32>() {
                Ok(1..=VERSION) => {}
                Ok(version @ 2..) => return Err(LinkError::Newer { version }),
                Ok(0) | Err(_) => return Err(LinkError::value("v", version)),
            }
        }
        let mut seen: Vec<String> = Vec::new();
        for (key, value) in pairs {
            let key = percent::decode(key).ok_or_else(|| LinkError::damaged(key))?;
            let value = percent::decode(value).ok_or_else(|| LinkError::damaged(&key))?;
            if self.read_pair(&key, value)? {
                if seen.contains(&key) {
                    return Err(LinkError::Twice { key });
                }
                seen.push(key);
            }
        }
        Ok(())
    }

    /// Takes in a key and its value; false if the key is unknown.
    fn read_pair(&mut self, key: &str, value: String) -> Result<bool, LinkError> {
        match key {
            "program" => self.program = Some(identifier("program", &value)?),
            "mode" => {
                self.mode = Some(LinkMode::from_word(&value).ok_or_else(|| LinkError::value(key, &value))?);
            }
            "at" => self.at = Some(number(key, &value, LARGEST)?),
            "code" => {
                let bytes = payload::unpack("code", &value)?;
                self.code = Some(String::from_utf8(bytes).map_err(|_| LinkError::damaged(key))?);
            }
            "run" => self.run = Some(payload::run_from_bytes(&payload::unpack("run", &value)?)?),
            _ => {
                if let Some(name) = parameter_name(key) {
                    self.parameters.push((name.to_owned(), value));
                    return Ok(true);
                }
                return self.settings.read(key, &value);
            }
        }
        Ok(true)
    }
}

/// Keys and values behind the `?`.
#[derive(Default)]
struct Query {
    text: String,
}

impl Query {
    fn add(&mut self, key: &str, value: &str) {
        self.text.push(if self.text.is_empty() { '?' } else { '&' });
        self.text.push_str(&percent::encode(key));
        self.text.push('=');
        self.text.push_str(&percent::encode(value));
    }
}

/// A parameter's name: its own if it begins with a capital, as our keys never do, else behind `p.`.
fn parameter_name(key: &str) -> Option<&str> {
    let name = key.strip_prefix("p.").unwrap_or(key);
    let capital = name.starts_with(|first: char| first.is_ascii_uppercase());
    (capital || name.len() < key.len()).then_some(name)
}

/// The name of a folder or a file: it becomes part of an address, so it may not hold dots or slashes.
fn identifier(key: &str, text: &str) -> Result<String, LinkError> {
    let fine = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if text.is_empty() || text.len() > 64 || !text.bytes().all(fine) {
        return Err(LinkError::value(key, text));
    }
    Ok(text.to_owned())
}

fn number(key: &str, text: &str, largest: u64) -> Result<u64, LinkError> {
    let number = text.parse().ok().filter(|number| *number <= largest);
    number.ok_or_else(|| LinkError::value(key, text))
}
