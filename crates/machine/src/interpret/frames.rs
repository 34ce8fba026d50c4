//! The loop: one step after another, through calls, returns and generators' turns, until the budget is used or an instruction
//! comes that is for the rare path.
//!
//! It goes by pointers instead of indices: every step would look whether its operand lies on the stack, and whether there is
//! a next one. The compiler has made sure of both for all code (`compile/assemble.rs`), and each entry of a frame of its room.

use super::quick_calls::{self, Call};
use super::signals::Standing;
use super::{Interpreter, Next, quick, quick_attribute, quick_data, quick_make, quick_natives};
use crate::code::Unit;
use crate::fiber::Frame;
use crate::heap::{Heap, own};
use crate::library::ModuleId;
use crate::native::Fault;
use crate::object::Object;
use crate::opcode::Instr;
use crate::operators;
use crate::shared::Shared;
use crate::step::{LONGEST, Relations, Step};
use crate::value::{Value, is_same};
use syntax::tree::BinaryOp;

/// Why the loop stopped.
pub(super) enum FrameEvent {
    /// The budget is used up.
    Budget,
    /// Something waits for its finaliser.
    Dying,
    /// This instruction of the rare path has been executed, and there is something to look at.
    Done(Instr),
    /// This instruction is for the rare path; it is counted, and the program counter is behind it.
    Rare(Instr),
    /// This instruction of the rare path has been executed from where the fiber stood, and this came of it.
    Left(Instr, Standing, Result<Next, Fault>),
}

/// Why a frame is left.
enum Leave {
    Budget,
    Dying,
    Done,
    Rare,
    Return,
    Yield,
}

/// Arithmetic, the most common first.
#[inline(always)]
fn binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    if let (Value::Int(a), Value::Int(b)) = (left, right) {
        match op {
            BinaryOp::Add => return a.checked_add(b).map(Value::Int),
            BinaryOp::Sub => return a.checked_sub(b).map(Value::Int),
            _ => {}
        }
    }
    quick::binary(op, left, right)
}

#[inline(always)]
fn compare(relations: Relations, left: Value, right: Value) -> Option<bool> {
    if let (Value::Int(a), Value::Int(b)) = (left, right) {
        return Some(relations.hold(a, b));
    }
    compare_floats(relations, left, right)
}

#[inline(never)]
fn compare_floats(relations: Relations, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Float(a), Value::Float(b)) => Some(relations.hold_of_floats(a.get(), b.get())),
        _ => None,
    }
}

/// The next item of an iterator over a range, list or tuple, a new reference. What it is not is mostly a generator.
#[inline(always)]
fn next_item(heap: &mut Heap, iterator: Value) -> Option<Value> {
    match heap.object_mut(iterator)? {
        Object::Iterator(state) => {
            let state = own(state);
            if let Some(range) = state.range
                && !state.reversed
            {
                let number = range.nth(state.index as i64)?;
                state.index += 1;
                state.taken += 1;
                return Some(Value::Int(number));
            }
            operators::next_plain(heap, iterator)
        }
        _ => None,
    }
}

