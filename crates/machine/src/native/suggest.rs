//! What a name that is not there may have meant: "Did you mean" (`Python/suggestions.c`).

use crate::class;
use crate::code::Program;
use crate::exception::{ExceptionKind, as_exception};
use crate::native::{Args, Context, Fault, Flow, PYTHON_BUILTINS, builtin};
use crate::operators::as_str;
use crate::symbol::Symbol;
use crate::value::Value;

/// Of so many names none is looked for.
const MOST_NAMES: usize = 750;
/// Longer names are not compared.
const LONGEST: usize = 40;
/// What it costs to take a character away, to put one in, or to put one in the place of another.
const MOVE: usize = 2;
/// What it costs to write a letter large or small.
const CASE: usize = 1;

/// `suggestion(exception)`: the name that was meant, or `None`.
pub(super) fn suggestion(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("suggestion")?;
    match meant(context, value) {
        Some(name) => Ok(Flow::Return(context.shared.heap.string(&name)?)),
        None => Ok(Flow::Return(Value::None)),
    }
}

fn meant(context: &Context, value: Value) -> Option<String> {
    let heap = &context.shared.heap;
    let exception = as_exception(heap, value)?;
    let attribute = |name: &str| class::find(&exception.attributes, Symbol::known(name)?);
    let wanted = as_str(heap, attribute("name")?)?;
    if exception.kind == ExceptionKind::AttributeError {
        let object = attribute("obj")?;
        return nearest(wanted, &super::attributes::names(context.shared, object));
    }
    if !exception.kind.is_a(ExceptionKind::NameError) {
        return None;
    }
    let program = context.program;
    let calls = exception.traceback.iter();
    let (id, _) = calls.copied().find(|(id, _)| !program.code(*id).hidden)?;
    let code = program.code(id);
    let own = &code.locals[..code.locals.len() - code.entry.free as usize];
    nearest(wanted, own)
        .or_else(|| nearest(wanted, &globals(context, program)))
        .or_else(|| {
            let names = PYTHON_BUILTINS.iter().filter(|name| builtin(name).is_some());
            nearest(wanted, &names.map(|name| (*name).to_owned()).collect::<Vec<_>>())
        })
}

/// Names of the program's variables that have a value.
fn globals(context: &Context, program: &Program) -> Vec<String> {
    let variables = program.unit.globals.iter().zip(&context.shared.main.globals);
    let bound = variables.filter(|(_, value)| value.is_bound());
    bound.map(|(global, _)| global.name.clone()).collect()
}

/// The name that differs least; the first of several. No more than a third of the characters may differ.
fn nearest(wanted: &str, names: &[String]) -> Option<String> {
    if names.len() >= MOST_NAMES {
        return None;
    }
    let wanted: Vec<char> = wanted.chars().collect();
    let mut best: Option<(usize, &String)> = None;
    for name in names {
        let characters: Vec<char> = name.chars().collect();
        if characters == wanted {
            continue;
        }
        let most = (wanted.len() + characters.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(cost, _)| most.min(cost - 1));
        if let Some(cost) = distance(&wanted, &characters, most) {
            best = Some((cost, name));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// What it costs to make one name of the other (Levenshtein), unless it is more than `most`.
fn distance(left: &[char], right: &[char], most: usize) -> Option<usize> {
    let prefix = left.iter().zip(right).take_while(|(left, right)| left == right);
    let prefix = prefix.count();
    let (left, right) = (&left[prefix..], &right[prefix..]);
    let suffix = left.iter().rev().zip(right.iter().rev());
    let suffix = suffix.take_while(|(left, right)| left == right).count();
    let (left, right) = (&left[..left.len() - suffix], &right[..right.len() - suffix]);
    let cost = match (left, right) {
        ([], rest) | (rest, []) => rest.len() * MOVE,
        _ if left.len().max(right.len()) > LONGEST => return None,
        _ => table(left, right),
    };
    (cost <= most).then_some(cost)
}

fn table(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=left.len()).map(|length| length * MOVE).collect();
    for character in right {
        let mut diagonal = row[0];
        row[0] += MOVE;
        for (at, other) in left.iter().enumerate() {
            let replaced = diagonal + replacement(*character, *other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at].min(diagonal) + MOVE);
        }
    }
    row[left.len()]
}

fn replacement(left: char, right: char) -> usize {
    if left == right {
        0
    } else if left.eq_ignore_ascii_case(&right) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, names: &[&str], expected: Option<&str>) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(nearest(wanted, &names).as_deref(), expected, "{wanted}");
    }

    #[test]
    fn the_nearest_name_was_meant() {
        check("valu", &["value", "values"], Some("value"));
        check("Counter", &["count", "counter"], Some("counter"));
        check("lenght", &["len", "length"], Some("length"));
        check("same", &["same"], None);
        check("abc", &["xyz", "quite_another"], None);
    }
}
