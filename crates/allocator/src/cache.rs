//! The small blocks that a thread keeps for itself: a list for each class.

use std::ptr;

use dlmalloc::Dlmalloc;

use crate::sizes::{ALIGN, CLASSES, Class};

/// Bytes of one class that a thread keeps at most.
const KEPT: usize = 64 << 10;
/// Bytes of one class that it takes at once.
const TAKEN: usize = 2 << 10;

/// What is written into a block that nobody uses.
struct Free {
    next: *mut Free,
}

#[derive(Clone, Copy)]
struct List {
    first: *mut Free,
    length: usize,
}

/// The blocks that a thread keeps.
pub(crate) struct Cache {
    lists: [List; CLASSES],
}

impl Cache {
    /// One without blocks.
    pub const fn new() -> Self {
        let list = List {
            first: ptr::null_mut(),
            length: 0,
        };
        Self {
            lists: [list; CLASSES],
        }
    }

    /// A block, if one is kept.
    pub fn take(&mut self, class: Class) -> Option<*mut u8> {
        let list = &mut self.lists[class.index()];
        if list.first.is_null() {
            return None;
        }
        let block = list.first;
        // SAFETY: what is in a list was written by `put`, and nobody else has it.
        list.first = unsafe { (*block).next };
        list.length -= 1;
        Some(block.cast())
    }

    /// Keeps a block; whether there are too many of its class now.
    ///
    /// # Safety
    /// The block has the size of its class, and nobody uses it.
    pub unsafe fn put(&mut self, class: Class, block: *mut u8) -> bool {
        let list = &mut self.lists[class.index()];
        let block = block.cast::<Free>();
        // SAFETY: every class is large enough for it, and every block aligned well enough.
        unsafe { block.write(Free { next: list.first }) };
        list.first = block;
        list.length += 1;
        list.length * class.size() > KEPT
    }

    /// Takes blocks of the shared allocator; one of them, or null if it has none left.
    pub fn fill(&mut self, class: Class, shared: &mut Dlmalloc) -> *mut u8 {
        for _ in 1..TAKEN / class.size() {
            // SAFETY: no class is empty.
            let block = unsafe { shared.malloc(class.size(), ALIGN) };
            if block.is_null() {
                return self.take(class).unwrap_or(ptr::null_mut());
            }
            // SAFETY: it has just been allocated.
            unsafe { self.put(class, block) };
        }
        // SAFETY: as above.
        unsafe { shared.malloc(class.size(), ALIGN) }
    }

    /// Gives half of the blocks of a class back.
    pub fn empty(&mut self, class: Class, shared: &mut Dlmalloc) {
        for _ in 0..self.lists[class.index()].length / 2 {
            let Some(block) = self.take(class) else { return };
            // SAFETY: it was allocated with this size, and nobody uses it.
            unsafe { shared.free(block, class.size(), ALIGN) };
        }
    }
}
