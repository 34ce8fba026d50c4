//! A picture of who waits for whom: where each thread stands, and the arrows between them.
//!
//! Each waits for one at most. So a part of the graph is a circle, or one thread that waits for nobody, and those that lead
//! there in columns to its right.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use trace::{FiberId, LockId, WaitsFor};

/// Size of a thread's box.
pub(crate) const BOX: (f64, f64) = (116.0, 26.0);
/// Between two columns, and between two rows.
const COLUMN: f64 = BOX.0 + 84.0;
const ROW: f64 = BOX.1 + 18.0;
/// How much wider than high a circle is.
const WIDER: f64 = 1.4;
/// Room around everything: for arrows that bow.
const MARGIN: f64 = 34.0;
/// So many that wait for the same, and for whom nobody waits, are drawn; of more, one fewer and how many there are besides.
const SHOWN: usize = 5;

/// What stands in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// A thread.
    Thread(FiberId),
    /// So many threads that wait alike.
    More(usize),
}

/// A box; its middle.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub label: Label,
    pub at: (f64, f64),
    pub in_circle: bool,
}

/// An arrow from who waits to whom it waits for: places of their boxes among all.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arrow {
    pub from: usize,
    pub to: usize,
    pub lock: Option<LockId>,
    pub in_circle: bool,
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Waits {
    pub nodes: Vec<Node>,
    pub arrows: Vec<Arrow>,
    pub size: (f64, f64),
}

impl Waits {
    /// Lays a graph out; nothing is in the picture of one without waits.
    pub fn of(waits: &[WaitsFor]) -> Self {
        let circles = WaitsFor::circles(waits);
        let waits_for_nobody = |fiber: &FiberId| waits.iter().all(|wait| wait.fiber != *fiber);
        let mut ends: Vec<FiberId> = waits
            .iter()
            .map(|wait| wait.other)
            .filter(waits_for_nobody)
            .collect();
        ends.sort();
        ends.dedup();
        let mut picture = Self::default();
        let roots = circles.iter().map(|circle| (circle.as_slice(), true));
        for (root, in_circle) in roots.chain(ends.chunks(1).map(|end| (end, false))) {
            picture.add_part(waits, root, in_circle);
        }
        picture
    }

    /// Adds a circle, or one that waits for nobody, and all that lead there, below what there is.
    fn add_part(&mut self, waits: &[WaitsFor], root: &[FiberId], in_circle: bool) {
        let mut columns: Vec<Vec<(Label, FiberId)>> = Vec::new();
        let mut before: Vec<FiberId> = root.to_vec();
        loop {
            let column = leading_to(waits, &before, root);
            if column.is_empty() {
                break;
            }
            before = column.iter().filter_map(|(label, _)| thread(*label)).collect();
            columns.push(column);
        }
        let ring = ring(root.len());
        let ring_height = ring.iter().map(|place| place.1).fold(0.0, f64::max) + BOX.1;
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let height = ring_height.max(rows as f64 * ROW);
        let top = self.size.1 + MARGIN;
        let left = MARGIN + BOX.0 / 2.0;
        let width = ring.iter().map(|place| place.0).fold(0.0, f64::max);
        let mut places = BTreeMap::new();
        for (fiber, (x, y)) in root.iter().zip(&ring) {
            let y = top + (height - ring_height) / 2.0 + BOX.1 / 2.0 + y;
            places.insert(*fiber, self.nodes.len());
            self.add_node(Label::Thread(*fiber), (left + x, y), in_circle);
        }
        for (depth, column) in columns.iter().enumerate() {
            let x = left + width + (depth + 1) as f64 * COLUMN;
            let start = top + (height - column.len() as f64 * ROW) / 2.0 + ROW / 2.0;
            for (row, (label, _)) in column.iter().enumerate() {
                if let Some(fiber) = thread(*label) {
                    places.insert(fiber, self.nodes.len());
                }
                self.add_node(*label, (x, start + row as f64 * ROW), false);
                if let Label::More(_) = label {
                    let (from, to) = (self.nodes.len() - 1, places[&column[row].1]);
                    self.arrows.push(Arrow {
                        from,
                        to,
                        lock: None,
                        in_circle: false,
                    });
                }
            }
        }
        for wait in waits {
            let Some((&from, &to)) = places.get(&wait.fiber).zip(places.get(&wait.other)) else {
                continue;
            };
            let in_circle = in_circle && root.contains(&wait.fiber);
            let lock = wait.lock;
            self.arrows.push(Arrow {
                from,
                to,
                lock,
                in_circle,
            });
        }
        let right = left + width + columns.len() as f64 * COLUMN + BOX.0 / 2.0;
        self.size.0 = self.size.0.max(right + MARGIN);
        self.size.1 = top + height + MARGIN / 2.0;
    }

    fn add_node(&mut self, label: Label, at: (f64, f64), in_circle: bool) {
        self.nodes.push(Node { label, at, in_circle });
    }
}

