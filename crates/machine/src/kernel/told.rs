//! What calls do with pipes and semaphores, as traces tell it.

use trace::{KernelId, KernelKind, Use};

use super::{Descriptor, Kernel};
use crate::system::{Answer, Failure, KernelUse, SystemCall};

/// So many permits mean that there is no bound: `multiprocessing.Queue()` counts down from `SEM_VALUE_MAX`.
const UNLIMITED: u32 = 1 << 30;

impl Kernel {
    /// What a call that was just made has done with an object; `before` is how much of a write had been written before.
    pub(crate) fn used(
        &self,
        pid: u32,
        call: &SystemCall,
        before: usize,
        answer: &Result<Option<Answer>, Failure>,
    ) -> Option<KernelUse> {
        let channel = |number: u32, end: fn(&Descriptor) -> Option<KernelId>| {
            self.descriptor(pid, number).ok().and_then(end)
        };
        Some(match (call, answer) {
            (SystemCall::Acquire { semaphore, .. }, Ok(Some(Answer::Bool(true)))) => KernelUse {
                object: *semaphore,
                kind: KernelKind::Semaphore,
                what: Use::Acquired,
            },
            (SystemCall::Release(semaphore), Ok(Some(_))) => KernelUse {
                object: *semaphore,
                kind: KernelKind::Semaphore,
                what: Use::Released,
            },
            (SystemCall::Read { descriptor, .. }, Ok(Some(Answer::Bytes(bytes)))) if !bytes.is_empty() => {
                KernelUse {
                    object: channel(*descriptor, Descriptor::reads)?,
                    kind: KernelKind::Read,
                    what: Use::Received {
                        bytes: bytes.len() as u32,
                    },
                }
            }
            (SystemCall::Write { descriptor, done, .. }, _) if *done > before => KernelUse {
                object: channel(*descriptor, Descriptor::writes)?,
                kind: KernelKind::Write,
                what: Use::Sent {
                    bytes: (*done - before) as u32,
                },
            },
            _ => return None,
        })
    }

    /// How much there is in a pipe, in bytes, or how many permits a semaphore has.
    pub(crate) fn level(&self, object: KernelId) -> Option<u64> {
        let bytes = self
            .channels
            .get(&object)
            .map(|channel| channel.bytes.len() as u64);
        bytes.or_else(|| {
            let semaphore = self.semaphores.get(&object)?;
            (semaphore.value < UNLIMITED).then(|| semaphore.value.into())
        })
    }

    /// Whether a semaphore has one permit at most.
    pub(crate) fn is_lock(&self, object: KernelId) -> bool {
        self.semaphores
            .get(&object)
            .is_some_and(|semaphore| semaphore.most == 1)
    }
}
