//! Which methods builtin types have.

use super::{Native, Type};

/// The method of that name, of the type itself and not of `object`.
pub(super) fn method(ty: Type, name: &str) -> Option<Native> {
    // `bool` has the methods of `int`.
    let ty = if ty == Type::Bool { Type::Int } else { ty };
    let own = match ty {
        Type::Str => of_str(name),
        Type::Bytes => of_bytes(name),
        Type::ByteArray => of_bytearray(name).or_else(|| of_bytes(name)),
        Type::Int => of_int(name),
        Type::Float => of_float(name),
        _ => None,
    };
    own.or_else(|| method_of_other(ty, name))
}

fn method_of_other(ty: Type, name: &str) -> Option<Native> {
    use Type as T;
    Some(match (ty, name) {
        (T::List, "append") => Native::ListAppend,
        (T::List, "clear") => Native::ListClear,
        (T::List, "copy") => Native::ListCopy,
        (T::Range, "count") => Native::RangeCount,
        (T::Range, "index") => Native::RangeIndex,
        (T::Slice, "indices") => Native::SliceIndices,
        (T::List | T::Tuple, "count") => Native::ListCount,
        (T::List, "extend") => Native::ListExtend,
        (T::List | T::Tuple, "index") => Native::ListIndex,
        (T::List, "insert") => Native::ListInsert,
        (T::List, "pop") => Native::ListPop,
        (T::List, "remove") => Native::ListRemove,
        (T::List, "reverse") => Native::ListReverse,
        (T::List, "sort") => Native::ListSort,
        (T::List, "__init__") => Native::ListInit,
        (T::Dict, "clear") => Native::DictClear,
        (T::Dict, "copy") => Native::DictCopy,
        (T::Dict, "get") => Native::DictGet,
        (T::Dict, "items") => Native::DictItems,
        (T::Dict, "keys") => Native::DictKeys,
        (T::Dict, "values") => Native::DictValues,
        (T::Dict, "pop") => Native::DictPop,
        (T::Dict, "popitem") => Native::DictPopItem,
        (T::Dict, "setdefault") => Native::DictSetDefault,
        (T::Dict, "update") => Native::DictUpdate,
        (T::Dict, "__init__") => Native::DictInit,
        (T::Dict, "fromkeys") => Native::DictFromKeys,
        (T::Set, "add") => Native::SetAdd,
        (T::Set, "clear") => Native::SetClear,
        (T::Set | T::FrozenSet, "copy") => Native::SetCopy,
        (T::Set, "discard") => Native::SetDiscard,
        (T::Set, "pop") => Native::SetPop,
        (T::Set, "remove") => Native::SetRemove,
        (T::Set, "update") => Native::SetUpdate,
        (T::Set | T::FrozenSet, "union") => Native::SetUnion,
        (T::Set | T::FrozenSet, "intersection") => Native::SetIntersection,
        (T::Set | T::FrozenSet, "difference") => Native::SetDifference,
        (T::Set | T::FrozenSet, "symmetric_difference") => Native::SetSymmetricDifference,
        (T::Set, "intersection_update") => Native::SetIntersectionUpdate,
        (T::Set, "difference_update") => Native::SetDifferenceUpdate,
        (T::Set, "symmetric_difference_update") => Native::SetSymmetricDifferenceUpdate,
        (T::Set | T::FrozenSet, "isdisjoint") => Native::SetIsDisjoint,
        (T::Set | T::FrozenSet, "issubset") => Native::SetIsSubset,
        (T::Set | T::FrozenSet, "issuperset") => Native::SetIsSuperset,
        (T::DictKeys | T::DictItems, "isdisjoint") => Native::ViewIsDisjoint,
        (T::Set, "__init__") => Native::SetInit,
        (T::Generator | T::Coroutine, "send") => Native::GeneratorSend,
        (T::Generator, "__next__") => Native::GeneratorNext,
        (T::Generator | T::Coroutine, "throw") => Native::GeneratorThrow,
        (T::Generator | T::Coroutine, "close") => Native::GeneratorClose,
        (T::Generator, "__iter__") => Native::GeneratorIter,
        (T::Coroutine, "__await__") => Native::CoroutineAwait,
        (T::AsyncStep, "__await__") => Native::GeneratorIter,
        (T::AsyncGenerator, "__aiter__") => Native::AsyncIter,
        (T::AsyncGenerator, "__anext__") => Native::AsyncNext,
        (T::AsyncGenerator, "asend") => Native::AsyncSend,
        (T::AsyncGenerator, "athrow") => Native::AsyncThrow,
        (T::AsyncGenerator, "aclose") => Native::AsyncClose,
        (T::AsyncStep | T::CoroutineWrapper, "send") => Native::GeneratorSend,
        (T::AsyncStep | T::CoroutineWrapper, "__next__") => Native::GeneratorNext,
        (T::AsyncStep | T::CoroutineWrapper, "throw") => Native::GeneratorThrow,
        (T::AsyncStep | T::CoroutineWrapper, "close") => Native::GeneratorClose,
        (T::AsyncStep | T::CoroutineWrapper, "__iter__") => Native::GeneratorIter,
        (ty, "__next__") if ty.is_iterator() => Native::IteratorNext,
        (ty, "__iter__") if ty.is_iterator() => Native::IteratorIter,
        (T::Property, "getter") => Native::PropertyGetter,
        (T::Property, "setter") => Native::PropertySetter,
        (T::Property, "deleter") => Native::PropertyDeleter,
        (T::Property, "__set__") => Native::PropertySet,
        (T::Property, "__delete__") => Native::PropertyDelete,
        (T::Property | T::StaticMethod | T::ClassMethod, "__get__") => Native::PropertyGet,
        (T::Function, "__get__") => Native::FunctionGet,
        (T::Exception, "with_traceback") => Native::ExceptionWithTraceback,
        (T::Exception, "add_note") => Native::ExceptionAddNote,
        (T::Exception, "__init__") => Native::ExceptionInit,
        (T::Type, "mro") => Native::TypeMro,
        (T::Type, "__subclasses__") => Native::TypeSubclasses,
        (T::Type, "__call__") => Native::TypeCall,
        (T::Function | T::Method | T::BuiltinFunction, "__call__") => Native::CallableCall,
        (T::Type, "__prepare__") => Native::TypePrepare,
        (T::Object, _) => return of_object(name),
        (T::Lock, "acquire" | "acquire_lock") => Native::LockAcquire,
        (T::Lock, "__enter__") => Native::LockEnter,
        (T::Lock, "release" | "release_lock") => Native::LockRelease,
        (T::Lock, "__exit__") => Native::LockExit,
        (T::Lock, "locked" | "locked_lock") => Native::LockLocked,
        (T::RLock, "acquire") => Native::RLockAcquire,
        (T::RLock, "__enter__") => Native::RLockEnter,
        (T::RLock, "release") => Native::RLockRelease,
        (T::RLock, "__exit__") => Native::RLockExit,
        (T::RLock, "_is_owned") => Native::RLockIsOwned,
        (T::RLock, "_release_save") => Native::RLockReleaseSave,
        (T::RLock, "_acquire_restore") => Native::RLockAcquireRestore,
        (T::Stack, "resume") => Native::StackResume,
        (T::WeakRef, "__call__") => Native::WeakRefCall,
        (T::Mersenne, "seed") => Native::MersenneSeed,
        (T::Mersenne, "random") => Native::MersenneRandom,
        (T::Mersenne, "getrandbits") => Native::MersenneBits,
        (T::Mersenne, "getstate") => Native::MersenneState,
        (T::Mersenne, "setstate") => Native::MersenneSetState,
        (T::Hasher, "update") => Native::HasherUpdate,
        (T::Hasher, "digest") => Native::HasherDigest,
        (T::Hasher, "copy") => Native::HasherCopy,
        // `int.__new__` is not `object.__new__`.
        (ty, "__new__") if ty.is_acceptable_base() => Native::BuiltinNew,
        (ty, name) if name.starts_with("__") => return operator(ty, name),
        _ => return None,
    })
}

