//! A process's heap: a slab of objects in copy-on-write pages, with reference counts.
//!
//! Cloning a heap clones a table of pages; a page is copied when it is first written to after that. Reference counts make
//! lifetimes CPython's; what only a cycle keeps alive goes when the process collects (`Process::collect`).

mod exports;
mod weak;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use trace::LimitKind;
use triomphe::Arc;

use crate::object::Object;
use crate::string::Str;
use crate::value::{ObjectId, Value};

const PAGE_BITS: u32 = 5;
const PAGE: usize = 1 << PAGE_BITS;

#[derive(Clone, Debug)]
struct Slot {
    count: u32,
    /// Whether weak references refer to it.
    is_weakly_known: bool,
    object: Object,
}

/// Slots that are shared and copied together.
#[derive(Debug)]
struct Slots([Slot; PAGE]);

impl Clone for Slots {
    /// Out of the way of those many who only make sure that nobody shares them.
    #[cold]
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

type Page = Arc<Slots>;

/// Copies what others have as well.
#[cold]
#[inline(never)]
fn unshare<T: Clone>(shared: &mut Arc<T>) {
    Arc::make_mut(shared);
}

/// What is shared, to change it: a copy where others have it as well. It is [`Arc::make_mut`] without a call.
#[inline(always)]
pub(crate) fn own<T: Clone>(shared: &mut Arc<T>) -> &mut T {
    if !shared.is_unique() {
        unshare(shared);
    }
    // SAFETY: nobody else has it, and nobody gets it as long as it is borrowed.
    unsafe { &mut *Arc::as_ptr(shared).cast_mut() }
}

impl Slot {
    const FREE: Self = Self {
        count: 0,
        is_weakly_known: false,
        object: Object::Free { next: None },
    };
}

/// Objects between two collections of cycles, at least.
const COLLECT_EVERY: u64 = 100_000;

/// Bytes charged for an object beside its payload.
const SLOT_BYTES: u64 = size_of::<Slot>() as u64;

/// The heap could not grow: the process has used up its memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OutOfMemory;

impl From<OutOfMemory> for LimitKind {
    fn from(_: OutOfMemory) -> Self {
        Self::Memory
    }
}

/// Emptied payloads of small tuples: most live briefly, and as many come as go. A clone has none.
#[derive(Debug, Default)]
struct Spare(Vec<Arc<Vec<Value>>>);

impl Spare {
    const MOST: usize = 16;
    const LONGEST: usize = 8;

    fn keep(&mut self, object: Object) {
        if let Object::Tuple(mut items) = object
            && self.0.len() < Self::MOST
            && items.capacity() <= Self::LONGEST
            && let Some(room) = Arc::get_mut(&mut items)
        {
            room.clear();
            self.0.push(items);
        }
    }
}

impl Clone for Spare {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// A process's objects.
#[derive(Clone, Debug)]
pub(crate) struct Heap {
    /// Constants, which every clone shares and nobody counts: they are there as long as the process.
    frozen: Arc<Vec<Page>>,
    /// How many slots are frozen, in whole pages.
    frozen_len: u32,
    pages: Vec<Page>,
    /// The first free slot; each names the next.
    free: Option<u32>,
    /// Slots ever used.
    len: u32,
    /// Bytes charged.
    used: u64,
    /// Bytes that may be charged.
    limit: u64,
    /// Objects that may be parts of cycles, allocated since the last collection.
    allocated: u64,
    /// As many make the next one due.
    collect_after: u64,
    /// Objects whose last reference went and that have to be told so; each has one reference again.
    dying: Vec<ObjectId>,
    /// Room for [`Self::free_object`] to work in; empty in between.
    dead: Vec<ObjectId>,
    /// Room of tuples that have gone, for those to come.
    spare: Spare,
    /// The number of what all classes are: equal for heaps whose classes are equal and lie at the same places.
    classes: u64,
    /// Weak references by what they still refer to, in the order in which they were made.
    weak: Arc<BTreeMap<ObjectId, Vec<ObjectId>>>,
    /// Bytearrays whose bytes are being read, once for each who does.
    exports: Vec<Value>,
}

/// A number for what the classes of a heap have become. No program can see it.
fn new_classes() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

impl Heap {
    pub fn new(limit: u64) -> Self {
        Self {
            frozen: Arc::new(Vec::new()),
            frozen_len: 0,
            pages: Vec::new(),
            free: None,
            len: 0,
            used: 0,
            limit,
            allocated: 0,
            collect_after: COLLECT_EVERY,
            dying: Vec::new(),
            dead: Vec::new(),
            spare: Spare::default(),
            classes: new_classes(),
            weak: Arc::default(),
            exports: Vec::new(),
        }
    }

