//! Which small blocks are alike: those of one class have one size.

use std::alloc::Layout;

/// Every small block has this alignment: what `dlmalloc` gives without asking, where pointers have four bytes.
pub(crate) const ALIGN: usize = 8;

/// Larger blocks are rare, and come from the shared allocator one by one.
const LARGEST: usize = 2048;

/// Up to here there is a class for each multiple of `STEP`; from there on four for each doubling, so that a block has at most a
/// quarter more than was asked for.
const FINE: usize = 128;
const STEP: usize = 16;
const PER_DOUBLING: usize = 4;

/// How many classes there are.
pub(crate) const CLASSES: usize = FINE / STEP + PER_DOUBLING * (LARGEST.ilog2() - FINE.ilog2()) as usize;

/// A class of small blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(u8);

impl Class {
    /// The class of a layout, if it is small.
    pub fn of(layout: Layout) -> Option<Self> {
        let size = layout.size();
        if size > LARGEST || layout.align() > ALIGN {
            return None;
        }
        let class = if size <= FINE {
            size.saturating_sub(1) / STEP
        } else {
            let last = size - 1;
            let doubling = last.ilog2();
            let quarter = (last >> (doubling - PER_DOUBLING.ilog2())) - PER_DOUBLING;
            FINE / STEP + (doubling - FINE.ilog2()) as usize * PER_DOUBLING + quarter
        };
        Some(Self(class as u8))
    }

    /// Its place among all.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Bytes of each of its blocks.
    pub fn size(self) -> usize {
        let class = self.index();
        let Some(coarse) = class.checked_sub(FINE / STEP) else {
            return (class + 1) * STEP;
        };
        let start = FINE << (coarse / PER_DOUBLING);
        start + start / PER_DOUBLING * (coarse % PER_DOUBLING + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(size: usize) -> Option<Class> {
        Class::of(Layout::from_size_align(size, ALIGN).expect("a layout"))
    }

    #[test]
    fn a_block_is_large_enough_and_not_much_larger() {
        let mut before = 0;
        for size in 0..=LARGEST {
            let class = class(size).expect("it is small");
            assert!(class.index() == before || class.index() == before + 1, "{size}");
            before = class.index();
            assert!(class.size() >= size, "{size}");
            assert!(class.size() <= size + (size / PER_DOUBLING).max(STEP), "{size}");
        }
        assert_eq!(before, CLASSES - 1);
    }

    #[test]
    fn large_blocks_and_those_of_a_wide_alignment_have_no_class() {
        assert_eq!(class(LARGEST + 1), None);
        assert_eq!(Class::of(Layout::from_size_align(8, 16).expect("a layout")), None);
    }
}
