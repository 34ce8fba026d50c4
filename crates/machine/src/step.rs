//! Instructions as the loop executes them: with their operators taken apart, and several of them in one step where they often
//! follow one another. A step stands at the place of its first instruction; those behind it have steps of their own, for jumps
//! that lead there. A step that cannot do all of its instructions does the first ones.

use syntax::tree::{BinaryOp, CompareOp};

use crate::opcode::Instr;

/// The most instructions of one step.
pub(crate) const LONGEST: u64 = 4;

/// Which of the four relations between two numbers make a comparison true: below, equal, above, and none of them, as with NaN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Relations(u8);

impl Relations {
    const BELOW: u8 = 1;
    const EQUAL: u8 = 2;
    const ABOVE: u8 = 4;
    const NONE: u8 = 8;

    /// Those of the six orderings.
    pub const fn of(op: CompareOp) -> Option<Self> {
        Some(Self(match op {
            CompareOp::Eq => Self::EQUAL,
            CompareOp::NotEq => Self::BELOW | Self::ABOVE | Self::NONE,
            CompareOp::Lt => Self::BELOW,
            CompareOp::LtE => Self::BELOW | Self::EQUAL,
            CompareOp::Gt => Self::ABOVE,
            CompareOp::GtE => Self::ABOVE | Self::EQUAL,
            CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return None,
        }))
    }

    /// The others.
    const fn other(self) -> Self {
        Self(!self.0 & 15)
    }

    /// Whether two integers are in one of them.
    #[inline(always)]
    pub const fn hold(self, a: i64, b: i64) -> bool {
        let relation = 1 + (a > b) as u8 - (a < b) as u8;
        self.0 >> relation & 1 != 0
    }

    /// Whether two floats are.
    #[inline]
    pub fn hold_of_floats(self, a: f64, b: f64) -> bool {
        let relation = match a.partial_cmp(&b) {
            Some(order) => Self::EQUAL.rotate_left(order as i8 as u32 & 7),
            None => Self::NONE,
        };
        self.0 & relation != 0
    }
}

/// One or more instructions. Numbers of places, constants and names are those of the instructions, the first of them first; a
/// jump's target is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// What is not for the loop.
    Other,
    /// `RESUME`, `NOP`, `COPY_FREE_VARS`
    Nothing,
    PopTop,
    PushNull,
    Copy(u32),
    Swap(u32),
    LoadConst(u32),
    LoadFast(u32),
    StoreFast(u32),
    LoadDeref(u32),
    LoadGlobal(u32),
    LoadGlobalNull(u32),
    StoreGlobal(u32),
    LoadAttr(u32),
    StoreAttr(u32),
    LoadMethod(u32),
    Binary(BinaryOp),
    Compare(Relations),
    Is(bool),
    Subscript,
    StoreSubscript,
    ListAppend(u32),
    Unpack(u32),
    ForIter(u32),
    Send(u32),
    Yield,
    Jump(u32),
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    Call(u32),
    Return,
    FastFast(u16, u32),
    FastConst(u16, u32),
    StoreLoad(u16, u32),
    /// `LOAD_CONST`, `BINARY_OP`
    ConstBinary(BinaryOp, u32),
    /// `LOAD_FAST`, `BINARY_OP`
    FastBinary(BinaryOp, u32),
    FastConstBinary(BinaryOp, u16, u32),
    FastFastBinary(BinaryOp, u16, u32),
    BinaryStore(BinaryOp, u32),
    /// The last one is the place that is stored to.
    FastConstBinaryStore(BinaryOp, u8, u32, u8),
    FastFastBinaryStore(BinaryOp, u8, u32, u8),
    /// `COMPARE_OP`, `POP_JUMP_…`: it jumps where the relations hold.
    CompareJump(Relations, u32),
    ConstCompareJump(Relations, u16, u32),
    FastCompareJump(Relations, u16, u32),
    FastConstCompareJump(Relations, u8, u8, u32),
    FastFastCompareJump(Relations, u8, u8, u32),
    /// `LOAD_FAST`, `LOAD_ATTR`
    FastAttr(u16, u32),
    /// `LOAD_FAST`, `STORE_ATTR`
    FastStoreAttr(u16, u32),
    /// `LOAD_FAST`, `BINARY_SUBSCR`
    FastSubscript(u32),
    FastFastSubscript(u16, u32),
    FastFastStoreSubscript(u16, u32),
    /// `LOAD_CONST`, `LOAD_FAST`, `LOAD_FAST`, `STORE_SUBSCR`
    ConstFastFastStoreSubscript(u32, u8, u8),
    /// `LOAD_FAST`, `RETURN_VALUE`
    FastReturn(u32),
    /// `LOAD_FAST`, `YIELD_VALUE`
    FastYield(u32),
    /// `RESUME`, `POP_TOP`, `JUMP_BACKWARD`: what comes behind a `yield` in a loop.
    PassPopJump(u32),
    /// `POP_TOP`, `JUMP_BACKWARD`
    PopJump(u32),
    /// `LOAD_GLOBAL`, `LOAD_FAST`
    GlobalNullFast(u32, u16),
    /// `FOR_ITER`, `STORE_FAST`
    ForIterStore(u16, u32),
    /// `FOR_ITER`, `UNPACK_SEQUENCE` of two
    ForIterPair(u32),
}

