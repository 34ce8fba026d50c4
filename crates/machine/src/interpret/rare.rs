//! Instructions that are not worth a place in the loop.

use super::{Interpreter, Next};
use crate::exception::ExceptionKind;
use crate::fiber::Then;
use crate::library::ModuleId;
use crate::native::{Fault, Native};
use crate::opcode::Instr;
use crate::symbol::NAMES;
use crate::value::Value;

impl Interpreter<'_> {
    pub(super) fn rare(&mut self, instr: Instr) -> Result<Next, Fault> {
        match instr {
            Instr::Call(count) => return self.call_instruction(count),
            Instr::CallFunctionEx(keywords) => return self.call_spread(keywords),
            Instr::ReturnValue => return self.return_value(),
            Instr::YieldValue => return self.yield_value(),
            Instr::YieldAsync => return self.yield_async(),
            Instr::Send(target) => return self.send(target),
            Instr::GetAwaitable(origin) => return self.get_awaitable(origin),
            Instr::GetYieldFromIter => return self.get_yield_from_iter(),
            Instr::GetAiter => return self.get_aiter(),
            Instr::GetAnext => return self.get_anext(),
            Instr::EndAsyncFor => return self.end_async_for(),
            Instr::BeforeWith => return self.before_with(NAMES.enter, NAMES.exit),
            Instr::BeforeAsyncWith => return self.before_with(NAMES.aenter, NAMES.aexit),
            Instr::WithExceptStart => return self.with_except_start(),
            Instr::RaiseVarargs(count) => return self.raise(count),
            Instr::Reraise(_) => return self.reraise(),
            Instr::CheckExcMatch => return self.check_exception_match(),
            Instr::LoadFast(index) | Instr::DeleteFast(index) => self.local(index, instr)?,
            Instr::LoadDeref(place) | Instr::LoadClassDeref(place) => return self.load_cell(place, instr),
            Instr::StoreDeref(place) => self.store_cell(place),
            Instr::DeleteDeref(place) => self.delete_cell(place)?,
            Instr::LoadClosure(place) => self.load_closure(place),
            Instr::MakeCell(place) => self.make_cell(place)?,
            Instr::LoadName(slot) | Instr::LoadGlobal(slot) => self.load_global(slot)?,
            Instr::LoadGlobalNull(slot) => {
                self.fiber.push(Value::Unbound);
                self.load_global(slot)?;
            }
            Instr::StoreName(slot) | Instr::StoreGlobal(slot) => self.store_module_global(slot),
            Instr::DeleteName(slot) | Instr::DeleteGlobal(slot) => self.delete_global(slot)?,
            Instr::LoadClassName(slot) => return self.load_class_name(slot),
            Instr::StoreClassName(slot) => return self.store_class_name(slot),
            Instr::DeleteClassName(slot) => self.delete_class_name(slot)?,
            Instr::SetupAnnotations => self.setup_annotations()?,
            Instr::PushExcInfo => self.fiber.push_handled(&mut self.shared.heap),
            Instr::PopExcept => self.fiber.pop_handled(&mut self.shared.heap),
            Instr::LoadAttr(name) => return self.load_attribute(name),
            Instr::StoreAttr(name) => return self.store_attribute(name),
            Instr::DeleteAttr(name) => return self.delete_attribute(name),
            Instr::LoadMethod(name) => return self.load_method(name),
            Instr::Binary(op) => return self.binary(op, false),
            Instr::InPlace(op) => return self.binary(op, true),
            Instr::Unary(op) => return self.unary(op),
            Instr::Compare(op) => return self.compare(op),
            Instr::Contains(negated) => return self.contains(negated),
            Instr::BinarySubscr => return self.subscript(),
            Instr::StoreSubscr => return self.store_subscript(),
            Instr::DeleteSubscr => return self.delete_subscript(),
            Instr::BuildSlice(count) => self.build_slice(count)?,
            Instr::BuildList(count) | Instr::BuildTuple(count) => {
                self.build_sequence(count as usize, instr)?;
            }
            Instr::BuildSet(count) => return self.build_set(count as usize),
            Instr::BuildMap(count) => return self.build_map(count as usize),
            Instr::BuildString(count) => self.build_string(count as usize)?,
            Instr::ListAppend(depth) => self.list_append(depth as usize)?,
            Instr::SetAdd(depth) => return self.set_add(depth as usize),
            Instr::MapAdd(depth) => return self.map_add(depth as usize),
            Instr::ListExtend(depth) => return self.list_extend(depth as usize),
            Instr::SetUpdate(depth) => return self.set_update(depth as usize),
            Instr::DictUpdate(depth) => return self.dict_update(depth as usize),
            Instr::DictMerge(depth) => return self.dict_merge(depth as usize),
            Instr::ListToTuple => self.list_to_tuple()?,
            Instr::FormatValue(format) => return self.format_value(format),
            Instr::UnpackSequence(count) => return self.unpack(count as usize, None),
            Instr::UnpackEx(before, after) => return self.unpack(before.into(), Some(after.into())),
            Instr::GetIter => return self.get_iter(),
            Instr::ForIter(target) => return self.for_iter(target),
            Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
                return self.pop_jump(target, false);
            }
            Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
                return self.pop_jump(target, true);
            }
            Instr::JumpIfFalseOrPop(target) => return self.jump_or_pop(target, false),
            Instr::JumpIfTrueOrPop(target) => return self.jump_or_pop(target, true),
            Instr::KwNames(names) => self.fiber.frame().keywords = Some(names),
            Instr::MakeFunction(code, parts) => self.make_function(code, parts)?,
            Instr::LoadBuildClass => self.fiber.push(Value::Native(Native::BuildClass)),
            Instr::ImportName(module) => self.fiber.push(Value::Module(ModuleId::from_word(module))),
            Instr::ImportFrom(name) => return self.import_from(name),
            Instr::LoadAssertionError => self
                .fiber
                .push(Value::ExceptionType(ExceptionKind::AssertionError)),
            Instr::ThreadStarted => self.fiber.started = true,
            Instr::GetLen => return self.get_len(),
            Instr::MatchSequence => self.match_kind(true),
            Instr::MatchMapping => self.match_kind(false),
            Instr::MatchKeys => return self.match_keys(),
            Instr::MatchClass(count) => return self.match_class(count as usize),
            Instr::Resume
            | Instr::Nop
            | Instr::CopyFreeVars(_)
            | Instr::PopTop
            | Instr::PushNull
            | Instr::Copy(_)
            | Instr::Swap(_)
            | Instr::Is(_)
            | Instr::LoadConst(_)
            | Instr::StoreFast(_)
            | Instr::JumpForward(_)
            | Instr::JumpBackward(_)
            | Instr::JumpBackwardNoInterrupt(_) => unreachable!("the loop executes these itself"),
        }
        Ok(Next::Continue)
    }

    /// Puts a value in the place of the top `count` operands.
    pub(super) fn replace(&mut self, count: usize, value: Value) {
        self.drop_top(count);
        self.fiber.push(value);
    }

    /// Gives the top `count` operands up.
    pub(super) fn drop_top(&mut self, count: usize) {
        for _ in 0..count {
            let old = self.fiber.pop();
            self.shared.heap.release(old);
        }
    }

    /// Calls a function of the core with the top `count` operands, which are its arguments.
    pub(super) fn call_core(&mut self, name: &str, count: usize, then: Then) -> Result<Next, Fault> {
        let args = self.fiber.operands(count).to_vec();
        self.fiber.top -= count;
        self.invoke(crate::library::core(name), args, Vec::new(), then)
    }
}
