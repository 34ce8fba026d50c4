//! Sets and what they are combined with: sets, dictionaries, and the items of any iterable. Every operation goes through
//! its operands in CPython's order, since the order of the result shows it (`Objects/setobject.c`).

use triomphe::Arc;

use super::{as_set, as_set_mut, collect, hash, keys_match, unwrap};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::{Heap, OutOfMemory};
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::table::{Dict, Probe, Search, Set};
use crate::value::{Value, is_same};

/// What a set is combined with.
pub(crate) enum Operand {
    Set(Arc<Set<Value>>),
    Dict(Arc<Dict<Value, Value>>),
    /// Items, each a reference that the operand owns.
    Items(Vec<Value>),
}

type Result<T> = std::result::Result<T, Fault>;

impl Operand {
    /// What a value is to a set.
    pub fn of(heap: &mut Heap, value: Value) -> Result<Self> {
        if let Some(set) = as_set(heap, value) {
            return Ok(Self::Set(set.clone()));
        }
        if let Some(Object::Dict(dict)) = heap.object(value) {
            return Ok(Self::Dict(dict.clone()));
        }
        match collect(heap, value)? {
            Some(items) => Ok(Self::Items(items)),
            None => {
                let name = type_name(heap, value);
                raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not iterable"),
                )
            }
        }
    }

    /// Gives the items up.
    pub fn release(self, heap: &mut Heap) {
        if let Self::Items(items) = self {
            items.into_iter().for_each(|item| heap.release(item));
        }
    }

    /// The keys in order, borrowed, with their hashes where these are known.
    fn keys(&self) -> Vec<(Option<i64>, Value)> {
        match self {
            Self::Set(set) => set
                .iter()
                .map(|element| (Some(element.hash), element.key))
                .collect(),
            Self::Dict(dict) => dict.iter().map(|entry| (None, entry.key)).collect(),
            Self::Items(items) => items.iter().map(|item| (None, *item)).collect(),
        }
    }

    fn hashed(&self, heap: &Heap) -> impl Iterator<Item = Result<(i64, Value)>> {
        self.keys()
            .into_iter()
            .map(|(known, key)| Ok((known.map_or_else(|| hash(heap, key), Ok)?, key)))
    }
}

fn find(heap: &Heap, table: &Set<Value>, code: i64, key: Value) -> Result<Option<usize>> {
    match table.find(code, Probe::START, |candidate| keys_match(heap, *candidate, key)) {
        Search::Found(position) => Ok(Some(position)),
        Search::Absent => Ok(None),
        Search::Ask(..) => Err(Fault::NeedsPython),
    }
}

fn decided<T, E>(result: std::result::Result<T, E>) -> Result<T> {
    result.map_err(|_| Fault::NeedsPython)
}

fn same_key(heap: &Heap) -> impl Fn(&Value, &Value) -> crate::table::Match {
    |left, right| keys_match(heap, *left, *right)
}

/// `set(operand)`
pub(crate) fn made_of(heap: &Heap, operand: &Operand) -> Result<Set<Value>> {
    let mut table = match operand {
        Operand::Set(set) => return Ok(set.copied()),
        _ => Set::new(),
    };
    merge(heap, &mut table, operand)?;
    Ok(table)
}

/// Adds what a set lacks.
fn merge(heap: &Heap, table: &mut Set<Value>, operand: &Operand) -> Result<()> {
    match operand {
        Operand::Set(other) => return decided(table.update(other, same_key(heap))),
        Operand::Dict(dict) => table.reserve(dict.len()),
        Operand::Items(_) => {}
    }
    for hashed in operand.hashed(heap) {
        let (code, key) = hashed?;
        if find(heap, table, code, key)?.is_none() {
            table.insert(code, key);
        }
    }
    Ok(())
}

/// `table.union(operand)`
pub(crate) fn union(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    let mut result = table.copied();
    merge(heap, &mut result, operand)?;
    Ok(result)
}

