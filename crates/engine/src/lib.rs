//! The wasm module that runs in the engine worker: messages in, slices of work, messages out.

#[cfg(target_feature = "atomics")]
mod threads;

#[cfg(target_feature = "atomics")]
pub use threads::start_search;

use session::Session;
use wasm_bindgen::prelude::wasm_bindgen;
use wire::{Engine as Abilities, Reply};

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: allocator::Allocator = allocator::Allocator;

/// Instructions between two looks at the messages: some milliseconds.
const SLICE: u64 = 400_000;

/// Whether this engine was built with threads.
#[wasm_bindgen]
#[must_use]
pub fn has_threads() -> bool {
    cfg!(target_feature = "atomics")
}

/// The engine as its worker sees it.
#[wasm_bindgen]
pub struct Engine {
    session: Session,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine in which nothing has happened yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        #[cfg(target_feature = "atomics")]
        let pool = Some(std::sync::Arc::clone(threads::pool()));
        #[cfg(not(target_feature = "atomics"))]
        let pool = None;
        Self {
            session: Session::new(pool),
        }
    }

    /// What to tell the page first.
    #[must_use]
    pub fn ready(&self, cores: u32) -> Vec<u8> {
        bytes(&Reply::Ready(Abilities {
            live: self.session.has_threads(),
            cores,
        }))
    }

    /// Makes the first run as quick as later ones; once there are workers.
    pub fn warm_up(&self) {
        self.session.warm_up();
    }

    /// Takes a request; the replies that can be given at once. What is no request is dropped: only our own page sends any.
    pub fn request(&mut self, request: &[u8]) -> Vec<Message> {
        wire::decode(request).map_or_else(|_| Vec::new(), |request| messages(self.session.request(request)))
    }

    /// Whether there is work to do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.session.is_busy()
    }

    /// Whether workers do the work, so that looking every few milliseconds is enough.
    #[must_use]
    pub fn only_watches(&self) -> bool {
        self.session.only_watches()
    }

    /// Does a few milliseconds of work; the replies that come of it.
    pub fn work(&mut self) -> Vec<Message> {
        messages(self.session.work(SLICE))
    }
}

/// A reply's bytes.
#[wasm_bindgen]
pub struct Message {
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Message {
    /// Takes the bytes.
    #[must_use]
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn messages(replies: Vec<Reply>) -> Vec<Message> {
    replies
        .iter()
        .map(|reply| Message { bytes: bytes(reply) })
        .collect()
}

fn bytes(reply: &Reply) -> Vec<u8> {
    wire::encode(reply).unwrap_or_default()
}
