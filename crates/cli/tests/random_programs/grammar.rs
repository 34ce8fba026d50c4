//! Making a program from templates.
//!
//! A template is Python with holes: `$` and a letter. Most are an expression of a kind ([`kind`]); a digit is a name that is new
//! in each use of the template; `$$` is a dollar; `$Z`, alone in its line, is a block of statements, and `$W` one of expressions that may be wrong.

use crate::expressions::{self, Kind};
use crate::random::Random;
use crate::{classes, flow, functions, generators, wild};

/// What every program begins with. Numbers and texts that loops make larger and larger are cut back.
const PRELUDE: &str = "\
import collections, contextlib, dataclasses, enum, functools, itertools, math, operator, string

def clip(n):
    return n if -10 ** 40 < n < 10 ** 40 else n % 1000003

def show(*values):
    print(*(repr(value)[:400] for value in values))

def attempt(action):
    try:
        show(action())
    except Exception as error:
        print(type(error).__name__, error)
";

/// How deep blocks are nested.
const NESTING: usize = 3;

/// A program under construction.
pub struct Grammar {
    random: Random,
    text: String,
    indentation: usize,
    /// Variables that can be used, of which kind.
    variables: Vec<(String, Kind)>,
    /// So many names were given so far.
    names: usize,
}

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut grammar = Grammar {
        random: Random::new(seed),
        text: PRELUDE.to_owned(),
        indentation: 0,
        variables: Vec::new(),
        names: 0,
    };
    for kind in Kind::ALL {
        grammar.assign(kind);
    }
    let pieces = 5 + grammar.random.below(6);
    for _ in 0..pieces {
        grammar.piece();
    }
    if grammar.random.chance(30) {
        let ending = *grammar.random.of(flow::UNCAUGHT);
        grammar.template(ending);
    }
    grammar.text
}

