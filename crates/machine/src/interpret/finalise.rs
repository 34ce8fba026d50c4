//! What is to be done when the last reference to an object has gone.

use super::Interpreter;
use crate::fiber::Then;
use crate::native::Fault;
use crate::object::Object;

impl Interpreter<'_> {
    /// Begins calls for everything that waits for its finaliser; the first to die is told first.
    pub(super) fn finalise(&mut self) -> Result<(), Fault> {
        let mut dying = Vec::new();
        while let Some(value) = self.shared.heap.take_dying() {
            dying.push(value);
        }
        // Calls nest, so the one that is begun last runs first.
        for value in dying.into_iter().rev() {
            let function = match self.shared.heap.object(value) {
                Some(Object::Generator(_)) => "finalise_generator",
                Some(Object::WeakRef(_)) => "call_weak_callback",
                _ => "finalise",
            };
            self.invoke_core(function, vec![value], Then::Discard)?;
        }
        Ok(())
    }
}
