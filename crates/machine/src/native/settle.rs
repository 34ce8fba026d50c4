//! Native functions that go through what iterators come to, which cannot be asked a second time.

use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow};
use crate::object::Object;
use crate::operators;
use crate::value::Value;

/// The arguments with a list in place of every iterator that comes to its end without Python; all are new references.
fn settled(heap: &mut Heap, positional: &[Value]) -> Result<Vec<Value>, Fault> {
    let mut values = Vec::with_capacity(positional.len());
    for value in positional {
        let collected = match heap.object(*value) {
            Some(Object::Iterator(_)) => operators::collect(heap, *value),
            Some(Object::Lazy(lazy)) if lazy.depth.is_some() => operators::collect(heap, *value),
            _ => Ok(None),
        };
        match collected {
            Ok(Some(items)) => values.push(heap.list(items)?),
            Ok(None) => values.push(heap.retain(*value)),
            Err(fault) => {
                values.into_iter().for_each(|value| heap.release(value));
                return Err(fault);
            }
        }
    }
    Ok(values)
}

/// Calls a function that goes through its arguments; where it needs Python, the core's function of that name gets the same
/// items.
pub(super) fn settle(
    context: &mut Context,
    args: &Args,
    core: &str,
    function: impl FnOnce(&mut Heap, &[Value]) -> Result<Value, Fault>,
) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let values = settled(heap, args.positional)?;
    let result = function(heap, &values);
    if let Err(Fault::NeedsPython) = result {
        args.keywords.iter().for_each(|(_, value)| {
            heap.retain(*value);
        });
        return Ok(Flow::CallWith(
            crate::library::core(core),
            values,
            args.keywords.clone(),
        ));
    }
    values.into_iter().for_each(|value| heap.release(value));
    result.map(Flow::Return)
}
