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
    /// `-> cell`
    LoadClosure(u32) = "LOAD_CLOSURE",
    /// `-> x` What the cell in that place holds.
    LoadDeref(u32) = "LOAD_DEREF",
    /// `x ->`
    StoreDeref(u32) = "STORE_DEREF",
    /// `->`
    DeleteDeref(u32) = "DELETE_DEREF",
    /// `-> x` In a class: its own name, else what the cell in that place holds.
    LoadClassDeref(u32) = "LOAD_CLASSDEREF",
    /// `->` Puts what the place holds into a new cell there.
    MakeCell(u32) = "MAKE_CELL",
    /// `->` Stands for what a call does: so many cells of the function's closure are in their places.
    CopyFreeVars(u32) = "COPY_FREE_VARS",
    /// `-> global` In a module's own code.
    LoadName(u32) = "LOAD_NAME",
    /// `x ->`
    StoreName(u32) = "STORE_NAME",
    /// `->`
    DeleteName(u32) = "DELETE_NAME",
    /// `-> x` In a class: its own name, else the global of that slot.
    LoadClassName(u32) = "LOAD_NAME",
    /// `x ->` In a class.
    StoreClassName(u32) = "STORE_NAME",
    /// `->` In a class.
    DeleteClassName(u32) = "DELETE_NAME",
    /// `->` In a class: makes `__annotations__`.
    SetupAnnotations = "SETUP_ANNOTATIONS",
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
    /// `a … -> {a, …}`
    BuildSet(u32) = "BUILD_SET",
    /// `k v … -> {k: v, …}`
    BuildMap(u32) = "BUILD_MAP",
    /// `list … x -> list …` Appends to the list that deep.
    ListAppend(u32) = "LIST_APPEND",
    /// `set … x -> set …` Adds to the set that deep.
    SetAdd(u32) = "SET_ADD",
    /// `dict … k v -> dict …` Puts into the dictionary that deep.
    MapAdd(u32) = "MAP_ADD",
    /// `list x -> list` Appends what `x` iterates over.
    ListExtend(u32) = "LIST_EXTEND",
    /// `set x -> set` Adds what `x` iterates over.
    SetUpdate(u32) = "SET_UPDATE",
    /// `dict x -> dict` Puts in what the mapping `x` has.
    DictUpdate(u32) = "DICT_UPDATE",
    /// `f … dict x -> f … dict` The same for keyword arguments: a key that is there already is an error.
    DictMerge(u32) = "DICT_MERGE",
    /// `list -> tuple`
    ListToTuple = "LIST_TO_TUPLE",
    /// `a … -> "a…"`
    BuildString(u32) = "BUILD_STRING",
    /// `x -> text`, or `x spec -> text`
    FormatValue(Format) = "FORMAT_VALUE",
    /// `x -> xn … x1`
    UnpackSequence(u32) = "UNPACK_SEQUENCE",
    /// `x -> xn … rest … x1` So many before the rest, so many behind it.
    UnpackEx(u16, u16) = "UNPACK_EX",
    /// `x -> iter(x)`
    GetIter = "GET_ITER",
    /// `x -> iter(x)`, of a coroutine or generator itself.
    GetYieldFromIter = "GET_YIELD_FROM_ITER",
    /// `x -> awaitable` 1 and 2 say that it came from `__aenter__` or `__aexit__`.
    GetAwaitable(u32) = "GET_AWAITABLE",
    /// `x -> aiter(x)`
    GetAiter = "GET_AITER",
    /// `aiter -> aiter awaitable`
    GetAnext = "GET_ANEXT",
    /// `aiter exception ->` Ends an `async for`, or raises again what was no end.
    EndAsyncFor = "END_ASYNC_FOR",
    /// `iter x -> iter y` Sends; or `iter x -> result` and jumps.
    Send(u32) = "SEND",
    /// `x -> sent` Suspends the generator.
    YieldValue = "YIELD_VALUE",
    /// `x -> sent` The same for what an asynchronous generator itself yields.
    YieldAsync = "YIELD_VALUE",
    /// `iter -> iter next`, or `iter ->` and jumps
    ForIter(u32) = "FOR_ITER",
    /// `->`
    JumpForward(u32) = "JUMP_FORWARD",
    /// `->` CPython looks at its eval breaker here.
    JumpBackward(u32) = "JUMP_BACKWARD",
    /// `->` Back to `SEND`.
    JumpBackwardNoInterrupt(u32) = "JUMP_BACKWARD_NO_INTERRUPT",
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
    /// `NULL f args -> result`, or `NULL f args keywords -> result`
    CallFunctionEx(bool) = "CALL_FUNCTION_EX",
    /// `defaults keyword-defaults closure -> function`, each a tuple and there if its flag is set.
    MakeFunction(u32, FunctionParts) = "MAKE_FUNCTION",
    /// `-> __build_class__`
    LoadBuildClass = "LOAD_BUILD_CLASS",
    /// `x ->` and returns `x`
    ReturnValue = "RETURN_VALUE",
    /// `-> module`
    ImportName(u32) = "IMPORT_NAME",
    /// `module -> module module.name`
    ImportFrom(u32) = "IMPORT_FROM",
    /// `manager -> exit entered`
    BeforeWith = "BEFORE_WITH",
    /// `manager -> exit awaitable`
    BeforeAsyncWith = "BEFORE_ASYNC_WITH",
    /// `exception -> handled exception` Begins a handler; `handled` was being handled before.
    PushExcInfo = "PUSH_EXC_INFO",
    /// `exception class -> exception matches`
    CheckExcMatch = "CHECK_EXC_MATCH",
    /// `exit lasti handled exception -> exit lasti handled exception result`
    WithExceptStart = "WITH_EXCEPT_START",
    /// `exception ->` and raises it again.
    Reraise(u32) = "RERAISE",
    /// `handled ->` Ends a handler.
    PopExcept = "POP_EXCEPT",
    /// `-> AssertionError`
    LoadAssertionError = "LOAD_ASSERTION_ERROR",
    /// `->` raises what is being handled again, `x ->` raises it, `x cause ->` likewise.
    RaiseVarargs(u32) = "RAISE_VARARGS",
    /// `x -> x len(x)`
    GetLen = "GET_LEN",
    /// `x -> x matches`
    MatchSequence = "MATCH_SEQUENCE",
    /// `x -> x matches`
    MatchMapping = "MATCH_MAPPING",
    /// `x keys -> x keys values`, or `… None`
    MatchKeys = "MATCH_KEYS",
    /// `x class names -> values`, or `None`; so many positional patterns.
    MatchClass(u32) = "MATCH_CLASS",
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

