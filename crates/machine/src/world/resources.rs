//! What events tell of beside threads and locks: its numbers in the world.
//!
//! A resource gets the world's number when an event first tells of it, so the table holds no others: a forked process has
//! copies of all that its parent had, and uses few of them.

use trace::{
    EventKind, KernelId, KernelKind, ProcessId, ResourceId, ResourceInfo, ResourceKind, Sleeper, TaskStep,
    TaskWait, WaitOn,
};
use triomphe::Arc;

use super::World;
use crate::system::{Handle, KernelUse};

/// What is known of an object of the kernel.
#[derive(Clone, Debug, Default)]
pub(super) struct KernelObject {
    /// Its number, once an event has told of it.
    number: Option<ResourceId>,
    /// The variable of the process that first used it, or empty.
    name: String,
}

/// Where a resource is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A process has it, under this number.
    Process(ProcessId, u32),
    /// The kernel has it.
    Kernel(KernelId, ResourceKind),
}

impl World {
    /// How many resources events have told of.
    #[must_use]
    pub fn resources(&self) -> usize {
        self.resources.len()
    }

    /// What is known of a resource.
    #[must_use]
    pub fn resource_info(&self, resource: ResourceId) -> ResourceInfo {
        match &self.resources[resource.index()] {
            Origin::Process(id, local) => {
                let known = self.members[id.index()].process().resource(*local);
                let (kind, name) = known.unwrap_or((ResourceKind::Queue, ""));
                ResourceInfo {
                    kind,
                    process: Some(*id),
                    kernel: None,
                    name: name.to_owned(),
                }
            }
            Origin::Kernel(object, kind) => ResourceInfo {
                kind: *kind,
                process: None,
                kernel: Some(*object),
                name: self
                    .kernel_objects
                    .get(object)
                    .map_or_else(String::new, |known| known.name.clone()),
            },
        }
    }

    /// Numbers what an event of a process tells of.
    pub(super) fn number_resources(&mut self, id: ProcessId, event: &EventKind) {
        match event {
            EventKind::Used { resource, .. } => self.number_resource(id, *resource),
            EventKind::Blocked {
                on: WaitOn::Resource(resource),
            } => self.number_resource(id, *resource),
            EventKind::Woke { who, on } => {
                if let Sleeper::Task(task) = who {
                    self.number_resource(id, *task);
                }
                on.iter().for_each(|on| self.number_resource(id, *on));
            }
            EventKind::Task { task, step } => {
                self.number_resource(id, *task);
                if let TaskStep::Suspended {
                    why: TaskWait::Resource(on),
                } = step
                {
                    self.number_resource(id, *on);
                }
            }
            _ => {}
        }
    }

    fn number_resource(&mut self, id: ProcessId, local: ResourceId) {
        let member = &self.members[id.index()];
        if member.resources.get(local.index()).copied().flatten().is_some() {
            return;
        }
        let new = self.new_resource(Origin::Process(id, local.0));
        let numbers = &mut self.member_mut(id).resources;
        if numbers.len() <= local.index() {
            numbers.resize(local.index() + 1, None);
        }
        numbers[local.index()] = Some(new);
    }

    /// The number of an object of the kernel.
    pub(super) fn kernel_resource(&mut self, object: KernelId, kind: KernelKind) -> ResourceId {
        if let Some(number) = self.kernel_objects.get(&object).and_then(|known| known.number) {
            return number;
        }
        let kind = match kind {
            KernelKind::Semaphore if self.kernel.is_lock(object) => ResourceKind::Lock,
            KernelKind::Semaphore => ResourceKind::Semaphore,
            KernelKind::Read | KernelKind::Write | KernelKind::Connection => ResourceKind::Pipe,
        };
        let number = self.new_resource(Origin::Kernel(object, kind));
        Arc::make_mut(&mut self.kernel_objects)
            .entry(object)
            .or_default()
            .number = Some(number);
        number
    }

    /// Tells of a use of an object of the kernel, and what it comes to.
    pub(super) fn tell_kernel_use(&mut self, call: &KernelUse, steps: u64) {
        let KernelUse { object, kind, what } = *call;
        let value = self.kernel.level(object);
        let resource = self.kernel_resource(object, kind);
        let event = EventKind::Used {
            resource,
            what,
            value,
        };
        self.events.push((steps, event));
    }

    /// Learns how a process calls objects of the kernel that it uses.
    pub(super) fn learn_names(&mut self, id: ProcessId) {
        if !self.members[id.index()].process().has_named() {
            return;
        }
        let pid = self.members[id.index()].pid;
        for (handle, name) in self.process_mut(id).take_named() {
            let objects = match handle {
                Handle::Object(object) => [Some(object), None],
                Handle::Descriptor(number) => match self.kernel.descriptor(pid, number) {
                    Ok(descriptor) => [descriptor.reads(), descriptor.writes()],
                    Err(_) => [None, None],
                },
            };
            for object in objects.into_iter().flatten() {
                let known = Arc::make_mut(&mut self.kernel_objects).entry(object).or_default();
                if known.name.is_empty() {
                    known.name.clone_from(&name);
                }
            }
        }
    }

    fn new_resource(&mut self, origin: Origin) -> ResourceId {
        let id = ResourceId(self.resources.len() as u32);
        Arc::make_mut(&mut self.resources).push(origin);
        id
    }
}