fn of_object(name: &str) -> Option<Native> {
    Some(match name {
        "__new__" => Native::ObjectNew,
        "__init__" => Native::ObjectInit,
        "__init_subclass__" => Native::ObjectInitSubclass,
        "__subclasshook__" => Native::ObjectSubclassHook,
        "__repr__" => Native::ObjectRepr,
        "__str__" => Native::ObjectStr,
        "__format__" => Native::ObjectFormat,
        "__hash__" => Native::ObjectHash,
        "__eq__" => Native::ObjectEq,
        "__ne__" => Native::ObjectNe,
        "__lt__" => Native::ObjectLt,
        "__le__" => Native::ObjectLe,
        "__gt__" => Native::ObjectGt,
        "__ge__" => Native::ObjectGe,
        "__getattribute__" => Native::ObjectGetAttribute,
        "__setattr__" => Native::ObjectSetAttr,
        "__delattr__" => Native::ObjectDelAttr,
        "__dir__" => Native::ObjectDir,
        "__reduce_ex__" => Native::ObjectReduceEx,
        "__reduce__" => Native::ObjectReduce,
        "__getstate__" => Native::ObjectGetState,
        _ => return None,
    })
}

/// Methods of `str`.
fn of_str(name: &str) -> Option<Native> {
    Some(match name {
        "lower" => Native::StrLower,
        "upper" => Native::StrUpper,
        "title" => Native::StrTitle,
        "capitalize" => Native::StrCapitalize,
        "swapcase" => Native::StrSwapcase,
        "casefold" => Native::StrCasefold,
        "isalnum" => Native::StrIsAlnum,
        "isalpha" => Native::StrIsAlpha,
        "isascii" => Native::StrIsAscii,
        "isdecimal" => Native::StrIsDecimal,
        "isdigit" => Native::StrIsDigit,
        "isidentifier" => Native::StrIsIdentifier,
        "islower" => Native::StrIsLower,
        "isnumeric" => Native::StrIsNumeric,
        "isprintable" => Native::StrIsPrintable,
        "isspace" => Native::StrIsSpace,
        "istitle" => Native::StrIsTitle,
        "isupper" => Native::StrIsUpper,
        "find" => Native::StrFind,
        "rfind" => Native::StrRfind,
        "index" => Native::StrIndex,
        "rindex" => Native::StrRindex,
        "count" => Native::StrCount,
        "startswith" => Native::StrStartsWith,
        "endswith" => Native::StrEndsWith,
        "split" => Native::StrSplit,
        "rsplit" => Native::StrRsplit,
        "splitlines" => Native::StrSplitLines,
        "partition" => Native::StrPartition,
        "rpartition" => Native::StrRpartition,
        "strip" => Native::StrStrip,
        "lstrip" => Native::StrLstrip,
        "rstrip" => Native::StrRstrip,
        "removeprefix" => Native::StrRemovePrefix,
        "removesuffix" => Native::StrRemoveSuffix,
        "ljust" => Native::StrLjust,
        "rjust" => Native::StrRjust,
        "center" => Native::StrCenter,
        "zfill" => Native::StrZfill,
        "expandtabs" => Native::StrExpandTabs,
        "join" => Native::StrJoin,
        "replace" => Native::StrReplace,
        "translate" => Native::StrTranslate,
        "maketrans" => Native::StrMakeTrans,
        "encode" => Native::StrEncode,
        "format" => Native::StrFormat,
        "format_map" => Native::StrFormatMap,
        _ => return None,
    })
}

