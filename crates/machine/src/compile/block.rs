//! Blocks that code is inside of, and what a jump out of them leaves behind (`compiler_unwind_fblock` in `Python/compile.c`).

use syntax::tree::{Span, Stmt};

use super::assemble::{Label, Region};
use super::{Access, Compiler};
use crate::opcode::Instr;

/// A block around the code that is being written.
#[derive(Clone)]
pub(super) enum Block {
    /// `while`, `async for`: nothing but a loop to leave, with an asynchronous iterator on the stack or without.
    While {
        continues: Label,
        breaks: Label,
        iterator: bool,
    },
    /// `for`: its iterator lies on the stack.
    For { continues: Label, breaks: Label },
    /// The body of a `try`, or another range with a handler and nothing to be done on the way out.
    Protected(Region),
    /// The body of a `try` with `finally`.
    Finally(Region, Vec<Stmt>),
    /// A `finally` that was entered by an exception.
    FinallyEnd(Region),
    /// `with`: its exit method lies on the stack.
    With { region: Region, is_async: bool },
    /// All `except` clauses of a `try`: what was being handled before lies on the stack.
    Handlers(Region),
    /// The body of an `except` clause, protected if it has a name to delete.
    Handler {
        region: Option<Region>,
        name: Option<String>,
    },
    /// A value that a `finally` has to keep while it runs.
    Value,
}

impl Block {
    /// Whether it is a loop.
    pub fn is_loop(&self) -> bool {
        matches!(self, Self::While { .. } | Self::For { .. })
    }

    fn region(&mut self) -> Option<&mut Region> {
        match self {
            Self::Protected(region)
            | Self::Finally(region, _)
            | Self::FinallyEnd(region)
            | Self::With { region, .. }
            | Self::Handlers(region) => Some(region),
            Self::Handler { region, .. } => region.as_mut(),
            Self::While { .. } | Self::For { .. } | Self::Value => None,
        }
    }
}

impl Compiler {
    /// Enters a block.
    pub(super) fn enter(&mut self, block: Block) {
        self.body.blocks.push(block);
    }

    /// Leaves the innermost block at its end; what it protects ends here.
    pub(super) fn leave(&mut self) {
        if let Some(mut block) = self.body.blocks.pop()
            && let Some(region) = block.region()
        {
            self.body.assembler.protect(region);
        }
    }

    /// `break` and `continue`.
    pub(super) fn leave_loop(&mut self, span: Span, breaks: bool) {
        let blocks = self.body.blocks.clone();
        while let Some(block) = self.body.blocks.last() {
            match *block {
                Block::While {
                    continues,
                    breaks: out,
                    iterator,
                } => {
                    if breaks && iterator {
                        self.emit(Instr::PopTop, span);
                    }
                    self.jump(Instr::JumpForward, if breaks { out } else { continues }, span);
                    break;
                }
                Block::For {
                    continues,
                    breaks: out,
                } => {
                    if breaks {
                        self.emit(Instr::PopTop, span);
                    }
                    self.jump(Instr::JumpForward, if breaks { out } else { continues }, span);
                    break;
                }
                _ => self.unwind(span, false),
            }
        }
        self.resume_blocks(blocks);
    }

    /// Leaves all blocks, as `return` does; with `keeps` the top of the stack is the value to be returned.
    pub(super) fn leave_all(&mut self, span: Span, keeps: bool) -> Vec<Block> {
        let blocks = self.body.blocks.clone();
        while !self.body.blocks.is_empty() {
            self.unwind(span, keeps);
        }
        blocks
    }

    /// Leaves the innermost block in the middle; with `keeps` the top of the stack is a value to be returned.
    fn unwind(&mut self, span: Span, keeps: bool) {
        let Some(mut block) = self.body.blocks.pop() else {
            return;
        };
        // What leaves the block is not protected by it any more.
        if let Some(region) = block.region() {
            self.body.assembler.protect(region);
        }
        match block {
            Block::While { iterator: false, .. } | Block::Protected(_) | Block::Handlers(_) => {}
            Block::While { iterator: true, .. } | Block::For { .. } | Block::Value => {
                self.drop_below(span, keeps);
            }
            Block::Finally(_, body) => {
                if keeps {
                    self.enter(Block::Value);
                }
                self.block(&body);
                if keeps {
                    self.body.blocks.pop();
                }
            }
            Block::FinallyEnd(_) => {
                self.drop_below(span, keeps);
                if keeps {
                    self.emit(Instr::Swap(2), span);
                }
                self.emit(Instr::PopExcept, span);
            }
            Block::With { is_async, .. } => {
                if keeps {
                    self.emit(Instr::Swap(2), span);
                }
                self.call_exit(span, is_async);
            }
            Block::Handler { name, .. } => {
                if let Some(Block::Handlers(mut region)) = self.body.blocks.pop() {
                    self.body.assembler.protect(&mut region);
                }
                if keeps {
                    self.emit(Instr::Swap(2), span);
                }
                self.emit(Instr::PopExcept, span);
                if let Some(name) = name {
                    self.forget(&name, span);
                }
            }
        }
    }

    /// Drops the top of the stack, or what is below it.
    fn drop_below(&mut self, span: Span, keeps: bool) {
        if keeps {
            self.emit(Instr::Swap(2), span);
        }
        self.emit(Instr::PopTop, span);
    }

    /// `name = None; del name`: what an `except … as name` does at its end.
    pub(super) fn forget(&mut self, name: &str, span: Span) {
        self.load_none(span);
        self.variable(name, span, Access::Store);
        self.variable(name, span, Access::Delete);
    }

    /// The code behind a jump out is inside the same blocks again; the protected part of each begins anew.
    pub(super) fn resume_blocks(&mut self, blocks: Vec<Block>) {
        let left = self.body.blocks.len();
        let position = self.body.assembler.position();
        self.body.blocks = blocks;
        for block in &mut self.body.blocks[left..] {
            if let Some(region) = block.region() {
                region.start = position;
            }
        }
    }
}