    /// Bytes in use.
    pub fn used(&self) -> u64 {
        self.used
    }

    /// The number of what all its classes are, never 0: who remembers something of classes compares it.
    #[inline]
    pub fn classes(&self) -> u64 {
        self.classes
    }

    /// A class is about to be made or changed.
    pub fn change_classes(&mut self) {
        self.classes = new_classes();
    }

    /// Bytes that may be in use from now on.
    pub fn set_limit(&mut self, limit: u64) {
        self.limit = limit;
    }

    /// Whether so much was allocated since the last collection that looking for cycles is worth the time: as many objects as
    /// that one left, so that it takes no more time than making them did; few suffice where memory runs short.
    #[inline(always)]
    pub fn is_collection_due(&self) -> bool {
        // Mostly it is not for long.
        self.allocated >= COLLECT_EVERY && self.is_collection_due_after(0, 0)
    }

    /// Whether it would be, if so many objects and bytes more were allocated.
    #[inline]
    pub fn is_collection_due_after(&self, objects: u64, bytes: u64) -> bool {
        let allocated = self.allocated + objects;
        allocated >= self.collect_after
            || allocated >= COLLECT_EVERY && self.used.saturating_add(bytes) > self.limit / 8 * 7
    }

    /// Counts an allocation that was not worth making.
    pub fn count_allocated(&mut self) {
        self.allocated += 1;
    }

    /// A collection is over, and left so many objects.
    pub fn collected(&mut self, left: usize) {
        self.allocated = 0;
        self.collect_after = COLLECT_EVERY.max(left as u64);
    }

    /// Charges bytes before they are used.
    pub fn charge(&mut self, bytes: u64) -> Result<(), OutOfMemory> {
        let used = self.used.saturating_add(bytes);
        if used > self.limit {
            return Err(OutOfMemory);
        }
        self.used = used;
        Ok(())
    }

    /// Gives charged bytes back.
    pub fn refund(&mut self, bytes: u64) {
        self.used = self.used.saturating_sub(bytes);
    }

    /// How many more bytes may be charged.
    pub fn room(&self) -> usize {
        usize::try_from(self.limit.saturating_sub(self.used)).unwrap_or(usize::MAX)
    }

    /// Whether so many more bytes could be charged.
    pub fn has_room(&self, bytes: u64) -> Result<(), OutOfMemory> {
        if self.used.saturating_add(bytes) > self.limit {
            Err(OutOfMemory)
        } else {
            Ok(())
        }
    }

    /// Puts an object into the heap; the caller owns the one reference to it. The values inside become the object's.
    ///
    /// # Errors
    /// When memory is used up; then the values inside stay the caller's problem, which ends the process anyway.
    pub fn allocate(&mut self, object: Object) -> Result<Value, OutOfMemory> {
        self.charge(SLOT_BYTES + object.payload())?;
        self.allocated += u64::from(object.may_be_in_cycle());
        Ok(self.put(object))
    }

    /// Puts an object that is charged into a free slot.
    #[inline(always)]
    fn put(&mut self, object: Object) -> Value {
        let index = match self.free {
            Some(index) => index,
            None => self.add_free(),
        };
        let place = self.slot_mut(index);
        let Object::Free { next } = place.object else {
            unreachable!("the free list holds free slots")
        };
        place.count = 1;
        // What is free need not be dropped.
        std::mem::forget(std::mem::replace(&mut place.object, object));
        self.free = next;
        Value::Object(ObjectId::new(index))
    }

