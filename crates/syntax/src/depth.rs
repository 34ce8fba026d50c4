//! How deep a source nests, before anything recursive looks at it.
//!
//! The parser, the conversion, the drop of both trees and the compiler recurse, and a Web Worker's stack is small. At the
//! limits below, a parse takes at most 73 kB of the stack in the module's memory and less than 400 kB of the engine's own
//! (measured in V8, which has 984 kB, with unoptimised wasm); 800 levels would be a trap without a place in the program.
//! So the tokens, which are read without recursion, bound the depth of the tree that they can make.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;
use ruff_text_size::{TextRange, TextSize};

use crate::errors::brackets;
use crate::normalise::Normalised;
use crate::problem::{Kind, Problem};

/// How many blocks, brackets and operators may lie inside one another; CPython's tokenizer allows 200 brackets (`MAXLEVEL`).
pub(crate) const MAX_DEPTH: usize = 200;

/// How many levels of indentation there may be; `MAXINDENT` in CPython's `Parser/tokenizer.h`.
const MAX_INDENTATION: usize = 100;

/// What nests too deeply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Excess {
    Indentation,
    Brackets,
    Operators,
}

/// The problem of a source that nests too deeply, at the place where it does.
pub(crate) fn check(source: &Normalised<'_>) -> Option<Problem> {
    let text = source.text();
    let mut excess = excess(text)?;
    // The lexer tells kinds of tokens but no places: the shortest text that is too deep ends at the place.
    let (mut fine, mut deep) = (0, text.len());
    while deep - fine > 1 {
        let middle = text.floor_char_boundary(fine + (deep - fine) / 2);
        if middle == fine {
            break;
        }
        match self::excess(&text[..middle]) {
            Some(found) => (deep, excess) = (middle, found),
            None => fine = middle,
        }
    }
    let last = text[..deep]
        .char_indices()
        .next_back()
        .map_or(0, |(offset, _)| offset);
    // A bracket that is never closed makes one statement of all that follows.
    let open = never_closed(text);
    if excess == Excess::Operators
        && open > 0
        && let Some(problem) = brackets::never_closed(source, &text[..fine], open)
    {
        return Some(problem);
    }
    let range = |offset: usize| TextSize::new(u32::try_from(offset).unwrap_or(u32::MAX));
    let span = source.span(TextRange::new(range(last), range(deep)));
    Some(match excess {
        Excess::Indentation => Problem::new(
            Kind::Indentation,
            span,
            "too many levels of indentation",
            "缩进层数太多",
        )
        .instead("move the inner blocks into functions", "把内层的代码块移到函数里"),
        Excess::Brackets => Problem::syntax(span, "too many nested parentheses", "括号嵌套得太多")
            .instead("split it into several statements", "拆成几条语句"),
        Excess::Operators => Problem::syntax(span, "too deeply nested", "嵌套得太深")
            .instead("split it into several statements", "拆成几条语句"),
    })
}

/// What is too deep, if anything is.
fn excess(text: &str) -> Option<Excess> {
    let mut lexer = lex(text, Mode::Module);
    let mut nesting = Nesting::new();
    loop {
        let token = lexer.next_token();
        if token == TokenKind::EndOfFile {
            return None;
        }
        nesting.token(token);
        let excess = nesting.excess();
        if excess.is_some() {
            return excess;
        }
    }
}

/// How many of the brackets that are open where it becomes too deep are open to the end.
fn never_closed(text: &str) -> usize {
    let mut lexer = lex(text, Mode::Module);
    let mut nesting = Nesting::new();
    let mut open = usize::MAX;
    loop {
        let token = lexer.next_token();
        if token == TokenKind::EndOfFile {
            return open;
        }
        nesting.token(token);
        if open != usize::MAX || nesting.excess().is_some() {
            open = open.min(nesting.frames.len() - 1);
        }
    }
}

/// A bracket (or an f-string, or the statement itself) and what was read of it.
///
/// Whatever is neither a name, a literal nor a separator adds a level to all that stands in its element, left or right of
/// it: that is more than the tree will have, but no operator can hide.
#[derive(Debug, Default)]
struct Frame {
    /// Levels of the element that is being read.
    operators: usize,
    /// Levels of the deepest bracket within that element.
    inner: usize,
    /// Levels of the deepest element before it.
    deepest: usize,
    /// Levels around all elements.
    around: usize,
    is_string: bool,
}

impl Frame {
    fn depth(&self) -> usize {
        self.around + self.deepest.max(self.operators + self.inner)
    }

    fn end_element(&mut self) {
        self.deepest = self.deepest.max(self.operators + self.inner);
        self.operators = 0;
        self.inner = 0;
    }
}

struct Nesting {
    indentation: usize,
    /// The statement and the brackets that are open.
    frames: Vec<Frame>,
    /// Levels around the innermost frame.
    outside: usize,
    at_line_start: bool,
}

impl Nesting {
    fn new() -> Self {
        Self {
            indentation: 0,
            frames: vec![Frame::default()],
            outside: 0,
            at_line_start: true,
        }
    }

    fn excess(&self) -> Option<Excess> {
        let here = self.frames.last().map_or(0, Frame::depth);
        if self.indentation >= MAX_INDENTATION {
            Some(Excess::Indentation)
        } else if self.indentation + self.outside + here <= MAX_DEPTH {
            None
        } else if self.frames.len() > MAX_DEPTH / 2 {
            Some(Excess::Brackets)
        } else {
            Some(Excess::Operators)
        }
    }

