//! Instructions in words, as CPython's `dis` tells them.

use syntax::tree::{BinaryOp, Conversion, UnaryOp};

use crate::code::{Code, Constant, Handler, Program, Unit};
use crate::library::ModuleId;
use crate::opcode::{Format, FunctionParts, Instr};
use crate::operators;

/// The code of a module, function, class or comprehension, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// `__qualname__`, `<module>` for the program itself.
    pub name: String,
    /// Its instructions; an instruction's place is its offset.
    pub instructions: Vec<ListedInstruction>,
    /// What happens to exceptions, the innermost handler first.
    pub handlers: Vec<ListedHandler>,
}

/// An instruction in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedInstruction {
    /// The line of the source that it comes from, from 1; `None` for what no line says.
    pub line: Option<u32>,
    /// Whether another instruction, or an exception, may jump here.
    pub is_target: bool,
    /// CPython's name for it.
    pub name: &'static str,
    /// Its argument as a number: an index, a count or the offset of a jump's target.
    pub argument: Option<u32>,
    /// What that number means, where it stands for something: a name, a constant, an operator.
    pub meaning: Option<String>,
}

/// A range of instructions whose exceptions go to a handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedHandler {
    /// The first instruction's offset.
    pub start: u32,
    /// The offset behind the last instruction.
    pub end: u32,
    /// The handler's offset.
    pub target: u32,
    /// How much of the operand stack stays.
    pub depth: u32,
    /// Whether the handler also gets the offset at which the exception was raised.
    pub lasti: bool,
}

impl Program {
    /// The program's bytecode, a listing for each module, function, class and comprehension in the order of the source.
    #[must_use]
    pub fn disassembly(&self) -> Vec<Listing> {
        let visible = self.unit.codes.iter().filter(|code| !code.hidden);
        visible.map(|code| self.unit.listing(code)).collect()
    }
}

impl Unit {
    fn listing(&self, code: &Code) -> Listing {
        let jumps = code.instrs.iter().filter_map(|instr| instr.target());
        let targets: Vec<u32> = jumps
            .chain(code.handlers.iter().map(|handler| handler.target))
            .collect();
        let instructions = (0_u32..).zip(&code.instrs).zip(&code.spans);
        Listing {
            name: code.qualname.clone(),
            instructions: instructions
                .map(|((offset, instr), span)| {
                    let (argument, meaning) = self.operand(code, *instr);
                    ListedInstruction {
                        line: Some(self.lines.place(*span).line).filter(|_| span.end > span.start),
                        is_target: targets.contains(&offset),
                        name: name(*instr),
                        argument,
                        meaning,
                    }
                })
                .collect(),
            handlers: code.handlers.iter().map(listed_handler).collect(),
        }
    }

    /// An instruction in a few words: `LOAD_GLOBAL counter`.
    pub(crate) fn describe(&self, code: &Code, instr: Instr) -> String {
        let operand = match self.operand(code, instr) {
            (_, Some(meaning)) => format!(" {meaning}"),
            (Some(number), None) => format!(" {number}"),
            (None, None) => String::new(),
        };
        name(instr).to_owned() + &operand
    }