    /// Another free slot, where there was none.
    fn add_free(&mut self) -> u32 {
        let index = self.len;
        self.len += 1;
        if (index - self.frozen_len) as usize & (PAGE - 1) == 0 {
            self.pages.push(Arc::new(Slots([const { Slot::FREE }; PAGE])));
        }
        index
    }

    /// A new string.
    pub fn string(&mut self, text: &str) -> Result<Value, OutOfMemory> {
        self.charge(SLOT_BYTES + text.len() as u64)?;
        Ok(self.put(Object::Str(Str::from(text))))
    }

    /// A new list of values that the caller owns.
    pub fn list(&mut self, items: Vec<Value>) -> Result<Value, OutOfMemory> {
        self.allocate(Object::List(Arc::new(items)))
    }

    /// A new tuple of a few values that the caller owns.
    pub fn small_tuple(&mut self, items: &[Value]) -> Result<Value, OutOfMemory> {
        self.charge(SLOT_BYTES + size_of_val(items) as u64)?;
        self.allocated += 1;
        let mut room = self.spare.0.pop().unwrap_or_default();
        match Arc::get_mut(&mut room) {
            Some(room) => room.extend_from_slice(items),
            None => unreachable!("only what nobody shares is kept"),
        }
        Ok(self.put(Object::Tuple(room)))
    }

    /// A new tuple of values that the caller owns.
    pub fn tuple(&mut self, items: Vec<Value>) -> Result<Value, OutOfMemory> {
        self.allocate(Object::Tuple(Arc::new(items)))
    }

    #[inline]
    fn slot(&self, index: u32) -> &Slot {
        let place = index as usize & (PAGE - 1);
        match index.checked_sub(self.frozen_len) {
            Some(index) => &self.pages[(index >> PAGE_BITS) as usize].0[place],
            None => &self.frozen[(index >> PAGE_BITS) as usize].0[place],
        }
    }

    #[inline(always)]
    fn slot_mut(&mut self, index: u32) -> &mut Slot {
        match self.counted_slot(index) {
            Some(slot) => slot,
            None => unreachable!("what is there for ever is not changed"),
        }
    }

    /// The slot, unless it is frozen.
    #[inline(always)]
    fn counted_slot(&mut self, index: u32) -> Option<&mut Slot> {
        // A frozen one's place is beyond all pages.
        let index = index.wrapping_sub(self.frozen_len);
        let page = self.pages.get_mut((index >> PAGE_BITS) as usize)?;
        Some(&mut own(page).0[index as usize & (PAGE - 1)])
    }

    /// Everything that is there now stays for ever, unchanged: it is shared by all clones, and references to it are not
    /// counted any more.
    pub fn freeze(&mut self) {
        self.frozen = Arc::new(std::mem::take(&mut self.pages));
        self.frozen_len = (self.frozen.len() * PAGE) as u32;
        self.len = self.frozen_len;
        self.free = None;
        self.allocated = 0;
    }

    /// Whether it is one of those that are there for ever.
    #[inline]
    pub fn is_frozen(&self, id: ObjectId) -> bool {
        id.index() < self.frozen_len
    }

    /// Slots behind the frozen ones.
    pub fn counted(&self) -> usize {
        (self.len - self.frozen_len) as usize
    }

    /// Where an object lies behind the frozen ones, unless it is one of them.
    pub fn place(&self, id: ObjectId) -> Option<usize> {
        id.index()
            .checked_sub(self.frozen_len)
            .map(|place| place as usize)
    }

    /// The object.
    #[inline]
    pub fn get(&self, id: ObjectId) -> &Object {
        &self.slot(id.index()).object
    }