    fn token(&mut self, token: TokenKind) {
        let at_line_start = std::mem::replace(&mut self.at_line_start, token == TokenKind::NonLogicalNewline);
        match token {
            TokenKind::Indent => self.indentation += 1,
            TokenKind::Dedent => self.indentation = self.indentation.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi if self.frames.len() == 1 => {
                self.frames[0] = Frame::default();
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => self.open(false),
            TokenKind::FStringStart | TokenKind::TStringStart => self.open(true),
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => self.close(),
            TokenKind::Comma if self.frames.len() > 1 => self.frame().end_element(),
            // The parameters of a lambda have commas too, and all of them stand outside its body.
            TokenKind::Lambda => self.frame().around += 1,
            // Behind an unclosed bracket the parser may go on with statements, whose lines are no elements.
            _ if at_line_start && self.frames.len() > 1 && is_block_keyword(token) => {
                self.frame().around += 1;
            }
            _ if !is_atom(token) => self.frame().operators += 1,
            _ => {}
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the statement's frame stays")
    }

    fn open(&mut self, is_string: bool) {
        let frame = self.frame();
        if frame.is_string {
            // Fields of an f-string stand side by side.
            frame.end_element();
        }
        frame.operators += 1;
        self.outside += frame.around + frame.operators;
        self.frames.push(Frame {
            is_string,
            ..Frame::default()
        });
    }

    fn close(&mut self) {
        if self.frames.len() == 1 {
            return;
        }
        let depth = self.frames.pop().map_or(0, |frame| frame.depth());
        let frame = self.frame();
        frame.inner = frame.inner.max(depth);
        let levels = frame.around + frame.operators;
        self.outside -= levels;
    }
}

/// Names and literals have nothing below them, and what the lexer could not read becomes no node.
fn is_atom(token: TokenKind) -> bool {
    matches!(
        token,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Ellipsis
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline
            | TokenKind::Newline
            | TokenKind::Unknown
    )
}

/// Keywords that begin a clause with a block.
fn is_block_keyword(token: TokenKind) -> bool {
    matches!(
        token,
        TokenKind::If
            | TokenKind::Elif
            | TokenKind::Else
            | TokenKind::For
            | TokenKind::While
            | TokenKind::With
            | TokenKind::Def
            | TokenKind::Class
            | TokenKind::Async
            | TokenKind::Match
            | TokenKind::Case
            | TokenKind::Try
            | TokenKind::Except
            | TokenKind::Finally
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(make: impl Fn(usize) -> String, levels: usize, expected: Excess) {
        assert_eq!(excess(&make(levels)), None, "{levels} levels");
        assert_eq!(excess(&make(levels + 1)), Some(expected), "{} levels", levels + 1);
    }

    fn nested(open: &str, close: &str) -> impl Fn(usize) -> String {
        move |levels| open.repeat(levels) + "x" + &close.repeat(levels)
    }

    #[test]
    fn brackets_nest() {
        check(nested("(", ")"), 200, Excess::Brackets);
        check(nested("f(a, [b, ", "])"), 100, Excess::Brackets);
        check(nested("f(1 + g(", "))"), 66, Excess::Brackets);
    }

    #[test]
    fn operators_nest_on_either_side() {
        check(nested("not ", ""), 200, Excess::Operators);
        check(nested("", "+1"), 200, Excess::Operators);
        check(nested("", ".a"), 200, Excess::Operators);
        check(nested("", "()"), 200, Excess::Operators);
        check(nested("lambda a, b: ", ""), 66, Excess::Operators);
        check(
            |levels| format!("[{}1 + ({})]", "1, ".repeat(999), nested("-", "")(levels)),
            197,
            Excess::Operators,
        );
    }

    #[test]
    fn elements_stand_side_by_side() {
        let long = format!("x = [{}]\n", "f(-1, a.b[0]), ".repeat(1000));
        assert_eq!(excess(&long.repeat(10)), None);
        assert_eq!(excess(&format!("f'{}'", "{a + 1:>{w}} text ".repeat(1000))), None);
        assert_eq!(excess(&"x = a.b + f(1); ".repeat(1000)), None);
    }

    #[test]
    fn blocks_nest() {
        let blocks = |levels: usize| {
            let lines = (0..levels).map(|level| " ".repeat(level) + "if x:\n");
            lines.collect::<String>() + &" ".repeat(levels) + "x\n"
        };
        check(blocks, 99, Excess::Indentation);
        // Behind a bracket that is never closed too, where the lexer sees no indentation but the parser does.
        let unclosed = |levels: usize| {
            let lines = (0..levels).map(|level| " ".repeat(level) + "if x, y:\n");
            "(\n".to_owned() + &lines.collect::<String>()
        };
        assert!(excess(&unclosed(300)).is_some());
    }

    #[test]
    fn a_bracket_that_is_never_closed_is_the_cause() {
        let text = format!(
            "x = 1\ny = f([1, 2)]\nz = (a[0],\n{}",
            "x = f(a[1]) + 1\n".repeat(100)
        );
        let problem = super::check(&Normalised::new(&text)).expect("too deep");
        assert_eq!(problem.message.en, "'(' was never closed");
        assert_eq!(problem.span.start, 24);
    }

    #[test]
    fn the_place_is_where_it_becomes_too_deep() {
        let text = format!("é = 1\r\nx = {}1{}\n", "(".repeat(2000), ")".repeat(2000));
        let problem = super::check(&Normalised::new(&text)).expect("too deep");
        // Seven bytes of the first line with its é, its line end, `x = ` and the brackets that are fine.
        assert_eq!(problem.span.start, 6 + 2 + 4 + 199);
        assert_eq!(problem.message.en, "too many nested parentheses");
    }
}
