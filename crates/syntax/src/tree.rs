//! The tree of a program: Python's statements and expressions, each with its place in the source.
//!
//! It has just the forms that the machine executes; whatever else the parser accepts is refused with a diagnostic, so
//! that the compiler behind it has no case for "not supported".

use num_bigint::BigInt;

/// A range of bytes in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

/// A whole program.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: StmtKind,
}

/// What a statement does.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// An expression for its effect.
    Expr(Expr),
    /// `a = b = value`
    Assign {
        /// Left sides, from left to right.
        targets: Vec<Target>,
        /// Right side.
        value: Expr,
    },
    /// `target: annotation = value`; `(name): annotation` is none, since the scope has no annotation of it.
    Annotated {
        /// Left side; never a tuple or list.
        target: Target,
        /// The annotation: its text as a constant under `from __future__ import annotations`. In a function it is not evaluated.
        annotation: Expr,
        /// Right side.
        value: Option<Expr>,
    },
    /// `target op= value`
    AugAssign {
        /// Left side; never a tuple or list.
        target: Target,
        /// Operator.
        op: BinaryOp,
        /// Right side.
        value: Expr,
    },
    /// `if`; an `elif` is an `if` alone in `orelse`.
    If {
        /// Condition.
        test: Expr,
        /// Then.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `while`
    While {
        /// Condition.
        test: Expr,
        /// Body.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `for`, `async for`
    For {
        /// Whether it is `async for`, always inside an `async def`.
        is_async: bool,
        /// Loop variable.
        target: Target,
        /// What is iterated.
        iter: Expr,
        /// Body.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `break`, always inside a loop.
    Break,
    /// `continue`, always inside a loop.
    Continue,
    /// `pass`
    Pass,
    /// `def`, `async def`
    Def(Function),
    /// `class`
    Class(Class),
    /// `return`, always inside a function.
    Return(Option<Expr>),
    /// `global`, inside a function or a class.
    Global(Vec<String>),
    /// `nonlocal`, inside a function or a class; a function around binds each of the names (or a class around is
    /// `__class__`).
    Nonlocal(Vec<String>),
    /// `import module [as name]`: one module for each statement (several are several statements).
    Import {
        /// The module's full name.
        module: String,
        /// The variable that gets it.
        name: String,
    },
    /// `from module import a [as b], ...`; a star is a name alone.
    ImportFrom {
        /// The module's full name.
        module: String,
        /// What is taken and the variable that gets it.
        names: Vec<Imported>,
    },
    /// `with`, `async with`
    With {
        /// Whether it is `async with`, always inside an `async def`.
        is_async: bool,
        /// Context managers, from left to right; at least one.
        items: Vec<WithItem>,
        /// Body.
        body: Vec<Stmt>,
    },
    /// `assert`
    Assert {
        /// Condition.
        test: Expr,
        /// Message.
        message: Option<Expr>,
    },
    /// `del`
    Delete(Vec<Target>),
    /// `raise`
    Raise {
        /// What; nothing means what is being handled.
        exception: Option<Expr>,
        /// `from` what.
        cause: Option<Expr>,
    },
    /// `try`
    Try {
        /// Body.
        body: Vec<Stmt>,
        /// `except` clauses; one without a type can only be the last.
        handlers: Vec<ExceptHandler>,
        /// `else`, maybe empty.
        orelse: Vec<Stmt>,
        /// `finally`, maybe empty.
        finally: Vec<Stmt>,
    },
    /// `match`
    Match {
        /// What is matched.
        subject: Expr,
        /// Its cases; at least one.
        cases: Vec<MatchCase>,
    },
}

/// An `except` clause.
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// Where.
    pub span: Span,
    /// The class, or a tuple of classes.
    pub kind: Option<Expr>,
    /// `as` what.
    pub name: Option<String>,
    /// Body.
    pub body: Vec<Stmt>,
}

/// A `case`.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    /// What it matches.
    pub pattern: Pattern,
    /// `if` what.
    pub guard: Option<Expr>,
    /// Body.
    pub body: Vec<Stmt>,
}