impl Step {
    /// The instruction alone.
    pub fn of(instr: Instr) -> Self {
        match instr {
            Instr::Resume | Instr::Nop | Instr::CopyFreeVars(_) => Self::Nothing,
            Instr::PopTop => Self::PopTop,
            Instr::PushNull => Self::PushNull,
            Instr::Copy(depth) => Self::Copy(depth),
            Instr::Swap(depth) => Self::Swap(depth),
            Instr::LoadConst(index) => Self::LoadConst(index),
            Instr::LoadFast(index) => Self::LoadFast(index),
            Instr::StoreFast(index) => Self::StoreFast(index),
            Instr::LoadDeref(place) => Self::LoadDeref(place),
            Instr::LoadName(slot) | Instr::LoadGlobal(slot) => Self::LoadGlobal(slot),
            Instr::LoadGlobalNull(slot) => Self::LoadGlobalNull(slot),
            Instr::StoreName(slot) | Instr::StoreGlobal(slot) => Self::StoreGlobal(slot),
            Instr::LoadAttr(name) => Self::LoadAttr(name),
            Instr::StoreAttr(name) => Self::StoreAttr(name),
            Instr::LoadMethod(name) => Self::LoadMethod(name),
            Instr::Binary(op) | Instr::InPlace(op) => Self::Binary(op),
            Instr::Compare(op) => Relations::of(op).map_or(Self::Other, Self::Compare),
            Instr::Is(negated) => Self::Is(negated),
            Instr::BinarySubscr => Self::Subscript,
            Instr::StoreSubscr => Self::StoreSubscript,
            Instr::ListAppend(depth) => Self::ListAppend(depth),
            Instr::UnpackSequence(count) => Self::Unpack(count),
            Instr::ForIter(target) => Self::ForIter(target),
            Instr::Send(target) => Self::Send(target),
            Instr::YieldValue => Self::Yield,
            Instr::JumpForward(target)
            | Instr::JumpBackward(target)
            | Instr::JumpBackwardNoInterrupt(target) => Self::Jump(target),
            Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
                Self::JumpIfFalse(target)
            }
            Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
                Self::JumpIfTrue(target)
            }
            Instr::Call(count) => Self::Call(count),
            Instr::ReturnValue => Self::Return,
            _ => Self::Other,
        }
    }

    /// As many as there is a step for of the instructions that begin here.
    fn of_several(instrs: &[Instr]) -> Option<Self> {
        Some(match *instrs {
            [Instr::LoadFast(a), ref rest @ ..] => return Self::after_fast(a, rest),
            [Instr::LoadConst(a), Instr::Binary(op) | Instr::InPlace(op), ..] => Self::ConstBinary(op, a),
            [
                Instr::LoadConst(a),
                Instr::LoadFast(b),
                Instr::LoadFast(c),
                Instr::StoreSubscr,
                ..,
            ] => Self::ConstFastFastStoreSubscript(a, b.try_into().ok()?, c.try_into().ok()?),
            [
                Instr::Resume,
                Instr::PopTop,
                Instr::JumpForward(target) | Instr::JumpBackward(target),
                ..,
            ] => Self::PassPopJump(target),
            [
                Instr::PopTop,
                Instr::JumpForward(target) | Instr::JumpBackward(target),
                ..,
            ] => Self::PopJump(target),
            [Instr::LoadGlobalNull(slot), Instr::LoadFast(a), second, ..]
                if !matches!(
                    second,
                    Instr::LoadConst(_) | Instr::LoadFast(_) | Instr::LoadAttr(_)
                ) =>
            {
                Self::GlobalNullFast(slot, a.try_into().ok()?)
            }
            [Instr::LoadConst(a), Instr::Compare(op), jump, ..] => {
                let (relations, target) = compare_jump(op, jump)?;
                Self::ConstCompareJump(relations, a.try_into().ok()?, target)
            }
            [Instr::Binary(op) | Instr::InPlace(op), Instr::StoreFast(a), ..] => Self::BinaryStore(op, a),
            [Instr::Compare(op), jump, ..] => {
                let (relations, target) = compare_jump(op, jump)?;
                Self::CompareJump(relations, target)
            }
            [Instr::StoreFast(a), Instr::LoadFast(b), ..] => Self::StoreLoad(a.try_into().ok()?, b),
            [Instr::ForIter(target), Instr::StoreFast(a), ..] => {
                Self::ForIterStore(a.try_into().ok()?, target)
            }
            [Instr::ForIter(target), Instr::UnpackSequence(2), ..] => Self::ForIterPair(target),
            _ => return None,
        })
    }

    /// The same behind `LOAD_FAST`.
    fn after_fast(a: u32, rest: &[Instr]) -> Option<Self> {
        let small = |number: u32| u8::try_from(number).ok();
        let wide = u16::try_from(a).ok();
        match *rest {
            [
                second @ (Instr::LoadFast(b) | Instr::LoadConst(b)),
                Instr::Binary(op) | Instr::InPlace(op),
                ref last @ ..,
            ] => {
                let is_const = matches!(second, Instr::LoadConst(_));
                if let [Instr::StoreFast(to), ..] = *last
                    && let (Some(a), Some(to)) = (small(a), small(to))
                {
                    return Some(if is_const {
                        Self::FastConstBinaryStore(op, a, b, to)
                    } else {
                        Self::FastFastBinaryStore(op, a, b, to)
                    });
                }
                Some(if is_const {
                    Self::FastConstBinary(op, wide?, b)
                } else {
                    Self::FastFastBinary(op, wide?, b)
                })
            }
            [
                second @ (Instr::LoadFast(b) | Instr::LoadConst(b)),
                Instr::Compare(op),
                jump,
                ..,
            ] if let Some((relations, target)) = compare_jump(op, jump)
                && let (Some(a), Some(b)) = (small(a), small(b)) =>
            {
                Some(match second {
                    Instr::LoadConst(_) => Self::FastConstCompareJump(relations, a, b, target),
                    _ => Self::FastFastCompareJump(relations, a, b, target),
                })
            }
            [Instr::LoadFast(b), Instr::BinarySubscr, ..] => Some(Self::FastFastSubscript(wide?, b)),
            [Instr::LoadFast(b), Instr::StoreSubscr, ..] => Some(Self::FastFastStoreSubscript(wide?, b)),
            // The other one with what is behind it.
            [Instr::LoadFast(_), Instr::LoadAttr(_) | Instr::StoreAttr(_), ..] => None,
            [Instr::LoadFast(b), ..] => Some(Self::FastFast(wide?, b)),
            [Instr::LoadConst(b), ..] => Some(Self::FastConst(wide?, b)),
            [Instr::Binary(op) | Instr::InPlace(op), ..] => Some(Self::FastBinary(op, a)),
            [Instr::Compare(op), jump, ..] => {
                let (relations, target) = compare_jump(op, jump)?;
                Some(Self::FastCompareJump(relations, wide?, target))
            }
            [Instr::LoadAttr(name), ..] => Some(Self::FastAttr(wide?, name)),
            [Instr::StoreAttr(name), ..] => Some(Self::FastStoreAttr(wide?, name)),
            [Instr::BinarySubscr, ..] => Some(Self::FastSubscript(a)),
            [Instr::ReturnValue, ..] => Some(Self::FastReturn(a)),
            [Instr::YieldValue, ..] => Some(Self::FastYield(a)),
            _ => None,
        }
    }
}