/// What `MAKE_FUNCTION` finds on the stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FunctionParts {
    /// Defaults of the last positional parameters.
    pub defaults: bool,
    /// Defaults of those keyword-only parameters that have one.
    pub keyword_defaults: bool,
    /// Cells.
    pub closure: bool,
}

impl Instr {
    /// The place of its own that it works on.
    pub fn place(self) -> Option<u32> {
        match self {
            Self::LoadFast(place)
            | Self::StoreFast(place)
            | Self::DeleteFast(place)
            | Self::LoadClosure(place)
            | Self::LoadDeref(place)
            | Self::StoreDeref(place)
            | Self::DeleteDeref(place)
            | Self::LoadClassDeref(place)
            | Self::MakeCell(place) => Some(place),
            _ => None,
        }
    }

    /// How deep it looks into its operands at least, as far as the loop executes it.
    pub fn takes(self) -> u32 {
        match self {
            Self::PopTop
            | Self::StoreFast(_)
            | Self::StoreName(_)
            | Self::StoreGlobal(_)
            | Self::LoadAttr(_)
            | Self::LoadMethod(_)
            | Self::UnpackSequence(_)
            | Self::ForIter(_)
            | Self::YieldValue
            | Self::ReturnValue
            | Self::PopJumpForwardIfFalse(_)
            | Self::PopJumpForwardIfTrue(_)
            | Self::PopJumpBackwardIfFalse(_)
            | Self::PopJumpBackwardIfTrue(_) => 1,
            Self::StoreAttr(_)
            | Self::Binary(_)
            | Self::InPlace(_)
            | Self::Compare(_)
            | Self::Is(_)
            | Self::BinarySubscr
            | Self::Send(_) => 2,
            Self::StoreSubscr => 3,
            Self::Copy(depth) | Self::Swap(depth) => depth,
            Self::ListAppend(depth) => depth + 1,
            Self::Call(count) => count + 2,
            _ => 0,
        }
    }

    /// Where it may jump to.
    pub fn target(self) -> Option<u32> {
        match self {
            Self::ForIter(target)
            | Self::Send(target)
            | Self::JumpForward(target)
            | Self::JumpBackward(target)
            | Self::JumpBackwardNoInterrupt(target)
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
            Self::Send(_) => Self::Send(target),
            Self::JumpBackwardNoInterrupt(_) => Self::JumpBackwardNoInterrupt(target),
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
                | Self::JumpBackwardNoInterrupt(_)
                | Self::ReturnValue
                | Self::Reraise(_)
                | Self::RaiseVarargs(_)
        )
    }

