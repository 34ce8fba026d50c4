//! What can happen in pools of threads, whose methods are library code that CPython does not interrupt.

mod common;

use common::{outcomes, set};

/// Behind the start of its thread `submit` does more that others can see, so one may end before the next begins.
#[test]
fn a_task_may_wait_for_its_own_pool_in_vain() {
    let source = "from concurrent.futures import ThreadPoolExecutor
def child(n):
    return n
def parent(n):
    return pool.submit(child, n).result()
pool = ThreadPoolExecutor(2)
a = pool.submit(parent, 1)
b = pool.submit(parent, 2)
print(a.result(), b.result(), end='')
";
    assert_eq!(outcomes(source), set(&[("", true), ("1 2", false)]));
}
