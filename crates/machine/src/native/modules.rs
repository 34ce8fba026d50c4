//! Modules that are written in Rust.

use crate::native::{Native, PYTHON_BUILTINS, Type, builtin};
use crate::value::Value;

/// What a module has under a name.
pub(crate) fn module_attribute(module: &str, name: &str) -> Option<Value> {
    if module == "builtins" {
        return builtin(name);
    }
    if let Some(function) = of_core(module, name) {
        return crate::library::core_definition(function);
    }
    table(module)
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

/// Names of what a module has.
pub(crate) fn module_names(module: &'static str) -> impl Iterator<Item = &'static str> {
    let builtins = PYTHON_BUILTINS
        .iter()
        .copied()
        .filter(move |name| module == "builtins" && builtin(name).is_some());
    table(module).iter().map(|(name, _)| *name).chain(builtins)
}

/// Which function of the core that is.
fn of_core(module: &str, name: &str) -> Option<&'static str> {
    match (module, name) {
        ("_interleave", "format_exception") => Some("exception_text"),
        ("_interleave", "warn") => Some("warn"),
        ("_interleave", "hear_signals") => Some("hear_signals"),
        ("_thread", "exit" | "exit_thread") => Some("thread_exit"),
        ("_thread", "interrupt_main") => Some("interrupt_main"),
        ("_thread", "stack_size") => Some("stack_size"),
        _ => None,
    }
}

fn table(module: &str) -> &'static [(&'static str, Value)] {
    match module {
        "time" => TIME,
        "_thread" => THREAD,
        "_interleave" => INTERLEAVE,
        "_kernel" => KERNEL,
        "_weakref" => WEAKREF,
        "math" => MATH,
        "types" => TYPES,
        _ => &[],
    }
}

const TIME: &[(&str, Value)] = &[
    ("monotonic", Value::Native(Native::Monotonic)),
    ("monotonic_ns", Value::Native(Native::MonotonicNs)),
    ("perf_counter", Value::Native(Native::PerfCounter)),
    ("perf_counter_ns", Value::Native(Native::PerfCounterNs)),
    ("process_time", Value::Native(Native::ProcessTime)),
    ("process_time_ns", Value::Native(Native::ProcessTimeNs)),
    ("sleep", Value::Native(Native::Sleep)),
    ("thread_time", Value::Native(Native::ThreadTime)),
    ("thread_time_ns", Value::Native(Native::ThreadTimeNs)),
    ("time", Value::Native(Native::Time)),
    ("time_ns", Value::Native(Native::TimeNs)),
];

const TYPES: &[(&str, Value)] = &[
    ("AsyncGeneratorType", Value::Type(Type::AsyncGenerator)),
    ("BuiltinFunctionType", Value::Type(Type::BuiltinFunction)),
    ("BuiltinMethodType", Value::Type(Type::BuiltinFunction)),
    ("CellType", Value::Type(Type::Cell)),
    ("CodeType", Value::Type(Type::Code)),
    ("CoroutineType", Value::Type(Type::Coroutine)),
    ("EllipsisType", Value::Type(Type::Ellipsis)),
    ("FrameType", Value::Type(Type::Frame)),
    ("FunctionType", Value::Type(Type::Function)),
    ("GeneratorType", Value::Type(Type::Generator)),
    ("LambdaType", Value::Type(Type::Function)),
    ("MethodType", Value::Type(Type::Method)),
    ("ModuleType", Value::Type(Type::Module)),
    ("NoneType", Value::Type(Type::None)),
    ("NotImplementedType", Value::Type(Type::NotImplemented)),
    ("TracebackType", Value::Type(Type::Traceback)),
];

const THREAD: &[(&str, Value)] = &[
    ("LockType", Value::Type(Type::Lock)),
    ("RLock", Value::Type(Type::RLock)),
    ("TIMEOUT_MAX", Value::float(9_223_372_036.0)),
    ("allocate", Value::Native(Native::AllocateLock)),
    ("allocate_lock", Value::Native(Native::AllocateLock)),
    (
        "error",
        Value::ExceptionType(crate::exception::ExceptionKind::RuntimeError),
    ),
    ("get_ident", Value::Native(Native::GetIdent)),
    ("get_native_id", Value::Native(Native::GetNativeId)),
    ("lock", Value::Type(Type::Lock)),
    ("start_new", Value::Native(Native::StartNewThread)),
    ("start_new_thread", Value::Native(Native::StartNewThread)),
];