/// Methods that `bytes` and `bytearray` have.
fn of_bytes(name: &str) -> Option<Native> {
    Some(match name {
        "capitalize" => Native::BytesCapitalize,
        "lower" => Native::BytesLower,
        "swapcase" => Native::BytesSwapcase,
        "title" => Native::BytesTitle,
        "upper" => Native::BytesUpper,
        "isalnum" => Native::BytesIsAlnum,
        "isalpha" => Native::BytesIsAlpha,
        "isascii" => Native::BytesIsAscii,
        "isdigit" => Native::BytesIsDigit,
        "islower" => Native::BytesIsLower,
        "isspace" => Native::BytesIsSpace,
        "istitle" => Native::BytesIsTitle,
        "isupper" => Native::BytesIsUpper,
        "find" => Native::BytesFind,
        "rfind" => Native::BytesRfind,
        "index" => Native::BytesIndex,
        "rindex" => Native::BytesRindex,
        "count" => Native::BytesCount,
        "startswith" => Native::BytesStartsWith,
        "endswith" => Native::BytesEndsWith,
        "split" => Native::BytesSplit,
        "rsplit" => Native::BytesRsplit,
        "splitlines" => Native::BytesSplitLines,
        "partition" => Native::BytesPartition,
        "rpartition" => Native::BytesRpartition,
        "strip" => Native::BytesStrip,
        "lstrip" => Native::BytesLstrip,
        "rstrip" => Native::BytesRstrip,
        "removeprefix" => Native::BytesRemovePrefix,
        "removesuffix" => Native::BytesRemoveSuffix,
        "ljust" => Native::BytesLjust,
        "rjust" => Native::BytesRjust,
        "center" => Native::BytesCenter,
        "zfill" => Native::BytesZfill,
        "expandtabs" => Native::BytesExpandTabs,
        "join" => Native::BytesJoin,
        "replace" => Native::BytesReplace,
        "translate" => Native::BytesTranslate,
        "maketrans" => Native::BytesMakeTrans,
        "decode" => Native::BytesDecode,
        "hex" => Native::BytesHex,
        "fromhex" => Native::BytesFromHex,
        _ => return None,
    })
}

