//! Instructions, as fine as CPython 3.11's and named like them (`Include/opcode.h`, `Python/ceval.c`).
//!
//! Left out are those that do nothing observable (`PRECALL`, `CACHE`, `EXTENDED_ARG`). Each says what it does to the
//! stack, written `before -> after` with the top on the right.

use syntax::tree::{BinaryOp, CompareOp, UnaryOp};

/// Declares the instructions once: the type and the names that `dis` prints.
macro_rules! instructions {
    ($($(#[$doc:meta])* $name:ident $(($($field:ty),+))? = $text:literal,)+) => {
        /// An instruction with its operand. Jump targets are indices into the code's instructions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Instr { $($(#[$doc])* $name $(($($field),+))?,)+ }

        impl Instr {
            /// The name that CPython's `dis` prints.
            pub fn name(self) -> &'static str {
                match self { $(instructions!(@pattern $name $(($($field),+))?) => $text,)+ }
            }
        }
    };
    (@pattern $name:ident) => { Self::$name };
    (@pattern $name:ident ($($field:ty),+)) => { Self::$name(..) };
}

instructions! {
    /// `->` Begins a function; CPython looks at its eval breaker here.
    Resume = "RESUME",
    /// `->`
    Nop = "NOP",
    /// `x ->`
    PopTop = "POP_TOP",
    /// `-> NULL`
    PushNull = "PUSH_NULL",
    /// `x … -> x … x` Copies what lies that deep (1 is the top).
    Copy(u32) = "COPY",
    /// `x … y -> y … x` Swaps the top with what lies that deep.
    Swap(u32) = "SWAP",
    /// `-> constant`
    LoadConst(u32) = "LOAD_CONST",
    /// `-> local`
    LoadFast(u32) = "LOAD_FAST",
    /// `x ->`
    StoreFast(u32) = "STORE_FAST",
    /// `->`
    DeleteFast(u32) = "DELETE_FAST",
    /// `-> global` In a module's own code.
    LoadName(u32) = "LOAD_NAME",
    /// `x ->`
    StoreName(u32) = "STORE_NAME",
    /// `->`
    DeleteName(u32) = "DELETE_NAME",
    /// `-> global` In a function.
    LoadGlobal(u32) = "LOAD_GLOBAL",
    /// `-> NULL global` In a function, where the global is about to be called.
    LoadGlobalNull(u32) = "LOAD_GLOBAL",
    /// `x ->`
    StoreGlobal(u32) = "STORE_GLOBAL",
    /// `->`
    DeleteGlobal(u32) = "DELETE_GLOBAL",
    /// `x -> x.name`
    LoadAttr(u32) = "LOAD_ATTR",
    /// `y x ->` `x.name = y`
    StoreAttr(u32) = "STORE_ATTR",
    /// `x ->` `del x.name`
    DeleteAttr(u32) = "DELETE_ATTR",
    /// `x -> method x`, or `x -> NULL x.name` where that is not a method.
    LoadMethod(u32) = "LOAD_METHOD",
    /// `x y -> x op y`
    Binary(BinaryOp) = "BINARY_OP",
    /// `x y -> x op= y`
    InPlace(BinaryOp) = "BINARY_OP",
    /// `x -> op x`
    Unary(UnaryOp) = "UNARY",
    /// `x y -> x op y`, for the six orderings.
    Compare(CompareOp) = "COMPARE_OP",
    /// `x y -> x is y`, or `is not`
    Is(bool) = "IS_OP",
    /// `x y -> x in y`, or `not in`
    Contains(bool) = "CONTAINS_OP",
    /// `x y -> x[y]`
    BinarySubscr = "BINARY_SUBSCR",
    /// `z x y ->` `x[y] = z`
    StoreSubscr = "STORE_SUBSCR",
    /// `x y ->` `del x[y]`
    DeleteSubscr = "DELETE_SUBSCR",
    /// `a b -> slice(a, b)`, with 3 `a b c -> slice(a, b, c)`
    BuildSlice(u32) = "BUILD_SLICE",
    /// `a … -> [a, …]`
    BuildList(u32) = "BUILD_LIST",
    /// `a … -> (a, …)`
    BuildTuple(u32) = "BUILD_TUPLE",
    /// `list x -> list` Appends what `x` iterates over; always a constant tuple here.
    ListExtend(u32) = "LIST_EXTEND",
    /// `a … -> "a…"`
    BuildString(u32) = "BUILD_STRING",
    /// `x -> text`, or `x spec -> text`
    FormatValue(Format) = "FORMAT_VALUE",
    /// `x -> xn … x1`
    UnpackSequence(u32) = "UNPACK_SEQUENCE",
    /// `x -> iter(x)`
    GetIter = "GET_ITER",
    /// `iter -> iter next`, or `iter ->` and jumps
    ForIter(u32) = "FOR_ITER",
    /// `->`
    JumpForward(u32) = "JUMP_FORWARD",
    /// `->` CPython looks at its eval breaker here.
    JumpBackward(u32) = "JUMP_BACKWARD",
    /// `x ->`
    PopJumpForwardIfFalse(u32) = "POP_JUMP_FORWARD_IF_FALSE",
    /// `x ->`
    PopJumpForwardIfTrue(u32) = "POP_JUMP_FORWARD_IF_TRUE",
    /// `x ->` CPython looks at its eval breaker here, if it jumps.
    PopJumpBackwardIfFalse(u32) = "POP_JUMP_BACKWARD_IF_FALSE",
    /// `x ->` CPython looks at its eval breaker here, if it jumps.
    PopJumpBackwardIfTrue(u32) = "POP_JUMP_BACKWARD_IF_TRUE",
    /// `x -> x` and jumps, or `x ->`
    JumpIfFalseOrPop(u32) = "JUMP_IF_FALSE_OR_POP",
    /// `x -> x` and jumps, or `x ->`
    JumpIfTrueOrPop(u32) = "JUMP_IF_TRUE_OR_POP",
    /// `->` Names the last arguments of the call that follows.
    KwNames(u32) = "KW_NAMES",
    /// `NULL f a … -> result`, or `method self a … -> result`. CPython looks at its eval breaker behind a call into C.
    Call(u32) = "CALL",
    /// `NULL f args -> result`
    CallFunctionEx = "CALL_FUNCTION_EX",
    /// `-> function`, with defaults `tuple -> function`
    MakeFunction(u32, bool) = "MAKE_FUNCTION",
    /// `x ->` and returns `x`
    ReturnValue = "RETURN_VALUE",
    /// `-> module`
    ImportName(u32) = "IMPORT_NAME",
    /// `module -> module module.name`
    ImportFrom(u32) = "IMPORT_FROM",
    /// `manager -> exit entered`
    BeforeWith = "BEFORE_WITH",
    /// `exception -> NULL exception` Begins a handler.
    PushExcInfo = "PUSH_EXC_INFO",
    /// `exit lasti NULL exception -> exit lasti NULL exception result`
    WithExceptStart = "WITH_EXCEPT_START",
    /// `exception ->` and raises it again.
    Reraise(u32) = "RERAISE",
    /// `NULL ->` Ends a handler.
    PopExcept = "POP_EXCEPT",
    /// `-> AssertionError`
    LoadAssertionError = "LOAD_ASSERTION_ERROR",
    /// `type ->` and raises it.
    RaiseVarargs(u32) = "RAISE_VARARGS",
    /// `->` A thread's first instruction: tells whoever started it.
    ThreadStarted = "THREAD_STARTED",
}

/// What `FORMAT_VALUE` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    /// `!s`, `!r`, `!a`
    pub conversion: Option<syntax::tree::Conversion>,
    /// Whether a specification lies on the stack.
    pub spec: bool,
}