/// A union and what one more operand has.
pub(crate) fn union_again(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    let mut result = table.clone();
    merge(heap, &mut result, operand)?;
    Ok(result)
}

/// `table.intersection(operand)`
pub(crate) fn intersection(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    if let Operand::Set(other) = operand {
        return decided(table.intersection(other, same_key(heap)));
    }
    let mut result = Set::new();
    for hashed in operand.hashed(heap) {
        let (code, key) = hashed?;
        if find(heap, table, code, key)?.is_some() && find(heap, &result, code, key)?.is_none() {
            result.insert(code, key);
        }
    }
    Ok(result)
}

/// `table.difference(operand)`
pub(crate) fn difference(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    match operand {
        Operand::Set(other) => decided(table.difference(other, same_key(heap))),
        Operand::Dict(dict) if table.len() / 4 <= dict.len() => {
            let mut result = Set::new();
            for element in table.iter() {
                let key = element.key;
                match dict.find(element.hash, Probe::START, |candidate| {
                    keys_match(heap, *candidate, key)
                }) {
                    Search::Absent => result.insert(element.hash, key),
                    Search::Found(_) => {}
                    Search::Ask(..) => return Err(Fault::NeedsPython),
                }
            }
            Ok(result)
        }
        _ => {
            let mut result = table.copied();
            take_away(heap, &mut result, operand)?;
            Ok(result)
        }
    }
}

/// What is left of a difference without what one more operand has.
pub(crate) fn difference_again(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    let mut result = table.clone();
    take_away(heap, &mut result, operand)?;
    Ok(result)
}

/// Removes what an operand has.
fn take_away(heap: &Heap, table: &mut Set<Value>, operand: &Operand) -> Result<()> {
    for hashed in operand.hashed(heap) {
        let (code, key) = hashed?;
        if let Some(position) = find(heap, table, code, key)? {
            table.remove(position);
        }
    }
    table.sweep();
    Ok(())
}

