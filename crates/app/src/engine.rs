//! The engine's worker, seen from the page: bytes go there and come back, and it can be ended at any time.

use std::{cell::RefCell, rc::Rc};

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};
use wire::{Reply, Request};
use yew::Callback;

use crate::{browser, state::EngineEvent};

/// A worker that runs the engine.
///
/// Requests made before the worker answers for the first time wait here: what is posted to a module that is still being
/// loaded may be lost.
pub(crate) struct Engine {
    worker: Option<Worker>,
    waiting: Rc<RefCell<Option<Vec<Request>>>>,
    // The worker calls these; they must live as long as it does.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// Which build of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// With shared memory, for isolated pages.
    Threads,
    /// In one worker, for all others.
    Single,
}

impl Flavour {
    /// The name of the page's `<meta>` that says in which folder this build lies.
    fn meta(self) -> &'static str {
        match self {
            Self::Threads => "engine-threads",
            Self::Single => "engine-single",
        }
    }
}

impl Engine {
    /// Starts a worker; it is loaded while the page goes on.
    pub(crate) fn start(flavour: Flavour, on_event: Callback<EngineEvent>) -> Self {
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let worker = browser::meta(flavour.meta()).and_then(|folder| {
            let options = WorkerOptions::new();
            options.set_type(WorkerType::Module);
            let url = browser::absolute(&format!("{folder}/worker.js"))?;
            Worker::new_with_options(&url, &options).ok()
        });
        if worker.is_none() {
            // Told later, like every other failure: the caller is still busy making this engine its own.
            let on_event = on_event.clone();
            gloo::timers::callback::Timeout::new(0, move || {
                on_event.emit(EngineEvent::Died { loaded: false });
            })
            .forget();
        }

        let on_message = {
            let (waiting, on_event, worker) = (Rc::clone(&waiting), on_event.clone(), worker.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
                let event = read(&message);
                let ready = matches!(&event, EngineEvent::Reply(reply) if matches!(**reply, Reply::Ready(_)));
                if let (true, Some(worker)) = (ready, &worker) {
                    for request in waiting.borrow_mut().take().into_iter().flatten() {
                        post(worker, &request);
                    }
                }
                on_event.emit(event);
            })
        };
        let on_error = {
            let waiting = Rc::clone(&waiting);
            Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                event.prevent_default();
                let loaded = waiting.borrow().is_none();
                on_event.emit(EngineEvent::Died { loaded });
            })
        };
        if let Some(worker) = &worker {
            worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        }
        Self {
            worker,
            waiting,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Sends a request, at once or as soon as the engine is loaded.
    pub(crate) fn send(&self, request: Request) {
        if let Some(waiting) = &mut *self.waiting.borrow_mut() {
            waiting.push(request);
            return;
        }
        if let Some(worker) = &self.worker {
            post(worker, &request);
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.set_onmessageerror(None);
            worker.terminate();
        }
    }
}

fn read(message: &MessageEvent) -> EngineEvent {
    let Ok(bytes) = message.data().dyn_into::<Uint8Array>() else {
        return EngineEvent::Garbled;
    };
    wire::decode(&bytes.to_vec()).map_or(EngineEvent::Garbled, |reply| EngineEvent::Reply(Box::new(reply)))
}

fn post(worker: &Worker, request: &Request) {
    let Ok(bytes) = wire::encode(request) else { return };
    let bytes = Uint8Array::from(bytes.as_slice());
    let transfer = js_sys::Array::of1(&bytes.buffer());
    // Posting fails only for values that cannot be cloned; bytes can.
    let _ = worker.post_message_with_transfer(&bytes, &transfer);
}
