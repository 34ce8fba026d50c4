//! `str.translate` and `str.maketrans`.

use std::collections::HashMap;

use super::{changed, receiver, text, text_of};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::dict::new_dict;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{Number, as_dict, as_items, dict_get, dict_set, number, unwrap};
use crate::string::Str;
use crate::text::replace::{self, Translated};
use crate::value::{Value, is_same};

/// What a table says of a character; nothing for one that stays.
type Entry = Option<Option<Str>>;

/// `str.translate(table)`
pub(in crate::native) fn translate(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [table]) = args.method("str.translate")?;
    let text = receiver(context, args)?;
    let heap = &context.shared.heap;
    let mut known: HashMap<char, Entry> = HashMap::new();
    for character in text.chars() {
        if let std::collections::hash_map::Entry::Vacant(place) = known.entry(character) {
            place.insert(entry(heap, table, character)?);
        }
    }
    let look_up = |character: char| match known.get(&character) {
        Some(Some(None)) => Translated::Nothing,
        Some(Some(Some(text))) => Translated::Text(text),
        _ => Translated::Same,
    };
    let translated = replace::translate(&text, look_up, heap.room())?;
    changed(context, args, &text, &translated)
}

fn entry(heap: &Heap, table: Value, character: char) -> Result<Entry, Fault> {
    let code = u32::from(character);
    let found = match heap.object(table) {
        Some(Object::Dict(_)) => dict_get(heap, table, Value::Int(i64::from(code)))?,
        Some(Object::List(_) | Object::Tuple(_)) => as_items(heap, table)
            .unwrap_or_default()
            .get(code as usize)
            .copied(),
        Some(Object::Str(text)) => return Ok(text.chars().nth(code as usize).map(|new| Some(shared(new)))),
        Some(_) => return Err(Fault::NeedsPython),
        None => {
            let name = crate::class::type_name(heap, table);
            return raise(
                ExceptionKind::TypeError,
                format!("'{name}' object is not subscriptable"),
            );
        }
    };
    let Some(found) = found else { return Ok(None) };
    if let Value::None = found {
        return Ok(Some(None));
    }
    if let Some(text) = text_of(heap, found) {
        return Ok(Some(Some(text)));
    }
    let Some(Number::Int(code)) = number(heap, found) else {
        return raise(
            ExceptionKind::TypeError,
            "character mapping must return integer, None or str",
        );
    };
    match code
        .to_i64()
        .and_then(|code| u32::try_from(code).ok())
        .and_then(char::from_u32)
    {
        Some(character) => Ok(Some(Some(shared(character)))),
        None => raise(
            ExceptionKind::ValueError,
            "character mapping must be in range(0x110000)",
        ),
    }
}

fn shared(character: char) -> Str {
    Str::from(&*character.encode_utf8(&mut [0; 4]))
}

/// `str.maketrans(x, y, z)`
pub(in crate::native) fn make_translation(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [from, to, dropped] = args.all().between("str", "maketrans", 1)?;
    let heap = &mut context.shared.heap;
    if !to.is_bound() {
        return from_dict(heap, from);
    }
    let to = text(heap, to, "maketrans() argument 2")?;
    let dropped = match dropped {
        Value::Unbound => None,
        dropped => Some(text(heap, dropped, "maketrans() argument 3")?),
    };
    let Some(from) = text_of(heap, from) else {
        let message = "first maketrans argument must be a string if there is a second argument";
        return raise(ExceptionKind::TypeError, message);
    };
    let entries = replace::make_translation(&from, &to, dropped.as_deref().unwrap_or_default())?;
    let table = new_dict(heap)?;
    for (from, to) in entries {
        let to = to.map_or(Value::None, |to| Value::Int(i64::from(u32::from(to))));
        dict_set(heap, table, Value::Int(i64::from(u32::from(from))), to)?;
    }
    Ok(Flow::Return(table))
}

/// The table of a dict whose keys are characters or their numbers.
fn from_dict(heap: &mut Heap, given: Value) -> Result<Flow, Fault> {
    let base = unwrap(heap, given);
    let Some(given) = as_dict(heap, base).filter(|_| is_same(base, given)) else {
        let message = "if you give only one argument to maketrans it must be a dict";
        return raise(ExceptionKind::TypeError, message);
    };
    let mut entries = Vec::new();
    for entry in given.iter() {
        let key = match text_of(heap, entry.key) {
            Some(text) => {
                let mut characters = text.chars();
                let (Some(character), None) = (characters.next(), characters.next()) else {
                    let message = "string keys in translate table must be of length 1";
                    return raise(ExceptionKind::ValueError, message);
                };
                Value::Int(i64::from(u32::from(character)))
            }
            None if matches!(number(heap, entry.key), Some(Number::Int(_))) => entry.key,
            None => {
                let message = "keys in translate table must be strings or integers";
                return raise(ExceptionKind::TypeError, message);
            }
        };
        entries.push((key, entry.value));
    }
    let table = new_dict(heap)?;
    for (key, value) in entries {
        dict_set(heap, table, key, value)?;
    }
    Ok(Flow::Return(table))
}