/// A pattern of a `case`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: PatternKind,
}

/// Kinds of patterns (PEP 634).
#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// Equal to a literal (but for the singletons) or to a dotted name.
    Value(Expr),
    /// `None`, `True`, `False`: the very same.
    Singleton(Constant),
    /// `[a, b, *rest]`; at most one of them is `Star`.
    Sequence(Vec<Pattern>),
    /// `*rest`, only in a sequence; without a name it is `*_`.
    Star(Option<String>),
    /// `{key: pattern, **rest}`
    Mapping {
        /// Keys with their patterns.
        items: Vec<(Expr, Pattern)>,
        /// What gets the rest.
        rest: Option<String>,
    },
    /// `Class(a, name=b)`
    Class {
        /// The class.
        class: Expr,
        /// Positional patterns.
        positional: Vec<Pattern>,
        /// Patterns of attributes.
        keywords: Vec<(String, Pattern)>,
    },
    /// `pattern as name`, a bare `name`, or `_` (neither).
    As {
        /// What must match; anything, if absent.
        pattern: Option<Box<Pattern>>,
        /// What gets the value.
        name: Option<String>,
    },
    /// `a | b`; all bind the same names.
    Or(Vec<Pattern>),
}

/// A `class`.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// Decorators, from the outermost.
    pub decorators: Vec<Expr>,
    /// Bases; some may be `Starred`.
    pub bases: Vec<Expr>,
    /// Keyword arguments such as `metaclass`; `**mapping` has no name.
    pub keywords: Vec<(Option<String>, Expr)>,
    /// Body.
    pub body: Vec<Stmt>,
}

/// One name of a `from … import`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Where it stands.
    pub span: Span,
    /// Its name in the module.
    pub attribute: String,
    /// The variable that gets it.
    pub name: String,
}

/// A `with` item.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// `as` what.
    pub target: Option<Target>,
}

/// A `def` or `async def`.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// Decorators, from the outermost.
    pub decorators: Vec<Expr>,
    /// Parameters.
    pub parameters: Parameters,
    /// Annotations of parameters and of the result (`return`), in the order in which they are evaluated.
    pub annotations: Vec<(String, Expr)>,
    /// Whether it is `async def`.
    pub is_async: bool,
    /// Whether its own body has a `yield`.
    pub is_generator: bool,
    /// Body.
    pub body: Vec<Stmt>,
}

/// The parameters of a function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    /// Positional parameters, from left to right.
    pub positional: Vec<Parameter>,
    /// How many of them stand before `/`.
    pub positional_only: usize,
    /// `*args`: its name and where that stands.
    pub star: Option<(String, Span)>,
    /// Keyword-only parameters.
    pub keyword_only: Vec<Parameter>,
    /// `**kwargs`: its name and where that stands.
    pub star_star: Option<(String, Span)>,
}

/// A parameter of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// Its default; positional parameters with one follow those without.
    pub default: Option<Expr>,
}

/// Something that can stand left of `=`.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TargetKind,
}

/// Kinds of targets.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetKind {
    /// A variable.
    Name(String),
    /// `value.name`
    Attribute {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        name: String,
    },
    /// `value[index]`
    Subscript {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        index: Box<Expr>,
    },
    /// `a, b` or `[a, b]`; unpacked from left to right. At most one of them is `Starred`.
    Sequence(Vec<Target>),
    /// `*rest`, only in a sequence.
    Starred(Box<Target>),
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ExprKind,
}

