//! One search through all states, for one kind of switch points.
//!
//! States are visited in order of the switches that it takes to get there: going on with the fiber that ran last costs
//! nothing, so it is a breadth-first search with edges of 0 and 1. The states that come next are expanded in parallel and
//! merged in a fixed order, so the result depends neither on the number of threads nor on how the work is cut in pieces.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};

use machine::{Canonical, World, Written};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use trace::{End, FiberId, LimitKind, Limits, Place, ResourceId, Schedule, SwitchPoints, WaitFor};

use crate::fingerprint::fingerprint;
use crate::search::Bounds;
use crate::transition;

/// States expanded at once.
const BATCH: usize = 1024;

/// Instructions that visiting a state costs beside those of its transitions, roughly: so slices of work are equally long
/// whatever they consist of.
const STATE_STEPS: u64 = 400;

/// How many times dearer than expected a batch may become before the rest of it is put off.
const TOO_DEAR: u64 = 2;

/// Fewer instructions than these are not worth the hand-over to other threads.
const WORTH_SHARING: u64 = 64 * STATE_STEPS;

/// What a visited state takes: its node and its place in the map.
const NODE_BYTES: u64 = 80;

/// What a state that waits to be expanded takes beside its objects: pages that it shares with nobody, stacks, tables.
const WORLD_BYTES: u64 = 4096;

/// How a state was reached.
#[derive(Clone, Copy, Debug)]
struct Node {
    parent: u32,
    fiber: FiberId,
    steps: u64,
    /// Switches on the way.
    switches: u32,
}

/// A state that waits to be expanded.
#[derive(Clone, Debug)]
struct Open {
    node: u32,
    switches: u32,
    last: FiberId,
    /// Fibers whose next transition would only bring them to wait for the end of a thread, and that thread.
    joining: Vec<(FiberId, FiberId)>,
    world: World,
}

/// Where a transition led.
struct Reached {
    parent: u32,
    fiber: FiberId,
    steps: u64,
    switches: u32,
    joining: Vec<(FiberId, FiberId)>,
    world: World,
    fingerprint: u128,
    end: Option<End>,
}

/// A way in which the program can end.
#[derive(Debug)]
pub(crate) struct Ending {
    pub terminal: Vec<Written>,
    pub end: End,
    node: u32,
    switches: u32,
}

/// What makes endings different: where exactly a thread stands does not.
pub(crate) type Key = (Vec<Written>, End);

/// A search, as far as it has come.
#[derive(Debug)]
pub(crate) struct Pass {
    points: SwitchPoints,
    limits: Limits,
    nodes: Vec<Node>,
    seen: FxHashMap<u128, u32>,
    /// States that are as many switches away as those being expanded, and those one switch further.
    near: VecDeque<Open>,
    far: VecDeque<Open>,
    /// Bytes in `near` and `far`.
    queued: u64,
    endings: Vec<Ending>,
    by_key: FxHashMap<Key, usize>,
    /// Instructions that a state of the last batch cost.
    cost: u64,
    canonical: Canonical,
    pub transitions: u64,
    pub limit: Option<LimitKind>,
}

impl Pass {
    pub fn new(world: World, points: SwitchPoints, limits: Limits) -> Self {
        let root = Node {
            parent: 0,
            fiber: FiberId::MAIN,
            steps: 0,
            switches: 0,
        };
        let mut pass = Self {
            points,
            limits,
            nodes: vec![root],
            seen: FxHashMap::default(),
            near: VecDeque::new(),
            far: VecDeque::new(),
            queued: 0,
            endings: Vec::new(),
            by_key: FxHashMap::default(),
            cost: STATE_STEPS,
            canonical: Canonical::default(),
            transitions: 0,
            limit: None,
        };
        pass.seen.insert(fingerprint(&world, &mut pass.canonical), 0);
        pass.open(
            Open {
                node: 0,
                switches: 0,
                last: FiberId::MAIN,
                joining: Vec::new(),
                world,
            },
            true,
        );
        pass
    }

    /// States visited.
    pub fn states(&self) -> u64 {
        self.nodes.len() as u64
    }

    /// Whether there is nothing left to expand.
    pub fn is_done(&self) -> bool {
        self.near.is_empty() && self.far.is_empty()
    }

    /// Works for about `steps` instructions more, at least one state if there is one; what is left of them because there were
    /// no more states.
    pub fn advance(&mut self, steps: u64, bounds: Bounds) -> u64 {
        let mut left = steps;
        while left > 0 && !self.is_done() {
            if self.states() >= bounds.states {
                self.give_up(LimitKind::Instructions);
            } else if self.queued + self.states() * NODE_BYTES > bounds.memory {
                self.give_up(LimitKind::Memory);
            } else {
                let room = (bounds.states - self.states()).min(left.div_ceil(self.cost));
                left = left.saturating_sub(self.expand(room.min(BATCH as u64) as usize, left));
            }
        }
        left
    }

