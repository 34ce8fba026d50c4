//! What is reachable: collection of cycles, and the audit of reference counts.

use trace::FiberId;

use crate::fiber::{Fiber, Status, Wait};
use crate::process::Process;
use crate::value::{ObjectId, Value};

/// Calls `visit` for every value that a fiber holds, in a fixed order.
fn for_each_in_fiber(fiber: &Fiber, mut visit: impl FnMut(Value)) {
    visit(fiber.thread);
    visit(fiber.running);
    visit(fiber.handled);
    visit(fiber.arrived);
    fiber.live().iter().copied().for_each(&mut visit);
    fiber
        .frames
        .iter()
        .for_each(|frame| frame.for_each_value(&mut visit));
    match &fiber.status {
        Status::Waiting(Wait::Lock(lock, _)) => visit(Value::Object(*lock)),
        Status::Waiting(Wait::Work(working)) => working.held.into_iter().for_each(visit),
        _ => {}
    }
}

impl Process {
    /// Calls `visit` for every value that the process holds outside its heap, in a fixed order.
    fn for_each_root(&self, mut visit: impl FnMut(Value)) {
        for namespace in self.shared.namespaces() {
            namespace.globals.iter().copied().for_each(&mut visit);
            namespace.constants.iter().copied().for_each(&mut visit);
            namespace.extra.iter().for_each(|(_, value)| visit(*value));
        }
        self.shared
            .heap
            .dying()
            .iter()
            .for_each(|id| visit(Value::Object(*id)));
        for fiber in &self.fibers {
            for_each_in_fiber(fiber, &mut visit);
        }
    }

    /// Whether fibers other than one can get hold of an object: through global variables that functions name, and
    /// through what they hold themselves. The other global variables are the main thread's.
    pub(crate) fn is_reachable_by_others(&self, fiber: FiberId, value: Value) -> bool {
        let Value::Object(wanted) = value else {
            return false;
        };
        let mut reached = vec![false; self.shared.heap.capacity()];
        let mut work = Vec::new();
        let mut reach = |value: Value, work: &mut Vec<ObjectId>| {
            if let Value::Object(id) = value
                && !self.shared.heap.is_frozen(id)
                && !std::mem::replace(&mut reached[id.index() as usize], true)
            {
                work.push(id);
            }
        };
        for (global, value) in self.program.unit.globals.iter().zip(&self.shared.main.globals) {
            if global.shared || fiber != FiberId::MAIN {
                reach(*value, &mut work);
            }
        }
        for module in &self.program.modules {
            let namespace = self.shared.namespace(*module);
            for slot in &self.program.unit(*module).mutable {
                reach(namespace.globals[*slot as usize], &mut work);
            }
            namespace
                .extra
                .iter()
                .for_each(|(_, value)| reach(*value, &mut work));
        }
        for (index, other) in self.fibers.iter().enumerate() {
            if index != fiber.index() {
                for_each_in_fiber(other, |value| reach(value, &mut work));
            }
        }
        while let Some(id) = work.pop() {
            if id == wanted {
                return true;
            }
            let object = self.shared.heap.get(id);
            let mut found = false;
            object.for_each_child(|child| {
                found |= child.id() == Some(wanted);
                reach(child, &mut work);
            });
            if found {
                return true;
            }
        }
        false
    }

    /// Frees what only cycles keep alive; returns how many objects that is. What a finaliser can still get hold of stays until
    /// the next time: the finalisers are only begun by the fiber's next instruction. When it is due depends on what was
    /// allocated, never on a clock.
    pub(crate) fn collect(&mut self) -> usize {
        let reached = self.reached();
        let objects = self.shared.heap.objects().map(|(id, _)| id);
        let (kept, garbage): (Vec<ObjectId>, Vec<ObjectId>) =
            objects.partition(|id| reached[id.index() as usize]);
        let (awaited, gone) = if self.shared.heap.announce_unreachable(&garbage) {
            let reached = self.reached();
            garbage.iter().partition(|id| reached[id.index() as usize])
        } else {
            (Vec::new(), garbage.clone())
        };
        self.shared.heap.free_announced(&gone, &awaited);
        self.shared.heap.collected(kept.len() + awaited.len());
        garbage.len()
    }

    /// Which slots of the heap can be reached.
    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.shared.heap.capacity()];
        let mut work = Vec::new();
        let mut reach = |value: Value, work: &mut Vec<ObjectId>| {
            if let Value::Object(id) = value
                && !self.shared.heap.is_frozen(id)
                && !std::mem::replace(&mut reached[id.index() as usize], true)
            {
                work.push(id);
            }
        };
        self.for_each_root(|value| reach(value, &mut work));
        while let Some(id) = work.pop() {
            self.shared
                .heap
                .get(id)
                .for_each_child(|child| reach(child, &mut work));
        }
        reached
    }

    /// Compares every object's reference count with the references that there are.
    ///
    /// # Errors
    /// With a sentence about the first object whose count is wrong.
    pub fn audit(&self) -> Result<(), String> {
        let mut counts = vec![0_u32; self.shared.heap.capacity()];
        let mut count = |value: Value| {
            if let Value::Object(id) = value {
                counts[id.index() as usize] += 1;
            }
        };
        self.for_each_root(&mut count);
        for (_, object) in self.shared.heap.objects() {
            object.for_each_child(&mut count);
        }
        for (id, object) in self.shared.heap.objects() {
            let (real, counted) = (counts[id.index() as usize], self.shared.heap.count(id));
            if real != counted {
                return Err(format!("{object:?} has {real} references and counts {counted}"));
            }
        }
        Ok(())
    }
}
