//! Objects of the library that traces tell of: which they are, and their numbers.

use trace::{LockId, ResourceKind};
use triomphe::Arc;

use crate::class;
use crate::heap::{Heap, OutOfMemory};
use crate::library::ModuleId;
use crate::naming;
use crate::native::Context;
use crate::object::{Lock, Object, RLock};
use crate::system::Handle;
use crate::value::{ObjectId, Value};

/// Classes of the library by module and name, and what they are; a class of the program is what it derives from.
const KINDS: [(&str, &str, ResourceKind); 29] = [
    ("threading", "Condition", ResourceKind::Condition),
    ("threading", "Event", ResourceKind::Event),
    ("threading", "Semaphore", ResourceKind::Semaphore),
    ("threading", "Barrier", ResourceKind::Barrier),
    ("queue", "Queue", ResourceKind::Queue),
    ("queue", "SimpleQueue", ResourceKind::Queue),
    ("concurrent.futures._base", "Future", ResourceKind::Future),
    ("concurrent.futures._base", "_Waiter", ResourceKind::Futures),
    ("asyncio.tasks", "Task", ResourceKind::Task),
    ("asyncio.futures", "Future", ResourceKind::Future),
    ("asyncio.locks", "Lock", ResourceKind::Lock),
    ("asyncio.locks", "Event", ResourceKind::Event),
    ("asyncio.locks", "Condition", ResourceKind::Condition),
    ("asyncio.locks", "Semaphore", ResourceKind::Semaphore),
    ("asyncio.locks", "Barrier", ResourceKind::Barrier),
    ("asyncio.queues", "Queue", ResourceKind::Queue),
    ("asyncio.base_events", "BaseEventLoop", ResourceKind::Loop),
    ("greenlet", "greenlet", ResourceKind::Greenlet),
    ("gevent.thread", "LockType", ResourceKind::Lock),
    ("gevent.lock", "Semaphore", ResourceKind::Semaphore),
    ("gevent.event", "Event", ResourceKind::Event),
    ("gevent.event", "AsyncResult", ResourceKind::Future),
    ("gevent.queue", "SimpleQueue", ResourceKind::Queue),
    ("gevent.hub", "Loop", ResourceKind::Loop),
    ("_multiprocessing", "SemLock", ResourceKind::Semaphore),
    ("multiprocessing.pool", "ApplyResult", ResourceKind::Future),
    ("multiprocessing.pool", "IMapIterator", ResourceKind::Futures),
    ("multiprocessing.queues", "Queue", ResourceKind::Queue),
    ("multiprocessing.connection", "Connection", ResourceKind::Pipe),
];

/// What the process knows of an object that its trace tells of.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    pub kind: ResourceKind,
    /// Its name, if that is known.
    pub name: String,
    /// How often its name was looked for.
    searched: u8,
}

/// After so many uses without a variable that leads to it, a resource stays nameless.
const MOST_SEARCHES: u8 = 3;

/// What is known of a lock that has been used.
#[derive(Clone, Debug, Default)]
pub(crate) struct LockName {
    /// The variable that held it when it was used, if one did.
    pub name: String,
    pub reentrant: bool,
    searched: u8,
}

/// Bytes charged for a resource: its entry, and a name.
const BYTES: u64 = (size_of::<Resource>() + naming::LONGEST) as u64;

/// What a class of the library, or one derived from it, is in traces.
fn kind_of(heap: &Heap, object: Value) -> Option<ResourceKind> {
    let Some(Object::Instance(instance)) = heap.object(object) else {
        return None;
    };
    class::search(heap, instance.class, |class| {
        let Value::Class(class) = class else { return None };
        let (module, name) = (class.unit().name(), class.get().name.as_str());
        let found = KINDS
            .iter()
            .find(|(of, known, _)| *known == name && *of == module);
        found.map(|(.., kind)| *kind)
    })
}

/// An object's number if it has one.
pub(crate) fn known(heap: &Heap, object: Value) -> Option<u32> {
    match heap.object(object) {
        Some(Object::Instance(instance)) => instance.number.checked_sub(1),
        _ => None,
    }
}