fn thread(label: Label) -> Option<FiberId> {
    match label {
        Label::Thread(fiber) => Some(fiber),
        Label::More(_) => None,
    }
}

/// Who waits for those of the column before, and for whom: in their order, many alike folded.
fn leading_to(waits: &[WaitsFor], before: &[FiberId], root: &[FiberId]) -> Vec<(Label, FiberId)> {
    let mut column = Vec::new();
    for other in before {
        let waiters = waits
            .iter()
            .filter(|wait| wait.other == *other && !root.contains(&wait.fiber))
            .map(|wait| wait.fiber);
        // Those for whom somebody waits come first: they cannot be folded.
        let (inner, outer): (Vec<_>, Vec<_>) =
            waiters.partition(|fiber| waits.iter().any(|wait| wait.other == *fiber));
        let shown = if outer.len() > SHOWN {
            SHOWN - 1
        } else {
            outer.len()
        };
        let threads = inner.iter().chain(&outer[..shown]);
        column.extend(threads.map(|fiber| (Label::Thread(*fiber), *other)));
        if shown < outer.len() {
            column.push((Label::More(outer.len() - shown), *other));
        }
    }
    column
}

/// Places of a circle's boxes, the leftmost and the topmost at 0.
fn ring(length: usize) -> Vec<(f64, f64)> {
    let places: Vec<(f64, f64)> = match length {
        0 | 1 => vec![(0.0, 0.0); length],
        2 => vec![(0.0, 0.0), (0.0, 2.0 * ROW)],
        _ => {
            // It is wider than high, as boxes are; neighbours above and below its middle lie side by side.
            let radius = (length as f64 * (BOX.0 + 8.0) / (WIDER * TAU)).max(1.7 * ROW);
            let place = |index: usize| {
                let angle = TAU * (index as f64 / length as f64 - 0.25);
                (WIDER * radius * angle.cos(), radius * angle.sin())
            };
            (0..length).map(place).collect()
        }
    };
    let least = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min);
    let (left, top) = (least(|place| place.0), least(|place| place.1));
    places.iter().map(|(x, y)| (x - left, y - top)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(pairs: &[(u32, u32)]) -> Waits {
        let wait = |&(fiber, other): &(u32, u32)| WaitsFor {
            fiber: FiberId(fiber),
            other: FiberId(other),
            lock: Some(LockId(0)),
        };
        Waits::of(&pairs.iter().map(wait).collect::<Vec<_>>())
    }

    fn overlap(one: &Node, other: &Node) -> bool {
        (one.at.0 - other.at.0).abs() < BOX.0 && (one.at.1 - other.at.1).abs() < BOX.1
    }

    fn is_tidy(picture: &Waits) {
        for (index, node) in picture.nodes.iter().enumerate() {
            let (x, y) = node.at;
            assert!(x >= BOX.0 / 2.0 && x + BOX.0 / 2.0 <= picture.size.0, "{node:?}");
            assert!(y >= BOX.1 / 2.0 && y + BOX.1 / 2.0 <= picture.size.1, "{node:?}");
            let others = &picture.nodes[index + 1..];
            assert!(
                others.iter().all(|other| !overlap(node, other)),
                "{node:?} of {picture:#?}"
            );
        }
    }

    #[test]
    fn boxes_lie_in_the_picture_and_none_upon_another() {
        let philosophers: Vec<_> = (0..5).map(|at| (at, (at + 1) % 5)).collect();
        let many: Vec<_> = (0..40).map(|at| (at, (at + 1) % 40)).collect();
        let mixed = [(0, 1), (1, 2), (2, 1), (3, 0), (4, 0), (5, 6), (7, 7)];
        for pairs in [&philosophers[..], &many, &mixed, &[(0, 1), (1, 0)], &[(0, 0)]] {
            let picture = picture(pairs);
            is_tidy(&picture);
            assert_eq!(picture.arrows.len(), pairs.len());
        }
    }

    #[test]
    fn the_circle_is_marked_and_nobody_else() {
        let picture = picture(&[(0, 1), (1, 2), (2, 1)]);
        let marked = picture.nodes.iter().filter(|node| node.in_circle);
        let marked: Vec<_> = marked.map(|node| node.label).collect();
        assert_eq!(marked, [Label::Thread(FiberId(1)), Label::Thread(FiberId(2))]);
        assert_eq!(picture.arrows.iter().filter(|arrow| arrow.in_circle).count(), 2);
    }

    #[test]
    fn a_hundred_that_wait_for_one_are_folded() {
        let pairs: Vec<_> = (1..=100).map(|fiber| (fiber, 0)).collect();
        let picture = picture(&pairs);
        is_tidy(&picture);
        assert_eq!(picture.nodes.len(), 1 + SHOWN);
        assert!(
            picture
                .nodes
                .iter()
                .any(|node| node.label == Label::More(101 - SHOWN))
        );
    }

    #[test]
    fn nobody_waits_in_an_empty_picture() {
        assert_eq!(picture(&[]), Waits::default());
    }
}