const INTERLEAVE: &[(&str, Value)] = &[
    ("Fiberlet", Value::Native(Native::NewStack)),
    ("current_fiberlet", Value::Native(Native::CurrentStack)),
    ("ascii_text", Value::Native(Native::UnicodeRepr)),
    ("base_of", Value::Native(Native::BaseOf)),
    ("blank_instance", Value::Native(Native::BlankInstance)),
    ("builtin_binary", Value::Native(Native::BuiltinBinary)),
    ("builtin_compare", Value::Native(Native::BuiltinCompare)),
    ("builtin_hash", Value::Native(Native::BuiltinHash)),
    ("builtin_repr", Value::Native(Native::BuiltinRepr)),
    (
        "current_thread_object",
        Value::Native(Native::CurrentThreadObject),
    ),
    ("delegate_of", Value::Native(Native::DelegateOf)),
    ("dict_entry_key", Value::Native(Native::DictEntryKey)),
    ("dict_entry_value", Value::Native(Native::DictEntryValue)),
    ("dict_insert", Value::Native(Native::DictInsert)),
    ("dict_probe", Value::Native(Native::DictProbe)),
    ("dict_remove_at", Value::Native(Native::DictRemoveAt)),
    ("dict_set_at", Value::Native(Native::DictSetAt)),
    ("exit_process", Value::Native(Native::ExitProcess)),
    ("find_special", Value::Native(Native::FindSpecial)),
    ("finish_delegation", Value::Native(Native::FinishDelegation)),
    ("flush", Value::Native(Native::Flush)),
    ("format_text", Value::Native(Native::FormatText)),
    ("float_from_bytes", Value::Native(Native::FloatFromBytes)),
    ("float_to_bytes", Value::Native(Native::FloatToBytes)),
    ("suggestion", Value::Native(Native::Suggestion)),
    ("format_traceback", Value::Native(Native::FormatTraceback)),
    ("function_text", Value::Native(Native::FunctionText)),
    ("generator_name", Value::Native(Native::GeneratorName)),
    ("generator_state", Value::Native(Native::GeneratorStateOf)),
    ("handled", Value::Native(Native::Handled)),
    ("innermost_frame", Value::Native(Native::InnermostFrame)),
    ("heap_rise", Value::Native(Native::HeapRise)),
    ("heap_sink", Value::Native(Native::HeapSink)),
    ("identity", Value::Native(Native::Identity)),
    ("lazy_parts", Value::Native(Native::LazyParts)),
    ("lazy_set_count", Value::Native(Native::LazySetCount)),
    (
        "most_derived_metaclass",
        Value::Native(Native::MostDerivedMetaclass),
    ),
    ("named_lock", Value::Native(Native::NamedLock)),
    ("new_class", Value::Native(Native::NewClass)),
    ("new_lazy", Value::Native(Native::NewLazy)),
    ("percent_fields", Value::Native(Native::PercentFields)),
    ("percent_in_order", Value::Native(Native::PercentInOrder)),
    ("raise_in", Value::Native(Native::RaiseIn)),
    ("redirected_output", Value::Native(Native::RedirectedOutput)),
    ("run_class_body", Value::Native(Native::RunClassBody)),
    ("set_base", Value::Native(Native::SetBase)),
    ("set_cause", Value::Native(Native::SetTraceback)),
    ("set_cell", Value::Native(Native::SetCell)),
    (
        "set_current_thread_object",
        Value::Native(Native::SetCurrentThreadObject),
    ),
    ("set_element", Value::Native(Native::SetElement)),
    ("set_insert", Value::Native(Native::SetInsert)),
    ("set_probe", Value::Native(Native::SetProbe)),
    ("set_remove_at", Value::Native(Native::SetRemoveAt)),
    ("sort_order", Value::Native(Native::SortOrder)),
    ("start_thread", Value::Native(Native::StartThread)),
    ("step_async", Value::Native(Native::StepAsync)),
    ("steps_of_field", Value::Native(Native::StepsOfField)),
    ("tell", Value::Native(Native::Tell)),
    ("belongs", Value::Native(Native::Belongs)),
    ("template_pieces", Value::Native(Native::TemplatePieces)),
    ("type_name", Value::Native(Native::TypeName)),
    ("is_python_class", Value::Native(Native::IsPythonClass)),
    ("set_global", Value::Native(Native::SetGlobal)),
    ("delete_global", Value::Native(Native::DeleteGlobal)),
    ("clear_globals", Value::Native(Native::ClearGlobals)),
    ("run_exit_functions", Value::Native(Native::RunExitFunctions)),
    ("adler32", Value::Native(Native::Adler32)),
    ("at_exit", Value::Native(Native::AtExit)),
    ("caller", Value::Native(Native::Caller)),
    ("ceil", Value::Native(Native::MathCeil)),
    ("code_kind", Value::Native(Native::CodeKindOf)),
    ("collect", Value::Native(Native::Collect)),
    ("compress", Value::Native(Native::Compress)),
    ("crc32", Value::Native(Native::Crc32)),
    ("decompress", Value::Native(Native::Decompress)),
    ("digest_sizes", Value::Native(Native::DigestSizes)),
    ("dist", Value::Native(Native::MathDist)),
    ("entropy", Value::Native(Native::Entropy)),
    ("work", Value::Native(Native::Work)),
    ("factorial", Value::Native(Native::MathFactorial)),
    ("floor", Value::Native(Native::MathFloor)),
    ("format_stack", Value::Native(Native::FormatStack)),
    ("fsum", Value::Native(Native::MathFsum)),
    ("gcd", Value::Native(Native::MathGcd)),
    ("getrecursionlimit", Value::Native(Native::RecursionLimit)),
    ("getsizeof", Value::Native(Native::SizeOf)),
    ("hasher", Value::Native(Native::Hasher)),
    ("hypot", Value::Native(Native::MathHypot)),
    ("isclose", Value::Native(Native::MathIsclose)),
    ("lcm", Value::Native(Native::MathLcm)),
    ("lookup", Value::Native(Native::Lookup)),
    ("main_ident", Value::Native(Native::MainIdent)),
    ("mersenne", Value::Native(Native::Mersenne)),
    ("module_value", Value::Native(Native::ModuleValue)),
    ("modules", Value::Native(Native::Modules)),
    ("monotonic", Value::Native(Native::Monotonic)),
    ("arguments", Value::Native(Native::Arguments)),
    ("natural_log", Value::Native(Native::MathLog)),
    ("permutations", Value::Native(Native::MathPerm)),
    ("setrecursionlimit", Value::Native(Native::SetRecursionLimit)),
    ("source_line", Value::Native(Native::SourceLine)),
    ("trunc", Value::Native(Native::MathTrunc)),
    ("remember_hash", Value::Native(Native::RememberHash)),
    ("weak_callback", Value::Native(Native::WeakCallback)),
    ("write", Value::Native(Native::Write)),
];

