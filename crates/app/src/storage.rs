//! What the browser remembers for the learner: texts, the language, light or dark.
//!
//! Where it may not (private windows, blocked storage), the page remembers it itself as long as it lives.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use crate::{browser, state::Draft};

/// Names under which things are remembered begin like this: an origin may serve other pages too.
const PREFIX: &str = "interleave.";

thread_local! {
    static FALLBACK: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is remembered under a name.
pub(crate) fn read(name: &str) -> Option<String> {
    let name = format!("{PREFIX}{name}");
    // What could not be stored is newer than what was.
    FALLBACK
        .with_borrow(|fallback| fallback.get(&name).cloned())
        .or_else(|| {
            let storage = browser::window().local_storage().ok().flatten()?;
            storage.get_item(&name).ok().flatten()
        })
}

/// Remembers a text under a name, or forgets it.
pub(crate) fn write(name: &str, text: Option<&str>) {
    let name = format!("{PREFIX}{name}");
    let stored = browser::window().local_storage().ok().flatten();
    let kept = stored.is_some_and(|storage| match text {
        Some(text) => storage.set_item(&name, text).is_ok(),
        None => storage.remove_item(&name).is_ok(),
    });
    FALLBACK.with_borrow_mut(|fallback| match text {
        Some(text) if !kept => fallback.insert(name, text.to_owned()),
        _ => fallback.remove(&name),
    });
}

/// What is remembered of a program.
pub(crate) fn draft(lesson: &str, program: &str) -> Draft {
    let kept = read(&name("kept", lesson, program));
    Draft {
        text: read(&name("draft", lesson, program)),
        kept: kept.map(|kept| parts(&kept)).unwrap_or_default(),
    }
}

/// Remembers what the learner made of a program.
pub(crate) fn save_draft(lesson: &str, program: &str, text: Option<&str>, kept: &[Rc<str>]) {
    write(&name("draft", lesson, program), text);
    let kept = (!kept.is_empty()).then(|| joined(kept));
    write(&name("kept", lesson, program), kept.as_deref());
}

fn name(what: &str, lesson: &str, program: &str) -> String {
    format!("{what}.{lesson}.{program}")
}

/// Several texts as one: each behind its length in bytes and a line end.
fn joined(texts: &[Rc<str>]) -> String {
    let texts = texts.iter().map(|text| format!("{}\n{text}", text.len()));
    texts.collect()
}

/// The way back, as far as it leads.
fn parts(joined: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = joined;
    while let Some((length, behind)) = rest.split_once('\n') {
        let part = length
            .parse()
            .ok()
            .and_then(|length| behind.split_at_checked(length));
        let Some((text, behind)) = part else { break };
        parts.push(text.to_owned());
        rest = behind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_apart_as_they_were_joined() {
        let texts = ["", "12\nlong", "游标\n", "\n"].map(Rc::from);
        assert_eq!(parts(&joined(&texts)), texts.map(|text| text.to_string()));
        assert_eq!(parts("3\nab"), [""; 0], "cut short");
        assert_eq!(parts("1\n游"), [""; 0], "within a character");
        assert_eq!(parts("2\nabx\nc"), ["ab"]);
    }
}