    /// The same where it is worth its room.
    #[inline(always)]
    pub fn get_here(&self, id: ObjectId) -> &Object {
        let index = id.index().wrapping_sub(self.frozen_len);
        match self.pages.get((index >> PAGE_BITS) as usize) {
            Some(page) => &page.0[index as usize & (PAGE - 1)].object,
            None => self.get(id),
        }
    }

    /// The object, to change it. Growing its payload is charged by the caller.
    #[inline]
    pub fn get_mut(&mut self, id: ObjectId) -> &mut Object {
        &mut self.slot_mut(id.index()).object
    }

    /// The object, to change it, and its references.
    #[inline(always)]
    pub fn get_mut_counted(&mut self, id: ObjectId) -> (&mut Object, &mut u32) {
        let slot = self.slot_mut(id.index());
        (&mut slot.object, &mut slot.count)
    }

    /// The object behind a value, to change it, unless it is there for ever.
    #[inline(always)]
    pub fn object_mut(&mut self, value: Value) -> Option<&mut Object> {
        match value {
            Value::Object(id) => Some(&mut self.counted_slot(id.index())?.object),
            _ => None,
        }
    }

    /// The list that a value is.
    pub fn list_mut(&mut self, value: Value) -> Option<&mut Vec<Value>> {
        match self.get_mut(value.id()?) {
            Object::List(items) => Some(own(items)),
            _ => None,
        }
    }

    /// The object behind a value, if it is one.
    #[inline]
    pub fn object(&self, value: Value) -> Option<&Object> {
        match value {
            Value::Object(id) => Some(self.get(id)),
            _ => None,
        }
    }

    /// Counts another reference.
    #[inline(always)]
    pub fn retain(&mut self, value: Value) -> Value {
        if let Value::Object(id) = value {
            self.retain_object(id);
        }
        value
    }

    /// A call, so that the many who retain what is mostly no object stay short.
    #[inline(never)]
    fn retain_object(&mut self, id: ObjectId) {
        self.retain_object_here(id);
    }

    /// The same where it is worth its room.
    #[inline(always)]
    pub fn retain_object_here(&mut self, id: ObjectId) {
        if let Some(slot) = self.counted_slot(id.index()) {
            slot.count += 1;
        }
    }

    /// Counts another reference to each.
    pub fn retain_all(&mut self, values: &[Value]) {
        for value in values {
            self.retain(*value);
        }
    }

    /// Gives a reference up; the last one frees the object and what only it kept alive.
    #[inline(always)]
    pub fn release(&mut self, value: Value) {
        if let Value::Object(id) = value {
            self.release_object(id);
        }
    }

    #[inline(never)]
    fn release_object(&mut self, id: ObjectId) {
        self.release_object_here(id);
    }

    /// The same where it is worth its room.
    #[inline(always)]
    pub fn release_object_here(&mut self, id: ObjectId) {
        let Some(slot) = self.counted_slot(id.index()) else {
            return;
        };
        slot.count -= 1;
        if slot.count == 0 {
            self.free_last(id);
        }
    }

    /// The last reference to an object has gone.
    #[inline(never)]
    fn free_last(&mut self, id: ObjectId) {
        let free = self.free;
        let slot = self.slot_mut(id.index());
        // Nobody refers to a string weakly, and it refers to nothing.
        if let Object::Str(text) = &slot.object {
            let bytes = SLOT_BYTES + text.len() as u64;
            slot.object = Object::Free { next: free };
            self.free = Some(id.index());
            self.refund(bytes);
            return;
        }
        self.free_object(id);
    }

    /// Frees an object to which nothing refers any more, and what only it kept alive.
    #[inline(never)]
    pub fn free_object(&mut self, id: ObjectId) {
        // A list of lists of lists may be deep: a worklist instead of recursion.
        let mut dead = std::mem::take(&mut self.dead);
        let mut next = Some(id);
        while let Some(id) = next {
            self.free_one(id, &mut dead);
            next = dead.pop();
        }
        self.dead = dead;
    }