impl Instr {
    /// Where it may jump to.
    pub fn target(self) -> Option<u32> {
        match self {
            Self::ForIter(target)
            | Self::JumpForward(target)
            | Self::JumpBackward(target)
            | Self::PopJumpForwardIfFalse(target)
            | Self::PopJumpForwardIfTrue(target)
            | Self::PopJumpBackwardIfFalse(target)
            | Self::PopJumpBackwardIfTrue(target)
            | Self::JumpIfFalseOrPop(target)
            | Self::JumpIfTrueOrPop(target) => Some(target),
            _ => None,
        }
    }

    /// The same jump with its real target, from its own position: backward jumps are instructions of their own.
    pub fn aimed(self, target: u32, from: u32) -> Self {
        let backward = target <= from;
        match self {
            Self::ForIter(_) => Self::ForIter(target),
            Self::JumpIfFalseOrPop(_) => Self::JumpIfFalseOrPop(target),
            Self::JumpIfTrueOrPop(_) => Self::JumpIfTrueOrPop(target),
            Self::JumpForward(_) | Self::JumpBackward(_) if backward => Self::JumpBackward(target),
            Self::JumpForward(_) | Self::JumpBackward(_) => Self::JumpForward(target),
            Self::PopJumpForwardIfFalse(_) if backward => Self::PopJumpBackwardIfFalse(target),
            Self::PopJumpForwardIfFalse(_) => Self::PopJumpForwardIfFalse(target),
            Self::PopJumpForwardIfTrue(_) if backward => Self::PopJumpBackwardIfTrue(target),
            Self::PopJumpForwardIfTrue(_) => Self::PopJumpForwardIfTrue(target),
            other => other,
        }
    }