/// System calls.
const KERNEL: &[(&str, Value)] = &[
    ("accept", Value::Native(Native::KernelAccept)),
    ("alive", Value::Native(Native::KernelAlive)),
    ("block", Value::Native(Native::KernelBlock)),
    ("blocked", Value::Native(Native::KernelBlocked)),
    ("close", Value::Native(Native::KernelClose)),
    ("connect", Value::Native(Native::KernelConnect)),
    ("cores", Value::Native(Native::KernelCores)),
    ("dup", Value::Native(Native::KernelDuplicate)),
    ("dup2", Value::Native(Native::KernelDuplicateOnto)),
    ("fork", Value::Native(Native::KernelFork)),
    ("getpid", Value::Native(Native::KernelPid)),
    ("getppid", Value::Native(Native::KernelParentPid)),
    ("held", Value::Native(Native::KernelHeld)),
    ("interrupt", Value::Native(Native::KernelInterrupt)),
    ("kill", Value::Native(Native::KernelKill)),
    ("listen", Value::Native(Native::KernelListen)),
    ("next_signal", Value::Native(Native::KernelNextSignal)),
    ("on_signal", Value::Native(Native::KernelOnSignal)),
    ("once", Value::Native(Native::Once)),
    ("pipe", Value::Native(Native::KernelPipe)),
    ("poll", Value::Native(Native::KernelPoll)),
    ("read", Value::Native(Native::KernelRead)),
    ("run_main", Value::Native(Native::KernelRunMain)),
    ("sem_acquire", Value::Native(Native::KernelAcquireSemaphore)),
    ("sem_create", Value::Native(Native::KernelNewSemaphore)),
    ("sem_release", Value::Native(Native::KernelReleaseSemaphore)),
    ("sem_value", Value::Native(Native::KernelSemaphoreValue)),
    ("share", Value::Native(Native::KernelShare)),
    ("shared_create", Value::Native(Native::KernelNewBlock)),
    ("shared_open", Value::Native(Native::KernelOpenBlock)),
    ("shared_read", Value::Native(Native::KernelReadBlock)),
    ("shared_size", Value::Native(Native::KernelBlockSize)),
    ("shared_unlink", Value::Native(Native::KernelUnlinkBlock)),
    ("shared_write", Value::Native(Native::KernelWriteBlock)),
    ("socketpair", Value::Native(Native::KernelSocketPair)),
    ("spawn", Value::Native(Native::KernelSpawn)),
    ("start_timer", Value::Native(Native::KernelStartTimer)),
    ("take", Value::Native(Native::KernelTake)),
    ("wait_signal", Value::Native(Native::KernelWaitSignal)),
    ("waitpid", Value::Native(Native::KernelWaitChild)),
    ("write", Value::Native(Native::KernelWrite)),
];

