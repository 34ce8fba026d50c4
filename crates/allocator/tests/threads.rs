//! The allocator under everything that this file does: it is the global one here.

use std::sync::mpsc;
use std::thread;

#[global_allocator]
static ALLOCATOR: allocator::Allocator = allocator::Allocator;

/// A few more or less than a power of two, so that every class and what has none is met.
fn size(step: usize) -> usize {
    let step = step.wrapping_mul(2_654_435_761) >> 7;
    (1 << (step % 14)) + step % 7
}

/// A block of that length whose every byte tells whose it is.
fn block(step: usize, owner: u8) -> Vec<u8> {
    let mut block = vec![owner; size(step)];
    block.resize(size(step + 1), owner);
    block
}

#[test]
fn blocks_belong_to_one_thread_at_a_time() {
    let own_all = |owner| {
        let mut kept = Vec::new();
        for step in 0..20_000 {
            kept.push(block(step, owner));
            if kept.len() > 200 {
                let given_up = kept.swap_remove(step % 100);
                assert!(given_up.iter().all(|byte| *byte == owner));
            }
        }
        assert!(kept.iter().flatten().all(|byte| *byte == owner));
    };
    thread::scope(|scope| {
        for owner in 0..4 {
            scope.spawn(move || own_all(owner));
        }
    });
}

#[test]
fn blocks_are_freed_by_other_threads_than_took_them() {
    let (send, receive) = mpsc::channel::<Vec<u8>>();
    thread::scope(|scope| {
        scope.spawn(move || {
            for step in 0..50_000 {
                send.send(block(step, 7)).expect("somebody receives");
            }
        });
        assert!(
            receive
                .into_iter()
                .all(|block| block.iter().all(|byte| *byte == 7))
        );
    });
}

#[test]
fn zeroed_blocks_are_zero_though_they_were_used() {
    for step in 0..2_000 {
        drop(block(step, 255));
        assert!(vec![0_u8; size(step + 1)].iter().all(|byte| *byte == 0));
    }
}