/// Methods that `bytearray` alone has, or its own of.
fn of_bytearray(name: &str) -> Option<Native> {
    Some(match name {
        "append" => Native::ByteArrayAppend,
        "clear" => Native::ByteArrayClear,
        "copy" => Native::ByteArrayCopy,
        "extend" => Native::ByteArrayExtend,
        "insert" => Native::ByteArrayInsert,
        "pop" => Native::ByteArrayPop,
        "remove" => Native::ByteArrayRemove,
        "reverse" => Native::ByteArrayReverse,
        "__init__" => Native::ByteArrayInit,
        "fromhex" => Native::ByteArrayFromHex,
        _ => return None,
    })
}

/// Methods of `int`.
fn of_int(name: &str) -> Option<Native> {
    Some(match name {
        "bit_length" => Native::IntBitLength,
        "bit_count" => Native::IntBitCount,
        "conjugate" => Native::IntConjugate,
        "__trunc__" => Native::IntTrunc,
        "__floor__" => Native::IntFloor,
        "__ceil__" => Native::IntCeil,
        "__round__" => Native::IntRound,
        "__divmod__" => Native::IntDivMod,
        "__rdivmod__" => Native::IntRDivMod,
        "as_integer_ratio" => Native::IntAsIntegerRatio,
        "to_bytes" => Native::IntToBytes,
        "from_bytes" => Native::IntFromBytes,
        _ => return None,
    })
}

/// Methods of `float`.
fn of_float(name: &str) -> Option<Native> {
    Some(match name {
        "is_integer" => Native::FloatIsInteger,
        "conjugate" => Native::FloatConjugate,
        "__trunc__" => Native::FloatTrunc,
        "__floor__" => Native::FloatFloor,
        "__ceil__" => Native::FloatCeil,
        "__round__" => Native::FloatRound,
        "__divmod__" => Native::IntDivMod,
        "__rdivmod__" => Native::IntRDivMod,
        "as_integer_ratio" => Native::FloatAsIntegerRatio,
        "hex" => Native::FloatHex,
        "fromhex" => Native::FloatFromHex,
        _ => return None,
    })
}

