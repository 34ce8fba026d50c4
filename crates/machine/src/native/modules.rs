//! Modules that are written in Rust.

use crate::native::{Native, Type};
use crate::value::Value;

/// What a module has under a name.
pub(crate) fn module_attribute(module: &str, name: &str) -> Option<Value> {
    table(module).iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// Names of what a module has.
pub(crate) fn module_names(module: &str) -> impl Iterator<Item = &'static str> {
    table(module).iter().map(|(name, _)| *name)
}

fn table(module: &str) -> &'static [(&'static str, Value)] {
    match module {
        "time" => TIME,
        "_thread" => THREAD,
        "_interleave" => INTERLEAVE,
        _ => &[],
    }
}

const TIME: &[(&str, Value)] = &[
    ("monotonic", Value::Native(Native::Monotonic)),
    ("perf_counter", Value::Native(Native::PerfCounter)),
    ("process_time", Value::Native(Native::ProcessTime)),
    ("sleep", Value::Native(Native::Sleep)),
    ("time", Value::Native(Native::Time)),
];

const THREAD: &[(&str, Value)] = &[
    ("LockType", Value::Type(Type::Lock)),
    ("RLock", Value::Type(Type::RLock)),
    ("TIMEOUT_MAX", Value::Float(9_223_372_036.0)),
    ("allocate_lock", Value::Native(Native::AllocateLock)),
    ("error", Value::ExceptionType(crate::exception::ExceptionKind::RuntimeError)),
    ("get_ident", Value::Native(Native::GetIdent)),
    ("get_native_id", Value::Native(Native::GetIdent)),
    ("lock", Value::Type(Type::Lock)),
    ("start_new_thread", Value::Native(Native::StartNewThread)),
];

const INTERLEAVE: &[(&str, Value)] = &[
    ("ascii_text", Value::Native(Native::UnicodeRepr)),
    ("base_of", Value::Native(Native::BaseOf)),
    ("blank_instance", Value::Native(Native::BlankInstance)),
    ("builtin_binary", Value::Native(Native::BuiltinBinary)),
    ("builtin_compare", Value::Native(Native::BuiltinCompare)),
    ("builtin_hash", Value::Native(Native::BuiltinHash)),
    ("builtin_repr", Value::Native(Native::BuiltinRepr)),
    ("current_thread_object", Value::Native(Native::CurrentThreadObject)),
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
    ("format_traceback", Value::Native(Native::FormatTraceback)),
    ("function_text", Value::Native(Native::FunctionText)),
    ("generator_name", Value::Native(Native::GeneratorName)),
    ("generator_state", Value::Native(Native::GeneratorStateOf)),
    ("handled", Value::Native(Native::Handled)),
    ("identity", Value::Native(Native::Identity)),
    ("most_derived_metaclass", Value::Native(Native::MostDerivedMetaclass)),
    ("named_lock", Value::Native(Native::NamedLock)),
    ("new_class", Value::Native(Native::NewClass)),
    ("percent_fields", Value::Native(Native::PercentFields)),
    ("percent_in_order", Value::Native(Native::PercentInOrder)),
    ("raise_in", Value::Native(Native::RaiseIn)),
    ("run_class_body", Value::Native(Native::RunClassBody)),
    ("set_base", Value::Native(Native::SetBase)),
    ("set_cause", Value::Native(Native::SetTraceback)),
    ("set_cell", Value::Native(Native::SetCell)),
    ("set_current_thread_object", Value::Native(Native::SetCurrentThreadObject)),
    ("set_element", Value::Native(Native::SetElement)),
    ("set_insert", Value::Native(Native::SetInsert)),
    ("set_probe", Value::Native(Native::SetProbe)),
    ("set_remove_at", Value::Native(Native::SetRemoveAt)),
    ("start_thread", Value::Native(Native::StartThread)),
    ("step_async", Value::Native(Native::StepAsync)),
    ("steps_of_field", Value::Native(Native::StepsOfField)),
    ("tell", Value::Native(Native::Tell)),
    ("template_pieces", Value::Native(Native::TemplatePieces)),
    ("type_name", Value::Native(Native::TypeName)),
    ("is_python_class", Value::Native(Native::IsPythonClass)),
    ("run_exit_functions", Value::Native(Native::RunExitFunctions)),
    ("warn", Value::Native(Native::Warn)),
    ("write", Value::Native(Native::Write)),
];
