//! Memory for many workers: each keeps freed blocks for itself, above one allocator that all share.
//!
//! In wasm the standard library's allocator is one lock around `dlmalloc`. Two Python processes that make texts and lists take
//! turns at it, and are slower together than one after the other. Here a worker takes that lock for many small blocks at
//! once, both when it needs some and when it has too many.

mod cache;
mod sizes;

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cache::Cache;
use dlmalloc::Dlmalloc;
use sizes::Class;

/// What every block comes from in the end.
static SHARED: Mutex<Dlmalloc> = Mutex::new(Dlmalloc::new());

thread_local! {
    // It needs no destructor, so that it can be used as long as the thread lives: workers live as long as the page.
    static CACHE: UnsafeCell<Cache> = const { UnsafeCell::new(Cache::new()) };
}

/// Below are no variables in wasm: linkers leave the first kilobyte free, so that null is no variable's address.
const FIRST_VARIABLE: usize = 1024;

/// The allocator.
#[derive(Clone, Copy, Debug)]
pub struct Allocator;

fn shared() -> MutexGuard<'static, Dlmalloc> {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Calls with what this thread keeps; `None` while it has no variables of its own. wasm-bindgen allocates those, by this very
/// allocator, before it sets the address that they are found by.
fn with_cache<T>(call: impl FnOnce(&mut Cache) -> T) -> Option<T> {
    CACHE.with(|cache| {
        let cache = cache.get();
        if cfg!(target_family = "wasm") && cache.addr() < FIRST_VARIABLE {
            return None;
        }
        // SAFETY: only this thread can see it, and nothing that is called below allocates or frees by this allocator.
        Some(call(unsafe { &mut *cache }))
    })
}

// SAFETY: every block is one of `dlmalloc`'s, large enough for its class or its layout, and given to one caller at a time: a
// block is in one list of one thread, or with its caller. A layout alone decides whether a block has a class, so that blocks
// go back where they came from.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(class) = Class::of(layout) else {
            // SAFETY: `dlmalloc` takes what `GlobalAlloc` does.
            return unsafe { shared().malloc(layout.size(), layout.align()) };
        };
        match with_cache(|cache| cache.take(class)) {
            Some(Some(block)) => block,
            Some(None) => {
                let mut shared = shared();
                with_cache(|cache| cache.fill(class, &mut shared)).unwrap_or(ptr::null_mut())
            }
            // SAFETY: as above.
            None => unsafe { shared().malloc(class.size(), sizes::ALIGN) },
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let Some(class) = Class::of(layout) else {
            // SAFETY: it was allocated with this layout, not with a class.
            return unsafe { shared().free(block, layout.size(), layout.align()) };
        };
        // SAFETY: the caller gives the block up, which was allocated with this class.
        match with_cache(|cache| unsafe { cache.put(class, block) }) {
            Some(true) => {
                let mut shared = shared();
                with_cache(|cache| cache.empty(class, &mut shared));
            }
            Some(false) => {}
            // SAFETY: it was allocated with the size of its class.
            None => unsafe { shared().free(block, class.size(), sizes::ALIGN) },
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if Class::of(layout).is_none() {
            // SAFETY: `dlmalloc` takes what `GlobalAlloc` does. It knows what the system has just given it, which is zero.
            return unsafe { shared().calloc(layout.size(), layout.align()) };
        }
        // SAFETY: the caller's layout is right.
        let block = unsafe { self.alloc(layout) };
        if !block.is_null() {
            // SAFETY: it is as large as its layout.
            unsafe { block.write_bytes(0, layout.size()) };
        }
        block
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the size is right for this alignment.
        let new = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (Class::of(layout), Class::of(new)) {
            (Some(old), Some(new)) if old == new => block,
            // SAFETY: it was allocated with this layout, not with a class, and will be freed so.
            (None, None) => unsafe { shared().realloc(block, layout.size(), layout.align(), size) },
            _ => {
                // SAFETY: the caller's layouts are right, and the two blocks are different ones.
                unsafe {
                    let moved = self.alloc(new);
                    if !moved.is_null() {
                        ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                        self.dealloc(block, layout);
                    }
                    moved
                }
            }
        }
    }
}
