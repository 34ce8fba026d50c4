//! What the browser remembers for the learner: texts, the language, light or dark.
//!
//! Where it may not (private windows, blocked storage), the page remembers it itself as long as it lives.

use std::{cell::RefCell, collections::BTreeMap};

use crate::browser;

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

/// The name of a program's draft.
pub(crate) fn draft(lesson: &str, program: &str) -> String {
    format!("draft.{lesson}.{program}")
}