    /// Whether the next instruction may come next.
    pub fn falls_through(self) -> bool {
        !matches!(
            self,
            Self::JumpForward(_)
                | Self::JumpBackward(_)
                | Self::ReturnValue
                | Self::Reraise(_)
                | Self::RaiseVarargs(_)
        )
    }

    /// By how much the stack grows, when it jumps and when it does not.
    pub fn effect(self, jumps: bool) -> i32 {
        let n = |count: u32| count as i32;
        match self {
            Self::Resume | Self::Nop | Self::Swap(_) | Self::DeleteFast(_) | Self::DeleteName(_) => 0,
            Self::DeleteGlobal(_) | Self::LoadAttr(_) | Self::Unary(_) | Self::GetIter | Self::KwNames(_) => {
                0
            }
            Self::JumpForward(_) | Self::JumpBackward(_) | Self::ThreadStarted => 0,
            Self::PushNull | Self::Copy(_) | Self::LoadConst(_) | Self::LoadFast(_) | Self::LoadName(_) => 1,
            Self::LoadGlobal(_) | Self::LoadMethod(_) | Self::ImportName(_) | Self::ImportFrom(_) => 1,
            Self::BeforeWith | Self::PushExcInfo | Self::WithExceptStart | Self::LoadAssertionError => 1,
            Self::LoadGlobalNull(_) => 2,
            Self::PopTop
            | Self::StoreFast(_)
            | Self::StoreName(_)
            | Self::StoreGlobal(_)
            | Self::DeleteAttr(_) => -1,
            Self::Binary(_) | Self::InPlace(_) | Self::Compare(_) | Self::Is(_) | Self::Contains(_) => -1,
            Self::BinarySubscr
            | Self::ListExtend(_)
            | Self::ReturnValue
            | Self::Reraise(_)
            | Self::PopExcept => -1,
            Self::PopJumpForwardIfFalse(_)
            | Self::PopJumpForwardIfTrue(_)
            | Self::PopJumpBackwardIfFalse(_)
            | Self::PopJumpBackwardIfTrue(_) => -1,
            Self::StoreAttr(_) | Self::DeleteSubscr | Self::CallFunctionEx => -2,
            Self::StoreSubscr => -3,
            Self::BuildSlice(count)
            | Self::BuildList(count)
            | Self::BuildTuple(count)
            | Self::BuildString(count) => 1 - n(count),
            Self::UnpackSequence(count) => n(count) - 1,
            Self::FormatValue(format) => -i32::from(format.spec),
            Self::ForIter(_) => {
                if jumps {
                    -1
                } else {
                    1
                }
            }
            Self::JumpIfFalseOrPop(_) | Self::JumpIfTrueOrPop(_) => {
                if jumps {
                    0
                } else {
                    -1
                }
            }
            Self::Call(count) => -1 - n(count),
            Self::MakeFunction(_, defaults) => {
                if defaults {
                    0
                } else {
                    1
                }
            }
            Self::RaiseVarargs(count) => -n(count),
        }
    }
}
