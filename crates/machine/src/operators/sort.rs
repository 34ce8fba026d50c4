//! Sorting that survives any answers: what `list.sort` compares need not be an order. Short lists are sorted with the very
//! comparisons of CPython's (`count_run` and `binarysort` in `Objects/listobject.c`), so that these come out alike.

use std::cmp::Ordering;

/// Lists shorter than this are one run.
const SHORT: usize = 64;

/// The order in which `length` items are sorted, stable; `less(a, b)` says whether item `a` comes before item `b`.
pub(crate) fn sorted_order<E>(
    length: usize,
    reverse: bool,
    mut less: impl FnMut(usize, usize) -> Result<bool, E>,
) -> Result<Vec<usize>, E> {
    let mut order: Vec<usize> = (0..length).collect();
    // Equal items keep their order even in reverse.
    if reverse {
        order.reverse();
    }
    let chunk = run_length(length);
    for run in order.chunks_mut(chunk) {
        sort_run(run, &mut less)?;
    }
    let mut width = chunk;
    while width < length {
        let mut merged = Vec::with_capacity(length);
        for pair in order.chunks(width * 2) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, &mut merged, &mut less)?;
        }
        order = merged;
        width *= 2;
    }
    if reverse {
        order.reverse();
    }
    Ok(order)
}

/// The order of items by keys of which each two compare, stable.
pub(crate) fn order_by<K>(keys: Vec<K>, reverse: bool, compare: impl Fn(&K, &K) -> Ordering) -> Vec<usize> {
    let mut pairs: Vec<(K, usize)> = keys.into_iter().zip(0..).collect();
    // Equal items keep their order even in reverse.
    if reverse {
        pairs.sort_by(|(a, _), (b, _)| compare(b, a));
    } else {
        pairs.sort_by(|(a, _), (b, _)| compare(a, b));
    }
    pairs.into_iter().map(|(_, index)| index).collect()
}

/// Runs of this length make a number of runs that is a power of two, or a little less.
fn run_length(length: usize) -> usize {
    let mut left = length;
    let mut rest = 0;
    while left >= SHORT {
        rest |= left & 1;
        left >>= 1;
    }
    (left + rest).max(1)
}

fn sort_run<E>(run: &mut [usize], less: &mut impl FnMut(usize, usize) -> Result<bool, E>) -> Result<(), E> {
    let sorted = begin_of_order(run, less)?;
    for next in sorted..run.len() {
        let pivot = run[next];
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(pivot, run[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        run[low..=next].rotate_right(1);
    }
    Ok(())
}

/// How many of the first items are in order, after those that descend have been turned round.
fn begin_of_order<E>(
    run: &mut [usize],
    less: &mut impl FnMut(usize, usize) -> Result<bool, E>,
) -> Result<usize, E> {
    if run.len() < 2 {
        return Ok(run.len());
    }
    let descends = less(run[1], run[0])?;
    let mut length = 2;
    while length < run.len() && less(run[length], run[length - 1])? == descends {
        length += 1;
    }
    if descends {
        run[..length].reverse();
    }
    Ok(length)
}

fn merge<E>(
    mut left: &[usize],
    mut right: &[usize],
    merged: &mut Vec<usize>,
    less: &mut impl FnMut(usize, usize) -> Result<bool, E>,
) -> Result<(), E> {
    while let (Some(a), Some(b)) = (left.first(), right.first()) {
        if less(*b, *a)? {
            merged.push(*b);
            right = &right[1..];
        } else {
            merged.push(*a);
            left = &left[1..];
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
    Ok(())
}