/// When a comparison's jump jumps, and where to.
fn compare_jump(op: CompareOp, jump: Instr) -> Option<(Relations, u32)> {
    let relations = Relations::of(op)?;
    match jump {
        Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
            Some((relations.other(), target))
        }
        Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
            Some((relations, target))
        }
        _ => None,
    }
}

/// A code's steps, one for each instruction.
#[derive(Debug)]
pub(crate) struct Steps {
    /// Each of one instruction, for where the budget ends.
    pub single: Box<[Step]>,
    /// Each of as many as there is a step for.
    pub fused: Box<[Step]>,
}

impl Steps {
    pub fn of(instrs: &[Instr]) -> Self {
        let single: Box<[Step]> = instrs.iter().map(|instr| Step::of(*instr)).collect();
        let several = |(at, single): (usize, &Step)| Step::of_several(&instrs[at..]).unwrap_or(*single);
        Self {
            fused: single.iter().enumerate().map(several).collect(),
            single,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDERINGS: [CompareOp; 6] = [
        CompareOp::Eq,
        CompareOp::NotEq,
        CompareOp::Lt,
        CompareOp::LtE,
        CompareOp::Gt,
        CompareOp::GtE,
    ];

    fn is_so<T: PartialOrd>(op: CompareOp, a: T, b: T) -> bool {
        match op {
            CompareOp::Eq => a == b,
            CompareOp::NotEq => a != b,
            CompareOp::Lt => a < b,
            CompareOp::LtE => a <= b,
            CompareOp::Gt => a > b,
            _ => a >= b,
        }
    }

    #[test]
    fn relations_are_those_of_the_operators() {
        for op in ORDERINGS {
            let relations = Relations::of(op).expect("an ordering");
            for (a, b) in [(1, 2), (2, 2), (3, 2), (i64::MIN, i64::MAX)] {
                assert_eq!(relations.hold(a, b), is_so(op, a, b));
                assert_eq!(relations.other().hold(a, b), !is_so(op, a, b));
            }
            for (a, b) in [(1.0, 2.0), (2.0, 2.0), (0.0, -0.0), (3.0, 2.0), (f64::NAN, 1.0)] {
                assert_eq!(relations.hold_of_floats(a, b), is_so(op, a, b));
                assert_eq!(relations.other().hold_of_floats(a, b), !is_so(op, a, b));
            }
        }
    }

    #[test]
    fn a_step_is_eight_bytes() {
        assert_eq!(size_of::<Step>(), 8);
    }
}
