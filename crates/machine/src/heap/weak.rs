//! Weak references: known by what they refer to, and cleared when that goes.

use triomphe::Arc;

use super::{Heap, OutOfMemory};
use crate::object::{Object, WeakRef};
use crate::value::{ObjectId, Value};

/// Bytes charged for a weak reference beside its object.
const WEAK_BYTES: u64 = size_of::<(ObjectId, ObjectId)>() as u64;

impl Heap {
    /// Makes a weak reference to an object; one without a callback is the same for all who ask.
    pub fn weak_reference(
        &mut self,
        target: ObjectId,
        callback: Value,
        hash: i64,
    ) -> Result<Value, OutOfMemory> {
        let mut known = self.weak.get(&target).into_iter().flatten();
        let known = known.find(|reference| self.is_plain_weak(**reference)).copied();
        if let (Some(known), false) = (known, callback.is_bound()) {
            return Ok(self.retain(Value::Object(known)));
        }
        self.charge(WEAK_BYTES)?;
        self.retain(callback);
        let reference = self.allocate(Object::WeakRef(Box::new(WeakRef {
            target: Value::Object(target),
            callback,
            hash,
        })))?;
        if !self.is_frozen(target) {
            self.slot_mut(target.index()).is_weakly_known = true;
        }
        let references = Arc::make_mut(&mut self.weak).entry(target).or_default();
        references.extend(reference.id());
        Ok(reference)
    }

    /// The weak references to an object, in CPython's order: one without a callback, then the newest first.
    pub fn weak_references(&self, target: ObjectId) -> Vec<ObjectId> {
        let known = self.weak.get(&target).into_iter().flatten().rev().copied();
        let (mut plain, rest): (Vec<_>, Vec<_>) = known.partition(|reference| self.is_plain_weak(*reference));
        plain.extend(rest);
        plain
    }

    fn is_plain_weak(&self, reference: ObjectId) -> bool {
        matches!(self.get(reference), Object::WeakRef(reference) if !reference.callback.is_bound())
    }

    /// An object goes: so do weak references to it, and what it refers to weakly itself. Their callbacks wait among the
    /// finalisers.
    pub(super) fn forget_weak(&mut self, gone: ObjectId) {
        if let Object::WeakRef(reference) = &self.slot(gone.index()).object
            && let Some(target) = reference.target.id()
        {
            self.unregister_weak(target, gone);
        }
        if !self.slot(gone.index()).is_weakly_known {
            return;
        }
        // The newest is told first.
        let known = Arc::make_mut(&mut self.weak).remove(&gone).unwrap_or_default();
        for id in known.into_iter().rev() {
            self.refund(WEAK_BYTES);
            let Object::WeakRef(reference) = self.get_mut(id) else {
                unreachable!("a weak reference is one")
            };
            reference.target = Value::Unbound;
            if reference.callback.is_bound() && self.slot(id.index()).count > 0 {
                self.slot_mut(id.index()).count += 1;
                self.dying.push(id);
            }
        }
    }

    /// A weak reference goes before what it refers to.
    fn unregister_weak(&mut self, target: ObjectId, reference: ObjectId) {
        let weak = Arc::make_mut(&mut self.weak);
        if let Some(references) = weak.get_mut(&target) {
            references.retain(|known| *known != reference);
            if references.is_empty() {
                weak.remove(&target);
            }
            self.refund(WEAK_BYTES);
        }
    }
}