impl Context<'_> {
    /// The number of an object that traces tell of; others have none.
    pub(crate) fn resource(&mut self, object: Value) -> Result<Option<u32>, OutOfMemory> {
        let heap = &mut self.shared.heap;
        if let Some(number) = known(heap, object) {
            return Ok(Some(number));
        }
        let Some((id, kind)) = object.id().zip(kind_of(heap, object)) else {
            return Ok(None);
        };
        heap.charge(BYTES)?;
        let number = self.shared.resources.len() as u32;
        Arc::make_mut(&mut self.shared.resources).push(Resource {
            kind,
            name: String::new(),
            searched: 0,
        });
        self.assign(id, number + 1);
        Ok(Some(number))
    }

    /// Gives an instance its number, or makes a lock a part of what has that number; all of them are one more, and 0 is none.
    pub(crate) fn assign(&mut self, id: ObjectId, number: u32) {
        let internal = LockId::internal(self.shared.internal_locks);
        match self.shared.heap.get_mut(id) {
            Object::Instance(instance) => Arc::make_mut(instance).number = number,
            Object::RLock(RLock { id, part_of, .. }) | Object::Lock(Lock { id, part_of, .. }) => {
                *id = internal;
                *part_of = number;
                self.shared.internal_locks += 1;
            }
            _ => {}
        }
    }

    /// The same for one that is used now, so that its name is looked for while there is none.
    pub(crate) fn used_resource(
        &mut self,
        object: Value,
    ) -> Result<Option<(u32, ResourceKind)>, OutOfMemory> {
        let Some(number) = self.resource(object)? else {
            return Ok(None);
        };
        let resource = &self.shared.resources[number as usize];
        let kind = resource.kind;
        if resource.name.is_empty() && resource.searched < MOST_SEARCHES {
            let name = self.name_of(object);
            let resource = &mut Arc::make_mut(&mut self.shared.resources)[number as usize];
            resource.searched += 1;
            resource.name = name;
        }
        Ok(Some((number, kind)))
    }

    /// Names a resource.
    pub(crate) fn name_resource(&mut self, number: u32, name: &str) {
        Arc::make_mut(&mut self.shared.resources)[number as usize].name = naming::cut(name);
    }

    /// A lock is used now: its name is looked for while there is none.
    pub(crate) fn used_lock(&mut self, lock: Value) -> Result<(), OutOfMemory> {
        let (id, reentrant) = match self.shared.heap.object(lock) {
            Some(Object::Lock(lock)) => (lock.id, false),
            Some(Object::RLock(lock)) => (lock.id, true),
            _ => return Ok(()),
        };
        let place = id.index();
        let known = self.shared.lock_names.get(place);
        if id.is_internal()
            || known.is_some_and(|known| !known.name.is_empty() || known.searched >= MOST_SEARCHES)
        {
            return Ok(());
        }
        let name = self.name_of(lock);
        let missing = (place + 1).saturating_sub(self.shared.lock_names.len());
        self.shared.heap.charge(BYTES * missing as u64)?;
        let names = Arc::make_mut(&mut self.shared.lock_names);
        if missing > 0 {
            names.resize_with(place + 1, LockName::default);
        }
        let searched = names[place].searched + 1;
        names[place] = LockName {
            name,
            reentrant,
            searched,
        };
        Ok(())
    }

    /// An object of the library uses an object of the kernel, in the method that calls now: it is known by the variable that
    /// holds the first.
    pub(crate) fn used_handle(&mut self, handle: Handle) -> Result<(), OutOfMemory> {
        let caller = self
            .frames
            .last()
            .filter(|frame| frame.code.unit() != ModuleId::MAIN);
        let Some(user) = caller
            .and_then(|frame| self.stack.get(frame.base as usize))
            .copied()
        else {
            return Ok(());
        };
        let known = known(&self.shared.heap, user).map(|number| number as usize);
        let is_named = |number: usize| !self.shared.resources[number].name.is_empty();
        if known.is_some_and(is_named) {
            return Ok(());
        }
        if let Some((number, _)) = self.used_resource(user)? {
            let name = &self.shared.resources[number as usize].name;
            if !name.is_empty() {
                self.shared.named.push((handle, name.clone()));
            }
        }
        Ok(())
    }

    /// The variable that leads to an object.
    pub(crate) fn name_of(&self, object: Value) -> String {
        naming::name_of(self.program, self.shared, self.frames, self.stack, object)
    }
}
