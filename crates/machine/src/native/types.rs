//! Builtin types, and which native methods they have.

use crate::native::{Native, methods};

/// How many types there are.
pub(crate) const TYPES: usize = Type::ALL.len();

/// Declares every builtin type once, with its name.
macro_rules! types {
    ($($name:ident = $text:literal,)+) => {
        /// A builtin type.
        #[expect(clippy::enum_variant_names, reason = "`type` is a type")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u64)]
        pub enum Type { $(#[doc = concat!("`", $text, "`")] $name,)+ }

        impl Type {
            pub(crate) const ALL: [Self; [$(Self::$name),+].len()] = [$(Self::$name),+];

            /// `type(x).__name__`
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

types! {
    Object = "object",
    None = "NoneType",
    Bool = "bool",
    Int = "int",
    Float = "float",
    Str = "str",
    Bytes = "bytes",
    ByteArray = "bytearray",
    List = "list",
    Tuple = "tuple",
    Dict = "dict",
    DictKeys = "dict_keys",
    DictValues = "dict_values",
    DictItems = "dict_items",
    Set = "set",
    FrozenSet = "frozenset",
    Range = "range",
    Slice = "slice",
    Iterator = "iterator",
    ListIterator = "list_iterator",
    ListReverseIterator = "list_reverseiterator",
    TupleIterator = "tuple_iterator",
    StrIterator = "str_iterator",
    StrAsciiIterator = "str_ascii_iterator",
    BytesIterator = "bytes_iterator",
    ByteArrayIterator = "bytearray_iterator",
    SetIterator = "set_iterator",
    RangeIterator = "range_iterator",
    DictKeyIterator = "dict_keyiterator",
    DictValueIterator = "dict_valueiterator",
    DictItemIterator = "dict_itemiterator",
    DictReverseKeyIterator = "dict_reversekeyiterator",
    DictReverseValueIterator = "dict_reversevalueiterator",
    DictReverseItemIterator = "dict_reverseitemiterator",
    CallableIterator = "callable_iterator",
    Enumerate = "enumerate",
    Zip = "zip",
    Map = "map",
    Filter = "filter",
    Reversed = "reversed",
    Function = "function",
    BuiltinFunction = "builtin_function_or_method",
    Method = "method",
    Cell = "cell",
    Property = "property",
    StaticMethod = "staticmethod",
    ClassMethod = "classmethod",
    Super = "super",
    Generator = "generator",
    Coroutine = "coroutine",
    AsyncGenerator = "async_generator",
    AsyncStep = "async_generator_asend",
    CoroutineWrapper = "coroutine_wrapper",
    Exception = "BaseException",
    Traceback = "traceback",
    Code = "code",
    Frame = "frame",
    Ellipsis = "ellipsis",
    NotImplemented = "NotImplementedType",
    Lock = "lock",
    RLock = "RLock",
    WeakRef = "ReferenceType",
    Stack = "Fiberlet",
    Mersenne = "Random",
    Hasher = "HASH",
    Module = "module",
    Type = "type",
}

impl Type {
    /// The method of that name, of the type itself and not of `object`.
    pub(crate) fn method(self, name: &str) -> Option<Native> {
        methods::method(self, name)
    }

    /// Its name with the module that it is from, as messages and `repr` give it.
    pub(crate) fn full_name(self) -> &'static str {
        match self {
            Self::Lock => "_thread.lock",
            Self::RLock => "_thread.RLock",
            Self::WeakRef => "weakref.ReferenceType",
            Self::Mersenne => "_random.Random",
            Self::Hasher => "_hashlib.HASH",
            _ => self.name(),
        }
    }

    /// `type(x).__module__`
    pub(crate) fn module(self) -> &'static str {
        self.full_name()
            .split_once('.')
            .map_or("builtins", |(module, _)| module)
    }

    /// Whether its instances are iterators over builtin collections or over other iterators.
    pub(crate) fn is_iterator(self) -> bool {
        use Type as T;
        (T::Iterator as usize..=T::Reversed as usize).contains(&(self as usize))
    }

    /// Whether its `__hash__` is `None`.
    pub(crate) fn is_unhashable(self) -> bool {
        matches!(
            self,
            Self::List
                | Self::Dict
                | Self::Set
                | Self::ByteArray
                | Self::Slice
                | Self::DictKeys
                | Self::DictItems
        )
    }

    /// Whether classes may derive from it.
    pub(crate) fn is_acceptable_base(self) -> bool {
        matches!(
            self,
            Self::Object
                | Self::Int
                | Self::Float
                | Self::Str
                | Self::Bytes
                | Self::ByteArray
                | Self::List
                | Self::Tuple
                | Self::Dict
                | Self::Set
                | Self::FrozenSet
                | Self::Type
                | Self::Property
        )
    }
}
