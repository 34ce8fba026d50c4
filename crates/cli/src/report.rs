//! How a run ended, for whoever reads the terminal.

use std::fmt::Write as _;

use trace::{
    End, EventKind, FiberId, LimitKind, Limits, LockId, Place, Step, Trace, WaitEdge, WaitFor, WaitsFor,
};

use crate::program::Source;
use crate::words::{kernel_wait, lock_name, resource_name, thread_name};

/// Who acquired a lock that somebody waits for, and where in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub lock: LockId,
    pub place: Place,
}

/// Locks that take part in a deadlock: which, who holds it, and behind which instruction that is so.
pub(crate) fn held_locks(trace: &Trace) -> Vec<(LockId, FiberId, Step)> {
    let End::Deadlock { waits } = &trace.end else {
        return Vec::new();
    };
    let held = |wait: &WaitEdge| {
        let WaitFor::Lock {
            lock,
            holder: Some(holder),
        } = wait.on
        else {
            return None;
        };
        let acquired = trace.events.iter().rev().find(|event| {
            event.fiber == holder
                && matches!(event.kind, EventKind::Acquired { lock: other } if other == lock)
        });
        acquired.map(|event| (lock, holder, event.step))
    };
    let mut locks: Vec<_> = waits.iter().filter_map(held).collect();
    locks.sort_unstable();
    locks.dedup();
    locks
}

/// The report of a deadlock: who waits where and for what, who holds that and since where, and the cycles.
pub(crate) fn deadlock(trace: &Trace, waits: &[WaitEdge], held: &[Held], source: &Source) -> String {
    let name = |fiber: FiberId| thread_name(trace, fiber);
    let mut text = "interleave: deadlock: no thread can ever run again.\n".to_owned();
    for wait in waits {
        let what = match wait.on {
            WaitFor::End(other) => format!("until {} has ended", name(other)),
            WaitFor::Lock { lock, .. } if lock.is_internal() => "until another thread wakes it".to_owned(),
            WaitFor::Resource(resource) => {
                format!(
                    "for {}, until another thread wakes it",
                    resource_name(trace, resource)
                )
            }
            WaitFor::Lock { lock, holder } => {
                let who = holder.map_or("a thread that has ended", name);
                let since = held.iter().find(|held| held.lock == lock);
                let since = since.map_or(String::new(), |held| format!(" since line {}", held.place.line));
                format!("for {}, which {who} holds{since}", lock_name(trace, lock))
            }
            WaitFor::Kernel { on, process } => {
                let who = match process {
                    Some(process) => format!("process {} could end that", trace.pid(process)),
                    None => "nobody could end that".to_owned(),
                };
                format!("for {}, and {who}", kernel_wait(trace, on))
            }
        };
        let line = wait.place.line;
        if line == 0 {
            // The main thread has come to its end.
            let _ = writeln!(text, "  {}, at its end, waits {what}", name(wait.fiber));
            continue;
        }
        let _ = writeln!(text, "  {} waits in line {line} {what}", name(wait.fiber));
        let _ = writeln!(text, "      {}", source.line(line).trim());
    }
    for cycle in WaitsFor::circles(&WaitsFor::in_deadlock(waits)) {
        let names: Vec<&str> = cycle
            .iter()
            .chain(cycle.first())
            .map(|fiber| name(*fiber))
            .collect();
        let _ = writeln!(text, "  in a circle: {}", names.join(" -> "));
    }
    text
}

/// The report of a bound that was reached.
pub(crate) fn limit(trace: &Trace, kind: LimitKind, fiber: FiberId, place: Place, limits: &Limits) -> String {
    let what = limit_text(kind, limits);
    let who = trace
        .fibers
        .get(fiber.index())
        .map_or("?", |fiber| fiber.name.as_str());
    format!("interleave: stopped: {what}. {who} was in line {}.", place.line)
}

/// Which bound was reached, with its value.
pub(crate) fn limit_text(kind: LimitKind, limits: &Limits) -> String {
    match kind {
        LimitKind::Instructions => format!(
            "it executed {} instructions, as many as --max-instructions allows",
            limits.instructions
        ),
        LimitKind::Memory => format!("its objects take more than {} MiB", limits.memory >> 20),
        LimitKind::Output => format!("it printed more than {} bytes", limits.output),
        LimitKind::Trace => format!("more happened than {} entries of a trace can hold", limits.trace),
        LimitKind::Processes => format!("it began more than {} processes", limits.processes_begun()),
    }
}
