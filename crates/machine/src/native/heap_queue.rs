//! The two steps of `heapq`, where comparing items needs no Python.
//!
//! Where it does, or fails, nothing has moved yet, and the functions of the same names in `_core.py` begin anew.

use syntax::tree::CompareOp;

use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow};
use crate::object::Object;
use crate::operators;
use crate::value::Value;

use super::list::items_mut;

const NONE: Result<Flow, Fault> = Ok(Flow::Return(Value::None));

/// `heap_rise(heap, top, index)`: moves the item at `index` towards `top` until its parent is not larger.
pub(super) fn rise(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [list, top, index] = args.exactly("heap_rise")?;
    let heap = &mut context.shared.heap;
    let (Some(items), Value::Int(top), Value::Int(index)) = (plain_list(heap, list), top, index) else {
        return Err(Fault::NeedsPython);
    };
    let (top, index) = (top as usize, index as usize);
    if index >= items.len() {
        return Err(Fault::NeedsPython);
    }
    let place = place_above(heap, items, items[index], top, index)?;
    let items = items_mut(heap, list);
    let item = items[index];
    let mut hole = index;
    while hole > place {
        let parent = (hole - 1) / 2;
        items[hole] = items[parent];
        hole = parent;
    }
    items[hole] = item;
    NONE
}

/// `heap_sink(heap, top)`: fills the place at `top` from below, then lets its item rise from the leaf.
pub(super) fn sink(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [list, top] = args.exactly("heap_sink")?;
    let heap = &mut context.shared.heap;
    let (Some(items), Value::Int(top)) = (plain_list(heap, list), top) else {
        return Err(Fault::NeedsPython);
    };
    let top = top as usize;
    if top >= items.len() {
        return Err(Fault::NeedsPython);
    }
    // The places from `top` down to a leaf, each the smaller child of the one before.
    let mut path = vec![top];
    let mut hole = top;
    while 2 * hole + 1 < items.len() {
        let mut child = 2 * hole + 1;
        if child + 1 < items.len() && !is_less(heap, items[child], items[child + 1])? {
            child += 1;
        }
        path.push(child);
        hole = child;
    }
    let item = items[top];
    // What the item meets on its way up are those that moved up by one place.
    let mut end = path.len() - 1;
    while end > 0 && is_less(heap, item, items[path[end]])? {
        end -= 1;
    }
    let items = items_mut(heap, list);
    for steps in path[..=end].windows(2) {
        items[steps[0]] = items[steps[1]];
    }
    items[path[end]] = item;
    NONE
}

/// The items of a list that is no instance of a subclass.
fn plain_list(heap: &Heap, value: Value) -> Option<&[Value]> {
    match heap.object(value) {
        Some(Object::List(items)) => Some(items),
        _ => None,
    }
}

/// Where an item that is at `index` comes to rest on its way to `top`.
fn place_above(heap: &Heap, items: &[Value], item: Value, top: usize, index: usize) -> Result<usize, Fault> {
    let mut place = index;
    while place > top {
        let parent = (place - 1) / 2;
        if !is_less(heap, item, items[parent])? {
            break;
        }
        place = parent;
    }
    Ok(place)
}

fn is_less(heap: &Heap, left: Value, right: Value) -> Result<bool, Fault> {
    operators::compare(heap, CompareOp::Lt, left, right).map_err(|_| Fault::NeedsPython)
}
