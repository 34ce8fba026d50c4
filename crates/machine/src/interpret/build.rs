//! Instructions that build collections and texts.

use syntax::tree::Conversion;
use triomphe::Arc;

use super::{Interpreter, Next};
use crate::class;
use crate::exception::ExceptionKind;
use crate::fiber::Then;
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::opcode::{Format, Instr};
use crate::operators::{self, as_str};
use crate::symbol::Symbol;
use crate::table::{Dict, Set};
use crate::text;
use crate::value::Value;

impl Interpreter<'_> {
    pub(super) fn build_slice(&mut self, count: u32) -> Result<(), Fault> {
        let step = if count == 3 { self.fiber.pop() } else { Value::None };
        let parts = [self.fiber.peek(2), self.fiber.peek(1), step];
        self.fiber.top -= 2;
        let slice = self.shared.heap.allocate(Object::Slice(Arc::new(parts)))?;
        self.fiber.push(slice);
        Ok(())
    }

    pub(super) fn build_sequence(&mut self, count: usize, instr: Instr) -> Result<(), Fault> {
        let items = self.fiber.operands(count);
        let heap = &mut self.shared.heap;
        let value = match instr {
            Instr::BuildList(_) => heap.list(items.to_vec())?,
            _ => heap.small_tuple(items)?,
        };
        self.fiber.top -= count;
        self.fiber.push(value);
        Ok(())
    }

    pub(super) fn build_set(&mut self, count: usize) -> Result<Next, Fault> {
        let set = self.shared.heap.allocate(Object::Set(Arc::new(Set::new())))?;
        let items = self.fiber.operands(count).to_vec();
        for item in &items {
            match operators::set_add(&mut self.shared.heap, set, *item) {
                Ok(()) => {}
                Err(Fault::NeedsPython) => {
                    self.shared.heap.release(set);
                    self.build_sequence(count, Instr::BuildList(0))?;
                    return self.call_core("set_of", 1, Then::Push);
                }
                Err(fault) => {
                    self.shared.heap.release(set);
                    return Err(fault);
                }
            }
        }
        self.replace(count, set);
        Ok(Next::Continue)
    }

    pub(super) fn build_map(&mut self, count: usize) -> Result<Next, Fault> {
        let dict = self.shared.heap.allocate(Object::Dict(Arc::new(Dict::new())))?;
        let items = self.fiber.operands(2 * count).to_vec();
        for pair in items.chunks(2) {
            match operators::dict_set(&mut self.shared.heap, dict, pair[0], pair[1]) {
                Ok(()) => {}
                Err(Fault::NeedsPython) => {
                    self.shared.heap.release(dict);
                    self.build_sequence(2 * count, Instr::BuildList(0))?;
                    return self.call_core("dict_of", 1, Then::Push);
                }
                Err(fault) => {
                    self.shared.heap.release(dict);
                    return Err(fault);
                }
            }
        }
        self.replace(2 * count, dict);
        Ok(Next::Continue)
    }

    pub(super) fn list_append(&mut self, depth: usize) -> Result<(), Fault> {
        let list = self.fiber.peek(depth + 1);
        let item = self.fiber.pop();
        self.shared.heap.charge(size_of::<Value>() as u64)?;
        if let Some(items) = self.shared.heap.list_mut(list) {
            items.push(item);
        }
        Ok(())
    }

    /// Does something with the top `count` operands and a collection below, or lets the core do it.
    fn update(
        &mut self,
        depth: usize,
        count: usize,
        core: &str,
        native: impl FnOnce(&mut crate::heap::Heap, Value, &[Value]) -> Result<(), Fault>,
    ) -> Result<Next, Fault> {
        let collection = self.fiber.peek(depth + count);
        let operands = self.fiber.operands(count).to_vec();
        match native(&mut self.shared.heap, collection, &operands) {
            Ok(()) => {
                self.drop_top(count);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => {
                self.shared.heap.retain(collection);
                self.fiber.top -= count;
                let args = std::iter::once(collection).chain(operands).collect();
                self.invoke(crate::library::core(core), args, Vec::new(), Then::Discard)
            }
            Err(fault) => Err(fault),
        }
    }

    pub(super) fn set_add(&mut self, depth: usize) -> Result<Next, Fault> {
        self.update(depth, 1, "set_add", |heap, set, operands| {
            operators::set_add(heap, set, operands[0])
        })
    }

    pub(super) fn map_add(&mut self, depth: usize) -> Result<Next, Fault> {
        self.update(depth, 2, "dict_set", |heap, dict, operands| {
            operators::dict_set(heap, dict, operands[0], operands[1])
        })
    }

    pub(super) fn list_extend(&mut self, depth: usize) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        let name = class::type_name(&self.shared.heap, value).to_owned();
        self.update(
            depth,
            1,
            "list_extend",
            |heap, list, operands| match operators::collect(heap, operands[0])? {
                Some(items) => operators::extend_list(heap, list, items),
                None => raise(
                    ExceptionKind::TypeError,
                    format!("Value after * must be an iterable, not {name}"),
                ),
            },
        )
    }

    pub(super) fn set_update(&mut self, depth: usize) -> Result<Next, Fault> {
        self.update(depth, 1, "set_update", |heap, set, operands| {
            operators::set_update(heap, set, operands[0])
        })
    }

    pub(super) fn dict_update(&mut self, depth: usize) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        let name = class::type_name(&self.shared.heap, value).to_owned();
        self.update(depth, 1, "dict_update_mapping", |heap, dict, operands| {
            if operators::as_dict(heap, operands[0]).is_none() {
                if matches!(heap.object(operands[0]), Some(Object::Instance(_))) {
                    return Err(Fault::NeedsPython);
                }
                return raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not a mapping"),
                );
            }
            operators::dict_update(heap, dict, operands[0])
        })
    }

    /// `NULL f args … dict x -> NULL f args … dict`
    pub(super) fn dict_merge(&mut self, depth: usize) -> Result<Next, Fault> {
        let callable = self.fiber.peek(depth + 3);
        let function = operators::function_text(self.shared, self.program, callable);
        let value = self.fiber.peek(1);
        let name = class::type_name(&self.shared.heap, value).to_owned();
        let has_keys =
            Symbol::known("keys").is_some_and(|keys| class::special(self.shared, value, keys).is_some());
        self.update(depth, 1, "dict_merge", |heap, dict, operands| {
            let is_view = matches!(heap.object(operands[0]), Some(Object::View { .. }));
            let Some(from) = operators::as_dict(heap, operands[0]).filter(|_| !is_view) else {
                if has_keys {
                    return Err(Fault::NeedsPython);
                }
                return raise(
                    ExceptionKind::TypeError,
                    format!("{function} argument after ** must be a mapping, not {name}"),
                );
            };
            for entry in from.clone().iter() {
                let Some(key) = as_str(heap, entry.key).map(str::to_owned) else {
                    return raise(ExceptionKind::TypeError, "keywords must be strings");
                };
                if operators::has_text(heap, dict, &key) {
                    return raise(
                        ExceptionKind::TypeError,
                        format!("{function} got multiple values for keyword argument '{key}'"),
                    );
                }
                operators::dict_set(heap, dict, entry.key, entry.value)?;
            }
            Ok(())
        })
    }

    pub(super) fn list_to_tuple(&mut self) -> Result<(), Fault> {
        let list = self.fiber.peek(1);
        let items = operators::as_items(&self.shared.heap, list)
            .unwrap_or_default()
            .to_vec();
        self.shared.heap.retain_all(&items);
        let tuple = self.shared.heap.tuple(items)?;
        self.replace(1, tuple);
        Ok(())
    }

    pub(super) fn build_string(&mut self, count: usize) -> Result<(), Fault> {
        let parts = self.fiber.operands(count);
        let texts = || parts.iter().filter_map(|part| as_str(&self.shared.heap, *part));
        let length: usize = texts().map(str::len).sum();
        self.shared.heap.has_room(length as u64)?;
        let mut text = String::with_capacity(length);
        texts().for_each(|part| text.push_str(part));
        let value = self.shared.heap.string(&text)?;
        self.replace(count, value);
        Ok(())
    }

    pub(super) fn format_value(&mut self, format: Format) -> Result<Next, Fault> {
        let count = 1 + usize::from(format.spec);
        let spec = if format.spec {
            self.fiber.peek(1)
        } else {
            Value::Unbound
        };
        let value = self.fiber.peek(count);
        if !format.spec
            && matches!(format.conversion, None | Some(Conversion::Str))
            && let Some(Object::Str(_)) = self.shared.heap.object(value)
        {
            // A string shows itself.
            return Ok(Next::Continue);
        }
        match self.formatted(format.conversion, value, spec) {
            Ok(text) => {
                let text = self.shared.heap.string(&text)?;
                self.replace(count, text);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => {
                if !format.spec {
                    let empty = self.shared.heap.string("")?;
                    self.fiber.reserve(self.fiber.top + 1);
                    self.fiber.push(empty);
                }
                let name = match format.conversion {
                    None => "format_",
                    Some(Conversion::Str) => "format_str",
                    Some(Conversion::Repr) => "format_repr",
                    Some(Conversion::Ascii) => "format_ascii",
                };
                self.call_core(name, 2, Then::Push)
            }
            Err(fault) => Err(fault),
        }
    }

    fn formatted(&self, conversion: Option<Conversion>, value: Value, spec: Value) -> Result<String, Fault> {
        let heap = &self.shared.heap;
        let spec = as_str(heap, spec).unwrap_or_default();
        let Some(conversion) = conversion else {
            return crate::native::format(heap, value, spec);
        };
        let text = match conversion {
            Conversion::Str => operators::text_of(heap, value)?,
            Conversion::Repr => operators::repr_of(heap, value)?,
            Conversion::Ascii => text::ascii(&operators::repr_of(heap, value)?),
        };
        crate::native::format_text(heap, &text, spec)
    }
}