    /// An instruction's argument as a number, and what that means.
    fn operand(&self, code: &Code, instr: Instr) -> (Option<u32>, Option<String>) {
        let global = |slot: u32| self.globals[slot as usize].name.clone();
        match instr {
            Instr::LoadFast(index)
            | Instr::StoreFast(index)
            | Instr::DeleteFast(index)
            | Instr::LoadDeref(index)
            | Instr::StoreDeref(index)
            | Instr::DeleteDeref(index)
            | Instr::LoadClassDeref(index)
            | Instr::LoadClosure(index)
            | Instr::MakeCell(index) => named(index, code.locals[index as usize].clone()),
            Instr::LoadName(slot)
            | Instr::StoreName(slot)
            | Instr::DeleteName(slot)
            | Instr::LoadClassName(slot)
            | Instr::StoreClassName(slot)
            | Instr::DeleteClassName(slot)
            | Instr::LoadGlobal(slot)
            | Instr::StoreGlobal(slot)
            | Instr::DeleteGlobal(slot) => named(slot, global(slot)),
            Instr::LoadGlobalNull(slot) => named(slot, format!("NULL + {}", global(slot))),
            Instr::LoadAttr(name)
            | Instr::StoreAttr(name)
            | Instr::DeleteAttr(name)
            | Instr::LoadMethod(name)
            | Instr::ImportFrom(name) => named(name, self.attributes[name as usize].name.clone()),
            Instr::ImportName(module) => named(module, ModuleId::from_word(module).name().to_owned()),
            Instr::LoadConst(index) => named(index, self.constant_text(index)),
            Instr::KwNames(index) => {
                let names = self.keywords[index as usize].iter();
                let names: Vec<String> = names.map(|name| crate::text::str_repr(name)).collect();
                named(index, tuple(&names))
            }
            Instr::MakeFunction(function, parts) => {
                let name = self.codes[function as usize].qualname.clone();
                named(
                    function,
                    [name]
                        .into_iter()
                        .chain(function_parts(parts))
                        .collect::<Vec<_>>()
                        .join(", "),
                )
            }
            Instr::FormatValue(format) => (None, Some(format_text(format)).filter(|text| !text.is_empty())),
            Instr::Binary(op) => (None, Some(sign(op).to_owned())),
            Instr::InPlace(op) => (None, Some(format!("{}=", sign(op)))),
            Instr::Compare(op) => (None, Some(operators::sign_of(op).to_owned())),
            Instr::Is(inverted) => named(
                u32::from(inverted),
                if inverted { "is not" } else { "is" }.to_owned(),
            ),
            Instr::Contains(inverted) => named(
                u32::from(inverted),
                if inverted { "not in" } else { "in" }.to_owned(),
            ),
            Instr::CallFunctionEx(keywords) => (Some(u32::from(keywords)), None),
            Instr::UnpackEx(before, behind) => (None, Some(format!("{before} before, {behind} behind"))),
            Instr::Copy(number)
            | Instr::Swap(number)
            | Instr::CopyFreeVars(number)
            | Instr::BuildSlice(number)
            | Instr::BuildList(number)
            | Instr::BuildTuple(number)
            | Instr::BuildSet(number)
            | Instr::BuildMap(number)
            | Instr::BuildString(number)
            | Instr::ListAppend(number)
            | Instr::SetAdd(number)
            | Instr::MapAdd(number)
            | Instr::ListExtend(number)
            | Instr::SetUpdate(number)
            | Instr::DictUpdate(number)
            | Instr::DictMerge(number)
            | Instr::UnpackSequence(number)
            | Instr::GetAwaitable(number)
            | Instr::Call(number)
            | Instr::Reraise(number)
            | Instr::RaiseVarargs(number)
            | Instr::MatchClass(number) => (Some(number), None),
            other => match other.target() {
                Some(target) => named(target, format!("to {target}")),
                None => (None, None),
            },
        }
    }

    fn constant_text(&self, index: u32) -> String {
        let texts =
            |items: &[u32]| -> Vec<String> { items.iter().map(|item| self.constant_text(*item)).collect() };
        match &self.constants[index as usize] {
            Constant::None => "None".to_owned(),
            Constant::Bool(true) => "True".to_owned(),
            Constant::Bool(false) => "False".to_owned(),
            Constant::Ellipsis => "Ellipsis".to_owned(),
            Constant::Float(bits) => crate::text::float_repr(f64::from_bits(*bits)),
            Constant::Bytes(bytes) => crate::bytes::bytes_repr(bytes),
            Constant::Static(_) => "<static>".to_owned(),
            Constant::Int(value) => value.to_decimal().unwrap_or_default(),
            Constant::Str(text) => crate::text::str_repr(text),
            Constant::FrozenSet(items) => format!("frozenset({{{}}})", texts(items).join(", ")),
            Constant::Tuple(items) => tuple(&texts(items)),
        }
    }
}

fn named(number: u32, meaning: String) -> (Option<u32>, Option<String>) {
    (Some(number), Some(meaning))
}

fn listed_handler(handler: &Handler) -> ListedHandler {
    ListedHandler {
        start: handler.start,
        end: handler.end,
        target: handler.target,
        depth: handler.depth,
        lasti: handler.place,
    }
}

/// A tuple's `repr` from those of its items.
fn tuple(items: &[String]) -> String {
    match items {
        [item] => format!("({item},)"),
        items => format!("({})", items.join(", ")),
    }
}

/// What lies on the stack for a new function.
fn function_parts(parts: FunctionParts) -> impl Iterator<Item = String> {
    let flags = [
        (parts.defaults, "defaults"),
        (parts.keyword_defaults, "kwdefaults"),
        (parts.closure, "closure"),
    ];
    flags
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, name)| name.to_owned())
}

fn format_text(format: Format) -> String {
    let conversion = format.conversion.map(|conversion| match conversion {
        Conversion::Str => "str",
        Conversion::Repr => "repr",
        Conversion::Ascii => "ascii",
    });
    let spec = format.spec.then_some("with format");
    conversion.into_iter().chain(spec).collect::<Vec<_>>().join(", ")
}

/// `** or pow()` is how messages write it.
fn sign(op: BinaryOp) -> &'static str {
    let sign = operators::names_of(op).sign;
    sign.split_once(' ').map_or(sign, |(sign, _)| sign)
}

/// CPython's name of an instruction: it has one for each unary operator.
fn name(instr: Instr) -> &'static str {
    match instr {
        Instr::Unary(UnaryOp::Neg) => "UNARY_NEGATIVE",
        Instr::Unary(UnaryOp::Pos) => "UNARY_POSITIVE",
        Instr::Unary(UnaryOp::Invert) => "UNARY_INVERT",
        Instr::Unary(UnaryOp::Not) => "UNARY_NOT",
        other => other.name(),
    }
}
