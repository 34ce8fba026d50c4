//! Events as moments on the tracks of the threads that did them.

use trace::{EventKind, ResourceId, Sleeper, Stream, TaskStep, Trace, Use};

use super::Entry;
use super::tracks::Tracks;
use crate::words::{lock_name, resource_name, thread_name};

pub(super) fn add(trace: &Trace, tracks: &Tracks, entries: &mut Vec<Entry>) {
    for event in &trace.events {
        let instant = |name: String| Entry {
            s: Some("t"),
            ..Entry::new("i", "event", name, event.at, tracks.of_thread(event.fiber))
        };
        let entry = match &event.kind {
            EventKind::Spawned { child } => instant(format!("starts {}", thread_name(trace, *child))),
            EventKind::Acquired { lock } => instant(format!("acquires {}", lock_name(trace, *lock))),
            EventKind::Released { lock } => instant(format!("releases {}", lock_name(trace, *lock))),
            EventKind::Used {
                resource,
                what,
                value,
            } => {
                let entry = instant(use_text(trace, *resource, *what));
                match (what, value) {
                    (Use::Sent { bytes } | Use::Received { bytes }, _) => entry.with("bytes", *bytes),
                    (_, Some(value)) => entry.with("value", *value),
                    (_, None) => entry,
                }
            }
            EventKind::Woke { who, .. } => instant(match who {
                Sleeper::Thread(fiber) => format!("wakes {}", thread_name(trace, *fiber)),
                Sleeper::Task(task) => format!("wakes {}", resource_name(trace, *task)),
            }),
            EventKind::Task { task, step } => {
                let name = resource_name(trace, *task);
                instant(match step {
                    TaskStep::Created => format!("makes {name}"),
                    TaskStep::Returned => format!("{name} returns"),
                    TaskStep::Raised => format!("{name} raises"),
                    TaskStep::Cancelled => format!("{name} is cancelled"),
                    // Slices of its own.
                    TaskStep::Resumed | TaskStep::Suspended { .. } => continue,
                })
            }
            EventKind::Output { stream, text } => {
                let stream = match stream {
                    Stream::Out => "stdout",
                    Stream::Err => "stderr",
                };
                instant("prints".to_owned())
                    .with("text", text.as_str())
                    .with("stream", stream)
            }
            EventKind::Raised { message } => instant(format!("raises {message}")),
            EventKind::Finished => instant("ends".to_owned()),
            EventKind::Forked { process, .. } => instant(format!("starts process {}", trace.pid(*process))),
            EventKind::Exited { process, status } => {
                instant(format!("process {} ends", trace.pid(*process))).with("status", format!("{status:?}"))
            }
            EventKind::Signalled { process, signal } => instant(format!(
                "signal {signal} comes to process {}",
                trace.pid(*process)
            )),
            // A slice of its own.
            EventKind::Blocked { .. } => continue,
        };
        entries.push(entry.with("step", event.step));
    }
}

/// What was done with a resource.
fn use_text(trace: &Trace, resource: ResourceId, what: Use) -> String {
    let name = resource_name(trace, resource);
    match what {
        Use::Put => format!("puts into {name}"),
        Use::Got => format!("gets from {name}"),
        Use::TaskDone => format!("is done with an item of {name}"),
        Use::Acquired => format!("acquires {name}"),
        Use::Released => format!("releases {name}"),
        Use::Set => format!("sets {name}"),
        Use::Cleared => format!("clears {name}"),
        Use::Notified => format!("notifies {name}"),
        Use::Tripped => format!("opens {name}"),
        Use::Broken => format!("breaks {name}"),
        Use::Reset => format!("resets {name}"),
        Use::Pending => format!("submits {name}"),
        Use::Running => format!("begins {name}"),
        Use::Done => format!("ends {name}"),
        Use::Cancelled => format!("cancels {name}"),
        Use::Sent { .. } => format!("sends into {name}"),
        Use::Received { .. } => format!("receives from {name}"),
    }
}
