//! Arguments to parameters, with CPython's complaints (`initialize_locals` in `Python/ceval.c`).

use triomphe::Arc;

use super::Interpreter;
use crate::code::{Code, CodeId};
use crate::exception::ExceptionKind;
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::value::{ObjectId, Value};

fn type_error<T>(message: String) -> Result<T, Fault> {
    raise(ExceptionKind::TypeError, message)
}

impl Interpreter<'_> {
    /// Puts arguments and defaults into the places of the parameters; where it fails, the stack is as before.
    pub(super) fn bind_arguments(
        &mut self,
        id: CodeId,
        function: Option<ObjectId>,
        start: usize,
        names: &[Arc<str>],
    ) -> Result<(), Fault> {
        let code = self.program.code(id);
        let parameters = &code.parameters;
        let given = self.fiber.top - start;
        let (defaults, keyword_defaults) = self.defaults(id, function);
        let positional_given = given - names.len();
        let positional = parameters.positional as usize;
        let named = positional + parameters.keyword_only as usize;
        let mut values = vec![Value::Unbound; parameters.places()];
        let direct = positional_given.min(positional);
        values[..direct].copy_from_slice(&self.fiber.stack[start..start + direct]);
        let mut extra_keywords = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let value = self.fiber.stack[start + positional_given + index];
            let first = parameters.positional_only as usize;
            let place = code.locals[first..named]
                .iter()
                .position(|parameter| **parameter == **name);
            match place.map(|place| place + first) {
                Some(place) if values[place].is_bound() => {
                    return type_error(format!(
                        "{}() got multiple values for argument '{name}'",
                        code.qualname
                    ));
                }
                Some(place) => values[place] = value,
                None if parameters.star_star => extra_keywords.push((name.clone(), value)),
                None => return self.unexpected_keyword(code, names, name),
            }
        }
        if positional_given > positional && !parameters.star {
            let bound = values[positional..named]
                .iter()
                .filter(|value| value.is_bound())
                .count();
            return type_error(too_many(code, defaults.len(), positional_given, bound));
        }
        let first_default = positional - defaults.len().min(positional);
        let missing: Vec<&str> = (0..first_default)
            .filter(|index| !values[*index].is_bound())
            .map(|index| code.locals[index].as_str())
            .collect();
        if !missing.is_empty() {
            return type_error(missing_arguments(&code.qualname, "positional", &missing));
        }
        let mut from_defaults = Vec::new();
        for (place, default) in (first_default..).zip(&defaults) {
            from_defaults.push((place, *default));
        }
        for (index, default) in parameters.keyword_defaults.iter().zip(&keyword_defaults) {
            from_defaults.push((positional + *index as usize, *default));
        }
        from_defaults.retain(|(place, _)| !values[*place].is_bound());
        let missing: Vec<&str> = (positional..named)
            .filter(|place| {
                !values[*place].is_bound() && from_defaults.iter().all(|(known, _)| known != place)
            })
            .map(|place| code.locals[place].as_str())
            .collect();
        if !missing.is_empty() {
            return type_error(missing_arguments(&code.qualname, "keyword-only", &missing));
        }
        for (place, default) in from_defaults {
            values[place] = self.shared.heap.retain(default);
        }
        if parameters.star {
            let rest = self.fiber.stack[start + direct..start + positional_given].to_vec();
            values[named] = self.shared.heap.tuple(rest)?;
        }
        if parameters.star_star {
            let place = named + usize::from(parameters.star);
            values[place] = self.keyword_dict(extra_keywords)?;
        }
        self.fiber.reserve(start + values.len());
        self.fiber.stack[start..start + values.len()].copy_from_slice(&values);
        Ok(())
    }

    /// Defaults of a function's positional parameters, and of its keyword-only ones; borrowed.
    fn defaults(&self, id: CodeId, function: Option<ObjectId>) -> (Vec<Value>, Vec<Value>) {
        if let Some(function) = function
            && let Object::Function(function) = self.shared.heap.get(function)
        {
            return (function.defaults.clone(), function.keyword_defaults.clone());
        }
        let code = self.program.code(id);
        let constants = &self.shared.namespace(id.unit()).constants;
        let values = |places: &[u32]| places.iter().map(|place| constants[*place as usize]).collect();
        (
            values(&code.static_defaults),
            values(&code.static_keyword_defaults),
        )
    }

    fn unexpected_keyword(&self, code: &Code, names: &[Arc<str>], name: &Arc<str>) -> Result<(), Fault> {
        let only = &code.locals[..code.parameters.positional_only as usize];
        let passed: Vec<&str> = only
            .iter()
            .filter(|parameter| names.iter().any(|name| **name == ***parameter))
            .map(String::as_str)
            .collect();
        if !passed.is_empty() && only.iter().any(|parameter| **parameter == **name) {
            let passed = passed.join(", ");
            let qualname = &code.qualname;
            return type_error(format!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{passed}'"
            ));
        }
        type_error(format!(
            "{}() got an unexpected keyword argument '{name}'",
            code.qualname
        ))
    }

    /// A dictionary of arguments by name.
    fn keyword_dict(&mut self, keywords: Vec<(Arc<str>, Value)>) -> Result<Value, Fault> {
        let heap = &mut self.shared.heap;
        let mut dict = crate::table::Dict::new();
        for (name, value) in keywords {
            let key = heap.string(&name)?;
            dict.insert(crate::hash::string(&name), key, value);
        }
        Ok(heap.allocate(Object::Dict(Arc::new(dict)))?)
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn too_many(code: &Code, defaults: usize, given: usize, keyword_only_given: usize) -> String {
    let name = &code.qualname;
    let parameters = code.parameters.positional as usize;
    let takes = if defaults == 0 {
        format!("{parameters} positional argument{}", plural(parameters))
    } else {
        format!(
            "from {} to {parameters} positional arguments",
            parameters - defaults
        )
    };
    let were = if given == 1 && keyword_only_given == 0 {
        "was"
    } else {
        "were"
    };
    if keyword_only_given > 0 {
        return format!(
            "{name}() takes {takes} but {given} positional argument{} (and {keyword_only_given} keyword-only argument{}) {were} given",
            plural(given),
            plural(keyword_only_given)
        );
    }
    format!("{name}() takes {takes} but {given} {were} given")
}

fn missing_arguments(name: &str, kind: &str, missing: &[&str]) -> String {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        [] => String::new(),
    };
    format!(
        "{name}() missing {} required {kind} argument{}: {list}",
        missing.len(),
        plural(missing.len())
    )
}