/// What an expression computes.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A literal.
    Constant(Constant),
    /// An f-string; neighbouring literals are joined.
    FString(Vec<FStringPart>),
    /// A variable.
    Name(String),
    /// `value.name`
    Attribute {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        name: String,
    },
    /// `value[index]`
    Subscript {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        index: Box<Expr>,
    },
    /// `lower:upper:step`, only as an index.
    Slice {
        /// From.
        lower: Option<Box<Expr>>,
        /// To.
        upper: Option<Box<Expr>>,
        /// By.
        step: Option<Box<Expr>>,
    },
    /// A call.
    Call {
        /// What is called.
        function: Box<Expr>,
        /// Positional arguments; some may be `Starred`.
        args: Vec<Expr>,
        /// Keyword arguments, each name once; `**mapping` has no name.
        keywords: Vec<(Option<String>, Expr)>,
    },
    /// A binary operator.
    Binary {
        /// Left.
        left: Box<Expr>,
        /// Operator.
        op: BinaryOp,
        /// Right.
        right: Box<Expr>,
    },
    /// A unary operator.
    Unary {
        /// Operator.
        op: UnaryOp,
        /// Operand.
        operand: Box<Expr>,
    },
    /// `and` or `or` over at least two values.
    Bool {
        /// Whether it is `and`.
        and: bool,
        /// Operands.
        values: Vec<Expr>,
    },
    /// `a < b < c`
    Compare {
        /// First operand.
        first: Box<Expr>,
        /// The operators and the operands behind them; at least one.
        rest: Vec<(CompareOp, Expr)>,
    },
    /// `body if test else orelse`
    Conditional {
        /// Condition.
        test: Box<Expr>,
        /// Then.
        body: Box<Expr>,
        /// Else.
        orelse: Box<Expr>,
    },
    /// `[a, b]`; some may be `Starred`.
    List(Vec<Expr>),
    /// `(a, b)`; some may be `Starred`.
    Tuple(Vec<Expr>),
    /// `{a, b}`; some may be `Starred`.
    Set(Vec<Expr>),
    /// `{a: b, **c}`; `**mapping` has no key.
    Dict(Vec<(Option<Expr>, Expr)>),
    /// `*values`, only where others say so.
    Starred(Box<Expr>),
    /// `lambda`
    Lambda {
        /// Parameters.
        parameters: Box<Parameters>,
        /// What it returns.
        body: Box<Expr>,
    },
    /// `[x for x in xs]` and its kin.
    Comprehension {
        /// What it makes.
        kind: ComprehensionKind,
        /// The element, or a dictionary's key.
        element: Box<Expr>,
        /// A dictionary's value.
        value: Option<Box<Expr>>,
        /// The loops, from the outermost; at least one.
        loops: Vec<ComprehensionLoop>,
    },
    /// `yield`, always inside a function.
    Yield(Option<Box<Expr>>),
    /// `yield from`, always inside a function that is not async.
    YieldFrom(Box<Expr>),
    /// `await`, always inside an async function.
    Await(Box<Expr>),
    /// `name := value`
    Named {
        /// The variable that gets it; in a comprehension, that of the function around.
        name: String,
        /// The value.
        value: Box<Expr>,
    },
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComprehensionKind {
    /// A list.
    List,
    /// A set.
    Set,
    /// A dictionary.
    Dict,
    /// A generator.
    Generator,
}

/// A `for … in … if …` of a comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct ComprehensionLoop {
    /// Whether it is `async for`.
    pub is_async: bool,
    /// Loop variable.
    pub target: Target,
    /// What is iterated.
    pub iter: Expr,
    /// Conditions.
    pub conditions: Vec<Expr>,
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An integer of 64 bits.
    Int(i64),
    /// An integer that needs more.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// A string; neighbouring literals are joined.
    Str(String),
    /// Bytes; neighbouring literals are joined.
    Bytes(Vec<u8>),
    /// `...`
    Ellipsis,
}

/// A part of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub enum FStringPart {
    /// Text as it is (of `{x=}` too: its `x=`).
    Literal(String),
    /// A replacement field.
    Field {
        /// Its value.
        value: Expr,
        /// `!r`, `!s`, `!a`; `{x=}` without a format specification has `!r`.
        conversion: Option<Conversion>,
        /// Its format specification, which may have fields of its own; none, if empty.
        spec: Vec<FStringPart>,
    },
}

/// A conversion of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `@`
    MatMul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
    /// `not`
    Not,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Lt,
    /// `<=`
    LtE,
    /// `>`
    Gt,
    /// `>=`
    GtE,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}
