//! `text % values` and `bytes % values`.

use crate::heap::Heap;
use crate::native::Fault;
use crate::value::Value;

/// `format % values`: a new string.
pub(crate) fn percent(_: &mut Heap, _: Value, _: Value) -> Result<Value, Fault> {
    Err(Fault::NeedsPython)
}