const MATH: &[(&str, Value)] = &[
    ("acos", Value::Native(Native::MathAcos)),
    ("acosh", Value::Native(Native::MathAcosh)),
    ("asin", Value::Native(Native::MathAsin)),
    ("asinh", Value::Native(Native::MathAsinh)),
    ("atan", Value::Native(Native::MathAtan)),
    ("atan2", Value::Native(Native::MathAtan2)),
    ("atanh", Value::Native(Native::MathAtanh)),
    ("cbrt", Value::Native(Native::MathCbrt)),
    ("comb", Value::Native(Native::MathComb)),
    ("copysign", Value::Native(Native::MathCopysign)),
    ("cos", Value::Native(Native::MathCos)),
    ("cosh", Value::Native(Native::MathCosh)),
    ("degrees", Value::Native(Native::MathDegrees)),
    ("erf", Value::Native(Native::MathErf)),
    ("erfc", Value::Native(Native::MathErfc)),
    ("exp", Value::Native(Native::MathExp)),
    ("exp2", Value::Native(Native::MathExp2)),
    ("expm1", Value::Native(Native::MathExpm1)),
    ("fabs", Value::Native(Native::MathFabs)),
    ("factorial", Value::Native(Native::MathFactorial)),
    ("fmod", Value::Native(Native::MathFmod)),
    ("frexp", Value::Native(Native::MathFrexp)),
    ("gamma", Value::Native(Native::MathGamma)),
    ("isfinite", Value::Native(Native::MathIsfinite)),
    ("isinf", Value::Native(Native::MathIsinf)),
    ("isnan", Value::Native(Native::MathIsnan)),
    ("isqrt", Value::Native(Native::MathIsqrt)),
    ("ldexp", Value::Native(Native::MathLdexp)),
    ("lgamma", Value::Native(Native::MathLgamma)),
    ("log10", Value::Native(Native::MathLog10)),
    ("log1p", Value::Native(Native::MathLog1p)),
    ("log2", Value::Native(Native::MathLog2)),
    ("modf", Value::Native(Native::MathModf)),
    ("nextafter", Value::Native(Native::MathNextafter)),
    ("pow", Value::Native(Native::MathPow)),
    ("radians", Value::Native(Native::MathRadians)),
    ("remainder", Value::Native(Native::MathRemainder)),
    ("sin", Value::Native(Native::MathSin)),
    ("sinh", Value::Native(Native::MathSinh)),
    ("sqrt", Value::Native(Native::MathSqrt)),
    ("tan", Value::Native(Native::MathTan)),
    ("tanh", Value::Native(Native::MathTanh)),
    ("ulp", Value::Native(Native::MathUlp)),
    ("e", Value::float(std::f64::consts::E)),
    ("inf", Value::float(f64::INFINITY)),
    ("nan", Value::float(f64::NAN)),
    ("pi", Value::float(std::f64::consts::PI)),
    ("tau", Value::float(std::f64::consts::TAU)),
];

const WEAKREF: &[(&str, Value)] = &[
    ("getweakrefcount", Value::Native(Native::GetWeakRefCount)),
    ("getweakrefs", Value::Native(Native::GetWeakRefs)),
    ("ref", Value::Type(Type::WeakRef)),
    ("ReferenceType", Value::Type(Type::WeakRef)),
];
