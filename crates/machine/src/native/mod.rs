//! What is written in Rust: builtin functions, types, their methods, modules.

pub(crate) mod arguments;
mod attributes;
mod builtins;
pub(crate) mod bytes;
mod call;
mod classes;
mod construct;
mod core_functions;
mod dict;
mod digests;
mod exceptions;
mod float;
mod format;
mod generator;
mod heap_queue;
mod int;
mod interpreter;
mod introspect;
mod iteration;
mod lazy;
mod list;
mod mathematics;
pub(crate) mod methods;
mod modules;
mod names;
mod numbers;
mod object;
mod operators;
mod percent;
mod range;
mod set;
mod set_algebra;
mod settle;
mod signals;
mod stack;
mod string;
mod suggest;
mod sync;
mod system;
mod tell;
mod time;
mod tools;
mod types;
mod weak;

pub(crate) use attributes::{class_attribute, object_attribute, set_attribute};
pub(crate) use call::{Args, Context, Fault, Flow, Resumption, raise};
pub(crate) use classes::blank_instance;
pub(crate) use construct::{construct, construct_fallback};
pub(crate) use dict::new_dict;
pub(crate) use exceptions::exception_method;
pub(crate) use format::{format, format_text};
pub(crate) use generator::{new_step, tells_of_beginning};
pub(crate) use introspect::{asks_for_running_frame, place_of};
pub(crate) use modules::{module_attribute, module_names};
pub(crate) use names::{PYTHON_BUILTINS, builtin};
pub(crate) use percent::percent;
pub(crate) use sync::ident as thread_ident;
pub(crate) use types::{TYPES, Type};

use std::sync::OnceLock;

use crate::class;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::operators::{type_of, unwrap};
use crate::value::Value;

/// How a native function is bound when it is found on a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It is no method.
    Function,
    /// Its first argument is an instance.
    Method,
    /// Its first argument is the class.
    ClassMethod,
    /// It is found on a class and bound to nothing.
    StaticMethod,
}

