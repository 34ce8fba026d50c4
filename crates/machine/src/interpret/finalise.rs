//! What is to be done when the last reference to an object has gone.

use super::Interpreter;
use crate::fiber::Then;
use crate::library;
use crate::native::Fault;
use crate::object::Object;
use crate::value::Value;

/// As many calls may nest; more follow each other in a loop, or many deaths at once would look like endless recursion.
const NESTED: usize = 8;

impl Interpreter<'_> {
    /// Begins calls for everything that waits for its finaliser; the first to die is told first.
    pub(super) fn finalise(&mut self) -> Result<(), Fault> {
        let dying = self.shared.heap.take_dying();
        let calls = dying.iter().rev().map(|id| {
            let function = match self.shared.heap.get(*id) {
                Object::Generator(_) => "finalise_generator",
                Object::WeakRef(_) => "call_weak_callback",
                _ => "finalise",
            };
            (function, Value::Object(*id))
        });
        if dying.len() > NESTED {
            let calls = calls.flat_map(|(function, value)| [value, library::core(function)]);
            let calls = calls.collect();
            let calls = self.shared.heap.list(calls)?;
            self.invoke_core("finalise_each", vec![calls], Then::Discard)?;
            return Ok(());
        }
        // Calls nest, so the one that is begun last runs first.
        for (function, value) in calls.collect::<Vec<_>>() {
            self.invoke_core(function, vec![value], Then::Discard)?;
        }
        Ok(())
    }
}