    fn free_one(&mut self, id: ObjectId, dead: &mut Vec<ObjectId>) {
        let slot = self.slot(id.index());
        if slot.object.has_finaliser() {
            self.get_mut(id).forget_finaliser();
            self.slot_mut(id.index()).count = 1;
            self.dying.push(id);
            return;
        }
        if slot.is_weakly_known || matches!(slot.object, Object::WeakRef(_)) {
            self.forget_weak(id);
        }
        let next = self.free.replace(id.index());
        let slot = self.slot_mut(id.index());
        slot.is_weakly_known = false;
        let object = std::mem::replace(&mut slot.object, Object::Free { next });
        self.refund(SLOT_BYTES + object.payload());
        object.for_each_child(|child| {
            if let Value::Object(child) = child
                && let Some(slot) = self.counted_slot(child.index())
            {
                slot.count -= 1;
                if slot.count == 0 {
                    dead.push(child);
                }
            }
        });
        self.spare.keep(object);
    }

    /// Whether objects wait for their finaliser.
    #[inline]
    pub fn has_dying(&self) -> bool {
        !self.dying.is_empty()
    }

    /// The objects that wait for their finalisers, the first to die first; their references are the caller's.
    pub fn take_dying(&mut self) -> Vec<ObjectId> {
        std::mem::take(&mut self.dying)
    }

    /// Objects that wait for their finaliser.
    pub fn dying(&self) -> &[ObjectId] {
        &self.dying
    }

    /// How many references are counted for an object.
    pub fn count(&self, id: ObjectId) -> u32 {
        self.slot(id.index()).count
    }

    /// Every object that is neither free nor frozen.
    pub fn objects(&self) -> impl Iterator<Item = (ObjectId, &Object)> {
        let slots = (self.frozen_len..).zip(self.pages.iter().flat_map(|page| page.0.iter()));
        slots.filter_map(|(index, slot)| match slot.object {
            Object::Free { .. } => None,
            ref object => Some((ObjectId::new(index), object)),
        })
    }

    /// Slots ever used: every object's id is below.
    pub fn capacity(&self) -> usize {
        self.len as usize
    }

    /// Begins the end of objects that only refer to one another, as far as a program can see it (PEP 442): weak references to
    /// them know nothing any more, those with a finaliser wait for it, suspended calls that have nothing to do end. The caller
    /// has found that nothing else refers to them, and holds a reference to each from here on. Whether finalisers wait.
    pub fn announce_unreachable(&mut self, garbage: &[ObjectId]) -> bool {
        let before = self.dying.len();
        for id in garbage {
            self.slot_mut(id.index()).count += 1;
        }
        // A callback that is garbage itself is not called (`handle_weakrefs` in `Modules/gcmodule.c`).
        for id in garbage {
            if let Object::WeakRef(_) = self.get(*id) {
                self.forget_weak(*id);
                if let Object::WeakRef(reference) = self.get_mut(*id) {
                    reference.target = Value::Unbound;
                }
            }
        }
        for id in garbage {
            self.forget_weak(*id);
        }
        let mut left = Vec::new();
        for id in garbage {
            let object = self.get_mut(*id);
            if object.has_finaliser() {
                object.forget_finaliser();
                self.slot_mut(id.index()).count += 1;
                self.dying.push(*id);
            } else if let Object::Generator(generator) = object {
                left.append(&mut Arc::make_mut(generator).end());
            }
        }
        left.into_iter().for_each(|value| self.release(value));
        self.dying.len() > before
    }

    /// Frees what has been announced, but for what finalisers can still get hold of, and gives the caller's references up.
    pub fn free_announced(&mut self, garbage: &[ObjectId], kept: &[ObjectId]) {
        for id in garbage {
            let object = std::mem::replace(self.get_mut(*id), Object::Tuple(Arc::new(Vec::new())));
            self.refund(object.payload());
            object.for_each_child(|child| self.release(child));
        }
        for id in garbage.iter().chain(kept) {
            self.release(Value::Object(*id));
        }
    }
}