/// Declares every native function once: how it is bound, its name in messages, what runs it, and which function of the
/// core does what it cannot do without Python.
macro_rules! natives {
    ($($kind:ident $name:ident = $text:literal => $function:path $(, $fallback:literal)?;)+) => {
        /// A function or method written in Rust.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u64)]
        pub enum Native { $(#[doc = $text] $name,)+ }

        impl Native {
            /// How many there are.
            const COUNT: usize = [$(stringify!($name)),+].len();

            /// Each at its number.
            const ALL: &[Self; Self::COUNT] = &[$(Self::$name),+];

            /// All names, which may come more than once.
            pub(crate) const NAMES: &[&str] = &[$($text,)+];

            /// Its name in Python.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Calls it. The arguments stay the caller's; the result is new.
            pub(crate) fn call(self, context: &mut Context, args: &Args) -> Result<Flow, Fault> {
                match self { $(Self::$name => $function(context, args),)+ }
            }

            /// The core's function for what it cannot do without Python.
            pub(crate) fn fallback(self) -> Option<&'static str> {
                match self { $(Self::$name => natives!(@fallback $($fallback)?),)+ }
            }

            fn kind(self) -> Kind {
                match self { $(Self::$name => Kind::$kind,)+ }
            }
        }
    };
    (@fallback) => { None };
    (@fallback $fallback:literal) => { Some($fallback) };
}

include!("table.rs");

/// At most one native for each builtin type, by their numbers from 1: there are many such tables.
#[derive(Debug)]
pub(crate) struct NativeByType([u16; TYPES]);

impl NativeByType {
    pub fn new(of: impl Fn(Type) -> Option<Native>) -> Self {
        const { assert!(Native::COUNT < u16::MAX as usize) };
        Self(Type::ALL.map(|ty| of(ty).map_or(0, |native| native as u16 + 1)))
    }

    #[inline]
    pub fn of(&self, ty: Type) -> Option<Native> {
        let number = self.0[ty as usize].checked_sub(1)?;
        Some(Native::ALL[usize::from(number)])
    }
}

impl Native {
    /// The fallback of natives that ask for an integer: they are called again with what `__index__` returns.
    pub(crate) const AGAIN: &str = "call_with_";

    /// Which of its arguments says how long it waits at most; -1 if none does, or only one that was given by its name.
    pub(crate) fn place_of_timeout(self) -> i64 {
        match self {
            Self::Sleep => 0,
            Self::KernelWaitSignal => 1,
            Self::LockAcquire | Self::RLockAcquire | Self::KernelPoll | Self::KernelAcquireSemaphore => 2,
            _ => -1,
        }
    }

    pub(crate) fn is_method(self) -> bool {
        self.kind() == Kind::Method
    }

    /// Whether it changes what it is a method of and returns that.
    pub(crate) fn is_in_place(self) -> bool {
        matches!(
            self,
            Self::DunderIAdd
                | Self::DunderIMul
                | Self::DunderIAnd
                | Self::DunderIOr
                | Self::DunderISub
                | Self::DunderIXor
        )
    }

    pub(crate) fn is_class_method(self) -> bool {
        self.kind() == Kind::ClassMethod
    }

    pub(crate) fn is_static_method(self) -> bool {
        self.kind() == Kind::StaticMethod
    }

    /// Whether it is the method of its name of a builtin type, and not `object`'s.
    fn is_method_of(self, ty: Type) -> bool {
        /// A bit for each type that has it, once it was called.
        static OWNERS: [OnceLock<u128>; Native::COUNT] = [const { OnceLock::new() }; Native::COUNT];
        const { assert!(TYPES <= u128::BITS as usize) };
        let owners = OWNERS[self as usize].get_or_init(|| {
            let owns = |ty: &Type| ty.method(self.name()) == Some(self);
            Type::ALL
                .into_iter()
                .filter(owns)
                .fold(0, |owners, ty| owners | 1 << ty as u32)
        });
        owners >> ty as u32 & 1 == 1
    }

    /// What a method works on, given its first argument: an instance gives the builtin value that it carries.
    pub(crate) fn receiver(self, heap: &Heap, given: Option<&Value>) -> Result<Value, Fault> {
        let Some(receiver) = given.copied() else {
            let owner = self.owner().map_or(String::new(), |ty| format!("{}.", ty.name()));
            let message = format!("unbound method {owner}{}() needs an argument", self.name());
            return raise(ExceptionKind::TypeError, message);
        };
        let carried = unwrap(heap, receiver);
        if self.is_method_of(type_of(heap, carried)) {
            return Ok(carried);
        }
        if self.is_method_of(Type::Object)
            || class::exception_kind(heap, class::class_of(heap, receiver))
                .is_some_and(|kind| exception_method(kind, self.name()) == Some(self))
        {
            return Ok(receiver);
        }
        let name = class::type_name(heap, receiver);
        let owner = self
            .owner()
            .map_or(String::new(), |ty| format!("for '{}' objects ", ty.name()));
        let message = format!(
            "descriptor '{}' {owner}doesn't apply to a '{name}' object",
            self.name()
        );
        raise(ExceptionKind::TypeError, message)
    }

    /// The type that has it as a method; the first if several do.
    fn owner(self) -> Option<Type> {
        Type::ALL
            .into_iter()
            .find(|ty| *ty != Type::Bool && ty.method(self.name()) == Some(self))
    }

    /// Whether a call's only effect is its result, and that depends on nothing but its arguments.
    pub(crate) fn is_pure(self) -> bool {
        let of_constants = [Type::Str, Type::Bytes, Type::Int, Type::Float];
        let is_of_constant =
            self.is_method() && of_constants.iter().any(|ty| ty.method(self.name()) == Some(self));
        is_of_constant
            || matches!(
                self,
                Self::Abs
                    | Self::All
                    | Self::Any
                    | Self::Ascii
                    | Self::Bin
                    | Self::Callable
                    | Self::Chr
                    | Self::DivMod
                    | Self::Format
                    | Self::Hash
                    | Self::Hex
                    | Self::Id
                    | Self::IsInstance
                    | Self::IsSubclass
                    | Self::Len
                    | Self::Max
                    | Self::Min
                    | Self::Oct
                    | Self::Ord
                    | Self::Pow
                    | Self::Repr
                    | Self::Round
                    | Self::Sorted
                    | Self::Sum
                    | Self::FindSpecial
                    | Self::TypeName
                    | Self::CurrentThreadObject
            )
    }

    /// Its `repr`.
    pub(crate) fn text(self) -> String {
        match self.kind() {
            Kind::Function => format!("<built-in function {}>", self.name()),
            _ => {
                let owner = self.owner().unwrap_or(Type::Object).name();
                format!("<method '{}' of '{owner}' objects>", self.name())
            }
        }
    }
}