    fn give_up(&mut self, limit: LimitKind) {
        self.limit = Some(limit);
        self.near = VecDeque::new();
        self.far = VecDeque::new();
        self.queued = 0;
    }

    fn open(&mut self, open: Open, near: bool) {
        self.queued += bytes(&open.world);
        if near { &mut self.near } else { &mut self.far }.push_back(open);
    }

    /// Expands some states, as many as there are instructions for; how many instructions that cost.
    fn expand(&mut self, most: usize, budget: u64) -> u64 {
        if self.near.is_empty() {
            std::mem::swap(&mut self.near, &mut self.far);
        }
        let count = self.near.len().min(most);
        // Some transitions are a few instructions long, some a million.
        let bound = budget.saturating_mul(TOO_DEAR);
        let (spent, expanded) = if count as u64 * self.cost < WORTH_SHARING {
            self.expand_alone(count, bound)
        } else {
            self.expand_together(count, bound)
        };
        if let Some(cost) = spent.checked_div(expanded) {
            self.cost = cost.max(STATE_STEPS);
        }
        spent
    }

    /// Expands one state after another until `bound` instructions are used up: how many that were, and how many states.
    fn expand_alone(&mut self, count: usize, bound: u64) -> (u64, u64) {
        let (mut spent, mut expanded) = (0, 0);
        while expanded < count as u64
            && (expanded == 0 || spent < bound)
            && let Some(open) = self.near.pop_front()
        {
            self.queued -= bytes(&open.world);
            let mut canonical = std::mem::take(&mut self.canonical);
            let reached = successors(open, &self.nodes, self.points, &self.limits, &mut canonical);
            self.canonical = canonical;
            spent += cost(&reached);
            expanded += 1;
            self.merge_all(reached);
        }
        (spent, expanded)
    }

    /// The same, in parallel.
    fn expand_together(&mut self, count: usize, bound: u64) -> (u64, u64) {
        let batch: Vec<Open> = self.near.drain(..count).collect();
        let spent = AtomicU64::new(0);
        let (nodes, points, limits) = (&self.nodes, self.points, &self.limits);
        let expand = |canonical: &mut Canonical, (index, open): (usize, &Open)| {
            if index > 0 && spent.load(Ordering::Relaxed) >= bound {
                return None;
            }
            let reached = successors(open.clone(), nodes, points, limits, canonical);
            spent.fetch_add(cost(&reached), Ordering::Relaxed);
            Some(reached)
        };
        let reached: Vec<Option<Vec<Reached>>> = batch
            .par_iter()
            .enumerate()
            .map_init(Canonical::default, expand)
            .collect();
        // What lies behind the first state that was not expanded is done again: states are merged in their order.
        let expanded: Vec<Vec<Reached>> = reached.into_iter().map_while(|reached| reached).collect();
        let count = expanded.len();
        let mut batch = batch.into_iter();
        for open in batch.by_ref().take(count) {
            self.queued -= bytes(&open.world);
        }
        for open in batch.rev() {
            self.near.push_front(open);
        }
        expanded.into_iter().for_each(|reached| self.merge_all(reached));
        (spent.into_inner(), count as u64)
    }

    fn merge_all(&mut self, reached: Vec<Reached>) {
        for reached in reached {
            self.transitions += 1;
            self.merge(reached);
        }
    }

    fn merge(&mut self, reached: Reached) {
        let Reached {
            parent,
            fiber,
            steps,
            switches,
            joining,
            world,
            fingerprint,
            end,
        } = reached;
        let node = Node {
            parent,
            fiber,
            steps,
            switches,
        };
        if let Some(End::Limit { .. }) = end {
            // In the middle of an instruction: nobody goes on from there, so it is no state to find again.
            let index = self.add(node);
            self.ended(world.kernel.terminal, end, index);
            return;
        }
        let index = match self.seen.get(&fingerprint).copied() {
            Some(index) if self.nodes[index as usize].switches <= switches => return,
            Some(index) => {
                self.nodes[index as usize] = node;
                index
            }
            None => {
                let index = self.add(node);
                self.seen.insert(fingerprint, index);
                index
            }
        };
        if end.is_some() {
            self.ended(world.kernel.terminal, end, index);
            return;
        }
        let near = switches == self.nodes[parent as usize].switches;
        self.open(
            Open {
                node: index,
                switches,
                last: fiber,
                joining,
                world,
            },
            near,
        );
    }