/// `table.symmetric_difference(operand)`
pub(crate) fn symmetric_difference(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<Set<Value>> {
    let mut result = made_of(heap, operand)?;
    decided(result.symmetric_difference_update(table, same_key(heap)))?;
    Ok(result)
}

/// `set.symmetric_difference_update(operand)` as a new table.
pub(crate) fn symmetric_difference_in_place(
    heap: &Heap,
    table: &Set<Value>,
    operand: &Operand,
) -> Result<Set<Value>> {
    let mut result = table.clone();
    let changed = match operand {
        Operand::Set(other) => result.symmetric_difference_update(other, same_key(heap)),
        _ => result.symmetric_difference_update(&made_of(heap, operand)?, same_key(heap)),
    };
    decided(changed)?;
    Ok(result)
}

/// `table.isdisjoint(operand)`
pub(crate) fn is_disjoint(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<bool> {
    if let Operand::Set(other) = operand {
        return decided(table.is_disjoint(other, same_key(heap)));
    }
    for hashed in operand.hashed(heap) {
        let (code, key) = hashed?;
        if find(heap, table, code, key)?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `table.issubset(operand)`
pub(crate) fn is_subset(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<bool> {
    match operand {
        Operand::Set(other) => decided(table.is_subset(other, same_key(heap))),
        _ => Ok(intersection(heap, table, operand)?.len() == table.len()),
    }
}

/// `table.issuperset(operand)`
pub(crate) fn is_superset(heap: &Heap, table: &Set<Value>, operand: &Operand) -> Result<bool> {
    if let Operand::Set(other) = operand {
        return decided(other.is_subset(table, same_key(heap)));
    }
    for hashed in operand.hashed(heap) {
        let (code, key) = hashed?;
        if find(heap, table, code, key)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A new set, or frozenset, of borrowed keys.
pub(crate) fn set_of_table(heap: &mut Heap, table: Set<Value>, is_frozen: bool) -> Result<Value> {
    heap.has_room(table.payload_bytes())?;
    let keys: Vec<Value> = table.iter().map(|element| element.key).collect();
    heap.retain_all(&keys);
    let table = Arc::new(table);
    Ok(heap.allocate(if is_frozen {
        Object::FrozenSet(table)
    } else {
        Object::Set(table)
    })?)
}

/// The frozenset that the compiler makes of constants.
pub(crate) fn constant_set(heap: &mut Heap, items: &[Value]) -> std::result::Result<Value, OutOfMemory> {
    let mut table = Set::new();
    for item in items {
        // Constants have hashes, and are compared without Python.
        if let Ok(code) = hash(heap, *item)
            && let Ok(None) = find(heap, &table, code, *item)
        {
            table.insert(code, *item);
        }
    }
    let table = table.as_constant();
    heap.has_room(table.payload_bytes())?;
    let keys: Vec<Value> = table.iter().map(|element| element.key).collect();
    heap.retain_all(&keys);
    heap.allocate(Object::FrozenSet(Arc::new(table)))
}

/// A set takes the elements of a table in place of its own.
pub(crate) fn replace_table(heap: &mut Heap, set: Value, table: Set<Value>) -> Result<()> {
    let Some(old) = as_set(heap, set).cloned() else {
        return Ok(());
    };
    heap.charge(table.payload_bytes())?;
    heap.refund(old.payload_bytes());
    let keys: Vec<Value> = table.iter().map(|element| element.key).collect();
    heap.retain_all(&keys);
    if let Some(place) = as_set_mut(heap, set) {
        place.replace(table);
    }
    old.iter().for_each(|element| heap.release(element.key));
    Ok(())
}

/// `set.update(operand)`: where Python must say, what was added stays, and adding it again does nothing.
pub(crate) fn update(heap: &mut Heap, set: Value, operand: &Operand) -> Result<()> {
    let Some(table) = as_set(heap, set) else {
        return Ok(());
    };
    let (before, is_empty) = (table.payload_bytes(), table.is_empty());
    let room = match operand {
        Operand::Set(other) if is_empty => {
            let mut fresh = Set::clone(table);
            decided(fresh.update(other, same_key(heap)))?;
            return replace_table(heap, set, fresh);
        }
        Operand::Set(other) => other.len(),
        Operand::Dict(dict) => dict.len(),
        Operand::Items(_) => 0,
    };
    if room > 0 {
        heap.has_room((room * 2 * size_of::<(u64, i64, Value)>()) as u64)?;
        if let Some(table) = as_set_mut(heap, set) {
            table.reserve(room);
            let after = table.payload_bytes();
            heap.charge(after.saturating_sub(before))?;
        }
    }
    for (known, key) in operand.keys() {
        let code = known.map_or_else(|| hash(heap, key), Ok)?;
        let Some(table) = as_set(heap, set) else {
            return Ok(());
        };
        if find(heap, table, code, key)?.is_none() {
            super::set_insert(heap, set, code, key)?;
        }
    }
    Ok(())
}

/// `set.difference_update(operand)`: where Python must say, what was removed is gone.
pub(crate) fn difference_update(heap: &mut Heap, set: Value, operand: &Operand) -> Result<()> {
    for (known, key) in operand.keys() {
        let code = known.map_or_else(|| hash(heap, key), Ok)?;
        let Some(table) = as_set(heap, set) else {
            return Ok(());
        };
        if let Some(position) = find(heap, table, code, key)?
            && let Some(element) = as_set_mut(heap, set).and_then(|table| table.remove(position))
        {
            heap.release(element.key);
        }
    }
    let before = as_set(heap, set).map_or(0, |table| table.payload_bytes());
    if let Some(table) = as_set_mut(heap, set) {
        table.sweep();
        let after = table.payload_bytes();
        heap.refund(before.saturating_sub(after));
    }
    Ok(())
}

/// Whether both are one set, of which CPython treats some operations apart.
pub(crate) fn is_one_set(heap: &Heap, left: Value, right: Value) -> bool {
    is_same(unwrap(heap, left), unwrap(heap, right))
}