/// Methods that stand for operators.
fn operator(ty: Type, name: &str) -> Option<Native> {
    let is_number = matches!(ty, Type::Int | Type::Float);
    let is_int = ty == Type::Int;
    let is_set = matches!(ty, Type::Set | Type::FrozenSet);
    let is_like_set = is_set || matches!(ty, Type::DictKeys | Type::DictItems);
    let is_sequence = matches!(
        ty,
        Type::List | Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray
    );
    let is_mutable = matches!(ty, Type::List | Type::Dict | Type::ByteArray);
    // Of tuples and strings `reversed` makes do with their length and items.
    let is_reversible = matches!(
        ty,
        Type::List | Type::Dict | Type::Range | Type::DictKeys | Type::DictValues | Type::DictItems
    );
    let is_sized = is_sequence
        || is_set
        || matches!(
            ty,
            Type::Dict | Type::Range | Type::DictKeys | Type::DictValues | Type::DictItems
        );
    Some(match name {
        "__len__" if is_sized => Native::DunderLen,
        "__iter__" if is_sized => Native::DunderIter,
        "__reversed__" if is_reversible => Native::DunderReversed,
        "__contains__" if is_sized => Native::DunderContains,
        "__getitem__" if is_sequence || matches!(ty, Type::Dict | Type::Range) => Native::DunderGetItem,
        "__setitem__" if is_mutable => Native::DunderSetItem,
        "__delitem__" if is_mutable => Native::DunderDelItem,
        "__add__" if is_number || is_sequence => Native::DunderAdd,
        "__radd__" if is_number => Native::DunderRAdd,
        "__iadd__" if matches!(ty, Type::List | Type::ByteArray) => Native::DunderIAdd,
        "__imul__" if matches!(ty, Type::List | Type::ByteArray) => Native::DunderIMul,
        "__iand__" if ty == Type::Set => Native::DunderIAnd,
        "__ior__" if matches!(ty, Type::Set | Type::Dict) => Native::DunderIOr,
        "__isub__" if ty == Type::Set => Native::DunderISub,
        "__ixor__" if ty == Type::Set => Native::DunderIXor,
        "__sub__" if is_number || is_like_set => Native::DunderSub,
        "__rsub__" if is_number || is_like_set => Native::DunderRSub,
        "__mul__" if is_number || is_sequence => Native::DunderMul,
        "__rmul__" if is_number || is_sequence => Native::DunderRMul,
        "__truediv__" if is_number => Native::DunderTrueDiv,
        "__rtruediv__" if is_number => Native::DunderRTrueDiv,
        "__floordiv__" if is_number => Native::DunderFloorDiv,
        "__rfloordiv__" if is_number => Native::DunderRFloorDiv,
        "__mod__" if is_number || matches!(ty, Type::Str | Type::Bytes | Type::ByteArray) => {
            Native::DunderMod
        }
        "__rmod__" if is_number || matches!(ty, Type::Str | Type::Bytes | Type::ByteArray) => {
            Native::DunderRMod
        }
        "__pow__" if is_number => Native::DunderPow,
        "__rpow__" if is_number => Native::DunderRPow,
        "__and__" if is_int || is_like_set => Native::DunderAnd,
        "__rand__" if is_int || is_like_set => Native::DunderRAnd,
        "__or__" if is_int || is_like_set || ty == Type::Dict => Native::DunderOr,
        "__ror__" if is_int || is_like_set || ty == Type::Dict => Native::DunderROr,
        "__xor__" if is_int || is_like_set => Native::DunderXor,
        "__rxor__" if is_int || is_like_set => Native::DunderRXor,
        "__lshift__" if is_int => Native::DunderLShift,
        "__rshift__" if is_int => Native::DunderRShift,
        "__rlshift__" if is_int => Native::DunderRLShift,
        "__rrshift__" if is_int => Native::DunderRRShift,
        "__neg__" if is_number => Native::DunderNeg,
        "__pos__" if is_number => Native::DunderPos,
        "__invert__" if is_int => Native::DunderInvert,
        "__abs__" if is_number => Native::DunderAbs,
        "__bool__" if is_number || ty == Type::None => Native::DunderBool,
        "__int__" if is_number => Native::DunderInt,
        "__index__" if is_int => Native::DunderIndex,
        "__float__" if is_number => Native::DunderFloat,
        _ if refines(ty, name) => return of_object(name),
        _ => return None,
    })
}

/// Whether a type that classes may derive from has its own of a method that `object` has too. Natives of `object` do for
/// all types what each does, but a class behind the type in an order of bases must not come before it.
fn refines(ty: Type, name: &str) -> bool {
    let is_plain = matches!(
        ty,
        Type::Int | Type::Float | Type::Str | Type::Bytes | Type::Tuple | Type::FrozenSet
    );
    let is_changeable = matches!(ty, Type::List | Type::Dict | Type::Set | Type::ByteArray);
    match name {
        "__hash__" => is_plain || ty == Type::WeakRef,
        "__eq__" | "__ne__" if ty == Type::WeakRef => true,
        "__eq__" | "__ne__" | "__lt__" | "__le__" | "__gt__" | "__ge__" => is_plain || is_changeable,
        "__repr__" => is_plain || is_changeable || ty == Type::Exception,
        "__str__" => matches!(ty, Type::Str | Type::Bytes | Type::ByteArray | Type::Exception),
        "__format__" => matches!(ty, Type::Int | Type::Float | Type::Str),
        _ => false,
    }
}
