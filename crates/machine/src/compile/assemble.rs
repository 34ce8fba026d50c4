//! From instructions with labels to code: jump targets, directions, the size of the stack.

use syntax::tree::Span;

use crate::code::{Code, CodeKind, Entry, Handler, Parameters};
use crate::opcode::Instr;
use crate::step::Steps;

/// A place in code that is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// A range of instructions whose exceptions go to a handler.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub start: u32,
    handler: Label,
    /// The instruction before which the stack is as the handler keeps it, but for `above` places on top.
    entry: u32,
    above: u32,
    /// Whether the handler gets the place at which it was raised, too.
    place: bool,
}

#[derive(Clone, Copy, Debug)]
struct Protected {
    region: Region,
    end: u32,
}

/// Code that is being written.
#[derive(Debug, Default)]
pub(super) struct Assembler {
    /// Jumps hold their label until the end.
    instrs: Vec<Instr>,
    spans: Vec<Span>,
    unmarked: Vec<u32>,
    labels: Vec<Option<u32>>,
    /// Ranges with their handlers; inner ones are closed, thus stand, before outer ones.
    handlers: Vec<Protected>,
    /// How much lies on the stack when the code begins.
    initial_depth: u32,
}

impl Assembler {
    pub fn emit(&mut self, instr: Instr, span: Span) {
        self.instrs.push(instr);
        self.spans.push(span);
    }

    /// Tracebacks show the line of the last instruction, and no more.
    pub fn unmark(&mut self) {
        self.unmarked.extend(self.position().checked_sub(1));
    }

    /// The same of all instructions from a place on.
    pub fn unmark_from(&mut self, start: u32) {
        let last = self.unmarked.last().map_or(0, |last| last + 1);
        self.unmarked.extend(start.max(last)..self.position());
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// The label means the next instruction.
    pub fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.position());
    }

    pub fn position(&self) -> u32 {
        self.instrs.len() as u32
    }

    /// Emits a jump: `jump` makes the instruction for a target.
    pub fn jump(&mut self, jump: fn(u32) -> Instr, to: Label, span: Span) {
        self.emit(jump(to.0), span);
    }

    /// A range that begins here. Its handler keeps the stack as it is now without `above` places, and gets the exception
    /// on top, above the place at which it was raised if `place` says so.
    pub fn region(&self, handler: Label, above: u32, place: bool) -> Region {
        let here = self.position();
        Region {
            start: here,
            handler,
            entry: here,
            above,
            place,
        }
    }

    /// Exceptions from the region's start up to here go to its handler; what follows is another range.
    pub fn protect(&mut self, region: &mut Region) {
        if region.start < self.position() {
            self.handlers.push(Protected {
                region: *region,
                end: self.position(),
            });
        }
        region.start = self.position();
    }

    /// The code begins with so many values on its stack.
    pub fn begins_with(&mut self, depth: u32) {
        self.initial_depth = depth;
    }

    /// Finishes the code.
    pub fn finish(mut self, name: String, locals: Vec<String>) -> Code {
        for index in 0..self.instrs.len() {
            if let Some(label) = self.instrs[index].target() {
                self.instrs[index] = self.instrs[index].aimed(self.target(Label(label)), index as u32);
            }
        }
        let (depths, deepest) = self.depths();
        for instr in &self.instrs {
            assert!(instr.place().is_none_or(|place| (place as usize) < locals.len()));
        }
        // Code that nothing leads to raises nothing.
        let handlers = self.handlers.iter().filter_map(|Protected { region, end }| {
            Some(Handler {
                start: region.start,
                end: *end,
                target: self.target(region.handler),
                depth: depths[region.entry as usize]? - region.above,
                place: region.place,
            })
        });
        Code {
            qualname: name.clone(),
            name,
            handlers: handlers.collect(),
            steps: Steps::of(&self.instrs),
            entry: Entry {
                takes: None,
                places: locals.len() as u32,
                frame_size: locals.len() as u32 + deepest,
                free: 0,
            },
            instrs: self.instrs,
            spans: self.spans,
            unmarked: self.unmarked,
            decorated: None,
            locals,
            parameters: Parameters::default(),
            static_defaults: Vec::new(),
            static_keyword_defaults: Vec::new(),
            kind: CodeKind::Plain,
            doc: None,
            hidden: false,
            atomic: false,
        }
    }

    fn target(&self, label: Label) -> u32 {
        self.labels[label.0 as usize].expect("every label that is jumped to was placed")
    }

    /// The depth of the stack before each instruction that can be reached, and the greatest depth. The loop relies on it
    /// (`interpret/frames.rs`), so it makes sure that there is one depth before each, whatever way led there.
    fn depths(&self) -> (Vec<Option<u32>>, u32) {
        let mut depths = vec![None; self.instrs.len()];
        let mut deepest = 0;
        let mut work = vec![(0_u32, self.initial_depth)];
        while let Some((at, depth)) = work.pop() {
            let known = depths
                .get_mut(at as usize)
                .expect("code ends with a jump or a return");
            if let Some(known) = known {
                assert_eq!(
                    *known, depth,
                    "all ways to an instruction leave the stack equally deep"
                );
                continue;
            }
            *known = Some(depth);
            let instr = self.instrs[at as usize];
            assert!(instr.takes() <= depth, "an instruction finds what it takes");
            let behind = depth.strict_add_signed(instr.effect(false));
            deepest = deepest.max(depth).max(behind);
            if let Some(target) = instr.target() {
                work.push((target, depth.strict_add_signed(instr.effect(true))));
            }
            if instr.falls_through() {
                work.push((at + 1, behind));
            }
            for Protected { region, .. } in self
                .handlers
                .iter()
                .filter(|protected| protected.region.entry == at)
            {
                work.push((
                    self.target(region.handler),
                    depth - region.above + 1 + u32::from(region.place),
                ));
            }
        }
        (depths, deepest)
    }
}