    fn add(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        (self.nodes.len() - 1) as u32
    }

    fn ended(&mut self, terminal: Vec<Written>, end: Option<End>, node: u32) {
        let Some(end) = end else { return };
        let switches = self.nodes[node as usize].switches;
        let key = key(&terminal, &end);
        let ending = Ending {
            terminal,
            end,
            node,
            switches,
        };
        match self.by_key.get(&key).copied() {
            None => {
                self.by_key.insert(key, self.endings.len());
                self.endings.push(ending);
            }
            Some(index) if self.endings[index].switches > switches => self.endings[index] = ending,
            Some(_) => {}
        }
    }

    /// The endings so far, in the order in which they were found.
    pub fn endings(&self) -> &[Ending] {
        &self.endings
    }

    /// Whether the program can end like that.
    pub fn has(&self, key: &Key) -> bool {
        self.by_key.contains_key(key)
    }

    /// The schedule that leads to an ending.
    pub fn witness(&self, ending: &Ending) -> Schedule {
        let mut path = Vec::new();
        let mut at = ending.node;
        while at != 0 {
            let node = self.nodes[at as usize];
            path.push((node.fiber, node.steps));
            at = node.parent;
        }
        let mut schedule = Schedule {
            untimed: true,
            ..Schedule::default()
        };
        path.into_iter()
            .rev()
            .for_each(|(fiber, steps)| schedule.push(fiber, steps));
        schedule
    }
}

/// All transitions out of a state that make a difference.
///
/// A fiber that would only come to wait for the end of a thread can as well do so once that thread has ended: whatever
/// others do first, it comes to the same (its transition stays for later, as in a sleep set; Godefroid 1996). That lies in the
/// state and not in the way to it, so it does not matter by which way a state was reached first. If nobody else can go on it
/// does wait, and the run ends so.
fn successors(
    open: Open,
    nodes: &[Node],
    points: SwitchPoints,
    limits: &Limits,
    canonical: &mut Canonical,
) -> Vec<Reached> {
    // A state that was reached again with fewer switches has been expanded from there.
    if nodes[open.node as usize].switches != open.switches {
        return Vec::new();
    }
    let Open {
        node,
        switches,
        last,
        mut joining,
        world,
    } = open;
    joining.retain(|(_, other)| !world.is_finished(*other));
    let mut fibers: Vec<FiberId> = transition::ready(&world).collect();
    let only_joins = |fiber: &FiberId| joining.iter().any(|(joins, _)| joins == fiber);
    if fibers.iter().all(only_joins) {
        joining.clear();
    } else {
        fibers.retain(|fiber| !only_joins(fiber));
    }
    let mut reached = Vec::new();
    let mut only_join = Vec::new();
    // The last successor needs no copy.
    let worlds = std::iter::repeat_n(world, fibers.len());
    for (fiber, mut world) in fibers.into_iter().zip(worlds) {
        let step = transition::advance(&mut world, fiber, points, limits);
        let to = (fiber, step.steps, world, step.end);
        match step.only_joins {
            None => reached.push(to),
            Some(other) => {
                joining.push((fiber, other));
                only_join.push(to);
            }
        }
    }
    if reached.is_empty() {
        reached = only_join;
    }
    let successor = |(fiber, steps, world, stopped): (FiberId, u64, World, Option<End>)| Reached {
        parent: node,
        fiber,
        steps,
        switches: switches + u32::from(fiber != last),
        joining: joining
            .iter()
            .copied()
            .filter(|(joins, _)| *joins != fiber)
            .collect(),
        end: stopped.or_else(|| transition::end(&world)),
        fingerprint: fingerprint(&world, canonical),
        world,
    };
    reached.into_iter().map(successor).collect()
}

/// What visiting a state cost, in instructions.
fn cost(reached: &[Reached]) -> u64 {
    STATE_STEPS + reached.iter().map(|reached| reached.steps).sum::<u64>()
}

fn bytes(world: &World) -> u64 {
    WORLD_BYTES + world.memory() + world.kernel.written() as u64
}

/// What tells an ending from others.
pub(crate) fn key(terminal: &[Written], end: &End) -> Key {
    let mut end = end.clone();
    match &mut end {
        End::Deadlock { waits } => waits.iter_mut().for_each(|wait| {
            wait.place = Place::default();
            // Numbered in the order in which they were first used, which depends on the schedule.
            if let WaitFor::Resource(resource) = &mut wait.on {
                *resource = ResourceId(0);
            }
        }),
        End::Limit { place, .. } => *place = Place::default(),
        End::Finished { .. } | End::Stopped | End::Diverged { .. } => {}
    }
    (terminal.to_vec(), end)
}