impl Grammar {
    /// A piece of the program; an error in it is not the end of the others.
    fn piece(&mut self) {
        let known = self.variables.len();
        let topics: [&[&str]; 9] = [
            flow::STATEMENTS,
            flow::EXCEPTIONS,
            flow::MATCHES,
            functions::CALLS,
            functions::TOOLS,
            generators::GENERATORS,
            classes::CLASSES,
            classes::LIBRARY,
            &["$W"],
        ];
        let topic = *self.random.of(&topics);
        let form = *self.random.of(topic);
        self.line("try:");
        self.indentation += 1;
        self.template(form);
        self.indentation -= 1;
        self.line("except Exception as error:");
        self.line("    print('piece', type(error).__name__, error)");
        self.variables.truncate(known);
    }

    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n("    ", self.indentation));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Some statements.
    fn block(&mut self) {
        let known = self.variables.len();
        for _ in 0..1 + self.random.below(3) {
            if self.indentation <= NESTING && self.random.chance(25) {
                let form = *self.random.of(flow::STATEMENTS);
                self.template(form);
            } else if self.random.chance(35) {
                let kind = *self.random.of(&Kind::ALL);
                self.assign(kind);
            } else {
                let form = *self.random.of(flow::SIMPLE);
                self.template(form);
            }
        }
        self.variables.truncate(known);
    }

    /// Expressions that may be wrong, each on its own.
    fn wild_block(&mut self) {
        for _ in 0..2 + self.random.below(5) {
            let table = *self.random.of(&wild::TABLES);
            let form = *self.random.of(table);
            let line = self.fill(form, 2, &mut Vec::new());
            self.line(&format!("attempt(lambda: {line})"));
        }
    }

    /// A new variable of a kind.
    fn assign(&mut self, kind: Kind) {
        let value = self.expression(kind, 3);
        let name = self.new_name();
        let value = match kind {
            Kind::Int => format!("clip({value})"),
            Kind::Str | Kind::Ints | Kind::Strs | Kind::Tuple | Kind::Bytes => format!("({value})[:40]"),
            _ => value,
        };
        // What it is made of may fail, and then the variable is there all the same.
        let instead = expressions::leaf(&mut self.random, kind);
        self.line(&format!("{name} = {instead}"));
        self.line("try:");
        self.line(&format!("    {name} = {value}"));
        self.line("except Exception as error:");
        self.line("    print(type(error).__name__, error)");
        self.variables.push((name, kind));
    }

    fn new_name(&mut self) -> String {
        self.names += 1;
        format!("v{}", self.names)
    }

    /// Adds the lines of a template.
    fn template(&mut self, template: &str) {
        let mut names = Vec::new();
        for line in template.lines() {
            let stripped = line.trim_start();
            let deeper = (line.len() - stripped.len()) / 4;
            self.indentation += deeper;
            match stripped {
                "$Z" => self.block(),
                "$W" => self.wild_block(),
                _ => {
                    let filled = self.fill(stripped, 2, &mut names);
                    self.line(&filled);
                }
            }
            self.indentation -= deeper;
        }
    }

    /// A template with something in each hole. `names` are those of its digits.
    fn fill(&mut self, template: &str, depth: usize, names: &mut Vec<(char, String)>) -> String {
        let mut filled = String::new();
        let mut rest = template.chars();
        while let Some(character) = rest.next() {
            if character != '$' {
                filled.push(character);
                continue;
            }
            let Some(hole) = rest.next() else { break };
            if hole == '$' {
                filled.push(hole);
            } else if hole.is_ascii_digit() {
                let known = names.iter().find(|(digit, _)| *digit == hole);
                let name = known.map(|(_, name)| name.clone());
                let name = name.unwrap_or_else(|| {
                    let name = self.new_name();
                    names.push((hole, name.clone()));
                    name
                });
                filled.push_str(&name);
            } else {
                let text = self.hole(hole, depth);
                filled.push_str(&text);
            }
        }
        filled
    }

    /// What fits into a hole.
    fn hole(&mut self, hole: char, depth: usize) -> String {
        if let Some(kind) = kind(hole) {
            return self.expression(kind, depth);
        }
        match hole {
            'a' => {
                let kind = *self.random.of(&Kind::ALL);
                self.expression(kind, depth)
            }
            'w' => self.wild_value(depth),
            'n' => self.random.below(5).to_string(),
            'k' => (self.random.below(16) as i64 - 6).to_string(),
            'I' | 'F' | 'S' | 'L' | 'D' | 'E' | 'R' => self.variable(hole),
            _ => {
                let table = expressions::words(hole);
                (*self.random.of(table)).to_owned()
            }
        }
    }

    /// A variable of a kind; there is always one, since a program begins with one of each.
    fn variable(&mut self, hole: char) -> String {
        let kind = match hole {
            'I' => Kind::Int,
            'F' => Kind::Float,
            'S' => Kind::Str,
            'L' => Kind::Ints,
            'R' => Kind::Strs,
            'D' => Kind::Dict,
            _ => Kind::Set,
        };
        self.known(kind).unwrap_or_else(|| "None".to_owned())
    }

    fn known(&mut self, kind: Kind) -> Option<String> {
        let known: Vec<&String> = self
            .variables
            .iter()
            .filter(|(_, other)| *other == kind)
            .map(|(name, _)| name)
            .collect();
        (!known.is_empty()).then(|| (*self.random.of(&known)).clone())
    }

    /// A value of any type, where its type need not fit. Its numbers are small, or so large that nobody makes room for them.
    fn wild_value(&mut self, depth: usize) -> String {
        if self.random.chance(25) {
            let kind = *self.random.of(&[
                Kind::Str,
                Kind::Ints,
                Kind::Dict,
                Kind::Set,
                Kind::Tuple,
                Kind::Bytes,
            ]);
            return self.expression(kind, depth.saturating_sub(1));
        }
        (*self.random.of(wild::VALUES)).to_owned()
    }

    /// An expression of a kind.
    fn expression(&mut self, kind: Kind, depth: usize) -> String {
        if depth == 0 || self.random.chance(30) {
            if self.random.chance(50)
                && let Some(name) = self.known(kind)
            {
                return name;
            }
            return expressions::leaf(&mut self.random, kind);
        }
        let template = *self.random.of(expressions::templates(kind));
        self.fill(template, depth - 1, &mut Vec::new())
    }
}

/// The kind of the expressions in a hole.
fn kind(hole: char) -> Option<Kind> {
    Some(match hole {
        'i' => Kind::Int,
        'f' => Kind::Float,
        's' => Kind::Str,
        'b' => Kind::Bool,
        'l' => Kind::Ints,
        'r' => Kind::Strs,
        't' => Kind::Tuple,
        'd' => Kind::Dict,
        'e' => Kind::Set,
        'y' => Kind::Bytes,
        _ => return None,
    })
}