impl Interpreter<'_> {
    /// Executes common instructions, and where `is_plain` those that change the frame; an instruction that it does not know is
    /// counted, and returned. Also returned is what is left of the budget.
    #[inline(never)]
    pub(super) fn run_steps(&mut self, budget: u64, is_plain: bool) -> (u64, FrameEvent) {
        let fiber = &mut *self.fiber;
        let program = self.program;
        let limit = self.shared.recursion_limit as usize;
        let Shared {
            heap, main, library, ..
        } = &mut *self.shared;
        let library = library.as_slice();
        let mut left = budget.min(i64::MAX as u64) as i64;
        let beyond = budget - left as u64;
        let event = 'unit: loop {
            let module = fiber.frame().code.unit();
            let Unit {
                codes,
                globals: variables,
                attributes,
                constants,
                ..
            } = program.unit(module);
            let is_main = module == ModuleId::MAIN;
            // The library's variables are shared by all clones of a process until one is stored to, which is not done here.
            let (globals, values) = if is_main {
                assert!(main.globals.len() >= variables.len() && main.constants.len() >= constants.len());
                (main.globals.as_mut_ptr(), main.constants.as_slice().as_ptr())
            } else {
                let module = &library[module.0 as usize - 1];
                assert!(module.globals.len() >= variables.len() && module.constants.len() >= constants.len());
                (
                    module.globals.as_ptr().cast_mut(),
                    module.constants.as_slice().as_ptr(),
                )
            };
            'frame: loop {
                let frame: *mut Frame = fiber.frame();
                // SAFETY: the fiber's last frame lives until frames come or go, behind which the loop begins anew.
                let (id, at, base) = unsafe { ((*frame).code, (*frame).pc as usize, (*frame).base as usize) };
                debug_assert!(id.index() < codes.len());
                // SAFETY: the compiler names no code but its own.
                let code = unsafe { codes.get_unchecked(id.index()) };
                let size = code.entry.frame_size as usize;
                // Whoever pushes a frame makes room for it.
                debug_assert!(
                    fiber.stack.len() >= base + size && at < code.instrs.len() && fiber.top >= base
                );
                // Towards the end of the budget instructions are made one by one.
                let (steps, held) = if left >= LONGEST as i64 {
                    (code.steps.fused.as_ptr(), LONGEST as i64 - 1)
                } else {
                    (code.steps.single.as_ptr(), 0)
                };
                left -= held;
                // SAFETY: there is one step for each instruction, of which the frame's is one, and the stack has room for all
                // places and operands of the frame: `Code` says how many it needs. The compiler has followed all ways through
                // the code: each instruction finds as many operands as it takes, none leads out of it, and each place, name
                // and constant that it names is there. Nothing but what begins the loop anew makes the stack grow.
                let leave = unsafe {
                    let first = fiber.stack.as_mut_ptr().add(base);
                    let mut top = fiber.stack.as_mut_ptr().add(fiber.top);
                    let mut pc = steps.add(at);

                    macro_rules! push {
                        ($value:expr) => {{
                            debug_assert!(top < first.add(size));
                            top.write($value);
                            top = top.add(1);
                        }};
                    }
                    macro_rules! load {
                        ($value:expr) => {{
                            if let Value::Object(id) = $value {
                                heap.retain_object_here(id);
                            }
                            push!($value);
                        }};
                    }
                    macro_rules! local {
                        ($place:expr) => {
                            *first.add($place as usize)
                        };
                    }
                    macro_rules! constant {
                        ($index:expr) => {
                            *values.add($index as usize)
                        };
                    }
                    macro_rules! operand {
                        ($depth:expr) => {
                            *top.sub($depth)
                        };
                    }
                    // So many more instructions of the step are made.
                    macro_rules! skip {
                        ($count:expr) => {{
                            pc = pc.add($count);
                            left -= $count;
                        }};
                    }
                    macro_rules! jump {
                        ($target:expr) => {
                            pc = steps.add($target as usize)
                        };
                    }
                    macro_rules! or_rare {
                        ($value:expr) => {
                            match $value {
                                Some(value) => value,
                                None => break Leave::Rare,
                            }
                        };
                    }
                    macro_rules! bound {
                        ($value:expr) => {{
                            let value = $value;
                            if !value.is_bound() {
                                break Leave::Rare;
                            }
                            value
                        }};
                    }
                    macro_rules! global {
                        ($slot:expr) => {{
                            let value = *globals.add($slot as usize);
                            if value.is_bound() {
                                value
                            } else {
                                or_rare!(variables.get_unchecked($slot as usize).builtin)
                            }
                        }};
                    }
                    macro_rules! look_for_dying {
                        () => {
                            if heap.has_dying() {
                                break Leave::Dying;
                            }
                        };
                    }
                    macro_rules! drop {
                        ($value:expr) => {
                            if let Value::Object(id) = $value {
                                heap.release_object_here(id);
                                look_for_dying!();
                            }
                        };
                    }
                    macro_rules! store {
                        ($place:expr, $value:expr) => {{
                            let old = std::mem::replace(&mut local!($place), $value);
                            drop!(old);
                        }};
                    }
                    // The first two instructions of a step whose others could not be made with what these load.
                    macro_rules! load_two {
                        ($a:expr, $b:expr) => {{
                            if !$a.is_bound() {
                                break Leave::Rare;
                            }
                            load!($a);
                            skip!(1);
                            if !$b.is_bound() {
                                break Leave::Rare;
                            }
                            load!($b);
                        }};
                    }
                    // The same of one instruction; the next is for the rare path.
                    macro_rules! load_and_leave {
                        ($a:expr) => {{
                            if $a.is_bound() {
                                load!($a);
                                skip!(1);
                            }
                            break Leave::Rare;
                        }};
                    }
                    macro_rules! save {
                        () => {{
                            (*frame).pc = pc.offset_from(steps) as u32;
                            fiber.top = top.offset_from(fiber.stack.as_ptr()) as usize;
                        }};
                    }
                    // A frame came or went, and maybe there is something to look at behind this instruction.
                    macro_rules! moved {
                        ($instr:expr) => {{
                            if heap.has_dying() || heap.is_collection_due() {
                                left += held;
                                break 'unit FrameEvent::Done($instr);
                            }
                            left += held;
                            if fiber.frame().code.unit() == module {
                                continue 'frame;
                            }
                            continue 'unit;
                        }};
                    }
                    // `FOR_ITER` over something else than a range, list or tuple.
                    macro_rules! iterate {
                        ($iterator:expr, $target:expr) => {{
                            if is_plain
                                && let Value::Object(id) = $iterator
                                && let Object::Generator(_) = heap.get_here(id)
                            {
                                save!();
                                if quick_calls::resume::<false>(fiber, heap, program, limit, id, $target) {
                                    moved!(Instr::ForIter($target));
                                }
                            }
                            break Leave::Rare;
                        }};
                    }

                    let leave = loop {
                        left -= 1;
                        if left < 0 {
                            left += 1;
                            break Leave::Budget;
                        }
                        // Arms take of it what they need.
                        let step = &*pc;
                        pc = pc.add(1);
                        match *step {
                            Step::Other => break Leave::Rare,
                            Step::Nothing => {}
                            Step::LoadFast(a) => {
                                let a = bound!(local!(a));
                                load!(a);
                            }
                            Step::FastFast(a, b) => {
                                let (a, b) = (local!(a), local!(b));
                                load_two!(a, b);
                            }
                            Step::FastConst(a, b) => {
                                let a = bound!(local!(a));
                                let b = constant!(b);
                                load!(a);
                                load!(b);
                                skip!(1);
                            }
                            Step::LoadConst(a) => {
                                let a = constant!(a);
                                load!(a);
                            }
                            Step::StoreFast(a) => {
                                top = top.sub(1);
                                store!(a, *top);
                            }
                            Step::StoreLoad(a, b) => {
                                top = top.sub(1);
                                store!(a, *top);
                                skip!(1);
                                let b = bound!(local!(b));
                                load!(b);
                            }
                            Step::LoadGlobal(slot) => {
                                let value = global!(slot);
                                load!(value);
                            }
                            Step::LoadGlobalNull(slot) => {
                                let value = global!(slot);
                                push!(Value::Unbound);
                                load!(value);
                            }
                            Step::StoreGlobal(slot) => {
                                if !is_main {
                                    break Leave::Rare;
                                }
                                top = top.sub(1);
                                let old = std::mem::replace(&mut *globals.add(slot as usize), *top);
                                drop!(old);
                            }
                            Step::PushNull => push!(Value::Unbound),
                            Step::Copy(depth) => {
                                let value = operand!(depth as usize);
                                load!(value);
                            }
                            Step::Swap(depth) => std::ptr::swap(top.sub(1), top.sub(depth as usize)),
                            Step::LoadDeref(place) => push!(or_rare!(quick::cell(heap, local!(place)))),
                            Step::PopTop => {
                                top = top.sub(1);
                                drop!(*top);
                            }
                            Step::PopJump(target) => {
                                top = top.sub(1);
                                drop!(*top);
                                left -= 1;
                                jump!(target);
                            }
                            Step::PassPopJump(target) => {
                                skip!(1);
                                top = top.sub(1);
                                drop!(*top);
                                left -= 1;
                                jump!(target);
                            }
                            Step::GlobalNullFast(slot, a) => {
                                let value = global!(slot);
                                push!(Value::Unbound);
                                load!(value);
                                skip!(1);
                                let a = bound!(local!(a));
                                load!(a);
                            }
                            Step::Binary(op) => {
                                let value = or_rare!(binary(op, operand!(2), operand!(1)));
                                top = top.sub(1);
                                operand!(1) = value;
                            }
                            Step::ConstBinary(op, b) => {
                                let b = constant!(b);
                                if let Some(value) = binary(op, operand!(1), b) {
                                    operand!(1) = value;
                                    skip!(1);
                                } else {
                                    load!(b);
                                }
                            }
                            Step::FastBinary(op, b) => {
                                let b = local!(b);
                                if let Some(value) = binary(op, operand!(1), b) {
                                    operand!(1) = value;
                                    skip!(1);
                                } else {
                                    load_and_leave!(b);
                                }
                            }
                            Step::FastConstBinary(op, a, b) => {
                                let (a, b) = (local!(a), constant!(b));
                                if let Some(value) = binary(op, a, b) {
                                    push!(value);
                                    skip!(2);
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::FastFastBinary(op, a, b) => {
                                let (a, b) = (local!(a), local!(b));
                                if let Some(value) = binary(op, a, b) {
                                    push!(value);
                                    skip!(2);
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::BinaryStore(op, to) => {
                                let value = or_rare!(binary(op, operand!(2), operand!(1)));
                                top = top.sub(2);
                                skip!(1);
                                store!(to, value);
                            }
                            Step::FastConstBinaryStore(op, a, b, to) => {
                                let (a, b) = (local!(a), constant!(b));
                                if let Some(value) = binary(op, a, b) {
                                    skip!(3);
                                    store!(to, value);
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::FastFastBinaryStore(op, a, b, to) => {
                                let (a, b) = (local!(a), local!(b));
                                if let Some(value) = binary(op, a, b) {
                                    skip!(3);
                                    store!(to, value);
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::Compare(relations) => {
                                let value = or_rare!(compare(relations, operand!(2), operand!(1)));
                                top = top.sub(1);
                                operand!(1) = Value::bool(value);
                            }
                            Step::CompareJump(relations, target) => {
                                let jumps = or_rare!(compare(relations, operand!(2), operand!(1)));
                                top = top.sub(2);
                                skip!(1);
                                if jumps {
                                    jump!(target);
                                }
                            }
                            Step::ConstCompareJump(relations, b, target) => {
                                let b = constant!(b);
                                if let Some(jumps) = compare(relations, operand!(1), b) {
                                    top = top.sub(1);
                                    skip!(2);
                                    if jumps {
                                        jump!(target);
                                    }
                                } else {
                                    load!(b);
                                }
                            }
                            Step::FastCompareJump(relations, b, target) => {
                                let b = local!(b);
                                if let Some(jumps) = compare(relations, operand!(1), b) {
                                    top = top.sub(1);
                                    skip!(2);
                                    if jumps {
                                        jump!(target);
                                    }
                                } else {
                                    let b = bound!(b);
                                    load!(b);
                                }
                            }
                            Step::FastConstCompareJump(relations, a, b, target) => {
                                let (a, b) = (local!(a), constant!(b));
                                if let Some(jumps) = compare(relations, a, b) {
                                    skip!(3);
                                    if jumps {
                                        jump!(target);
                                    }
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::FastFastCompareJump(relations, a, b, target) => {
                                let (a, b) = (local!(a), local!(b));
                                if let Some(jumps) = compare(relations, a, b) {
                                    skip!(3);
                                    if jumps {
                                        jump!(target);
                                    }
                                } else {
                                    load_two!(a, b);
                                }
                            }
                            Step::Is(negated) => {
                                let (a, b) = (operand!(2), operand!(1));
                                heap.release(b);
                                heap.release(a);
                                top = top.sub(1);
                                operand!(1) = Value::bool(is_same(a, b) != negated);
                                look_for_dying!();
                            }
                            Step::JumpIfFalse(target) => {
                                let value = or_rare!(quick::truth(operand!(1)));
                                top = top.sub(1);
                                if !value {
                                    jump!(target);
                                }
                            }
                            Step::JumpIfTrue(target) => {
                                let value = or_rare!(quick::truth(operand!(1)));
                                top = top.sub(1);
                                if value {
                                    jump!(target);
                                }
                            }
                            Step::Jump(target) => jump!(target),
                            Step::ForIter(target) => {
                                let iterator = operand!(1);
                                match next_item(heap, iterator) {
                                    Some(item) => push!(item),
                                    None => iterate!(iterator, target),
                                }
                            }
                            Step::ForIterStore(to, target) => {
                                let iterator = operand!(1);
                                match next_item(heap, iterator) {
                                    Some(item) => {
                                        skip!(1);
                                        store!(to, item);
                                    }
                                    None => iterate!(iterator, target),
                                }
                            }
                            Step::ForIterPair(target) => {
                                let iterator = operand!(1);
                                if let Some(item) = next_item(heap, iterator) {
                                    push!(item);
                                } else if is_plain
                                    // A pair that is taken apart at once need not be made.
                                    && let Some((count, item)) = operators::next_plain_parts(heap, iterator)
                                {
                                    skip!(1);
                                    push!(item);
                                    push!(count);
                                } else {
                                    iterate!(iterator, target);
                                }
                            }
                            Step::Subscript => {
                                let (container, index) = (operand!(2), operand!(1));
                                let item = or_rare!(quick::item(heap, container, index));
                                heap.release(index);
                                heap.release(container);
                                top = top.sub(1);
                                operand!(1) = item;
                                look_for_dying!();
                            }
                            Step::FastSubscript(index) => {
                                let (container, index) = (operand!(1), local!(index));
                                if let Some(item) = quick::item(heap, container, index) {
                                    skip!(1);
                                    operand!(1) = item;
                                    heap.release(container);
                                    look_for_dying!();
                                } else {
                                    load_and_leave!(index);
                                }
                            }
                            Step::FastFastSubscript(container, index) => {
                                let (container, index) = (local!(container), local!(index));
                                if let Some(item) = quick::item(heap, container, index) {
                                    skip!(2);
                                    push!(item);
                                } else {
                                    load_two!(container, index);
                                    skip!(1);
                                    break Leave::Rare;
                                }
                            }
                            Step::StoreSubscript => {
                                let (value, container, index) = (operand!(3), operand!(2), operand!(1));
                                let old = or_rare!(quick::set_item(heap, container, index, value));
                                top = top.sub(3);
                                heap.release(old);
                                heap.release(index);
                                heap.release(container);
                                look_for_dying!();
                            }
                            Step::FastFastStoreSubscript(container, index) => {
                                let (container, index) = (local!(container), local!(index));
                                if let Some(old) = quick::set_item(heap, container, index, operand!(1)) {
                                    skip!(2);
                                    top = top.sub(1);
                                    drop!(old);
                                } else {
                                    load_two!(container, index);
                                    skip!(1);
                                    break Leave::Rare;
                                }
                            }
                            Step::ConstFastFastStoreSubscript(value, container, index) => {
                                let value = constant!(value);
                                let (container, index) = (local!(container), local!(index));
                                load!(value);
                                if let Some(old) = quick::set_item(heap, container, index, value) {
                                    skip!(3);
                                    top = top.sub(1);
                                    drop!(old);
                                } else {
                                    skip!(1);
                                    load_two!(container, index);
                                    skip!(1);
                                    break Leave::Rare;
                                }
                            }
                            Step::LoadAttr(name) => {
                                let object = operand!(1);
                                let attribute = attributes.get_unchecked(name as usize);
                                operand!(1) = or_rare!(quick_attribute::get(heap, object, attribute));
                                heap.release(object);
                                look_for_dying!();
                            }
                            Step::FastAttr(object, name) => {
                                let object = local!(object);
                                let attribute = attributes.get_unchecked(name as usize);
                                if let Some(value) = quick_attribute::get(heap, object, attribute) {
                                    skip!(1);
                                    push!(value);
                                } else {
                                    load_and_leave!(object);
                                }
                            }
                            Step::StoreAttr(name) => {
                                let (value, object) = (operand!(2), operand!(1));
                                let attribute = attributes.get_unchecked(name as usize);
                                let old = or_rare!(quick_attribute::set(heap, object, attribute, value));
                                top = top.sub(2);
                                heap.release(old);
                                heap.release(object);
                                look_for_dying!();
                            }
                            Step::FastStoreAttr(object, name) => {
                                let object = local!(object);
                                let attribute = attributes.get_unchecked(name as usize);
                                if let Some(old) = quick_attribute::set(heap, object, attribute, operand!(1))
                                {
                                    skip!(1);
                                    top = top.sub(1);
                                    drop!(old);
                                } else {
                                    load_and_leave!(object);
                                }
                            }
                            Step::LoadMethod(name) => {
                                let object = operand!(1);
                                let attribute = attributes.get_unchecked(name as usize);
                                operand!(1) = or_rare!(quick_attribute::method(heap, object, attribute));
                                push!(object);
                            }
                            Step::Unpack(count) => {
                                let sequence = operand!(1);
                                let places = std::slice::from_raw_parts_mut(top.sub(1), count as usize);
                                or_rare!(quick::unpack(heap, sequence, places));
                                top = top.sub(1).add(count as usize);
                                heap.release(sequence);
                                look_for_dying!();
                            }
                            Step::ListAppend(depth) => {
                                let list = operand!(depth as usize + 1);
                                or_rare!(quick::append(heap, list, operand!(1)));
                                top = top.sub(1);
                            }
                            Step::Call(count) => {
                                if !is_plain || (*frame).keywords.is_some() {
                                    break Leave::Rare;
                                }
                                let bottom = top.sub(count as usize + 2);
                                let (callable, start) = match *bottom {
                                    Value::Unbound => (*bottom.add(1), bottom.add(2)),
                                    callable => (callable, bottom.add(1)),
                                };
                                let given = top.offset_from(start) as usize;
                                if let Value::Native(native) = callable {
                                    let args = std::slice::from_raw_parts(start, given);
                                    let value = or_rare!(quick_natives::call(heap, native, args));
                                    while top > bottom {
                                        top = top.sub(1);
                                        heap.release(*top);
                                    }
                                    push!(value);
                                    if heap.has_dying() || heap.is_collection_due() {
                                        break Leave::Done;
                                    }
                                    continue;
                                }
                                let (id, function) = match callable {
                                    Value::Function(id) => (id, None),
                                    Value::Object(object) => match heap.get_here(object) {
                                        Object::Function(function) => (function.code, Some(object)),
                                        Object::Class(_) => {
                                            save!();
                                            let count = count as usize;
                                            if quick_make::make(fiber, heap, program, library, limit, count)
                                                .is_some()
                                            {
                                                moved!(Instr::Call(count as u32));
                                            }
                                            break Leave::Rare;
                                        }
                                        _ => break Leave::Rare,
                                    },
                                    _ => break Leave::Rare,
                                };
                                let callee = if id.unit() == module {
                                    codes.get_unchecked(id.index())
                                } else {
                                    program.code(id)
                                };
                                save!();
                                let bottom = fiber.top - count as usize - 2;
                                let call = Call {
                                    id,
                                    code: callee,
                                    function,
                                    bottom,
                                    given,
                                };
                                if !quick_calls::enter(fiber, heap, library, limit, &call) {
                                    break Leave::Rare;
                                }
                                moved!(Instr::Call(count));
                            }
                            Step::Return => break Leave::Return,
                            Step::FastReturn(a) => {
                                // It goes with the frame.
                                let value = bound!(local!(a));
                                local!(a) = Value::Unbound;
                                push!(value);
                                skip!(1);
                                break Leave::Return;
                            }
                            Step::Yield => break Leave::Yield,
                            Step::FastYield(a) => {
                                let a = bound!(local!(a));
                                load!(a);
                                skip!(1);
                                break Leave::Yield;
                            }
                            Step::Send(target) => {
                                if is_plain
                                    && let Value::Object(id) = operand!(2)
                                    && let Object::Generator(_) = heap.get_here(id)
                                {
                                    save!();
                                    if quick_calls::resume::<true>(fiber, heap, program, limit, id, target) {
                                        moved!(Instr::Send(target));
                                    }
                                }
                                break Leave::Rare;
                            }
                        }
                    };
                    save!();
                    match leave {
                        Leave::Return if is_plain && quick_calls::leave(fiber, heap, code) => {
                            moved!(Instr::ReturnValue)
                        }
                        Leave::Yield if is_plain && quick_calls::suspend(fiber, heap, code) => {
                            moved!(Instr::YieldValue)
                        }
                        leave => leave,
                    }
                };
                left += held;
                // SAFETY: no frame has come or gone since.
                let instr = || code.instrs[unsafe { (*frame).pc } as usize - 1];
                break 'unit match leave {
                    Leave::Budget if left > 0 => continue 'frame,
                    Leave::Budget => FrameEvent::Budget,
                    Leave::Dying => FrameEvent::Dying,
                    Leave::Done => FrameEvent::Done(instr()),
                    Leave::Return | Leave::Yield => FrameEvent::Rare(instr()),
                    Leave::Rare => {
                        let instr = instr();
                        if !is_plain || quick_data::execute(heap, fiber, instr).is_none() {
                            FrameEvent::Rare(instr)
                        } else if heap.has_dying() || heap.is_collection_due() {
                            FrameEvent::Done(instr)
                        } else {
                            continue 'frame;
                        }
                    }
                };
            }
        };
        (left as u64 + beyond, event)
    }
}