    /// By how much the stack grows, when it jumps and when it does not.
    pub fn effect(self, jumps: bool) -> i32 {
        let n = |count: u32| count as i32;
        match self {
            Self::Resume
            | Self::Nop
            | Self::Swap(_)
            | Self::DeleteFast(_)
            | Self::DeleteName(_)
            | Self::DeleteClassName(_)
            | Self::DeleteGlobal(_)
            | Self::DeleteDeref(_)
            | Self::MakeCell(_)
            | Self::CopyFreeVars(_)
            | Self::SetupAnnotations
            | Self::LoadAttr(_)
            | Self::Unary(_)
            | Self::GetIter
            | Self::GetYieldFromIter
            | Self::GetAwaitable(_)
            | Self::GetAiter
            | Self::ListToTuple
            | Self::KwNames(_)
            | Self::YieldValue
            | Self::YieldAsync
            | Self::CheckExcMatch
            | Self::JumpForward(_)
            | Self::JumpBackward(_)
            | Self::JumpBackwardNoInterrupt(_)
            | Self::ThreadStarted => 0,
            Self::PushNull
            | Self::Copy(_)
            | Self::LoadConst(_)
            | Self::LoadFast(_)
            | Self::LoadClosure(_)
            | Self::LoadDeref(_)
            | Self::LoadClassDeref(_)
            | Self::LoadName(_)
            | Self::LoadClassName(_)
            | Self::LoadGlobal(_)
            | Self::LoadMethod(_)
            | Self::LoadBuildClass
            | Self::ImportName(_)
            | Self::ImportFrom(_)
            | Self::BeforeWith
            | Self::BeforeAsyncWith
            | Self::PushExcInfo
            | Self::WithExceptStart
            | Self::GetAnext
            | Self::GetLen
            | Self::MatchSequence
            | Self::MatchMapping
            | Self::MatchKeys
            | Self::LoadAssertionError => 1,
            Self::LoadGlobalNull(_) => 2,
            Self::PopTop
            | Self::StoreFast(_)
            | Self::StoreDeref(_)
            | Self::StoreName(_)
            | Self::StoreClassName(_)
            | Self::StoreGlobal(_)
            | Self::DeleteAttr(_)
            | Self::Binary(_)
            | Self::InPlace(_)
            | Self::Compare(_)
            | Self::Is(_)
            | Self::Contains(_)
            | Self::BinarySubscr
            | Self::ListAppend(_)
            | Self::SetAdd(_)
            | Self::ListExtend(_)
            | Self::SetUpdate(_)
            | Self::DictUpdate(_)
            | Self::DictMerge(_)
            | Self::ReturnValue
            | Self::Reraise(_)
            | Self::PopExcept
            | Self::PopJumpForwardIfFalse(_)
            | Self::PopJumpForwardIfTrue(_)
            | Self::PopJumpBackwardIfFalse(_)
            | Self::PopJumpBackwardIfTrue(_) => -1,
            Self::StoreAttr(_)
            | Self::DeleteSubscr
            | Self::MapAdd(_)
            | Self::EndAsyncFor
            | Self::MatchClass(_) => -2,
            Self::CallFunctionEx(keywords) => -2 - i32::from(keywords),
            Self::StoreSubscr => -3,
            Self::BuildSlice(count)
            | Self::BuildList(count)
            | Self::BuildTuple(count)
            | Self::BuildSet(count)
            | Self::BuildString(count) => 1 - n(count),
            Self::BuildMap(count) => 1 - 2 * n(count),
            Self::UnpackSequence(count) => n(count) - 1,
            Self::UnpackEx(before, after) => i32::from(before) + i32::from(after),
            Self::FormatValue(format) => -i32::from(format.spec),
            Self::ForIter(_) => {
                if jumps {
                    -1
                } else {
                    1
                }
            }
            Self::Send(_) | Self::JumpIfFalseOrPop(_) | Self::JumpIfTrueOrPop(_) => match (self, jumps) {
                (Self::Send(_), true) | (Self::JumpIfFalseOrPop(_) | Self::JumpIfTrueOrPop(_), false) => -1,
                _ => 0,
            },
            Self::Call(count) => -1 - n(count),
            Self::MakeFunction(_, parts) => {
                1 - i32::from(parts.defaults) - i32::from(parts.keyword_defaults) - i32::from(parts.closure)
            }
            Self::RaiseVarargs(count) => -n(count),
        }
    }
}
